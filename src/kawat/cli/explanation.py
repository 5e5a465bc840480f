"""Document and record → the lines of `kawat explain`: the report with every act marked, then the reasons for each."""

import textwrap
from collections.abc import Iterator, Sequence

from kawat.cli.terminal import plain
from kawat.export.words import when
from kawat.model import (
    BlockKind,
    Claim,
    Document,
    EventMention,
    Hop,
    HopKind,
    Mention,
    Party,
    Quotation,
    QuotationClaim,
    Record,
    Span,
)
from kawat.record.tellings import told

WIDTH = 80
_LABEL = 12  # columns of "committed  "
_READ = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY})
_NONE = "none"


def explanation(document: Document, record: Record, width: int = WIDTH) -> Iterator[str]:
    """The lines, none wider than `width` but for single words that are; nothing in them acts on a terminal.

    `record` must be built from `document`.
    """
    article = document.article
    yield from _wrapped(f"{article.source} · {article.language or 'language unknown'} · rules {record.pipeline}", width)
    yield ""
    yield from _marked(document, width)
    groups = told(document)
    for number, (claim, group) in enumerate(zip(record.claims, groups, strict=True), start=1):
        yield ""
        yield from _claim(number, claim, document.events[group[0]], document, width)
        yield from _tellings(claim, document, width)
        yield from _ties(claim.id, record, width)
    for number, (said, quotation) in enumerate(zip(record.quotations, document.quotations, strict=True), start=1):
        yield ""
        yield from _quotation(number, said, quotation, document, width)
        yield from _ties(said.id, record, width)
    for note in dict.fromkeys((*article.notes, *record.notes)):
        yield ""
        yield from _row("note", f"{plain(note.message)} ({note.stage}: {note.code})", width)


def _marked(document: Document, width: int) -> Iterator[str]:
    """The blocks that are read, with each trigger as [number word] and each quotation between {q and }."""
    text = document.article.text
    marks: list[tuple[int, int, str]] = []
    for number, group in enumerate(told(document), start=1):
        for event in (document.events[i] for i in group):
            marks += [(event.trigger.start, 1, f"[{number} "), (event.trigger.end, 0, "]")]
    for number, quotation in enumerate(document.quotations, start=1):
        marks += [(quotation.content.start, 1, f"{{q{number} "), (quotation.content.end, 0, "}")]
    for index, block in enumerate(document.article.blocks):
        if block.kind not in _READ:
            continue
        inside = [m for m in marks if block.span.start <= m[0] <= block.span.end and _of_block(document, m[0], index)]
        out, at = "", block.span.start
        for where, _, mark in sorted(inside):
            out += text[at:where] + mark
            at = where
        out += text[at : block.span.end]
        yield from _wrapped(plain(out), width)
        yield ""


def _of_block(document: Document, where: int, index: int) -> bool:
    """Whether an offset belongs to a block and not to the one that begins where it ends."""
    span = document.article.blocks[index].span
    return span.start <= where <= span.end and not any(
        b.span.start <= where <= b.span.end for b in document.article.blocks[:index] if b.kind in _READ
    )


def _claim(number: int, claim: Claim, event: EventMention, document: Document, width: int) -> Iterator[str]:
    text = document.article.text
    kind = claim.type.value + (f"/{claim.mode}" if claim.mode else "")
    code = f"CAMEO {claim.cameo}" if claim.cameo else "no CAMEO code"
    yield from _wrapped(f"[{number}] {kind}  {claim.status.value}  · {code} · score {claim.score:.2f}", width)
    reasons = _Reasons(event.why)
    yield from _row("trigger", f"{_quoted(event.trigger, text)}, {reasons.take('cue ') or 'no row'}", width)
    for label, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties or (None,):
            yield from _row(label, _party(party, document), width)
    yield from _row("status", reasons.take(f"{claim.status.value}", whole=True) or claim.status.value, width)
    yield from _row("committed", reasons.take("committed: ") or _NONE, width)
    if event.speaker is not None:
        why = reasons.take("speaker: ")
        yield from _row("speaker", _party(event.speaker, document) + (f" ({why})" if why else ""), width)
    yield from _chain(claim.chain, text, width)
    date = when(claim.date) if claim.date else _NONE
    yield from _row("date", f"{date}: {_Reasons(claim.why).take('date: ') or 'no reason kept'}", width)
    if event.time is not None:
        yield from _row("time", f"{_quoted(event.time.span, text)}: {event.time.why or 'no reason kept'}", width)
    place = event.place
    where = f"{_quoted(place.span, text)} → {place.id or 'not resolved'}: {place.why}" if place else _NONE
    yield from _row("place", where.rstrip(": "), width)
    yield from _row("rules", "; ".join(reasons.left) or _NONE, width)
    yield from _row("sentence", plain(claim.sentence), width)


def _tellings(claim: Claim, document: Document, width: int) -> Iterator[str]:
    """Where else the report tells the act, and how sure it is in its own words."""
    names = {e.id: e.name for e in document.entities}
    for telling in claim.also:
        word = f", on the word of {plain(names.get(telling.speaker, telling.speaker))}" if telling.speaker else ""
        trigger = _quoted(telling.trigger.span, document.article.text)
        yield from _row("also", f"{telling.block.value}: {telling.status.value}{word}: {trigger}", width)
    own = claim.publisher.value if claim.publisher else "nothing of it on its own word"
    spread = "" if claim.strongest is claim.weakest else f"; told from {claim.weakest} to {claim.strongest}"
    yield from _row("publisher", own + spread, width)
    marks = [*(["a party's word"] if claim.party_sourced else []), *(f"state media of {s}" for s in claim.state_media)]
    if marks:
        yield from _row("source", ", ".join(marks), width)


def _ties(one: str, record: Record, width: int) -> Iterator[str]:
    """How a claim or quotation stands to others of the report, by their numbers."""
    numbers = {c.id: f"[{i}]" for i, c in enumerate(record.claims, start=1)}
    numbers |= {q.id: f"{{q{i}}}" for i, q in enumerate(record.quotations, start=1)}
    for tie in record.ties:
        if tie.left == one:
            yield from _row(tie.kind.value, f"{numbers[tie.right]}: {tie.why}", width)


def _quotation(
    number: int, said: QuotationClaim, quotation: Quotation, document: Document, width: int
) -> Iterator[str]:
    text = document.article.text
    yield from _wrapped(f"{{q{number}}} {said.manner.value} quotation", width)
    yield from _row("cue", _quoted(quotation.cue, text) if quotation.cue else _NONE, width)
    speaker = Party(quotation.speaker, "", quotation.speaker_span) if quotation.speaker else None
    yield from _row("speaker", _party(speaker, document) if speaker else "unnamed", width)
    yield from _chain(said.chain, text, width)
    yield from _row("words", plain(said.text), width)


def _party(party: Party | None, document: Document) -> str:
    """Words, who they stand for and how that was found."""
    if party is None:
        return _NONE
    entity = next((e for e in document.entities if e.id == party.entity), None)
    who = f"{plain(entity.name)} ({entity.code})" if entity else plain(party.entity)
    if party.span is None:
        return f"no words here → {who}"
    why = next((m.why for m in document.mentions if m.span == party.span and _means(m, party.entity)), "")
    return f"{_quoted(party.span, document.article.text)} → {who}" + (f": {plain(why)}" if why else "")


def _means(mention: Mention, entity: str) -> bool:
    return bool(mention.why) and entity in mention.entities


def _chain(hops: Sequence[Hop], text: str, width: int) -> Iterator[str]:
    """One hop a line, from the innermost outwards."""
    for number, hop in enumerate(hops):
        name = "unnamed" if not hop.named else plain(hop.name) if hop.name else "unnamed"
        own = hop.kind in (HopKind.AGENCY, HopKind.OUTLET)
        words = _quoted(hop.span, text) if hop.span else "of the page" if own else "no words here"
        entity = f" ({hop.entity})" if hop.entity else ""
        beside = ", beside the one before" if hop.beside else ""
        yield from _row("chain" if not number else "", f"{hop.kind.value} {name}{entity}{beside}: {words}", width)
    if not hops:
        yield from _row("chain", f"{_NONE}: the page names no outlet", width)


class _Reasons:
    """The reasons kept with an act; what is taken out by its beginning is no longer left."""

    def __init__(self, why: Sequence[str]) -> None:
        self.left = list(why)

    def take(self, beginning: str, *, whole: bool = False) -> str | None:
        """The first reason with a beginning, without it (with it where `whole`)."""
        found = next((w for w in self.left if w.startswith(beginning)), None)
        if found is None:
            return None
        self.left.remove(found)
        return plain(found if whole else found.removeprefix(beginning))


def _quoted(span: Span, text: str) -> str:
    return f"“{plain(span.of(text))}”"


def _row(label: str, words: str, width: int) -> Iterator[str]:
    return _wrapped(words, width, first=f"  {label:<{_LABEL - 2}}", later=" " * _LABEL)


def _wrapped(words: str, width: int, first: str = "", later: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        words, width, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    ) or [first.rstrip()]


__all__ = ["WIDTH", "explanation"]
