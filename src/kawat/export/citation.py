"""Claims → the reports they stand in, to be cited: CSL-JSON, BibTeX and RIS.

One item a report. Its note names the agencies that carried the word; its annotation holds every claim that was asked
for, with its status, its chain and the sentence. Writers are kept whole: Indonesian names often have one part.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kawat.export.take import ClaimLike, Parcel, Take, clean
from kawat.model import HopKind


@dataclass(frozen=True, slots=True)
class Item:
    """A report as it is cited."""

    key: str
    title: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    outlet: str | None
    url: str | None
    language: str | None
    year: int | None
    month: int | None
    day: int | None
    relays: tuple[str, ...]
    claims: tuple[str, ...]


def items(take: Take) -> Iterator[Item]:
    """The reports of the claims, each once, in the order in which they are met."""
    told: dict[str, list[ClaimLike]] = defaultdict(list)
    for claim in take.claims:
        told[claim.header.article].append(claim)
    for key, claims in told.items():
        header, article = claims[0].header, take.articles.get(key)
        hops = [hop for claim in claims for hop in reversed(claim.hops)]
        relays = [hop.name for hop in hops if hop.name and hop.kind in (HopKind.AGENCY, HopKind.MEDIUM)]
        at = header.published
        yield Item(
            key=key,
            title=clean(header.headline or header.source),
            authors=tuple(clean(name) for name in article.authors) if article else (),
            editors=tuple(clean(name) for name in article.editors) if article else (),
            outlet=clean(header.outlet) if header.outlet else None,
            url=clean(header.url) if header.url else None,
            language=header.language,
            year=at.year if at else None,
            month=at.month if at else None,
            day=at.day if at else None,
            relays=tuple(dict.fromkeys(clean(name) for name in relays)),
            claims=tuple(_cited(claim) for claim in claims),
        )


def _cited(claim: ClaimLike) -> str:
    """A claim in one line: id, status, chain, sentence."""
    told = "; ".join(filter(None, (claim.status.value, claim.chain)))
    return clean(f"{claim.id} [{told}] “{claim.sentence}”")


def csl(take: Take) -> Parcel:
    """CSL-JSON, as Zotero, Pandoc and citeproc read it."""
    found = [_csl(item, take) for item in items(take)]
    return Parcel((json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _csl(item: Item, take: Take) -> dict[str, object]:
    said: dict[str, object] = {"id": item.key, "type": "article-newspaper", "title": item.title}
    said["author"] = [{"literal": name} for name in item.authors]
    said["editor"] = [{"literal": name} for name in item.editors]
    said["container-title"] = item.outlet
    if item.year:
        said["issued"] = {"date-parts": [[item.year, item.month, item.day]]}
    said |= {"URL": item.url, "language": item.language, "note": _via(item)}
    said |= {"annote": "\n".join(item.claims), "source": f"Kawat {take.provenance.line()}"}
    return {key: value for key, value in said.items() if value}


def _via(item: Item) -> str:
    return "via " + "; ".join(item.relays) if item.relays else ""


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "@": "{@}",
}
_TEX_TABLE = str.maketrans(_TEX)


def bibtex(take: Take) -> Parcel:
    """BibTeX in UTF-8, one `@article` a report; where it comes from stands in a comment over the entries."""
    head = f"% Kawat {take.provenance.line()}".replace("@", "(at)")
    return Parcel("\n\n".join([head, *(_bibtex(item) for item in items(take))]).encode("utf-8") + b"\n")


def _bibtex(item: Item) -> str:
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in item.authors),
        "editor": " and ".join(f"{{{_tex(name)}}}" for name in item.editors),
        "title": f"{{{_tex(item.title)}}}",
        "journal": _tex(item.outlet or ""),
        "year": str(item.year or ""),
        "month": str(item.month or ""),
        "day": str(item.day or ""),
        "url": _url(item.url or ""),
        "langid": {"id": "indonesian", "en": "english"}.get(item.language or "", ""),
        "note": _tex(_via(item)),
        "annote": _tex(" ".join(item.claims)),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{item.key},\n{lines}\n}}"


def _tex(text: str) -> str:
    return text.translate(_TEX_TABLE)


def _url(text: str) -> str:
    # Braces and backslashes would end the field; in an address they may always stand encoded.
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def ris(take: Take) -> Parcel:
    """RIS, one `NEWS` record a report."""
    lines = [line for item in items(take) for line in _ris(item, take)]
    return Parcel("".join(f"{tag}  - {value}\r\n" for tag, value in lines).encode("utf-8"))


def _ris(item: Item, take: Take) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", item.key
    yield "TI", item.title
    yield from (("AU", name) for name in item.authors)
    yield from (("ED", name) for name in item.editors)
    if item.outlet:
        yield "T2", item.outlet
    if item.year:
        yield "PY", str(item.year)
        yield "DA", f"{item.year}/{item.month:02}/{item.day:02}"
    if item.url:
        yield "UR", item.url
    if item.language:
        yield "LA", item.language
    if item.relays:
        yield "N1", _via(item)
    yield from (("N1", claim) for claim in item.claims)
    yield "DB", clean(f"Kawat {take.provenance.line()}")
    yield "ER", ""
