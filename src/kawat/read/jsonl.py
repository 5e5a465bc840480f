"""JSON Lines, as programs that gather reports write them: one report a line, whole pages or plain text with fields."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files

import msgspec

from kawat.errors import InputError
from kawat.model import Note
from kawat.read.dates import find_dates
from kawat.read.html import read_html
from kawat.read.lines import Line, Page, Region, Stamp, Witness
from kawat.read.plain import clean, read_plain
from kawat.read.witness import stamp
from kawat.text import read_toml

STAGE = "read.jsonl"
_NAMES = re.compile(r"[^0-9a-z]+")
_MILLISECONDS = 1e11  # seconds since 1970 have fewer digits for three thousand years
_SECONDS = (10, 13)  # digits of seconds since 1970, and of thousandths of them
_DAY = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_EITHER = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[-/](0?[1-9]|1[0-2])[-/](?=\d)")
_BEGIN = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_DECODER = msgspec.json.Decoder()
_WHOLE = msgspec.json.Decoder(list[msgspec.Raw] | dict[str, msgspec.Raw])


def read_record(text: str) -> Page:
    """The page that one line of JSON tells. Raises `InputError` for a line that is no object or holds no report."""
    return read_fields(_decoded(text))


def _decoded(text: str) -> dict[str, object]:
    try:
        told = _DECODER.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(f"this is not JSON: {error}") from error
    if not isinstance(told, dict):
        raise InputError("this is JSON, but not an object with the fields of a report")
    return told


def read_fields(told: Mapping[str, object]) -> Page:
    """The page that the fields of a report tell. Raises `InputError` where they hold none."""
    notes: list[Note] = []
    fields = dict(_fields(told))
    html, plain = (_words(fields, name, notes) for name in ("html", "text"))
    if not html and not plain:
        names = ", ".join(sorted(map(str, told))[:8]) or "none"
        raise InputError(f"it has neither a text nor a page of HTML (its fields: {names})")
    title = clean(_words(fields, "title", notes))
    said = Witness(
        headlines=(title,) if title else (),
        stamps=tuple(_stamps(fields, notes)),
        authors=tuple(_authors(fields, notes)),
        site_name=clean(_words(fields, "outlet", notes)) or None,
        url=_url(_words(fields, "url", notes)),
        language=_words(fields, "language", notes).lower().replace("_", "-").split("-")[0].strip() or None,
    )
    page = read_html(html) if html else Page(_titled(title, read_plain(plain).lines))
    return Page(page.lines, _joined(said, page.witness), (*notes, *page.notes), told=not html)


def records(text: str) -> Sequence[str]:
    """The objects that a text of JSON holds: one, those of a list, or one a line; none of a text of another kind."""
    if _BEGIN.match(text) is None:
        return ()
    try:
        whole = _WHOLE.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return text.split("\n")  # other ends of lines may stand in a string
    return [bytes(one).decode() for one in whole] if isinstance(whole, list) else [text]


@cache
def _known() -> dict[str, tuple[str, int]]:
    """Folded name → field, and the place among the names of the field."""
    table = read_toml(files("kawat.read") / "fields.toml")
    return {_folded(name): (field, place) for field, names in table.items() for place, name in enumerate(names)}


def known(names: Iterable[str]) -> set[str]:
    """The fields of a report that go by some names."""
    return {_known()[key][0] for one in names if (key := _folded(one)) in _known()}


def _folded(name: str) -> str:
    return _NAMES.sub("", name.lower())


def _fields(told: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The fields that a report has, each by the first of its names that says anything."""
    found = [(*_known()[key], value) for name, value in told.items() if (key := _folded(name)) in _known()]
    # the last of a name that `dict` meets is the one that stays
    for field, _, value in sorted(found, key=lambda one: -one[1]):
        if value not in (None, "", [], {}):
            yield field, value


def _words(fields: Mapping[str, object], name: str, notes: list[Note]) -> str:
    """A field that holds words; a note where it holds anything else."""
    value = fields.get(name, "")
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]
    if isinstance(value, str):
        return value
    notes.append(Note(STAGE, "field-unread", f"The field for {name} holds no words: it was left out."))
    return ""


def _authors(fields: Mapping[str, object], notes: list[Note]) -> Iterator[str]:
    value = fields.get("authors", [])
    for one in value if isinstance(value, list) else [value]:
        if name := clean(_words({"authors": one}, "authors", notes)):
            yield name


def _stamps(fields: Mapping[str, object], notes: list[Note]) -> Iterator[Stamp]:
    value = fields.get("published")
    if value is None:
        return
    found = _counted(value) if isinstance(value, int | float) else _written(value) if isinstance(value, str) else None
    if found is None:
        notes.append(
            Note(STAGE, "field-unread", f"The time of publication is in no form that is known: {value!r:.80}.")
        )
    else:
        yield found


def _written(raw: str) -> Stamp | None:
    """ISO 8601, seconds since 1970, a form of pages ("5 Maret 2025", "March 5, 2025 9:12 PM ET") or of mails and feeds
    ("Fri, 11 Mar 2022 19:30:00 EST"). Of "05/03/2025" nothing tells which is the month."""
    plain = raw.strip()
    if (found := stamp(plain)) is not None:
        return found
    if plain.isascii() and plain.isdecimal():
        return _counted(int(plain)) if len(plain) in _SECONDS else stamp(_DAY.sub(r"\1-\2-\3", plain))
    if (either := _EITHER.search(plain)) and len({int(one) for one in either.groups()}) > 1:
        return None
    printed = next(iter(find_dates(plain)), None)
    if printed is not None and printed.span.of(plain) == plain:
        return Stamp(printed.wall().replace(tzinfo=printed.zone), clock=printed.clock is not None, raw=plain)
    try:
        return Stamp(parsedate_to_datetime(raw), clock=True, raw=raw)
    except ValueError:
        return None


def _counted(value: object) -> Stamp | None:
    """Seconds, or thousandths of them, since 1970."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        at = datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return Stamp(at, clock=True, raw=str(value))


def _url(raw: str) -> str | None:
    return raw.strip() if raw.strip().startswith(("http://", "https://")) else None


def _titled(title: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a text under its title, which many texts begin with themselves."""
    told = tuple(replace(line, story=True) for line in lines)
    if not title:
        return told
    head = Line(title, story=True, region=Region.HEADLINE, level=1)
    return (head, *(told[1:] if told and told[0].text == title else told))


def _joined(said: Witness, page: Witness) -> Witness:
    """What the fields say before what the page says of itself."""
    return Witness(
        headlines=tuple(dict.fromkeys((*said.headlines, *page.headlines))),
        stamps=(*said.stamps, *page.stamps),
        authors=said.authors or page.authors,
        site_name=said.site_name or page.site_name,
        url=said.url or page.url,
        language=said.language or page.language,
        description=page.description,
    )
