"""What the door of the known actors answers: sizes, round trips, offices on a day, and the traps of names."""

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kawat.knowledge import (
    Form,
    MediumKind,
    Sense,
    agency,
    code_of,
    get,
    heads_called,
    holders,
    lookup,
    names,
    offices_of,
    outlet,
    places,
    shipped,
    tables,
)
from kawat.model import EntityKind
from kawat.text import PhraseTable

LANGUAGES = ("id", "en")
STATES = [k for k in tables.knowns().values() if k.kind is EntityKind.STATE and not k.id.startswith("l:")]


def found(table: PhraseTable[Form], text: str) -> list[set[str]]:
    return [{form.known_id for form in match.values} for match in table.find(text)]


def codes(language: str, text: str) -> list[set[str]]:
    table = names(language)
    return [{known.code for i in ids if (known := get(i))} for ids in found(table, text)]


def test_the_tables_have_the_sizes_that_questions_need() -> None:
    kinds = Counter(known.kind for known in tables.knowns().values() if not known.id.startswith("l:"))
    media = Counter(medium.kind for medium in tables.media().values())
    bodies = [k for k in tables.knowns().values() if k.kind is EntityKind.ORGANIZATION and not k.id.startswith("o:")]
    indonesian = [f for f in tables.actor_forms() if f.language != "en" and f.known_id in {s.id for s in STATES}]
    spots = [i for i in tables.knowns() if i.startswith("l:")]
    assert len(STATES) >= 250
    assert len(indonesian) / len(STATES) >= 4
    assert len(bodies) >= 150
    assert kinds[EntityKind.GROUP] >= 150
    assert media[MediumKind.AGENCY] >= 120
    assert media[MediumKind.OUTLET] >= 200
    assert len(spots) >= 400
    assert len(tables.offices()) >= 2500


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_that_finds_it(language: str) -> None:
    named = {form.known_id for form in tables.actor_forms() if form.language in (None, language)}
    assert [state.id for state in STATES if state.id not in named] == []


def test_every_state_with_a_known_head_has_an_english_demonym() -> None:
    demonyms = {form.known_id for form in tables.actor_forms() if form.sense is Sense.DEMONYM}
    governed = {office.state for office in tables.offices() if office.role in ("head_of_state", "head_of_government")}
    assert {state.id for state in STATES} & governed - demonyms <= {"DMA", "VAT", "SCG"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_leads_back_to_its_known(language: str) -> None:
    for forms, table in ((tables.actor_forms(), names(language)), (tables.place_forms(), places(language))):
        mine = [form for form in forms if form.language in (None, language)]
        lost = [form for form in mine if form not in table.get(form.text)]
        assert lost == []


def test_every_form_and_id_is_found_in_a_question() -> None:
    forms = (*tables.actor_forms(), *tables.place_forms())
    lost = [f.text for f in forms if f.known_id not in {hit.known_id for hit in lookup(f.text.upper())}]
    assert lost == []
    assert [i for i in tables.knowns() if i not in {hit.known_id for hit in lookup(i)}] == []


def test_every_code_is_one_of_the_guidelines() -> None:
    sectors = {"OPP", "REB", "CVL", "MED", "BUS", "JUD", "LEG", "COP", "MIL", "NGO", "REL"}
    roots = {k.id for k in tables.knowns().values() if k.code == k.id} | {"INTL", "UNKNOWN"}
    for known in tables.knowns().values():
        root, _, sector = known.code.partition(":")
        assert root in roots, known
        assert sector in sectors | {""}, known
        assert known.state is None or get(known.state) is not None, known


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Presiden Belarusia tiba di Moskow", [{"BLR"}, {"RUS"}]),
        ("id", "Korut dan Korsel", [{"PRK"}, {"KOR"}]),
        ("id", "Korea sudah menjawab", [{"PRK", "KOR"}]),
        ("id", "perundingan di Kongo", [{"COG", "COD"}]),
        ("id", "Republik Demokratik Kongo", [{"COD"}]),
        ("id", "kapal AS", [{"USA"}]),
        ("en", "as soon as the US agreed", [{"USA"}]),
        ("en", "they told us so", []),
        ("id", "Yordania menyambut", [{"JOR"}]),
        ("id", "Michael Jordan mencetak angka", [{"UNKNOWN"}]),
        ("id", "warga Papua Nugini", [{"PNG"}]),
        ("id", "Guinea Khatulistiwa dan Guinea-Bissau", [{"GNQ"}, {"GNB"}]),
        ("id", "Timor Leste, dulu Timor Timur", [{"TLS"}, {"TLS"}]),
        ("id", "di Laut China Selatan", [{"UNKNOWN"}]),
        ("id", "warga Jawa Barat", [{"IDN"}]),
        ("id", "sanksi Barat", [{"WEST"}]),
        ("id", "menghadap ke barat", []),
        ("id", "laga AS Roma melawan Real Madrid", [{"UNKNOWN"}, {"UNKNOWN"}]),
        ("id", "Dewan Keamanan PBB bersidang", [{"UN"}]),
        ("id", "Dewan Keamanan Nasional bersidang", [{"UNKNOWN"}]),
        ("id", "pertemuan Putin-Lukasyenko", [{"RUS"}, {"BLR"}]),
        ("id", "Macan Tamil dan Taleban", [{"LTTE"}, {"TALIBAN"}]),
        ("id", "Hizbollah, Hizbullah, Hezbollah", [{"HEZBOLLAH"}] * 3),
        ("id", "lima orang dari Lima", []),
        ("id", "antara Rusia dan Ukraina", [{"RUS"}, {"UKR"}]),
        ("id", "kapal induk USS George Washington", [{"USA:MIL"}]),
        ("id", "harga 50 dolar AS", [{"UNKNOWN"}]),
        ("en", "Russian and Belarusian troops", [{"RUS"}, {"BLR"}]),
        ("en", "Downing Street and the Kremlin", [{"GBR"}, {"RUS"}]),
        ("en", "the Georgian leader", [{"GEO"}]),
        ("en", "Palestinian militants", [{"PSE"}]),
        ("en", "polish the floor", []),
        ("id", "Istana menolak, istana raja tidak", [{"IDN"}]),
        ("id", "kata Brussels", [{"EU"}]),
    ],
)
def test_traps(language: str, text: str, expected: list[set[str]]) -> None:
    assert codes(language, text) == expected


@pytest.mark.parametrize(
    ("text", "known_id"),
    [
        ("Laut Hitam", "l:black-sea"),
        ("Jalur Gaza", "l:gaza"),
        ("Tepi Barat", "l:west-bank"),
        ("Krimea", "l:crimea"),
        ("Wina", "l:vienna"),
        ("Jenewa", "l:geneva"),
        ("Sharm El-Sheikh", "l:sharm-el-sheikh"),
        ("Sulawesi Tenggara", "l:southeast-sulawesi"),
        ("Moskwa", "l:moscow"),
        ("Kiev", "l:kyiv"),
        ("Yerusalem", "l:jerusalem"),
        ("Rusia", "RUS"),
    ],
)
def test_places_in_indonesian_press_forms(text: str, known_id: str) -> None:
    assert found(places("id"), text) == [{known_id}]


@pytest.mark.parametrize(
    ("known_id", "state"), [("l:black-sea", None), ("l:gaza", "PSE"), ("l:crimea", "UKR"), ("l:sochi", "RUS")]
)
def test_a_place_says_in_which_state_it_lies(known_id: str, state: str | None) -> None:
    known = get(known_id)
    assert known is not None
    assert known.state == state


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("BLR", {"BLR"}),
        ("belarus", {"BLR"}),
        ("minsk", {"BLR", "l:minsk"}),
        ("LUKASHENKO", {"p:alexander-lukashenko"}),
        ("kongo", {"COG", "COD"}),
        ("as", {"USA"}),
        ("pbb", {"UN"}),
        ("aleksandar vucic", {"p:aleksandar-vucic"}),
        ("Partai Demokrat", {"o:partai-demokrat", "o:us-democratic-party"}),
        ("nobody of this name", set()),
        ("", set()),
    ],
)
def test_lookup_gives_every_sense(question: str, ids: set[str]) -> None:
    assert {form.known_id for form in lookup(question)} == ids


def test_lookup_says_the_sense() -> None:
    assert {form.sense for form in lookup("Minsk")} == {Sense.METONYM, Sense.NAME}
    assert [form.sense for form in lookup("Aleksandr Lukashenko")] == [Sense.TITLE_HOLDER]


@pytest.mark.parametrize(
    ("known_id", "on", "code"),
    [
        ("p:vladimir-putin", date(2023, 9, 15), "RUS"),
        ("p:donald-trump", date(2017, 1, 19), "USA:OPP"),
        ("p:donald-trump", date(2017, 1, 20), "USA"),
        ("p:donald-trump", date(2022, 6, 1), "USA:OPP"),
        ("p:ismail-haniyeh", date(2006, 5, 1), "PSE"),
        ("p:ismail-haniyeh", date(2008, 5, 1), "HAMAS"),
        ("p:gordon-brown", date(2012, 1, 1), "GBR:CVL"),
        ("p:gordon-brown", None, "GBR"),
        ("p:nancy-pelosi", date(2007, 5, 1), "USA:LEG"),
        ("p:david-petraeus", date(2008, 1, 1), "USA:MIL"),
        ("p:kofi-annan", date(2006, 1, 1), "UN"),
        ("p:ban-ki-moon", date(2006, 5, 1), "KOR"),
        ("p:ban-ki-moon", date(2007, 5, 1), "UN"),
        ("p:saddam-hussein", date(2001, 1, 1), "IRQ"),
        ("p:saddam-hussein", date(2006, 1, 1), "IRQ:OPP"),
        ("HAMAS", date(2006, 1, 1), "HAMAS"),
        ("l:sochi", None, "RUS"),
        ("p:nobody", date(2006, 1, 1), "UNKNOWN"),
    ],
)
def test_the_office_on_the_day_decides_the_code(known_id: str, on: date | None, code: str) -> None:
    assert code_of(known_id, on) == code


def test_holders_of_a_state_on_a_day() -> None:
    roles = {office.person_id: office.role for office in holders("RUS", date(2010, 1, 1))}
    assert roles["p:dmitry-medvedev"] == "head_of_state"
    assert roles["p:vladimir-putin"] == "head_of_government"
    assert "p:mikhail-mishustin" not in roles
    assert all(office.person_id == "p:kofi-annan" for office in offices_of("p:kofi-annan"))


def test_an_office_with_an_unknown_end_is_not_held_on_a_day() -> None:
    unknown = [office for office in tables.offices() if office.until == "" and office.start is not None]
    assert unknown
    assert not any(office.held_on(date(2040, 1, 1)) for office in unknown)
    over = [office for office in tables.offices() if office.until == ".." and office.start is not None]
    assert all(office.held_on(date(2040, 1, 1)) for office in over)


@pytest.mark.parametrize(
    ("day", "states_in_mind"),
    [(date(2001, 6, 1), 150), (date(2007, 3, 1), 165), (date(2015, 6, 1), 165), (date(2023, 6, 1), 165)],
)
def test_most_states_have_a_head_on_a_day(day: date, states_in_mind: int) -> None:
    heads = {
        state.id
        for state in STATES
        if any(office.role in ("head_of_state", "head_of_government", "leader") for office in holders(state.id, day))
    }
    assert len(heads) >= states_in_mind


@pytest.mark.parametrize(
    ("text", "known_id"),
    [
        ("KOMPAS.TV", "m:kompas-tv"),
        ("Kompas TV", "m:kompas-tv"),
        ("Republika.co.id", "m:republika"),
        ("REPUBLIKA.CO.ID", "m:republika"),
        ("https://www.republika.co.id/berita/1", "m:republika"),
        ("internasional.kompas.com", "m:kompas"),
        ("news.detik.com", "m:detik"),
        ("en.antaranews.com", "m:antara"),
        ("ANTARA", "m:antara"),
        ("Somebody's Blog", None),
        ("example.org", None),
    ],
)
def test_outlets_by_name_and_host(text: str, known_id: str | None) -> None:
    known = outlet(text)
    assert (known.id if known else None) == known_id


@pytest.mark.parametrize(
    ("text", "known_id", "owner"),
    [
        ("TASS", "m:tass", "RUS"),
        ("BelTA", "m:belta", "BLR"),
        ("ap", "m:ap", "member papers"),
        ("Antara", "m:antara", "IDN"),
        ("kantor berita Xinhua", "m:xinhua", "CHN"),
        ("Reuters", "m:reuters", "Thomson Reuters"),
    ],
)
def test_agencies_with_their_owners(text: str, known_id: str, owner: str) -> None:
    known = agency(text)
    assert known is not None
    assert (known.id, known.kind, tables.media()[known.id].owner) == (known_id, EntityKind.MEDIA, owner)


def test_an_outlet_is_no_agency() -> None:
    assert agency("Republika") is None


def test_a_start_lays_out_only_the_rows_that_a_text_needs() -> None:
    code = (
        "from kawat import knowledge; from kawat.knowledge import shipped\n"
        "hits = list(knowledge.names('id').find('Presiden Rusia Vladimir Putin menemui Lukashenko di Moskow.'))\n"
        "knowledge.lookup('Minsk'), knowledge.offices_of('p:vladimir-putin'), knowledge.get('BLR')\n"
        "print(len(hits), shipped.form.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    hits, laid = map(int, done.stdout.split())
    assert hits >= 3
    assert laid < len(tables.actor_forms()) / 20


def test_the_shipped_tables_agree_with_each_other() -> None:
    tables.check(Path(str(shipped.folder())))


def test_heads_are_found_by_a_first_or_last_name_on_a_day() -> None:
    assert [(o.person_id, o.role) for o in heads_called("kim", date(2019, 2, 28))] == [
        ("p:kim-jong-un", "head_of_state")
    ]
    assert heads_called("Trump", date(2019, 2, 28))[0].state == "USA"
    assert heads_called("Trump", date(2022, 2, 28)) == ()
    assert heads_called("Nobody", None) == ()
