"""What an expression of the time grammar means: first day, last day, grain and anchor."""

import calendar as months
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.annotate.times_grammar import Expression, Grammar
from kawat.model import Anchor, Grain

# A month or a day without a year lies in the past, unless it comes within this many days and lies this far back.
_SOON, _LONG_AGO = 45, 300
_GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_RELATIVE = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `published` is the day of the report where known, `spoken_of` the last day that the text named before, `future`
    whether the clause speaks of what is to come.
    """

    published: date | None
    spoken_of: date | None
    future: bool
    rules: Grammar


@dataclass(frozen=True, slots=True)
class Value:
    """Both days included; None where only the words are known."""

    start: date | None
    end: date | None
    grain: Grain
    anchor: Anchor
    why: str


Fields = Mapping[str, str]
Evaluator = Callable[[Fields, Context], Value | None]


def evaluate(expression: Expression, context: Context) -> Value | None:
    """The value of an expression; None where the words are no time after all (30 February, 2003 as a count)."""
    return _EVALUATORS[expression.value](expression.fields, context)


def _unknown(anchor: Anchor, why: str, grain: Grain = Grain.UNKNOWN) -> Value:
    return Value(None, None, grain, anchor, why)


def _relative(fields: Fields, context: Context) -> int | None:
    """-1, 0 or +1 for "lalu", "ini", "depan"; None where the expression has none of them."""
    if "rel" not in fields:
        return None
    return _RELATIVE[context.rules.sense("rel", fields["rel"])]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(words: str) -> int:
    year = int(words)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def _shift_month(day: date, by: int) -> tuple[date, date]:
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
        return _shift_month(day, by)
    if unit == "year":
        return date(day.year + by, 1, 1), date(day.year + by, 12, 31)
    size = {"decade": 10, "century": 100}[unit]
    first = day.year // size * size + by * size
    return date(first, 1, 1), date(first + size - 1, 12, 31)


def _edged(fields: Fields, context: Context, start: date, end: date) -> tuple[date, date]:
    """The first, middle or last third, or half, of a period; whole months for periods of a year and more."""
    if "edge" not in fields:
        return start, end
    edge = context.rules.sense("edge", fields["edge"].rstrip("- "))
    part, parts = {"start": (0, 3), "middle": (1, 3), "end": (2, 3), "first_half": (0, 2), "second_half": (1, 2)}[edge]
    length = (end - start).days + 1
    if length > 300:
        whole = (end.year - start.year) * 12 + end.month - start.month + 1
        first = _shift_month(start, whole * part // parts)[0]
        last = _shift_month(start, whole * (part + 1) // parts - 1)[1]
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


# --- days ---------------------------------------------------------------------------------------------------------


def _date(fields: Fields, context: Context) -> Value | None:
    month = _month_of(fields, context)
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
        year = _year(year_words or last_year or "")
        return _days(_day(year, month, day), _day(_year(last_year) if last_year else year, last_month, last_day))
    found = _without_year(fields, context, month, day)
    if found is None:
        known = any(_day(y, month, day) for y in (2000, 2001))
        return (
            _unknown(Anchor.PUBLISHED, "a day without a year, and no day of the report", Grain.DAY) if known else None
        )
    return _days(found, _day(found.year, last_month, last_day), Anchor.PUBLISHED, "a day without a year")


def _days(start: date | None, end: date | None, anchor: Anchor = Anchor.ABSOLUTE, why: str = "a date") -> Value | None:
    if start is None or end is None or end < start:
        return None
    return Value(start, end, Grain.DAY, anchor, why)


def _month_of(fields: Fields, context: Context) -> int | None:
    if "month_number" in fields:
        return int(fields["month_number"])
    words = fields.get("mon") or fields.get("month_name")
    return context.rules.calendar.month(words.rstrip(".")) if words else None


def _numeric(fields: Fields, context: Context) -> Value | None:
    """Two numbers in a language where outlets differ in their order: clear only where one is above twelve."""
    first, second, year = int(fields["day"]), int(fields["month_number"]), fields.get("year4") or fields.get("year")
    if year is None:
        return None
    if "year4" in fields:
        return _days(*(_day(_year(year), second, first),) * 2)
    readings = {d for d in (_day(_year(year), second, first), _day(_year(year), first, second)) if d}
    if len(readings) == 1:
        only = readings.pop()
        return _days(only, only)
    return _unknown(Anchor.ABSOLUTE, "day and month could be exchanged", Grain.DAY) if readings else None


def _without_year(fields: Fields, context: Context, month: int, day: int) -> date | None:
    if context.published is None:
        return None
    here = context.published
    options = [d for y in range(here.year - 5, here.year + 6) if (d := _day(y, month, day))]
    if "weekday" in fields:
        wanted = context.rules.calendar.weekday(fields["weekday"])
        near = [d for d in options if d.weekday() == wanted and abs((d - here).days) < 400]
        options = near or options
    return _choose(options, here, _relative(fields, context), future=context.future)


def _choose(options: list[date], here: date, relative: int | None, *, future: bool) -> date | None:
    """The day meant: with "lalu" the last one, with "mendatang" the next; else by the clause and by nearness."""
    back = max((d for d in options if d <= here), default=None)
    ahead = min((d for d in options if d >= here), default=None)
    if relative == 0:
        return next((d for d in options if d.year == here.year), None)
    if relative == -1:
        return back
    if relative == 1:
        return ahead
    if back is None or ahead is None:
        return back or ahead
    close = (ahead - here).days <= _SOON and (here - back).days >= _LONG_AGO
    return ahead if future or close else back


def _date_year(fields: Fields, context: Context) -> Value | None:
    month, relative = _month_of(fields, context), _relative(fields, context)
    if month is None or relative is None:
        return None
    if context.published is None:
        return _unknown(Anchor.PUBLISHED, "no day of the report", Grain.DAY)
    day = _day(context.published.year + relative, month, int(fields["day"]))
    return _days(day, day, Anchor.PUBLISHED, "counted in years from the report")


def _date_week(fields: Fields, context: Context) -> Value | None:
    value = _date(fields, context)
    if value is None or value.start is None:
        return value
    start, end = period_span("week", value.start, 0)
    return Value(start, end, Grain.WEEK, value.anchor, "the week of a date")


def _weekday(fields: Fields, context: Context) -> Value | None:
    here, relative = context.published, _relative(fields, context)
    wanted = context.rules.calendar.weekday(fields["weekday"])
    if wanted is None:
        return None
    if here is None:
        return _unknown(Anchor.PUBLISHED, "a weekday, and no day of the report", Grain.DAY)
    ahead = relative == 1 or (relative is None and context.future)
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


def _near_weekday(here: date, wanted: int, *, ahead: bool, strict: bool) -> date:
    if ahead:
        distance = (wanted - here.weekday()) % 7
        return here + timedelta(distance or (7 if strict else 0))
    distance = (here.weekday() - wanted) % 7
    return here - timedelta(distance or (7 if strict else 0))


def _weekday_week(fields: Fields, context: Context) -> Value | None:
    wanted, relative = context.rules.calendar.weekday(fields["weekday"]), _relative(fields, context)
    if wanted is None or relative is None:
        return None
    if context.published is None:
        return _unknown(Anchor.PUBLISHED, "a weekday, and no day of the report", Grain.DAY)
    day = period_span("week", context.published, relative)[0] + timedelta(wanted)
    return _days(day, day, Anchor.PUBLISHED, "a weekday of a named week")


def _dayword(fields: Fields, context: Context) -> Value | None:
    offset = int(context.rules.sense("dayword", fields["dayword"]))
    if context.published is None:
        return _unknown(Anchor.PUBLISHED, "counted from the report, whose day is not known", Grain.DAY)
    day = context.published + timedelta(offset)
    return _days(day, day, Anchor.PUBLISHED, "counted from the day of the report")


def _textday(fields: Fields, context: Context) -> Value | None:
    offset = int(context.rules.sense("textday", fields["textday"]))
    here, anchor = _from_text(context)
    if here is None:
        return _unknown(anchor, "counted from a day that the text does not name", Grain.DAY)
    day = here + timedelta(offset)
    return _days(day, day, anchor, "counted from the day last spoken of")


def _from_text(context: Context) -> tuple[date | None, Anchor]:
    if context.spoken_of is not None:
        return context.spoken_of, Anchor.TEXT
    return context.published, Anchor.PUBLISHED if context.published else Anchor.TEXT


def _clock(fields: Fields, context: Context) -> Value | None:
    """A clock time falls on the day last spoken of; the value keeps the day only, the grain says that it is exact."""
    if "hour" in fields and int(fields["hour"]) > 24:
        return None
    here, anchor = _from_text(context)
    return Value(here, here, Grain.MINUTE, anchor, "a clock time of the day last spoken of")


# --- months, years and longer -------------------------------------------------------------------------------------


def _month(fields: Fields, context: Context) -> Value | None:
    month = _month_of(fields, context)
    last = context.rules.calendar.month(fields["month_name2"]) if "month_name2" in fields else month
    if month is None or last is None:
        return None
    here, relative = context.published, _relative(fields, context)
    if "year4" in fields:
        year, anchor = int(fields["year4"]), Anchor.ABSOLUTE
    elif here is None:
        return _unknown(Anchor.PUBLISHED, "a month without a year, and no day of the report", Grain.MONTH)
    else:
        year, anchor = _year_of_month(month, here, relative, future=context.future), Anchor.PUBLISHED
    start, end = month_span(year, month)[0], month_span(year if last >= month else year + 1, last)[1]
    start, end = _edged(fields, context, start, end)
    return Value(start, end, Grain.MONTH, anchor, "a month")


def _year_of_month(month: int, here: date, relative: int | None, *, future: bool) -> int:
    if relative == 0:
        return here.year
    if relative == -1:
        return here.year if month < here.month else here.year - 1
    if relative == 1:
        return here.year if month > here.month else here.year + 1
    options = [month_span(y, month)[0] for y in (here.year - 1, here.year, here.year + 1)]
    chosen = _choose(options, month_span(here.year, here.month)[0], None, future=future)
    return chosen.year if chosen else here.year


def _month_year(fields: Fields, context: Context) -> Value | None:
    month, relative = _month_of(fields, context), _relative(fields, context)
    if month is None or relative is None:
        return None
    if context.published is None:
        return _unknown(Anchor.PUBLISHED, "no day of the report", Grain.MONTH)
    start, end = _edged(fields, context, *month_span(context.published.year + relative, month))
    return Value(start, end, Grain.MONTH, Anchor.PUBLISHED, "a month of a year counted from the report")


def _period(fields: Fields, context: Context) -> Value | None:
    unit, relative = context.rules.sense("unit", fields["unit"]), _relative(fields, context) or 0
    if unit in {"hour", "day"} or (unit == "century" and relative):
        return None
    if context.published is None:
        return _unknown(Anchor.PUBLISHED, "no day of the report", _GRAINS.get(unit, Grain.UNKNOWN))
    here = context.published
    start, end = _edged(fields, context, *period_span(unit, here, relative))
    if unit == "week" and relative == -1 and "edge" in fields and end >= here:
        start, end = start - timedelta(7), end - timedelta(7)
    return Value(start, end, _GRAINS.get(unit, Grain.UNKNOWN), Anchor.PUBLISHED, "counted from the report")


def _year_value(fields: Fields, context: Context) -> Value | None:
    words = fields.get("year4") or fields["bare_year"]
    first = int(words)
    last = int(fields.get("year42", first))
    if last < first:
        return None
    start, end = _edged(fields, context, date(first, 1, 1), date(last, 12, 31))
    return Value(start, end, Grain.YEAR, Anchor.ABSOLUTE, "a year")


def _decade(fields: Fields, context: Context) -> Value | None:
    first, last = int(fields["decade"]), int(fields.get("decade2", fields["decade"]))
    if last < first:
        return None
    start, end = _edged(fields, context, date(first, 1, 1), date(last + 9, 12, 31))
    return Value(start, end, Grain.DECADE, Anchor.ABSOLUTE, "a decade")


def _season(fields: Fields, context: Context) -> Value | None:
    """Seasons of the northern half; a season without a year or "lalu" keeps its words only."""
    month = _SEASON_MONTHS[context.rules.sense("season", fields["season"])]
    here, relative = context.published, _relative(fields, context)
    if "year4" in fields:
        year, anchor = int(fields["year4"]), Anchor.ABSOLUTE
    elif here is None or relative is None:
        return _unknown(Anchor.PUBLISHED, "a season without a year", Grain.SEASON)
    else:
        anchor = Anchor.PUBLISHED
        year = here.year
        if relative == -1 and here <= _shift_month(date(year, month, 1), 2)[1]:
            year -= 1
        if relative == 1 and here >= date(year, month, 1):
            year += 1
    start = date(year, month, 1)
    return Value(start, _shift_month(start, 2)[1], Grain.SEASON, anchor, "a season of the northern half")


# --- counted times ------------------------------------------------------------------------------------------------


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


def _count(fields: Fields, context: Context) -> tuple[float, float] | None:
    """Least and greatest number of units meant."""
    if "one" in fields:
        least = greatest = 1.0
    else:
        first = number(fields["number"], context.rules)
        second = number(fields["number2"], context.rules) if "number2" in fields else first
        if first is None or second is None:
            return None
        least, greatest = min(first, second), max(first, second)
    if "approx" in fields:
        lower, upper = _slack(fields["approx"], context.rules)
        least, greatest = max(least - lower, 0), greatest + upper
    return least, greatest


def _slack(words: str, rules: Grammar) -> tuple[int, int]:
    if words.casefold() in rules.senses["approx_about"]:
        return 1, 1
    return (0, 1) if words.casefold() in rules.senses["approx_over"] else (1, 0)


def _unit(fields: Fields, context: Context) -> str:
    if "one" in fields:
        return context.rules.sense("one", fields["one"])
    return context.rules.sense("unit", fields["unit"])


def _shift(fields: Fields, context: Context) -> Value | None:
    unit, direction = _unit(fields, context), context.rules.sense("shift", fields["shift"])
    if direction in {"before", "after"}:
        here, anchor = _from_text(context)
    else:
        here, anchor = context.published, Anchor.PUBLISHED
    count = _count(fields, context)
    grain = _GRAINS.get(unit, Grain.UNKNOWN)
    if count is None or here is None:
        return _unknown(anchor, "not counted" if count is None else "no day to count from", grain)
    if unit == "hour":
        return _hours(fields, context, here, anchor)
    sign = -1 if direction in {"ago", "before"} else 1
    edges = sorted(_counted(unit, here, sign * c) for c in count)
    return Value(edges[0][0], edges[-1][1], grain, anchor, "counted")


def _counted(unit: str, here: date, by: float) -> tuple[date, date]:
    """The unit that lies `by` units from `here`; half a year is six months, half a month two weeks."""
    if by != int(by):
        smaller, size = {"year": ("month", 12), "month": ("week", 4), "decade": ("year", 10)}.get(unit, (unit, 1))
        return period_span(smaller, here, round(by * size))
    return period_span(unit, here, int(by))


def _hours(fields: Fields, context: Context, here: date, anchor: Anchor) -> Value:
    """Hours are less than a day: the day itself and its neighbour, as the hour of the report is not counted."""
    sign = -1 if context.rules.sense("shift", fields["shift"]) in {"ago", "before"} else 1
    days = [here, here + timedelta(sign)]
    return Value(min(days), max(days), Grain.DAY, anchor, "hours from a day")


def _recent(fields: Fields, context: Context) -> Value | None:
    unit, count = _unit(fields, context), _count(fields, context)
    grain = _GRAINS.get(unit, Grain.UNKNOWN)
    if count is None or context.published is None or unit == "hour":
        return _unknown(Anchor.PUBLISHED, "a period up to the report", grain)
    here = context.published
    days = {"day": 1, "week": 7}
    if unit in days:
        start = here - timedelta(round(days[unit] * count[1]))
    else:
        first = _counted(unit, here, -count[1])[0]
        start = date(first.year, here.month if unit != "month" else first.month, 1)
    return Value(start, here, grain, Anchor.PUBLISHED, "a period up to the report")


def _duration(fields: Fields, context: Context) -> Value | None:
    return _unknown(Anchor.TEXT, "how long, not when")


def _vague(fields: Fields, context: Context) -> Value | None:
    return _unknown(Anchor.PUBLISHED, "no day can be told from the words")


def _named(fields: Fields, context: Context) -> Value | None:
    first, last = context.rules.named[" ".join(fields["named"].casefold().split())]
    return Value(date.fromisoformat(first), date.fromisoformat(last), Grain.YEAR, Anchor.ABSOLUTE, "a named period")


_EVALUATORS: dict[str, Evaluator] = {
    "date": _date,
    "date-year": _date_year,
    "date-week": _date_week,
    "weekday": _weekday,
    "weekday-week": _weekday_week,
    "dayword": _dayword,
    "textday": _textday,
    "clock": _clock,
    "clock-word": _clock,
    "month": _month,
    "month-year": _month_year,
    "period": _period,
    "period-now": _period,
    "year": _year_value,
    "decade": _decade,
    "season": _season,
    "shift": _shift,
    "recent": _recent,
    "duration": _duration,
    "vague": _vague,
    "named": _named,
}
