"""Bodies as numbers: MinHash keys under which bodies that share words meet, and all their shingles to compare by.

A shingle is five words in a row, folded and without marks. Words, shingles and sentences are hashed to 64 bits over
whole arrays, many bodies at once: a loop over words in Python costs ten times as much as the MinHash itself.

The MinHash has one permutation: the hashes of a body, which are sorted anyway, fall into bins by their first bits, and
the least one in each bin is kept. A bin that got none takes that of another one, looked for in an order of its own, so
that bodies that share most shingles fill their empty bins alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from string import punctuation

import numpy as np
import numpy.typing as npt

SHINGLE = 5
"""Words in a shingle."""

VERSION = 4
"""Of sketches; those of another version never meet."""

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]

_BIN_BITS = 7
_BINS = 1 << _BIN_BITS
_ROWS = 4  # 32 bands of 4: bodies that share half of their shingles meet nine times in ten, a fifth hardly ever
_BANDS = _BINS // _ROWS
_TRIES = 4  # bins that an empty one looks into one by one; with most bins full that is enough for nearly all
_LONG_SENTENCE = 9  # words; shorter ones are said by many
_MOST_SENTENCES = 60

_BATCH = 1 << 17  # bytes hashed at once: what is worked on stays in the processor's cache
_DIGITS = 16  # of a key
_WORD = 8  # bytes hashed in one step
_BLANK, _STOP = 0x20, 0x0A
_SENTENCE_ENDS = b".!?\n"
_WIDE_MARKS = tuple(one.encode() for one in "“”‘’«»–—…\u00a0\u2007\u2009\u202f\u3000")
_TABLE = bytes(
    _STOP if code in _SENTENCE_ENDS else _BLANK if code <= _BLANK or chr(code) in punctuation else code
    for code in range(256)
)
_FOLDING = _TABLE.lower()  # the same, and letters without marks in lower case

_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd: what is multiplied by it can be divided again
_UNMIX = np.uint64(pow(int(_MIX), -1, 1 << 64))
_HALF = np.uint64(32)
_PLACE_BITS = np.uint64(12)  # of a body in a batch
_MOST_BODIES = (1 << 12) - 1  # the bound after the last one fits too
_HASH_BITS = np.uint64(64 - 12)
_HASH_MASK = np.uint64((1 << (64 - 12)) - 1)
_REST_BITS = _HASH_BITS - np.uint64(_BIN_BITS)  # of a hash, without those that say its bin
_REST_MASK = np.uint64((1 << int(_REST_BITS)) - 1)
_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(_WORD + 1)], np.uint64)


def _salt(what: str) -> int:
    return int.from_bytes(blake2b(f"{VERSION}{what}".encode(), digest_size=8).digest(), "big")


_SENTENCE_SALT = np.uint64(_salt("s"))
_BAND_SALTS = np.array([_salt(f"b{number}") for number in range(_BANDS)], np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A body as it is looked for and compared.

    `marks` are hashes of MinHash bands and of long sentences: two bodies that share words in earnest share one.
    `shingles` are the hashes of all shingles, each once, in order; a body of fewer than five words is one shingle.
    """

    marks: Hashes
    shingles: Hashes

    @property
    def keys(self) -> frozenset[str]:
        """The marks as they are stored, 16 hexadecimal digits each."""
        digits = self.marks.astype(">u8").tobytes().hex()
        return frozenset(digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS))


@lru_cache(maxsize=512)
def sketched(text: str) -> Sketch:
    """The sketch of one body; a report is compared with several in a row."""
    return next(sketches((text,)))


def sketches(texts: Iterable[str]) -> Iterator[Sketch]:
    """The sketches of many bodies, in their order."""
    batch: list[bytes] = []
    size = 0
    for text in texts:
        batch.append(_plain(text))
        size += len(batch[-1])
        if size >= _BATCH or len(batch) == _MOST_BODIES:
            yield from _batch(batch)
            batch, size = [], 0
    yield from _batch(batch)


def containment(one: Sketch, other: Sketch) -> tuple[float, int]:
    """What share of the shorter body's shingles stands in the other, and how many."""
    fewer, more = one.shingles, other.shingles
    if len(fewer) > len(more):
        fewer, more = more, fewer
    if not len(fewer):
        return 0.0, 0
    # one past the end counts as the first, which is smaller than what is looked for there
    shared = int(np.count_nonzero(more.take(more.searchsorted(fewer), mode="wrap") == fewer))
    return shared / len(fewer), shared


def _plain(text: str) -> bytes:
    """Folded words with blanks between, and a line break where a sentence ends."""
    if text.isascii():
        return text.encode().translate(_FOLDING)
    line = text.casefold().encode("utf-8", "surrogatepass")
    for mark in _WIDE_MARKS:
        line = line.replace(mark, b" ")
    return line.translate(_TABLE)


def _batch(lines: Sequence[bytes]) -> Iterator[Sketch]:
    if not lines:
        return
    # One break before the first word and after the last, and room to read eight bytes from any letter.
    line = b"\n" + b"\n".join(lines) + b"\n" * _WORD
    letters = np.frombuffer(line, np.uint8)
    inside = letters > _BLANK
    turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = turns[0::2], turns[1::2]
    hashed = _words(line, starts, ends)
    stops = np.flatnonzero(letters == _STOP)
    bodies = np.cumsum([1, *(len(one) + 1 for one in lines)])  # where each body begins in the line
    first = np.searchsorted(starts, bodies)
    shingled = _shingles(hashed)
    own = [
        shingled[begin : end - SHINGLE + 1] if end - begin >= SHINGLE else _short(hashed[begin:end])
        for begin, end in pairwise(first.tolist())
    ]
    sentences = _sentences(hashed, np.searchsorted(starts, stops), stops, bodies)
    ordered, bounds = _once(own)
    bands = _bands(ordered, len(own))
    ordered &= _HASH_MASK
    for (start, end), mine, long in zip(pairwise(bounds), bands, sentences, strict=True):
        yield Sketch(np.concatenate((mine, long)) if start < end else ordered[start:end], ordered[start:end])


def _words(line: bytes, starts: Places, ends: Places) -> Hashes:
    """A hash of each word, eight bytes at a time."""
    eight: Hashes = np.ndarray((len(line) - _WORD + 1,), np.uint64, line, 0, (1,))
    sizes = ends - starts
    found: Hashes = eight[starts] & _MASKS.take(sizes, mode="clip")
    _mix(found)
    done, long = _WORD, np.flatnonzero(sizes > _WORD)
    while len(long):
        more = found[long] + (eight[starts[long] + done] & _MASKS.take(sizes[long] - done, mode="clip"))
        _mix(more)
        found[long] = more
        done += _WORD
        long = long[sizes[long] > done]
    return found


def _shingles(words: Hashes) -> Hashes:
    """A hash of every five words in a row, whichever body they are of."""
    number = max(len(words) - SHINGLE + 1, 0)
    found = words[:number].copy()
    for step in range(1, SHINGLE):
        found *= _MIX
        found += words[step : number + step]
    _mix(found)
    return found


def _short(words: Hashes) -> Hashes:
    """The one shingle of a body of fewer than five words; none of an empty one."""
    found = words[:1].copy()
    for step in range(1, len(words)):
        found *= _MIX
        found += words[step : step + 1]
    _mix(found)
    return found


def _bands(ordered: Hashes, bodies: int) -> Hashes:
    """For each body a row of hashes of its MinHash, in pieces; near-duplicates share one.

    `ordered` are the hashes of all bodies as `_once` gives them. The row of a body without any says nothing.
    """
    cells = (ordered >> _REST_BITS).astype(np.intp)
    new = np.flatnonzero(cells[1:] != cells[:-1]) + 1
    first = np.concatenate((np.zeros(min(len(cells), 1), np.intp), new))
    least = np.zeros(bodies * _BINS, np.uint64)
    least[cells[first]] = (ordered[first] & _REST_MASK) + np.uint64(1)  # none is 0, which is an empty bin's
    _fill(least)
    rows = least.reshape(bodies, _ROWS, _BANDS)
    found = rows[:, 0] + _BAND_SALTS
    for step in range(1, _ROWS):
        _mix(found)
        found += rows[:, step]
    _mix(found)
    return found


def _fill(least: Hashes) -> None:
    """Gives each empty bin what is in the first one that is not, in the order in which it looks; in place."""
    walks, turns = _walks()
    given = least.copy()
    empty = np.flatnonzero(least == 0)
    for step in range(_TRIES):
        bins = empty & (_BINS - 1)
        least[empty] = given[empty - bins + walks[step, bins]]
        empty = empty[least[empty] == 0]
    # What still is empty is of short bodies: all their bins are looked at together.
    for body in np.unique(empty >> _BIN_BITS).tolist():
        row = given[body * _BINS : (body + 1) * _BINS]
        full = np.flatnonzero(row)
        if len(full):
            bins = np.flatnonzero(least[body * _BINS : (body + 1) * _BINS] == 0)
            least[body * _BINS + bins] = row[full[turns[full[:, None], bins].argmin(axis=0)]]


@lru_cache(maxsize=1)
def _walks() -> tuple[Places, npt.NDArray[np.uint8]]:
    """Into which bin each one looks at each step; and at which step each bin is looked into by each."""
    drawn = np.arange(_BINS * _BINS, dtype=np.uint64) + np.uint64(_salt("w"))
    for _ in range(3):
        _mix(drawn)
    walks = np.argsort(drawn.reshape(_BINS, _BINS), axis=0)
    return walks, np.argsort(walks, axis=0).astype(np.uint8)


def _sentences(words: Hashes, breaks: Places, stops: Places, bodies: Places) -> Iterator[Hashes]:
    """For each body hashes of its long sentences, of many the first ones.

    `breaks` are how many words stand before each of the `stops`.
    """
    powers, inverse = _powers(len(words))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(words * powers[: len(words)])))
    long = np.flatnonzero(np.diff(breaks) >= _LONG_SENTENCE)
    begin, end = breaks[long], breaks[long + 1]
    found = (sums[end] - sums[begin]) * inverse[begin] + _SENTENCE_SALT
    _mix(found)
    owned = np.searchsorted(stops[long], bodies - 1).tolist()
    return (found[start : min(stop, start + _MOST_SENTENCES)] for start, stop in pairwise(owned))


def _powers(number: int) -> tuple[Hashes, Hashes]:
    """The first powers of the multiplier, at least so many, and what undoes each."""
    return _table(1 << max(12, number.bit_length()))


@lru_cache(maxsize=4)
def _table(number: int) -> tuple[Hashes, Hashes]:
    return np.full(number, _MIX).cumprod(dtype=np.uint64), np.full(number, _UNMIX).cumprod(dtype=np.uint64)


def _mix(hashes: Hashes) -> None:
    """Spreads what a hash says over all of its bits, in place."""
    hashes *= _MIX
    hashes ^= hashes >> _HALF


def _once(shingles: Sequence[Hashes]) -> tuple[Hashes, list[int]]:
    """The hashes of all bodies, each once, in order of their bodies, whose places are the first bits of what is given.

    And where those of each body begin, and the end.
    """
    places = np.repeat(np.arange(len(shingles), dtype=np.uint64) << _HASH_BITS, [len(one) for one in shingles])
    ordered = np.concatenate(shingles) >> _PLACE_BITS | places
    ordered.sort()
    new = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    ordered = ordered[new]
    bounds = np.arange(len(shingles) + 1, dtype=np.uint64) << _HASH_BITS
    return ordered, np.searchsorted(ordered, bounds).tolist()
