"""Actors and recipients of a cue: which groups stand where its frame says that they stand."""

from dataclasses import dataclass

from kawat.annotate.events_grammar import Frame
from kawat.annotate.events_victims import hit, perished_while
from kawat.annotate.voice import View
from kawat.annotate.voice_words import Group
from kawat.model import BlockKind, EventType, Mention
from kawat.ontology import Found, Voice

_TRANSITIVE = "transitive"
# Acts whose object may be another act: asked for, or blamed.
_ABOUT = frozenset({EventType.REQUEST, EventType.ACCUSE})


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions in each role, and the places that they were found in ("actor: subject")."""

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    why: tuple[str, ...]
    passive: bool


def is_passive(view: View, found: Found) -> bool:
    """Whether a verb form is passive: by its shape, or by the words around it."""
    if found.voice is Voice.PASSIVE:
        return True
    if found.voice is not Voice.PAST:
        return False
    g = view.grammar
    j = found.first - 1
    while (
        j >= 0
        and view.folded[j] not in g.passive_auxiliaries
        and (view.folded[j] in g.auxiliaries or (j not in view.at and g.adverb.fullmatch(view.folded[j])))
    ):
        j -= 1
    if j >= 0 and view.folded[j] in g.passive_auxiliaries:
        return True
    if (
        j > 1
        and view.folded[j] in g.coordinators
        and view.folded[j - 2] in g.passive_auxiliaries
        and view.is_verb(j - 1)
    ):
        return found.last + 1 not in view.at  # "were arrested and handed over to the police"
    after = view.folded[found.last + 1] if found.last + 1 < len(view.tokens) else ""
    # "Envoy expelled over spying": a headline leaves the auxiliary out.
    headline = view.sentence.kind in {BlockKind.HEADLINE, BlockKind.SUBTITLE}
    bare = headline and (not after.isalpha() or after in g.prepositions | g.breaks)
    if found.cue.turns and theme_at(view, found) < found.first:  # "Sanctions on X lifted by Y"
        return after in g.by or bare
    if bare and found.cue.frame == _TRANSITIVE and found.first > 0:
        return True
    frame = g.frames[found.cue.frame]
    if "between" in frame.actors and after in g.by:  # "a truce brokered by Egypt"
        return True
    if "object" not in frame.recipients or (j >= 0 and j + 1 < found.first):
        return False  # "which Peru has accused of"
    of = after in g.passive_behind and not found.cue.theme and _reduced(view, found) is None  # "the man accused of"
    return after in g.by or of


def _reduced(view: View, found: Found) -> Group | None:
    """Who does what a relative clause without its pronoun tells of whom it follows: "two diplomats it accused of"."""
    doer = view.at.get(found.first - 1)
    of = view.grammar.passive_behind.intersection(view.folded[found.last + 1 : found.last + 2])
    return doer if doer is not None and of and doer.last == found.first - 1 and doer.first - 1 in view.at else None


def theme_at(view: View, found: Found) -> int:
    """The first word of what a cue governs; its own where it governs nothing."""
    if found.theme is None:
        return found.first
    return next(k for k, t in enumerate(view.tokens) if t.span.start >= found.theme.start)


def roles(view: View, found: Found) -> Roles:
    """Fills the frame of a cue with the groups of its sentence."""
    frame = view.grammar.frames[found.cue.frame]
    if found.voice is Voice.NOUN:
        return _noun(view, found, frame)
    return _verb(view, found, frame)


class _Filling:
    """Roles while they are being filled; a group can be in one role only."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.taken: dict[str, list[Mention]] = {"actor": [], "recipient": []}
        self.groups: list[Group] = []
        self.why: list[str] = []

    def add(self, role: str, place: str, group: Group | None, *, series: bool = True) -> None:
        if group is None:
            return
        members = self.view.series(group) if series else (group,)
        fresh = [m for m in members if m not in self.groups]
        if not fresh:
            return
        self.groups += fresh
        self.taken[role] += [m.mention for m in fresh]
        self.why.append(f"{role}: {place}")

    def clitic(self, role: str, found: Found) -> None:
        mention = self.view.clitics.get(found.last)
        if found.clitic is not None and mention is not None:
            self.taken[role].append(mention)
            self.why.append(f"{role}: clitic")

    def done(self, *, passive: bool) -> Roles:
        return Roles(tuple(self.taken["actor"]), tuple(self.taken["recipient"]), tuple(self.why), passive)


def _verb(view: View, found: Found, frame: Frame) -> Roles:
    fill = _Filling(view)
    passive = is_passive(view, found)
    if frame.of_thing and not passive and view.object(found.last) is not None:
        return fill.done(passive=False)  # "blamed X for the raid on Y"
    own, by = view.at.get(found.first), None  # "Russian missiles hit": whose they are
    subject = own if own is not None and own.first < found.first else view.subject(found.first)
    harms = found.cue.type is EventType.ASSAULT and not passive
    if subject is not None and harms and subject in perished_while(view, found):
        subject = None  # "Dua tentara tewas setelah mortir menghantam pangkalan"
    if passive:
        by = view.agent(found.last)
        if subject is not None and (by in view.series(subject) or _is_told(view, subject, found, frame)):
            subject = None
    if frame.actors and frame.actors[0] == "subject":
        if not passive:
            fill.add("actor", "subject", subject)
        else:
            fill.add("actor", "by", by)
            patient = "recipient" if "object" in frame.recipients else "actor"
            if patient == "recipient" or (by is None and frame.moves):
                fill.add(patient, "passive subject", subject)
    if "subject" in frame.recipients:  # victims: "X tewas"
        fill.add("recipient", "subject", None if _has_another(view, found, subject) else subject)
        doers = view.grammar.by | frame.actor_prepositions
        fill.add("actor", "by", view.after_preposition(found.last, doers))
    if not passive:
        _governed(view, found, frame, fill, subject)
    _beside(view, found, frame, fill)
    _of_theme(view, found, frame, fill)
    if frame.recipient_prepositions and not fill.taken["recipient"]:
        fill.add("recipient", "preposition", view.after_preposition(found.last, frame.recipient_prepositions))
    if not passive:
        _those_hit(view, found, frame, fill)
    return fill.done(passive=passive)


def _has_another(view: View, found: Found, subject: Group | None) -> bool:
    """Whether a verb that is told of stands behind somebody with words of no party before it, which are its subject.

    "Menteri Peru mengatakan tekanan itu mesti dipertahankan"
    """
    gap = range(subject.last + 1, found.first) if subject is not None else range(0)
    told = next((k for k in reversed(gap) if view.is_verb(k)), None)
    return told is not None and any(view.folded[k] in view.grammar.determiners for k in range(told + 1, found.first))


def _beside(view: View, found: Found, frame: Frame, fill: _Filling) -> None:
    """Those with whom or between whom an act is done."""
    if "between" in frame.actors:
        fill.add("actor", "between", _between(view, found))
    if "with" in frame.actors:
        joined = frame.actor_prepositions or view.grammar.with_
        own = view.folded[found.last] in joined  # "berbicara dengan"
        fill.add("actor", "with", view.after_preposition(found.last - own, joined))


def _governed(view: View, found: Found, frame: Frame, fill: _Filling, subject: Group | None) -> None:
    """The object of an active verb: behind it, or whom the clause takes up that the verb stands in."""
    role = "actor" if "object" in frame.actors else "recipient" if "object" in frame.recipients else None
    if role is None:
        return
    fill.clitic(role, found)
    if found.clitic is None:
        fill.add(role, "object", _object(view, found, frame))
    if subject is not None and not fill.taken[role]:
        fill.add(role, "relative", _taken_up(view, found, subject))


def _is_told(view: View, subject: Group, found: Found, frame: Frame) -> bool:
    """Whether what a verb of denying has as its subject is a claim, and nobody: "tuduhan yang dibantah"."""
    return not frame.object_nouns.isdisjoint(view.folded[subject.last + 1 : found.first])


def _taken_up(view: View, found: Found, subject: Group) -> Group | None:
    """Whom a relative pronoun before the subject of a verb takes up: "Peru, which Chile has accused of spying"."""
    if _reduced(view, found) is subject:
        return view.at.get(subject.first - 1)
    k = view.series(subject)[0].first - 1
    while k > 0 and view.folded[k] in view.grammar.determinatives:
        k -= 1
    if k <= 0 or view.folded[k] not in view.grammar.relative or view.is_verb(k - 1):
        return None  # "officials believe that Peru may send"
    return view.head(k)


def _object(view: View, found: Found, frame: Frame) -> Group | None:
    """Whom a verb governs, and not only whom the noun that it governs tells of ("menuntut pembebasan sandera")."""
    group = view.object(found.last, frame.recipient_prepositions, past_verbs=frame.past_verbs)
    if group is None:
        return None
    between = {view.folded[k] for k in view.between(found.last, group.first)}
    if found.cue.type in _ABOUT and between & view.grammar.patient_nouns:
        return None
    behind = view.folded[group.last + 1 : group.last + 3]
    return group if not frame.object_nouns or frame.object_nouns & (between | set(behind)) else None


def _of_theme(view: View, found: Found, frame: Frame, fill: _Filling) -> None:
    """The parties beside a noun that a passive verb makes another act of: "Sanksi UE terhadap X dicabut"."""
    first = theme_at(view, found)
    if first >= found.first or found.theme is None or not (found.cue.turns and is_passive(view, found)):
        return
    last = next(k for k in range(first, found.first) if view.tokens[k].span.end >= found.theme.end)
    group = view.after_preposition(last, frame.recipient_prepositions, found.first - last)
    if group is not None and group.last < found.first:
        fill.add("recipient", "preposition", group)
        if not fill.taken["actor"]:
            fill.add("actor", "genitive", view.genitive(first, last))


def _noun(view: View, found: Found, frame: Frame) -> Roles:
    fill = _Filling(view)
    by = _doer_behind(view, found)
    fill.add("actor", "by", by)
    genitive = _belonging(view, found, frame, fill, by)
    if "harm" in frame.recipients:
        fill.add("recipient", "harmed", _harmed(view, found))
    if "between" in frame.actors:
        fill.add("actor", "between", _between(view, found))
    if "genitive" in frame.actors and by is None:
        fill.add("actor", "genitive", genitive)
        fill.clitic("actor", found)
    if "genitive" in frame.recipients:
        fill.add("recipient", "genitive", genitive)
        fill.clitic("recipient", found)
    if "with" in frame.actors:
        joined = frame.actor_prepositions or view.grammar.with_
        fill.add("actor", "with", view.after_preposition(found.last, joined))
    if "light" in frame.actors and (not fill.taken["actor"] or frame.actors[-2:] == ("with", "light")):
        fill.add("actor", "light verb", _light_subject(view, found))
    if frame.recipient_prepositions and not fill.taken["recipient"] and not _is_done(view, found.last + 1):
        fill.add("recipient", "preposition", view.after_preposition(found.last, frame.recipient_prepositions))
    if frame.past_verbs and not fill.taken["recipient"]:
        fill.add("recipient", "object", _refused(view, max(found.last, genitive.last if genitive else 0), frame))
    _those_hit(view, found, frame, fill)
    if not fill.taken["actor"] and fill.taken["recipient"]:
        fill.add("actor", "reason", _blamed(view, found))
    return fill.done(passive=False)


def _refused(view: View, last: int, frame: Frame) -> Group | None:
    """Whom it is refused to do something to: "penolakan X untuk mengakui Y"."""
    group = view.object(last, frame.recipient_prepositions, past_verbs=True)
    if group is None or view.folded[last + 1] not in frame.recipient_prepositions:
        return None
    shape = view.grammar.passive_shape
    return None if any(shape.match(view.folded[k]) for k in view.between(last, group.first)) else group


def _is_done(view: View, k: int) -> bool:
    """Whether the word behind a noun is the verb of its clause, so that what follows is of another act."""
    g = view.grammar
    if k >= len(view.tokens) or not view.is_verb(k) or not g.genitive_after:
        return False  # "strikes aimed at X" is still the noun's
    return not g.passive_shape.match(view.folded[k]) and view.folded[k] not in g.light_passive


def _belonging(view: View, found: Found, frame: Frame, fill: _Filling, by: Group | None) -> Group | None:
    """The group that a noun belongs to, where it is not said that the act is against it or done to it."""
    genitive = view.genitive(found.first, found.last)
    behind = view.after_preposition(found.last, frame.genitive_prepositions, 3) if frame.genitive_prepositions else None
    if behind is not None and "genitive" in frame.recipients:  # "Israel's killing of X"
        fill.add("recipient", "of", behind)
        fill.add("actor", "genitive", genitive if by is None else None)
        return None
    if genitive is not None and _is_opposed(view, genitive):
        fill.add("recipient", "opposed", genitive)
        return None
    return behind if genitive is None else genitive


def _those_hit(view: View, found: Found, frame: Frame, fill: _Filling) -> None:
    """Whom an act of force hits, where its own words do not tell; none of those who fight each other."""
    mutual = "between" in frame.actors and fill.taken["actor"]
    if found.cue.type is not EventType.ASSAULT or fill.taken["recipient"] or mutual:
        return
    for group in hit(view, found) or (_told_hit(view, found),):
        if group not in fill.groups:
            fill.add("recipient", "hit", group)


def _is_opposed(view: View, group: Group) -> bool:
    """Whether an act is against a group by its words: "protes anti-pemerintah", "anti-government protests"."""
    return any(view.folded[k] in view.grammar.opposing for k in range(max(0, group.first - 2), group.first))


def _told_hit(view: View, found: Found) -> Group | None:
    """Whom the verb right behind a noun and its doer harms: "serangan Israel yang menewaskan dua orang"."""
    seen = 0
    for k in range(found.last + 1, len(view.tokens)):
        word = view.folded[k]
        if word in view.grammar.harm:
            return view.object(k)
        seen += k in view.at and view.at[k].first == k
        # "an attack that killed 26 tourists"
        parts = view.is_break(k) and not (k == found.last + 1 and word in view.grammar.relative)
        if seen > 1 or parts or word in view.grammar.coordinators or view.is_verb(k):
            return None
    return None


def _blamed(view: View, found: Found) -> Group | None:
    """Who is punished or blamed for an act did it: "sanksi terhadap Rusia gara-gara invasi ke Ukraina"."""
    for k in range(found.first - 1, max(-1, found.first - 4), -1):
        if view.folded[k] in view.grammar.reasons:
            group = next(view.groups_before(k), None)
            near = group is not None and k - group.last <= 3
            blamed = any(view.folded[x] in view.grammar.blame for x in range(k))
            return group if near and blamed else None
        if k in view.at or view.is_verb(k):
            return None
    return None


def _light_subject(view: View, found: Found) -> Group | None:
    """The subject of the verb that carries a noun of action: "X melancarkan serangan"."""
    for k in range(found.first - 1, max(-1, found.first - 6), -1):
        if view.folded[k] in view.grammar.light and k not in view.at:
            return view.subject(k)
        if k in view.at or view.is_verb(k) or view.is_break(k) or view.folded[k] in view.grammar.tidings:
            return None
    return None


def _doer_behind(view: View, found: Found) -> Group | None:
    """The doer named behind a noun: "serangan oleh X", "serangan itu (diduga) dilakukan (oleh) X"."""
    g = view.grammar
    for k in range(found.last + 1, min(len(view.tokens), found.last + 14)):
        word = view.folded[k]
        if word in g.by or word in g.light_passive:
            group = next(view.groups_after(k), None)
            if group is None or (word in g.by and view.folded[k - 1] in g.presumed):
                return None  # "serangan itu dilaporkan oleh X"
            gap = {view.folded[x] for x in view.between(k, group.first)}
            return group if gap <= g.by | g.determinatives | g.light_passive else None
        if view.is_break(k) or (view.is_verb(k) and word not in g.presumed):
            return None
    return None


def _between(view: View, found: Found) -> Group | None:
    """The first party of "pembicaraan antara X dan Y"; its series brings the others."""
    return view.after_preposition(found.last, view.grammar.between)


def _harmed(view: View, found: Found) -> Group | None:
    """Who a blast kills or wounds: the object of the next verb of harm."""
    for k in range(found.last + 1, len(view.tokens)):
        if view.folded[k] in view.grammar.harm:
            return view.object(k)
        if view.is_break(k):
            return None
    return None
