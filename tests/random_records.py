"""Sound records in which every optional thing is there or not, and words hold what breaks careless SQL."""

from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import TypeVar

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
    Telling,
    Tie,
    TieKind,
    Trigger,
)

T = TypeVar("T")

LETTERS = (
    *"abc ABC éü 中ا😀 “” '\"%_*-,.:;/\\\n\t=+@𝔎\u0301\u200b",
    "--",
    "); drop table run;",
    "Jum'at",
    "null",
)


class Chance:
    """A seeded source of values over one text."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  no secret is made
        self.seed = seed
        self.text = self.words(300)

    def number(self, most: int) -> int:
        return self.random.randint(0, most)

    def words(self, most: int = 8) -> str:
        return "".join(self.random.choice(LETTERS) for _ in range(self.number(most)))

    def maybe(self, value: T) -> T | None:
        return self.random.choice((value, None))

    def span(self) -> Span:
        start = self.number(len(self.text))
        return Span(start, self.random.randint(start, len(self.text)))

    def several(self) -> tuple[str, ...]:
        return tuple(self.words() for _ in range(self.number(3)))

    def notes(self) -> tuple[Note, ...]:
        return tuple(Note(self.words(), self.words(), self.words(), self.maybe(self.span())) for _ in range(2))

    def chain(self) -> tuple[Hop, ...]:
        def hop() -> Hop:
            kind = self.random.choice(list(HopKind))
            named = self.random.random() < 0.8
            words, entity, span = self.maybe(self.words()), self.maybe(self.words()), self.maybe(self.span())
            return Hop(kind, words, entity, span, named, beside=self.random.random() < 0.2)

        return tuple(hop() for _ in range(self.number(4)))

    def when(self) -> datetime:
        zone = timezone(timedelta(minutes=self.random.choice((-210, 0, 345, 420, 480))))
        return datetime(2022, 1, 1, tzinfo=zone) + timedelta(seconds=self.number(10**8), microseconds=self.number(1))

    def day(self) -> date:
        return date(1990, 1, 1) + timedelta(days=self.number(15000))


def random_record(seed: int, pipeline: str = "1.0+test") -> Record:
    """The record of a seed; another seed gives another article."""
    chance = Chance(seed)
    entities = tuple(_entity(chance, i) for i in range(chance.number(4)))
    ids = [entity.id for entity in entities]
    article = _article(chance)
    quotations = tuple(_quotation(chance, i, ids) for i in range(chance.number(3)))
    claims = tuple(_claim(chance, i, ids) for i in range(chance.number(3)))
    ties = _ties(chance, quotations, claims)
    return Record(article, entities, quotations, claims, pipeline, chance.notes(), ties)


def _entity(chance: Chance, number: int) -> Entity:
    kind = chance.random.choice(list(EntityKind))
    role = chance.maybe(chance.words())
    return Entity(f"own:{number}{chance.words(3)}", chance.words(4), kind, chance.words(), chance.several(), role)


def _article(chance: Chance) -> Article:
    kinds = list(BlockKind)
    captions = (Caption(chance.words(), chance.maybe(chance.words()), chance.span()) for _ in range(chance.number(2)))
    return Article(
        id=f"a{chance.seed}",
        source=f"{chance.seed}{chance.words()}",
        text=chance.text,
        blocks=tuple(Block(chance.span(), chance.random.choice(kinds)) for _ in range(chance.number(6))),
        source_sha256=chance.words(),
        language=chance.maybe("id"),
        url=chance.maybe(chance.words()),
        outlet=chance.maybe(chance.words()),
        published=chance.maybe(chance.when()),
        published_raw=chance.maybe(chance.words()),
        authors=chance.several(),
        editors=chance.several(),
        agency=chance.maybe(chance.words()),
        carriers=chance.several(),
        dateline=chance.maybe(chance.span()),
        dateline_place=chance.maybe(chance.words()),
        captions=tuple(captions),
        notes=chance.notes(),
    )


def _quotation(chance: Chance, number: int, ids: list[str]) -> QuotationClaim:
    span, speaker = chance.span(), chance.random.choice([*ids, None])
    manner = chance.random.choice(list(Manner))
    return QuotationClaim(f"q{chance.seed}-{number}", span.of(chance.text), manner, speaker, chance.chain(), span)


def _claim(chance: Chance, number: int, ids: list[str]) -> Claim:
    random, span, trigger = chance.random, chance.span(), chance.span()
    first = chance.day()
    when = Date(first, first + timedelta(days=chance.number(40)), random.choice(list(Grain)), chance.maybe("kemarin"))
    return Claim(
        id=f"c{chance.seed}-{number}",
        type=random.choice(list(EventType)),
        mode=chance.maybe(chance.words()),
        contexts=chance.several(),
        cameo=chance.maybe("057"),
        goldstein=chance.maybe(random.choice((-10.0, 0.0, 0.1, 8.3))),
        actors=tuple(random.sample(ids, chance.number(len(ids)))),
        recipients=tuple(random.sample(ids, chance.number(len(ids)))),
        status=random.choice(list(Status)),
        speaker=random.choice([*ids, None]),
        chain=chance.chain(),
        date=chance.maybe(when),
        place=chance.maybe(Place(chance.maybe(chance.words()), chance.words(), chance.words())),
        sentence=span.of(chance.text),
        trigger=Trigger(trigger.of(chance.text), trigger),
        span=span,
        score=random.random(),
        why=chance.several(),
        party_sourced=random.choice((True, False)),
        state_media=chance.several(),
        publisher=chance.maybe(random.choice(list(Status))),
        also=tuple(_telling(chance, ids) for _ in range(chance.number(2))),
    )


def _telling(chance: Chance, ids: list[str]) -> Telling:
    span, trigger = chance.span(), chance.span()
    return Telling(
        block=chance.random.choice(list(BlockKind)),
        sentence=span.of(chance.text),
        span=span,
        trigger=Trigger(trigger.of(chance.text), trigger),
        status=chance.random.choice(list(Status)),
        speaker=chance.random.choice([*ids, None]),
    )


def _ties(chance: Chance, quotations: tuple[QuotationClaim, ...], claims: tuple[Claim, ...]) -> tuple[Tie, ...]:
    ids = [c.id for c in claims]
    every = [*ids, *(q.id for q in quotations)]
    count = chance.number(3) if ids else 0
    kinds = list(TieKind)
    pick = chance.random.choice
    return tuple(Tie(pick(kinds), pick(every), pick(ids), chance.words()) for _ in range(count))
