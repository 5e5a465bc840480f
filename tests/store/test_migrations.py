"""The history of the schema leads to the tables as they are."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from kawat.store import MEMORY, SCHEMA, search
from kawat.store.engine import make_engine, prepare, transaction
from kawat.store.migrations import config, env_options
from kawat.store.tables import metadata


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
