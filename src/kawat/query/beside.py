"""Two reports side by side, an act at a time; and which other reports tell the acts of one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kawat.model import Relay
from kawat.query.acts import acts
from kawat.query.answers import ClaimRow
from kawat.query.first import by_report
from kawat.store import ClaimFilter, Header, Store

MOST_BESIDE = 12
"""So many other reports are named beside one."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another report that tells acts which one report tells: how many, and the relay where one carries the other."""

    header: Header
    acts: int
    relay: Relay | None


def beside(store: Store, article: str, most: int = MOST_BESIDE) -> tuple[Beside, ...]:
    """The other reports that tell the acts of an article, those of most acts first."""
    with store.view() as view:
        told = view.claims(ClaimFilter(article=article)).rows
        found = acts(view, told)
        heads = {one.header.article: one.header for one in found.members.values()}
        shared = Counter(
            other
            for act in found.acts_of(told)
            for other in dict.fromkeys(found.members[claim].header.article for claim in act.claims)
            if other != article
        )
        relays = {other: one for one in view.relays([article]) for other in (one.left, one.right)}
    lines = (Beside(heads[other], number, relays.get(other)) for other, number in shared.items())
    return tuple(sorted(lines, key=lambda one: (-one.acts, by_report(one.header)))[:most])


def by_act(pairs: Iterable[tuple[ClaimRow, ClaimRow]]) -> tuple[tuple[tuple[ClaimRow, ...], tuple[ClaimRow, ...]], ...]:
    """The claims that two reports share, an act at a time: every claim of it in one meets every one in the other."""
    theirs: dict[str, dict[str, ClaimRow]] = {}
    mine: dict[str, ClaimRow] = {}
    for left, right in pairs:
        mine[left.id] = left
        theirs.setdefault(left.id, {})[right.id] = right
    told: dict[frozenset[str], list[ClaimRow]] = {}
    for claim, others in theirs.items():
        told.setdefault(frozenset(others), []).append(mine[claim])
    return tuple((tuple(rows), tuple(theirs[rows[0].id].values())) for rows in told.values())
