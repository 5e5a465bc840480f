"""When the act of a claim happened: its own words, else what it leans on, else nothing.

A claim never takes the day of the report: "sanksi Barat" in a report of 12 March says nothing of that day.
"""

from kawat.model import Article, BlockKind, Date, Document, EventMention, Grain, Status, TimeRef

# Acts that go on or are announced at the story's own time lean on the lead; a planned act's day is its own matter.
_LEANS_ON_LEAD = frozenset({Status.ASSERTED, Status.ALLEGED})
_EXACT = frozenset({Grain.MINUTE, Grain.DAY})


def date_of(document: Document, event: EventMention) -> tuple[Date | None, str]:
    """The date of an event and the reason for it, in words for `why`."""
    text = document.article.text
    if event.time is not None:
        if event.time.start is None:
            return None, f"date: the words {event.time.span.of(text)!r} give no day"
        return _date(event.time, text), f"date: own words {event.time.span.of(text)!r}"
    if event.status not in _LEANS_ON_LEAD:
        return None, "date: none said for an act that is not told as done"
    sentence = document.sentences[event.sentence]
    near = _of_block(document, sentence.block, around=event.trigger.start)
    if near is not None:
        return _date(near, text), f"date: the paragraph's {near.span.of(text)!r}"
    lead = _lead_time(document)
    if lead is not None:
        return _date(lead, text), f"date: the lead's {lead.span.of(text)!r}"
    return None, "date: none in the sentence, its paragraph or the lead"


def _date(time: TimeRef, text: str) -> Date | None:
    if time.start is None:
        return None
    return Date(time.start, time.end or time.start, time.grain, time.span.of(text))


def _of_block(document: Document, block: int, around: int) -> TimeRef | None:
    """The day-exact time of a block that stands nearest before `around`, else nearest after it."""
    span = document.article.blocks[block].span
    times = [t for t in document.times if span.covers(t.span) and _usable(t, document.article)]
    before = [t for t in times if t.span.start < around]
    return before[-1] if before else next(iter(times), None)


def _lead_time(document: Document) -> TimeRef | None:
    for index, block in enumerate(document.article.blocks):
        if block.kind is BlockKind.BODY:
            return _of_block(document, index, block.span.start)
    return None


def _usable(time: TimeRef, article: Article) -> bool:
    """Exact to the day, and not after the report."""
    if time.start is None or time.grain not in _EXACT:
        return False
    return article.published is None or time.start <= article.published.date()
