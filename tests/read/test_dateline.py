import re

import pytest

from kawat.read import read_bytes
from kawat.read.dateline import find_dateline
from kawat.read.outlets import Outlet, by_host, by_name, outlets


@pytest.mark.parametrize(
    ("text", "opening", "place", "outlet", "agency"),
    [
        ("MOSKOW, KOMPAS.TV - Presiden", "MOSKOW, KOMPAS.TV - ", "MOSKOW", "Kompas.TV", None),
        ("REPUBLIKA.CO.ID, MOSKOW -- Presiden", "REPUBLIKA.CO.ID, MOSKOW -- ", "MOSKOW", "Republika", None),
        ("Jakarta, CNN Indonesia -- Ada", "Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia", None),
        ("Mataram, NTB (ANTARA News) - Ada", "Mataram, NTB (ANTARA News) - ", "Mataram", "ANTARA News", "ANTARA"),
        ("Moskow (ANTARA/Anadolu/py) - Ada", "Moskow (ANTARA/Anadolu/py) - ", "Moskow", "ANTARA News", "Anadolu"),
        ("Beijing, 12 Maret (Xinhua) -- Ada", "Beijing, 12 Maret (Xinhua) -- ", "Beijing", "Xinhua", "Xinhua"),
        ("MOSCOW, March 11 (TASS) - The", "MOSCOW, March 11 (TASS) - ", "MOSCOW", "TASS", "TASS"),
        ("MOSCOW, March 11. /TASS/. The", "MOSCOW, March 11. /TASS/. ", "MOSCOW", "TASS", "TASS"),
        ("Jakarta, April 3, 2023 - Fiji", "Jakarta, April 3, 2023 - ", "Jakarta", None, None),
        ("Suva, 3/4/2023 (ANTARA) - Fiji", "Suva, 3/4/2023 (ANTARA) - ", "Suva", "ANTARA News", "ANTARA"),
        ("MOSCOW (Reuters) - The", "MOSCOW (Reuters) - ", "MOSCOW", "Reuters", "Reuters"),
        ("LVIV, Ukraine (AP) — The", "LVIV, Ukraine (AP) — ", "LVIV", "AP", "AP"),
        ("MOSCOW. March 11 (Interfax) - The", "MOSCOW. March 11 (Interfax) - ", "MOSCOW", "Interfax", "Interfax"),
        ("WASHINGTON — The", "WASHINGTON — ", "WASHINGTON", None, None),
        ("Jakarta - Menteri", "Jakarta - ", "Jakarta", None, None),
        ("Kabul/Islamabad - Taliban", "Kabul/Islamabad - ", "Kabul", None, None),
        ("RMOL. Pemerintah", "RMOL. ", None, "RMOL", None),
        ("LUSAKA, Contoh Wire - Zambia on", "LUSAKA, Contoh Wire - ", "LUSAKA", "Contoh Wire", None),
        (
            "LILONGWE (The Lakeside Daily) - Malawi on",
            "LILONGWE (The Lakeside Daily) - ",
            "LILONGWE",
            None,
            "The Lakeside Daily",
        ),
        ("HARIAN MALUKU, AMBON -- Gubernur", "HARIAN MALUKU, AMBON -- ", "AMBON", "HARIAN MALUKU", None),
        (
            "AMBON (Kantor Berita Timur) - Gubernur",
            "AMBON (Kantor Berita Timur) - ",
            "AMBON",
            None,
            "Kantor Berita Timur",
        ),
        ("LENSA TIMUR, TALLINN -- Menteri", "LENSA TIMUR, TALLINN -- ", "TALLINN", "LENSA TIMUR", None),
        ("BATAN HILIR, FILIPINA - Nelayan", "BATAN HILIR, FILIPINA - ", "BATAN HILIR", None, None),
        ("Jakarta, Indonesia - Menteri", "Jakarta, Indonesia - ", "Jakarta", None, None),
        ("ILOILO, Philippines, Jan. 21 (PNS) — Three", "ILOILO, Philippines, Jan. 21 (PNS) — ", "ILOILO", None, "PNS"),
        ("SUVA, Sunday (Island Wire) -- Police", "SUVA, Sunday (Island Wire) -- ", "SUVA", None, "Island Wire"),
        ("MEDAN, Senin (KBN) - Polisi", "MEDAN, Senin (KBN) - ", "MEDAN", None, "KBN"),
        ("RAFAH (Gaza) - Tanks", "RAFAH (Gaza) - ", "RAFAH", None, None),
        ("VIVA – Presiden", "VIVA – ", None, "VIVA", None),
        ("ASTANA, Selasa (11/11/2025) - Pemerintah", "ASTANA, ", "ASTANA", None, None),  # the day of what it tells
        ("Lima, Kamis (3/4) — Menteri", "Lima, ", "Lima", None, None),
    ],
)
def test_forms(text: str, opening: str, place: str | None, outlet: str | None, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (text[: found.end], found.place, found.outlet, found.agency) == (opening, place, outlet, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Putin: Saya akan pergi",
        "He said - and no",
        "Presiden Rusia - yang baru - pergi.",
        "- Presiden",
        "Ia pergi ke Oslo.",
        "Menurut PBB, Selasa (11/11/2025) - hari ketiga",
        "Presiden Kazakhstan, Selasa (11/11/2025): Kita",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize("outlet", outlets(), ids=lambda o: o.slug)
def test_site_table(outlet: Outlet) -> None:
    """The example of a table names the outlet; its hosts and its name lead back to it."""
    pieces = re.split(r"\s*(?:[,()/|]| - |--|—|–|\. | and | with )\s*", outlet.example)
    found = [by_name(piece.strip(), outlet.language) for piece in (*pieces, outlet.name) if piece]
    assert outlet in found
    assert by_name(outlet.name, outlet.language) is outlet
    for host in outlet.hosts:
        assert by_host(f"https://www.{host}/a/b") is outlet


@pytest.mark.parametrize(
    ("opening", "day", "words"),
    [
        ("LIMA, Sept 4, 2022 (AP) -", "2022-09-04", "Sept 4, 2022"),
        ("HANOI, 7 Mei 2021 (AFP) -", "2021-05-07", "7 Mei 2021"),
        ("LIMA, Sept 4 (AP) -", None, None),  # of no year
    ],
)
def test_a_day_in_the_dateline_is_the_reports_where_none_else_stands(
    opening: str, day: str | None, words: str | None
) -> None:
    page = f"Talks go on in town\n\n{opening} Both sides met again, the ministry said.\n\nNo more was said.\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert (str(article.published.date()) if article.published else None, article.published_raw) == (day, words)
    assert ("dateline-day" in [note.code for note in article.notes]) is (day is not None)


def test_a_printed_date_stands_before_the_dateline() -> None:
    page = "Talks go on\n\n6 September 2022, 10:20 WIB\n\nLIMA, Sept 4, 2022 (AP) - Both sides met again.\n\nNo more.\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert article.published is not None
    assert article.published.date().isoformat() == "2022-09-06"
