"""The same record whatever the order in which reports come, and after one was taken out and added again."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from tests.builders import NOW

from kawat import ingest, query
from kawat.cli import main
from kawat.corroborate import acts
from kawat.errors import UnknownNameError
from kawat.export.formats import FORMATS
from kawat.query import Signed
from kawat.read import sources
from kawat.store import SqlStore, open_store

EXAMPLES = tuple(sources([str(Path(__file__).parent.parent / "examples")]))


def filled(path: Path, order: Sequence[str]) -> SqlStore:
    store = open_store(path)
    assert ingest.add(store, order, now=NOW).failures == ()
    return store


def told(store: SqlStore) -> str:
    """All acts with what stands behind and against them."""
    with store.view() as view:
        return json.dumps([asdict(act) for act in acts(*query.reading(view))], default=str)


def exported(store: SqlStore) -> dict[str, tuple[bytes, bytes | None]]:
    """What `kawat export` writes in every format that needs no other library."""
    found = {}
    for name, form in FORMATS.items():
        if name != "parquet":
            answer = query.claims(store, status=query.status_asked(form, None), limit=None)
            parcel = query.export(store, answer, form, {}, NOW)
            found[name] = (parcel.main, parcel.sidecar)
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SqlStore:
    return filled(tmp_path_factory.mktemp("ordered") / "kawat.db", EXAMPLES)


def test_the_order_of_adding_changes_no_byte(store: SqlStore, tmp_path: Path) -> None:
    order = list(EXAMPLES)
    Random(5).shuffle(order)  # noqa: S311  no secret
    with filled(tmp_path / "kawat.db", order) as other:
        assert told(other) == told(store)
        assert exported(other) == exported(store)


def test_taken_out_and_added_again(store: SqlStore, tmp_path: Path) -> None:
    path = tmp_path / "kawat.db"
    with filled(path, EXAMPLES) as other:
        with other.view() as view:
            articles = [record.article for record in view.records() if record.claims]
            before = view.counts()
        for article in articles[::2]:
            ingest.remove(other, article.id)
        assert other.check() == (), "sound without them"
        with other.view() as view:
            assert view.counts().articles == before.articles - len(articles[::2])
            assert not any(
                view.has(article.id, record.pipeline) for article in articles[::2] for record in view.records()
            )
        assert told(other) != told(store)
        again = ingest.add(other, [article.source for article in articles], now=NOW)
        assert (again.added, again.failures) == (len(articles[::2]), ())
        assert other.check() == ()
        assert told(other) == told(store)
        assert exported(other) == exported(store)
        with other.view() as view:
            assert view.counts() == before


def test_what_people_judged_comes_back_with_the_article(tmp_path: Path) -> None:
    path = tmp_path / "kawat.db"
    with filled(path, EXAMPLES) as store:
        rows = query.claims(store, limit=None).rows
        one, other = next(
            (one, other) for one in rows for other in rows if one.event == other.event and one.header != other.header
        )
        query.apart(store, one.id, other.id, Signed("Ani", NOW))
        shown = CliRunner().invoke(main, ["remove", one.header.article, "--db", str(path)])
        assert shown.exit_code == 0, shown.output
        assert store.check() == ()
        with pytest.raises(UnknownNameError):
            ingest.remove(store, one.header.article)
        ingest.add(store, [one.header.source], now=NOW)
        events = {row.id: row.event for row in query.claims(store, limit=None).rows}
        assert events[one.id] != events[other.id]
