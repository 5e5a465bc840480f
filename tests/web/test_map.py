"""The map: places where they are, states as states, and boundaries as they are printed on it."""

import re
from collections.abc import Iterator

import pytest
from tests.builders import BLR, NOW, RUS, UKR, Says, report
from tests.web.browser import Browser, Page

from kawat.model import EventType, Place
from kawat.store import SqlStore, open_store
from kawat.web import create_app
from kawat.web.globe import HEIGHT, WIDTH, outlines, project

PLACES = (
    Place("l:minsk", "Minsk", "Minsk"),
    Place("l:minsk", "Minsk", "ibu kota itu"),
    Place("UKR", "Ukraina", "Ukraina"),
    Place(None, "Desa Contoh", "Desa Contoh"),
    None,
)


@pytest.fixture(scope="module")
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for number, place in enumerate(PLACES):
                says = Says(f"Rusia akan menemui pihak {number}.", EventType.CONSULT, (RUS,), (BLR, UKR), place=place)
                writer.put(report(f"r{number}", says), NOW, {})
        yield opened


@pytest.fixture(scope="module")
def client(store: SqlStore) -> Browser:
    return Browser(create_app(store))


def polygons(state: str) -> list[list[tuple[float, float]]]:
    (outline,) = (one for one in outlines() if one.state == state)
    return [
        [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", part)]
        for part in outline.path.split("M")
        if part
    ]


def inside(state: str, latitude: float, longitude: float) -> bool:
    """Whether a point lies within the outline, by the rule of even and odd."""
    x, y = project(latitude, longitude)
    crossings = 0
    for ring in polygons(state):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("state", "latitude", "longitude", "within"),
    [
        ("UKR", 45.2, 34.2, True),  # the middle of Crimea
        ("RUS", 45.2, 34.2, False),
        ("ESH", 24.5, -13.5, True),
        ("MAR", 24.5, -13.5, False),
        ("IDN", -1.0, 114.0, True),
        ("BLR", 53.9, 27.6, True),
        ("RUS", 61.0, 100.0, True),
        ("AUS", -25.0, 134.0, True),
    ],
)
def test_boundaries_are_those_printed_on_the_map(state: str, latitude: float, longitude: float, within: bool) -> None:
    assert inside(state, latitude, longitude) is within


def test_everything_stands_on_the_drawing() -> None:
    for one in outlines():
        assert 0 <= one.x <= WIDTH, one.state
        assert 0 <= one.y <= HEIGHT, one.state
    assert len({one.state for one in outlines()}) == len(outlines()) >= 230
    assert project(0, 0)[0] == WIDTH / 2
    assert project(0, 180)[0] == pytest.approx(WIDTH, abs=0.01)


def test_places_are_points_and_states_rings(client: Browser) -> None:
    page = client.get("/map.json").json()
    assert [(m["id"], m["claims"], m["exact"]) for m in page["marks"]] == [("l:minsk", 2, True), ("UKR", 1, False)]
    assert (page["total"], page["nowhere"]) == (5, 1)
    assert [(one["name"], one["claims"]) for one in page["unplaced"]] == [("Desa Contoh", 1)]
    drawn = Page(client.get("/map").text)
    assert sorted(a["class"] or "" for t, a in drawn.tags if t == "circle") == ["spot", "whole"]
    assert "Crimea is drawn as Ukraine, Western Sahara separate" in drawn.text


def test_every_mark_leads_to_its_claims(client: Browser) -> None:
    for mark in client.get("/map.json").json()["marks"]:
        found = client.get(f"/claims.json?place={mark['id']}").json()
        assert found["total"] == mark["claims"]
    assert client.get("/claims.json?place=Belarusia").json()["total"] == 2, "a state covers its places"
    assert client.get("/claims.json?place=Minsk&text=pihak").json()["total"] == 2
    assert client.get("/claims?place=Nirgendwo").status_code == 400


def test_a_map_without_a_place(client: Browser) -> None:
    page = Page(client.get("/map?status=denied").text)
    assert "names a place" in page.text
    assert "circle" not in [tag for tag, _ in page.tags]
    with open_store(":memory:") as empty:
        assert Browser(create_app(empty)).get("/map").status_code == 200
