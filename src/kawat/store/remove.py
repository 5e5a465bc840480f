"""Takes an article out of a store, with all that any pipeline made of it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select

from kawat.store import filing, settled
from kawat.store import tables as t
from kawat.store.judged import by_kawat
from kawat.store.search import SearchIndex


def remove(connection: Connection, search: SearchIndex, article: str) -> bool:
    """Removes an article, its runs, and what Kawat judged on its claims; False where there is none of the id."""
    runs = list(connection.execute(select(t.run.c.key).where(t.run.c.article == article)).scalars())
    if not runs:
        return False
    current = connection.execute(select(t.current.c.run).where(t.current.c.article == article)).scalar()
    connection.execute(delete(t.current).where(t.current.c.article == article))
    claims = connection.execute(select(t.claim.c.id).where(t.claim.c.run.in_(runs))).scalars().all()
    settled.forget_linked(connection, claims)
    if current is not None:
        filing.unfile(connection, current)
    search.remove(connection, runs)
    _unjudge(connection, runs)
    own = set(connection.execute(select(t.entity.c.id).where(t.entity.c.run.in_(runs))).scalars())
    for table in reversed(t.metadata.sorted_tables):
        belongs = _belongs(table, article, runs)
        if belongs is not None:
            connection.execute(delete(table).where(belongs))
    _forget(connection, own)
    return True


def _unjudge(connection: Connection, runs: Sequence[int]) -> None:
    told = select(t.claim.c.id).where(t.claim.c.run.in_(runs))
    named = or_(t.link.c.left.in_(told), t.link.c.right.in_(told))
    # What people judge stays, for the article may come again.
    connection.execute(delete(t.link).where(by_kawat(t.link.c.by), named))


def _belongs(table: Table, article: str, runs: Sequence[int]) -> ColumnElement[bool] | None:
    """Which rows of a table are of the article; None where a table knows no articles."""
    if table is t.article:
        return table.c.id == article
    if "run" in table.c:
        return table.c.run.in_(runs)
    for parent in (t.claim, t.quotation):
        for column in table.c:
            if column.references(parent.c.key):
                return column.in_(select(parent.c.key).where(parent.c.run.in_(runs)))
    ends = [column == article for column in table.c if column.references(t.article.c.id)]
    return or_(*ends) if ends else None


def _forget(connection: Connection, entities: set[str]) -> None:
    """Drops what Kawat knows of entities that no report names any more."""
    left = set(connection.execute(select(t.entity.c.id).where(t.entity.c.id.in_(entities))).scalars())
    gone = sorted(entities - left)
    connection.execute(delete(t.name_key).where(t.name_key.c.entity.in_(gone)))
    judged = or_(t.identity.c.left.in_(gone), t.identity.c.right.in_(gone))
    connection.execute(delete(t.identity).where(by_kawat(t.identity.c.by), judged))
