"""The reporting chain of a claim: what the text says, then the article's agency, then its outlet."""

from kawat import knowledge
from kawat.model import Article, Hop, HopKind


def full_chain(inner: tuple[Hop, ...], article: Article) -> tuple[Hop, ...]:
    """`inner` (from the innermost hop outwards) with the article's own agency and outlet as the outer hops.

    An agency that the text names itself ("via TASS" under "Sumber : TASS") is not told twice.
    """
    outer: list[Hop] = []
    for kind, name in ((HopKind.AGENCY, article.agency), (HopKind.OUTLET, article.outlet)):
        if name is None:
            continue
        known = knowledge.agency(name) if kind is HopKind.AGENCY else knowledge.outlet(name)
        hop = Hop(kind, name, known.id if known else None)
        if not any(_same(hop, other) for other in (*inner, *outer)):
            outer.append(hop)
    return (*inner, *outer)


def _same(left: Hop, right: Hop) -> bool:
    if left.entity is not None and right.entity is not None:
        return left.entity == right.entity
    return left.name is not None and right.name is not None and left.name.casefold() == right.name.casefold()
