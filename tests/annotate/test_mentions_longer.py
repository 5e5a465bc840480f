"""Names inside longer names: where a place or a state beside other words is a party after all."""

import pytest
from tests.annotate.mentioned import read


@pytest.mark.parametrize(
    ("language", "sentence", "words", "code"),
    [
        ("id", "Pangkalan itu dibuka dengan persetujuan Riyadh.", "Riyadh", "SAU"),
        ("id", "Pasukan itu pergi tanpa persetujuan Ankara.", "Ankara", "TUR"),
        ("id", "Menurut Marchenko Kyiv akan membalas.", "Kyiv", "UKR"),
        ("id", "Kata Volkova Moskwa akan menarik pasukan.", "Moskwa", "RUS"),
        ("en", "A Kremlin declaration accused Poland of sabotage.", "Kremlin", "RUS"),
        ("en", "A White House agreement angered lawmakers.", "White House", "USA"),
        ("en", "The Indian Western Command tracked the drone.", "The Indian Western Command", "IND:MIL"),
        ("en", "India Northern Command struck the camp.", "India Northern Command", "IND:MIL"),
        ("en", "Students in Georgia asked the Republicans to punish Tbilisi officials.", "Students", "GEO:CVL"),
        ("en", "Farmers in Georgia asked the Democrats for help.", "Farmers", "USA:CVL"),
    ],
)
def test_a_seat_or_state_that_acts_is_a_party(language: str, sentence: str, words: str, code: str) -> None:
    assert read(sentence, language=language).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("id", "Kedua pihak kembali ke perjanjian Oslo.", "Oslo"),
        ("en", "The Oslo accords collapsed.", "Oslo"),
        ("en", "China Southern Airlines halted flights.", "China"),
        ("en", "China Northern halted flights.", "China"),
        ("en", "Voters in Savannah, Georgia, met a Georgian delegation.", "Georgia"),
    ],
)
def test_a_place_in_the_name_of_a_thing_is_none(language: str, sentence: str, words: str) -> None:
    assert words not in read(sentence, language=language).words()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Pengamat Eko Papua Yoku mengatakan, sidang ditunda.", "Eko Papua Yoku"),
        ("Ketua KPU Maluku Rini Wattimena mengatakan, sidang ditunda.", "Rini Wattimena"),
        ("Ketua Aktivis Bandung Melawan Dedi Sutisna mengatakan, sidang ditunda.", "Dedi Sutisna"),
    ],
)
def test_a_name_begins_behind_the_body_and_is_not_cut(sentence: str, name: str) -> None:
    assert name in [e.name for e in read(sentence).document.entities]


@pytest.mark.parametrize(
    ("language", "sentence", "parties"),
    [
        ("en", "Norway sent 14 F-16 jets there.", ["Norway", "14 F-16 jets"]),
        ("en", "Denmark received Patriot batteries and F-16s on Oct. 3.", ["Denmark"]),
        ("en", "M-23 rebels seized the town.", ["M-23 rebels"]),
        ("id", "Norwegia membeli Su-35 dan MiG-29.", ["Norwegia"]),
        ("id", "KTT G-20 dibuka di Bali.", ["G-20"]),
    ],
)
def test_makes_of_weapons_and_short_months_are_nobody(language: str, sentence: str, parties: list[str]) -> None:
    assert read(sentence, language=language).words() == parties
