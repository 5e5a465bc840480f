"""The history of the schema, for Alembic; ships with the package."""

from typing import Any, Literal

from alembic.config import Config
from sqlalchemy import Connection, TypeDecorator

from kawat.store import search
from kawat.store.tables import metadata


def config(connection: Connection) -> Config:
    """Alembic's settings for a connection in a transaction of ours, which Alembic neither begins nor ends."""
    settings = Config()
    settings.set_main_option("script_location", "kawat.store:migrations")
    settings.attributes["connection"] = connection
    return settings


def env_options() -> dict[str, Any]:
    """How Alembic compares the tables with a database and writes a migration."""
    return {
        "target_metadata": metadata,
        "include_name": _include_name,
        "render_item": _render_item,
        "render_as_batch": True,  # SQLite alters a table by writing it anew
        "compare_type": True,
    }


def _include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leaves out the tables that FTS5 keeps for itself: autogenerate would drop them."""
    return kind != "table" or name is None or not search.owns(name)


def _render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Writes our column types as what they are in the database: a migration must outlive the code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl).__name__}()"
    return False
