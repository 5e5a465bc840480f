"""The history of the schema, for Alembic; ships with the package."""

from alembic.config import Config
from sqlalchemy import Connection


def config(connection: Connection) -> Config:
    """Alembic's settings for a connection in a transaction of ours, which Alembic neither begins nor ends."""
    settings = Config()
    settings.set_main_option("script_location", "kawat.store:migrations")
    settings.attributes["connection"] = connection
    return settings
