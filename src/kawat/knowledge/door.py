"""The questions that other rooms ask of the tables."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache

from kawat.knowledge import tables
from kawat.knowledge.types import Form, Known, MediumKind, Office, Sense
from kawat.model import EntityKind
from kawat.text import PhraseTable, fold, words

# Letters that are no base letter with a mark, as a question without them would spell them.
_BARE = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ʻ": "'"})


@cache
def names(language: str) -> PhraseTable[Form]:
    """All forms of actors that are used in a language, built once."""
    return _phrases(tables.actor_forms(), language)


@cache
def places(language: str) -> PhraseTable[Form]:
    """All forms of places that are used in a language, built once; states are among them."""
    return _phrases(tables.place_forms(), language)


def _phrases(forms: Iterable[Form], language: str) -> PhraseTable[Form]:
    mine = [form for form in forms if form.language is None or form.language == language]
    return PhraseTable(
        ((form.text, form) for form in mine if not form.exact), ((form.text, form) for form in mine if form.exact)
    )


def get(known_id: str) -> Known | None:
    """What is known under an id."""
    return tables.knowns().get(known_id)


def lookup(text: str) -> tuple[Form, ...]:
    """Every sense of a form, an id or a code, in any language and case; actors first, then places.

    A question cannot rely on capitals and marks, so neither counts here. Each known stands once.
    """
    found: dict[str, Form] = {}
    for form in _by_key().get(_key(text), ()):
        found.setdefault(form.known_id, form)
    return tuple(found.values())


@cache
def _by_key() -> dict[str, list[Form]]:
    index: dict[str, list[Form]] = {}
    for form in (*_ids(), *tables.actor_forms(), *tables.place_forms()):
        index.setdefault(_key(form.text), []).append(form)
    return index


def _ids() -> Iterable[Form]:
    return (Form(known_id, known_id, Sense.NAME, None, exact=False) for known_id in tables.knowns())


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
            for state in {known.code.partition(":")[0], known.state or ""}:
                found.setdefault(state, []).append(known)
    return {state: tuple(some) for state, some in found.items()}


def full_names(known_id: str) -> tuple[str, ...]:
    """The forms that name a known in full, in any language, in the order of the table."""
    return _full_names().get(known_id, ())


@cache
def _full_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form in tables.actor_forms():
        if form.sense in (Sense.NAME, Sense.TITLE_HOLDER):
            found.setdefault(form.known_id, {})[form.text] = None
    return {known_id: tuple(texts) for known_id, texts in found.items()}


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


def _medium(text: str, kinds: tuple[MediumKind, ...]) -> Known | None:
    media = tables.media()
    for kind in kinds:
        for form in _by_key().get(_key(text), ()):
            if form.known_id in media and media[form.known_id].kind is kind:
                return get(form.known_id)
    return None


def holders(office_state: str, on: date) -> tuple[Office, ...]:
    """The offices of a state, body or group that are known to be held on a day, in the order of the table.

    An office whose start or end is not known is left out: that it was held on that day is not known.
    """
    return tuple(office for office in _by_state().get(office_state, ()) if office.held_on(on))


def offices_of(person_id: str) -> tuple[Office, ...]:
    """Every office that a person is known to hold or to have held, in the order of the table."""
    return _by_person().get(person_id, ())


@cache
def _by_state() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in tables.offices():
        found.setdefault(office.state, []).append(office)
    return {state: tuple(offices) for state, offices in found.items()}


@cache
def _by_person() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in tables.offices():
        found.setdefault(office.person_id, []).append(office)
    return {person: tuple(offices) for person, offices in found.items()}


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
        return "UNKNOWN"
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
