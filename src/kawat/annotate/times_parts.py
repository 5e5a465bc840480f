"""Numbered parts of months and years, and what has no day of its own: sets, centuries, times that lean on an act."""

from datetime import date, timedelta

from kawat.annotate.times_context import (
    GRAINS,
    Context,
    Fields,
    Value,
    direction,
    edged,
    month_span,
    period_span,
    shift_month,
    unknown,
)
from kawat.annotate.times_periods import month_value
from kawat.model import Anchor, Grain

_LAST = -1


def _ordinal(fields: Fields, context: Context) -> int:
    return int(context.rules.sense("ordinal", fields["ordinal"]))


def week_of_month(fields: Fields, context: Context) -> Value | None:
    """ "pekan kedua Maret": seven days counted from the first of the month; the fifth and the last may be others."""
    if "month_name" in fields:
        month = month_value({k: v for k, v in fields.items() if k != "rel"}, context)
    elif context.published is None:
        month = unknown(Anchor.PUBLISHED, "no day of the report")
    else:
        start, end = shift_month(context.published, direction(fields, context) or 0)
        month = Value(start, end, Grain.MONTH, Anchor.PUBLISHED, "a month")
    number = _ordinal(fields, context)
    if month is None or month.start is None or month.end is None:
        return unknown(Anchor.PUBLISHED, "a week of a month that is not known", Grain.WEEK)
    if number == _LAST:
        return Value(month.end - timedelta(6), month.end, Grain.WEEK, month.anchor, "the last seven days of a month")
    start = month.start + timedelta(7 * (number - 1))
    if start > month.end:
        return None
    end = min(start + timedelta(6), month.end)
    return Value(start, end, Grain.WEEK, month.anchor, "a week of a month, counted from its first day")


def quarter(fields: Fields, context: Context) -> Value | None:
    number, relative = _ordinal(fields, context), direction(fields, context)
    number = 4 if number == _LAST else number
    if number > 4:
        return None
    if "year4" in fields:
        year, anchor = int(fields["year4"]), Anchor.ABSOLUTE
    elif relative is not None and context.published is not None:
        year, anchor = context.published.year + relative, Anchor.PUBLISHED
    else:
        return unknown(Anchor.PUBLISHED, "a quarter of a year that is not told", Grain.SEASON)
    start, end = month_span(year, 3 * number - 2)[0], month_span(year, 3 * number)[1]
    return Value(start, end, Grain.SEASON, anchor, "a quarter")


def century(fields: Fields, context: Context) -> Value | None:
    return unknown(Anchor.ABSOLUTE, "a century, which no grain is coarse enough for")


def recurring(fields: Fields, context: Context) -> Value | None:
    return unknown(Anchor.TEXT, "again and again, no single day")


def amount(fields: Fields, context: Context) -> Value | None:
    """ "terendah dalam empat tahun": how much time; no word says that an act took as long."""
    return unknown(Anchor.NONE, "how much time, not when")


def age(fields: Fields, context: Context) -> Value | None:
    """ "berusia 35 tahun" says how old somebody is: no time at all."""
    return None


def part(fields: Fields, context: Context) -> Value | None:
    return unknown(Anchor.NONE, "a part of a day that the words do not name")


def nth(fields: Fields, context: Context) -> Value | None:
    """ "hari ketiga pencarian": counted from an act whose day the words do not give; "abad kedua" is another form."""
    unit = context.rules.sense("unit", fields["unit"])
    return None if unit == "hour" else unknown(Anchor.NONE, "counted from an act", GRAINS.get(unit, Grain.UNKNOWN))


def text_period(fields: Fields, context: Context) -> Value | None:
    """ "bulan sebelumnya", "pekan itu": counted from the day last spoken of; a year from the one last named."""
    unit, step = context.rules.sense("unit", fields["unit"]), int(context.rules.sense("back", fields["back"]))
    if unit in {"hour", "day"}:
        return None
    here, grain = context.spoken_of, GRAINS.get(unit, Grain.UNKNOWN)
    if unit == "year" and context.year is not None:
        start, end = edged(fields, context, date(context.year + step, 1, 1), date(context.year + step, 12, 31))
        return Value(start, end, grain, Anchor.TEXT, "counted from the year last named")
    if here is None or unit == "century" or (unit not in {"week", "month"} and step == 0):
        return unknown(Anchor.TEXT, "counted from a time that the text does not date", grain)
    start, end = edged(fields, context, *period_span(unit, here, step))
    return Value(start, end, grain, Anchor.TEXT, "counted from the day last spoken of")
