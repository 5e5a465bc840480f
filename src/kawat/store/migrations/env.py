"""What Alembic runs: the migrations, on the connection that it is given."""

from alembic import context

from kawat.store.migrations import env_options

context.configure(connection=context.config.attributes["connection"], **env_options())
context.run_migrations()
