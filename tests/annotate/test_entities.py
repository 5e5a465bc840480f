"""Entities of one document: ids, aliases, and names that are parts of names."""

import pytest

from kawat.annotate.entities import Entities, name_tokens
from kawat.model import EntityKind
from kawat.model.codes import UNKNOWN, bare
from kawat.text import slug

SLUGS = [
    ("Knut Hagenrud", "knut-hagenrud"),
    ("Tarek el-Masri", "tarek-el-masri"),
    ("Şeyma Öz", "seyma-oz"),
    ("李明", "李明"),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_slugs_keep_every_name_apart(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("George W. Bush", ("george", "bush")),
        ("Ali al-Dabbagh", ("ali", "dabbagh")),
        ("Kim Jong-un", ("kim", "jong", "un")),
    ],
)
def test_initials_and_particles_do_not_count(name: str, tokens: tuple[str, ...]) -> None:
    assert name_tokens(name) == tokens


@pytest.mark.parametrize(("code", "state"), [("IRQ:REB", "IRQ"), ("UN", "UN"), (UNKNOWN, UNKNOWN)])
def test_bare_code(code: str, state: str) -> None:
    assert bare(code) == state


@pytest.mark.parametrize("part", ["Hagenrud", "Knut", "Knut Hagenrud", "Knut Ole Hagenrud"])
def test_a_person_is_found_under_parts_of_the_name(part: str) -> None:
    entities = Entities()
    entity = entities.own("Knut Hagenrud", "NOR", EntityKind.PERSON, "Menteri Norwegia")
    assert entities.person(part) == entity == "own:knut-hagenrud-nor"


def test_the_latest_bearer_of_a_surname_is_meant() -> None:
    entities = Entities()
    entities.own("Knut Hagenrud", "NOR", EntityKind.PERSON)
    sister = entities.own("Liv Hagenrud", "NOR:OPP", EntityKind.PERSON)
    assert entities.person("Hagenrud") == sister
    assert entities.person("Nordmann") is None


def test_forms_seen_become_aliases_once_and_the_name_is_none() -> None:
    entities = Entities()
    entity = entities.known("BLR", "Belarusia")
    for seen in ("Minsk", "Belarusia", "Minsk"):
        entities.known("BLR", seen)
    (belarus,) = entities.entities([entity, entity])
    assert belarus.code == "BLR"
    assert belarus.kind is EntityKind.STATE
    assert set(belarus.aliases) == {"Belarusia", "Minsk"} - {belarus.name}


def test_a_short_form_is_introduced_for_an_entity() -> None:
    entities = Entities()
    party = entities.own("Partai Fajar", "SRB:OPP", EntityKind.ORGANIZATION)
    entities.introduce("PF", party)
    assert entities.acronym("PF") == party
    assert entities.acronym("PX") is None
    assert entities.entities([party])[0].aliases == ("PF",)


def test_a_group_without_a_name_is_its_code() -> None:
    entities = Entities()
    entity = entities.described("IRQ:REB", EntityKind.GROUP, "para pemberontak")
    assert entity == "IRQ:REB"
    assert entities.entities([entity])[0].name == "para pemberontak"
    assert entities.described("IRQ", EntityKind.STATE, "pemerintah Irak") == "IRQ"


def test_words_that_tell_no_state_name_a_group_beside_its_state_until_better_ones_come() -> None:
    entities = Entities()
    entity = entities.described("BLR:MIL", EntityKind.GROUP, "soldiers", weak=True)
    assert entities.entities([entity])[0].name == "soldiers (Belarus)"
    entities.described("BLR:MIL", EntityKind.GROUP, "tentara Belarus")
    assert entities.entities([entity])[0].name == "tentara Belarus"


def test_the_first_role_stays() -> None:
    entities = Entities()
    entity = entities.own("Knut Hagenrud", "NOR", EntityKind.PERSON)
    entities.note_role(entity, "Menteri Perikanan")
    entities.note_role(entity, "menteri")
    assert entities.role(entity) == "Menteri Perikanan"
    assert entities.role("nobody") is None
    assert entities.code("nobody") == UNKNOWN


@pytest.mark.parametrize(
    ("told", "later", "same"),
    [
        ("Mikheil Saakashvili", "Saakashbili", True),
        ("Mikheil Saakashvili", "Mikheil Saakashvilli", True),
        ("Aleksandr Lukashenko", "Lukasjenko", True),
        ("Nikolai Petrov", "Petrova", False),
        ("Ali Hasan", "Husan", False),
    ],
)
def test_a_person_is_found_under_a_name_spelt_otherwise(told: str, later: str, same: bool) -> None:
    entities = Entities()
    entity = entities.own(told, "NOR", EntityKind.PERSON)
    assert (entities.person(later) == entity) is same


def test_a_spelling_near_two_persons_is_neither() -> None:
    entities = Entities()
    for name in ("Anna Wulandari", "Anna Wulandary"):
        entities.own(name, "IDN", EntityKind.PERSON)
    assert entities.person("Wulandart") is None
