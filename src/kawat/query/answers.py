"""What questions are answered with: rows that carry everything a line needs, and the ways out of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Protocol, TypeVar

from kawat.corroborate import Origin
from kawat.errors import KawatError
from kawat.export.words import chained
from kawat.model import BlockKind, Date, Entity, EventType, Hop, Link, Manner, Place, Record, Span, Status
from kawat.store import Found, Header

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Kind = Literal["text", "texts", "number", "count", "flag", "day", "instant"]

UNNAMED = "(unnamed)"


class Row(Protocol):
    """A row of an answer. `COLUMNS` names the keys of `to_dict`, in order, with what they hold."""

    COLUMNS: ClassVar[Mapping[str, Kind]]

    def to_dict(self) -> dict[str, object]: ...


RowT = TypeVar("RowT", bound=Row)


def chain_text(chain: Sequence[Hop]) -> str:
    """A chain in words, from the innermost hop out."""
    return chained(chain, lambda hop: hop.name or UNNAMED)


def headed(header: Header) -> dict[str, object]:
    """The keys that every row has of its report."""
    return {
        "article": header.article,
        "headline": header.headline,
        "outlet": header.outlet,
        "published": header.published,
        "language": header.language,
        "url": header.url,
        "source": header.source,
        "pipeline": header.pipeline,
    }


HEADED: dict[str, Kind] = {
    "article": "text",
    "headline": "text",
    "outlet": "text",
    "published": "instant",
    "language": "text",
    "url": "text",
    "source": "text",
    "pipeline": "text",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What reviewers say of a claim.

    `state` is "unreviewed", "accepted", "corrected", "rejected", or "disputed" where they differ; `changes` are
    "field: value" pairs that should stand in place of what was read; `notes` are signed.
    """

    state: str = "unreviewed"
    changes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


UNREVIEWED = Checked()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, ready to be shown.

    `event` is one for all claims that are judged to tell the same act: the first of their ids. `origins` counts the
    independent words on which the act rests in all reports that tell of it, `reports` those reports; both are 1 for a
    claim that is linked to no other. `party_sourced` says that all of it is the word of those who take part in the act.
    """

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "id": "text",
        "date_start": "day",
        "date_end": "day",
        "grain": "text",
        "date_words": "text",
        "type": "text",
        "mode": "text",
        "contexts": "texts",
        "cameo": "text",
        "goldstein": "number",
        "status": "text",
        "actors": "texts",
        "actor_codes": "texts",
        "recipients": "texts",
        "recipient_codes": "texts",
        "speaker": "text",
        "speaker_code": "text",
        "chain": "text",
        "agency": "text",
        "place": "text",
        "trigger": "text",
        "sentence": "text",
        "start": "count",
        "end": "count",
        "score": "number",
        "event": "text",
        "origins": "count",
        "reports": "count",
        "party_sourced": "flag",
        "review": "text",
        "corrections": "texts",
        **HEADED,
    }

    id: str
    date: Date | None
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    status: Status
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    speaker: Entity | None
    hops: tuple[Hop, ...]
    place: Place | None
    trigger: str
    sentence: str
    span: Span
    score: float
    why: tuple[str, ...]
    origins: int
    reports: int
    header: Header
    event: str
    party_sourced: bool = False
    checked: Checked = UNREVIEWED

    @property
    def chain(self) -> str:
        """The chain in one line, innermost first."""
        return chain_text(self.hops)

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object; lists stay lists, days and instants stay such."""
        when = self.date
        return {
            "id": self.id,
            "date_start": when.start if when else None,
            "date_end": when.end if when else None,
            "grain": when.grain.value if when else None,
            "date_words": when.raw if when else None,
            "type": self.type.value,
            "mode": self.mode,
            "contexts": list(self.contexts),
            "cameo": self.cameo,
            "goldstein": self.goldstein,
            "status": self.status.value,
            "actors": [party.name for party in self.actors],
            "actor_codes": [party.code for party in self.actors],
            "recipients": [party.name for party in self.recipients],
            "recipient_codes": [party.code for party in self.recipients],
            "speaker": self.speaker.name if self.speaker else None,
            "speaker_code": self.speaker.code if self.speaker else None,
            "chain": self.chain,
            "agency": self.header.agency,
            "place": self.place.name if self.place else None,
            "trigger": self.trigger,
            "sentence": self.sentence,
            "start": self.span.start,
            "end": self.span.end,
            "score": self.score,
            "event": self.event,
            "origins": self.origins,
            "reports": self.reports,
            "party_sourced": self.party_sourced,
            "review": self.checked.state,
            "corrections": list(self.checked.changes),
            **headed(self.header),
        }


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """What somebody is quoted with, ready to be shown."""

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "id": "text",
        "speaker": "text",
        "speaker_code": "text",
        "manner": "text",
        "text": "text",
        "chain": "text",
        "start": "count",
        "end": "count",
        **HEADED,
    }

    id: str
    speaker: Entity | None
    manner: Manner
    text: str
    hops: tuple[Hop, ...]
    span: Span
    header: Header

    @property
    def chain(self) -> str:
        """The chain in one line, innermost first."""
        return chain_text(self.hops)

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object."""
        return {
            "id": self.id,
            "speaker": self.speaker.name if self.speaker else None,
            "speaker_code": self.speaker.code if self.speaker else None,
            "manner": self.manner.value,
            "text": self.text,
            "chain": self.chain,
            "start": self.span.start,
            "end": self.span.end,
            **headed(self.header),
        }


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A paragraph, headline or caption in which words were found."""

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "kind": "text",
        "excerpt": "text",
        "start": "count",
        "end": "count",
        **HEADED,
    }

    kind: BlockKind
    excerpt: str
    span: Span
    header: Header

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object."""
        return {
            "kind": self.kind.value,
            "excerpt": self.excerpt,
            "start": self.span.start,
            "end": self.span.end,
            **headed(self.header),
        }


@dataclass(frozen=True, slots=True)
class Answer(Generic[RowT]):
    """Rows in the order of time, and how many there are in all.

    Where a limit cuts, the newest rows are given. `notes` say in words what was left out and whom a name was taken for.
    """

    row: type[RowT]
    rows: tuple[RowT, ...]
    total: int
    notes: tuple[str, ...] = ()

    def to_dicts(self) -> list[dict[str, object]]:
        """The rows as flat objects."""
        return [row.to_dict() for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a data frame. Raises `KawatError` where pandas is not installed."""
        frame: pandas.DataFrame = _extra("pandas").DataFrame(self.to_dicts(), columns=list(self.row.COLUMNS))
        return frame

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a typed data frame, also where there are none. Raises `KawatError` where polars is missing."""
        frames = _extra("polars")
        types = {
            "text": frames.String,
            "texts": frames.List(frames.String),
            "number": frames.Float64,
            "count": frames.Int64,
            "flag": frames.Boolean,
            "day": frames.Date,
            "instant": frames.Datetime("us", "UTC"),
        }
        schema = {name: types[kind] for name, kind in self.row.COLUMNS.items()}
        made: polars.DataFrame = frames.DataFrame([_in_utc(line) for line in self.to_dicts()], schema=schema)
        return made

    def _repr_html_(self) -> str:
        """The first rows as a table for notebooks; every word of a report is escaped."""
        columns = [name for name in _SHOWN if name in self.row.COLUMNS]
        head = "".join(f"<th>{escape(name)}</th>" for name in columns)
        lines = [row.to_dict() for row in self.rows[:_FIRST]]
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_cell(line[name]))}</td>" for name in columns) + "</tr>" for line in lines
        )
        said = f"{len(lines)} of {self.total}" + "".join(f"; {note}" for note in self.notes)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{escape(said)}</p>"

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as a typed table, also where there are none. Raises `KawatError` where pyarrow is not installed."""
        arrow = _extra("pyarrow", "arrow")
        types = {
            "text": arrow.string(),
            "texts": arrow.list_(arrow.string()),
            "number": arrow.float64(),
            "count": arrow.int64(),
            "flag": arrow.bool_(),
            "day": arrow.date32(),
            "instant": arrow.timestamp("us", tz="UTC"),
        }
        schema = arrow.schema([(name, types[kind]) for name, kind in self.row.COLUMNS.items()])
        return arrow.Table.from_pylist(self.to_dicts(), schema=schema)


_SHOWN = (
    *("date_start", "published", "type", "status", "review", "actors", "recipients", "speaker", "manner"),
    *("place", "sentence", "text", "excerpt", "chain", "outlet"),
)
_FIRST = 50


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return "" if value is None else str(value)


def _in_utc(line: dict[str, object]) -> dict[str, object]:
    return {k: v.astimezone(UTC) if isinstance(v, datetime) else v for k, v in line.items()}


def _extra(module: str, extra: str | None = None) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise KawatError(f"this needs {module}: pip install 'kawat[{extra or module}]'") from error


@dataclass(frozen=True, slots=True)
class Shown:
    """What has an id: the record of its article, the claim or quotation in it, and who else tells of the act."""

    found: Found
    record: Record
    claim: ClaimRow | None = None
    quotation: QuoteRow | None = None
    same_act: tuple[ClaimRow, ...] = ()
    origins: tuple[Origin, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[ClaimRow, ...] = field(default=())  # of the article, where the id is an article's
