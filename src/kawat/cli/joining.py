"""`kawat same` and `kawat apart` record whether two claims tell of one act."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from kawat.cli.identities import signing, user
from kawat.cli.terminal import plain
from kawat.model import Judgement

_SAID = {
    Judgement.SAME: "tell of one act",
    Judgement.DIFFERENT: "tell of two acts",
    Judgement.UNSURE: "are no longer judged by people",
}


@click.command()
@click.argument("a", metavar="CLAIM")
@click.argument("b", metavar="CLAIM")
@signing
def same(a: str, b: str, **asked: Any) -> None:
    """Record that two claims (ids, or their first letters) tell of one act; with them all that is joined to either.

    The judgement is dated and signed, holds over what Kawat finds now and later, and --undo takes it back.
    """
    from kawat import query

    _judge(asked, a, b, query.unjudged if asked["undo"] else query.same)


@click.command()
@click.argument("a", metavar="CLAIM")
@click.argument("b", metavar="CLAIM")
@signing
def apart(a: str, b: str, **asked: Any) -> None:
    """Record that two claims (ids, or their first letters) tell of two acts, whatever a third claim seems to say."""
    from kawat import query

    _judge(asked, a, b, query.unjudged if asked["undo"] else query.apart)


def _judge(asked: dict[str, Any], one: str, other: str, judge: Callable[..., Any]) -> None:
    from kawat import query
    from kawat.store import open_store

    with open_store(asked["db"], create=False) as store:
        found = judge(store, one, other, query.Signed(asked["by"] or user(), datetime.now(UTC), asked["why"]))
    if asked["as_json"]:
        from kawat.cli.questions import write

        write([found.to_dict()], "jsonl")
        return
    for end in (found.one, found.other):
        click.echo(f"{end.claim.id}  {plain(end.header.outlet or end.header.source)}: {plain(end.claim.sentence)}")
    told = "one claim" if len(found.act) == 1 else f"{len(found.act)} claims: {', '.join(found.act)}"
    click.echo(
        f"these {_SAID[found.judgement]}; of the first one's act {'tells' if len(found.act) == 1 else 'tell'} {told}"
    )
