"""Claims in brief → outlets and agencies, with the shares of claims by a party's word and by a state's media."""

from collections import defaultdict
from functools import lru_cache

from kawat import knowledge, query
from kawat.model import Hop, HopKind
from kawat.query import Briefs
from kawat.store import Brief, Store
from kawat.web.lines import hop_id
from kawat.web.pages import SourceLine, SourcesPage

LOOKED_AT = 500
"""Shares are of the newest claims: of all of a large store they would take seconds."""


def sources(store: Store) -> SourcesPage:
    """The outlets and agencies of the newest claims."""
    found = query.brief(store, chains=True, limit=LOOKED_AT)
    return SourcesPage(
        looked_at=len(found.rows),
        total=found.total,
        outlets=_lines(found, HopKind.OUTLET),
        agencies=_lines(found, HopKind.AGENCY, HopKind.MEDIUM),
    )


def _lines(found: Briefs, *kinds: HopKind) -> tuple[SourceLine, ...]:
    told: dict[str, list[Brief]] = defaultdict(list)
    named: dict[str, Hop] = {}
    for row in found.rows:
        for hop in row.chain:
            if hop.kind in kinds and hop.name:
                key = hop_id(hop)
                named.setdefault(key, hop)
                if not told[key] or told[key][-1] is not row:
                    told[key].append(row)
    lines = [_line(named[key], claims, found) for key, claims in told.items()]
    return tuple(sorted(lines, key=lambda line: (-line.claims, line.name)))


def _line(hop: Hop, claims: list[Brief], found: Briefs) -> SourceLine:
    return SourceLine(
        name=hop.name or "",
        kind=hop.kind.value,
        state_owned=_of_a_state(hop),
        claims=len(claims),
        reports=len({row.article for row in claims}),
        party_sourced=sum(found.acts[row.id].party_sourced for row in claims),
        state_media=sum(any(_of_a_state(one) for one in row.chain) for row in claims),
    )


def _of_a_state(hop: Hop) -> bool:
    """Whether the tables say that a state owns the medium."""
    if hop.kind not in (HopKind.OUTLET, HopKind.AGENCY, HopKind.MEDIUM) or not hop.name:
        return False
    return _owned(hop.entity, hop.name)


@lru_cache(maxsize=10_000)
def _owned(entity: str | None, name: str) -> bool:
    known = knowledge.get(entity) if entity else knowledge.agency(name) or knowledge.outlet(name)
    medium = knowledge.medium(known.id) if known else None
    owner = knowledge.get(medium.owner) if medium and medium.owner else None
    return owner is not None and owner.id == owner.state
