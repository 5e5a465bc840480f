"""Sentences come out of the files of others as they would be written."""

import json
from pathlib import Path

import pytest
from training.texts import facqa, indosum, joined, tagged


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Iran , kata Hamad , menolak .", "Iran, kata Hamad, menolak."),
        ('" Kami menolak , " kata Hamad .', '"Kami menolak," kata Hamad.'),
        ("Ia tiba ( Senin ) .", "Ia tiba (Senin)."),
    ],
)
def test_words_are_joined_as_they_would_be_written(words: str, sentence: str) -> None:
    assert joined(words.split()) == sentence


def test_a_date_in_slashes_stays_together() -> None:
    assert joined(["Senin", "(", "27", "/", "3", ")", "."], frozenset("/")) == "Senin (27/3)."


def test_tagged_words_become_sentences() -> None:
    assert tagged("Iran\tNNP\nmenolak\tVB\n.\tZ\n\nIrak\tNNP\n") == ["Iran menolak.", "Irak"]


def test_articles_stand_in_the_order_of_their_ids_and_once_each(tmp_path: Path) -> None:
    first = {"id": "2-b", "paragraphs": [[["Dua", "."]]]}
    second = {"id": "1-a", "paragraphs": [[["Satu", "\xa0", "dua", "."], ["Lagi", "."]]]}
    (tmp_path / "a").write_text(json.dumps(first) + "\n" + json.dumps(second), encoding="utf-8")
    (tmp_path / "b").write_text(json.dumps(first), encoding="utf-8")
    assert indosum([tmp_path / "a", tmp_path / "b"]) == ["Satu dua.", "Lagi.", "Dua."]


def test_passages_are_cut_into_sentences(tmp_path: Path) -> None:
    path = tmp_path / "qa.csv"
    path.write_text("question,passage,seq_label\n\"[]\",\"['Iran', 'menolak', '.', 'Irak', 'setuju', '.']\",\"[]\"\n")
    assert facqa(path) == ["Iran menolak.", "Irak setuju."]
