"""Coordinates and containment: every place has both as far as they are known, and wrong rows stop the build."""

from pathlib import Path

import pytest

from kawat.errors import TableError
from kawat.knowledge import Precision, place, tables
from kawat.knowledge.gazetteer import COLUMNS, load_positions

SPOTS = [known_id for known_id in tables.knowns() if known_id.startswith("l:")]


@pytest.mark.parametrize(
    ("known_id", "latitude", "longitude", "precision", "within"),
    [
        ("l:sochi", 43.6, 39.7, Precision.POINT, ("RUS",)),
        ("l:sevastopol", 44.6, 33.5, Precision.POINT, ("l:crimea", "UKR")),
        ("l:grozny", 43.3, 45.7, Precision.POINT, ("l:chechnya", "l:north-caucasus", "RUS")),
        ("l:banda-aceh", 5.5, 95.3, Precision.POINT, ("l:aceh", "l:sumatra", "IDN")),
        ("l:black-sea", 43.4, 34.4, Precision.WATER, ()),
        ("l:crimea", 45.3, 34.4, Precision.REGION, ("UKR",)),
        ("l:asia", 40.0, 90.0, Precision.WIDE, ()),
        ("l:tripoli-lebanon", 34.4, 35.8, Precision.POINT, ("LBN",)),
    ],
)
def test_a_place_says_where_it_lies(
    known_id: str, latitude: float, longitude: float, precision: Precision, within: tuple[str, ...]
) -> None:
    found = place(known_id)
    assert found is not None
    assert (found.precision, found.within) == (precision, within)
    assert found.latitude == pytest.approx(latitude, abs=0.3)
    assert found.longitude == pytest.approx(longitude, abs=0.3)


def test_nearly_every_place_has_coordinates() -> None:
    known = [found for known_id in SPOTS if (found := place(known_id)) is not None]
    assert len(known) == len(SPOTS)
    assert sum(found.latitude is not None for found in known) >= 0.99 * len(SPOTS)


def test_a_state_is_a_place_without_coordinates_and_a_person_is_none() -> None:
    state = place("RUS")
    assert state is not None
    assert (state.precision, state.latitude, state.within) == (Precision.STATE, None, ())
    assert place("p:vladimir-putin") is None
    assert place("l:nowhere") is None


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (["l:nowhere\t1\t1\tpoint\t\town"], "unknown or repeated"),
        (["l:sochi\t1\t1\tpoint\tl:nowhere\town"], "unknown place around"),
        (["l:sochi\t91\t1\tpoint\t\town"], "off the earth"),
        (["l:sochi\tx\t1\tpoint\t\town"], "no coordinates"),
        (["l:sochi\t1\t1\tcity\t\town"], "no coordinates or no precision"),
        (["l:sochi\t1\t1\tpoint\tl:moscow\town", "l:moscow\t1\t1\tpoint\tl:sochi\town"], "lies in itself"),
    ],
)
def test_a_wrong_row_names_file_and_what_is_wrong(tmp_path: Path, rows: list[str], fault: str) -> None:
    path = tmp_path / "coordinates.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=fault):
        load_positions(path, tables.knowns())
