"""Times that mean longer stretches: months, years, seasons, and what is counted in units."""

from datetime import date, timedelta

from kawat.annotate.times_context import (
    GRAINS,
    Context,
    Fields,
    Value,
    choose,
    direction,
    edged,
    from_text,
    month_of,
    month_span,
    period_span,
    shift_month,
    unknown,
)
from kawat.annotate.times_grammar import Grammar
from kawat.lang.calendar import key
from kawat.model import Anchor, Grain

_SATURDAY = 5
_SIGNS = {"ago": -1, "before": -1, "ahead": 1, "after": 1}
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def month_value(fields: Fields, context: Context) -> Value | None:
    month = month_of(fields, context)
    last = context.rules.calendar.month(fields["month_name2"]) if "month_name2" in fields else month
    if month is None or last is None:
        return None
    here, relative = context.published, direction(fields, context)
    if "year4" in fields:
        year, anchor = int(fields["year4"]), Anchor.ABSOLUTE
    elif here is None:
        return unknown(Anchor.PUBLISHED, "a month without a year, and no day of the report", Grain.MONTH)
    else:
        year = _year_of_month(month, here, relative, context)
        anchor = Anchor.PUBLISHED
    start, end = month_span(year, month)[0], month_span(year if last >= month else year + 1, last)[1]
    start, end = edged(fields, context, start, end)
    return Value(start, end, Grain.MONTH, anchor, "a month")


def _year_of_month(month: int, here: date, relative: int | None, context: Context) -> int:
    if relative == 0:
        return here.year
    if relative == -1:
        return here.year if month < here.month else here.year - 1
    if relative == 1:
        return here.year if month > here.month else here.year + 1
    options = [month_span(y, month)[0] for y in (here.year - 1, here.year, here.year + 1)]
    aspect = {"future": context.future, "since": context.since, "until": context.until}
    chosen = choose(options, month_span(here.year, here.month)[0], None, **aspect)
    return chosen.year if chosen else here.year


def month_year(fields: Fields, context: Context) -> Value | None:
    month, relative = month_of(fields, context), direction(fields, context)
    if month is None or relative is None:
        return None
    if context.published is None:
        return unknown(Anchor.PUBLISHED, "no day of the report", Grain.MONTH)
    last = context.rules.calendar.month(fields["month_name2"]) if "month_name2" in fields else month
    if last is None or last < month:
        return None
    year = context.published.year + relative
    start, end = edged(fields, context, month_span(year, month)[0], month_span(year, last)[1])
    return Value(start, end, Grain.MONTH, Anchor.PUBLISHED, "a month of a year counted from the report")


def period(fields: Fields, context: Context) -> Value | None:
    unit, relative = context.rules.sense("unit", fields["unit"]), direction(fields, context) or 0
    if unit in {"hour", "day"}:
        return None
    if unit == "century":
        return unknown(Anchor.PUBLISHED, "a century, which no grain is coarse enough for")
    if context.published is None:
        return unknown(Anchor.PUBLISHED, "no day of the report", GRAINS.get(unit, Grain.UNKNOWN))
    here = context.published
    start, end = edged(fields, context, *period_span(unit, here, relative))
    if unit == "week" and relative == -1 and "edge" in fields and end >= here:
        start, end = start - timedelta(7), end - timedelta(7)
    return Value(start, end, GRAINS.get(unit, Grain.UNKNOWN), Anchor.PUBLISHED, "counted from the report")


def weekend(fields: Fields, context: Context) -> Value:
    """ "over the weekend": the last one that has begun, or the one to come."""
    here = context.published
    if here is None:
        return unknown(Anchor.PUBLISHED, "no day of the report", Grain.WEEK)
    by = 0 if context.future or here.weekday() >= _SATURDAY else -1
    return Value(*period_span("weekend", here, by), Grain.WEEK, Anchor.PUBLISHED, "the nearest weekend")


def year(fields: Fields, context: Context) -> Value | None:
    words = fields.get("year4") or fields["bare_year"]
    first = int(words)
    last = int(fields.get("year42", first))
    if last < first:
        return None
    start, end = edged(fields, context, date(first, 1, 1), date(last, 12, 31))
    return Value(start, end, Grain.YEAR, Anchor.ABSOLUTE, "a year")


def decade(fields: Fields, context: Context) -> Value | None:
    if "short_decade" in fields:
        return _short_decade(fields, context)
    first, last = int(fields["decade"]), int(fields.get("decade2", fields["decade"]))
    if last < first:
        return None
    start, end = edged(fields, context, date(first, 1, 1), date(last + 9, 12, 31))
    return Value(start, end, Grain.DECADE, Anchor.ABSOLUTE, "a decade")


def _short_decade(fields: Fields, context: Context) -> Value:
    """ "tahun 40-an": the last decade of that number that had begun when the report was written."""
    if context.published is None:
        return unknown(Anchor.PUBLISHED, "a decade without its century, and no day of the report", Grain.DECADE)
    year = context.published.year
    first = year // 100 * 100 + int(fields["short_decade"])
    first -= 100 if first > year else 0
    start, end = edged(fields, context, date(first, 1, 1), date(first + 9, 12, 31))
    return Value(start, end, Grain.DECADE, Anchor.PUBLISHED, "a decade without its century")


def season(fields: Fields, context: Context) -> Value | None:
    """Seasons of the northern half; a season without a year or "lalu" keeps its words only."""
    month = _SEASON_MONTHS.get(context.rules.sense("season", fields["season"]))
    if month is None:
        return unknown(Anchor.PUBLISHED, "wet and dry seasons begin as the sky will", Grain.SEASON)
    here, relative = context.published, direction(fields, context)
    if "year4" in fields:
        year, anchor = int(fields["year4"]), Anchor.ABSOLUTE
    elif here is None or relative is None:
        return unknown(Anchor.PUBLISHED, "a season without a year", Grain.SEASON)
    else:
        anchor = Anchor.PUBLISHED
        year = here.year
        if relative == -1 and here <= shift_month(date(year, month, 1), 2)[1]:
            year -= 1
        if relative == 1 and here >= date(year, month, 1):
            year += 1
    start = date(year, month, 1)
    return Value(start, shift_month(start, 2)[1], Grain.SEASON, anchor, "a season of the northern half")


def number(words: str, rules: Grammar) -> float | None:
    """The number of "dua puluh lima", "twenty-five", "3"; None for "beberapa" and what is no number."""
    if words[0].isdigit():
        return float(words.replace(",", "."))
    total, current = 0.0, 0.0
    for word in words.casefold().replace("-", " ").split():
        if word in rules.teens:
            current += 10
        elif word in rules.multipliers:
            current = max(current, 1) * rules.multipliers[word]
            total, current = total + current, 0
        elif word in rules.numbers:
            current += rules.numbers[word]
        else:
            return None
    return total + current


def _count(fields: Fields, rules: Grammar) -> tuple[float, float] | None:
    """Least and greatest number of units meant."""
    if "one" in fields:
        least = greatest = 1.0
    elif "number" not in fields:
        return None
    else:
        first = number(fields["number"], rules)
        second = number(fields["number2"], rules) if "number2" in fields else first
        if first is None or second is None:
            return None
        least, greatest = min(first, second), max(first, second)
    if "approx" in fields:
        lower, upper = _slack(fields["approx"], rules)
        least, greatest = max(least - lower, 0), greatest + upper
    return least, greatest


def _slack(words: str, rules: Grammar) -> tuple[int, int]:
    if words.casefold() in rules.senses["approx_about"]:
        return 1, 1
    return (0, 1) if words.casefold() in rules.senses["approx_over"] else (1, 0)


def unit_of(fields: Fields, rules: Grammar) -> str:
    """The unit that is counted in."""
    return rules.sense("one", fields["one"]) if "one" in fields else rules.sense("unit", fields["unit"])


def counted(fields: Fields, rules: Grammar, here: date, sign: int) -> tuple[date, date] | None:
    """First and last day of what lies as many units before or after a day; None where the words do not count."""
    unit = unit_of(fields, rules)
    if unit == "hour":
        return _hours(here, sign)
    count = _count(fields, rules)
    if count is None:
        return None
    edges = sorted(_counted(unit, here, sign * c) for c in count)
    return edges[0][0], edges[-1][1]


def shift(fields: Fields, context: Context) -> Value | None:
    unit, direction = unit_of(fields, context.rules), context.rules.sense("shift", fields["shift"])
    here, anchor = _shifted_from(direction, context)
    grain = GRAINS.get(unit, Grain.UNKNOWN)
    days = None if here is None else counted(fields, context.rules, here, _SIGNS[direction])
    if days is None:
        return unknown(anchor, "no day to count from" if here is None else "not counted", grain)
    return Value(*days, Grain.DAY if unit == "hour" else grain, anchor, "counted")


def hours(fields: Fields, context: Context) -> Value:
    """ "hours later", without a number."""
    direction = context.rules.sense("shift", fields["shift"])
    here, anchor = _shifted_from(direction, context)
    if here is None:
        return unknown(anchor, "no day to count from")
    return Value(*_hours(here, _SIGNS[direction]), Grain.DAY, anchor, "hours from a day")


def _shifted_from(direction: str, context: Context) -> tuple[date | None, Anchor]:
    if direction not in {"before", "after"}:
        return context.published, Anchor.PUBLISHED
    here, anchor = from_text(context)
    ahead = here is not None and context.published is not None and here > context.published
    if ahead and direction == "before" and not context.future and context.come is not None:
        return context.come, anchor  # behind "they will meet on 25 October", what happened is counted from no such day
    return here, anchor


def _counted(unit: str, here: date, by: float) -> tuple[date, date]:
    """The unit that lies `by` units from `here`; half a year is six months, half a month two weeks."""
    if by != int(by):
        smaller, size = {"year": ("month", 12), "month": ("week", 4), "decade": ("year", 10)}.get(unit, (unit, 1))
        return period_span(smaller, here, round(by * size))
    return period_span(unit, here, int(by))


def _hours(here: date, sign: int) -> tuple[date, date]:
    """Hours are less than a day: the day itself and its neighbour, as the hour of the report is not counted."""
    days = [here, here + timedelta(sign)]
    return min(days), max(days)


def recent(fields: Fields, context: Context) -> Value | None:
    unit, count = unit_of(fields, context.rules), _count(fields, context.rules)
    grain = GRAINS.get(unit, Grain.UNKNOWN)
    if count is None or context.published is None or unit == "hour":
        return unknown(Anchor.PUBLISHED, "a period up to the report", grain)
    here = context.published
    days = {"day": 1, "week": 7}
    if unit in days:
        start = here - timedelta(round(days[unit] * count[1]))
    else:
        first = _counted(unit, here, -count[1])[0]
        start = date(first.year, here.month if unit != "month" else first.month, 1)
    return Value(start, here, grain, Anchor.PUBLISHED, "a period up to the report")


def ahead(fields: Fields, context: Context) -> Value | None:
    """ "tiga hari ke depan": from the report on, as long as is counted."""
    unit, count = unit_of(fields, context.rules), _count(fields, context.rules)
    grain = GRAINS.get(unit, Grain.UNKNOWN)
    if count is None or context.published is None:
        return unknown(Anchor.PUBLISHED, "a period from the report on", grain)
    here = context.published
    if unit == "hour":
        return Value(here, here + timedelta(1), Grain.DAY, Anchor.PUBLISHED, "hours from the report on")
    days, years = {"day": 1, "week": 7}, {"decade": 10, "century": 100}
    if unit in days:
        end = here + timedelta(round(days[unit] * count[1]))
    elif unit in years:  # not to the end of a decade of the calendar
        end = _counted("year", here, round(years[unit] * count[1]))[1]
    else:
        end = _counted(unit, here, count[1])[1]
    return Value(here, end, grain, Anchor.PUBLISHED, "a period from the report on")


def duration(fields: Fields, context: Context) -> Value | None:
    return unknown(Anchor.NONE, "how long, not when")


def vague(fields: Fields, context: Context) -> Value | None:
    return unknown(Anchor.PUBLISHED, "no day can be told from the words")


def named(fields: Fields, context: Context) -> Value | None:
    first, last = context.rules.named[key(fields["named"])]
    return Value(date.fromisoformat(first), date.fromisoformat(last), Grain.YEAR, Anchor.ABSOLUTE, "a named period")
