"""Invented reports in any number: a store of them for `benchmarks.big`."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Date as Day
from sqlalchemy import Integer, Table, delete, select

from kawat import corroborate, knowledge, query
from kawat.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Date,
    Entity,
    EntityKind,
    EventType,
    Grain,
    Hop,
    HopKind,
    Identity,
    Judgement,
    Link,
    Manner,
    Place,
    QuotationClaim,
    Record,
    Span,
    Status,
    Trigger,
)
from kawat.store import View, filing, open_store
from kawat.store.engine import make_engine, transaction
from kawat.store.tables import current, identity, metadata

PIPELINE = "0+invented"
NOW = datetime(2025, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
COPIES = 100
FOLLOWING = (filing.filed, filing.filed_quotation, filing.name_use, filing.met, filing.counted)
"""The tables that follow from the others."""
IDS = {
    ("article", "id"),
    ("source", "article"),
    ("run", "article"),
    ("current", "article"),
    ("claim", "id"),
    ("quotation", "id"),
    ("link", "left"),
    ("link", "right"),
}
VERBS = ("menuduh", "mendukung", "menemui", "menyerang", "mengecam", "membantu", "menahan", "mendesak", "menolak")
SYLLABLES = ("ba", "ri", "tu", "ke", "lo", "mang", "pe", "san", "di", "kur", "ta", "hun", "se", "wa", "ni", "gol")
FILLER = tuple(a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:12])
WEIGHTS = tuple(1 / (rank + 3) for rank in range(len(FILLER)))
TYPES = tuple(EventType)
STATUSES = (Status.ASSERTED,) * 6 + (Status.ALLEGED,) * 2 + (Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
AGENCIES = (*(Hop(HopKind.AGENCY, f"Kantor {n}", None) for n in range(12)), Hop(HopKind.AGENCY, "TASS", "m:tass"))
OUTLETS = tuple(f"Harian {n}" for n in range(60))


@dataclass(frozen=True)
class Cast:
    """Who takes part, the most frequent first, and with which weight."""

    entities: tuple[Entity, ...]
    weights: tuple[float, ...]


def cast() -> Cast:
    """The known states and bodies and some hundreds of invented people."""
    states = [known for code in _codes() if (known := knowledge.get(code)) is not None]
    found = [Entity(k.id, k.code, k.kind, k.name) for k in states]
    for n in range(400):
        code = found[n % 60].code
        found.append(Entity(f"own:orang-{n}", code, EntityKind.PERSON, f"Tokoh {n}", (f"T{n}",), "juru bicara"))
    return Cast(tuple(found), tuple(1 / (rank + 2) for rank in range(len(found))))


def _codes() -> Iterator[str]:
    yield from ("USA", "RUS", "CHN", "IDN", "UKR", "ISR", "IRN", "PHL", "BLR", "MYS", "GBR", "FRA", "DEU", "JPN", "IND")
    yield from ("AUS", "SGP", "THA", "VNM", "KOR", "PRK", "TUR", "SAU", "EGY", "SYR", "LBN", "IRQ", "AFG", "PAK", "BGD")
    yield from ("MMR", "KHM", "LAO", "TLS", "PNG", "NZL", "CAN", "MEX", "BRA", "ARG", "VEN", "CUB", "ZAF", "NGA", "KEN")
    yield from ("ETH", "SDN", "LBY", "DZA", "MAR", "ESP", "ITA", "POL", "HUN", "SWE", "NOR", "FIN", "NLD", "BEL", "GRC")


@dataclass(frozen=True)
class Deed:
    """An act that reports tell of: who did what to whom, when, and in which words."""

    claim: str
    type: EventType
    status: Status
    goldstein: float
    parties: tuple[Entity, ...]
    day: date
    grain: Grain | None
    verb: str
    words: str


class Newsroom:
    """Invents reports. Every third claim tells a deed again that a report of the same days has told."""

    def __init__(self, days: int) -> None:
        self._chance = random.Random(7)  # noqa: S311  no secret
        self._who = cast()
        self._days = days
        self._told: list[Deed] = []
        self.links: list[Link] = []

    def report(self, number: int) -> Record:
        """The report of a number: a headline, three claims, a quotation and some paragraphs of filler."""
        chance = self._chance
        day = FIRST_DAY + timedelta(days=chance.randrange(self._days))
        outlet, agency = chance.choice(OUTLETS), chance.choice(AGENCIES) if chance.random() < 0.6 else None
        outer = (*((agency,) if agency else ()), Hop(HopKind.OUTLET, outlet))
        lines = Lines()
        lines.add(BlockKind.HEADLINE, f"Berita {number} {self._filler(4)}")
        deeds = [self._deed(f"c{sha256(f'{number} {order}'.encode()).hexdigest()[:16]}", day) for order in range(3)]
        claims = tuple(self._claim(deed, lines.add(BlockKind.BODY, deed.words), outer) for deed in deeds)
        named = {one.id: one for deed in deeds for one in deed.parties}
        speaker, said = chance.choice(list(named.values())), self._filler(12)
        quoted = QuotationClaim(
            f"q{sha256(f'{number} said'.encode()).hexdigest()[:16]}",
            said,
            Manner.DIRECT,
            speaker.id,
            (Hop(HopKind.SPEAKER, speaker.name, speaker.id), *outer),
            lines.add(BlockKind.BODY, said),
        )
        for _ in range(5):
            lines.add(BlockKind.BODY, self._filler(30))
        text = "\n".join(lines.text)
        article = Article(
            id=f"a{sha256(str(number).encode()).hexdigest()[:16]}",
            source=f"dibuat/{number}.txt",
            text=text,
            blocks=tuple(lines.blocks),
            source_sha256=sha256(text.encode()).hexdigest(),
            language="id",
            url=f"https://contoh.example/{number}",
            outlet=outlet,
            published=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
            agency=agency.name if agency else None,
        )
        return Record(article, tuple(named.values()), (quoted,), claims, PIPELINE)

    def _filler(self, words: int) -> str:
        return " ".join(self._chance.choices(FILLER, WEIGHTS, k=words))

    def _deed(self, claim: str, day: date) -> Deed:
        chance = self._chance
        if self._told and chance.random() < 1 / 3:
            old = chance.choice(self._told[-300:])
            left, right = sorted((old.claim, claim))
            self.links.append(Link(left, right, Judgement.SAME, 0.9, (("type", 1.0),), "kawat 0", NOW))
            return replace(old, claim=claim, status=chance.choice(STATUSES))
        parties = tuple(chance.choices(self._who.entities, self._who.weights, k=3))
        verb = chance.choice(VERBS)
        deed = Deed(
            claim,
            chance.choice(TYPES),
            chance.choice(STATUSES),
            round(chance.uniform(-8, 8), 1),
            parties,
            day - timedelta(days=chance.randrange(3)),
            chance.choices((Grain.DAY, Grain.MONTH, None), (85, 5, 10))[0],
            verb,
            f"{parties[0].name} {verb} {parties[1].name} soal {self._filler(9)}.",
        )
        self._told.append(deed)
        return deed

    def _claim(self, deed: Deed, span: Span, outer: tuple[Hop, ...]) -> Claim:
        chance = self._chance
        start = span.start + deed.words.index(deed.verb)
        one, other, third = deed.parties
        speaks = chance.random() < 0.4
        last = deed.day + timedelta(days=20 if deed.grain is Grain.MONTH else 0)
        placed = other.kind is EntityKind.STATE and chance.random() < 0.3
        return Claim(
            id=deed.claim,
            type=deed.type,
            mode=None,
            contexts=(),
            cameo="112",
            goldstein=deed.goldstein,
            actors=(one.id,),
            recipients=() if other.id == one.id else (other.id,),
            status=deed.status,
            speaker=third.id if speaks else None,
            chain=(*((Hop(HopKind.SPEAKER, third.name, third.id),) if speaks else ()), *outer),
            date=None if deed.grain is None else Date(deed.day, last, deed.grain, None),
            place=Place(other.code, other.name, other.name) if placed else None,
            sentence=deed.words,
            trigger=Trigger(deed.verb, Span(start, start + len(deed.verb))),
            span=span,
            score=round(chance.uniform(0.3, 0.95), 2),
            why=("invented",),
        )


@dataclass
class Lines:
    """A text that grows by lines, each a block."""

    text: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def add(self, kind: BlockKind, line: str) -> Span:
        start = self.blocks[-1].span.end + 1 if self.blocks else 0
        self.text.append(line)
        self.blocks.append(Block(Span(start, start + len(line)), kind))
        return self.blocks[-1].span


def same_people(view: View) -> tuple[Identity, ...]:
    """Every twentieth of the invented people is judged to be the next one too, where reports name both."""
    pairs = [sorted((f"own:orang-{n}", f"own:orang-{n + 1}")) for n in range(0, 400, 20)]
    named = [pair for pair in pairs if all(view.entity(one) is not None for one in pair)]
    return tuple(Identity(one, other, Judgement.SAME, 0.9, ("invented",), "kawat 0", NOW) for one, other in named)


def make(path: str, articles: int) -> None:
    """Writes a store: a hundredth of the reports one by one, then copies of them in later times under other ids."""
    copies = min(COPIES, articles)
    step = DAYS // copies
    room = Newsroom(step)
    with open_store(path) as store, store.writer() as writer:
        for number in range(articles // copies):
            made = room.report(number)
            accounts = corroborate.accounts(made)
            writer.put(made, NOW, {}, {account.id: corroborate.packed(account) for account in accounts})
        writer.link(room.links)
        writer.identify(same_people(writer.view))
    first = f"{path}.first"
    shutil.copyfile(path, first)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("attach ? as first", (first,))
        tables = [
            one
            for one in metadata.sorted_tables
            if one not in FOLLOWING
            and one is not identity
            and connection.execute(f"select count(*) from first.{one.name}").fetchone()[0]  # noqa: S608
        ]
        sizes = {
            one.name: connection.execute(f"select max(key) from first.{one.name}").fetchone()[0]  # noqa: S608
            for one in tables
            if "key" in one.c
        }
        for copy in range(1, copies):
            for table in tables:
                connection.execute(_copying(table, sizes, copy, copy * step))
        for index in ("passage_search", "claim_search"):
            connection.execute(f"insert into {index} ({index}) values ('rebuild')")  # noqa: S608
        connection.commit()
    Path(first).unlink()
    engine = make_engine(path, read_only=False, busy_seconds=10)
    with transaction(engine, path, writes=True) as writing:
        for table in FOLLOWING:
            writing.execute(delete(table))
        filing.file(writing, writing.execute(select(current.c.run)).scalars().all())
    engine.dispose()
    with open_store(path) as store:
        query.settle_all(store)


def _copying(table: Table, sizes: dict[str, int], copy: int, days: int) -> str:
    """The statement that copies the rows of a table: keys moved on, ids changed, days later."""
    values = []
    for column in table.c:
        name = f'"{column.name}"'
        owners = [table.name if column.name == "key" else column.name]
        owners += [one.column.table.name for one in column.foreign_keys]
        keyed = next((one for one in owners if one in sizes), None)
        if keyed and isinstance(column.type, Integer):
            values.append(f"{name} + {copy * sizes[keyed]}")
        elif (table.name, column.name) in IDS:
            values.append(_later_id(name, copy))
        elif isinstance(column.type, Day):
            values.append(f"date({name}, '+{days} days')")
        elif column.name == "published":
            values.append(f"strftime('%Y-%m-%dT%H:%M:%SZ', {name}, '+{days} days')")
        elif column.name == "packed":
            values.append(_later_account(copy, days))
        else:
            values.append(name)
    names = ", ".join(f'"{column.name}"' for column in table.c)
    return f"insert into main.{table.name} ({names}) select {', '.join(values)} from first.{table.name}"  # noqa: S608


def _later_id(name: str, copy: int) -> str:
    return f"substr({name}, 1, 14) || printf('g%02x', {copy})"  # no id of Kawat's holds a g


def _later_account(copy: int, days: int) -> str:
    def said(key: str) -> str:
        return f"json_extract(packed, '$.{key}')"

    parts = [f"'$.{key}', {_later_id(said(key), copy)}" for key in ("id", "article")]
    parts += [f"'$.{key}', date({said(key)}, '+{days} days')" for key in ("start", "end", "reported")]
    parts.append(f"'$.published', strftime('%Y-%m-%dT%H:%M:%SZ', {said('published')}, '+{days} days')")
    # What is true or false stays so: only words are set.
    return f"json_set(packed, {', '.join(parts)})"
