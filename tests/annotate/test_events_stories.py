"""A page of several stories: an act that names no doer takes none from another story."""

from datetime import UTC, datetime

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span


def coded(paragraphs: tuple[str, ...], language: str) -> list[EventMention]:
    """The acts of the last paragraph."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph)), BlockKind.BODY))
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    document = annotate(Article("a0", "a.txt", text, tuple(blocks), "0" * 64, language=language, published=day))
    return [e for e in document.events if e.sentence == len(document.sentences) - 1]


def states(events: list[EventMention]) -> set[str]:
    return {p.code.partition(":")[0] for e in events for p in (*e.actors, *e.recipients)}


@pytest.mark.parametrize(
    ("language", "first", "second", "trigger", "whom", "own"),
    [
        (
            "id",
            "Israel menyerang Lebanon.",
            "Di Khartoum, puluhan orang ditangkap.",
            "ditangkap",
            "puluhan orang",
            "SDN",
        ),
        ("id", "Prancis mengecam Iran.", "Tiga wartawan ditahan di Bamako.", "ditahan", "Tiga wartawan", "MLI"),
        (
            "en",
            "Israel hit Lebanon.",
            "In Khartoum, dozens of protesters were arrested.",
            "arrested",
            "protesters",
            "SDN",
        ),
        ("en", "China praised India.", "Three journalists were held in Bamako.", "held", "Three journalists", "MLI"),
    ],
)
def test_no_party_comes_from_another_story(
    silent: Scripted, language: str, first: str, second: str, trigger: str, whom: str, own: str
) -> None:
    silent.acts[trigger] = act(EventType.COERCE, 0.95, Told("recipient", whom))
    events = coded((first, second), language)
    assert events
    assert states(events) <= {own, "UNKNOWN"}


@pytest.mark.usefixtures("silent")
def test_a_noun_takes_no_doer_from_another_story() -> None:
    events = coded(("Rusia menyerang Ukraina.", "Serangan bom di Peshawar menewaskan warga Pakistan."), "id")
    assert states(events) <= {"PAK", "UNKNOWN"}


@pytest.mark.usefixtures("silent")
def test_an_act_that_points_back_keeps_its_doer() -> None:
    events = coded(("Rusia menyerang Ukraina di Kharkiv.", "Serangan itu menewaskan lima warga Ukraina."), "id")
    assert "RUS" in states(events)


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "claim", "told"),
    [
        ("id", "Taliban mengaku bertanggung jawab.", ["TALIBAN>AFG:COP"]),
        ("id", "Kelompok Taliban mengklaim bertanggung jawab dalam sebuah pernyataan.", ["TALIBAN>AFG:COP"]),
        ("id", "Insiden itu diklaim oleh ISIS.", ["ISIS>AFG:COP"]),
        ("id", "Belum ada kelompok yang mengaku bertanggung jawab.", []),
        ("id", "Menteri Dalam Negeri Afghanistan mengaku bertanggung jawab.", []),
        ("en", "The Taliban claimed responsibility.", ["TALIBAN>AFG:COP"]),
        ("en", "No group has claimed responsibility.", []),
    ],
)
def test_who_claims_an_attack_told_before_is_its_doer(language: str, claim: str, told: list[str]) -> None:
    attack = {"id": "Pemberontak menyerang polisi Afghanistan.", "en": "Rebels attacked Afghan police."}[language]
    events = coded((attack, claim), language)
    assert [">".join(",".join(p.code for p in side) for side in (e.actors, e.recipients)) for e in events] == told
    assert all(e.speaker == e.actors[0] for e in events)
    assert not [e for e in coded((claim,), language) if e.type is EventType.ASSAULT]
