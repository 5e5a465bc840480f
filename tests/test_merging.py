"""Two names that people judge to be one actor are one when claims are linked; a split undoes it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import LUKASHENKO, NOW, UKR, Says, report

from kawat import corroborate, ingest, query
from kawat.cli import main
from kawat.errors import QuestionError
from kawat.model import Article, Entity, EntityKind, EventType, Identity, Judgement, Record
from kawat.query import Signed
from kawat.store import SqlStore, open_store

MARCH = date(2022, 3, 11)
BATKA = Entity("own:batka-kaz", "KAZ", EntityKind.PERSON, "Batka")
"""Whom one outlet calls so and takes for another state's."""

SAID = Says("Lukashenko menuduh Ukraina menyiapkan serangan rudal.", EventType.ACCUSE, (LUKASHENKO,), (UKR,), day=MARCH)
BY_NAME = replace(SAID, actors=(BATKA,), sentence="Batka menuduh Ukraina menyiapkan serangan rudal.")


def told_by(name: str, says: Says) -> Record:
    made = report(name, says, published=MARCH + timedelta(days=1))
    return replace(made, entities=(*made.entities, BATKA))


RECORDS = {
    name: told_by(name, says)
    for name, says in {"a": SAID, "b": BY_NAME, "c": replace(BY_NAME, sentence="Ukraina dituduh Batka.")}.items()
}
ME = Signed("Ani", NOW + timedelta(days=1), "a nickname")


def add(store: SqlStore, names: Sequence[str]) -> None:
    by_source = {RECORDS[name].article.source: RECORDS[name] for name in names}

    def make(article: Article) -> Record:
        return by_source[article.source]

    some = RECORDS["a"].pipeline
    done = ingest.add(store, by_source, now=NOW, pipeline=some, make=make, reader=lambda s: (by_source[s].article,))
    assert done.failures == ()


def merge(store: SqlStore) -> None:
    query.merge(store, BATKA.id, LUKASHENKO.id, ME)
    ingest.relink(store, (BATKA.id,), ME.at)


def told(store: SqlStore) -> list[dict[str, object]]:
    with store.view() as view:
        return [asdict(act) for act in corroborate.acts(*query.reading(view))]


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        add(opened, "abc")
        query.settle_all(opened)
        yield opened


def acts(store: SqlStore) -> list[tuple[str, ...]]:
    return sorted(act.claims for act in _read(store))


def _read(store: SqlStore) -> Sequence[corroborate.Act]:
    with store.view() as view:
        return corroborate.acts(*query.reading(view))


def test_merged_names_tell_of_one_act(store: SqlStore) -> None:
    assert acts(store) == [("c-a-0",), ("c-b-0", "c-c-0")]
    merge(store)
    assert acts(store) == [("c-a-0", "c-b-0", "c-c-0")]
    (row,) = query.events(store, "Lukashenko", "UKR").rows
    assert (row.act.claims, row.act.actors) == (("c-a-0", "c-b-0", "c-c-0"), ("BLR",))
    assert query.dyad(store, "Batka", "Ukraina").total == query.actor(store, "Lukashenko").claims.total == 3
    assert query.unlike(store) == ()


def test_a_split_undoes_it_and_a_merge_does_it_again(store: SqlStore) -> None:
    before = told(store)
    merge(store)
    for days, judge in ((2, query.withdraw), (3, query.split)):
        later = replace(ME, at=NOW + timedelta(days=days))
        judge(store, BATKA.id, LUKASHENKO.id, later)
        ingest.relink(store, (LUKASHENKO.id,), later.at)
        assert told(store) == before
    again = replace(ME, at=NOW + timedelta(days=4))
    query.withdraw(store, BATKA.id, LUKASHENKO.id, again)
    query.merge(store, BATKA.id, LUKASHENKO.id, replace(ME, at=NOW + timedelta(days=5)))
    ingest.relink(store, (LUKASHENKO.id,), NOW + timedelta(days=5))
    assert acts(store) == [("c-a-0", "c-b-0", "c-c-0")]
    assert ingest.relink(store, (BATKA.id,), NOW + timedelta(days=6)) == 0, "what stands is not said again"


@pytest.mark.parametrize("order", tuple(permutations("abc")))
def test_the_order_of_reports_and_merges_does_not_count(store: SqlStore, order: tuple[str, ...]) -> None:
    merge(store)
    with open_store(":memory:") as other:
        add(other, order[:2])
        if {"a"} < set(order[:2]):  # both names are known
            merge(other)
            add(other, order[2:])
        else:
            add(other, order[2:])
            merge(other)
        assert told(other) == told(store)
        ingest.remove(other, "a-b")
        add(other, "b")
        assert told(other) == told(store)


def test_the_command_line_links_anew(store: SqlStore, tmp_path: Path) -> None:
    path = tmp_path / "kawat.db"
    with open_store(path) as opened:
        add(opened, "abc")
    for command, number in ((("merge",), 1), (("merge", "--undo"), 2), (("merge",), 1), (("split",), 2)):
        word, *rest = command
        done = CliRunner().invoke(main, [word, BATKA.id, LUKASHENKO.id, *rest, "--by", "Ani", "--db", str(path)])
        assert done.exit_code == 0, done.output
        with open_store(path) as opened:
            assert len(acts(opened)) == number


def test_who_people_merge_has_the_code_that_is_known() -> None:
    one, other = Entity("own:a", "UNKNOWN", EntityKind.PERSON, "A"), Entity("own:b-kaz", "KAZ", EntityKind.PERSON, "B")
    by_id = {one.id: one, other.id: other}
    judged = [Identity(one.id, other.id, Judgement.SAME, 1.0, (), "Ani", NOW)]
    assert corroborate.merges(judged, by_id.get) == {one.id: ("own:a", "KAZ"), other.id: ("own:a", "KAZ")}
    assert corroborate.merges([replace(judged[0], by="kawat 1")], by_id.get) == {}


ONE, OTHER = (Entity(f"own:{name}", "UNKNOWN", EntityKind.PERSON, name.title()) for name in ("aaa", "bbb"))
THIRD = Entity("own:ccc", "KAZ", EntityKind.PERSON, "Ccc")


def accused_by(name: str, who: Entity) -> Record:
    """A report in which somebody accuses Ukraine, each on a day and of a matter of their own."""
    says = Says(
        f"{who.name} menuduh Ukraina soal {name}.", EventType.ACCUSE, (who,), (UKR,), day=MARCH + timedelta(ord(name))
    )
    made = report(name, says)
    return replace(made, entities=(*made.entities, who))


def kept_whole(store: SqlStore, *records: Record) -> None:
    """Adds reports, and keeps all acts."""
    by_source = {record.article.source: record for record in records}
    done = ingest.add(
        store,
        by_source,
        now=NOW,
        pipeline=records[0].pipeline,
        make=lambda article: by_source[article.source],
        reader=lambda source: (by_source[source].article,),
    )
    assert done.failures == ()
    query.settle_all(store)
    assert query.unlike(store) == ()


def codes(store: SqlStore) -> list[tuple[str, ...]]:
    with store.view() as view:
        return [act.actors for _, act in sorted(query.acts.acts_of(view, view.every_claim()).items())]


def test_a_merge_is_felt_by_all_who_were_merged_before() -> None:
    with open_store(":memory:") as store:
        kept_whole(store, accused_by("a", ONE), accused_by("b", OTHER), accused_by("c", THIRD))
        query.merge(store, ONE.id, OTHER.id, ME)
        query.settle_all(store)
        assert codes(store) == [(), (), ("KAZ",)], "nobody knows for whom the first two act"
        for days, judge, felt in ((0, query.merge, ("KAZ",)), (1, query.split, ())):
            judge(store, OTHER.id, THIRD.id, replace(ME, at=ME.at + timedelta(days=days)))
            assert query.unlike(store) == ()
            query.settle_all(store)
            assert query.unlike(store) == ()
            assert codes(store) == [felt, felt, ("KAZ",)]


def test_a_code_that_a_later_report_knows_is_felt_by_all_who_are_merged() -> None:
    with open_store(":memory:") as store:
        kept_whole(store, accused_by("a", ONE), accused_by("b", OTHER))
        query.merge(store, ONE.id, OTHER.id, ME)
        query.settle_all(store)
        kept_whole(store, accused_by("z", replace(ONE, code="KAZ")))
        assert codes(store) == [("KAZ",)] * 3
        ingest.remove(store, "a-z")
        assert query.unlike(store) == ()
        query.settle_all(store)
        assert codes(store) == [()] * 2
        again = replace(accused_by("b", replace(OTHER, code="KAZ")), pipeline="2.0+test")
        kept_whole(store, again)
        assert codes(store) == [("KAZ",)] * 2


def test_links_follow_a_code_that_a_later_report_brings() -> None:
    says = Says("Aaa menuduh Ukraina menyiapkan serangan rudal.", EventType.ACCUSE, (ONE,), (UKR,), day=MARCH)

    def told_of(name: str, says: Says, who: Entity) -> Record:
        made = report(name, says, published=MARCH + timedelta(days=1))
        return replace(made, entities=(*made.entities, who))

    other = replace(says, actors=(OTHER,), sentence="Bbb menuduh Ukraina menyiapkan serangan rudal.")
    kazakh = replace(says, actors=(THIRD,), sentence="Ccc menuduh Ukraina menyiapkan serangan rudal.")
    elsewhere = replace(says, sentence="Aaa menuduh Ukraina soal lain.", day=MARCH - timedelta(days=90))
    with open_store(":memory:") as store:
        kept_whole(store, told_of("a", says, ONE), told_of("b", other, OTHER))
        query.merge(store, ONE.id, OTHER.id, ME)
        ingest.relink(store, (ONE.id,), NOW)
        kept_whole(store, told_of("c", kazakh, THIRD))
        kept_whole(store, told_of("z", elsewhere, replace(ONE, code="KAZ")))
        assert ingest.relink(store, (ONE.id,), ME.at + timedelta(days=1)) == 0, "all was compared when it came"
        with store.view() as view:
            acts = {act.claims: act.actors for act in corroborate.acts(*query.reading(view))}
        assert acts[("c-a-0", "c-b-0", "c-c-0")] == ("KAZ",)


def test_who_signs_almost_like_kawat_is_a_person(store: SqlStore) -> None:
    desk = replace(ME, by="Kawat desk")
    query.merge(store, BATKA.id, LUKASHENKO.id, desk)
    with store.view() as view:
        assert [one.by for one in view.by_people()] == ["Kawat desk"]
    assert query.unlike(store) == ()
    query.same(store, "c-a-0", "c-b-0", desk)
    ingest.remove(store, "a-a")
    with store.view() as view:
        assert [one.by for one in view.links(["c-a-0"])] == ["Kawat desk"], "what people judge outlives the report"
    assert store.check() == ()
    add(store, "a")
    assert ("c-a-0", "c-b-0") in {found[:2] for found in acts(store)}


def test_nobody_judges_under_a_signature_of_kawat(store: SqlStore) -> None:
    own = replace(ME, by="kawat desk")
    for judge in (query.merge, query.split, query.withdraw):
        with pytest.raises(QuestionError, match="how Kawat signs"):
            judge(store, BATKA.id, LUKASHENKO.id, own)
    for judge_claims in (query.same, query.apart, query.unjudged):
        with pytest.raises(QuestionError, match="how Kawat signs"):
            judge_claims(store, "c-a-0", "c-b-0", own)
    with store.view() as view:
        signed = [one.by for one in view.identities([BATKA.id])] + [one.by for one in view.links(["c-a-0", "c-b-0"])]
    assert own.by not in signed
