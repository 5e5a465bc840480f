"""Full-text search: the one place that knows how an engine does it. Here SQLite FTS5.

Two indexes: `passage_search` over the blocks that people read (the words are cut from `run.text` by a view, so they are
not kept twice) and `claim_search` over the sentences of claims. A PostgreSQL twin of `SearchIndex` needs the same five
methods over tsvector columns.
"""

import unicodedata
from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, Float, Integer, TextualSelect, column, text
from sqlalchemy.exc import DBAPIError

from kawat.model import BlockKind
from kawat.text import words

Kind = Literal["passage", "claim"]

READABLE = (BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUBTITLE, BlockKind.CAPTION, BlockKind.BODY)
"""The blocks that can be searched; teasers, adverts and footers tell of other stories."""

_KINDS = ", ".join(f"'{kind.value}'" for kind in READABLE)
_COLUMN = {"passage": "text", "claim": "sentence"}

# remove_diacritics 2: "Jokowi" finds "Jokowí"; Indonesian and English words keep their letters.
_PASSAGE = 'select b.key, substr(r.text, b.start + 1, b."end" - b.start) from block b join run r on r.key = b.run'
_DDL = (
    f"create view passage (key, text) as {_PASSAGE} where b.kind in ({_KINDS})",
    "create virtual table passage_search using fts5 (text, content='passage', content_rowid='key',"
    " tokenize='unicode61 remove_diacritics 2')",
    "create virtual table claim_search using fts5 (sentence, content='claim', content_rowid='key',"
    " tokenize='unicode61 remove_diacritics 2')",
)

_SHADOWS = frozenset(
    f"{kind}_search{suffix}" for kind in _COLUMN for suffix in ("", "_data", "_idx", "_content", "_docsize", "_config")
)


def owns(table: str) -> bool:
    """Whether a table belongs to the search index, and so is none of the schema's (FTS5 keeps its own tables)."""
    return table in _SHADOWS


def fts_query(asked: str) -> str | None:
    """What people typed as an FTS5 expression that cannot be wrong: every word quoted, all of them wanted.

    Words in double quotes stay a phrase, and `*` after a word asks for every word that begins so. None where no word is
    left ("- / *").
    """
    parts: list[str] = []
    for index, stretch in enumerate(asked.replace("“", '"').replace("”", '"').split('"')):
        for piece in [stretch] if index % 2 else stretch.split():
            tokens = [word.text for word in words(piece) if any(map(_is_token, word.text))]
            if tokens:
                star = "*" if piece.rstrip().endswith("*") else ""
                parts.append('"' + " ".join(tokens) + '"' + star)
    return " ".join(parts) or None


def _is_token(character: str) -> bool:
    # The letters, digits and private-use characters that unicode61 makes tokens of.
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co"


class SearchIndex:
    """The two indexes of a SQLite store."""

    def create(self, connection: Connection) -> None:
        for statement in _DDL:
            connection.execute(text(statement))

    def add(self, connection: Connection, kind: Kind, rows: Iterable[tuple[int, str]]) -> None:
        """Adds `(key, words)` rows; the key is that of the block or claim."""
        values = [{"key": key, "words": said} for key, said in rows]
        if values:
            insert = f"insert into {kind}_search (rowid, {_COLUMN[kind]}) values (:key, :words)"  # noqa: S608
            connection.execute(text(insert), values)

    def remove(self, connection: Connection, runs: list[int]) -> None:
        """Takes the words of some runs out, while their blocks and claims are still there."""
        for kind, rows in (
            ("passage", "select key, text from passage where key in (select key from block where run in {})"),
            ("claim", "select key, sentence from claim where run in {}"),
        ):
            among = rows.format("(select value from json_each(:runs))")
            into = f"{kind}_search ({kind}_search, rowid, {_COLUMN[kind]})"
            delete = f"insert into {into} select 'delete', * from ({among})"  # noqa: S608
            connection.execute(text(delete), {"runs": str(runs)})

    def keys(self, kind: Kind, query: str) -> TextualSelect:
        """A selectable of the `key` and `rank` of what matches a query of `fts_query`; lower ranks are nearer."""
        select = f"select rowid as key, rank from {kind}_search where {kind}_search match :words"  # noqa: S608
        return text(select).bindparams(words=query).columns(column("key", Integer), column("rank", Float))

    def matches(self, connection: Connection, kind: Kind, query: str) -> int:
        """How many rows match, those of runs that are no longer current included."""
        counted = f"select count(*) from {kind}_search where {kind}_search match :words"  # noqa: S608
        return int(connection.execute(text(counted), {"words": query}).scalar_one())

    def first(self, connection: Connection, query: str, limit: int, *, nearest: bool) -> list[int]:
        """The keys of the nearest passages, else of the last that were read; of runs no longer current too."""
        order = "rank, rowid" if nearest else "rowid desc"
        found = f"select rowid from passage_search where passage_search match :words order by {order} limit :n"  # noqa: S608
        return [int(key) for key in connection.execute(text(found), {"words": query, "n": limit}).scalars()]

    def snippet(self, connection: Connection, keys: list[int], query: str) -> dict[int, str]:
        """For each passage the stretch of it that holds the words."""
        select = text(
            "select rowid, snippet(passage_search, 0, '', '', '…', 40) from passage_search"
            " where passage_search match :words and rowid in (select value from json_each(:keys))"
        )
        rows = connection.execute(select, {"words": query, "keys": str(keys)})
        return {int(key): str(said) for key, said in rows}

    def faults(self, connection: Connection) -> list[str]:
        """What is out of step with the tables. Needs a connection that may write; it changes nothing."""
        found: list[str] = []
        for kind, content in (("passage", "the blocks"), ("claim", "the claims")):
            # The engine's own comparison of index and content; rank 1 asks for the content to be read as well.
            try:
                connection.exec_driver_sql(
                    f"insert into {kind}_search ({kind}_search, rank) values ('integrity-check', 1)"  # noqa: S608
                )
            except DBAPIError as error:  # the engine says "malformed" for every difference
                found.append(f"the index {kind}_search is out of step with {content}: {error.orig}")
        return found
