"""Pages as archives keep them: WARC and WET of crawlers, MHTML as a browser saves one page in one file."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kawat.errors import InputError
from kawat.read.source import MAX_BYTES, too_large

OF_PAGES = (".warc", ".warc.gz", ".wet", ".wet.gz")
"""Files of many pages, one a record."""
SINGLE = (".mhtml", ".mht")
"""Files of one page with all that it shows."""
_TEXT = {"text/html", "application/xhtml+xml", "text/plain"}
_KINDS = {"response", "resource", "conversion"}
_HEAD = 4_096
_LOOSE = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}
"""What servers name by default; the bytes say more."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A page in an archive: the address it was saved from, its bytes, and the encoding that the server named."""

    name: str
    url: str | None
    data: bytes
    charset: str | None


def is_warc(data: bytes) -> bool:
    """Whether bytes begin as a WARC or WET file does, packed or not."""
    head = data[:_HEAD]
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(head, 8)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def is_mhtml(data: bytes) -> bool:
    """Whether bytes begin as a browser begins a page that it saves in one file."""
    head = data[:_HEAD].lower()
    return b"multipart/related" in head and b"mime-version:" in head and not head.lstrip().startswith(b"<")


def mhtml(data: bytes, source: str) -> Saved:
    """The page of an MHTML file. Raises `InputError` where it holds none."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                told = (message.get("Snapshot-Content-Location"), part.get("Content-Location"))
                return Saved(source, _web(*told), body, _charset(part.get_content_charset()))
    raise InputError(f"{source}: there is no page of HTML in it")


def pages(stream: BinaryIO, source: str) -> Iterator[Saved | InputError]:
    """The pages of a WARC or WET file of any size, in order, and what is wrong with one that cannot be taken.

    Pictures, styles, scripts and replies that are no page are passed over. Raises `InputError` for a file that is no
    archive, or is broken: after the pages before the break.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            name = f"{source}:{number}"
            if record.rec_type not in _KINDS or not _is_page(record):
                continue
            body = record.content_stream().read(MAX_BYTES + 1)
            if len(body) > MAX_BYTES:
                yield InputError(too_large(name, len(body)))
                continue
            record.raw_stream.read()  # what stands behind the last piece of a body in pieces
            if record.raw_stream.limit > 0:
                raise EOFError(f"{record.raw_stream.limit} bytes of it are missing")
            if body.strip():
                kind = _header(record, "Content-Type")
                yield Saved(name, _web(record.rec_headers.get_header("WARC-Target-URI")), body, _named(kind))
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, UnicodeError) as error:
        raise InputError(f"{source}: the archive breaks off at record {number}: {error}") from error
    if not number:
        raise InputError(f"{source}: there is no record of an archive in it")


def _is_page(record: Any) -> bool:
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return False
    return (_header(record, "Content-Type") or "").partition(";")[0].strip().lower() in _TEXT


def _header(record: Any, name: str) -> str | None:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    value = headers.get_header(name)
    return value if isinstance(value, str) else None


def _named(kind: str | None) -> str | None:
    """The encoding of "text/html; charset=windows-1252"."""
    _, sign, named = (kind or "").lower().partition("charset=")
    return _charset(named.partition(";")[0].strip(" \"'")) if sign else None


def _charset(named: str | None) -> str | None:
    return named if named and named.isascii() and named not in _LOOSE else None


def _web(*told: object) -> str | None:
    """The first of some addresses that is one of the web."""
    some = (str(one).strip().strip("<>") for one in told if one)
    return next((one for one in some if one.startswith(("http://", "https://"))), None)
