"""Rows of claims → the actors round one, and what stands between them."""

from collections.abc import Mapping

from kawat import query
from kawat.export import graph
from kawat.query import Meant
from kawat.store import Store
from kawat.web.lines import ActorLine, actor_line
from kawat.web.pages import NetworkEdge, NetworkNode, NetworkPage

LOOKED_AT = 250
NODES = 40
"""More cannot be read; an export has all of them."""


def network(store: Store, name: str) -> NetworkPage:
    """Who deals with an actor in its newest claims. Errors as for `kawat.query.claims`."""
    with store.view() as view:
        meant = query.resolve(view, name)
    answer = query.claims(store, either=meant.id, limit=LOOKED_AT)
    found = graph.network(answer.rows)
    ranked = sorted(found.nodes, key=lambda key: (key != meant.id, -int(found.nodes[key]["claims"]), key))
    kept = ranked[:NODES]
    nodes = tuple(_node(key, found.nodes[key], meant) for key in kept)
    edges = tuple(_edge(edge) for edge in found.edges if edge.source in kept and edge.target in kept)
    return NetworkPage(
        actor=actor_line(meant),
        total=answer.total,
        looked_at=len(answer.rows),
        nodes=nodes,
        edges=edges,
        left_out=len(ranked) - len(kept),
        asked={"either": meant.id},
    )


def _node(key: str, values: Mapping[str, graph.Value], meant: Meant) -> NetworkNode:
    name = meant.name if key == meant.id else str(values["label"])
    return NetworkNode(ActorLine(key, str(values["code"]), name), int(values["claims"]))


def _edge(edge: graph.Edge) -> NetworkEdge:
    values = edge.values
    score = values.get("goldstein")
    return NetworkEdge(
        source=edge.source,
        target=edge.target,
        status=str(values["status"]),
        claims=int(values["n_claims"]),
        events=int(values["n_events"]),
        goldstein=None if score is None else float(score),
    )
