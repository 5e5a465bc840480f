"""Two names that people judge to be one actor count as one where claims are compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from kawat import knowledge
from kawat.corroborate.accounts import Account
from kawat.corroborate.clusters import automatic, clusters, standing
from kawat.corroborate.identities import OWN
from kawat.corroborate.outlines import Outline
from kawat.model import Entity, Identity
from kawat.model.codes import UNKNOWN

_Told = TypeVar("_Told", Account, Outline)

Merged = Mapping[str, tuple[str, str]]
"""Id of an entity → id and code of the actor that it is judged to be."""


def merges(identities: Iterable[Identity], entity_of: Callable[[str], Entity | None]) -> Merged:
    """Who is who by what people have judged; Kawat's own judgements do not count, for they change with every report.

    An actor has the id that a table knows, else the least one, and the first code that is known. `entity_of` gives
    whom reports name by an id, None where none does.
    """
    judged = list(standing(one for one in identities if not automatic(one)).values())
    ends = {end for one in judged for end in (one.left, one.right)}
    found: dict[str, tuple[str, str]] = {}
    for group in clusters(ends, judged):
        ordered = sorted(group, key=lambda one: (one.startswith(OWN), one))
        codes = (_code(one, entity_of) for one in ordered)
        code = next((one for one in codes if one not in (None, UNKNOWN)), None) or UNKNOWN
        found |= {one: (ordered[0], code) for one in group if len(group) > 1}
    return found


def _code(one: str, entity_of: Callable[[str], Entity | None]) -> str | None:
    known = knowledge.get(one) or entity_of(one)
    return None if known is None else known.code


def merged(one: _Told, known: Merged) -> _Told:
    """An account, or its outline, with every party as the actor that it is judged to be."""
    if not known or not any(party in known for party, _ in (*one.doers, *one.others)):
        return one
    actors, recipients = (
        tuple(dict.fromkeys(known.get(party, (party, code))[1] for party, code in side))
        for side in (one.doers, one.others)
    )
    people = tuple(dict.fromkeys(known.get(person, (person, ""))[0] for person in one.people))
    if isinstance(one, Account):
        return replace(one, actors=actors, recipients=recipients, people=people)
    return structs.replace(one, actors=actors, recipients=recipients, people=people)
