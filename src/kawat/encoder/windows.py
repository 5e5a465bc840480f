"""Cuts a report into windows of a few sentences, as the encoder reads them: `<s> first </s> second </s> ...`.

A sentence is read with sentences before it, since those say who "ia" and "negara itu" are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kawat.text import Word, words

START, END = 0, 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as the tokenizer cuts it. `first[i]` is the index of the piece in which `words[i]` begins, or of the
    last piece that was kept where the sentence was cut; `word_of[j]` is the word that piece j belongs to.
    """

    text: str
    ids: tuple[int, ...]
    words: tuple[Word, ...]
    first: tuple[int, ...]
    word_of: tuple[int, ...]
    cut: bool = False


def align(text: str, ids: Sequence[int], offsets: Sequence[tuple[int, int]], longest: int) -> Pieces:
    """Words and pieces of a sentence side by side; pieces beyond `longest` and the words in them are left out."""
    cut = len(ids) > longest
    ids, offsets = ids[:longest], offsets[:longest]
    end = offsets[-1][1] if offsets else 0
    tokens = [w for w in words(text) if not cut or w.span.end <= end]
    first, word_of, piece = [], [0] * len(ids), 0
    for i, token in enumerate(tokens):
        while piece < len(ids) - 1 and offsets[piece][1] <= token.span.start:
            piece += 1
        first.append(piece)
        last = piece
        while last < len(ids) and offsets[last][0] < token.span.end:
            word_of[last] = i
            last += 1
    return Pieces(text, tuple(ids), tuple(tokens), tuple(first), tuple(word_of), cut)


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences read together. `sentences` are indexes; `starts[k]` is the position of the first piece of
    sentence `sentences[k]` in `ids`.
    """

    ids: npt.NDArray[np.int64]
    sentences: tuple[int, ...]
    starts: tuple[int, ...]


def window(pieces: Sequence[Pieces], sentences: Sequence[int]) -> Window:
    """The window of these sentences."""
    ids: list[int] = [START]
    starts = []
    for s in sentences:
        starts.append(len(ids))
        ids += (*pieces[s].ids, END)
    return Window(np.array(ids, dtype=np.int64), tuple(sentences), tuple(starts))


def cover(pieces: Sequence[Pieces], most: int, length: int) -> Iterator[Window]:
    """Windows of at most `most` sentences and about `length` pieces in which every sentence stands once."""
    first = 0
    while first < len(pieces):
        size, end = 2 + len(pieces[first].ids), first + 1
        while end < len(pieces) and end - first < most and size + len(pieces[end].ids) < length:
            size += len(pieces[end].ids) + 1
            end += 1
        yield window(pieces, range(first, end))
        first = end
