"""On how many independent words an act rests: three outlets with one agency's story are one origin."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kawat.corroborate.accounts import Account, heads
from kawat.knowledge.tables import media
from kawat.model import Hop, HopKind, Relay, Status
from kawat.text import fold

_VOICES = (HopKind.PRINCIPAL, HopKind.SPEAKER)
_NONE: frozenset[str] = frozenset()
_TEXT = "text "
"""Marks whose text a claim carries, not whose word."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one word: `kind` and `name` of the innermost hop that answers for it."""

    kind: HopKind | None
    name: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What an act rests on.

    `origins` are independent of each other. `party_sourced`: behind every origin stands a party of the act.
    `state_media` are the states whose own media carry it, `both_sides` says that doers and those it is done to each
    say so themselves.
    """

    origins: tuple[Origin, ...]
    party_sourced: bool
    state_media: tuple[str, ...]
    both_sides: bool


def origins(
    chains: Mapping[str, tuple[Hop, ...]],
    articles: Mapping[str, str] | None = None,
    relays: Iterable[Relay] = (),
    governments: Mapping[str, Iterable[str]] | None = None,
    parties: Collection[str] = (),
) -> tuple[Origin, ...]:
    """The independent origins of the claims of a cluster, given their chains (innermost hop first).

    Two claims depend on each other where they share anybody who answers for them: a speaker, the one spoken for, a
    medium or an agency; and where the report of one (`articles`) relays that of the other. A state (`governments` has
    those that are heard in each claim) and anybody who speaks for it are one word, and two of its officials are where
    it is one of the `parties` of the act. The outlet answers only
    where no agency is known. A claim without any named hop answers for itself. As many claims as do not depend on each
    other, those with the shortest chains first, are an origin each; the others belong to the one with which they share
    most of those who answer for them, and only then to one whose text they carry.
    """
    groups = _relayed(relays)
    marks: dict[str, frozenset[str]] = {}
    states: dict[str, frozenset[str]] = {}
    for claim, chain in chains.items():
        hops = _answering(chain)
        found = {_mark(hop) for hop in hops}
        heard = frozenset((governments or {}).get(claim, ())) if any(hop.kind in _VOICES for hop in hops) else _NONE
        states[claim] = heard
        article = (articles or {}).get(claim)
        if article is not None:
            found |= {f"{_TEXT}{groups[article]}"} if article in groups else set()
        marks[claim] = frozenset(found | heard.intersection(parties) or {f"claim {claim}"})
    chosen: dict[str, list[str]] = {}

    def owners(claim: str) -> list[str]:
        mine, above = marks[claim], marks[claim] | states[claim]
        return [one for one in chosen if above & marks[one] or mine & states[one]]

    # the state itself comes last: two of its officials can be two words where it is none of them
    for claim in sorted(
        marks, key=lambda one: (bool(marks[one] & states[one]), len(marks[one]), sorted(marks[one]), one)
    ):
        if not owners(claim):
            chosen[claim] = [claim]
    for claim in sorted(marks.keys() - chosen.keys()):
        chosen[_nearest(claim, owners(claim), marks, states)].append(claim)
    return tuple(sorted((_origin(members, chains) for members in chosen.values()), key=lambda one: one.claims))


def _nearest(
    claim: str, owners: Iterable[str], marks: Mapping[str, frozenset[str]], states: Mapping[str, frozenset[str]]
) -> str:
    """The origin to which a claim belongs: one that shares a voice with it goes before one that shares its text."""
    mine = {one for one in marks[claim] | states[claim] if not one.startswith(_TEXT)}
    return min(owners, key=lambda one: (-len(mine & (marks[one] | states[one])), one))


def support(cluster: Iterable[Account], relays: Iterable[Relay] = ()) -> Support:
    """What the act of a cluster rests on."""
    members = {one.id: one for one in cluster}
    found = origins(
        {one.id: one.chain for one in members.values()},
        {one.id: one.article for one in members.values()},
        relays,
        {one.id: one.governments for one in members.values()},
        frozenset().union(*(one.parties for one in members.values())),
    )
    sourced = all(any(_party_speaks(members[claim]) for claim in origin.claims) for origin in found)
    owners = {
        owner
        for one in members.values()
        for hop in one.chain
        if hop.entity in media() and (owner := media()[hop.entity].owner) and len(owner) == 3 and owner.isupper()
    }
    telling = [one for one in members.values() if one.status in (Status.ASSERTED, Status.ALLEGED)]
    doers = any(set(one.voices) & heads(one.actors) for one in telling if one.status is Status.ASSERTED)
    others = any(set(one.voices) & (heads(one.recipients) - heads(one.actors)) for one in telling)
    return Support(found, sourced, tuple(sorted(owners)), doers and others)


def _party_speaks(one: Account) -> bool:
    return bool(set(one.voices) & one.parties)


def _relayed(relays: Iterable[Relay]) -> dict[str, str]:
    """Article → the least of the articles that carry its text."""
    root: dict[str, str] = {}
    for relay in relays:
        left, right = root.setdefault(relay.left, relay.left), root.setdefault(relay.right, relay.right)
        least = min(left, right)
        root.update((article, least) for article, old in tuple(root.items()) if old in (left, right))
    return root


def _answering(chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    relayed = any(hop.kind is HopKind.AGENCY and hop.name for hop in chain)
    return tuple(hop for hop in chain if hop.name and hop.named and (hop.kind is not HopKind.OUTLET or not relayed))


def _mark(hop: Hop) -> str:
    return hop.entity or f"name {' '.join(fold(hop.name or '').split())}"


def _origin(members: list[str], chains: Mapping[str, tuple[Hop, ...]]) -> Origin:
    claims = tuple(sorted(members))
    # The one who answers for the most claims of the group is the one to name, the innermost first.
    hops = [hop for claim in claims for hop in _answering(chains[claim])]
    if not hops:
        return Origin(None, None, claims)
    marks = [_mark(hop) for hop in hops]
    named = min(hops, key=lambda hop: (-marks.count(_mark(hop)), _depth(hop), hop.name or ""))
    return Origin(named.kind, named.name, claims)


def _depth(hop: Hop) -> int:
    return tuple(HopKind).index(hop.kind)
