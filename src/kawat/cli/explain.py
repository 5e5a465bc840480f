"""`kawat explain`: why every claim of a report says what it says."""

import click

import kawat
from kawat.cli import SOURCES_FAILED
from kawat.cli.read import articles
from kawat.model import Article


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
def explain(sources: tuple[str, ...]) -> None:
    """Show every report in SOURCE with its claims marked, and the reasons for each claim.

    For each: trigger and its row in the cue tables, parties with the words that name them, status with cue and scope,
    whose word it is, the chain hop by hop, date and place with their reasons, and the other rules. Lines fit into 80
    columns. Sources that cannot be read are listed on standard error and the exit code is 4.
    """
    failed: list[str] = []
    for source in sources:
        for article in articles(source, failed):
            _explain(article)
    for reason in failed:
        click.echo(f"kawat: {' '.join(reason.split())}", err=True)
    if failed:
        click.get_current_context().exit(SOURCES_FAILED)


def _explain(article: Article) -> None:
    from kawat.annotate import annotate
    from kawat.cli.explanation import explanation
    from kawat.record import build

    document = annotate(article)
    for line in explanation(document, build(document, kawat.PIPELINE)):
        click.echo(line)
    click.echo()
