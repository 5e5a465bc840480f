"""Opens the file: engine, pragmas, transactions, schema version; and says in one sentence why it cannot be used."""

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from kawat.errors import StoreError, StoreLocked, StoreTooNew

SCHEMA = "0009"
"""The newest revision in `migrations/versions`."""

MEMORY = ":memory:"

_KNOWN = tuple(f"{number:04}" for number in range(1, int(SCHEMA) + 1))
_WRITES = "kawat_writes"
_PAUSE = 0.02  # seconds between two tries for a lock


def make_engine(path: str, *, read_only: bool, busy_seconds: float) -> Engine:
    """An engine on a SQLite file, or on memory for `MEMORY`. Opens nothing yet.

    A memory store has one connection, so that all of its users see one database.
    """
    memory = path == MEMORY
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, read_only=read_only, busy_seconds=busy_seconds),
        poolclass=QueuePool,
        pool_size=1 if memory else 5,
        max_overflow=0 if memory else 10,
        pool_timeout=busy_seconds,
        json_serializer=_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _connect(path: str, *, read_only: bool, busy_seconds: float) -> sqlite3.Connection:
    # isolation_level None: the driver begins no transaction of its own; `_begin` does.
    if path == MEMORY:
        connection = sqlite3.connect(MEMORY, isolation_level=None, check_same_thread=False)
    else:
        # A reader that may not write at all would leave the files of WAL behind when it is the last to close.
        own = all(os.access(one, os.W_OK) for one in (path, Path(path).absolute().parent))
        mode = "rwc" if not read_only else "rw" if own else "ro"
        uri = f"file:{quote(str(Path(path).absolute()))}?mode={mode}"
        if read_only and _frozen(path):
            uri += "&immutable=1"
        connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = normal")
    if read_only:
        connection.execute("pragma query_only = on")
    return connection


def _frozen(path: str) -> bool:
    """Whether nobody can be writing: in a folder that cannot be written, WAL has no place for its files."""
    return not os.access(Path(path).absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: a reader that turns writer later could not wait for it.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("begin immediate" if writes else "begin")


@contextmanager
def transaction(engine: Engine, name: str, *, writes: bool) -> Iterator[Connection]:
    """One transaction: committed at the end of a write, rolled back on any error and after a read."""
    with said_clearly(name), engine.connect() as plain:
        connection = plain.execution_options(**{_WRITES: writes})
        with connection.begin() as begun:
            yield connection
            if not writes:
                begun.rollback()


@contextmanager
def said_clearly(name: str) -> Iterator[None]:
    """Turns what the engine raises into a `StoreError` of one sentence that names the store."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, sqlite3.IntegrityError) or not isinstance(cause, sqlite3.Error):
            raise  # a fault of ours, not of the file
        raise _clear(cause, name) from error
    except PoolTimeout as error:
        raise StoreLocked(f"{name} is in use by another part of this program") from error


_REASONS = {
    "SQLITE_NOTADB": "is not a Kawat store: it is no SQLite database",
    "SQLITE_CORRUPT": "is damaged; restore it from a copy, or add the reports to a new one",
    "SQLITE_READONLY": "cannot be written: it, or its folder, is read-only",
    "SQLITE_CANTOPEN": "cannot be opened: its folder is missing, or you may not use it",
    "SQLITE_PERM": "cannot be opened: you may not use it",
    "SQLITE_FULL": "cannot grow: the disk is full",
    "SQLITE_IOERR": "cannot be read or written: the disk failed",
}


def _clear(error: sqlite3.Error, name: str) -> StoreError:
    code: str = getattr(error, "sqlite_errorname", "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreLocked(f"{name} is locked: another process is writing to it; try again when it has finished")
    for prefix, reason in _REASONS.items():
        if code.startswith(prefix):
            return StoreError(f"{name} {reason}")
    return StoreError(f"{name} cannot be used: {error}")


def look(path: str, *, create: bool) -> None:
    """Refuses what cannot be a store, before SQLite makes an empty file of it."""
    if path == MEMORY:
        return
    file = Path(path)
    try:
        if file.is_dir():
            raise StoreError(f"{path} is a folder, not a store; name a file in it, as {path}/kawat.db")
        if not file.exists() and not create:
            raise StoreError(f"there is no store at {path}; make one with `kawat add SOURCE... --db {path}`")
        if not file.exists() and not file.absolute().parent.is_dir():
            raise StoreError(f"{path} cannot be made: the folder {file.parent} does not exist")
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}") from error


def prepare(engine: Engine, name: str, *, read_only: bool) -> None:
    """Brings the schema up to date, or says why this Kawat cannot use the store.

    Raises `StoreTooNew` for a schema of a newer Kawat, `StoreError` for a database that is no store, `StoreLocked`.
    """
    with transaction(engine, name, writes=False) as connection:
        revision = _revision(connection, name)
    if revision == SCHEMA:
        return
    if read_only:
        if revision is None:
            raise StoreError(f"{name} is empty; fill it with `kawat add SOURCE... --db {name}`")
        raise StoreError(f"{name} was written by an older Kawat; `kawat doctor --db {name}` brings it up to date")
    if engine.pool.size() > 1:  # type: ignore[attr-defined]
        with said_clearly(name):
            _use_wal(engine)
    with transaction(engine, name, writes=True) as connection:
        if _revision(connection, name) != SCHEMA:  # another process may have been faster
            _upgrade(connection)


def _use_wal(engine: Engine) -> None:
    """Readers go on while one writes. The mode stays with the file; it cannot be set inside a transaction.

    Where two processes set it at once SQLite refuses one without waiting, so the wait is here.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        until = time.monotonic() + cursor.execute("pragma busy_timeout").fetchone()[0] / 1000
        while True:
            try:
                cursor.execute("pragma journal_mode = wal")
                return
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() >= until:
                    raise
            time.sleep(_PAUSE)
    finally:
        raw.close()


def _revision(connection: Connection, name: str) -> str | None:
    """The revision of the schema; None where the database is empty."""
    tables = set(connection.execute(text("select name from sqlite_master where type = 'table'")).scalars())
    if not tables:
        return None
    if "alembic_version" not in tables or "run" not in tables:
        raise StoreError(f"{name} is a SQLite database, but not a Kawat store")
    revision = connection.execute(text("select version_num from alembic_version")).scalar()
    if revision not in _KNOWN:
        raise StoreTooNew(f"{name} was written by a newer Kawat (schema {revision}); this one knows {SCHEMA}")
    return str(revision)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  slow to import, and needed only to make or upgrade a store

    from kawat.store.migrations import config  # noqa: PLC0415

    command.upgrade(config(connection), "head")
