"""Whatever is given: one sentence, the documented exit code, never a traceback."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from kawat.cli import main

Make = Callable[[Path], list[str]]


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def kawat(*arguments: str, folder: Path) -> Done:
    """A command run in a folder; an exception that reaches the top is a traceback to the user."""
    with contextlib.chdir(folder):
        result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return Done(result.exit_code, result.stdout, result.stderr)


def file(name: str, data: bytes) -> Make:
    def make(folder: Path) -> list[str]:
        (folder / name).write_bytes(data)
        return [name]

    return make


def empty_folder(folder: Path) -> list[str]:
    (folder / "hampa").mkdir()
    return ["hampa"]


def loop(folder: Path) -> list[str]:
    (folder / "dalam").mkdir()
    (folder / "dalam" / "lagi").symlink_to(folder, target_is_directory=True)
    return ["."]


def broken_link(folder: Path) -> list[str]:
    (folder / "putus.txt").symlink_to(folder / "tiada.txt")
    return ["putus.txt"]


def pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipa.txt")
    return ["pipa.txt"]


def odd_name(folder: Path) -> list[str]:
    name = os.fsdecode(b"lap\xffran.txt")
    (folder / name).write_text("Filipina menuduh China.\n\nChina membantah tuduhan itu.\n", encoding="utf-8")
    return [name]


WORDS = b"Filipina menuduh China mengirim kapal. "
BOMB = b"<html><body>" + b"<div>" * 50_000 + b"Filipina menuduh China." + b"</div>" * 50_000

SOURCES: list[tuple[str, Make, set[int]]] = [
    ("missing", lambda _: ["tiada.txt"], {4}),
    ("empty name", lambda _: [""], {4}),
    ("endless name", lambda _: ["x" * 5000], {4}),
    ("empty", file("kosong.txt", b""), {4}),
    ("blank", file("putih.txt", b" \n\t\n"), {4}),
    ("binary", file("biner.txt", bytes(range(256)) * 64), {4}),
    ("zip", file("arsip.html", b"PK\x03\x04" + bytes(range(256)) * 64), {4}),
    ("null bytes", file("nol.txt", WORDS + b"\0\0\0" + WORDS), {0, 4}),
    ("broken UTF-8", file("rusak.txt", WORDS + b"\xff\xfe\xc3" + WORDS), {0}),
    ("UTF-16", file("enambelas.txt", (WORDS.decode() * 3).encode("utf-16")), {0}),
    ("UTF-16 without a mark", file("enambelas.txt", (WORDS.decode() * 3).encode("utf-16-le")), {0, 4}),
    ("one long line", file("panjang.txt", b"Filipina menuduh China " * 40_000), {0, 4}),
    ("deep HTML", file("dalam.html", BOMB), {0, 4}),
    ("HTML of nothing", file("hampa.html", b"<!doctype html><html><body></body></html>"), {4}),
    ("broken HTML", file("buruk.html", b"<html><p>Filipina <b>menuduh China.<table><script>" * 50), {0, 4}),
    ("empty folder", empty_folder, {0, 4}),
    ("folder loop", loop, {0, 4}),
    ("broken link", broken_link, {4}),
    ("pipe", pipe, {4}),
    ("odd name", odd_name, {0}),
    ("address", lambda _: ["http://harian.example/a"], {4}),
    ("control marks", file("kendali.txt", b"\x1b[2J\x1b]0;judul\x07" + WORDS * 3), {0, 4}),
]


@pytest.mark.parametrize(("make", "codes"), [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_read(tmp_path: Path, make: Make, codes: set[int]) -> None:
    done = kawat("read", "--json", *make(tmp_path), folder=tmp_path)
    assert done.returncode in codes, done.stderr
    said = done.stderr.splitlines()
    assert len(said) == (done.returncode != 0), done.stderr
    assert all(line.startswith("kawat: ") for line in said)
    for line in done.stdout.splitlines():
        record = json.loads(line)
        text = record["article"]["text"]
        assert all(text[c["start"] : c["end"]] == c["sentence"] for c in record["claims"])


def no_store(folder: Path) -> str:
    return str(folder / "tiada.db")


def a_folder(folder: Path) -> str:
    (folder / "map.db").mkdir()
    return "map.db"


def no_database(folder: Path) -> str:
    (folder / "teks.db").write_text("bukan basis data " * 100, encoding="utf-8")
    return "teks.db"


def other_database(folder: Path) -> str:
    with sqlite3.connect(folder / "lain.db") as connection:
        connection.execute("create table lain (satu integer)")
    connection.close()
    return "lain.db"


def newer_store(folder: Path) -> str:
    path = folder / "baru.db"
    assert kawat("add", "--db", str(path), "tiada.txt", folder=folder).returncode == 4
    connection = sqlite3.connect(path)
    connection.execute("update alembic_version set version_num = 'r9999'")
    connection.commit()
    connection.close()
    return "baru.db"


def cut_store(folder: Path) -> str:
    path = folder / "potong.db"
    assert kawat("add", "--db", str(path), "tiada.txt", folder=folder).returncode == 4
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return "potong.db"


STORES = {
    "missing": no_store,
    "folder": a_folder,
    "no database": no_database,
    "another's database": other_database,
    "newer": newer_store,
    "cut": cut_store,
}
QUESTIONS = [["claims"], ["dyad", "Filipina", "China"], ["show", "c1"], ["doctor"], ["serve", "--port", "0"]]


@pytest.mark.parametrize("store", STORES.values(), ids=STORES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q[0])
def test_a_store_that_cannot_be_used(tmp_path: Path, store: Callable[[Path], str], question: list[str]) -> None:
    done = kawat(*question, "--db", store(tmp_path), folder=tmp_path)
    assert (done.returncode, done.stdout) == (5, ""), done.stderr
    (said,) = done.stderr.splitlines()
    assert said.startswith("kawat: ")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    (folder / "satu.txt").write_text(
        "Filipina Tuduh China\n\nFilipina menuduh China melanggar perjanjian, Kamis (2/5/2024).\n", encoding="utf-8"
    )
    assert kawat("add", "satu.txt", folder=folder).returncode == 0
    return folder


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (["claims", "--actor", "Tuan Tiada"], 3),
        (["articles", "--since", "kemarin"], 2),
        (["articles", "--outlet", " "], 2),
        (["claims", "--actor", ""], 2),
        (["claims", "--type", "SHOUT"], 2),
        (["claims", "--type", "ACCUSE/shout"], 2),
        (["claims", "--status", "loud"], 2),
        (["claims", "--since", "kemarin"], 2),
        (["claims", "--since", "2024-13-45"], 2),
        (["claims", "--limit", "0"], 2),
        (["claims", "--limit", "banyak"], 2),
        (["claims", "--loud"], 2),
        (["claims", "--json", "--csv"], 2),
        (["dyad", "Filipina"], 2),
        (["dyad", "Filipina", "Filipina"], 2),
        (["dyad", "Filipina", "Tuan Tiada"], 3),
        (["actor", "Tuan Tiada"], 3),
        (["quotes", "Tuan Tiada"], 3),
        (["show", "zzz"], 3),
        (["show", ""], 2),
        (["search", ""], 2),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else str(part),
)
def test_a_question_that_cannot_be_answered(filled: Path, question: list[str], code: int) -> None:
    done = kawat(*question, folder=filled)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize(
    "words", ['"', "'", "*", "AND", "NEAR(", "a OR b", "-x", "col:x", "(", "^", "; drop table claim", "%", "🙂"]
)
def test_words_are_words_and_never_syntax(filled: Path, words: str) -> None:
    for question in (["search", "--", words], ["claims", "--text", words]):
        done = kawat(*question, folder=filled)
        assert done.returncode in (0, 2), done.stderr
    assert kawat("doctor", folder=filled).returncode == 0
