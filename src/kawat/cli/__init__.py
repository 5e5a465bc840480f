"""The command line. Each command lives in the module named here and is imported when it is called.

Exit codes: 0 done; 1 nothing could be done with what was given; 2 wrong usage or a malformed question; 3 a name is
unknown or ambiguous, or nothing is found and `--fail-empty` was given; 4 some sources failed, the others are done;
5 the store cannot be used; 130 interrupted; 141 the reader of a pipe has left.
"""

import io
import os
import sys
from collections.abc import Sequence
from gettext import gettext
from importlib import import_module
from typing import Any

import click

from kawat._pipeline import PIPELINE
from kawat.errors import KawatError, UnknownNameError

VERSION = PIPELINE.partition("+")[0]

COMMANDS = {
    "read": "kawat.cli.read",
    "explain": "kawat.cli.explain",
    "add": "kawat.cli.ingest",
    "remove": "kawat.cli.ingest",
    "articles": "kawat.cli.questions",
    "claims": "kawat.cli.questions",
    "dyad": "kawat.cli.questions",
    "changes": "kawat.cli.acts",
    "compare": "kawat.cli.acts",
    "actor": "kawat.cli.questions",
    "quotes": "kawat.cli.questions",
    "show": "kawat.cli.questions",
    "search": "kawat.cli.questions",
    "same": "kawat.cli.joining",
    "apart": "kawat.cli.joining",
    "review": "kawat.cli.review",
    "merge": "kawat.cli.identities",
    "split": "kawat.cli.identities",
    "export": "kawat.cli.export",
    "serve": "kawat.cli.serve",
    "password": "kawat.cli.serve",
    "doctor": "kawat.cli.ingest",
    "dev": "kawat.cli.dev",
}
"""Command → the module that has it under the same name, in the order in which help lists them."""

SOURCES_FAILED = 4
INTERRUPTED = 130
PIPE_LEFT = 141


def _say(error: KawatError) -> None:
    """One clear sentence on standard error, and the names that may have been meant."""
    click.echo(f"kawat: {' '.join(str(error).split())}", err=True)
    if isinstance(error, UnknownNameError):
        for known_id, name, why in error.candidates:
            click.echo(f"  {known_id}  {name}  {why}".rstrip(), err=True)


class Commands(click.Group):
    """A group that knows its commands by name and imports one only when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(gettext("No such command {0!r}; there are {1}.").format(args[0], ", ".join(COMMANDS)))
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        """Runs a command line; output is UTF-8 whatever the locale says."""
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:  # closed by who calls: its number must not become that of the store
                setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(args, *others, **named)

    def invoke(self, ctx: click.Context) -> Any:
        """The one place where an error becomes a sentence and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KawatError as error:
            _say(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("kawat: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Nobody reads any more: what is still buffered must not raise again when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_LEFT)
        except OSError as error:  # a full disk, a folder that is not ours: the system says what
            click.echo(f"kawat: {': '.join(str(p) for p in (error.filename, error.strerror) if p) or error}", err=True)
            ctx.exit(KawatError.exit_code)
        return result


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 nothing could be done, 2 wrong usage, 3 unknown or ambiguous name "
    "(or nothing found, with --fail-empty), 4 some sources failed, 5 the store cannot be used.",
)
@click.version_option(VERSION, "--version", "-V", prog_name="kawat", message=f"%(prog)s {VERSION} (rules {PIPELINE})")
@click.option("--lines", is_flag=True, help="Lines for people also where output is piped, not JSON.")
def main(lines: bool) -> None:  # noqa: FBT001  a flag as Click gives it, asked for by cli.terminal
    """Reads news reports and keeps who did or said what to whom, when, where, on whose word, and how sure it is."""


__all__ = ["COMMANDS", "SOURCES_FAILED", "VERSION", "Commands", "main"]
