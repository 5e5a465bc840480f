"""`kawat review` walks the most doubtful and weighty claims, a key each; what is said is appended and signed."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from kawat.cli import lines, questions
from kawat.cli.identities import user
from kawat.cli.options import db_option, named
from kawat.cli.terminal import plain
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import Review, Verdict

if TYPE_CHECKING:
    from kawat.query import ClaimRow
    from kawat.store import Store

KEYS = {
    "a": Verdict.ACCEPTED,
    "e": Verdict.CORRECTED,
    "r": Verdict.REJECTED,
    "s": Verdict.SKIPPED,
    "n": Verdict.NOTED,
    "u": Verdict.UNDONE,
}
QUIT, HELP = "q", "?"
Keys = Callable[[str], tuple[str, str]]
"""Asks for the next key, told what the keys are."""
_SAYS = "a accept, e correct, r reject, s skip, n note, u undo, q quit, ? help"
_DONE_SAYS = "u undo your last word, q quit"


@click.command()
@click.argument("claim", metavar="[CLAIM]", required=False)
@click.option("--actor", metavar="NAME", help="Who does it.")
@click.option("--recipient", metavar="NAME", help="To whom it is done.")
@click.option("--speaker", metavar="NAME", help="On whose word.")
@click.option("--either", metavar="NAME", help="Who takes part, on either side.")
@questions.narrowing
@click.option("--by", metavar="NAME", callback=named, help="Who reviews; by default the user of this machine.")
@db_option
def review(claim: str | None, by: str | None, db: str, **asked: Any) -> None:
    """Judge claims one by one with single keys, the most doubtful and weighty of the newest first; or one alone, by its
    id or the first letters of it.

    Keys: a accept, e correct, r reject, s skip, n note, u undo your last word, q quit. Where standard input is no
    terminal a key stands on each line, with what it needs behind it: `n who says so?`, `e status=denied; place=Kyiv`
    (status, type, date, actors, recipients, place, speaker, chain; `recipients=none` says that there is nobody, commas
    part several). A later correction leaves what it does not name as it is corrected. Questions, acts and exports then
    say what is corrected, and `kawat show` says what was read; whom nobody knows is found once you say whose they are,
    as `actors=Omar Contoh (SDN:MIL)`. A corrected chain stands beside what was read. Everything is appended to the log
    of the store with your name and the time; the page reads the same log.

    With CLAIM, `u` takes back your last word on that one, and a line that cannot be taken ends it with exit code 2.
    """
    from kawat import query
    from kawat.store import open_store

    signs = by or user()
    with open_store(db, create=False) as store:
        if claim is None:
            _walk(store, signs, asked)
        else:
            _one(store, signs, claim)
        done = query.progress(store, signs)
        said = ", ".join(f"{number} {verdict.value}" for verdict, number in done.verdicts if number)
        skipped = f", {done.skipped} skipped" if done.skipped else ""
        judged = f"{done.judged} of {done.total} claims judged" + (f" ({said})" if said else "")
        click.echo(f"{signs}: {done.mine} judged by you{skipped}; {judged}")


def _one(store: "Store", by: str, claim: str) -> None:
    """Shows one claim and takes what is said of it until that is a verdict."""
    from kawat import query

    row = query.show(store, claim).claim
    if row is None:
        raise click.BadParameter(f"{claim!r} is no claim")
    _show(store, row)
    _judged(store, row, _words(), by, alone=True)


def _judged(store: "Store", row: "ClaimRow", keys: Keys, by: str, *, alone: bool = False) -> Review | None:
    """What is said of a claim that is shown, notes aside; None where its reviewer quits.

    Where it is `alone` and nobody is there to answer, what cannot be said ends it.
    """
    while True:
        key, rest = keys(_SAYS)
        if key == QUIT:
            return None
        try:
            done = _said(store, row, key, rest, by, alone=alone)
        except QuestionError as error:
            if alone and not questions.is_asked():
                raise
            click.echo(f"kawat: {error}", err=True)
            continue
        if done is None:
            continue
        if done.verdict is Verdict.NOTED:
            click.echo("noted")
            continue
        click.echo(f"{done.verdict.value}: {done.claim}")
        return done


def _walk(store: "Store", by: str, asked: dict[str, Any]) -> None:
    from kawat import query

    keys = _words()
    again: str | None = None
    while True:
        row = query.claim(store, again) if again else query.next_claim(store, by, **asked)
        again = None
        if row is None:
            click.echo("no claim under these conditions waits for you")
            again = _undone(store, keys, by)
            if again is None:
                return
            continue
        _show(store, row)
        done = _judged(store, row, keys, by)
        if done is None:
            return
        if done.verdict is Verdict.UNDONE:
            again = done.claim


def _undone(store: "Store", keys: Keys, by: str) -> str | None:
    """Where no claim waits: the claim of which a reviewer takes the last word back; None where he does not."""
    from kawat import query

    while (last := query.last_word(store, by)) is not None:
        key, _ = keys(_DONE_SAYS)
        if key == QUIT:
            return None
        if KEYS.get(key) is not Verdict.UNDONE:
            click.echo(_DONE_SAYS)
            continue
        try:
            query.review(store, query.signed(last.claim, Verdict.UNDONE, by, datetime.now(UTC)))
        except (QuestionError, UnknownNameError) as error:  # its report may be out of the store
            click.echo(f"kawat: {error}", err=True)
            return None
        click.echo(f"{Verdict.UNDONE.value}: {last.claim}")
        return last.claim
    return None


def _said(store: "Store", row: "ClaimRow", key: str, rest: str, by: str, *, alone: bool) -> Review | None:
    """What a key says of a claim, written to the log; None where it says nothing. Raises `QuestionError`."""
    from kawat import query

    if key not in KEYS:
        if alone and key != HELP:
            raise QuestionError(f"{key!r} is no key: {_SAYS}")
        click.echo(_SAYS)
        return None
    verdict, claim = KEYS[key], row.id
    more: dict[str, str | None] = {}
    if verdict is Verdict.CORRECTED:
        more = dict(_changes(rest or _asked(f"What should stand there ({', '.join(query.FIELDS)}), as status=denied")))
    elif verdict is Verdict.NOTED:
        more["note"] = rest or _asked("Note")
    elif verdict is Verdict.UNDONE and not alone:
        last = query.last_word(store, by)
        if last is None:
            raise QuestionError(f"{by} has said nothing yet that could be taken back")
        claim = last.claim
    made = query.signed(claim, verdict, by, datetime.now(UTC), **more)
    for told in query.review(store, made):
        click.echo(f"kawat: {told}", err=True)
    return made


def _changes(text: str) -> Iterator[tuple[str, str]]:
    """ "status=denied; place=Kyiv" as pairs. Raises `QuestionError` for anything else."""
    from kawat import query

    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, value = part.partition("=")
        if not sign or not value.strip():
            told = "write status=denied, or recipients=none for nobody, several with ; between them"
            raise QuestionError(f"{part!r} is no correction; {told}")
        plural = f"{name.strip()}s"
        yield plural if plural in query.FIELDS else name.strip(), value.strip()


def _words() -> Keys:
    """Keys and what stands behind them: single keys of a terminal, else a line each; at the end of input `QUIT`."""

    def pressed(says: str) -> tuple[str, str]:
        click.echo(f"[{says}] ", nl=False)
        key = click.getchar().casefold()
        click.echo(plain(key))
        return (QUIT if key in ("\x04", "") else key), ""

    def typed(_: str) -> tuple[str, str]:
        line = next(sys.stdin, None)
        key, _, rest = (QUIT if line is None else line.strip()).partition(" ")
        return key.casefold(), rest.strip()

    return pressed if questions.is_asked() else typed


def _asked(what: str) -> str:
    if not questions.is_asked():
        return ""
    words: str = click.prompt(what, default="", show_default=False)
    return words


def _show(store: "Store", row: "ClaimRow") -> None:
    from kawat import query

    head, _, cited = lines.claim(row)
    before, after = query.around(store, row.id)
    click.echo()
    click.echo(head)
    click.echo(lines.wrapped(f"{before}{row.sentence}{after}"))
    click.echo(cited)
    click.echo(lines.wrapped(f"score {row.score:.2f}: {'; '.join(row.why)}"))
    if said := "; ".join(lines.checked(row)):
        click.echo(lines.wrapped(said))
