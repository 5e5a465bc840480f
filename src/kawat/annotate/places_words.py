"""The words round the names of places in a language, compiled."""

import re
from dataclasses import dataclass
from functools import cache

from kawat.knowledge import Known
from kawat.lang import table
from kawat.model import Span
from kawat.text import any_of

NAME = re.compile(
    r"(?:(?<![\w-])(?:al|el|ash|as|an|ar|az|ad)-)?[A-Z][\w'’]*(?:-(?:on|al|el|sur|de|la|i)?-?[A-Z]?[\w'’]+)*"
    r"(?:\s+(?:(?:al|el|ash|as|an|ar|de|da|del|la|of|the|bin)[\s-]\s*)?[A-Z][\w'’]*(?:-(?:on-)?[A-Z]?[\w'’]+)*|\s+\d{1,3}(?!\d|[.,/]\d))*"
)
BEFORE = re.compile(r"(?P<word>[A-Z][\w'’-]*)[ \u00a0]\Z")
ACROSS = re.compile(r"-[A-Z]\w+")  # "perbatasan Lebanon-Israel"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be a place. `known` is empty where no table has it."""

    span: Span
    known: tuple[Known, ...]
    seat: bool  # a name that as often stands for a government: a state, a capital
    led: bool = False  # the table has it with a common noun before it: "teluk Persia"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `lang/<language>/places.toml`."""

    locative: re.Pattern[str]
    certain: frozenset[str]
    headed: frozenset[str]  # prepositions that lead a place only with a head behind them that ends so (`heading`)
    heading: tuple[str, ...]
    within: frozenset[str]  # between a place and the one that it lies in
    struck: re.Pattern[str]
    parts: frozenset[str]
    parts_after: frozenset[str]
    heads: re.Pattern[str]
    kept: re.Pattern[str]
    own: frozenset[str]  # heads of something that only bears the name of a place: "Selat Makassar"
    naming: frozenset[str]
    capitals: frozenset[str]
    links: frozenset[str]
    directions: re.Pattern[str]
    joiners: re.Pattern[str]
    listing: re.Pattern[str]
    compass: frozenset[str]  # "selatan", which is part of the words of a place behind a preposition or a region
    regions: frozenset[str]
    not_places: frozenset[str]
    before: frozenset[str]  # a capitalised word after which a name is of something else: "Armada Pasifik"
    after: re.Pattern[str]  # ... and before which: "Manchester United"


def is_state(known: Known | None) -> bool:
    """Whether a known place is a whole state."""
    return known is not None and known.id == known.state


@cache
def place_words(language: str) -> PlaceWords:
    """The words of a language, compiled once."""
    rows = table(language, "places")
    sides = rf"(?:{any_of(rows['directions'])})"
    return PlaceWords(
        locative=_ending(rows["locative"]),
        certain=frozenset(rows["certain"]),
        headed=frozenset(rows["headed"]),
        heading=tuple(rows["heading"]),
        within=frozenset(rows["within"]),
        struck=_ending(rows["struck"]),
        parts=frozenset(rows["parts"]),
        parts_after=frozenset(rows["parts_after"]),
        heads=_ending(rows["heads"]),
        kept=_ending(rows["kept_heads"]),
        own=frozenset(rows["own_heads"]),
        naming=frozenset(rows["naming_heads"]),
        capitals=frozenset(rows["capital_heads"]),
        links=frozenset(rows["links"]),
        directions=re.compile(rf"\s+{sides}(?:\s+(?:{any_of(rows['listing'])})\s+{sides})?(?![\w-])", re.IGNORECASE),
        joiners=re.compile(rf"\s*(?:,\s*)?(?:(?:{any_of(rows['joiners'])})\s+|,\s*)", re.IGNORECASE),
        listing=re.compile(rf"\s*,?\s+(?:{any_of(rows['listing'])})\s+", re.IGNORECASE),
        compass=frozenset(rows["directions"]) & frozenset(rows["kept_heads"]),
        regions=frozenset(rows["regions"]),
        not_places=frozenset(rows["not_places"]),
        before=frozenset(rows["other_before"]),
        after=re.compile(rf"\s(?:{any_of(rows['other_after'])})(?!\w)"),
    )


def _ending(words: list[str]) -> re.Pattern[str]:
    """One of the phrases right before where it is asked for."""
    return re.compile(rf"(?<![\w-])(?P<word>{any_of(words)})\s+\Z", re.IGNORECASE)
