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
    """An office that somebody holds for a state, body or group.

    `state` is the id of that state, body or group, `role` a row of roles.tsv. `since` and `until` are the dates as told
    ("2005", "2005-09", "2005-09-13"; "" not known; ".." not over); `start` and `end` are the first and the last day
    that they allow, None where not known or not over.
    """

    person_id: str
    state: str
    role: str
    start: date | None
    end: date | None
    source: str
    since: str = ""
    until: str = ""

    def held_on(self, day: date) -> bool:
        """Whether the office is known to be held on a day; a missing date says that it is not, other than ".."."""
        return (
            self.start is not None
            and self.start <= day
            and (self.until == ".." or (self.end is not None and day <= self.end))
        )


@dataclass(frozen=True, slots=True)
class Role:
    """A role of offices. `sector`: what an office of a state adds to its code ("LEG"); None: its government."""

    role: str
    sector: str | None
    name_id: str


@dataclass(frozen=True, slots=True)
class Medium:
    """What else is known of an agency or outlet: who owns it (a state's code, a name, or None) and its hosts."""

    id: str
    kind: MediumKind
    owner: str | None
    hosts: tuple[str, ...]
