"""ROOM export format: what Kawat knows, as files of others. A format is one module with `write` and a line here."""

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol, TextIO

from kawat.export import csv_table, json_lines
from kawat.export.contract import RecordJson, to_contract

Format = Literal["jsonl", "csv"]


class Exporter(Protocol):
    """Writes rows as they come, holding none; the same rows give the same bytes."""

    def __call__(self, rows: Iterable[Mapping[str, object]], out: TextIO, columns: tuple[str, ...] = ()) -> None: ...


EXPORTERS: dict[Format, Exporter] = {
    "jsonl": json_lines.write,
    "csv": csv_table.write,
}


def write_rows(
    rows: Iterable[Mapping[str, object]],
    format: Format,  # noqa: A002  named as users name it
    out: TextIO,
    columns: tuple[str, ...] = (),
) -> None:
    """Writes rows in a format. `columns` gives a table its header where there may be no row."""
    EXPORTERS[format](rows, out, columns)


__all__ = ["EXPORTERS", "Exporter", "Format", "RecordJson", "to_contract", "write_rows"]
