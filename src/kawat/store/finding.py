"""What an id belongs to, or the beginning of one, and which reports have an address or a path."""

from collections.abc import Iterator
from posixpath import normpath
from typing import Literal

from sqlalchemy import Connection, Table, or_, select

from kawat.store import tables as t
from kawat.store.base import Found

LAST = "\U0010ffff"
"""No id or name has a later letter: what begins with x lies between x and x + LAST."""
MOST = 20
"""So many of a kind are found at most."""
_SCHEMES = ("https://", "http://")


def find(connection: Connection, words: str) -> tuple[Found, ...]:
    """What has this id; else what has an id that begins so; else the reports with this address or path."""
    exact = tuple(_with_ids(connection, words, words))
    return exact or tuple(_with_ids(connection, words, words + LAST)) or tuple(_at(connection, words))


def _with_ids(connection: Connection, first: str, last: str) -> Iterator[Found]:
    kinds: tuple[tuple[Literal["article", "claim", "quotation"], Table], ...] = (
        ("article", t.article),
        ("claim", t.claim),
        ("quotation", t.quotation),
    )
    for kind, table in kinds:
        column = table.c.id
        query = select(column, t.current.c.article).where(column.between(first, last)).order_by(column).limit(MOST)
        owner = t.current.c.article == column if kind == "article" else t.current.c.run == table.c.run
        for found, article in connection.execute(query.join(t.current, owner)):
            yield Found(kind, found, article)


def _at(connection: Connection, words: str) -> Iterator[Found]:
    """Reports by the address of their page, or by the path they were read from, whole or its last parts.

    Neither is indexed: it is asked by people, one at a time.
    """
    if "." not in words and "/" not in words:
        return
    path = normpath(words)
    there = or_(
        t.run.c.url.in_(_addresses(words)),
        t.source.c.source.in_((words, path)),
        t.source.c.source.endswith(f"/{path.removeprefix('../')}", autoescape=True),
    )
    query = (
        select(t.current.c.article)
        .join(t.run, t.run.c.key == t.current.c.run)
        .join(t.source, t.source.c.article == t.current.c.article, isouter=True)
        .where(there)
        .distinct()
        .order_by(t.current.c.article)
        .limit(MOST)
    )
    for (article,) in connection.execute(query):
        yield Found("article", article, article)


def _addresses(words: str) -> tuple[str, ...]:
    """The ways to write one address: what stands behind # is a place in the page, the scheme and a last / matter to
    nobody."""
    bare = words.partition("#")[0].rstrip("/")
    scheme = next((one for one in _SCHEMES if bare.startswith(one)), None)
    if scheme is None:
        return ()
    rest = bare.removeprefix(scheme)
    return tuple(f"{one}{rest}{end}" for one in _SCHEMES for end in ("", "/"))
