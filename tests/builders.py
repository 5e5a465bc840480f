"""Records made by hand for tests of what comes after reading: one line a claim."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256

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
    Manner,
    Place,
    QuotationClaim,
    Record,
    Span,
    Status,
    Trigger,
)

NOW = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)
PIPELINE = "1.0+test"
WIB = timezone(timedelta(hours=7))

BLR = Entity("BLR", "BLR", EntityKind.STATE, "Belarusia", ("Belarus", "Minsk"))
RUS = Entity("RUS", "RUS", EntityKind.STATE, "Rusia", ("Moskow", "Kremlin"))
UKR = Entity("UKR", "UKR", EntityKind.STATE, "Ukraina")
LUKASHENKO = Entity(
    "p:alexander-lukashenko", "BLR", EntityKind.PERSON, "Alexander Lukashenko", ("Lukashenko",), "Presiden Belarusia"
)
PUTIN = Entity("p:vladimir-putin", "RUS", EntityKind.PERSON, "Vladimir Putin", ("Putin",), "Presiden Rusia")
OPPOSITION = Entity("own:oposisi-belarusia", "BLR:OPP", EntityKind.GROUP, "oposisi Belarusia")
EVERYBODY = (BLR, RUS, UKR, LUKASHENKO, PUTIN, OPPOSITION)

TASS = Hop(HopKind.AGENCY, "TASS", "m:tass")
AP = Hop(HopKind.AGENCY, "AP", "m:ap")


@dataclass(frozen=True)
class Says:
    """One sentence of a report and the claim in it; the trigger is its second word."""

    sentence: str
    type: EventType
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...] = ()
    status: Status = Status.ASSERTED
    speaker: Entity | None = None
    day: date | None = None
    grain: Grain = Grain.DAY
    place: Place | None = None
    chain: tuple[Hop, ...] = ()
    mode: str | None = None


@dataclass
class _Lines:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)

    def add(self, kind: BlockKind, line: str) -> Span:
        start = len(self.text)
        self.text += line + "\n"
        self.blocks.append(Block(Span(start, start + len(line)), kind))
        return self.blocks[-1].span


def report(
    name: str,
    *says: Says,
    outlet: str = "Harian Contoh",
    agency: Hop | None = TASS,
    published: date | None = date(2022, 3, 12),
    quotes: tuple[tuple[str, Entity | None], ...] = (),
    pipeline: str = PIPELINE,
    others: tuple[Entity, ...] = (),
) -> Record:
    """A report of an outlet: a headline, a sentence a claim, then quotations on lines of their own.

    It knows `EVERYBODY`, and `others` beside them.
    """
    lines = _Lines()
    lines.add(BlockKind.HEADLINE, f"Berita {name}")
    outer = (*((agency,) if agency else ()), Hop(HopKind.OUTLET, outlet))
    claims = tuple(_claim(name, i, one, lines.add(BlockKind.BODY, one.sentence), outer) for i, one in enumerate(says))
    quotations = tuple(
        QuotationClaim(
            id=f"q-{name}-{i}",
            text=words,
            manner=Manner.DIRECT,
            speaker=speaker.id if speaker else None,
            chain=((Hop(HopKind.SPEAKER, speaker.name, speaker.id),) if speaker else ()) + outer,
            span=lines.add(BlockKind.BODY, words),
        )
        for i, (words, speaker) in enumerate(quotes)
    )
    article = Article(
        id=f"a-{name}",
        source=f"berita/{name}.txt",
        text=lines.text,
        blocks=tuple(lines.blocks),
        source_sha256=sha256(lines.text.encode()).hexdigest(),
        language="id",
        outlet=outlet,
        agency=agency.name if agency else None,
        published=datetime(published.year, published.month, published.day, 9, 30, tzinfo=WIB) if published else None,
    )
    return Record(article, (*EVERYBODY, *others), quotations, claims, pipeline)


def _claim(name: str, number: int, one: Says, span: Span, outer: tuple[Hop, ...]) -> Claim:
    word = one.sentence.split()[1]
    at = span.start + one.sentence.index(word)
    speaker = (Hop(HopKind.SPEAKER, one.speaker.name, one.speaker.id),) if one.speaker else ()
    return Claim(
        id=f"c-{name}-{number}",
        type=one.type,
        mode=one.mode,
        contexts=(),
        cameo=None,
        goldstein=None,
        actors=tuple(party.id for party in one.actors),
        recipients=tuple(party.id for party in one.recipients),
        status=one.status,
        speaker=one.speaker.id if one.speaker else None,
        chain=(*(one.chain or speaker), *outer),
        date=Date(one.day, one.day, one.grain, None) if one.day else None,
        place=one.place,
        sentence=one.sentence,
        trigger=Trigger(word, Span(at, at + len(word))),
        span=span,
        score=0.5,
        why=("made by hand",),
    )
