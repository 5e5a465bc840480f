"""Where places lie: coordinates with how exact they are, and the wider places around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from kawat.errors import TableError
from kawat.knowledge import shipped, tables
from kawat.knowledge.types import Known
from kawat.model import EntityKind
from kawat.text import read_tsv

COLUMNS = ("id", "latitude", "longitude", "precision", "within", "source")


class Precision(StrEnum):
    """What the coordinates of a place are of."""

    POINT = "point"  # a settlement or a site
    REGION = "region"  # somewhere in the middle of a province, an island or the like
    WATER = "water"  # somewhere in the middle of a sea, a strait or a river
    WIDE = "wide"  # a continent, an ocean, a desert: the coordinates serve a map, not a measure
    STATE = "state"  # a state; it has no coordinates here
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tables.

    `latitude` and `longitude` are degrees to one decimal, north and east positive, None where not known. `within` are
    the ids of the wider places around it, the next one first, a state last ("l:sevastopol": "l:crimea", "UKR").
    """

    id: str
    name: str
    state: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A row of coordinates.tsv; `parent` the next wider place besides the state."""

    latitude: float | None
    longitude: float | None
    precision: Precision
    parent: str | None


def load_positions(path: Traversable, known: Mapping[str, Known]) -> dict[str, Position]:
    """The rows of a table of coordinates by place.

    Raises `TableError` for an unknown or repeated id, an unknown precision or parent, coordinates that are none, and a
    place that lies in itself.
    """
    found: dict[str, Position] = {}
    for number, row in read_tsv(path, COLUMNS):
        where = f"{path}:{number}"
        if row["id"] not in known or row["id"] in found or (row["within"] and row["within"] not in known):
            raise TableError(f"{where}: an unknown or repeated id, or an unknown place around it: {row['id']}")
        found[row["id"]] = _position(row, where)
    for known_id in found:
        seen = [known_id]
        while (parent := found[seen[-1]].parent if seen[-1] in found else None) is not None:
            if parent in seen:
                raise TableError(f"{path}: {known_id} lies in itself: {' in '.join([*seen, parent])}")
            seen.append(parent)
    return found


def _position(row: Mapping[str, str], where: str) -> Position:
    if not row["latitude"] and not row["longitude"]:
        return Position(None, None, Precision.UNKNOWN, row["within"] or None)
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        precision = Precision(row["precision"])
    except ValueError as error:
        raise TableError(f"{where}: no coordinates or no precision of {row['id']}: {error}") from error
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise TableError(f"{where}: {latitude} {longitude} of {row['id']} lie off the earth")
    return Position(latitude, longitude, precision, row["within"] or None)


@cache
def _positions() -> dict[str, Position]:
    return load_positions(shipped.folder() / "coordinates.tsv", tables.knowns())


def place(known_id: str) -> Place | None:
    """Where a place or a state of the tables lies; None for an id that is neither."""
    known = tables.knowns().get(known_id)
    if known is None or not (known_id.startswith("l:") or (known.kind is EntityKind.STATE and known.id == known.state)):
        return None
    if not known_id.startswith("l:"):
        return Place(known_id, known.name, known.state, None, None, Precision.STATE, ())
    position = _positions().get(known_id, Position(None, None, Precision.UNKNOWN, None))
    within = tuple(_around(position))
    if known.state is not None:
        within += (known.state,)
    return Place(known_id, known.name, known.state, position.latitude, position.longitude, position.precision, within)


def _around(position: Position | None) -> list[str]:
    found: list[str] = []
    while position is not None and position.parent is not None:
        found.append(position.parent)
        position = _positions().get(position.parent)
    return found
