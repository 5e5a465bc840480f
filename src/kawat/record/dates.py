"""When the act of a claim happened: its own words, else what it leans on, else nothing.

A claim never takes the day of the report: "sanksi Barat" in a report of 12 March says nothing of that day.
"""

from kawat.model import (
    Anchor,
    Article,
    BlockKind,
    Date,
    Document,
    EventMention,
    EventType,
    Grain,
    Inner,
    Status,
    TimeRef,
)

# What is planned, denied or only possible has a day of its own or none.
_LEANS = frozenset({Status.ASSERTED, Status.ALLEGED})
# Words and meetings are what a report of the day tells. Deeds ("invasi", "sanksi") are as often its background, so they
# lean only on what stands before them in their own paragraph, or on the lead where they stand in the headline.
_OF_THE_DAY = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE})
_EXACT = frozenset({Grain.MINUTE, Grain.DAY})


def date_of(document: Document, event: EventMention) -> tuple[Date | None, str]:
    """The date of an event and the reason for it, in words for `why`."""
    text = document.article.text
    if event.time is not None:
        if event.time.start is None:
            return None, f"date: the words {event.time.span.of(text)!r} give no day"
        return _date(event.time, text), f"date: own words {event.time.span.of(text)!r}"
    if event.status not in _LEANS:
        return None, "date: none said for an act that is not told as done"
    sentence = document.sentences[event.sentence]
    told_today = event.type in _OF_THE_DAY
    near = _of_block(document, sentence.block, event.trigger.start, after=told_today, inner=event.inner)
    lead = _lead_time(document, event.inner) if told_today or sentence.kind in _TITLES else None
    if near is not None and lead is not None and _is_background(near, lead, behind=sentence.span.end):
        near = None
    if near is not None:
        return _date(near, text), f"date: the paragraph's {near.span.of(text)!r}"
    if lead is not None:
        return _date(lead, text), f"date: the lead's {lead.span.of(text)!r}"
    return None, "date: none that this act can lean on"


def _is_background(near: TimeRef, lead: TimeRef, *, behind: int) -> bool:
    """Whether a time of a later sentence lies before the news: what was told before it is not of that day."""
    return near.span.start >= behind and near.start is not None and lead.start is not None and near.start < lead.start


def _date(time: TimeRef, text: str) -> Date | None:
    if time.start is None:
        return None
    return Date(time.start, time.end or time.start, time.grain, time.span.of(text))


def _of_block(
    document: Document, block: int, around: int, *, after: bool, inner: tuple[Inner, ...] = ()
) -> TimeRef | None:
    """The day-exact time of a block that stands nearest before `around`; with `after`, else the nearest behind it.

    The time of an act that the words tell of (`inner`) is not that of the telling. What is counted from another time of
    the text ("dua hari sebelumnya") looks back from the story and is behind its own act only.
    """
    span = document.article.blocks[block].span
    times = [t for t in document.times if span.covers(t.span) and _usable(t, document.article)]
    before = [t for t in times if t.span.start < around]
    if before or not after:
        return before[-1] if before else None
    own = {e.time.span for e in document.events if e.time and any(i.trigger == e.trigger for i in inner)}
    return next((t for t in times if t.anchor is not Anchor.TEXT and t.span not in own), None)


def _lead_time(document: Document, inner: tuple[Inner, ...]) -> TimeRef | None:
    for index, block in enumerate(document.article.blocks):
        if block.kind is BlockKind.BODY:
            return _of_block(document, index, block.span.start, after=True, inner=inner)
    return None


def _usable(time: TimeRef, article: Article) -> bool:
    """Exact to the day, and not after the report."""
    if time.start is None or time.grain not in _EXACT:
        return False
    return article.published is None or time.start <= article.published.date()
