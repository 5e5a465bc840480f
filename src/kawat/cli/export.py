"""`kawat export`: claims as files that the field's tools read, with what they cannot say beside them."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kawat.cli.options import db_option
from kawat.cli.questions import ask, narrowing
from kawat.errors import QuestionError


class Formats(click.ParamType):  # type: ignore[type-arg]
    """A format by name; the names are only read when they are needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from kawat.export.formats import format_named

        return format_named(value)


class ListsFormats(click.Command):
    """A command whose help ends with the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from kawat.export.formats import FORMATS

        with formatter.section("Formats"):
            rows = [(one.name, one.says + ("" if one.keeps_status else " *")) for one in FORMATS.values()]
            formatter.write_dl(rows)
        formatter.write_paragraph()
        formatter.write_text("* has no place for the status: only asserted claims, unless --status asks for others.")


@click.command(cls=ListsFormats)
@click.argument("form", type=Formats(), metavar="FORMAT")
@click.option("--actor", metavar="NAME", help="Who does it.")
@click.option("--recipient", metavar="NAME", help="To whom it is done.")
@click.option("--speaker", metavar="NAME", help="On whose word.")
@click.option("--either", metavar="NAME", help="Who takes part, on either side.")
@click.option("--between", nargs=2, metavar="A B", help="What A and B did and said to each other or together.")
@narrowing
@click.option("--limit", type=int, help="How many claims, the newest; all without it.")
@db_option
@click.option("-o", "--output", metavar="FILE", help="Where to write; standard output without it.")
def export(form: Any, output: str | None, between: tuple[str, str] | None, **asked: Any) -> None:
    """Write claims in a FORMAT that other tools read.

    Every export carries the versions of Kawat, the question and the time. What a format cannot say (status, chain,
    sentence) is in a second file beside FILE; such a format needs -o. `--status any` asks for claims of every status.
    """
    from kawat import query

    if form.sidecar and output is None:
        raise QuestionError(f"{form.name} writes two files; say where with -o FILE")
    db = asked.pop("db")
    asked["status"] = query.status_asked(form, asked["status"])
    named = {side: asked.pop(side) for side in ("actor", "recipient", "speaker", "either")}
    if between and any(named.values()):
        raise QuestionError("--between excludes --actor, --recipient, --speaker and --either")
    sides = dict(zip(("a", "b"), between, strict=True)) if between else named

    def answer(store: Any, names: Mapping[str, str | None]) -> tuple[Any, Any]:
        if between:
            found = query.dyad(store, str(names["a"]), str(names["b"]), **asked)
            said = {"between": f"{names['a']},{names['b']}"}
        else:
            found = query.claims(store, **{**asked, **names})
            said = {side: name for side, name in names.items() if name}
        said |= {key: str(value) for key, value in asked.items() if value is not None}
        return found, query.export(store, found, form, said, datetime.now(UTC))

    found, parcel = ask(db, sides, answer)
    _write(parcel, form, output)
    for note in (*found.notes, *parcel.notes, f"{len(found.rows)} claims as {form.name}"):
        click.echo(f"kawat: {note}", err=True)


def _write(parcel: Any, form: Any, output: str | None) -> None:
    if output is None:
        sys.stdout.buffer.write(parcel.main)
        return
    Path(output).write_bytes(parcel.main)
    if parcel.sidecar is not None:
        Path(f"{output}{form.sidecar}").write_bytes(parcel.sidecar)
