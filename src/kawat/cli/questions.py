"""The questions on the command line: names are asked back, answers are lines for people or rows for programs."""

import sys
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, TypeVar

import click

from kawat.cli import lines
from kawat.cli.options import csv_option, db_option, fail_empty_option, json_option, lines_option
from kawat.cli.terminal import is_terminal
from kawat.errors import QuestionError, UnknownNameError

EMPTY = 3
LONG = 3.0
"""Seconds after which it is said how questions would take less."""

T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])


def narrowing(command: Command) -> Command:
    """The conditions that every question on claims takes."""
    for option in (
        click.option("--text", metavar="WORDS", help="Words of the sentence; a phrase in double quotes."),
        click.option(
            "--undated", is_flag=True, default=None, help="Claims without a date too, by the day of the report."
        ),
        click.option("--until", metavar="DATE", help="Up to a year, month or day, included."),
        click.option("--since", metavar="DATE", help="From YYYY, YYYY-MM or YYYY-MM-DD on, included."),
        click.option("--agency", metavar="NAME", help="An agency or medium whose words the outlet relays."),
        click.option("--outlet", metavar="NAME", help="Who printed the report."),
        click.option("--place", metavar="NAME", help="Where it happened: a place, or a state for all places in it."),
        click.option("--status", metavar="STATUS", help="asserted, alleged, denied, planned or hypothetical."),
        click.option("--type", metavar="TYPE", help="A PLOVER type, as CONSULT, or one of its modes: CONSULT/visit."),
    ):
        command = option(command)
    return command


def answering(command: Command) -> Command:
    """The store, and the form of the answer."""
    for option in (
        fail_empty_option,
        lines_option,
        csv_option,
        json_option,
        click.option("--no-limit", is_flag=True, help="All rows."),
        click.option("--limit", type=int, default=100, show_default=True, help="How many rows, the newest."),
        db_option,
    ):
        command = option(command)
    return command


@click.command()
@click.argument("name", required=False)
@click.option("--actor", metavar="NAME", help="Who does it.")
@click.option("--recipient", metavar="NAME", help="To whom it is done.")
@click.option("--speaker", metavar="NAME", help="On whose word.")
@click.option("--either", metavar="NAME", help="Who takes part, on either side.")
@click.option("--events", is_flag=True, help="An act a row, with all reports that tell of it, and what contradicts.")
@narrowing
@answering
def claims(name: str | None, events: bool, **asked: Any) -> None:  # noqa: FBT001  a flag as Click gives it
    """List claims: who is said to have done what to whom, each with its sentence and on whose word.

    NAME is who takes part, on either side.
    """
    from kawat import query
    from kawat.cli import act_lines

    if name is not None:
        if asked["either"] is not None:
            raise click.UsageError("NAME and --either exclude each other")
        asked["either"] = name
    form = form_of(asked)
    named = {side: asked.pop(side) for side in ("actor", "recipient", "either", "speaker")}

    question: Any = query.told_acts if events else query.claims
    line: Any = act_lines.event if events else lines.claim

    def answer(store: Any, names: Mapping[str, str | None]) -> Any:
        return question(store, **{**conditions(asked), **names})

    show_answer(ask(asked["db"], named, answer), form, line)


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--events", is_flag=True, help="An act a row, with all reports that tell of it, and what contradicts.")
@click.option("--months", is_flag=True, help="Cooperation and conflict month by month, a lane for each status.")
@narrowing
@answering
def dyad(a: str, b: str, events: bool, months: bool, **asked: Any) -> None:  # noqa: FBT001  flags as Click gives them
    """List what A and B did and said to each other or together, by date."""
    from kawat import query
    from kawat.cli import act_lines

    form = form_of(asked)
    if events and months:
        raise QuestionError("--events and --months exclude each other")
    if events or months:
        question: Any = query.events if events else query.monthly
        line: Any = act_lines.event if events else act_lines.month

        def told(store: Any, names: Mapping[str, str | None]) -> Any:
            return question(store, str(names["a"]), str(names["b"]), **conditions(asked))

        show_answer(ask(asked["db"], {"a": a, "b": b}, told), form, line)
        return

    def answer(store: Any, names: Mapping[str, str | None]) -> query.Answer[query.ClaimRow]:
        return query.dyad(store, str(names["a"]), str(names["b"]), **conditions(asked))

    show_answer(ask(asked["db"], {"a": a, "b": b}, answer), form, lines.claim)


@click.command()
@click.argument("name")
@db_option
@json_option
@lines_option
@click.option("--limit", type=int, default=20, show_default=True, help="How many claims, the newest.")
def actor(name: str, limit: int, **asked: Any) -> None:
    """Tell what is kept of an actor: names, what it does, undergoes and says, with whom, and its newest claims."""
    from kawat import query

    def answer(store: Any, names: Mapping[str, str | None]) -> query.Dossier:
        return query.actor(store, str(names["name"]), limit=limit)

    form = form_of(asked)
    dossier = ask(asked["db"], {"name": name}, answer)
    if form is not None:
        write([dossier.to_dict()], "jsonl")
    else:
        for line in lines.dossier(dossier):
            click.echo(line)


@click.command()
@click.argument("name")
@click.option("--manner", metavar="MANNER", help="direct, indirect or mixed.")
@click.option("--since", metavar="DATE", help="Reports from YYYY, YYYY-MM or YYYY-MM-DD on, included.")
@click.option("--until", metavar="DATE", help="Reports up to a year, month or day, included.")
@answering
def quotes(name: str, manner: str | None, since: str | None, until: str | None, **asked: Any) -> None:
    """List what somebody is quoted with; a state's name covers all who speak for it."""
    from kawat import query

    form = form_of(asked)

    def answer(store: Any, names: Mapping[str, str | None]) -> query.Answer[query.QuoteRow]:
        limit = conditions(asked)["limit"]
        return query.quotes(store, str(names["name"]), manner=manner, since=since, until=until, limit=limit)

    show_answer(ask(asked["db"], {"name": name}, answer), form, lines.quote)


@click.command()
@click.option("--outlet", metavar="NAME", help="Who printed the report.")
@click.option("--since", metavar="DATE", help="Reports from YYYY, YYYY-MM or YYYY-MM-DD on, included.")
@click.option("--until", metavar="DATE", help="Reports up to a year, month or day, included.")
@answering
def articles(outlet: str | None, since: str | None, until: str | None, **asked: Any) -> None:
    """List the reports that are kept, by date: day, outlet, headline, id, and how many claims each makes."""
    from kawat import query

    form = form_of(asked)

    def answer(store: Any, _: Mapping[str, str | None]) -> query.Answer[query.ArticleRow]:
        return query.listed(store, outlet=outlet, since=since, until=until, limit=conditions(asked)["limit"])

    show_answer(ask(asked["db"], {}, answer), form, lines.article)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@answering
def search(words: tuple[str, ...], **asked: Any) -> None:
    """Find paragraphs, headlines and captions in which all words of TEXT stand; a phrase in double quotes."""
    from kawat import query

    form = form_of(asked)

    def answer(store: Any, names: Mapping[str, str | None]) -> query.Answer[query.PassageRow]:
        return query.search(store, " ".join(words), limit=conditions(asked)["limit"])

    show_answer(ask(asked["db"], {}, answer), form, lines.passage)


@click.command()
@click.argument("id", metavar="ID")
@db_option
@json_option
@lines_option
def show(id: str, **asked: Any) -> None:  # noqa: A002  as people call it
    """Show the article, claim or quotation of an ID or its first letters, or the article of an address or path."""
    from kawat import query

    form = form_of(asked)
    shown = ask(asked["db"], {}, lambda store, _: query.show(store, id))
    if form is not None:
        write([lines.shown_object(shown)], "jsonl")
    else:
        lines.show(shown)


def form_of(asked: dict[str, Any]) -> str | None:
    """How rows leave: "csv", "jsonl", or None for lines that people read. Takes the options out of `asked`."""
    as_json, as_csv, as_lines = asked.pop("as_json"), asked.pop("as_csv", False), asked.pop("as_lines")
    if as_json + as_csv + as_lines > 1:
        raise QuestionError("--json, --csv and --lines exclude each other")
    if as_csv:
        return "csv"
    return "jsonl" if as_json or not (as_lines or is_terminal()) else None


def conditions(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What narrows the question, of all that was given."""
    given = {key: value for key, value in asked.items() if key not in ("db", "no_limit", "fail_empty", "limit")}
    return {**given, "limit": None if asked.get("no_limit") else asked.get("limit")}


def ask(db: str, named: Mapping[str, str | None], answer: Callable[[Any, Mapping[str, str | None]], T]) -> T:
    """Asks the store; a name that may mean several is asked back where a person can choose.

    Where the answer takes long and a check of the store would mend that, standard error says so.
    """
    from kawat.query import behind, resolve
    from kawat.store import open_store

    names = dict(named)
    with open_store(db, read_only=True) as store:
        for side, name in named.items():
            if name is None:
                continue
            try:
                with store.view() as view:
                    resolve(view, name)
            except UnknownNameError as error:
                if not error.candidates or not is_asked():
                    raise
                names[side] = _choose(error)
        begun = monotonic()
        found = answer(store, names)
        if monotonic() - begun > LONG and (slow := behind(store)):
            click.echo(f"kawat: this took long: {slow}: {db}", err=True)
        return found


def is_asked() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _choose(error: UnknownNameError) -> str:
    click.echo(f"kawat: {error}", err=True)
    for number, (known_id, name, why) in enumerate(error.candidates, start=1):
        click.echo(f"  {number}  {name}  ({known_id}, {why})", err=True)
    chosen = click.prompt("Which one", type=click.IntRange(1, len(error.candidates)), err=True)
    return error.candidates[chosen - 1][0]


def show_answer(answer: Any, form: str | None, line: Callable[[Any], list[str]]) -> None:
    """An answer as lines or rows, and its notes on standard error."""
    if form is None:
        for row in answer.rows:
            for text in line(row):
                click.echo(text)
    else:
        write(answer.to_dicts(), form, tuple(answer.row.COLUMNS))
    notes = answer.notes if answer.rows else ("nothing found", *answer.notes)
    for note in notes:
        click.echo(f"kawat: {note}", err=True)
    if not answer.rows and click.get_current_context().params.get("fail_empty"):
        click.get_current_context().exit(EMPTY)


def write(rows: list[dict[str, object]], form: str, columns: tuple[str, ...] = ()) -> None:
    """Rows on standard output."""
    from kawat.export import write_rows

    write_rows(rows, "csv" if form == "csv" else "jsonl", sys.stdout, columns)
