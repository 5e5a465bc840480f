"""RSS and Atom: every item is a report of its own."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.model import Article, BlockKind
from kawat.read import read, read_bytes

BODY = "Fiji dan Tonga menandatangani perjanjian batas laut di Suva pada Senin (4/3/2024)."
MORE = "Perjanjian itu mengakhiri perundingan selama enam tahun."
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Warta Contoh</title><link>https://warta.example/</link><language>id-ID</language>
{}</channel></rss>"""
ITEM = f"""<item><title>Fiji &amp; Tonga Teken Perjanjian</title><link>https://warta.example/1</link>
<pubDate>Tue, 05 Mar 2024 08:30:00 +0700</pubDate><dc:creator>Ratih Melati</dc:creator>
<media:title>Sebuah foto</media:title><description>Ringkasan saja.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>{MORE}</p><p>The post <a href="/">Fiji</a> appeared first on W.</p>]]>
</content:encoded></item>"""
SUMMARY = f"<item><title>Dua</title><link>https://warta.example/2</link><description>{BODY}</description></item>"
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>Warta Contoh</title>
<entry><title type="html">Fiji &amp;amp; Tonga Teken Perjanjian</title><link rel="edit" href="https://warta.example/edit"/>
<link href="https://warta.example/1"/><published>2024-03-05T08:30:00+07:00</published>
<author><name>Ratih Melati</name><email>r@warta.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{MORE}</p></div></content></entry></feed>"""


def of(text: str) -> list[Article]:
    return list(read_bytes(text.encode(), "umpan.xml"))


@pytest.mark.parametrize("text", [RSS.format(ITEM), ATOM])
def test_an_item_gives_title_body_time_outlet_author_and_address(text: str) -> None:
    (article,) = of(text)
    assert article.first(BlockKind.HEADLINE) == "Fiji & Tonga Teken Perjanjian"
    assert article.texts(BlockKind.BODY) == (BODY, MORE)
    assert article.published == datetime(2024, 3, 5, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    assert (article.outlet, article.authors, article.language) == ("Warta Contoh", ("Ratih Melati",), "id")
    assert (article.source, article.url) == ("umpan.xml:1", "https://warta.example/1")


def test_every_item_is_a_report_and_keeps_its_id_in_a_later_feed() -> None:
    first, second = of(RSS.format(ITEM + SUMMARY))
    assert [first.source, second.source] == ["umpan.xml:1", "umpan.xml:2"]
    assert [second.id, first.id] == [one.id for one in of(RSS.format(SUMMARY + ITEM))]


def test_a_feed_of_summaries_says_so() -> None:
    (article,) = of(RSS.format(SUMMARY))
    assert article.texts(BlockKind.BODY) == (BODY,)
    assert "feed-summaries" in {note.code for note in article.notes}
    assert "feed-summaries" not in {note.code for one in of(RSS.format(ITEM)) for note in one.notes}


def test_an_item_without_text_is_told_behind_the_others() -> None:
    found: list[Article] = []
    with pytest.raises(InputError, match=r"umpan.xml:1: it has neither a text"):
        found.extend(read_bytes(RSS.format("<item><title>Satu</title></item>" + SUMMARY).encode(), "umpan.xml"))
    assert [one.url for one in found] == ["https://warta.example/2"]


def test_rss_of_1_0_and_letters_named_as_in_html() -> None:
    item = SUMMARY.replace("Dua", "Fiji&nbsp;dan Tonga").replace("<desc", "<dc:date>2024-03-05</dc:date><desc")
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Warta</title></channel>{item}</rdf:RDF>'
    )
    (article,) = of(rdf)
    assert article.first(BlockKind.HEADLINE) == "Fiji dan Tonga"
    assert article.published == datetime(2024, 3, 4, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (RSS.format("<item><title>Satu</item>"), "the feed is broken"),
        (RSS.format(""), "the feed has no items"),
        ('<?xml version="1.0"?><urlset><url><loc>https://warta.example/1</loc></url></urlset>', "neither a page nor"),
    ],
)
def test_what_is_no_feed_is_told(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        of(text)


def test_entities_that_a_feed_declares_are_not_taken_up() -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        + RSS.format(SUMMARY.replace("Dua", "&b;")).partition("?>")[2].lstrip()
    )
    (article,) = of(bomb)
    assert article.text.startswith("&b;\n")


def test_feeds_in_a_folder_are_read(tmp_path: Path) -> None:
    for name in ("a.rss", "b.xml", "c.atom"):
        (tmp_path / name).write_text(RSS.format(SUMMARY.replace("/2", f"/{name}")), encoding="utf-8")
    assert len(list(read(str(tmp_path)))) == 3
