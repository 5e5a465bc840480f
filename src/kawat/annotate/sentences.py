"""Splits the read blocks of an article into sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kawat.lang import LANGUAGES, table
from kawat.model import Block, BlockKind, Document, Layer, Note, Sentence, Span
from kawat.text import any_of

READ = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.CAPTION, BlockKind.BODY})

_OPENING = "\"'“‘«„‟‹([{"
_CLOSING = "\"'”’»“›)]}"
# A run of end marks with what closes after it. Spaces before a closing mark ("itu. ”") are a habit of some outlets.
_END = re.compile(rf"(?P<mark>[.!?…]+)(?P<close>[{re.escape(_CLOSING)}]*)(?P<apart>\s[”\"»](?=\s|$))?(?P<gap>\s+|$)")
# "dekat ini.Dia": a full stop that lost its space; a web address or "KOMPAS.TV" has no lower case before a capital.
_TIGHT = re.compile(r"(?<=[a-z]{3})(?P<mark>[.!?])(?P<close>[”\"’]?)(?P<gap>)(?=[“\"]?[A-Z][a-z]+[ ,])")
_LAST_TOKEN = re.compile(r"[^\s(\[{“\"‘«]+$")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENING)}\s]*(?P<word>[^\W_]+)")
_WORD = re.compile(r"[^\W\d_]+")
# A sentence is of another language that has so many of its small words, and so many times as many as of the report's.
_SMALL, _TIMES = 4, 3
_EDGE = " \t\r\n\u00a0\u200b"
_AFTER_DATELINE = _EDGE + "-–—:"


@dataclass(frozen=True, slots=True)
class _Rules:
    closed: frozenset[str]
    before_number: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    said: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = table(language, "sentences")
    verbs = any_of(table(language, "speech")["verbs"])
    # "“Kapan?” Hartono bertanya.": the clause after a question or a call is its attribution, not a new sentence.
    said = re.compile(rf"[A-Z][\w'’.-]*(?:\s+[\w'’.-]+){{0,4}}?\s+(?:{verbs})\b(?=[^\w\s])")
    return _Rules(
        closed=_folded(words["abbreviations"]),
        before_number=_folded(words["before_number"]),
        open=_folded(words["open_abbreviations"]),
        starters=frozenset(words["starters"]),
        said=said,
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(w.casefold() for w in words)


def split(document: Document) -> Document:
    """Adds the sentences of headline, subtitle, caption and body blocks; a dateline is part of none.

    A sentence in another language that has a pack leaves a `Note`: it is read by the rules of the report's own.
    """
    article = document.article
    if article.language not in LANGUAGES:
        return document
    rules = _rules(article.language)
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if block.kind in READ:
            span = _without_dateline(article.text, block, article.dateline)
            found.extend(Sentence(s, index, block.kind) for s in _sentences(article.text, span, rules))
    notes = tuple(_notes(article.text, found, article.language))
    return replace(
        document, sentences=tuple(found), notes=(*document.notes, *notes), done=document.done | {Layer.SENTENCES}
    )


def _notes(text: str, found: list[Sentence], language: str) -> Iterator[Note]:
    """What to say of sentences in another language than the report's: "“The deal is off,” he said." in Indonesian."""
    own = _small_words(language)
    foreign = {other: _small_words(other) - own for other in LANGUAGES if other != language}
    for sentence in found:
        words = [w.casefold() for w in _WORD.findall(text, sentence.span.start, sentence.span.end)]
        here = sum(w in own for w in words)
        for other, small in foreign.items():
            if sum(w in small for w in words) >= max(_SMALL, _TIMES * here):
                message = f"its words are of {other!r}, the report is in {language!r}: it is read by the rules of that"
                yield Note("annotate.sentences", "other-language", message, sentence.span)


@cache
def _small_words(language: str) -> frozenset[str]:
    rows = table(language, "speech")
    return _folded(
        [w for key in ("prepositions", "pronouns", "clause", "adverbs", "articles", "being") for w in rows[key]]
    )


def _without_dateline(text: str, block: Block, dateline: Span | None) -> Span:
    if dateline is None or not block.span.covers(dateline):
        return block.span
    start = dateline.end
    while start < block.span.end and text[start] in _AFTER_DATELINE:
        start += 1
    return Span(start, block.span.end)


def _sentences(text: str, span: Span, rules: _Rules) -> Iterator[Span]:
    start = span.start
    for end in _ends(text, span, rules):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without outer white space; nothing where it has no letter or digit."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield Span(start, end)


def _ends(text: str, span: Span, rules: _Rules) -> Iterator[int]:
    """Offsets after the last mark of every sentence but the last of a block."""
    depth = _Depth(text, span.start)
    for match in sorted((*_find(_END, text, span), *_find(_TIGHT, text, span)), key=lambda m: m.start()):
        end = _close_end(text, span, match)
        if not text[end : span.end].strip(_EDGE):
            return
        inside = depth.at(match.start("mark")) and not _closes_bracket(match)
        if not inside and _is_end(text, span, match, end, rules):
            yield end


def _close_end(text: str, span: Span, match: re.Match[str]) -> int:
    """The end of the marks that close with a sentence; one that stands apart closes only if another was opened."""
    if match.groupdict().get("apart"):
        before = sum(text.count(mark, span.start, match.start()) for mark in '“”„"«»')
        if before % 2:
            return match.end("apart")
    return match.end("close")


def _find(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, span.start, span.end)


class _Depth:
    """Whether an offset lies inside round brackets; offsets must be asked for in order.

    A bracket that holds more than `LONGEST` characters was never closed, and does not swallow the paragraph.
    """

    LONGEST = 300

    def __init__(self, text: str, start: int) -> None:
        self._text, self._next, self._opened = text, start, -1

    def at(self, offset: int) -> bool:
        for i in range(self._next, offset):
            if self._text[i] == "(":
                self._opened = i
            elif self._text[i] == ")":
                self._opened = -1
        self._next = offset
        return self._opened >= 0 and offset - self._opened <= self.LONGEST


def _closes_bracket(match: re.Match[str]) -> bool:
    return ")" in match["close"]


def _is_end(text: str, span: Span, match: re.Match[str], end: int, rules: _Rules) -> bool:
    following = _NEXT_WORD.match(text, end, span.end)
    if following is None:
        return True
    word = following["word"]
    if word[0].islower():
        return False
    if match["mark"] == "." and end == match.end("mark"):
        return not _is_abbreviation(_last_token(text, span.start, match.start()), word, rules)
    if end > match.end("mark") and match["mark"][-1] in "?!":
        return rules.said.match(text, following.start("word"), span.end) is None
    return True


def _last_token(text: str, start: int, end: int) -> str:
    token = _LAST_TOKEN.search(text, max(start, end - 40), end)
    return token.group() if token else ""


def _is_abbreviation(token: str, following: str, rules: _Rules) -> bool:
    folded = token.casefold()
    if folded in rules.closed:
        return True
    if folded in rules.before_number and following[0].isdigit():
        return True
    if folded in rules.open:
        return following not in rules.starters
    # An initial ("George W. Bush", "A.A. Maramis"), unless the next word begins a sentence.
    initials = re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", token)
    return initials is not None and token[-1].isupper() and following not in rules.starters
