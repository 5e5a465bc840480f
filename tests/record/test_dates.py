"""Days that an act leans on where its own words tell none."""

import pytest

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


# Words of the act, and its first day; "" where none can be told. The report is of Saturday, 12 March 2022.
ORDERED = [
    (
        "id",
        "Turki mengebom kota Manbij pada Kamis, sehari setelah Suriah menembaki desa Akcakale.",
        "mengebom",
        "2022-03-10",
    ),
    (
        "id",
        "Turki mengebom kota Manbij pada Kamis, sehari setelah Suriah menembaki desa Akcakale.",
        "menembaki",
        "2022-03-09",
    ),
    (
        "id",
        "Dua hari setelah Turki mengebom kota Manbij, Suriah menembaki Akcakale pada Kamis.",
        "mengebom",
        "2022-03-08",
    ),
    (
        "id",
        "Turki menangkap enam nelayan Suriah pada Rabu, setahun setelah Suriah mengusir duta besar Turki.",
        "mengusir",
        "2021-01-01",
    ),
    ("id", "Turki membebaskan enam nelayan Suriah pada Rabu setelah menahan mereka selama 20 hari.", "menahan", ""),
    ("id", "Sebelum Turki mengebom kota Manbij pada Kamis, Suriah mengusir empat diplomat.", "mengusir", ""),
    ("id", "Turki menangguhkan perundingan dengan Suriah hingga 2028.", "menangguhkan", ""),
    ("id", "Turki memperpanjang sanksi terhadap Suriah hingga 15 Oktober.", "memperpanjang", ""),
    (
        "en",
        "Turkey bombed the town of Manbij on Thursday, a day after Syria shelled the village of Akcakale.",
        "shelled",
        "2022-03-09",
    ),
    (
        "en",
        "Two days after Turkey bombed the town of Manbij, Syria shelled Akcakale on Thursday.",
        "bombed",
        "2022-03-08",
    ),
    (
        "en",
        "Turkey arrested six Syrian fishermen on Wednesday, two weeks after Syria expelled the Turkish ambassador.",
        "expelled",
        "2022-02-21",
    ),
    ("en", "Before Turkey bombed the town of Manbij on Thursday, Syria expelled four diplomats.", "expelled", ""),
    ("en", "The European Union extended sanctions against Syria until October 15.", "extended", ""),
]
TITLES = {"id": "Turki dan Suriah", "en": "Turkey and Syria"}


@pytest.mark.parametrize(("language", "sentence", "act", "day"), ORDERED)
def test_an_act_before_or_after_another_has_not_its_day(language: str, sentence: str, act: str, day: str) -> None:
    page = f"{TITLES[language]}\n\nSaturday, March 12, 2022\n\n{sentence}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    (claim,) = (c for c in make_record(article).claims if c.trigger.text == act)
    assert (claim.date.start.isoformat() if claim.date else "") == day


@pytest.mark.parametrize(
    ("language", "sentence", "act", "day"),
    [
        ("id", "Suriah pada Rabu mengecam serangan Turki ke Manbij.", "serangan", ""),
        ("id", "Rumah sakit Manbij pada Rabu meralat jumlah korban serangan Turki ke kota itu.", "serangan", ""),
        ("en", "Syria on Wednesday condemned a Turkish attack on Manbij.", "attack", ""),
        ("id", "Suriah pada Rabu menuduh Turki mengebom Manbij.", "mengebom", ""),
        ("id", "Turki pada Rabu membantah menyerang Manbij pada Senin.", "menyerang", "2022-03-07"),
        # told, not spoken of
        ("id", "Pada Rabu Turki melancarkan serangan ke Manbij.", "serangan", "2022-03-09"),
        ("id", "Pada Rabu, serangan Turki ke Manbij menewaskan 12 warga Suriah.", "serangan", "2022-03-09"),
    ],
)
def test_the_day_of_the_telling_is_not_that_of_the_deed(language: str, sentence: str, act: str, day: str) -> None:
    page = f"{TITLES[language]}\n\nSaturday, March 12, 2022\n\n{sentence}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    (claim,) = (c for c in make_record(article).claims if act in c.trigger.text)
    assert (claim.date.start.isoformat() if claim.date else "") == day
