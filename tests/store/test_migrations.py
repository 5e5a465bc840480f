"""The history of the schema leads to the tables as they are."""

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect
from tests.builders import NOW, RUS, UKR, Says, report

from kawat.model import EventType
from kawat.store import MEMORY, SCHEMA, ClaimFilter, open_store, search
from kawat.store.engine import make_engine, prepare, transaction
from kawat.store.migrations import config, env_options
from kawat.store.tables import article, metadata


def test_autogenerate_proposes_nothing() -> None:
    engine = make_engine(MEMORY, read_only=False, busy_seconds=1)
    prepare(engine, MEMORY, read_only=False)
    with transaction(engine, MEMORY, writes=False) as connection:
        context = MigrationContext.configure(connection, opts=env_options())
        assert compare_metadata(context, metadata) == []
        # Without the filter Alembic would drop the tables that FTS5 keeps for itself.
        bare = MigrationContext.configure(connection, opts={"compare_type": True})
        proposed = {change[1].name for change in compare_metadata(bare, metadata) if change[0] == "remove_table"}
        assert proposed
        assert all(map(search.owns, proposed))
        names = inspect(connection).get_table_names()
        assert {name for name in names if not search.owns(name)} == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_the_newest_revision_is_the_one_that_stores_are_held_to() -> None:
    engine = make_engine(MEMORY, read_only=False, busy_seconds=1)
    with transaction(engine, MEMORY, writes=False) as connection:
        assert ScriptDirectory.from_config(config(connection)).get_heads() == [SCHEMA]
    engine.dispose()


def test_a_store_of_an_older_schema_is_brought_up_to_date_with_what_it_holds(tmp_path: Path) -> None:
    path = str(tmp_path / "old.db")
    engine = make_engine(path, read_only=False, busy_seconds=1)
    with transaction(engine, path, writes=True) as connection:
        command.upgrade(config(connection), "0001")
        row = {"id": "a-old", "source_sha256": "0", "added_at": NOW}
        connection.execute(insert(article), row)
        assert not inspect(connection).has_table("identity")
    engine.dispose()
    with open_store(path) as store, store.view() as view:
        assert view.counts().articles == 1
        assert view.identities(["own:somebody"]) == ()


@pytest.mark.parametrize("missing", [("counted", "corrected"), ("corrected",)])
def test_a_store_whose_revision_made_less_is_completed(tmp_path: Path, missing: tuple[str, ...]) -> None:
    path = tmp_path / "mid.db"
    with open_store(path) as store, store.writer() as writer:
        writer.put(report("satu", Says("Rusia menyerang Ukraina.", EventType.ASSAULT, (RUS,), (UKR,))), NOW, {})
    with sqlite3.connect(path) as connection:
        cards = "select * from filed order by who, claim"
        kept = connection.execute(cards).fetchall()
        connection.executescript(";".join(f"drop table {table}" for table in missing))
        connection.execute("delete from filed where who like '&%'")
        connection.execute("update alembic_version set version_num = '0006'")
    connection.close()
    with open_store(path) as store:
        assert store.check() == ()
        with store.view() as view:
            assert view.claims(ClaimFilter()).total == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute(cards).fetchall() == kept
        assert connection.execute("select sum(claims) from counted where who = ''").fetchone() == (1,)
    connection.close()
