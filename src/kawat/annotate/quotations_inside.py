"""What stands inside the words of a quotation: stretches in marks, and the words of others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kawat.annotate.quotations_marks import Quoted
from kawat.model import Hop, HopKind, Manner, Quotation, Span

EDGES = " \t\u00a0,:;-–—"


def through(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations; one that stands inside the words of another came through the speaker of that one.

    "X said that Y had told him that ..." is Y's word, by way of X: the chain of the outer one is put behind the inner.
    """
    return tuple(_through(q, found) for q in found)


def _through(inner: Quotation, found: Sequence[Quotation]) -> Quotation:
    outer = [q for q in found if q is not inner and _holds(q, inner)]
    if not outer:
        return inner
    hops = list(inner.chain)
    for around in sorted(outer, key=lambda q: len(q.content)):
        hops += [h for h in around.chain if not any(_same(h, other) for other in hops)]
    # Whoever speaks comes before whoever carries the words.
    return replace(inner, chain=tuple(sorted(hops, key=lambda h: h.kind not in _PERSONS)))


def behind(quotation: Quotation) -> tuple[Hop, ...]:
    """The chain of a quotation without its own speaker: through whom else the words came."""
    own = next((i for i, hop in enumerate(quotation.chain) if hop.span == quotation.speaker_span), -1)
    return quotation.chain[own + 1 :]


_PERSONS = frozenset({HopKind.PRINCIPAL, HopKind.SPEAKER})


def _holds(outer: Quotation, inner: Quotation) -> bool:
    """Whether the words of one hold another with its cue.

    The same one can speak in both: "Washington meyakini ..., kata pejabat AS kepada AP".
    """
    return inner.cue is not None and outer.content.covers(inner.cue) and outer.content.covers(inner.content)


def _same(left: Hop, right: Hop) -> bool:
    if left.entity is not None or right.entity is not None:
        return left.entity == right.entity
    return left.name == right.name


def stretches(
    text: str, side: Span, marked: Sequence[Quoted], used: list[Span], *, leads: bool
) -> Iterator[tuple[Span, Manner]]:
    """The stretches of one side: quoted ones apart, or the whole clause where marks stand only inside it.

    `used` are those that were given to somebody already; those taken with the clause around them are added.
    """
    inside = [q for q in marked if side.overlaps(q.outer) and q.content not in used]
    if not inside:
        if side not in used:
            yield side, Manner.INDIRECT
        return
    if _words_around(text, side, inside, leads=leads):
        yield Span(min(side.start, inside[0].outer.start), max(side.end, inside[-1].outer.end)), Manner.MIXED
        used.extend(q.content for q in inside)
        return
    for stretch in inside:
        yield stretch.content, Manner.DIRECT


def _words_around(text: str, side: Span, inside: Sequence[Quoted], *, leads: bool) -> bool:
    """Whether the clause has words of its own: then marks inside it are a mixed quotation.

    An opening before the mark that ends in a comma, a colon or a full stop ("Soal itu, “kami siap”") is none.
    """
    first, last = inside[0], inside[-1]
    before = text[side.start : max(side.start, first.outer.start)].strip()
    after = text[min(side.end, last.outer.end) : side.end].strip(EDGES + ".")
    ends_open = before[-1:] in ",:.;" or not before
    if leads:
        return bool(before) and not (ends_open and len(before.split()) <= 8)
    return not ends_open or len(after.split()) >= 3


def with_last(found: Sequence[Quotation], running: dict[Span, Span]) -> list[Quotation]:
    """The quotations; paragraphs of one whose speaker the last alone tells, with that speaker."""
    out: list[Quotation] = []
    told: dict[Span, Quotation] = {}
    for quotation in reversed(found):
        last = told.get(running[quotation.content]) if quotation.content in running else None
        if last is not None and quotation.cue is None:
            quotation = replace(quotation, speaker=last.speaker, chain=last.chain)  # noqa: PLW2901
        if last is not None or quotation.cue is not None:
            told[quotation.content] = quotation
        out.append(quotation)
    return out[::-1]
