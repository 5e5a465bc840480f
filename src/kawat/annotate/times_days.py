"""Times that mean days: dates, weekdays, "yesterday", clocks."""

from datetime import date, timedelta

from kawat.annotate.times_context import (
    Context,
    Fields,
    Value,
    choose,
    day_of,
    direction,
    from_text,
    month_of,
    period_span,
    shift_month,
    unknown,
    year_of,
)
from kawat.model import Anchor, Grain

_NEXT_DAY = timedelta(1)


def date_value(fields: Fields, context: Context) -> Value | None:
    month = month_of(fields, context)
    if "month_number" in fields and not context.rules.day_first and "weekday" not in fields:
        return _numeric(fields, context)
    if month is None:
        return None
    day, year_words = int(fields["day"]), fields.get("year4") or fields.get("year")
    last_day = int(fields.get("day2", day))
    last_month = context.rules.calendar.month(fields["mon2"]) if "mon2" in fields else month
    last_year = fields.get("year2") or fields.get("year42")
    if last_month is None:
        return None
    if year_words or last_year:
        year = year_of(year_words or last_year or "")
        return _days(day_of(year, month, day), day_of(year_of(last_year) if last_year else year, last_month, last_day))
    found = _without_year(fields, context, month, day)
    if found is None:
        known = any(day_of(y, month, day) for y in (2000, 2001))
        return unknown(Anchor.PUBLISHED, "a day without a year, and no day of the report", Grain.DAY) if known else None
    return _days(found, day_of(found.year, last_month, last_day), Anchor.PUBLISHED, "a day without a year")


def _days(start: date | None, end: date | None, anchor: Anchor = Anchor.ABSOLUTE, why: str = "a date") -> Value | None:
    if start is None or end is None or end < start:
        return None
    return Value(start, end, Grain.DAY, anchor, why)


def _numeric(fields: Fields, context: Context) -> Value | None:
    """Two numbers in a language where outlets differ in their order: clear only where one is above twelve."""
    first, second, year = int(fields["day"]), int(fields["month_number"]), fields.get("year4") or fields.get("year")
    if year is None:
        return None
    if "year4" in fields:
        return _days(*(day_of(year_of(year), second, first),) * 2)
    readings = {d for d in (day_of(year_of(year), second, first), day_of(year_of(year), first, second)) if d}
    if len(readings) == 1:
        only = readings.pop()
        return _days(only, only)
    return unknown(Anchor.ABSOLUTE, "day and month could be exchanged", Grain.DAY) if readings else None


def _without_year(fields: Fields, context: Context, month: int, day: int) -> date | None:
    if context.published is None:
        return None
    here = context.published
    options = [d for y in range(here.year - 5, here.year + 6) if (d := day_of(y, month, day))]
    if "weekday" in fields:
        wanted = context.rules.calendar.weekday(fields["weekday"])
        near = [d for d in options if d.weekday() == wanted and abs((d - here).days) < 400]
        options = near or options
    aspect = {"future": context.future, "since": context.since, "until": context.until}
    return choose(options, here, direction(fields, context), **aspect)


def monthday(fields: Fields, context: Context) -> Value | None:
    """ "tanggal 13": the day of that number that is nearest, before the report unless the clause looks ahead."""
    here, day = context.published, int(fields["day"])
    if here is None:
        return unknown(Anchor.PUBLISHED, "a day of a month, and no day of the report", Grain.DAY)
    months = [shift_month(here, by)[0] for by in (-2, -1, 0, 1, 2)]
    options = [found for m in months if (found := day_of(m.year, m.month, day))]
    relative = direction(fields, context)
    chosen = choose(options, here, relative or None, future=context.future)
    return _days(chosen, chosen, Anchor.PUBLISHED, "the nearest day of that number")


def date_year(fields: Fields, context: Context) -> Value | None:
    month, relative = month_of(fields, context), direction(fields, context)
    if month is None or relative is None:
        return None
    if context.published is None:
        return unknown(Anchor.PUBLISHED, "no day of the report", Grain.DAY)
    day = day_of(context.published.year + relative, month, int(fields["day"]))
    return _days(day, day, Anchor.PUBLISHED, "counted in years from the report")


def date_week(fields: Fields, context: Context) -> Value | None:
    value = date_value(fields, context)
    if value is None or value.start is None:
        return value
    start, end = period_span("week", value.start, 0)
    return Value(start, end, Grain.WEEK, value.anchor, "the week of a date")


def weekday_value(fields: Fields, context: Context) -> Value | None:
    here, relative = context.published, direction(fields, context)
    wanted = context.rules.calendar.weekday(fields["weekday"])
    if wanted is None:
        return None
    if "back" in fields:
        return _weekday_back(fields, context, wanted)
    if here is None:
        return unknown(Anchor.PUBLISHED, "a weekday, and no day of the report", Grain.DAY)
    nearer = context.until and (wanted - here.weekday()) % 7 < (here.weekday() - wanted) % 7
    ahead = relative == 1 or (relative is None and (context.future or nearer))
    if context.led and not ahead and relative is None and wanted == (here + _NEXT_DAY).weekday():
        here += _NEXT_DAY  # told on Monday, answered "on Tuesday"
    day = _near_weekday(here, wanted, ahead=ahead, strict=relative in (1, -1))
    if relative == 0:
        day = period_span("week", here, 0)[0] + timedelta(wanted)
    last = day
    if "weekday2" in fields:
        other = context.rules.calendar.weekday(fields["weekday2"])
        if other is None:
            return None
        last = day + timedelta((other - wanted) % 7)
        if last > here and not ahead and relative != 0:  # "Selasa sampai Sabtu" on a Friday: the days of last week
            day, last = (day, last) if day == here else (day - timedelta(7), last - timedelta(7))
            if day + timedelta(7) <= here < last + timedelta(7):
                day, last = day + timedelta(7), last + timedelta(7)
    return _days(day, last, Anchor.PUBLISHED, "a weekday to come" if ahead else "the last such weekday")


def _weekday_back(fields: Fields, context: Context, wanted: int) -> Value:
    """ "Senin itu", "Jumat berikutnya": counted from the day last spoken of."""
    step = int(context.rules.sense("back", fields["back"]))
    here, anchor = from_text(context)
    if here is None:
        return unknown(anchor, "a weekday counted from a day that the text does not name", Grain.DAY)
    day = _near_weekday(here, wanted, ahead=step > 0, strict=step != 0)
    return Value(day, day, Grain.DAY, anchor, "a weekday counted from the day last spoken of")


def _near_weekday(here: date, wanted: int, *, ahead: bool, strict: bool) -> date:
    if ahead:
        distance = (wanted - here.weekday()) % 7
        return here + timedelta(distance or (7 if strict else 0))
    distance = (here.weekday() - wanted) % 7
    return here - timedelta(distance or (7 if strict else 0))


def weekday_week(fields: Fields, context: Context) -> Value | None:
    wanted, relative = context.rules.calendar.weekday(fields["weekday"]), direction(fields, context)
    if wanted is None or relative is None:
        return None
    if context.published is None:
        return unknown(Anchor.PUBLISHED, "a weekday, and no day of the report", Grain.DAY)
    day = period_span("week", context.published, relative)[0] + timedelta(wanted)
    return _days(day, day, Anchor.PUBLISHED, "a weekday of a named week")


def dayword(fields: Fields, context: Context) -> Value | None:
    offset = int(context.rules.sense("dayword", fields["dayword"]))
    if context.published is None or context.led:
        return unknown(Anchor.PUBLISHED, "counted from the report, whose day is not known", Grain.DAY)
    day = context.published + timedelta(offset)
    return _days(day, day, Anchor.PUBLISHED, "counted from the day of the report")


def textday(fields: Fields, context: Context) -> Value | None:
    offset = int(context.rules.sense("textday", fields["textday"]))
    here, anchor = from_text(context)
    if here is None:
        return unknown(anchor, "counted from a day that the text does not name", Grain.DAY)
    day = here + timedelta(offset)
    return _days(day, day, anchor, "counted from the day last spoken of")


def clock(fields: Fields, context: Context) -> Value | None:
    """A clock time falls on the day last spoken of; the value keeps the day only, the grain says that it is exact."""
    if "hour" in fields and int(fields["hour"]) > 24:
        return None
    here, anchor = from_text(context)
    if context.future and here is not None and context.published is not None and here < context.published:
        here = context.published  # "akan berpidato pukul 17.00" behind what happened the day before
        return Value(here, here, Grain.MINUTE, Anchor.PUBLISHED, "a clock time to come")
    return Value(here, here, Grain.MINUTE, anchor, "a clock time of the day last spoken of")
