"""Finds the phrases of a table in a text: leftmost, longest, on word boundaries."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


def first_word(phrase: str) -> str:
    """The first word of a phrase, folded; empty where it has none."""
    match = _WORD.search(phrase)
    return fold(match.group()) if match else ""


def slug(text: str) -> str:
    """Letters and digits of any text joined by hyphens, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode() or text
    return "-".join(re.findall(r"\w+", plain.casefold()))


def fold(word: str) -> str:
    """The form under which words are compared: case and typographic apostrophes do not count."""
    return word.casefold().replace("’", "'")


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of some phrases, longest first, with any white space and either apostrophe."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in ordered) or r"(?!)"


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
        self._waiting: dict[str, Sequence[int]] = {}
        self._row: Callable[[int], tuple[str, T, bool] | None] | None = None
        for phrase, value in rows:
            self._leaf(self._root, phrase).values.append(value)
        for phrase, value in exact:
            self._leaf(self._root, phrase).exact.append((phrase, value))

    @classmethod
    def waiting(
        cls, rows: Mapping[str, Sequence[int]], row: Callable[[int], tuple[str, T, bool] | None]
    ) -> "PhraseTable[T]":
        """A table of thousands of phrases that are laid out only once a text holds the first word of one.

        `rows` gives the numbers of the rows of each first word (`first_word`), `row` the phrase of a number, its value
        and whether it must stand letter for letter, or None for a row that is not of this table.
        """
        table: PhraseTable[T] = cls(())
        table._waiting, table._row = dict(rows), row
        return table

    def _leaf(self, node: _Node[T], phrase: str) -> _Node[T]:
        # Offsets are not needed to lay out rows.
        for word in _WORD.findall(phrase):
            node = node.next.setdefault(fold(word), _Node())
        return node

    def _begin(self, word: str) -> _Node[T] | None:
        """The node of a first word; its rows are laid out now where they still wait."""
        numbers = self._waiting.get(word)
        if numbers is not None and self._row is not None:
            root: _Node[T] = _Node()
            for found in map(self._row, numbers):
                if found is not None:
                    phrase, value, exact = found
                    leaf = self._leaf(root, phrase)
                    if exact:
                        leaf.exact.append((phrase, value))
                    else:
                        leaf.values.append(value)
            # Whole before it is seen: another thread may ask for the same word meanwhile.
            self._root.next.update(root.next)
            self._waiting.pop(word, None)
        return self._root.next.get(word)

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
            word = fold(tokens[i].text)
            following = self._begin(word) if node is self._root else node.next.get(word)
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
