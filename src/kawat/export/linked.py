"""Claims → linked data: schema.org JSON-LD, and W3C Web Annotations that point at the sentence.

Contexts stand in the file, so that a reader needs no network. Kawat gives no verdict: nothing is a `ClaimReview`.
"""

import json
from collections.abc import Mapping

from kawat.export.take import ClaimLike, HeaderLike, Parcel, Take
from kawat.model import Article, Entity

AROUND = 32
"""Code points of prefix and suffix in a text quote."""

_SCHEMA_ORG = {
    "@vocab": "https://schema.org/",
    "kawat": "urn:kawat:term:",
    "url": {"@type": "@id"},
}


def json_ld(take: Take) -> Parcel:
    """schema.org: a `NewsArticle` a report and a `Claim` a claim, with status and chain as terms of our own."""
    seen: dict[str, dict[str, object]] = {}
    graph: list[dict[str, object]] = []
    for claim in take.claims:
        header = claim.header
        if header.article not in seen:
            seen[header.article] = _report(header, take.articles.get(header.article))
        graph.append(_claim(claim))
    whole = {
        "@context": _SCHEMA_ORG,
        "kawat:export": take.provenance.line(),
        "@graph": [*seen.values(), *graph],
    }
    return _json(whole)


def _report(header: HeaderLike, article: Article | None) -> dict[str, object]:
    said: dict[str, object] = {
        "@id": f"urn:kawat:{header.article}",
        "@type": "NewsArticle",
        "headline": header.headline,
        "datePublished": header.published.isoformat() if header.published else None,
        "inLanguage": header.language,
        "publisher": {"@type": "Organization", "name": header.outlet} if header.outlet else None,
        "sourceOrganization": {"@type": "Organization", "name": header.agency} if header.agency else None,
        "author": [{"@type": "Person", "name": name} for name in article.authors] if article else None,
        "editor": [{"@type": "Person", "name": name} for name in article.editors] if article else None,
        "url": header.url if header.url and header.url.startswith(("http://", "https://")) else None,
    }
    return {key: value for key, value in said.items() if value}


def _claim(claim: ClaimLike) -> dict[str, object]:
    said: dict[str, object] = {
        "@id": f"urn:kawat:{claim.id}",
        "@type": "Claim",
        "text": claim.sentence,
        "appearance": {"@id": f"urn:kawat:{claim.header.article}"},
        "claimInterpreter": _party(claim.speaker) if claim.speaker else None,
        "about": [_party(party) for party in (*claim.actors, *claim.recipients)],
        "kawat:status": claim.status.value,
        "kawat:type": claim.type.value,
        "kawat:actor": [party.code for party in claim.actors],
        "kawat:recipient": [party.code for party in claim.recipients],
        "kawat:chain": claim.chain,
        "kawat:event": f"urn:kawat:event:{claim.event}",
        "kawat:origins": claim.origins,
        "temporalCoverage": f"{claim.date.start}/{claim.date.end}" if claim.date else None,
    }
    return {key: value for key, value in said.items() if value not in (None, [])}


def _party(entity: Entity) -> dict[str, object]:
    kind = {"person": "Person", "state": "Country"}.get(entity.kind.value, "Organization")
    return {"@type": kind, "name": entity.name, "identifier": entity.id}


_ANNOTATION = "http://www.w3.org/ns/anno.jsonld"


def annotations(take: Take) -> Parcel:
    """W3C Web Annotation: one a claim; positions are code points of the text that Kawat has stored."""
    whole = {
        "@context": _ANNOTATION,
        "id": "urn:kawat:annotations",
        "type": "AnnotationCollection",
        "label": f"Kawat {take.provenance.line()}",
        "total": len(take.claims),
        "first": {
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(claim, take.articles.get(claim.header.article)) for claim in take.claims],
        },
    }
    return _json(whole)


def _annotation(claim: ClaimLike, article: Article | None) -> dict[str, object]:
    start, end = claim.span.start, claim.span.end
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": claim.sentence}
    if article is not None:
        quote["prefix"] = article.text[max(0, start - AROUND) : start]
        quote["suffix"] = article.text[end : end + AROUND]
    target: dict[str, object] = {
        "source": claim.header.url or f"urn:kawat:{claim.header.article}",
        "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
    }
    if article is not None:
        target["state"] = {"type": "HttpRequestState", "value": f"sha256 {article.source_sha256}"}
    tags = (f"type:{claim.type.value}", f"status:{claim.status.value}", *(f"actor:{p.code}" for p in claim.actors))
    tags = (*tags, *(f"recipient:{p.code}" for p in claim.recipients))
    words = f"{claim.type.value} ({claim.status.value}), on the word of: {claim.chain or 'unnamed'}"
    return {
        "id": f"urn:kawat:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"Kawat {claim.header.pipeline}"},
        "body": [
            {"type": "TextualBody", "value": words, "purpose": "describing", "format": "text/plain"},
            *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
        ],
        "target": target,
    }


def _json(whole: Mapping[str, object]) -> Parcel:
    return Parcel((json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
