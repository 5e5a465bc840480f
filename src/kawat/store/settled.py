"""Acts as they follow from claims and the judgements on them, kept so that a question reads them instead of deriving.

An act is forgotten as soon as anything changes from which it follows, and with it its family: all acts whose claims
judgements connect. So what is kept is never stale; what is not kept is derived when it is asked for. `rules` says which
version derived an act; acts of other versions are passed over. The store does not look into `packed`.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    or_,
    select,
)

from kawat.model import Judgement, Link
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import SettledAct, Told
from kawat.store.columns import Strings
from kawat.store.held import corrected, score_held

act = Table(
    "act",
    t.metadata,
    Column("key", Integer, primary_key=True),
    Column("event", String, nullable=False),  # the least id of its claims
    Column("family", String, nullable=False),
    Column("rules", String, nullable=False),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("grain", String),
    Column("actors", Strings, nullable=False),
    Column("recipients", Strings, nullable=False),
    Column("goldstein", Float),
    Column("claims", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("party_sourced", Boolean, nullable=False),
    Column("packed", Text, nullable=False),
    Index(None, "event"),
    Index(None, "family"),
)

# The act of each claim of a current run.
act_claim = Table(
    "act_claim",
    t.metadata,
    Column("claim", ForeignKey("claim.key"), primary_key=True),
    Column("act", ForeignKey("act.key"), nullable=False),
    Index(None, "act"),
)


def keep(connection: Connection, settled: Iterable[SettledAct], rules: str) -> None:
    """Keeps acts, whole families of them, in place of what was kept of their claims."""
    some = list(settled)
    forget(connection, [claim for one in some for claim in one.claims])
    scores = _current(connection, [claim for one in some for claim in one.claims])
    last = connection.execute(select(func.coalesce(func.max(act.c.key), 0))).scalar_one()
    rows = [
        {
            "key": key,
            "event": min(one.claims),
            "family": one.family,
            "rules": rules,
            "type": one.type.value,
            "status": one.status.value,
            "start": one.start,
            "end": one.end,
            "grain": one.grain.value if one.grain else None,
            "actors": one.actors,
            "recipients": one.recipients,
            "goldstein": _mean(scores[claim][1] for claim in one.claims if claim in scores),
            "claims": len(one.claims),
            "reports": one.reports,
            "origins": one.origins,
            "party_sourced": one.party_sourced,
            "packed": one.packed,
        }
        for key, one in enumerate(some, last + 1)
    ]
    if rows:
        connection.execute(insert(act), rows)
        connection.execute(
            insert(act_claim),
            [
                {"claim": scores[claim][0], "act": key}
                for key, one in enumerate(some, last + 1)
                for claim in one.claims
                if claim in scores
            ],
        )


def forget(connection: Connection, claims: Iterable[str]) -> None:
    """Forgets the acts that may follow otherwise now that something has changed for some claims."""
    for batch in load.batches(sorted(set(claims))):
        told = select(t.claim.c.key).where(t.claim.c.id.in_(batch))
        families = select(act.c.family).join(act_claim, act_claim.c.act == act.c.key).where(act_claim.c.claim.in_(told))
        found = sorted(set(connection.execute(families).scalars()))
        for some in load.batches(found):
            keys = select(act.c.key).where(act.c.family.in_(some))
            connection.execute(delete(act_claim).where(act_claim.c.act.in_(keys)))
            connection.execute(delete(act).where(act.c.family.in_(some)))


def forget_all(connection: Connection) -> None:
    """Forgets every act."""
    connection.execute(delete(act_claim))
    connection.execute(delete(act))


def forget_linked(connection: Connection, claims: Iterable[str]) -> None:
    """Forgets the acts of some claims and of those that any judgement joins to them."""
    ends: set[str] = set(claims)
    for batch in load.batches(sorted(ends)):
        query = select(t.link.c.left, t.link.c.right).where(or_(t.link.c.left.in_(batch), t.link.c.right.in_(batch)))
        for left, right in connection.execute(query):
            ends |= {left, right}
    forget(connection, ends)


def forget_judged(connection: Connection, links: Iterable[Link]) -> None:
    """Forgets the acts on which new judgements bear: call it before they are written.

    That two claims may be of one act joins and parts nothing where nobody has judged the two before.
    """
    ends: set[str] = set()
    for one in links:
        if one.judgement is Judgement.UNSURE:
            pair = (t.link.c.left == one.left, t.link.c.right == one.right)
            if connection.execute(select(t.link.c.key).where(*pair).limit(1)).first() is None:
                continue
        ends |= {one.left, one.right}
    forget(connection, ends)


def forget_reports(connection: Connection, articles: Iterable[str]) -> None:
    """Forgets the acts that some articles tell."""
    for batch in load.batches(sorted(set(articles))):
        query = select(t.claim.c.id).join(t.current, t.current.c.run == t.claim.c.run)
        forget(connection, connection.execute(query.where(t.current.c.article.in_(batch))).scalars().all())


def told(connection: Connection, claims: Iterable[str], rules: str) -> dict[str, Told]:
    """Claim → what is kept of its act; claims whose act is not kept are left out."""
    found: dict[str, Told] = {}
    columns = (t.claim.c.id, act.c.event, act.c.reports, act.c.origins, act.c.party_sourced)
    for batch in load.batches(sorted(set(claims))):
        query = _of_claims(select(*columns), rules).where(t.claim.c.id.in_(batch))
        found.update(
            (row.id, Told(row.event, row.reports, row.origins, row.party_sourced)) for row in connection.execute(query)
        )
    return found


def packed(connection: Connection, claims: Iterable[str], rules: str) -> dict[str, str]:
    """Least claim of an act → the act, packed, for the acts of some claims that are kept."""
    found: dict[str, str] = {}
    for batch in load.batches(sorted(set(claims))):
        query = _of_claims(select(act.c.event, act.c.packed), rules).where(t.claim.c.id.in_(batch)).distinct()
        found.update((row.event, row.packed) for row in connection.execute(query))
    return found


def unsettled(connection: Connection, rules: str) -> tuple[str, ...]:
    """Claims of current runs whose act is not kept, or was derived by other rules; in the order of their ids."""
    kept = select(act_claim.c.claim).join(act, act.c.key == act_claim.c.act)
    query = (
        select(t.claim.c.id)
        .join(t.current, t.current.c.run == t.claim.c.run)
        .where(~kept.where(act_claim.c.claim == t.claim.c.key, act.c.rules == rules).exists())
    )
    return tuple(sorted(connection.execute(query).scalars()))


def _of_claims(query: Select[Any], rules: str) -> Select[Any]:
    return (
        query.select_from(t.claim)
        .join(act_claim, act_claim.c.claim == t.claim.c.key)
        .join(act, act.c.key == act_claim.c.act)
        .where(act.c.rules == rules)
    )


def _current(connection: Connection, claims: Sequence[str]) -> dict[str, tuple[int, float | None]]:
    """Claim → its key in the current run, and its Goldstein score as reviewers correct it."""
    found: dict[str, tuple[int, float | None]] = {}
    c = t.claim.c
    for batch in load.batches(claims):
        query = (
            select(c.id, c.key, score_held)
            .join(t.current, t.current.c.run == c.run)
            .join(corrected, corrected.c.claim == c.id, isouter=True)
            .where(c.id.in_(batch))
        )
        found.update((one, (key, score)) for one, key, score in connection.execute(query))
    return found


def _mean(scores: Iterable[float | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return round(fmean(known), 2) if known else None
