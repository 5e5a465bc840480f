"""Which accounts are worth comparing: each is kept under a few keys and looked for under a few others.

Two accounts that can be of one act meet, whichever of them comes first. An act with a day is kept under who takes part
and the day; one that is only told of a month under those and the month; an undated one under the day of its report.
Every key also has the quadrant of the type, so that looking up costs the same in a war as in peace, or nearly so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kawat.corroborate.accounts import QUAD, Account
from kawat.corroborate.kinds import ACROSS, MUTUAL
from kawat.lang import LANGUAGES
from kawat.model import EventType, Status

FORM = "5"
"""Version of accounts and keys; those of another version never meet."""

EXACT_DAYS = 7
"""A longer span of days is told of a month or a year, not of days."""
TOLD_WITHIN = 4
"""An undated act happened in the days before its report, at most so many."""
PLANNED_WITHIN = 60
"""An undated plan is carried out within so many days, or is another matter."""

_FUTURE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_MOST_MONTHS = 12
_NOT_OWN = "-"
_MARKS = frozenset((_NOT_OWN, *LANGUAGES))

_SIDES = dict(zip(sorted(set(QUAD.values())), "abcd", strict=True))
_ACROSS_TO: dict[EventType, frozenset[str]] = {
    one: frozenset(QUAD[other] for pair in ACROSS if one in pair for other in pair - {one}) for one in QUAD
}


def keys(account: Account) -> frozenset[str]:
    """Under which keys an account is kept; none for one with neither a known party nor a day."""
    told = _told(account)
    kept, lasting = (*told.whole, *told.any_role, *told.alone), told.whole or told.alone
    found: set[str] = set()
    if exact(account):
        days, mark = _days(account.start, account.end), _mark(account)
        found |= {f"d{who}{day}{mark}" for who in kept for day in days}
        found |= {f"m{who}{month}" for who in kept for month in _months(account.start, account.end)}
    elif account.start is not None:
        found |= {f"c{who}{month}" for who in kept for month in _months(account.start, account.end)}
    elif account.reported is not None:
        found |= {f"u{who}{account.reported.toordinal()}" for who in kept}
        form = "p" if account.status in _FUTURE else "v"
        found |= {f"{form}{who}{account.reported:%Y-%m}" for who in lasting}
    return frozenset(f"{FORM}{_SIDES[QUAD[account.type]]}{key}" for key in found)


def probes(account: Account) -> frozenset[str]:
    """Under which keys accounts are kept that may be of the same act."""
    told = _told(account)
    near, lasting = (*told.whole, *told.other_alone, *told.sought), told.whole or told.alone
    found: set[str] = set()
    week, plan = timedelta(days=TOLD_WITHIN), timedelta(days=PLANNED_WITHIN)
    start, end = account.start, account.end or account.start
    if exact(account) and start and end:
        found |= {f"d{who}{day}{any_}" for who in near for day in _days(start, end) for any_ in _MARKS}
        # two sentences of one language that name the day themselves are not a day apart
        beside = (start.toordinal() - 1, end.toordinal() + 1)
        others = _MARKS - {_mark(account)} | {_NOT_OWN}
        found |= {f"d{who}{day}{other}" for who in near for day in beside for other in others}
        found |= {f"u{who}{day}" for who in near for day in _days(start, end + week)}
        found |= {f"c{who}{month}" for who in near for month in _months(start, end)}
        found |= {f"p{who}{month}" for who in lasting for month in _months(start - plan, end)}
    elif start and end:
        months = tuple(_months(start, end))
        found |= {f"{form}{who}{month}" for form in "mc" for who in near for month in months}
        found |= {f"{form}{who}{month}" for form in "pv" for who in lasting for month in _months(start, end + week)}
    elif account.reported is not None:
        day = account.reported
        found |= {f"d{who}{when}{any_}" for who in near for when in _days(day - week, day) for any_ in _MARKS}
        found |= {f"u{who}{when}" for who in near for when in _days(day - week, day + week)}
        found |= {f"c{who}{month}" for who in lasting for month in _months(day - week, day)}
        if account.status in _FUTURE:
            found |= {f"{form}{who}{month}" for form in "mv" for who in lasting for month in _months(day, day + plan)}
        else:
            found |= {f"p{who}{month}" for who in lasting for month in _months(day - plan, day)}
    sides = {_SIDES[quad] for quad in (QUAD[account.type], *_ACROSS_TO.get(account.type, ()))}
    return frozenset(f"{FORM}{side}{key}" for side in sides for key in found)


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
    open is kept under each party `alone` and looks under `sought`, where whole ones are kept by each of theirs
    (`any_role`); it looks for others that leave a role open under `other_alone`.
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
    alone = tuple(f"|{party}|-|" for party in parties)
    if pairs:
        return _Told(tuple(sorted(pairs)), tuple(f"|{party}|" for party in parties), (), alone, ())
    return _Told((), (), alone, alone, tuple(f"|{party}|" for party in parties))


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
