"""The reporting chain of a claim: what the text says, then the article's agency, then its outlet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kawat import knowledge
from kawat.knowledge.tables import media
from kawat.lang import LANGUAGES, table
from kawat.model import Article, Hop, HopKind
from kawat.model.codes import UNKNOWN, bare
from kawat.read.agency import passes_on

_ANSWERS = frozenset({HopKind.PRINCIPAL, HopKind.SPEAKER})


def full_chain(inner: tuple[Hop, ...], article: Article) -> tuple[Hop, ...]:
    """`inner` (from the innermost hop outwards) with the article's own agencies and outlet as the outer hops.

    An agency that the text names itself ("via TASS" under "Sumber : TASS") is not told twice. Two agencies of one
    credit stand side by side ("Reuters/AFP"), but one that passes others' stories on carries them ("Antara/Reuters").
    """
    chain = list(inner)
    joint = sorted(article.carriers, key=lambda name: not _beside(article, name))
    for name in (article.agency, *joint):
        if name is None:
            continue
        # A report can be taken from an outlet: "diterjemahkan dari BBC"
        known = knowledge.agency(name) or knowledge.outlet(name)
        hop = Hop(HopKind.AGENCY, name, known.id if known else None)
        if any(_same(hop, other) for other in chain):
            continue
        after_agency = bool(chain) and (chain[-1].beside or chain[-1].name == article.agency)
        chain.append(replace(hop, beside=after_agency and name in article.carriers and _beside(article, name)))
    if article.outlet is not None:
        known = knowledge.outlet(article.outlet)
        hop = Hop(HopKind.OUTLET, article.outlet, known.id if known else None)
        chain += [] if any(_same(hop, other) for other in chain) else [hop]
    return tuple(chain)


def _beside(article: Article, carrier: str) -> bool:
    """Whether an agency of a credit gave the report together with the article's agency, and does not carry that one."""
    names = (article.agency or "", carrier)
    if any(knowledge.agency(name) is None or passes_on(name) for name in names):
        return False
    via = table(article.language if article.language in LANGUAGES else "en", "bylines")["photo"]["via"]
    return not re.search(rf"(?<!\w)(?:{'|'.join(via)})\s+{re.escape(carrier)}(?!\w)", article.text, re.IGNORECASE)


def _same(left: Hop, right: Hop) -> bool:
    if left.entity is not None and right.entity is not None:
        return left.entity == right.entity
    return left.name is not None and right.name is not None and left.name.casefold() == right.name.casefold()


def state_media(chain: Iterable[Hop]) -> tuple[str, ...]:
    """The states (ISO 3166 alpha-3) whose own media carry a chain, sorted."""
    owners = (media()[hop.entity].owner for hop in chain if hop.entity in media())
    return tuple(sorted({owner for owner in owners if owner and len(owner) == 3 and owner.isupper()}))


def party_sourced(chain: Iterable[Hop], parties: Iterable[str], codes: Mapping[str, str]) -> bool:
    """Whether the one who answers for a claim belongs to one of its parties.

    `parties` are codes; `codes` gives that of every entity of the record. The one who answers is the innermost hop that
    speaks, or for whom another speaks; an unnamed one counts where it is known to whom it belongs.
    """
    origin = next((hop for hop in chain if hop.kind in _ANSWERS and hop.entity is not None), None)
    if origin is None or origin.entity is None:
        return False
    known = knowledge.get(origin.entity)
    code = codes.get(origin.entity) or (known.code if known else None)
    return code is not None and bare(code) in {bare(party) for party in parties} - {UNKNOWN}


def photo_chain(credit: str, language: str | None) -> tuple[Hop, ...]:
    """The chain of a photograph by the words of its credit: maker, body that gave it out, agencies; "via" is outermost.

    "Orlov/Sputnik/Pool Kremlin via AP" is Orlov < Kremlin < Sputnik < AP. A credit that names no maker and no body
    ("Istimewa") is an unnamed one.
    """
    rows = table(language if language in LANGUAGES else "en", "bylines")["photo"]
    inner, *carried = re.split(rf"\s+(?:{'|'.join(rows['via'])})\s+", credit.strip(" ()[]."))
    makers: list[Hop] = []
    issuers: list[Hop] = []
    agencies: list[Hop] = []
    parts = [part for piece in (inner, *carried) for part in re.split(r"\s*[/,;|]\s*", piece) if part]
    for part in parts:
        words, platform = _platform(_without(part, rows["noise"]), rows["platforms"])
        if platform is not None:
            agencies.append(Hop(HopKind.MEDIUM, platform))
        known = knowledge.agency(words) or knowledge.outlet(words)
        if known is not None or words.casefold() in rows["agencies"]:
            outlet = known is not None and knowledge.agency(words) is None and len(parts) > 1 and not carried
            agencies.append(Hop(HopKind.OUTLET if outlet else HopKind.AGENCY, words, known.id if known else None))
        elif _is_body(words, rows["bodies"]):
            issuers.append(Hop(HopKind.PRINCIPAL, words, None))
        elif words and not words.islower() and words.casefold() not in rows["nobody"]:
            makers.append(Hop(HopKind.PHOTOGRAPHER, words))
    if not makers and not issuers:
        makers = [Hop(HopKind.PHOTOGRAPHER, None, named=False)]
    return (*makers, *issuers, *agencies)


def _platform(words: str, platforms: Iterable[str]) -> tuple[str, str | None]:
    """Words of a credit without the platform that the picture was taken from, and the platform."""
    found = next((p for p in platforms if p in words.split()), None)
    return (" ".join(word for word in words.split() if word != found), found) if found else (words, None)


def _without(words: str, noise: Iterable[str]) -> str:
    """Words of a credit without those that every credit has ("Foto", "Pool", "Dok.")."""
    pattern = "|".join(rf"{re.escape(word)}(?!\w)\.?" for word in sorted(noise, key=len, reverse=True))
    return " ".join(re.sub(rf"(?<!\w)(?:{pattern})", " ", words, flags=re.IGNORECASE).split()).strip(" .:")


def _is_body(words: str, bodies: Iterable[str]) -> bool:
    known = knowledge.lookup(words) or knowledge.lookup(words.partition(".")[0])  # "Kremlin.ru"
    return bool(known) or bool({word.casefold() for word in words.split()} & set(bodies))
