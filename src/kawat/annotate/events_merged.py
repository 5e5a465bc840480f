"""One act told twice in a sentence is one record."""

from collections.abc import Callable
from dataclasses import replace

from kawat.annotate.voice import View
from kawat.model import EventMention, EventType, Party, Status
from kawat.model.codes import UNKNOWN

_VISIT, _MEDIATION = "visit", "third-party"
_OBJECT = 4  # so many words stand between a verb and the noun that it governs at most
# What is said, shouted or agreed is somebody's: without a party there is no such act.
_OF_SOMEBODY = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT,
        EventType.THREATEN, EventType.PROTEST,
    }
)  # fmt: skip
# Deeds of which each is told by its own verb where "and" joins them, if they are read as likely as this; what harms
# people is told by how and by whom.
_DEEDS, _LIKELY = frozenset({EventType.COERCE, EventType.AID, EventType.RETREAT}), 0.7
# Two acts that are read as surely as this are told for themselves, whoever does them.
_SURE = 0.95
_BETTER = 0.1  # so much surer is what tells an act best
_LEAD = 3  # words before an act that may say so: "was the third attack"


def merged(view: View, events: list[EventMention], nobody: Callable[[], Party]) -> list[EventMention]:
    """One act told twice in a sentence is one record: same type, and the parties of one among those of the other.

    Two that "and" joins are two where nothing else stands between them ("menangkap dan mendeportasi") or their modes
    say so, and so are two that are read surely, unless the second is how the first was done ("tewas dalam serangan").
    `nobody` is the party that nobody knows.
    """
    kept: list[EventMention] = []
    for event in _mediated(view, events, nobody):
        same = [k for k, other in enumerate(kept) if _same_act(other, event) or _goes_on(view, other, event)]
        twin = next((k for k in same if not _joined(view, kept[k], event)), None)
        if twin is not None:
            kept[twin] = _union(view, kept[twin], event)
            continue
        kept = [_sharing(view, other, event) if k in same else other for k, other in enumerate(kept)]
        kept.append(event)
    return [event for event in kept if _political(event)]


def _mediated(view: View, events: list[EventMention], nobody: Callable[[], Party]) -> list[EventMention]:
    """What somebody mediates is the act of others: "Egypt brokered a truce" is no truce of Egypt's.

    Talks and their mediation are one act, of all who sit there.
    """
    out = list(events)
    for told in events:
        if told.mode != _MEDIATION or not told.actors or not view.is_verb(_words(view, told)[0]):
            continue
        k = next((i for i, e in enumerate(out) if e is not told and _beside(view, e, told)), None)
        if k is None:
            continue
        between = told.actors[0]
        others = tuple(p for p in out[k].actors if p.entity != between.entity)
        if out[k].type is EventType.CONSULT:
            out[k] = replace(out[k], mode=_MEDIATION, actors=(*others, between))
            out.remove(told)
        elif len(others) < len(out[k].actors):
            out[k] = replace(out[k], actors=others or (nobody(),))
    return out


def _beside(view: View, event: EventMention, told: EventMention) -> bool:
    """Whether an act is the noun that a verb has for its object, or that it describes: "a truce brokered by Egypt"."""
    (first, last), (verb, end) = _words(view, event), _words(view, told)
    gap = range(end + 1, first) if end < first else range(last + 1, verb)
    if view.is_verb(first) or len(gap) > _OBJECT:
        return False
    return not any(view.is_break(k) or view.is_verb(k) or view.tokens[k].text == "," for k in gap)


def _political(event: EventMention) -> bool:
    """Whether an act is more than what nobody named says, or what a company does to its customers or workers."""
    parties = [p.code for p in (*event.actors, *event.recipients) if p.entity != UNKNOWN]
    if not parties:
        return event.type not in _OF_SOMEBODY
    doers = [p.code for p in event.actors] or parties
    return event.type is EventType.COERCE or not (all(map(_is_business, doers)) and all(map(_is_private, parties)))


def _is_business(code: str) -> bool:
    return code.endswith(":BUS")


def _is_private(code: str) -> bool:
    return code.endswith((":BUS", ":CVL"))


def _sharing(view: View, first: EventMention, second: EventMention) -> EventMention:
    """An act with the object that it shares with the next: "mengepung dan menahan X"."""
    gap = view.text[first.trigger.end : second.trigger.start].strip().lower()
    if first.recipients or gap not in view.grammar.coordinators:
        return first
    return replace(first, recipients=second.recipients, why=(*first.why, "recipient: of the act that it is joined to"))


def _same_act(a: EventMention, b: EventMention) -> bool:
    if a.type is not b.type or {a.status, b.status} >= {Status.ASSERTED, Status.DENIED}:
        return False
    if (a.mode == _VISIT) is not (b.mode == _VISIT):
        return False  # a visit, and the meeting during it
    return _fits(a.actors, b.actors) and _fits(a.recipients, b.recipients)


def _joined(view: View, a: EventMention, b: EventMention) -> bool:
    """Whether two acts are told each for itself; what harms people may be told by how and by whom."""
    if _next(view, a, b) or (b.type is EventType.ASSAULT and _repays(view, a, b)):
        return True
    if _goes_on(view, a, b):
        return False
    elsewhere = a.type is EventType.ASSAULT and not _worded(a.actors) and _worded(b.actors)
    if min(a.score, b.score) >= _SURE and not elsewhere and not _again(view, b):
        return True
    deeds = a.type in _DEEDS and min(a.score, b.score) >= _LIKELY
    if (deeds or a.type is EventType.SANCTION) and a.trigger.of(view.text).lower() != b.trigger.of(view.text).lower():
        gap = view.text[a.trigger.end : b.trigger.start].lower().split()
        if gap and gap[-1] in view.grammar.coordinators:
            return True  # "imposed visa bans and suspended a partnership", "menggeledah X dan menyita Y"
    if a.type is EventType.ASSAULT or a.mode is None or b.mode is None or a.mode == b.mode:
        return False
    between = (t for t, word in zip(view.tokens, view.folded, strict=True) if word in view.grammar.coordinators)
    return any(a.trigger.end <= t.span.start and t.span.end <= b.trigger.start for t in between)


def _repays(view: View, a: EventMention, b: EventMention) -> bool:
    """Whether an act repays the other: "fired missiles in retaliation for an attack", "membalas serangan X"."""
    between = (
        w for t, w in zip(view.tokens, view.folded, strict=True) if a.trigger.start <= t.span.start < b.trigger.start
    )
    return not view.grammar.repaying.isdisjoint(between)


def _next(view: View, a: EventMention, b: EventMention) -> bool:
    """Whether only "and" stands between two acts: "serangan dan penculikan"."""
    return view.text[a.trigger.end : b.trigger.start].strip().lower() in view.grammar.coordinators


def _goes_on(view: View, a: EventMention, b: EventMention) -> bool:
    """Whether a second act only goes on with the first, whomever it names: "opened fire ..., killing two", "fought a
    two-hour gun battle"."""
    if a.type is not b.type or Status.DENIED in {a.status, b.status}:
        return False
    g, ((verb, last), (first, _)) = view.grammar, (_words(view, a), _words(view, b))
    if g.gerund.match(view.folded[first]) and view.folded[first] in g.harm:
        return last < first and view.folded[first - 1] in {",", *g.coordinators}
    gap = range(last + 1, first)
    apart = g.prepositions | g.coordinators | {","}
    object_of = gap and not view.is_verb(first) and view.is_verb(verb) and len(gap) <= _OBJECT
    return bool(object_of) and not any(k in view.at or view.is_verb(k) or view.folded[k] in apart for k in gap)


def _again(view: View, event: EventMention) -> bool:
    """Whether words take up an act told before them: "tewas dalam serangan", "adalah serangan", "serangan itu"."""
    first, last = _words(view, event)
    near = view.folded[last + 1 : last + 2] if view.grammar.genitive_after else view.folded[max(0, first - 1) : first]
    by_which = view.grammar.by_which.intersection(view.folded[max(0, first - _LEAD) : first])
    return bool(view.grammar.determiners.intersection(near) or by_which) or _equated(view, event)


def _equated(view: View, event: EventMention) -> bool:
    """Whether an act is what another is said to be: "Ledakan itu adalah serangan bunuh diri"."""
    first, _ = _words(view, event)
    return bool(view.grammar.copulas.intersection(view.folded[max(0, first - _LEAD) : first]))


def _words(view: View, event: EventMention) -> tuple[int, int]:
    inside = [k for k, t in enumerate(view.tokens) if t.span.overlaps(event.trigger)]
    return inside[0], inside[-1]


def _fits(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    left, right = ({p.entity for p in side} - {UNKNOWN} for side in (a, b))
    return left <= right or right <= left


def _union(view: View, a: EventMention, b: EventMention) -> EventMention:
    if _at_sidelines(view, a, b):
        return replace(a, time=a.time or b.time, place=a.place or b.place)
    actors, recipients = (_longer(x, y) for x, y in ((a.actors, b.actors), (a.recipients, b.recipients)))
    if a.status is not b.status and _longer(a.recipients, b.recipients) is not a.recipients:
        a, b = b, a  # "mengepung dan menahan mereka": how sure it is follows from who suffers
    elif a.type is EventType.ASSAULT and not _worded(a.actors) and _worded(b.actors):
        a, b = b, a  # "tewas setelah orang bersenjata melepaskan tembakan": the act is told where its doer is
    elif a.status is b.status and a.score + _BETTER < b.score and not _equated(view, b):
        a, b = b, a  # "tiba di Moskow untuk kunjungan resmi": the words that tell it best
    inner = (*a.inner, *(i for i in b.inner if i not in a.inner))
    return replace(
        a, mode=a.mode or b.mode, actors=actors, recipients=recipients, time=a.time or b.time, place=a.place or b.place,
        inner=inner,
    )  # fmt: skip


def _at_sidelines(view: View, a: EventMention, b: EventMention) -> bool:
    """Whether a meeting only takes place beside that of others: "bertemu X di sela-sela KTT ASEAN"."""
    between = {
        w for t, w in zip(view.tokens, view.folded, strict=True) if a.trigger.end <= t.span.start < b.trigger.start
    }
    return a.type is EventType.CONSULT and not view.grammar.sidelines.isdisjoint(between)


def _worded(parties: tuple[Party, ...]) -> bool:
    return any(p.span is not None for p in parties)


def _longer(a: tuple[Party, ...], b: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {p.entity for p in a} - {UNKNOWN}, {p.entity for p in b} - {UNKNOWN}
    return b if len(known[1]) > len(known[0]) else a
