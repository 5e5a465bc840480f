"""Reads the TOML and TSV tables that ship with Kawat, and says file and row when one is wrong."""

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from kawat.errors import TableError


def read_toml(path: Traversable) -> dict[str, Any]:
    """The values of a TOML file. Raises `TableError` where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: {error}") from error


def read_tsv(path: Traversable, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row of a tab-separated file with a header.

    Empty lines and lines that begin with "#" are skipped. Raises `TableError` for another header or a short row.
    """
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise TableError(f"{path}:{number}: the columns must be {', '.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise TableError(f"{path}:{number}: {len(cells)} cells where {len(columns)} are needed")
        yield number, dict(zip(columns, cells, strict=True))
