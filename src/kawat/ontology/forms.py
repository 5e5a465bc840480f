"""Derives the forms of a verb from its base by a language's paradigm (`cues/<language>/forms.toml`).

A paradigm is a list of slots; a slot has a voice and rules `[pattern, replacement]`, of which the first that matches
the base makes the form. A base may carry its irregular forms: `meet(past=met)`, `protes(active=memprotes)`; two forms
of one slot are parted by a slash.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from kawat.errors import TableError
from kawat.text import read_toml

_IRREGULAR = re.compile(r"^(?P<base>[^()]+)(?:\((?P<forms>[^()]*)\))?$")


class Voice(StrEnum):
    """What the shape of a cue word says about who does and who suffers."""

    ACTIVE = "active"  # menuduh, accuses
    PASSIVE = "passive"  # dituduh
    BARE = "bare"  # tuduh: headlines, and after a pronoun ("yang mereka tuduh")
    PAST = "past"  # accused: active, or passive after "was"
    NOUN = "noun"  # tuduhan, accusation


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a paradigm: its name, its voice, and the rules that fill it."""

    name: str
    voice: Voice
    rules: tuple[tuple[re.Pattern[str], str], ...]


@cache
def paradigm(language: str) -> tuple[Slot, ...]:
    """The slots of a language's verbs."""
    path = files("kawat.ontology") / "cues" / language / "forms.toml"
    slots = []
    for name, values in read_toml(path).items():
        rules = tuple((re.compile(pattern), replacement) for pattern, replacement in values["rules"])
        slots.append(Slot(name, Voice(values["voice"]), rules))
    return tuple(slots)


def inflect(base: str, language: str) -> Iterator[tuple[str, Voice]]:
    """Every form of a verb with its voice. Raises `TableError` for an irregular form of an unknown slot."""
    match = _IRREGULAR.match(base)
    if match is None:
        raise TableError(f"not a verb base: {base!r}")
    stem = match["base"]
    slots = paradigm(language)
    irregular = dict(part.split("=", 1) for part in (match["forms"] or "").split(",") if part)
    unknown = irregular.keys() - {slot.name for slot in slots}
    if unknown:
        raise TableError(f"{base!r}: no slot {', '.join(sorted(unknown))} in the verbs of {language!r}")
    for slot in slots:
        given = irregular.get(slot.name)
        made = given.split("/") if given else [_fill(stem, slot)]
        for form in made:
            yield form, slot.voice


def _fill(stem: str, slot: Slot) -> str:
    for pattern, replacement in slot.rules:
        if pattern.search(stem):
            return pattern.sub(replacement, stem, count=1)
    raise TableError(f"no rule of {slot.name!r} fits {stem!r}")
