"""Pages → where things stand on a drawing; templates write them as SVG. Units are those of the drawing's view box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, hypot, pi, sin

from kawat.model import Status
from kawat.web.pages import Mark, MonthPoint, NetworkEdge, NetworkNode, NetworkPage, Timeline

WIDTH = 960.0
LEFT = 124.0
RIGHT = 24.0
CURVE = (24.0, 176.0)
"""Top and bottom of the curve: Goldstein +10 and -10."""
LANES = 206.0
STEP = 11.0
"""Between two acts of one lane that would cover each other."""
MOST_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing at a date."""

    x: float
    label: str

    @property
    def anchor(self) -> str:
        """On which side of the line the label stands: inside the drawing."""
        return "end" if self.x > WIDTH - 60 else "start"

    @property
    def label_x(self) -> float:
        """Where the label begins, or ends."""
        return self.x + (3 if self.anchor == "start" else -3)


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A month on the curve: its mean, and its lowest and highest score."""

    x: float
    y: float
    low: float
    high: float
    point: MonthPoint


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """An act on its lane: a round mark, or a bar (`width` above 0) where its day is not known."""

    x: float
    y: float
    width: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with the acts of one status."""

    status: Status
    top: float
    bottom: float
    marks: tuple[DrawnMark, ...]


@dataclass(frozen=True, slots=True)
class DrawnTimeline:
    """The timeline as it is drawn."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    points: tuple[DrawnPoint, ...]
    lanes: tuple[Lane, ...]

    @property
    def path(self) -> str:
        """The line through the means."""
        return " ".join(f"{'L' if n else 'M'}{p.x:.1f} {p.y:.1f}" for n, p in enumerate(self.points))


def score_y(score: float) -> float:
    """The height of a Goldstein score (-10 to 10)."""
    top, bottom = CURVE
    return top + (10 - max(-10.0, min(10.0, score))) / 20 * (bottom - top)


def timeline(drawn: Timeline) -> DrawnTimeline | None:
    """Where the acts stand; None where none has a day."""
    if not drawn.marks:
        return None
    first = min(mark.start for mark in drawn.marks).replace(day=1)
    newest = max(mark.end for mark in drawn.marks)
    last = date(newest.year + newest.month // 12, newest.month % 12 + 1, 1)  # months are drawn whole
    days = max((last - first).days, 27)

    def x(day: date) -> float:
        return LEFT + (day - first).days / days * (WIDTH - LEFT - RIGHT)

    points = []
    for month in drawn.months:
        if month.mean is not None and month.low is not None and month.high is not None:
            middle = month.month + timedelta(days=14)
            points.append(DrawnPoint(x(middle), score_y(month.mean), score_y(month.low), score_y(month.high), month))
    lanes, top = [], LANES
    for status in Status:
        marks, levels = _placed([m for m in drawn.marks if m.status is status], x, top)
        if marks:
            bottom = top + 22 + levels * STEP
            lanes.append(Lane(status, top, bottom, marks))
            top = bottom + 6
    return DrawnTimeline(WIDTH, top + 24, _ticks(first, last, x), tuple(points), tuple(lanes))


def _placed(marks: Sequence[Mark], x: Callable[[date], float], top: float) -> tuple[tuple[DrawnMark, ...], int]:
    ends = [-1e9] * MOST_LEVELS
    placed, highest = [], 0
    for mark in marks:
        left = x(mark.start)
        width = x(mark.end + timedelta(days=1)) - left if mark.end > mark.start else 0.0
        level = next((n for n, end in enumerate(ends) if end < left), MOST_LEVELS - 1)
        ends[level] = left + max(width, 12.0)
        highest = max(highest, level)
        placed.append(DrawnMark(left, top + 14 + level * STEP, max(width, 4.0) if width else 0.0, mark))
    return tuple(placed), highest


def _ticks(first: date, last: date, x: Callable[[date], float]) -> tuple[Tick, ...]:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    every = next((n for n in (1, 3, 6, 12, 24, 60, 120) if months / n <= 10), 240)
    found = []
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if number % every == 0:
            day = date(number // 12, number % 12 + 1, 1)
            found.append(Tick(x(day), f"{day:%Y}" if every >= 12 else f"{day:%Y-%m}"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An actor on the drawing; its label hangs on the side that `anchor` says."""

    x: float
    y: float
    radius: float
    anchor: str
    label_x: float
    node: NetworkNode


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """What stands between two actors: a curve, bent so that there and back are apart, and the sign in its middle."""

    path: str
    x: float
    y: float
    sign: str
    width: float
    edge: NetworkEdge


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """The network as it is drawn."""

    width: float
    height: float
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


RINGS = (10, 14, 18)
"""How many actors stand on each ring, from the inner one out."""
_BETWEEN_RINGS = 78
_WIDER = 1.5  # labels need room beside an actor, not over it


def network(page: NetworkPage) -> DrawnNetwork | None:
    """The actor in the middle and the others on rings, the most frequent inside; the same page, the same drawing."""
    if len(page.nodes) < 2:
        return None
    rest = list(page.nodes[1:])
    rings = []
    for room in RINGS:
        if rest:
            rings.append(rest[:room])
            rest = rest[room:]
    height = 2.0 * (140 + _BETWEEN_RINGS * (len(rings) - 1)) + 60
    middle = (WIDTH / 2, height / 2)
    drawn = {page.nodes[0].actor.id: DrawnNode(*middle, 9.0, "middle", middle[0], page.nodes[0])}
    for ring, nodes in enumerate(rings):
        for number, node in enumerate(nodes):
            angle = 2 * pi * (number + 0.5 * (ring % 2)) / len(nodes) - pi / 2
            x = middle[0] + cos(angle) * (140 + _BETWEEN_RINGS * ring) * _WIDER
            y = middle[1] + sin(angle) * (140 + _BETWEEN_RINGS * ring)
            radius = 4.0 + min(6.0, node.claims**0.5)
            right = x >= middle[0]
            shift = (radius + 5) * (1 if right else -1)
            drawn[node.actor.id] = DrawnNode(x, y, radius, "start" if right else "end", x + shift, node)
    there = (edge for edge in page.edges if {edge.source, edge.target} <= drawn.keys())
    edges = tuple(_edge(edge, drawn[edge.source], drawn[edge.target]) for edge in there)
    return DrawnNetwork(WIDTH, height, tuple(drawn.values()), edges)


def _edge(edge: NetworkEdge, one: DrawnNode, other: DrawnNode) -> DrawnEdge:
    bend = 0.12 + 0.08 * list(Status).index(Status(edge.status))
    mid_x, mid_y = (one.x + other.x) / 2, (one.y + other.y) / 2
    across = (mid_x - (other.y - one.y) * bend, mid_y + (other.x - one.x) * bend)
    sign = "" if edge.goldstein is None else "+" if edge.goldstein >= 0 else "−"
    # The line ends before the mark of the actor, so that the point of its arrow is seen.
    away = hypot(other.x - across[0], other.y - across[1]) or 1.0
    part = (other.radius + 7) / away
    end = (other.x + (across[0] - other.x) * part, other.y + (across[1] - other.y) * part)
    path = f"M{one.x:.1f} {one.y:.1f} Q{across[0]:.1f} {across[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    # The middle of the curve lies half way between the chord and its handle.
    width = 1 + min(3.0, 0.6 * edge.events**0.5)
    return DrawnEdge(path, (mid_x + across[0]) / 2, (mid_y + across[1]) / 2, sign, width, edge)
