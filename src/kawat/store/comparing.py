"""What linking reads: claims that share a comparison key, bodies that share a key of their sketch, relays."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, TableValuedAlias, func, or_, select

from kawat.model import Relay, RelayKind
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import StoredBody


def comparable(
    connection: Connection, keys: Iterable[str], article: str, limit: int
) -> tuple[tuple[str, frozenset[str]], ...]:
    """The claims of other articles that share a comparison key, packed, and which of the keys they share.

    At most `limit`, in the order of their ids: that of no time and no place, so that the same claims are compared
    whichever came first.
    """
    shared = _sharing(connection, keys)
    wanted = _each(sorted(shared))
    query = (
        select(t.claim.c.key, t.account.c.packed)
        .select_from(wanted)
        .join(t.claim, t.claim.c.key == wanted.c.value)
        .join(t.current, t.current.c.run == t.claim.c.run)
        .join(t.account, t.account.c.claim == t.claim.c.key)
        .where(t.current.c.article != article)
        .order_by(t.claim.c.id)
        .limit(limit)
    )
    return tuple((packed, frozenset(shared[claim])) for claim, packed in connection.execute(query))


def _sharing(connection: Connection, keys: Iterable[str]) -> dict[int, list[str]]:
    """Claim → which of the keys it is kept under; read from the index alone."""
    wanted = _each(sorted(set(keys)))
    query = select(t.blocking).select_from(wanted).join(t.blocking, t.blocking.c.key == wanted.c.value)
    found: dict[int, list[str]] = {}
    for key, claim in connection.execute(query):
        found.setdefault(claim, []).append(key)
    return found


def _each(values: Sequence[object]) -> TableValuedAlias:
    """Values as a table: thousands of them in one question, where a list of parameters has an end."""
    return func.json_each(json.dumps(values)).table_valued("value", name="wanted")


def packed(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Claim → the form in which it is compared, for those that were put with one."""
    found: dict[str, str] = {}
    for batch in load.batches(sorted(set(claims))):
        query = (
            select(t.claim.c.id, t.account.c.packed)
            .join(t.account, t.account.c.claim == t.claim.c.key)
            .join(t.current, t.current.c.run == t.claim.c.run)
            .where(t.claim.c.id.in_(batch))
        )
        found.update((row.id, row.packed) for row in connection.execute(query))
    return found


def alike(connection: Connection, sketch: Iterable[str], article: str, limit: int) -> tuple[StoredBody, ...]:
    """The bodies of other articles that share a key of their sketch, those that share most first."""
    shared: Counter[int] = Counter()
    for batch in load.batches(sorted(set(sketch))):
        query = (
            select(t.sketch.c.run, func.count())
            .join(t.current, t.current.c.run == t.sketch.c.run)
            .where(t.sketch.c.key.in_(batch), t.current.c.article != article)
            .group_by(t.sketch.c.run)
        )
        for run, number in connection.execute(query):
            shared[run] += number
    heads = load.headers(connection, shared)
    best = sorted(shared, key=lambda run: (-shared[run], heads[run].article))[:limit]
    return tuple(StoredBody(heads[run], text) for run, text in load.bodies(connection, best))


def bodies(connection: Connection, articles: Iterable[str]) -> tuple[StoredBody, ...]:
    """The bodies of some articles, in the order of their ids; those that the store does not have are left out."""
    wanted = sorted(set(articles))
    runs: list[int] = []
    for batch in load.batches(wanted):
        query = select(t.current.c.run).where(t.current.c.article.in_(batch)).order_by(t.current.c.article)
        runs.extend(connection.execute(query).scalars())
    heads = load.headers(connection, runs)
    return tuple(StoredBody(heads[run], text) for run, text in load.bodies(connection, runs))


def relays(connection: Connection, articles: Iterable[str]) -> tuple[Relay, ...]:
    """Every pair of articles that carry each other's words, of which one is given; in the order of their ids."""
    found: dict[tuple[str, str], Relay] = {}
    for batch in load.batches(sorted(set(articles))):
        query = select(t.relay).where(or_(t.relay.c.left.in_(batch), t.relay.c.right.in_(batch)))
        for row in connection.execute(query):
            found[row.left, row.right] = Relay(row.left, row.right, RelayKind(row.kind), row.share)
    return tuple(found[pair] for pair in sorted(found))
