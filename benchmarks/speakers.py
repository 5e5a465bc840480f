"""How often the one on whose word an event stands is found, on the gold events.

    python benchmarks/speakers.py [--shared ../shared] [--split dev] [--misses 20]

For every gold event with the words of a speaker: does a quotation of the same sentence cover the trigger and name a
speaker whose words overlap? For events that the report itself tells: does a quotation cover the trigger all the same?
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from kawat.annotate import PIPELINE
from kawat.model import Article, Block, BlockKind, Document, Layer, Quotation, Span


def document(paragraphs: list[str], language: str = "id") -> tuple[Document, list[Span]]:
    """The paragraphs as the body of one article, annotated as far as quotations, and where each one lies."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    article = Article("bench", "bench", text, tuple(Block(s, BlockKind.BODY) for s in spans), "0", language=language)
    made = Document(article)
    for layer, stage in PIPELINE:
        if layer is not Layer.EVENTS:
            made = stage(made)
    return made, spans


@dataclass
class Count:
    """Events with a speaker, how many were found, and events without one that were given one."""

    wanted: int = 0
    found: int = 0
    coded: int = 0
    plain: int = 0
    wrongly: int = 0
    misses: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)


def locate(words: str, paragraph: str, span: Span) -> Span | None:
    """Where words stand in a paragraph; the clitic "nya" is looked for at the end of a word."""
    at = paragraph.find(words) if words != "nya" else paragraph.find("nya,")
    if at < 0:
        at = paragraph.rfind(words)
    return Span(span.start + at, span.start + at + len(words)) if at >= 0 else None


def covering(made: Document, span: Span) -> list[Quotation]:
    return [q for q in made.quotations if q.content.overlaps(span)]


def gold(rows: list[dict[str, object]]) -> Count:
    """Counts over gold sentences; those of one block are read as one article."""
    count = Count()
    blocks: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        blocks.setdefault(str(row["block"]), []).append(row)
    for block in blocks.values():
        made, spans = document([" ".join(str(r["text"]).split("\n")) for r in block])
        for row, span in zip(block, spans, strict=True):
            _sentence(made, row, span, count)
    return count


def _sentence(made: Document, row: dict[str, object], span: Span, count: Count) -> None:
    text = made.article.text
    paragraph = span.of(text)
    codes = {e.id: e.code for e in made.entities}
    for event in row["events"]:  # type: ignore[attr-defined]
        trigger = locate(event["trigger"], paragraph, span)
        if trigger is None:
            continue
        here = [q for q in covering(made, trigger) if span.covers(q.content)]
        speaker = event["speaker"]
        if not speaker or not speaker["text"]:
            if not speaker:
                count.plain += 1
                if here:
                    count.wrongly += 1
                    count.spurious.append(f"{paragraph}\n    [{event['trigger']}] given {_names(here, text)}")
            continue
        count.wanted += 1
        hits = [q for q in here if _names_same(q, speaker["text"], paragraph, span)]
        count.found += bool(hits)
        count.coded += any(codes.get(q.speaker or "") == speaker["code"] for q in hits)
        if not hits:
            count.misses.append(
                f"{paragraph}\n    [{event['trigger']}] wanted {speaker['text']!r}, got {_names(here, text)}"
            )


def _names_same(quotation: Quotation, words: str, paragraph: str, span: Span) -> bool:
    if quotation.speaker_span is None:
        return False
    offset = 0
    while (at := paragraph.find(words, offset)) >= 0:
        if quotation.speaker_span.overlaps(Span(span.start + at, span.start + at + len(words))):
            return True
        offset = at + 1
    return False


def _names(found: list[Quotation], text: str) -> list[str | None]:
    return [q.speaker_span.of(text) if q.speaker_span else None for q in found]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--split", default="dev", choices=("train", "dev", "dev-news"))
    parser.add_argument("--misses", type=int, default=0, help="print so many misses and wrong attributions")
    options = parser.parse_args()
    path = options.shared / "gold" / f"{options.split}.jsonl"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return 0
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    count = gold(rows)
    for miss in (*count.misses[: options.misses], *count.spurious[: options.misses]):
        print(miss)
    print(
        f"{options.split}: speakers found {count.found}/{count.wanted} = {count.found / max(count.wanted, 1):.3f}, ",
        end="",
    )
    print(f"with the right code {count.coded / max(count.wanted, 1):.3f}; ", end="")
    wrong = count.wrongly / max(count.plain, 1)
    print(f"events of the report inside a quotation {count.wrongly}/{count.plain} = {wrong:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
