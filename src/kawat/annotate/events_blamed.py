"""Who did an act that somebody is said to have a part in or orders, and what an accuser does next to the accused."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from kawat.annotate.events_authors import GAP, authorship, involvement, phrases
from kawat.annotate.events_governed import orderer
from kawat.annotate.events_triggers import Draft
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EventMention, EventType, Mention, Party, Status
from kawat.model.codes import bare
from kawat.ontology import Voice

# What an accuser does next to the accused, and they to nobody whom they are said to help or to harm.
_NEXT = frozenset({EventType.SANCTION, EventType.REQUEST})

# An act of which somebody is only said to have done it, or not to have.
_INVESTIGATE = "investigate"
_LAID = "laid"  # the frame of "blamed the raid on X"
_JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.PROTEST})
_TO_COME = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_CHARGED = frozenset({Status.ALLEGED, Status.DENIED})


def with_blamed(view: View, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; those in which somebody is involved, or that are ordered, with the doers that this gives them."""
    out: list[Draft] = []
    drafts = tuple(drafts)
    for draft in drafts:
        doers = _involved(view, draft, out) or _accuser(view, draft, out) or _orderer(view, draft, out)
        doers = _author(view, draft) if doers is None else doers
        doers = _laid_to(view, draft, drafts) if doers is None else doers
        if (accusation := _breaks_with(view, draft, out)) is not None:
            out.append(_done_by(draft, accusation.roles.actors, accusation.roles.recipients))
        elif _is_of_object(view, draft, out):
            why = tuple(w for w in draft.roles.why if not w.startswith("actor"))
            out.append(replace(draft, roles=replace(draft.roles, actors=(), why=why)))
        else:
            out.append(draft if doers is None else _done_by(draft, doers))
    return out


def not_by_accusers(view: View, events: list[EventMention], nobody: Callable[[], Party]) -> list[EventMention]:
    """What somebody complains of is no act of theirs where its words name no doer: "lodged a protest over the raid".

    It is done by whom they complain to or of, else by `nobody`, whom nobody knows.
    """
    out: list[EventMention] = []
    for event in events:
        first = next(k for k, t in enumerate(view.tokens) if t.span.overlaps(event.trigger))
        event = _not_to_teller(event)  # noqa: PLW2901
        judges = _judges(view, first) or _judged_by(view, event, events)
        if judges and event.actors and all(_is_one_of(p, judges) for p in event.actors):
            suffering = tuple(p for p in event.recipients if not _is_one_of(p, judges))
            why = (*event.why, "actor: not who judges it")
            event = replace(event, actors=(nobody(),), recipients=suffering, why=why)  # noqa: PLW2901
        outer = next((e for e in reversed(out) if e.type is EventType.ACCUSE), None)
        if outer is None or not _leads(view, outer, first):
            out.append(event)
            continue
        looks = outer.mode == _INVESTIGATE
        if looks and event.status in _TO_COME:  # the inquiry is planned, and what it is into took place
            event = replace(event, status=Status.ASSERTED)  # noqa: PLW2901
        own = {bare(p.code) for p in event.actors} & {bare(p.code) for p in outer.actors}
        unsaid = {None, *(p.span for p in outer.actors if looks)}
        if not own or any(p.span not in unsaid for p in event.actors):
            out.append(event)
            continue
        told = (e.recipients for e in (outer, *events) if e.type is EventType.ACCUSE and e.actors == outer.actors)
        accused = tuple(replace(p, span=None) for p in next(filter(None, told), ())) or (nobody(),)
        out.append(replace(event, actors=accused, why=(*event.why, "actor: not who complains of it")))
    return out


def uncharged(
    events: list[EventMention], told: Iterable[EventMention], nobody: Callable[[], Party]
) -> list[EventMention]:
    """A blow that names no doer is not told to be theirs who only were charged with another, or denied it, before."""
    before = [e for e in told if e.type is EventType.ASSAULT]
    charged = {bare(p.code) for e in before if e.status in _CHARGED for p in e.actors}
    open_to = charged - {bare(p.code) for e in before if e.status is Status.ASSERTED for p in e.actors}
    out: list[EventMention] = []
    for event in events:
        own = {bare(p.code) for p in event.actors}
        named = event.status is not Status.ASSERTED or any(p.span is not None for p in event.actors)
        if event.type is EventType.ASSAULT and own and not named and own <= open_to:
            event = replace(event, actors=(nobody(),), why=(*event.why, "actor: only charged"))  # noqa: PLW2901
        out.append(event)
    return out


def _is_one_of(party: Party, mentions: Iterable[Mention]) -> bool:
    """Whether the words of a party are those of some mentions, or it is the same as one of them."""
    span = party.span
    return any((span is not None and span.overlaps(m.span)) or party.entity in m.entities for m in mentions)


def _judges(view: View, first: int) -> tuple[Mention, ...]:
    """Those who only judge or answer an act: "EU condemns arrest of Kovac", "menanggapi lima uji coba"."""
    judging, k = view.grammar.judging, first - 1
    while k > max(0, first - 2 - GAP) and view.folded[k] not in judging and _describes(view, k):
        k -= 1
    subject = view.subject(k) if k > 0 and view.folded[k] in judging else None
    return tuple(g.mention for g in view.series(subject)) if subject is not None else ()


def _not_to_teller(event: EventMention) -> EventMention:
    """An act that is not done to the words of who tells of it: "killing three, the ministry said"."""
    teller = event.speaker.span if event.speaker is not None else None
    if teller is None:
        return event
    suffering = tuple(p for p in event.recipients if p.span is None or not p.span.overlaps(teller))
    return event if suffering == event.recipients else replace(event, recipients=suffering)


def _judged_by(view: View, event: EventMention, events: list[EventMention]) -> tuple[Mention, ...]:
    """Those who judge the act of a noun behind it: "Serangan itu dikecam Peru"."""
    if f"voice {Voice.NOUN}" not in event.why or any(why.startswith("actor") for why in event.why):
        return ()
    for judging in events:
        gap = range(event.trigger.end, judging.trigger.start)
        passive = judging.type in _JUDGING and f"voice {Voice.PASSIVE}" in judging.why
        told = {p.span for p in judging.actors}
        if passive and gap and not any(g.mention.span.start in gap for g in view.groups):
            return tuple(g.mention for g in view.groups if g.mention.span in told)
    return ()


def _leads(view: View, outer: EventMention, first: int) -> bool:
    """Whether an act is what an accusation before it is about: only a reason and no clause stands between.

    What somebody looks into may stand right behind: "will investigate an air strike that killed 22 people".
    """
    laid = laid_at(view, first)
    last = max(k for k, t in enumerate(view.tokens) if t.span.overlaps(outer.trigger))
    if outer.mode == _INVESTIGATE and not any(k in view.at for k in view.between(last, first)):
        return last < first and not _parted(view, last, first)
    return laid is not None and last < laid and not _parted(view, last, laid)


def _done_by(draft: Draft, doers: tuple[Mention, ...], others: tuple[Mention, ...] = ()) -> Draft:
    """An act with the doers of the one over it, and `others` for those it is done to, where there are any."""
    why = (*(w for w in draft.roles.why if not w.startswith("actor")), "actor: of the act over it")
    if draft.act is not None:
        apart = tuple(s for s in draft.act.recipients if not any(s.overlaps(m.span) for m in doers))
        draft = replace(draft, act=replace(draft.act, recipients=apart))
    suffering = others or tuple(m for m in draft.roles.recipients if m not in doers)
    if others and draft.act is not None:
        draft = replace(draft, act=replace(draft.act, recipients=()))
    return replace(
        draft,
        roles=replace(draft.roles, actors=doers, recipients=suffering, why=why),
        remembered=None if draft.remembered is None else replace(draft.remembered, actors=()),
        act=None if draft.act is None else replace(draft.act, actors=(), unspoken=frozenset()),
    )


def _involved(view: View, draft: Draft, before: list[Draft]) -> tuple[Mention, ...] | None:
    """Who has a part in the act of a noun: "membantah terlibat dalam serangan itu", "accused X of a role in the raid".

    Whoever denies or is accused; None where neither is told of.
    """
    if draft.found.voice is not Voice.NOUN:
        return None
    k = involvement(view, draft.found.first)
    laid = None if k is not None else laid_at(view, draft.found.first)
    if laid is not None:
        blamer = next(
            (d for d in reversed(before) if d.found.last < laid and not _parted(view, d.found.last, laid)), None
        )
        return blamer.roles.recipients or None if blamer is not None and blames(view, blamer) else None
    if k is None:
        return None
    outer = next((d for d in reversed(before) if d.found.last < k and not _parted(view, d.found.last, k)), None)
    if outer is not None and outer.found.cue.type is EventType.ACCUSE:
        return outer.roles.recipients or None
    if outer is not None and outer.found.cue.text in table(view.grammar.language, "status")["denials"]:
        return None if of_another(view, draft, outer.roles.actors) else outer.roles.actors or None
    return None


def _author(view: View, draft: Draft) -> tuple[Mention, ...] | None:
    """Who is said to be behind the act of a noun: "X berada di balik serangan itu"; () where nobody is said to be."""
    k = authorship(view, draft.found.first) if draft.found.voice is Voice.NOUN else None
    if k is None:
        return None
    if _no_such(view, k):
        return ()
    group = None if draft.roles.actors else view.subject(k)
    return tuple(g.mention for g in view.series(group)) if group is not None else None


def _no_such(view: View, verb: int) -> bool:
    """Whether words before a verb say that nobody does it: "belum ada kelompok yang mengaku ..."."""
    nobody = phrases(view.grammar.language, "no_such")
    for k in range(verb - 1, -1, -1):
        if any(view.folded[k : k + len(p)] == p for p in nobody):
            return True
        parts = view.is_break(k) and view.folded[k] not in view.grammar.relative
        if parts or (view.is_verb(k) and view.folded[k] not in view.grammar.auxiliaries | view.grammar.light):
            return False
    return False


def of_another(view: View, draft: Draft, own: Iterable[Mention]) -> bool:
    """Whether only a part in the act of another is told of: "membantah terlibat dalam serangan Hamas".

    `own` are those whose part it would be.
    """
    whose = {"actor: genitive", "actor: by"}.intersection(draft.roles.why)
    noun = draft.found.voice is Voice.NOUN and involvement(view, draft.found.first) is not None
    doers, theirs = ({e for m in some for e in m.entities} for some in (draft.roles.actors, own))
    return noun and bool(whose) and bool(doers) and doers.isdisjoint(theirs)


def blames(view: View, draft: Draft) -> bool:
    """Whether a verb lays an act to somebody: "menyalahkan X atas serangan itu", "blamed X for the raid"."""
    return draft.found.cue.text in table(view.grammar.language, "status")["blames"]


def _laid_to(view: View, draft: Draft, drafts: Iterable[Draft]) -> tuple[Mention, ...] | None:
    """Those on whom a verb of the sentence lays the act of a noun."""
    return next((d.roles.recipients for d in drafts if is_laid_on(view, d, draft)), None)


def is_laid_on(view: View, blame: Draft, draft: Draft) -> bool:
    """Whether a verb lays the act of a noun to somebody: "blamed the raid on X", "the raid was blamed on X"."""
    if blame.found.cue.frame != _LAID or not blame.roles.recipients or draft.found.voice is not Voice.NOUN:
        return False
    if draft.found.first > blame.found.last:
        before = draft.found.span.end <= blame.roles.recipients[0].span.start
        return before and not _parted(view, blame.found.last, draft.found.first)
    between = range(draft.found.last + 1, blame.found.first)
    return blame.roles.passive and not any(view.is_verb(k) or view.is_break(k) for k in between if k not in view.at)


def laid_at(view: View, first: int) -> int | None:
    """The word before the noun of an act that leads what somebody is blamed for ("atas", "for"), if any.

    Where heads stand last, what the noun is described with stands between: "for Tuesday's deadly attack".
    """
    g = view.grammar
    k = first - 1
    while k > 0 and k not in view.at and view.folded[k] in g.determinatives - g.reasons:
        k -= 1
    least = first - 1 if g.genitive_after else max(0, first - 2 - GAP)
    while k > least and _describes(view, k):
        k -= 1
    return k if k > 0 and k not in view.at and view.folded[k] in g.reasons else None


def _describes(view: View, k: int) -> bool:
    """Whether a word may only describe the noun behind it."""
    word, g = view.folded[k], view.grammar
    apart = g.prepositions | g.reasons | g.coordinators | g.relative
    return k not in view.at and word[0].isalpha() and word not in apart and not (view.is_verb(k) or view.is_break(k))


def _parted(view: View, first: int, last: int) -> bool:
    return any(
        (view.is_break(k) and view.folded[k] not in view.grammar.complementizers) or view.folded[k] in {",", ";"}
        for k in view.between(first, last)
        if k not in view.at
    )


def _accused_before(view: View, draft: Draft, before: list[Draft]) -> Draft | None:
    """The accusation to which "and" joins the verb of an act, where it tells who accuses."""
    j = view.before_verb(draft.found.first)
    if draft.found.voice is Voice.NOUN or j < 0 or view.folded[j] not in view.grammar.coordinators:
        return None
    outer = next((d for d in reversed(before) if d.found.cue.type is EventType.ACCUSE), None)
    if outer is None or outer.roles.passive or not outer.roles.actors or view.is_verb(j - 1):
        return None
    return outer


def _breaks_with(view: View, draft: Draft, before: list[Draft]) -> Draft | None:
    """The accusation behind which the accuser breaks with the accused or demands of them, only pointing back to them.

    "Menuduh X membantu Y dan memutuskan hubungan dengan negara itu": nobody breaks with the one whom they help.
    """
    outer = _accused_before(view, draft, before) if draft.found.cue.type in _NEXT else None
    if outer is None or not outer.roles.recipients:
        return None
    behind = view.folded[draft.found.last + 1 :]
    phrases = [tuple(p.split()) for p in table(view.grammar.language, "status")["that_state"]]
    pointed = any(behind[k : k + len(p)] == p for p in phrases for k in range(len(behind)))
    return outer if pointed else None


def _is_of_object(view: View, draft: Draft, before: list[Draft]) -> bool:
    """Whether a verb that seems the accuser's is theirs who are accused, though no known party: "menuding para perusuh
    membakar kantor itu"."""
    g = view.grammar
    outer = next((d for d in reversed(before) if d.found.cue.mode == "allege"), None)
    if outer is None or not g.genitive_after or Voice.NOUN in (outer.found.voice, draft.found.voice):
        return False
    gap = range(outer.found.last + 1, draft.found.first)
    words = frozenset(view.folded[gap.start : gap.stop])
    small = g.auxiliaries | g.complementizers | g.prepositions | g.reasons
    if not gap or view.folded[gap.start] in small or words & g.coordinators or _parted(view, gap.start - 1, gap.stop):
        return False
    return bool(words - g.determinatives) and bool(set(draft.roles.actors) & set(outer.roles.actors))


def _accuser(view: View, draft: Draft, before: list[Draft]) -> tuple[Mention, ...] | None:
    """The accuser, where an act that "and" joins to an accusation hits the accused.

    "Menuduh X melanggar perbatasan dan mengusir duta besar X".
    """
    outer = _accused_before(view, draft, before)
    if outer is None:
        return None
    hit, accused = _entities(draft.roles.recipients), _entities(outer.roles.recipients)
    named = all(_is_named(view, m) for m in draft.roles.recipients)
    return outer.roles.actors if named and hit and hit <= accused else None


def _orderer(view: View, draft: Draft, before: list[Draft]) -> tuple[Mention, ...] | None:
    """Who orders an act by its noun and names nobody else for it: "memerintahkan pengerahan 2.000 tentara"."""
    if draft.found.voice is not Voice.NOUN or any(_is_named(view, m) for m in draft.roles.actors):
        return None
    outer = orderer(view, draft, before)
    return None if outer is None else outer.roles.actors or None


def _is_named(view: View, mention: Mention) -> bool:
    """Whether a name stands in the words for a party: "pasukan Rwanda", not "2.000 tentara"."""
    return any(word[:1].isupper() for word in mention.span.of(view.text).split())


def _entities(mentions: Iterable[Mention]) -> set[str]:
    return {e for m in mentions for e in m.entities}
