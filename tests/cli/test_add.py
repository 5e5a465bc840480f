"""`kawat add` and `kawat doctor` as a person or a program runs them."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import NOW, RUS, UKR, Says, report

from kawat import corroborate, query
from kawat.cli import main
from kawat.model import EventType, Verdict
from kawat.store import open_store

PAGE = """Arvania dan Belmora Sepakati Patroli

Jumat, 3 Mei 2024 09:30 WIB

ARVA - Presiden Rusia Vladimir Putin bertemu Presiden Belarusia Alexander Lukashenko di Moskow, Jumat (3/5/2024).

Rusia mengecam Ukraina.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "berita"
    folder.mkdir()
    for i in range(3):
        (folder / f"{i}.txt").write_text(PAGE.replace("mengecam", "mengecam" + " keras" * i), encoding="utf-8")
    return folder


def run(*arguments: str, typed: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def summary(result: Result) -> dict[str, object]:
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_adding_twice_adds_nothing(folder: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "kawat.db")
    first, second = (run("add", str(folder), "--db", db, "--json") for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0), first.stderr
    assert (summary(first)["added"], summary(first)["known"], summary(first)["failed"]) == (3, 0, [])
    assert (summary(second)["added"], summary(second)["known"]) == (0, 3)
    doctor = run("doctor", "--db", db, "--json")
    assert (doctor.exit_code, summary(doctor)["sound"], summary(doctor)["articles"]) == (0, True, 3)


def test_the_summary_is_for_people_and_says_nothing_on_standard_output(folder: Path, tmp_path: Path) -> None:
    result = run("add", str(folder), "--db", str(tmp_path / "kawat.db"))
    assert result.stdout == ""
    assert result.stderr.startswith("3 articles added with ")
    assert len(result.stderr.splitlines()) == 1, "a bar is for terminals only"


def test_what_was_kept_is_read_again_by_newer_rules(folder: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "kawat.db")
    run("add", str(folder / "0.txt"), "--db", db)
    with sqlite3.connect(db) as connection:
        connection.execute("update run set pipeline = '0.0+older'")
    connection.close()
    again = run("add", str(folder / "0.txt"), "--db", db)
    assert again.stderr.startswith("1 article read again by newer rules with "), again.stderr
    with sqlite3.connect(db) as connection:
        connection.execute("update run set pipeline = pipeline || '.older'")
    connection.close()
    both = run("add", str(folder), "--db", db)
    assert both.stderr.startswith("2 articles added and 1 read again by newer rules with "), both.stderr


def test_sources_that_fail_are_listed_and_the_rest_is_added(folder: Path, tmp_path: Path) -> None:
    (folder / "kosong.txt").write_bytes(b"")
    result = run("add", str(folder), str(tmp_path / "none.txt"), "--db", str(tmp_path / "kawat.db"), "--json")
    assert result.exit_code == 4
    done = summary(result)
    assert done["added"] == 3
    assert isinstance(done["failed"], list)
    assert {Path(one["source"]).name for one in done["failed"]} == {"kosong.txt", "none.txt"}
    assert len(result.stderr.splitlines()) == 2
    assert "Traceback" not in result.output


def test_standard_input(tmp_path: Path) -> None:
    db = str(tmp_path / "kawat.db")
    result = run("add", "-", "--db", db, "--json", typed=PAGE.encode())
    assert (result.exit_code, summary(result)["added"]) == (0, 1)


@pytest.mark.parametrize("command", ["add", "doctor"])
def test_a_store_that_cannot_be_used(command: str, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kawat.db"
    db.write_text("bukan basis data" * 100)
    sources = (str(folder),) if command == "add" else ()
    result = run(command, *sources, "--db", str(db))
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (5, "", 1)
    assert db.read_text().startswith("bukan"), "it is left as it was"


def test_doctor_makes_no_store(tmp_path: Path) -> None:
    result = run("doctor", "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 5
    assert not (tmp_path / "none.db").exists()


def test_doctor_names_what_is_wrong(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kawat.db"
    run("add", str(folder), "--db", str(db))
    with sqlite3.connect(db) as connection:
        connection.execute("delete from current where article = (select min(article) from current)")
    connection.close()
    result = run("doctor", "--db", str(db))
    assert result.exit_code == 1
    assert result.stdout.startswith("current-run: ")
    assert "1 problem" in result.stdout


def test_doctor_names_the_damage_of_a_file(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kawat.db"
    run("add", str(folder), "--db", str(db))
    with sqlite3.connect(db) as connection:
        (page,) = connection.execute("select rootpage from sqlite_master where name = 'article'").fetchone()
        (other,) = connection.execute("select rootpage from sqlite_master where name = 'counted'").fetchone()
    connection.close()
    data = bytearray(db.read_bytes())
    for one in (page, other):
        data[(one - 1) * 4096 : one * 4096] = b"\xff" * 4096
    db.write_bytes(data)
    for asked in ((), ("--json",)):
        result = run("doctor", "--db", str(db), *asked)
        assert (result.exit_code, result.stderr) == (1, "")
    said = summary(result)
    assert (said["sound"], said["articles"]) == (False, None)
    assert {problem["code"] for problem in json.loads(result.stdout)["problems"]} == {"file"}


def test_a_process_leaves_one_file(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "kawat.db"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "kawat", "add", str(folder), "--db", str(db)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert [path.name for path in tmp_path.glob("kawat.db*")] == ["kawat.db"]


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [
        ("<&-", "read -", 4),
        ("<&-", "add - --db {db}", 4),
        ("<&-", "review --db {db}", 0),
        (">&-", "claims --db {db}", 0),
        (">&- 2>&-", "export csv --db {db}", 0),
    ],
)
def test_closed_streams_are_empty_ones(folder: Path, tmp_path: Path, closed: str, words: str, code: int) -> None:
    db = tmp_path / "kawat.db"
    assert CliRunner().invoke(main, ["add", str(folder), "--db", str(db)]).exit_code == 0
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    line = f"{sys.executable} -m kawat {words.format(db=db)} {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == code, done.stderr
    assert "Error" not in done.stderr
    assert [path.name for path in tmp_path.glob("kawat.db*")] == ["kawat.db"]
    with open_store(db) as store:
        assert store.check() == ()


@pytest.mark.parametrize("command", [("doctor",), ("doctor", "--rebuild"), ("add", "-")])
def test_reviews_of_an_older_store_are_felt_after(tmp_path: Path, command: tuple[str, ...]) -> None:
    db = str(tmp_path / "kawat.db")
    with open_store(db) as store, store.writer() as writer:
        writer.put(report("satu", Says("Rusia menyerang Ukraina.", EventType.ASSAULT, (RUS,), (UKR,))), NOW, {})
        writer.review([query.signed("c-satu-0", Verdict.CORRECTED, "Ani", NOW, status="denied")])
        writer.mark(corroborate.FORM)
    run(*command, "--db", db, typed=b"")
    with open_store(db) as store:
        assert [row.id for row in query.claims(store, status="denied").rows] == ["c-satu-0"]
        assert query.unheld(store) == ()


def test_a_store_of_another_kawat_is_rebuilt_before_more_is_added(tmp_path: Path, folder: Path) -> None:
    db = str(tmp_path / "kawat.db")
    assert run("add", str(folder), "--db", db).exit_code == 0

    def filed() -> list[list[tuple[object, ...]]]:
        tables = ("blocking", "sketch")
        return [connection.execute(f"select * from {one} order by 1, 2").fetchall() for one in tables]  # noqa: S608

    with sqlite3.connect(db) as connection:
        kept = filed()
        for one in ("delete from blocking", "update sketch set key = key || 'older'", "pragma user_version = 0"):
            connection.execute(one)
    assert all(kept)
    refused = run("add", str(folder), "--db", db)
    assert refused.exit_code != 0
    assert f"`kawat doctor --rebuild --db {db}`" in refused.stderr
    assert run("claims", "--db", db).exit_code == 0, "it answers all the same"
    looked = run("doctor", "--db", db)
    assert (looked.exit_code, "doctor --rebuild" in looked.stdout) == (1, True)
    assert run("doctor", "--rebuild", "--db", db).exit_code == 0
    assert run("doctor", "--db", db).exit_code == 0
    assert filed() == kept
    assert run("add", str(folder), "--db", db).exit_code == 0
    connection.close()
