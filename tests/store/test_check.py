"""What `kawat doctor` must find: each row spoils a sound store in one way."""

import sqlite3
from pathlib import Path

import pytest
from tests.builders import NOW, RUS, UKR, Says, report

from kawat.model import EventType, Judgement, Link, Record
from kawat.store import open_store


def two_reports() -> tuple[Record, Record]:
    one = report("satu", Says("Rusia menyerang Ukraina.", EventType.ASSAULT, (RUS,), (UKR,)), quotes=(("Ya.", RUS),))
    return one, report("dua", Says("Ukraina mengecam Rusia.", EventType.ACCUSE, (UKR,), (RUS,)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kawat.db"
    one, two = two_reports()
    with open_store(path) as store, store.writer() as writer:
        for record in (one, two):
            writer.put(record, NOW, {})
        writer.link([Link("c-dua-0", "c-satu-0", Judgement.UNSURE, 0.75, (), "kawat 0.1", NOW)])
    return path


@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        ("select 1", set()),
        ("update claim set sentence = 'Lain.' where id = 'c-satu-0'", {"record", "search-index"}),
        ("update claim set trigger_text = 'lain'", {"record"}),
        ("update claim set \"end\" = 9999 where id = 'c-satu-0'", {"record"}),
        ("update quotation set text = 'Tidak.'", {"record"}),
        ('update block set "end" = 9999 where ordinal = 1', {"record", "search-index"}),
        ("update block set start = start + 1 where kind = 'body'", {"search-index"}),
        ("update run set text = replace(text, 'Rusia', 'Rus')", {"record", "search-index"}),
        ("update claim set type = 'DANCE'", {"unreadable-run"}),
        ("update claim_hop set kind = 'nonsense' where ordinal = 0", {"unreadable-run"}),
        ("delete from article where id = 'a-dua'", {"foreign-key", "unreadable-run"}),
        ("delete from current where article = 'a-dua'", {"current-run"}),
        ("update party set entity = 'XYZ'", {"foreign-key", "record"}),
        ("update claim set speaker = 'XYZ'", {"foreign-key", "record"}),
        ("delete from entity where id = 'UKR'", {"foreign-key", "record"}),
        ("insert into article values ('a-tiga', '', '2024-01-01T00:00:00+00:00')", {"no-run"}),
        ("update link set right = 'c-tiga-0'", {"link"}),
        ("delete from passage_search_docsize where id = 1", {"search-index"}),
        ("insert into claim_search (claim_search) values ('delete-all')", {"search-index"}),
    ],
)
def test_doctor_finds(path: Path, spoil: str, codes: set[str]) -> None:
    with sqlite3.connect(path) as connection:  # foreign keys are off here
        connection.execute(spoil)
    connection.close()
    with open_store(path, create=False) as store:
        found = store.check()
    assert {problem.code for problem in found} == codes
    assert all(problem.message for problem in found)


def test_doctor_finds_damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    page = len(data) * 3 // 4 // 4096 * 4096  # behind those of the schema
    data[page : page + 4096] = bytes(range(256)) * 16
    path.write_bytes(data)
    with open_store(path, create=False) as store:
        assert {problem.code for problem in store.check()} == {"file"}


def test_doctor_changes_nothing(path: Path) -> None:
    with open_store(path, create=False) as store:
        store.check()
        with store.view() as view:
            before = [*view.records()]
        store.check()
        with store.view() as view:
            assert [*view.records()] == before
