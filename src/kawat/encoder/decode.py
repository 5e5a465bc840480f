"""From scores to spans. Everything here works on arrays of one sentence with a row a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from kawat.encoder.labels import BEGINS, INSIDE, KINDS, OUTSIDE, ROLES, begins, goes_on
from kawat.encoder.output import Argument, MentionSpan
from kawat.model import Span
from kawat.text import Word

_REACH = 0.6
_LEAST = 1e-9  # instead of a probability of nothing
_HYPHENS = frozenset(("-", "–"))

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, chosen on the development sentences and shipped beside the weights.

    `candidate`: least trigger score of a word that is asked about; `event`: least score of an event; `cued`: the same
    where the cue tables tell of it too;
    `role`: least score of a word of an argument; `unspoken`: least score of a party without words; `trunk`: the share
    of the first reading in an event's score.
    """

    candidate: float = 0.3
    event: float = 0.5
    cued: float = 0.3
    role: float = 0.5
    unspoken: float = 0.5
    trunk: float = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` (included) that may be a trigger, with the probability of each type from one reading."""

    first: int
    last: int
    types: Array


def softmax(x: Array) -> Array:
    """Probabilities along the last axis."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(x: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-x)), dtype=np.float32)


def runs(inside: Sequence[bool], opens: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches (first, last) of words that are inside; a word that opens begins a new one."""
    found: list[tuple[int, int]] = []
    for i, (here, new) in enumerate(zip(inside, opens, strict=True)):
        if not here:
            continue
        if found and found[-1][1] == i - 1 and not new:
            found[-1] = found[-1][0], i
        else:
            found.append((i, i))
    return found


def triggers(scores: Array, settings: Settings, told: Iterable[tuple[int, int] | None] = ()) -> list[Candidate]:
    """Stretches of words that may express an act. `scores` are the trigger columns (logits).

    `told` are words (first, last) that cues tell; other words need a score from which a second reading, however sure,
    can still make an event.
    """
    p = softmax(scores)
    begin, go_on = p[:, 1::2], p[:, 2::2]
    by_type = begin + go_on
    inside = 1 - p[:, 0] >= settings.candidate
    kind = by_type.argmax(axis=1)
    rows = np.arange(len(kind))
    opens = begin[rows, kind] >= go_on[rows, kind]
    cued = {i for words in told if words is not None for i in range(words[0], words[1] + 1)}
    hopeful = (settings.event - (1 - settings.trunk)) / max(settings.trunk, 1e-6)
    found = []
    for first, last in runs(inside.tolist(), opens.tolist()):
        best = by_type[first : last + 1].sum(axis=1).argmax() + first
        if by_type[best].sum() >= hopeful or not cued.isdisjoint(range(first, last + 1)):
            found.append(Candidate(first, last, by_type[best]))
    return found


def further(scores: Array, found: Sequence[Candidate], asked: Iterable[tuple[int, int] | None]) -> list[Candidate]:
    """Candidates at the words `asked` (first, last), where none of those found stands."""
    p = softmax(scores)
    by_type = p[:, 1::2] + p[:, 2::2]
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    more = []
    for words in asked:
        if words is None or taken & set(range(words[0], words[1] + 1)):
            continue
        first, last = words
        taken |= set(range(first, last + 1))
        best = by_type[first : last + 1].sum(axis=1).argmax() + first
        more.append(Candidate(first, last, by_type[best]))
    return more


def mentions(scores: Array, words: Sequence[Word]) -> tuple[MentionSpan, ...]:
    """Names with their kinds. `scores` are the mention columns (logits); the likeliest whole labelling is taken."""
    p = softmax(scores)
    found: list[tuple[int, int, int]] = []  # first and last word, kind
    for i, label in enumerate(_likeliest(np.log(p + _LEAST))):
        if label == OUTSIDE:
            continue
        kind = (label - 1) // 2
        follows = bool(found) and found[-1][1] == i - 1 and found[-1][2] == kind
        if follows and (label == goes_on(kind) or words[i - 1].text in _HYPHENS):
            found[-1] = found[-1][0], i, kind
        else:
            found.append((i, i, kind))
    spans = []
    for first, last, kind in found:
        edges = _trimmed(words, first, last)
        if edges is not None:
            score = float((p[:, begins(kind)] + p[:, goes_on(kind)])[edges[0] : edges[1] + 1].mean())
            spans.append(MentionSpan(Span(words[edges[0]].span.start, words[edges[1]].span.end), KINDS[kind], score))
    return tuple(spans)


@cache
def _barred(labels: int) -> Array:
    """What the step from each label (row) to each other (column) adds: a name goes on only in its own kind."""
    steps = np.zeros((labels, labels), dtype=np.float32)
    for kind in range((labels - 1) // 2):
        steps[:, goes_on(kind)] = -np.inf
        steps[[begins(kind), goes_on(kind)], goes_on(kind)] = 0
    return steps


def _likeliest(scores: Array) -> list[int]:
    """The best sequence of labels (Viterbi) in which a name goes on only after a word of a name of its kind."""
    barred = _barred(scores.shape[1])
    best, back = scores[0] + barred[OUTSIDE], []
    for row in scores[1:]:
        steps = best[:, None] + barred
        back.append(steps.argmax(axis=0))
        best = steps.max(axis=0) + row
    labels = [int(best.argmax())]
    for came_from in reversed(back):
        labels.append(int(came_from[labels[-1]]))
    return labels[::-1]


def arguments(scores: Array, words: Sequence[Word], least: float) -> list[Argument]:
    """Every span of every role. `scores` are the role columns (logits).

    A span needs one word that scores at least `least`; its neighbours belong to it from `_REACH` of that on.
    """
    found = []
    by_role = softmax(scores.reshape(len(scores), len(ROLES), 3))
    for role, p in zip(ROLES, by_role.transpose(1, 0, 2), strict=True):
        inside = 1 - p[:, 0]
        if inside.max(initial=0.0) < least:
            continue
        opens = p[:, BEGINS] >= p[:, INSIDE]
        for first, last in runs((inside >= least * _REACH).tolist(), opens.tolist()):
            edges = _trimmed(words, first, last)
            if edges is not None and inside[first : last + 1].max() >= least:
                a, b = edges
                span = Span(words[a].span.start, words[b].span.end)
                found.append(Argument(role, span, float(inside[a : b + 1].mean())))
    return found


def _trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
    """Without marks at the edges, but with the bracket that closes one inside: "Selasa (21/11)"."""
    wordy = [i for i in range(first, last + 1) if words[i].text[0].isalnum()]
    if not wordy:
        return None
    first, last = wordy[0], wordy[-1]
    inner = [w.text for w in words[first : last + 1]]
    if inner.count("(") > inner.count(")") and last + 1 < len(words) and words[last + 1].text == ")":
        last += 1
    return first, last


def settle(trunk: Array, second: Array, share: float) -> tuple[float, int, float]:
    """Score of an event, its type's index and that type's share, from both readings.

    `trunk` has a column a type, `second` one for "no event" and one a type (probabilities).
    """
    mixed = share * trunk + (1 - share) * second[1:]
    score = float(mixed.sum())
    best = int(mixed.argmax())
    return score, best, float(mixed[best]) / max(score, 1e-6)
