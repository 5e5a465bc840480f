"""Rows → JSON Lines: lossless, one object a line, UTF-8, no line break inside a line."""

from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec


def write(rows: Iterable[Mapping[str, object]], out: TextIO, columns: tuple[str, ...] = ()) -> None:
    """Writes each row as it comes. `columns` is not needed: every line carries its keys."""
    encoder = msgspec.json.Encoder()
    for row in rows:
        out.write(encoder.encode(row).decode("utf-8") + "\n")
