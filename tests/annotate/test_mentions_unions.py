"""Whose a department, a bloc, a name of two states and a minister of a state are, in sentences of our own."""

import pytest
from tests.annotate.mentioned import read


@pytest.mark.parametrize(
    ("sentence", "words", "code"),
    [
        ("The State Department said Syria had attacked Lebanon.", "The State Department", "USA"),
        ("Syria attacked Lebanon, the Treasury Department said.", "the Treasury Department", "USA"),
        ("The Philippine Justice Department charged two men.", "The Philippine Justice Department", "PHL"),
        ("The European Union said Syria had attacked Lebanon. The bloc was silent.", "The bloc", "EU"),
        ("The African Union said Ethiopia had attacked Sudan. The bloc was silent.", "The bloc", "AU"),
        ("NATO said Oman had joined the exercise of Italy. The alliance was silent.", "The alliance", "NATO"),
        (
            "The UN praised Oman. NATO asked the United Nations for help. The alliance was silent.",
            "The alliance",
            "NATO",
        ),
        ("Foreign Minister Peter Hale of Ghana condemned Iran.", "Foreign Minister Peter Hale of Ghana", "GHA"),
        ("Kenya protested. Prime Minister Ahmad Salim of Iraq agreed.", "Prime Minister Ahmad Salim of Iraq", "IRQ"),
    ],
)
def test_whose_a_department_a_bloc_and_a_minister_with_a_name_are(sentence: str, words: str, code: str) -> None:
    assert read(sentence, language="en").of(words)[1] == (code,)


def test_the_alliance_in_indonesian_is_the_one_told_of() -> None:
    assert read("NATO menyatakan Oman ikut berlatih. Aliansi itu diam.", language="id").of("Aliansi itu")[1] == (
        "NATO",
    )


def test_a_name_that_goes_on_with_of_and_a_state_is_no_state() -> None:
    with pytest.raises(AssertionError):
        read("The ship Pride of Britain sank.", language="en").of("Britain")


@pytest.mark.parametrize(
    ("language", "sentence", "words", "code"),
    [
        ("id", "Korea Selatan dan Korea berunding di Panmunjom.", "Korea", "PRK"),
        ("id", "Perundingan Korea dengan Korea Utara gagal.", "Korea", "KOR"),
        ("id", "Republik Demokratik Kongo dan Kongo menandatangani perjanjian.", "Kongo", "COG"),
        ("id", "Republik Demokratik Kongo memprotes Rwanda. Kongo meminta sanksi.", "Kongo", "COD"),
        ("id", "Sudan Selatan dan Sudan menandatangani perjanjian.", "Sudan", "SDN"),
        ("en", "South Korea and Korea held talks in Panmunjom.", "Korea", "PRK"),
        ("en", "The Republic of the Congo and Congo signed an agreement.", "Congo", "COD"),
        ("en", "North Korea fired a missile. Korea condemned Japan.", "Korea", "PRK"),
    ],
)
def test_a_name_that_two_states_share_is_the_other_one_beside_the_full_name(
    language: str, sentence: str, words: str, code: str
) -> None:
    assert read(sentence, language=language).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("sentence", "words", "code"),
    [
        ("Komite Eksekutif OKI mengutuk Israel.", "Komite Eksekutif OKI", "OIC"),
        ("Badan Bantuan Kemanusiaan ASEAN menolong Myanmar.", "Badan Bantuan Kemanusiaan ASEAN", "ASEAN"),
        ("Komunitas Pembangunan Afrika Selatan (SADC) mendesak Zimbabwe.", "Afrika Selatan (SADC)", "SADC"),
        ("Kelompok pemberontak Uganda (LRA) menyerang desa.", "Kelompok pemberontak Uganda (LRA)", "LRA"),
        ("Afrika Selatan (Afsel) mendesak Zimbabwe.", "Afrika Selatan (Afsel)", "ZAF"),
    ],
)
def test_a_body_is_of_the_one_that_ends_its_name_or_stands_in_brackets(sentence: str, words: str, code: str) -> None:
    assert read(sentence, language="id").of(words)[1] == (code,)
