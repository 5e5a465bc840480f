"""The whole wire in one place: sources → articles → records → store → links; resumable, one transaction an article."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from kawat import corroborate, make_record, read
from kawat._pipeline import PIPELINE
from kawat.corroborate import Account, Body, Kept, Merged
from kawat.errors import InputError, KawatError, StoreError, UnknownNameError
from kawat.model import KAWAT, Article, BlockKind, Identity, Judgement, Link, Record, Relay, signs_kawat
from kawat.store import ClaimFilter, Header, Store, StoredBody, View, Writer, faults

MOST_NAMESAKES = 100
"""With how many other actors one of an article is compared by name at most."""

MOST_ALIKE = 50
"""With how many other bodies the one of an article is compared word by word at most."""

REKEYED_AT_ONCE = 500
"""Of how many claims, or articles, the comparison keys are filed anew at once."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or an article of it, that was not stored, and why in one sentence."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What `add` did. `known` counts the articles that this pipeline had read before, `relays` the pairs of articles
    found to carry each other's words, `identities` the new judgements on who is who in several reports, `again` those
    of the added that the store had from another version of the rules."""

    added: int
    known: int
    claims: int
    links: int
    relays: int
    failures: tuple[Failure, ...]
    identities: int = 0
    again: int = 0


Make = Callable[[Article], Record]
Read = Callable[[str], Iterable[Article]]

SIGNED = f"{KAWAT}{PIPELINE.partition('+')[0]}"
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


def add(  # noqa: PLR0913  what tests and callers may put in place of the usual
    store: Store,
    sources: Iterable[str],
    *,
    now: datetime,
    pipeline: str = PIPELINE,
    make: Make = make_record,
    reader: Read = read_source,
    progress: Callable[[str], None] | None = None,
    respelt: bool = True,
) -> Report:
    """Reads sources (paths or addresses) into a store and links their claims to those of other articles.

    Adding again adds nothing: an article is known by its bytes and the pipeline that read it. Each article is stored
    whole in one transaction or not at all, so that a run may be killed at any moment and repeated. A source that fails
    is listed and the rest goes on; only a store that cannot be used (`StoreError`) ends the run, and what was stored
    before stays. `make` must give records of `pipeline`; `progress` is told of every source when it is done with.
    Names that no table knows are compared with those of other reports; with `respelt` False only letter for letter.
    Raises `StoreError` for a store that is to be rebuilt first: what it holds would meet nothing of what is added.
    """
    _meets(store)
    added = known = claims = links = relays = identities = again = 0
    failures: list[Failure] = []
    for source in sources:
        for article in _articles(source, reader, failures):
            try:
                result = _add(store, article, now=now, pipeline=pipeline, make=make, respelt=respelt)
            except StoreError:
                raise
            except Exception as error:  # a fault in one article must not lose the other ten thousand
                failures.append(Failure(source, _reason(error)))
                continue
            if result is None:
                known += 1
            else:
                added, claims = added + 1, claims + result[0]
                links, relays, identities = links + result[1], relays + result[2], identities + result[3]
                again += result[4]
        if progress is not None:
            progress(source)
    return Report(added, known, claims, links, relays, tuple(failures), identities, again)


def _meets(store: Store) -> None:
    """Sees to it that new claims and bodies are compared with those of a store."""
    with store.view() as view:
        form, empty = view.form(), not view.counts().articles
    if form == corroborate.FORM:
        return
    if not empty:
        said = f"run `kawat doctor --rebuild --db {store.name}` before adding more"
        raise StoreError(f"{store.name} was filled by another Kawat, which compares reports otherwise: {said}")
    with store.writer() as writer:
        writer.mark(corroborate.FORM)


def remove(store: Store, begins: str) -> str:
    """Takes an article, by its id or the first letters of it, out of a store; gives its id.

    All that was made of it goes too, but what people have judged of its claims stays: it holds again when the same
    article is added again. Raises `UnknownNameError` for an id that fits none or several.
    """
    with store.writer() as writer:
        ids = {one.id for one in writer.view.find(begins.strip() or "?") if one.kind == "article"}
        if len(ids) != 1:
            meant = tuple((one, "article", "") for one in sorted(ids))
            raise UnknownNameError(
                f"{begins!r} is the id, address or path of {len(ids) or 'no'} articles; give another", meant
            )
        (article,) = ids
        writer.remove(article)
        return article


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


def _add(
    store: Store, article: Article, *, now: datetime, pipeline: str, make: Make, respelt: bool
) -> tuple[int, int, int, int, bool] | None:
    """How many claims, links, relays and identities an article gave, and whether the store had it by other rules.

    None where this pipeline had read it before.
    """
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
    told = corroborate.accounts(record)
    body = _body(record)
    packed = {account.id: corroborate.packed(account) for account in told}
    sketch = corroborate.sketched(body.text).keys
    with store.writer() as writer:
        again = bool(writer.view.readings([article.id]))
        before = _merges(writer.view)
        blocking = {one.id: corroborate.keys(corroborate.merged(one, before)) for one in told}
        if not writer.put(record, now, blocking, packed, sketch):  # another process was faster
            return None
        who = _merges(writer.view)
        if recoded := {one for one, actor in who.items() if actor != before[one]}:
            _relinked(writer, recoded, who, now)  # the record brings the code of somebody who is merged, or takes it
        accounts = tuple(corroborate.merged(one, who) for one in told)
        links = _links(writer, accounts, who, now)
        writer.link(links)
        relays = _relays(writer, body, sketch, accounts)
        writer.relay(relays)
        identities = _identities(writer, record, now, respelt=respelt)
        writer.identify(identities)
    return len(record.claims), len(links), len(relays), len(identities), again


def _storable(article: Article) -> Article:
    """The article with a source that is UTF-8: file names need not be."""
    printable = article.source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return article if printable == article.source else replace(article, source=printable)


def _body(record: Record) -> Body:
    article = record.article
    text = "\n".join(article.texts(BlockKind.BODY))
    return _credited(article.id, text, article)


def _stored_body(one: StoredBody) -> Body:
    return _credited(one.header.article, one.text, one.header)


def _credited(article: str, text: str, head: Article | Header) -> Body:
    agencies = corroborate.credited(head.agency, head.outlet)
    return Body(article, text, head.language, agencies, head.published, head.outlet)


def relink(store: Store, ids: Iterable[str], now: datetime) -> int:
    """Compares anew all claims of articles that name some entities, after people have judged who these are.

    Gives how many judgements that made; those that no longer hold are taken back. Questions count merged names as one
    without it; only which claims tell of one act waits for it.
    """
    with store.writer() as writer:
        return _relinked(writer, ids, _merges(writer.view), now)


def _relinked(writer: Writer, ids: Iterable[str], who: Merged, now: datetime) -> int:
    view, some = writer.view, {*ids}
    some |= {end for one in view.identities(some) for end in (one.left, one.right)}
    reports = [_kept(view, claims, who) for claims in view.naming(some).values()]
    writer.rekey({account.id: corroborate.keys(account) for accounts in reports for account in accounts})
    number = 0
    for accounts in reports:
        links = _links(writer, accounts, who, now)
        writer.link(links)
        number += len(links)
    return number


def _merges(view: View) -> Merged:
    return corroborate.merges(view.by_people(), view.entity)


def rekey(store: Store) -> None:
    """Files all claims and bodies anew under what they are compared by: those of an older Kawat meet no newer ones.

    It may be repeated, and must be where it was broken off.
    """
    with store.view() as view:
        claims = iter(view.every_claim())
    while some := tuple(islice(claims, REKEYED_AT_ONCE)):
        with store.writer() as writer:
            who = _merges(writer.view)
            writer.rekey({account.id: corroborate.keys(account) for account in _kept(writer.view, some, who)})
    with store.writer() as writer:
        records = writer.view.records()
        while reports := tuple(islice(records, REKEYED_AT_ONCE)):
            made = corroborate.sketches(_body(one).text for one in reports)
            writer.resketch({one.article.id: sketch.keys for one, sketch in zip(reports, made, strict=True)})
        writer.mark(corroborate.FORM)


def _kept(view: View, claims: Iterable[str], who: Merged) -> tuple[Account, ...]:
    return tuple(corroborate.readable(view.packed(claims).values(), who))


def _links(writer: Writer, accounts: tuple[Account, ...], who: Merged, now: datetime) -> tuple[Link, ...]:
    """New judgements on the claims of an article, with the parties as `who` merges them; what stands is not repeated.

    What was judged the same before and is not now is taken back, unless there is nothing to compare with any more.
    """
    if not accounts:
        return ()
    view, wanted = writer.view, corroborate.wanted(accounts)
    before = [link for link in view.links(account.id for account in accounts) if signs_kawat(link.by)]
    unmet = _ends(before) - {one.id for one in accounts}
    made = corroborate.link_all(accounts, wanted, _met(view, wanted, who, unmet), now, SIGNED)
    gone = unmet - {one.claim.id for one in view.claims(ClaimFilter(ids=tuple(unmet))).rows} if unmet else unmet
    standing = corroborate.standing(before).values()
    known = {(link.left, link.right, link.judgement, link.score) for link in standing}
    return (
        *(one for one in made if (one.left, one.right, one.judgement, one.score) not in known),
        *_lapsed(made, before, unmet - gone, now),
    )


def _met(
    view: View, wanted: Mapping[int, list[int]], who: Merged, unmet: set[str]
) -> Iterator[tuple[Kept, Iterable[int]]]:
    """Stored accounts with the keys of `wanted` that they are kept under, one by one; takes each out of `unmet`.

    What nobody meets there is looked for by itself: it is filed under the keys of an older Kawat, or under none.
    """
    for line, shared in view.comparable(wanted):
        if kept := corroborate.kept(line, who):
            unmet.discard(kept.outline.id)
            yield kept, shared
    for line in view.packed(tuple(unmet)).values():
        if (kept := corroborate.kept(line, who)) and (whole := kept.whole()):
            unmet.discard(whole.id)
            yield kept, corroborate.keys(whole) & wanted.keys()


def _ends(links: Iterable[Link]) -> set[str]:
    """The claims that some judgements still find the same."""
    same = (link for link in corroborate.standing(links).values() if link.judgement is Judgement.SAME)
    return {end for link in same for end in (link.left, link.right)}


def _lapsed(made: Iterable[Link], before: Iterable[Link], spared: set[str], now: datetime) -> Iterator[Link]:
    again = {(link.left, link.right) for link in made}
    for pair, link in corroborate.standing(before).items():
        if pair not in again and not spared & {*pair} and link.judgement is Judgement.SAME and signs_kawat(link.by):
            yield replace(link, judgement=Judgement.UNSURE, score=0.0, why=(), by=SIGNED, at=now)


def _relays(writer: Writer, body: Body, sketch: frozenset[str], accounts: tuple[Account, ...]) -> tuple[Relay, ...]:
    """The articles that carry the words of this one, or that it carries; and those that tell it in another language."""
    view = writer.view
    bodies = map(_stored_body, view.alike(sketch, body.article, MOST_ALIKE))
    found = {other.article: relay for other in bodies if (relay := corroborate.copied(body, other))}
    for other, aligned in _aligned(view, accounts).items():
        stored = view.bodies([other])
        if other in found or not stored:
            continue
        theirs = view.claims(ClaimFilter(article=other), 0).total
        counts = (len(accounts), theirs)
        relay = corroborate.translated(body, _stored_body(stored[0]), aligned, counts)
        if relay is not None:
            found[other] = relay
    return tuple(found[other] for other in sorted(found))


def _identities(writer: Writer, record: Record, now: datetime, *, respelt: bool) -> tuple[Identity, ...]:
    """New judgements on who those of an article are in others; one that was made before in these words is not repeated.

    The keys are noted first: two names of one article are compared too.
    """
    own = [entity for entity in record.entities if entity.id.startswith(corroborate.OWN)]
    keys = {entity.id: corroborate.name_keys(entity) for entity in own}
    writer.name_keys(keys)
    made: dict[tuple[str, str], Identity] = {}
    for entity in own:
        near = writer.view.namesakes(keys[entity.id], MOST_NAMESAKES)
        for one in corroborate.identify(entity, near, now, SIGNED, respelt=respelt):
            made.setdefault((one.left, one.right), one)
    before = {(i.left, i.right, i.judgement, i.why) for i in writer.view.identities(end for p in made for end in p)}
    return tuple(one for one in made.values() if (one.left, one.right, one.judgement, one.why) not in before)


def _aligned(view: View, accounts: tuple[Account, ...]) -> dict[str, tuple[int, int]]:
    """Article → how many claims here are judged the same as some there, and how many there."""
    mine = {account.id for account in accounts}
    same = [one for one in corroborate.standing(view.links(mine)).values() if one.judgement is Judgement.SAME]
    pairs = [(one.left, one.right) if one.left in mine else (one.right, one.left) for one in same]
    others = {right for _, right in pairs} - mine
    owners = {one.id: one.article for one in corroborate.readable(view.packed(others).values(), {})}
    ends: dict[str, tuple[set[str], set[str]]] = {}
    for left, right in pairs:
        if right in owners:
            here, there = ends.setdefault(owners[right], (set(), set()))
            here.add(left)
            there.add(right)
    return {article: (len(here), len(there)) for article, (here, there) in ends.items()}
