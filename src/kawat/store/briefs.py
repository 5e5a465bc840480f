"""Claims in brief, for drawings of hundreds of them: who, what, when, how sure and of which act, without words."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, TableValuedAlias, and_, func, select

from kawat.model import Date, Entity, EntityKind, EventType, Grain, Status
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import Brief, Told
from kawat.store.held import corrected, corrected_party, grain_held, score_held
from kawat.store.settled import act, act_claim

_TYPES = {one.value: one for one in EventType}
_STATUSES = {one.value: one for one in Status}
_GRAINS = {one.value: one for one in Grain}


def briefs(connection: Connection, keys: Sequence[int], rules: str, *, chains: bool) -> tuple[Brief, ...]:
    """The claims of some keys, in their order; `told` is None where their acts are not kept by these rules."""
    wanted = _each(keys)
    c, run = t.claim.c, t.run.c
    query = (
        select(
            c.key,
            c.id,
            func.coalesce(corrected.c.type, c.type).label("type"),
            func.coalesce(corrected.c.status, c.status).label("status"),
            score_held.label("goldstein"),
            c.score,
            func.coalesce(corrected.c.start, c.date_start).label("date_start"),
            func.coalesce(corrected.c.end, c.date_end).label("date_end"),
            c.date_grain,
            corrected.c.start.label("said"),
            run.article,
            act.c.event,
            act.c.reports,
            act.c.origins,
            act.c.party_sourced,
        )
        .select_from(wanted)
        .join(t.claim, c.key == wanted.c.value)
        .join(t.run, run.key == c.run)
        .join(corrected, corrected.c.claim == c.id, isouter=True)
        .join(act_claim, act_claim.c.claim == c.key, isouter=True)
        .join(act, and_(act.c.key == act_claim.c.act, act.c.rules == rules), isouter=True)
    )
    parties = _parties(connection, keys) | _said(connection, keys)
    hops = load.chains(connection, t.claim_hop, "claim", keys) if chains else {}
    found: dict[int, Brief] = {}
    # Hundreds of rows: taken apart at once, not column by column.
    for key, claim, kind, status, goldstein, score, start, end, grain, said, article, *told in connection.execute(
        query
    ).all():
        event, reports, origins, party_sourced = told
        found[key] = Brief(
            id=claim,
            type=load.of_set(_TYPES, kind),
            status=load.of_set(_STATUSES, status),
            date=_date(start, end, grain, said=said is not None),
            actors=tuple(parties.get((key, "actor"), ())),
            recipients=tuple(parties.get((key, "recipient"), ())),
            chain=hops.get(key, ()),
            goldstein=goldstein,
            score=score,
            article=article,
            told=None if event is None else Told(event, reports, origins, party_sourced),
        )
    return tuple(found[key] for key in keys)


def _date(start: date | None, end: date, grain: str | None, *, said: bool) -> Date | None:
    if start is None:
        return None
    return Date(
        start, end, grain_held(start, end) if said else load.of_set(_GRAINS, grain or Grain.UNKNOWN.value), None
    )


def _parties(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], list[Entity]]:
    wanted = _each(keys)
    p, e = t.party.c, t.entity.c
    query = (
        select(p.ordinal, p.claim, p.role, e.id, e.code, e.kind, e.name)
        .select_from(wanted)
        .join(t.party, p.claim == wanted.c.value)
        .join(t.entity, and_(e.run == p.run, e.id == p.entity))
    )
    found: dict[tuple[int, str], list[Entity]] = defaultdict(list)
    same: dict[tuple[str, str, str, str], Entity] = {}
    for _, claim, role, *who in sorted(map(tuple, connection.execute(query).all())):
        known, code, kind, name = whole = tuple(who)
        if whole not in same:
            same[whole] = Entity(known, code, EntityKind(kind), name)
        found[claim, role].append(same[whole])
    return found


def _said(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], list[Entity]]:
    """Who stands in a role of some claims in place of those who were read there."""
    wanted = _each(keys)
    c, p = t.claim.c, corrected_party.c
    query = (
        select(c.key, p.role, p.entity, p.code, p.kind, p.name)
        .select_from(wanted)
        .join(t.claim, c.key == wanted.c.value)
        .join(corrected_party, p.claim == c.id)
        .where(p.role.in_(("actor", "recipient")))
        .order_by(p.ordinal)
    )
    found: dict[tuple[int, str], list[Entity]] = {}
    for key, role, known, code, kind, name in connection.execute(query).all():
        found.setdefault((key, role), []).extend([Entity(known, code, EntityKind(kind), name)] if known else [])
    return found


def _each(keys: Sequence[int]) -> TableValuedAlias:
    """Keys as a table: thousands of them in one question, where a list of parameters has an end."""
    return func.json_each(json.dumps(list(keys))).table_valued("value", name="wanted")
