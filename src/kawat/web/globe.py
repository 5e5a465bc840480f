"""The world map: where a point of the earth stands on the drawing, and the outlines of states, drawn beforehand.

The projection is Equal Earth (Šavrič, Patterson and Jenny 2018): areas can be compared.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

from kawat.text import read_tsv

WIDTH, HEIGHT = 960.0, 452.0
COLUMNS = ("state", "name", "x", "y", "path")
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / 2 / 2.70663  # half the equator
_MIDDLE = 240.0  # of the equator; the south of 60° is cut off


@dataclass(frozen=True, slots=True)
class Outline:
    """A state on the map: its ISO code, a point inside its largest part, and its borders as an SVG path.

    `path` is empty for a state that is too small to be drawn at this scale.
    """

    state: str
    name: str
    x: float
    y: float
    path: str


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees north and east → x and y on the drawing, `WIDTH` by `HEIGHT`, y downwards."""
    a1, a2, a3, a4 = _A
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    bend = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = 2 * sqrt(3) / 3 * radians(longitude) * cos(theta) / bend
    y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return WIDTH / 2 + x * _SCALE, _MIDDLE - y * _SCALE


@cache
def outlines() -> tuple[Outline, ...]:
    """Every state and territory of the map. Raises `TableError` where the table is wrong."""
    rows = read_tsv(files("kawat.web") / "data" / "world.tsv", COLUMNS)
    return tuple(Outline(r["state"], r["name"], float(r["x"]), float(r["y"]), r["path"]) for _, r in rows)


def graticule() -> tuple[str, ...]:
    """The equator and the edge of the map as paths."""
    left = [project(lat, -180) for lat in range(-58, 91, 4)]
    right = [project(lat, 180) for lat in range(90, -59, -4)]
    edge = "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in (*left, *right)) + "Z"
    return edge, f"M0 {_MIDDLE:.0f}H{WIDTH:.0f}"
