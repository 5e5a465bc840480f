"""Questions on acts: what happened between two, what changed, how two reports differ."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import AP, BLR, LUKASHENKO, NOW, PIPELINE, PUTIN, RUS, UKR, Says, report

from kawat import query
from kawat.cli import act_lines, main
from kawat.errors import QuestionError, UnknownNameError
from kawat.ingest import add
from kawat.model import EventType, Place, Status
from kawat.store import SqlStore, open_store

SOCHI = Place("l:sochi", "Sochi", "Sochi")
PLAN = Says(
    "Putin akan menemui Lukashenko di Sochi.",
    EventType.CONSULT,
    (PUTIN, LUKASHENKO),
    status=Status.PLANNED,
    day=date(2022, 3, 11),
    place=SOCHI,
)
MEETING = replace(PLAN, status=Status.ASSERTED, sentence="Putin menemui Lukashenko di Sochi.")
THREAT = Says(
    "Minsk mengancam Moskow soal gas.", EventType.THREATEN, (BLR,), (RUS,), day=date(2022, 5, 2), speaker=LUKASHENKO
)
RECORDS = (
    report("satu", PLAN, published=date(2022, 3, 9)),
    report("dua", MEETING, THREAT, agency=AP, published=date(2022, 5, 3)),
    report("tiga", replace(MEETING, sentence="Putin bertemu Lukashenko di Sochi."), published=date(2022, 3, 12)),
    report("empat", Says("Ukraina menuduh Belarusia.", EventType.ACCUSE, (UKR,), (BLR,)), published=date(2022, 6, 1)),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    by_name = {record.article.source: record for record in RECORDS}
    found = tmp_path_factory.mktemp("events") / "kawat.db"
    with open_store(found) as store:
        done = add(
            store,
            by_name,
            now=NOW,
            pipeline=PIPELINE,
            make=lambda article: by_name[article.source],
            reader=lambda source: (by_name[source].article,),
        )
        assert done.failures == ()
    return found


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[SqlStore]:
    with open_store(path, read_only=True) as opened:
        yield opened


def test_an_act_is_one_row_with_all_its_reports(store: SqlStore) -> None:
    answer = query.events(store, "Belarus", "Rusia")
    meeting, threat = answer.rows
    assert [row.id for row in meeting.claims] == ["c-satu-0", "c-tiga-0", "c-dua-0"], "in the order of their reports"
    assert (meeting.act.status, meeting.act.start, len(meeting.support.origins)) == (
        Status.ASSERTED,
        date(2022, 3, 11),
        2,
    )
    assert meeting.changed == ("planned → asserted on 2022-03-12",)
    assert (threat.act.type, threat.support.party_sourced) == (EventType.THREATEN, True)
    assert query.events(store, "Rusia", "Belarus", limit=1).notes == ("the newest 1 of 2",)
    assert list(meeting.to_dict()) == list(meeting.COLUMNS)
    assert query.events(store, "Belarus", "Rusia", type="THREATEN").total == 1
    with pytest.raises(QuestionError, match="the same actor"):
        query.events(store, "Minsk", "BLR")


def test_the_acts_that_any_question_tells(store: SqlStore) -> None:
    (meeting,) = query.told_acts(store, type="CONSULT", status="planned").rows
    assert [row.id for row in meeting.claims] == ["c-satu-0", "c-tiga-0", "c-dua-0"], "all that tell it, of any status"
    assert query.told_acts(store, actor="Ukraina").total == 1
    assert query.told_acts(store, limit=1).notes == ("acts of the newest 1 of 5 claims",)
    with pytest.raises(QuestionError, match="no place is known"):
        query.told_acts(store, place="Desa Contoh")


def test_months_have_gaps_and_lanes(store: SqlStore) -> None:
    rows = query.monthly(store, "Belarus", "Rusia").rows
    assert [(row.month, row.status.value, row.n, row.cooperation, row.conflict) for row in rows] == [
        ("2022-03", "asserted", 1, 1, 0),
        ("2022-04", "asserted", 0, 0, 0),
        ("2022-05", "asserted", 1, 0, 1),
    ]
    assert rows[1].goldstein is None
    assert all(list(row.to_dict()) == list(row.COLUMNS) for row in rows)
    assert query.monthly(store, "Ukraina", "Belarus").notes == ("1 act without a month left out",)


def test_changes_since_a_day(store: SqlStore) -> None:
    (row,) = query.changes(store, since="2022-03").rows
    assert (row.day, row.kind, row.before, row.after) == (date(2022, 3, 12), "status", "planned", "asserted")
    assert (row.claim.id, row.earlier.id) == ("c-tiga-0", "c-satu-0")
    assert list(row.to_dict()) == list(row.COLUMNS)
    assert query.changes(store, since="2022-03-13").rows == ()
    assert query.changes(store, since="2022", until="2022-02").rows == ()
    with pytest.raises(QuestionError, match="nothing can be"):
        query.changes(store, since="2023", until="2022")


def test_two_reports_side_by_side(store: SqlStore) -> None:
    found = query.compare(store, "a-satu", "a-dua")
    ((left, right),) = found.both
    assert (left.status, right.status) == (Status.PLANNED, Status.ASSERTED)
    assert (found.only_left, [row.id for row in found.only_right]) == ((), ["c-dua-1"])
    assert found.relay is None
    assert (found.left.article, found.right.article) == ("a-satu", "a-dua")
    with pytest.raises(QuestionError, match="the same article"):
        query.compare(store, "a-satu", "a-satu")
    with pytest.raises(UnknownNameError, match="no articles"):
        query.compare(store, "a-satu", "a-none")
    with pytest.raises(UnknownNameError, match="4 articles"):
        query.compare(store, "a-", "a-dua")


def test_an_act_told_twice_by_both_is_one_act_of_four_claims(tmp_path: Path) -> None:
    """An act of several sentences stands once with each of them once, not once for each pair."""
    again = replace(MEETING, sentence="Putin menemui Lukashenko lagi di Sochi hari itu.")
    records = {
        one.article.source: one
        for one in (
            report("lima", MEETING, again, published=date(2022, 3, 11)),
            report("enam", MEETING, again, agency=AP, published=date(2022, 3, 12)),
        )
    }
    with open_store(tmp_path / "kawat.db") as store:
        reader = {name: (one.article,) for name, one in records.items()}
        add(
            store, records, now=NOW, pipeline=PIPELINE,
            make=lambda article: records[article.source], reader=reader.__getitem__,
        )  # fmt: skip
        found = query.compare(store, "a-lima", "a-enam")
    said = list(act_lines.compared(found))
    assert len(found.both) == 4
    assert sum(line.startswith("both") for line in said) == 1
    for claim in ("c-lima-0", "c-lima-1", "c-enam-0", "c-enam-1"):
        assert sum(claim in line for line in said) == 1, claim


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("claims", "--events", "--status", "planned"), "Putin bertemu Lukashenko di Sochi.  c-tiga-0"),
        (("dyad", "Belarus", "Rusia", "--events"), "2 origins (AP asserted, TASS planned/asserted)"),
        (("dyad", "Belarus", "Rusia", "--events"), "~ planned → asserted on 2022-03-12"),
        (("dyad", "Belarus", "Rusia", "--events"), "THREATEN  Belarusia (BLR) → Rusia (RUS)"),
        (("dyad", "Belarus", "Rusia", "--events"), "Putin bertemu Lukashenko di Sochi.  c-tiga-0"),
        (("dyad", "Belarus", "Ukraina", "--events"), "undated, told 2022-06-01  asserted  ACCUSE"),
        (("dyad", "Belarus", "Rusia", "--months"), "2022-04  asserted  n=0  0 cooperation, 0 conflict  goldstein -"),
        (("changes", "--since", "2022"), "2022-03-12  status  planned → asserted  CONSULT"),
        (("compare", "a-satu", "a-dua"), "both, with another status: CONSULT"),
        (("compare", "a-satu", "a-dua"), "only B: THREATEN  Belarusia (BLR) → Rusia (RUS)"),
    ],
)
def test_on_the_command_line(path: Path, arguments: tuple[str, ...], says: str) -> None:
    told = CliRunner().invoke(main, [*arguments, "--db", str(path), "--lines"])
    assert (told.exit_code, told.stderr) == (0, "")
    assert says in told.stdout
    rows = CliRunner().invoke(main, [*arguments, "--db", str(path)])
    assert rows.stdout.startswith("{")


def test_events_and_months_exclude_each_other(path: Path) -> None:
    asked = ["dyad", "Belarus", "Rusia", "--events", "--months", "--db", str(path)]
    assert CliRunner().invoke(main, asked).exit_code == 2


def test_an_origin_without_a_name_stands_beside_those_with_one(path: Path) -> None:
    with open_store(path) as store:
        row = next(one for one in query.events(store, "Belarus", "Rusia").rows if len(one.support.origins) == 2)
    first, other = row.support.origins
    support = replace(row.support, origins=(first, replace(other, kind=None, name=None)))
    unnamed = replace(row, act=replace(row.act, support=support))
    assert "2 origins (AP asserted, unnamed planned/asserted)" in act_lines.event(unnamed)[0]
