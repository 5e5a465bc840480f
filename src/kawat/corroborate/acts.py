"""Clusters as acts: what all reports together say, who contradicts whom, and how the status moved."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from typing import Literal, NamedTuple, TypeVar

import msgspec

from kawat.corroborate.accounts import Account, heads
from kawat.corroborate.blocking import exact
from kawat.corroborate.clusters import clusters
from kawat.corroborate.links import compare
from kawat.corroborate.origins import Support, support
from kawat.corroborate.wording import tolls
from kawat.model import EventType, Grain, Link, Relay, Status
from kawat.model.codes import UNKNOWN

T = TypeVar("T", bound=Hashable)

_STRENGTH = (Status.ASSERTED, Status.ALLEGED, Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)
_AFFIRMS = frozenset({Status.ASSERTED, Status.ALLEGED, Status.PLANNED})
_RISES = frozenset(
    {
        (Status.ALLEGED, Status.ASSERTED),
        (Status.PLANNED, Status.ASSERTED),
        (Status.HYPOTHETICAL, Status.ASSERTED),
        (Status.HYPOTHETICAL, Status.PLANNED),
        (Status.PLANNED, Status.DENIED),  # called off
    }
)
_ONE_ACT = 0.4  # on average over the pairs of two groups
_MOST = 40  # members of a group that are looked at
_SAME_NEWS = timedelta(hours=36)
"""Reports within so many hours are of one piece of news: other numbers in them contradict, later ones correct."""
_TOLD = {"kill": "killed", "injure": "injured", "arrest": "arrested", "army": "soldiers"}
"""How what is counted is shown behind its number, where the word that it is compared by reads oddly there."""
_CORRECTS = "correct"
"""The subject of reports and sentences that correct what was told before."""
_ROUND = 0.05
"""A round number differs from what it rounds by no larger share."""


class ContradictionKind(StrEnum):
    DENIED = "denied"  # told here, denied there
    NUMBER = "number"  # the same thing counted otherwise


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that says otherwise than `against`, claims of the same act; `detail` in a few words."""

    kind: ContradictionKind
    claim: str
    against: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a later report changes: `before` and `after` are statuses, or numbers with what they count.

    `claim` brings it on `day`, `since` stood before.
    """

    kind: Literal["status", "number"]
    before: str
    after: str
    claim: str
    since: str
    day: date


@dataclass(frozen=True, slots=True)
class Act:
    """What the claims of a cluster tell together.

    `id` is the least claim's, with an "e" before it. `status` is the strongest that any report gives that says who did
    it, or any at all where none does; the days are the most exact that are told. `claims` are in the order in which
    they were published.
    """

    id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    type: EventType
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    start: date | None
    end: date | None
    grain: Grain | None
    support: Support
    contradictions: tuple[Contradiction, ...]
    changes: tuple[Change, ...]


def acts(told: Iterable[Account], links: Iterable[Link], relays: Iterable[Relay] = ()) -> tuple[Act, ...]:
    """The acts of some accounts, by day, given the judgements on them and which reports carry each other's words."""
    by_id = {one.id: one for one in told}
    touching: dict[str, list[Relay]] = {}
    for relay in relays:
        for article in (relay.left, relay.right):
            touching.setdefault(article, []).append(relay)
    found = []
    for cluster in clusters(by_id, links, never_one(by_id)):
        members = sorted((by_id[claim] for claim in cluster), key=_by_report)
        articles = {one.article for one in members}
        inside = [
            r for a in sorted(articles) for r in touching.get(a, ()) if r.left in articles and r.right in articles
        ]
        found.append(_act(members, tuple(dict.fromkeys(inside))))
    return tuple(sorted(found, key=lambda one: (one.start or date.max, one.id)))


def never_one(told: Mapping[str, Account]) -> Callable[[frozenset[str], frozenset[str]], bool]:
    """Whether two groups of some accounts are not of one act, whatever a link between two of them says.

    They are not where one pair cannot be, or where all pairs together are less like one act than like two: a headline
    that fits two acts of a day must not join them. Each pair is compared once.
    """
    known: dict[tuple[str, str], float | None] = {}

    def likeness(one: str, other: str) -> float | None:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            made = compare(told[one], told[other])
            known[pair] = None if made.barred else made.score
        return known[pair]

    def barred(mine: frozenset[str], theirs: frozenset[str]) -> bool:
        scores = [likeness(one, other) for one in sorted(mine)[:_MOST] for other in sorted(theirs)[:_MOST]]
        return any(score is None for score in scores) or fmean(score or 0.0 for score in scores) < _ONE_ACT

    return barred


def _by_report(one: Account) -> tuple[float, str, str]:
    return (one.published.timestamp() if one.published else float("inf"), one.article, one.id)


def _act(members: Sequence[Account], relays: tuple[Relay, ...]) -> Act:
    # who only tells that it happened does not say who did it: "an air strike killed 13"
    statuses = {one.status for one in members if _told(one.actors)} or {one.status for one in members}
    dated = sorted(
        (one for one in members if one.start is not None),
        key=lambda one: (not exact(one), not one.own, (one.end or date.max) - (one.start or date.max), one.id),
    )
    first = dated[0] if dated else None
    return Act(
        id=f"e{min(one.id for one in members)}",
        claims=tuple(one.id for one in members),
        articles=tuple(dict.fromkeys(one.article for one in members)),
        type=_usual(one.type for one in members),
        status=next(status for status in _STRENGTH if status in statuses),
        actors=_usual(one.actors for one in members if _told(one.actors)),
        recipients=_usual(one.recipients for one in members if _told(one.recipients)),
        start=first.start if first else None,
        end=first.end if first else None,
        grain=first.grain if first else None,
        support=support(members, relays),
        contradictions=(*_denials(members), *_other_numbers(members, relays)),
        changes=(*_moved(members), *_corrections(members, relays)),
    )


def _told(codes: tuple[str, ...]) -> bool:
    return bool(codes) and codes != (UNKNOWN,)


def _usual(values: Iterable[T]) -> T:
    counted = Counter(values)
    return min(counted, key=lambda one: (-counted[one], str(one))) if counted else ()  # type: ignore[return-value]


def _denials(members: Sequence[Account]) -> Iterable[Contradiction]:
    affirming = [one for one in members if one.status in _AFFIRMS]
    planned = all(one.status is Status.PLANNED for one in members if one.status in _AFFIRMS)
    heard: set[str] = set()
    for one in members:
        voices = " ".join(one.voices) or "no one named"
        if planned and not one.voices:  # what was only planned is called off, which contradicts nobody
            continue
        telling = tuple(other.id for other in affirming if not _came_later(other, one))
        # told again by a second report it is the same denial
        if telling and one.status is Status.DENIED and voices not in heard:
            heard.add(voices)
            yield Contradiction(ContradictionKind.DENIED, one.id, telling, f"denied on the word of {voices}")


def _came_later(told: Account, denial: Account) -> bool:
    """Whether what is told was done on a day behind the report that denies it: "has not freed them", and then did."""
    if told.status is Status.PLANNED or told.start is None or denial.reported is None:
        return False
    return told.start > denial.reported


class _Numbers(NamedTuple):
    """Two accounts that count the same thing otherwise; `toll` says that it is also counted by what befell them."""

    earlier: Account
    later: Account
    what: str
    before: int
    after: int
    toll: bool


def _numbers(members: Sequence[Account], relays: tuple[Relay, ...]) -> Iterator[_Numbers]:
    """Every two reports that count the same thing otherwise."""
    carried = {frozenset((relay.left, relay.right)) for relay in relays}
    told = [_counted(one) for one in members]
    for at, later in enumerate(members):
        for before, earlier in zip(told, members[:at], strict=False):
            if earlier.article == later.article or frozenset((earlier.article, later.article)) in carried:
                continue
            mine, theirs = told[at], before
            both = sorted(mine.keys() & theirs.keys(), key=lambda one: (one not in tolls(), one))
            # one number is counted as people and as what befell them: where either agrees, so does the number
            agreed = {number for what in both for number in mine[what] & theirs[what]}
            what = next((one for one in both if _differ(mine[one], theirs[one], agreed)), None)
            if what is not None:
                old, new = max(theirs[what]), max(mine[what])
                toll = any(old in theirs[one] and new in mine[one] for one in both if one in tolls())
                yield _Numbers(earlier, later, what, old, new, toll)


def _counted(one: Account) -> dict[str, frozenset[int]]:
    """What an account counts → its numbers of that: "3,000 to 5,000 troops" has two."""
    found: dict[str, set[int]] = {}
    for what, number in one.wording.counts:
        found.setdefault(what, set()).add(number)
    return {what: frozenset(numbers) for what, numbers in found.items()}


def _differ(mine: frozenset[int], theirs: frozenset[int], agreed: set[int]) -> bool:
    """Whether numbers of one thing contradict each other: they do not where one is in the range of the other's."""
    if not agreed.isdisjoint(mine | theirs) or (min(mine) <= max(theirs) and min(theirs) <= max(mine)):
        return False
    apart = (min(mine), max(theirs)) if min(mine) > max(theirs) else (min(theirs), max(mine))
    return not _rounded(*apart)


def _rounded(number: int, other: int) -> bool:
    """Whether one number is the other in round hundreds, thousands ... and hardly differs: 9,200 and 9,000."""
    if abs(number - other) > _ROUND * max(number, other):
        return False
    exact, round_one = sorted((number, other), key=_noughts)
    return _noughts(round_one) > 1 and round(exact, -_noughts(round_one)) == round_one


def _noughts(number: int) -> int:
    digits = str(number)
    return len(digits) - len(digits.rstrip("0"))


def _other_numbers(members: Sequence[Account], relays: tuple[Relay, ...]) -> Iterable[Contradiction]:
    """A number against every other number told before it, the first report of each."""
    found: dict[tuple[str, int], Contradiction] = {}
    for one in _numbers(members, relays):
        if not _corrects(one):
            detail, later = f"{one.before} and {one.after} {_TOLD.get(one.what, one.what)}", one.later.id
            made = Contradiction(ContradictionKind.NUMBER, later, (one.earlier.id,), detail)
            found.setdefault((later, one.before), made)
    return found.values()


def _corrections(members: Sequence[Account], relays: tuple[Relay, ...]) -> Iterable[Change]:
    """Numbers that take the place of others, each as the first report of it brings it."""
    found: dict[str, Change] = {}
    for one in _numbers(members, relays):
        if one.later.reported and _corrects(one):
            # the last number before this one is what it corrects
            what = _TOLD.get(one.what, one.what)
            before, after = f"{one.before} {what}", f"{one.after} {what}"
            found[one.later.id] = Change("number", before, after, one.later.id, one.earlier.id, one.later.reported)
    first: dict[tuple[str, str], Change] = {}
    for change in found.values():
        first.setdefault((change.before, change.after), change)
    return first.values()


def _corrects(one: _Numbers) -> bool:
    """Whether the later number takes the place of the earlier: after a day and a half, a grown toll the next day.

    And where its report says that it corrects: "revised the number to three", "Ralat: ...".
    """
    earlier, later = one.earlier, one.later
    if _CORRECTS in later.wording.subjects | later.story and _CORRECTS not in earlier.story:
        return True
    if one.toll and one.after > one.before and _earlier(earlier, later):
        return True
    if earlier.published is None or later.published is None:
        return False
    return later.published - earlier.published > _SAME_NEWS


def _moved(members: Sequence[Account]) -> tuple[Change, ...]:
    """How the status moved; what is admitted has thereby been asserted."""
    admitted = tuple(_admissions(members))
    claims = {one.claim for one in admitted}
    return (*(one for one in _rises(members) if one.claim not in claims), *admitted)


def _rises(members: Sequence[Account]) -> Iterable[Change]:
    """Statuses that a report of a later day is the first to give."""
    seen: dict[Status, Account] = {}
    for one in members:
        if one.reported is None:
            continue
        if one.status not in seen:
            before = next(
                (
                    seen[status]
                    for status in _STRENGTH
                    if status in seen
                    and (status, one.status) in _RISES
                    and _earlier(seen[status], one)
                    and (_told(one.actors) or not _told(seen[status].actors))
                ),
                None,
            )
            # what one report has asserted, another does not raise again
            if before is not None and not (one.status is Status.PLANNED and Status.ASSERTED in seen):
                yield Change("status", before.status.value, one.status.value, one.id, before.id, one.reported)
            if before is None and not _told(one.actors) and any(_told(other.actors) for other in seen.values()):
                continue  # a later report of that status may say who did it
        seen.setdefault(one.status, one)


def _admissions(members: Sequence[Account]) -> Iterator[Change]:
    """The first time that a side says itself that it did what it denied in a report of an earlier day, or that anybody
    tells that it did it on a later one."""
    told: set[str] = set()
    for one in members:
        if one.status is not Status.ASSERTED:
            continue
        own = heads(one.actors)
        says_so = own.intersection(one.voices)
        denials = (other for other in members if other.status is Status.DENIED and _earlier(other, one))
        denied = next(
            (d for d in denials if (own if _came_later(one, d) else says_so).intersection(d.voices)),
            None,
        )
        sides = own.intersection(denied.voices) if denied is not None else set()
        if denied is not None and one.reported is not None and not sides & told:
            told |= sides
            yield Change("status", denied.status.value, one.status.value, one.id, denied.id, one.reported)


def _earlier(one: Account, other: Account) -> bool:
    return one.reported is not None and other.reported is not None and one.reported < other.reported


_DECODER = msgspec.json.Decoder(Act)


def packed_act(one: Act) -> str:
    """An act as a line of text."""
    return msgspec.json.encode(one, order="deterministic").decode()


def unpacked_act(line: str) -> Act:
    """The act that `packed_act` made the line of. Raises `msgspec.ValidationError` for another."""
    return _DECODER.decode(line)
