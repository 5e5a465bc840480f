"""Reports that carry each other's words: wire copy whole or in part, and the same agency's story in two languages.

Copies are looked for by MinHash of five-word shingles (whole stories) and by long sentences (passages), and found by
the shingles themselves: what share of the shorter body stands in the other.
"""

import re
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from string import punctuation

from rensa import RMinHash

from kawat.model import Relay, RelayKind

SHINGLE = 5
"""Words in a shingle."""

_PERMUTATIONS = 128
_ROWS = 4  # 32 bands of 4: bodies that share half of their shingles meet nine times in ten, a fifth hardly ever
_SEED = 42
_FORM = f"2.{RMinHash.ALGORITHM_VERSION}"  # sketches of another algorithm never meet
_LONG_SENTENCE = 9  # words; shorter ones are said by many
_MOST_SENTENCES = 60

_MARKS = str.maketrans(dict.fromkeys(f"{punctuation}“”‘’«»–—…", " "))
_SENTENCE_END = re.compile(r"[.!?\n]")

_WHOLE = 0.8  # of the shorter body, where the longer is not half as long again
_SHARE = 0.5
_SHINGLES = 10
_SHARE_OF_ONE_AGENCY = 0.2
_SHINGLES_OF_ONE_AGENCY = 6
_LONG_PASSAGE = 40  # shingles: nobody writes a paragraph twice

_TRANSLATED_WITHIN = timedelta(days=1, hours=12)
_ALIGNED = 0.6


@dataclass(frozen=True, slots=True)
class Body:
    """The running text of a report and who is credited for it.

    `credits` are marks of the agencies credited with the report (ids, or folded names).
    """

    article: str
    text: str
    language: str | None
    credits: frozenset[str]
    published: datetime | None


def shingles(text: str) -> list[str]:
    """Every five words in a row, folded and without marks; for a shorter text, the text."""
    return _shingles(_words(text))


def _words(text: str) -> list[str]:
    return text.casefold().translate(_MARKS).split()


def _shingles(words: list[str]) -> list[str]:
    if len(words) < SHINGLE:
        return [" ".join(words)] if words else []
    # Cut out of one string by offsets: joining five words three hundred times takes twice as long.
    line = " ".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    return [line[start : end - 1] for start, end in zip(starts, starts[SHINGLE:], strict=False)]


@lru_cache(maxsize=512)
def _shingle_set(text: str) -> frozenset[str]:
    """The shingles of a body; a report is compared with several in a row."""
    return frozenset(shingles(text))


def sketch(text: str) -> frozenset[str]:
    """The keys under which a body is kept; two that share words in earnest share a key."""
    sentences = [_words(one) for one in _SENTENCE_END.split(text)]
    long = [words for words in sentences if len(words) >= _LONG_SENTENCE][:_MOST_SENTENCES]
    found = {f"{_FORM}s{blake2b(' '.join(words).encode(), digest_size=6).hexdigest()}" for words in long}
    made = _shingles([word for words in sentences for word in words])
    if made:
        (minhash,) = RMinHash.from_token_sets([made], num_perm=_PERMUTATIONS, seed=_SEED)
        found.update(bands(minhash.digest()))
    return frozenset(found)


def bands(digest: Sequence[int]) -> list[str]:
    """A MinHash digest in pieces; near-duplicates share one."""
    raw = array("I", digest).tobytes()
    width = _ROWS * 4
    pieces = (raw[start : start + width] for start in range(0, len(raw), width))
    return [f"{_FORM}b{number}.{blake2b(piece, digest_size=6).hexdigest()}" for number, piece in enumerate(pieces)]


def containment(one: Collection[str], other: Collection[str]) -> tuple[float, int]:
    """What share of the shorter body's shingles stands in the other, and how many."""
    mine, theirs = frozenset(one), frozenset(other)
    shared = len(mine & theirs)
    return (shared / min(len(mine), len(theirs)) if mine and theirs else 0.0), shared


def copied(one: Body, other: Body) -> Relay | None:
    """Whether one report carries the other's words, whole or in part; None where it does not. Symmetric."""
    mine, theirs = _shingle_set(one.text), _shingle_set(other.text)
    share, shared = containment(mine, theirs)
    if one.credits & other.credits:
        enough = share >= _SHARE_OF_ONE_AGENCY and shared >= _SHINGLES_OF_ONE_AGENCY
    else:
        enough = share >= _SHARE and shared >= _SHINGLES
    if not enough and shared < _LONG_PASSAGE:
        return None
    alike = max(len(mine), len(theirs)) < 1.5 * min(len(mine), len(theirs))
    kind = RelayKind.WHOLE if share >= _WHOLE and alike else RelayKind.PART
    left, right = sorted((one.article, other.article))
    return Relay(left, right, kind, round(share, 4))


def translated(one: Body, other: Body, aligned: tuple[int, int], claims: tuple[int, int]) -> Relay | None:
    """Whether one report may be the other in another language; None where it is not. Symmetric.

    `aligned` counts the claims of each that have a like in the other, `claims` all claims of each. Both must credit
    the same agency; the share is lower than a copy's, for two stories of one agency on one act look the same.
    """
    if one.language == other.language or not one.credits & other.credits or not all(claims):
        return None
    if one.published is None or other.published is None or abs(one.published - other.published) > _TRANSLATED_WITHIN:
        return None
    share = sum(aligned) / sum(claims)
    if share < _ALIGNED:
        return None
    left, right = sorted((one.article, other.article))
    return Relay(left, right, RelayKind.TRANSLATION, round(share / 2, 4))
