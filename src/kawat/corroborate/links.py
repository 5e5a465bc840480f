"""Whether two claims tell of the same act: a dated, signed judgement with its reasons."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from kawat.corroborate.accounts import Account
from kawat.corroborate.blocking import probes
from kawat.corroborate.features import (
    STORY_OF_TWO,
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
from kawat.model import Judgement, Link, Status

Feature = Callable[[Account, Account], Score]

FEATURES: tuple[tuple[str, Feature, float], ...] = (
    ("type", same_type, 0.8),
    ("parties", same_parties, 2.5),
    ("people", same_people, 0.6),
    ("time", same_time, 2.5),
    ("place", same_place, 0.9),
    ("subject", same_subject, 3.8),
    ("counts", same_counts, 0.8),
    ("story", same_story, 2.0),
    ("status", same_status, 0.8),
)
"""Name, function, and the most points that it gives. Points were set by hand on the open stories of tests/stories."""

NEEDED = 5.0
"""Points from which on two claims are more likely of one act than not: the same type, parties and day, told by the
sentences themselves, bring 5.8, less for acts that come often; different words then take some of it away."""

SAME = 0.5
UNSURE = 0.25

_NAMES, _FUNCTIONS, _CEILINGS = zip(*FEATURES, strict=True)
_SLACK = 1e-3  # a score is rounded


class Comparison(NamedTuple):
    """How alike two accounts are: `score` between 0 and 1, the features' own points, and whether one of them bars."""

    score: float
    features: tuple[tuple[str, Score], ...]
    barred: bool


def compare(left: Account, right: Account, least: float = 0.0) -> Comparison:
    """Compares two accounts, feature by feature until one bars. Symmetric.

    It ends, with a score of 0, where what is still to come cannot bring the score to `least`.
    """
    scores: list[Score] = []
    ceilings = _ceilings(left, right) if least else _CEILINGS
    missing = _points(least) - sum(ceilings) if least else -math.inf  # if each feature still to come gave all it can
    for feature, most in zip(_FUNCTIONS, ceilings, strict=True):
        score = feature(left, right)
        scores.append(score)
        missing += most - score.value
        if score.barred or missing > _SLACK:  # most pairs end here: nothing else need be looked at
            return Comparison(0.0, tuple(zip(_NAMES, scores, strict=False)), barred=score.barred)
    points = sum(score.value for score in scores)
    features = tuple(zip(_NAMES, scores, strict=True))
    return Comparison(round(1 / (1 + math.exp(NEEDED - points)), 4), features, barred=False)


def _ceilings(left: Account, right: Account) -> tuple[float, ...]:
    """The most that each feature can bring two accounts, by what they tell at all; in the order of `FEATURES`."""
    kind, parties, people, time, place, subject, counts, story, status = _CEILINGS
    one, other = left.wording, right.wording
    return (
        kind,
        parties,
        people if left.people and right.people else 0.0,
        time,
        place if left.place and right.place else 0.0,
        subject,
        counts if (one.counts and other.counts) or (one.nths and other.nths) else 0.0,
        story if left.article == right.article else STORY_OF_TWO,
        status if Status.DENIED in (left.status, right.status) else 0.0,
    )


@lru_cache(maxsize=16)
def _points(score: float) -> float:
    """From how many points on a score is reached."""
    return NEEDED + math.log(score / (1 - score))


def link(account: Account, candidates: Iterable[Account], at: datetime, by: str) -> tuple[Link, ...]:
    """The judgements `same` and `unsure` on an account and others, the surest first.

    What is left out is judged neither way. `by` signs: "kawat " and a version.
    """
    made = (_judged(account, other, at, by) for other in candidates)
    return tuple(sorted(filter(None, made), key=_surest))


def _surest(one: Link) -> tuple[float, str, str]:
    return (-one.score, one.left, one.right)


def _judged(account: Account, other: Account, at: datetime, by: str) -> Link | None:
    if other.id == account.id or account.parties.isdisjoint(other.parties):
        return None
    made = compare(account, other, UNSURE)
    if made.barred or made.score < UNSURE:
        return None
    left, right = sorted((account.id, other.id))
    judgement = Judgement.SAME if made.score >= SAME else Judgement.UNSURE
    why = tuple((name, round(score.value, 2)) for name, score in made.features)
    return Link(left, right, judgement, made.score, why, by, at)


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
    `sought` that it is kept under. Every pair is judged by itself: the order of reports does not count. No stored
    account is held longer than it is compared: of thousands that are read, few are linked.
    """
    found = [list(link(account, accounts[:place], at, by)) for place, account in enumerate(accounts)]
    own = {account.article for account in accounts}
    for other, shared in stored:
        if other.article in own:
            continue
        for place in {place for key in shared for place in sought[key]}:
            made = _judged(accounts[place], other, at, by)
            if made is not None:
                found[place].append(made)
    return tuple(one for some in found for one in sorted(some, key=_surest))
