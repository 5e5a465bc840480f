"""Where sources come from: files and folders into bytes, bytes into text."""

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kawat.errors import InputError
from kawat.model import Note

STAGE = "read.source"
MAX_BYTES = 10_000_000
OF_LINES = (".jsonl", ".ndjson")
"""Files of many reports, one a line."""
FORMATS = (
    ".txt",
    ".html",
    ".htm",
    ".json",
    *OF_LINES,
    ".rss",
    ".atom",
    ".xml",
    ".mhtml",
    ".mht",
    ".warc",
    ".warc.gz",
    ".wet",
    ".wet.gz",
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The beginnings of formats that hold no text of their own.
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format 3",
    b"RIFF",
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
# What Windows-1252 has above ASCII, as it stands in a text: typographic marks, and letters beside plain ones, but none
# in whose place the Turkish set has another letter.
_WESTERN = re.compile(
    r"[‘’‚‹›“”„«»–—…•·€£¥¢§©®™°´½¼¾\u00a0]"
    r"|(?<=[A-Za-z])[À-ÏÑ-ÖØ-Üß-ïñ-öø-üÿŠšŽžŒœŸ]{1,2}|[À-ÏÑ-ÖØ-Üß-ïñ-öø-üÿŠšŽžŒœŸ]{1,2}(?=[A-Za-z])"
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|table|meta|br)\b[^>]*>", re.I)


def sources(paths: Iterable[str]) -> Iterator[str]:
    """The files to read, in order: a file as itself, a folder as its files of a known format, sorted, folders within.

    A folder that was already visited (a loop of links) is visited once. Raises `InputError` for what does not exist,
    and for a folder in which there is nothing to read or, after all that is, another folder that cannot be read.
    """
    for path in paths:
        if not path:
            raise InputError("the name of a file or folder is needed")
        if not Path(path).exists():
            raise InputError(f"{path}: there is no such file or folder")
        if Path(path).is_dir():
            yield from _files(path, set())
        else:
            yield path


def _files(folder: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    # A list of open work, not recursion: a folder can be deeper than the stack.
    pending, closed, found = [folder], list[str](), False
    while pending:
        path = pending.pop()
        try:
            status = Path(path).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(path) as entries:
                names = sorted(entries, key=lambda e: e.name)
        except OSError as error:
            closed.append(f"{path}: the folder cannot be read: {error.strerror}")
            continue
        folders = []
        for entry in names:
            if _is_folder(entry):
                folders.append(entry.path)
            elif entry.name.lower().endswith(FORMATS):
                found = True
                yield entry.path
        pending.extend(reversed(folders))
    if not found and not closed:
        closed.append(f"{folder}: no file in it ends in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    if closed:
        raise InputError("; ".join(closed))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to nowhere or to itself
        return False


def read_file(path: str) -> bytes:
    """The bytes of a file. Raises `InputError` for one that cannot be read or is larger than `MAX_BYTES`."""
    with opened(path) as stream:
        data = stream.read(MAX_BYTES + 1)
        size = os.fstat(stream.fileno()).st_size
    if len(data) > MAX_BYTES:
        raise InputError(too_large(path, size))
    return data


@contextmanager
def lines_of(path: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file that may be of any size, none longer than `MAX_BYTES` and one byte. Raises as `read_file`."""
    with opened(path) as stream:
        yield _lines(stream)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):  # the rest of a line that is too long
            line = stream.readline(MAX_BYTES + 1)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file to read. Raises `InputError` for what cannot be opened, or breaks off while it is read."""
    if "://" in path:
        raise InputError(f"{path}: addresses are not read yet; save the page to a file and give that")
    try:
        file = Path(path)
        if file.exists() and not file.is_file():
            raise InputError(f"{path}: not a file")
        with file.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def too_large(source: str, size: int) -> str:
    """The sentence that says that a source is over the limit; sizes in megabytes of a million bytes."""
    return f"{source}: {size / 1e6:.1f} MB are more than the {MAX_BYTES / 1e6:.0f} MB that one report may have"


def decode(data: bytes, source: str, charset: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """The text of some bytes and what was wrong with them.

    A byte-order mark decides, then the `charset` that a server named, then UTF-8, then the zero bytes of UTF-16, then
    what an HTML page declares, then whether the text reads well as Windows-1252; what fits nothing is read as UTF-8
    with a mark for every wrong byte.
    Raises `InputError` for bytes that are no text.
    """
    refuse(data, source)
    notes: list[Note] = []
    text = _by_mark(data) or (_strict(data, charset) if charset else None) or _strict(data, "utf-8")
    if text is None or "\x00" in text:
        text = _sixteen(data) or text or _declared(data, notes) or _western(data, notes)
    if text is None:
        text = data.decode("utf-8", errors="replace")
        wrong = text.count("\ufffd")
        if wrong > max(20, 0.1 * len(text)):
            raise InputError(f"{source}: the bytes are no text in any encoding that Kawat knows")
        notes.append(Note(STAGE, "broken-encoding", f"{wrong} places were not UTF-8 and are marked with U+FFFD."))
    if "\x00" in text:
        zeros = text.count("\x00")
        if zeros > 0.1 * len(text):
            raise InputError(f"{source}: this is binary, not text")
        text = text.replace("\x00", "")
        notes.append(Note(STAGE, "null-characters", f"{zeros} null characters were left out."))
    if _controls(text) > 0.1:
        raise InputError(f"{source}: this is binary, not text")
    if not any(map(str.isalnum, text)):
        raise InputError(f"{source}: no word stands in it")
    return text, tuple(notes)


def refuse(data: bytes, source: str) -> None:
    """Raises `InputError` for bytes that hold nothing, and for the beginning of a file of another kind."""
    if not data.strip():
        raise InputError(f"{source}: the source is empty")
    if data.startswith(_BINARY):
        packed = data.startswith((b"PK\x03\x04", b"\x1f\x8b"))
        told = "this is packed; unpack it first" if packed else "this is not a text but a file of another kind"
        raise InputError(f"{source}: {told}")


def is_html(text: str) -> bool:
    """Whether a text is markup: a tag of HTML near its beginning."""
    return (text.lstrip()[:1] == "<" and _HTML.search(text[:20_000]) is not None) or bool(
        len(_HTML.findall(text[:20_000])) >= 3
    )


def by_mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the beginning tells."""
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _by_mark(data: bytes) -> str | None:
    encoding = by_mark(data)
    return data.decode(encoding, errors="replace").removeprefix("\ufeff") if encoding else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _sixteen(data: bytes) -> str | None:
    """UTF-16 without a mark: in a Latin text nearly every second byte is zero."""
    sample = data[:4_000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return data.decode("utf-16-le", errors="replace")
    if even > 0.4 * half and odd < 0.05 * half:
        return data.decode("utf-16-be", errors="replace")
    return None


def _declared(data: bytes, notes: list[Note]) -> str | None:
    """The text in the encoding that an HTML page declares; None where it declares none, or UTF-8, which it is not."""
    match = _CHARSET.search(data[:4_096])
    named = match[1].decode("ascii", errors="replace").lower() if match else None
    if named in ("utf-8", "utf8"):
        return None
    if named is not None:
        try:
            encoding = codecs.lookup("windows-1252" if named in ("iso-8859-1", "latin-1", "ascii") else named)
        except LookupError:
            notes.append(Note(STAGE, "unknown-charset", f"The page declares {named!r}, which is no known encoding."))
            return None
        text = data.decode(encoding.name, errors="replace") if encoding._is_text_encoding else None
        if text is not None and "\ufffd" in text:
            notes.append(Note(STAGE, "broken-encoding", f"Some bytes are not {named} and are marked with U+FFFD."))
        return text
    return None


def _western(data: bytes, notes: list[Note]) -> str | None:
    """The text as old editors and pages wrote it without saying so; None where it does not read well so."""
    if not data.decode("utf-8", errors="ignore").isascii():  # some of it is UTF-8: the rest is broken
        return None
    text = _strict(data, "windows-1252")
    if text is None or not _WESTERN.sub("", text).isascii():
        return None
    notes.append(Note(STAGE, "encoding-guessed", "Nothing says what the bytes are: they are read as Windows-1252."))
    return text


def _controls(text: str) -> float:
    sample = text[:20_000]
    odd = sum(1 for c in sample if c < " " and c not in "\t\n\r\f\v\x1b")
    return odd / max(1, len(sample))
