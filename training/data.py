"""Turns prepared sentences into training windows with a label for every piece."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kawat.encoder import features
from kawat.encoder.features import Lexicon
from kawat.encoder.labels import KINDS, ROLES, STATUSES, TYPES, begins, goes_on
from kawat.encoder.reader import LONGEST_SENTENCE, layout, mark, word_at
from kawat.encoder.windows import Pieces, Window, align, window
from kawat.model import Span
from kawat.ontology import cues
from kawat.text import fold, words

Row = dict[str, Any]
Counts = dict[str, tuple[float, ...]]
IGNORE = -100
PAD = 1


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass
class EventLabel:
    """An event of a sentence, in words: trigger `first` to `last` (included)."""

    first: int
    last: int
    type: int
    status: int
    roles: np.ndarray | None  # a row a word, a column a role, of 0/1/2
    spans: list[tuple[str, int, int, frozenset[str]]]
    unspoken: dict[str, frozenset[str]] | None
    sparing: bool = True


@dataclass
class Sentence:
    """A sentence with what is known of it; None where nothing is."""

    pieces: Pieces
    feats: np.ndarray
    trigger: np.ndarray | None = None
    mention: np.ndarray | None = None
    events: list[EventLabel] | None = None
    mentions: list[tuple[int, frozenset[str]]] = field(default_factory=list)  # first word, codes without sectors


def lexicon_counts(documents: Iterable[Row]) -> tuple[Counts, dict[str, Counts]]:
    """Occurrences of each word, in all and in triggers of each type; over all blocks and for each block."""
    whole: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(1 + len(TYPES), dtype=np.float32))
    blocks: dict[str, dict[str, np.ndarray]] = {}
    for document in documents:
        own: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(1 + len(TYPES), dtype=np.float32))
        for sentence in document["sentences"]:
            if sentence["events"] is None:
                continue
            for word in words(sentence["text"]):
                own[fold(word.text)][0] += 1
                for event in sentence["events"]:
                    if word.span.overlaps(Span(*event["trigger"])):
                        own[fold(word.text)][1 + TYPES.index(event["type"])] += 1
        blocks[document["block"]] = own
        for key, values in own.items():
            whole[key] = whole[key] + values
    known = {key for key, values in whole.items() if values[1:].any()}

    def freeze(table: dict[str, np.ndarray]) -> Counts:
        return {k: tuple(v.tolist()) for k, v in table.items() if k in known}

    return freeze(whole), {block: freeze(table) for block, table in blocks.items()}


def find_cues(text: str, language: str) -> list[tuple[int, int, int]]:
    """Matches of the cue tables as (start, end, index of the type)."""
    found = cues(language).find(words(text))
    return [(f.span.start, f.span.end, TYPES.index(f.cue.type)) for group in found for f in group]


class Maker:
    """Makes `Sentence`s from prepared rows."""

    def __init__(self, tokenizer: Any, lexicon: Lexicon, mentions: dict[str, Any], cues: Any = None) -> None:
        self._tokenizer, self._lexicon, self._mentions, self._cues = tokenizer, lexicon, mentions, cues

    def pieces(self, text: str) -> Pieces:
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        return align(text, encoded.ids, encoded.offsets, LONGEST_SENTENCE)

    def sentence(self, row: Row, language: str, without: Counts | None = None) -> Sentence:
        p = self.pieces(row["text"])
        matches = self._cues(row["text"], language) if self._cues else ()
        made = Sentence(p, features.rows(self._lexicon, p.words, matches, without))
        if "mentions" in row:
            made.mention = self._mention(p, row["mentions"])
        if row.get("events") is not None:
            made.trigger = np.zeros(len(p.words), dtype=np.int64)
            made.events = [e for g in row["events"] if (e := self._event(p, g, made.trigger)) is not None]
        for start, end, _form, _ids, codes in self._mentions.get(row.get("id", ""), ()):
            at = word_at(p, Span(start, end))
            if at is not None and codes:
                made.mentions.append((at, frozenset(map(base, codes))))
        return made

    def _mention(self, p: Pieces, spans: Sequence[tuple[int, int, str]]) -> np.ndarray:
        out = np.zeros(len(p.words), dtype=np.int64)
        for start, end, kind in spans:
            new = True
            for i, word in enumerate(p.words):
                if word.span.overlaps(Span(start, end)):
                    out[i] = begins(KINDS.index(kind)) if new else goes_on(KINDS.index(kind))
                    new = False
        return out

    def _event(self, p: Pieces, gold: Row, trigger: np.ndarray) -> EventLabel | None:
        at = covered(p, *gold["trigger"])
        if not at:
            return None
        kind = TYPES.index(gold["type"])
        if not trigger[at].any():
            trigger[at] = goes_on(kind)
            trigger[at[0]] = begins(kind)
        status = STATUSES.index(gold["status"]) if gold["status"] else IGNORE
        roles = np.zeros((len(p.words), len(ROLES)), dtype=np.int64)
        if gold["status"] is None:  # English records: only actor and recipient are marked
            roles[:, 2:] = IGNORE
        spans = []
        for role, start, end, codes in gold["args"]:
            inside = covered(p, start, end)
            if inside:
                r = ROLES.index(role)
                roles[inside, r] = 2
                roles[inside[0], r] = 1
                spans.append((role, inside[0], inside[-1], frozenset(map(base, codes))))
        unspoken = gold["unspoken"]
        if unspoken is not None:
            unspoken = {k: frozenset(map(base, v)) for k, v in unspoken.items()}
        return EventLabel(at[0], at[-1], kind, status, roles, spans, unspoken, gold.get("sparing", True))


def covered(p: Pieces, start: int, end: int) -> list[int]:
    """Indexes of the words under a span."""
    return [i for i, w in enumerate(p.words) if w.span.start < end and start < w.span.end]


def pad(
    windows: Sequence[Window], pieces: Sequence[Sequence[Pieces]], feats: Sequence[Sequence[np.ndarray]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Piece ids, mask and features of windows, padded to one length; `pieces` and `feats` by window and sentence."""
    longest = max(len(w.ids) for w in windows)
    ids = np.full((len(windows), longest), PAD, dtype=np.int64)
    mask = np.zeros((len(windows), longest), dtype=np.float32)
    inputs = np.zeros((len(windows), longest, features.SIZE), dtype=np.float32)
    for row, (w, ps, fs) in enumerate(zip(windows, pieces, feats, strict=True)):
        n = len(w.ids)
        ids[row, :n], mask[row, :n], inputs[row, :n] = w.ids, 1, layout(w, ps, fs)
    return ids, mask, inputs


def base(code: str) -> str:
    """The state, body or group of a code: whom a party points at. Its sector its own words tell."""
    return code.partition(":")[0]


@dataclass
class Item:
    """A window of sentences to learn from."""

    sentences: list[Sentence]
    window: Window
    lower: Any = None  # what the layers that stand still make of it, once they have


def chop(document: Sequence[Sentence], rng: random.Random, most: int, length: int) -> Iterator[Item]:
    """Windows over a document; where they begin differs every time, so that contexts differ."""
    i = 0
    limit = rng.randint(1, most)
    while i < len(document):
        size, end = 2, i
        while end < len(document) and end - i < limit and (end == i or size + len(document[end].pieces.ids) < length):
            size += len(document[end].pieces.ids) + 1
            end += 1
        part = [s for s in document[i:end] if s.pieces.words]
        if part:
            yield Item(part, window([s.pieces for s in part], range(len(part))))
        i = end
        limit = most


def batches(items: list[Item], rng: random.Random, pieces: int) -> Iterator[list[Item]]:
    """Batches of windows of like length with about `pieces` pieces each, in random order."""
    rng.shuffle(items)
    items.sort(key=lambda item: len(item.window.ids) // 16)
    made: list[list[Item]] = []
    batch: list[Item] = []
    for item in items:
        if batch and (len(batch) + 1) * len(item.window.ids) > pieces:
            made.append(batch)
            batch = []
        batch.append(item)
    if batch:
        made.append(batch)
    rng.shuffle(made)
    yield from made


__all__ = [
    "IGNORE",
    "Counts",
    "EventLabel",
    "Item",
    "Maker",
    "Sentence",
    "batches",
    "chop",
    "lexicon_counts",
    "mark",
    "pad",
]
