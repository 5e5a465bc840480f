"""Questions for drawings and counts over hundreds of claims: the same conditions, answered without words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Unpack

from kawat._pipeline import ACTS
from kawat.query.acts import acts_of, told
from kawat.query.merged import merged, one_by_one
from kawat.query.names import Meant, resolve
from kawat.query.questions import LIMIT, Narrow, Parties, between, narrowed, wanted
from kawat.store import Brief, ClaimFilter, Store, Told, View


@dataclass(frozen=True, slots=True)
class Briefs:
    """The newest claims that meet some conditions, in the order of time, and how many there are in all.

    `acts` gives for each of them what is known of its act.
    """

    rows: tuple[Brief, ...]
    total: int
    acts: Mapping[str, Told]


def brief(store: Store, *, chains: bool = False, **asked: Unpack[Parties]) -> Briefs:
    """The claims of a question in brief, with their chains where they are wanted. Errors as for `claims`."""
    with store.view() as view:
        return _answer(view, wanted(view, asked)[0], asked.get("limit", LIMIT), chains=chains)


def brief_network(store: Store, name: str | Meant, **asked: Unpack[Narrow]) -> Briefs:
    """The claims of an actor in brief, everybody as the actor that they are judged to be. Errors as for `claims`."""
    with store.view() as view:
        condition = replace(narrowed(asked), either=resolve(view, name).who)
        found = _answer(view, condition, asked.get("limit", LIMIT), chains=False)
        actors = merged(view, (party for row in found.rows for party in (*row.actors, *row.recipients)))
    rows = tuple(
        replace(row, actors=one_by_one(row.actors, actors), recipients=one_by_one(row.recipients, actors))
        for row in found.rows
    )
    return replace(found, rows=rows)


def brief_dyad(store: Store, one: str | Meant, other: str | Meant, **asked: Unpack[Narrow]) -> Briefs:
    """The claims of a question on two actors in brief. Errors as for `dyad`."""
    with store.view() as view:
        return _answer(view, between(view, one, other, asked)[0], asked.get("limit", LIMIT), chains=False)


def _answer(view: View, condition: ClaimFilter, limit: int | None, *, chains: bool) -> Briefs:
    page = view.briefs(condition, limit, ACTS, chains=chains)
    acts = {one.id: one.told for one in page.rows if one.told is not None}
    if missing := [one.id for one in page.rows if one.told is None]:
        acts |= {claim: told(act) for claim, act in acts_of(view, missing).items()}
    return Briefs(page.rows, page.total, acts)
