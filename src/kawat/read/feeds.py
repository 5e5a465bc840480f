"""RSS and Atom as outlets publish them and readers save them: every item is a report of its own.

An item becomes a line of JSON with the fields of a report, so what holds for those holds for it: its name is the file's
with its number, and an item without a text is told and loses no other.
"""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from xml.etree import ElementTree

import msgspec

from kawat.errors import InputError
from kawat.model import Note
from kawat.read.html import read_html

STAGE = "read.feeds"
_HEAD = 4_096
# Declarations, remarks and the type of the document may stand before the root.
_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<([A-Za-z][\w.:-]*)", re.S)
_ROOTS = frozenset({"rss", "rdf", "feed"})
# Nothing that a feed declares of its own is taken up: an entity can be made to fill all memory.
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.S)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TAGGED = re.compile(r"<[a-zA-Z/!][^<>]*>")
_NAMED_BY_MAIL = re.compile(r"\S+@\S+\s*\((.+)\)\s*")
_APPEARED = re.compile(
    r"(?:The post|Artikel)\b.*\b(?:appeared first on|pertama kali (?:tampil|muncul) (?:di|pada))\b.*"
)
_OF_PICTURES = "{http://search.yahoo.com/mrss/}"  # titles, texts and authors of photographs

_WHOLE, _SUMMARY = ("encoded", "content"), ("description", "summary")
_AUTHOR = ("creator", "author")
_DATES = ("pubDate", "published", "date", "updated", "issued")


def is_feed(text: str) -> bool:
    """Whether a text begins as a feed does."""
    return _root(text) in _ROOTS


def is_other_xml(text: str) -> bool:
    """Whether a text begins as XML that is neither a feed nor a page: a map of a site, say."""
    root = _root(text)
    return text.lstrip().startswith("<?xml") and root is not None and root not in (*_ROOTS, "html")


def items(text: str, source: str) -> tuple[tuple[bytes, ...], tuple[Note, ...]]:
    """The items of a feed as lines of JSON, and what is to be said of all of them.

    Raises `InputError` for a feed that is broken, or empty.
    """
    try:
        root = ElementTree.fromstring(_NAMED.sub(_letter, _DOCTYPE.sub("", text.lstrip(), count=1)))  # noqa: S314
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(f"{source}: the feed is broken: {error}") from error
    channel = next(_named(root, "channel"), root)
    found = [one for one in root.iter() if _name(one) in ("item", "entry")]
    if not found:
        raise InputError(f"{source}: the feed has no items")
    told = [_item(one, _text(channel, ("title",)), _language(root, channel)) for one in found]
    notes: tuple[Note, ...] = ()
    if not any(_text(one, _WHOLE) for one in found):
        notes = (Note(STAGE, "feed-summaries", "The feed gives summaries, which may be shorter than the reports."),)
    return tuple(map(msgspec.json.encode, told)), notes


def _root(text: str) -> str | None:
    match = _ROOT.match(text[:_HEAD])
    return match[1].rpartition(":")[2].lower() if match else None


def _letter(match: re.Match[str]) -> str:
    """Names of letters that HTML has and XML has not; another is shown as it stands."""
    name = match[1]
    return match[0] if name in _OF_XML else html5.get(f"{name};", f"&amp;{name};")


def _item(one: ElementTree.Element, channel: str, language: str) -> dict[str, object]:
    told = {
        "title": _plain(_text(one, ("title",))).replace("\n\n", " "),
        "text": _plain(_text(one, _WHOLE) or _text(one, _SUMMARY)),
        "published": _text(one, _DATES),
        "url": _link(one),
        "outlet": _text(one, ("publisher",)) or _relayed(one) or channel,
        "authors": tuple(_authors(one)),
        "language": language,
    }
    return {name: value for name, value in told.items() if value}


def _plain(raw: str) -> str:
    """The words of a text that may be markup, a paragraph a line."""
    if not _TAGGED.search(raw) and "&" not in raw:
        return raw
    lines = (line.text for line in read_html(f"<div>{raw}</div>").lines)
    return "\n\n".join(line for line in lines if not _APPEARED.fullmatch(line))


def _link(one: ElementTree.Element) -> str:
    """The address of the report: Atom has it in an attribute, beside those of other things."""
    for link in _named(one, "link"):
        if link.get("rel", "alternate") == "alternate" and (address := (link.get("href") or link.text or "").strip()):
            return address
    guid = _text(one, ("guid",))
    return guid if guid.startswith(("http://", "https://")) else ""


def _relayed(one: ElementTree.Element) -> str:
    """The outlet that a feed of feeds took the item from."""
    return next((_text(source, ("title",)) or _inner(source) for source in _named(one, "source")), "")


def _authors(one: ElementTree.Element) -> Iterator[str]:
    for name in _AUTHOR:
        for author in _named(one, name):
            raw = _text(author, ("name",)) or _inner(author)
            mail = _NAMED_BY_MAIL.fullmatch(raw)
            if raw := (mail[1] if mail else "" if "@" in raw else raw):
                yield raw


def _language(root: ElementTree.Element, channel: ElementTree.Element) -> str:
    return _text(channel, ("language",)) or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")


def _text(one: ElementTree.Element, names: Iterable[str]) -> str:
    """What the first of some children says that says anything; a name counts in every namespace."""
    told = (_inner(child) for name in names for child in _named(one, name))
    return next((words for words in told if words), "")


def _inner(one: ElementTree.Element) -> str:
    """The words of an element; where Atom has markup in it, that."""
    if len(one) and one.get("type") == "xhtml":
        for inside in one.iter():
            inside.tag = _name(inside)
        return ElementTree.tostring(one, encoding="unicode", method="html").strip()
    return "".join(one.itertext()).strip()


def _named(one: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (child for child in one if _name(child) == name and not str(child.tag).startswith(_OF_PICTURES))


def _name(one: ElementTree.Element) -> str:
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
