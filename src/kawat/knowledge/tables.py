"""Reads the shipped tables of known actors, places and offices, and refuses rows that contradict each other."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from kawat.errors import TableError
from kawat.knowledge import shipped
from kawat.knowledge.shipped import folder
from kawat.knowledge.types import Form, Known, Medium, MediumKind, Office, Role, Sense
from kawat.model import EntityKind
from kawat.model.codes import UNKNOWN
from kawat.text import read_tsv

KNOWN_COLUMNS = ("id", "code", "kind", "name", "state", "source")
FORM_COLUMNS = ("text", "id", "sense", "language", "exact", "source")
OFFICE_COLUMNS = ("person", "state", "role", "since", "until", "source")
ROLE_COLUMNS = ("role", "sector", "name_id", "source")
# Codes that no known of their own has.
CODES = ("INTL", UNKNOWN)
_SENSES = {sense.value: sense for sense in Sense}
_LANGUAGES: dict[str, str | None] = {"*": None, "id": "id", "en": "en"}
_EXACT = {"0": False, "1": True}
_KINDS = {kind.value: kind for kind in EntityKind}
SECTORS = ("OPP", "REB", "CVL", "MED", "BUS", "JUD", "LEG", "COP", "MIL", "NGO", "REL")
MEDIA_COLUMNS = ("id", "kind", "owner", "hosts", "source")


def _cells(path: Traversable, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """As `read_tsv`, but gives the bare cells: a dict for each of ten thousand rows slows the start."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    rows = ((number, line.split("\t")) for number, line in lines if line and line[0] != "#")
    number, header = next(rows, (1, []))
    if tuple(header) != columns:
        raise TableError(f"{path}:{number}: the columns must be {', '.join(columns)}")
    width = len(columns)
    for number, cells in rows:
        if len(cells) != width:
            raise TableError(f"{path}:{number}: {len(cells)} cells where {width} are needed")
        yield number, cells


def load_known(path: Traversable, more: Mapping[str, Known] | None = None) -> dict[str, Known]:
    """The rows of a table of knowns by id; `more` are knowns of other tables whose codes may be used.

    Raises `TableError` for an id told twice, an unknown kind, code or state.
    """
    found: dict[str, Known] = {}
    lines: dict[str, int] = {}
    for number, (known_id, code, kind, name, state, _) in _cells(path, KNOWN_COLUMNS):
        if known_id in found or (more and known_id in more):
            raise TableError(f"{path}:{number}: the id {known_id} is told twice")
        if kind not in _KINDS:
            raise TableError(f"{path}:{number}: {kind} is no kind of entity")
        found[known_id] = Known(known_id, code, _KINDS[kind], name, state or None)
        lines[known_id] = number
    every = {**more, **found} if more else found
    for known in found.values():
        root, _, sector = known.code.partition(":")
        holder = every.get(root)
        if ((holder is None or holder.code != root) and root not in CODES) or (sector and sector not in SECTORS):
            raise TableError(f"{path}:{lines[known.id]}: unknown code {known.code} of {known.id}")
        if known.state is not None and known.state not in every:
            raise TableError(f"{path}:{lines[known.id]}: unknown state {known.state} of {known.id}")
    return found


def load_forms(path: Traversable, known: Mapping[str, Known]) -> tuple[Form, ...]:
    """The rows of a table of forms. Raises `TableError` for an unknown id or sense, or a row told twice."""
    found: list[Form] = []
    seen: set[tuple[str, str, str]] = set()
    for number, (text, known_id, sense, language, exact, _) in _cells(path, FORM_COLUMNS):
        key = (text, known_id, language)
        if (
            known_id not in known
            or sense not in _SENSES
            or language not in _LANGUAGES
            or exact not in _EXACT
            or key in seen
        ):
            row = (text, known_id, sense, language, exact)
            raise TableError(f"{path}:{number}: unknown id, sense, language or exact, or told twice: {row}")
        seen.add(key)
        found.append(Form(text, known_id, _SENSES[sense], _LANGUAGES[language], _EXACT[exact]))
    return tuple(found)


def load_roles(path: Traversable) -> dict[str, Role]:
    """The rows of a table of roles. Raises `TableError` for a role told twice or an unknown sector."""
    found: dict[str, Role] = {}
    for number, row in read_tsv(path, ROLE_COLUMNS):
        if row["role"] in found or row["sector"] not in ("", *SECTORS):
            raise TableError(f"{path}:{number}: a role told twice, or an unknown sector, in {tuple(row.values())}")
        found[row["role"]] = Role(row["role"], row["sector"] or None, row["name_id"])
    return found


def load_offices(path: Traversable, known: Mapping[str, Known], roles: dict[str, Role]) -> tuple[Office, ...]:
    """The rows of a table of offices. Raises `TableError` for an unknown person, state or role, or reversed dates."""
    found: list[Office] = []
    for number, row in read_tsv(path, OFFICE_COLUMNS):
        where = f"{path}:{number}"
        for column, table in (("person", known), ("state", known), ("role", roles)):
            if row[column] not in table:
                raise TableError(f"{where}: the {column} {row[column]} is unknown ({row['person']})")
        office = _office(tuple(row.values()), where)
        if office.start and office.end and office.end < office.start:
            raise TableError(
                f"{where}: the office of {row['person']} ends on {office.end} before it starts on {office.start}"
            )
        found.append(office)
    return tuple(found)


def _office(cells: Sequence[str], where: str) -> Office:
    person, state, role, since, until, source = cells
    end = None if until == ".." else day(until, where, last=True)
    return Office(person, state, role, day(since, where, last=False), end, source, since, until)


def load_media(path: Traversable, known: Mapping[str, Known]) -> dict[str, Medium]:
    """Agencies and outlets by id. Raises `TableError` for an unknown id or kind, or a host that two outlets have."""
    found: dict[str, Medium] = {}
    hosts: dict[str, str] = {}
    kinds = {kind.value: kind for kind in MediumKind}
    for number, row in read_tsv(path, MEDIA_COLUMNS):
        where = f"{path}:{number}"
        if row["id"] not in known or row["id"] in found or row["kind"] not in kinds:
            raise TableError(f"{where}: unknown or repeated id, or unknown kind, in {tuple(row.values())}")
        mine = tuple(row["hosts"].split("|")) if row["hosts"] else ()
        for host in mine:
            if hosts.setdefault(host, row["id"]) != row["id"]:
                raise TableError(f"{where}: the host {host} belongs to {hosts[host]} already")
        found[row["id"]] = Medium(row["id"], kinds[row["kind"]], row["owner"] or None, mine)
    return found


def check(path: Traversable) -> None:
    """Reads every table of a folder as the package would. Raises `TableError` for the first row that is wrong."""
    known = load_known(path / "known.tsv")
    spots = load_known(path / "places.tsv", known)
    load_forms(path / "forms.tsv", known | spots)
    load_forms(path / "place_forms.tsv", known | spots)
    load_offices(path / "offices.tsv", known, load_roles(path / "roles.tsv"))
    load_media(path / "media.tsv", known)


def day(text: str, where: str, *, last: bool) -> date | None:
    """The first or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD"; None for an empty cell, which says unknown.

    Raises `TableError` for anything else.
    """
    if not text:
        return None
    try:
        if len(text) == 4:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, monthrange(year, month)[1] if last else 1)
        return date.fromisoformat(text)
    except ValueError as error:
        raise TableError(f"{where}: {text!r} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD") from error


@cache
def knowns() -> Mapping[str, Known]:
    """Every known actor and place by id."""
    return shipped.Knowns((*shipped.lines("known.tsv", KNOWN_COLUMNS), *shipped.lines("places.tsv", KNOWN_COLUMNS)))


@cache
def actor_forms() -> tuple[Form, ...]:
    """Every form of every known actor."""
    return tuple(map(shipped.form, shipped.lines("forms.tsv", FORM_COLUMNS)))


@cache
def place_forms() -> tuple[Form, ...]:
    """Every form of every known place."""
    return tuple(map(shipped.form, shipped.lines("place_forms.tsv", FORM_COLUMNS)))


@cache
def offices() -> tuple[Office, ...]:
    """Every office that is known, with its dates as far as they are."""
    return tuple(_office(line.split("\t"), "offices.tsv") for line in shipped.lines("offices.tsv", OFFICE_COLUMNS))


@cache
def offices_by(cell: int, value: str) -> tuple[Office, ...]:
    """The offices of a person (cell 0), a state (cell 1) or a role (cell 2), in the order of the table."""
    rows = shipped.lines("offices.tsv", OFFICE_COLUMNS)
    numbers = shipped.by_cell("offices.tsv", OFFICE_COLUMNS, cell).get(value, ())
    return tuple(_office(rows[number].split("\t"), "offices.tsv") for number in numbers)


@cache
def roles() -> dict[str, Role]:
    """The roles of offices; treat as read-only."""
    return load_roles(folder() / "roles.tsv")


@cache
def media() -> dict[str, Medium]:
    """Agencies and outlets by id; treat as read-only."""
    return load_media(folder() / "media.tsv", knowns())
