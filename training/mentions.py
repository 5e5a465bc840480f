"""Writes what the mention stage finds in the prepared sentences, for the pointer to choose among.

    python -m training.mentions --prepared runs/prepared

A line of mentions.jsonl: {"id", "mentions": [[start, end, form, [entity id, ...], [code, ...]], ...]}, offsets into the
sentence.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kawat.annotate import PIPELINE
from kawat.annotate.gold import block_article
from kawat.model import Document, Layer
from training.data import read

Row = dict[str, Any]


def found(document: Row) -> Iterator[Row]:
    """The mentions of the sentences of one block."""
    rows = document["sentences"]
    article, spans = block_article([row["text"] for row in rows], document["block"], document["language"])
    made = Document(article)
    for layer, stage in PIPELINE:
        if layer in (Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS):
            made = stage(made)
    codes = {e.id: e.code for e in made.entities}
    for row, span in zip(rows, spans, strict=True):
        inside = [m for m in made.mentions if span.covers(m.span)]
        yield {
            "id": row["id"],
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
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    args = parser.parse_args()
    with (args.prepared / "mentions.jsonl").open("w", encoding="utf-8") as out:
        for document in read(args.prepared / "events.jsonl"):
            for line in found(document):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
