"""What a sentence says of acts that are told already: how many they were, whom help serves, what answers them."""

from collections.abc import Iterable
from dataclasses import replace

from kawat import knowledge
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EntityKind, EventMention, EventType, Party, Span
from kawat.model.codes import UNKNOWN, bare

# Forces that move, and what they do where they are bound for.
_FORCE = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
_JOINT = 24  # characters behind an exercise in which a word may say that it is held together
_RESIGN, _WITHDRAW = "resign", "withdraw"
_ARMED = (":MIL", ":REB")
_REACH = 12  # words from a noun of action to the copula that describes it


def described(view: View, events: list[EventMention], earlier: Iterable[EventMention]) -> list[EventMention]:
    """The acts of a sentence as it and what was told before describe them."""
    before = list(earlier)
    told = passing(view, helped(view, without_counts(view, events, before), before), before)
    return [_readied(view, _withdrawn(e)) for e in told]


def _withdrawn(event: EventMention) -> EventMention:
    """Forces and groups that give way withdraw; they do not resign."""
    forces = event.mode == _RESIGN and any(map(_is_force, event.actors))
    return replace(event, mode=_WITHDRAW) if forces else event


def _readied(view: View, event: EventMention) -> EventMention:
    """An exercise of one side alone readies its forces; it is no cooperation."""
    words = frozenset(event.trigger.of(view.text).lower().split())
    rows = table(view.grammar.language, "status")
    alone = len({bare(p.code) for p in event.actors}) == 1 and not event.recipients
    if event.type is not EventType.COOPERATE or not alone or not words & set(rows["drills"]):
        return event
    after = view.text[event.trigger.end : event.trigger.end + _JOINT].lower().split()
    if {*words, *after} & set(rows["joint"]):
        return event
    why = (*event.why, "type: an exercise of one side alone")
    return replace(event, type=EventType.MOBILIZE, mode="troops", why=why)


def _is_force(party: Party) -> bool:
    known = knowledge.get(party.code)
    return party.code.endswith(_ARMED) or (known is not None and known.kind is EntityKind.GROUP)


def counted(view: View, trigger: Span) -> Span | None:
    """Where the counting begins in a sentence that only counts the act of a noun; None where it does not.

    "Pertemuan X dengan Y merupakan pertemuan ketujuh mereka", "The talks were the third this year": such a sentence
    says which of several acts one was, and tells no other.
    """
    act = [k for k, t in enumerate(view.tokens) if t.span.overlaps(trigger)]
    if not act or any(view.is_verb(k) for k in act):
        return None
    copula = _copula_behind(view, act[-1])
    if copula is None:
        copula = _copula_before(view, act[0])
    if copula is None or not _counts(view, copula, act[-1]):
        return None
    return Span(view.tokens[copula].span.start, view.sentence.span.end)


def _copula_behind(view: View, last: int) -> int | None:
    """The copula of which a noun is the subject: only parties and phrases stand between."""
    g = view.grammar
    for k in range(last + 1, min(len(view.tokens), last + 1 + _REACH)):
        if k in view.at:
            continue
        if view.folded[k] in g.copulas:
            return k
        if view.is_verb(k) or view.is_break(k) or view.folded[k] in g.relative or view.tokens[k].text == ",":
            return None
    return None


def _copula_before(view: View, first: int) -> int | None:
    """The copula of which a noun is the predicate: nothing but words of its own phrase stand between."""
    for k in range(first - 1, max(-1, first - 4), -1):
        if view.folded[k] in view.grammar.copulas:
            return k
        if view.is_verb(k) or view.is_break(k) or k in view.at or view.tokens[k].text == ",":
            return None
    return None


def _counts(view: View, copula: int, last: int) -> bool:
    """Whether a word that counts stands in the predicate, before anything that parts it from the copula.

    A predicate that says who met ("adalah pertemuan pertama antara X dan Y") tells the act itself.
    """
    g = view.grammar
    for k in range(copula + 1, min(len(view.tokens), max(copula, last) + 4)):
        if g.counting.fullmatch(view.folded[k]):
            return not g.between & set(view.folded[k + 1 : k + 6])
        if view.tokens[k].text in {",", ";", ":"} or view.is_break(k):
            return False
    return False


def without_counts(view: View, events: list[EventMention], told: Iterable[EventMention]) -> list[EventMention]:
    """Leaves out the acts that a sentence only counts and that an earlier one told of the same parties.

    One that nobody told before stays, without the time of its counting ("yang ketiga tahun ini").
    """
    earlier = list(told)
    kept = []
    for event in events:
        counting = counted(view, event.trigger)
        if counting is None:
            kept.append(event)
        elif not any(e.type is event.type and _states(e) == _states(event) for e in earlier):
            inside = event.time is not None and counting.covers(event.time.span)
            kept.append(replace(event, time=None) if inside else event)
    return kept


def _states(event: EventMention) -> set[str]:
    return {bare(p.code) for p in (*event.actors, *event.recipients)}


def helped(view: View, events: list[EventMention], earlier: Iterable[EventMention]) -> list[EventMention]:
    """Gives help for an act to whoever does the act: "membantu kelangsungan invasi" helps the invader.

    A return ("akan dibalas dengan senjata dari X") goes to whoever did what it is for.
    """
    before = list(earlier)
    made = []
    for event in events:
        if event.type is EventType.AID and not event.recipients:
            doers = _doers_behind(view, event, events)
            if not doers and _answers(view, event):
                doers = next((e.actors for e in reversed(before) if e.type is EventType.AID), ())
            own = {bare(p.code) for p in event.actors}
            given = tuple(replace(p, span=None) for p in doers if p.code != UNKNOWN and bare(p.code) not in own)
            if given:
                why = (*event.why, "recipient: doer of the act that it serves")
                made.append(replace(event, recipients=given, why=why))
                continue
        made.append(event)
    return made


def _doers_behind(view: View, event: EventMention, events: list[EventMention]) -> tuple[Party, ...]:
    """The doers of the act of a noun that stands right behind, with only nouns between."""
    for other in events:
        if other.type is EventType.AID or other.trigger.start < event.trigger.end:
            continue
        gap = [k for k, t in enumerate(view.tokens) if event.trigger.end <= t.span.start < other.trigger.start]
        quiet = not any(
            k in view.at or view.is_verb(k) or view.is_break(k) or view.folded[k] in view.grammar.prepositions or
            view.tokens[k].text == "," for k in gap if view.folded[k] not in view.grammar.determinatives
        )  # fmt: skip
        if quiet and len(gap) <= 3:
            return other.actors
    return ()


def passing(view: View, events: list[EventMention], earlier: Iterable[EventMention]) -> list[EventMention]:
    """Forces that only pass through a land do not go against it: "pasukan X masuk melalui wilayah Y".

    Whom they go against is told of the same forces before, in this report, or nobody.
    """
    passage = frozenset(table(view.grammar.language, "status")["passage"])
    before = [e for e in earlier if e.type in _FORCE and e.recipients]
    made = []
    for event in events:
        passed = {p for p in event.recipients if p.span is not None and view.led_by(p.span, passage)}
        if event.type is EventType.MOBILIZE and passed:
            doers = {bare(p.code) for p in event.actors} - {UNKNOWN}
            goal = next((e.recipients for e in reversed(before) if doers & {bare(p.code) for p in e.actors}), ())
            left = tuple(p for p in event.recipients if p not in passed)
            onward = tuple(replace(p, span=None) for p in goal if bare(p.code) not in {bare(x.code) for x in passed})
            event = replace(event, recipients=left or onward, why=(*event.why, "recipient: not whom it passes"))  # noqa: PLW2901
        made.append(event)
    return made


def _answers(view: View, event: EventMention) -> bool:
    first = next((k for k, t in enumerate(view.tokens) if t.span.overlaps(event.trigger)), 0)
    return bool(view.grammar.answering.fullmatch(view.folded[first]))
