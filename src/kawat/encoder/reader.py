"""Reads the sentences of one report with the network: windows, a first reading, a second for each event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from kawat.encoder import decode, features
from kawat.encoder.decode import Candidate, Settings
from kawat.encoder.features import Lexicon
from kawat.encoder.labels import STATUSES, TYPES
from kawat.encoder.output import Argument, EncoderOutput, EventSpan
from kawat.encoder.windows import Pieces, Window, align, cover
from kawat.model import Span

Array = npt.NDArray[np.float32]
Cue = tuple[int, int, int]  # start, end (code points), index of the type

LONGEST_SENTENCE = 160  # pieces; four times the usual wire sentence
MOST_SENTENCES, WINDOW_LENGTH = 4, 128


class Encoded(Protocol):
    """Pieces of a text, and where each stands in code points."""

    @property
    def ids(self) -> list[int]: ...

    @property
    def offsets(self) -> list[tuple[int, int]]: ...


class Tokenizer(Protocol):
    """What is used of `tokenizers.Tokenizer`."""

    def encode(self, text: str, *, add_special_tokens: bool) -> Encoded: ...


class Network(Protocol):
    """The two halves of the network. Rows of one call have one length: nothing is padded."""

    def stem(self, ids: npt.NDArray[np.int64], feats: Array) -> Array:
        """Hidden states of every piece of a window."""

    def read(self, hidden: Array) -> tuple[Array, Array]:
        """Trigger and mention columns of every piece."""

    def ask(self, hidden: Array, marks: npt.NDArray[np.int64]) -> tuple[Array, Array, Array, Array]:
        """Role columns of every piece; type, status, unspoken columns of the event that each row marks."""


@dataclass(frozen=True, slots=True)
class EncoderInput:
    """A sentence, and the cues that match in it: (start, end, index into `labels.TYPES`).

    `asked` are words to judge as triggers whether or not the first reading thinks of them.
    """

    text: str
    cues: tuple[Cue, ...] = ()
    asked: tuple[Span, ...] = ()


class Encoder:
    """Mentions and events of sentences. Make one with `kawat.encoder.load()`."""

    def __init__(
        self, network: Network, tokenizer: Tokenizer, lexicon: Lexicon, settings: Settings, version: str
    ) -> None:
        self._network, self._tokenizer, self._lexicon = network, tokenizer, lexicon
        self.settings, self.version = settings, version

    def pieces(self, text: str) -> Pieces:
        """A sentence as the network sees it."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        return align(text, encoded.ids, encoded.offsets, LONGEST_SENTENCE)

    def read(self, sentences: Sequence[EncoderInput]) -> tuple[EncoderOutput, ...]:
        """What each sentence of one report says. The sentences stand in order, since each is read with those before it.

        Every trigger that was judged comes back; those that score less than `settings.event` are likely no event. Words
        that no cue tells are not judged where even a sure second reading would leave them below it.
        """
        pieces = [self.pieces(s.text) for s in sentences]
        found: dict[int, EncoderOutput] = {}
        for w in cover(pieces, MOST_SENTENCES, WINDOW_LENGTH):
            inputs = [features.rows(self._lexicon, pieces[i].words, sentences[i].cues) for i in w.sentences]
            hidden = self._network.stem(w.ids[None], layout(w, [pieces[i] for i in w.sentences], inputs)[None])
            trigger, mention = self._network.read(hidden)
            for i, start in zip(w.sentences, w.starts, strict=True):
                p = pieces[i]
                if not p.words:
                    found[i] = EncoderOutput((), (), p.cut)
                    continue
                at = start + np.array(p.first)
                scores = trigger[0, at]
                told, asked = [Span(start, end) for start, end, _ in sentences[i].cues], sentences[i].asked
                ranges = {span: word_range(p, span) for span in dict.fromkeys((*told, *asked))}  # mostly the same
                candidates = decode.triggers(scores, self.settings, [ranges[span] for span in told])
                candidates += decode.further(scores, candidates, [ranges[span] for span in asked])
                around = hidden[:, start - 1 : start + len(p.ids) + 1]  # with the separators before and after
                events = self._ask(around, p, sorted(candidates, key=lambda c: (c.first, c.last)))
                found[i] = EncoderOutput(decode.mentions(mention[0, at], p.words), tuple(events), p.cut)
        return tuple(found[i] for i in range(len(sentences)))

    def _ask(self, hidden: Array, p: Pieces, candidates: Sequence[Candidate]) -> Iterator[EventSpan]:
        """What the second reading makes of each candidate of a sentence."""
        if not candidates:
            return
        marks = np.zeros((len(candidates), hidden.shape[1]), dtype=np.int64)
        for row, c in enumerate(candidates):
            marks[row, 1 + mark(p, c.first, c.last)] = 1
        role, kind, status, unspoken = self._network.ask(np.repeat(hidden, len(candidates), axis=0), marks)
        kind, status, unspoken = decode.softmax(kind), decode.softmax(status), decode.sigmoid(unspoken)
        at = 1 + np.array(p.first)
        for i, c in enumerate(candidates):
            score, best, share = decode.settle(c.types, kind[i], self.settings.trunk)
            args = decode.arguments(role[i, at], p.words, self.settings.role)
            spoken = {a.role for a in args}
            for j, name in enumerate(("actor", "recipient")):
                if name not in spoken and unspoken[i, j] >= self.settings.unspoken:
                    args.append(Argument(name, None, float(unspoken[i, j])))
            span = Span(p.words[c.first].span.start, p.words[c.last].span.end)
            top = int(status[i].argmax())
            yield EventSpan(span, TYPES[best], score, share, STATUSES[top], float(status[i, top]), tuple(args))


def layout(window: Window, pieces: Sequence[Pieces], feats: Sequence[Array]) -> Array:
    """The features of the words of a window, a row a piece: zero at the separators."""
    rows = np.zeros((len(window.ids), features.SIZE), dtype=np.float32)
    for p, start, words in zip(pieces, window.starts, feats, strict=True):
        if p.words:
            rows[start : start + len(p.ids)] = words[list(p.word_of)]
    return rows


def mark(pieces: Pieces, first: int, last: int) -> npt.NDArray[np.int64]:
    """Indexes of the pieces of words `first` to `last`."""
    end = pieces.first[last + 1] if last + 1 < len(pieces.first) else len(pieces.ids)
    return np.arange(pieces.first[first], max(end, pieces.first[last] + 1))


def word_range(pieces: Pieces, span: Span) -> tuple[int, int] | None:
    """Indexes of the first and the last word that overlap the span."""
    inside = [i for i, w in enumerate(pieces.words) if w.span.overlaps(span)]
    return (inside[0], inside[-1]) if inside else None


def word_at(pieces: Pieces, span: Span) -> int | None:
    """Index of the first word that overlaps the span."""
    return next((i for i, w in enumerate(pieces.words) if w.span.overlaps(span)), None)
