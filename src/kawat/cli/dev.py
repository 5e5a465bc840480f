"""`kawat dev`: commands for people who work on Kawat."""

import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from kawat.errors import InputError

_KEYS = ("id", "block", "text")


@click.group()
def dev() -> None:
    """Commands for work on Kawat itself."""


@dev.command()
@click.argument("file", type=click.File("rb"))
def predict(file: BinaryIO) -> None:
    """Print the events of the sentences in FILE (or -), for scoring against a gold standard.

    FILE holds JSON Lines {"id", "block", "text"}; consecutive lines of one block are the body of one report, in
    order. Printed are JSON Lines {"id", "events"} in the form of the annotation guidelines, one for every line read.
    """
    from kawat.annotate import gold

    for row in gold.predict(lines(file)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def lines(file: BinaryIO) -> Iterator[dict[str, str]]:
    """The `id`, `block` and `text` of every line. Raises `InputError` with file and line where one is wrong."""
    name = getattr(file, "name", "-")
    for number, raw in enumerate(file, start=1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}:{number}: not JSON: {error}") from error
        if not isinstance(row, dict):
            raise InputError(f"{name}:{number}: not a JSON object")
        wrong = [key for key in _KEYS if not isinstance(row.get(key), str)]
        if wrong:
            raise InputError(f"{name}:{number}: no text under {', '.join(wrong)}")
        yield {key: row[key] for key in _KEYS}
