"""Times of the Islamic year and feasts: "Ramadan 2022", "1 Muharram 1443 H", "Lebaran tahun lalu", "Natal".

Islamic days are those of the tabular calendar, which is computed and not sighted: a month or a feast of a given country
may begin a day earlier or later. A feast of it is therefore a window of three days, never one day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kawat.annotate.times_context import Context, Fields, Value, choose, day_of, direction, unknown
from kawat.model import Anchor, Grain

# 1 Muharram of the year 1 (16 July 622 in the Julian calendar) as a day number of `date.toordinal`, less one.
_EPOCH = 227014
_NEAR = 3  # years on either side of the report that a feast is looked for in
_TABULAR = "by the tabular Islamic calendar, a day more or less"


def islamic_day(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar (civil epoch; years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 are long)."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_EPOCH + before + day)


def _islamic_years(first: int, last: int) -> range:
    """The Islamic years that have days in the Gregorian years `first` to `last`."""
    return range(int((first - 622) * 33 / 32), int((last - 621) * 33 / 32) + 2)


def hijri(fields: Fields, context: Context) -> Value | None:
    """A month of the Islamic year, or a day of it."""
    month = int(context.rules.sense("hijri", fields["hijri"]))
    if "hijri_year" in fields:
        year = int(fields["hijri_year"])
        if "day" in fields:
            return _window(islamic_day(year, month, int(fields["day"])), Anchor.ABSOLUTE)
        return _month(islamic_day(year, month, 1), Anchor.ABSOLUTE)
    here = context.published
    around = int(fields["year4"]) if "year4" in fields else here.year if here else None
    if around is None:
        return unknown(Anchor.PUBLISHED, "a month of the Islamic year, and no day of the report", Grain.MONTH)
    options = [islamic_day(y, month, 1) for y in _islamic_years(around - _NEAR, around + _NEAR)]
    start, anchor = _chosen(options, fields, context)
    return None if start is None else _month(start, anchor)


def _month(start: date, anchor: Anchor) -> Value:
    after = min(d for d in (start + timedelta(29), start + timedelta(30)) if _begins_month(d))
    return Value(start, after - timedelta(1), Grain.MONTH, anchor, f"a month {_TABULAR}")


def _begins_month(day: date) -> bool:
    years = _islamic_years(day.year, day.year)
    return any(islamic_day(y, m, 1) == day for y in years for m in range(1, 13))


def _window(day: date, anchor: Anchor) -> Value:
    return Value(day - timedelta(1), day + timedelta(1), Grain.WEEK, anchor, f"a day {_TABULAR}")


def feast(fields: Fields, context: Context) -> Value | None:
    """A feast: a day of our year ("12-25"), the eve of one ("eve 01-01"), or a day of the Islamic year ("h 10-01")."""
    sense = context.rules.sense("feast", fields["feast"])
    islamic = sense.startswith("h ")
    grain = Grain.WEEK if islamic else Grain.DAY
    here = context.published
    around = int(fields["year4"]) if "year4" in fields else here.year if here else None
    if around is None:
        return unknown(Anchor.PUBLISHED, "a feast, and no day of the report", grain)
    day, anchor = _chosen(list(_feast_days(sense, around)), fields, context)
    if day is None:
        return None
    if islamic:
        return _window(day, anchor)
    day -= timedelta(sense.startswith("eve "))
    return Value(day, day, Grain.DAY, anchor, "a feast")


def _feast_days(sense: str, around: int) -> Iterator[date]:
    month, day = (int(n) for n in sense[-5:].split("-"))
    if sense.startswith("h "):
        yield from (islamic_day(y, month, day) for y in _islamic_years(around - _NEAR, around + _NEAR))
    else:
        days = (day_of(y, month, day) for y in range(around - _NEAR, around + _NEAR + 1))
        yield from (d for d in days if d is not None)


def _chosen(options: list[date], fields: Fields, context: Context) -> tuple[date | None, Anchor]:
    """The day of the year given, or counted from the report."""
    if "year4" in fields:
        return next((d for d in options if d.year == int(fields["year4"])), None), Anchor.ABSOLUTE
    here, relative = context.published, direction(fields, context)
    if here is None:
        return None, Anchor.PUBLISHED
    if "of_year" in fields:
        return next((d for d in options if d.year == here.year + (relative or 0)), None), Anchor.PUBLISHED
    return choose(options, here, relative, future=context.future), Anchor.PUBLISHED
