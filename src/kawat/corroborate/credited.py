"""Whose story a report is: the agencies that it is credited to, its own outlet, and the media that its text names."""

from functools import lru_cache

from kawat import knowledge
from kawat.knowledge.tables import media
from kawat.lang import LANGUAGES
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
    told = (
        form.known_id
        for language in LANGUAGES
        for match in knowledge.names(language).find(text)
        for form in match.values
    )
    return frozenset(known for known in told if known in media())
