"""`kawat changes` lists what later reports say otherwise, `kawat compare` sets two reports side by side."""

from collections.abc import Mapping
from typing import Any

import click

from kawat.cli import act_lines, questions
from kawat.cli.options import db_option, json_option, lines_option


@click.command()
@click.option("--since", metavar="DATE", required=True, help="Reports from YYYY, YYYY-MM or YYYY-MM-DD on, included.")
@click.option("--until", metavar="DATE", help="Reports up to a year, month or day, included.")
@questions.answering
def changes(since: str, until: str | None, **asked: Any) -> None:
    """List what reports say otherwise than those before or beside them: status, numbers, denials."""
    from kawat import query

    form = questions.form_of(asked)

    def answer(store: Any, names: Mapping[str, str | None]) -> query.Answer[query.ChangeRow]:
        return query.changes(store, since=since, until=until, limit=questions.conditions(asked)["limit"])

    questions.show_answer(questions.ask(asked["db"], {}, answer), form, act_lines.change)


@click.command()
@click.argument("a", metavar="ARTICLE")
@click.argument("b", metavar="ARTICLE")
@db_option
@json_option
@lines_option
def compare(a: str, b: str, **asked: Any) -> None:
    """Show what two articles tell both, with which status, and what only one of them tells.

    ARTICLE is an id, its first letters, the address of the page or the path it was read from.
    """
    from kawat import query

    form = questions.form_of(asked)
    found = questions.ask(asked["db"], {}, lambda store, _: query.compare(store, a, b))
    if form is not None:
        questions.write([found.to_dict()], "jsonl")
    else:
        for line in act_lines.compared(found):
            click.echo(line)
