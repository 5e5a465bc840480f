"""Whether two claims tell of the same act: a dated, signed judgement with its reasons."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from kawat.corroborate.accounts import Account
from kawat.corroborate.blocking import probes
from kawat.corroborate.features import (
    MOST_COUNTS,
    STORY_OF_TWO,
    Score,
    most_subject,
    same_counts,
    same_parties,
    same_people,
    same_place,
    same_status,
    same_story,
    same_subject,
    same_time,
    same_type,
    two_deeds,
)
from kawat.corroborate.outlines import Outline, Spread, spread
from kawat.corroborate.stored import Kept
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
"""Name and function. The points that they give were set by hand on the open stories of tests/stories."""

NEEDED = 5.0
"""Points from which on two claims are more likely of one act than not: the same type, parties and day, told by the
sentences themselves, bring 5.8, less for acts that come often; different words then take some of it away."""

SAME = 0.5
UNSURE = 0.25

_NAMES, _FUNCTIONS = zip(*FEATURES, strict=True)
_LEAST = NEEDED + math.log(UNSURE / (1 - UNSURE)) - 1e-3
"""Points below which nothing is judged; a score is rounded."""

_OUTLINED: tuple[Callable[[Account, Outline], Score], ...] = (
    same_type,
    same_parties,
    same_time,
    same_status,
    same_people,
    same_place,
)
"""Features that an outline has all for; those first that bar most."""


class Comparison(NamedTuple):
    """How alike two accounts are: `score` between 0 and 1, the features' own points, and whether one of them bars."""

    score: float
    features: tuple[tuple[str, Score], ...]
    barred: bool


def compare(left: Account, right: Account) -> Comparison:
    """Compares two accounts, feature by feature until one bars. Symmetric."""
    if two_deeds(left, right):
        return Comparison(0.0, (), barred=True)
    scores: list[Score] = []
    for feature in _FUNCTIONS:
        score = feature(left, right)
        scores.append(score)
        if score.barred:
            return Comparison(0.0, tuple(zip(_NAMES, scores, strict=False)), barred=True)
    points = sum(score.value for score in scores)
    features = tuple(zip(_NAMES, scores, strict=True))
    return Comparison(round(1 / (1 + math.exp(NEEDED - points)), 4), features, barred=False)


class _Terms(NamedTuple):
    """The bits of an account's own terms, in its language and in others, and the most that its numbers can bring."""

    own: Spread
    abroad: Spread
    counts: float


def _terms(one: Account) -> _Terms:
    counted = one.wording.counts or one.wording.nths
    return _Terms(spread(one.terms), spread(one.terms_abroad), MOST_COUNTS if counted else 0.0)


def _worth(account: Account, terms: _Terms, other: Outline) -> bool:
    """Whether another report's account can be judged of the same act, as far as its outline tells."""
    if account.parties.isdisjoint(other.parties):
        return False
    points = terms.counts + STORY_OF_TWO
    for feature in _OUTLINED:
        score = feature(account, other)
        if score.barred:
            return False
        points += score.value
    known = terms.own if account.language == other.language else terms.abroad
    return points + most_subject(account, known, other) > _LEAST


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
    made = compare(account, other)
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
    stored: Iterable[tuple[Kept, Iterable[int]]],
    at: datetime,
    by: str,
) -> tuple[Link, ...]:
    """The judgements on the accounts of one report, on each other and with stored ones.

    `sought` is what `wanted` gives for the accounts, `stored` are accounts, of other reports too, each with the keys of
    `sought` that it is kept under. Every pair is judged by itself: the order of reports does not count. No stored
    account is held longer than it is compared: of thousands that are met, few are read whole, and fewer linked.
    """
    found = [list(link(account, accounts[:place], at, by)) for place, account in enumerate(accounts)]
    own = {account.article for account in accounts}
    terms = [_terms(account) for account in accounts]
    for other, shared in stored:
        if other.outline.article in own:
            continue
        near = {place for key in shared for place in sought[key]}
        worth = [place for place in near if _worth(accounts[place], terms[place], other.outline)]
        whole = other.whole() if worth else None
        if whole is not None:
            judged = ((place, _judged(accounts[place], whole, at, by)) for place in worth)
            for place, made in judged:
                if made is not None:
                    found[place].append(made)
    return tuple(one for some in found for one in sorted(some, key=_surest))
