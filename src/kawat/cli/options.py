"""Options that several commands share."""

import click

from kawat.errors import QuestionError

DB = "kawat.db"


def named(_: click.Context, option: click.Parameter, name: str | None) -> str | None:
    """The name behind an option that says who signs. Raises `QuestionError` for an empty one, which is nobody's."""
    if name is not None and not name.strip():
        raise QuestionError(f"a name is needed behind {option.opts[0]}")
    return name and name.strip()


db_option = click.option(
    "--db", default=DB, show_default=True, metavar="FILE", type=click.Path(), help="The store, one SQLite file."
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON Lines on a terminal too.")
lines_option = click.option("--lines", "as_lines", is_flag=True, help="Lines for people when piped too.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="CSV that a spreadsheet may open.")
fail_empty_option = click.option("--fail-empty", is_flag=True, help="Exit with 3 where nothing is found.")
