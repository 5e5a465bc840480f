"""Where and when an act takes place, in full: lists of places, the land that is attacked, the time before the verb."""

from datetime import datetime

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span, Status


def acts(text: str, language: str = "id") -> list[EventMention]:
    published = datetime.fromisoformat("2023-04-03T12:00+07:00")
    article = Article("a", "a", text, (Block(Span(0, len(text)), BlockKind.BODY),), "0", language, published=published)
    return list(annotate(article).events)


def places(text: str, language: str = "id") -> dict[str, str | None]:
    """The words of the place of each act, by those of the act."""
    return {e.trigger.of(text): e.place.span.of(text) if e.place is not None else None for e in acts(text, language)}


@pytest.mark.parametrize(
    ("text", "act", "words", "first"),
    [
        ("Tentara menembak warga di Bamako dan Gao.", "menembak", "Bamako dan Gao", "l:bamako"),
        ("Menlu Peru mengunjungi Brasil, Chile dan Bolivia.", "mengunjungi", "Brasil, Chile dan Bolivia", "BRA"),
        ("Presiden Kazakhstan bertemu Presiden Peru di Lima dan Chile mengecam itu.", "bertemu", "Lima", "l:lima"),
    ],
)
def test_places_of_one_list_are_the_place_of_the_act(text: str, act: str, words: str, first: str) -> None:
    (found,) = [e for e in acts(text) if e.trigger.of(text) == act]
    assert found.place is not None
    assert (found.place.span.of(text), found.place.id) == (words, first)


def test_an_attack_is_where_the_land_is_that_it_is_on() -> None:
    assert places("Amerika Serikat menyerang Iran pada Sabtu.")["menyerang"] == "Iran"
    assert places("Rusia mengutuk serangan terhadap Mali di Kidal.")["serangan"] == "Kidal"
    assert places("Milisi menyerang pasukan Mali pada Sabtu.")["menyerang"] is None
    assert places("Milisi menyerang kapal tanker Inggris pada Sabtu.")["menyerang"] is None
    assert places("Milisi menyerang wilayah Mali pada Sabtu.")["menyerang"] is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Serangan pada Kamis itu menewaskan tiga tentara Mali.", "Kamis"),
        ("Iran pekan ini melarang 38 pemeriksa nuklir.", "pekan ini"),
    ],
)
def test_the_words_of_the_time(text: str, words: str) -> None:
    assert [e.time.span.of(text) for e in acts(text) if e.time is not None] == [words]


def test_what_is_pledged_in_a_state_is_not_pledged_to_it(silent: Scripted) -> None:
    silent.acts["menjanjikan"] = act(EventType.AGREE, 0.95, Told("actor", "Peru"), Told("recipient", "Kuba"))
    (deed,) = acts("Peru menjanjikan bantuan di Kuba.")
    assert (deed.recipients, deed.place and deed.place.id) == ((), "CUB")
    (deed,) = acts("Peru menjanjikan bantuan kepada Kuba.")
    assert [p.code for p in deed.recipients] == ["CUB"]


def test_what_lies_in_a_state_is_the_place_where_the_state_is_read_for_it() -> None:
    assert places("Polisi menangkap lima demonstran di kota Maroua, Kamerun.")["menangkap"] == "Maroua"
    assert places("Polisi menangkap lima demonstran di kota Maroua di Kamerun.")["menangkap"] == "Maroua"


@pytest.mark.parametrize(
    ("text", "deed", "status"),
    [
        ("Mogadishu mengundang Jokowi berkunjung pada Oktober mendatang.", "berkunjung", Status.PLANNED),
        (
            "Presiden Peru dan Presiden Chile sepakat bertemu lagi setelah bertemu di Lima pada 20 Maret.",
            "bertemu di",
            Status.ASSERTED,
        ),
    ],
)
def test_what_is_agreed_on_for_a_day_to_come_is_planned(text: str, deed: str, status: Status) -> None:
    (found,) = [e for e in acts(text) if text[e.trigger.start :].startswith(deed)]
    assert found.status is status
