"""What reviewers correct or reject is felt by conditions, counts and acts; what was read stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from tests.builders import BLR, NOW, RUS, UKR, Says, report

from kawat import corroborate, ingest, knowledge, query
from kawat.errors import QuestionError
from kawat.model import Article, Correction, Date, EventType, Grain, Record, Status, Verdict
from kawat.query.corrections import corrected, correction
from kawat.store import ClaimFilter, SqlStore, Tally, Who, open_store
from kawat.store.settled import act

MARCH = date(2022, 3, 11)
ATTACK = Says("Rusia menyerang gudang di Kyiv.", EventType.ASSAULT, (RUS,), (UKR,), day=MARCH)
VISIT = Says("Minsk mengunjungi Kyiv.", EventType.CONSULT, (BLR, UKR), day=MARCH)


def add(store: SqlStore, *records: Record) -> None:
    by_source = {record.article.source: record for record in records}

    def make(article: Article) -> Record:
        return by_source[article.source]

    done = ingest.add(
        store,
        by_source,
        now=NOW,
        pipeline=records[0].pipeline,
        make=make,
        reader=lambda source: (by_source[source].article,),
    )
    assert done.failures == ()


REPORTS = tuple(report(name, ATTACK, VISIT, published=MARCH + timedelta(days=at)) for at, name in enumerate("ab", 1))


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        add(opened, *REPORTS)
        query.settle_all(opened)
        yield opened


def say(store: SqlStore, claim: str, verdict: Verdict, by: str = "Ani", minutes: int = 0, **more: str) -> None:
    query.review(store, query.signed(claim, verdict, by, NOW + timedelta(minutes=minutes), **more))


def query_place(name: str) -> str:
    return next(form.known_id for form in knowledge.lookup(name) if knowledge.place(form.known_id))


def ids(answer: query.Answer[query.ClaimRow]) -> list[str]:
    return [row.id for row in answer.rows]


def test_a_corrected_status_is_found_and_counted(store: SqlStore) -> None:
    say(store, "c-a-0", Verdict.CORRECTED, status="denied")
    for text in (None, "gudang"):  # by the card file, and by words
        assert ids(query.claims(store, status="denied", text=text)) == ["c-a-0"]
        assert "c-a-0" not in ids(query.claims(store, status="asserted", text=text))
    answer = query.dyad(store, "RUS", "UKR")
    assert answer.notes == ("1 claim as corrected by reviewers",)
    (row,) = [row for row in answer.rows if row.id == "c-a-0"]
    assert (row.status, row.why[-1]) == (Status.DENIED, "status was read as asserted")
    doings = query.actor(store, "RUS").acts
    assert [(one.value, one.claims) for one in doings] == [("asserted", 1), ("denied", 1)]
    with store.view() as view:
        (kept,) = view.claims(ClaimFilter(ids=("c-a-0",))).rows
    assert kept.claim.status is Status.ASSERTED


def test_acts_and_changes_follow_the_correction(store: SqlStore) -> None:
    (before,) = query.events(store, "RUS", "UKR").rows
    assert (before.act.status, before.contradicted) == (Status.ASSERTED, ())
    assert query.changes(store, since="2022").rows == ()
    say(store, "c-b-0", Verdict.CORRECTED, status="denied")
    (row,) = query.events(store, "RUS", "UKR").rows
    assert row.contradicted == ("denied on the word of no one named",)
    (change,) = query.changes(store, since="2022").rows
    assert (change.kind, change.claim.id, change.claim.status) == ("denied", "c-b-0", Status.DENIED)
    say(store, "c-b-0", Verdict.UNDONE, minutes=1)
    (again,) = query.events(store, "RUS", "UKR").rows
    assert again.act == before.act


def test_a_corrected_day_or_type_is_found(store: SqlStore) -> None:
    say(store, "c-a-1", Verdict.CORRECTED, date="2021-05", type="AGREE")
    assert ids(query.claims(store, until="2021")) == ids(query.claims(store, type="AGREE")) == ["c-a-1"]
    (row,) = query.claims(store, type="AGREE").rows
    assert row.date is not None
    assert (row.date.start, row.date.end, row.mode, row.goldstein) == (date(2021, 5, 1), date(2021, 5, 31), None, None)
    assert "c-a-1" not in ids(query.claims(store, type="CONSULT", since="2022"))


@pytest.mark.parametrize(
    ("said", "date_held"),
    [
        ("2022", Date(date(2022, 1, 1), date(2022, 12, 31), Grain.YEAR, None)),
        ("2022-3", Date(date(2022, 3, 1), date(2022, 3, 31), Grain.MONTH, None)),
        ("2022-12", Date(date(2022, 12, 1), date(2022, 12, 31), Grain.MONTH, None)),
        ("2022-3-1", Date(date(2022, 3, 1), date(2022, 3, 1), Grain.DAY, None)),
    ],
)
def test_corrected_days_are_as_exact_as_the_reviewer_writes_them(store: SqlStore, said: str, date_held: Date) -> None:
    say(store, "c-a-1", Verdict.CORRECTED, date=said)
    rows = {row.id: row.date for row in query.claims(store).rows}
    in_brief = {row.id: row.date for row in query.brief(store).rows}
    assert rows["c-a-1"] == in_brief["c-a-1"] == date_held
    account = corroborate.accounts(REPORTS[0])[1]
    held = correction(account.id, query.Checked("corrected", (f"date: {said}",), ("Ani",)))
    assert corrected(account, held).grain is date_held.grain


ELSEWHERE = "Belarus (BLR)", "Warga Kyiv (UKR:CVL)", "Natalia Contoh (BLR) <own:natalia-contoh-blr>"


def corrected_parties(store: SqlStore) -> None:
    doer, hit, voice = ELSEWHERE
    say(store, "c-a-0", Verdict.CORRECTED, actors=doer, recipients=hit, speaker="Natalia Contoh (BLR)", place="Gomel")
    with store.view() as view:
        (made,) = view.reviewed()
    assert dict(made.changes) == {"actors": doer, "recipients": f"{hit} <own:warga-kyiv-ukr-cvl>"} | {
        "speaker": voice,
        "place": "Gomel",
    }


@pytest.mark.parametrize("text", [None, "gudang"])  # by the card file, and by words
def test_corrected_parties_speaker_and_place_are_found_and_what_was_read_is_not(
    store: SqlStore, text: str | None
) -> None:
    corrected_parties(store)
    for asked, there in (
        ({"actor": "Belarus"}, True),
        ({"actor": "RUS"}, False),
        ({"recipient": "UKR:CVL"}, True),
        ({"recipient": "own:warga-kyiv-ukr-cvl"}, True),
        ({"either": "Rusia"}, False),
        ({"speaker": "own:natalia-contoh-blr"}, True),
        ({"speaker": "Belarus"}, True),
        ({"place": "Gomel"}, True),
        ({"place": "Belarus"}, True),
    ):
        assert ("c-a-0" in ids(query.claims(store, text=text, **asked))) is there, asked  # type: ignore[arg-type]
        assert ("c-a-0" in {row.id for row in query.brief(store, text=text, **asked).rows}) is there  # type: ignore[arg-type]
    assert "c-a-0" in ids(query.dyad(store, "BLR", "UKR", text=text))
    assert "c-a-0" not in ids(query.dyad(store, "RUS", "UKR", text=text))


def test_corrected_parties_are_told_counted_and_exported(store: SqlStore) -> None:
    corrected_parties(store)
    row = query.claim(store, "c-a-0")
    assert row is not None
    assert [(one.name, one.code) for one in (*row.actors, *row.recipients)] == [
        ("Belarus", "BLR"),
        ("Warga Kyiv", "UKR:CVL"),
    ]
    assert (row.speaker and row.speaker.name, row.place and row.place.name) == ("Natalia Contoh", "Gomel")
    assert row.chain == "Natalia Contoh ‹ TASS ‹ Harian Contoh"
    assert row.why[-4:] == (
        "actors were read as Rusia (RUS)",
        "recipients were read as Ukraina (UKR)",
        "speaker was read as nobody",
        "place was read as none",
    )
    assert Tally("UKR:CVL", 1) in query.actor(store, "BLR").counterparts
    assert [one.id for one in query.places(store, 10)[0] if one.id] == [query_place("Gomel")]
    (act_row,) = query.events(store, "BLR", "UKR:CVL").rows
    assert (act_row.act.actors, act_row.act.recipients) == (("BLR",), ("UKR:CVL",))
    assert query.unheld(store) == ()
    with store.view() as view:
        (kept,) = view.claims(ClaimFilter(ids=("c-a-0",))).rows
    assert kept.claim.actors == ("RUS",)
    say(store, "c-a-0", Verdict.UNDONE, minutes=1)
    assert "c-a-0" in ids(query.claims(store, actor="RUS"))
    assert "c-a-0" not in ids(query.claims(store, actor="BLR"))
    assert store.check() == ()


def test_nobody_and_several_can_stand_in_a_role(store: SqlStore) -> None:
    say(store, "c-a-0", Verdict.CORRECTED, recipients="none", actors="Belarus, Rusia")
    assert "c-a-0" not in ids(query.claims(store, recipient="UKR"))
    assert "c-a-0" in ids(query.dyad(store, "BLR", "RUS"))
    assert "c-a-0" in ids(query.dyad(store, "BLR", "RUS", text="gudang"))
    lasting = query.claim(store, "c-a-0")
    assert lasting is not None
    assert lasting.recipients == ()
    ingest.remove(store, "a-a")
    add(store, REPORTS[0])
    assert "c-a-0" in ids(query.claims(store, actor="BLR"))
    assert query.hold_all(store, anew=True) == 1
    assert "c-a-0" in ids(query.claims(store, actor="BLR"))


def test_words_that_name_nobody_known_stand_beside_what_was_read(store: SqlStore) -> None:
    made = query.signed("c-a-0", Verdict.CORRECTED, "Ani", NOW, actors="seorang warga, entah siapa")
    (told,) = query.review(store, made)
    assert "seorang warga (SDN:CVL)" in told
    assert "c-a-0" in ids(query.claims(store, actor="RUS"))
    (line,) = [line for line in query.claims(store).to_dicts() if line["id"] == "c-a-0"]
    assert (line["actors"], line["corrections"]) == (["Rusia"], ["actors: seorang warga, entah siapa"])


def test_a_place_that_no_table_has_is_found_where_a_report_names_it(store: SqlStore) -> None:
    with pytest.raises(QuestionError, match="no place is known as 'Desa Contoh'"):
        query.claims(store, place="Desa Contoh")
    say(store, "c-a-0", Verdict.CORRECTED, place="Desa Contoh")
    assert ids(query.claims(store, place="desa contoh")) == ["c-a-0"]
    assert ids(query.claims(store, place="Desa Contoh", text="gudang")) == ["c-a-0"]


def test_a_corrected_type_keeps_no_score_of_the_read_one(store: SqlStore) -> None:
    attack = replace(ATTACK, sentence="Rusia membom jembatan di Kyiv.", day=date(2022, 7, 1))
    hard = report("keras", attack)
    add(store, replace(hard, claims=(replace(hard.claims[0], goldstein=-10.0),)))
    for kind, score in (("ASSAULT", -10.0), ("AID", None)):
        say(store, "c-keras-0", Verdict.CORRECTED, type=kind)
        query.settle_all(store)
        (brief,) = [row for row in query.brief(store).rows if row.id == "c-keras-0"]
        (row,) = [row for row in query.claims(store).rows if row.id == "c-keras-0"]
        assert (brief.goldstein, row.goldstein) == (score, score)
        with store.view() as view:
            kept = view._connection.execute(select(act.c.goldstein).where(act.c.event == "c-keras-0"))  # type: ignore[attr-defined]
            assert kept.scalar_one() == score


def test_a_rejected_claim_is_left_out_and_shown_by_its_id(store: SqlStore) -> None:
    total = query.claims(store).total
    say(store, "c-a-0", Verdict.REJECTED)
    for text in (None, "gudang"):
        answer = query.claims(store, text=text)
        assert "c-a-0" not in ids(answer)
        assert answer.notes == ("1 claim that reviewers reject left out",)
    assert query.claims(store).total == total - 1
    (row,) = query.events(store, "RUS", "UKR").rows
    assert row.act.claims == ("c-b-0",)
    assert query.show(store, "c-a-0").claim is not None
    assert "c-a-0" in ids(query.claims(store, article="a-a"))
    assert store.check() == ()
    assert query.unlike(store) == ()
    say(store, "c-a-0", Verdict.UNDONE, minutes=1)
    assert query.claims(store).total == total


def test_a_rejected_claim_makes_no_partners_of_an_actor_of_one_id_or_several(store: SqlStore) -> None:
    for left, claim in ((2, None), (1, "c-a-0"), (0, "c-b-0")):
        if claim is not None:
            say(store, claim, Verdict.REJECTED)
        with store.view() as view:
            for who in (Who(code="RUS"), Who(code="RUS", also=("p:vladimir-putin",))):
                assert view.counterparts(who, 10) == ((Tally("UKR", left),) if left else ())


def test_where_reviewers_differ_the_reading_holds(store: SqlStore) -> None:
    say(store, "c-a-0", Verdict.CORRECTED, status="denied")
    say(store, "c-a-0", Verdict.REJECTED, by="Budi")
    assert ids(query.claims(store, status="denied")) == []
    assert "c-a-0" in ids(query.claims(store, status="asserted"))


def test_a_correction_lasts_when_the_report_is_removed_and_added_again(store: SqlStore) -> None:
    say(store, "c-a-0", Verdict.CORRECTED, status="denied")
    ingest.remove(store, "a-a")
    assert ids(query.claims(store, status="denied")) == []
    add(store, REPORTS[0])
    assert ids(query.claims(store, status="denied")) == ["c-a-0"]
    newer = replace(REPORTS[0], pipeline="newer")
    add(store, newer)
    assert ids(query.claims(store, status="denied")) == ["c-a-0"]
    assert query.hold_all(store) == 1
    assert ids(query.claims(store, status="denied")) == ["c-a-0"]


def test_reviews_that_are_not_felt_are_found_and_held(store: SqlStore) -> None:
    say(store, "c-a-0", Verdict.CORRECTED, status="denied", date="2021")
    say(store, "c-a-1", Verdict.REJECTED)
    say(store, "c-b-0", Verdict.ACCEPTED)
    assert query.unheld(store) == ()
    with store.writer() as writer:  # as after the upgrade of a store whose schema had no such table
        writer.correct([Correction("c-a-0"), Correction("c-a-1"), Correction("c-b-0", status=Status.PLANNED)])
    assert query.unheld(store) == ("c-a-0", "c-a-1", "c-b-0")
    assert query.hold_all(store) == 2
    assert query.unheld(store) == ()
    assert ids(query.claims(store, status="denied")) == ["c-a-0"]
    assert "c-a-1" not in ids(query.claims(store))


def test_accounts_are_compared_as_corrected() -> None:
    account = corroborate.accounts(REPORTS[0])[0]
    held = correction(account.id, query.Checked("corrected", ("status: denied", "type: MOBILIZE"), ("Ani",)))
    made = corrected(account, held)
    assert (made.status, made.type, made.start) == (Status.DENIED, EventType.MOBILIZE, MARCH)
    assert corrected(account, None) is account
