"""Months, weekdays and zones by their words, for whoever reads a date."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import cache
from types import MappingProxyType
from typing import Any

from kawat.errors import TableError
from kawat.lang.pack import LANGUAGES, table
from kawat.text import any_of, fold

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_MARKS = str.maketrans("", "", "'`´‘.")  # "Jum'at", "Jum`at" and "Nov." are Jumat and Nov


def key(word: str) -> str:
    """The form under which calendar words are kept: folded, without apostrophes and full stops, single spaces."""
    return " ".join(fold(word).translate(_MARKS).split())


def spellings(keys: Iterable[str]) -> str:
    """A pattern for one of some calendar words by their keys, with the apostrophe that these have lost: "Jum'at"."""
    return any_of(keys).replace("jumat", "jum['’`´]?at")


def utc_offset(written: str) -> timedelta | None:
    """What "+07:00" adds to UTC; None for another form."""
    match = _OFFSET.fullmatch(written)
    if match is None:
        return None
    sign = -1 if match[1] == "-" else 1
    return sign * timedelta(hours=int(match[2]), minutes=int(match[3]))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar words of one language. The keys of every mapping are made by `key`.

    `months` gives 1 (January) to 12, `weekdays` 0 (Monday) to 6 as `date.weekday()` does; both hold full names, old
    spellings and short forms. `short` are the keys that are short forms: words of a date, not of running text. `zones`
    gives the zone that a name printed after a clock stands for.
    """

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    zones: Mapping[str, timezone]
    short: frozenset[str]

    def month(self, word: str) -> int | None:
        """1 to 12, or None where the word is no month."""
        return self.months.get(key(word))

    def weekday(self, word: str) -> int | None:
        """0 (Monday) to 6, or None where the word is no weekday."""
        return self.weekdays.get(key(word))

    def zone(self, word: str) -> timezone | None:
        """The zone of "WIB", "GMT", "Moscow time"; None where the name is unknown."""
        return self.zones.get(key(word))

    def is_short(self, word: str) -> bool:
        """Whether the word is a short form ("Min", "Sel", "Mar")."""
        return key(word) in self.short


@cache
def calendar(language: str) -> Calendar:
    """The calendar of a language. Raises `TableError` for a language without a pack and for a wrong table."""
    rows = table(language, "calendar")
    where = f"lang/{language}/calendar.toml"
    short = frozenset(key(w) for name in ("months_short", "weekdays_short") for row in rows[name] for w in row)
    full = frozenset(key(w) for name in ("months", "weekdays") for row in rows[name] for w in row)
    return Calendar(
        language,
        MappingProxyType(_numbered(where, rows, "months", 12, first=1)),
        MappingProxyType(_numbered(where, rows, "weekdays", 7, first=0)),
        MappingProxyType({key(name): _zone(where, name, offset) for name, offset in rows["zones"].items()}),
        short - full,
    )


@cache
def all_calendars() -> Calendar:
    """The words of every language at once, for dates that mix them ("Jumat, 17 February"); language is "mul"."""
    packs = [calendar(language) for language in LANGUAGES]
    return Calendar(
        "mul",
        MappingProxyType({word: number for pack in packs for word, number in pack.months.items()}),
        MappingProxyType({word: number for pack in packs for word, number in pack.weekdays.items()}),
        MappingProxyType({word: zone for pack in packs for word, zone in pack.zones.items()}),
        frozenset(word for pack in packs for word in pack.short),
    )


def _numbered(where: str, rows: Mapping[str, Any], name: str, count: int, *, first: int) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for field in (name, f"{name}_short"):
        if len(rows[field]) != count:
            raise TableError(f"{where}: {field} has {len(rows[field])} rows where {count} are needed")
        for number, row in enumerate(rows[field], start=first):
            for word in row:
                if numbers.setdefault(key(word), number) != number:
                    raise TableError(f"{where}: {field}: {word!r} stands in two rows")
    return numbers


def _zone(where: str, name: str, offset: str) -> timezone:
    ahead = utc_offset(offset)
    if ahead is None:
        raise TableError(f"{where}: zones: {name}: {offset!r} is not of the form +07:00")
    return timezone(ahead, name)
