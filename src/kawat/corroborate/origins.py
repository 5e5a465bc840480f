"""On how many independent words an act rests: three outlets with one agency's story are one origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kawat.model import Hop, HopKind
from kawat.text import fold


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one word: `kind` and `name` of the innermost hop that answers for it."""

    kind: HopKind | None
    name: str | None
    claims: tuple[str, ...]


def origins(chains: Mapping[str, tuple[Hop, ...]]) -> tuple[Origin, ...]:
    """The independent origins of the claims of a cluster, given their chains (innermost hop first).

    Two claims are of one origin where they share anybody who answers for them: a speaker, the one spoken for, a medium
    or an agency. The outlet answers only where no agency is known. A claim without any named hop is its own origin.
    """
    answering = {claim: tuple(_answering(chain)) for claim, chain in sorted(chains.items())}
    groups: list[tuple[set[str], list[str]]] = []
    for claim, hops in answering.items():
        marks = {_mark(hop) for hop in hops} or {f"claim {claim}"}
        members = [claim]
        rest = []
        for other_marks, other_members in groups:
            if marks & other_marks:
                marks |= other_marks
                members += other_members
            else:
                rest.append((other_marks, other_members))
        groups = [*rest, (marks, members)]
    return tuple(sorted((_origin(members, answering) for _, members in groups), key=lambda one: one.claims))


def _answering(chain: tuple[Hop, ...]) -> Iterable[Hop]:
    relayed = any(hop.kind is HopKind.AGENCY and hop.name for hop in chain)
    return (hop for hop in chain if hop.name and (hop.kind is not HopKind.OUTLET or not relayed))


def _mark(hop: Hop) -> str:
    return hop.entity or f"name {' '.join(fold(hop.name or '').split())}"


def _origin(members: list[str], answering: Mapping[str, tuple[Hop, ...]]) -> Origin:
    claims = tuple(sorted(members))
    # The one who speaks in the most claims of the group is the one to name.
    first = [answering[claim][0] for claim in claims if answering[claim]]
    if not first:
        return Origin(None, None, claims)
    marks = [_mark(hop) for hop in first]
    named = min(first, key=lambda hop: (-marks.count(_mark(hop)), _depth(hop), hop.name or ""))
    return Origin(named.kind, named.name, claims)


def _depth(hop: Hop) -> int:
    return tuple(HopKind).index(hop.kind)
