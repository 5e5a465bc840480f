from datetime import date

import pytest

from kawat.export.words import leans, when
from kawat.model import Date, Grain

DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("start", "end", "grain", "words"),
    [
        (DAY, DAY, Grain.DAY, "2024-05-03"),
        (DAY, DAY, Grain.MINUTE, "2024-05-03"),
        (date(2024, 4, 29), date(2024, 5, 5), Grain.WEEK, "2024-04-29/05-05"),
        (date(2024, 5, 6), date(2024, 5, 12), Grain.WEEK, "2024-05-06/12"),
        (date(2024, 5, 1), date(2024, 5, 31), Grain.MONTH, "2024-05"),
        (date(2024, 1, 1), date(2024, 12, 31), Grain.YEAR, "2024"),
        (date(2010, 1, 1), date(2019, 12, 31), Grain.DECADE, "2010s"),
        (date(2023, 12, 1), date(2024, 2, 29), Grain.SEASON, "2023-12-01/2024-02-29"),
        (date(2024, 5, 3), date(2024, 5, 5), Grain.DAY, "2024-05-03/05"),
        (DAY, DAY, Grain.UNKNOWN, "2024-05-03"),
    ],
)
def test_when(start: date, end: date, grain: Grain, words: str) -> None:
    assert when(Date(start, end, grain, None)) == words


@pytest.mark.parametrize(("raw", "apart"), [("Jumat", False), ("Sabtu", True), (None, True)])
def test_leans(raw: str | None, apart: bool) -> None:
    assert leans(Date(DAY, DAY, Grain.DAY, raw), "Arvania menarik pasukan pada Jumat.") is apart
