"""What a sentence is about, in terms that reports of two languages share: subjects, known names, quantities.

Words are stemmed so that "menyerang", "diserang" and "serangan" meet; stems are compared, never shown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from kawat import knowledge
from kawat.lang import LANGUAGES, table
from kawat.text import Word, fold, words

_SHORTEST = 4  # words of fewer letters are mostly function words
_SHORTEST_STEM = 3
_PAUSES = frozenset(",;:.()–—")
_REACH = 3  # how many words after a number say what is counted

# Numbers that count nothing: days "(24/2/2022)", clocks "09.30", years.
_NO_COUNT = re.compile(
    r"\(?\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b\)?|\b\d{1,2}[.:]\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}(?=-\d)"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_CASUALTIES = (
    "fates",
    "estimates",
    "parts",
    "measures",
    "out_of",
    "befallen",
    "participles",
    "passive",
    "closers",
    "totals",
    "tolls",
    "reached",
)
_NTH = re.compile(r"(?:ke-(\d+)|(\d+)(?:st|nd|rd|th))")


@dataclass(frozen=True, slots=True)
class Wording:
    """What some words are about.

    `subjects` are keys of the tables of subjects (the same in every language), `stems` all other words of substance,
    `names` ids of known actors and places. `counts` are (what is counted, number) pairs, where people are counted by
    what befell them also (that, number): ("kill", 11) in "11 orang tewas". `nths` are ordinals.
    """

    subjects: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    counts: frozenset[tuple[str, int]]
    nths: frozenset[int]


NOTHING = Wording(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


def wording(text: str, language: str | None) -> Wording:
    """What a text is about; `NOTHING` in a language without a pack."""
    if language not in LANGUAGES:
        return NOTHING
    plain = _NO_COUNT.sub(" ", _scaled(_priced(_THOUSANDS.sub("", text), language), language))
    names, named = _names(plain, language)
    tokens = [word for word in words(plain) if not any(start <= word.span.start < end for start, end in named)]
    terms = [_term(word, language) for word in tokens]
    return Wording(
        frozenset(term for term, known in terms if term and known),
        frozenset(term for term, known in terms if term and not known),
        names,
        frozenset(_counts(plain, tokens, terms, language) | _fates(plain, tokens, terms, language)),
        frozenset(_nths(plain, tokens, language)),
    )


def _priced(text: str, language: str) -> str:
    """A text with the word of a currency behind a number instead of the sign before it: "$2 billion"."""
    rules = _rules(language)
    return rules.priced.sub(lambda match: f"{match[2]} {rules.currencies[match[1]]}", text)


def _scaled(text: str, language: str) -> str:
    """A text with numbers such as "9 ribu" and "1.5 million" in digits; the word stays where it is also a subject."""
    rules = _rules(language)

    def digits(match: re.Match[str]) -> str:
        given, word = match[1].replace(",", "."), match[2].lower()
        number = rules.numbers.get(match[1].lower()) or Fraction(given)
        # a nought before it, so that it is no year
        return f"0{int(number * rules.magnitudes[word])}{f' {match[2]}' if word in rules.subjects else ''}"

    return rules.scaled.sub(digits, text)


def _names(text: str, language: str) -> tuple[frozenset[str], list[tuple[int, int]]]:
    """Known actors and places, and in running text also words with a capital that no table has ("~goris")."""
    ids: set[str] = set()
    spans: list[tuple[int, int]] = []
    tables = (knowledge.names(language), *(knowledge.places(one) for one in (language, *LANGUAGES)))
    for phrases in dict.fromkeys(tables):
        for match in phrases.find(text):
            start, end = match.span.start, match.span.end
            # a name, not a word that a name is also made of; and nothing inside a longer name found before
            if text[start].isupper() and not any(start < stop and first < end for first, stop in spans):
                ids.add(min(form.known_id for form in match.values))
                spans.append((start, end))
    tokens = [word for word in words(text) if word.text[0].isalpha()]
    raised = [word for word in tokens[1:] if word.text[0].isupper()]
    if len(raised) * 2 < len(tokens):  # no headline with capitals throughout
        skipped = _rules(language).skipped
        for word in raised:
            inside = any(start <= word.span.start < end for start, end in spans)
            if not inside and len(word.text) >= _SHORTEST and fold(word.text) not in skipped:
                ids.add(f"~{fold(word.text)}")
                spans.append((word.span.start, word.span.end))
    return frozenset(ids), spans


def _term(word: Word, language: str) -> tuple[str, bool]:
    """The subject of a word, or its stem; empty for a word that says nothing. And whether it is a subject."""
    folded = fold(word.text)
    rules = _rules(language)
    if (len(folded) < _SHORTEST and folded not in rules.short) or folded in rules.skipped or not folded[:1].isalpha():
        return "", False
    key = stem(folded, language)
    subject = rules.subjects.get(folded) or rules.subjects.get(key)
    return (subject, True) if subject else (key, False)


def stem(word: str, language: str) -> str:
    """A folded word without what inflects it. A key to compare by, often no word: "menyerang" gives "erang"."""
    return _stem(word, _rules(language))


@dataclass(frozen=True, slots=True)
class _Rules:
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    swallowed: str
    worn: str
    skipped: frozenset[str]
    short: frozenset[str]
    subjects: dict[str, str]
    numbers: dict[str, int]
    magnitudes: dict[str, int]
    scaled: re.Pattern[str]
    currencies: dict[str, str]
    priced: re.Pattern[str]
    ordinals: dict[str, int]
    fates: frozenset[str]
    estimates: frozenset[str]
    parts: frozenset[str]
    measures: frozenset[str]
    out_of: frozenset[str]
    befallen: frozenset[str]
    participles: frozenset[str]
    passive: frozenset[str]
    closers: frozenset[str]
    totals: frozenset[str]
    tolls: frozenset[str]
    reached: frozenset[str]
    months: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    """The tables of a language; a subject is found by any of its words, or by the stem of one."""
    given: dict[str, Any] = table(language, "subjects")
    calendar = table(language, "calendar")
    months = [fold(form) for key in ("months", "months_short") for forms in calendar[key] for form in forms]
    bare = _Rules(
        tuple(sorted(given["prefixes"], key=lambda one: -len(one))),
        tuple(sorted(given["suffixes"], key=lambda one: -len(one))),
        given["swallowed"],
        given["worn"],
        frozenset(given["skipped"]),
        frozenset(word for forms in given["subjects"].values() for word in forms if len(word) < _SHORTEST),
        {},
        given["numbers"],
        given["magnitudes"],
        _scaling(given["numbers"], given["magnitudes"]),
        given["currencies"],
        _pricing(given["currencies"], given["magnitudes"]),
        given["ordinals"],
        *(frozenset(some) for some in (*(given["casualties"][what] for what in _CASUALTIES), months)),
    )
    for subject, forms in given["subjects"].items():
        for form in forms:
            bare.subjects.setdefault(form, subject)
    for form, subject in tuple(bare.subjects.items()):
        bare.subjects.setdefault(_stem(form, bare), subject)
    return bare


def _scaling(numbers: Iterable[str], magnitudes: Iterable[str]) -> re.Pattern[str]:
    """A number and by what it is multiplied, where no second number belongs to it ("dua ratus lima")."""
    spelt, scales = "|".join(numbers), "|".join(magnitudes)
    more = rf"(?!\s+(?:\d|(?:{spelt}|{scales})\b))"
    return re.compile(rf"\b(\d+(?:[.,]\d+)?|{spelt})\s+({scales})\b{more}", re.IGNORECASE)


def _pricing(signs: Iterable[str], magnitudes: Iterable[str]) -> re.Pattern[str]:
    """The sign of a currency, and the number behind it with what it is multiplied by."""
    given = "|".join(re.escape(sign) for sign in sorted(signs, key=lambda one: -len(one)))
    return re.compile(rf"(?<!\w)({given})\s?(\d+(?:[.,]\d+)*(?:\s+(?:{'|'.join(magnitudes)})\b)?)")


def tolls() -> frozenset[str]:
    """What is counted that only grows while it becomes known: the dead, the wounded."""
    return frozenset(fate for language in LANGUAGES for fate in _rules(language).fates)


def _stem(word: str, rules: _Rules) -> str:
    for suffix in rules.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word.removesuffix(suffix)
            break
    for prefix in rules.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
            word = word.removeprefix(prefix)
            break
    if rules.swallowed and word[0] in rules.swallowed and len(word) > _SHORTEST_STEM:
        word = word[1:]
    return word.rstrip(rules.worn) or word


def _counts(text: str, tokens: list[Word], terms: list[tuple[str, bool]], language: str) -> set[tuple[str, int]]:
    """Numbers with what they count: a subject or stem among the next words ("49 tentara Armenia")."""
    found, fates = set(), _rules(language).fates
    numbers = _numbers(text, tokens, language)
    for at, number in numbers.items():
        after: list[str] = []
        for place in range(at + 1, min(at + 1 + _REACH, len(terms))):
            if tokens[place].text in _PAUSES:  # "10 civilians, nine of them children"
                break
            if terms[place][0] and terms[place][0] not in fates and place not in numbers:
                after.append(terms[place][0])
        found |= {(term, number) for term in after[:2]}
    return found


def _numbers(text: str, tokens: list[Word], language: str) -> dict[int, int]:
    """Place of a number → the number; those of days ("12 March") and of names ("F-16") count nothing."""
    months, found = _rules(language).months, {}
    for at, token in enumerate(tokens):
        number = _number(token.text, language)
        beside = {fold(one.text) for one in tokens[max(at - 1, 0) : at + 2]}
        joined = text[max(token.span.start - 1, 0) : token.span.start], text[token.span.end : token.span.end + 1]
        if number is not None and "-" not in joined and not (token.text.isdecimal() and beside & months):
            found[at] = number
    return found


def _fates(text: str, tokens: list[Word], terms: list[tuple[str, bool]], language: str) -> set[tuple[str, int]]:
    """What befell how many: "menewaskan sedikitnya 46 orang", "46 people were killed and 12 wounded".

    Each word for it has one number. Those that have theirs behind them come first: "two drones killed 11 people". A
    number before it is of whoever undergoes it, so it is taken only where the word says that its subject does.
    """
    rules = _rules(language)
    folded = [fold(token.text) for token in tokens]
    numbers = _numbers(text, tokens, language)
    some = {at for at in numbers if at and folded[at - 1] in rules.parts}
    some |= {at for at in numbers if at + 1 < len(tokens) and folded[at + 1] in rules.measures}
    for at in sorted(numbers):  # "12 of 40 soldiers were killed" tells of 12
        whole = next((place for place in numbers if place == at + 2 and folded[at + 1] in rules.out_of), None)
        if whole is not None:
            numbers[whole] = numbers[at]
    taken: dict[int, int] = {}  # place of the word for it → place of its number
    for at in sorted(numbers.keys() - some):
        first = at - 1
        while first >= 0 and folded[first] in rules.estimates and _beside(text, tokens, first):
            first -= 1
        if first >= 0 and terms[first][0] in rules.fates and _beside(text, tokens, first):
            taken.setdefault(first, at)
    for at in sorted(numbers.keys() - some - set(taken.values())):
        for place in _near(at, terms):
            if place in numbers or not _beside(text, tokens, place - 1):
                break
            if terms[place][0] in rules.fates:
                if _undergone(folded, at, place, rules):
                    taken.setdefault(place, at)
                break
    total = _total(folded, terms, numbers, rules)
    counted = {(terms[place][0], numbers[at]) for place, at in taken.items()}
    return total | {one for one in counted if one[0] not in dict(total)}  # "naik dari 13 menjadi 19"


def _near(at: int, terms: list[tuple[str, bool]]) -> Iterator[int]:
    """The places behind a number where a word may say what it counts: "four of its soldiers were killed"."""
    substance = 0
    for place in range(at + 1, min(at + 1 + 2 * _REACH, len(terms))):
        substance += bool(terms[place][0])
        if place > at + _REACH and substance > _REACH:
            return
        yield place


def _total(
    folded: list[str], terms: list[tuple[str, bool]], numbers: dict[int, int], rules: _Rules
) -> set[tuple[str, int]]:
    """A toll as it stands now: "the number of people killed has risen to 13", "korban tewas menjadi sembilan orang"."""
    begun = next((at for at, word in enumerate(folded) if word in rules.totals), None)
    if begun is None:
        return set()
    for at in sorted(place for place in numbers if place > begun):
        first = at - 1
        while folded[first] in rules.estimates - rules.reached:
            first -= 1
        if first > begun and folded[first] in rules.reached:
            told = [
                terms[place][0]
                for place in sorted(range(max(begun - 1, 0), at), key=lambda it: folded[it] in rules.totals)
            ]
            alone = "kill" if folded[begun] in rules.tolls else None
            fate = next((term for term in told if term in rules.fates), alone)
            return {(fate, numbers[at])} if fate else set()
    return set()


def _undergone(folded: list[str], at: int, place: int, rules: _Rules) -> bool:
    """Whether those counted at one place undergo the word at another: "tewas", "were killed", "12 wounded."."""
    if folded[place] in rules.befallen:
        return True
    if folded[place] not in rules.participles:
        return False
    after = folded[place + 1] if place + 1 < len(folded) else ""
    alone = not after[:1].isalnum() or after in rules.closers
    return alone or not rules.passive.isdisjoint(folded[at + 1 : place])


def _beside(text: str, tokens: list[Word], at: int) -> bool:
    """Whether nothing but blanks stands between a word and the next."""
    return not text[tokens[at].span.end : tokens[at + 1].span.start].strip()


def _number(text: str, language: str) -> int | None:
    if text.isdecimal():
        return int(text)
    return _rules(language).numbers.get(fold(text))


def _nths(text: str, tokens: list[Word], language: str) -> set[int]:
    ordinals = _rules(language).ordinals
    found = {ordinals[fold(token.text)] for token in tokens if fold(token.text) in ordinals}
    return found | {int(one or other) for one, other in _NTH.findall(fold(text))}
