"""The questions that other rooms ask of the tables."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from kawat.knowledge import shipped, tables
from kawat.knowledge.types import Form, Known, Medium, MediumKind, Office, Sense
from kawat.model import EntityKind
from kawat.model.codes import UNKNOWN, bare
from kawat.text import PhraseTable, fold, words

# Letters that are no base letter with a mark, as a question without them would spell them.
_BARE = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ʻ": "'"})


@cache
def names(language: str) -> PhraseTable[Form]:
    """All forms of actors that are used in a language."""
    return _phrases("forms.tsv", language)


@cache
def places(language: str) -> PhraseTable[Form]:
    """All forms of places that are used in a language; states are among them."""
    return _phrases("place_forms.tsv", language)


def _phrases(name: str, language: str) -> PhraseTable[Form]:
    rows = shipped.lines(name, tables.FORM_COLUMNS)

    def row(number: int) -> tuple[str, Form, bool] | None:
        form = shipped.form(rows[number])
        return (form.text, form, form.exact) if form.language in (None, language) else None

    return PhraseTable.waiting(shipped.by_first_word(name, tables.FORM_COLUMNS), row)


def get(known_id: str) -> Known | None:
    """What is known under an id."""
    return tables.knowns().get(known_id)


def lookup(text: str) -> tuple[Form, ...]:
    """Every sense of a form, an id or a code, in any language and case; actors first, then places.

    A question cannot rely on capitals and marks, so neither counts here. Each known stands once.
    """
    key = _key(text)
    found: dict[str, Form] = {}
    known_id = _by_id().get(text.strip().casefold())
    if known_id is not None:
        found[known_id] = Form(known_id, known_id, Sense.NAME, None, exact=False)
    for line in _beginning(key.partition(" ")[0]):
        form = shipped.form(line)
        if form.known_id not in found and _key(form.text) == key:
            found[form.known_id] = form
    return tuple(found.values())


@cache
def _by_id() -> dict[str, str]:
    return {known_id.casefold(): known_id for known_id in tables.knowns()}


def _beginning(word: str) -> Iterable[str]:
    """The rows of forms whose first word is one, without marks; those of actors first, in the order of the tables."""
    for name in ("forms.tsv", "place_forms.tsv"):
        rows, firsts = shipped.lines(name, tables.FORM_COLUMNS), shipped.by_first_word(name, tables.FORM_COLUMNS)
        numbers = sorted(number for first in _bare_words(name).get(word, ()) for number in firsts[first])
        yield from (rows[number] for number in numbers)


@cache
def _bare_words(name: str) -> dict[str, list[str]]:
    """First words as a question without marks would spell them → the first words of the table."""
    found: dict[str, list[str]] = {}
    for first in shipped.by_first_word(name, tables.FORM_COLUMNS):
        found.setdefault(first if first.isascii() else _key(first).partition(" ")[0], []).append(first)
    return found


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(fold(word.text) for word in words(bare.translate(_BARE)))


def serving(state: str) -> tuple[Known, ...]:
    """The people, groups and organisations whose code or state is that of a state, body or group."""
    return _by_service().get(state, ())


@cache
def _by_service() -> dict[str, tuple[Known, ...]]:
    found: dict[str, list[Known]] = {}
    for known in tables.knowns().values():
        if known.kind is not EntityKind.STATE and not known.id.startswith("l:"):
            for state in {bare(known.code), known.state or ""}:
                found.setdefault(state, []).append(known)
    return {state: tuple(some) for state, some in found.items()}


def full_names(known_id: str) -> tuple[str, ...]:
    """The forms that name a known in full, in any language, in the order of the table."""
    rows = shipped.lines("forms.tsv", tables.FORM_COLUMNS)
    numbers = shipped.by_cell("forms.tsv", tables.FORM_COLUMNS, 1).get(known_id, ())
    forms = (shipped.form(rows[number]) for number in numbers)
    return tuple(dict.fromkeys(f.text for f in forms if f.sense in (Sense.NAME, Sense.TITLE_HOLDER)))


def medium(known_id: str) -> Medium | None:
    """What the tables say of a medium by its id: its kind, its owner and its hosts; None for another id."""
    return tables.media().get(known_id)


def agency(text: str) -> Known | None:
    """The news agency of a name ("AP", "TASS", "ANTARA"), or None."""
    return _medium(text, (MediumKind.AGENCY,))


def outlet(text: str) -> Known | None:
    """The outlet of a name ("KOMPAS.TV", "Republika.co.id") or of a host ("www.republika.co.id"), or None.

    An agency that publishes under its own name (Antara) is found too, after the outlets.
    """
    return _host(text) or _medium(text, (MediumKind.OUTLET, MediumKind.AGENCY))


def _host(text: str) -> Known | None:
    host = text.strip().casefold().removeprefix("https://").removeprefix("http://").partition("/")[0]
    while "." in host:
        if host in _by_host():
            return get(_by_host()[host])
        host = host.partition(".")[2]
    return None


@cache
def _by_host() -> dict[str, str]:
    return {host: medium.id for medium in tables.media().values() for host in medium.hosts}


@lru_cache(maxsize=1 << 12)  # the same few names and words are asked for again and again
def _medium(text: str, kinds: tuple[MediumKind, ...]) -> Known | None:
    media = tables.media()
    for kind in kinds:
        for form in lookup(text):
            if form.known_id in media and media[form.known_id].kind is kind:
                return get(form.known_id)
    return None


def holders(office_state: str, on: date) -> tuple[Office, ...]:
    """The offices of a state, body or group that are known to be held on a day, in the order of the table.

    An office whose start or end is not known is left out: that it was held on that day is not known.
    """
    return tuple(office for office in tables.offices_by(1, office_state) if office.held_on(on))


def holders_of(role: str) -> tuple[Office, ...]:
    """Every office of a role that anybody is known to have held, in the order of the table."""
    return tables.offices_by(2, role)


def heads_called(name: str, on: date | None) -> tuple[Office, ...]:
    """The heads of state, then of government, on a day (None: those not over) whose first or last name is `name`."""
    word = fold(name)
    return tuple(
        office
        for role in ("head_of_state", "head_of_government")
        for office in tables.offices_by(2, role)
        if (office.held_on(on) if on is not None else office.until == "..")
        and word in _ends(tables.knowns()[office.person_id].name)
    )


def _ends(name: str) -> tuple[str, str]:
    parts = fold(name).split()
    return parts[0], parts[-1]


def offices_of(person_id: str) -> tuple[Office, ...]:
    """Every office that a person is known to hold or to have held, in the order of the table."""
    return tables.offices_by(0, person_id)


def code_of(known_id: str, on: date | None) -> str:
    """The guideline code that a known stands for on a day; "UNKNOWN" for an unknown id.

    For a person with a day: the code of the state, body or group of an office that is known to be held then, with the
    role's sector where a state's ("USA:LEG"); an office of the government goes before one with a sector, a later one
    before an earlier. With no such office, and every known office over by then with its end known: the state of the
    last one and ":CVL", a former office holder, if that was the office of a state. Else, and without a day, the code
    that the table gives the person.
    """
    known = get(known_id)
    if known is None:
        return UNKNOWN
    offices = offices_of(known_id)
    if on is None or not offices:
        return known.code
    held = [_office_code(office) for office in offices if office.held_on(on)]
    if held:
        return next((code for code in reversed(held) if ":" not in code), held[-1])
    started = [office for office in offices if office.start is None or office.start <= on]
    over = started and all(office.end is not None and office.end < on for office in started)
    if not over:
        return known.code
    last = max(started, key=lambda office: office.end or date.min)
    state = get(last.state)
    is_state = state is not None and state.kind is EntityKind.STATE
    return f"{last.state}:CVL" if is_state and ":" not in known.code else known.code


def _office_code(office: Office) -> str:
    holder = tables.knowns()[office.state]
    sector = tables.roles()[office.role].sector
    return f"{holder.code}:{sector}" if sector and holder.kind is EntityKind.STATE else holder.code
