"""The claims of an actor in brief → the network of those with whom it deals, by status."""

from collections import Counter, defaultdict
from statistics import fmean

from kawat import query
from kawat.export.gdelt import pairs
from kawat.model import Entity
from kawat.model.codes import UNKNOWN, sector_of
from kawat.query import Briefs, Meant
from kawat.store import Brief, Store
from kawat.web.lines import ActorLine, actor_line, coded_line
from kawat.web.pages import NetworkEdge, NetworkNode, NetworkPage

LOOKED_AT = 500
NODES = 40
"""More cannot be read; an export has all of them."""


def network(store: Store, name: str) -> NetworkPage:
    """Who deals with an actor in its newest claims. Errors as for `kawat.query.claims`."""
    with store.view() as view:
        meant = query.resolve(view, name)
    found = query.brief_network(store, meant, limit=LOOKED_AT)
    told: Counter[str] = Counter()
    actors: dict[str, Entity] = {}
    between: dict[tuple[str, str, str], list[Brief]] = defaultdict(list)
    for claim in sorted(found.rows, key=lambda one: one.id):
        met: dict[str, Entity] = {}
        for one, other in pairs(claim):
            if one is not None and other is not None and UNKNOWN not in (one.id, other.id):
                met |= {party.id: party for party in (one, other)}
                between[one.id, other.id, claim.status.value].append(claim)
        told.update(met.keys())
        actors |= {key: party for key, party in met.items() if key not in actors}
    ranked = sorted(told, key=lambda key: (key != meant.id, -told[key], key))
    kept = ranked[:NODES]
    return NetworkPage(
        actor=actor_line(meant),
        total=found.total,
        looked_at=len(found.rows),
        nodes=tuple(NetworkNode(_line(key, actors[key], meant), told[key]) for key in kept),
        edges=tuple(_edge(*ends, some, found) for ends, some in sorted(between.items()) if {*ends[:2]} <= {*kept}),
        left_out=len(ranked) - len(kept),
        asked={"either": meant.id},
    )


def _line(key: str, party: Entity, meant: Meant) -> ActorLine:
    if key == party.code and sector_of(key):
        return coded_line(key)  # each report has other words for them
    return ActorLine(key, party.code, meant.name if key == meant.id else party.name)


def _edge(source: str, target: str, status: str, some: list[Brief], found: Briefs) -> NetworkEdge:
    acts = {found.acts[claim.id].event: claim for claim in some}
    scores = [claim.goldstein for claim in acts.values() if claim.goldstein is not None]
    return NetworkEdge(
        source=source,
        target=target,
        status=status,
        claims=len(some),
        events=len(acts),
        goldstein=round(fmean(scores), 3) if scores else None,
    )
