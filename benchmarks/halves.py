"""The report on own cases, half of them set aside: how many are wrong by class, and the faults of the seen half."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A case that was read: its class, language and half, whether it is right, and how to tell what is wrong."""

    kind: str
    language: str
    half: str
    right: bool
    fault: Callable[[], str]


def options(description: str | None) -> argparse.Namespace:
    """`language` (None: both) and `faults`, from the command line."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("id", "en"))
    parser.add_argument("--faults", action="store_true", help="list what is wrong in the seen half")
    return parser.parse_args()


def report(rows: Iterable[Row], *, faults: bool) -> None:
    """Prints the faults of the seen half if asked for, and then how many are wrong in each class."""
    wrong: Counter[tuple[str, str, str]] = Counter()
    total: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        key = (row.kind, row.language, row.half)
        total[key] += 1
        wrong[key] += not row.right
        if faults and row.half == "seen" and not row.right:
            print(row.fault())
    for key in total:
        if wrong[key]:
            print(f"{wrong[key]:3} of {total[key]:3} wrong  {' '.join(key)}")
