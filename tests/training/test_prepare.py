"""Gold lines become spans; what must not be trained on is refused."""

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("tokenizers")

from training.manifest import DataSet, data_sets
from training.prepare import documents, event, nearest
from training.texts import columns


def _gold(**changes: Any) -> dict[str, Any]:
    made = {
        "trigger": "menolak",
        "type": "REJECT",
        "mode": None,
        "actors": [{"text": "Iran", "code": "IRN"}],
        "recipients": [],
        "status": "asserted",
        "speaker": None,
        "time": None,
        "place": None,
    }
    return made | changes


@pytest.mark.parametrize(
    ("text", "words", "anchor", "span"),
    [
        ("Iran menolak usul Iran", "Iran", 18, [18, 22]),
        ("Iran menolak usul Iran", "Iran", 5, [0, 4]),
        ("Iranian dan Iran", "Iran", 0, [12, 16]),  # the whole word, though the other is nearer
        ("katanya", "nya", 0, [4, 7]),
    ],
)
def test_nearest(text: str, words: str, anchor: int, span: list[int]) -> None:
    assert nearest(text, words, anchor) == span


def test_one_phrase_for_two_parties_is_one_span_with_both_codes() -> None:
    text = "Kedua negara menolak"
    parties = [{"text": "Kedua negara", "code": c} for c in ("SYR", "IRQ")]
    made = event(text, _gold(actors=parties))
    assert made["args"] == [["actor", 0, 12, ["SYR", "IRQ"]]]


@pytest.mark.parametrize(("code", "unspoken"), [("IRN", ["IRN"]), ("UNKNOWN", [])])
def test_a_party_without_words_is_unspoken_only_if_it_is_known(code: str, unspoken: list[str]) -> None:
    made = event("Usul itu ditolak", _gold(trigger="ditolak", actors=[{"text": None, "code": code}]))
    assert made["args"] == []
    assert made["unspoken"]["actor"] == unspoken


def test_context_lines_stand_before_their_sentence_and_carry_no_labels() -> None:
    row = {"id": "a:1", "block": "a", "text": "Iran menolak", "events": [_gold()], "context": ["Satu.", "Dua."]}
    (document,) = documents([row])
    assert [(s["id"], s["events"] is None) for s in document["sentences"]] == [
        ("a:1<0", True),
        ("a:1<1", True),
        ("a:1", False),
    ]


def test_words_with_labels_become_text_with_spans(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Retno\tB-PERSON\nMarsudi\tI-PERSON\n,\tO\ntiba\tO\ndi\tO\nAmman\tI-LOCATION\n\n")
    (row,) = columns(path, 1)
    assert row["text"] == "Retno Marsudi, tiba di Amman"
    assert [(row["text"][a:b], k) for a, b, k in row["mentions"]] == [("Retno Marsudi", "person"), ("Amman", "place")]


@pytest.mark.parametrize("name", ["gold/dev.jsonl", "gold/dev-news.jsonl", "ner/test.txt", "quotes/pfsa-id/x.txt"])
def test_forbidden_files_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    with pytest.raises(ValueError, match="must not be used"):
        DataSet("x", "shared", name, "", "", "", "").open(tmp_path, tmp_path)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "train.jsonl").write_text("{}")
    with pytest.raises(ValueError, match="not the file"):
        DataSet("x", "shared", "train.jsonl", "", "", "", "0" * 64).open(tmp_path, tmp_path)


def test_the_manifest_is_complete() -> None:
    for entry in data_sets().values():
        assert entry.place in ("shared", "wheels", "training")
        assert len(entry.sha256) == 64
        assert all((entry.source, entry.licence, entry.purpose))
