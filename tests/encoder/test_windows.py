"""Sentences, pieces and windows."""

import pytest

from kawat.encoder.windows import END, START, Pieces, align, cover, window


def _pieces(count: int) -> Pieces:
    text = " ".join("kata" for _ in range(count))
    offsets = [(5 * i, 5 * i + 4) for i in range(count)]
    return align(text, list(range(10, 10 + count)), offsets, 100)


@pytest.mark.parametrize(
    ("text", "offsets", "first", "word_of"),
    [
        ("Iran menolak", [(0, 4), (4, 8), (8, 12)], (0, 1), (0, 1, 1)),
        ("(AS)", [(0, 1), (1, 3), (3, 4)], (0, 1, 2), (0, 1, 2)),
        ("AS, Iran", [(0, 3), (3, 8)], (0, 0, 1), (1, 2)),  # a piece over two words goes to the later one
    ],
)
def test_align(text: str, offsets: list[tuple[int, int]], first: tuple[int, ...], word_of: tuple[int, ...]) -> None:
    made = align(text, list(range(len(offsets))), offsets, 100)
    assert (made.first, made.word_of) == (first, word_of)
    assert not made.cut


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    made = align("satu dua tiga", [1, 2, 3], [(0, 4), (5, 8), (9, 13)], 2)
    assert made.cut
    assert [w.text for w in made.words] == ["satu", "dua"]
    assert len(made.ids) == 2


def test_a_window_keeps_where_each_sentence_begins() -> None:
    made = window([_pieces(2), _pieces(3)], (0, 1))
    assert made.ids.tolist() == [START, 10, 11, END, 10, 11, 12, END]
    assert made.starts == (1, 4)


@pytest.mark.parametrize("sizes", [[5], [5] * 7, [90, 90, 3, 3, 90], [0, 4, 0], [60, 60, 60, 60]])
def test_every_sentence_stands_in_one_window_in_order(sizes: list[int]) -> None:
    windows = list(cover([_pieces(n) for n in sizes], most=4, length=128))
    assert [s for w in windows for s in w.sentences] == list(range(len(sizes)))
    for w in windows:
        assert len(w.sentences) <= 4
        assert len(w.sentences) == 1 or len(w.ids) <= 128
