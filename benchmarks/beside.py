"""Measures on what lies beside the repository (../shared): event gold, two seeds and forty pages, none of them ours."""

import json
from collections.abc import Mapping
from contextlib import redirect_stdout
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from io import StringIO
from pathlib import Path
from types import ModuleType

import kawat
from benchmarks import coding, pages
from kawat.export.contract import encode, to_contract

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold" / "dev.jsonl"
SCORER = SHARED / "gold" / "score.py"
PAGES = SHARED / "data" / "html"
SEEDS = SHARED / "data" / "seeds"
CHECK = SHARED / "tools" / "check_record.py"


def coding_files() -> tuple[Path, ...]:
    """Event gold for choosing, and its scorer."""
    return GOLD, SCORER


def coding_figures() -> Mapping[str, float]:
    """F of each view of an event, on Indonesian."""
    scored = coding.figures(GOLD, "id")
    return {view: scored[view]["F"] for view in ("type", "trigger", "link", "event", "status")}


def pages_files() -> tuple[Path, ...]:
    """The pages and their gold."""
    return tuple(sorted(p for p in PAGES.glob("*") if p.suffix in (".html", ".json")))


def pages_figures() -> Mapping[str, float]:
    """The share of pages on which each point holds, and body F1."""
    with redirect_stdout(StringIO()):
        return pages.measure(PAGES)


def seeds_files() -> tuple[Path, ...]:
    """The seeds, what is expected of them, and the program that looks."""
    return (*sorted(SEEDS.glob("*.txt")), SEEDS / "expected.json", CHECK)


def seeds_figures() -> Mapping[str, float]:
    """The share of all points that hold, and of those on the article."""
    expected = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))
    check = _module("check_record", CHECK)
    points: list[tuple[str, bool]] = []
    for path in sorted(SEEDS.glob("*.txt")):
        (record,) = kawat.records(str(path))
        points += check.points(json.loads(encode(to_contract(record))), expected[path.name])
    article = [holds for what, holds in points if what.startswith(("article.", "body has no"))]
    return {"all": _share([holds for _, holds in points]), "article": _share(article)}


def _share(held: list[bool]) -> float:
    return sum(held) / len(held)


def _module(name: str, path: Path) -> ModuleType:
    loader = SourceFileLoader(name, str(path))
    spec = spec_from_loader(name, loader)
    if spec is None:
        raise ImportError(f"cannot load {path}")
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module
