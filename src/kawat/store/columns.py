"""How values that SQL has no type for are kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Dialect, String, TypeDecorator

from kawat.model import BlockKind, Span, Status, Telling, Trigger


class Instant(TypeDecorator[datetime]):
    """A point in time with its offset, as ISO 8601 text: "12.57 WIB" must not come back as 05.57 UTC."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a point in time must carry a zone")
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A tuple of strings as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str] | None:
        return None if value is None else list(value)

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(value or ())


class Tellings(TypeDecorator[tuple[Telling, ...]]):
    """The other places that tell a claim, as a JSON list of lists."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Telling, ...] | None, dialect: Dialect) -> list[list[Any]] | None:
        return None if value is None else [_flat(telling) for telling in value]

    def process_result_value(self, value: list[list[Any]] | None, dialect: Dialect) -> tuple[Telling, ...]:
        return tuple(_telling(*row) for row in value or ())


def _flat(telling: Telling) -> list[Any]:
    trigger = telling.trigger
    ends = (telling.span.start, telling.span.end, trigger.span.start, trigger.span.end)
    return [telling.block.value, telling.sentence, trigger.text, telling.status.value, telling.speaker, *ends]


def _telling(block: str, sentence: str, words: str, status: str, speaker: str | None, *ends: int) -> Telling:
    start, end, first, last = ends
    trigger = Trigger(words, Span(first, last))
    return Telling(BlockKind(block), sentence, Span(start, end), trigger, Status(status), speaker)
