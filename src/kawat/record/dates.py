"""When the act of a claim happened: its own words, else what it leans on, else nothing.

A claim never takes the day of the report: "sanksi Barat" in a report of 12 March says nothing of that day.
"""

import re

from kawat.annotate.times_grammar import grammar
from kawat.annotate.voice import view
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
    Span,
    Status,
    TimeRef,
)
from kawat.ontology import Voice

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
    leant, own = _leant(document, event), event.time
    if own is not None and not _of_other(own, event, leant, text) and not _to_come(document, event):
        if own.start is None:
            return None, f"date: the words {own.span.of(text)!r} give no day"
        return _date(own, text), f"date: own words {own.span.of(text)!r}"
    if event.status not in _LEANS:
        return None, "date: none said for an act that is not told as done"
    if leant is not None:
        words = leant.span.of(text)
        return leant.act and Date(*leant.act, words), f"date: {words!r} counts from this act"
    sentence = document.sentences[event.sentence]
    told_today = event.type in _OF_THE_DAY
    near = _of_block(document, sentence.block, event.trigger.start, after=told_today, inner=event.inner)
    if near is not None and (_apart(document, event, near) or _of_telling(document, event, near)):
        return None, f"date: another time than {near.span.of(text)!r}"
    lead = _lead_time(document, event.inner) if told_today or sentence.kind in _TITLES else None
    if near is not None and lead is not None and _is_background(near, lead, behind=sentence.span.end):
        near = None
    if near is not None:
        return _date(near, text), f"date: the paragraph's {near.span.of(text)!r}"
    if lead is not None:
        return _date(lead, text), f"date: the lead's {lead.span.of(text)!r}"
    return None, "date: none that this act can lean on"


def _to_come(document: Document, event: EventMention) -> bool:
    """Whether the time of what is said lies after the report, or of what is done until then: "agreed to meet in May",
    "extended sanctions until May". It is the day of something else."""
    published, time = document.article.published, event.time
    if published is None or time is None or time.start is None or event.status not in _LEANS:
        return False
    said = event.type in _OF_THE_DAY and event.type is not EventType.CONSULT
    until = grammar(document.article.language or "").until.search(document.article.text, 0, time.span.start)
    return time.start > published.date() and (said or until is not None)


def _leant(document: Document, event: EventMention) -> TimeRef | None:
    """The time before an act that counts from it: "on Thursday, a day after [X attacked Y]"."""
    text, sentence = document.article.text, document.sentences[event.sentence].span
    for time in document.times:
        if time.anchor is not Anchor.ACT or not sentence.covers(time.span):
            continue
        behind = time.span.end <= event.trigger.start and "," not in text[time.span.end : event.trigger.start]
        open_ended = _orders(document).fullmatch(
            text, time.span.of(text).rfind(" ") + 1 + time.span.start, time.span.end
        )
        if (behind and open_ended) or (time != event.time and (behind or time.span.covers(event.trigger))):
            return time
    return None


def _of_other(own: TimeRef, event: EventMention, leant: TimeRef | None, text: str) -> bool:
    """Whether a time is of the act that `leant` dates and not of the one that this counts from."""
    if leant is None:
        return False
    return own == leant or own.span.end <= leant.span.start or "," in text[event.trigger.end : own.span.start]


def _orders(document: Document) -> re.Pattern[str]:
    return grammar(document.article.language or "").order


def _apart(document: Document, event: EventMention, time: TimeRef) -> bool:
    """Whether a word of order parts an act from a time of its sentence: "on Thursday after [it had shelled X]".

    A meeting is on the day of what is said after it. What was before an act that has a day has none.
    """
    text, sentence, order = document.article.text, document.sentences[event.sentence].span, _orders(document)
    if not sentence.covers(time.span) or event.trigger.start < time.span.end:
        return False
    if event.type is not EventType.CONSULT and order.search(text, time.span.end, event.trigger.start):
        return True
    led = [
        m for m in order.finditer(text, sentence.start, time.span.start) if "," not in text[m.end() : time.span.start]
    ]
    closed = "," in text[time.span.end : event.trigger.start]
    return bool(led) and closed and grammar(document.article.language or "").sense("order", led[-1].group()) == "before"


def _of_telling(document: Document, event: EventMention, time: TimeRef) -> bool:
    """Whether a time is that of the verb by which a deed is only spoken of, by its noun or in an accusation.

    "Pada Rabu mengecam serangan X", "pada Rabu meralat jumlah korban serangan itu": the attack was before.
    """
    sentence = document.sentences[event.sentence]
    between = Span(time.span.end, max(time.span.end, event.trigger.start))
    inner = any(i.trigger == event.trigger for other in document.events for i in other.inner)
    spoken_of = inner or f"voice {Voice.NOUN}" in event.why
    if event.type in _OF_THE_DAY or not spoken_of or not sentence.span.covers(time.span):
        return False
    seen = view(document, sentence)
    g = seen.grammar
    done = g.light | g.light_passive | g.harm | g.perished | g.auxiliaries
    return any(
        between.covers(token.span) and k not in seen.at and seen.is_verb(k) and seen.folded[k] not in done
        for k, token in enumerate(seen.tokens)
    )


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
