"""Actors that are judged to be one, as one: in what leaves a store and in networks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kawat import corroborate, knowledge
from kawat.model import Entity, Hop
from kawat.model.codes import UNKNOWN
from kawat.query.answers import ClaimRow
from kawat.store import View


def merged(view: View, named: Iterable[Entity]) -> dict[str, Entity]:
    """Id → the actor that it is judged to be, for those of some entities that are judged to be another.

    An actor stands under the id of a table where there is one, else under the fullest name that is given; the names of
    the others are among its aliases. The order of the entities does not count.
    """
    given: dict[str, list[Entity]] = {}
    for one in named:
        given.setdefault(one.id, []).append(one)
    judged = view.identities(given)
    ends = {end for one in judged for end in (one.left, one.right)}
    found: dict[str, Entity] = {}
    for known in sorted(ends & given.keys()):
        group = corroborate.one_actor(known, judged)
        if known not in found and len(group) > 1:
            actor = _actor(group, [one for part in group for one in given.get(part, ())])
            found |= dict.fromkeys(group, actor)
    return found


def _actor(group: Sequence[str], given: Sequence[Entity]) -> Entity:
    table = next((known for one in group if (known := knowledge.get(one)) is not None), None)
    first = min(given, key=lambda one: (one.id.startswith(corroborate.OWN), -len(one.name), one.name, one.id))
    names = {name for one in given for name in (one.name, *one.aliases)}
    if table is not None:
        aliases = tuple(sorted(names - {table.name}))
        return Entity(table.id, table.code, table.kind, table.name, aliases)
    codes = sorted({one.code for one in given} - {UNKNOWN}, key=lambda code: (code != first.code, code))
    code = codes[0] if codes else first.code
    return Entity(first.id, code, first.kind, first.name, tuple(sorted(names - {first.name})))


def one_by_one(parties: Iterable[Entity], actors: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """Parties as the actors that they are judged to be, each once; with the role in which a report tells of them."""
    found: dict[str, Entity] = {}
    for one in parties:
        actor = actors.get(one.id)
        made = one if actor is None else replace(actor, role=one.role)
        found.setdefault(made.id, made)
    return tuple(found.values())


def merged_rows(view: View, rows: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Rows in which every party, speaker and link of a chain is the actor that it is judged to be."""
    actors = merged(view, (one for row in rows for one in _named(row)))
    return tuple(_row(row, actors) for row in rows) if actors else tuple(rows)


def _named(row: ClaimRow) -> Iterable[Entity]:
    return (*row.actors, *row.recipients, *((row.speaker,) if row.speaker else ()))


def _row(row: ClaimRow, actors: Mapping[str, Entity]) -> ClaimRow:
    return replace(
        row,
        actors=one_by_one(row.actors, actors),
        recipients=one_by_one(row.recipients, actors),
        speaker=one_by_one((row.speaker,), actors)[0] if row.speaker else None,
        hops=tuple(_hop(hop, actors) for hop in row.hops),
    )


def _hop(hop: Hop, actors: Mapping[str, Entity]) -> Hop:
    actor = actors.get(hop.entity) if hop.entity else None
    return hop if actor is None else replace(hop, entity=actor.id)
