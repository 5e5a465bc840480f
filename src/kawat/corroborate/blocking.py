"""Which accounts are worth comparing: each is kept under a few keys and looked for under a few others.

Two accounts that can be of one act meet, whichever of them comes first. An act with a day is kept under who takes part
and the day; one that is only told of a month under those and the month; an undated one under the day of its report.
A key of a day also has the quadrant of the type, one of a month the type or a word for the act: what is compared hardly
grows with a store. Keys are numbers of 63 bits that tell nothing but that they are the same.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from kawat.corroborate.accounts import QUAD, Account, heads
from kawat.corroborate.kinds import ACROSS, MUTUAL
from kawat.corroborate.outlines import Outline
from kawat.lang import LANGUAGES
from kawat.model import EventType, Status

VERSION = 9
"""Of accounts and keys; those of another version never meet."""

EXACT_DAYS = 7
"""A longer span of days is told of a month or a year, not of days."""
TOLD_WITHIN = 4
"""An undated act happened in the days before its report, at most so many."""
PLANNED_WITHIN = 60
"""An undated plan is carried out within so many days, or is another matter."""
PLANNED_LONG = 120
"""The same where plan and act are told in the same words."""

_FUTURE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_MOST_MONTHS = 12
_NOT_OWN = "-"
_MARKS = frozenset((_NOT_OWN, *LANGUAGES))
_DATED = tuple(f"d{mark}" for mark in sorted(_MARKS))

_SIDES = dict(zip(sorted(set(QUAD.values())), "abcd", strict=True))
_ACROSS_TO: dict[EventType, frozenset[str]] = {
    one: frozenset(QUAD[other] for pair in ACROSS if one in pair for other in pair - {one}) for one in QUAD
}


_WHEN_BITS = 22  # days by number until after the year 9999
_UNDER_BITS = 63 - _WHEN_BITS

_When = tuple[str, str, range]
"""A form of keys, who takes part, and the numbers of days or months."""


@lru_cache(maxsize=1 << 16)
def _under(words: str) -> int:
    """The high bits of keys: days of one dyad and form stand side by side."""
    digest = blake2b(f"{VERSION}{words}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _UNDER_BITS) << _WHEN_BITS


def _made(under: str, whens: Iterable[_When]) -> Iterator[int]:
    """The keys of some times under a side, a type or a word."""
    for form, who, some in whens:
        high = _under(f"{under}{form}{who}")
        for when in some:
            yield high | when


def keys(account: Account) -> frozenset[int]:
    """Under which keys an account is kept; none for one with neither a known party nor a day."""
    told = _told(account)
    kept, lasting = (*told.whole, *told.any_role, *told.alone), told.whole or told.alone
    days: list[_When] = []
    months: list[_When] = []
    if exact(account):
        form = f"d{_mark(account)}"
        days += [(form, who, _days(account.start, account.end)) for who in kept]
        months += [("m", who, _months(account.start, account.end)) for who in kept]
    elif account.start is not None:
        months += [("c", who, _months(account.start, account.end)) for who in kept]
    elif account.reported is not None:
        days += [("u", who, _days(account.reported, account.reported)) for who in kept]
        form = "p" if account.status in _FUTURE else "v"
        months += [(form, who, _months(account.reported, account.reported)) for who in lasting]
    # by the words for the act, whatever type was read from them, where both roles are told
    whole = [when for when in months if when[1] in told.whole]
    return frozenset(
        (
            *_made(_SIDES[QUAD[account.type]], days),
            *_made(account.type, months),
            *(key for word in account.deed for key in _made(f"~{word} ", whole)),
        )
    )


def probes(account: Account) -> frozenset[int]:
    """Under which keys accounts are kept that may be of the same act."""
    told = _told(account)
    near = (*told.whole, *told.other_alone, *told.sought)
    own, others = _SIDES[QUAD[account.type]], [_SIDES[quad] for quad in _ACROSS_TO[account.type]]
    across = _near_days(account, told.whole) if others else ()  # another type only where both roles are told
    worded = _near_months(account, told.whole, told.whole, PLANNED_LONG) if account.deed else ()
    return frozenset(
        (
            *_made(own, _near_days(account, near)),
            *(key for side in others for key in _made(side, across)),
            *_made(account.type, _near_months(account, near, told.whole or told.alone, PLANNED_WITHIN)),
            *(key for word in account.deed for key in _made(f"~{word} ", worded)),
        )
    )


def _near_months(account: Account, near: Collection[str], lasting: Collection[str], within: int) -> list[_When]:
    """Those who take part and months: of acts of which no more is told, and of plans for such a time."""
    week, plan = timedelta(days=TOLD_WITHIN), timedelta(days=within)
    start, end, day = account.start, account.end or account.start, account.reported
    wanted: list[tuple[str, Collection[str], date, date]] = []
    if exact(account) and start and end:
        wanted += [("c", near, start, end), ("p", lasting, start - plan, end)]
        if account.status in _FUTURE:  # called off in a report that names no day
            wanted.append(("v", lasting, start - plan, end))
    elif start and end:
        wanted += [(form, near, start, end) for form in "mc"]
        wanted += [(form, lasting, start, end + week) for form in "pv"]
    elif day is not None:
        wanted.append(("c", lasting, day - week, day))
        if account.status in _FUTURE:
            wanted += [(form, lasting, day, day + plan) for form in "mv"]
        else:
            wanted.append(("p", lasting, day - plan, day))
        if account.status is Status.DENIED:  # a plan for a later day is called off
            wanted.append(("m", lasting, day, day + plan))
    return [(form, who, _months(*span)) for form, some, *span in wanted for who in some]


def _near_days(account: Account, near: Collection[str]) -> list[_When]:
    """Those who take part and days: of the act, of its reports, and of other acts about then."""
    week = timedelta(days=TOLD_WITHIN)
    wanted: list[tuple[Iterable[str], range]] = []
    if exact(account) and account.start and account.end:
        start, end = account.start, account.end
        wanted.append((_DATED, _days(start, end)))
        # two sentences of one language that name the day themselves are not a day apart
        others = _MARKS - {_mark(account)} | {_NOT_OWN}
        before, after = start.toordinal() - 1, end.toordinal() + 1
        wanted.append(([f"d{other}" for other in others], range(before, after + 1, after - before)))
        wanted.append(("u", _days(start - timedelta(days=1), end + week)))
    elif account.start is None and account.reported is not None:
        told = account.reported
        wanted.append((_DATED, _days(told - week, told + timedelta(days=1))))  # a day ahead, as zones allow
        wanted.append(("u", _days(told - week, told + week)))
    return [(form, who, days) for forms, days in wanted for form in forms for who in near]


def _mark(account: Account) -> str:
    """The language in which the sentence itself tells the day."""
    return account.language if account.own and account.language in LANGUAGES else _NOT_OWN


def exact(account: Account | Outline) -> bool:
    """Whether an account tells the act of some days, and no month or year."""
    if account.start is None or account.end is None:
        return False
    return (account.end - account.start).days < EXACT_DAYS


@dataclass(frozen=True, slots=True)
class _Told:
    """Who takes part, as parts of keys.

    Two accounts that each tell both roles can be one act only where they share a pair: `whole`. One that leaves a role
    open is kept under each party and its role `alone` and looks under `sought`, where whole ones are kept by each of
    theirs (`any_role`); it looks for others that leave a role open under `other_alone`.
    """

    whole: tuple[str, ...]
    any_role: tuple[str, ...]
    alone: tuple[str, ...]
    other_alone: tuple[str, ...]
    sought: tuple[str, ...]


def _told(account: Account) -> _Told:
    parties = sorted(account.parties)
    actors, recipients = (heads(codes) for codes in (account.actors, account.recipients))
    if account.type in MUTUAL and len(parties) > 1:
        pairs = {f"|{left}|{right}|" for left, right in combinations(parties, 2)}
    else:
        pairs = {f"|{min(one, other)}|{max(one, other)}|" for one in actors for other in recipients}
    if account.type in MUTUAL:  # reports order the parties freely
        actors = recipients = actors | recipients
    roles = sorted([*(f"{party}>" for party in actors), *(f">{party}" for party in recipients)])
    alone, any_role = tuple(f"|{who}|-|" for who in roles), tuple(f"|{who}|" for who in roles)
    return _Told(tuple(sorted(pairs)), any_role, (), alone, ()) if pairs else _Told((), (), alone, alone, any_role)


def _days(start: date | None, end: date | None) -> range:
    """Days by number: there are hundreds in a question, and a date takes long to spell."""
    return range(0) if start is None or end is None else range(start.toordinal(), end.toordinal() + 1)


def _months(start: date | None, end: date | None) -> range:
    """Months by number; of a span of more than a year the first ones."""
    if start is None or end is None:
        return range(0)
    first = _month(start)
    return range(first, min(_month(end), first + _MOST_MONTHS - 1) + 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
