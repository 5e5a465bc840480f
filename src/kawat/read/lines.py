"""What both readers make of a page: lines with hints, and what the page's machine-readable part claims."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kawat.model import Note


class Region(StrEnum):
    """The part of a page that markup puts a line into, where markup says so."""

    NAVIGATION = "navigation"
    RELATED = "related"
    ADVERT = "advert"
    SHARE = "share"
    TAGS = "tags"
    COMMENTS = "comments"
    FIGURE = "figure"
    BYLINE = "byline"
    CREDIT = "credit"
    DATE = "date"
    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"


AROUND_STORY = frozenset({Region.NAVIGATION, Region.RELATED, Region.ADVERT, Region.SHARE, Region.TAGS, Region.COMMENTS})
"""The regions that are no part of the report."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    `gap` says that an empty line stands before it. The rest are hints that only markup gives: `story` whether the line
    lies in the element that holds the report (None: no markup), `level` 1 to 6 for a heading, `links` the share of its
    characters that are link text, `table` that it is a row of a table, `quoted` that it is a block quotation.
    """

    text: str
    gap: bool = False
    story: bool | None = None
    region: Region | None = None
    level: int = 0
    links: float = 0.0
    list_item: bool = False
    itemprop: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A point in time that a page's metadata gives: a day, perhaps a clock, perhaps a zone. `raw` is its own form."""

    at: datetime
    clock: bool
    raw: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What a page says of itself to machines: to be weighed against what it shows to people, never believed alone."""

    headlines: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    authors: tuple[str, ...] = ()
    site_name: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A source taken apart: its lines in order and its witness.

    `told` says that title, time and makers come with the text, so that there is no page that should show them.
    """

    lines: tuple[Line, ...]
    witness: Witness = field(default_factory=Witness)
    notes: tuple[Note, ...] = ()
    told: bool = False
