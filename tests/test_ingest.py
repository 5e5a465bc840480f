"""Adding: once, whole, resumable, and every failure listed."""

import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.event import listen
from tests.builders import AP, LUKASHENKO, NOW, PIPELINE, PUTIN, Says, report

from kawat import corroborate, ingest
from kawat.errors import InputError, StoreError
from kawat.ingest import Failure, add
from kawat.model import Article, EventType, Judgement, Place, Record
from kawat.store import SqlStore, open_store

SOCHI = Place("l:sochi", "Sochi", "Sochi")
MEETING = Says(
    "Putin menemui Lukashenko di Sochi.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=date(2022, 3, 11), place=SOCHI
)
RECORDS = {
    "satu.txt": report("satu", MEETING),
    "dua.txt": report("dua", replace(MEETING, sentence="Putin bertemu Lukashenko di Sochi, Jumat."), agency=AP),
    "tiga.txt": report("tiga", replace(MEETING, day=date(2023, 5, 1))),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with open_store(tmp_path / "kawat.db") as opened:
        yield opened


def reader(source: str) -> Iterable[Article]:
    if source not in RECORDS:
        raise InputError(f"{source}: there is no such file")
    return (replace(RECORDS[source].article, source=source),)


def make(article: Article) -> Record:
    found = next(record for record in RECORDS.values() if record.article.id == article.id)
    return replace(found, article=article)


def add_all(store: SqlStore, sources: Iterable[str] = tuple(RECORDS), **others: object) -> ingest.Report:
    return add(store, sources, **{"now": NOW, "pipeline": PIPELINE, "make": make, "reader": reader, **others})  # type: ignore[arg-type]


def test_every_article_is_added_once(store: SqlStore) -> None:
    done: list[str] = []
    report = add_all(store, progress=done.append)
    assert (report.added, report.known, report.claims, report.failures) == (3, 0, 3, ())
    assert done == list(RECORDS)
    again = add_all(store)
    assert (again.added, again.known, again.claims, again.links) == (0, 3, 0, 0)
    with store.view() as view:
        assert {one.article.id: one for one in view.records()} == {
            one.article.id: replace(one, article=replace(one.article, source=source)) for source, one in RECORDS.items()
        }
    assert store.check() == ()


def test_claims_of_one_act_are_linked_in_whatever_order_they_come(tmp_path: Path) -> None:
    found = []
    for name, sources in (("a", tuple(RECORDS)), ("b", tuple(reversed(RECORDS)))):
        with open_store(tmp_path / f"{name}.db") as store:
            assert add_all(store, sources).links == 1
            with store.view() as view:
                found.append(view.links(["c-satu-0", "c-dua-0", "c-tiga-0"]))
    assert found[0] == found[1]
    (link,) = found[0]
    assert (link.left, link.right, link.judgement, link.at) == ("c-dua-0", "c-satu-0", Judgement.SAME, NOW)
    assert link.by.startswith("kawat ")


def test_a_new_pipeline_reads_again_and_keeps_the_old_run(store: SqlStore) -> None:
    add_all(store)

    def make_new(article: Article) -> Record:
        return replace(make(article), pipeline="2.0+new")

    report = add_all(store, pipeline="2.0+new", make=make_new, now=NOW + timedelta(days=1))
    assert report.again == report.added > 0
    assert (report.added, report.known) == (3, 0)
    assert report.links == 0, "the same judgement is not appended again"
    with store.view() as view:
        assert (view.counts().articles, view.counts().runs, view.counts().claims) == (3, 6, 3)
        old, new = view.record("a-satu", PIPELINE), view.record("a-satu")
        assert old is not None
        assert new is not None
        assert (old.pipeline, new.pipeline) == (PIPELINE, "2.0+new")
    assert store.check() == ()


def test_the_same_bytes_under_two_names_are_one_article(store: SqlStore) -> None:
    def copies(source: str) -> Iterable[Article]:
        return (replace(RECORDS["satu.txt"].article, source=source),)

    report = add_all(store, ("satu.txt", "salinan.txt", "salinan.txt"), reader=copies)
    assert (report.added, report.known) == (1, 2)
    with store.view() as view:
        assert view.met("a-satu", "satu.txt")
        assert view.met("a-satu", "salinan.txt")


def test_failures_are_listed_and_the_rest_goes_on(store: SqlStore) -> None:
    def faulty(article: Article) -> Record:
        if article.id == "a-satu":
            raise ZeroDivisionError("division by zero")
        record = make(article)
        if article.id == "a-dua":
            return replace(record, entities=record.entities[:1])
        return record

    report = add_all(store, ("none.txt", *RECORDS), make=faulty)
    assert report.added == 1
    assert [one.source for one in report.failures] == ["none.txt", "satu.txt", "dua.txt"]
    reasons = [one.reason for one in report.failures]
    assert reasons[0] == "none.txt: there is no such file"
    assert reasons[1] == "ZeroDivisionError: division by zero"
    assert "no entity of the record" in reasons[2]
    with store.view() as view:
        assert [one.article.id for one in view.records()] == ["a-tiga"]
    assert add_all(store).added == 2, "what failed can be added when the fault is mended"


def test_a_source_that_breaks_off_keeps_what_came_before(store: SqlStore) -> None:
    def breaking(source: str) -> Iterator[Article]:
        yield RECORDS["satu.txt"].article
        raise InputError(f"{source}: line 2 is no JSON")

    report = add_all(store, ("many.jsonl",), reader=breaking)
    assert (report.added, report.failures) == (1, (Failure("many.jsonl", "many.jsonl: line 2 is no JSON"),))


def test_a_source_without_an_article_is_a_failure(store: SqlStore) -> None:
    report = add_all(store, ("kosong.txt",), reader=lambda _: ())
    assert report.failures == (Failure("kosong.txt", "no article was found in it"),)


def test_a_store_that_cannot_be_used_ends_the_run_and_keeps_what_was_stored(store: SqlStore) -> None:
    def make_then_lock(article: Article) -> Record:
        if article.id == "a-dua":
            raise StoreError("the disk is full")
        return make(article)

    with pytest.raises(StoreError, match="disk"):
        add_all(store, make=make_then_lock)
    with store.view() as view:
        assert [one.article.id for one in view.records()] == ["a-satu"]
    assert add_all(store).added == 2


def test_a_record_of_another_pipeline_is_refused(store: SqlStore) -> None:
    report = add_all(store, ("satu.txt",), pipeline="9.9")
    assert report.added == 0
    assert PIPELINE in report.failures[0].reason


def test_a_file_name_that_is_not_utf_8(store: SqlStore) -> None:
    name = b"berita-\xff.txt".decode("utf-8", "surrogateescape")

    def odd(source: str) -> Iterable[Article]:
        return (replace(RECORDS["satu.txt"].article, source=source),)

    assert add_all(store, (name,), reader=odd).added == 1
    assert add_all(store, (name,), reader=odd).known == 1
    with store.view() as view:
        assert view.met("a-satu", "berita-\\xff.txt")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_killed_at_any_statement_it_can_be_resumed(tmp_path: Path) -> None:
    died = 0
    for moment in range(0, 1000, 29):
        path = tmp_path / f"{moment}.db"
        child = os.fork()
        if child == 0:
            add_until_killed(path, moment)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
        died += 1
        with open_store(path) as store:
            assert store.check() == (), f"killed at statement {moment}"
            add_all(store)
            assert add_all(store).known == 3
            with store.view() as view:
                counts = view.counts()
                assert (counts.articles, counts.runs, counts.claims, counts.links) == (3, 3, 3, 1)
            assert store.check() == ()
    assert died > 3, "it must have been killed while making the store and within each of the articles"


def add_until_killed(path: Path, moment: int) -> None:
    """In a child process: adds, and dies without a word before its statement number `moment`."""
    left = moment

    def count(*_: object) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    try:
        listen(Engine, "before_cursor_execute", count)
        with open_store(path) as store:
            add_all(store)
        os._exit(0)
    finally:
        os._exit(1)  # the test goes on in the parent alone


def spoil(store: SqlStore, statement: str) -> None:
    with store.writer() as writer:
        writer._connection.execute(text(statement))  # type: ignore[attr-defined]


def judged(store: SqlStore, left: str, right: str) -> Judgement | None:
    with store.view() as view:
        held = corroborate.standing(view.links([left])).get((left, right))
    return held.judgement if held else None


@pytest.mark.parametrize("lost", ["delete from blocking", "update account set packed = '{}'"])
def test_reading_again_takes_no_judgement_back_for_want_of_keys(store: SqlStore, lost: str) -> None:
    add_all(store, ["satu.txt", "dua.txt"])
    assert judged(store, "c-dua-0", "c-satu-0") is Judgement.SAME
    spoil(store, "delete from blocking")
    spoil(store, lost)
    newer = {"pipeline": "2.0+test", "make": lambda article: replace(make(article), pipeline="2.0+test")}
    assert add_all(store, ["satu.txt"], **newer).failures == ()
    assert judged(store, "c-dua-0", "c-satu-0") is Judgement.SAME


def test_keys_filed_anew_make_old_reports_meet_new_ones(store: SqlStore) -> None:
    add_all(store, ["satu.txt"])
    with store.view() as view:
        kept = view._connection.execute(text("select key, claim from blocking order by key")).all()  # type: ignore[attr-defined]
    spoil(store, "delete from blocking")
    ingest.rekey(store)
    with store.view() as view:
        assert view._connection.execute(text("select key, claim from blocking order by key")).all() == kept  # type: ignore[attr-defined]
    add_all(store, ["dua.txt"])
    assert judged(store, "c-dua-0", "c-satu-0") is Judgement.SAME
