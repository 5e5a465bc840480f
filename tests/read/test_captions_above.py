"""A caption that is a whole sentence, above the lead of a plain page."""

import pytest

from kawat.model import BlockKind
from kawat.read import read_bytes

LEAD_ID = (
    "Komisi antikorupsi menahan seorang bupati di Jakarta pada Selasa malam setelah memeriksanya selama delapan jam."
)
LEAD_EN = "Lawmakers approved a bill on Tuesday that the opposition says is meant to silence critics of the government."
REST_ID = "Bupati itu membantah menerima uang. Pengacaranya akan mengajukan praperadilan ke pengadilan pekan depan."
REST_EN = "The president has said she will veto the bill. The ruling party says that it has the votes to override her."


@pytest.mark.parametrize(
    ("page", "caption", "opening"),
    [
        (
            "Komisi Tahan Seorang Bupati\n\nSelasa, 7 Mei 2024 | 21:05 WIB\n\nBupati itu mengenakan rompi oranye usai "
            "diperiksa di gedung komisi, Jakarta, Selasa (7/5/2024).\n\n"
            f"Jakarta, Warta Kita -- {LEAD_ID}\n\n{REST_ID}\n",
            "Bupati itu mengenakan rompi",
            "Jakarta, Warta Kita -- ",
        ),
        (
            "Parliament passes a bill amid a brawl\n\nLawmakers scuffle during a session of parliament in Tbilisi, "
            f"Georgia, Tuesday, May 14, 2024.\n\nTBILISI (Reuters) - {LEAD_EN}\n\n{REST_EN}\n",
            "Lawmakers scuffle",
            "TBILISI (Reuters) - ",
        ),
    ],
)
def test_it_is_no_paragraph_of_the_report(page: str, caption: str, opening: str) -> None:
    (article,) = read_bytes(page.encode(), "page.txt")
    assert [c.text.startswith(caption) for c in article.captions] == [True]
    body = article.texts(BlockKind.BODY)
    assert body[0].startswith(opening)
    assert not [text for text in body if caption in text]


def test_a_standfirst_without_a_day_stays_one() -> None:
    standfirst = "Critics in the capital say that the vote on the bill was rushed through parliament without debate."
    page = f"Parliament passes a bill\n\n{standfirst}\n\nTBILISI (Reuters) - {LEAD_EN}\n\n{REST_EN}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert article.first(BlockKind.SUBTITLE) == standfirst


def test_the_first_of_two_paragraphs_stays_one_where_no_dateline_follows() -> None:
    page = f"Komisi Tahan Seorang Bupati\n\nSelasa, 7 Mei 2024 | 21:05 WIB\n\n{LEAD_ID}\n\nNamun - {REST_ID}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert article.texts(BlockKind.BODY)[0] == LEAD_ID


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (
            "Ani Lestari berpose di Kota Lama, Jumat (3/5/2024). Budi Santoso, Lensa via REUTERS",
            "Budi Santoso, Lensa via",
        ),
        ("FILE - Smoke rises over the port of Tallinn, May 6, 2024. (AP Photo, File)", "AP Photo, File"),
    ],
)
def test_a_caption_ends_with_its_credit(line: str, credit: str) -> None:
    page = f"Parliament passes a bill\n\nMay 7, 2024\n\n{line}\n\nTBILISI (Reuters) - {LEAD_EN}\n\n{REST_EN}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert [(c.credit or "").startswith(credit) for c in article.captions] == [True]
    assert article.dateline_place == "TBILISI"


def test_who_is_quoted_by_an_agency_is_no_credit() -> None:
    quoted = '"Kami sepakat bekerja sama," kata juru bicara kepresidenan, Ani Lestari, kepada harian Lensa via AFP.'
    page = f"Komisi Tahan Seorang Bupati\n\nSelasa, 7 Mei 2024 | 21:05 WIB\n\nJakarta, Warta Kita -- {LEAD_ID}\n\n"
    (article,) = read_bytes((page + f"{quoted}\n\n{REST_ID}\n").encode(), "page.txt")
    assert quoted in article.texts(BlockKind.BODY)
    assert not article.captions


def test_the_name_of_the_outlet_above_and_below_the_headline_is_no_caption() -> None:
    page = "CNN Indonesia\nInternasional\nKomisi Tahan Seorang Bupati\n\nCNN Indonesia\nRabu, 08 Mei 2024 11:35 WIB\n\n"
    (article,) = read_bytes((page + f"Jakarta, CNN Indonesia -- {LEAD_ID}\n\n{REST_ID}\n").encode(), "page.txt")
    assert not article.captions


def test_a_zone_that_means_many_is_the_one_of_the_outlet_that_the_page_names() -> None:
    page = f"BBC\nHome News\n\nParliament passes a bill\n\n26 May 2025, 13:05 BST\n\n{LEAD_EN}\n\n{REST_EN}\n"
    (article,) = read_bytes(page.encode(), "page.txt")
    assert article.outlet == "BBC"
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-26T13:05:00+01:00"
