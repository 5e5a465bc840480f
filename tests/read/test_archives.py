"""Pages in archives: WARC and WET of crawlers, and the one file in which a browser saves a page."""

import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.read import read, read_bytes

PAGE = """<!doctype html><html lang="id"><head><meta property="og:site_name" content="Harian Contoh">
<meta property="article:published_time" content="2025-08-05T10:00:00+07:00"></head><body><article><h1>{title}</h1>
<p>NEW DELHI - India menangguhkan dialog keamanan dengan Bangladesh pada Senin (4/8/2025).</p>
<p>Bangladesh menyesalkan keputusan itu dan mengatakan tetap terbuka untuk “berunding”.</p></article></body></html>"""
HTML = "text/html; charset=utf-8"


def page(number: int, kind: str = HTML, status: str = "200 OK", body: bytes | None = None) -> tuple[str, bytes]:
    text = PAGE.format(title=f"India Tangguhkan Dialog Nomor {number}").encode() if body is None else body
    return f"{status}|{kind}", text


def record(kind: str, url: str, body: bytes, told: str, *, packed: bool) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:{len(body)}>\r\n"
    head += f"WARC-Date: 2025-08-05T04:00:00Z\r\nContent-Type: {told}\r\nContent-Length: {len(body)}\r\n\r\n"
    whole = head.encode() + body + b"\r\n\r\n"
    return gzip.compress(whole, mtime=0) if packed else whole


def warc(*replies: tuple[str, bytes], packed: bool = True) -> bytes:
    whole = [record("warcinfo", "a.warc", b"software: kawat\r\n", "application/warc-fields", packed=packed)]
    for number, (said, body) in enumerate(replies):
        status, _, kind = said.partition("|")
        reply = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        told = "application/http; msgtype=response"
        whole.append(record("response", f"https://warta.example/{number}", reply, told, packed=packed))
    return b"".join(whole)


def taken(path: Path) -> tuple[list[str | None], str]:
    """The addresses of the pages in a file, and what is said at its end."""
    found: list[str | None] = []
    articles = read(str(path))
    try:
        found.extend(one.url for one in iter(lambda: next(articles, None), None))
    except InputError as error:
        return found, str(error)
    return found, ""


def mhtml(text: str, charset: str = "utf-8") -> bytes:
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = "https://warta.example/berita"
    whole["MIME-Version"] = "1.0"
    whole.make_related()
    part = EmailMessage()
    part.set_content(text, subtype="html", charset=charset, cte="quoted-printable")
    whole.attach(part)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG....", "image", "png")
    whole.attach(picture)
    return whole.as_bytes()


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_crawl_and_nothing_else(tmp_path: Path, packed: bool) -> None:
    replies = (
        page(0),
        page(1, kind="image/png", body=b"\x89PNG"),
        page(2, status="404 Not Found"),
        page(3, kind="application/xhtml+xml"),
        page(4, kind="text/css", body=b"p {}"),
    )
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(warc(*replies, packed=packed))
    found = list(read(str(path)))
    assert [one.url for one in found] == ["https://warta.example/0", "https://warta.example/3"]
    assert [one.source for one in found] == [f"{path}:2", f"{path}:5"]
    assert {(one.outlet, one.published.isoformat()) for one in found if one.published} == {
        ("Harian Contoh", "2025-08-05T10:00:00+07:00")
    }
    assert all("“berunding”" in one.text for one in found)


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_on_standard_input_is_known_by_its_bytes(packed: bool) -> None:
    assert [one.url for one in read_bytes(warc(page(0), packed=packed), "-")] == ["https://warta.example/0"]
    with pytest.raises(InputError, match="this is packed"):
        list(read_bytes(gzip.compress(page(0)[1]), "-"))


def test_a_reply_in_the_encoding_that_its_server_names() -> None:
    text = PAGE.format(title="Türkiye Menolak Usul Yunani").encode("windows-1254")
    (one,) = read_bytes(warc(page(0, kind="text/html; charset=windows-1254", body=text), packed=False), "a")
    assert "Türkiye" in one.text
    assert {note.stage for note in one.notes} == {"read.published"}, "nothing was wrong with the encoding"


def test_text_of_a_wet_file() -> None:
    text = "India Tangguhkan Dialog\n\nNEW DELHI - India menangguhkan dialog dengan Bangladesh, Senin (4/8/2025)."
    url = "https://warta.example/wet"
    (one,) = read_bytes(record("conversion", url, text.encode(), "text/plain", packed=False), "a.wet")
    assert (one.url, "menangguhkan" in one.text) == (url, True)


def test_a_broken_archive_loses_no_page_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(page(0), page(1)) + b"no record of an archive" * 20)
    found, said = taken(path)
    assert found == ["https://warta.example/0", "https://warta.example/1"]
    assert said.startswith(f"{path}: the archive breaks off at record ")


@pytest.mark.parametrize(("packed", "lost"), [(True, 200), (False, 200), (False, 5)])
def test_a_page_that_breaks_off_is_said_and_not_taken_for_whole(tmp_path: Path, packed: bool, lost: int) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc(page(0), page(1), packed=packed)[:-lost])
    found, said = taken(path)
    assert found == ["https://warta.example/0"]
    assert said.startswith(f"{path}: the archive breaks off at record ")


@pytest.mark.parametrize("data", [b"no archive at all", gzip.compress(b"no archive at all", mtime=0), b""])
def test_what_is_no_archive_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.warc\.gz: "):
        list(read(str(path)))


def test_a_page_too_large_is_said_and_loses_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(page(0, body=b"<p>" + b"x " * 6_000_000), page(1)))
    found, said = taken(path)
    assert found == ["https://warta.example/1"]
    assert "more than the 10 MB" in said


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_page_as_a_browser_saves_it(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "berita.mhtml"
    path.write_bytes(mhtml(PAGE.format(title="India Tangguhkan Dialog"), charset))
    (one,) = read(str(tmp_path))
    assert (one.url, one.outlet) == ("https://warta.example/berita", "Harian Contoh")
    assert "“berunding”" in one.text


def test_an_mhtml_without_a_page_is_said() -> None:
    whole = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n"
    with pytest.raises(InputError, match="no page of HTML"):
        list(read_bytes(whole, "a.mht"))


def test_json_of_crawlers_is_read_from_folders(tmp_path: Path) -> None:
    (tmp_path / "satu.json").write_text('{"title": "A", "maintext": "Iran menyerang Irak pada Senin (3/3/2025)."}')
    (one,) = read(str(tmp_path))
    assert "Iran menyerang Irak" in one.text
