"""From reports that spell a name in several ways to questions that count it as one actor, and back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import BLR, NOW, PIPELINE, Says, report

from kawat import query
from kawat.cli import main
from kawat.errors import QuestionError, UnknownNameError
from kawat.ingest import SIGNED, add
from kawat.model import Entity, EntityKind, EventType, Judgement, Record
from kawat.query import Signed
from kawat.store import open_store

IWANOW = Entity("own:dmitrij-iwanow-rus", "RUS", EntityKind.PERSON, "Dmitrij Iwanow", ("Iwanow",))
IVANOV = Entity("own:dmitry-ivanov-rus", "RUS", EntityKind.PERSON, "Dmitry Ivanov", ("Ivanov",))
PAVEL = Entity("own:pavel-ivanov-blr", "BLR", EntityKind.PERSON, "Pavel Ivanov", ("Ivanov",))
ME = Signed("Ani", NOW, "the same face")


def telling(name: str, who: Entity, day: int) -> Record:
    one = Says(f"{who.name} mengecam Minsk.", EventType.ACCUSE, (who,), (BLR,), speaker=who, day=date(2023, 5, day))
    made = report(name, one, published=date(2023, 5, day), outlet=f"Harian {name}")
    return replace(made, entities=(*made.entities, who))


RECORDS = (telling("satu", IWANOW, 1), telling("dua", IVANOV, 2), telling("tiga", PAVEL, 3))


def fill(path: Path, *, respelt: bool = True) -> int:
    by_name = {record.article.source: record for record in RECORDS}
    with open_store(path) as store:
        done = add(
            store,
            by_name,
            now=NOW,
            pipeline=PIPELINE,
            make=lambda article: by_name[article.source],
            reader=lambda source: (by_name[source].article,),
            respelt=respelt,
        )
    assert done.failures == ()
    return done.identities


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "kawat.db"
    fill(path)
    yield path
    with open_store(path) as store:
        assert store.check() == ()


def accusers(db: Path, name: str) -> list[str]:
    with open_store(db, read_only=True) as store:
        return [row.actors[0].name for row in query.claims(store, actor=name).rows]


def test_two_spellings_are_one_actor_in_every_question(db: Path) -> None:
    both = ["Dmitrij Iwanow", "Dmitry Ivanov"]
    assert accusers(db, "Dmitrij Iwanow") == accusers(db, "dmitry ivanov") == accusers(db, IWANOW.id) == both
    with open_store(db, read_only=True) as store:
        assert query.claims(store, speaker="Dmitry Ivanov").total == 2
        assert query.dyad(store, "Iwanow", "Belarus").total == 2
        found = query.actor(store, "Iwanow")
        assert (found.id, found.also) == (IWANOW.id, (IVANOV.id,))
        assert {use.name: (use.articles, use.outlets) for use in found.names} == {
            "Dmitrij Iwanow": (1, ("Harian satu",)),
            "Dmitry Ivanov": (1, ("Harian dua",)),
            "Ivanov": (1, ("Harian dua",)),
            "Iwanow": (1, ("Harian satu",)),
        }
        (made,) = found.judgements
        assert (made.judgement, made.by, made.at) == (Judgement.SAME, SIGNED, NOW)
        assert made.why[0].endswith("sound the same")
        with pytest.raises(QuestionError, match="the same actor"):
            query.dyad(store, IWANOW.id, IVANOV.id)


def test_the_same_report_again_repeats_no_judgement(db: Path) -> None:
    assert fill(db) == 0
    newer = tuple(replace(record, pipeline="2.0+new") for record in RECORDS)
    by_name = {record.article.source: record for record in newer}
    with open_store(db) as store:
        done = add(
            store,
            by_name,
            now=NOW,
            pipeline="2.0+new",
            make=lambda article: by_name[article.source],
            reader=lambda source: (by_name[source].article,),
        )
    assert (done.added, done.identities) == (3, 0)


def test_other_spellings_can_be_switched_off(tmp_path: Path) -> None:
    path = tmp_path / "letters.db"
    assert fill(path, respelt=False) == 0
    assert accusers(path, "Dmitrij Iwanow") == ["Dmitrij Iwanow"]


def test_people_merge_split_and_take_back(db: Path) -> None:
    with open_store(db) as store:
        made = query.merge(store, "Pavel Ivanov", IVANOV.id, ME)
        assert made.actor == (IWANOW.id, IVANOV.id, PAVEL.id)
        assert query.actor(store, "Pavel Ivanov").also == (IVANOV.id, PAVEL.id)
        query.withdraw(store, "Pavel Ivanov", IVANOV.id, ME)
        assert query.actor(store, "Pavel Ivanov").also == ()
        (apart,) = query.split(store, IWANOW.id, None, ME)
        assert (apart.other.id, apart.judgement) == (IVANOV.id, Judgement.DIFFERENT)
        assert query.claims(store, actor="Dmitrij Iwanow").total == 1
        query.withdraw(store, IWANOW.id, IVANOV.id, ME)
        assert query.claims(store, actor="Dmitrij Iwanow").total == 2


def test_a_name_of_two_that_are_one_can_be_split(db: Path) -> None:
    with open_store(db) as store:
        query.merge(store, IVANOV.id, PAVEL.id, ME)
        # "Ivanov" is a name of both; it means the one that they are judged to be.
        found = query.split(store, "Ivanov", None, ME)
        assert {one.one.id for one in found} == {IWANOW.id}
        assert {one.other.id for one in found} == {IVANOV.id, PAVEL.id}
        assert query.actor(store, IWANOW.id).also == ()
        assert query.actor(store, IVANOV.id).also == (PAVEL.id,)


def test_what_a_person_judges_goes_before_what_kawat_found(db: Path) -> None:
    with open_store(db) as store:
        query.split(store, IVANOV.id, PAVEL.id, ME)
        assert query.merge(store, IWANOW.id, PAVEL.id, ME).actor == (IWANOW.id, PAVEL.id)


def test_what_people_judged_different_stays_apart_until_taken_back(db: Path) -> None:
    with open_store(db) as store:
        query.merge(store, IWANOW.id, IVANOV.id, ME)
        query.split(store, IVANOV.id, PAVEL.id, ME)
        with pytest.raises(QuestionError, match=r"judged different by Ani on 2024-06-01"):
            query.merge(store, IWANOW.id, PAVEL.id, ME)
        query.withdraw(store, IVANOV.id, PAVEL.id, ME)
        assert len(query.merge(store, IWANOW.id, PAVEL.id, ME).actor) == 3


def test_an_unknown_spelling_is_counted_with_whom_the_tables_know(db: Path) -> None:
    with open_store(db) as store:
        query.merge(store, PAVEL.id, "p:alexander-lukashenko", ME)
        found = query.actor(store, "Pavel Ivanov")
        assert (found.id, found.also) == ("p:alexander-lukashenko", (PAVEL.id,))
        assert ("BLR", "head_of_state", "1994") in {(one.state, one.role, one.since[:4]) for one in found.offices}
        assert query.claims(store, actor="Lukashenko").total == 1
        # Who speaks for Belarus by code still does, and no more than before.
        assert query.claims(store, actor="Belarus").total == 1


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("Belarus", "Rusia", "is a state.*never judged"),
        (IWANOW.id, "Hamas", "is a person.*beside a person"),
        (IWANOW.id, "Dmitrij Iwanow", "one id"),
    ],
)
def test_what_cannot_be_one_is_refused(db: Path, one: str, other: str, says: str) -> None:
    with open_store(db) as store, pytest.raises(QuestionError, match=says):
        query.merge(store, one, other, ME)


def test_nothing_to_split_and_names_of_several_are_said(db: Path) -> None:
    with open_store(db) as store:
        with pytest.raises(QuestionError, match="nothing is judged"):
            query.split(store, "Pavel Ivanov", None, ME)
        with pytest.raises(UnknownNameError, match="may be 2") as several:
            query.merge(store, "Ivanov", PAVEL.id, ME)
    # what tells one from the other
    assert {one: why.partition(",")[0] for one, _, why in several.value.candidates}.items() >= {(PAVEL.id, "BLR")}


def test_a_surname_that_one_report_says_alone_may_mean_another_too(tmp_path: Path) -> None:
    oleg = Entity("own:oleg-petrov-rus", "RUS", EntityKind.PERSON, "Oleg Petrov", ("Petrov",))
    igor = Entity("own:igor-petrov-blr", "BLR", EntityKind.PERSON, "Igor Petrov")
    with open_store(tmp_path / "kawat.db") as store:
        with store.writer() as writer:
            writer.put(telling("satu", oleg, 1), NOW, {})
        assert query.claims(store, actor="Petrov").total == 1
        with store.writer() as writer:
            writer.put(telling("dua", igor, 2), NOW, {})
        with pytest.raises(UnknownNameError, match="may be 2"):
            query.claims(store, actor="Petrov")
        assert query.claims(store, actor="Oleg Petrov").total == 1


def test_on_the_command_line(db: Path) -> None:
    def kawat(*words: str) -> str:
        done = CliRunner().invoke(main, [*words, "--db", str(db)])
        assert done.exit_code == 0, done.output
        return done.output

    said = kawat("split", IWANOW.id, IVANOV.id, "--by", "Ani", "--why", "two faces")
    assert said == f"Dmitrij Iwanow ({IWANOW.id}) and Dmitry Ivanov ({IVANOV.id}) are two actors\n"
    told = kawat("actor", "Dmitrij Iwanow", "--lines")
    assert f"{IWANOW.id} is not {IVANOV.id} (Ani, " in told
    assert "two faces" in " ".join(told.split())
    assert "Dmitrij Iwanow (1, 2023-05-01, Harian satu)" in told
    assert "are no longer judged by people" in kawat("merge", IWANOW.id, IVANOV.id, "--undo")
    shown = json.loads(kawat("actor", "Dmitrij Iwanow", "--json"))
    assert shown["also"] == [IVANOV.id]
    assert [one["judgement"] for one in shown["judgements"]] == ["same"]
    merged = json.loads(kawat("merge", IWANOW.id, PAVEL.id, "--json"))
    assert merged["judgement"] == "same"
    assert merged["actor"] == [IWANOW.id, IVANOV.id, PAVEL.id]
    assert len(kawat("split", PAVEL.id, "--json").splitlines()) == 2
