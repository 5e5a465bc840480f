"""`kawat review`: the most doubtful and weighty first, a key a claim, all of it in the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import BLR, NOW, RUS, UKR, Says, report

from kawat import ingest, query
from kawat.cli import main
from kawat.model import EventType, Status, Verdict
from kawat.store import open_store

DAY = date(2022, 3, 11)
SURE = Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY)
DOUBTFUL = Says("Minsk akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED, day=DAY)
Ask = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = report("satu", SURE, DOUBTFUL)
    claims = tuple(replace(claim, score=score) for claim, score in zip(made.claims, (0.9, 0.3), strict=True))
    with open_store(tmp_path / "kawat.db") as store, store.writer() as writer:
        writer.put(replace(made, claims=claims), NOW, {})
    return tmp_path / "kawat.db"


@pytest.fixture
def ask(path: Path) -> Ask:
    def asked(typed: str, *more: str) -> Result:
        return CliRunner().invoke(main, ["review", "--by", "Ani", "--db", str(path), *more], input=typed)

    return asked


def log(path: Path) -> list[tuple[str, str, str]]:
    with open_store(path) as store, store.view() as view:
        return [(one.claim, one.verdict.value, one.by) for one in view.reviewed()]


def test_the_doubtful_one_comes_first_and_the_log_is_signed(ask: Ask, path: Path) -> None:
    result = ask("a\nr\n")
    assert result.exit_code == 0, result.output
    assert result.output.index("menyerang") < result.output.index("mendukung")
    assert log(path) == [("c-satu-1", "accepted", "Ani"), ("c-satu-0", "rejected", "Ani")]
    assert "no claim under these conditions waits for you" in result.output
    assert "Ani: 2 judged by you; 2 of 2 claims judged (1 accepted, 1 rejected)" in result.output


@pytest.mark.parametrize("command", [("review",), ("merge", "a", "b"), ("same", "a", "b")])
def test_nobody_signs_with_an_empty_name(path: Path, command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*command, "--by", " ", "--db", str(path)])
    assert (result.exit_code, result.stderr) == (2, "kawat: a name is needed behind --by\n")
    assert log(path) == []


def test_the_end_of_input_and_q_stop_it(ask: Ask, path: Path) -> None:
    assert "0 judged by you" in ask("").output
    assert "1 judged by you, 1 skipped" in ask("s\na\nq\nr\n").output
    assert [verdict for _, verdict, _ in log(path)] == ["skipped", "accepted"]


def test_corrections_and_notes_stand_behind_their_key(ask: Ask, path: Path) -> None:
    result = ask("n siapa yang bilang?\ne status=alleged; date=2022-03\n")
    assert result.exit_code == 0, result.output
    with open_store(path) as store:
        with store.view() as view:
            noted, corrected = view.reviewed()
        assert (noted.verdict, noted.note) == (Verdict.NOTED, "siapa yang bilang?")
        assert corrected.changes == (("status", "alleged"), ("date", "2022-03"))
        assert corrected.claim == noted.claim == "c-satu-1"
        row = query.claim(store, "c-satu-1")
        assert row is not None
        assert (row.checked.state, row.checked.by) == ("corrected", ("Ani",))
    assert "siapa yang bilang?" in ask("").output or "mendukung" in ask("").output


def test_one_actor_or_recipient_is_corrected_by_the_singular_too(ask: Ask, path: Path) -> None:
    assert ask("e recipient=Belarus; actor=Russia\n").exit_code == 0
    with open_store(path) as store, store.view() as view:
        (made,) = view.reviewed()
    assert made.changes == (("recipients", "Belarus (BLR)"), ("actors", "Russia (RUS)"))


def test_one_claim_is_judged_by_its_id_and_shown_with_what_was_read(ask: Ask, path: Path) -> None:
    result = ask("n benar?\ne actors=Belarus; recipients=warga entah\na\n", "c-satu-0")
    assert result.exit_code == 0, result.output
    assert [(claim, verdict) for claim, verdict, _ in log(path)] == [("c-satu-0", "noted"), ("c-satu-0", "corrected")]
    assert "say whose it is, as warga entah (SDN:CVL)" in result.output
    shown = CliRunner().invoke(main, ["--lines", "show", "c-satu-0", "--db", str(path)]).output
    assert "actors were read as" in shown
    assert "corrected by Ani: actors: Belarus (BLR); recipients: warga entah" in shown
    assert ask("a\n", "c-nowhere").exit_code == 3


def test_what_cannot_be_said_of_one_claim_ends_it(ask: Ask, path: Path) -> None:
    for typed, says in (("e status=maybe\na\n", "is no status"), ("accept\n", "'accept' is no key: a accept")):
        result = ask(typed, "c-satu-0")
        assert (result.exit_code, says in result.stderr) == (2, True), result.output
    assert log(path) == []


def test_undo_of_one_claim_leaves_what_was_said_of_others(ask: Ask, path: Path) -> None:
    ask("r\n", "c-satu-0")
    ask("a\n", "c-satu-1")
    assert ask("u\n", "c-satu-0").exit_code == 0
    assert log(path)[-1] == ("c-satu-0", "undone", "Ani")


def test_undo_takes_the_last_word_back_and_shows_that_claim_again(ask: Ask, path: Path) -> None:
    result = ask("r\nu\na\n")
    assert result.exit_code == 0, result.output
    assert [(claim, verdict) for claim, verdict, _ in log(path)] == [
        ("c-satu-1", "rejected"),
        ("c-satu-1", "undone"),
        ("c-satu-1", "accepted"),
    ]
    assert result.output.count("menyerang Ukraina") == 2


def test_the_last_word_can_be_taken_back_where_no_claim_waits(ask: Ask, path: Path) -> None:
    result = ask("a\nr\na\nu\na\n")
    assert result.exit_code == 0, result.output
    assert [(claim, verdict) for claim, verdict, _ in log(path)] == [
        ("c-satu-1", "accepted"),
        ("c-satu-0", "rejected"),
        ("c-satu-0", "undone"),
        ("c-satu-0", "accepted"),
    ]
    assert "u undo your last word, q quit" in result.output
    again = ask("u\nq\n")  # in another sitting too
    assert log(path)[-1] == ("c-satu-0", "undone", "Ani")
    assert "mendukung" in again.output


def test_undoing_a_word_on_a_report_taken_out_is_told(ask: Ask, path: Path) -> None:
    ask("a\nr\n")
    with open_store(path) as store:
        ingest.remove(store, "a-satu")
    result = ask("u\nq\n")
    assert result.exit_code == 0, result.output
    assert [verdict for _, verdict, _ in log(path)] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("e status=maybe\n", "'maybe' is no status"),
        ("e colour=red\n", "'colour' cannot be corrected"),
        ("e denied\n", "is no correction"),
        ("e\n", "a correction says what should stand"),
        ("n\n", "the note is empty"),
        ("u\n", "has said nothing yet"),
        ("x\n", "a accept, e correct"),
        ("?\n", "a accept, e correct"),
    ],
)
def test_what_cannot_be_said_is_told_and_asked_again(ask: Ask, path: Path, typed: str, says: str) -> None:
    result = ask(f"{typed}a\n")
    assert result.exit_code == 0, result.output
    assert says in result.output
    assert log(path) == [("c-satu-1", "accepted", "Ani")]


def test_conditions_narrow_it(ask: Ask, path: Path) -> None:
    ask("a\na\n", "--either", "Rusia")
    assert log(path) == [("c-satu-0", "accepted", "Ani")]


def test_the_page_goes_on_where_the_command_line_stopped(ask: Ask, path: Path) -> None:
    ask("a\n")
    with open_store(path) as store:
        row = query.next_claim(store, "Ani")
        assert row is not None
        assert row.id == "c-satu-0"
