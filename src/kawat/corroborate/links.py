"""Whether two claims of different articles tell of the same act: a dated, signed judgement with its reasons."""

from collections.abc import Callable, Iterable
from datetime import datetime

from kawat.corroborate.accounts import Account
from kawat.corroborate.features import UNTOLD, Score, same_parties, same_place, same_time, same_type, same_words
from kawat.model import Judgement, Link

Feature = Callable[[Account, Account], Score]

FEATURES: tuple[tuple[str, Feature, float], ...] = (
    ("type", same_type, 0.15),
    ("parties", same_parties, 0.25),
    ("time", same_time, 0.25),
    ("place", same_place, 0.10),
    ("words", same_words, 0.25),
)
"""Name, function and weight; the weights add up to 1. They were set by hand on made-up pairs, not learned."""

SAME = 0.80
"""From here on two claims are judged the same: type, parties and day alone (0.70) are not enough, because states do
the same thing to each other twice a day; a shared place or a third of the words must come on top."""

UNSURE = 0.74
MOST_LINKS = 8
"""A claim is linked to its nearest accounts; those are linked among themselves."""


def compare(left: Account, right: Account) -> tuple[float, tuple[tuple[str, Score], ...]]:
    """The weighted score of two accounts, and every feature's own. Symmetric."""
    scores = tuple((name, feature(left, right)) for name, feature, _ in FEATURES)
    total = sum(weight * score.value for (_, _, weight), (_, score) in zip(FEATURES, scores, strict=True))
    return round(total, 4), scores


def link(account: Account, candidates: Iterable[Account], at: datetime, by: str) -> tuple[Link, ...]:
    """The judgements `same` and `unsure` on an account and others of other articles, the surest first.

    What is left out is judged neither way. `by` signs: "kawat " and a version.
    """
    found = []
    for other in candidates:
        if other.article == account.article or other.claim.id == account.claim.id:
            continue
        score, features = compare(account, other)
        values = {name: value.value for name, value in features}
        # Another kind of act, mostly other parties or another time cannot be made good by the rest.
        if values["type"] == 0 or values["time"] == 0 or values["parties"] < UNTOLD or score < UNSURE:
            continue
        left, right = sorted((account.claim.id, other.claim.id))
        judgement = Judgement.SAME if score >= SAME else Judgement.UNSURE
        why = tuple((name, round(value, 4)) for name, value in values.items())
        found.append(Link(left, right, judgement, score, why, by, at))
    found.sort(key=lambda one: (-one.score, one.left, one.right))
    return tuple(found[:MOST_LINKS])
