"""ROOM input format: sources into articles. Texts, pages, JSON, tables, feeds, archives: one line classifier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

import msgspec

from kawat.errors import InputError
from kawat.model import Article, Note
from kawat.read.archives import OF_PAGES, Saved, is_mhtml, is_warc, mhtml, pages
from kawat.read.article import make_article
from kawat.read.feeds import is_feed, is_other_xml, items
from kawat.read.html import read_html
from kawat.read.jsonl import read_fields, read_record, records
from kawat.read.lines import Page
from kawat.read.plain import read_plain
from kawat.read.source import MAX_BYTES, OF_LINES, decode, is_html, lines_of, opened, read_file, sources, too_large
from kawat.read.tables import OF_ROWS, rows

__all__ = ["MAX_BYTES", "MAX_TEXT", "read", "read_bytes", "sources"]

MAX_TEXT = 500_000
"""Letters of a report, which a book of 250 pages has: more are many reports in one, and would be read for hours."""
MOST_TOLD = 5
"""Of how many lines of a file it is said why they cannot be read."""


def read(source: str) -> Iterator[Article]:
    """The articles of a file, or of every file in a folder.

    Raises `InputError` for what cannot be read, for lines of JSON and rows of a table behind the articles of all
    others; what is wrong inside a readable source becomes a `Note`.
    """
    for path in sources([source]):
        if path.lower().endswith(OF_LINES):
            with lines_of(path) as lines:
                yield from _records(lines, path)
        elif path.lower().endswith(OF_ROWS):
            with opened(path) as stream:
                yield from _rows(stream, path)
        elif path.lower().endswith(OF_PAGES):
            with opened(path) as stream:
                yield from _archived(pages(stream, path))
        else:
            yield from read_bytes(read_file(path), path)


def read_bytes(data: bytes, source: str) -> Iterator[Article]:
    """The articles of some bytes; `source` is the name under which they are kept. Raises as `read` does."""
    if len(data) > MAX_BYTES and not data.lstrip().startswith((b"{", b"[")):
        raise InputError(too_large(source, len(data)))
    if is_warc(data):
        yield from _archived(pages(BytesIO(data), source))
        return
    if is_mhtml(data):
        yield _saved(mhtml(data, source))
        return
    text, notes = decode(data, source)
    if told := records(text):
        yield from _records((one.encode() for one in told), source, notes)
        return
    if is_feed(text):
        reports, said = items(text, source)
        yield from _records(reports, source, (*notes, *said), "items")
        return
    if is_other_xml(text):
        raise InputError(f"{source}: this is XML, but neither a page nor a feed of reports (RSS, Atom)")
    yield _article(_page(text, source), source, data, notes)


def _page(text: str, source: str) -> Page:
    try:
        return read_html(text) if is_html(text) else read_plain(text)
    except InputError as error:
        raise InputError(f"{source}: {error}") from error


def _saved(one: Saved) -> Article:
    """The article of a page in an archive; the address that it was saved from is its own where it names no other."""
    text, notes = decode(one.data, one.name, one.charset)
    page = _page(text, one.name)
    said = replace(page.witness, url=page.witness.url or one.url)
    return _article(replace(page, witness=said), one.name, one.data, notes)


def _archived(saved: Iterable[Saved | InputError]) -> Iterator[Article]:
    """The articles of an archive; what is wrong with some of its pages, or with all behind one, is told after them."""
    failed: list[str] = []
    told = iter(saved)
    while True:
        try:
            one = next(told, None)
            if one is None:
                break
            if isinstance(one, InputError):
                raise one
            article = _saved(one)
        except InputError as error:
            failed.append(str(error))
        else:
            yield article
    _tell(failed)


def _article(page: Page, source: str, data: bytes, notes: Iterable[Note]) -> Article:
    if not page.lines:
        raise InputError(f"{source}: there is no text in it")
    letters = sum(len(line.text) for line in page.lines)
    if letters > MAX_TEXT:
        most = f"more than the {MAX_TEXT:,} that one report may have"
        raise InputError(f"{source}: {letters:,} characters of text are {most}; give each report a file or a line")
    return make_article(page, source, data, notes)


def _records(lines: Iterable[bytes], source: str, notes: tuple[Note, ...] = (), of: str = "lines") -> Iterator[Article]:
    """The articles of lines of JSON; those that cannot be read are told together, after the others."""
    failed: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name = f"{source}:{number}"
        try:
            if len(line) > MAX_BYTES:
                raise InputError(too_large(name, len(line)))
            text, wrong = decode(line.strip(), name)
            try:
                page = read_record(text)
            except InputError as error:
                raise InputError(f"{name}: {error}") from error
            yield _article(page, name, line.strip(), (*notes, *wrong))
        except InputError as error:
            failed.append(str(error))
    _tell(failed, of)


def _rows(stream: BinaryIO, source: str) -> Iterator[Article]:
    """The articles of a table; rows that cannot be read are told together, after the others."""
    failed: list[str] = []
    for number, fields in rows(stream, source):
        name = f"{source}:{number}"
        try:
            yield _article(read_fields(fields), name, msgspec.json.encode(fields), ())
        except InputError as error:
            failed.append(str(error) if str(error).startswith(name) else f"{name}: {error}")
    _tell(failed, "rows")


def _tell(failed: list[str], of: str = "pages") -> None:
    if failed:
        more = f"; and {len(failed) - MOST_TOLD} {of} more" if len(failed) > MOST_TOLD else ""
        raise InputError("; ".join(failed[:MOST_TOLD]) + more)
