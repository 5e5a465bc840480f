"""Finds the words that say when, and the days that they mean."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from kawat.annotate.quotations_lexicon import lexicon
from kawat.annotate.quotations_marks import Quoted, quoted
from kawat.annotate.times_context import Context, Value
from kawat.annotate.times_grammar import Expression, Grammar, expressions, grammar
from kawat.annotate.times_leaning import Found, leant
from kawat.annotate.times_values import evaluate
from kawat.lang import LANGUAGES
from kawat.model import Anchor, BlockKind, Document, Grain, Layer, Sentence, Span, TimeRef

# What may stand between two halves of one time: "Jumat pekan lalu (8/9/2023)", "Kamis (28/4) pukul 01.15 WIB".
_BETWEEN = re.compile(r"\s*,?\s*(?:pada\s+|at\s+|on\s+)?")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 12  # an expression that begins within so many characters opens its sentence
_OPENS = 5  # "Pada 2012", "In 2012"
_DAYS = frozenset({Grain.DAY, Grain.MINUTE})
_CLOCKS = frozenset({"clock", "clock-word"})
_OF_YEAR = frozenset({"month-year", "date-year"})  # "March last year"
_YEARS = _OF_YEAR | {"period", "period-now", "shift"}
_PERIODS = _YEARS | {"year", "month"}
# Captions stand beside the text: their dates are no ground for "two days earlier" in it.
_TELLS = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY})


def find(document: Document) -> Document:
    """Adds the time expressions of every sentence, in order, with the days that they mean.

    Days are counted from `Article.published` in the zone that it carries, or from the day that the text last named
    ("two days earlier"). Where the day to count from is unknown, the reference keeps its words and grain, and `start`
    and `end` are None.
    """
    article = document.article
    if article.language not in LANGUAGES:
        return document
    rules, marks = grammar(article.language), lexicon(article.language)
    stretches = cache(lambda block: quoted(article.text, article.blocks[block].span, marks))
    published = article.published.date() if article.published else None
    led: date | None = None
    spoken_of: date | None = None
    told: date | None = None  # as `spoken_of`, but outside quotation marks: what the next paragraph goes on from
    come: date | None = None
    block = -1
    year: int | None = None
    undated = False
    times: list[TimeRef] = []
    for sentence in document.sentences:
        if sentence.block != block:
            block, spoken_of, undated = sentence.block, told, False
        text = sentence.span.of(article.text)
        here = Context(
            published or led, spoken_of, future=False, rules=rules, year=year, led=published is None, undated=undated,
            come=come,
        )  # fmt: skip
        found = list(_merged(text, _evaluated(text, here), rules))
        if published is None and led is None and sentence.kind in _TELLS:
            led = _led(found, text, rules)
            if led is not None:  # what stands beside it is counted from it too
                found = list(_merged(text, _evaluated(text, replace(here, published=led)), rules))
        found = list(leant(text, found, rules))
        times.extend(_reference(f, sentence.span.start) for f in found)
        if sentence.kind in _TELLS:
            dated = [f for f in found if not _near_feast(f, text, rules)]
            spoken_of = _last_day(dated) or spoken_of
            told = _last_day(_outside(dated, sentence, stretches)) or told
            come = _last_day([f for f in dated if here.published and _has_come(f, here.published)]) or come
            undated = _ends_undated(found, here)
            year = next((y for f in reversed(found) if (y := _year(f, rules))), year)
    return replace(document, times=tuple(times), done=document.done | {Layer.TIMES})


def _led(found: list[Found], text: str, rules: Grammar) -> date | None:
    """The first day that a sentence names in full with its weekday ("Senin (3/4/2023)"), as news names its own day."""
    for one in found:
        value, span = one.value, one.expression.span
        whole = value.anchor is Anchor.ABSOLUTE and value.grain in _DAYS and value.start == value.end
        if whole and any(rules.calendar.weekday(word) is not None for word in _WORD.findall(span.of(text))):
            return value.start
    return None


def _reference(found: Found, offset: int) -> TimeRef:
    span, value = found.expression.span, found.value
    words = Span(span.start + offset, span.end + offset)
    return TimeRef(words, value.start, value.end, value.grain, value.anchor, value.why, value.act)


def _last_day(found: list[Found]) -> date | None:
    days = [f.value.start for f in found if f.value.grain in _DAYS and f.value.start == f.value.end]
    return days[-1] if days else None


def _has_come(found: Found, published: date) -> bool:
    return found.value.start is not None and found.value.start <= published


def _ends_undated(found: Iterable[Found], context: Context) -> bool:
    """Whether a period of the past that opens a sentence is the last time told: behind "Last year, X expelled Y" no day
    is known from which "two weeks later" could count."""
    undated = context.undated
    for one in found:
        value, span = one.value, one.expression.span
        if value.grain in _DAYS and value.start is not None:
            undated = False
        elif one.expression.value in _PERIODS and value.grain is not Grain.WEEK and span.start <= _OPENS:
            undated = bool(value.end and context.published and value.end < context.published)
    return undated


def _near_feast(found: Found, text: str, rules: Grammar) -> bool:
    """ "menjelang Tahun Baru": something was told of about the feast, not of its day."""
    before = found.expression.span.start
    return found.expression.value == "feast" and rules.near.search(text, 0, before) is not None


def _outside(found: list[Found], sentence: Sentence, stretches: Callable[[int], list[Quoted]]) -> list[Found]:
    """Those that stand outside quotation marks; `stretches` gives what a block has between such."""
    at = sentence.span.start
    return [
        f for f in found
        if not any(q.outer.start <= f.expression.span.start + at < q.outer.end for q in stretches(sentence.block))
    ]  # fmt: skip


def _year(found: Found, rules: Grammar) -> int | None:
    """The year of a time that says its year, or counts it from the report ("last year"), and lies in that one."""
    value, fields = found.value, found.expression.fields
    counted = found.expression.value in _YEARS and value.anchor is Anchor.PUBLISHED
    if counted and found.expression.value == "shift":  # "two years later" may only fall back on the report
        counted = rules.sense("shift", fields["shift"]) == "ago"
    told = counted and (value.grain is Grain.YEAR or found.expression.value in _OF_YEAR)
    if not (told or value.anchor is Anchor.ABSOLUTE) or value.start is None or value.end is None:
        return None
    return value.start.year if value.start.year == value.end.year else None


def _evaluated(text: str, context: Context) -> Iterator[Found]:
    """The times of a sentence, each read against what the text and the sentence before it named."""
    for expression in expressions(text, context.rules):
        context = _beside(text, expression.span, context)
        value = evaluate(expression, context)
        if value is None:
            continue
        if context.led and context.published is not None and value.anchor is Anchor.PUBLISHED:
            value = replace(value, anchor=Anchor.TEXT, why=f"{value.why}, counted from the first day named in full")
        if value.grain in _DAYS and value.start == value.end and value.start is not None:
            context = replace(context, spoken_of=value.start)
        made = Found(expression, value)
        context = replace(context, undated=_ends_undated((made,), context))
        context = replace(context, year=_year(made, context.rules) or context.year)
        yield made


def _beside(text: str, span: Span, context: Context) -> Context:
    """The context with what the words before a time say of its side: to come, behind "since", behind "until"."""
    rules = context.rules
    future = speaks_of_future(text, span, rules)
    since, until = (form.search(text, 0, span.start) for form in (rules.since, rules.until))
    marks = rules.future.finditer(text, 0, since.start()) if since is not None else ()
    if since is not None and any(not text[m.end() : since.start()].strip() for m in marks):
        future = False  # "planned since August": it is the plan that began then
    if until is not None and rules.lasting.search(text, 0, until.start()) is not None:
        future = True  # "extended the ban until October"
    return replace(context, future=future, since=since is not None, until=until is not None)


def speaks_of_future(text: str, span: Span, rules: Grammar) -> bool:
    """Whether the clause around a time speaks of what is to come ("akan tiba pada Sabtu").

    The clause runs back to a comma or to a joining word with a verb after it; a time that opens its sentence ("Pada
    Sabtu ia akan tiba") belongs to the clause after it.
    """
    if span.start <= _HEAD:
        rest = text[span.end :].lstrip(" ,")
        stop = rules.joiner.search(rest)
        clause = rest[: stop.start()] if stop else rest
    else:
        start = max((m.end() for m in rules.joiner.finditer(text, 0, span.start)), default=0)
        clause = text[start : span.start]
    marks = [m.start() for m in rules.future.finditer(clause)]
    return bool(marks) and all(m.start() < marks[-1] for m in rules.past.finditer(clause))


def _merged(text: str, found: Iterator[Found], rules: Grammar) -> Iterator[Found]:
    """Joins neighbours that are two halves of one time; the more exact half gives the value.

    A clock and its day with a comma between ("pukul 7.55 WIB, Jumat"), or a clock told roughly ("Rabu, sekitar pukul
    9"), stay two expressions; the clock takes the day.
    """
    held: Found | None = None
    for current in found:
        joined = _join(text, held, current) if held else None
        if joined is not None and held is not None and _apart(text, held, current, rules):
            held, current = (  # noqa: PLW2901  the clock of the pair takes the value of both
                replace(one, value=joined.value) if one.expression.value in _CLOCKS else one for one in (held, current)
            )
            joined = None
        if joined is None and held is not None:
            yield held
        held = joined or current
    if held is not None:
        yield held


def _apart(text: str, left: Found, right: Found, rules: Grammar) -> bool:
    if right.expression.value in _CLOCKS:
        roughly = right.expression.span.of(text).casefold().startswith(tuple(rules.senses["approx_about"]))
        return roughly or "," in _between(text, left, right)
    return left.expression.value in _CLOCKS and "," in _between(text, left, right)


def _between(text: str, left: Found, right: Found) -> str:
    return text[left.expression.span.end : right.expression.span.start]


def _join(text: str, left: Found, right: Found) -> Found | None:
    if _BETWEEN.fullmatch(_between(text, left, right)) is None:
        return None
    value = _joint_value(left, right)
    if value is None:
        return None
    span = Span(left.expression.span.start, right.expression.span.end)
    return Found(Expression(span, right.expression.value, right.expression.fields), value)


def _joint_value(left: Found, right: Found) -> Value | None:
    a, b = left.value, right.value
    for clock, day in ((left, b), (right, a)):
        if clock.expression.value in _CLOCKS and day.grain is Grain.DAY and day.start == day.end:
            return replace(day, grain=Grain.MINUTE, why=f"{day.why}, with its clock")
    if a.grain is not Grain.DAY or b.grain is not Grain.DAY or b.start != b.end or a.start != a.end:
        return None
    if a.start == b.start:
        return b if b.anchor is Anchor.ABSOLUTE else a
    # "Jumat, 8 September" in a report of much later: the weekday alone would have been the last one.
    weekday = left.expression.value == "weekday" and right.expression.value == "date"
    if weekday and a.start and b.start and a.start.weekday() == b.start.weekday():
        return b
    return None
