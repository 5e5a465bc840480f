"""Times that lean on an act: "on Thursday, a day after Syria shelled the village"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kawat.annotate.times_context import GRAINS, Context, Fields, Value, unknown
from kawat.annotate.times_grammar import Expression, Grammar
from kawat.annotate.times_periods import counted, unit_of
from kawat.model import Anchor, Grain
from kawat.text import words

_NEAR = 3  # words from a day to what counts from its act: "on Thursday, which was a day after"
_HEAD = 12  # a day that begins within so many characters opens its sentence


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a sentence with its value."""

    expression: Expression
    value: Value


def leaning(fields: Fields, context: Context) -> Value:
    """ "dua bulan setelah penarikan": counted from an act whose day the words do not give.

    Behind "itu" the act is the one told of just before, whose day is the day last spoken of.
    """
    grain = GRAINS.get(unit_of(fields, context.rules), Grain.UNKNOWN)
    here = context.spoken_of if "that" in fields and not context.undated else None
    value = _from_act(fields, context.rules, here) if here is not None else None
    return value or unknown(Anchor.ACT, "counted from an act, whose day the words do not give", grain)


def _from_act(fields: Fields, rules: Grammar, act: date) -> Value | None:
    days = counted(fields, rules, act, _sign(fields, rules))
    return days and Value(
        *days, _grain(fields, rules), Anchor.ACT, "counted from the day of an act", (act, act, Grain.DAY)
    )


def _to_act(fields: Fields, rules: Grammar, here: date) -> Value | None:
    """The act that a time leans on, counted back from the day of the act that it dates."""
    days = counted(fields, rules, here, -_sign(fields, rules))
    return days and Value(here, here, Grain.DAY, Anchor.ACT, "the day beside it", (*days, _grain(fields, rules)))


def _sign(fields: Fields, rules: Grammar) -> int:
    return 1 if rules.sense("order", fields["order"]) == "after" else -1


def _grain(fields: Fields, rules: Grammar) -> Grain:
    unit = unit_of(fields, rules)
    return Grain.DAY if unit == "hour" else GRAINS.get(unit, Grain.UNKNOWN)


def leant(text: str, found: Sequence[Found], rules: Grammar) -> Iterator[Found]:
    """The times of a sentence, those that lean on an act counted with the day that stands beside them."""
    for k, one in enumerate(found):
        value = None
        if one.value.anchor is Anchor.ACT and one.value.start is None:
            value = _beside(text, found, k, rules)
        yield replace(one, value=value) if value is not None else one


def _beside(text: str, found: Sequence[Found], k: int, rules: Grammar) -> Value | None:
    fields, span = found[k].expression.fields, found[k].expression.span
    before = [f for f in found[:k] if _is_day(f)]
    if before and before[-1].value.start is not None:
        near = len(words(text[before[-1].expression.span.end : span.start])) <= _NEAR
        opens = len(before) == 1 and before[0].expression.span.start <= _HEAD
        return _to_act(fields, rules, before[-1].value.start) if near or opens else None
    after = next((f for f in found[k + 1 :] if _is_day(f)), None)
    if after is None or after.value.start is None:
        return None
    if "," in text[span.end : after.expression.span.start]:  # "Two days after X fell, Y was shelled on Thursday"
        return _to_act(fields, rules, after.value.start) if not before else None
    return _from_act(fields, rules, after.value.start)  # "two days after X fell on Thursday"


def _is_day(one: Found) -> bool:
    value = one.value
    exact = value.grain in {Grain.DAY, Grain.MINUTE} and value.start is not None and value.start == value.end
    return exact and value.anchor is not Anchor.ACT
