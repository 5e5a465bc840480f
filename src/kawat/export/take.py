"""What an export takes: claims as every answer has them, the reports they stand in, and where the file comes from."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from kawat.model import Article, Date, Entity, EventType, Hop, Place, Span, Status

SCHEMA = "1"
"""The version of the keys of an exported claim; it changes when a key goes or changes its meaning."""


class HeaderLike(Protocol):
    """What one needs of an article to cite it."""

    @property
    def article(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def agency(self) -> str | None: ...
    @property
    def headline(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def published(self) -> datetime | None: ...
    @property
    def pipeline(self) -> str: ...


class ClaimLike(Protocol):
    """A claim, its parties and its report; `event` is one for all claims that are judged to tell the same act."""

    @property
    def id(self) -> str: ...
    @property
    def event(self) -> str: ...
    @property
    def date(self) -> Date | None: ...
    @property
    def type(self) -> EventType: ...
    @property
    def mode(self) -> str | None: ...
    @property
    def contexts(self) -> tuple[str, ...]: ...
    @property
    def cameo(self) -> str | None: ...
    @property
    def goldstein(self) -> float | None: ...
    @property
    def status(self) -> Status: ...
    @property
    def actors(self) -> tuple[Entity, ...]: ...
    @property
    def recipients(self) -> tuple[Entity, ...]: ...
    @property
    def speaker(self) -> Entity | None: ...
    @property
    def hops(self) -> tuple[Hop, ...]: ...
    @property
    def chain(self) -> str: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def trigger(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def score(self) -> float: ...
    @property
    def why(self) -> tuple[str, ...]: ...
    @property
    def origins(self) -> int: ...
    @property
    def reports(self) -> int: ...
    @property
    def header(self) -> HeaderLike: ...

    def to_dict(self) -> dict[str, object]: ...


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an export comes from: `query` as it was asked, `exported_at` as the face that was asked says it."""

    kawat: str
    rules: tuple[str, ...]
    query: Mapping[str, str]
    exported_at: datetime

    @property
    def asked(self) -> str:
        """The question in one line: "between=BLR,RUS status=denied"."""
        return " ".join(f"{key}={value}" for key, value in self.query.items()) or "everything"

    def to_dict(self) -> dict[str, object]:
        """Every key is always there."""
        return {
            "kawat": self.kawat,
            "schema": SCHEMA,
            "rules": list(self.rules),
            "query": dict(self.query),
            "exported_at": self.exported_at.isoformat(timespec="seconds"),
        }

    def line(self) -> str:
        """The same as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Take:
    """Claims to be exported. `columns` are the keys of `to_dict`; `articles` the reports by id, where a format asks."""

    claims: Sequence[ClaimLike]
    columns: tuple[str, ...]
    provenance: Provenance
    articles: Mapping[str, Article] = field(default_factory=dict)
    arrow: Callable[[], Any] | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """An exported file; beside it what its format cannot say, and one sentence for each thing that was left out."""

    main: bytes
    sidecar: bytes | None = None
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The text on one line without control characters, which neither XML nor a table can carry."""
    kept = "".join(" " if c in "\t\n\r\x85\u2028\u2029" else c for c in text if not _forbidden(c))
    return " ".join(kept.split())


def _forbidden(character: str) -> bool:
    code = ord(character)
    control = code < 0x20 and character not in "\t\n\r"
    return control or 0x7F <= code < 0x85 or 0x85 < code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE


def json_lines(objects: Sequence[Mapping[str, object]]) -> bytes:
    """Objects as JSON Lines; days and instants in ISO 8601."""
    return "".join(json.dumps(o, ensure_ascii=False, default=iso) + "\n" for o in objects).encode("utf-8")


def iso(value: object) -> str:
    """A day or an instant in ISO 8601, anything else in its own words: what JSON has no form for."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
