"""Record → the JSON of `kawat read`: one frozen dataclass an object, from which the schema and its page are made.

Offsets (`start`, `end`) are half-open code points into `article.text`. Parties and speakers are ids of `entities`.
Every key is always there; what is not known is null or an empty list.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from kawat.model import (
    BlockKind,
    Claim,
    Entity,
    EntityKind,
    EventType,
    Grain,
    Hop,
    HopKind,
    Manner,
    Note,
    QuotationClaim,
    Record,
    Status,
    Telling,
    TieKind,
)


def _says(text: str) -> Meta:
    return Meta(description=text)


Start = Annotated[int, _says("Where it begins: code points into `article.text`.")]
End = Annotated[int, _says("Where it ends, not included: code points into `article.text`.")]


@dataclass(frozen=True, slots=True)
class NoteJson:
    """What could not be done, kept with the result instead of being dropped."""

    stage: Annotated[str, _says("The module that says so, as `read.plain` or `annotate.times`.")]
    code: Annotated[str, _says("A stable kebab-case word for programs.")]
    message: Annotated[str, _says("One sentence for people.")]
    start: Annotated[int | None, _says("Where in `article.text`; null where the note is on the whole.")]
    end: Annotated[int | None, _says("The end of it, not included.")]


@dataclass(frozen=True, slots=True)
class HopJson:
    """One link of a reporting chain."""

    kind: Annotated[HopKind, _says("What the link is.")]
    name: Annotated[
        str | None, _says("Its name, or the words for a source that is not named; null where there are none.")
    ]
    id: Annotated[str | None, _says("Its id in `entities` or in the tables of known actors.")]
    named: Annotated[bool, _says("False for a source that the report does not name: `seorang pejabat AS`.")]
    beside: Annotated[
        bool, _says("True where it gave the words side by side with the link before it: `AFP` in `Reuters/AFP`.")
    ]


@dataclass(frozen=True, slots=True)
class CaptionJson:
    """A photograph's caption."""

    text: Annotated[str, _says("The caption without its credit.")]
    credit: Annotated[str | None, _says("Who is credited for the photograph.")]
    chain: Annotated[tuple[HopJson, ...], _says("The chain of the photograph, from who took it outwards.")]


@dataclass(frozen=True, slots=True)
class ArticleJson:
    """The report as it was read."""

    id: Annotated[str, _says("Made from the bytes of the source alone: the same report has the same id for ever.")]
    source: Annotated[str, _says("The path or address as it was given.")]
    url: Annotated[str | None, _says("The address that the page gives itself.")]
    language: Annotated[str | None, _says("`id`, `en` or another ISO 639 code; null where it could not be told.")]
    outlet: Annotated[str | None, _says("Who published the report.")]
    headline: Annotated[str | None, _says("The headline.")]
    kicker: Annotated[str | None, _says("The line over the headline.")]
    subtitle: Annotated[str | None, _says("The line under the headline.")]
    published: Annotated[datetime | None, _says("When it was published: ISO 8601 with the offset of its zone.")]
    published_raw: Annotated[str | None, _says("The words of the page from which `published` was read.")]
    authors: Annotated[tuple[str, ...], _says("Who wrote it.")]
    editors: Annotated[tuple[str, ...], _says("Who edited it.")]
    agency: Annotated[str | None, _says("The news agency that it was taken from.")]
    carriers: Annotated[tuple[str, ...], _says("Other media that its credit names: `Antara` in `Antara/Reuters`.")]
    dateline_place: Annotated[str | None, _says("The place that opens the report, as `MOSKOW`.")]
    captions: Annotated[tuple[CaptionJson, ...], _says("Captions, each once.")]
    body: Annotated[tuple[str, ...], _says("The paragraphs of the report, without teasers, adverts and footers.")]
    text: Annotated[str, _says("The whole page as lines; what every offset points into.")]
    notes: Annotated[tuple[NoteJson, ...], _says("What could not be done, in reading and after.")]


@dataclass(frozen=True, slots=True)
class EntityJson:
    """Somebody or something that acts or speaks in the report."""

    id: Annotated[str, _says("Stable across reports: a code, a known id (`p:…`, `m:…`) or `own:` and a slug.")]
    code: Annotated[str, _says("The party it stands for: ISO 3166 alpha-3, a body, a group, or `UNKNOWN`.")]
    kind: Annotated[EntityKind, _says("What it is.")]
    name: Annotated[str, _says("Its usual name.")]
    aliases: Annotated[tuple[str, ...], _says("Other words that the report uses for it.")]


@dataclass(frozen=True, slots=True)
class QuotationJson:
    """What somebody is quoted with."""

    id: Annotated[str, _says("Stable: made from the report and the words, not from offsets.")]
    text: Annotated[str, _says("The words quoted, without the marks.")]
    manner: Annotated[Manner, _says("How they are given.")]
    speaker: Annotated[str | None, _says("Who said them; null where unnamed or not resolved.")]
    chain: Annotated[tuple[HopJson, ...], _says("From the one spoken for or the speaker out to the outlet.")]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class DateJson:
    """When an act happened or will happen."""

    start: Annotated[date, _says("The first day.")]
    end: Annotated[date, _says("The last day, included.")]
    grain: Annotated[Grain, _says("How exact the words are.")]
    raw: Annotated[str | None, _says("The words that say when; null where the day of the report stands in.")]


@dataclass(frozen=True, slots=True)
class PlaceJson:
    """Where an act took place or will."""

    id: Annotated[str | None, _says("A code of the tables of places; null where the words are not resolved.")]
    name: Annotated[str, _says("The usual name.")]
    raw: Annotated[str, _says("The words of the report.")]


@dataclass(frozen=True, slots=True)
class TriggerJson:
    """The words that express the act."""

    text: Annotated[str, _says("The words.")]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class TellingJson:
    """Another place of the report that tells the act of a claim."""

    block: Annotated[BlockKind, _says("What the place is: headline, subtitle, body or caption.")]
    sentence: Annotated[str, _says("Its words: equals `article.text[start:end]`.")]
    trigger: Annotated[TriggerJson, _says("The words that express the act there.")]
    status: Annotated[Status, _says("How sure the report is there.")]
    speaker: Annotated[str | None, _says("On whose word there; null: the report itself says so.")]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class ClaimJson:
    """What the report says that somebody did."""

    id: Annotated[str, _says("Stable: made from the report and the words, not from offsets.")]
    type: Annotated[EventType, _says("The act, whatever its status.")]
    mode: Annotated[str | None, _says("The type's mode where the words are specific.")]
    contexts: Annotated[tuple[str, ...], _says("What the act is about.")]
    cameo: Annotated[str | None, _says("CAMEO code; null where type and mode do not settle it.")]
    goldstein: Annotated[float | None, _says("Goldstein score, -10 to 10; null where it is not settled.")]
    actors: Annotated[tuple[str, ...], _says("Who does it. All parties of a mutual act.")]
    recipients: Annotated[tuple[str, ...], _says("To whom it is done.")]
    status: Annotated[Status, _says("How sure the report is.")]
    speaker: Annotated[str | None, _says("On whose word; null: the report itself says so.")]
    chain: Annotated[tuple[HopJson, ...], _says("From the one spoken for or the speaker out to the outlet.")]
    date: Annotated[DateJson | None, _says("When; null where nothing says so.")]
    place: Annotated[PlaceJson | None, _says("Where; null where nothing says so.")]
    sentence: Annotated[str, _says("The evidence: equals `article.text[start:end]`.")]
    trigger: Annotated[TriggerJson, _says("The words that express the act.")]
    start: Start
    end: End
    score: Annotated[float, _says("How much the coder trusts the claim, 0 to 1.")]
    why: Annotated[tuple[str, ...], _says("The rules that made it.")]
    publisher: Annotated[
        Status | None, _says("The surest status in words that the report lays on nobody; null: all is on others' word.")
    ]
    strongest: Annotated[Status, _says("The surest wording of all its places.")]
    weakest: Annotated[Status, _says("The least sure wording of all its places.")]
    party_sourced: Annotated[bool, _says("Whether the one who answers for it belongs to one of its parties.")]
    state_media: Annotated[tuple[str, ...], _says("The states whose own media carry it, ISO 3166 alpha-3.")]
    also: Annotated[tuple[TellingJson, ...], _says("The other places of the report that tell the same act.")]


@dataclass(frozen=True, slots=True)
class TieJson:
    """How a claim or a quotation of the report stands to a claim of it."""

    kind: Annotated[TieKind, _says("What the one does to the other.")]
    left: Annotated[str, _says("The id of the claim or quotation that does it.")]
    right: Annotated[str, _says("The id of the claim that it is done to.")]
    why: Annotated[str, _says("The rule that found it.")]


@dataclass(frozen=True, slots=True)
class RecordJson:
    """All that one report yields under one version of the pipeline."""

    article: Annotated[ArticleJson, _says("The report.")]
    entities: Annotated[tuple[EntityJson, ...], _says("Who acts or speaks in it.")]
    quotations: Annotated[tuple[QuotationJson, ...], _says("Who is quoted with what.")]
    claims: Annotated[tuple[ClaimJson, ...], _says("Who is said to have done what to whom.")]
    ties: Annotated[tuple[TieJson, ...], _says("What answers, accuses, denies, promises or tells what.")]
    pipeline: Annotated[str, _says("The version of the rules that made the record.")]


OBJECTS = (
    RecordJson,
    ArticleJson,
    CaptionJson,
    NoteJson,
    EntityJson,
    QuotationJson,
    HopJson,
    ClaimJson,
    DateJson,
    PlaceJson,
    TriggerJson,
    TellingJson,
    TieJson,
)
"""Every object of the contract, in the order in which its page tells them."""


def to_contract(record: Record) -> RecordJson:
    """The record as `kawat read --json` gives it. Notes of all stages stand in `article.notes`, each once."""
    return RecordJson(
        article=_article(record),
        entities=tuple(entity_json(e) for e in record.entities),
        quotations=tuple(quotation_json(q) for q in record.quotations),
        claims=tuple(claim_json(c) for c in record.claims),
        ties=tuple(TieJson(t.kind, t.left, t.right, t.why) for t in record.ties),
        pipeline=record.pipeline,
    )


def encode(record: RecordJson) -> bytes:
    """One record as compact UTF-8 JSON without a line break."""
    return msgspec.json.encode(record)


def decode(data: bytes | str) -> RecordJson:
    """The record that `encode` wrote. Raises `msgspec.ValidationError` where the JSON is not of the contract."""
    return msgspec.json.decode(data, type=RecordJson)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(RecordJson)}


def _article(record: Record) -> ArticleJson:
    article = record.article
    return ArticleJson(
        id=article.id,
        source=_printable(article.source),
        url=article.url,
        language=article.language,
        outlet=article.outlet,
        headline=article.first(BlockKind.HEADLINE),
        kicker=article.first(BlockKind.KICKER),
        subtitle=article.first(BlockKind.SUBTITLE),
        published=article.published,
        published_raw=article.published_raw,
        authors=article.authors,
        editors=article.editors,
        agency=article.agency,
        carriers=article.carriers,
        dateline_place=article.dateline_place,
        captions=tuple(CaptionJson(c.text, c.credit, _credited(c.credit, article.language)) for c in article.captions),
        body=article.texts(BlockKind.BODY),
        text=article.text,
        notes=tuple(_note(n) for n in dict.fromkeys((*article.notes, *record.notes))),
    )


def _credited(credit: str | None, language: str | None) -> tuple[HopJson, ...]:
    if not credit:
        return ()
    from kawat.record.chain import photo_chain  # noqa: PLC0415  it loads all readers, which no question needs

    return chain_json(photo_chain(credit, language))


def _printable(source: str) -> str:
    # A file name that is not UTF-8 reaches us with lone surrogates, which no JSON can carry.
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _note(note: Note) -> NoteJson:
    start, end = (None, None) if note.span is None else (note.span.start, note.span.end)
    return NoteJson(note.stage, note.code, _printable(note.message), start, end)


def chain_json(hops: tuple[Hop, ...]) -> tuple[HopJson, ...]:
    """A chain, from the innermost hop outwards."""
    return tuple(HopJson(h.kind, h.name, h.entity, h.named, h.beside) for h in hops)


def entity_json(entity: Entity) -> EntityJson:
    """An entity in the form of the contract."""
    return EntityJson(entity.id, entity.code, entity.kind, entity.name, entity.aliases)


def quotation_json(quotation: QuotationClaim) -> QuotationJson:
    """A quotation in the form of the contract."""
    return QuotationJson(
        id=quotation.id,
        text=quotation.text,
        manner=quotation.manner,
        speaker=quotation.speaker,
        chain=chain_json(quotation.chain),
        start=quotation.span.start,
        end=quotation.span.end,
    )


def claim_json(claim: Claim) -> ClaimJson:
    """A claim in the form of the contract."""
    when, where, trigger = claim.date, claim.place, claim.trigger
    return ClaimJson(
        id=claim.id,
        type=claim.type,
        mode=claim.mode,
        contexts=claim.contexts,
        cameo=claim.cameo,
        goldstein=claim.goldstein,
        actors=claim.actors,
        recipients=claim.recipients,
        status=claim.status,
        speaker=claim.speaker,
        chain=chain_json(claim.chain),
        date=None if when is None else DateJson(when.start, when.end, when.grain, when.raw),
        place=None if where is None else PlaceJson(where.id, where.name, where.raw),
        sentence=claim.sentence,
        trigger=TriggerJson(trigger.text, trigger.span.start, trigger.span.end),
        start=claim.span.start,
        end=claim.span.end,
        score=claim.score,
        why=claim.why,
        publisher=claim.publisher,
        strongest=claim.strongest,
        weakest=claim.weakest,
        party_sourced=claim.party_sourced,
        state_media=claim.state_media,
        also=tuple(_telling(t) for t in claim.also),
    )


def _telling(telling: Telling) -> TellingJson:
    words = TriggerJson(telling.trigger.text, telling.trigger.span.start, telling.trigger.span.end)
    ends = telling.span.start, telling.span.end
    return TellingJson(telling.block, telling.sentence, words, telling.status, telling.speaker, *ends)
