"""Stores that cannot be used say so in one sentence; readers and writers do not lose each other's work."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.builders import NOW
from tests.random_records import random_record

from kawat.errors import StoreError, StoreLocked, StoreTooNew
from kawat.model import Record
from kawat.store import SCHEMA, SqlStore, open_store

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


def made(path: Path, *records: Record) -> Path:
    store = open_store(path)
    for record in records:
        with store.writer() as writer:
            writer.put(record, NOW, {})
    store.close()
    return path


def text_file(path: Path) -> None:
    path.write_text("bukan basis data, hanya teks biasa\n" * 100)


def folder(path: Path) -> None:
    path.mkdir()


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table lain (a)")
    connection.close()


def empty_file(path: Path) -> None:
    path.touch()


def newer(path: Path) -> None:
    made(path)
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()


def damaged(path: Path) -> None:
    made(path, *(random_record(seed) for seed in range(20)))
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996  # the page that lists the tables
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "kind", "says"),
    [
        (None, StoreError, "there is no store at"),
        (folder, StoreError, "is a folder"),
        (text_file, StoreError, "no SQLite database"),
        (other_database, StoreError, "not a Kawat store"),
        (empty_file, StoreError, "is empty"),
        (newer, StoreTooNew, "newer Kawat"),
        (damaged, StoreError, "is damaged"),
    ],
)
def test_what_a_reader_cannot_use(
    tmp_path: Path, spoil: Callable[[Path], None] | None, kind: type[StoreError], says: str
) -> None:
    path = tmp_path / "kawat.db"
    if spoil is not None:
        spoil(path)
    with pytest.raises(kind, match=says) as caught:
        open_store(path, read_only=True)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.exists() == (spoil is not None), "a reader makes nothing"


@pytest.mark.parametrize("spoil", [folder, text_file, other_database, newer, damaged])
def test_what_a_writer_cannot_use_it_leaves_as_it_is(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "kawat.db"
    spoil(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(StoreError):
        open_store(path)
    assert before is None or path.read_bytes() == before


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .* does not exist"):
        open_store(tmp_path / "none" / "kawat.db")


@NOT_ROOT
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db", random_record(1))
    tmp_path.chmod(0o500)
    try:
        with open_store(path, read_only=True) as store, store.view() as view:
            assert view.counts().articles == 1
        with pytest.raises(StoreError, match=r"read-only|cannot be opened"):
            open_store(tmp_path / "new.db")
    finally:
        tmp_path.chmod(0o700)


def test_an_odd_name_is_a_name(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat %20 #1?mode=ro é.db", random_record(1))
    with open_store(path, read_only=True) as store, store.view() as view:
        assert view.counts().articles == 1


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "kawat.db"
    path.touch()
    with open_store(path) as store:
        assert store.check() == ()


def test_a_reader_may_not_write(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db")
    with open_store(path, read_only=True) as store, pytest.raises(StoreError, match="for reading only"):
        store.writer().__enter__()


def test_a_reader_leaves_one_file_as_it_was(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db", random_record(1))
    before = path.read_bytes()
    with open_store(path, read_only=True) as store, store.view() as view:
        assert view.counts().articles == 1
    assert [one.name for one in tmp_path.iterdir()] == ["kawat.db"]
    assert path.read_bytes() == before


def test_a_second_writer_waits_or_says_that_it_is_locked(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db")
    with open_store(path) as one, open_store(path, busy_seconds=0.05) as other:
        with one.writer() as writer:
            writer.put(random_record(1), NOW, {})
            with pytest.raises(StoreLocked, match=r"kawat\.db is locked"), other.writer():
                pass
            with other.view() as view:
                assert view.counts().articles == 0, "a reader sees what is committed"
        with other.writer() as writer:
            assert writer.put(random_record(2), NOW, {})
        with one.view() as view:
            assert view.counts().articles == 2


def test_a_reader_sees_one_moment_while_others_write(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db", random_record(1))
    with open_store(path) as store, open_store(path, read_only=True) as reader:
        with reader.view() as view:
            assert view.counts().articles == 1
            with store.writer() as writer:
                writer.put(random_record(2), NOW, {})
            assert view.counts().articles == 1
        with reader.view() as view:
            assert view.counts().articles == 2


def test_many_writers_and_readers_lose_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db")
    faults: list[BaseException] = []
    with open_store(path, busy_seconds=30) as store, open_store(path, read_only=True) as reader:

        def write(seeds: range) -> None:
            put_all(store, seeds, faults)

        def look() -> None:
            seen = 0
            while seen < 40 and not faults:
                with reader.view() as view:
                    now = view.counts()
                assert now.articles == now.runs
                assert now.articles >= seen
                seen = now.articles

        threads = [threading.Thread(target=write, args=(range(start, start + 10),)) for start in (0, 10, 20, 30)]
        threads.append(threading.Thread(target=look))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        with store.view() as view:
            assert {one.article.id for one in view.records()} == {f"a{seed}" for seed in range(40)}
        assert store.check() == ()


def put_all(store: SqlStore, seeds: range, faults: list[BaseException]) -> None:
    try:
        for seed in seeds:
            with store.writer() as writer:
                writer.put(random_record(seed), NOW, {})
    except BaseException as error:  # a thread's error would be lost
        faults.append(error)
        raise


MAKE = "import sys; from kawat.store import open_store; open_store(sys.argv[1], busy_seconds=30).close()"


def test_two_processes_may_make_the_same_store(tmp_path: Path) -> None:
    path = tmp_path / "kawat.db"
    running = [subprocess.Popen([sys.executable, "-c", MAKE, str(path)], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 3
    with open_store(path) as store:
        assert store.check() == ()


def test_the_revision_of_a_new_store_is_the_newest(tmp_path: Path) -> None:
    path = made(tmp_path / "kawat.db")
    with sqlite3.connect(path) as connection:
        assert connection.execute("select version_num from alembic_version").fetchall() == [(SCHEMA,)]
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    connection.close()
