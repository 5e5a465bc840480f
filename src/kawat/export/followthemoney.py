"""Claims → FollowTheMoney entities as JSON Lines, for Aleph and OpenAleph.

An `Article` a report, one entity an actor over all reports, an `Event` a claim with its report as proof. The model has
no status and no chain: both open the summary of the event, and are its keywords. The sidecar says where it comes from.
"""

from datetime import UTC, datetime
from hashlib import sha1
from typing import Any

from kawat.export.codes import states
from kawat.export.take import ClaimLike, HeaderLike, Parcel, Take, clean, json_lines
from kawat.model import Article, Entity, EntityKind
from kawat.model.codes import UNKNOWN, bare

_SCHEMA = {
    EntityKind.PERSON: "Person",
    EntityKind.STATE: "PublicBody",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.GROUP: "Organization",
    EntityKind.MEDIA: "Organization",
    EntityKind.COLLECTIVE: "LegalEntity",
    EntityKind.UNKNOWN: "LegalEntity",
}


def make(take: Take) -> Parcel:
    """The entities, each id once, in the order in which they are met."""
    found: dict[str, dict[str, Any]] = {}
    for claim in take.claims:
        header = claim.header
        found.setdefault(_id(header.article), _article(header, take.articles.get(header.article)))
        for party in (*claim.actors, *claim.recipients, *([claim.speaker] if claim.speaker else [])):
            if party.code == UNKNOWN and party.id == UNKNOWN:
                continue
            mine = found.setdefault(_id(party.id), _party(party))
            _add(mine, "alias", [n for n in (party.name, *party.aliases) if clean(n) not in mine["properties"]["name"]])
            if party.kind is EntityKind.PERSON and party.role:
                _add(mine, "position", [party.role])
        found[_id(claim.id)] = _event(claim)
    return Parcel(json_lines(list(found.values())), json_lines([{"export": take.provenance.to_dict()}]))


def _id(key: str) -> str:
    return "kawat-" + sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()


def _entity(key: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    said = {name: [clean(v) for v in values if v and clean(v)] for name, values in properties.items()}
    return {"id": _id(key), "schema": schema, "properties": {name: values for name, values in said.items() if values}}


def _add(entity: dict[str, Any], name: str, values: list[str]) -> None:
    known = entity["properties"].get(name, [])
    merged = list(dict.fromkeys([*known, *(clean(value) for value in values if clean(value))]))
    if merged:
        entity["properties"][name] = merged


def _article(header: HeaderLike, article: Article | None) -> dict[str, Any]:
    web = header.url if header.url and header.url.startswith(("http://", "https://")) else None
    language = {"id": "ind", "en": "eng"}.get(header.language or "")
    return _entity(
        header.article,
        "Article",
        title=[header.headline or header.source],
        author=list(article.authors) if article else [],
        publisher=[header.outlet],
        publishedAt=[_instant(header.published)],
        language=[language],
        sourceUrl=[web],
        processingAgent=[f"Kawat {header.pipeline}"],
    )


def _party(party: Entity) -> dict[str, Any]:
    state = states().get(bare(party.code))
    made = _entity(party.id, _SCHEMA[party.kind], name=[party.name], country=[state.iso2.lower() if state else None])
    made["properties"].setdefault("name", [party.id])
    return made


def _event(claim: ClaimLike) -> dict[str, Any]:
    parties = [p for p in (*claim.actors, *claim.recipients) if p.id != UNKNOWN]
    place = claim.place
    return _entity(
        claim.id,
        "Event",
        name=[f"{claim.type.value} ({claim.status.value})"],
        summary=[f"[{claim.status.value}] {claim.sentence} — {claim.chain or 'unnamed'}"],
        keywords=[claim.status.value, claim.type.value, *claim.contexts],
        startDate=[claim.date.start.isoformat() if claim.date else None],
        endDate=[claim.date.end.isoformat() if claim.date else None],
        location=[place.name if place else None],
        organizer=[_id(p.id) for p in claim.actors if p.id != UNKNOWN],
        involved=[_id(p.id) for p in parties],
        proof=[_id(claim.header.article)],
        recordId=[claim.id],
    )


def _instant(at: datetime | None) -> str | None:
    """A point in time as FollowTheMoney keeps it: of no zone, and read as UTC."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() if at else None
