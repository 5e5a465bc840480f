"""Values in words that people read, the same on a terminal and on a page."""

from collections.abc import Callable, Iterable
from datetime import datetime, time

from kawat.export.contract import DateJson
from kawat.model import Date, Grain, Hop


def chained(hops: Iterable[Hop], name: Callable[[Hop], str]) -> str:
    """A chain from the innermost hop out: "Lukashenko ‹ Eismont ‹ BelTA ‹ TASS ‹ Kompas.TV".

    "&" joins those who gave the words side by side: "Reuters & AFP ‹ Kompas.TV". `name` writes one hop.
    """
    return "".join(
        f"{(' & ' if hop.beside else ' ‹ ') if number else ''}{name(hop)}" for number, hop in enumerate(hops)
    )


def when(date: Date | DateJson) -> str:
    """A date, as short as its grain: 2022-03-11, 2022-03, 2022, 2020s, or its first and last day."""
    first, last = date.start, date.end
    match date.grain:
        case Grain.MONTH if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        case Grain.YEAR if first.year == last.year:
            return f"{first:%Y}"
        case Grain.DECADE:
            return f"{first:%Y}s"
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m-%d}/{last:%d}"
    if first.year == last.year:
        return f"{first:%Y-%m-%d}/{last:%m-%d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def published(told: datetime) -> str:
    """When a report came out: "2025-05-04 21:10+07:00"; a day alone where no clock is known, which is midnight."""
    return told.date().isoformat() if has_no_clock(told) else told.isoformat(" ", "minutes")


def has_no_clock(published: datetime) -> bool:
    """Whether an instant is no more than a day, as far as can be seen from it."""
    return published.time() == time()


def leans(date: Date | DateJson, sentence: str) -> bool:
    """Whether the words of a date stand outside the sentence of its claim: in its paragraph, the lead or nowhere."""
    return date.raw is None or date.raw not in sentence
