"""What is known of a word before the network reads it: how often it expressed an act of each type in the training
sentences. It is data beside the weights (`lexicon.tsv`), so that verbs need not be learned from 3,000 sentences alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kawat.encoder.labels import TYPES
from kawat.text import Word, fold

LEXICON_SIZE = len(TYPES) + 1
SIZE = LEXICON_SIZE + len(TYPES)  # the lexicon's columns, then one for each type of cue that matches
_PRIOR = 2.0  # a word seen once must not look certain
_UNKNOWN = np.zeros(LEXICON_SIZE, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For a folded word, how often it stood in training sentences and how often in the trigger of each type."""

    counts: Mapping[str, tuple[float, ...]]

    def row(self, word: str, without: Mapping[str, tuple[float, ...]] | None = None) -> npt.NDArray[np.float32]:
        """Share of each type among a word's occurrences, and how well it is known; `without` counts are taken off."""
        key = fold(word)
        counts = self.counts.get(key)
        if counts is None:
            return _UNKNOWN
        out = np.zeros(LEXICON_SIZE, dtype=np.float32)
        values = np.array(counts, dtype=np.float32)
        if without is not None and key in without:
            values = values - np.array(without[key], dtype=np.float32)
        seen = max(float(values[0]), 0.0)
        out[:-1] = values[1:] / (seen + _PRIOR)
        out[-1] = np.log1p(seen) / 5
        return out


def rows(
    lexicon: Lexicon,
    words: Sequence[Word],
    cues: Sequence[tuple[int, int, int]] = (),
    without: Mapping[str, tuple[float, ...]] | None = None,
) -> npt.NDArray[np.float32]:
    """A row of features a word. `cues` are (start, end, type index) of cue matches in code points."""
    out = np.zeros((len(words), SIZE), dtype=np.float32)
    for i, word in enumerate(words):
        out[i, :LEXICON_SIZE] = lexicon.row(word.text, without)
        for start, end, kind in cues:
            if start < word.span.end and word.span.start < end:
                out[i, LEXICON_SIZE + kind] = 1.0
    return out
