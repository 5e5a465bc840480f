from datetime import date, datetime, timedelta, timezone

import pytest
from tests.annotate.scripted import Scripted

from kawat import encoder
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
    Trigger,
)

LINES = (
    (BlockKind.KICKER, "Laut Sulu"),
    (BlockKind.HEADLINE, "Arvania dan Belmora Sepakati Patroli"),
    (BlockKind.BYLINE, "Reporter: Sari Wibowo / Editor: Agus Pranoto"),
    (BlockKind.BODY, "Arvania menandatangani perjanjian patroli dengan Belmora pada Jumat (3/5/2024)."),
    (BlockKind.BODY, "“Kami akan mengirim kapal ke Belmora,” kata juru bicara Arvania, Lina Moro, kepada Radio Arva."),
)
MESSAGE = "the clock 09.30 has no zone"


@pytest.fixture(scope="session")
def record() -> Record:
    """A record made by hand, with every kind of value filled and every optional one once empty."""
    blocks, lines, start = [], [], 0
    for kind, line in LINES:
        blocks.append(Block(Span(start, start + len(line)), kind))
        lines.append(line)
        start += len(line) + 1
    text = "\n".join(lines)

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(at, at + len(words))

    outer = (Hop(HopKind.AGENCY, "Kantor Berita Arva", "m:arva"), Hop(HopKind.OUTLET, "Harian Contoh", None))
    article = Article(
        id="a0123456789abcdef",
        source="contoh/patroli.txt",
        text=text,
        blocks=tuple(blocks),
        source_sha256="0" * 64,
        language="id",
        outlet="Harian Contoh",
        published=datetime(2024, 5, 4, 9, 30, tzinfo=timezone(timedelta(hours=7))),
        published_raw="Sabtu, 4 Mei 2024 09.30 WIB",
        authors=("Sari Wibowo",),
        editors=("Agus Pranoto",),
        agency="Kantor Berita Arva",
        captions=(Caption("Kapal patroli Arvania.", None, Span(0, 0)),),
        notes=(Note("read.plain", "zone-missing", MESSAGE, span("Laut Sulu")),),
    )
    signing, promise = (b.span for b in article.blocks[-2:])
    signs, sends, quote = (
        span("menandatangani perjanjian"),
        span("mengirim kapal"),
        "Kami akan mengirim kapal ke Belmora",
    )
    moro = (Hop(HopKind.PRINCIPAL, None), Hop(HopKind.SPEAKER, "Lina Moro", "own:lina-moro"))
    return Record(
        article=article,
        entities=(
            Entity("ARV", "ARV", EntityKind.STATE, "Arvania"),
            Entity("BLM", "BLM", EntityKind.STATE, "Belmora"),
            Entity("own:lina-moro", "ARV", EntityKind.PERSON, "Lina Moro", ("Moro",), "juru bicara Arvania"),
        ),
        quotations=(
            QuotationClaim("q1a2b3c4d5e6f7081", quote, Manner.DIRECT, "own:lina-moro", (*moro, *outer), span(quote)),
            QuotationClaim("q2a2b3c4d5e6f7082", "mengirim kapal", Manner.INDIRECT, None, outer, sends),
        ),
        claims=(
            Claim(
                id="c1a2b3c4d5e6f7081",
                type=EventType.SUPPORT,
                mode=None,
                contexts=("military",),
                cameo="057",
                goldstein=8.0,
                actors=("ARV",),
                recipients=("BLM",),
                status=Status.ASSERTED,
                speaker=None,
                chain=outer,
                date=Date(date(2024, 5, 3), date(2024, 5, 3), Grain.DAY, "Jumat (3/5/2024)"),
                place=Place(None, "Laut Sulu", "Laut Sulu"),
                sentence=signing.of(text),
                trigger=Trigger(signs.of(text), signs),
                span=signing,
                score=0.9,
                why=("cue menandatangani perjanjian",),
            ),
            Claim(
                id="c2a2b3c4d5e6f7082",
                type=EventType.AID,
                mode=None,
                contexts=(),
                cameo=None,
                goldstein=None,
                actors=("ARV", "own:lina-moro"),
                recipients=(),
                status=Status.PLANNED,
                speaker="own:lina-moro",
                chain=(*moro, *outer),
                date=None,
                place=None,
                sentence=promise.of(text),
                trigger=Trigger(sends.of(text), sends),
                span=promise,
                score=0.5,
                why=(),
            ),
        ),
        pipeline="0.1.0+00000000",
        notes=article.notes,
    )


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    """Cue tables and frames alone: the encoder has nothing to say."""
    scripted = Scripted()
    monkeypatch.setattr(encoder, "load", lambda: scripted)
    return scripted
