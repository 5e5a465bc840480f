"""What reviewers agree should stand in place of what was read, so that questions find it.

It follows from the log of reviews. What was read stays where it is; where reviewers differ, it holds.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from kawat.model import Correction
from kawat.store import filing, load, settled
from kawat.store import tables as t
from kawat.store.held import corrected, corrected_party


def correct(connection: Connection, corrections: Iterable[Correction]) -> None:
    """Keeps what holds of claims now, and files them and what follows from them anew."""
    some = list(corrections)
    claims = [one.claim for one in some]
    runs: set[int] = set()
    for batch in load.batches(claims):
        told = select(t.claim.c.run).join(t.current, t.current.c.run == t.claim.c.run).where(t.claim.c.id.in_(batch))
        runs |= set(connection.execute(told).scalars())
    for run in sorted(runs):
        filing.unfile(connection, run)
    _keep(connection, some)
    filing.file(connection, sorted(runs))
    settled.forget_linked(connection, claims)


def _keep(connection: Connection, corrections: Iterable[Correction]) -> None:
    """Keeps what holds of claims now, in place of what was kept of them."""
    some = list(corrections)
    for batch in load.batches([one.claim for one in some]):
        for table in (corrected, corrected_party):
            connection.execute(delete(table).where(table.c.claim.in_(batch)))
    rows = [
        {
            "claim": one.claim,
            "rejected": one.rejected,
            "status": one.status.value if one.status else None,
            "type": one.type.value if one.type else None,
            "start": one.days[0] if one.days else None,
            "end": one.days[1] if one.days else None,
        }
        for one in some
        if one != Correction(one.claim)
    ]
    if rows:
        connection.execute(insert(corrected), rows)
    parties = [row for one in some for row in _parties(one)]
    if parties:
        connection.execute(insert(corrected_party), parties)


def _parties(one: Correction) -> Iterator[dict[str, Any]]:
    """The rows of those who stand in place of what was read; one without anybody where nobody does."""
    nobody: dict[str, Any] = {"entity": None, "code": None, "kind": None, "name": None}
    for role, held in (("actor", one.actors), ("recipient", one.recipients), ("speaker", one.speaker)):
        if held is not None:
            who = [{"entity": e.id, "code": e.code, "kind": e.kind.value, "name": e.name} for e in held]
            yield from ({"claim": one.claim, "role": role, "ordinal": at, **e} for at, e in enumerate(who or [nobody]))
    if one.place is not None:
        where = [{**nobody, "entity": place.id, "name": place.name} for place in one.place]
        yield {"claim": one.claim, "role": "place", "ordinal": 0, **(where or [nobody])[0]}
