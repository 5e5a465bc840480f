import tomllib
from pathlib import Path

import pytest
from benchmarks.gate import FLOORS, MEASURES, Measure, Result, corpus_digest, round_down, run, written

KNOWN = {"pages": {"corpus": "aa", "floors": {"day": 0.9, "zone": 0.8}}}


def result(**figures: float) -> Result:
    return Result("pages", "aa", figures, KNOWN["pages"]["floors"], "aa")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("got", "fault"),
    [
        (result(day=0.9, zone=0.95), None),
        (result(day=0.8999, zone=0.8), "pages.day is 0.900, under its floor 0.900"),
        (result(day=0.7, zone=0.8), "pages.day is 0.700, under its floor 0.900"),
        (result(day=1.0), "pages.zone is no longer measured"),
        (result(day=1.0, zone=1.0, editor=0.2), "pages.editor has no floor"),
        (Result("pages", "bb", {"day": 1.0}, {"day": 0.9}, "aa"), "are not those of its floors"),
        (Result("pages", "aa", {"day": 1.0}, {}, None), "has no floors yet"),
        (Result("coding", "aa", {"type": 0.892}, {"type": 0.9}, "aa", slack=0.01), None),
        (Result("coding", "aa", {"type": 0.889}, {"type": 0.9}, "aa", slack=0.01), "under its floor"),
    ],
)
def test_faults(got: Result, fault: str | None) -> None:
    assert (got.faults() == []) if fault is None else (len(got.faults()) == 1 and fault in got.faults()[0])


@pytest.mark.parametrize(
    ("got", "lower", "floors"),
    [
        (result(day=0.95, zone=0.5), False, {"day": 0.95, "zone": 0.8}),
        (result(day=0.95, zone=0.5), True, {"day": 0.95, "zone": 0.5}),
        (Result("pages", "bb", {"day": 0.5}, {"day": 0.9}, "aa"), False, {"day": 0.5}),
    ],
)
def test_written_floors_sink_only_when_told(got: Result, lower: bool, floors: dict[str, float]) -> None:
    again = tomllib.loads(written(KNOWN, [got], lower=lower))
    assert again["pages"] == {"corpus": got.corpus, "floors": floors}


def test_floors_of_a_measure_that_was_not_run_stay() -> None:
    assert tomllib.loads(written(KNOWN, [], lower=False)) == KNOWN


def test_a_floor_is_never_above_the_figure() -> None:
    assert round_down(2 / 3) == 0.666
    assert round_down(0.29) == 0.29


def test_digest_follows_names_and_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("satu")
    second.write_text("dua")
    both = corpus_digest((first, second))
    assert both == corpus_digest((second, first))
    second.write_text("tiga")
    assert both != corpus_digest((first, second))


def test_missing_files_are_said_and_not_measured(tmp_path: Path) -> None:
    measure = Measure("shared", lambda: (tmp_path / "gold.jsonl",), lambda: pytest.fail("measured"))
    assert run(measure, {}) == "shared: gold.jsonl is not on this machine"


def test_measures_have_names_of_their_own_and_one_is_always_there() -> None:
    assert len({m.name for m in MEASURES}) == len(MEASURES)
    assert any(m.always and all(p.is_file() for p in m.files()) for m in MEASURES)


def test_every_measure_has_its_floors() -> None:
    known = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(known) == {m.name for m in MEASURES}
    assert all(0 <= floor <= 1 for table in known.values() for floor in table["floors"].values())
