"""`kawat merge` and `kawat split` record whether two names are one actor."""

from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getuser
from typing import Any, TypeVar

import click

from kawat.cli.options import db_option, named
from kawat.cli.terminal import plain
from kawat.errors import QuestionError
from kawat.model import Judgement

_SAID = {
    Judgement.SAME: "are one actor",
    Judgement.DIFFERENT: "are two actors",
    Judgement.UNSURE: "are no longer judged by people",
}

Command = TypeVar("Command", bound=Callable[..., Any])


def signing(command: Command) -> Command:
    """The options of a command that records a judgement."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="The judgement as JSON Lines on standard output."),
        click.option("--undo", is_flag=True, help="Take back what people have judged of A and B."),
        click.option("--by", metavar="NAME", callback=named, help="Who judges; by default the user of this machine."),
        click.option("--why", metavar="TEXT", help="The reason, kept with the judgement."),
        db_option,
    ):
        command = option(command)
    return command


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@signing
def merge(a: str, b: str, **asked: Any) -> None:
    """Record that A and B (names or ids) are one actor; every question counts them as one from then on.

    The judgement is dated and signed. Nothing stored is changed, and --undo takes it back.
    """
    from kawat import query

    judge = query.withdraw if asked["undo"] else query.merge
    _tell(_judged(asked, lambda store, signed: (judge(store, a, b, signed),)), as_json=asked["as_json"])


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@signing
def split(a: str, b: str | None, **asked: Any) -> None:
    """Record that A and B are definitely not one actor; without B, that A is none of those it is judged to be."""
    from kawat import query

    if asked["undo"]:
        if b is None:
            raise QuestionError("--undo needs both A and B")
        _tell(_judged(asked, lambda store, signed: (query.withdraw(store, a, b, signed),)), as_json=asked["as_json"])
        return
    _tell(_judged(asked, lambda store, signed: query.split(store, a, b, signed)), as_json=asked["as_json"])


def _judged(asked: dict[str, Any], judge: Callable[[Any, Any], Any]) -> Any:
    from kawat import ingest, query
    from kawat.store import open_store

    with open_store(asked["db"], create=False) as store:
        now = datetime.now(UTC)
        judged = judge(store, query.Signed(asked["by"] or user(), now, asked["why"]))
        ingest.relink(store, {end.id for one in judged for end in (one.one, one.other)}, now)
        query.settle_all(store)
        return judged


def user() -> str:
    """The name of the user, where the system knows one."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _tell(judged: Any, *, as_json: bool) -> None:
    if as_json:
        from kawat.cli.questions import write

        write([one.to_dict() for one in judged], "jsonl")
        return
    for one in judged:
        said = _SAID[one.judgement]
        click.echo(f"{plain(one.one.name)} ({one.one.id}) and {plain(one.other.name)} ({one.other.id}) {said}")
        if len(one.actor) > 1:
            click.echo(f"one actor: {', '.join(one.actor)}")
