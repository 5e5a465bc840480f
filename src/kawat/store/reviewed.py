"""The log of reviews: read by claim or by reviewer, appended, never changed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from kawat.model import Review, Verdict
from kawat.store import load
from kawat.store import tables as t


def reviews(connection: Connection, claims: Iterable[str]) -> tuple[Review, ...]:
    """Every review ever made of some claims, in the order in which they were made."""
    found: dict[int, Review] = {}
    for batch in load.batches(sorted(set(claims))):
        rows = connection.execute(select(t.review).where(t.review.c.claim.in_(batch)))
        found.update((row.key, _review(row)) for row in rows)
    return tuple(found[key] for key in sorted(found))


def log(connection: Connection) -> tuple[Review, ...]:
    """The whole log, in its order."""
    return tuple(map(_review, connection.execute(select(t.review).order_by(t.review.c.key))))


def put(connection: Connection, made: Iterable[Review]) -> None:
    """Appends reviews."""
    rows = [
        {
            "claim": one.claim,
            "verdict": one.verdict.value,
            "changes": dict(one.changes),
            "note": one.note,
            "by": one.by,
            "at": one.at,
        }
        for one in made
    ]
    if rows:
        connection.execute(insert(t.review), rows)


def _review(row: Row[Any]) -> Review:
    return Review(row.claim, Verdict(row.verdict), tuple(row.changes.items()), row.note, row.by, row.at)
