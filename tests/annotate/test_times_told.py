"""Times that lean on others: the year and the day last named, decades without a century, stretches from the report."""

from datetime import date

import pytest
from tests.annotate.test_times import row


@pytest.mark.parametrize(
    ("language", "text", "words", "first"),
    [
        (
            "id",
            "Pada 9 Mei 2017 ia diadili. Tahun lalu ia pulang. Pada tahun itu ia menikah.",
            "tahun itu",
            "2021-01-01",
        ),
        (
            "id",
            "Pada 2017 ia diadili. Maret tahun lalu ia pulang. Pada tahun itu ia menikah.",
            "tahun itu",
            "2021-01-01",
        ),
        ("id", "Pada 2017 ia diadili. Dua hari lalu ia pulang. Pada tahun itu ia menikah.", "tahun itu", "2017-01-01"),
        ("id", "Tahun lalu ia pulang. Pada 2017 ia diadili. Pada tahun itu ia menikah.", "tahun itu", "2017-01-01"),
    ],
)
def test_that_year_is_the_one_last_named(language: str, text: str, words: str, first: str) -> None:
    assert (words, first) in [(found[0], found[1]) for found in row(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prices climbed into the 90s.", []),
        ("The team won by a score in the low range, the 60s, he said.", []),
        ("Songs of the '80s were played.", ["the '80s"]),
        ("They met in the 70s.", ["the 70s"]),
        ("The early 90s were hard.", ["The early 90s"]),
    ],
)
def test_a_decade_of_two_digits_needs_a_word_or_mark_that_says_so(text: str, found: list[str]) -> None:
    assert [words for words, *_ in row(text, "en")] == found


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("dua abad ke depan", date(2222, 12, 31)),
        ("tiga dekade ke depan", date(2052, 12, 31)),
        ("tiga hari ke depan", date(2022, 3, 15)),
    ],
)
def test_what_lies_ahead_is_as_long_as_is_counted(words: str, last: date) -> None:
    ((_, first, until, _),) = row(f"Hutan itu dilindungi {words}.", "id")
    assert (first, until) == ("2022-03-12", last.isoformat())


@pytest.mark.parametrize(
    ("language", "text", "words", "days"),
    [
        # the report is of Saturday, 12 March 2022
        ("id", "Kunjungan yang direncanakan sejak Juli itu batal.", "Juli itu", ("2021-07-01", "2021-07-31")),
        ("en", "The visit planned since July was called off.", "July", ("2021-07-01", "2021-07-31")),
        ("id", "Pelabuhan itu ditutup sejak 20 Maret.", "20 Maret", ("2021-03-20", "2021-03-20")),
        ("id", "Pelabuhan itu akan ditutup sejak 20 Maret.", "20 Maret", ("2022-03-20", "2022-03-20")),
        ("id", "Pameran itu digelar hingga Senin.", "Senin", ("2022-03-14", "2022-03-14")),
        ("en", "The fair runs until Monday.", "Monday", ("2022-03-14", "2022-03-14")),
        ("id", "Hujan turun hingga Jumat.", "Jumat", ("2022-03-11", "2022-03-11")),
        ("id", "Pameran itu digelar hingga Senin lalu.", "Senin lalu", ("2022-03-07", "2022-03-07")),
        ("id", "Pameran itu dibuka Senin.", "Senin", ("2022-03-07", "2022-03-07")),
    ],
)
def test_since_looks_back_and_until_takes_the_nearest(
    language: str, text: str, words: str, days: tuple[str, str]
) -> None:
    assert (words, days) in [(found[0], found[1:3]) for found in row(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        (
            "id",
            'Rombongan tiba 5 Maret.\n"Kami bertemu 1 Februari," kata Rini.\nSehari kemudian ia pergi.',
            2,
            "2022-03-06",
        ),
        ("id", "Rombongan tiba 5 Maret.\nHarga naik menjelang Natal.\nDua hari sebelumnya ia pergi.", 2, "2022-03-03"),
        ("id", "Rombongan tiba 5 Maret.\nIa bebas pada Natal.\nDua hari sebelumnya ia pergi.", 2, "2021-12-23"),
        ("id", "Ia tiba 5 Maret.\nRapat akan digelar 20 Maret.\nDua hari sebelumnya kota itu jatuh.", 2, "2022-03-03"),
        ("id", "Ia tiba 5 Maret.\nRapat akan digelar 20 Maret.\nDua hari sebelumnya ia akan pergi.", 2, "2022-03-18"),
        ("en", "They came on March 5.\nPrices rose ahead of Christmas.\nThe following day he left.", 2, "2022-03-06"),
        ("en", "They came on March 5.\n“We met on February 1. The following day we left,” he said.", 2, "2022-02-02"),
        ("en", "They came on March 5.\nHe left on March 8.\nThe following day he died.", 2, "2022-03-09"),
    ],
)
def test_a_paragraph_goes_on_from_the_day_last_told_outside_quotations(
    language: str, text: str, words: int, day: str
) -> None:
    assert row(text, language)[words][1] == day


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("Fiji menuduh Taiwan, Senin (3/4/2023). Taiwan membantah pada Selasa.", "Selasa", "2023-04-04"),
        ("Fiji menuduh Taiwan, Senin (3/4/2023). Taiwan diam sejak Jumat.", "Jumat", "2023-03-31"),
        ("Fiji menuduh Taiwan, Senin (3/4/2023), setelah bentrokan pada Sabtu.", "Sabtu", "2023-04-01"),
        (
            "Fiji menuduh Taiwan, Senin (3/4/2023). Kapal itu akan diusir pada Kamis mendatang.",
            "Kamis mendatang",
            "2023-04-06",
        ),
        ("Fiji menuduh Taiwan, Senin (3/4/2023). Bulan lalu Fiji menahan nelayan.", "Bulan lalu", "2023-03-01"),
        # what is written on the next day has another yesterday
        ("Fiji menuduh Taiwan, Senin (3/4/2023). Taiwan membantah kemarin.", "kemarin", ""),
        # a date without its weekday may be history
        ("Perang pecah pada 3 April 2003. Taiwan membantah pada Selasa.", "Selasa", ""),
    ],
)
def test_without_a_day_of_the_report_days_are_counted_from_the_first_told_in_full(
    text: str, words: str, first: str
) -> None:
    assert (words, first) in [(found[0], found[1]) for found in row(text, "id", None)]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        (
            "Estonia memanggilnya, Senin (3/4). Tahun lalu Tallinn mengusir dia. Moskow membalas dua pekan kemudian.",
            2,
            "",
        ),
        ("Estonia memanggilnya, Senin (3/4). Pada 2021, sebuah kapal disita. Keesokan harinya awaknya bebas.", 2, ""),
        (
            "Pada 2021, sebuah kapal disita. Senin (3/4) kapal itu bebas. Keesokan harinya kapal itu berlayar.",
            2,
            "2023-04-04",
        ),
        (
            "Estonia memanggilnya, Senin (3/4), setelah sengketa tahun lalu. Keesokan harinya dia pergi.",
            2,
            "2023-04-04",
        ),
    ],
)
def test_no_day_is_counted_from_a_period_that_opens_a_sentence(text: str, words: int, first: str) -> None:
    assert row(text, "id", "2023-04-05")[words][1] == first


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("Kedua negara sepakat memangkas produksi hingga akhir September.", "id", "2023-09-21"),
        ("Larangan itu berlaku hingga 20 Oktober.", "id", "2023-10-20"),
        ("Perang berlangsung hingga Februari.", "id", "2023-02-01"),
        ("The two agreed to cut output until the end of September.", "en", "2023-09-21"),
    ],
)
def test_behind_until_a_month_is_the_nearest_one(text: str, language: str, first: str) -> None:
    assert row(text, language, "2023-06-15")[0][1] == first


def test_a_clock_to_come_is_of_the_day_of_the_report() -> None:
    text = "Sehari sebelumnya gedung itu diduduki. Presiden akan berpidato pukul 17.00."
    assert [(w[0], w[1]) for w in row(text, "id", "2023-04-05")][-1] == ("pukul 17.00", "2023-04-05")


BESIDE_ANOTHER_TIME = [
    ("id", "Kota jatuh Senin (7/3). Rapat digelar [dua hari setelah serangan itu].", "2022-03-09", "2022-03-09", "day"),
    ("id", "Turki menembak pada Kamis, [sehari setelah] Suriah menyerang.", "2022-03-10", "2022-03-10", "day"),
    ("id", "Kota jatuh 9 September 2021. Rapat digelar pada [tahun yang sama].", "2021-01-01", "2021-12-31", "year"),
    ("id", "Kota jatuh 9 September 2021. Rapat digelar [beberapa jam kemudian].", "2021-09-09", "2021-09-10", "day"),
    ("en", "The town fell on Monday. They met [a day after that attack].", "2022-03-08", "2022-03-08", "day"),
    ("en", "[Two days after] Turkey fired on Monday, Syria struck.", "2022-03-09", "2022-03-09", "day"),
    ("en", "The city fell on September 9, 2021. They met in [the same year].", "2021-01-01", "2021-12-31", "year"),
    ("en", "The city fell on September 9, 2021. They met [hours later].", "2021-09-09", "2021-09-10", "day"),
]


@pytest.mark.parametrize(("language", "marked", "start", "end", "grain"), BESIDE_ANOTHER_TIME)
def test_a_time_that_another_one_dates(language: str, marked: str, start: str, end: str, grain: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    words = marked[marked.index("[") + 1 : marked.index("]")]
    assert (words, start, end, grain) in row(text, language)
