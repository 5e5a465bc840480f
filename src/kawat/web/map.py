"""Where acts took place → the marks of a map: points for places that are known, states for what is told no closer."""

from collections import Counter
from dataclasses import replace
from math import sqrt

from kawat import knowledge, query
from kawat.store import Store
from kawat.web.answers import Asked
from kawat.web.globe import HEIGHT, WIDTH, Outline, outlines, project
from kawat.web.pages import MapMark, MapPage, MapPlace

LOOKED_AT = 5000
"""Of so many of the newest claims the places are drawn."""
_NAMES, _LETTER, _LINE = 16, 7.0, 14.0
_SMALLEST, _LARGEST = 3.0, 22.0


def world(store: Store, asked: Asked) -> MapPage:
    """Where the newest of the claims asked for took place. Errors as for `kawat.query.claims`."""
    found, total = query.places(store, LOOKED_AT, **asked.parties)
    known = {one.state: one for one in outlines()}
    largest = max((one.claims for one in found if one.name), default=1)
    marks: list[MapMark] = []
    states: Counter[str] = Counter()
    unplaced: list[MapPlace] = []
    for one in found:
        if one.name is None:
            continue
        where = knowledge.place(one.id) if one.id else None
        if where is not None and where.latitude is not None and where.longitude is not None:
            x, y = project(where.latitude, where.longitude)
            if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
                marks.append(MapMark(where.id, where.name, x, y, _radius(one.claims, largest), one.claims, exact=True))
                continue
        if where is not None and where.state in known:
            states[where.state] += one.claims
        else:
            unplaced.append(MapPlace(one.id, one.name, one.claims))
    largest = max((largest, *states.values()))
    marks += [_of_state(known[code], claims, largest) for code, claims in states.items()]
    return MapPage(
        total=total,
        looked_at=min(total, LOOKED_AT),
        nowhere=sum(one.claims for one in found if one.name is None),
        marks=_labelled(sorted(marks, key=lambda mark: (-mark.claims, mark.name))),
        unplaced=_merged(unplaced),
        asked=asked.said,
    )


def _of_state(outline: Outline, claims: int, largest: int) -> MapMark:
    known = knowledge.get(outline.state)
    name = known.name if known else outline.name
    return MapMark(outline.state, name, outline.x, outline.y, _radius(claims, largest), claims, exact=False)


def _labelled(marks: list[MapMark]) -> tuple[MapMark, ...]:
    """The marks, the first of them with their name beside them where it covers no other name."""
    taken: list[tuple[float, float, float]] = []
    made = []
    for mark in marks:
        left, right = mark.x + mark.radius, mark.x + mark.radius + _LETTER * len(mark.name)
        free = all(abs(y - mark.y) > _LINE or right < a or b < left for a, b, y in taken)
        if free and len(taken) < _NAMES and right < WIDTH:
            taken.append((left, right, mark.y))
            mark = replace(mark, labelled=True)  # noqa: PLW2901
        made.append(mark)
    return tuple(made)


def _radius(claims: int, largest: int) -> float:
    """The area of a mark grows with its claims."""
    return max(_SMALLEST, _LARGEST * sqrt(claims / max(largest, 40)))


def _merged(places: list[MapPlace]) -> tuple[MapPlace, ...]:
    return tuple(sorted(places, key=lambda one: (-one.claims, one.name)))
