"""Claims → a network of who does what to whom, as GraphML or GEXF for Gephi, networkx and others.

A node is an actor by its id; an edge all claims of one status from one actor to another. Claims without two known
parties make no edge. Values are text and numbers, without control characters; lists are joined with "; ".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from kawat.export.gdelt import pairs
from kawat.export.take import ClaimLike, Parcel, Take, clean
from kawat.model import Entity
from kawat.model.codes import UNKNOWN

NODE = {"label": "string", "code": "string", "kind": "string", "names": "string", "claims": "int"}
EDGE = {
    "status": "string",
    "types": "string",
    "weight": "double",
    "n_claims": "int",
    "n_events": "int",
    "n_origins": "int",
    "goldstein": "double",
    "n_goldstein": "int",
    "mutual": "boolean",
    "first": "string",
    "last": "string",
    "articles": "string",
}

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Edge:
    """Claims of one status from one actor to another, with their values by the names of `EDGE`."""

    source: str
    target: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by id, edges, and how many claims make no edge."""

    nodes: Mapping[str, Mapping[str, Value]]
    edges: tuple[Edge, ...]
    unconnected: int


def network(claims: Iterable[ClaimLike]) -> Network:
    """The network of some claims; the same claims in any order give the same network."""
    parties: dict[str, Entity] = {}
    names: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    between: dict[tuple[str, str, str], list[ClaimLike]] = defaultdict(list)
    unconnected = 0
    for claim in sorted(claims, key=lambda one: one.id):
        linked = False
        for one, other in pairs(claim):
            if one is None or other is None or UNKNOWN in (one.id, other.id):
                continue
            linked = True
            for party in (one, other):
                parties.setdefault(party.id, party)
                names[party.id] |= {party.name, *party.aliases}
                told[party.id].add(claim.id)
            between[one.id, other.id, claim.status.value].append(claim)
        unconnected += not linked
    nodes = {key: _node(party, names[key], len(told[key])) for key, party in sorted(parties.items())}
    edges = tuple(Edge(one, other, _edge(status, group)) for (one, other, status), group in sorted(between.items()))
    return Network(nodes, edges, unconnected)


def graphml(take: Take) -> Parcel:
    """GraphML 1.0."""
    found = network(take.claims)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    ET.SubElement(root, "desc").text = clean(take.provenance.line())
    for owner, keys in (("node", NODE), ("edge", EDGE)):
        for name, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="kawat", edgedefault="directed")
    for key, values in found.nodes.items():
        _data(ET.SubElement(graph, "node", id=clean(key)), "node", values)
    for number, edge in enumerate(found.edges):
        ends = {"id": f"e{number}", "source": clean(edge.source), "target": clean(edge.target)}
        _data(ET.SubElement(graph, "edge", ends), "edge", edge.values)
    return Parcel(_xml(root), notes=_notes(found))


def gexf(take: Take) -> Parcel:
    """GEXF 1.2: edges carry the days of their first and last act as `start` and `end`."""
    found = network(take.claims)
    root = ET.Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    meta = ET.SubElement(root, "meta", lastmodifieddate=take.provenance.exported_at.date().isoformat())
    ET.SubElement(meta, "creator").text = f"Kawat {take.provenance.kawat}"
    ET.SubElement(meta, "description").text = clean(take.provenance.line())
    graph = ET.SubElement(root, "graph", mode="dynamic", defaultedgetype="directed", timeformat="date")
    for owner, keys in (("node", NODE), ("edge", EDGE)):
        listed = ET.SubElement(graph, "attributes", {"class": owner, "mode": "static"})
        for name, kind in keys.items():
            if name not in ("label", "weight"):
                gexf_kind = "integer" if kind == "int" else kind
                ET.SubElement(listed, "attribute", id=f"{owner}-{name}", title=name, type=gexf_kind)
    nodes = ET.SubElement(graph, "nodes")
    for key, values in found.nodes.items():
        _attributes(ET.SubElement(nodes, "node", id=clean(key), label=_text(values["label"])), "node", values)
    edges = ET.SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        ends = {"id": str(number), "source": clean(edge.source), "target": clean(edge.target)}
        ends["weight"] = _text(edge.values["weight"])
        ends |= {end: str(edge.values[key]) for end, key in (("start", "first"), ("end", "last")) if key in edge.values}
        _attributes(ET.SubElement(edges, "edge", ends), "edge", edge.values)
    return Parcel(_xml(root), notes=_notes(found))


def _node(party: Entity, names: set[str], claims: int) -> dict[str, Value]:
    return {
        "label": party.name,
        "code": party.code,
        "kind": party.kind.value,
        "names": "; ".join(sorted(names)),
        "claims": claims,
    }


def _edge(status: str, claims: list[ClaimLike]) -> dict[str, Value]:
    events = {claim.event: claim for claim in claims}
    scores = [claim.goldstein for claim in events.values() if claim.goldstein is not None]
    days = [claim.date for claim in claims if claim.date is not None]
    values: dict[str, Value | None] = {
        "status": status,
        "types": "; ".join(sorted({claim.type.value for claim in claims})),
        "weight": float(len(events)),
        "n_claims": len(claims),
        "n_events": len(events),
        "n_origins": sum(claim.origins for claim in events.values()),
        "goldstein": round(sum(scores) / len(scores), 3) if scores else None,
        "n_goldstein": len(scores),
        "mutual": all(not claim.recipients for claim in claims),
        "first": min(day.start for day in days).isoformat() if days else None,
        "last": max(day.end for day in days).isoformat() if days else None,
        "articles": "; ".join(sorted({claim.header.article for claim in claims})),
    }
    return {key: value for key, value in values.items() if value is not None}  # what is not known has no value


def _data(element: ET.Element, owner: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", key=f"{owner}-{name}").text = _text(value)


def _attributes(element: ET.Element, owner: str, values: Mapping[str, Value]) -> None:
    listed = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        if name not in ("label", "weight"):
            ET.SubElement(listed, "attvalue", {"for": f"{owner}-{name}", "value": _text(value)})


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else clean(str(value))


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _notes(found: Network) -> tuple[str, ...]:
    if not found.unconnected:
        return ()
    return (f"{found.unconnected} without two known parties left out of the network",)
