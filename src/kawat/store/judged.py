"""Who is who: the names that reports use, judgements on them, and the entities that are worth comparing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, or_, select

from kawat.model import KAWAT, Identity, Judgement
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import NameUse


def by_kawat(by: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a column of signatures holds one of Kawat's: letter for letter, which LIKE of SQLite does not tell."""
    return func.substr(by, 1, len(KAWAT)) == KAWAT


def identities(connection: Connection, ids: Iterable[str]) -> tuple[Identity, ...]:
    """Every judgement ever made on the entities and on those judged with them, in the order in which they were made."""
    found: dict[int, Identity] = {}
    reached: set[str] = set()
    edge = set(ids)
    while edge:
        reached |= edge
        new: set[str] = set()
        for batch in load.batches(sorted(edge)):
            query = select(t.identity).where(or_(t.identity.c.left.in_(batch), t.identity.c.right.in_(batch)))
            for row in connection.execute(query):
                found[row.key] = _identity(row)
                new |= {row.left, row.right}
        edge = new - reached
    return tuple(found[key] for key in sorted(found))


def by_people(connection: Connection) -> tuple[Identity, ...]:
    """Every judgement of people, in the order in which they were made."""
    query = select(t.identity).where(~by_kawat(t.identity.c.by)).order_by(t.identity.c.key)
    return tuple(map(_identity, connection.execute(query)))


def by_people_on(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of some entities on whom people have judged anything."""
    found: set[str] = set()
    for batch in load.batches(sorted(set(ids))):
        for end in (t.identity.c.left, t.identity.c.right):
            query = select(end).where(end.in_(batch), ~by_kawat(t.identity.c.by)).distinct()
            found |= set(connection.execute(query).scalars())
    return found


def named(connection: Connection, article: str) -> set[str]:
    """The entities that the current run of an article names."""
    query = select(t.entity.c.id).join(t.current, t.current.c.run == t.entity.c.run)
    return set(connection.execute(query.where(t.current.c.article == article)).scalars())


def _identity(row: Row[Any]) -> Identity:
    return Identity(row.left, row.right, Judgement(row.judgement), row.score, row.why, row.by, row.at)


def name_uses(rows: Iterable[Any]) -> tuple[NameUse, ...]:
    """Rows of name, outlet, number of articles, first and last day → one use a name, the most usual first."""
    by_name: dict[str, list[Any]] = {}
    for row in rows:
        by_name.setdefault(row[0], []).append(row)
    uses = [
        NameUse(
            name,
            sum(row[2] for row in some),
            min((row[3] for row in some if row[3]), default=None),
            max((row[4] for row in some if row[4]), default=None),
            tuple(sorted(row[1] for row in some if row[1])),
        )
        for name, some in by_name.items()
    ]
    return tuple(sorted(uses, key=lambda use: (-use.articles, use.name)))


def sharing(connection: Connection, keys: Iterable[str], limit: int) -> list[str]:
    """The ids of the entities that share a key of their names, those that share most first."""
    shared: Counter[str] = Counter()
    for batch in load.batches(sorted(set(keys))):
        query = select(t.name_key.c.entity, func.count()).where(t.name_key.c.key.in_(batch))
        for entity, number in connection.execute(query.group_by(t.name_key.c.entity)):
            shared[entity] += number
    return sorted(shared, key=lambda entity: (-shared[entity], entity))[:limit]


def put_keys(connection: Connection, keys: Mapping[str, Iterable[str]]) -> None:
    """Notes the keys of entities; keys once noted stay."""
    for entity, some in keys.items():
        known = set(connection.execute(select(t.name_key.c.key).where(t.name_key.c.entity == entity)).scalars())
        rows = [{"key": key, "entity": entity} for key in sorted(set(some) - known)]
        if rows:
            connection.execute(insert(t.name_key), rows)


def put(connection: Connection, made: Iterable[Identity]) -> None:
    """Appends judgements."""
    rows = [
        {
            "left": one.left,
            "right": one.right,
            "judgement": one.judgement.value,
            "score": one.score,
            "why": one.why,
            "by": one.by,
            "at": one.at,
        }
        for one in made
    ]
    if rows:
        connection.execute(insert(t.identity), rows)
