"""Spellings of one name sound the same; names that are two do not."""

from pathlib import Path

import pytest

from kawat.errors import TableError
from kawat.lang import romanisation
from kawat.lang.romanisation import consonants, sound, unmarked


@pytest.mark.parametrize(
    "spellings",
    [
        "Lukashenko Lukasyenko Lukasenko Lukasjenko",
        "Dmitry Dmitri Dmitriy Dmitrij Dmitrii",
        "Peskov Peskow",
        "Sergey Sergei Sergej Serguei",
        "Hussein Husain Husein Hussain",
        "Soeharto Suharto",
        "Natalia Natalya Nataliya Natalja",
        "Alexander Aleksandr Aleksander Alexandr",
        "Yevgeny Evgeny Evgeniy",
        "Zelenskyy Zelensky Zelenskiy",
        "Fatima Fatimah Fathimah",
        "Tjokro Cokro Chokro",
        "Qassem Kassem Qasem",
        "Petrov Petrow Petroff",
        "Erdoğan Erdogan",
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: str) -> None:
    assert len({sound(one) for one in spellings.split()}) == 1


@pytest.mark.parametrize("names", ["Hasan Husein", "Petrov Petrova", "Ivan Ivana", "Kim Kin", "Sari Siri"])
def test_other_names_sound_otherwise(names: str) -> None:
    one, other = names.split()
    assert sound(one) != sound(other)


def test_short_sounds_keep_their_vowels_as_a_key() -> None:
    assert (consonants("lukasenko"), consonants("ali"), unmarked("ÖZAL")) == ("lksnk", "ali", "ozal")


def test_a_rule_that_is_no_expression_stops_with_file_and_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "romanisation.tsv").write_text("written\tsound\tnote\n(\ta\t\n", encoding="utf-8")
    monkeypatch.setattr(romanisation, "files", lambda _: tmp_path)
    romanisation.rules.cache_clear()
    with pytest.raises(TableError, match=r"romanisation\.tsv:2"):
        romanisation.rules()
    romanisation.rules.cache_clear()
