"""The store over an SQL engine."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, and_, func, or_, select

from kawat.errors import StoreError
from kawat.model import BlockKind, Entity, Identity, Judgement, Link, Note, Record, Relay, Review, Span
from kawat.store import briefs, cards, check, comparing, filing, finding, held, judged, load, reviewed, settled
from kawat.store import tables as t
from kawat.store.base import (
    Brief,
    Counts,
    Found,
    Header,
    NameUse,
    Page,
    Passage,
    StoredBody,
    StoredClaim,
    StoredQuotation,
    Tally,
    Told,
    View,
    Writer,
    folded,
)
from kawat.store.engine import transaction
from kawat.store.held import corrected, corrected_party
from kawat.store.search import SearchIndex, fts_query
from kawat.store.select import claim_keys, entity_is, party_is, passage_keys, quotation_keys, said, total
from kawat.store.soundness import Problem
from kawat.store.wanted import ArticleFilter, ClaimFilter, QuotationFilter, Who
from kawat.store.writing import SqlWriter

COMMON = 10_000
"""In more passages than these words are so common that none is nearer than another."""


class SqlView:
    """Reads over one connection in one transaction."""

    def __init__(self, connection: Connection, search: SearchIndex) -> None:
        self._connection = connection
        self._search = search

    def has(self, article: str, pipeline: str) -> bool:
        """Whether a version of the pipeline has read an article."""
        run = t.run.c
        same = select(run.key).where(run.article == article, run.pipeline == pipeline).exists()
        return bool(self._connection.execute(select(same)).scalar())

    def met(self, article: str, source: str) -> bool:
        """Whether an article was met under a path or address."""
        same = select(t.source.c.article).where(t.source.c.article == article, t.source.c.source == source).exists()
        return bool(self._connection.execute(select(same)).scalar())

    def record(self, article: str, pipeline: str | None = None) -> Record | None:
        """What a version of the pipeline, else the current run, made of an article; None where there is none."""
        if pipeline is None:
            query = select(t.current.c.run).where(t.current.c.article == article)
        else:
            query = select(t.run.c.key).where(t.run.c.article == article, t.run.c.pipeline == pipeline)
        run = self._connection.execute(query).scalar()
        return None if run is None else load.record(self._connection, run)

    def records(self) -> Iterator[Record]:
        """The current record of every article, in the order of their ids."""
        runs = self._connection.execute(select(t.current.c.run).order_by(t.current.c.article)).scalars().all()
        return (one for batch in load.batches(runs) for one in load.records(self._connection, batch))

    def articles(self, wanted: ArticleFilter, limit: int | None = None) -> Page[Header]:
        """Articles by the day of their publication; those that tell none, then the newest, where the limit cuts."""
        found, among = load.articles(self._connection, wanted, limit)
        return Page(tuple(found), among)

    def readings(self, articles: Iterable[str]) -> dict[str, tuple[int, tuple[Note, ...]]]:
        """Article → how many claims its current run has, and what could not be done in it."""
        return load.readings(self._connection, sorted(set(articles)))

    def claims(self, wanted: ClaimFilter, limit: int | None = None) -> Page[StoredClaim]:
        """Claims by date (an undated one by the day of its report), then by article and place in it.

        Where the limit cuts, the newest are given.
        """
        found, among = self._claims(wanted, limit)
        return Page(tuple(load.stored_claims(self._connection, found)), among)

    def briefs(self, wanted: ClaimFilter, limit: int | None, rules: str, *, chains: bool = False) -> Page[Brief]:
        """Claims without their words, in the order of `claims`, and what is kept of their acts by some rules."""
        found, among = self._claims(wanted, limit)
        return Page(briefs.briefs(self._connection, found, rules, chains=chains), among)

    def quotations(self, wanted: QuotationFilter, limit: int | None = None) -> Page[StoredQuotation]:
        """Quotations by the day of their report, then by article and place in it; the newest where the limit cuts."""
        chosen = cards.quotation_cards(wanted)
        if chosen is None:
            keys = quotation_keys(wanted, self._search)
            found, among = self._newest(keys.limit(limit)), total(self._connection, keys)
        else:
            found = self._newest(cards.quotation_keys(chosen, limit))
            among = sum(self._count(cards.number(*one)) for one in chosen)
        return Page(tuple(load.stored_quotations(self._connection, found)), among)

    def passages(self, words: str, limit: int | None = None) -> Page[Passage]:
        """Blocks in which all the words stand, nearest first; words that nearly all have, the last read first."""
        keys, query = passage_keys(words, self._search), fts_query(words)
        if keys is None or query is None:
            return Page((), 0)
        if limit is not None and self._only_current():
            among = self._search.matches(self._connection, "passage", query)
            found = self._search.first(self._connection, query, limit, nearest=among <= COMMON)
        else:
            found, among = self._keys(keys.limit(limit)), total(self._connection, keys)
        excerpts: dict[int, str] = {}
        rows: dict[int, Row[Any]] = {}
        for batch in load.batches(found):
            excerpts |= self._search.snippet(self._connection, list(batch), query)
            blocks = self._connection.execute(select(t.block).where(t.block.c.key.in_(batch)))
            rows.update((row.key, row) for row in blocks)
        heads = load.headers(self._connection, {row.run for row in rows.values()})
        passages = (
            Passage(heads[row.run], BlockKind(row.kind), Span(row.start, row.end), excerpts[key])
            for key, row in ((key, rows[key]) for key in found)
        )
        return Page(tuple(passages), among)

    def _only_current(self) -> bool:
        """Whether every run is the current one of its article: then the search index needs no second look."""
        runs, current = (select(func.count()).select_from(one).scalar_subquery() for one in (t.run, t.current))
        return bool(self._connection.execute(select(runs == current)).scalar())

    def comparable(self, keys: Iterable[int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The claims that share a comparison key, packed, and which of the keys they share."""
        return comparing.comparable(self._connection, keys)

    def packed(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim → the form in which it is compared, for those that were put with one."""
        return comparing.packed(self._connection, claims)

    def alike(self, sketch: Iterable[str], article: str, limit: int) -> tuple[StoredBody, ...]:
        """The bodies of other articles that share a key of their sketch, those that share most first."""
        return comparing.alike(self._connection, sketch, article, limit)

    def bodies(self, articles: Iterable[str]) -> tuple[StoredBody, ...]:
        """The bodies of some articles, in the order of their ids; those that the store does not have are left out."""
        return comparing.bodies(self._connection, articles)

    def relays(self, articles: Iterable[str]) -> tuple[Relay, ...]:
        """Every pair of articles that carry each other's words, of which one is given; in the order of their ids."""
        return comparing.relays(self._connection, articles)

    def links(self, claims: Iterable[str]) -> tuple[Link, ...]:
        """Every judgement ever made on any of the claims, in the order in which they were made."""
        rows: dict[int, Row[Any]] = {}
        for batch in load.batches(sorted(set(claims))):
            query = select(t.link).where(or_(t.link.c.left.in_(batch), t.link.c.right.in_(batch)))
            rows.update((row.key, row) for row in self._connection.execute(query))
        return tuple(
            Link(
                row.left,
                row.right,
                Judgement(row.judgement),
                row.score,
                tuple((feature, score) for feature, score in row.why),
                row.by,
                row.at,
            )
            for _, row in sorted(rows.items())
        )

    def told(self, claims: Iterable[str], rules: str) -> dict[str, Told]:
        """Claim → what is kept of its act; claims whose act is not kept, or by other rules, are left out."""
        return settled.told(self._connection, claims, rules)

    def settled(self, claims: Iterable[str], rules: str) -> dict[str, str]:
        """Least claim → packed act, for the acts of some claims that are kept by these rules."""
        return settled.packed(self._connection, claims, rules)

    def every_claim(self) -> tuple[str, ...]:
        """The ids of all claims, in their order."""
        query = select(t.claim.c.id).join(t.current, t.current.c.run == t.claim.c.run)
        return tuple(sorted(self._connection.execute(query).scalars()))

    def unsettled(self, rules: str) -> tuple[str, ...]:
        """Claims whose act is not kept, or not by these rules, in the order of their ids."""
        return settled.unsettled(self._connection, rules)

    def identities(self, ids: Iterable[str]) -> tuple[Identity, ...]:
        """Every judgement ever made on who some entities are, and who those are that they are judged with."""
        return judged.identities(self._connection, ids)

    def by_people(self) -> tuple[Identity, ...]:
        """Every judgement of people on who is who, in the order in which they were made."""
        return judged.by_people(self._connection)

    def naming(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Article → all its claims, for articles in whose claims one of some entities takes part."""
        return comparing.naming(self._connection, ids)

    def reviews(self, claims: Iterable[str]) -> tuple[Review, ...]:
        """Every review ever made of some claims, in the order in which they were made."""
        return reviewed.reviews(self._connection, claims)

    def reviewed(self) -> tuple[Review, ...]:
        """The whole log of reviews, in its order."""
        return reviewed.log(self._connection)

    def namesakes(self, keys: Iterable[str], limit: int) -> tuple[Entity, ...]:
        """The entities, as last read, that share a key of their names; at most `limit`, those that share most."""
        e = t.entity.c
        found = judged.sharing(self._connection, keys, limit)
        latest = select(e.id, func.max(e.run)).join(t.current, t.current.c.run == e.run).where(e.id.in_(found))
        return self._last_read(latest.group_by(e.id))

    def named(self, name: str) -> tuple[Entity, ...]:
        """The entities that bear a name or alias, without regard to case; one an id, as last read."""
        uses = filing.name_use.c
        ids = self._connection.execute(select(uses.entity).where(uses.folded == folded(name)).distinct()).scalars()
        found = {one.id: one for one in held.entities(self._connection, name=name)}
        found |= {one: read for one in ids if (read := self.entity(one)) is not None}
        return tuple(found[one] for one in sorted(found))

    def present(self, who: Who) -> bool:
        """Whether any article names one of those meant."""
        some = select(t.entity.c.id).join(t.current, t.current.c.run == t.entity.c.run).where(entity_is(who))
        said = select(corrected_party.c.entity).where(party_is(corrected_party, who))
        return any(self._connection.execute(one.limit(1)).first() is not None for one in (some, said))

    def entity(self, id: str) -> Entity | None:  # noqa: A002  the model's word
        """The entity of an id, as last read."""
        e = t.entity.c
        latest = select(e.id, e.run).join(t.current, t.current.c.run == e.run).where(e.id == id)
        read = self._last_read(latest.order_by(e.run.desc()).limit(1))
        return next(iter(read or held.entities(self._connection, known=id)), None)

    def roles(self, id: str) -> tuple[str, ...]:  # noqa: A002  the model's word
        """The words with which articles introduce an entity, the most usual first."""
        e = t.entity.c
        query = (
            select(e.role)
            .join(t.current, t.current.c.run == e.run)
            .where(e.id == id, e.role.is_not(None))
            .group_by(e.role)
            .order_by(func.count().desc(), e.role)
        )
        return tuple(self._connection.execute(query).scalars())

    def names(self, id: str) -> tuple[NameUse, ...]:  # noqa: A002  the model's word
        """The names that articles use for an entity, the most usual first."""
        return judged.name_uses(self._connection.execute(cards.names(id)))

    def names_from(self, beginning: str) -> tuple[str, ...]:
        """Every folded name and alias that begins so."""
        uses = filing.name_use.c
        near = select(uses.folded).where(uses.folded.between(beginning, beginning + finding.LAST)).distinct()
        return tuple(sorted(self._connection.execute(near).scalars()))

    def names_ending(self, words: str) -> tuple[str, ...]:
        """Every folded name and alias with these last words and others before them."""
        uses = filing.name_use.c
        near = select(uses.folded).where(uses.folded.endswith(f" {words}", autoescape=True)).distinct()
        return tuple(sorted(self._connection.execute(near).scalars()))

    def tally(self, wanted: ClaimFilter) -> tuple[Tally, ...]:
        """How many claims of each status a filter wants that names no words, ids or report; else `ValueError`."""
        if not cards.serves(wanted):
            raise ValueError("claims are tallied by their parties, type, status, place and days alone")
        return tuple(Tally(*row) for row in self._connection.execute(cards.tallied(wanted)))

    def places(self, wanted: ClaimFilter, limit: int) -> tuple[tuple[str | None, str | None, int], ...]:
        """Where the newest of the claims that a filter wants took place: id, name (None for nowhere), how many."""
        return tuple((row[0], row[1], row[2]) for row in self._connection.execute(cards.places(wanted, limit)))

    def counterparts(self, who: Who, limit: int) -> tuple[Tally, ...]:
        """The codes that take part in the claims of an actor, and in how many; the most frequent first."""
        if len(marks := cards.marks(who)) == 1:
            return tuple(Tally(*row) for row in self._connection.execute(cards.partners(marks[0], limit)))
        own, other = t.party.alias(), t.party.alias()
        claims = func.count(own.c.claim.distinct())
        query = (
            select(other.c.code, claims)
            .join(own, and_(own.c.claim == other.c.claim))
            .join(t.current, t.current.c.run == own.c.run)
            .join(t.claim, t.claim.c.key == own.c.claim)
            .join(corrected, corrected.c.claim == t.claim.c.id, isouter=True)
            .where(party_is(own, who), ~party_is(other, who), ~said(own.c.role), ~said(other.c.role))
            .where(corrected.c.rejected.is_not(True))
            .group_by(other.c.code)
            .order_by(claims.desc(), other.c.code)
            .limit(limit)
        )
        return tuple(Tally(*row) for row in self._connection.execute(query))

    def find(self, id: str) -> tuple[Found, ...]:  # noqa: A002  the model's word
        """What has this id; else what has an id that begins so (at most 20 of a kind); else the articles with this
        address or path."""
        return finding.find(self._connection, id)

    def counts(self) -> Counts:
        """How much there is."""
        count = self._count
        return Counts(
            articles=count(select(func.count()).select_from(t.article)),
            runs=count(select(func.count()).select_from(t.run)),
            claims=count(cards.all_counted("claim")),
            quotations=count(cards.all_counted("quotation")),
            links=count(select(func.count()).select_from(t.link)),
        )

    def form(self) -> int:
        """By which rules the keys of claims and bodies are made; 0 where nobody has said it."""
        return comparing.form(self._connection)

    def _claims(self, wanted: ClaimFilter, limit: int | None) -> tuple[list[int], int]:
        """The keys of the claims that a filter wants, the newest where the limit cuts, and how many there are."""
        if cards.serves(wanted):
            if wanted.between is not None and not cards.on_one_card(wanted):
                every = self._keys(cards.claim_keys(wanted, None))  # few, and found by the same search as their number
                return every[:limit][::-1], len(every)
            among = self._count(cards.counted(wanted))
            return (self._newest(cards.claim_keys(wanted, limit)) if among and limit != 0 else []), among
        if wanted.rejected and not self._any_rejected():
            return [], 0
        keys = claim_keys(wanted, self._search)
        return (self._newest(keys.limit(limit)) if limit != 0 else []), total(self._connection, keys)

    def _any_rejected(self) -> bool:
        """Whether reviewers reject any claim: mostly they do not, and every answer says how many it leaves out."""
        own = corrected.c
        return self._connection.execute(select(own.claim).where(own.rejected).limit(1)).first() is not None

    def _count(self, query: Select[int]) -> int:
        return self._connection.execute(query).scalar_one()

    def _keys(self, query: Select[int]) -> list[int]:
        return list(self._connection.execute(query).scalars())

    def _newest(self, query: Select[int]) -> list[int]:
        """The keys of a query that gives the newest first, in the order of time."""
        return self._keys(query)[::-1]

    def _last_read(self, query: Select[str, int]) -> tuple[Entity, ...]:
        named: dict[int, set[str]] = {}
        for entity_id, run in self._connection.execute(query):
            named.setdefault(run, set()).add(entity_id)
        found = [entity for known in load.entities(self._connection, named, named).values() for entity in known]
        return tuple(sorted(found, key=lambda entity: entity.id))


class SqlStore:
    """Keeps records and links in a database of SQLite."""

    def __init__(self, engine: Engine, name: str, *, read_only: bool) -> None:
        self._engine = engine
        self._search = SearchIndex()
        self._read_only = read_only
        self.name = name

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """One transaction: all of it is kept, or, after an error, nothing."""
        if self._read_only:
            raise StoreError(f"{self.name} was opened for reading only")
        with transaction(self._engine, self.name, writes=True) as connection:
            yield SqlWriter(connection, self._search, SqlView(connection, self._search))

    @contextmanager
    def view(self) -> Iterator[View]:
        """The store as it is now; what others write meanwhile is not seen."""
        with transaction(self._engine, self.name, writes=False) as connection:
            yield SqlView(connection, self._search)

    def check(self) -> tuple[Problem, ...]:
        """Everything that must not be in a sound store; empty where it is sound."""
        with transaction(self._engine, self.name, writes=False) as connection:
            return tuple(check.problems(connection, self._search))

    def close(self) -> None:
        """Gives the connections back; the store can be opened again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
