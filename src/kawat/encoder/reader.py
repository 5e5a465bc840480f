"""Reads the sentences of one report with the network: windows, first reading, one question an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from kawat.encoder import decode, features
from kawat.encoder.decode import Candidate, Settings
from kawat.encoder.features import Lexicon
from kawat.encoder.labels import STATUSES, TYPES
from kawat.encoder.output import Argument, EncoderOutput, EventSpan, MentionSpan
from kawat.encoder.windows import PAD, Pieces, Window, align, cover
from kawat.model import Span

Array = npt.NDArray[np.float32]
Cue = tuple[int, int, int]  # start, end (code points), index of the type

LONGEST_SENTENCE = 160  # pieces; four times the usual wire sentence
MOST_SENTENCES, WINDOW_LENGTH, OVERLAP = 4, 192, 1
BATCH = 16


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
    """The two halves of the network; arrays are padded to one length."""

    def stem(self, ids: npt.NDArray[np.int64], mask: Array, feats: Array) -> Array:
        """Hidden states of every piece of every window."""

    def read(self, hidden: Array, mask: Array) -> tuple[Array, Array]:
        """Trigger and mention columns of every piece."""

    def ask(self, hidden: Array, mask: Array, marks: npt.NDArray[np.int64]) -> tuple[Array, Array, Array, Array]:
        """Role columns of every piece; type, status, unspoken columns of every marked event."""


@dataclass(frozen=True, slots=True)
class EncoderInput:
    """A sentence, and the cues that match in it: (start, end, index into `labels.TYPES`).

    `asked` are words to judge as triggers whether or not the first reading thinks of them.
    """

    text: str
    cues: tuple[Cue, ...] = ()
    asked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """A candidate trigger in sentence `sentence`, whose first piece is at `start` of row `row` of the batch."""

    row: int
    sentence: int
    start: int
    candidate: Candidate


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

        Every trigger that was judged comes back; those that score less than `settings.event` are likely no event.
        """
        pieces = [self.pieces(s.text) for s in sentences]
        feats = [features.rows(self._lexicon, p.words, s.cues) for p, s in zip(pieces, sentences, strict=True)]
        found: dict[int, EncoderOutput] = {}
        windows = cover(pieces, MOST_SENTENCES, WINDOW_LENGTH, OVERLAP)
        windows.sort(key=lambda w: len(w.ids))  # so that little is padded
        for i in range(0, len(windows), BATCH):
            self._batch(windows[i : i + BATCH], pieces, feats, [s.asked for s in sentences], found)
        return tuple(found[i] for i in range(len(sentences)))

    def _batch(
        self,
        windows: Sequence[Window],
        pieces: Sequence[Pieces],
        feats: Sequence[Array],
        asked: Sequence[Sequence[Span]],
        found: dict[int, EncoderOutput],
    ) -> None:
        ids, mask, inputs = pad(windows, pieces, feats)
        hidden = self._network.stem(ids, mask, inputs)
        trigger, mention = self._network.read(hidden, mask)
        questions: list[_Question] = []
        mentions: dict[int, tuple[MentionSpan, ...]] = {}
        for row, w in enumerate(windows):
            for k in range(w.fresh, len(w.sentences)):
                s = w.sentences[k]
                p = pieces[s]
                if not p.words:
                    mentions[s] = ()
                    continue
                at = w.starts[k] + np.array(p.first)
                mentions[s] = decode.mentions(mention[row, at], p.words, self.settings.mention)
                scores = trigger[row, at]
                own = decode.triggers(scores, self.settings.candidate)
                own += decode.further(scores, own, [word_range(p, span) for span in asked[s]])
                questions += [_Question(row, s, w.starts[k], c) for c in own]
        events: dict[int, list[EventSpan]] = {s: [] for s in mentions}
        questions.sort(key=lambda q: len(pieces[q.sentence].ids))
        for i in range(0, len(questions), BATCH):
            self._ask(questions[i : i + BATCH], windows, pieces, hidden, events)
        for s, names in mentions.items():
            ordered = tuple(sorted(events[s], key=lambda e: e.trigger))
            found[s] = EncoderOutput(names, ordered, pieces[s].cut)

    def _ask(
        self,
        questions: Sequence[_Question],
        windows: Sequence[Window],
        pieces: Sequence[Pieces],
        hidden: Array,
        events: dict[int, list[EventSpan]],
    ) -> None:
        longest = max(len(pieces[q.sentence].ids) for q in questions) + 2
        parts = np.zeros((len(questions), longest, hidden.shape[2]), dtype=np.float32)
        mask = np.zeros((len(questions), longest), dtype=np.float32)
        marks = np.zeros((len(questions), longest), dtype=np.int64)
        for i, q in enumerate(questions):
            p = pieces[q.sentence]
            n = len(p.ids) + 2  # with the separators before and after
            parts[i, :n] = hidden[q.row, q.start - 1 : q.start - 1 + n]
            mask[i, :n] = 1
            marks[i, 1 + mark(p, q.candidate.first, q.candidate.last)] = 1
        role, kind, status, unspoken = self._network.ask(parts, mask, marks)
        kind, status, unspoken = decode.softmax(kind), decode.softmax(status), decode.sigmoid(unspoken)
        for i, q in enumerate(questions):
            score, best, share = decode.settle(q.candidate.types, kind[i], self.settings.trunk)
            p = pieces[q.sentence]
            at = 1 + np.array(p.first)
            args = decode.arguments(role[i, at], p.words, self.settings.role)
            spoken = {a.role for a in args}
            for j, name in enumerate(("actor", "recipient")):
                if name not in spoken and unspoken[i, j] >= self.settings.unspoken:
                    args.append(Argument(name, None, float(unspoken[i, j])))
            words = p.words
            span = Span(words[q.candidate.first].span.start, words[q.candidate.last].span.end)
            top = int(status[i].argmax())
            events[q.sentence].append(
                EventSpan(span, TYPES[best], score, share, STATUSES[top], float(status[i, top]), tuple(args))
            )


def pad(
    windows: Sequence[Window], pieces: Sequence[Pieces], feats: Sequence[Array] | Mapping[int, Array]
) -> tuple[npt.NDArray[np.int64], Array, Array]:
    """Piece ids, mask and features of the windows, padded to one length."""
    longest = max(len(w.ids) for w in windows)
    ids = np.full((len(windows), longest), PAD, dtype=np.int64)
    mask = np.zeros((len(windows), longest), dtype=np.float32)
    inputs = np.zeros((len(windows), longest, features.SIZE), dtype=np.float32)
    for row, w in enumerate(windows):
        ids[row, : len(w.ids)] = w.ids
        mask[row, : len(w.ids)] = 1
        for s, start in zip(w.sentences, w.starts, strict=True):
            p = pieces[s]
            if p.words:
                inputs[row, start : start + len(p.ids)] = feats[s][list(p.word_of)]
    return ids, mask, inputs


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
