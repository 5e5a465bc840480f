"""Clusters of claims that tell of one act, derived from the judgements on pairs; nothing is merged for good."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from kawat.model import Judgement, signs_kawat


class Judged(Protocol):
    """A dated, signed judgement on a pair: a `Link` of claims, an `Identity` of entities."""

    @property
    def left(self) -> str: ...

    @property
    def right(self) -> str: ...

    @property
    def judgement(self) -> Judgement: ...

    @property
    def score(self) -> float: ...

    @property
    def by(self) -> str: ...

    @property
    def at(self) -> datetime: ...


J = TypeVar("J", bound=Judged)


def standing(links: Iterable[J]) -> dict[tuple[str, str], J]:
    """The judgement that holds for each pair: a person's over Kawat's, and of either the last by date.

    Kawat does not overrule a person by reading the same reports again. A person's "unsure" takes back what people have
    judged: Kawat's own holds again.
    """
    own: dict[tuple[str, str], J] = {}
    people: dict[tuple[str, str], J] = {}
    for link in sorted(links, key=_weight):
        (own if automatic(link) else people)[link.left, link.right] = link
    return own | {pair: link for pair, link in people.items() if link.judgement is not Judgement.UNSURE}


def _weight(link: Judged) -> tuple[object, ...]:
    # The last parts only make the order of equal judgements one.
    return (not automatic(link), link.at, link.judgement.value, link.score, link.by)


def automatic(link: Judged) -> bool:
    """Whether Kawat judged, not a person."""
    return signs_kawat(link.by)


def clusters(
    claims: Iterable[str],
    links: Iterable[Judged],
    barred: Callable[[frozenset[str], frozenset[str]], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The claims in groups of those judged the same, every claim in one group; the order of the input does not count.

    Links to claims that are not among `claims` are passed over. Two claims that are judged different
    never come into one group by way of a third, nor do two groups of which `barred` says that they are not of one act:
    the surest links are followed first, and one that would join such groups is not. What a person judges the same is
    never barred, and brings along whatever Kawat has joined to either.
    """
    group = {claim: frozenset({claim}) for claim in claims}
    found = dict(group)  # the parts of a group that Kawat itself has joined: by these alone it is judged what is barred
    held = {pair: link for pair, link in standing(links).items() if pair[0] in group and pair[1] in group}
    apart: dict[str, set[str]] = {claim: set() for claim in group}
    for (left, right), link in held.items():
        if link.judgement is Judgement.DIFFERENT:
            apart[left].add(right)
            apart[right].add(left)
    same = [link for link in held.values() if link.judgement is Judgement.SAME]
    for link in sorted(same, key=lambda one: (automatic(one), -one.score, one.left, one.right)):
        mine, theirs = group[link.left], group[link.right]
        if any(apart[claim] & theirs for claim in mine):
            continue
        if automatic(link):
            parts = found[link.left], found[link.right]
            if parts[0] is parts[1] or (barred is not None and barred(*parts)):
                continue
            found.update(dict.fromkeys(parts[0] | parts[1], parts[0] | parts[1]))
        if mine is not theirs:
            group.update(dict.fromkeys(mine | theirs, mine | theirs))
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))
