"""Record → its text as paragraphs in which every claim's sentence and trigger are marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kawat.model import Block, BlockKind, Claim, Record, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words of one look."""

    text: str
    trigger: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence that claims stand on, or the words between such sentences (`claims` empty).

    `elsewhere` are claims whose sentence begins here inside that of others.
    """

    claims: tuple[str, ...]
    elsewhere: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the page and the claims that stand on it, in the order of the text."""

    kind: BlockKind
    stretches: tuple[Stretch, ...]
    claims: tuple[str, ...]


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """Every block of the report, noise included; the pieces of a block put together are its text."""
    return tuple(_paragraph(record, block) for block in record.article.blocks)


def _paragraph(record: Record, block: Block) -> Paragraph:
    claims = sorted(
        (c for c in record.claims if c.span.overlaps(block.span)), key=lambda c: (c.span.start, c.trigger.span)
    )
    stretches = tuple(_stretches(record.article.text, block.span, claims))
    begun = tuple(c.id for c in claims if c.span.start >= block.span.start)
    return Paragraph(block.kind, stretches, begun)


def _stretches(text: str, block: Span, claims: list[Claim]) -> Iterator[Stretch]:
    at = block.start
    for claim in claims:
        start, end = max(claim.span.start, block.start), min(claim.span.end, block.end)
        if start < at:
            continue  # told with the sentence before, in which it begins
        if at < start:
            yield Stretch((), (), (Piece(text[at:start], trigger=False),))
        same = [c for c in claims if c.span == claim.span]
        inside = [c for c in claims if c.span != claim.span and start <= c.span.start < end]
        pieces = tuple(_pieces(text, Span(start, end), [c.trigger.span for c in (*same, *inside)]))
        yield Stretch(tuple(c.id for c in same), tuple(c.id for c in inside), pieces)
        at = end
    if at < block.end:
        yield Stretch((), (), (Piece(text[at : block.end], trigger=False),))


def _pieces(text: str, span: Span, triggers: list[Span]) -> Iterator[Piece]:
    inner = [t for t in triggers if t.overlaps(span)]
    cuts = {span.start, span.end}
    for trigger in inner:
        cuts |= {max(trigger.start, span.start), min(trigger.end, span.end)}
    for start, end in pairwise(sorted(cuts)):
        yield Piece(text[start:end], trigger=any(t.start <= start and end <= t.end for t in inner))
