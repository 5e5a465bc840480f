"""How alike two accounts are, one feature a function; each says why in a few words.

A score is between 0 (against) and 1 (for); 0.5 where one of the two says nothing on the matter.
"""

from dataclasses import dataclass
from datetime import timedelta

from kawat.corroborate.accounts import QUAD, Account, span_of_days
from kawat.model import Grain
from kawat.text import fold, words

UNTOLD = 0.5

_ORGANS = frozenset({"MIL", "COP", "JUD", "LEG"})


@dataclass(frozen=True, slots=True)
class Score:
    """A score and what it rests on."""

    value: float
    detail: str


def same_type(left: Account, right: Account) -> Score:
    """The type of the act; reports may call an agreement an offer, but not a raid."""
    one, other = left.claim.type, right.claim.type
    if one is other:
        return Score(1.0, one.value)
    if QUAD[one] == QUAD[other]:
        return Score(0.5, f"{one.value} and {other.value}, both {QUAD[one]}")
    return Score(0.0, f"{one.value} and {other.value}")


def same_parties(left: Account, right: Account) -> Score:
    """Who did it to whom: the two roles apart, except in mutual acts, where reports order the parties freely."""
    doers = _known(left.actors), _known(right.actors)
    others = _known(left.recipients), _known(right.recipients)
    one, other = doers[0] | others[0], doers[1] | others[1]
    if not one or not other:
        return Score(UNTOLD, "parties not told")
    shared = " ".join(sorted(one & other)) or "none in common"
    if not left.recipients or not right.recipients:
        return Score(_overlap(one, other), shared)
    return Score((_overlap(*doers) + _overlap(*others)) / 2, shared)


def same_time(left: Account, right: Account) -> Score:
    """Whether the days can be the same, as exactly as the less exact of the two says."""
    if left.claim.date is None or right.claim.date is None:
        return _by_reports(left, right)
    one, other = left.claim.date, right.claim.date
    first, last = max(one.start, other.start), min(one.end, other.end)
    if first <= last:
        if Grain.UNKNOWN in (one.grain, other.grain):
            return Score(UNTOLD, "days overlap, grain unknown")
        shared = (last - first).days + 1
        longer = max((one.end - one.start).days, (other.end - other.start).days) + 1
        # A day within a month is a weaker agreement than the same day; within a year it says little.
        value = 1.0 if longer == shared else max(UNTOLD, 0.8 - 0.1 * (longer // 31))
        return Score(value, f"{shared} of {longer} days shared")
    apart = (first - last).days
    if apart == 1 and one.start == one.end and other.start == other.end:
        return Score(0.6, "a day apart, as zones allow")
    return Score(0.0, f"{apart} days apart")


def same_place(left: Account, right: Account) -> Score:
    """The place of the act, by id where both have one, else by name."""
    one, other = left.claim.place, right.claim.place
    if one is None or other is None:
        return Score(UNTOLD, "place not told")
    if one.id is not None and other.id is not None:
        return Score(1.0 if one.id == other.id else 0.0, f"{one.id} and {other.id}")
    return Score(1.0 if fold(one.name) == fold(other.name) else UNTOLD, f"{one.name} and {other.name}")


def same_words(left: Account, right: Account) -> Score:
    """How much of the shorter sentence stands in the other: names and numbers are shared across languages too."""
    one, other = _content(left.claim.sentence), _content(right.claim.sentence)
    if not one or not other:
        return Score(0.0, "no words to compare")
    shared = one & other
    return Score(len(shared) / min(len(one), len(other)), " ".join(sorted(shared)))


def _by_reports(left: Account, right: Account) -> Score:
    (first, last), (start, end) = span_of_days(left), span_of_days(right)
    if first is None or last is None or start is None or end is None:
        return Score(UNTOLD, "day not told")
    near = first - timedelta(days=2) <= end and start <= last + timedelta(days=2)
    return Score(UNTOLD if near else 0.0, "reported " + ("within two days" if near else "at other times"))


def _known(codes: tuple[str, ...]) -> frozenset[str]:
    """The codes that say who it is; a state's soldiers, police, courts and parliament are the state."""
    return frozenset(
        head if sector in _ORGANS else code
        for code, (head, _, sector) in ((code, code.partition(":")) for code in codes)
        if code != "UNKNOWN"
    )


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return UNTOLD
    return len(one & other) / len(one | other)


def _content(sentence: str) -> frozenset[str]:
    """Words of four letters and more, and numbers: function words of both languages are mostly shorter."""
    found = (fold(word.text) for word in words(sentence))
    return frozenset(word for word in found if len(word) >= 4 or word.isdigit())
