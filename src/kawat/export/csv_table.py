"""Rows → CSV (RFC 4180) that a spreadsheet may open: no cell is taken for a formula.

Lists become one cell, items joined with "; "; an object becomes its JSON; null becomes an empty cell.
"""

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TextIO

import msgspec

# Other control characters say nothing in a table, and a terminal obeys some of them.
_CONTROL = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
# What spreadsheets evaluate at the head of a cell; full-width twins fold to these under NFKC.
_FORMULA = frozenset("=+-@\t\n")


def write(
    rows: Iterable[Mapping[str, object]], out: TextIO, columns: tuple[str, ...] = (), delimiter: str = ","
) -> None:
    """Writes a header and each row as it comes.

    The header is `columns`, or else the keys of the first row; without both nothing is written. Raises `ValueError`
    for a row with other keys than the header, because its cells would be lost.
    """
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if columns:
        writer.writerow([guarded(c) for c in columns])
    for row in rows:
        if not columns:
            columns = tuple(row)
            writer.writerow([guarded(c) for c in columns])
        if row.keys() != set(columns):
            raise ValueError(f"a row with the keys {', '.join(row)} in a table of {', '.join(columns)}")
        writer.writerow([_cell(row[c]) for c in columns])


def _cell(value: object) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Enum():
            return guarded(str(value.value))
        case str():
            return guarded(value)
        case int() | float():
            return value  # a number is no text: -10 stays -10
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return guarded(msgspec.json.encode(value).decode("utf-8"))
        case list() | tuple() | frozenset() | set():
            items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
            return guarded("; ".join(str(_bare(item)) for item in items))
    return guarded(str(value))


def _bare(item: object) -> str:
    match item:
        case None:
            return ""
        case Enum():
            return str(item.value)
        case Mapping() | list() | tuple():
            return msgspec.json.encode(item).decode("utf-8")
    return str(item)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet could take it for a formula.

    Blanks and invisible characters at the head do not hide a formula: some programs drop them on opening.
    A lone carriage return, which Python 3.11 leaves unquoted, becomes a line feed so that it cannot end the row.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    if text[:1] in _FORMULA and text:
        return "'" + text
    for character in text:
        if character.isspace() or unicodedata.category(character) in ("Cf", "Cc"):
            continue
        return "'" + text if unicodedata.normalize("NFKC", character)[:1] in _FORMULA else text
    return text
