"""The whole wire in one place: sources → articles → records → store → links; resumable, one transaction an article."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kawat import corroborate, make_record, read
from kawat._pipeline import PIPELINE
from kawat.corroborate import Account
from kawat.errors import InputError, KawatError, StoreError
from kawat.model import Article, Link, Record
from kawat.store import Store, StoredClaim, Writer, faults

MOST_CANDIDATES = 400
"""With how many earlier claims those of one article are compared at most: keeps adding linear in a month of war."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or an article of it, that was not stored, and why in one sentence."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What `add` did. `known` counts the articles that this pipeline had read before."""

    added: int
    known: int
    claims: int
    links: int
    failures: tuple[Failure, ...]


Make = Callable[[Article], Record]
Read = Callable[[str], Iterable[Article]]

SIGNED = f"kawat {PIPELINE.partition('+')[0]}"
"""How Kawat signs its judgements."""


def read_source(source: str) -> Iterable[Article]:
    """The articles of a path."""
    return read.read(source)


def expand(given: Iterable[str]) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
    """The sources that files and folders stand for, in order, and what cannot be looked into."""
    found: list[str] = []
    failures: list[Failure] = []
    for source in given:
        try:
            found.extend(read.sources([source]))
        except InputError as error:
            failures.append(Failure(source, str(error)))
    return tuple(found), tuple(failures)


def add(
    store: Store,
    sources: Iterable[str],
    *,
    now: datetime,
    pipeline: str = PIPELINE,
    make: Make = make_record,
    reader: Read = read_source,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Reads sources (paths or addresses) into a store and links their claims to those of other articles.

    Adding again adds nothing: an article is known by its bytes and the pipeline that read it. Each article is stored
    whole in one transaction or not at all, so that a run may be killed at any moment and repeated. A source that fails
    is listed and the rest goes on; only a store that cannot be used (`StoreError`) ends the run, and what was stored
    before stays. `make` must give records of `pipeline`; `progress` is told of every source when it is done with.
    """
    added = known = claims = links = 0
    failures: list[Failure] = []
    for source in sources:
        for article in _articles(source, reader, failures):
            try:
                result = _add(store, article, now=now, pipeline=pipeline, make=make)
            except StoreError:
                raise
            except Exception as error:  # a fault in one article must not lose the other ten thousand
                failures.append(Failure(source, _reason(error)))
                continue
            if result is None:
                known += 1
            else:
                added, claims, links = added + 1, claims + result[0], links + result[1]
        if progress is not None:
            progress(source)
    return Report(added, known, claims, links, tuple(failures))


def _articles(source: str, reader: Read, failures: list[Failure]) -> Iterator[Article]:
    """The articles of a source; where it cannot be read, or holds none, that is a failure."""
    none = True
    articles: Iterator[Article] | None = None
    while True:
        try:
            if articles is None:
                articles = iter(reader(source))
            article = next(articles, None)
        except Exception as error:  # a fault in one source must not lose the others
            failures.append(Failure(source, _reason(error)))
            return
        if article is None:
            break
        none = False
        yield article
    if none:
        failures.append(Failure(source, "no article was found in it"))


def _reason(error: Exception) -> str:
    if isinstance(error, KawatError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _add(store: Store, article: Article, *, now: datetime, pipeline: str, make: Make) -> tuple[int, int] | None:
    """How many claims and links an article gave; None where the pipeline had read it before."""
    article = _storable(article)
    with store.view() as view:
        known, met = view.has(article.id, pipeline), view.met(article.id, article.source)
    if known:
        if not met:
            with store.writer() as writer:
                writer.meet(article.id, article.source, now)
        return None
    # Made before the transaction: the store is locked only while rows are written.
    record = make(article)
    if record.pipeline != pipeline:
        raise ValueError(f"a record of {record.pipeline} where one of {pipeline} was asked for")
    if found := faults(record):
        raise ValueError("; ".join(found))
    accounts = _accounts(record)
    blocking = {account.claim.id: corroborate.keys(account) for account in accounts}
    with store.writer() as writer:
        if not writer.put(record, now, blocking):  # another process was faster
            return None
        links = _links(writer, accounts, now)
        writer.link(links)
    return len(record.claims), len(links)


def _storable(article: Article) -> Article:
    """The article with a source that is UTF-8: file names need not be."""
    printable = article.source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return article if printable == article.source else replace(article, source=printable)


def _accounts(record: Record) -> tuple[Account, ...]:
    codes = {entity.id: entity.code for entity in record.entities}
    reported = record.article.published.date() if record.article.published else None
    return tuple(
        Account(
            claim,
            record.article.id,
            tuple(dict.fromkeys(codes[party] for party in claim.actors)),
            tuple(dict.fromkeys(codes[party] for party in claim.recipients)),
            reported,
        )
        for claim in record.claims
    )


def _account(stored: StoredClaim) -> Account:
    claim, published = stored.claim, stored.header.published
    return Account(
        claim,
        stored.header.article,
        tuple(dict.fromkeys(stored.entity(party).code for party in claim.actors)),
        tuple(dict.fromkeys(stored.entity(party).code for party in claim.recipients)),
        published.date() if published else None,
    )


def _links(writer: Writer, accounts: tuple[Account, ...], now: datetime) -> tuple[Link, ...]:
    """New judgements on the claims of an article; one that Kawat has made before in the same words is not repeated."""
    if not accounts:
        return ()
    every = frozenset[str]().union(*(corroborate.keys(account) for account in accounts))
    stored = writer.view.comparable(every, accounts[0].article, MOST_CANDIDATES)
    candidates = [(account, corroborate.keys(account)) for account in map(_account, stored)]
    made: list[Link] = []
    for account in accounts:
        mine = corroborate.keys(account)
        near = [other for other, theirs in candidates if mine & theirs]
        made.extend(corroborate.link(account, near, now, SIGNED))
    before = writer.view.links(account.claim.id for account in accounts)
    known = {(link.left, link.right, link.judgement, link.score) for link in before}
    return tuple(link for link in made if (link.left, link.right, link.judgement, link.score) not in known)
