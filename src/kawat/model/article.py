"""What a reader gives: one report, its one text, and what stands where in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kawat.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of a page is. Only `BODY`, `HEADLINE` and `SUBTITLE` make claims; a caption can bear one out."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    SOURCE = "source"  # "Sumber : TASS", "(ANTARA/Reuters)"
    RELATED = "related"  # teasers of other stories
    ADVERT = "advert"
    BOILERPLATE = "boilerplate"  # navigation, footers, share buttons


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page of one kind. Blocks are in order and do not overlap; a body block is one paragraph."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Note:
    """What could not be done, kept with the result instead of being dropped.

    `stage` is the module that says so ("read.plain", "annotate.times"), `code` a stable kebab-case word for programs,
    `message` one sentence for people.
    """

    stage: str
    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A photograph's caption and, apart from it, who is credited for the photograph."""

    text: str
    credit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read.

    `id` is made from the source bytes alone, so a better reader renames nothing. `text` is the whole page as lines
    joined by newlines, noise included; `blocks` say which stretch is what. `language` is "id", "en" or another ISO 639
    code, or None where it could not be told. `published` always carries a zone; `published_raw` is its words on the
    page. `carriers` are other media that a credit names beside `agency` ("Antara/Reuters"). `dateline` covers the
    place-and-outlet opening inside the first body block ("MOSKOW, KOMPAS.TV - ").
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    source_sha256: str
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    published_raw: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None
    carriers: tuple[str, ...] = ()
    dateline: Span | None = None
    dateline_place: str | None = None
    captions: tuple[Caption, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None and self.published.tzinfo is None:
            raise ValueError("published must carry a zone")

    def texts(self, kind: BlockKind) -> tuple[str, ...]:
        """The words of every block of a kind, in order."""
        return tuple(b.span.of(self.text) for b in self.blocks if b.kind is kind)

    def first(self, kind: BlockKind) -> str | None:
        """The words of the first block of a kind."""
        return next(iter(self.texts(kind)), None)
