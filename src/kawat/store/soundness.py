"""What a sound record keeps to: checked before one is stored, and again by `kawat doctor`."""

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.model import Record, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must not be in a sound store: a stable word for programs, and a sentence."""

    code: str
    message: str


def faults(record: Record) -> tuple[str, ...]:
    """What is wrong with a record, a sentence each; empty for a sound one.

    Every span lies inside the text, every piece of evidence equals the text under its span, every party and speaker is
    among the entities, every tie joins what the record holds, and no two entities, claims or quotations share an id.
    """
    return (*_spans(record), *_evidence(record), *_parties(record), *_ties(record), *_doubles(record))


def _spans(record: Record) -> Iterator[str]:
    article = record.article
    named: list[tuple[str, Span | None]] = [
        *((f"block {i}", block.span) for i, block in enumerate(article.blocks)),
        *((f"caption {i}", caption.span) for i, caption in enumerate(article.captions)),
        ("the dateline", article.dateline),
        *((f"note {note.code}", note.span) for note in (*article.notes, *record.notes)),
        *((f"claim {claim.id}", claim.span) for claim in record.claims),
        *((f"the trigger of claim {claim.id}", claim.trigger.span) for claim in record.claims),
        *((f"a hop of claim {claim.id}", hop.span) for claim in record.claims for hop in claim.chain),
        *((f"a telling of claim {claim.id}", telling.span) for claim in record.claims for telling in claim.also),
        *((f"quotation {quoted.id}", quoted.span) for quoted in record.quotations),
        *((f"a hop of quotation {quoted.id}", hop.span) for quoted in record.quotations for hop in quoted.chain),
    ]
    length = len(article.text)
    for name, span in named:
        if span is not None and span.end > length:
            yield f"{name} reaches to {span.end} in a text of {length} characters"


def _evidence(record: Record) -> Iterator[str]:
    text = record.article.text
    for claim in record.claims:
        if claim.span.of(text) != claim.sentence:
            yield f"the sentence of claim {claim.id} is not what stands at {claim.span.start}"
        if claim.trigger.span.of(text) != claim.trigger.text:
            yield f"the trigger of claim {claim.id} is not what stands at {claim.trigger.span.start}"
        for telling in claim.also:
            if telling.span.of(text) != telling.sentence or telling.trigger.span.of(text) != telling.trigger.text:
                yield f"a telling of claim {claim.id} is not what stands at {telling.span.start}"
    for quoted in record.quotations:
        if quoted.span.of(text) != quoted.text:
            yield f"the words of quotation {quoted.id} are not what stands at {quoted.span.start}"


def _parties(record: Record) -> Iterator[str]:
    known = {entity.id for entity in record.entities}
    for claim in record.claims:
        for party in (*claim.actors, *claim.recipients, claim.speaker, *(t.speaker for t in claim.also)):
            if party is not None and party not in known:
                yield f"claim {claim.id} names {party}, which is no entity of the record"
    for quoted in record.quotations:
        if quoted.speaker is not None and quoted.speaker not in known:
            yield f"quotation {quoted.id} names {quoted.speaker}, which is no entity of the record"


def _ties(record: Record) -> Iterator[str]:
    claims = {claim.id for claim in record.claims}
    every = claims | {quoted.id for quoted in record.quotations}
    for tie in record.ties:
        if tie.left not in every or tie.right not in claims:
            yield f"a tie names {tie.left} and {tie.right}, and not both are of the record"


def _doubles(record: Record) -> Iterator[str]:
    for what, ids in (
        ("entities", [entity.id for entity in record.entities]),
        ("claims", [claim.id for claim in record.claims]),
        ("quotations", [quoted.id for quoted in record.quotations]),
    ):
        if len(set(ids)) != len(ids):
            twice = sorted({name for name in ids if ids.count(name) > 1})
            yield f"two {what} share the id {', '.join(twice)}"
