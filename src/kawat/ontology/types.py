"""What each event type is: one TOML file a type."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.errors import TableError
from kawat.model import EventType
from kawat.text import read_toml

# The files sit in a folder beside this module, but "kawat.ontology.types" is this module: go by the package.
_FOLDER = files("kawat.ontology") / "types"


@dataclass(frozen=True, slots=True)
class Mode:
    """A closer kind of a type, with its nearest CAMEO code and that code's Goldstein value (-10 to +10)."""

    name: str
    gloss: str
    cameo: str
    goldstein: float


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """A PLOVER type: our definition, its quad class, and the CAMEO code used where no mode is known."""

    type: EventType
    definition: str
    quad: str
    cameo: str
    goldstein: float
    modes: tuple[Mode, ...]

    def mode(self, name: str) -> Mode | None:
        """The mode of this name, or None where the type has no such mode."""
        return next((m for m in self.modes if m.name == name), None)


@cache
def event_types() -> tuple[TypeInfo, ...]:
    """All sixteen types, in the order of `EventType`. Raises `TableError` for a wrong or missing file."""
    return tuple(_load(t) for t in EventType)


def type_info(event_type: EventType) -> TypeInfo:
    """What is known of one type."""
    return next(t for t in event_types() if t.type is event_type)


def cameo(event_type: EventType, mode: str | None) -> str | None:
    """The nearest CAMEO code of a type and mode; None where the type has no such mode."""
    info = type_info(event_type)
    if mode is None:
        return info.cameo
    found = info.mode(mode)
    return found.cameo if found else None


def goldstein(code: str) -> float | None:
    """The Goldstein value of a CAMEO code as GDELT's lookup has it; None for a code that no type uses."""
    return _scores().get(code)


@cache
def _scores() -> dict[str, float]:
    scores: dict[str, float] = {}
    for info in event_types():
        for code, value in ((info.cameo, info.goldstein), *((m.cameo, m.goldstein) for m in info.modes)):
            if scores.setdefault(code, value) != value:
                raise TableError(f"types/{info.type}.toml: CAMEO {code} has two Goldstein values")
    return scores


def _load(event_type: EventType) -> TypeInfo:
    path = _FOLDER / f"{event_type}.toml"
    values = read_toml(path)
    try:
        modes = tuple(Mode(name, m["gloss"], m["cameo"], m["goldstein"]) for name, m in values.get("modes", {}).items())
        return TypeInfo(
            event_type, values["definition"], values["quad"], values["cameo"], float(values["goldstein"]), modes
        )
    except KeyError as error:
        raise TableError(f"{path}: {error} is missing") from error
