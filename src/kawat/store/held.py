"""What reviewers agree should stand in place of what was read, beside the tables of what was read."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    case,
    func,
    select,
)

from kawat.model import Entity, EntityKind, Grain
from kawat.store import tables as t
from kawat.store.base import folded

# What reviewers agree should stand in place of what was read of a claim, by its id.
corrected = Table(
    "corrected",
    t.metadata,
    Column("claim", String, primary_key=True),
    Column("rejected", Boolean, nullable=False),
    Column("status", String),
    Column("type", String),
    Column("start", Date),
    Column("end", Date),
)

# Who, or which place, stands in a role of a claim in place of what was read; a row without entity and name says that
# nobody does.
corrected_party = Table(
    "corrected_party",
    t.metadata,
    Column("claim", String, primary_key=True),
    Column("role", String, primary_key=True),  # "actor", "recipient", "speaker" or "place"
    Column("ordinal", Integer, primary_key=True),
    Column("entity", String),
    Column("code", String),
    Column("kind", String),
    Column("name", Text),
    Index(None, "entity"),
    Index(None, "code"),
)


# The Goldstein score of a claim, outer-joined with `corrected`; none where another type than the read one holds.
score_held: ColumnElement[float | None] = case(
    (func.coalesce(corrected.c.type, t.claim.c.type) == t.claim.c.type, t.claim.c.goldstein)
)

Said = Row[int, str, str | None, str | None, str | None]
"""The key of a claim, a role of it, and entity, code and name of one who stands there."""


def grain_held(start: date, end: date) -> Grain:
    """How exact the days are that reviewers agree on: they write a day, a month or a year."""
    if start == end:
        return Grain.DAY
    return Grain.MONTH if start.month == end.month else Grain.YEAR


def entities(connection: Connection, *, known: str | None = None, name: str | None = None) -> tuple[Entity, ...]:
    """Those who stand in place of what was read, by their id or their name: no report need name them."""
    p = corrected_party.c
    query = select(p.entity, p.code, p.kind, p.name).where(p.role != "place", p.entity.is_not(None)).distinct()
    rows = connection.execute(query if known is None else query.where(p.entity == known)).all()
    found = {one: Entity(one, code, EntityKind(kind), words) for one, code, kind, words in sorted(rows)}
    return tuple(one for one in found.values() if name is None or folded(one.name) == folded(name))


def said_of_runs(connection: Connection, runs: Sequence[int]) -> dict[int, dict[str, list[Said]]]:
    """Claim → role → who, or which place, stands there in place of what was read; nobody in an empty list."""
    c, p = t.claim.c, corrected_party.c
    query = (
        select(c.key, p.role, p.entity, p.code, p.name)
        .join(corrected_party, p.claim == c.id)
        .where(c.run.in_(runs))
        .order_by(p.ordinal)
    )
    found: dict[int, dict[str, list[Said]]] = defaultdict(dict)
    for row in connection.execute(query).all():
        found[row.key].setdefault(row.role, []).extend([row] if row.entity or row.name else [])
    return found
