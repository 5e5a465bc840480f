import json

import pytest
from benchmarks.coding import ENGLISH, ROOT, gold_lines
from benchmarks.plover import macro

from kawat.model import EventType, Status

DEV = ROOT.parent / "shared" / "gold" / "dev.jsonl"


def test_labels_of_the_english_side_are_whole() -> None:
    rows = [json.loads(line) for line in ENGLISH.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    for event in (event for row in rows for event in row["events"]):
        assert EventType(event["type"])
        assert Status(event["status"])
        spans = [
            event["trigger"],
            event["time"],
            event["place"],
            *(p[0] for p in event["actors"] + event["recipients"]),
        ]
        assert all(start < end for start, end in (span for span in spans if span is not None))


@pytest.mark.skipif(not DEV.is_file(), reason="the gold sentences lie outside the repository")
def test_labels_of_the_english_side_are_whole_words_of_it() -> None:
    lines = gold_lines(DEV, "en")
    assert {line["id"] for line in lines} == {line["id"] for line in gold_lines(DEV, "id")}
    for line in lines:
        for event in line["events"]:
            text, at = line["text"], line["text"].index(event["trigger"])
            assert not text[at - 1 : at].isalnum() or event["trigger"] in text[at + 1 :]
            assert all(p["text"] is None or p["text"] in text for p in (*event["actors"], *event["recipients"]))


def test_the_mean_over_types_counts_what_is_read_too_much() -> None:
    whole = macro([(kind.value, frozenset({kind.value})) for kind in EventType])
    assert whole == pytest.approx(1)
    assert macro([("AID", frozenset({"AID"})), ("AGREE", frozenset({"AID"}))]) == pytest.approx(2 / 3 / 16)
