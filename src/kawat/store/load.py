"""Rows → record, claims and quotations, in few statements whatever the number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from kawat.model import (
    Article,
    Block,
    BlockKind,
    Caption,
    Claim,
    Date,
    Entity,
    EntityKind,
    EventType,
    Grain,
    Hop,
    HopKind,
    Manner,
    Note,
    Place,
    QuotationClaim,
    Record,
    Span,
    Status,
    Tie,
    TieKind,
    Trigger,
)
from kawat.store import tables as t
from kawat.store.base import Header, StoredClaim, StoredQuotation, folded
from kawat.store.wanted import ArticleFilter

T = TypeVar("T")

_HOPS = {one.value: one for one in HopKind}  # a dictionary is faster than the enumeration, for thousands of rows
_BATCH = 500  # engines bound the number of values in one statement


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """`values` in pieces that fit into one statement."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def of_set(known: Mapping[str, T], word: str) -> T:
    """What a stored word means; `ValueError` for one outside its closed set, in a store that is damaged."""
    try:
        return known[word]
    except KeyError:
        raise ValueError(f"{word!r} is none of {', '.join(known)}") from None


def record(connection: Connection, run: int) -> Record:
    """The record of a run, equal to the one that was put."""
    return records(connection, [run])[0]


def records(connection: Connection, runs: Sequence[int]) -> list[Record]:
    """The records of some runs, in their order; in few statements for any number of them.

    `ValueError` where a row cannot be read back or a run has no article.
    """
    found: dict[int, Record] = {}
    for batch in batches(runs):
        found.update(_records(connection, batch))
    if lost := [run for run in runs if run not in found]:
        raise ValueError(f"run {lost[0]} is of no article")
    return [found[run] for run in runs]


def _records(connection: Connection, runs: Sequence[int]) -> Iterator[tuple[int, Record]]:
    query = select(t.run, t.article.c.source_sha256).join(t.article, t.article.c.id == t.run.c.article)
    rows = connection.execute(query.where(t.run.c.key.in_(runs))).all()
    told, quoted = _of_runs(connection, t.claim, runs), _of_runs(connection, t.quotation, runs)
    claims = iter(_claims(connection, [row for run in runs for row in told[run]]))
    quotations = iter(_quotations(connection, [row for run in runs for row in quoted[run]]))
    of_claims = {run: tuple(islice(claims, len(told[run]))) for run in runs}
    of_quotations = {run: tuple(islice(quotations, len(quoted[run]))) for run in runs}
    blocks, captions = _of_runs(connection, t.block, runs), _of_runs(connection, t.caption, runs)
    notes, ties = _of_runs(connection, t.note, runs), _of_runs(connection, t.tie, runs)
    known = entities(connection, runs)
    for row in rows:
        yield (
            row.key,
            Record(
                article=_article(row, blocks[row.key], captions[row.key], notes[row.key]),
                entities=tuple(known[row.key]),
                quotations=of_quotations[row.key],
                claims=of_claims[row.key],
                pipeline=row.pipeline,
                notes=_notes(notes[row.key], "record"),
                ties=tuple(Tie(TieKind(one.kind), one.left, one.right, one.why) for one in ties[row.key]),
            ),
        )


def _of_runs(connection: Connection, table: Table, runs: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """Run → its rows of a table, in their order."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(
        select(table).where(table.c.run.in_(runs)).order_by(table.c.run, table.c.ordinal)
    ).all():
        found[row.run].append(row)
    return found


def readings(connection: Connection, articles: Sequence[str]) -> dict[str, tuple[int, tuple[Note, ...]]]:
    """Article → how many claims its current run has, and the notes on it."""
    runs = connection.execute(select(t.current).where(t.current.c.article.in_(articles))).all()
    counted = select(t.claim.c.run, func.count().label("claims")).where(t.claim.c.run.in_([row.run for row in runs]))
    claims = {row.run: row.claims for row in connection.execute(counted.group_by(t.claim.c.run))}
    notes = _of_runs(connection, t.note, [row.run for row in runs])
    return {row.article: (claims.get(row.run, 0), _notes(notes[row.run], "article")) for row in runs}


def articles(connection: Connection, wanted: ArticleFilter, limit: int | None) -> tuple[list[Header], int]:
    """The articles that a filter wants, by day of publication, and how many there are in all."""
    run = t.run.c
    conditions: list[ColumnElement[bool]] = []
    if wanted.outlets:
        printed = connection.execute(select(run.outlet).where(run.outlet.is_not(None)).distinct()).scalars()
        conditions.append(run.outlet.in_([name for name in printed if folded(name) in wanted.outlets]))
    if wanted.since is not None:
        conditions.append(run.published_on >= wanted.since)
    if wanted.until is not None:
        conditions.append(run.published_on <= wanted.until)
    keys = select(run.key).join(t.current, t.current.c.run == run.key).where(*conditions)
    among = connection.execute(select(func.count()).select_from(keys.subquery())).scalar_one()
    newest = keys.order_by(run.published_on.desc().nulls_first(), run.published.desc(), run.article.desc()).limit(limit)
    found = list(connection.execute(newest).scalars())[::-1]
    heads = headers(connection, found)
    return [heads[key] for key in found], among


def stored_claims(connection: Connection, keys: Sequence[int]) -> list[StoredClaim]:
    """The claims of some keys, in their order."""
    rows = _by_key(connection, t.claim, keys)
    claims = _claims(connection, rows)
    runs = {row.run for row in rows}
    heads = headers(connection, runs)
    named = {row.run: set[str]() for row in rows}
    for row, claim in zip(rows, claims, strict=True):
        named[row.run].update(filter(None, (*claim.actors, *claim.recipients, claim.speaker)))
        named[row.run].update(hop.entity for hop in claim.chain if hop.entity)
    known = entities(connection, runs, named)
    return [
        StoredClaim(claim, _of_claim(claim, known[row.run]), heads[row.run])
        for row, claim in zip(rows, claims, strict=True)
    ]


def stored_quotations(connection: Connection, keys: Sequence[int]) -> list[StoredQuotation]:
    """The quotations of some keys, in their order."""
    rows = _by_key(connection, t.quotation, keys)
    runs = {row.run for row in rows}
    heads = headers(connection, runs)
    named = {row.run: set[str]() for row in rows}
    for row in rows:
        named[row.run].update([row.speaker] if row.speaker else [])
    known = entities(connection, runs, named)
    return [
        StoredQuotation(quoted, next((e for e in known[row.run] if e.id == row.speaker), None), heads[row.run])
        for row, quoted in zip(rows, _quotations(connection, rows), strict=True)
    ]


def bodies(connection: Connection, runs: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Run → its paragraphs joined by newlines, in the order of the runs given."""
    texts: dict[int, str] = {}
    parts: dict[int, list[str]] = {run: [] for run in runs}
    for batch in batches(runs):
        texts.update(
            (row.key, row.text)
            for row in connection.execute(select(t.run.c.key, t.run.c.text).where(t.run.c.key.in_(batch)))
        )
        query = select(t.block.c.run, t.block.c.start, t.block.c.end).where(
            t.block.c.run.in_(batch), t.block.c.kind == BlockKind.BODY.value
        )
        for run, start, end in connection.execute(query.order_by(t.block.c.run, t.block.c.ordinal)):
            parts[run].append(texts[run][start:end])
    return ((run, "\n".join(parts[run])) for run in runs)


def headers(connection: Connection, runs: Iterable[int]) -> dict[int, Header]:
    """Run → what one needs to cite its article."""
    columns = t.run.c
    found: dict[int, Header] = {}
    for batch in batches(sorted(set(runs))):
        query = select(
            columns.key,
            columns.article,
            columns.source,
            columns.url,
            columns.outlet,
            columns.agency,
            columns.headline,
            columns.language,
            columns.published,
            columns.pipeline,
        ).where(columns.key.in_(batch))
        found.update((key, Header(*rest)) for key, *rest in connection.execute(query))
    return found


def entities(
    connection: Connection, runs: Iterable[int], named: dict[int, set[str]] | None = None
) -> dict[int, list[Entity]]:
    """Run → its entities in their order; only those in `named` where that is given."""
    found: dict[int, list[Entity]] = {run: [] for run in runs}
    rows: list[Row[Any]] = []
    aliases: dict[tuple[int, str], list[str]] = defaultdict(list)
    e, a = t.entity.c, t.alias.c
    # All of a run are read and the others passed over: on pairs of run and id SQLite would walk every run of an id.
    for batch in batches(sorted(found)):
        rows.extend(connection.execute(select(t.entity).where(e.run.in_(batch))).all())
        query = select(a.run, a.entity, a.name).where(a.run.in_(batch))
        for run, owner, name in connection.execute(query.order_by(a.ordinal)).all():
            aliases[run, owner].append(name)
    if named is not None:
        rows = [row for row in rows if row.id in named.get(row.run, ())]
    for row in sorted(rows, key=lambda row: (row.run, row.ordinal)):
        known = tuple(aliases[row.run, row.id])
        found[row.run].append(Entity(row.id, row.code, EntityKind(row.kind), row.name, known, row.role))
    return found


def _by_key(connection: Connection, table: Table, keys: Sequence[int]) -> list[Row[Any]]:
    rows: dict[int, Row[Any]] = {}
    for batch in batches(keys):
        rows.update((row.key, row) for row in connection.execute(select(table).where(table.c.key.in_(batch))).all())
    return [rows[key] for key in keys]


def _of_claim(claim: Claim, known: list[Entity]) -> tuple[Entity, ...]:
    wanted = {*claim.actors, *claim.recipients, claim.speaker, *(hop.entity for hop in claim.chain)}
    wanted |= {telling.speaker for telling in claim.also}
    return tuple(entity for entity in known if entity.id in wanted)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _article(
    row: Row[Any], blocks: Sequence[Row[Any]], captions: Sequence[Row[Any]], notes: Sequence[Row[Any]]
) -> Article:
    return Article(
        id=row.article,
        source=row.source,
        text=row.text,
        blocks=tuple(Block(Span(b.start, b.end), BlockKind(b.kind)) for b in blocks),
        source_sha256=row.source_sha256,
        language=row.language,
        url=row.url,
        outlet=row.outlet,
        published=row.published,
        published_raw=row.published_raw,
        authors=row.authors,
        editors=row.editors,
        agency=row.agency,
        carriers=row.carriers,
        dateline=_span(row.dateline_start, row.dateline_end),
        dateline_place=row.dateline_place,
        captions=tuple(Caption(c.text, c.credit, Span(c.start, c.end)) for c in captions),
        notes=_notes(notes, "article"),
    )


def _notes(rows: Iterable[Row[Any]], owner: str) -> tuple[Note, ...]:
    return tuple(Note(n.stage, n.code, n.message, _span(n.start, n.end)) for n in rows if n.owner == owner)


def chains(connection: Connection, table: Table, owner: str, keys: Sequence[int]) -> dict[int, tuple[Hop, ...]]:
    """Claim or quotation (`owner`) → its chain, innermost hop first; those without a chain are left out."""
    found: dict[int, list[Hop]] = defaultdict(list)
    c = table.c
    columns = (c[owner], c.kind, c.name, c.entity, c.start, c.end, c.named, c.beside)
    for batch in batches(keys):
        query = select(*columns).where(c[owner].in_(batch)).order_by(c[owner], c.ordinal)
        for key, kind, name, entity, start, end, named, beside in connection.execute(query).all():
            hop = Hop(of_set(_HOPS, kind), name, entity, _span(start, end), named is not False, beside is True)
            found[key].append(hop)
    return {key: tuple(hops) for key, hops in found.items()}


def _quotations(connection: Connection, rows: Sequence[Row[Any]]) -> list[QuotationClaim]:
    told = chains(connection, t.quotation_hop, "quotation", [row.key for row in rows])
    return [
        QuotationClaim(
            id=row.id,
            text=row.text,
            manner=Manner(row.manner),
            speaker=row.speaker,
            chain=told.get(row.key, ()),
            span=Span(row.start, row.end),
        )
        for row in rows
    ]


def _claims(connection: Connection, rows: Sequence[Row[Any]]) -> list[Claim]:
    keys = [row.key for row in rows]
    told = chains(connection, t.claim_hop, "claim", keys)
    parties: dict[tuple[int, str], list[str]] = defaultdict(list)
    for batch in batches(keys):
        query = select(t.party.c.claim, t.party.c.role, t.party.c.entity).where(t.party.c.claim.in_(batch))
        for key, role, entity in connection.execute(query.order_by(t.party.c.ordinal)).all():
            parties[key, role].append(entity)
    return [
        _claim(row, tuple(parties[row.key, "actor"]), tuple(parties[row.key, "recipient"]), told.get(row.key, ()))
        for row in rows
    ]


def _claim(row: Row[Any], actors: tuple[str, ...], recipients: tuple[str, ...], chain: tuple[Hop, ...]) -> Claim:
    when = None
    if row.date_start is not None:
        when = Date(row.date_start, row.date_end, Grain(row.date_grain), row.date_raw)
    return Claim(
        id=row.id,
        type=EventType(row.type),
        mode=row.mode,
        contexts=row.contexts,
        cameo=row.cameo,
        goldstein=row.goldstein,
        actors=actors,
        recipients=recipients,
        status=Status(row.status),
        speaker=row.speaker,
        chain=chain,
        date=when,
        place=None if row.place_name is None else Place(row.place_id, row.place_name, row.place_raw),
        sentence=row.sentence,
        trigger=Trigger(row.trigger_text, Span(row.trigger_start, row.trigger_end)),
        span=Span(row.start, row.end),
        score=row.score,
        why=row.why,
        party_sourced=bool(row.party_sourced),
        state_media=row.state_media,
        publisher=None if row.publisher is None else Status(row.publisher),
        also=row.also,
    )
