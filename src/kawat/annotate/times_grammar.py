"""Compiles the forms of `lang/<language>/times.toml` and finds where they fit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kawat.errors import TableError
from kawat.lang import table
from kawat.lang.calendar import Calendar, calendar, key, spellings
from kawat.model import Span
from kawat.text import any_of

_SLOT = re.compile(r"<(?P<name>[a-z0-9_]+?)(?::(?P<n>\d))?>")
_FIELD = re.compile(r"(?P<name>[a-z_]+?4?)(?P<n>\d?)__")

# A year stands for itself only where no counted thing follows ("2000 tentara", "2003 troops") and no unit or currency
# stands before it. "2.014" and "2014/15" are numbers of another kind.
_BARE_YEAR = r"(?<![\d.,/$€£#-])(?<!Rp)(?<!Rp\s)(?<!nomor\s)(?<!No\.\s)(?:19|20)\d\d(?![\d/-])(?!\s?%)(?![.,]\d)"
_NUMERALS = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?![.,]\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:19|20)\d\d(?!\d)|\d\d(?!\d)",
    "year4": r"(?:1[5-9]|20)\d\d(?!\d)",
    "bare_year": _BARE_YEAR,
    "hijri_year": r"1[34]\d\d(?!\d)",
    "act": r"[a-z][a-z-]{3,}(?!\w)",
    "of_year": r"(?i:tahun|year)(?!\w)",
    "decade": r"(?:1[5-9]|20)\d0",
    "short_decade": r"[1-9]0",
    "hour": r"(?:[01]?\d|2[0-4])",
    "minute": r"[0-5]\d(?!\d)",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled row of the table."""

    pattern: re.Pattern[str]
    value: str
    example: str
    rank: int


@dataclass(frozen=True, slots=True)
class Expression:
    """A form that fits: its words, the kind of value it has, and the fields it was made of."""

    span: Span
    value: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The time grammar of one language. `senses` gives class → folded words → sense ("lalu" → "last")."""

    language: str
    forms: tuple[Form, ...]
    senses: Mapping[str, Mapping[str, str]]
    numbers: Mapping[str, float]
    multipliers: Mapping[str, int]
    teens: frozenset[str]
    day_first: bool
    named: Mapping[str, tuple[str, str]]
    calendar: Calendar
    future: re.Pattern[str]
    past: re.Pattern[str]
    joiner: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    lasting: re.Pattern[str]
    near: re.Pattern[str]
    order: re.Pattern[str]
    trigger: re.Pattern[str]

    def sense(self, name: str, words: str) -> str:
        """What a word of a class stands for; the class itself where it has no senses."""
        return self.senses[name][key(words)]


def _any(words: Iterable[str]) -> str:
    """One of the phrases; names of feasts and months are as often written without their apostrophes."""
    return any_of(words).replace("['’]", "['’]?")


def _bounded(words: list[str]) -> str:
    return rf"(?i:{_any(words)})(?!\w)"


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises `TableError` where a form names a class that does not exist."""
    rows = dict(table(language, "times"))
    rows["classes"] = _expanded(rows["classes"])
    words = calendar(language)
    classes = {**_NUMERALS, **_calendar_classes(words), **_word_classes(rows), **_number_class(rows)}
    classes["named"] = _bounded(list(rows["named"]))
    forms = tuple(
        Form(_compile(language, row["form"], classes), row["value"], row["example"], rank)
        for rank, row in enumerate(rows["form"])
    )
    aspect = rows["aspect"]
    return Grammar(
        language=language,
        forms=forms,
        senses=_senses(rows["classes"]),
        numbers=rows["numbers"],
        multipliers={w: n for w, n in rows["multipliers"].items() if isinstance(n, int)},
        teens=frozenset(rows["multipliers"]["teen"]),
        day_first=rows["order"]["numeric"] == "day-first",
        named={key(name): (first, last) for name, (first, last) in rows["named"].items()},
        calendar=words,
        future=re.compile(rf"(?<!\w)(?:{_bounded(aspect['future'])})"),
        past=re.compile(rf"(?<!\w)(?:{_bounded(aspect['past'])})"),
        lasting=re.compile(rf"(?<!\w)(?:{_bounded(aspect['lasting'])})"),
        joiner=re.compile(rf"[,;:]\s|(?<!\w){_bounded(aspect['joiner'])}\s+(?=(?:{aspect['verb']})\b)"),
        **{key: re.compile(rf"(?<!\w){_bounded(aspect[key])}\s+\Z") for key in ("since", "until", "near")},
        order=_order(rows["classes"]),
        trigger=_trigger(rows, words),
    )


def _order(classes: Mapping[str, Any]) -> re.Pattern[str]:
    """What puts the act behind it before or after another: "setelah", but not "setelah itu"."""
    return re.compile(rf"(?<!\w){_bounded(_phrases(classes['order']))}(?!\s+{_bounded(classes['that'])})")


def _expanded(classes: Mapping[str, Any]) -> dict[str, Any]:
    """Classes whose phrases may name another class: "selepas <prayer>" is one phrase for each prayer."""

    def spelled(phrases: list[str]) -> list[str]:
        made: list[str] = []
        for phrase in phrases:
            slot = _SLOT.search(phrase)
            made += [phrase.replace(slot[0], w) for w in _phrases(classes[slot["name"]])] if slot else [phrase]
        return made

    return {
        name: spelled(value) if isinstance(value, list) else {sense: spelled(words) for sense, words in value.items()}
        for name, value in classes.items()
    }


def _calendar_classes(words: Calendar) -> dict[str, str]:
    """`weekday` is a full name with a capital, `mon` any month word, `month_name` a full one with a capital.

    "Minggu" before "ini", "lalu", "depan" at the head of a sentence is the week, not the Sunday.
    """
    full_days = [w for w in words.weekdays if w not in words.short]
    short_days = [w for w in words.weekdays if w in words.short]
    short_months = [w for w in words.months if w in words.short]
    full_months = [w for w in words.months if w not in words.short]
    apart = r"(?!(?<![\s\S])Minggu\s+(?:ini|lalu|depan|mendatang))" if words.language == "id" else ""
    return {
        "weekday": rf"{apart}(?=[A-Z])(?i:{spellings(full_days)})(?![\w-](?!\d))",
        "any_weekday": rf"(?=[A-Z])(?i:{spellings(full_days + short_days)})(?!\w)",
        "mon": rf"(?i:(?:{spellings(full_months)})(?!\w)|(?:{spellings(short_months)})(?:\.|(?!\w)))",
        "month_name": rf"(?=[A-Z])(?i:{spellings(full_months)})(?!\w)",
        "zone": rf"(?:{_any_zone(words)})(?!\w)",
    }


def _any_zone(words: Calendar) -> str:
    return "|".join(f"(?i:{re.escape(z)})" for z in sorted(words.zones, key=len, reverse=True))


def _word_classes(rows: Mapping[str, Any]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in rows["classes"].items():
        words = _phrases(value)
        made[name] = rf"(?i:{_any(words)})" + ("" if name in {"connector", "edge"} else r"(?!\w)")
    approx = [w for name in ("approx_about", "approx_over", "approx_under") for w in rows["classes"][name]]
    made["approx"] = _bounded(approx)
    made["local"] = _LOCAL
    made["meridiem"] = r"(?i:[ap]\.m\.|[ap]m)(?!\w)"
    return made


# "Jumat waktu setempat", "Friday local time"; the first space belongs to it, so that a form may end without one.
_LOCAL = r"\s+waktu\s+(?:setempat|lokal|[A-Z]\w+(?:\s+[A-Z]\w+)?)|\s+local\s+time"


def _number_class(rows: Mapping[str, Any]) -> dict[str, str]:
    parts = [*rows["numbers"], *(w for w in rows["multipliers"] if w != "teen"), *rows["multipliers"]["teen"]]
    word = rf"(?i:{_any(parts)})(?!\w)"
    indefinite = rf"(?i:{_any(rows['classes']['indefinite'])})(?!\w)"
    return {"number": rf"\d{{1,3}}(?:[.,]\d+)?(?![\w.,])|{indefinite}|{word}(?:[\s-]+{word}){{0,3}}"}


def _compile(language: str, form: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    def slot(match: re.Match[str]) -> str:
        name, n = match["name"], match["n"] or ""
        if name not in classes:
            raise TableError(f"lang/{language}/times.toml: form {form!r}: there is no class {name!r}")
        return f"(?P<{name}{n}__>(?-i:{classes[name]}))"

    spaced = form.replace(" ?", "\x00").replace(" ", r"\s+").replace("\x00", r"\s*")
    body = _SLOT.sub(slot, spaced)
    before, mark, core = body.rpartition("§")
    # The words of a form may open a sentence or stand in capitals; classes say themselves where a capital matters.
    return re.compile(rf"(?<![\w])(?i:{before if mark else ''}(?P<x__>{core}))(?![^\W_])")


def _senses(classes: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = {}
    for name, value in classes.items():
        pairs = [(w, "") for w in value] if isinstance(value, list) else [(w, s) for s, ws in value.items() for w in ws]
        made[name] = {key(word): sense for word, sense in pairs}
    return made


def _phrases(words: Any) -> list[str]:
    """The phrases of a class, with senses or without."""
    return words if isinstance(words, list) else [w for sense in words.values() for w in sense]


def _trigger(rows: Mapping[str, Any], words: Calendar) -> re.Pattern[str]:
    """A word without which no form can fit, to pass over most sentences quickly."""
    names = ("dayword", "textday", "vague", "unit", "one", "season", "shift", "hijri", "feast", "every")
    heads = {w.split()[-1] for name in names for w in _phrases(rows["classes"][name])}
    heads |= {w.split()[-1] for w in rows["named"]} | {"noon", "midnight", "midday", "dawn", "dusk"}
    calendar_names = spellings([*words.weekdays, *words.months])
    return re.compile(rf"\d|(?<!\w)(?i:{calendar_names}|{_any(sorted(heads))})(?!\w)")


def expressions(text: str, rules: Grammar) -> Iterator[Expression]:
    """The forms that fit in a sentence: leftmost first, then longest, then first in the table; none overlap."""
    if not rules.trigger.search(text):
        return
    found = []
    for form in rules.forms:
        for match in form.pattern.finditer(text):
            start, end = match.span("x__")
            found.append((start, -end, form.rank, form, match))
    reached = 0
    for start, negative_end, _, form, match in sorted(found, key=lambda f: f[:3]):
        if start < reached:
            continue
        end = _balanced(text, start, -negative_end)
        reached = end
        yield Expression(Span(start, end), form.value, _fields(match))


def _balanced(text: str, start: int, end: int) -> int:
    """Takes in or leaves out a round bracket so that none stands alone."""
    words = text[start:end]
    if words.count("(") > words.count(")") and text[end : end + 1] == ")":
        return end + 1
    return end


def _fields(match: re.Match[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, words in match.groupdict().items():
        if words is not None and name != "x__":
            fields[name.removesuffix("__")] = words
    return fields
