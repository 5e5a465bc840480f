"""What the knowledge tables say, as frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kawat.model import EntityKind


class Sense(StrEnum):
    """How a form stands for somebody."""

    NAME = "name"
    SHORT = "short"  # a surname or an acronym
    DEMONYM = "demonym"  # "Russian", "warga Rusia"
    METONYM = "metonym"  # a capital or a seat: "Minsk", "Gedung Putih"
    TITLE_HOLDER = "title_holder"  # the full name of somebody who holds or held an office


class MediumKind(StrEnum):
    AGENCY = "agency"  # sells or gives its reports to outlets; a state's own agency included
    OUTLET = "outlet"  # publishes under its own name


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something that the tables know.

    `id` is a state ("BLR"), body ("UN"), group ("HAMAS"), person ("p:alexander-lukashenko"), agency or outlet
    ("m:tass") or a place inside a state ("l:sochi"). `code` is the guideline code that it stands for without a date;
    `state` the alpha-3 code of the state that it belongs to or has its seat in, None where it has none. A place is of
    kind `STATE` (part of its territory), or `UNKNOWN` where it belongs to none (seas).
    """

    id: str
    code: str
    kind: EntityKind
    name: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """Words that stand for a known. `language` None: in every language. `exact`: only letter for letter."""

    text: str
    known_id: str
    sense: Sense
    language: str | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody holds for a state, body or group, both days included; None: not known, or not over.

    `state` is the id of that state, body or group. `role` is one of the words of `resources/roles.tsv`.
    """

    person_id: str
    state: str
    role: str
    start: date | None
    end: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Medium:
    """What else is known of an agency or outlet: who owns it (a state's code, a name, or None) and its hosts."""

    id: str
    kind: MediumKind
    owner: str | None
    hosts: tuple[str, ...]
