"""Phrases are found leftmost, longest and on word boundaries."""

import re

import pytest

from kawat.model import Span
from kawat.text import PhraseTable, any_of, first_word, words

TABLE: PhraseTable[str] = PhraseTable(
    [
        ("Korea", "?"),
        ("Korea Utara", "PRK"),
        ("Guinea", "GIN"),
        ("Papua Nugini", "PNG"),
        ("Jum'at", "5"),
        ("U.S.", "USA"),
    ],
    exact=[("AS", "USA"), ("Istana", "IDN")],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Korea Utara menolak", [("Korea Utara", ("PRK",))]),
        ("korea utara dan Korea", [("korea utara", ("PRK",)), ("Korea", ("?",))]),
        ("Koreanya", []),
        ("AS dan as", [("AS", ("USA",))]),
        ("di istana itu", []),
        ("di Istana itu", [("Istana", ("IDN",))]),
        ("Jum’at lalu", [("Jum’at", ("5",))]),
        ("the U.S. said", [("U.S.", ("USA",))]),
        ("Papua Nugini", [("Papua Nugini", ("PNG",))]),
        ("(AS)", [("AS", ("USA",))]),
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(m.span.of(text), m.values) for m in TABLE.find(text)] == found


def test_find_stays_inside_its_limits_and_keeps_offsets() -> None:
    text = "AS, AS dan Korea Utara"
    assert [m.span for m in TABLE.find(text, 2, 16)] == [Span(4, 6), Span(11, 16)]


@pytest.mark.parametrize(
    ("phrase", "values"), [("korea utara", ("PRK",)), ("Korea Selatan", ()), ("as", ()), ("Korea", ("?",)), ("", ())]
)
def test_get_wants_the_whole_phrase(phrase: str, values: tuple[str, ...]) -> None:
    assert TABLE.get(phrase) == values


def test_words_keep_inner_apostrophes_and_split_marks() -> None:
    text = "Jum’at, 11/3: al-Qaida."
    assert [w.text for w in words(text)] == ["Jum’at", ",", "11", "/", "3", ":", "al", "-", "Qaida", "."]
    assert all(w.span.of(text) == w.text for w in words(text))


def test_rows_that_wait_are_laid_out_when_a_text_begins_one() -> None:
    rows = [("Korea Utara", "PRK", False), ("Korea", "?", False), ("AS", "USA", True), ("Rusia", "RUS", False)]
    laid: list[int] = []

    def row(number: int) -> tuple[str, str, bool] | None:
        laid.append(number)
        return None if rows[number][1] == "RUS" else rows[number]

    firsts: dict[str, list[int]] = {}
    for number, (phrase, _, _) in enumerate(rows):
        firsts.setdefault(first_word(phrase), []).append(number)
    table = PhraseTable.waiting(firsts, row)
    text = "Korea Utara, as dan AS, Korea, Rusia"
    for _ in range(2):
        assert [(m.span.of(text), m.values) for m in table.find(text)] == [
            ("Korea Utara", ("PRK",)),
            ("AS", ("USA",)),
            ("Korea", ("?",)),
        ]
    assert sorted(laid) == [0, 1, 2, 3]
    assert table.get("korea utara") == ("PRK",)
    assert first_word(" (Jum’at)") == "("


def test_a_pattern_of_phrases_takes_the_longest_and_is_told_from_none() -> None:
    pattern = re.compile(any_of(["new", "new year's eve", "a.m."]))
    assert [m.group() for m in pattern.finditer("new year’s\neve, new, aXm, a.m.")] == [
        "new year’s\neve",
        "new",
        "a.m.",
    ]
    assert re.search(any_of([]), "anything") is None
