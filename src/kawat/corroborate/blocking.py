"""Which accounts are worth comparing: each is kept under a few keys and looked for under a few others.

Two accounts that can be of one act meet, whichever of them comes first. An act with a day is kept under who takes part
and the day; one that is only told of a month under those and the month; an undated one under the day of its report.
A key of a day also has the quadrant of the type, one of a month the type: what is compared hardly grows with a store.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kawat.corroborate.accounts import QUAD, Account
from kawat.corroborate.kinds import ACROSS, MUTUAL
from kawat.lang import LANGUAGES
from kawat.model import EventType, Status

FORM = "7"
"""Version of accounts and keys; those of another version never meet."""

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
_MONTH = len("2024-01")
_MARKS = frozenset((_NOT_OWN, *LANGUAGES))

_SIDES = dict(zip(sorted(set(QUAD.values())), "abcd", strict=True))
_ACROSS_TO: dict[EventType, frozenset[str]] = {
    one: frozenset(QUAD[other] for pair in ACROSS if one in pair for other in pair - {one}) for one in QUAD
}


def keys(account: Account) -> frozenset[str]:
    """Under which keys an account is kept; none for one with neither a known party nor a day."""
    told = _told(account)
    kept, lasting = (*told.whole, *told.any_role, *told.alone), told.whole or told.alone
    days: set[str] = set()
    months: set[str] = set()
    if exact(account):
        mark = _mark(account)
        days |= {f"d{who}{day}{mark}" for who in kept for day in _days(account.start, account.end)}
        months |= {f"m{who}{month}" for who in kept for month in _months(account.start, account.end)}
    elif account.start is not None:
        months |= {f"c{who}{month}" for who in kept for month in _months(account.start, account.end)}
    elif account.reported is not None:
        days |= {f"u{who}{account.reported.toordinal()}" for who in kept}
        form = "p" if account.status in _FUTURE else "v"
        months |= {f"{form}{who}{account.reported:%Y-%m}" for who in lasting}
    side = _SIDES[QUAD[account.type]]
    return frozenset(
        (
            *(f"{FORM}{side}{key}" for key in days),
            *(f"{FORM}{account.type}{key}" for key in months),
            *_by_deed(account, told, months),
        )
    )


def _by_deed(account: Account, told: "_Told", months: Iterable[str]) -> Iterator[str]:
    """Keys of months by the words for the act, whatever type was read from them, where both roles are told."""
    whole = frozenset(told.whole)
    kept = [key for key in months if key[1:-_MONTH] in whole]
    yield from (f"{FORM}~{word}{key}" for word in account.deed for key in kept)


def probes(account: Account) -> frozenset[str]:
    """Under which keys accounts are kept that may be of the same act."""
    told = _told(account)
    near = (*told.whole, *told.other_alone, *told.sought)
    others = [_SIDES[quad] for quad in _ACROSS_TO[account.type]]
    return frozenset(
        (
            *(f"{FORM}{_SIDES[QUAD[account.type]]}{key}" for key in _near_days(account, near)),
            # under another type only where the parties are told in both roles
            *(f"{FORM}{side}{key}" for side in others for key in _near_days(account, told.whole)),
            *(f"{FORM}{account.type}{key}" for key in _near_months(account, near, told.whole or told.alone)),
            *_by_deed(account, told, _near_months(account, told.whole, told.whole, PLANNED_LONG)),
        )
    )


def _near_months(
    account: Account, near: Iterable[str], lasting: Iterable[str], within: int = PLANNED_WITHIN
) -> set[str]:
    """Keys of those who take part and months: of acts of which no more is told, and of plans for such a time."""
    months: set[str] = set()
    week, plan = timedelta(days=TOLD_WITHIN), timedelta(days=within)
    start, end = account.start, account.end or account.start
    if exact(account) and start and end:
        months |= {f"c{who}{month}" for who in near for month in _months(start, end)}
        months |= {f"p{who}{month}" for who in lasting for month in _months(start - plan, end)}
    elif start and end:
        span = tuple(_months(start, end))
        months |= {f"{form}{who}{month}" for form in "mc" for who in near for month in span}
        months |= {f"{form}{who}{month}" for form in "pv" for who in lasting for month in _months(start, end + week)}
    elif account.reported is not None:
        day = account.reported
        months |= {f"c{who}{month}" for who in lasting for month in _months(day - week, day)}
        if account.status in _FUTURE:
            months |= {f"{form}{who}{month}" for form in "mv" for who in lasting for month in _months(day, day + plan)}
        else:
            months |= {f"p{who}{month}" for who in lasting for month in _months(day - plan, day)}
    return months


def _near_days(account: Account, near: Iterable[str]) -> set[str]:
    """Keys of those who take part and days: those of the act, of its reports, and of other acts about then."""
    found: set[str] = set()
    week = timedelta(days=TOLD_WITHIN)
    if exact(account) and account.start and account.end:
        start, end = account.start, account.end
        found |= {f"d{who}{day}{any_}" for who in near for day in _days(start, end) for any_ in _MARKS}
        # two sentences of one language that name the day themselves are not a day apart
        beside = (start.toordinal() - 1, end.toordinal() + 1)
        others = _MARKS - {_mark(account)} | {_NOT_OWN}
        found |= {f"d{who}{day}{other}" for who in near for day in beside for other in others}
        found |= {f"u{who}{day}" for who in near for day in _days(start, end + week)}
    elif account.start is None and account.reported is not None:
        told = account.reported
        found |= {f"d{who}{day}{any_}" for who in near for day in _days(told - week, told) for any_ in _MARKS}
        found |= {f"u{who}{day}" for who in near for day in _days(told - week, told + week)}
    return found


def _mark(account: Account) -> str:
    """The language in which the sentence itself tells the day."""
    return account.language if account.own and account.language in LANGUAGES else _NOT_OWN


def exact(account: Account) -> bool:
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
    actors, recipients = (_heads(codes) for codes in (account.actors, account.recipients))
    if account.type in MUTUAL and len(parties) > 1:
        pairs = {f"|{left}|{right}|" for left, right in combinations(parties, 2)}
    else:
        pairs = {f"|{min(one, other)}|{max(one, other)}|" for one in actors for other in recipients}
    if account.type in MUTUAL:  # reports order the parties freely
        actors = recipients = actors | recipients
    roles = sorted([*(f"{party}>" for party in actors), *(f">{party}" for party in recipients)])
    alone, any_role = tuple(f"|{who}|-|" for who in roles), tuple(f"|{who}|" for who in roles)
    return _Told(tuple(sorted(pairs)), any_role, (), alone, ()) if pairs else _Told((), (), alone, alone, any_role)


def _heads(codes: Iterable[str]) -> set[str]:
    return {code.partition(":")[0] for code in codes if code != "UNKNOWN"}


def _days(start: date | None, end: date | None) -> range:
    """Days by number: there are hundreds in a question, and a date takes long to spell."""
    return range(0) if start is None or end is None else range(start.toordinal(), end.toordinal() + 1)


def _months(start: date | None, end: date | None) -> Iterator[str]:
    if start is None or end is None:
        return
    first = start.year * 12 + start.month - 1
    last = min(end.year * 12 + end.month - 1, first + _MOST_MONTHS - 1)
    yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))
