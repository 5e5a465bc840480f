"""Which accounts are worth comparing: each is kept under a few keys and looked for under a few others.

Two accounts that can be of one act meet, whichever of them comes first. An act with a day is kept under every party and
day; one that is only told of a month under pairs of parties; an undated one under the day of its report.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from kawat.corroborate.accounts import QUAD, Account
from kawat.model import Status

FORM = "4"
"""Version of accounts and keys; those of another version never meet."""

EXACT_DAYS = 7
"""A longer span of days is told of a month or a year, not of days."""
TOLD_WITHIN = 7
"""An undated act happened in the days before its report, at most so many."""
PLANNED_WITHIN = 60
"""An undated plan is carried out within so many days, or is another matter."""

_FUTURE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_MOST_MONTHS = 12


def keys(account: Account) -> frozenset[str]:
    """Under which keys an account is kept; none for one with neither a known party nor a day."""
    found: set[str] = set()
    parties, pairs = _parties(account)
    if exact(account):
        found |= {f"d|{party}|{day}" for party in parties for day in _days(account.start, account.end)}
        found |= {f"m|{pair}|{month}" for pair in pairs for month in _months(account.start, account.end)}
    elif account.start is not None:
        found |= {f"c|{some}|{month}" for some in {*pairs, *parties} for month in _months(account.start, account.end)}
    elif account.reported is not None:
        found |= {f"u|{party}|{account.reported}" for party in parties}
        form = "p" if account.status in _FUTURE else "v"
        found |= {f"{form}|{pair}|{account.reported:%Y-%m}" for pair in pairs}
    return _headed(found, account)


def probes(account: Account) -> frozenset[str]:
    """Under which keys accounts are kept that may be of the same act."""
    found: set[str] = set()
    parties, pairs = _parties(account)
    one, week = timedelta(days=1), timedelta(days=TOLD_WITHIN)
    plan = timedelta(days=PLANNED_WITHIN)
    if exact(account) and account.start and account.end:
        start, end = account.start, account.end
        found |= {f"d|{party}|{day}" for party in parties for day in _days(start - one, end + one)}
        found |= {f"u|{party}|{day}" for party in parties for day in _days(start, end + week)}
        found |= {f"c|{pair}|{month}" for pair in pairs for month in _months(start, end)}
        found |= {f"p|{pair}|{month}" for pair in pairs for month in _months(start - plan, end)}
    elif account.start is not None:
        months = tuple(_months(account.start, account.end))
        # under one party alone stand only the acts of which no other is told
        found |= {f"{form}|{some}|{month}" for form in "mc" for some in {*pairs, *parties} for month in months}
    elif account.reported is not None:
        told = account.reported
        found |= {f"d|{party}|{day}" for party in parties for day in _days(told - week, told)}
        found |= {f"u|{party}|{day}" for party in parties for day in _days(told - week, told + week)}
        if account.status in _FUTURE:
            found |= {
                f"{form}|{pair}|{month}" for form in "mv" for pair in pairs for month in _months(told, told + plan)
            }
        else:
            found |= {f"p|{pair}|{month}" for pair in pairs for month in _months(told - plan, told)}
    return _headed(found, account)


def exact(account: Account) -> bool:
    """Whether an account tells the act of some days, and no month or year."""
    if account.start is None or account.end is None:
        return False
    return (account.end - account.start).days < EXACT_DAYS


def _headed(found: Iterable[str], account: Account) -> frozenset[str]:
    side = "+" if QUAD[account.type].endswith("cooperation") else "-"
    return frozenset(f"{FORM}{side}{key}" for key in found)


def _parties(account: Account) -> tuple[list[str], list[str]]:
    parties = sorted(account.parties)
    return parties, [f"{left}|{right}" for left, right in combinations(parties, 2)] or parties


def _days(start: date | None, end: date | None) -> Iterator[date]:
    if start is not None and end is not None:
        yield from (start + timedelta(days=number) for number in range((end - start).days + 1))


def _months(start: date | None, end: date | None) -> Iterator[str]:
    if start is None or end is None:
        return
    first = start.year * 12 + start.month - 1
    last = min(end.year * 12 + end.month - 1, first + _MOST_MONTHS - 1)
    yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))
