"""The sentences that were written for training, and the labels that stand apart from their text."""

import json
from collections import Counter
from pathlib import Path

import pytest
from training.manifest import data_sets
from training.prepare import rows

from kawat.model import EventType, Status
from training import seal

HERE = Path(seal.__file__).parent
OWN = sorted((HERE / "own").glob("*.jsonl"))


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.stem)
def test_every_label_has_its_words_in_the_sentence(path: Path) -> None:
    faults = []
    for row in rows(path):
        for event in row["events"]:
            parties = [*event["actors"], *event["recipients"], *([event["speaker"]] if event["speaker"] else [])]
            said = [event["trigger"], event["time"], event["place"], *(p["text"] for p in parties)]
            faults += [
                (row["id"], words) for words in said if words is not None and (not words or words not in row["text"])
            ]
            assert event["type"] in set(EventType)
            assert event["status"] in set(Status)
    assert not faults


def test_every_sentence_has_an_id_of_its_own() -> None:
    ids = Counter(row["id"] for path in OWN for row in rows(path))
    assert [name for name, count in ids.items() if count > 1] == []


def test_the_manifest_names_these_files_as_they_are() -> None:
    manifest = (HERE / "manifest.toml").read_text(encoding="utf-8")
    assert seal.sealed(manifest) == manifest
    named = {HERE / s.path for s in data_sets().values() if s.place == "training"}
    assert named == {*OWN, *(HERE / "labels").glob("*.jsonl")}


@pytest.mark.parametrize("path", sorted((HERE / "labels").glob("*.jsonl")), ids=lambda p: p.stem)
def test_labels_that_stand_apart_carry_no_words(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"line", "block", "events"}
        for event in row["events"]:
            assert set(event) == {"trigger", "type", "status", "args", "unspoken"}
            assert all(isinstance(a[1], int) and isinstance(a[2], int) for a in event["args"])
