import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kawat.export import EXPORTERS, Format, write_rows
from kawat.model import Status

ROWS: list[dict[str, object]] = [
    {"id": "c:1", "status": Status.PLANNED, "date": date(2024, 5, 3), "who": ("ARV", "BLM"), "score": -10.0},
    {"id": "c:2", "status": Status.DENIED, "date": None, "who": (), "score": 0.5},
    {"id": 'c:3 "kutip", koma\nbaris', "status": Status.ASSERTED, "date": None, "who": ("Ōé — ’n",), "score": None},
]


def text(rows: Any, name: Format, columns: tuple[str, ...] = ()) -> str:
    out = io.StringIO()
    write_rows(rows, name, out, columns)
    return out.getvalue()


def read_back(name: Format, written: str) -> list[dict[str, Any]]:
    if name == "jsonl":
        return [json.loads(line) for line in written.split("\n") if line]
    return list(csv.DictReader(io.StringIO(written, newline="")))


@pytest.mark.parametrize("name", list(EXPORTERS))
class TestEveryExporter:
    def test_every_row_and_every_id_comes_back(self, name: Format) -> None:
        assert [row["id"] for row in read_back(name, text(ROWS, name))] == [row["id"] for row in ROWS]

    def test_keys_come_back_in_order(self, name: Format) -> None:
        assert [list(row) for row in read_back(name, text(ROWS, name))] == [list(row) for row in ROWS]

    def test_same_rows_same_bytes(self, name: Format) -> None:
        assert text(ROWS, name) == text(ROWS, name)

    def test_no_rows(self, name: Format) -> None:
        assert read_back(name, text([], name)) == []
        assert read_back(name, text([], name, ("id", "status"))) == []

    def test_a_row_is_written_before_the_next_is_asked_for(self, name: Format) -> None:
        out = io.StringIO()
        written = []

        def rows() -> Iterator[dict[str, object]]:
            for row in ROWS:
                written.append(len(out.getvalue()))
                yield row

        write_rows(rows(), name, out)
        assert sorted(set(written)) == written

    def test_rows_are_not_changed(self, name: Format) -> None:
        before = [dict(row) for row in ROWS]
        text(ROWS, name)
        assert before == ROWS


def test_json_lines_lose_nothing() -> None:
    rows = read_back("jsonl", text(ROWS, "jsonl"))
    assert rows[0] == {"id": "c:1", "status": "planned", "date": "2024-05-03", "who": ["ARV", "BLM"], "score": -10.0}


def test_csv_cells() -> None:
    first, second, third = read_back("csv", text(ROWS, "csv"))
    assert first == {"id": "c:1", "status": "planned", "date": "2024-05-03", "who": "ARV; BLM", "score": "-10.0"}
    assert (second["date"], second["who"]) == ("", "")
    assert third["score"] == ""


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+62811",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        " =1",
        "\ufeff=1",
        "\u200b=cmd|' /C calc'!A0",
        "﹦1",
    ],
)
def test_csv_never_gives_a_formula(cell: str) -> None:
    for value in (cell, [cell, "BLM"], (cell,)):
        (row,) = read_back("csv", text([{"a": value, "b": 1}], "csv"))
        assert row["a"].startswith("'")
    assert next(csv.reader(io.StringIO(text([{cell: 1}], "csv"), newline="")))[0].startswith("'")


@pytest.mark.parametrize("cell", ["Arvania - Belmora", "", " ", "a=b", "“=” is a sign", "'=1", "1-2"])
def test_csv_leaves_other_words_alone(cell: str) -> None:
    (row,) = read_back("csv", text([{"a": cell, "b": 1}], "csv"))
    assert row["a"] == cell


def test_csv_objects_become_json() -> None:
    chain = [{"kind": "outlet", "name": "Harian Contoh"}]
    (row,) = read_back("csv", text([{"date": {"start": "2024-05-03"}, "chain": chain}], "csv"))
    assert json.loads(row["date"]) == {"start": "2024-05-03"}
    assert json.loads(row["chain"]) == chain[0]


def test_csv_refuses_a_row_whose_cells_would_be_lost() -> None:
    with pytest.raises(ValueError, match="keys"):
        text([{"a": 1}, {"a": 1, "b": 2}], "csv")
