"""Who does what a verb tells where other words stand between, and whom an act hits that a noun tells: own sentences."""

from pathlib import Path

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span
from kawat.text import read_tsv

COLUMNS = ("language", "type", "doer", "other", "sentence")
ROWS = [cells for _, cells in read_tsv(Path(__file__).parent / "subjects.tsv", COLUMNS)]

pytestmark = pytest.mark.usefixtures("silent")


def acts(sentence: str, language: str = "id") -> tuple[EventMention, ...]:
    block = Block(Span(0, len(sentence)), BlockKind.BODY)
    return annotate(Article("a0", "a.txt", sentence, (block,), "0" * 64, language=language)).events


def states(event: EventMention) -> set[str]:
    return {p.code.partition(":")[0] for p in event.recipients}


@pytest.mark.parametrize("row", ROWS, ids=[cells["sentence"] for cells in ROWS])
def test_who_does_it_to_whom(row: dict[str, str]) -> None:
    found = [e for e in acts(row["sentence"], row["language"]) if e.type == row["type"]]
    assert any(row["doer"] in {p.code for p in e.actors} and row["other"] in {"-", *states(e)} for e in found)


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Iran membantah keterlibatan Suriah dalam insiden itu.", EventType.REJECT),
        ("Kolombia menuntut pembebasan tiga tentara Kolombia.", EventType.REQUEST),
    ],
)
def test_whom_the_governed_noun_tells_of_is_not_whom_the_act_is_done_to(sentence: str, event_type: EventType) -> None:
    (event,) = (e for e in acts(sentence) if e.type is event_type)
    assert event.recipients == ()


def test_an_act_may_be_against_somebody_by_its_own_words() -> None:
    (event,) = acts("Ribuan warga Georgia menggelar protes anti-pemerintah di Tbilisi.")
    assert [p.code for p in event.actors] == ["GEO:CVL"]
    assert [p.code for p in event.recipients] == ["GEO"]


def test_who_is_suspected_to_be_somebody_is_not_parted_from_the_verb() -> None:
    (event,) = (e for e in acts("Orang-orang yang diduga gerilyawan FARC menyerang tentara Kolombia.") if e.recipients)
    assert "FARC" in {p.code for p in event.actors}
