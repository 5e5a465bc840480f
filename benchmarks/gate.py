"""Holds every measure of quality to its floor.

    python benchmarks/gate.py                                  exit 1 where a figure is under its floor
    python benchmarks/gate.py --only examples                  one measure
    python benchmarks/gate.py --write                          raises the floors to what is measured
    python benchmarks/gate.py --write --allow-regression       lowers them too; say why in the changelog

A measure is a line in MEASURES: a name, the files it is measured on, and a function that gives figures, higher is
better. Floors and a digest of those files stand in floors.toml, so that a figure is never compared with one that was
taken on other files. A measure whose files are not on this machine is skipped and said so; `always` ones must be there.
Processors round 8-bit products differently, which moves some acts of dev over a threshold: its floors have slack.
"""

import argparse
import hashlib
import math
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks import beside, chains, examples, statuses, stories, times, traps  # noqa: E402  found beside this file, wherever it is called from

FLOORS = HERE / "floors.toml"
STEP = 3  # decimals kept
SCALE = 10.0**3


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, on which files, and whether those must be there."""

    name: str
    files: Callable[[], tuple[Path, ...]]
    figures: Callable[[], Mapping[str, float]]
    always: bool = False
    slack: float = 0.0


MEASURES = (
    Measure("examples", examples.files, examples.figures, always=True),
    Measure("traps", traps.files, traps.figures, always=True),
    Measure("times", times.case_files, times.case_figures, always=True),
    Measure("indotimex", times.indotimex_files, times.indotimex_figures),
    Measure("words", times.words_files, times.words_figures),
    Measure("statuses", statuses.files, statuses.figures, always=True),
    Measure("chains", chains.files, chains.figures, always=True),
    Measure("stories", stories.files, stories.figures, always=True),
    Measure("seeds", beside.seeds_files, beside.seeds_figures),
    Measure("pages", beside.pages_files, beside.pages_figures),
    Measure("coding", beside.coding_files, beside.coding_figures, slack=0.01),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one measure gave beside what it must give."""

    name: str
    corpus: str
    figures: Mapping[str, float]
    floors: Mapping[str, float]
    known_corpus: str | None
    slack: float = 0.0

    def faults(self) -> list[str]:
        """What is wrong, a sentence each; empty where all is well."""
        if self.known_corpus is None:
            return [f"{self.name} has no floors yet: run with --write"]
        if self.known_corpus != self.corpus:
            return [f"the files of {self.name} are not those of its floors: run with --write and look at the change"]
        missing = [f"{self.name}.{n} is no longer measured" for n in self.floors if n not in self.figures]
        unheld = [f"{self.name}.{n} has no floor: run with --write" for n in self.figures if n not in self.floors]
        under = [
            f"{self.name}.{n} is {self.figures[n]:.{STEP}f}, under its floor {floor:.{STEP}f}"
            for n, floor in self.floors.items()
            if n in self.figures and round_down(self.figures[n] + self.slack) < floor
        ]
        return missing + unheld + under


def round_down(value: float) -> float:
    """Three decimals, never more than the value."""
    return math.floor(value * SCALE + 1e-9) / SCALE


def corpus_digest(files: tuple[Path, ...]) -> str:
    """Sixteen hex digits over names and bytes, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.name):
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()[:16]


def run(measure: Measure, known: Mapping[str, Any]) -> Result | str:
    """The result, or why there is none."""
    files = measure.files()
    missing = [p for p in files if not p.is_file()]
    if not files or missing:
        name = missing[0].name if missing else "its files"
        return f"{measure.name}: {name} is not on this machine"
    table = known.get(measure.name, {})
    floors, corpus = table.get("floors", {}), table.get("corpus")
    return Result(measure.name, corpus_digest(files), measure.figures(), floors, corpus, measure.slack)


def written(known: Mapping[str, Any], results: list[Result], *, lower: bool) -> str:
    """floors.toml with the results in it. A floor sinks only where `lower` is given."""
    tables = {name: dict(table) for name, table in known.items()}
    for result in results:
        same = result.known_corpus == result.corpus
        floors = {
            n: round_down(v) if lower or not same else max(round_down(v), result.floors.get(n, 0.0))
            for n, v in result.figures.items()
        }
        tables[result.name] = {"corpus": result.corpus, "floors": floors}
    lines = ["# Written by `benchmarks/gate.py --write`. A floor is lowered only with a reason in the changelog."]
    for name in sorted(tables):
        lines += ["", f"[{name}]", f'corpus = "{tables[name]["corpus"]}"', f"[{name}.floors]"]
        lines += [f'"{n}" = {v}' for n, v in sorted(tables[name]["floors"].items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Quality against its floors.")
    parser.add_argument("--only", choices=[m.name for m in MEASURES], help="one measure")
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --write: lower them too")
    options = parser.parse_args()
    known = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    results, faults = [], []
    for measure in MEASURES:
        if options.only not in (None, measure.name):
            continue
        result = run(measure, known)
        if isinstance(result, str):
            print(f"skipped  {result}")
            faults += [result] if measure.always else []
            continue
        results.append(result)
        faults += result.faults()
        for name, value in result.figures.items():
            print(f"{value:8.{STEP}f}  {result.name}.{name}  (floor {result.floors.get(name, math.nan):.{STEP}f})")
    if options.write:
        FLOORS.write_text(written(known, results, lower=options.allow_regression), encoding="utf-8")
        return 0
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
