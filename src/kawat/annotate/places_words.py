"""The words round the names of places in a language, compiled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kawat.lang import table


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `lang/<language>/places.toml`."""

    locative: re.Pattern[str]
    certain: frozenset[str]
    struck: re.Pattern[str]
    parts: frozenset[str]
    parts_after: frozenset[str]
    heads: re.Pattern[str]
    kept: re.Pattern[str]
    naming: frozenset[str]
    capitals: frozenset[str]
    links: frozenset[str]
    directions: re.Pattern[str]
    joiners: re.Pattern[str]
    not_places: frozenset[str]
    before: frozenset[str]  # a capitalised word after which a name is of something else: "Armada Pasifik"
    after: re.Pattern[str]  # ... and before which: "Manchester United"


@cache
def place_words(language: str) -> PlaceWords:
    """The words of a language, compiled once."""
    rows = table(language, "places")
    return PlaceWords(
        locative=_ending(rows["locative"]),
        certain=frozenset(rows["certain"]),
        struck=_ending(rows["struck"]),
        parts=frozenset(rows["parts"]),
        parts_after=frozenset(rows["parts_after"]),
        heads=_ending(rows["heads"]),
        kept=_ending(rows["kept_heads"]),
        naming=frozenset(rows["naming_heads"]),
        capitals=frozenset(rows["capital_heads"]),
        links=frozenset(rows["links"]),
        directions=re.compile(rf"\s+(?:{_any(rows['directions'])})(?![\w-])", re.IGNORECASE),
        joiners=re.compile(rf"\s*(?:,\s*)?(?:(?:{_any(rows['joiners'])})\s+|,\s*)", re.IGNORECASE),
        not_places=frozenset(rows["not_places"]),
        before=frozenset(rows["other_before"]),
        after=re.compile(rf"\s(?:{_any(rows['other_after'])})(?!\w)"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _ending(words: list[str]) -> re.Pattern[str]:
    """One of the phrases right before where it is asked for."""
    return re.compile(rf"(?<![\w-])(?P<word>{_any(words)})\s+\Z", re.IGNORECASE)
