"""Whether two claims tell of the same act: a dated, signed judgement with its reasons."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kawat.corroborate.accounts import Account
from kawat.corroborate.blocking import probes
from kawat.corroborate.features import (
    Score,
    same_counts,
    same_parties,
    same_people,
    same_place,
    same_status,
    same_story,
    same_subject,
    same_time,
    same_type,
)
from kawat.model import Judgement, Link

Feature = Callable[[Account, Account], Score]

FEATURES: tuple[tuple[str, Feature], ...] = (
    ("type", same_type),
    ("parties", same_parties),
    ("people", same_people),
    ("time", same_time),
    ("place", same_place),
    ("subject", same_subject),
    ("counts", same_counts),
    ("story", same_story),
    ("status", same_status),
)
"""Name and function. Points were set by hand on the open stories of tests/stories."""

NEEDED = 5.0
"""Points from which on two claims are more likely of one act than not: the same type, parties and day, told by the
sentences themselves, bring 5.8, less for acts that come often; different words then take some of it away."""

SAME = 0.5
UNSURE = 0.25


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two accounts are: `score` between 0 and 1, the features' own points, and whether one of them bars."""

    score: float
    features: tuple[tuple[str, Score], ...]
    barred: bool


def compare(left: Account, right: Account) -> Comparison:
    """Compares two accounts, feature by feature until one bars. Symmetric."""
    features: list[tuple[str, Score]] = []
    for name, feature in FEATURES:
        features.append((name, feature(left, right)))
        if features[-1][1].barred:  # most pairs end here: nothing else need be looked at
            return Comparison(0.0, tuple(features), barred=True)
    points = sum(score.value for _, score in features)
    return Comparison(round(1 / (1 + math.exp(NEEDED - points)), 4), tuple(features), barred=False)


def link(account: Account, candidates: Iterable[Account], at: datetime, by: str) -> tuple[Link, ...]:
    """The judgements `same` and `unsure` on an account and others, the surest first.

    What is left out is judged neither way. `by` signs: "kawat " and a version.
    """
    found = []
    mine = account.parties
    for other in candidates:
        if other.id == account.id or not mine & other.parties:
            continue
        made = compare(account, other)
        if made.barred or made.score < UNSURE:
            continue
        left, right = sorted((account.id, other.id))
        judgement = Judgement.SAME if made.score >= SAME else Judgement.UNSURE
        why = tuple((name, round(score.value, 2)) for name, score in made.features)
        found.append(Link(left, right, judgement, made.score, why, by, at))
    found.sort(key=lambda one: (-one.score, one.left, one.right))
    return tuple(found)


def wanted(accounts: Sequence[Account]) -> dict[int, list[int]]:
    """Each key under which an account of the same act may be kept → the places of the accounts that look there."""
    found: dict[int, list[int]] = {}
    for place, account in enumerate(accounts):
        for key in probes(account):
            found.setdefault(key, []).append(place)
    return found


def link_all(
    accounts: Sequence[Account],
    sought: Mapping[int, Collection[int]],
    stored: Iterable[tuple[Account, Iterable[int]]],
    at: datetime,
    by: str,
) -> tuple[Link, ...]:
    """The judgements on the accounts of one report, on each other and with stored ones.

    `sought` is what `wanted` gives for the accounts, `stored` are accounts, of other reports too, each with the keys of
    `sought` that it is kept under. Every pair is judged by itself: the order of reports does not count.
    """
    near: list[list[Account]] = [list(accounts[:place]) for place in range(len(accounts))]
    own = {account.article for account in accounts}
    for other, shared in stored:
        if other.article in own:
            continue
        for place in {place for key in shared for place in sought[key]}:
            near[place].append(other)
    return tuple(one for account, others in zip(accounts, near, strict=True) for one in link(account, others, at, by))
