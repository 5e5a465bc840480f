"""The card file: under whom the claims and quotations of current runs are found, by day, and who met whom how often.

Everything here follows from the other tables; it is kept so that a question on one actor among hundreds of thousands of
claims reads the rows of that actor alone, the newest first. A card stands under the id of an entity, under `@` and its
code and each code above that (`@BLR:OPP`, `@BLR`), under `~` and the id or folded name of an agency or medium, under
`^` and the id of the place of the act and of its state (`^~` and its folded name where no table has it), under `&` and
every two of its parties who act on each other or together, and once under `EVERY`. The pairs of many parties are as
their square: such a claim stands under `CROWD`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
    union,
    update,
)

from kawat import knowledge
from kawat.model import HopKind
from kawat.store import load
from kawat.store import tables as t
from kawat.store.base import folded
from kawat.store.held import corrected, said_of_runs

EVERY = ""
UNDATED = date.max
"""The day of a card whose claim has no date and whose report no day: after all others."""

CROWD = "&"
"""Under this stand claims of too many parties for a card of every two of them."""

MOST_PAIRED = 16
"""Of how many parties every two have a card."""

ACTOR, RECIPIENT, SPEAKER = 1, 2, 4
_ROLES = {"actor": ACTOR, "recipient": RECIPIENT}
_RELAYS = (HopKind.AGENCY.value, HopKind.MEDIUM.value)

filed = Table(
    "filed",
    t.metadata,
    Column("who", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("roles", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("type", String, nullable=False),
    Column("last", Date),  # the last day of the act; null where it has no date
    sqlite_with_rowid=False,
)

filed_quotation = Table(
    "filed_quotation",
    t.metadata,
    Column("who", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("quotation", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# In how many reports of an outlet an entity bears a name, and the first and last day of these.
name_use = Table(
    "name_use",
    t.metadata,
    Column("entity", String, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("outlet", Text, primary_key=True),  # "" where it is unknown
    Column("folded", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Index(None, "folded"),
    sqlite_with_rowid=False,
)

# How many claims of a status and type stand under somebody's card in some roles, or under EVERY.
counted = Table(
    "counted",
    t.metadata,
    Column("who", Text, primary_key=True),
    Column("roles", Integer, primary_key=True),
    Column("status", String, primary_key=True),
    Column("type", String, primary_key=True),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# In how many claims somebody takes part together with somebody of a code.
met = Table(
    "met",
    t.metadata,
    Column("who", Text, primary_key=True),
    Column("code", String, primary_key=True),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)


@dataclass
class _Use:
    folded: str
    articles: int = 0
    days: list[date] = field(default_factory=list)


@dataclass
class _Cards:
    """The rows that some runs give."""

    claims: list[dict[str, Any]] = field(default_factory=list)
    quotations: list[dict[str, Any]] = field(default_factory=list)
    names: dict[tuple[str, str, str], "_Use"] = field(default_factory=dict)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)  # and under EVERY how many there are at all
    counted: Counter[tuple[str, int, str, str]] = field(default_factory=Counter)


def codes_of(code: str) -> Iterator[str]:
    """A code and those above it: "BLR:OPP", "BLR"."""
    while code:
        yield code
        code = code.rpartition(":")[0]


def _under(entity: str, code: str) -> set[str]:
    return {entity, *(f"@{one}" for one in codes_of(code))}


def unknown_place(name: str) -> str:
    """What stands for a place that no table has."""
    return f"~{folded(name)}"


def pair(one: str, other: str) -> str:
    """The card of two marks, whichever comes first."""
    return "&" + "\t".join(sorted((one, other)))


def paired(mark: str) -> bool:
    """Whether the mark of somebody stands on the cards of pairs: ids such as "RUS" are asked for by their code."""
    return ":" in mark or mark.startswith("@")


def file(connection: Connection, runs: Sequence[int]) -> None:
    """Adds the cards of runs that have become current."""
    for batch in load.batches(runs):
        cards = _cards(connection, batch)
        for table, rows in ((filed, cards.claims), (filed_quotation, cards.quotations)):
            if rows:
                connection.execute(insert(table), rows)
        _count(connection, cards, 1)


def unfile(connection: Connection, run: int) -> None:
    """Takes away the cards of a run that is no longer current."""
    cards = _cards(connection, [run])
    for table, rows in ((filed, cards.claims), (filed_quotation, cards.quotations)):
        whole = tuple_(*table.primary_key.columns)
        names = [column.name for column in table.primary_key.columns]
        for batch in load.batches([tuple(row[name] for name in names) for row in rows]):
            connection.execute(delete(table).where(whole.in_(batch)))
    _count(connection, cards, -1)
    connection.execute(delete(name_use).where(name_use.c.articles <= 0))
    connection.execute(delete(met).where(met.c.claims <= 0))
    connection.execute(delete(counted).where(counted.c.claims <= 0))
    for key, use in cards.names.items():
        if use.days:
            _bounded_anew(connection, key, use.days[0])


def _bounded_anew(connection: Connection, key: tuple[str, str, str], day: date) -> None:
    """Counts first and last day of a name once more where a report of such a day no longer bears it."""
    entity, name, outlet = key
    n, e, a, run = name_use.c, t.entity.c, t.alias.c, t.run.c
    here = and_(n.entity == entity, n.name == name, n.outlet == outlet)
    if connection.execute(select(n.entity).where(here, or_(n.first == day, n.last == day))).first() is None:
        return
    named = union(
        select(e.run).where(e.id == entity, e.name == name), select(a.run).where(a.entity == entity, a.name == name)
    ).subquery()
    bounds = (
        select(func.min(run.published_on), func.max(run.published_on))
        .join(t.current, t.current.c.run == run.key)
        .join(named, named.c.run == run.key)
        .where(func.coalesce(run.outlet, "") == outlet)
    )
    first, last = connection.execute(bounds).one()
    connection.execute(update(name_use).where(here).values(first=first, last=last))


_NAMED = text(
    "insert into name_use (entity, name, outlet, folded, articles, first, last)"
    " values (:entity, :name, :outlet, :folded, :n, :first, :last)"
    " on conflict (entity, name, outlet) do update set articles = name_use.articles + excluded.articles,"
    " first = case when name_use.first is null or excluded.first < name_use.first then excluded.first"
    " else name_use.first end,"
    " last = case when name_use.last is null or excluded.last > name_use.last then excluded.last"
    " else name_use.last end"
)
_MET = text(
    "insert into met (who, code, claims) values (:who, :code, :n)"
    " on conflict (who, code) do update set claims = met.claims + excluded.claims"
)

_COUNTED = text(
    "insert into counted (who, roles, status, type, claims) values (:who, :roles, :status, :type, :n)"
    " on conflict (who, roles, status, type) do update set claims = counted.claims + excluded.claims"
)


def _count(connection: Connection, cards: _Cards, sign: int) -> None:
    names = [
        {
            "entity": entity,
            "name": name,
            "outlet": outlet,
            "folded": use.folded,
            "n": use.articles * sign,
            "first": min(use.days).isoformat() if use.days else None,
            "last": max(use.days).isoformat() if use.days else None,
        }
        for (entity, name, outlet), use in cards.names.items()
    ]
    cards.met[EVERY, "claim"] = sum(row["who"] == EVERY for row in cards.claims)
    cards.met[EVERY, "quotation"] = sum(row["who"] == EVERY for row in cards.quotations)
    pairs = [{"who": who, "code": code, "n": n * sign} for (who, code), n in cards.met.items()]
    tallies = [
        {"who": who, "roles": roles, "status": status, "type": kind, "n": n * sign}
        for (who, roles, status, kind), n in cards.counted.items()
    ]
    for statement, rows in ((_NAMED, names), (_MET, pairs), (_COUNTED, tallies)):
        if rows:
            connection.execute(statement, rows)


def _cards(connection: Connection, runs: Sequence[int]) -> _Cards:
    cards = _Cards()
    columns = t.run.c
    of_runs = select(columns.key, columns.published_on, columns.outlet).where(columns.key.in_(runs))
    heads = {key: (day, outlet or "") for key, day, outlet in connection.execute(of_runs)}
    days = {key: day or UNDATED for key, (day, _) in heads.items()}
    codes: dict[tuple[int, str], str] = {}
    names: dict[tuple[int, str, str], str] = {}
    e, a = t.entity.c, t.alias.c
    for run, one, code, name, words in connection.execute(
        select(e.run, e.id, e.code, e.name, e.folded).where(e.run.in_(runs))
    ):
        codes[run, one] = code
        names[run, one, name] = words
    for run, one, name, words in connection.execute(select(a.run, a.entity, a.name, a.folded).where(a.run.in_(runs))):
        names[run, one, name] = words
    for (run, one, name), words in names.items():
        day, outlet = heads[run]
        use = cards.names.setdefault((one, name, outlet), _Use(words))
        use.articles += 1
        use.days += [day] if day else []
    _quoted(connection, cards, runs, days, codes)
    _claimed(connection, cards, runs, days, codes)
    return cards


def _quoted(
    connection: Connection,
    cards: _Cards,
    runs: Sequence[int],
    days: dict[int, date],
    codes: dict[tuple[int, str], str],
) -> None:
    q = t.quotation.c
    for key, run, speaker in connection.execute(select(q.key, q.run, q.speaker).where(q.run.in_(runs))):
        under = {EVERY} | (_under(speaker, codes[run, speaker]) if speaker else set())
        cards.quotations.extend({"who": who, "day": days[run], "quotation": key} for who in sorted(under))


def _claimed(
    connection: Connection,
    cards: _Cards,
    runs: Sequence[int],
    days: dict[int, date],
    codes: dict[tuple[int, str], str],
) -> None:
    c, p, h = t.claim.c, t.party.c, t.claim_hop.c
    parties: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    of_runs = select(c.key).where(c.run.in_(runs))
    query = select(p.claim, p.role, p.entity, p.code).where(p.claim.in_(of_runs))
    for claim, role, entity, code in connection.execute(query):
        parties[claim].append((_ROLES[role], entity, code))
    said = said_of_runs(connection, runs)
    for claim, roles_said in said.items():
        for name, role in _ROLES.items():
            if name in roles_said:
                parties[claim] = [one for one in parties[claim] if one[0] != role]
                parties[claim] += [(role, one.entity, one.code) for one in roles_said[name]]
    relays: dict[int, set[str]] = defaultdict(set)
    hops = select(h.claim, h.entity, h.folded).where(h.claim.in_(of_runs), h.kind.in_(_RELAYS))
    for claim, entity, words in connection.execute(hops):
        relays[claim] |= {f"~{mark}" for mark in (entity, words) if mark}
    for key, run, status, kind, start, end, speaker, place, place_name in connection.execute(_readings(runs)):
        own = said.get(key, {})
        where = [(one.entity, one.name) for one in own["place"]] if "place" in own else [(place, place_name)]
        marks = (mark for one in where for mark in _within(*one))
        roles: Counter[str] = Counter({EVERY: 0, **dict.fromkeys((*relays[key], *marks), 0)})
        for role, entity, code in parties[key]:
            for who in _under(entity, code):
                roles[who] |= role
        speaks = [(speaker, codes[run, speaker])] if speaker else []
        for voice in [(one.entity, one.code) for one in own["speaker"]] if "speaker" in own else speaks:
            for who in _under(*voice):
                roles[who] |= SPEAKER
        cards.counted.update((who, role, status, kind) for who, role in roles.items() if role or who == EVERY)
        roles.update(dict.fromkeys(_pairs(parties[key]), 0))
        day = start or days[run]
        cards.claims.extend(
            {"who": who, "day": day, "claim": key, "roles": role, "status": status, "type": kind, "last": end}
            for who, role in roles.items()
        )
        cards.met.update(_meetings(parties[key]))


def _readings(runs: Sequence[int]) -> Select[int, int, str, str, date, date, str, str, str]:
    """Key, run, status, type and days of claims as corrected, and their speaker and place as read; those that reviewers
    reject are left out."""
    c, own = t.claim.c, corrected.c
    return (
        select(
            c.key,
            c.run,
            func.coalesce(own.status, c.status),
            func.coalesce(own.type, c.type),
            func.coalesce(own.start, c.date_start),
            func.coalesce(own.end, c.date_end),
            c.speaker,
            c.place_id,
            c.place_name,
        )
        .join(corrected, own.claim == c.id, isouter=True)
        .where(c.run.in_(runs), own.rejected.is_not(True))
    )


@cache
def _within(place: str | None, name: str | None) -> tuple[str, ...]:
    """The cards of a place: its own and that of the state in which the tables say that it lies; by its name where no
    table has it."""
    if place is None:
        return (f"^{unknown_place(name)}",) if name else ()
    known = knowledge.place(place)
    return tuple(dict.fromkeys((f"^{place}", *((f"^{known.state}",) if known and known.state else ()))))


def _pairs(parties: Sequence[tuple[int, str, str]]) -> set[str]:
    """The cards of every two of the parties of a claim who do something to each other or together."""
    if len(parties) > MOST_PAIRED:
        return {CROWD}
    under = [(role, [mark for mark in _under(entity, code) if paired(mark)]) for role, entity, code in parties]
    return {
        pair(mine, theirs)
        for (role, some), (other, others) in combinations(under, 2)
        if ACTOR in (role, other)
        for mine in some
        for theirs in others
        if mine != theirs
    }


def _meetings(parties: Iterable[tuple[int, str, str]]) -> set[tuple[str, str]]:
    """Who takes part in a claim together with which codes other than their own."""
    under = [(_under(entity, code), code) for _, entity, code in parties]
    return {(who, code) for mine, _ in under for who in mine for theirs, code in under if who not in theirs}
