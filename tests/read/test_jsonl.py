"""Reports as programs that gather them write them: one a line of JSON, as text with fields or as a whole page."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.model import Article, BlockKind
from kawat.read import read, read_bytes

TITLE = "Menlu Fiji dan Menlu Tonga Teken Perjanjian Laut"
TEXT = (
    "SUVA, KOMPAS.com - Menteri Luar Negeri Fiji dan Menteri Luar Negeri Tonga menandatangani perjanjian batas laut "
    "pada Senin (4/3/2024).\n\n"
    "Perjanjian itu mengakhiri perundingan selama enam tahun, kata juru bicara pemerintah Fiji kepada wartawan di Suva."
)
TOLD = {
    "title": TITLE,
    "text": TEXT,
    "published": "2024-03-05T08:30:00+07:00",
    "url": "https://www.kompas.com/global/read/2024/03/05/fiji-tonga",
    "authors": ["Ratih Melati"],
    "language": "id",
}
PAGE = f"<html><head><title>x</title></head><body><h1>{TITLE}</h1><article><p>{TEXT}</p></article></body></html>"


def made(**fields: object) -> Article:
    (article,) = read_bytes(json.dumps(fields).encode(), "satu.jsonl")
    return article


def test_a_line_gives_title_body_time_outlet_and_author() -> None:
    article = made(**TOLD)
    assert article.first(BlockKind.HEADLINE) == TITLE
    assert article.texts(BlockKind.BODY) == tuple(TEXT.split("\n\n"))
    assert article.published == datetime(2024, 3, 5, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    assert (article.outlet, article.language, article.authors) == ("Kompas.com", "id", ("Ratih Melati",))
    assert (article.source, article.url) == ("satu.jsonl:1", TOLD["url"])
    assert article.dateline_place == "SUVA"


@pytest.mark.parametrize(
    ("outlet", "dateline", "printed", "agency"),
    [
        ("Gulf Courier", "SUVA, March 4 (Reuters) - ", "Gulf Courier", "Reuters"),
        ("Portal Kita", "Suva (ANTARA) - ", "Portal Kita", "ANTARA"),
        ("ANTARA", "Suva (ANTARA) - ", "ANTARA News", None),
        ("Reuters", "SUVA, March 4 (Reuters) - ", "Reuters", "Reuters"),
        ("", "SUVA, March 4 (Reuters) - ", "Reuters", "Reuters"),
        ("Portal Kita", "SUVA, KOMPAS.com - ", "Kompas.com", None),
    ],
)
def test_who_printed_a_report_is_not_the_agency_of_its_dateline(
    outlet: str, dateline: str, printed: str, agency: str | None
) -> None:
    text = dateline + "Fiji and Tonga signed an agreement on their border at sea on Monday, officials said."
    article = made(title=TITLE, text=text, outlet=outlet)
    assert (article.outlet, article.agency) == (printed, agency)


@pytest.mark.parametrize(
    ("name", "other"),
    [("text", "maintext"), ("title", "Headline"), ("published", "date_publish"), ("published", "datePublished")],
)
def test_fields_go_by_many_names(name: str, other: str) -> None:
    told = {**TOLD, other: TOLD[name]}
    del told[name]
    article, usual = made(**told), made(**TOLD)
    assert (article.text, article.blocks, article.published) == (usual.text, usual.blocks, usual.published)


def test_a_line_without_a_report_says_which_fields_it_has() -> None:
    with pytest.raises(InputError, match=r"satu.jsonl:1: it has neither a text .*its fields: abstract, title"):
        made(title=TITLE, abstract=TEXT)


def test_the_first_name_of_a_field_that_says_anything_counts() -> None:
    article = made(**{**TOLD, "text": "", "content": TEXT, "date": "1999-01-01"})
    assert article.texts(BlockKind.BODY) == made(**TOLD).texts(BlockKind.BODY)
    assert article.published == made(**TOLD).published


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Tue, 05 Mar 2024 08:30:00 +0700", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        (1709602200, datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        (1709602200000, datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("1709602200", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("1709602200000", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("Mar 4, 2024 8:30 PM ET", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("Mon, 4 Mar 2024 20:30:00 EST", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("2024-03-05 08:30", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),  # in the zone of the outlet
        ("Selasa, 5 Maret 2024 | 08.30", datetime(2024, 3, 5, 1, 30, tzinfo=UTC)),
        ("5 Mar 2024", datetime(2024, 3, 4, 17, 0, tzinfo=UTC)),
        ("March 5, 2024", datetime(2024, 3, 4, 17, 0, tzinfo=UTC)),
        ("25/03/2024", datetime(2024, 3, 24, 17, 0, tzinfo=UTC)),
        ("20240305", datetime(2024, 3, 4, 17, 0, tzinfo=UTC)),
    ],
)
def test_forms_of_the_time_of_publication(written: object, at: datetime) -> None:
    assert made(**{**TOLD, "published": written}).published == at


@pytest.mark.parametrize(
    "written", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "0000-00-00", -62135596800]
)
def test_a_time_that_no_report_is_of_is_noted_and_left_out(written: object) -> None:
    article = made(**{**TOLD, "published": written})
    assert article.published is None
    assert {note.code for note in article.notes} & {"metadata-impossible", "field-unread"}


@pytest.mark.parametrize("url", ["http://[page]/satu", "https://[::1", "http://:x/"])
def test_an_address_that_is_none_loses_no_report(url: str) -> None:
    assert made(**{**TOLD, "url": url}).texts(BlockKind.BODY) == made(**TOLD).texts(BlockKind.BODY)


@pytest.mark.parametrize(
    "written", ["kemarin sore", True, ["2024"], 1e300, "05/03/2024", "31/02/2024", "20241305", "12"]
)
def test_a_time_in_no_known_form_is_noted(written: object) -> None:
    article = made(**{**TOLD, "published": written})
    assert "field-unread" in [note.code for note in article.notes]
    assert article.first(BlockKind.HEADLINE) == TITLE


def test_a_page_of_html_in_a_line_is_read_as_a_page() -> None:
    article = made(html=PAGE, published="2024-03-05T08:30:00+07:00", publisher={"name": "Kompas.com"})
    assert article.first(BlockKind.HEADLINE) == TITLE
    assert article.published is not None
    assert article.outlet == "Kompas.com"


def test_a_title_that_the_text_begins_with_stands_once() -> None:
    assert made(**{**TOLD, "text": f"{TITLE}\n\n{TEXT}"}).text.count(TITLE) == 1


def test_lines_that_cannot_be_read_lose_no_other(tmp_path: Path) -> None:
    good, other = json.dumps(TOLD), json.dumps({**TOLD, "title": "Judul Lain"})
    file = tmp_path / "banyak.jsonl"
    file.write_text("\n".join([good, "", "{broken", '"words"', '{"title": "x"}', other]), encoding="utf-8")
    kept, said = until_it_fails(file)
    assert kept == [f"{file}:1", f"{file}:6"]
    assert [f"{file}:{line}:" in said for line in (1, 3, 4, 5, 6)] == [False, True, True, True, False]


def until_it_fails(file: Path) -> tuple[list[str], str]:
    kept: list[str] = []
    try:
        for article in read(str(file)):
            kept.append(article.source)
    except InputError as error:
        return kept, str(error)
    pytest.fail("no line failed")


def test_of_many_broken_lines_some_are_told_and_all_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "rusak.ndjson"
    file.write_text("{\n" * 12, encoding="utf-8")
    with pytest.raises(InputError, match="and 7 lines more"):
        list(read(str(file)))


def test_a_line_that_is_too_long_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.read.MAX_BYTES", 2_000)
    monkeypatch.setattr("kawat.read.source.MAX_BYTES", 2_000)
    file = tmp_path / "panjang.jsonl"
    long = json.dumps({**TOLD, "text": "kata " * 5_000})
    file.write_text(f"{long}\n{json.dumps(TOLD)}\n", encoding="utf-8")
    assert until_it_fails(file)[0] == [f"{file}:2"]


def test_one_object_and_a_list_of_them_are_read_too() -> None:
    whole = json.dumps([TOLD, {**TOLD, "title": "Judul Lain"}], indent=1)
    assert [article.source for article in read_bytes(whole.encode(), "x.json")] == ["x.json:1", "x.json:2"]
    (one,) = read_bytes(json.dumps(TOLD, indent=2).encode(), "x.json")
    assert one.first(BlockKind.HEADLINE) == TITLE


def test_a_report_that_begins_with_a_brace_is_a_text() -> None:
    (article,) = read_bytes(f"{{catatan redaksi}}\n{TITLE}\n\n{TEXT}".encode(), "a.txt")
    assert article.texts(BlockKind.BODY)[-1] == TEXT.split("\n\n")[1]


def test_half_a_character_and_deep_nesting_are_errors_of_their_line() -> None:
    with pytest.raises(InputError, match="not JSON"):
        list(read_bytes(b'{"text": "\\ud800 apa"}', "a.jsonl"))
    with pytest.raises(InputError, match="not JSON"):
        list(read_bytes(b'{"text": ' + b"[" * 100_000, "a.jsonl"))


def test_a_text_that_no_report_can_have_is_an_error_of_its_line_alone() -> None:
    told = (json.dumps({"title": TITLE, "text": text}) for text in ("Fiji bertemu Tonga. " * 30_000, TEXT))
    found = read_bytes("\n".join(told).encode(), "a.jsonl")
    assert next(found).texts(BlockKind.BODY)[-1] == TEXT.split("\n\n")[1]
    with pytest.raises(InputError, match=r"a\.jsonl:1: 600,0\d\d characters of text are more than the 500,000"):
        next(found)


def test_what_comes_with_a_text_need_not_stand_on_a_page() -> None:
    assert "metadata-only" not in {note.code for note in made(**TOLD).notes}
    page = {name: value for name, value in TOLD.items() if name != "text"} | {"html": PAGE}
    assert "metadata-only" in {note.code for note in made(**page).notes}
