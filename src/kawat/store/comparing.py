"""What linking reads: claims that share a comparison key, bodies that share a key of their sketch, relays."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Integer, Text, delete, func, insert, or_, select, text

from kawat.model import Relay, RelayKind
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import StoredBody

# What is wanted comes as JSON: thousands of values in one question, where a list of parameters has an end. The cross
# join keeps the database from reading all that it has first.
_SHARING = text(
    "select b.key, b.claim from json_each(:wanted) as w"
    " cross join blocking as b on b.key between cast(w.key as integer) and w.value"
).columns(key=Integer, claim=Integer)
_PACKED = text(
    "select a.claim, a.packed from json_each(:wanted) as w cross join account as a on a.claim = w.value"
).columns(claim=Integer, packed=Text)


def comparable(connection: Connection, keys: Iterable[int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The claims that share a comparison key, packed, and which of the keys they share."""
    shared: dict[int, list[int]] = {}
    for key, claim in connection.execute(_SHARING, {"wanted": json.dumps(_runs(keys))}).all():
        shared.setdefault(claim, []).append(key)
    rows = connection.execute(_PACKED, {"wanted": json.dumps(sorted(shared))}).all()
    return tuple((line, tuple(shared[claim])) for claim, line in rows)


def _runs(keys: Iterable[int]) -> dict[int, int]:
    """The first and the last of every run of numbers without a gap: days in a row are read at once."""
    found: dict[int, int] = {}
    first = last = -2
    for key in sorted(set(keys)):
        if key != last + 1:
            first = key
        found[first] = last = key
    return found


def forget(connection: Connection, run: int) -> None:
    """Takes the claims of a run that is no longer current out of what is compared."""
    claims = select(t.claim.c.key).where(t.claim.c.run == run)
    connection.execute(delete(t.blocking).where(t.blocking.c.claim.in_(claims)))
    connection.execute(delete(t.account).where(t.account.c.claim.in_(claims)))


def rekey(connection: Connection, blocking: Mapping[str, Iterable[int]]) -> None:
    """Keeps claims of current runs under other keys than before."""
    keys: dict[str, int] = {}
    for batch in load.batches(sorted(blocking)):
        query = select(t.claim.c.id, t.claim.c.key).join(t.current, t.current.c.run == t.claim.c.run)
        keys.update((one, key) for one, key in connection.execute(query.where(t.claim.c.id.in_(batch))))
        connection.execute(
            delete(t.blocking).where(t.blocking.c.claim.in_([keys[one] for one in batch if one in keys]))
        )
    rows = [{"key": word, "claim": keys[one]} for one, words in blocking.items() if one in keys for word in set(words)]
    if rows:
        connection.execute(insert(t.blocking), rows)


def resketch(connection: Connection, sketches: Mapping[str, Iterable[str]]) -> None:
    """Keeps the bodies of current runs under other keys of their sketches than before, by their articles."""
    for batch in load.batches(sorted(sketches)):
        query = select(t.current.c.article, t.current.c.run).where(t.current.c.article.in_(batch))
        runs = {row.article: row.run for row in connection.execute(query)}
        connection.execute(delete(t.sketch).where(t.sketch.c.run.in_(runs.values())))
        rows = [{"key": key, "run": run} for article, run in runs.items() for key in sorted(set(sketches[article]))]
        if rows:
            connection.execute(insert(t.sketch), rows)


def form(connection: Connection) -> int:
    """By which rules the keys are made under which claims and bodies are kept; 0 where nobody has said it."""
    return int(connection.execute(text("pragma user_version")).scalar_one())


def mark(connection: Connection, made_by: int) -> None:
    """Notes by which rules all keys are made."""
    connection.execute(text(f"pragma user_version = {made_by:d}"))


def naming(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Article → all claims of its current run, for articles in whose claims one of some entities takes part."""
    runs: set[int] = set()
    for batch in load.batches(sorted(set(ids))):
        runs |= set(connection.execute(select(t.party.c.run).where(t.party.c.entity.in_(batch))).scalars())
    found: dict[str, list[str]] = {}
    for some in load.batches(sorted(runs)):
        query = select(t.current.c.article, t.claim.c.id).join(t.claim, t.claim.c.run == t.current.c.run)
        for article, claim in connection.execute(query.where(t.current.c.run.in_(some))):
            found.setdefault(article, []).append(claim)
    return {article: tuple(sorted(claims)) for article, claims in sorted(found.items())}


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
