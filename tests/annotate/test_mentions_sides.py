"""People told by whom they stand with or against: followers, critics, kin, lawyers, forces of rebels."""

import pytest
from tests.annotate.mentioned import read


@pytest.mark.parametrize(
    ("language", "text", "words", "code"),
    [
        ("en", "Hundreds of supporters of Imran Khan rallied.", "Hundreds of supporters of Imran Khan", "PAK:CVL"),
        ("en", "Followers of cleric Muqtada al-Sadr left.", "Followers of cleric Muqtada al-Sadr", "IRQ:CVL"),
        ("en", "Opponents of former President Joe Biden met.", "Opponents of former President Joe Biden", "USA:OPP"),
        ("en", "Critics of Erdogan marched in Izmir.", "Critics of Erdogan", "TUR:OPP"),
        ("en", "Erdogan's critics marched in Izmir.", "Erdogan's critics", "TUR:OPP"),
        ("en", "A close ally of President Vladimir Putin quit.", "A close ally of President Vladimir Putin", "RUS"),
        ("en", "The wife of jailed critic Alexei Navalny left.", "The wife of jailed critic Alexei Navalny", "RUS:CVL"),
        ("en", "The family of Roman Protasevich denied it.", "The family of Roman Protasevich", "BLR:CVL"),
        ("id", "Ratusan pendukung Imran Khan berpawai.", "Ratusan pendukung Imran Khan", "PAK:CVL"),
        ("id", "Para pengkritik Erdogan berpawai.", "Para pengkritik Erdogan", "TUR:OPP"),
    ],
)
def test_who_stands_with_or_against_somebody_is_not_that_one(language: str, text: str, words: str, code: str) -> None:
    assert read(text, language=language).of(words)[1] == (code,)


def test_a_name_behind_kin_is_theirs_without_of() -> None:
    found = read("Kenya jailed him. His wife Michelle Otieno left.", language="en")
    assert found.of("His wife Michelle Otieno")[0][0].startswith("own:michelle-otieno")


def test_a_name_told_only_inside_a_description_is_known_later() -> None:
    found = read("Supporters of Daniel Okello marched in Kampala. Okello left Uganda.", language="en")
    assert found.of("Okello")[0][0].startswith("own:daniel-okello")


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("en", "Rebel forces", "KEN:REB"),
        ("en", "Separatist troops", "KEN:REB"),
        ("en", "Government forces", "KEN:MIL"),
        ("en", "Anti-rebel forces", "KEN:MIL"),
        ("en", "Pro-opposition soldiers", "KEN:MIL"),
        ("en", "Human rights groups", "KEN:NGO"),
        ("en", "Aid workers", "KEN:NGO"),
        ("id", "Pasukan pemberontak", "KEN:REB"),
        ("id", "Tentara separatis", "KEN:REB"),
        ("id", "Pasukan pemerintah", "KEN:MIL"),
        ("id", "Pasukan anti-pemberontak", "KEN:MIL"),
    ],
)
def test_forces_of_rebels_are_rebels(language: str, words: str, code: str) -> None:
    first, verb = ("Kenya jailed him.", "left") if language == "en" else ("Kenya memenjarakannya.", "pergi")
    assert read(f"{first} {words} {verb}.", language=language).of(words)[1] == (code,)
