"""Sentences out of the files of others, as plain text."""

import ast
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_NO_SPACE_BEFORE = frozenset((",", ".", ")", ";", ":", "?", "!", "%", "..."))


def joined(words: Iterable[str], tight: frozenset[str] = frozenset()) -> str:
    """Words and marks joined as they would be written; no space stands on either side of the `tight` ones."""
    sentence, quoted = "", False
    for word in words:
        if word == '"':
            close, quoted = quoted or not sentence or sentence.endswith("("), not quoted
        else:
            opened = sentence.endswith(("(", *tight)) or (quoted and sentence.endswith('"'))
            close = not sentence or opened or word in _NO_SPACE_BEFORE or word in tight
        sentence += word if close else f" {word}"
    return sentence


def treebank(path: Path) -> list[str]:
    """The sentences of a CoNLL-U file."""
    return [
        line.removeprefix("# text =").strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# text =")
    ]


def tagged(text: str) -> list[str]:
    """The sentences of a text with a word and its tag on each line, and an empty line between sentences."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.partition("\t")[0].strip())
        else:
            found.append([])
    return [joined(filter(None, words)) for words in found if any(words)]


_SLASH = frozenset(("/",))


def indosum(paths: Sequence[Path]) -> list[str]:
    """The sentences of IndoSum's articles, sorted by the articles' ids; of each article only the first copy."""
    articles: dict[str, Row] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            articles.setdefault(article["id"], article)
    sentences = (s for _, article in sorted(articles.items()) for p in article["paragraphs"] for s in p)
    return [" ".join(joined(words, _SLASH).split()) for words in sentences]


_SENTENCE_ENDS = re.compile(r'(?<=[a-z0-9)\]][.!?])\s+(?=["“A-Z])|(?<=[.!?]")\s+(?=["“A-Z])')


def facqa(path: Path) -> list[str]:
    """The sentences of FacQA's passages in order; a passage that answers several questions stands as often."""
    with path.open(encoding="utf-8", newline="") as lines:
        passages = [joined(ast.literal_eval(row["passage"]), _SLASH) for row in csv.DictReader(lines)]
    return [s.strip() for passage in passages for s in _SENTENCE_ENDS.split(passage) if s and s.strip()]


def columns(path: Path, tag: int) -> Iterator[Row]:
    """Sentences of a file with one word a line and its label in column `tag`; labels become spans."""
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if len(cells) > tag:
            words.append((cells[0], cells[tag]))
        elif words:
            yield _spans(words)
            words = []


_KINDS = {"PER": "person", "PERSON": "person", "ORG": "organization", "ORGANIZATION": "organization"}
_KINDS |= {"LOC": "place", "LOCATION": "place"}


def _spans(words: list[tuple[str, str]]) -> Row:
    text = ""
    spans: list[list[Any]] = []
    for word, label in words:
        if text and word not in {",", ".", ")", ";", ":", "?", "!", "%"} and not text.endswith("("):
            text += " "
        start = len(text)
        text += word
        head, _, kind = label.partition("-")
        if head == "B" or (head == "I" and (not spans or spans[-1][2] != _KINDS[kind])):
            spans.append([start, len(text), _KINDS[kind]])
        elif head == "I":
            spans[-1][1] = len(text)
    return {"text": text, "mentions": spans}
