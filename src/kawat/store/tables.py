"""The tables, once, for every SQL engine.

An article is its bytes; a run is what one version of the pipeline made of it. Runs are appended, never changed; the
table `current` points at the latest run of each article. Links are appended too. Spans are code points into
`run.text`. Lists of words (authors, contexts, reasons) are JSON, in their order.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from kawat.store.columns import Instant, Strings, Tellings

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _run(*, primary: bool = False) -> Column[Any]:
    return Column("run", ForeignKey("run.key"), primary_key=primary, nullable=False)


def _ordinal(*, primary: bool = False) -> Column[Any]:
    return Column("ordinal", Integer, primary_key=primary, nullable=False)


def _hops(owner: str) -> Table:
    """The hops of a claim or a quotation, innermost first."""
    return Table(
        f"{owner}_hop",
        metadata,
        Column(owner, ForeignKey(f"{owner}.key"), primary_key=True),
        _ordinal(primary=True),
        Column("kind", String, nullable=False),
        Column("name", Text),
        Column("folded", Text),
        Column("entity", String),
        Column("start", Integer),
        Column("end", Integer),
        Column("named", Boolean),  # null in rows of before schema 4: named
        Column("beside", Boolean),  # null in rows of before schema 8: not
        Index(None, "folded"),
        Index(None, "entity"),
    )


article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("source_sha256", String, nullable=False),
    Column("added_at", Instant, nullable=False),
    Index(None, "source_sha256"),
)

# Every path or address under which the same bytes were met: duplicates are kept in sight.
source = Table(
    "source",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("source", Text, primary_key=True),
    Column("added_at", Instant, nullable=False),
)

run = Table(
    "run",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article", ForeignKey("article.id"), nullable=False),
    Column("pipeline", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String),
    Column("url", Text),
    Column("outlet", Text),
    Column("headline", Text),  # the words of the first headline block, for readers of the table
    Column("published", Instant),
    Column("published_on", Date),  # the day of `published` in its own zone, to sort and search by
    Column("published_raw", Text),
    Column("authors", Strings, nullable=False),
    Column("editors", Strings, nullable=False),
    Column("agency", Text),
    Column("dateline_start", Integer),
    Column("dateline_end", Integer),
    Column("dateline_place", Text),
    Column("carriers", Strings),
    UniqueConstraint("article", "pipeline"),
    Index(None, "published_on"),
)

current = Table(
    "current",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("run", ForeignKey("run.key"), nullable=False, unique=True),
)

block = Table(
    "block",
    metadata,
    Column("key", Integer, primary_key=True),
    _run(),
    _ordinal(),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("run", "ordinal"),
)

caption = Table(
    "caption",
    metadata,
    _run(primary=True),
    _ordinal(primary=True),
    Column("text", Text, nullable=False),
    Column("credit", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

note = Table(
    "note",
    metadata,
    _run(primary=True),
    Column("owner", String, primary_key=True),  # "article" or "record"
    _ordinal(primary=True),
    Column("stage", String, nullable=False),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    CheckConstraint("owner in ('article', 'record')", name="owner"),
)

entity = Table(
    "entity",
    metadata,
    _run(primary=True),
    Column("id", String, primary_key=True),
    _ordinal(),
    Column("code", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("role", Text),
    UniqueConstraint("run", "ordinal"),
    Index(None, "folded"),
    Index(None, "id"),
    Index("ix_entity_id_run", "id", "run", "role"),
    Index(None, "code"),
)

alias = Table(
    "alias",
    metadata,
    Column("run", Integer, primary_key=True),
    Column("entity", String, primary_key=True),
    _ordinal(primary=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    ForeignKeyConstraint(["run", "entity"], ["entity.run", "entity.id"]),
    Index(None, "folded"),
)

quotation = Table(
    "quotation",
    metadata,
    Column("key", Integer, primary_key=True),
    _run(),
    _ordinal(),
    Column("id", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("manner", String, nullable=False),
    Column("speaker", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    ForeignKeyConstraint(["run", "speaker"], ["entity.run", "entity.id"]),
    UniqueConstraint("run", "ordinal"),
    UniqueConstraint("run", "id"),
    Index(None, "id"),
    Index(None, "speaker"),
)

claim = Table(
    "claim",
    metadata,
    Column("key", Integer, primary_key=True),
    _run(),
    _ordinal(),
    Column("id", String, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("contexts", Strings, nullable=False),
    Column("cameo", String),
    Column("goldstein", Float),
    Column("status", String, nullable=False),
    Column("speaker", String),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("date_grain", String),
    Column("date_raw", Text),
    Column("place_id", String),
    Column("place_name", Text),
    Column("place_raw", Text),
    Column("sentence", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("trigger_text", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Strings, nullable=False),
    Column("publisher", String),
    Column("party_sourced", Boolean),
    Column("state_media", Strings),
    Column("also", Tellings),
    ForeignKeyConstraint(["run", "speaker"], ["entity.run", "entity.id"]),
    UniqueConstraint("run", "ordinal"),
    UniqueConstraint("run", "id"),
    Index(None, "id"),
    Index(None, "type", "status"),
    Index(None, "date_start"),
    Index(None, "speaker"),
)

party = Table(
    "party",
    metadata,
    Column("claim", ForeignKey("claim.key"), primary_key=True),
    Column("role", String, primary_key=True),
    _ordinal(primary=True),
    Column("run", Integer, nullable=False),
    Column("entity", String, nullable=False),
    Column("code", String, nullable=False),
    ForeignKeyConstraint(["run", "entity"], ["entity.run", "entity.id"]),
    CheckConstraint("role in ('actor', 'recipient')", name="role"),
    Index(None, "entity"),
    Index(None, "code"),
)

claim_hop = _hops("claim")
quotation_hop = _hops("quotation")

# How a claim or quotation of a report stands to a claim of it; ids, as both live and go with their run.
tie = Table(
    "tie",
    metadata,
    _run(primary=True),
    _ordinal(primary=True),
    Column("kind", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "left"),
    Index(None, "right"),
)

# Which claims of current runs are worth comparing: claims that share a key.
blocking = Table(
    "blocking",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("claim", ForeignKey("claim.key"), primary_key=True),
    Index(None, "claim"),
    sqlite_with_rowid=False,
)

# A claim in the form in which it is compared, so that linking reads one row a claim. The store does not look into it.
account = Table(
    "account",
    metadata,
    Column("claim", ForeignKey("claim.key"), primary_key=True),
    Column("packed", Text, nullable=False),
)

# Which articles are worth comparing word by word: articles that share a key.
sketch = Table(
    "sketch",
    metadata,
    Column("key", String, primary_key=True),
    _run(primary=True),
    Index(None, "run"),
)

# Articles that carry each other's words.
relay = Table(
    "relay",
    metadata,
    Column("left", ForeignKey("article.id"), primary_key=True),
    Column("right", ForeignKey("article.id"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("share", Float, nullable=False),
    CheckConstraint('"left" < "right"', name="ordered"),
    Index(None, "right"),
)

link = Table(
    "link",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("judgement", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    CheckConstraint('"left" < "right"', name="ordered"),
    Index(None, "left"),
    Index(None, "right"),
)

# Judgements on who is who in different reports, by the ids of entities.
identity = Table(
    "identity",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("judgement", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Strings, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    CheckConstraint('"left" < "right"', name="ordered"),
    Index(None, "left"),
    Index(None, "right"),
)

# Which entities are worth comparing: those that share a key of their names.
name_key = Table(
    "name_key",
    metadata,
    Column("key", String, primary_key=True),
    Column("entity", String, primary_key=True),
    Index(None, "entity"),
)
