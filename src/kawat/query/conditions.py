"""What people type into a question → values, or one sentence that names the allowed ones."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import TypeVar

from kawat.errors import QuestionError
from kawat.model import EventType
from kawat.ontology import type_info
from kawat.store.search import fts_query

E = TypeVar("E", bound=StrEnum)

_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def period(text: str) -> tuple[date, date]:
    """First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Raises `QuestionError` for anything else."""
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        raise QuestionError(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise QuestionError(f"there is no day {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD") from error


def interval(since: str | date | None, until: str | date | None) -> tuple[date | None, date | None]:
    """The first day of `since` and the last of `until`. Raises `QuestionError` where they are the wrong way round."""
    since, until = (one.isoformat()[:10] if isinstance(one, date) else one for one in (since, until))
    first = period(since)[0] if since else None
    last = period(until)[1] if until else None
    if first is not None and last is not None and first > last:
        raise QuestionError(f"nothing can be since {since} and until {until}")
    return first, last


def one_of(values: type[E], text: str | None) -> E | None:
    """The member of a closed set that a word names, in any case. Raises `QuestionError` with the members."""
    if text is None:
        return None
    for member in values:
        if member.value.casefold() == text.strip().casefold():
            return member
    name = {"EventType": "type"}.get(values.__name__, values.__name__.lower())
    raise QuestionError(f"there is no {name} {text!r}; there are {', '.join(member.value for member in values)}")


def kind(text: str | None) -> tuple[EventType | None, str | None]:
    """A type and, behind a slash, one of its modes, as answers write them: "ACCUSE/allege".

    Raises `QuestionError` with the types, or with the modes of the type.
    """
    named, _, mode = (text or "").partition("/")
    found, mode = one_of(EventType, named if text is not None else None), mode.strip().casefold()
    if found is None or not mode:
        return found, None
    modes = [one.name for one in type_info(found).modes]
    if mode not in modes:
        raise QuestionError(f"{found} has no mode {mode!r}; there are {', '.join(modes)}")
    return found, mode


def searchable(text: str | None) -> str | None:
    """Words to look for. Raises `QuestionError` where there is no word in the text."""
    if text is not None and fts_query(text) is None:
        raise QuestionError(f"there is no word to look for in {text!r}")
    return text


def at_least_one(limit: int | None) -> int | None:
    """A limit; None is none. Raises `QuestionError` for one below 1."""
    if limit is not None and limit < 1:
        raise QuestionError(f"the limit must be 1 or more, not {limit}")
    return limit
