"""Whose story a report is: the agencies that it is credited to, its own outlet, and the media that its text names."""

import re
from functools import cache, lru_cache

from kawat import knowledge
from kawat.read import marks, outlets
from kawat.text import fold


def credited(agency: str | None, outlet: str | None) -> frozenset[str]:
    """Marks of the agencies that a report is credited to, or that publish it under their own name."""
    found = {mark_of(agency)} if agency else set()
    own = knowledge.agency(outlet) if outlet else None
    return frozenset(found | {own.id}) if own else frozenset(found)


def mark_of(medium: str) -> str:
    """By what an agency or an outlet is compared: its id, or its name where it is in no table."""
    known = knowledge.agency(medium) or knowledge.outlet(medium)
    return known.id if known else " ".join(fold(medium).split())


@lru_cache(maxsize=512)
def named(text: str) -> frozenset[str]:
    """Marks of the agencies and outlets that a text names: "seperti dikutip Reuters"."""
    return frozenset(mark_of(match[0]) for match in _names().finditer(text))


@cache
def _names() -> re.Pattern[str]:
    # as they are written, or all in capitals: "AP", but not the syllable
    names = f"{marks.agency_pattern()}|{outlets.name_pattern()}"
    return re.compile(rf"(?<![\w/.])(?:{names}|REUTERS)(?!\w)")
