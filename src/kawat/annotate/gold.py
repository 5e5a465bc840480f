"""Reads and writes the line form of event gold: `{"id", "block", "text"}` in, `{"id", "events"}` out.

The lines of one block are consecutive sentences of one story; they become the body of one article.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, EventMention, Hop, HopKind, Party, Span
from kawat.model.codes import UNKNOWN


def block_article(texts: Iterable[str], block: str, language: str = "id") -> tuple[Article, tuple[Span, ...]]:
    """The article that consecutive sentences make, each a body block, and where each stands in its text."""
    lines = [" ".join(text.split("\n")) for text in texts]
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    text = "\n".join(lines)
    blocks = tuple(Block(span, BlockKind.BODY) for span in spans)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(f"gold-{block}", block, text, blocks, digest, language), tuple(spans)


def gold_events(document: Document, span: Span) -> list[dict[str, Any]]:
    """The events whose sentences lie inside a line, in the form of the guidelines."""
    return [
        gold_event(document, event) for event in document.events if span.covers(document.sentences[event.sentence].span)
    ]


def gold_event(document: Document, event: EventMention) -> dict[str, Any]:
    """One event in the form of the guidelines: words copied from the text, codes for parties."""
    text = document.article.text
    return {
        "trigger": _whole(text, event.trigger).of(text),
        "type": event.type.value,
        "mode": event.mode,
        "actors": [_party(text, p) for p in event.actors],
        "recipients": [_party(text, p) for p in event.recipients],
        "status": event.status.value,
        "speaker": _party(text, event.speaker) if event.speaker else _unnamed(text, event.chain),
        "time": event.time.span.of(text) if event.time else None,
        "place": event.place.span.of(text) if event.place else None,
    }


def _whole(text: str, trigger: Span) -> Span:
    """A trigger with the clitic of its last word ("kunjungan|nya"): gold copies whole words."""
    end = trigger.end
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(trigger.start, end)


def _unnamed(text: str, chain: tuple[Hop, ...]) -> dict[str, str | None] | None:
    """An innermost speaker of whom nothing is known ("satu sumber")."""
    inner = next(iter(chain), None)
    if inner is None or inner.kind is not HopKind.SPEAKER or inner.entity is not None or inner.span is None:
        return None
    return {"text": inner.span.of(text), "code": UNKNOWN}


def _party(text: str, party: Party) -> dict[str, str | None]:
    return {"text": party.span.of(text) if party.span else None, "code": party.code}


def predict(
    lines: Iterable[Mapping[str, Any]],
    language: str = "id",
    run: Callable[[Article], Document] = annotate,
) -> Iterator[dict[str, Any]]:
    """`{"id", "events"}` for every `{"id", "block", "text"}`, in order; lines of a block must be consecutive."""
    for block, members in groupby(lines, key=lambda line: line["block"]):
        rows = list(members)
        article, spans = block_article([row["text"] for row in rows], str(block), language)
        document = run(article)
        for row, span in zip(rows, spans, strict=True):
            yield {"id": row["id"], "events": gold_events(document, span)}
