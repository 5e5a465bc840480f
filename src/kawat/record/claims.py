"""Events and quotations of a document → claims of a record, and how they stand to each other."""

from kawat import ontology
from kawat.model import (
    Claim,
    Date,
    Document,
    EventMention,
    Party,
    Place,
    Quotation,
    QuotationClaim,
    Telling,
    Tie,
    Trigger,
)
from kawat.model.codes import UNKNOWN, side_of
from kawat.record.chain import full_chain, party_sourced, state_media
from kawat.record.dates import date_of
from kawat.record.ids import Counter, make_id
from kawat.record.tellings import Acts, surest
from kawat.record.ties import ties


def claims(document: Document, acts: Acts) -> tuple[Claim, ...]:
    """One claim an act of `told`, with every place that tells it, in the order in which the text tells them first."""
    count = Counter()
    return tuple(_claim(document, group, count) for group in acts)


def quotations(document: Document) -> tuple[QuotationClaim, ...]:
    """One claim a quotation, in the order of the text."""
    count = Counter()
    return tuple(_quotation(document, quotation, count) for quotation in document.quotations)


def tied(document: Document, acts: Acts, made: tuple[Claim, ...], said: tuple[QuotationClaim, ...]) -> tuple[Tie, ...]:
    """The ties among the claims that were made of the acts of a document and its quotations."""
    ids = {i: claim.id for claim, group in zip(made, acts, strict=True) for i in group}
    return ties(document, ids, tuple(q.id for q in said))


def _claim(document: Document, group: tuple[int, ...], count: Counter) -> Claim:
    article = document.article
    event, *others = (document.events[i] for i in group)
    span = document.sentences[event.sentence].span
    sentence, trigger = span.of(article.text), event.trigger.of(article.text)
    date, reason = _dated(document, (event, *others))
    place = next((e.place for e in (event, *others) if e.place is not None), None)
    actors, recipients = _known(event.actors, others, "actors"), _known(event.recipients, others, "recipients")
    if recipients is not event.recipients:  # "X hosts Y" beside "Y met X": who meets is visited by nobody else
        doers = {side_of(p.code) for p in actors}
        recipients = tuple(p for p in recipients if side_of(p.code) not in doers)
    code = ontology.cameo(event.type, event.mode)
    chain = full_chain(event.chain, article)
    codes = {e.id: e.code for e in document.entities}
    return Claim(
        id=make_id("c", article.id, sentence, trigger, str(count.next(sentence, trigger))),
        type=event.type,
        mode=event.mode,
        contexts=event.contexts,
        cameo=code,
        goldstein=ontology.goldstein(code) if code else None,
        actors=tuple(dict.fromkeys(p.entity for p in actors)),
        recipients=tuple(dict.fromkeys(p.entity for p in recipients)),
        status=event.status,
        speaker=event.speaker.entity if event.speaker else None,
        chain=chain,
        date=date,
        place=Place(place.id, place.name, place.span.of(article.text)) if place else None,
        sentence=sentence,
        trigger=Trigger(trigger, event.trigger),
        span=span,
        score=event.score,
        why=(*event.why, reason),
        party_sourced=party_sourced(chain, (p.code for p in (*actors, *recipients)), codes),
        state_media=state_media(chain),
        publisher=surest(document, group),
        also=tuple(_telling(document, e) for e in sorted(others, key=lambda e: e.trigger)),
    )


def _dated(document: Document, tellings: tuple[EventMention, ...]) -> tuple[Date | None, str]:
    """The date of the fullest telling, else of another one in its own words."""
    first = date_of(document, tellings[0])
    if first[0] is not None:
        return first
    later = (date_of(document, event) for event in tellings[1:] if event.time is not None)
    return next((found for found in later if found[0] is not None), first)


def _known(own: tuple[Party, ...], others: list[EventMention], side: str) -> tuple[Party, ...]:
    """The parties of the fullest telling, or those that another one knows."""
    if any(p.code != UNKNOWN for p in own):
        return own
    told_elsewhere = (e.actors if side == "actors" else e.recipients for e in others)
    return next((parties for parties in told_elsewhere if any(p.code != UNKNOWN for p in parties)), own)


def _telling(document: Document, event: EventMention) -> Telling:
    sentence, text = document.sentences[event.sentence], document.article.text
    return Telling(
        block=sentence.kind,
        sentence=sentence.span.of(text),
        span=sentence.span,
        trigger=Trigger(event.trigger.of(text), event.trigger),
        status=event.status,
        speaker=event.speaker.entity if event.speaker else None,
    )


def _quotation(document: Document, quotation: Quotation, count: Counter) -> QuotationClaim:
    article = document.article
    text = quotation.content.of(article.text)
    return QuotationClaim(
        id=make_id("q", article.id, text, str(count.next(text))),
        text=text,
        manner=quotation.manner,
        speaker=quotation.speaker,
        chain=full_chain(quotation.chain, article),
        span=quotation.content,
    )
