"""`kawat read`: sources in, records out."""

import sys
from collections.abc import Iterator

import click

import kawat
from kawat.cli import SOURCES_FAILED
from kawat.cli.options import json_option, lines_option
from kawat.cli.questions import form_of
from kawat.cli.terminal import console
from kawat.errors import InputError
from kawat.model import Article, Record

STANDARD_INPUT = "-"


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@json_option
@lines_option
def read(sources: tuple[str, ...], **asked: bool) -> None:
    """Print a record for every article in SOURCE: files, folders, or - for standard input.

    A file is a page (HTML, MHTML or plain text), a WARC of many pages, a feed (RSS, Atom: an item a report), JSON Lines
    with a report a line, or CSV or TSV with a report a row (fields title, text or html, published, url).

    A card for people on a terminal; JSON Lines when piped or with --json, as in docs/schema.md; --lines prints the card
    there too. Sources that cannot be read are listed on standard error and the exit code is 4; all others are printed.
    """
    show = _card if form_of(dict(asked)) is None else _line
    failed: list[str] = []
    for source in sources:
        for article in articles(source, failed):
            try:
                record = kawat.make_record(article)
            except Exception as error:  # a fault in one article must not lose the others
                failed.append(f"{article.source}: {type(error).__name__}: {error}")
                continue
            show(record)
    for reason in failed:
        click.echo(f"kawat: {' '.join(reason.split())}", err=True)
    if failed:
        click.get_current_context().exit(SOURCES_FAILED)


def articles(source: str, failed: list[str]) -> Iterator[Article]:
    """Every article of a source; what cannot be read goes to `failed` and stops nothing else."""
    from kawat.read import read as read_source
    from kawat.read import read_bytes, sources

    try:
        if source == STANDARD_INPUT:
            yield from read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT)
            return
        paths = sources([source])
    except (InputError, OSError) as error:
        failed.append(_reason(source, error))
        return
    while True:
        try:
            path = next(paths, None)
            if path is None:
                return
            yield from read_source(path)
        except InputError as error:
            failed.append(str(error))
        except OSError as error:
            failed.append(_reason(source, error))
            return


def _reason(source: str, error: InputError | OSError) -> str:
    return f"{source}: {error.strerror or error}" if isinstance(error, OSError) else str(error)


def _line(record: Record) -> None:
    from kawat.export.contract import encode, to_contract

    sys.stdout.write(encode(to_contract(record)).decode("utf-8") + "\n")
    sys.stdout.flush()


def _card(record: Record) -> None:
    from kawat.cli.card import card

    console().print(card(record))
