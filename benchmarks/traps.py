"""Names and places that are easily taken for another: how many of our own rows are read right.

    python benchmarks/traps.py                  shares by class and half
    python benchmarks/traps.py --wrong          the rows of the open half that are read wrong

The rows lie in tests/traps/; what their columns mean is said there. Half of them are marked held: rules are made on
the open half alone, so that the held half says how far a rule carries.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kawat.annotate import mentions, places, sentences, times
from kawat.model import Article, Block, BlockKind, Document, Span
from kawat.read import read_bytes
from kawat.text import read_tsv

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "traps"
COLUMNS = ("class", "half", "kind", "language", "text", "expected")
TABLES = ("names", "places")
_MARK = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Trap:
    """A row: `spans` are the marked stretches of `text`, `expected` has as many answers."""

    table: str
    kind: str
    half: str
    block: str
    language: str
    text: str
    spans: tuple[Span, ...]
    expected: tuple[str, ...]


def files() -> tuple[Path, ...]:
    """The tables of traps."""
    return tuple(FOLDER / f"{name}.tsv" for name in TABLES)


def traps() -> Iterator[Trap]:
    """Every row of both tables. Raises `ValueError` where stretches and answers are not as many."""
    for path in files():
        for number, row in read_tsv(path, COLUMNS):
            spans: list[Span] = []
            for match in _MARK.finditer(row["text"]):
                start = match.start() - 2 * len(spans)
                spans.append(Span(start, start + len(match[1])))
            expected = tuple(row["expected"].split(" "))
            if len(spans) != len(expected):
                raise ValueError(f"{path.name}:{number}: {len(spans)} stretches, {len(expected)} answers")
            text = _MARK.sub(r"\1", row["text"])
            yield Trap(path.stem, row["class"], row["half"], row["kind"], row["language"], text, tuple(spans), expected)


def holds(trap: Trap) -> bool:
    """Whether every marked stretch is read as it should be."""
    document, offset = _annotated(trap)
    right = _name_right if trap.table == "names" else _place_right
    return all(
        right(document, Span(span.start + offset, span.end + offset), answer)
        for span, answer in zip(trap.spans, trap.expected, strict=True)
    )


def _annotated(trap: Trap) -> tuple[Document, int]:
    """The document of a row, and where the row's text begins in it."""
    if trap.block == "page":
        (read,) = read_bytes(f"Perundingan\n\n{trap.text}\n".encode(), "trap.txt")
        article = replace(read, language=trap.language)
    else:
        whole = Span(0, len(trap.text))
        article = Article("trap", "trap", trap.text, (Block(whole, BlockKind(trap.block)),), "0", trap.language)
    document = Document(article)
    for stage in (sentences.split, times.find, mentions.find, places.find):
        document = stage(document)
    return document, article.text.index(trap.text)


def _name_right(document: Document, span: Span, answer: str) -> bool:
    entities = {e.id: e for e in document.entities}
    near = [m for m in document.mentions if m.span.overlaps(span)]
    codes = {m.span: {c for e in m.entities for c in (e, entities[e].code)} for m in near}
    if answer == "-":
        return not any(span.covers(m) and codes[m] - {"UNKNOWN"} for m in codes)
    if answer.startswith("!"):
        return not any(answer[1:] in codes[m] for m in codes)
    wanted = set(answer.split(","))
    return bool(codes.get(span, {"UNKNOWN"} if not near else set()) & wanted)


def _place_right(document: Document, span: Span, answer: str) -> bool:
    near = [p for p in document.places if p.span.overlaps(span)]
    if answer == "-" or not near:
        return answer == "-" and not near
    if answer == "?":
        return near[0].id is None
    return bool({near[0].id, near[0].state} & set(answer.split(",")))


@cache
def results() -> tuple[tuple[Trap, bool], ...]:
    """Every row, and whether it is read right."""
    return tuple((trap, holds(trap)) for trap in traps())


def figures() -> Mapping[str, float]:
    """Shares of rows that are read right, by table and half."""
    keys = sorted({f"{t.table}.{t.half}" for t, _ in results()})
    return {key: share([ok for t, ok in results() if f"{t.table}.{t.half}" == key]) for key in keys}


def share(held: list[bool]) -> float:
    """The part of the values that are true."""
    return sum(held) / len(held)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="the wrong rows of the open half")
    if parser.parse_args().wrong:
        for trap, ok in results():
            if not ok and trap.half == "open":
                marked = [span.of(trap.text) for span in trap.spans]
                print(f"{trap.table} {trap.kind}: {trap.text}  {marked}  {trap.expected}")
        return 0
    for name, value in figures().items():
        count = sum(f"{t.table}.{t.half}" == name for t, _ in results())
        print(f"{value:6.3f}  {name}  ({count} rows)")
    for table, kind in dict.fromkeys((t.table, t.kind) for t, _ in results()):
        halves = [
            share([ok for t, ok in results() if (t.table, t.kind, t.half) == (table, kind, h)])
            for h in ("open", "held")
        ]
        print(f"        open {halves[0]:.2f}  held {halves[1]:.2f}  {table} {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
