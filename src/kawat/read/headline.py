"""Which line is the headline: what the page calls its title, what stands above the report, what the report is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.read import marks
from kawat.read.lines import AROUND_STORY, Line, Region, Witness
from kawat.read.shape import Shape
from kawat.text import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_ABOVE = 60  # lines above the first paragraph that are looked at
_ENOUGH = 1.0
_TOLD = 4  # so many words behind "Sumber:" tell something at least
_STEM = 5  # "sign" and "signed", "recall" and "recalls" are near enough to be one word


def find_headline(lines: Sequence[Line], shapes: Sequence[Shape], witness: Witness, low: int, high: int) -> int | None:
    """The index of the headline; None where no line is likely enough."""
    if low >= high and not witness.headlines:
        return None
    titles = [key(title) for title in witness.headlines]
    body = [i for i in range(low, high) if shapes[i].weight > 1]
    first = body[0] if body else low
    words = {fold(w)[:_STEM] for i in body[:12] for w in _WORD.findall(lines[i].text)}
    best, found = _ENOUGH, None
    for i in range(max(0, first - _ABOVE), min(len(lines), first + 4)):
        told = i < first and _is_told_by_source(shapes[i])
        if (shapes[i].marked and not told) or not 8 <= len(lines[i].text) <= 250:
            continue
        score = _by_page(lines[i], titles) + _by_words(lines[i], shapes[i], words, near=i >= first)
        score += _by_place(lines, shapes, i, first) - min(abs(first - i) * 0.12, 3.0)
        if score > best:
            best, found = score, i
    return found


def _is_told_by_source(shape: Shape) -> bool:
    """Whether a line gives sources the word, and no source: "Sumber: Kim Jong Un Akan Kunjungi Moskwa"."""
    words = shape.source or ""
    return len(words.split()) >= _TOLD and not marks.is_medium(words) and not replace(shape, source=None).marked


def key(text: str) -> str:
    """The letters and digits of a title, for comparing it with other prints of it."""
    return re.sub(r"[\W_]+", "", fold(text))


def _by_page(line: Line, titles: Sequence[str]) -> float:
    """What markup and metadata say."""
    score = {1: 3.0, 2: 1.5}.get(line.level, 0.0)
    if line.region is Region.HEADLINE or line.itemprop == "headline":
        score += 1.0
    if line.region in AROUND_STORY:
        score -= 2.0
    if line.links > 0.8 or line.list_item:
        score -= 1.5
    own = key(line.text)
    if own in titles:
        return score + 6.0
    if len(own) > 15 and any(t.startswith(own) and len(own) >= 0.5 * len(t) for t in titles):
        return score + 5.0
    return score


def _by_place(lines: Sequence[Line], shapes: Sequence[Shape], i: int, first: int) -> float:
    """A headline has its byline or date close behind it; what stands between those and the report is a caption, but for
    a line without a full stop that nothing but they stand above."""
    behind = shapes[i + 1 : min(i + 5, max(first, i + 1))]
    if any(s.date is not None or s.credits for s in behind):
        return 1.0
    before = shapes[max(0, i - 4) : i]
    alone = lines[i].story is None and any(s.date is not None or s.credits for s in before)
    if not alone or i + 1 != first:
        return 0.0
    opens = all(s.date is not None or s.credits for s in shapes[:i])
    return 1.5 if opens and not shapes[i].sentence and not shapes[i].caption else -0.8


def _by_words(line: Line, shape: Shape, words: set[str], *, near: bool) -> float:
    """What the words say: how many of them the report uses again, and whether they stand like a title."""
    own = [fold(w)[:_STEM] for w in _WORD.findall(line.text)]
    score = 3.5 * sum(w in words for w in own) / len(own) if own and words and not near else 0.0
    if shape.sentence and not line.text.endswith(("?", "!", '"', "”")):
        score -= 1.5
    if len(line.text.split()) < 3:
        score -= 3.0
    if shape.caption:
        score -= 2.0
    if len(line.text) > 160:
        score -= 1.5
    return score
