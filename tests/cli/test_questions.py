"""The questions as a person or a program asks them."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import BLR, LUKASHENKO, NOW, PUTIN, RUS, Says, report

from kawat.cli import main
from kawat.model import EventType, Status
from kawat.store import open_store

RECORD = report(
    "satu",
    Says("Putin menemui Lukashenko.", EventType.CONSULT, (PUTIN, LUKASHENKO)),
    Says("Rusia \x1b[31makan mengirim senjata.", EventType.AID, (RUS,), (BLR,), status=Status.PLANNED, speaker=PUTIN),
    quotes=(('=HYPERLINK("http://contoh.id")', LUKASHENKO),),
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "kawat.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(RECORD, NOW, {})
    return str(path)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.cli.questions.is_terminal", lambda: True)
    monkeypatch.setattr("kawat.cli.lines.is_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


COMMANDS = (
    ("articles",),
    ("claims",),
    ("dyad", "Belarus", "Rusia"),
    ("quotes", "Lukashenko"),
    ("search", "putin"),
    ("actor", "Minsk"),
    ("show", "c-satu-0"),
    ("show", "q-satu-0"),
    ("show", "a-satu"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_piped_it_is_json_lines(db: str, command: tuple[str, ...]) -> None:
    result = run(*command, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert result.stdout
    for line in result.stdout.splitlines():
        assert isinstance(json.loads(line), dict)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_terminal_it_is_lines_that_cannot_command_it(db: str, command: tuple[str, ...]) -> None:
    result = run(*command, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip()
    assert "\x1b" not in result.stdout
    assert not result.stdout.startswith("{")
    assert run(*command, "--db", db, "--json").stdout.startswith("{")


@pytest.mark.parametrize("command", COMMANDS)
def test_piped_it_is_lines_where_they_are_asked_for(db: str, command: tuple[str, ...]) -> None:
    result = run(*command, "--db", db, "--lines")
    assert result.exit_code == 0, result.stderr
    assert not result.stdout.startswith("{")
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("terminal")
def test_a_dyad_is_told_line_by_line(db: str) -> None:
    lines = run("dyad", "BLR", "RUS", "--db", db).stdout.splitlines()
    assert lines[0] == (
        "undated  asserted  CONSULT  Vladimir Putin (RUS) ↔ Alexander Lukashenko (BLR)  [TASS ‹ Harian Contoh]"
    )
    assert lines[1] == "    Putin menemui Lukashenko."
    assert lines[3].startswith("undated  planned  AID  Rusia (RUS) → Belarusia (BLR)  [Vladimir Putin ‹ TASS ‹ Harian")
    assert "␛[31makan mengirim" in lines[4]


def test_a_name_alone_asks_for_either_side(db: str) -> None:
    alone = run("claims", "BLR", "--db", db)
    assert alone.stdout
    assert alone.stdout == run("claims", "--either", "BLR", "--db", db).stdout


def test_csv_is_safe_to_open(db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("quotes", "Lukashenko", "--db", db, "--csv").stdout)))
    assert rows[0]["text"] == '\'=HYPERLINK("http://contoh.id")'
    empty = run("claims", "--status", "denied", "--csv", "--db", db)
    assert (empty.exit_code, empty.stdout.split(",")[0], empty.stderr) == (0, "id", "kawat: nothing found\n")


def test_what_takes_long_because_acts_are_not_kept_says_so(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "took long" not in run("claims", "--db", db).stderr
    monkeypatch.setattr("kawat.cli.questions.LONG", -1.0)
    told = "kawat: this took long: acts are not kept as this version derives them until `kawat doctor` has run"
    assert f"{told}: {db}" in run("claims", "--db", db).stderr


def test_a_limit_cuts_and_says_so(db: str) -> None:
    result = run("claims", "--limit", "1", "--db", db)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["c-satu-1"]
    assert result.stderr == "kawat: the newest 1 of 2\n"
    assert len(run("claims", "--limit", "1", "--no-limit", "--db", db).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("claims", "--type", "DANCE"), 2, "there is no type 'DANCE'; there are AGREE, CONSULT"),
        (("claims", "--since", "kemarin"), 2, "write YYYY"),
        (("claims", "--limit", "0"), 2, "1 or more"),
        (("claims", "--json", "--csv"), 2, "exclude each other"),
        (("claims", "BLR", "--either", "RUS"), 2, "exclude each other"),
        (("claims", "Zzyzx"), 3, "nobody is known as 'Zzyzx'"),
        (("dyad", "BLR", "RUS", "--lines", "--csv"), 2, "exclude each other"),
        (("claims", "--actor", "Zzyzx"), 3, "nobody is known as 'Zzyzx'"),
        (("dyad", "BLR", "Minsk"), 2, "the same actor"),
        (("dyad", "BLR"), 2, "Missing argument 'B'"),
        (("claims", "--status", "denied", "--fail-empty"), 3, "nothing found"),
        (("search", "-", "/"), 2, "no word to look for"),
        (("search", "Putin-Lukashenko 11/3/2022"), 0, "nothing found"),
        (("show", "xyz"), 3, "has the id, address or path 'xyz'"),
        (("show", "c-satu"), 3, "fits 2 ids"),
    ],
)
def test_errors_are_one_sentence_and_a_code(db: str, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run(*arguments, "--db", db)
    assert result.exit_code == code
    assert says in result.stderr
    assert "Traceback" not in result.output


def missing(path: Path) -> None:
    pass


def text(path: Path) -> None:
    path.write_text("bukan basis data" * 100)


def newer(path: Path) -> None:
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("make", "says"), [(missing, "there is no store"), (text, "is not a Kawat store"), (newer, "newer Kawat")]
)
def test_a_store_that_cannot_be_used(
    tmp_path: Path, command: tuple[str, ...], make: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "kawat.db"
    make(path)
    result = run(*command, "--db", str(path))
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr.startswith("kawat: ")
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1


def two_kimuras(path: Path) -> str:
    with open_store(path) as store:
        for letter in "ab":
            person = replace(PUTIN, id=f"own:kimura-{letter}", name=f"Kimura {letter}", aliases=("Kimura",))
            record = report(letter, Says("Utusan menemui tamu.", EventType.CONSULT, (PUTIN,)))
            claim = replace(record.claims[0], actors=(person.id,))
            with store.writer() as writer:
                writer.put(replace(record, entities=(person,), claims=(claim,)), NOW, {})
    return str(path)


def test_an_ambiguous_name_is_listed_for_a_program(tmp_path: Path) -> None:
    result = run("claims", "--actor", "Kimura", "--db", two_kimuras(tmp_path / "kawat.db"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "own:kimura-a" in result.stderr
    assert "own:kimura-b" in result.stderr


def test_an_ambiguous_name_is_asked_back_of_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = two_kimuras(tmp_path / "kawat.db")
    monkeypatch.setattr("kawat.cli.questions.is_asked", lambda: True)
    result = CliRunner().invoke(main, ["claims", "--actor", "Kimura", "--db", db], input="9\n2\n")
    assert result.exit_code == 0, result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["c-b-0"]
    assert "2  Kimura b" in result.stderr
