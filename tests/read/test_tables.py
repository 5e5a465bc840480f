"""Reports in the rows of a table, as spreadsheets and programs that gather them write them."""

from datetime import date
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.model import Article, BlockKind
from kawat.read import read, read_bytes

TEXT = "Menteri Luar Negeri Fiji mengunjungi Tonga pada Senin (4/3/2024), kata juru bicara – pemerintah Fiji."
PARAGRAPHS = f"{TEXT}\n\nIa bertemu raja."
COMMA = f'title,text,published,url\r\nMenlu Fiji ke Tonga,"{PARAGRAPHS}",2024-03-05,https://contoh.example/1\r\n'


def made(folder: Path, data: bytes, name: str = "laporan.csv") -> list[Article]:
    (folder / name).write_bytes(data)
    return list(read(str(folder / name)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("laporan.csv", COMMA.encode()),
        ("laporan.CSV", b"\xef\xbb\xbf" + COMMA.encode()),
        ("laporan.csv", COMMA.encode("windows-1252")),
        ("laporan.csv", f'Title;Full Text;Date\nMenlu Fiji ke Tonga;"{PARAGRAPHS}";2024-03-05\n'.encode()),
        ("laporan.tsv", f'headline\tbody\tdate\nMenlu Fiji ke Tonga\t"{PARAGRAPHS}"\t2024-03-05\n'.encode("utf-16")),
    ],
)
def test_a_row_is_a_report(tmp_path: Path, name: str, data: bytes) -> None:
    (article,) = made(tmp_path, data, name)
    assert article.first(BlockKind.HEADLINE) == "Menlu Fiji ke Tonga"
    assert article.texts(BlockKind.BODY) == tuple(PARAGRAPHS.split("\n\n"))
    assert article.published is not None
    assert article.published.date() == date(2024, 3, 5)
    assert article.source.endswith(f"{name}:2")


def test_a_row_without_a_text_loses_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,content\n1,"{TEXT}"\n2,\n\n3,"{TEXT}"\n', encoding="utf-8")
    told = read(str(tmp_path / "a.csv"))
    assert [next(told).source[-7:], next(told).source[-7:]] == ["a.csv:2", "a.csv:5"]
    with pytest.raises(InputError, match=r"a\.csv:3: it has neither a text nor a page of HTML"):
        next(told)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the source is empty"),
        (b"PK\x03\x04 a table of another kind", "this is packed; unpack it first"),
        (b"state,code\nFiji,FJI\n", "no column is named text or html (its columns: state, code)"),
        (b"id,type,article,kawat\n", "these are claims that Kawat exported"),
    ],
)
def test_what_is_no_table_of_reports_says_so(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(InputError) as raised:
        made(tmp_path, data)
    assert says in str(raised.value)


def test_tables_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "negara.csv").write_text("state,code\nFiji,FJI\n", encoding="utf-8")
    (tmp_path / "satu.txt").write_text(f"Menlu Fiji ke Tonga\n\n{TEXT}\n", encoding="utf-8")
    assert [one.source[-8:] for one in read(str(tmp_path))] == ["satu.txt"]


def test_a_text_that_begins_as_a_table_is_a_text() -> None:
    (article,) = read_bytes(f"Title, Text\n\n{TEXT}\n".encode(), "satu.txt")
    assert TEXT in article.text
