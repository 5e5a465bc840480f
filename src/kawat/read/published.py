"""When a report was published: what the page shows weighed against what its metadata claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from kawat.model import Note
from kawat.read import marks
from kawat.read.dates import YEARS, Printed, find_dates
from kawat.read.lines import Stamp
from kawat.text import fold

STAGE = "read.published"
_MINUTE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Shown:
    """A date on the page: its words, how many lines from the headline, and whether it is said to be a later change."""

    printed: Printed
    raw: str
    distance: int
    later: bool


@dataclass(frozen=True, slots=True)
class Published:
    """The instant, its words (of the page, else of the metadata), and what had to be assumed."""

    at: datetime | None
    raw: str | None
    notes: tuple[Note, ...] = ()


def is_later(before: str) -> bool:
    """Whether the words before a date say that it is that of a later change."""
    words = fold(before).strip(" :|-–—,")
    return any(words.endswith(fold(w)) for w in marks.words_of("publication", "later"))


def settle(shown: Sequence[Shown], stamps: Sequence[Stamp], zone: tzinfo | None, dateline: str = "") -> Published:
    """The instant of publication. `zone` is that of clocks without one, where outlet or language tell it.

    `dateline` are the words of the dateline: a day with its year in them is taken where nothing else gives one.

    A shown clock beats metadata; a shown day takes its clock from metadata that agrees with it; metadata alone is
    taken where nothing is shown. "+00:00" beside the wall clock that the page shows as local time is a false zone.
    """
    possible = [stamp for stamp in stamps if stamp.at.year in YEARS]
    found = _settled(shown, possible, zone, dateline)
    if len(possible) == len(stamps):
        return found
    message = (
        f"The metadata gives a time that no report is of: {next(s.raw for s in stamps if s not in possible)!r:.80}."
    )
    return Published(found.at, found.raw, (*found.notes, Note(STAGE, "metadata-impossible", message)))


def _settled(shown: Sequence[Shown], stamps: Sequence[Stamp], zone: tzinfo | None, dateline: str) -> Published:
    best = max(shown, key=lambda s: _rank(s, stamps, zone), default=None)
    if best is None:
        return _from_stamps(stamps, zone) if stamps else _from_dateline(dateline, zone)
    if best.printed.clock is None:
        agreeing = [s for s in stamps if s.clock and best.printed.day in _days(s, zone)]
        if agreeing:
            return Published(_instant(agreeing[0], best.printed, zone), best.raw)
        at, notes = _zoned(best.printed, (), zone)
        return Published(at, best.raw, (*notes, Note(STAGE, "day-only", "The page gives the day but no clock.")))
    at, notes = _zoned(best.printed, stamps, zone)
    return Published(at, best.raw, notes + _conflicts(at, stamps, zone))


def _rank(shown: Shown, stamps: Sequence[Stamp], zone: tzinfo | None) -> float:
    """How likely a shown date is that of publication."""
    printed = shown.printed
    score = -0.3 * min(shown.distance, 20) - 4.0 * shown.later
    score += 2.0 * (printed.clock is not None) + 1.0 * (printed.zone is not None)
    if any(printed.day in _days(s, zone) for s in stamps):
        score += 4.0
    elif stamps:
        score -= 4.0
    if printed.clock is not None and any(_agrees(printed, s, zone) for s in stamps):
        score += 3.0
    return score


def _days(stamp: Stamp, zone: tzinfo | None) -> set[object]:
    """The days that a stamp can mean: as written, and in local time."""
    days: set[object] = {stamp.at.date()}
    if stamp.at.tzinfo is not None and zone is not None:
        days.add(stamp.at.astimezone(zone).date())
    return days


def _agrees(printed: Printed, stamp: Stamp, zone: tzinfo | None) -> bool:
    if not stamp.clock:
        return False
    if abs(stamp.at.replace(tzinfo=None) - printed.wall()) < _MINUTE:
        return True
    local = printed.zone or zone
    return stamp.at.tzinfo is not None and local is not None and _near(stamp.at, printed.wall().replace(tzinfo=local))


def _near(one: datetime, other: datetime) -> bool:
    return abs(one - other) < _MINUTE


def _zoned(printed: Printed, stamps: Sequence[Stamp], zone: tzinfo | None) -> tuple[datetime, tuple[Note, ...]]:
    """A shown day and clock with its zone, and a note where the zone had to be assumed."""
    wall = printed.wall()
    if printed.zone is not None:
        return wall.replace(tzinfo=printed.zone), ()
    aware = [s.at for s in stamps if s.clock and s.at.tzinfo is not None]
    if zone is not None and any(_near(at, wall.replace(tzinfo=zone)) for at in aware):
        return wall.replace(tzinfo=zone), ()
    for at in aware:
        same_wall = abs(at.replace(tzinfo=None) - wall) < _MINUTE
        if same_wall and (at.utcoffset() or zone is None):
            return wall.replace(tzinfo=at.tzinfo), ()
    for at in aware:  # metadata in UTC and a local clock: the difference is the zone, if it is one
        difference = wall - at.astimezone(UTC).replace(tzinfo=None)
        quarter = round(difference / timedelta(minutes=15)) * timedelta(minutes=15)
        if zone is None and abs(quarter) <= timedelta(hours=14) and abs(difference - quarter) < _MINUTE:
            return wall.replace(tzinfo=timezone(quarter)), ()
    if zone is not None:
        return wall.replace(tzinfo=zone), (
            Note(STAGE, "zone-assumed", "The page prints no zone: the outlet's is taken."),
        )
    return wall.replace(tzinfo=UTC), (
        Note(STAGE, "zone-unknown", "The page prints no zone: its clock is read as UTC."),
    )


def _instant(stamp: Stamp, printed: Printed, zone: tzinfo | None) -> datetime:
    """The instant of a stamp that agrees with a shown day, in local time."""
    if stamp.at.tzinfo is None:
        return stamp.at.replace(tzinfo=zone or UTC)
    local = stamp.at.astimezone(zone) if zone is not None else stamp.at
    return local if local.date() == printed.day else stamp.at.replace(tzinfo=zone or stamp.at.tzinfo)


def _conflicts(at: datetime, stamps: Sequence[Stamp], zone: tzinfo | None) -> tuple[Note, ...]:
    clocked = [s for s in stamps if s.clock]
    if not clocked or any(_same(at, s, zone) for s in clocked):
        return ()
    message = f"The page shows {at.isoformat()}, its metadata {clocked[0].raw}."
    return (Note(STAGE, "metadata-disagrees", message),)


def _same(at: datetime, stamp: Stamp, zone: tzinfo | None) -> bool:
    if stamp.at.tzinfo is None:
        return abs(stamp.at - at.replace(tzinfo=None)) < _MINUTE
    return _near(stamp.at, at)


def _from_dateline(dateline: str, zone: tzinfo | None) -> Published:
    """The day of "LONDON, 5 May 2021 (AFP) -": when it was filed, which is the day of the report or the one before."""
    printed = next(iter(find_dates(dateline)), None)
    if printed is None:
        return Published(None, None)
    at, notes = _zoned(printed, (), zone)
    message = "No date but the one of the dateline, the day when the report was filed."
    return Published(at, printed.span.of(dateline), (*notes, Note(STAGE, "dateline-day", message)))


def _from_stamps(stamps: Sequence[Stamp], zone: tzinfo | None) -> Published:
    stamp = next((s for s in stamps if s.clock and s.at.tzinfo), None) or next((s for s in stamps if s.clock), None)
    stamp = stamp or next(iter(stamps), None)
    if stamp is None:
        return Published(None, None)
    notes = [Note(STAGE, "metadata-only", "The page shows no date: that of its metadata is taken.")]
    if not stamp.clock:
        notes.append(Note(STAGE, "day-only", "The page gives the day but no clock."))
    if stamp.at.tzinfo is None:
        if zone is None:
            notes.append(Note(STAGE, "zone-unknown", "The metadata has no zone: its clock is read as UTC."))
        return Published(stamp.at.replace(tzinfo=zone or UTC), stamp.raw, tuple(notes))
    return Published(stamp.at.astimezone(zone) if zone is not None else stamp.at, stamp.raw, tuple(notes))
