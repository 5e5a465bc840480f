"""How many gold parties get a mention, and how many of those the right code, by kind of words.

    PYTHONPATH=src python -m benchmarks.parties ../shared/gold/dev.jsonl [--errors generic] [--english]

A party of a gold event that has words of its own is looked for in its sentence: `found` says that some mention overlaps
its words, `right` that the one with the largest overlap gives its code (police, army, courts and parliament count as
the bare code, as in score.py), `of found` leaves out what was not found. Kinds of words: `named` holds the name of a
state, body or group that the tables know, `bare name` another capital that no sentence begins with (persons, unknown
organisations, titles), `pronoun` is a word of the pronoun tables, `generic` is the rest.

With --english the English side of the sentences is read; it has no party words in the gold, so that only the share of
party codes that some mention of the sentence has is told.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from kawat import knowledge
from kawat.annotate import mentions, sentences
from kawat.annotate.gold import block_article
from kawat.annotate.mentions_weights import Weights, shipped
from kawat.lang.parties import party_words
from kawat.model import Document, EntityKind, Mention, Span

KINDS = ("named", "bare name", "generic", "pronoun")
STATE_SECTORS = (":MIL", ":COP", ":JUD", ":LEG")


@dataclass(frozen=True)
class Case:
    """One gold party and what was found on its words."""

    sentence: str
    text: str
    gold: str
    kind: str
    mention: str | None
    codes: tuple[str, ...]
    why: str

    @property
    def found(self) -> bool:
        return self.mention is not None

    @property
    def right(self) -> bool:
        return bare(self.gold) in {bare(c) for c in self.codes}


def bare(code: str) -> str:
    """The code as score.py compares it."""
    for suffix in STATE_SECTORS:
        code = code.removesuffix(suffix)
    return code


def blocks(path: Path) -> Iterator[list[dict[str, Any]]]:
    """The rows of a gold file, block by block."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    for _, members in groupby(rows, key=lambda row: row["block"]):
        yield list(members)


def parties(row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every party of a sentence with the trigger of its event, each words-and-code pair once."""
    seen = set()
    for event in row["events"]:
        for party in [*event["actors"], *event["recipients"], *([event["speaker"]] if event["speaker"] else [])]:
            key = (party["text"], party["code"])
            if key not in seen:
                seen.add(key)
                yield party, event["trigger"]


def place(sentence: str, words: str, trigger: str) -> Span | None:
    """Where the words of a party stand: the occurrence on word boundaries nearest to the trigger."""
    found = []
    start = sentence.find(words)
    while start >= 0:
        end = start + len(words)
        whole = end == len(sentence) or not sentence[end].isalnum()
        begins = start == 0 or not sentence[start - 1].isalnum()
        if whole and (begins or words == "nya"):
            found.append(start)
        start = sentence.find(words, start + 1)
    if not found:
        return None
    at = max(sentence.find(trigger), 0)
    start = min(found, key=lambda s: abs(s - at))
    return Span(start, start + len(words))


def kind_of(words: str, sentence: str) -> str:
    """One of KINDS."""
    values = party_words("id").lexemes.get(words)
    if words == "nya" or any(v.pronoun is not None for v in values):
        return "pronoun"
    forms = [f for m in knowledge.names("id").find(words) if m.span.of(words)[0].isupper() for f in m.values]
    if any(known.kind is not EntityKind.PERSON for f in forms if (known := knowledge.get(f.known_id)) is not None):
        return "named"
    tokens = words.split()
    opening = sentence.startswith(words)
    capital = any(t[0].isupper() for t in (tokens[1:] if opening and len(tokens) > 1 else tokens))
    return "bare name" if capital else "generic"


def annotated(rows: list[dict[str, Any]], language: str, weights: Weights) -> tuple[Document, tuple[Span, ...]]:
    """A block up to its mentions, and where its sentences stand."""
    texts = [row["text"] if language == "id" else row.get("text_en") or "-" for row in rows]
    article, spans = block_article(texts, rows[0]["block"], language)
    return mentions.read(sentences.split(Document(article)), weights), spans


def cases(path: Path, weights: Weights | None = None) -> Iterator[Case]:
    """Every gold party with words of a file."""
    for rows in blocks(path):
        document, spans = annotated(rows, "id", weights or shipped())
        codes = {e.id: e.code for e in document.entities}
        for row, span in zip(rows, spans, strict=True):
            for party, trigger in parties(row):
                where = place(row["text"], party["text"], trigger) if party["text"] else None
                if where is None:
                    continue
                where = Span(where.start + span.start, where.end + span.start)
                best = largest(document.mentions, where)
                yield Case(
                    row["text"],
                    party["text"],
                    party["code"],
                    kind_of(party["text"], row["text"]),
                    best.span.of(document.article.text) if best else None,
                    tuple(codes[e] for e in best.entities) if best else (),
                    best.why if best else "",
                )


def largest(found: tuple[Mention, ...], where: Span) -> Mention | None:
    """The mention that shares most characters with a span."""
    overlapping = [m for m in found if m.span.overlaps(where)]
    return max(overlapping, key=lambda m: min(m.span.end, where.end) - max(m.span.start, where.start), default=None)


def english(path: Path) -> tuple[int, int]:
    """Party codes that a mention of the English sentence has, and all party codes."""
    hit = total = 0
    for rows in blocks(path):
        document, spans = annotated(rows, "en", shipped())
        codes = {e.id: bare(e.code) for e in document.entities}
        for row, span in zip(rows, spans, strict=True):
            if not row.get("text_en"):
                continue
            there = {codes[e] for m in document.mentions if span.covers(m.span) for e in m.entities}
            wanted = {bare(p["code"]) for p, _ in parties(row) if p["text"] and p["code"] != "UNKNOWN"}
            total += len(wanted)
            hit += len(wanted & there)
    return hit, total


def report(found: list[Case]) -> dict[str, dict[str, float]]:
    """Rates by kind of words."""
    out = {}
    for kind in (*KINDS, "all"):
        mine = [c for c in found if kind in (c.kind, "all")]
        hit, right = sum(c.found for c in mine), sum(c.found and c.right for c in mine)
        out[kind] = {
            "n": len(mine),
            "found": hit / len(mine),
            "right": right / len(mine),
            "of found": right / max(hit, 1),
        }
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", choices=KINDS)
    parser.add_argument("--english", action="store_true")
    args = parser.parse_args()
    if args.english:
        hit, total = english(args.gold)
        print(f"english: {hit} of {total} party codes ({hit / total:.3f})")
        return
    found = list(cases(args.gold))
    for kind, rates in report(found).items():
        shares = "  ".join(f"{name} {rates[name]:.3f}" for name in ("found", "right", "of found"))
        print(f"{kind:9} n {rates['n']:5.0f}  {shares}")
    if args.errors:
        wrong = [c for c in found if c.kind == args.errors and not c.right]
        for case in wrong:
            print(f"{case.text} = {case.gold} | {case.mention} -> {','.join(case.codes)} ({case.why})")
            print(f"    {case.sentence}")
        print(Counter((c.gold, c.codes) for c in wrong).most_common(30))


if __name__ == "__main__":
    main()
