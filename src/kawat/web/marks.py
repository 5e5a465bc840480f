"""Record → its text as paragraphs in which claims, quotations, parties, days and places are marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kawat.model import Article, Block, BlockKind, Claim, Record, Span

Track = Literal["trigger", "quotation", "party", "date", "place"]

READ = (BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY)
"""Where parties are marked; captions, teasers and footers are shown as they are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words on which the same tracks run.

    `party` is the id of whom it names; `opens` are the ids of quotations that begin with it.
    """

    text: str
    tracks: tuple[Track, ...] = ()
    party: str | None = None
    opens: tuple[str, ...] = ()

    @property
    def trigger(self) -> bool:
        """Whether the words express an act."""
        return "trigger" in self.tracks


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


@dataclass(frozen=True, slots=True)
class _Run:
    """A track over some code points of the text."""

    span: Span
    track: Track
    party: str | None = None
    quotation: str | None = None


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """Every block of the report, noise included; the pieces of a block put together are its text."""
    runs = tuple(_runs(record))
    return tuple(_paragraph(record, block, runs) for block in record.article.blocks)


def _paragraph(record: Record, block: Block, runs: tuple[_Run, ...]) -> Paragraph:
    claims = sorted(
        (c for c in record.claims if c.span.overlaps(block.span)), key=lambda c: (c.span.start, c.trigger.span)
    )
    here = [run for run in runs if run.span.overlaps(block.span)]
    stretches = tuple(_stretches(record.article.text, block.span, claims, here))
    begun = tuple(c.id for c in claims if c.span.start >= block.span.start)
    return Paragraph(block.kind, stretches, begun)


def _stretches(text: str, block: Span, claims: list[Claim], runs: list[_Run]) -> Iterator[Stretch]:
    at = block.start
    for claim in claims:
        start, end = max(claim.span.start, block.start), min(claim.span.end, block.end)
        if start < at:
            continue  # told with the sentence before, in which it begins
        if at < start:
            yield Stretch((), (), tuple(_pieces(text, Span(at, start), runs)))
        same = [c for c in claims if c.span == claim.span]
        inside = [c for c in claims if c.span != claim.span and start <= c.span.start < end]
        yield Stretch(
            tuple(c.id for c in same), tuple(c.id for c in inside), tuple(_pieces(text, Span(start, end), runs))
        )
        at = end
    if at < block.end:
        yield Stretch((), (), tuple(_pieces(text, Span(at, block.end), runs)))


def _pieces(text: str, span: Span, runs: list[_Run]) -> Iterator[Piece]:
    inner = [run for run in runs if run.span.overlaps(span)]
    cuts = {span.start, span.end}
    for run in inner:
        cuts |= {max(run.span.start, span.start), min(run.span.end, span.end)}
    for start, end in pairwise(sorted(cuts)):
        over = [run for run in inner if run.span.start <= start and end <= run.span.end]
        tracks = tuple(dict.fromkeys(run.track for run in over))
        party = next((run.party for run in over if run.party), None)
        opens = tuple(run.quotation for run in over if run.quotation and run.span.start == start)
        yield Piece(text[start:end], tracks, party, opens)


def _runs(record: Record) -> Iterator[_Run]:
    article = record.article
    for claim in record.claims:
        yield _Run(claim.trigger.span, "trigger")
        if claim.date is not None and claim.date.raw:
            yield from _said(article, claim, claim.date.raw, "date")
        if claim.place is not None:
            yield from _said(article, claim, claim.place.raw, "place")
    for quotation in record.quotations:
        yield _Run(quotation.span, "quotation", quotation=quotation.id)
    yield from _parties(record)


def _said(article: Article, claim: Claim, raw: str, track: Track) -> Iterator[_Run]:
    """The words that say when or where, in the sentence or else in its paragraph; words of elsewhere are not marked."""
    block = next((b.span for b in article.blocks if b.span.covers(claim.span)), claim.span)
    for span in (claim.span, block):
        at = article.text.find(raw, span.start, span.end) if raw else -1
        if at >= 0:
            yield _Run(Span(at, at + len(raw)), track)
            return


def _parties(record: Record) -> Iterator[_Run]:
    named: dict[str, str | None] = {}
    for entity in record.entities:
        for name in (entity.name, *entity.aliases):
            if name.strip():
                # A name of two actors is marked, but leads to neither.
                named[name] = entity.id if named.get(name, entity.id) == entity.id else None
    if not named:
        return
    longest = sorted(named, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for span in _read(record.article.blocks):
        for match in pattern.finditer(record.article.text, span.start, span.end):
            yield _Run(Span(*match.span()), "party", named[match[0]])


def _read(blocks: Iterable[Block]) -> Iterator[Span]:
    return (block.span for block in blocks if block.kind in READ)
