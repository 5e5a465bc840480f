"""What an expression of the time grammar means: first day, last day, grain and anchor."""

from collections.abc import Callable

from kawat.annotate import times_days as days
from kawat.annotate import times_feasts as feasts
from kawat.annotate import times_parts as parts
from kawat.annotate import times_periods as periods
from kawat.annotate.times_context import Context, Fields, Value
from kawat.annotate.times_grammar import Expression
from kawat.annotate.times_leaning import leaning

# Every `value` that a form of the table may have.
_EVALUATORS: dict[str, Callable[[Fields, Context], Value | None]] = {
    "date": days.date_value,
    "date-year": days.date_year,
    "date-week": days.date_week,
    "weekday": days.weekday_value,
    "weekday-week": days.weekday_week,
    "dayword": days.dayword,
    "textday": days.textday,
    "clock": days.clock,
    "clock-word": days.clock,
    "month": periods.month_value,
    "month-year": periods.month_year,
    "period": periods.period,
    "period-now": periods.period,
    "year": periods.year,
    "decade": periods.decade,
    "season": periods.season,
    "shift": periods.shift,
    "recent": periods.recent,
    "ahead": periods.ahead,
    "duration": periods.duration,
    "vague": periods.vague,
    "named": periods.named,
    "hijri": feasts.hijri,
    "feast": feasts.feast,
    "week-of-month": parts.week_of_month,
    "quarter": parts.quarter,
    "century": parts.century,
    "set": parts.recurring,
    "leaning": leaning,
    "hours": periods.hours,
    "weekend": periods.weekend,
    "amount": parts.amount,
    "age": parts.age,
    "part": parts.part,
    "nth": parts.nth,
    "monthday": days.monthday,
    "text-period": parts.text_period,
}


def evaluate(expression: Expression, context: Context) -> Value | None:
    """The value of an expression; None where the words are no time after all (30 February, 2003 as a count)."""
    return _EVALUATORS[expression.value](expression.fields, context)
