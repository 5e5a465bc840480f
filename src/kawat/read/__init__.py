"""ROOM input format: sources into articles. Plain-text page dumps and HTML meet in one line classifier."""

from collections.abc import Iterator

from kawat.errors import InputError
from kawat.model import Article
from kawat.read.article import make_article
from kawat.read.html import read_html
from kawat.read.plain import read_plain
from kawat.read.source import MAX_BYTES, decode, is_html, read_file, sources, too_large

__all__ = ["MAX_BYTES", "read", "read_bytes", "sources"]


def read(source: str) -> Iterator[Article]:
    """The articles of a file, or of every file in a folder.

    Raises `InputError` for what cannot be read; what is wrong inside a readable source becomes a `Note`.
    """
    for path in sources([source]):
        yield from read_bytes(read_file(path), path)


def read_bytes(data: bytes, source: str) -> tuple[Article, ...]:
    """The articles of some bytes; `source` is the name under which they are kept. Raises as `read` does."""
    if len(data) > MAX_BYTES:
        raise InputError(too_large(source, len(data)))
    text, notes = decode(data, source)
    try:
        page = read_html(text) if is_html(text) else read_plain(text)
    except InputError as error:
        raise InputError(f"{source}: {error}") from error
    if not page.lines:
        raise InputError(f"{source}: there is no text in it")
    return (make_article(page, source, data, notes),)
