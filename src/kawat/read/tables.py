"""Tables of reports, a row each, as spreadsheets and programs that gather reports write them (CSV, TSV)."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from kawat.errors import InputError
from kawat.read.jsonl import known
from kawat.read.plain import clean
from kawat.read.source import MAX_BYTES, by_mark, refuse

OF_ROWS = (".csv", ".tsv")
"""Files of many reports, a row each. Of a folder they are not read: most tables there are no reports."""

_BETWEEN = ",;\t|"
_LOOKED_AT = 65_536


def rows(stream: BinaryIO, source: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows behind the first, by their numbers as a spreadsheet counts them, each with the names of its columns.

    Raises `InputError` for a table no column of which holds a text or page, and for one that breaks off.
    """
    begins = stream.read(_LOOKED_AT)
    stream.seek(0)
    refuse(begins, source)
    text = io.TextIOWrapper(stream, _encoding(begins), errors="replace", newline="")
    csv.field_size_limit(MAX_BYTES)
    try:
        first = text.readline()
        sign = max(_BETWEEN, key=lambda one: len(known(_cells(first, one))))
        names = _cells(first, sign)
        if "kawat" in names:
            raise InputError(f"{source}: these are claims that Kawat exported, not reports")
        if not known(names) & {"text", "html"}:
            told = ", ".join(map(clean, names[:8])) or "none"
            raise InputError(f"{source}: no column is named text or html (its columns: {told})")
        for number, row in enumerate(csv.reader(text, delimiter=sign), start=2):
            if any(row):
                yield number, dict(zip(names, row, strict=False))
    except csv.Error as error:
        raise InputError(f"{source}: the table is broken: {error}") from error
    finally:
        text.detach()  # the stream is closed by who opened it


def _cells(line: str, sign: str) -> list[str]:
    return next(csv.reader([line.removeprefix("\ufeff").rstrip("\r\n")], delimiter=sign), [])


def _encoding(begins: bytes) -> str:
    """What the first bytes are read as: by their mark, as UTF-8, or as the Windows-1252 of old spreadsheets."""
    if (marked := by_mark(begins)) is not None:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begins)  # a letter may be cut at their end
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
