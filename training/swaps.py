"""Puts other names in the place of states and known people, so that who somebody is cannot be learned by heart."""

import random
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from scripts.build_tables import PERSONS, RESOURCES, STATES

from kawat.text import fold, read_tsv

Row = dict[str, Any]
Mention = tuple[int, int, str, list[str], list[str]]
States = Mapping[str, Mapping[str, tuple[str, ...]]]

# How a state may be called. One takes the place of another only if it can be called in all the ways that are needed.
STATE_WAYS = {
    "id": {"name": ("name_id", "forms_id"), "capital": ("capitals_id",)},
    "en": {"name": ("name_en", "forms_en"), "demonym": ("demonyms_en",), "capital": ("capitals_en", "capitals_id")},
}


@cache
def _states(language: str) -> States:
    """Forms of each state by the way of calling it."""
    found = {}
    for row in _rows("states.tsv", STATES):
        ways = {
            way: tuple(f for column in columns for f in _forms(row[column]))
            for way, columns in STATE_WAYS[language].items()
        }
        found[row["id"]] = {way: forms for way, forms in ways.items() if forms}
    return found


@cache
def _people() -> tuple[tuple[str, str], ...]:
    """First name and surname of the known people who have two names of letters alone."""
    pairs = (row["name"].split() for row in _rows("persons.tsv", PERSONS))
    return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(p.isalpha() for p in pair))


def _rows(name: str, columns: tuple[str, ...]) -> Iterable[dict[str, str]]:
    return (row for _number, row in read_tsv(RESOURCES / name, columns))


def _forms(cell: str) -> list[str]:
    return [form for part in re.split(r"[|/]", cell) if (form := part.lstrip("=-"))]


def swapped(document: Row, mentions: Mapping[str, list[Mention]], rng: random.Random) -> tuple[Row, Mapping[str, Any]]:
    """The document with other names, and its mentions at their new offsets. Codes stay: they only tell who is who."""
    names = _names(document, mentions, rng)
    if not names:
        return document, {}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")
    sentences, moved = [], {}
    for sentence in document["sentences"]:
        text, cuts = sentence["text"], []
        for match in pattern.finditer(text):
            cuts.append((match.start(), match.end(), names[match.group()]))
        sentences.append(_sentence(sentence, cuts))
        moved[sentence["id"]] = [
            [*_moved(start, end, cuts), *rest] for start, end, *rest in mentions.get(sentence["id"], ())
        ]
    return {**document, "sentences": sentences}, moved


def _names(document: Row, mentions: Mapping[str, list[Mention]], rng: random.Random) -> dict[str, str]:
    """New words for the forms that the document uses."""
    states = _states(document["language"])
    called: dict[str, set[str]] = {}
    for sentence in document["sentences"]:
        for start, end, form, ids, _codes in mentions.get(sentence["id"], ()):
            if form == "name" and ids:
                called.setdefault(ids[0], set()).add(sentence["text"][start:end])
    free = [state for state in states if state not in called]
    names: dict[str, str] = {}
    for known, forms in called.items():
        if known in states:
            names |= _other_state(states, known, forms, free, rng)
        elif known.startswith("p:"):
            names |= _other_person(forms, rng)
    return names


def _other_state(states: States, state: str, forms: set[str], free: list[str], rng: random.Random) -> dict[str, str]:
    way_of = {fold(form): way for way, known in states[state].items() for form in known}
    ways = {form: way_of.get(fold(form)) for form in forms}
    fit = [s for s in free if all(way in states[s] for way in ways.values() if way)]
    if None in ways.values() or not fit:
        return {}  # a form whose counterpart is not known: the state keeps all its names
    other = rng.choice(fit)
    free.remove(other)
    return {form: states[other][way][0] for form, way in ways.items() if way}


def _other_person(forms: set[str], rng: random.Random) -> dict[str, str]:
    whole = max(forms, key=len).split()
    first, last = rng.choice(_people())
    names = {" ".join(whole): f"{first} {last}" if len(whole) > 1 else last, whole[-1]: last}
    if len(whole) > 1:
        names[whole[0]] = first
    return names if forms <= names.keys() else {}


Cut = tuple[int, int, str]


def _moved(start: int, end: int, cuts: list[Cut]) -> list[int]:
    """A span of the old text in the new one; where it cut into a name, it holds all of the new name."""
    return [_at(start, cuts, first=True), _at(end, cuts, first=False)]


def _at(offset: int, cuts: list[Cut], *, first: bool) -> int:
    shift = 0
    for start, end, new in cuts:
        if offset <= start:
            break
        if offset < end:
            return start + shift + (0 if first else len(new))
        shift += len(new) - (end - start)
    return offset + shift


def _sentence(sentence: Row, cuts: list[Cut]) -> Row:
    text, at, parts = sentence["text"], 0, []
    for start, end, new in cuts:
        parts += [text[at:start], new]
        at = end
    events = sentence["events"] and [
        {
            **event,
            "trigger": _moved(*event["trigger"], cuts),
            "args": [[role, *_moved(start, end, cuts), codes] for role, start, end, codes in event["args"]],
        }
        for event in sentence["events"]
    ]
    return {**sentence, "text": "".join([*parts, text[at:]]), "events": events}
