"""The metadata for Datasette names tables that are there, and its queries run."""

import json
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.builders import BLR, NOW, RUS, Says, report

from kawat.model import EventType, Review, Verdict
from kawat.store import open_store

METADATA: dict[str, Any] = json.loads((files("kawat.store") / "datasette.json").read_text("utf-8"))
KAWAT = METADATA["databases"]["kawat"]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    path: Path = tmp_path_factory.mktemp("store") / "kawat.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(report("a", Says("Rusia akan mendukung Minsk.", EventType.SUPPORT, (RUS,), (BLR,))), NOW, {})
        writer.review([Review("c-a-0", Verdict.ACCEPTED, (), None, "Ani", NOW)])
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


@pytest.mark.parametrize("table", KAWAT["tables"])
def test_tables_and_columns_are_there(connection: sqlite3.Connection, table: str) -> None:
    columns = {row[1] for row in connection.execute(f"pragma table_info('{table}')")}
    assert columns
    said = KAWAT["tables"][table]
    named = {said.get("label_column"), said.get("sort"), said.get("sort_desc"), *said.get("facets", ())} - {None}
    assert named <= columns
    assert said.get("description") or said.get("hidden")


@pytest.mark.parametrize("name", KAWAT["queries"])
def test_queries_find_something(connection: sqlite3.Connection, name: str) -> None:
    query = KAWAT["queries"][name]
    given = {"actor": "RUS", "recipient": "BLR"}
    rows = connection.execute(query["sql"], {key: given[key] for key in query.get("params", ())}).fetchall()
    assert len(rows) == (1 if name != "statuses_by_month" else 0), "what has no date is in no month"
