"""Writes what the mention stage finds in gold sentences, for the pointer to choose among.

    python -m training.mentions ../shared/gold/train.jsonl runs/prepared/mentions.jsonl

A line: {"id", "mentions": [[start, end, form, [entity id, ...], [code, ...]], ...]}, offsets into the sentence.
Context lines of a row have the id "ROW<k".
"""

import argparse
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from kawat.annotate import PIPELINE
from kawat.annotate.gold import block_article
from kawat.model import Document, Layer

Row = dict[str, Any]


def lines(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """(id, text) of the sentences of a block, context lines first."""
    for row in rows:
        for k, text in enumerate(row.get("context", ())):
            yield f"{row['id']}<{k}", text
        yield row["id"], row["text"]


def found(rows: list[Row], block: str, language: str) -> Iterator[Row]:
    """The mentions of the sentences of one block."""
    named = list(lines(rows))
    article, spans = block_article([text for _, text in named], block, language)
    document = Document(article)
    for layer, stage in PIPELINE:
        if layer in (Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS):
            document = stage(document)
    codes = {e.id: e.code for e in document.entities}
    for (name, _), span in zip(named, spans, strict=True):
        inside = [m for m in document.mentions if span.covers(m.span)]
        yield {
            "id": name,
            "mentions": [
                [
                    m.span.start - span.start,
                    m.span.end - span.start,
                    m.form.value,
                    list(m.entities),
                    [codes[e] for e in m.entities if e in codes],
                ]
                for m in inside
            ],
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="id")
    args = parser.parse_args()
    with args.gold.open(encoding="utf-8") as source:
        rows = [json.loads(line) for line in source]
    with args.out.open("w", encoding="utf-8") as out:
        for block, members in groupby(rows, key=lambda row: row["block"]):
            for line in found(list(members), block, args.language):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
