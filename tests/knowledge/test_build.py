"""The shipped tables are what `resources/` says, and a wrong row there stops the build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(root / "scripts" / "build_tables.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "build_tables.py", tmp_path / "scripts")
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    shutil.copytree(ROOT / "src" / "kawat" / "knowledge" / "data", tmp_path / "src" / "kawat" / "knowledge" / "data")
    return tmp_path


def test_the_shipped_tables_are_fresh() -> None:
    done = build(ROOT, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stale_table_is_named_and_mended(copy: Path) -> None:
    table = copy / "resources" / "metonyms.tsv"
    table.write_text(table.read_text(encoding="utf-8") + "Istana Maimun\tid\tIDN\town\n", encoding="utf-8")
    stale = build(copy, "--check")
    assert stale.returncode == 1
    assert "forms.tsv is stale" in stale.stderr
    assert build(copy).returncode == 0
    assert "Istana Maimun\tIDN\tmetonym\tid\t0" in (copy / "src/kawat/knowledge/data/forms.tsv").read_text("utf-8")
    assert build(copy, "--check").returncode == 0


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("metonyms.tsv", "Istana Maimun\tid\tXXX\town", "unknown id"),
        ("metonyms.tsv", "Istana Maimun\tid\tIDN\thearsay", "the source 'hearsay' is not in SOURCES.tsv"),
        ("metonyms.tsv", "Kremlin\t*\tUKR\town", "'kremlin' stands for RUS|UKR and is not listed"),
        ("ambiguous.tsv", "kremlin\tRUS|UKR\town", "'kremlin' is listed for RUS|UKR but does not stand for them"),
        ("persons.tsv", "p:a-b\tA B\t\t\tRUS\tRUS head_of_state 2020/2019\town", "office of p:a-b ends on 2019-12-31"),
        ("persons.tsv", "p:a-b\tA B\t\t\tRUS\tRUS emperor 2020/2021\town", "role emperor is unknown (p:a-b)"),
        ("persons.tsv", "p:a-b\tA B\t\t\tRUS\tRUS head_of_state\town", "not of the form STATE role START/END"),
        ("persons.tsv", "p:vladimir-putin\tA B\t\t\tRUS\t\town", "the id p:vladimir-putin is told twice"),
        ("persons.tsv", "p:a-b\tA B\t\t\tXXX\t\town", "unknown code XXX"),
        ("places.tsv", "l:moscow\tUKR\tMoscow\t\t\t\t\town", "l:moscow lies in RUS after states.tsv, not in UKR"),
    ],
)
def test_a_wrong_row_stops_the_build(copy: Path, table: str, row: str, says: str) -> None:
    path = copy / "resources" / table
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    done = build(copy)
    assert done.returncode == 1
    assert says in done.stderr
    assert ".tsv" in done.stderr
