import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import BLR, LUKASHENKO, NOW, RUS, UKR, Says, report

from kawat.cli import main
from kawat.export.formats import FORMATS
from kawat.model import EventType, Status
from kawat.store import open_store

RECORD = report(
    "satu",
    Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,), day=date(2022, 3, 11)),
    Says("Belarusia tidak akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED, LUKASHENKO),
)


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = tmp_path / "kawat.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(RECORD, NOW, {})
    return str(path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["export", *args], catch_exceptions=False)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((), ["c-satu-1", "c-satu-0"]),
        (("--status", "denied"), ["c-satu-1"]),
        (("--status", "any"), ["c-satu-1", "c-satu-0"]),
        (("--between", "Rusia", "Belarusia"), ["c-satu-0"]),
        (("--between", "Moskow", "Minsk", "--since", "2023"), []),
        (("--either", "Ukraina"), ["c-satu-1"]),
        (("--speaker", "Lukashenko"), ["c-satu-1"]),
        (("--limit", "1"), ["c-satu-1"]),
    ],
)
def test_conditions(db: str, asked: tuple[str, ...], found: list[str]) -> None:
    done = run("jsonl", "--db", db, *asked)
    assert done.exit_code == 0
    assert sorted(json.loads(line)["id"] for line in done.stdout.splitlines()) == sorted(found)
    assert f"kawat: {len(found)} claims as jsonl" in done.stderr


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_written_with_what_stands_beside_it(db: str, tmp_path: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    assert run(name, "--db", db, "-o", str(out)).exit_code == 0
    assert out.exists()
    sidecar = FORMATS[name].sidecar
    assert sorted(p.name for p in tmp_path.glob("out*")) == ["out", *([f"out{sidecar}"] if sidecar else [])]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("xls",), "there is no format 'xls'"),
        (("gdelt",), "say where with -o"),
        (("jsonl", "--between", "Rusia", "Belarusia", "--actor", "BLR"), "excludes"),
        (("jsonl", "--status", "loud"), "loud"),
    ],
)
def test_what_cannot_be_asked(db: str, asked: tuple[str, ...], words: str) -> None:
    done = run(*asked, "--db", db)
    assert done.exit_code == 2
    assert words in done.stderr


def test_help_lists_every_format() -> None:
    said = run("--help").stdout
    assert all(f"{name} " in said for name in FORMATS)
