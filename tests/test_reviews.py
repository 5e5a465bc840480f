"""Reviews: appended, undone, two reviewers compared, and what is to be looked at next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders import BLR, NOW, RUS, UKR, Says, report

from kawat import ingest, query
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import EventType, Review, Status, Verdict
from kawat.query.checked import checked
from kawat.store import ClaimFilter, SqlStore, open_store

NAMES = [f"r{number}" for number in range(12)]


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for name in NAMES:
                said = Says(f"Rusia akan mendukung {name}.", EventType.SUPPORT, (RUS,), (BLR,))
                made = report(name, said)
                doubt = (NAMES.index(name) + 1) / 20
                writer.put(replace(made, claims=tuple(replace(c, score=1 - doubt) for c in made.claims)), NOW, {})
            writer.put(report("lain", Says("Minsk akan menyerang Kyiv.", EventType.ASSAULT, (BLR,), (UKR,))), NOW, {})
        yield opened


def say(store: SqlStore, claim: str, verdict: Verdict, by: str = "Ani", minutes: int = 0, **more: str) -> None:
    query.review(store, query.signed(claim, verdict, by, NOW + timedelta(minutes=minutes), **more))


def state(store: SqlStore, claim: str) -> query.Checked:
    row = query.show(store, claim).claim
    assert row is not None
    return row.checked


def test_a_claim_is_unreviewed_until_somebody_judges_it(store: SqlStore) -> None:
    assert state(store, "c-r0-0").state == "unreviewed"
    say(store, "c-r0-0", Verdict.NOTED, note="look again")
    say(store, "c-r0-0", Verdict.SKIPPED)
    assert (state(store, "c-r0-0").state, state(store, "c-r0-0").notes) == ("unreviewed", ("Ani: look again",))
    say(store, "c-r0-0", Verdict.CORRECTED, status="alleged", date="2022-03")
    found = state(store, "c-r0-0")
    assert (found.state, found.changes, found.by) == ("corrected", ("status: alleged", "date: 2022-03"), ("Ani",))
    rows = query.claims(store, limit=None)
    (line,) = [line for line in rows.to_dicts() if line["id"] == "c-r0-0"]
    assert (line["review"], line["corrections"]) == ("corrected", ["status: alleged", "date: 2022-03"])
    assert (line["status"], str(line["date_start"])) == ("alleged", "2022-03-01")
    with store.view() as view:
        (kept,) = view.claims(ClaimFilter(ids=("c-r0-0",))).rows
    assert kept.claim.status is Status.ASSERTED, "what was read stays"


def test_the_last_word_can_be_taken_back_until_none_is_left(store: SqlStore) -> None:
    say(store, "c-r1-0", Verdict.ACCEPTED)
    say(store, "c-r1-0", Verdict.REJECTED, minutes=1)
    assert state(store, "c-r1-0").state == "rejected"
    last = query.last_word(store, "Ani")
    assert last is not None
    assert last.verdict is Verdict.REJECTED
    say(store, "c-r1-0", Verdict.UNDONE)
    assert state(store, "c-r1-0").state == "accepted"
    say(store, "c-r1-0", Verdict.UNDONE)
    assert state(store, "c-r1-0").state == "unreviewed"
    assert query.last_word(store, "Ani") is None
    with pytest.raises(QuestionError, match="taken back"):
        say(store, "c-r1-0", Verdict.UNDONE)
    with store.view() as view:
        assert [one.verdict.value for one in view.reviewed()] == ["accepted", "rejected", "undone", "undone"]


def test_a_corrected_speaker_holds_and_a_corrected_chain_stands_beside_what_was_read(store: SqlStore) -> None:
    say(store, "c-r3-0", Verdict.CORRECTED, speaker="Vladimir Putin", chain="Vladimir Putin ‹ BelTA ‹ TASS")
    found = state(store, "c-r3-0")
    speaker = "speaker: Vladimir Putin (RUS) <p:vladimir-putin>"
    assert found.changes == (speaker, "chain: Vladimir Putin ‹ BelTA ‹ TASS")
    (line,) = [line for line in query.claims(store, limit=None).to_dicts() if line["id"] == "c-r3-0"]
    assert line["corrections"] == list(found.changes)
    assert line["chain"] == "Vladimir Putin ‹ TASS ‹ Harian Contoh"


@pytest.mark.parametrize("word", ["none", "-", "tidak ada", "Nobody"])
def test_a_correction_can_say_that_there_is_nobody(store: SqlStore, word: str) -> None:
    say(store, "c-r3-0", Verdict.CORRECTED, recipients=word)
    say(store, "c-r3-0", Verdict.CORRECTED, by="Budi", recipients="none")
    assert (state(store, "c-r3-0").state, state(store, "c-r3-0").changes) == ("corrected", ("recipients: none",))
    with pytest.raises(QuestionError, match="no status"):
        say(store, "c-r3-0", Verdict.CORRECTED, status=word)


def test_two_who_correct_alike_in_another_order_agree(store: SqlStore) -> None:
    say(store, "c-r4-0", Verdict.CORRECTED, status="denied", place="Kyiv")
    say(store, "c-r4-0", Verdict.CORRECTED, by="Budi", place="Kyiv", status="denied")
    assert (state(store, "c-r4-0").state, state(store, "c-r4-0").by) == ("corrected", ("Ani", "Budi"))
    assert query.show(store, "c-r4-0").claim.status is Status.DENIED  # type: ignore[union-attr]


def test_a_second_correction_leaves_the_first_as_it_is(store: SqlStore) -> None:
    say(store, "c-r5-0", Verdict.CORRECTED, status="denied", place="Kyiv")
    say(store, "c-r5-0", Verdict.CORRECTED, place="Minsk", date="2022-03")
    assert state(store, "c-r5-0").changes == ("status: denied", "place: Minsk", "date: 2022-03")
    say(store, "c-r5-0", Verdict.UNDONE)
    assert state(store, "c-r5-0").changes == ("status: denied", "place: Kyiv")


def test_who_accepts_a_corrected_claim_accepts_the_correction(store: SqlStore) -> None:
    say(store, "c-r6-0", Verdict.CORRECTED, status="denied")
    say(store, "c-r6-0", Verdict.ACCEPTED, by="Budi")
    assert (state(store, "c-r6-0").state, state(store, "c-r6-0").by) == ("corrected", ("Ani", "Budi"))
    say(store, "c-r6-0", Verdict.CORRECTED, by="Budi", status="asserted")
    assert state(store, "c-r6-0").state == "disputed"
    say(store, "c-r6-0", Verdict.ACCEPTED, by="Cici")  # of what differs the reading is shown
    assert state(store, "c-r6-0").state == "disputed"


def test_two_who_differ_dispute(store: SqlStore) -> None:
    say(store, "c-r2-0", Verdict.ACCEPTED)
    say(store, "c-r2-0", Verdict.ACCEPTED, by="Budi")
    assert (state(store, "c-r2-0").state, state(store, "c-r2-0").by) == ("accepted", ("Ani", "Budi"))
    say(store, "c-r2-0", Verdict.REJECTED, by="Budi")
    assert state(store, "c-r2-0").state == "disputed"
    say(store, "c-r2-0", Verdict.UNDONE, by="Budi")
    assert state(store, "c-r2-0").state == "accepted"


@pytest.mark.parametrize(
    ("verdict", "more"),
    [
        (Verdict.CORRECTED, {}),
        (Verdict.CORRECTED, {"status": "sure"}),
        (Verdict.CORRECTED, {"type": "WAR"}),
        (Verdict.CORRECTED, {"date": "yesterday"}),
        (Verdict.CORRECTED, {"sentence": "Another one."}),
        (Verdict.CORRECTED, {"actors": "x" * 501}),
        (Verdict.ACCEPTED, {"status": "denied"}),
        (Verdict.NOTED, {}),
    ],
)
def test_what_cannot_be_said(store: SqlStore, verdict: Verdict, more: dict[str, str]) -> None:
    with pytest.raises(QuestionError):
        query.review(store, query.signed("c-r0-0", verdict, "Ani", NOW, **more))
    with store.view() as view:
        assert view.reviewed() == ()


def test_a_claim_that_is_not_there_cannot_be_reviewed(store: SqlStore) -> None:
    with pytest.raises(UnknownNameError):
        say(store, "c-none", Verdict.ACCEPTED)
    with pytest.raises(QuestionError, match="name"):
        say(store, "c-r0-0", Verdict.ACCEPTED, by=" ")


def test_the_most_doubtful_claim_comes_next_and_none_twice(store: SqlStore) -> None:
    seen = []
    while (row := query.next_claim(store, "Ani", recipient="BLR")) is not None:
        seen.append(row.id)
        say(store, row.id, Verdict.SKIPPED if len(seen) % 3 == 0 else Verdict.ACCEPTED)
    assert seen == [f"c-r{number}-0" for number in reversed(range(12))]
    again = query.next_claim(store, "Budi", recipient="BLR")
    assert again is not None
    assert again.id in {f"c-r{n}-0" for n in (9, 6, 3, 0)} | {c for c in seen if sum(c.encode()) % 5 == 0}


def test_progress_and_agreement(store: SqlStore) -> None:
    assert query.progress(store, "Ani").agreement == ()
    for number, (one, other) in enumerate(
        [(Verdict.ACCEPTED, Verdict.ACCEPTED)] * 3
        + [(Verdict.REJECTED, Verdict.REJECTED), (Verdict.REJECTED, Verdict.ACCEPTED)]
    ):
        say(store, f"c-r{number}-0", one)
        say(store, f"c-r{number}-0", other, by="Budi")
    say(store, "c-r9-0", Verdict.SKIPPED)
    found = query.progress(store, "Ani")
    assert (found.total, found.judged, found.mine, found.skipped) == (13, 5, 5, 1)
    (pair,) = found.agreement
    # observed 4/5; by chance .6*.8 + .4*.2 = .56
    assert (pair.claims, pair.same, pair.kappa) == (5, 4, round((0.8 - 0.56) / 0.44, 3))


def test_agreement_by_chance_alone_has_no_kappa(store: SqlStore) -> None:
    for by in ("Ani", "Budi"):
        say(store, "c-r0-0", Verdict.ACCEPTED, by=by)
    assert query.progress(store, "Ani").agreement[0].kappa is None


def test_reviews_are_signed_and_dated() -> None:
    made = query.signed("c1", Verdict.CORRECTED, " Ani ", NOW, status=" denied ", type="", note="  ")
    assert made == Review("c1", Verdict.CORRECTED, (("status", "denied"),), None, "Ani", NOW)
    assert checked([made])["c1"].state == "corrected"


def test_nothing_stands_round_a_claim_that_is_gone(store: SqlStore) -> None:
    assert query.around(store, "c-lain-0") == ("", "")
    ingest.remove(store, "a-lain")
    assert query.around(store, "c-lain-0") == ("", "")
