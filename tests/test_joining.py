"""What people judge on acts holds over what Kawat finds, lasts, and can be taken back."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import AP, LUKASHENKO, NOW, PIPELINE, PUTIN, RUS, TASS, UKR, Says, report

from kawat import query
from kawat.cli import main
from kawat.errors import QuestionError, UnknownNameError
from kawat.ingest import add
from kawat.model import EventType, Judgement, Place, Record
from kawat.query import Signed
from kawat.store import SqlStore, open_store

DAY = date(2022, 3, 11)
MEETING = Says(
    "Putin menemui Lukashenko di Sochi.",
    EventType.CONSULT,
    (PUTIN, LUKASHENKO),
    day=DAY,
    place=Place("l:sochi", "Sochi", "Sochi"),
)
RAID = Says("Rusia menyerang gudang di Kyiv.", EventType.ASSAULT, (RUS,), (UKR,), day=DAY)
RECORDS = (
    report("satu", MEETING, published=DAY),
    report("dua", replace(MEETING, sentence="Putin bertemu Lukashenko di Sochi."), agency=AP),
    report("tiga", RAID, agency=TASS),
)
ONE, TWO, RAIDED = "c-satu-0", "c-dua-0", "c-tiga-0"
ME = Signed("Ani", NOW, "the same two days")


def fill(store: SqlStore, records: Sequence[Record], pipeline: str = PIPELINE) -> None:
    by_name = {record.article.source: replace(record, pipeline=pipeline) for record in records}
    done = add(
        store,
        by_name,
        now=NOW,
        pipeline=pipeline,
        make=lambda article: by_name[article.source],
        reader=lambda source: (by_name[source].article,),
    )
    assert done.failures == ()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "kawat.db"
    with open_store(found) as store:
        fill(store, RECORDS)
    return found


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    with open_store(path) as opened:
        yield opened
        assert opened.check() == ()


def together(store: SqlStore) -> list[set[str]]:
    """The acts of the store, as sets of claims."""
    events: dict[str, set[str]] = {}
    for row in query.claims(store).rows:
        events.setdefault(row.event, set()).add(row.id)
    return sorted(events.values(), key=min)


def test_kawat_alone(store: SqlStore) -> None:
    assert together(store) == [{ONE, TWO}, {RAIDED}]


def test_what_people_judge_holds_and_lasts(store: SqlStore) -> None:
    assert query.apart(store, ONE, TWO, ME).act == (ONE,)
    assert query.same(store, ONE, RAIDED, ME).act == (ONE, RAIDED)
    judged = [{TWO}, {ONE, RAIDED}]
    assert sorted(together(store), key=len) == judged
    fill(store, RECORDS, "2.0+new")  # read again by other rules, which judge again
    assert sorted(together(store), key=len) == judged
    with store.view() as view:
        people = [one for one in view.links([ONE]) if one.by == "Ani"]
    assert [(one.judgement, one.at, one.why) for one in people] == [
        (Judgement.DIFFERENT, NOW, (("the same two days", 1.0),)),
        (Judgement.SAME, NOW, (("the same two days", 1.0),)),
    ]


def test_taken_back_it_is_as_kawat_found_it(store: SqlStore) -> None:
    query.apart(store, ONE, TWO, ME)
    later = replace(ME, at=NOW + timedelta(minutes=1))
    assert query.unjudged(store, TWO, ONE, later).act == (ONE, TWO)
    query.same(store, TWO, RAIDED, ME)
    assert len(together(store)) == 1
    query.unjudged(store, TWO, RAIDED, later)
    assert together(store) == [{ONE, TWO}, {RAIDED}]


def test_what_people_judge_goes_before_what_kawat_found(store: SqlStore) -> None:
    query.apart(store, ONE, RAIDED, ME)
    assert query.same(store, TWO, RAIDED, ME).act == (TWO, RAIDED)
    assert together(store) == [{TWO, RAIDED}, {ONE}]


def test_no_third_claim_joins_what_people_judged_different(store: SqlStore) -> None:
    query.apart(store, ONE, RAIDED, ME)
    query.same(store, ONE, TWO, ME)
    with pytest.raises(QuestionError, match=r"judged different by Ani on 2024-06-01"):
        query.same(store, TWO, RAIDED, ME)
    assert together(store) == [{ONE, TWO}, {RAIDED}], "nothing was written"


@pytest.mark.parametrize(
    ("one", "other", "error"),
    [
        ("c-satu", "c-satu-0", QuestionError),
        ("c-", ONE, UnknownNameError),
        ("x", ONE, UnknownNameError),
        ("", ONE, QuestionError),
    ],
)
def test_what_is_no_pair_is_refused(store: SqlStore, one: str, other: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        query.same(store, one, other, ME)


def test_nobody_signs_as_kawat(store: SqlStore) -> None:
    with pytest.raises(QuestionError, match="signs"):
        query.apart(store, ONE, TWO, replace(ME, by="kawat 9"))


def test_on_the_command_line(path: Path) -> None:
    runner = CliRunner()
    shown = runner.invoke(main, ["apart", "c-satu", "c-dua", "--by", "Ani", "--db", str(path)])
    assert shown.exit_code == 0, shown.output
    assert "tell of two acts" in shown.output
    assert "Putin bertemu Lukashenko di Sochi." in shown.output
    shown = runner.invoke(main, ["same", "c-satu", "c-dua", "--undo", "--json", "--db", str(path)])
    assert json.loads(shown.output) == {"one": ONE, "other": TWO, "judgement": "unsure", "act": [ONE, TWO]}
