"""Dates as pages print them: every form of both languages and their mixtures, day first, with clock and zone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache

from kawat.lang import LANGUAGES, table
from kawat.lang.calendar import all_calendars, spellings
from kawat.model import Span
from kawat.text import any_of, fold

YEARS = range(1600, 2900)
"""In which a report can have been printed: what a page or its metadata says of "9999" or "0001" stands for no date."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as it is printed: the day, perhaps a clock, perhaps a zone; `span` covers its words in the line."""

    day: date
    clock: tuple[int, int] | None
    zone: tzinfo | None
    span: Span

    def wall(self) -> datetime:
        """The day and clock, without a zone; midnight where there is no clock."""
        hour, minute = self.clock or (0, 0)
        return datetime(self.day.year, self.day.month, self.day.day, hour, minute)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The forms of a day, of a clock with its zone, and of what may stand between the two."""
    words = all_calendars()
    month = spellings(words.months)
    weekday = spellings(words.weekdays)
    zone = spellings([*words.zones, "ET", "BST", "IST"])
    lead = any_of(w for language in LANGUAGES for w in table(language, "bylines")["publication"]["clock"])
    day = re.compile(
        rf"(?:\b(?:{weekday})\b\s*[.,/|]?\s*)?(?:"
        rf"(?<![\d/.])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s?[\s\-./]\s?(?P<m1>{month})\b[.,]?\s?[\s\-./]?\s?'?"
        rf"(?P<y1>\d{{4}}|\d\d(?!\d|[:.]\d|,\s*\d{{4}}))"
        rf"|\b(?P<m2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?[,\s]\s*(?P<y2>\d{{4}})"
        r"|(?<![\d/.\-])(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?!\d)"
        r"|(?<![\d/.\-])(?P<d4>\d{1,2})(?P<s4>[-/.])(?P<m4>\d{1,2})(?P=s4)(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/])"
        r")(?!\d)",
        re.I,
    )
    clock = re.compile(
        r"(?<![\d.:])(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?:[:.][0-5]\d)?(?![\d])\s*(?P<half>[ap]\.?m\b\.?)?\s*"
        rf"(?:[(\[]?(?:(?P<zone>{zone})\b)?(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d|00)?\b)?(?P<z>Z\b)?[)\]]?)",
        re.I,
    )
    between = re.compile(rf"[\s,;|/\-–—•●·@T()\]]*(?:(?:{lead})[\s:.]+)?[\s|]*", re.I)
    return day, clock, between


def find_dates(text: str, zones: Mapping[str, timezone] | None = None) -> tuple[Printed, ...]:
    """The dates in a line, each with the clock that stands beside it. `zones` gives names that are ambiguous elsewhere.

    Numeric dates are read day first; where that is no day ("03/25/2022") month first.
    """
    day_form, clock_form, between = _forms()
    out = []
    end = 0
    for match in day_form.finditer(text):
        day = _day(match)
        if day is None:
            continue
        start, stop = match.span()
        clock = clock_form.match(text, ((gap := between.match(text, stop)) and gap.end()) or stop)
        if clock is None:
            clock = _clock_before(text, end, start)
        if clock is not None:
            start, stop = min(start, clock.start()), max(stop, _stripped_end(clock))
        end = stop
        out.append(_printed(day, clock, Span(start, stop), zones or {}))
    return tuple(out)


def find_clock(text: str, day: date, zones: Mapping[str, timezone] | None = None) -> Printed | None:
    """The clock that a line begins with, on a day that stands elsewhere; None where it begins with none."""
    _, clock_form, between = _forms()
    gap = between.match(text)
    clock = clock_form.match(text, gap.end() if gap else 0)
    return None if clock is None else _printed(day, clock, Span(clock.start(), _stripped_end(clock)), zones or {})


def _clock_before(text: str, low: int, start: int) -> re.Match[str] | None:
    _, clock_form, between = _forms()
    for match in clock_form.finditer(text, max(low, start - 40), start):
        rest = between.match(text, match.end())
        if rest is not None and rest.end() >= start:
            return match
    return None


def _stripped_end(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(" ,"))


def _day(match: re.Match[str]) -> date | None:
    words = all_calendars()
    for n in "1234":
        if match[f"d{n}"] is None:
            continue
        number, year = int(match[f"d{n}"]), int(match[f"y{n}"])
        raw = match[f"m{n}"]
        month = int(raw) if raw.isdigit() else words.month(raw) or 0
        if year < 100:
            year += 2000 if year < 70 else 1900
        if n == "4" and month > 12 >= number:
            number, month = month, number
        try:
            return date(year, month, number) if year in YEARS else None
        except ValueError:
            return None
    return None


def _printed(day: date, clock: re.Match[str] | None, span: Span, zones: Mapping[str, timezone]) -> Printed:
    if clock is None:
        return Printed(day, None, None, span)
    hour, minute = int(clock["h"]) % 24, int(clock["m"])
    half = (clock["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return Printed(day, (hour, minute), _zone(clock, day, zones), span)


def _zone(clock: re.Match[str], day: date, zones: Mapping[str, timezone]) -> tzinfo | None:
    offset = clock["offset"]
    name = clock["zone"]
    if offset and (name is None or fold(name) in ("gmt", "utc")):
        digits = re.sub(r"\D", "", offset)
        hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
        if hours > 14 or minutes > 59:
            return None
        return timezone((-1 if "-" in offset else 1) * timedelta(hours=hours, minutes=minutes))
    if clock["z"]:
        return timezone(timedelta())
    if name is None:
        return None
    if fold(name) == "et":
        return timezone(timedelta(hours=-4 if _us_summer(day) else -5), "ET")
    return zones.get(fold(name)) or all_calendars().zone(name)


def _us_summer(day: date) -> bool:
    """Daylight saving in the United States since 2007: second Sunday in March to first Sunday in November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return start <= day < end
