"""Which acts of a sentence are events: what the encoder reads and what the cue tables hold, put together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kawat.annotate.events_parties import roles, theme_at
from kawat.annotate.events_reading import Judged
from kawat.annotate.events_triggers import Draft, parted
from kawat.annotate.status import status_cues, status_of
from kawat.annotate.voice import View
from kawat.encoder import Settings
from kawat.lang import table
from kawat.model import EventType, Span, Status
from kawat.ontology import Cue, Found, Voice, cues

# So many words may stand between a verb of breaking and the rule that it breaks.
_RULE_REACH = 6
_YIELDING = "yield"  # the frame of verbs of giving way
_REPAYING = "repay"  # and of those that answer one act by another
# Acts that tell of another: what somebody is accused of, what is denied.
_TELLING = frozenset({EventType.ACCUSE, EventType.REJECT})


def decide(view: View, drafts: list[Draft], acts: Sequence[Judged], settings: Settings) -> list[Draft]:
    """The acts that count as events, in order, each with the cue that tells of it where there is one."""
    drafts = [_refused(view, d) for d in drafts]
    turning = [d for d in drafts if _turns(view, d)]
    out = [_with_reading(d, acts) for d in turning]
    spoken = [s for d in turning for s in _spoken(d.found)]
    left = [d for d in drafts if not any(d.found.span.overlaps(s) for s in spoken)]
    for act in sorted(_outside_phrases(view, acts), key=lambda a: -a.score):
        near = [d for d in left if d.found.span.overlaps(act.trigger)]
        if any(d.found.span.overlaps(act.trigger) and d.found.cue.type is act.type for d in out):
            continue  # "test-fired" is read as "test" and as "fired", and is told by one cue
        if any(act.trigger.overlaps(s) for s in spoken) and not any(
            d.held and d.found.cue.type is act.type for d in near
        ):
            continue  # but "agreed to lift" is read of the verb before
        held = any(d.held for d in near)
        least = settings.cued if held else settings.event + _alone(view, near)
        if act.score < least and not any(_is_circumstance(view, d, act) for d in near):
            left = [d for d in left if d not in near]
            continue
        best = min(near, key=lambda d: (d.found.cue.type is not act.type, not d.held), default=None)
        # A verb with the noun of its cue, or its kind of doer, is of the cue's type ("withdrew its troops"). So is what
        # only a cue makes an event; who, when and where are then not those of another act.
        same = best is not None and (best.found.cue.type is act.type or (best.held and _is_plain(best.found)))
        told = best is not None and (same or act.score < settings.event)
        # "didakwa membunuh" is one trigger for the encoder, but two acts: the cue of the inner one stays.
        layers = told and act.type in _TELLING
        repaid = told and best is not None and best.found.cue.frame == _REPAYING
        other = [d for d in near if d is not best and (repaid or (layers and d.found.cue.type is not act.type))]
        left = [d for d in left if d not in near or d in other]
        if best is None or not told:
            found = _without_cue(view, act)
            if found is None:
                continue
            best = Draft(found, roles(view, found), held=False)
        out.append(replace(best, act=act if same or not told else None))
    out += [d for d in left if d.held]
    talks = [d.found for d in (*out, *drafts) if d.found.cue.type is EventType.CONSULT and d.found.voice is Voice.NOUN]
    out = [d for d in out if not (_natural(view, d) or _is_rule(view, d) or _is_topic(view, d, talks))]
    out = [d for d in out if not (_is_means(d, out) or _is_recount(view, d) or _is_standing(view, d))]
    out = [d for d in out if not _is_foretelling(view, d, drafts)]
    return sorted(out, key=lambda d: d.found.first)


def _is_foretelling(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a warning only tells what somebody else may do, be that an act or not: "warned that Y may send aid".

    That Y may face sanctions is a threat.
    """
    g, content = view.grammar, draft.found.last + 1
    doer = view.at.get(content + 1)
    if draft.found.cue.type is not EventType.THREATEN or view.folded[draft.found.last] not in g.telling:
        return False
    if doer is None or view.folded[content] not in g.complementizers:
        return False
    deeds = (d.found for d in drafts if d.found.voice is Voice.ACTIVE and d.found.cue.type not in _TELLING)
    return any(
        doer in view.series(group) and status_of(view, found).status is Status.HYPOTHETICAL
        for found in deeds
        if found.first > doer.last and (group := view.subject(found.first)) is not None
    )


def _is_plain(found: Found) -> bool:
    """Whether words beside it say what a cue means, or it is of a kind of its own."""
    return found.theme is not None or bool(found.cue.doer) or found.cue.frame == _YIELDING


def _spoken(found: Found) -> list[Span]:
    """The words that tell an act and no other; a demand that somebody gives way to was made, too, and an attack that
    somebody repays."""
    theme = None if found.cue.frame in (_YIELDING, _REPAYING) else found.theme
    return [found.span] if theme is None else [found.span, theme]


def _refused(view: View, draft: Draft) -> Draft:
    """What somebody will not give way to is refused: "tidak akan mengalah", "gagal memenuhi tuntutan X"."""
    found, g = draft.found, view.grammar
    first = found.first
    if found.cue.frame != _YIELDING:
        return draft
    undoing = _undoing(g.language)
    while first > 0 and first - 1 not in view.at and view.folded[first - 1] in g.auxiliaries | undoing:
        first -= 1
    undone = [k for k in range(first, found.first) if view.folded[k] in undoing]
    if not undone:
        return draft
    span = Span(view.tokens[undone[0]].span.start, found.span.end)
    cue = replace(found.cue, type=EventType.REJECT, mode="yield")
    return replace(draft, found=replace(found, cue=cue, span=span, first=undone[0]))


@cache
def _undoing(language: str) -> frozenset[str]:
    """The words among those of a verb by which it is not done."""
    return frozenset(
        row.words[0]
        for row in status_cues(language)
        if row.status is Status.DENIED and row.scope == "verb" and len(row.words) == 1
    )


def _is_circumstance(view: View, draft: Draft, act: Judged) -> bool:
    """Whether a noun with both its parties only stands behind "amid", as part of no promise or refusal before it:
    "berjanji saling membantu di tengah sanksi Uni Eropa terhadap kedua negara"."""
    found, sides = draft.found, draft.roles
    if found.voice is not Voice.NOUN or found.cue.type is not act.type or not (sides.actors and sides.recipients):
        return False
    owner = view.at.get(found.first - 1)  # "amid European Union sanctions on Togo"
    before = tuple(view.folded[: found.first if owner is None else owner.first])
    while before and before[-1] in view.grammar.determinatives:
        before = before[:-1]
    return draft.held and any(before[-len(phrase) :] == phrase for phrase in view.grammar.adjuncts)


def _alone(view: View, near: list[Draft]) -> float:
    """How far above the score of an event an act has to be that only the encoder reads, in words of a cue or none."""
    words = table(view.grammar.language, "voice")
    return float(words["unmet"] if near else words["untold"])


def _outside_phrases(view: View, acts: Sequence[Judged]) -> list[Judged]:
    """Leaves out what is read in phrases that are no acts, whoever reads them: "menolak disebut", "heart attack"."""
    shut = cues(view.grammar.language).shut(list(view.tokens))
    shut |= {k for k in view.timed if view.tokens[k].text[0].isupper()}  # "the year to March 31" is no march
    words = [(a, [k for k, t in enumerate(view.tokens) if t.span.overlaps(a.trigger)]) for a in acts]
    return [a for a, inside in words if not inside or not shut.issuperset(inside)]


def _natural(view: View, draft: Draft) -> bool:
    """Whether a flood or quake harms people, which is nobody's act: "Banjir melanda X dan menewaskan dua orang".

    It must begin its clause, and no party of its own may stand before the verb ("... dan tentara membunuh dua orang").
    """
    found, g = draft.found, view.grammar
    if found.cue.type is not EventType.ASSAULT or not any(view.folded[k] in g.harm for k in _words(found)):
        return False
    breaks = [k for k in range(found.first) if view.is_break(k) or view.tokens[k].text in g.quotes]
    start = max(breaks, default=-1) + 1
    disaster = next((k for k in range(start, found.first) if view.folded[k] in g.natural), None)
    if disaster is None:
        return False
    heads = g.determinatives | g.before_head | g.coordinators
    before = [k for k in range(start, disaster) if view.folded[k].isalpha()]
    if g.genitive_after and any(view.folded[k] not in heads for k in before):
        return False  # "korban banjir", "tentara yang membantu korban gempa"
    if any(k in view.at or view.is_verb(k) or view.folded[k] in g.prepositions - {"of"} for k in before):
        return False
    if view.folded[disaster + 1] in g.figurative:
        return False  # "storms of missiles"
    own = view.at.get(found.first - 1)
    joined = own is not None and view.folded[own.first - 1] in g.coordinators | {","}
    return not joined


def _is_rule(view: View, draft: Draft) -> bool:
    """Whether sanctions are only the rule that somebody breaks or keeps: "violated the UN sanctions on X"."""
    found, g = draft.found, view.grammar
    if found.voice is not Voice.NOUN or found.cue.type is not EventType.SANCTION:
        return False
    rules = frozenset(table(g.language, "status")["rule_breaking"])
    for k in range(found.first - 1, max(-1, found.first - 1 - _RULE_REACH), -1):
        if view.folded[k] in rules and k not in view.at:
            return True
        if k not in view.at and (view.is_verb(k) or view.is_break(k) or not view.folded[k].isalpha()):
            return False
    return False


def _is_topic(view: View, draft: Draft, talks: list[Found]) -> bool:
    """Whether a noun only says what talks are about: "perundingan gencatan senjata", "ceasefire talks"."""
    found = draft.found
    if found.voice is not Voice.NOUN or found.cue.type is EventType.CONSULT:
        return False
    if view.grammar.genitive_after:
        return any(talk.last + 1 == found.first for talk in talks)
    return any(found.last + 1 == talk.first for talk in talks)


def _is_means(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a noun is only by what the verb before it does the same: "fired rubber bullets and tear gas".

    The verb must tell who does it ("tewas dalam serangan Mali" does not).
    """
    found = draft.found
    return found.voice is Voice.NOUN and any(
        d.found.theme is not None
        and d.found.theme.overlaps(found.span)
        and d.found.cue.type is found.cue.type
        and d.roles.actors
        and set(draft.roles.actors) <= set(d.roles.actors)
        for d in drafts
        if d is not draft
    )


def _is_standing(view: View, draft: Draft) -> bool:
    """Whether forces only are where somebody moved them before: "troops stationed in X killed two", "are deployed"."""
    found, g = draft.found, view.grammar
    inside = found.first > 0 and found.last + 1 < len(view.tokens)
    if found.cue.type is not EventType.MOBILIZE or found.voice is not Voice.PAST or not inside:
        return False
    if view.folded[found.first - 1] in g.present_copulas:
        return True
    behind = range(found.last + 1, len(view.tokens))
    ends = next((k for k in behind if view.is_break(k) or view.folded[k] == ","), len(view.tokens))
    told = any(k < ends and (view.is_verb(k) or view.folded[k] in g.verb_before) for k in behind)
    return told and found.first - 1 in view.at and view.folded[found.last + 1] in g.place_prepositions


def _is_recount(view: View, draft: Draft) -> bool:
    """Whether a correction takes back only how many they were: "an earlier version of this report said four died"."""
    cue = status_of(view, draft.found).cue or ""
    if not any(cue.startswith(words) for words in table(view.grammar.language, "voice")["superseded"]):
        return False
    numbers = set(table(view.grammar.language, "parties")["grammar"]["numbers"])
    return any(word.isdigit() or word in numbers for word in view.folded)


def _words(found: Found) -> range:
    return range(found.first, found.last + 1)


def _turns(view: View, draft: Draft) -> bool:
    """Whether a verb governs the noun that it makes another act of: "lifted sanctions", "sanctions were lifted"."""
    found = draft.found
    if not draft.held or not found.cue.turns or not _is_told(view, found):
        return False
    if found.theme is None:
        return True
    theme = theme_at(view, found)
    if theme < found.first:
        return draft.roles.passive and not parted(view, theme, found.first)
    return not draft.roles.passive


def _is_told(view: View, found: Found) -> bool:
    """Whether an act behind an infinitive is told by the verb before ("decided to lift sanctions").

    What is only the purpose of something else ("talks to restore ties") is left to who reads the whole sentence.
    """
    g, k = view.grammar, found.first - 1
    word = view.folded[k] if k >= 0 else ""
    if k < 1 or word not in g.infinitive:
        return word not in g.complementizers
    if (group := view.at.get(k - 1)) is not None:
        return view.folded[max(group.first - 1, 0)] not in g.prepositions
    reading = status_of(view, found)
    return (
        view.is_verb(k - 1)
        or view.folded[k - 1] in g.auxiliaries
        or reading.cue not in (None, word)
        or (reading.status is Status.ASSERTED)
    )


def _with_reading(draft: Draft, acts: Sequence[Judged]) -> Draft:
    """A cue that goes before the encoder, with what that reads where it reads the same act there."""
    own = (a for a in acts if a.type is draft.found.cue.type and a.trigger.overlaps(draft.found.span))
    return replace(draft, act=max(own, key=lambda a: a.score, default=None))


def _without_cue(view: View, act: Judged) -> Found | None:
    """The words of an act that no cue tells, as if a cue did; None where they are no words of the sentence."""
    inside = [k for k, t in enumerate(view.tokens) if t.span.overlaps(act.trigger)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    language = view.grammar.language
    verb = next(
        (k for k in inside if view.grammar.verb.match(view.folded[k]) and view.folded[k] not in view.grammar.not_verb),
        first if _governs(view, first) or _behind_auxiliary(view, first) or view.is_present(first) else None,
    )
    if verb is None:
        voice = Voice.NOUN
    else:
        voice = Voice.PASSIVE if view.grammar.passive_shape.match(view.folded[verb]) else Voice.ACTIVE
    cue = _usual(language, act.type, noun=voice is Voice.NOUN)
    return Found(replace(cue, score=act.score), voice, act.trigger, first, last, None, None)


def _behind_auxiliary(view: View, x: int) -> bool:
    """Whether a word that has no shape of a verb is one: "will send 300 soldiers"."""
    return x > 0 and x - 1 not in view.at and view.folded[x - 1] in view.grammar.verb_before


def _governs(view: View, x: int) -> bool:
    """Whether a gerund behind a preposition has an object: "accused of sending 300 soldiers", not "of training in"."""
    grammar, after = view.grammar, x + 1
    if not grammar.gerund.match(view.folded[x]) or view.folded[max(x - 1, 0)] not in grammar.prepositions:
        return False
    return (
        after < len(view.tokens)
        and view.tokens[after].text[0].isalnum()
        and not (view.folded[after] in grammar.prepositions or view.is_break(after))
    )


@cache
def _usual(language: str, event_type: EventType, *, noun: bool) -> Cue:
    """A cue of a type in its most usual frame, of verbs or of nouns."""
    rows = [c for c in cues(language).rows if c.type is event_type]
    frames = Counter(c.frame for c in rows if c.frame.startswith("noun") is noun)
    frame = max(frames, key=lambda f: (frames[f], f)) if frames else ("noun-agent" if noun else "transitive")
    return Cue("-", event_type, None, frame, "-", 0.0, "", "")
