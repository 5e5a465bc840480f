import pytest

from kawat.model import BlockKind
from kawat.read import read_bytes

_BODY = (
    "TALLINN - Kementerian Luar Negeri memanggil seorang diplomat pada Senin dan menyerahkan nota protes kepadanya.\n\n"
    "Juru bicara kementerian itu mengatakan, pelanggaran tersebut yang ketiga tahun ini.\n"
)


@pytest.mark.parametrize(
    "headline",
    [
        "Menlu Estonia: Kami Tak Akan Diam",
        "Raja Minyak Bertemu, Produksi Tetap Dipangkas",
        "Demo di Kota Pelabuhan, Lima Tewas",
    ],
)
def test_what_only_the_date_stands_above_is_the_headline(headline: str) -> None:
    text = f"Selasa, 9 Januari 2018 10:05 WIB\n\n{headline}\n\n{_BODY}"
    (article,) = read_bytes(text.encode(), "page.txt")
    assert article.first(BlockKind.HEADLINE) == headline


@pytest.mark.parametrize(
    "rest", ["Estonia Panggil Diplomat Terkait Pelanggaran", "Nota Protes Estonia Diserahkan Senin"]
)
def test_a_headline_may_give_sources_the_word(rest: str) -> None:
    (article,) = read_bytes(f"Sumber: {rest}\n\n{_BODY}".encode(), "page.txt")
    assert (article.first(BlockKind.HEADLINE), article.agency) == (f"Sumber: {rest}", None)


@pytest.mark.parametrize("source", ["Sumber: ANTARA", "Sumber: Kantor Berita Antara Biro Tallinn"])
def test_a_line_that_names_its_source_is_no_headline(source: str) -> None:
    (article,) = read_bytes(f"{source}\n\n{_BODY}".encode(), "page.txt")
    assert article.first(BlockKind.HEADLINE) is None


def test_a_sentence_between_date_and_report_is_no_headline() -> None:
    caption = "Seorang petugas berdiri di depan gedung kedutaan."
    (article,) = read_bytes(f"Selasa, 9 Januari 2018 10:05 WIB\n\n{caption}\n\n{_BODY}".encode(), "page.txt")
    assert article.first(BlockKind.HEADLINE) is None
