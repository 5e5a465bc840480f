"""Kawat reads news reports and keeps who did or said what to whom, when, where, on whose word, and how sure it is.

import kawat

for record in kawat.records("examples"):
    for claim in record.claims:
        print(claim.date, claim.type, claim.status, claim.sentence)

with kawat.open("kawat.db") as kept:
    kept.claims(actor="Lukashenko", status="denied").to_pandas()
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kawat._pipeline import PIPELINE

if TYPE_CHECKING:
    from kawat.model import Article, Record
    from kawat.query.opened import Opened
    from kawat.store import Store

__all__ = ["PIPELINE", "make_record", "open", "open_store", "records"]

# The verbs import their rooms when they are called, so that `import kawat` and `kawat --version` stay quick. They are
# not called read, annotate and build: `kawat.read` and `kawat.annotate` are rooms.


def records(source: str) -> Iterator["Record"]:
    """The record of every article in a source: the path of a file or a folder.

    Raises `kawat.errors.InputError` for a source that cannot be read.
    """
    from kawat.read import read, sources

    for path in sources([source]):
        for article in read(path):
            yield make_record(article)


def make_record(article: "Article") -> "Record":
    """All that an article yields, under this version of the pipeline."""
    from kawat.annotate import annotate
    from kawat.record import build

    return build(annotate(article), PIPELINE)


def open_store(path: str, *, create: bool = True, read_only: bool = False) -> "Store":
    """A store in one SQLite file. Raises `kawat.errors.StoreError` where it cannot be used."""
    from kawat.store import open_store as open_

    return open_(path, create=create, read_only=read_only)


def open(path: str = "kawat.db") -> "Opened":  # noqa: A001  the verb that people look for
    """A store to be asked. Raises `kawat.errors.StoreError` where there is none or it cannot be used."""
    from kawat.query.opened import Opened

    return Opened(open_store(path, create=False, read_only=True))
