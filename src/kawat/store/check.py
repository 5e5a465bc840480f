"""What `kawat doctor` asks of a store."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from kawat.model import Record
from kawat.store import load
from kawat.store import tables as t
from kawat.store.judged import by_kawat
from kawat.store.search import SearchIndex
from kawat.store.settled import act, act_claim
from kawat.store.soundness import Problem, faults


def problems(connection: Connection, search: SearchIndex) -> Iterator[Problem]:
    """Everything that must not be in a sound store. Needs a connection that may write; it changes nothing."""
    damaged = list(_file(connection))
    yield from damaged
    if damaged:
        return  # what else can be read of a damaged file proves nothing
    yield from _foreign_keys(connection)
    yield from _currents(connection)
    yield from _records(connection)
    yield from _links(connection)
    yield from _identities(connection)
    yield from _acts(connection)
    for message in search.faults(connection):
        yield Problem("search-index", message)


def _file(connection: Connection) -> Iterator[Problem]:
    try:
        for said in connection.execute(text("pragma integrity_check")).scalars():
            if said != "ok":
                yield Problem("file", f"SQLite: {said}")
    except DBAPIError as error:  # so damaged that SQLite cannot even tell how
        yield Problem("file", f"SQLite: {error.orig}")


def _foreign_keys(connection: Connection) -> Iterator[Problem]:
    for table, row, parent, _ in connection.execute(text("pragma foreign_key_check")):
        yield Problem("foreign-key", f"row {row} of {table} points at no row of {parent}")


def _currents(connection: Connection) -> Iterator[Problem]:
    """One current run an article, and that the latest."""
    latest = select(t.run.c.article, func.max(t.run.c.key).label("run")).group_by(t.run.c.article).subquery()
    query = (
        select(t.article.c.id, latest.c.run, t.current.c.run)
        .join(latest, latest.c.article == t.article.c.id, isouter=True)
        .join(t.current, t.current.c.article == t.article.c.id, isouter=True)
    )
    for article, last, now in connection.execute(query):
        if last is None:
            yield Problem("no-run", f"article {article} has no run")
        elif last != now:
            yield Problem("current-run", f"the current run of article {article} is {now}, its latest is {last}")


def _records(connection: Connection) -> Iterator[Problem]:
    for batch in load.batches(connection.execute(select(t.run.c.key).order_by(t.run.c.key)).scalars().all()):
        try:
            found = load.records(connection, batch)
        except (ValueError, TypeError):  # one of them cannot be read back
            for run in batch:
                yield from _record(connection, run)
            continue
        for run, record in zip(batch, found, strict=True):
            yield from _wrong(run, record)


def _record(connection: Connection, run: int) -> Iterator[Problem]:
    try:
        yield from _wrong(run, load.record(connection, run))
    except (ValueError, TypeError) as error:  # a word outside a closed set, a span that is none
        yield Problem("unreadable-run", f"run {run} cannot be read back: {error}")


def _wrong(run: int, record: Record) -> Iterator[Problem]:
    for fault in faults(record):
        yield Problem("record", f"run {run} of article {record.article.id}: {fault}")


def _links(connection: Connection) -> Iterator[Problem]:
    """What people judge outlives an article that is taken out; what Kawat judged goes with it."""
    known = select(t.claim.c.id)
    for side in (t.link.c.left, t.link.c.right):
        query = select(t.link.c.key, side).where(side.not_in(known), by_kawat(t.link.c.by))
        for key, claim in connection.execute(query):
            yield Problem("link", f"link {key} names {claim}, which is no claim")


def _identities(connection: Connection) -> Iterator[Problem]:
    """A judgement may name an actor of the tables that no report names, but no other."""
    known = select(t.entity.c.id)
    for side in (t.identity.c.left, t.identity.c.right):
        query = select(t.identity.c.key, side).where(side.not_in(known), side.like("own:%"), by_kawat(t.identity.c.by))
        for key, entity in connection.execute(query):
            yield Problem("identity", f"judgement {key} names {entity}, which is in no report")


def _acts(connection: Connection) -> Iterator[Problem]:
    """Every act has its claims, and these are of current runs."""
    number = select(func.count()).where(act_claim.c.act == act.c.key).scalar_subquery()
    for event, told, claims in connection.execute(
        select(act.c.event, act.c.claims, number).where(act.c.claims != number)
    ):
        yield Problem("act", f"act {event} has {claims} of its {told} claims; `kawat doctor --rebuild` mends it")
    old = (
        select(act_claim.c.claim)
        .join(t.claim, t.claim.c.key == act_claim.c.claim)
        .join(t.run, t.run.c.key == t.claim.c.run)
        .join(t.current, t.current.c.article == t.run.c.article)
        .where(t.current.c.run != t.claim.c.run)
    )
    for key in connection.execute(old).scalars():
        yield Problem("act", f"an act has claim {key}, which is of no current run; `kawat doctor --rebuild` mends it")
