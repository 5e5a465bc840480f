"""Days that an act leans on where its own words tell none."""

from kawat import make_record
from kawat.read import read_bytes

PAGE = """Peru Usir Diplomat Chile

Rabu 10 Jul 2024 09:05 WIB

LIMA, HARIAN CONTOH -- Peru mengusir dua diplomat Chile pada Selasa (9/7/2024).

Senator Chile mengecam pengusiran itu. Pada 1 Januari lalu, Peru dan Chile menandatangani perjanjian di Arica.
"""


def test_words_of_the_day_do_not_lean_on_a_day_before_the_news_that_is_told_behind_them() -> None:
    (article,) = read_bytes(PAGE.encode(), "page.txt")
    days = {c.type.value: c.date.start.isoformat() for c in make_record(article).claims if c.date is not None}
    assert days["ACCUSE"] == "2024-07-09"
    assert days["SUPPORT"] == "2024-01-01"
