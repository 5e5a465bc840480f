"""Turns labels with words of a text that may not stand here into line numbers and offsets.

python -m training.standoff LABELLED.jsonl training/labels/ntrex.jsonl

A line in: {"id": "NAME:LINE", "block", "text", "events"} as gold has them; out: {"line", "block", "events"}, where
events have spans for words as `prepare` makes them.
"""

import json
import sys
from pathlib import Path

from training.prepare import event, rows


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    made = []
    for row in rows(source):
        events = [event(row["text"], e) for e in row["events"]]
        made.append({"line": int(row["id"].rpartition(":")[2]), "block": row["block"], "events": events})
    target.parent.mkdir(exist_ok=True)
    target.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    print(len(made))


if __name__ == "__main__":
    main()
