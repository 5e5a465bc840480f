"""Actors that are judged to be one leave the store as one, in whatever order they were read."""

import json
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.test_identities import IVANOV, IWANOW, ME, PAVEL, fill
from tests.web.browser import Browser

from kawat import query
from kawat.export.formats import FORMATS, format_named
from kawat.store import SqlStore, open_store
from kawat.web import create_app

NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """Three actors whom Kawat does not take for one: only letter for letter."""
    fill(tmp_path / "kawat.db", respelt=False)
    return tmp_path / "kawat.db"


def exported(store: SqlStore, form: str) -> str:
    answer = query.claims(store, limit=None)
    return query.export(store, answer, format_named(form), {}, NOW).main.decode()


def nodes(graphml: str) -> dict[str, dict[str, str]]:
    found = ET.fromstring(graphml.encode())  # noqa: S314  our own
    space = "{http://graphml.graphdrawing.org/xmlns}"
    return {
        node.get("id", ""): {one.get("key", ""): one.text or "" for one in node} for node in found.iter(f"{space}node")
    }


def test_a_network_has_one_node_for_one_actor(apart: Path) -> None:
    with open_store(apart) as store:
        assert {IWANOW.id, IVANOV.id, PAVEL.id} <= nodes(exported(store, "graphml")).keys()
        query.merge(store, IWANOW.id, IVANOV.id, ME)
        found = nodes(exported(store, "graphml"))
        assert found.keys() == {IWANOW.id, PAVEL.id, "BLR"}
        one = found[IWANOW.id]
        assert (one["node-label"], one["node-claims"]) == ("Dmitrij Iwanow", "2")
        assert one["node-names"] == "Dmitrij Iwanow; Dmitry Ivanov; Ivanov; Iwanow"
        query.withdraw(store, IWANOW.id, IVANOV.id, ME)
        assert {IWANOW.id, IVANOV.id, PAVEL.id} <= nodes(exported(store, "graphml")).keys()


def test_every_format_names_the_one_actor(apart: Path) -> None:
    with open_store(apart) as store:
        before = {name: exported(store, name) for name in FORMATS if name != "parquet"}
        query.merge(store, IWANOW.id, IVANOV.id, ME)
        after = {name: exported(store, name) for name in before}
        query.withdraw(store, IWANOW.id, IVANOV.id, ME)
        assert {name: exported(store, name) for name in before} == before
    people = [json.loads(line) for line in after["ftm"].splitlines()]
    names = [one["properties"]["name"] for one in people if one["schema"] == "Person"]
    assert sorted(names) == [["Dmitrij Iwanow"], ["Pavel Ivanov"]]
    told = [json.loads(line) for line in after["jsonl"].splitlines()]
    assert [one["actors"] for one in told] == [["Dmitrij Iwanow"], ["Dmitrij Iwanow"], ["Pavel Ivanov"]]
    assert "Dmitry Ivanov mengecam Minsk." in after["jsonl"], "the sentence stays as it is"


def test_the_dossier_and_the_network_of_the_page_count_them_as_one(apart: Path) -> None:
    with open_store(apart) as store:
        browser = Browser(create_app(store))
        query.merge(store, IWANOW.id, IVANOV.id, ME)
        page = browser.get(f"/actor/{IVANOV.id}.json").json()
        assert (page["actor"]["id"], page["total"]) == (IWANOW.id, 2)
        assert [one["id"] for one in page["also"]] == [IVANOV.id]
        (judged,) = page["judged"]
        assert (judged["other"]["id"], judged["judgement"], judged["by"]) == (IVANOV.id, "same", "Ani")
        shown = browser.get(f"/actor/{IWANOW.id}").text
        assert "counted with it" in shown
        assert "the same face" in shown
        drawn = browser.get("/network/BLR.json").json()
        assert [(one["actor"]["id"], one["claims"]) for one in drawn["nodes"]] == [
            ("BLR", 3),
            (IWANOW.id, 2),
            (PAVEL.id, 1),
        ]
