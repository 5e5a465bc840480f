"""The ways out of an answer into notebooks."""

from collections.abc import Iterator

import pytest
from tests.builders import BLR, NOW, PUTIN, RUS, Says, report

import kawat
from kawat import query
from kawat.model import EventType
from kawat.store import SqlStore, open_store

EVIL = "Rusia <script>alert(1)</script> akan \"mendukung\" Minsk & 'Kyiv'."


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            made = report("a", Says(EVIL, EventType.SUPPORT, (RUS,), (BLR,)), quotes=((EVIL, PUTIN),))
            writer.put(made, NOW, {})
        yield opened


def test_a_notebook_shows_escaped_sentences(store: SqlStore) -> None:
    for answer in (query.claims(store), query.quotes(store, "Putin"), query.search(store, "mendukung")):
        shown = answer._repr_html_()
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown
        assert shown.count("<tr>") == 1 + len(answer.rows)
    assert "0 of 0" in query.claims(store, status="denied")._repr_html_()


def test_polars_has_the_same_rows_and_types(store: SqlStore) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    for status, rows in ((None, 1), ("denied", 0)):
        answer = query.claims(store, status=status)
        frame = answer.to_polars()
        assert (frame.height, frame.columns) == (rows, list(answer.row.COLUMNS))
        assert frame.schema["date_start"] == polars.Date
        assert frame.schema["actors"] == polars.List(polars.String)
        assert frame.schema["published"] == polars.Datetime("us", "UTC")
        if rows:
            assert frame["sentence"].to_list() == [EVIL]
            assert frame["published"][0] == answer.rows[0].header.published


def test_an_opened_store_asks_the_same_questions(tmp_path: object) -> None:
    path = f"{tmp_path}/kawat.db"
    with open_store(path) as made, made.writer() as writer:
        writer.put(report("a", Says(EVIL, EventType.SUPPORT, (RUS,), (BLR,)), quotes=((EVIL, PUTIN),)), NOW, {})
    with kawat.open(path) as kept:
        assert [row.sentence for row in kept.claims(actor="Rusia").rows] == [EVIL]
        assert kept.dyad("Rusia", "Minsk").total == 1
        assert kept.actor("Putin").quoted == 1
        assert kept.quotes("Putin").rows[0].text == EVIL
        assert kept.search("mendukung").total == 2
        assert kept.show("c-a-0").claim is not None
