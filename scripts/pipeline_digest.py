"""Writes `src/kawat/_pipeline.py`: the version of the rules. A changed rule makes a new record and keeps the old one;
changed rules of acts make Kawat derive those that a store keeps anew.

python scripts/pipeline_digest.py            writes it
python scripts/pipeline_digest.py --check    exit 1 where it is stale
"""

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "kawat"
TARGET = PACKAGE / "_pipeline.py"
# All that decides what a record says; the store, the questions and the faces do not.
ROOMS = ("model", "text", "lang", "ontology", "knowledge", "encoder", "read", "annotate", "record")
# All that decides which acts follow from claims and the judgements on them.
OF_ACTS = (
    "model",
    "text",
    "lang",
    "knowledge",
    "corroborate",
    "annotate/entities.py",
    "query/acts.py",
    "query/checked.py",
    "query/corrections.py",
    "store/settled.py",
)


def files(rooms: tuple[str, ...] = ROOMS) -> list[Path]:
    """Every shipped file of some rooms or single files, code and data, in a fixed order."""
    places = [PACKAGE / room for room in rooms]
    found = (path for place in places for path in (place, *place.rglob("*")) if path.is_file())
    return sorted(
        (p for p in found if "__pycache__" not in p.parts and not p.name.startswith(".")),
        key=lambda p: p.relative_to(PACKAGE).as_posix(),
    )


def digest(rooms: tuple[str, ...] = ROOMS) -> str:
    """Eight hex digits over names and bytes."""
    total = hashlib.sha256()
    for path in files(rooms):
        name = path.relative_to(PACKAGE).as_posix()
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()[:8]


def module() -> str:
    """The text of the module as it must be."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return (
        '"""The version of the rules; written by scripts/pipeline_digest.py, not by hand."""\n\n'
        f'PIPELINE = "{version}+{digest()}"\n'
        f'ACTS = "{digest(OF_ACTS)}"\n'
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="The version of the rules.")
    parser.add_argument("--check", action="store_true", help="only say whether it is stale")
    wanted = module()
    if parser.parse_args().check:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != wanted:
            print("src/kawat/_pipeline.py is stale: run `make pipeline`", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
