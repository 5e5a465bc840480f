"""What a page tells machines about itself: JSON-LD, meta elements and `time` elements."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from kawat.read.lines import Stamp, Witness
from kawat.read.plain import clean

_MAX_JSON = 1_000_000
_HEADLINES = ("og:title", "twitter:title", "title")
# In the order in which they are believed: the time of publication before the time of the last change.
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "content_publisheddate",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dc.date",
    "date",
)
_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
_ISO_WORDS = {"Z": "+00:00"}
_ARTICLE_TYPES = ("article", "posting", "reportage", "webpage")


def witness(tree: LexborHTMLParser) -> Witness:
    """The claims of a page's head and its structured data; nothing is checked against the visible page."""
    meta = _metas(tree)
    items = [item for item in _json_ld(tree) if _is_article(item)]
    stamps = [stamp(item[key]) for item in items for key in ("datePublished",) if isinstance(item.get(key), str)]
    stamps += [stamp(meta[name]) for name in _PUBLISHED if name in meta]
    stamps += [stamp(raw) for raw in _marked_times(tree)]
    title = tree.css_first("title")
    headlines = [item["headline"] for item in items if isinstance(item.get("headline"), str)]
    headlines += [meta[name] for name in _HEADLINES if name in meta]
    headlines += [title.text()] if title is not None else []
    return Witness(
        headlines=tuple(dict.fromkeys(clean(h) for h in headlines if clean(h))),
        stamps=tuple(dict.fromkeys(s for s in stamps if s is not None)),
        authors=tuple(dict.fromkeys(_authors(items, meta))),
        site_name=clean(meta.get("og:site_name", "")) or None,
        url=_url(tree, meta),
        language=_language(tree),
        description=clean(meta.get("description", meta.get("og:description", ""))) or None,
    )


def stamp(raw: str) -> Stamp | None:
    """The time that an ISO-like form gives; without a zone it is naive. None for another form or an impossible day."""
    match = _ISO.search(raw)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    text = f"{year}-{int(month):02}-{int(day):02}T{int(hour or 0):02}:{minute or '00'}:{second or '00'}"
    try:
        return Stamp(datetime.fromisoformat(text + _ISO_WORDS.get(zone or "", zone or "")), hour is not None, raw)
    except ValueError:
        return None


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _marked_times(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[itemprop='datePublished'], time[pubdate], time[datetime]")[:3]:
        attributes = node.attributes
        raw = attributes.get("content") or attributes.get("datetime")
        if raw and node.tag != "meta":
            yield raw


def _json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for node in tree.css("script[type='application/ld+json']")[:20]:
        text = node.text()
        if len(text) > _MAX_JSON:
            continue
        try:
            # Many pages break a string over lines, which strict JSON forbids.
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        pending = [value]
        for _ in range(200):
            if not pending:
                break
            item = pending.pop(0)
            if isinstance(item, list):
                pending[:0] = item[:50]
            elif isinstance(item, dict):
                yield item
                pending.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type", "")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in kinds)


def _authors(items: list[dict[str, Any]], meta: dict[str, str]) -> Iterator[str]:
    for item in items:
        value = item.get("author")
        for author in value if isinstance(value, list) else [value]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str) and clean(name):
                yield clean(name)
    for key in ("author", "content_author", "article:author", "dable:author"):
        if key in meta and "/" not in meta[key] and clean(meta[key]):
            yield clean(meta[key])


def _url(tree: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    link = tree.css_first("link[rel='canonical']")
    url = (link.attributes.get("href") if link is not None else None) or meta.get("og:url")
    return url.strip() if url and url.strip().startswith(("http://", "https://")) else None


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    code = (root.attributes.get("lang") or "") if root is not None else ""
    return code.lower().replace("_", "-").split("-")[0] or None
