"""Pairs quotation marks: every house style, mixed ones, and marks that were never closed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.model import Span

_MARKS = re.compile(r"[“”„‟\"«»‘’']|``|''")
_DOUBLE = frozenset('“”„‟"«»') | {"``", "''"}
_ONLY_OPENING = frozenset("“„‟«‘") | {"``"}
_ONLY_CLOSING = frozenset("”»’") | {"''"}
_EDGE = " \t\r\n\u00a0"
_TRAILING = _EDGE + ",;-–—"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    `outer` holds the marks, `content` neither them nor a comma at the end. `closed` is False where the mark that ends
    it is missing and the end was taken from the speech clause or the paragraph.
    """

    outer: Span
    content: Span
    closed: bool


def quoted(text: str, block: Span, lexicon: Lexicon) -> list[Quoted]:
    """The quoted stretches of one paragraph, in order; single marks inside double ones are not told apart."""
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, block.start, block.end):
        if _is_apostrophe(text, mark, block):
            continue
        if opened is not None and not _same_kind(opened, mark) and _stands_alone(text, opened, mark, block):
            opened = None  # "Interpol ’s": no mark at all
        if opened is None:
            if _may_open(text, mark, block) and not _before_speech(text, mark, block, lexicon):
                opened = mark
        elif _closes(text, opened, mark, block, lexicon):
            found.extend(_stretch(text, opened, mark.start(), mark.end(), closed=True))
            opened = None
        elif _same_kind(opened, mark) and _opens(text, mark, block):
            end = _unclosed_end(text, opened.end(), mark.start(), lexicon)
            found.extend(_stretch(text, opened, end, end, closed=False))
            opened = mark
    if opened is not None and opened.group() not in "'’‘":
        end = _unclosed_end(text, opened.end(), block.end, lexicon)
        found.extend(_stretch(text, opened, end, end, closed=False))
    return found


def running_on(text: str, found: Sequence[Quoted]) -> dict[Span, Span]:
    """The words of stretches that a paragraph leaves open, and those with which the next paragraph takes them up.

    A quotation of several paragraphs opens each of them with a mark and is closed at the end of the last.
    """
    pairs = (p for p in pairwise(found) if not p[0].closed)
    return {
        one.content: other.content
        for one, other in pairs
        if "\n" in (gap := text[one.outer.end : other.outer.start]) and not gap.strip()
    }


def _stretch(text: str, opened: re.Match[str], end: int, outer_end: int, *, closed: bool) -> Iterator[Quoted]:
    start = opened.end()
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    if start < end:
        yield Quoted(Span(opened.start(), outer_end), Span(start, end), closed)


def _is_apostrophe(text: str, mark: re.Match[str], block: Span) -> bool:
    """Between letters ("Jum'at", "don’t"), before figures ("'90") or after a plural ("workers' union")."""
    if mark.group() not in "'’‘":
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return (before.isalnum() and after.isalnum()) or after.isdigit()


def _stands_alone(text: str, opened: re.Match[str], mark: re.Match[str], block: Span) -> bool:
    """Whether a single mark before a double one opens nothing, as no single mark closes it in its paragraph."""
    if opened.group() in _DOUBLE:
        return False
    later = (m for m in _MARKS.finditer(text, mark.end(), block.end) if m.group() in "'’")
    return not any(not _is_apostrophe(text, m, block) and not _opens(text, m, block) for m in later)


def _same_kind(opened: re.Match[str], mark: re.Match[str]) -> bool:
    return (opened.group() in _DOUBLE) == (mark.group() in _DOUBLE)


def _opens(text: str, mark: re.Match[str], block: Span) -> bool:
    """By where it stands: after white space or an opening bracket, and before a word."""
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return (before in _EDGE or before in "([-–—:,.") and not (after in _EDGE or after in ".,;:!?)")


def _may_open(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark.group() in _ONLY_OPENING:
        return True
    if mark.group() in "'’":
        return _opens(text, mark, block)
    # Some outlets open with ”; with a space on both sides ("” Kami siap, ” kata") only the order tells.
    after = text[mark.end()] if mark.end() < block.end else " "
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    return before in _EDGE or not before.isalnum() or not (after in _EDGE or after in ".,;:!?)")


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], block: Span, lexicon: Lexicon) -> bool:
    if not _same_kind(opened, mark):
        return False
    if opened.group() in "'’‘" and mark.group() in "'’":
        return not _opens(text, mark, block)
    if mark.group() in _ONLY_CLOSING:
        # ”Kami siap,” kata X. ”Kami menunggu”: the third mark opens again, but then the second had closed.
        return True
    if _before_speech(text, mark, block, lexicon):
        return True  # “Mereka menyerang, "kata Adnan: the closing mark slipped to the verb
    if mark.group() in _ONLY_OPENING:
        return not _opens(text, mark, block)
    return not _opens(text, mark, block) or _spaced(text, opened, block)


def _before_speech(text: str, mark: re.Match[str], block: Span, lexicon: Lexicon) -> bool:
    """Whether a mark stands between a comma and a speech clause, where one can only close."""
    before = text[block.start : mark.start()].rstrip(_EDGE)[-1:]
    return before in ",?!" and before != "" and lexicon.inverted_here.match(text, mark.end(), block.end) is not None


def _spaced(text: str, opened: re.Match[str], block: Span) -> bool:
    """Whether the opening mark stood apart from its word, as in text put together from tokens."""
    return opened.end() < block.end and text[opened.end()] in _EDGE


def _unclosed_end(text: str, start: int, limit: int, lexicon: Lexicon) -> int:
    """Where a stretch without closing mark ends: before ", kata X", else at the end of the paragraph."""
    cue = lexicon.comma_inverted.search(text, start, limit)
    if cue:
        return cue.start()
    return limit
