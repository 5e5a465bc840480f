"""What one report tells of an act, in the form in which it is compared; and which accounts are worth comparing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from kawat.model import Claim, EventType

QUAD: dict[EventType, str] = {
    **dict.fromkeys((EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE), "verbal-cooperation"),
    **dict.fromkeys((EventType.COOPERATE, EventType.AID, EventType.RETREAT), "material-cooperation"),
    **dict.fromkeys((EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN), "verbal-conflict"),
    **dict.fromkeys(
        (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
        "material-conflict",
    ),
}
"""PLOVER's quadrant of each type: within one, reports of the same act may differ."""

# An act of the last night of a month is told as of the first day of the next one, east of it.
_ZONE_SLACK = timedelta(days=1)
_MOST_MONTHS = 3  # a claim that only says "in 2022" is compared by its report, not with every month


@dataclass(frozen=True, slots=True)
class Account:
    """A claim with the codes of its parties and the day of its report.

    `actors` and `recipients` are guideline codes ("BLR", "IRQ:REB"), without repetition.
    """

    claim: Claim
    article: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reported: date | None

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part, whatever the role, as states and bodies without their sectors."""
        return frozenset(_head(code) for code in (*self.actors, *self.recipients) if code != "UNKNOWN")


def _head(code: str) -> str:
    return code.partition(":")[0]


def keys(account: Account) -> frozenset[str]:
    """The comparison keys of an account: quadrant, two parties and month. Two accounts without a common key are not
    compared. An account with neither a known party nor a day has none.
    """
    months = tuple(_months(account))
    return frozenset(
        f"{QUAD[account.claim.type]}|{left}|{right}|{month}"
        for (left, right), month in product(_pairs(account), months)
    )


def _pairs(account: Account) -> Iterator[tuple[str, str]]:
    parties = sorted(account.parties)
    yield from combinations(parties, 2)
    if len(parties) == 1:
        yield parties[0], ""


def _months(account: Account) -> Iterator[str]:
    first, last = span_of_days(account)
    if first is None or last is None:
        return
    first, last = first - _ZONE_SLACK, last + _ZONE_SLACK
    months = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_month(first), _month(last) + 1)]
    if len(months) > _MOST_MONTHS and account.reported is not None:
        months = [f"{account.reported:%Y-%m}"]
    yield from months[:_MOST_MONTHS]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def span_of_days(account: Account) -> tuple[date | None, date | None]:
    """First and last day of the act; for an undated one those of its report."""
    when = account.claim.date
    return (when.start, when.end) if when is not None else (account.reported, account.reported)
