"""What Alembic runs: the migrations, on the connection that it is given."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from kawat.store import search
from kawat.store.tables import metadata


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leaves out the tables that FTS5 keeps for itself: autogenerate would drop them."""
    return kind != "table" or name is None or not search.owns(name)


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Writes our column types as what they are in the database: a migration must outlive the code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl).__name__}()"
    return False


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=include_name,
        render_item=render_item,
        render_as_batch=True,  # SQLite alters a table by writing it anew
        compare_type=True,
    )
    context.run_migrations()


run()
