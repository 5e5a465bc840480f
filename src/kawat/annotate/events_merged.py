"""One act told twice in a sentence is one record."""

from dataclasses import replace

from kawat.annotate.entities import UNKNOWN
from kawat.model import EventMention, EventType, Party, Status

_VISIT = "visit"


def merged(events: list[EventMention]) -> list[EventMention]:
    """One act told twice in a sentence is one record: same type, and the parties of one among those of the other."""
    kept: list[EventMention] = []
    for event in events:
        twin = next((k for k, other in enumerate(kept) if _same_act(other, event)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[twin] = _union(kept[twin], event)
    return kept


def _same_act(a: EventMention, b: EventMention) -> bool:
    if a.type is not b.type or {a.status, b.status} >= {Status.ASSERTED, Status.DENIED}:
        return False
    if (a.mode == _VISIT) is not (b.mode == _VISIT):
        return False  # a visit, and the meeting during it
    return _fits(a.actors, b.actors) and _fits(a.recipients, b.recipients)


def _fits(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    left, right = ({p.entity for p in side} - {UNKNOWN} for side in (a, b))
    return left <= right or right <= left


def _union(a: EventMention, b: EventMention) -> EventMention:
    actors, recipients = (_longer(x, y) for x, y in ((a.actors, b.actors), (a.recipients, b.recipients)))
    if a.status is not b.status and _longer(a.recipients, b.recipients) is not a.recipients:
        a, b = b, a  # "mengepung dan menahan mereka": how sure it is follows from who suffers
    elif a.type is EventType.ASSAULT and not _worded(a.actors) and _worded(b.actors):
        a, b = b, a  # "tewas setelah orang bersenjata melepaskan tembakan": the act is told where its doer is
    inner = (*a.inner, *(i for i in b.inner if i not in a.inner))
    return replace(
        a, mode=a.mode or b.mode, actors=actors, recipients=recipients, time=a.time or b.time, place=a.place or b.place,
        inner=inner,
    )  # fmt: skip


def _worded(parties: tuple[Party, ...]) -> bool:
    return any(p.span is not None for p in parties)


def _longer(a: tuple[Party, ...], b: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {p.entity for p in a} - {UNKNOWN}, {p.entity for p in b} - {UNKNOWN}
    return b if len(known[1]) > len(known[0]) else a
