"""What every store can do, in three short protocols, and the values that go in and out of it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Generic, Literal, Protocol, Self, TypeVar

from kawat.model import (
    BlockKind,
    Claim,
    Correction,
    Date,
    Entity,
    EventType,
    Grain,
    Hop,
    Identity,
    Link,
    Note,
    QuotationClaim,
    Record,
    Relay,
    Review,
    Span,
    Status,
)
from kawat.store.soundness import Problem
from kawat.store.wanted import ArticleFilter, ClaimFilter, QuotationFilter, Who
from kawat.text import fold

T = TypeVar("T")


def folded(name: str) -> str:
    """The form under which names are compared: case, apostrophes and runs of blanks do not count."""
    return " ".join(fold(name).split())


@dataclass(frozen=True, slots=True)
class Header:
    """What one needs of an article to cite it."""

    article: str
    source: str
    url: str | None
    outlet: str | None
    agency: str | None
    headline: str | None
    language: str | None
    published: datetime | None
    pipeline: str


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the entities that it names and the article that makes it."""

    claim: Claim
    entities: tuple[Entity, ...]
    header: Header

    def entity(self, id: str) -> Entity:  # noqa: A002  the model's word
        """The entity of an id that the claim names. Raises `KeyError` for another."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class StoredQuotation:
    """A quotation with its speaker and the article that carries it."""

    quotation: QuotationClaim
    speaker: Entity | None
    header: Header


@dataclass(frozen=True, slots=True)
class StoredBody:
    """The running text of an article, its paragraphs joined by newlines."""

    header: Header
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article in which the words of a search stand; `excerpt` is the stretch round them."""

    header: Header
    kind: BlockKind
    span: Span
    excerpt: str


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as the articles of the store use it for an entity."""

    name: str
    articles: int
    first: date | None  # days of publication
    last: date | None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have a value."""

    value: str
    claims: int


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The first rows of an answer, and how many there are in all."""

    rows: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an id, or the beginning of one, belongs to."""

    kind: Literal["article", "claim", "quotation"]
    id: str
    article: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds; claims and quotations are those of current runs."""

    articles: int
    runs: int
    claims: int
    quotations: int
    links: int


@dataclass(frozen=True, slots=True)
class SettledAct:
    """An act as it is kept: what tables show of it, and `packed`, all of it as a line of text.

    `family` is one for all acts that were derived together, because judgements connect their claims.
    """

    family: str
    type: EventType
    status: Status
    start: date | None
    end: date | None
    grain: Grain | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    claims: tuple[str, ...]
    reports: int
    origins: int
    party_sourced: bool
    packed: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the row of a claim needs of its act: the least id of its claims, and on how much it rests."""

    event: str
    reports: int
    origins: int
    party_sourced: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim without its words, for drawings and counts of hundreds; entities without aliases, dates without words.

    `told` is what is kept of its act, None where nothing is; `chain` is empty where nobody asked for it.
    """

    id: str
    type: EventType
    status: Status
    date: Date | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    chain: tuple[Hop, ...]
    goldstein: float | None
    score: float
    article: str
    told: Told | None


class View(Protocol):
    """Reads a store as it was at one moment. Only current runs are seen, unless a pipeline is named."""

    def has(self, article: str, pipeline: str) -> bool: ...

    def met(self, article: str, source: str) -> bool: ...

    def record(self, article: str, pipeline: str | None = None) -> Record | None: ...

    def records(self) -> Iterator[Record]: ...

    def articles(self, wanted: ArticleFilter, limit: int | None = None) -> Page[Header]: ...

    def readings(self, articles: Iterable[str]) -> dict[str, tuple[int, tuple[Note, ...]]]: ...

    def claims(self, wanted: ClaimFilter, limit: int | None = None) -> Page[StoredClaim]: ...

    def briefs(self, wanted: ClaimFilter, limit: int | None, rules: str, *, chains: bool = False) -> Page[Brief]: ...

    def quotations(self, wanted: QuotationFilter, limit: int | None = None) -> Page[StoredQuotation]: ...

    def passages(self, words: str, limit: int | None = None) -> Page[Passage]: ...

    def comparable(self, keys: Iterable[int]) -> tuple[tuple[str, tuple[int, ...]], ...]: ...

    def packed(self, claims: Iterable[str]) -> dict[str, str]: ...

    def alike(self, sketch: Iterable[str], article: str, limit: int) -> tuple[StoredBody, ...]: ...

    def bodies(self, articles: Iterable[str]) -> tuple[StoredBody, ...]: ...

    def relays(self, articles: Iterable[str]) -> tuple[Relay, ...]: ...

    def links(self, claims: Iterable[str]) -> tuple[Link, ...]: ...

    def told(self, claims: Iterable[str], rules: str) -> dict[str, Told]: ...

    def settled(self, claims: Iterable[str], rules: str) -> dict[str, str]: ...

    def every_claim(self) -> tuple[str, ...]: ...

    def unsettled(self, rules: str) -> tuple[str, ...]: ...

    def identities(self, ids: Iterable[str]) -> tuple[Identity, ...]: ...

    def by_people(self) -> tuple[Identity, ...]: ...

    def naming(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]: ...

    def reviews(self, claims: Iterable[str]) -> tuple[Review, ...]: ...

    def reviewed(self) -> tuple[Review, ...]: ...

    def namesakes(self, keys: Iterable[str], limit: int) -> tuple[Entity, ...]: ...

    def named(self, name: str) -> tuple[Entity, ...]: ...

    def present(self, who: Who) -> bool: ...

    def entity(self, id: str) -> Entity | None: ...  # noqa: A002  the model's word

    def roles(self, id: str) -> tuple[str, ...]: ...  # noqa: A002  the model's word

    def names(self, id: str) -> tuple[NameUse, ...]: ...  # noqa: A002  the model's word

    def names_from(self, beginning: str) -> tuple[str, ...]: ...

    def names_ending(self, words: str) -> tuple[str, ...]: ...

    def tally(self, wanted: ClaimFilter) -> tuple[Tally, ...]: ...

    def places(self, wanted: ClaimFilter, limit: int) -> tuple[tuple[str | None, str | None, int], ...]: ...

    def counterparts(self, who: Who, limit: int) -> tuple[Tally, ...]: ...

    def find(self, id: str) -> tuple[Found, ...]: ...  # noqa: A002  the model's word

    def counts(self) -> Counts: ...

    def form(self) -> int: ...


class Writer(Protocol):
    """Writes within one transaction; `view` reads within the same one."""

    @property
    def view(self) -> View: ...

    def put(
        self,
        record: Record,
        at: datetime,
        blocking: Mapping[str, Iterable[int]],
        packed: Mapping[str, str] | None = None,
        sketch: Iterable[str] = (),
    ) -> bool: ...

    def remove(self, article: str) -> bool: ...

    def meet(self, article: str, source: str, at: datetime) -> None: ...

    def link(self, links: Iterable[Link]) -> None: ...

    def relay(self, relays: Iterable[Relay]) -> None: ...

    def settle(self, settled: Iterable[SettledAct], rules: str) -> None: ...

    def unsettle(self) -> None: ...

    def name_keys(self, keys: Mapping[str, Iterable[str]]) -> None: ...

    def identify(self, identities: Iterable[Identity]) -> None: ...

    def rekey(self, blocking: Mapping[str, Iterable[int]]) -> None: ...

    def resketch(self, sketches: Mapping[str, Iterable[str]]) -> None: ...

    def mark(self, form: int) -> None: ...

    def review(self, reviews: Iterable[Review]) -> None: ...

    def correct(self, corrections: Iterable[Correction]) -> None: ...


class Store(Protocol):
    """Keeps records and links; appends, never changes."""

    @property
    def name(self) -> str: ...

    def writer(self) -> AbstractContextManager[Writer]: ...

    def view(self) -> AbstractContextManager[View]: ...

    def check(self) -> tuple[Problem, ...]: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
