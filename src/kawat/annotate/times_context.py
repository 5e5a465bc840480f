"""What every kind of time expression shares: the context it is read against, its value, and calendar sums."""

import calendar as months
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.annotate.times_grammar import Grammar
from kawat.model import Anchor, Grain

GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}
# A month or a day without a year lies in the past, unless it comes within this many days and lies this far back.
_SOON, _LONG_AGO = 45, 300
_DIRECTIONS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `published` is the day of the report where known, `spoken_of` the last day that the text named before, `come` the
    last such day that has come by the day of the report, `year` the
    last year that it wrote out or told from the report ("last year"), `future` whether the clause speaks of what is to
    come, `since` and `until` whether such a word stands right before the expression, `led` whether `published` is only
    the day that the opening of a report without a day of its own names: written on that day or the next.
    """

    published: date | None
    spoken_of: date | None
    future: bool
    rules: Grammar
    year: int | None = None
    since: bool = False
    until: bool = False
    led: bool = False
    undated: bool = False
    come: date | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Both days included; None where only the words are known. `act` are the days of the act that a time leans on."""

    start: date | None
    end: date | None
    grain: Grain
    anchor: Anchor
    why: str
    act: tuple[date, date, Grain] | None = None


Fields = Mapping[str, str]


def unknown(anchor: Anchor, why: str, grain: Grain = Grain.UNKNOWN) -> Value:
    return Value(None, None, grain, anchor, why)


def direction(fields: Fields, context: Context) -> int | None:
    """-1, 0 or +1 for "lalu", "ini", "depan"; None where the expression has none of them."""
    if "rel" not in fields:
        return None
    return _DIRECTIONS[context.rules.sense("rel", fields["rel"])]


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(words: str) -> int:
    year = int(words)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def shift_month(day: date, by: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 + by
    return month_span(index // 12, index % 12 + 1)


def period_span(unit: str, day: date, by: int) -> tuple[date, date]:
    """The week (Monday to Sunday), month, year or decade that lies `by` of them from the one of `day`."""
    if unit == "day":
        return day + timedelta(by), day + timedelta(by)
    if unit in {"week", "weekend"}:
        monday = day - timedelta(day.weekday()) + timedelta(7 * by)
        return monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6)
    if unit == "month":
        return shift_month(day, by)
    if unit == "year":
        return date(day.year + by, 1, 1), date(day.year + by, 12, 31)
    size = {"decade": 10, "century": 100}[unit]
    first = day.year // size * size + by * size
    return date(first, 1, 1), date(first + size - 1, 12, 31)


def edged(fields: Fields, context: Context, start: date, end: date) -> tuple[date, date]:
    """The first, middle or last third, or half, of a period; whole months for periods of a year and more."""
    if "edge" not in fields:
        return start, end
    edge = context.rules.sense("edge", fields["edge"].rstrip("- "))
    part, parts = {"start": (0, 3), "middle": (1, 3), "end": (2, 3), "first_half": (0, 2), "second_half": (1, 2)}[edge]
    length = (end - start).days + 1
    if length > 300:
        whole = (end.year - start.year) * 12 + end.month - start.month + 1
        first = shift_month(start, whole * part // parts)[0]
        last = shift_month(start, whole * (part + 1) // parts - 1)[1]
        return first, last
    if length <= 7:
        return _week_edge(edge, start, end)
    size = 10 if parts == 3 else 15  # the first ten days of a month, the next ten, the rest
    last = end if part == parts - 1 else start + timedelta(size * (part + 1) - 1)
    return start + timedelta(size * part), last


def _week_edge(edge: str, start: date, end: date) -> tuple[date, date]:
    if edge == "end":  # "akhir pekan" is the Saturday and the Sunday
        return end - timedelta(1), end
    if edge == "middle":
        return start + timedelta(1), start + timedelta(3)
    return start, start + timedelta(2)


def from_text(context: Context) -> tuple[date | None, Anchor]:
    """The day that a text goes on from, and where it is from."""
    if context.undated:
        return None, Anchor.TEXT
    if context.spoken_of is not None:
        return context.spoken_of, Anchor.TEXT
    return context.published, Anchor.PUBLISHED if context.published else Anchor.TEXT


def month_of(fields: Fields, context: Context) -> int | None:
    if "month_number" in fields:
        return int(fields["month_number"])
    words = fields.get("mon") or fields.get("month_name")
    return context.rules.calendar.month(words.rstrip(".")) if words else None


def choose(
    options: list[date], here: date, relative: int | None, *, future: bool, since: bool = False, until: bool = False
) -> date | None:
    """The day meant: with "lalu" and behind "sejak" the last one, with "mendatang" the next, behind "hingga" the
    nearest; else by the clause and by nearness."""
    back = max((d for d in options if d <= here), default=None)
    ahead = min((d for d in options if d >= here), default=None)
    if relative == 0:
        return next((d for d in options if d.year == here.year), None)
    if relative == -1:
        return back
    if relative == 1:
        return ahead
    if back is None or ahead is None or (since and not future):
        return back or ahead
    if until and not future:
        return ahead if ahead - here <= here - back else back
    close = (ahead - here).days <= _SOON and (here - back).days >= _LONG_AGO
    return ahead if future or close else back
