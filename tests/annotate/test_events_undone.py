"""Acts that end, undo, prolong or put off others, as the wire tells them: the verb decides, whatever its noun tells."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.annotate.scripted import Scripted, act

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
