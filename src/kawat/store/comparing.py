"""What linking reads: claims that share a comparison key, bodies that share a key of their sketch, relays."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, func, or_, select

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
    shared: dict[str, tuple[int, set[str]]] = {}
    for batch in load.batches(sorted(set(keys))):
        query = (
            select(t.claim.c.id, t.claim.c.key.label("claim"), t.blocking.c.key)
            .join(t.blocking, t.blocking.c.claim == t.claim.c.key)
            .join(t.current, t.current.c.run == t.claim.c.run)
            .where(t.blocking.c.key.in_(batch), t.current.c.article != article)
        )
        for row in connection.execute(query):
            shared.setdefault(row.id, (row.claim, set()))[1].add(row.key)
    chosen = [shared[claim] for claim in sorted(shared)[:limit]]
    packed: dict[int, str] = {}
    for part in load.batches([claim for claim, _ in chosen]):
        lines = select(t.account.c.claim, t.account.c.packed).where(t.account.c.claim.in_(part))
        packed.update((row.claim, row.packed) for row in connection.execute(lines))
    return tuple((packed[claim], frozenset(found)) for claim, found in chosen if claim in packed)


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
