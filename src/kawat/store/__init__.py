"""Keeps records and links in one file; appends, never changes."""

from os import PathLike, fspath

from kawat.store.base import (
    Brief,
    Counts,
    Found,
    Header,
    NameUse,
    Page,
    Passage,
    SettledAct,
    Store,
    StoredBody,
    StoredClaim,
    StoredQuotation,
    Tally,
    Told,
    View,
    Writer,
    folded,
)
from kawat.store.engine import MEMORY, SCHEMA, look, make_engine, prepare, said_clearly
from kawat.store.filing import unknown_place
from kawat.store.held import grain_held
from kawat.store.soundness import Problem, faults
from kawat.store.sql import SqlStore
from kawat.store.wanted import ArticleFilter, ClaimFilter, QuotationFilter, Who


def open_store(
    path: str | PathLike[str], *, create: bool = True, read_only: bool = False, busy_seconds: float = 10.0
) -> SqlStore:
    """Opens the store in a SQLite file, or makes it; `":memory:"` gives one that ends with the program.

    A reader (`read_only`) makes nothing. A writer waits `busy_seconds` for another one. Raises `StoreError` where the
    file is missing, a folder, no store, damaged or not to be written, `StoreLocked` where another process is writing,
    `StoreTooNew` where a newer Kawat has written it.
    """
    name = fspath(path)
    look(name, create=create and not read_only)
    engine = make_engine(name, read_only=read_only, busy_seconds=busy_seconds)
    try:
        with said_clearly(name):
            prepare(engine, name, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, name, read_only=read_only)


__all__ = [
    "MEMORY",
    "SCHEMA",
    "ArticleFilter",
    "Brief",
    "ClaimFilter",
    "Counts",
    "Found",
    "Header",
    "NameUse",
    "Page",
    "Passage",
    "Problem",
    "QuotationFilter",
    "SettledAct",
    "SqlStore",
    "Store",
    "StoredBody",
    "StoredClaim",
    "StoredQuotation",
    "Tally",
    "Told",
    "View",
    "Who",
    "Writer",
    "faults",
    "folded",
    "grain_held",
    "open_store",
    "unknown_place",
]
