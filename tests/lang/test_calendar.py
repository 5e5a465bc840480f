from datetime import timedelta

import pytest

from kawat.errors import TableError
from kawat.lang.calendar import all_calendars, calendar


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("id", "Nopember", 11),
        ("id", "Nop", 11),
        ("id", "AGT", 8),
        ("id", "Pebruari", 2),
        ("id", "Djuli", 7),
        ("id", "Mei", 5),
        ("id", "March", None),
        ("en", "Sept.", 9),
        ("en", "may", 5),
        ("en", "Maret", None),
    ],
)
def test_month(language: str, word: str, number: int | None) -> None:
    assert calendar(language).month(word) == number


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("id", "Senin", 0),
        ("id", "Jum'at", 4),
        ("id", "Jum’at", 4),
        ("id", "Jum`at", 4),
        ("id", "Ahad", 6),
        ("id", "MINGGU", 6),
        ("en", "Thurs", 3),
        ("en", "Ahad", None),
    ],
)
def test_weekday(language: str, word: str, number: int | None) -> None:
    assert calendar(language).weekday(word) == number


@pytest.mark.parametrize(
    ("language", "name", "hours"), [("id", "WIB", 7), ("id", "wita", 8), ("id", "WIT", 9), ("en", "Moscow time", 3)]
)
def test_zone(language: str, name: str, hours: int) -> None:
    zone = calendar(language).zone(name)
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


def test_ambiguous_zone_is_unknown() -> None:
    assert calendar("en").zone("IST") is None


def test_short_forms_are_told_apart() -> None:
    assert calendar("id").is_short("Min")
    assert not calendar("id").is_short("Minggu")
    assert not calendar("en").is_short("May")


def test_all_languages_at_once() -> None:
    both = all_calendars()
    assert (both.weekday("Jumat"), both.month("February"), both.month("Agustus")) == (4, 2, 8)


def test_a_language_without_a_pack() -> None:
    with pytest.raises(TableError, match="xx"):
        calendar("xx")
