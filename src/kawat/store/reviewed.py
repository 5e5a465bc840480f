"""The log of reviews: read by claim or by reviewer, appended, never changed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Column, Connection, Index, Integer, Row, String, Table, Text, insert, select

from kawat.model import Review, Verdict
from kawat.store import load
from kawat.store import tables as t
from kawat.store.columns import Instant

# What people say of claims, by their ids: a verdict, values that should stand in its place, a note.
review = Table(
    "review",
    t.metadata,
    Column("key", Integer, primary_key=True),
    Column("claim", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("note", Text),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "claim"),
    Index(None, "by"),
)


def reviews(connection: Connection, claims: Iterable[str]) -> tuple[Review, ...]:
    """Every review ever made of some claims, in the order in which they were made."""
    found: dict[int, Review] = {}
    for batch in load.batches(sorted(set(claims))):
        rows = connection.execute(select(review).where(review.c.claim.in_(batch)))
        found.update((row.key, _review(row)) for row in rows)
    return tuple(found[key] for key in sorted(found))


def log(connection: Connection) -> tuple[Review, ...]:
    """The whole log, in its order."""
    return tuple(map(_review, connection.execute(select(review).order_by(review.c.key))))


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
        connection.execute(insert(review), rows)


def _review(row: Row[Any]) -> Review:
    return Review(row.claim, Verdict(row.verdict), tuple(row.changes.items()), row.note, row.by, row.at)
