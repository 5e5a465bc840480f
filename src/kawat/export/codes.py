"""Our codes → those of other data sets: FIPS 10-4 and ISO alpha-2 of states, CAMEO of states, bodies and groups."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.model import Entity, EntityKind
from kawat.text import read_tsv

_DATA = files("kawat.export") / "data"

TYPES = {
    "OPP": "OPP",
    "REB": "REB",
    "CVL": "CVL",
    "MED": "MED",
    "BUS": "BUS",
    "JUD": "JUD",
    "LEG": "LEG",
    "COP": "COP",
    "MIL": "MIL",
    "NGO": "NGO",
}
"""Sector of a code → CAMEO actor type; religious bodies have none there."""


@dataclass(frozen=True, slots=True)
class StateCodes:
    """The codes of a state elsewhere; empty where it has none or more than one."""

    iso2: str
    fips: str
    cameo: str


@dataclass(frozen=True, slots=True)
class CameoActor:
    """An actor in CAMEO; every part may be empty. `whole` says whether it says as much as our code does."""

    code: str
    country: str
    group: str
    type: str
    whole: bool


@cache
def states() -> dict[str, StateCodes]:
    """Alpha-3 code → the codes elsewhere."""
    rows = read_tsv(_DATA / "states.tsv", ("code", "iso2", "fips", "cameo"))
    return {row["code"]: StateCodes(row["iso2"], row["fips"], row["cameo"]) for _, row in rows}


@cache
def _groups() -> dict[str, tuple[str, str]]:
    rows = read_tsv(_DATA / "groups.tsv", ("code", "group", "type"))
    return {row["code"]: (row["group"], row["type"]) for _, row in rows}


def cameo_actor(entity: Entity) -> CameoActor:
    """An entity in CAMEO. A person or ministry that stands for a state is its government (GOV)."""
    head, _, sector = entity.code.partition(":")
    state = states().get(head)
    if state is None:
        group, kind = _groups().get(entity.id) or _groups().get(head) or ("", "")
        return CameoActor(kind + group, "", group, kind, whole=bool(group) and not sector)
    kind = TYPES.get(sector, "")
    if not sector and entity.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
        kind = "GOV"
    return CameoActor(state.cameo + kind, state.cameo, "", kind, whole=bool(kind) or not sector)
