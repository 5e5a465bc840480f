"""Record → rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, exists, insert, select

from kawat.errors import InputError
from kawat.model import Article, BlockKind, Claim, Hop, Link, Note, Record, Relay, Span
from kawat.store import comparing, filing, settled
from kawat.store import tables as t
from kawat.store.base import folded
from kawat.store.search import READABLE, SearchIndex
from kawat.store.soundness import faults

Row = dict[str, Any]


def put(
    connection: Connection,
    search: SearchIndex,
    record: Record,
    at: datetime,
    blocking: Mapping[str, Iterable[int]],
    packed: Mapping[str, str] | None = None,
    sketch: Iterable[str] = (),
) -> bool:
    """Appends a record as a new run of its article and makes it the current one.

    False where this pipeline has read the article already; nothing is written then. `blocking` gives the comparison
    keys of each claim, `packed` the form in which it is compared, `sketch` the keys of the body. Raises
    `InputError` for text that no database can hold, `ValueError` for a record that is not sound.
    """
    article = record.article
    found = faults(record)
    if found:
        raise ValueError("; ".join(found))
    _storable(article)
    same = exists().where(t.run.c.article == article.id, t.run.c.pipeline == record.pipeline)
    if connection.execute(select(same)).scalar():
        return False
    if not connection.execute(select(exists().where(t.article.c.id == article.id))).scalar():
        row = {"id": article.id, "source_sha256": article.source_sha256, "added_at": at}
        connection.execute(insert(t.article), row)
    meet(connection, article.id, article.source, at)
    key = _put_run(connection, record, at)
    _put_article_parts(connection, search, key, record)
    _put_entities(connection, key, record)
    _put_quotations(connection, key, record)
    _put_claims(connection, search, key, record, blocking)
    _put_accounts(connection, key, record, packed or {})
    _many(connection, t.tie, _ties(key, record))
    _many(connection, t.sketch, [{"key": word, "run": key} for word in sorted(set(sketch))])
    before = connection.execute(select(t.current.c.run).where(t.current.c.article == article.id)).scalar()
    if before is not None:
        settled.forget_reports(connection, [article.id])
    settled.forget_linked(connection, [claim.id for claim in record.claims])
    connection.execute(delete(t.current).where(t.current.c.article == article.id))
    if before is not None:
        comparing.forget(connection, before)
        filing.unfile(connection, before)
    connection.execute(insert(t.current), {"article": article.id, "run": key})
    filing.file(connection, [key])
    return True


def meet(connection: Connection, article: str, source: str, at: datetime) -> None:
    """Notes that an article of the store was met under a path or address; the first time counts."""
    same = exists().where(t.source.c.article == article, t.source.c.source == source)
    if not connection.execute(select(same)).scalar():
        connection.execute(insert(t.source), {"article": article, "source": source, "added_at": at})


def link(connection: Connection, links: Iterable[Link]) -> None:
    """Appends judgements."""
    links = tuple(links)
    settled.forget_judged(connection, links)
    _many(
        connection,
        t.link,
        [
            {
                "left": one.left,
                "right": one.right,
                "judgement": one.judgement.value,
                "score": one.score,
                "why": [list(pair) for pair in one.why],
                "by": one.by,
                "at": one.at,
            }
            for one in links
        ],
    )


def relay(connection: Connection, relays: Iterable[Relay]) -> None:
    """Notes articles that carry each other's words; what was noted of a pair before is replaced."""
    for one in relays:
        settled.forget_reports(connection, [one.left])  # an act that both tell is among those of the one
        pair = (t.relay.c.left == one.left, t.relay.c.right == one.right)
        connection.execute(delete(t.relay).where(*pair))
        row = {"left": one.left, "right": one.right, "kind": one.kind.value, "share": one.share}
        connection.execute(insert(t.relay), row)


def _storable(article: Article) -> None:
    for words in (article.text, article.source):
        if "\0" in words:
            raise InputError(f"{article.source}: it holds null characters, which no database keeps")
        try:
            words.encode()
        except UnicodeEncodeError as error:
            raise InputError(f"{article.source!r}: it holds half a character ({error.reason})") from error


def _many(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _keys(connection: Connection, table: Table, run: int) -> dict[int, int]:
    """Ordinal → key of the rows of a run."""
    rows = connection.execute(select(table.c.ordinal, table.c.key).where(table.c.run == run))
    return {row.ordinal: row.key for row in rows}


def _ends(span: Span | None, prefix: str = "") -> Row:
    start, end = (None, None) if span is None else (span.start, span.end)
    return {f"{prefix}start": start, f"{prefix}end": end}


def _put_run(connection: Connection, record: Record, at: datetime) -> int:
    article = record.article
    result = connection.execute(
        insert(t.run),
        {
            "article": article.id,
            "pipeline": record.pipeline,
            "made_at": at,
            "source": article.source,
            "text": article.text,
            "language": article.language,
            "url": article.url,
            "outlet": article.outlet,
            "headline": article.first(BlockKind.HEADLINE),
            "published": article.published,
            "published_on": article.published.date() if article.published else None,
            "published_raw": article.published_raw,
            "authors": article.authors,
            "editors": article.editors,
            "agency": article.agency,
            "carriers": article.carriers,
            "dateline_place": article.dateline_place,
            **_ends(article.dateline, "dateline_"),
        },
    )
    assert result.inserted_primary_key is not None  # noqa: S101  one row was inserted
    return int(result.inserted_primary_key[0])


def _put_article_parts(connection: Connection, search: SearchIndex, run: int, record: Record) -> None:
    article = record.article
    blocks = [{"run": run, "ordinal": i, "kind": b.kind.value, **_ends(b.span)} for i, b in enumerate(article.blocks)]
    _many(connection, t.block, blocks)
    keys = _keys(connection, t.block, run)
    readable = [
        (keys[i], block.span.of(article.text)) for i, block in enumerate(article.blocks) if block.kind in READABLE
    ]
    search.add(connection, "passage", readable)
    _many(
        connection,
        t.caption,
        [
            {"run": run, "ordinal": i, "text": c.text, "credit": c.credit, **_ends(c.span)}
            for i, c in enumerate(article.captions)
        ],
    )
    _many(connection, t.note, [*_notes(run, "article", article.notes), *_notes(run, "record", record.notes)])


def _notes(run: int, owner: Literal["article", "record"], notes: tuple[Note, ...]) -> list[Row]:
    return [
        {
            "run": run,
            "owner": owner,
            "ordinal": i,
            "stage": note.stage,
            "code": note.code,
            "message": note.message,
            **_ends(note.span),
        }
        for i, note in enumerate(notes)
    ]


def _put_entities(connection: Connection, run: int, record: Record) -> None:
    entities = [
        {
            "run": run,
            "id": e.id,
            "ordinal": i,
            "code": e.code,
            "kind": e.kind.value,
            "name": e.name,
            "folded": folded(e.name),
            "role": e.role,
        }
        for i, e in enumerate(record.entities)
    ]
    _many(connection, t.entity, entities)
    aliases = [
        {"run": run, "entity": e.id, "ordinal": i, "name": alias, "folded": folded(alias)}
        for e in record.entities
        for i, alias in enumerate(e.aliases)
    ]
    _many(connection, t.alias, aliases)


def _put_quotations(connection: Connection, run: int, record: Record) -> None:
    rows = [
        {
            "run": run,
            "ordinal": i,
            "id": q.id,
            "text": q.text,
            "manner": q.manner.value,
            "speaker": q.speaker,
            **_ends(q.span),
        }
        for i, q in enumerate(record.quotations)
    ]
    _many(connection, t.quotation, rows)
    keys = _keys(connection, t.quotation, run)
    hops = [hop for i, q in enumerate(record.quotations) for hop in _hops("quotation", keys[i], q.chain)]
    _many(connection, t.quotation_hop, hops)


def _put_claims(
    connection: Connection, search: SearchIndex, run: int, record: Record, blocking: Mapping[str, Iterable[int]]
) -> None:
    _many(connection, t.claim, [_claim_row(run, i, claim) for i, claim in enumerate(record.claims)])
    keys = _keys(connection, t.claim, run)
    codes = {entity.id: entity.code for entity in record.entities}
    parties: list[Row] = []
    hops: list[Row] = []
    comparison: list[Row] = []
    for i, claim in enumerate(record.claims):
        key = keys[i]
        for role, ids in (("actor", claim.actors), ("recipient", claim.recipients)):
            parties.extend(
                {"claim": key, "role": role, "ordinal": j, "run": run, "entity": one, "code": codes[one]}
                for j, one in enumerate(ids)
            )
        hops.extend(_hops("claim", key, claim.chain))
        comparison.extend({"key": word, "claim": key} for word in sorted(set(blocking.get(claim.id, ()))))
    _many(connection, t.party, parties)
    _many(connection, t.claim_hop, hops)
    _many(connection, t.blocking, comparison)
    search.add(connection, "claim", [(keys[i], claim.sentence) for i, claim in enumerate(record.claims)])


def _ties(run: int, record: Record) -> list[Row]:
    return [
        {"run": run, "ordinal": i, "kind": tie.kind.value, "left": tie.left, "right": tie.right, "why": tie.why}
        for i, tie in enumerate(record.ties)
    ]


def _put_accounts(connection: Connection, run: int, record: Record, packed: Mapping[str, str]) -> None:
    keys = _keys(connection, t.claim, run)
    rows = [
        {"claim": keys[i], "packed": packed[claim.id]} for i, claim in enumerate(record.claims) if claim.id in packed
    ]
    _many(connection, t.account, rows)


def _claim_row(run: int, ordinal: int, claim: Claim) -> Row:
    when, where = claim.date, claim.place
    return {
        "run": run,
        "ordinal": ordinal,
        "id": claim.id,
        "type": claim.type.value,
        "mode": claim.mode,
        "contexts": claim.contexts,
        "cameo": claim.cameo,
        "goldstein": claim.goldstein,
        "status": claim.status.value,
        "speaker": claim.speaker,
        "date_start": when.start if when else None,
        "date_end": when.end if when else None,
        "date_grain": when.grain.value if when else None,
        "date_raw": when.raw if when else None,
        "place_id": where.id if where else None,
        "place_name": where.name if where else None,
        "place_raw": where.raw if where else None,
        "sentence": claim.sentence,
        **_ends(claim.span),
        "trigger_text": claim.trigger.text,
        **_ends(claim.trigger.span, "trigger_"),
        "score": claim.score,
        "why": claim.why,
        "publisher": claim.publisher.value if claim.publisher else None,
        "party_sourced": claim.party_sourced,
        "state_media": claim.state_media,
        "also": claim.also,
    }


def _hops(owner: str, key: int, chain: tuple[Hop, ...]) -> list[Row]:
    return [
        {
            owner: key,
            "ordinal": i,
            "kind": hop.kind.value,
            "name": hop.name,
            "folded": None if hop.name is None else folded(hop.name),
            "entity": hop.entity,
            "named": hop.named,
            "beside": hop.beside,
            **_ends(hop.span),
        }
        for i, hop in enumerate(chain)
    ]
