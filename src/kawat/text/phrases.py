"""Finds the phrases of a table in a text: leftmost, longest, on word boundaries."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from kawat.model import Span

T = TypeVar("T")

# A word is letters, digits and inner marks ("Jum'at", "Komsomolsk-on-Amur" is three words); anything else but white
# space is a word of its own, so that "U.S." and "(AS)" can be told apart.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Word:
    """A token and where it stands."""

    text: str
    span: Span


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The tokens of `text[start:end]`, punctuation included; spans are into `text`."""
    stop = len(text) if end is None else end
    return [Word(m.group(), Span(m.start(), m.end())) for m in _WORD.finditer(text, start, stop)]


def fold(word: str) -> str:
    """The form under which words are compared: case and typographic apostrophes do not count."""
    return word.casefold().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found, with every value that the table has for it."""

    span: Span
    values: tuple[T, ...]


class _Node(Generic[T]):
    __slots__ = ("exact", "next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: list[T] = []
        self.exact: list[tuple[str, T]] = []


class PhraseTable(Generic[T]):
    """A table of phrases, matched without regard to case unless a row is `exact`.

    Rows are `(phrase, value)`. Rows of `exact` must also stand in the text letter for letter: "AS" the state and not
    the English word.
    """

    def __init__(self, rows: Iterable[tuple[str, T]], exact: Iterable[tuple[str, T]] = ()) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in rows:
            self._leaf(phrase).values.append(value)
        for phrase, value in exact:
            self._leaf(phrase).exact.append((phrase, value))

    def _leaf(self, phrase: str) -> _Node[T]:
        node = self._root
        # Thousands of rows are laid out at every start: offsets are not needed for that.
        for word in _WORD.findall(phrase):
            node = node.next.setdefault(fold(word), _Node())
        return node

    def get(self, phrase: str) -> tuple[T, ...]:
        """The values of exactly this phrase; empty where the table does not have it."""
        match = next(self.find(phrase), None)
        tokens = words(phrase)
        if match is None or not tokens or match.span != Span(tokens[0].span.start, tokens[-1].span.end):
            return ()
        return match.values

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match[T]]:
        """Every phrase in `text[start:end]`, leftmost and longest, not overlapping; spans are into `text`."""
        tokens = words(text, start, end)
        i = 0
        while i < len(tokens):
            found = self._longest(text, tokens, i)
            if found is None:
                i += 1
                continue
            after, match = found
            yield match
            i = after

    def _longest(self, text: str, tokens: list[Word], first: int) -> tuple[int, Match[T]] | None:
        node, best = self._root, None
        for i in range(first, len(tokens)):
            following = node.next.get(fold(tokens[i].text))
            if following is None:
                break
            node = following
            if node.values or node.exact:
                span = Span(tokens[first].span.start, tokens[i].span.end)
                surface = span.of(text)
                values = (*node.values, *(v for phrase, v in node.exact if phrase == surface))
                if values:
                    best = i + 1, Match(span, values)
        return best
