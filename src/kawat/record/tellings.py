"""Which sentences of one report tell one act: its headline, its lead, a caption, a quotation.

Two sentences of the body that could be two acts stay two. A caption bears out what the report tells and tells nothing
by itself: a photograph may be of another day. Told and denied are two claims.
"""

from kawat.model import BlockKind, Document, EventMention, EventType, Party, Status
from kawat.model.codes import UNKNOWN, side_of
from kawat.model.record import SURENESS

_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.CAPTION})
_ORDER = {BlockKind.BODY: 0, BlockKind.SUBTITLE: 1, BlockKind.HEADLINE: 2, BlockKind.CAPTION: 3}
_TOLD = frozenset({Status.ASSERTED, Status.ALLEGED})
_SPOKEN = frozenset(
    {
        EventType.ACCUSE, EventType.AGREE, EventType.CONCEDE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT,
        EventType.THREATEN,
    }
)  # fmt: skip


Acts = tuple[tuple[int, ...], ...]


def told(document: Document) -> Acts:
    """Indexes into `document.events` by act, in the order of the text; the fullest telling stands first.

    Captions that bear nothing out are left out.
    """
    groups: list[list[int]] = []
    for index, event in enumerate(document.events):
        group = next((g for g in groups if all(_one(document, document.events[i], event) for i in g)), None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    kept = (g for g in groups if any(_kind(document, document.events[i]) is not BlockKind.CAPTION for i in g))
    return tuple(_fullest_first(document, group) for group in kept)


def _fullest_first(document: Document, group: list[int]) -> tuple[int, ...]:
    def rank(index: int) -> tuple[int, ...]:
        event = document.events[index]
        words = sum(p.span is not None for p in (*event.actors, *event.recipients))
        laid_on = event.speaker is not None
        return (
            _ORDER[_kind(document, event)],
            not words,  # "pertemuan itu": known from another telling
            laid_on,
            -words,
            -(event.time is not None),
            -(event.place is not None),
            index,
        )

    main = min(group, key=rank)
    return (main, *(i for i in group if i != main))


def surest(document: Document, group: tuple[int, ...]) -> Status | None:
    """How sure the publisher is in words that are laid on nobody; None where every telling is on a source's word."""
    own = {document.events[i].status for i in group if document.events[i].speaker is None}
    return next((status for status in SURENESS if status in own), None)


def _kind(document: Document, event: EventMention) -> BlockKind:
    return document.sentences[event.sentence].kind


def _one(document: Document, a: EventMention, b: EventMention) -> bool:
    if a.type is not b.type or not (a.status is b.status or {a.status, b.status} <= _TOLD):
        return False
    # of two sentences of the body, which are most pairs by far, this settles most, and costs least
    titled = _kind(document, a) in _TITLES or _kind(document, b) in _TITLES
    if not titled and not any(_points_back(*two) or _quoted(document, *two) for two in ((a, b), (b, a))):
        return False
    if not _parties(a, b):
        return False
    if None not in (a.mode, b.mode) and a.mode != b.mode and a.type is not EventType.CONSULT:
        return False
    return not _apart(a, b) and not (titled and a.sentence == b.sentence)


def _parties(a: EventMention, b: EventMention) -> bool:
    """Whether the parties of one are among those of the other, on both sides, and some are the same."""
    if a.type is EventType.CONSULT:  # a host is as much a party as a visitor
        left, right = _codes((*a.actors, *a.recipients)), _codes((*b.actors, *b.recipients))
        return bool(left & right) and (left <= right or right <= left)
    sides = (
        (_codes(a.actors), _codes(b.actors)),
        (_codes(a.recipients), _codes(b.recipients)),
    )
    fit = all(not x or not y or x <= y or y <= x for x, y in sides)
    return fit and any(x & y for x, y in sides)


def _codes(parties: tuple[Party, ...]) -> set[str]:
    return {side_of(p.code) for p in parties} - {UNKNOWN}


def _apart(a: EventMention, b: EventMention) -> bool:
    """Whether the words give two days or two states."""
    if a.time and b.time and a.time.start and b.time.start:
        ends = a.time.end or a.time.start, b.time.end or b.time.start
        if a.time.start > ends[1] or b.time.start > ends[0]:
            return True
    return bool(a.place and b.place and a.place.state and b.place.state and a.place.state != b.place.state)


def _points_back(a: EventMention, b: EventMention) -> bool:
    """Whether the parties of `b` are not told again, but known from `a`: "pertemuan itu"."""
    parties = (*b.actors, *b.recipients)
    return a.trigger.end <= b.trigger.start and bool(parties) and all(p.span is None for p in parties)


def _quoted(document: Document, lead: EventMention, quote: EventMention) -> bool:
    """Whether the lead tells what a party of an act of words says in a quotation: condemns, promises, refuses."""
    if lead.type not in _SPOKEN or quote.speaker is None or lead.speaker is not None:
        return False
    if not any(p.entity == quote.speaker.entity for p in quote.actors):
        return False
    same = _codes(lead.actors) == _codes(quote.actors) and _codes(lead.recipients) == _codes(quote.recipients)
    first = next((s.block for s in document.sentences if s.kind is BlockKind.BODY), None)
    return same and document.sentences[lead.sentence].block == first
