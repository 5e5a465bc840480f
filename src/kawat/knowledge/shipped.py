"""The shipped tables as bare lines, laid out row by row when one is asked for.

Most reports need a few hundred of fifteen thousand rows. That the rows agree with each other was checked when the
tables were generated (`tables.check`); what stands here only reads them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kawat.errors import TableError
from kawat.knowledge.types import Form, Known, Sense
from kawat.model import EntityKind
from kawat.text import first_word

_SENSES = {sense.value: sense for sense in Sense}
_KINDS = {kind.value: kind for kind in EntityKind}


def folder() -> Traversable:
    """The folder of the shipped tables."""
    return files("kawat.knowledge") / "data"


@cache
def lines(name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The rows of a shipped table, cells joined by tabs. Raises `TableError` for another header."""
    path = folder() / name
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    if not rows or tuple(rows[0].split("\t")) != columns:
        raise TableError(f"{path}: the columns must be {', '.join(columns)}")
    return tuple(rows[1:])


@cache
def by_first_word(name: str, columns: tuple[str, ...]) -> dict[str, list[int]]:
    """First word of the first cell, folded → the numbers of its rows; treat as read-only."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines(name, columns)):
        found.setdefault(first_word(line), []).append(number)
    return found


@cache
def by_cell(name: str, columns: tuple[str, ...], cell: int) -> dict[str, list[int]]:
    """What stands in a cell → the numbers of its rows; treat as read-only."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines(name, columns)):
        found.setdefault(line.split("\t", cell + 1)[cell], []).append(number)
    return found


@cache
def form(line: str) -> Form:
    """A row of a table of forms."""
    text, known_id, sense, language, exact, _ = line.split("\t")
    return Form(text, known_id, _SENSES[sense], None if language == "*" else language, exact == "1")


class Knowns(Mapping[str, Known]):
    """Rows of tables of knowns by id, each made when it is asked for."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = {row.partition("\t")[0]: row for row in rows}
        self._made: dict[str, Known] = {}

    def __getitem__(self, known_id: str) -> Known:
        made = self._made.get(known_id)
        if made is None:
            _, code, kind, name, state, _ = self._rows[known_id].split("\t")
            made = self._made[known_id] = Known(known_id, code, _KINDS[kind], name, state or None)
        return made

    def __contains__(self, known_id: object) -> bool:
        return known_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
