"""`kawat add` fills a store, `kawat doctor` says whether it is sound."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import click

from kawat.cli import SOURCES_FAILED
from kawat.cli.options import db_option
from kawat.cli.terminal import plain
from kawat.ingest import Failure, Report
from kawat.model import Article

if TYPE_CHECKING:
    from kawat.store import Counts, Problem

STANDARD_INPUT = "-"
UNSOUND = 1
SETTLED_EVERY = 500
"""After so many sources acts are derived: together that is less work than after each."""


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@db_option
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object on standard output.")
@click.option("--letter-by-letter", is_flag=True, help="Unknown names are one actor only in the same spelling.")
def add(sources: tuple[str, ...], db: str, as_json: bool, letter_by_letter: bool) -> None:  # noqa: FBT001  as Click does
    """Read every article in SOURCE (files, folders, or - for standard input) into the store.

    A file is a page (HTML, MHTML or plain text), a WARC of many pages, a feed (RSS, Atom: an item a report), JSON Lines
    with a report a line, or CSV or TSV with a report a row (fields title, text or html, published, url).

    Adding the same bytes again adds nothing, and a run that was cut off can simply be repeated. Sources that fail are
    listed on standard error and the exit code is 4; all others are in the store.
    """
    from kawat import ingest, query
    from kawat.store import open_store

    paths, unread = ingest.expand([source for source in sources if source != STANDARD_INPUT])
    if STANDARD_INPUT in sources:
        paths = (*paths, STANDARD_INPUT)
    with open_store(db) as store, _progress(len(paths)) as progress:
        number = count(1)

        def done(source: str) -> None:
            if next(number) % SETTLED_EVERY == 0:
                query.settle_all(store)
            if progress is not None:
                progress(source)

        query.hold_all(store)  # of an older Kawat reviews may not be felt yet
        report = ingest.add(
            store, paths, now=datetime.now(UTC), reader=_read, progress=done, respelt=not letter_by_letter
        )
        query.settle_all(store)
    failures = (*unread, *report.failures)
    _tell(report, failures, db, as_json=as_json)
    if failures:
        click.get_current_context().exit(SOURCES_FAILED)


def _read(source: str) -> Iterable[Article]:
    from kawat.read import read, read_bytes

    return read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT) if source == STANDARD_INPUT else read(source)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None] | None]:
    """A bar on standard error where a person looks at it, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def done(source: str) -> None:
            bar.update(task, advance=1, description=plain(source)[-60:])

        yield done


def _tell(report: Report, failures: tuple[Failure, ...], db: str, *, as_json: bool) -> None:
    for failure in failures:
        reason = plain(failure.reason)
        named = reason if failure.source in failure.reason else f"{plain(failure.source)}: {reason}"
        click.echo(f"kawat: {named}", err=True)
    if as_json:
        from kawat.export import write_rows

        summary = {
            "db": db,
            "added": report.added,
            "again": report.again,
            "known": report.known,
            "claims": report.claims,
            "links": report.links,
            "relays": report.relays,
            "identities": report.identities,
            "failed": [{"source": _utf8(failure.source), "reason": _utf8(failure.reason)} for failure in failures],
        }
        write_rows([summary], "jsonl", sys.stdout)
        return
    new = report.added - report.again
    done = [f"{_count(new, 'article')} added"] if new or not report.again else []
    if report.again:
        done.append(f"{report.again if done else _count(report.again, 'article')} read again by newer rules")
    parts = [f"{' and '.join(done)} with {_count(report.claims, 'claim')}"]
    if report.known:
        parts.append(f"{report.known} known before")
    if report.links:
        parts.append(_count(report.links, "link"))
    if report.relays:
        parts.append(f"{report.relays} relayed")
    if report.identities:
        parts.append(f"{_count(report.identities, 'name')} compared with others")
    if failures:
        parts.append(f"{len(failures)} failed")
    click.echo(f"{', '.join(parts)}: {db}", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _utf8(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@db_option
def remove(articles: tuple[str, ...], db: str) -> None:
    """Take articles (ids, addresses or paths) out of the store, with all that was made of them.

    What people have judged of their claims stays, and holds again when the same articles are added again.
    """
    from kawat import ingest, query
    from kawat.store import open_store

    with open_store(db, create=False) as store:
        for begins in articles:
            click.echo(f"{ingest.remove(store, begins)} removed: {db}", err=True)
        query.settle_all(store)


@click.command()
@db_option
@click.option("--json", "as_json", is_flag=True, help="The result as one JSON object on standard output.")
@click.option(
    "--rebuild",
    is_flag=True,
    help="Derive anew all that is kept beside records, links and reviews: corrections, comparison keys and acts.",
)
def doctor(db: str, as_json: bool, rebuild: bool) -> None:  # noqa: FBT001  flags as Click gives them
    """Check that the store is sound: the file, its spans and evidence, its ids, its current runs, acts and index.

    Exit code 0 where it is, 1 where it is not. The schema of an older Kawat is brought up to date first; in a sound
    store what follows from reviews is derived where it is not kept so, and acts where they are not kept. Reports of an
    older Kawat meet new ones once --rebuild has filed their comparison keys anew; until then nothing can be added, and
    the store is not said to be sound.
    """
    from kawat import corroborate, ingest, query
    from kawat.store import open_store

    with open_store(db, create=False) as store:
        problems = () if rebuild else store.check()
        if not problems:
            fresh: tuple[str, ...] = () if rebuild else query.unsettled(store)
            if rebuild:
                ingest.rekey(store)
            query.hold_all(store, anew=rebuild)
            query.settle_all(store, anew=rebuild)
            # What was made just now needs no second look, what was kept before does.
            acts = () if rebuild else query.unlike(store, fresh)
            problems = (*(store.check() if rebuild else ()), *map(_unheld, query.unheld(store)), *map(_unlike, acts))
        counts = None
        if not any(problem.code == "file" for problem in problems):  # a damaged file cannot be counted
            with store.view() as view:
                counts = view.counts()
                if counts.articles and view.form() != corroborate.FORM:
                    problems = (*problems, _apart())
    _told(problems, counts, db, as_json=as_json)
    if problems:
        click.get_current_context().exit(UNSOUND)


def _apart() -> "Problem":
    from kawat.store import Problem

    said = (
        "another Kawat filed what reports are compared by, so nothing can be added; `kawat doctor --rebuild` mends it"
    )
    return Problem("comparison", said)


def _unheld(claim: str) -> "Problem":
    from kawat.store import Problem

    return Problem("correction", f"of claim {claim} something else is kept than reviews say")


def _unlike(event: str) -> "Problem":
    from kawat.store import Problem

    return Problem("act", f"act {event} is not as it follows from its claims; `kawat doctor --rebuild` mends it")


def _told(problems: "tuple[Problem, ...]", counts: "Counts | None", db: str, *, as_json: bool) -> None:
    names = ("articles", "runs", "claims", "quotations", "links")
    held = {name: getattr(counts, name, None) for name in names}
    if as_json:
        from kawat.export import write_rows

        found = [{"code": problem.code, "message": problem.message} for problem in problems]
        write_rows([{"db": db, "sound": not problems, **held, "problems": found}], "jsonl", sys.stdout)
    else:
        for problem in problems:
            click.echo(f"{problem.code}: {plain(problem.message)}")
        verdict = _count(len(problems), "problem") if problems else "sound"
        in_words = ", ".join(_count(n, name[:-1]) for name, n in held.items() if n is not None)
        click.echo(f"{db}: {verdict}; {in_words}" if in_words else f"{db}: {verdict}")
