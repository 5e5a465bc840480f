"""Acts that are kept are those that follow from the claims, whatever was added, judged and taken out in which order."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from alembic import command
from click.testing import CliRunner
from sqlalchemy import text, update
from tests.builders import AP, BLR, LUKASHENKO, NOW, PIPELINE, PUTIN, RUS, TASS, UKR, Says, report

from kawat import corroborate, ingest, query
from kawat._pipeline import ACTS
from kawat.cli import main
from kawat.errors import QuestionError
from kawat.model import EventType, Judgement, Link, Record, Relay, RelayKind, Status, Verdict
from kawat.query import Signed, acts
from kawat.store import ClaimFilter, SqlStore, Writer, open_store
from kawat.store.engine import make_engine, transaction
from kawat.store.migrations import config
from kawat.store.settled import act
from kawat.store.sql import SqlView

MEETING = Says("Putin menemui Lukashenko di Sochi.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=date(2022, 3, 11))
STRIKE = Says("Rusia menyerang gudang Ukraina.", EventType.ASSAULT, (RUS,), (UKR,), day=date(2022, 3, 10))
THREAT = Says("Minsk mengancam Kyiv soal gas.", EventType.THREATEN, (BLR,), (UKR,), day=date(2022, 3, 9))


def _told(one: Says, status: Status, words: str) -> Says:
    return Says(words, one.type, one.actors, one.recipients, status=status, day=one.day)


RECORDS = tuple(
    report(
        f"laporan-{number}",
        MEETING,
        _told(
            STRIKE, tuple(Status)[number % 5], f"Rusia {'menyerang' if number % 2 else 'menggempur'} gudang Ukraina."
        ),
        *((THREAT,) if number % 3 else ()),
        outlet=f"Harian {number}",
        agency=(TASS, AP, None)[number % 3],
        published=date(2022, 3, 11) + timedelta(days=number % 4),
    )
    for number in range(10)
)
BY_NAME = {record.article.source: record for record in RECORDS}


def add(store: SqlStore, records: tuple[Record, ...], pipeline: str = PIPELINE) -> None:
    done = ingest.add(
        store,
        [record.article.source for record in records],
        now=NOW,
        pipeline=pipeline,
        make=lambda article: BY_NAME[article.source] if pipeline == PIPELINE else _reread(BY_NAME[article.source]),
        reader=lambda source: (BY_NAME[source].article,),
    )
    assert done.failures == ()


def _reread(record: Record) -> Record:
    """What a newer version makes of a report: one claim less, and the others with another status."""
    from dataclasses import replace

    claims = tuple(replace(claim, status=Status.ALLEGED) for claim in record.claims[1:])
    return replace(record, pipeline="2.0+test", claims=claims)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with open_store(tmp_path / "kawat.db") as opened:
        yield opened


def kept(store: SqlStore) -> dict[str, str]:
    with store.view() as view:
        return view.settled(view.every_claim(), ACTS)


def sound(store: SqlStore) -> None:
    """What is kept follows from the claims; and questions answer alike with all acts kept and with none."""
    assert query.unlike(store) == ()
    assert store.check() == ()
    before = query.claims(store, limit=None).rows
    query.settle_all(store)
    with store.view() as view:
        assert view.unsettled(ACTS) == ()
    assert query.claims(store, limit=None).rows == before
    assert query.unlike(store) == ()
    assert store.check() == ()


Step = Callable[[SqlStore, Random], None]


def some_judged(store: SqlStore, chance: Random) -> None:
    """A person says of two claims that they are, are not, or may be one act."""
    with store.view() as view:
        ids = view.every_claim()
    if len(ids) < 2:
        return
    one, other = chance.sample(ids, 2)
    judge = chance.choice((query.same, query.apart, query.unjudged))
    try:
        judge(store, one, other, Signed("Ani", NOW + timedelta(seconds=chance.randrange(1000))))
    except QuestionError:  # people have said that they are two
        return


def some_added(store: SqlStore, chance: Random) -> None:
    add(store, tuple(chance.sample(RECORDS, 3)))


def some_reread(store: SqlStore, chance: Random) -> None:
    add(store, (chance.choice(RECORDS),), "2.0+test")


def some_removed(store: SqlStore, chance: Random) -> None:
    with store.view() as view:
        articles = sorted({one.header.article for one in view.claims(ClaimFilter()).rows})
    if articles:
        ingest.remove(store, chance.choice(articles))


def some_relayed(store: SqlStore, chance: Random) -> None:
    with store.view() as view:
        articles = sorted({one.header.article for one in view.claims(ClaimFilter()).rows})
    if len(articles) > 1:
        left, right = sorted(chance.sample(articles, 2))
        with store.writer() as writer:
            writer.relay([Relay(left, right, RelayKind.WHOLE, 1.0)])


def some_merged(store: SqlStore, chance: Random) -> None:
    """A person says that two names are one actor, or takes it back."""
    judge = chance.choice((query.merge, query.withdraw))
    with suppress(QuestionError):  # a later word has taken it back
        judge(store, PUTIN.id, LUKASHENKO.id, Signed("Ani", NOW + timedelta(seconds=chance.randrange(1000))))


def some_reviewed(store: SqlStore, chance: Random) -> None:
    """A person rejects a claim, corrects its status, or accepts it."""
    with store.view() as view:
        ids = view.every_claim()
    if ids:
        verdict = chance.choice((Verdict.REJECTED, Verdict.CORRECTED, Verdict.ACCEPTED))
        more: dict[str, str | None] = {"status": "denied"} if verdict is Verdict.CORRECTED else {}
        query.review(store, query.signed(chance.choice(ids), verdict, "Ani", NOW, **more))


def settled(store: SqlStore, chance: Random) -> None:
    query.settle_all(store)


STEPS: tuple[Step, ...] = (
    some_added,
    some_judged,
    some_judged,
    some_reread,
    some_removed,
    some_relayed,
    some_merged,
    some_reviewed,
    settled,
)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_follows(store: SqlStore, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  no secret
    some_added(store, chance)
    for _ in range(16):
        chance.choice(STEPS)(store, chance)
        if chance.random() < 0.5:
            settled(store, chance)
        assert query.unlike(store) == ()
    sound(store)
    assert kept(store), "something was kept"


def test_the_rows_of_tables_say_what_the_acts_say(store: SqlStore) -> None:
    add(store, RECORDS)
    assert kept(store) == {}
    query.settle_all(store)
    with store.view() as view:
        found = {min(one.claims): one for one in acts.acts_of(view, view.every_claim()).values()}
        told = view.told(view.every_claim(), ACTS)
    assert max(len(one.claims) for one in found.values()) >= 5, "reports tell the same acts"
    for event, one in found.items():
        for claim in one.claims:
            assert told[claim] == acts.told(one)
            assert told[claim].event == event


def test_a_family_is_forgotten_whole_and_no_other(store: SqlStore) -> None:
    add(store, RECORDS[:5])
    query.settle_all(store)
    before = kept(store)
    rows = query.claims(store, limit=None).rows
    met = next(row.event for row in rows if row.type is EventType.CONSULT)
    struck = next(row.event for row in rows if row.type is EventType.ASSAULT)
    one, other = [row.id for row in rows if row.event == met][:2]
    left, right = sorted((one, other))
    with store.writer() as writer:
        writer.link([Link(left, right, Judgement.DIFFERENT, 1.0, (), "Ani", datetime(2030, 1, 1, tzinfo=UTC))])
    assert met not in kept(store)
    assert kept(store)[struck] == before[struck]
    sound(store)
    assert kept(store) != before


def test_it_ends_where_another_process_takes_a_report_out(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, RECORDS[:2])
    asked: list[tuple[str, ...]] = []
    settle = acts.settle

    def meanwhile(writer: Writer, claims: Iterable[str]) -> tuple[corroborate.Act, ...]:
        batch = tuple(claims)
        assert batch not in asked, "what was asked for is not asked for again"
        asked.append(batch)
        return settle(writer, batch)

    with store.view() as view:
        waiting = view.unsettled(ACTS)
    with open_store(tmp_path / "kawat.db") as other, other.writer() as writer:
        assert writer.remove(RECORDS[0].article.id)
    monkeypatch.setattr(acts, "settle", meanwhile)
    monkeypatch.setattr(SqlView, "unsettled", lambda view, rules: waiting)
    assert query.settle_all(store) == len(kept(store)) > 0
    assert asked == [waiting]
    assert query.unlike(store) == ()


def test_acts_of_other_rules_are_passed_over_and_derived_anew(store: SqlStore, tmp_path: Path) -> None:
    add(store, RECORDS[:4])
    query.settle_all(store)
    rows, before = query.claims(store, limit=None).rows, kept(store)
    engine = make_engine(str(tmp_path / "kawat.db"), read_only=False, busy_seconds=1)
    with transaction(engine, "kawat.db", writes=True) as connection:
        connection.execute(update(act).values(rules="older", packed="{}", reports=77))
    engine.dispose()
    assert kept(store) == {}
    assert query.claims(store, limit=None).rows == rows
    query.settle_all(store)
    assert kept(store) == before


def test_doctor_finds_an_act_that_does_not_follow_and_rebuilds_it(store: SqlStore, tmp_path: Path) -> None:
    add(store, RECORDS[:4])
    path = str(tmp_path / "kawat.db")
    assert CliRunner().invoke(main, ["doctor", "--db", path]).exit_code == 0
    before = kept(store)
    engine = make_engine(path, read_only=False, busy_seconds=1)
    with transaction(engine, path, writes=True) as connection:
        connection.execute(text("update act set packed = replace(packed, 'CONSULT', 'ASSAULT')"))
    engine.dispose()
    assert kept(store) != before
    said = CliRunner().invoke(main, ["doctor", "--db", path])
    assert said.exit_code == 1
    assert "kawat doctor --rebuild" in said.output
    assert CliRunner().invoke(main, ["doctor", "--rebuild", "--db", path]).exit_code == 0
    assert kept(store) == before


def test_a_store_of_before_acts_were_kept_answers_alike(store: SqlStore, tmp_path: Path) -> None:
    add(store, RECORDS)
    rows = query.claims(store, limit=None).rows
    query.settle_all(store)
    path = str(tmp_path / "kawat.db")
    engine = make_engine(path, read_only=False, busy_seconds=1)
    with transaction(engine, path, writes=True) as connection:
        for table in ("act_claim", "act", "counted", "corrected"):
            connection.execute(text(f"drop table {table}"))
        connection.execute(text("update alembic_version set version_num = '0004'"))
        command.upgrade(config(connection), "head")
    engine.dispose()
    assert kept(store) == {}
    assert query.claims(store, limit=None).rows == rows
    sound(store)
