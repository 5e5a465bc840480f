"""Headlines of blows: a town that is hit is its state's, and nobody is guessed to have hit it from there."""

from datetime import UTC, datetime

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span


def coded(text: str, language: str, kind: BlockKind = BlockKind.HEADLINE) -> tuple[EventMention, ...]:
    block = Block(Span(0, len(text)), kind)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    article = Article("a0", "a.txt", text, (block,), "0" * 64, language=language, published=day)
    return annotate(article).events


def sides(event: EventMention) -> str:
    return ">".join(",".join(p.code for p in side) or "-" for side in (event.actors, event.recipients))


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Missiles strike Kharkiv", "UNKNOWN>UKR"),
        ("en", "Rockets hit base in Baghdad", "UNKNOWN>IRQ:MIL"),
        ("en", "Drone attack kills five in Kherson", "UNKNOWN>UKR"),
        ("en", "Air strike kills three in Aleppo", "UNKNOWN>SYR"),
        ("en", "Shelling kills two in Zaporizhzhia", "UNKNOWN>UKR"),
        ("en", "Russian missiles strike Kharkiv", "RUS>UKR"),
        ("id", "Rudal Hantam Kharkiv", "UNKNOWN>UKR"),
        ("id", "Serangan Rudal Hantam Kharkiv", "UNKNOWN>UKR"),
        ("id", "Roket Hantam Pangkalan di Baghdad", "UNKNOWN>IRQ"),
        ("id", "Drone Serang Moskow", "UNKNOWN>RUS"),
        ("id", "Kyiv Dihujani Rudal", "UNKNOWN>UKR"),
        ("id", "Rudal Rusia Hantam Kharkiv", "RUS>UKR"),
        ("id", "Kyiv: Rusia Serang Kharkiv", "RUS>UKR"),
    ],
)
def test_a_headline_of_a_blow(language: str, text: str, parties: str) -> None:
    assert parties in {sides(e) for e in coded(text, language) if e.type is EventType.ASSAULT}


def test_victims_that_are_only_counted_are_of_the_place(silent: Scripted) -> None:
    silent.acts["Air strike"] = act(EventType.ASSAULT, 0.9, Told("recipient", "three"))
    (event,) = coded("Air strike kills three in Aleppo", "en")
    assert sides(event) == "UNKNOWN>SYR:CVL"


def test_who_suffers_by_the_encoder_does_nothing_by_a_rule(silent: Scripted) -> None:
    silent.acts["Serangan Drone"] = act(EventType.ASSAULT, 0.9, Told("recipient", "Lima Orang"))
    (event,) = coded("Serangan Drone Tewaskan Lima Orang di Kherson", "id")
    assert sides(event) == "UNKNOWN>UKR:CVL"


@pytest.mark.usefixtures("silent")
def test_gunmen_of_a_country_attack_at_home() -> None:
    events = coded("Pria Bersenjata Tewaskan 30 Warga di Nigeria", "id")
    assert [sides(e) for e in events] == ["NGA:REB>NGA:CVL"]


@pytest.mark.usefixtures("silent")
def test_the_sentences_of_a_report_say_themselves_whom_a_blow_hits() -> None:
    assert not coded("Serangan udara itu terjadi di dekat Aleppo.", "id", BlockKind.BODY)


def test_the_capital_that_says_so_is_the_speaker(silent: Scripted) -> None:
    silent.acts["hit"] = act(EventType.ASSAULT, 0.95, Told("actor", "Russian drones"), Told("speaker", "Kyiv"))
    (event,) = coded("Russian drones hit Odesa port, Kyiv says", "en")
    assert sides(event) == "RUS:MIL>UKR"
    assert event.speaker is not None
    assert event.speaker.code == "UKR"


@pytest.mark.parametrize(
    ("language", "text", "words", "victim"),
    [
        ("id", "Iran menyerang Erbil dan Basra, kata Turki.", "menyerang", "Erbil"),
        ("id", "Iran menyerang kota Erbil, kata Turki.", "menyerang", "kota"),
        ("en", "Iran attacked Erbil, Turkey said.", "attacked", "Erbil"),
        ("en", "Iran attacked the city of Erbil, Turkey said.", "attacked", "city of Erbil"),
    ],
)
def test_a_place_right_behind_the_words_is_whose_it_is_not_the_speakers(
    silent: Scripted, language: str, text: str, words: str, victim: str
) -> None:
    silent.acts[words] = act(EventType.ASSAULT, 0.95, Told("actor", "Iran"), Told("recipient", victim))
    (event,) = coded(text, language, BlockKind.BODY)
    assert sides(event) == "IRN>IRQ"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Russia fired missiles at nine sites in Ukraine.", "RUS>UKR"),
        ("Russia fired missiles at nine sites in Russia.", "RUS>-"),
    ],
)
def test_a_land_that_another_fires_at_is_hit(silent: Scripted, text: str, parties: str) -> None:
    land = text.removesuffix(".").rsplit(" ", 1)[1]
    silent.acts["fired missiles"] = act(EventType.ASSAULT, 0.99, Told("actor", "Russia"), Told("place", land))
    assert [sides(e) for e in coded(text, "en", BlockKind.BODY)] == [parties]


def test_who_leaves_a_land_leaves_it_to_whose_it_is(silent: Scripted) -> None:
    silent.acts["meninggalkan"] = act(EventType.RETREAT, 0.99, Told("actor", "Pasukan Ethiopia"))
    (event,) = coded("Pasukan Ethiopia meninggalkan ibu kota Somalia.", "id", BlockKind.BODY)
    assert sides(event) == "ETH:MIL>SOM"


def test_what_an_attack_is_on_is_whose_it_is(silent: Scripted) -> None:
    silent.acts["serangan teror"] = act(EventType.ASSAULT, 0.99)
    events = coded("Peru mengecam serangan teror terhadap New York.", "id", BlockKind.BODY)
    assert "UNKNOWN>USA" in {sides(e) for e in events}


def test_a_state_hits_nobody_by_retaking_its_own_town(silent: Scripted) -> None:
    silent.acts["merebut"] = act(EventType.ASSAULT, 0.99, Told("actor", "Tentara Suriah"))
    (event,) = coded("Tentara Suriah merebut kembali kota Hama di Suriah.", "id", BlockKind.BODY)
    assert sides(event) in {"SYR:MIL>-", "SYR:MIL>UNKNOWN"}
