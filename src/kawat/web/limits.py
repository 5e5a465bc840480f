"""How long a question of the page may take: SQLite is stopped when its time is over, and the page says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from sqlalchemy import Connection, Engine, event

from kawat.errors import KawatError, StoreError

SECONDS = 5.0
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: some milliseconds

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


class TooSlow(KawatError):  # noqa: N818  a state, named as users name it
    """A question took longer than the page waits for."""


@contextmanager
def at_most(seconds: float = SECONDS) -> Iterator[None]:
    """Ends every statement that is begun inside and still runs after some seconds. Raises `TooSlow` then."""
    ends = monotonic() + seconds
    held = _deadline.set(ends)
    try:
        yield
    except StoreError as error:
        if monotonic() >= ends:
            raise TooSlow(f"this took longer than {seconds:g} seconds; narrow the question") from error
        raise
    finally:
        _deadline.reset(held)


def _begun(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    ends = _deadline.get()
    if raw is None or not hasattr(raw, "set_progress_handler"):
        return
    if ends is None:
        raw.set_progress_handler(None, 0)
    else:
        raw.set_progress_handler(lambda: int(monotonic() > ends), _STEPS)


def watch() -> None:
    """From now on every transaction of this program looks at the time that `at_most` gives it. Twice is as once."""
    if not event.contains(Engine, "begin", _begun):
        event.listen(Engine, "begin", _begun)
