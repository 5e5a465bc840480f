"""Events and quotations of a document → claims of a record."""

from kawat import ontology
from kawat.model import Claim, Document, EventMention, Place, Quotation, QuotationClaim, Trigger
from kawat.record.chain import full_chain, party_sourced, state_media
from kawat.record.dates import date_of
from kawat.record.ids import Counter, make_id


def claims(document: Document) -> tuple[Claim, ...]:
    """One claim an event mention, in the order of the text."""
    count = Counter()
    return tuple(_claim(document, event, count) for event in document.events)


def quotations(document: Document) -> tuple[QuotationClaim, ...]:
    """One claim a quotation, in the order of the text."""
    count = Counter()
    return tuple(_quotation(document, quotation, count) for quotation in document.quotations)


def _claim(document: Document, event: EventMention, count: Counter) -> Claim:
    article = document.article
    span = document.sentences[event.sentence].span
    sentence, trigger = span.of(article.text), event.trigger.of(article.text)
    date, reason = date_of(document, event)
    place = event.place
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
        actors=tuple(dict.fromkeys(p.entity for p in event.actors)),
        recipients=tuple(dict.fromkeys(p.entity for p in event.recipients)),
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
        party_sourced=party_sourced(chain, (p.code for p in (*event.actors, *event.recipients)), codes),
        state_media=state_media(chain),
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
