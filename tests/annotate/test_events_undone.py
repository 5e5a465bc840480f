"""Acts that end, undo, prolong or put off others, as the wire tells them: the verb decides, whatever its noun tells."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, EventType, Span
from kawat.text import read_tsv

COLUMNS = ("language", "type", "doer", "other", "sentence")
ROWS = [cells for _, cells in read_tsv(Path(__file__).parent / "undone.tsv", COLUMNS)]


def coded(sentence: str, language: str) -> Document:
    block = Block(Span(0, len(sentence)), BlockKind.BODY)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    article = Article("a0", "a.txt", sentence, (block,), "0" * 64, language=language, published=day)
    return annotate(article)


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize("row", ROWS, ids=[cells["sentence"] for cells in ROWS])
def test_the_words_alone_tell_the_type_and_the_parties(row: dict[str, str]) -> None:
    (event,) = coded(row["sentence"], row["language"]).events
    assert event.type == row["type"]
    assert set(row["doer"].split(",")) <= {p.code for p in event.actors}
    if row["other"] != "-":
        assert row["other"] in {p.code.partition(":")[0] for p in event.recipients}


@pytest.mark.parametrize(
    ("language", "sentence", "noun", "read", "type_"),
    [
        ("en", "Kenya lifted sanctions on Uganda.", "sanctions", EventType.SANCTION, EventType.CONCEDE),
        ("en", "Sanctions on Uganda were lifted by Kenya.", "Sanctions", EventType.SANCTION, EventType.CONCEDE),
        ("en", "Kenya withheld aid from Uganda.", "aid", EventType.AID, EventType.SANCTION),
        ("en", "Kenya violated the truce with Uganda.", "truce", EventType.RETREAT, EventType.ASSAULT),
        ("id", "Kenya mencabut sanksi terhadap Uganda.", "sanksi", EventType.SANCTION, EventType.CONCEDE),
        ("id", "Kenya menunda bantuan kepada Uganda.", "bantuan", EventType.AID, EventType.SANCTION),
        ("id", "Kenya melanggar gencatan senjata.", "gencatan senjata", EventType.RETREAT, EventType.ASSAULT),
    ],
)
def test_a_noun_that_is_read_as_an_act_is_none_beside_the_verb(
    silent: Scripted, language: str, sentence: str, noun: str, read: EventType, type_: EventType
) -> None:
    silent.acts[noun] = act(read, 0.99)
    assert [e.type for e in coded(sentence, language).events] == [type_]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kenya ended a speech on the sanctions against Uganda."),
        ("en", "Kenya suspended talks, and sanctions against Uganda followed."),
        ("id", "Kenya mencabut izin karena sanksi terhadap Uganda."),
    ],
)
def test_a_noun_of_another_phrase_is_not_undone(silent: Scripted, language: str, sentence: str) -> None:
    silent.acts["sanksi" if language == "id" else "sanctions"] = act(EventType.SANCTION, 0.99)
    types = [e.type for e in coded(sentence, language).events]
    assert EventType.SANCTION in types
    assert EventType.CONCEDE not in types


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kenya urged Uganda to lift sanctions on Sudan."),
        ("id", "Kenya mendesak Uganda mencabut sanksi terhadap Sudan."),
    ],
)
@pytest.mark.usefixtures("silent")
def test_what_is_asked_for_is_no_record_of_its_own(language: str, sentence: str) -> None:
    assert [e.type for e in coded(sentence, language).events] == [EventType.REQUEST]


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", "Japan decided to lift sanctions on Iran.", [("CONCEDE", "planned")]),
        ("en", "Japan moved to lift sanctions on Iran.", [("CONCEDE", "planned")]),
        ("en", "Japan vowed to lift sanctions on Iran.", [("CONCEDE", "planned")]),
        ("en", "Japan has failed to lift sanctions on Iran.", [("CONCEDE", "denied")]),
        ("en", "Japan has yet to lift sanctions on Iran.", [("CONCEDE", "denied")]),
        ("en", "Japan began to lift sanctions on Iran.", [("CONCEDE", "asserted")]),
        ("en", "Japan was the first to lift sanctions on Iran.", [("CONCEDE", "asserted")]),
        ("en", "Iran wants the EU to lift sanctions.", [("CONCEDE", "hypothetical")]),
        ("en", "Iran forced the EU to lift sanctions.", [("CONCEDE", "asserted")]),
        ("en", "Armenia vowed not to break the ceasefire.", [("AGREE", "asserted")]),
        ("en", "Sanctions hurt Iran and its ambassador was removed.", []),
        ("id", "Jepang memutuskan untuk mencabut sanksi terhadap Iran.", [("CONCEDE", "planned")]),
        ("id", "Jepang gagal mencabut sanksi terhadap Iran.", [("CONCEDE", "denied")]),
        ("id", "Armenia berjanji tidak melanggar gencatan senjata.", [("AGREE", "asserted")]),
        ("id", "Vietnam menarik perhatian duta besar Kamboja.", []),
        ("id", "Vietnam menarik tangan duta besar Kamboja.", []),
    ],
)
@pytest.mark.usefixtures("silent")
def test_how_sure_the_turned_act_is(language: str, sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in coded(sentence, language).events] == told


def test_a_verb_before_what_is_undone_keeps_its_reading(silent: Scripted) -> None:
    silent.acts["agreed to lift"] = act(EventType.AGREE, 0.99, Told("recipient", "Iran"))
    (event,) = coded("Japan agreed to lift sanctions on Iran.", "en").events
    assert (event.type, [p.code for p in event.recipients]) == (EventType.AGREE, ["IRN"])


@pytest.mark.parametrize(
    ("language", "sentence", "words", "types"),
    [
        ("id", "Banjir melanda Tokyo dan menewaskan dua orang.", "menewaskan", []),
        ("id", "Api membakar 40 rumah di Tokyo.", "membakar", []),
        ("id", "Gempa di Tokyo menewaskan dua warga Jepang.", "menewaskan", []),
        ("id", "Badai rudal Rusia menewaskan dua warga Ukraina.", "menewaskan", ["ASSAULT"]),
        ("id", "Gempa mengguncang Kabul dan tentara Pakistan membunuh dua warga Afghanistan.", "membunuh", ["ASSAULT"]),
        ("id", "Setelah gempa di Kabul, tentara Pakistan membunuh dua warga Afghanistan.", "membunuh", ["ASSAULT"]),
        ("en", "Flash floods in Kenya have killed 40 soldiers.", "killed", []),
        ("en", "Soldiers of Kenya killed two men after the floods.", "killed", ["ASSAULT"]),
        ("id", "Sumber Meksiko itu menolak disebut namanya.", "menolak", []),
        ("en", "The Mexican official declined to be named.", "declined", []),
    ],
)
def test_floods_and_nameless_sources_do_nothing(
    silent: Scripted, language: str, sentence: str, words: str, types: list[str]
) -> None:
    silent.acts[words] = act(EventType.ASSAULT if words not in ("menolak", "declined") else EventType.REJECT, 0.9)
    assert [e.type for e in coded(sentence, language).events] == types


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Mali memenuhi tuntutan Niger.", EventType.CONCEDE),
        ("Tuntutan Niger dipenuhi Mali.", EventType.CONCEDE),
        ("Mali tunduk pada desakan Niger.", EventType.CONCEDE),
        ("Mali gagal memenuhi tuntutan Niger.", EventType.REJECT),
        ("Mali enggan memenuhi tuntutan Niger.", EventType.REJECT),
        ("Mali tak akan pernah tunduk pada desakan Niger.", EventType.REJECT),
        ("Tuntutan Niger tidak dipenuhi Mali.", EventType.REJECT),
    ],
)
def test_who_gives_way_to_a_demand_concedes_and_who_does_not_refuses_it(sentence: str, type_: EventType) -> None:
    told = [e for e in coded(sentence, "id").events if e.type is not EventType.REQUEST]
    assert [(e.type, [p.code for p in e.actors], e.status) for e in told] == [(type_, ["MLI"], "asserted")]
