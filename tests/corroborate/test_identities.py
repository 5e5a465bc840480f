"""Which names of different reports are judged to be one actor, with which reasons, and what people can do about it."""

from datetime import timedelta
from itertools import permutations

import pytest
from tests.builders import NOW

from kawat.corroborate import SAME, UNSURE, held, identify, likeness, name_keys, one_actor
from kawat.model import Entity, EntityKind, Identity, Judgement

BY = "kawat 0.1"


def own(name: str, code: str = "RUS", role: str | None = None, kind: EntityKind = EntityKind.PERSON) -> Entity:
    return Entity(f"own:{name.lower().replace(' ', '-')}-{code.lower()}", code, kind, name, (), role)


def judged(
    left: str, right: str, judgement: Judgement = Judgement.SAME, by: str = BY, day: int = 0, score: float = 0.8
) -> Identity:
    left, right = sorted((left, right))
    return Identity(left, right, judgement, score, (), by, NOW + timedelta(days=day))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (own("Dmitrij Iwanow"), own("Dmitry Ivanov"), "sound the same"),
        (own("Muhammad Khaled", "YEM"), own("Mohammed Khalid", "YEM"), "sound the same"),
        (own("Ivan Petrov", "UNKNOWN"), own("Ivan Petrov"), "both are named Ivan Petrov"),
        (own("Ivan Petrov", "RUS:MIL"), own("Ivan Petrov"), "both of RUS"),
        (own("Ri Song Chol", "PRK"), own("Ri Songchol", "PRK"), "sound the same"),
        (own("Ivan Ilyich Petrov"), own("Ivan Petrov"), "is a part of"),
        (own("Eismont", "BLR", "juru bicara presiden"), own("Natalia Eismont", "BLR", "Juru bicara presiden"), "both"),
        (
            own("Front Rakyat Arvania", "UNKNOWN", kind=EntityKind.GROUP),
            own("Front Rakyat Arvania", kind=EntityKind.GROUP),
            "both are named",
        ),
    ],
)
def test_the_same_and_why(one: Entity, other: Entity, reason: str) -> None:
    found = likeness(one, other)
    assert found.score >= SAME
    assert any(reason in why for why in found.why)
    assert likeness(other, one) == found
    assert name_keys(one) & name_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (own("Eismont", "BLR"), own("Natalia Eismont", "BLR")),
        (own("Dmitrij Iwanow", "UNKNOWN"), own("Dmitry Ivanov")),
        (own("Ahmad Yani", "IDN"), own("Ahmad Yani Basuki", "IDN")),
        (own("Andrei Kozlov"), own("Andrei Kozlow Tkachev")),
    ],
)
def test_what_may_be_the_same_is_left_open(one: Entity, other: Entity) -> None:
    assert UNSURE <= likeness(one, other).score < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (own("Hassan Haddad", "LBN"), own("Hussein Haddad", "LBN")),
        (own("Ivan Petrov"), own("Irina Petrova")),
        (own("Ivan Petrov"), own("Ivan Petrovsky")),
        (own("Ivan Petrov"), own("Ivan Petrov", "BGR")),
        (own("Ivan Petrov"), own("Ivan Petrov", kind=EntityKind.GROUP)),
        (own("Ivan Petrov"), Entity("RUS", "RUS", EntityKind.STATE, "Ivan Petrov")),
    ],
)
def test_others_are_not(one: Entity, other: Entity) -> None:
    assert likeness(one, other).score < UNSURE


def test_other_spellings_can_be_switched_off() -> None:
    spelt, plain = own("Dmitrij Iwanow"), own("Dmitry Ivanov")
    assert likeness(spelt, plain).respelt
    assert likeness(spelt, plain, respelt=False).score == 0
    assert likeness(own("Ivan Petrov", "UNKNOWN"), own("Ivan Petrov"), respelt=False).score >= SAME
    assert identify(spelt, [plain], NOW, BY, respelt=False) == ()


def test_an_unknown_spelling_finds_who_the_tables_know() -> None:
    (found,) = identify(own("Dmitrij Peskow"), [], NOW, BY)
    assert (found.left, found.right) == ("own:dmitrij-peskow-rus", "p:dmitry-peskov")
    assert (found.judgement, found.by, found.at) == (Judgement.SAME, BY, NOW)
    assert "sound the same" in found.why[0]


def test_who_is_in_the_tables_is_not_judged() -> None:
    known = Entity("p:dmitry-peskov", "RUS", EntityKind.PERSON, "Dmitry Peskov")
    assert identify(known, [own("Dmitrij Peskow")], NOW, BY) == ()


def test_a_surname_that_fits_two_is_left_open() -> None:
    alone = own("Kozlov", role="juru bicara")
    others = [own("Andrei Kozlov", role="juru bicara"), own("Pavel Kozlov", role="juru bicara")]
    (sure,) = identify(alone, others[:1], NOW, BY)
    assert sure.judgement is Judgement.SAME
    both = identify(alone, others, NOW, BY)
    assert [one.judgement for one in both] == [Judgement.UNSURE] * 2
    assert all("it fits 2" in one.why for one in both)


def test_the_same_reaches_through_a_third_and_stops_where_two_are_different() -> None:
    pairs = [judged("own:a", "own:b"), judged("own:b", "own:c"), judged("own:a", "own:c", Judgement.DIFFERENT, "Ani")]
    assert one_actor("own:a", pairs[:2]) == ("own:a", "own:b", "own:c")
    assert {one_actor("own:c", some) for some in permutations(pairs)} == {("own:c",)}
    assert one_actor("own:d", pairs) == ("own:d",)


def test_a_person_overrules_kawat_and_can_take_it_back() -> None:
    found = judged("own:a", "own:b")
    apart = judged("own:a", "own:b", Judgement.DIFFERENT, "Ani", 1)
    again = judged("own:a", "own:b", day=2)
    back = judged("own:a", "own:b", Judgement.UNSURE, "Budi", 3)
    assert one_actor("own:a", [found, apart, again]) == ("own:a",)
    assert one_actor("own:a", [found, apart, again, back]) == ("own:a", "own:b")
    assert held([found, apart, again, back])["own:a", "own:b"] == again
    assert one_actor("own:a", [apart, back]) == ("own:a",)
