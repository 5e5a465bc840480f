"""How well acts are found on event gold, and how often each cue is right.

    python benchmarks/coding.py score GOLD.jsonl [--language en] [--json]
    python benchmarks/coding.py cues TRAIN.jsonl [--language en] [--write]

`score` predicts a gold file and prints the figures of its scorer (`../shared/gold/score.py`). `cues` counts, for every
row of the cue tables, its matches and how many of them were events of its type; `--write` puts (right + 1) / (all + 2)
into the score column. Only a training split may be given to `--write`. With `--language en` the English side of
parallel gold is read (`text_en`).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

from kawat.annotate import annotate
from kawat.annotate.gold import block_article, gold_event, predict
from kawat.ontology import cues

ROOT = Path(__file__).resolve().parents[1]
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
TABLES = ROOT / "src" / "kawat" / "ontology" / "cues"
# The events of dev on its English side: the settled labels of the Indonesian side, put on the English words.
ENGLISH = Path(__file__).with_name("dev-en.jsonl")

Line = dict[str, Any]


def scorer() -> ModuleType:
    """The scorer that lies beside the gold."""
    loader = SourceFileLoader("gold_score", str(SCORER))
    spec = spec_from_loader(loader.name, loader)
    if spec is None:
        raise ImportError(f"no scorer at {SCORER}")
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def gold_lines(path: Path, language: str) -> list[Line]:
    """The lines of a gold file, with the text of the language asked for.

    In English, lines whose events are labelled there (those of dev) carry them; the others have those of the Indonesian
    side, whose words stand in no English text.
    """
    lines = _rows(path)
    if language != "en":
        return lines
    labels = {row["id"]: row["events"] for row in _rows(ENGLISH)}
    return [_english(line, labels.get(line["id"])) for line in lines if line.get("text_en")]


def _rows(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _english(line: Line, labels: list[Line] | None) -> Line:
    text = line["text_en"]

    def words(span: list[int] | None) -> str | None:
        return text[slice(*span)] if span else None

    def party(told: tuple[list[int] | None, str]) -> Line:
        return {"text": words(told[0]), "code": told[1]}

    if labels is None:
        return {**line, "text": text}
    return {
        **line,
        "text": text,
        "events": [
            {
                **event,
                **{key: words(event[key]) for key in ("trigger", "time", "place")},
                **{key: [party(told) for told in event[key]] for key in ("actors", "recipients")},
                "speaker": party(event["speaker"]) if event["speaker"] else None,
            }
            for event in labels
        ],
    }


def figures(path: Path, language: str) -> Line:
    """The scorer's figures for a gold file."""
    lines = gold_lines(path, language)
    gold = {line["id"]: line["events"] for line in lines}
    predicted = {line["id"]: line["events"] for line in predict(lines, language)}
    result: Line = scorer().score(gold, predicted)
    return result


def cue_counts(lines: list[Line], language: str) -> Iterator[tuple[str, bool]]:
    """For every event coded: the row of its cue, and whether gold has an event of that type there."""
    for block, members in groupby(lines, key=lambda line: line["block"]):
        rows = list(members)
        article, spans = block_article([row["text"] for row in rows], block, language)
        document = annotate(article)
        for row, span in zip(rows, spans, strict=True):
            left = list(row["events"])
            for event in document.events:
                if not span.covers(document.sentences[event.sentence].span):
                    continue
                match = _match(left, gold_event(document, event))
                if match is not None:
                    left.remove(match)
                yield event.why[0].removeprefix("cue "), match is not None


def _match(gold: list[Line], event: Line) -> Line | None:
    same = [g for g in gold if g["type"] == event["type"]]
    words = set(event["trigger"].lower().split())
    return next((g for g in same if words & set(g["trigger"].lower().split())), same[0] if same else None)


def count_cues(path: Path, language: str, write: bool) -> None:  # noqa: FBT001
    """Prints the counts of every row, worst first."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row, hit in cue_counts(gold_lines(path, language), language):
        seen[row] += 1
        right[row] += hit
    for cue in sorted(cues(language).rows, key=lambda c: right[c.row] - seen[c.row]):
        if seen[cue.row]:
            print(f"{cue.row:22} {right[cue.row]:4} of {seen[cue.row]:4}  {cue.text}")
    if write:
        for table in sorted((TABLES / language).glob("*.tsv")):
            _rescore(table, f"{language}/{table.name}", right, seen)


def _rescore(table: Path, name: str, right: Counter[str], seen: Counter[str]) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        row = f"{name}:{number}"
        if len(cells) == 6:
            cells[4] = f"{(right[row] + 1) / (seen[row] + 2):.2f}"
        lines[number - 1] = "\t".join(cells)
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("score", "cues"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--language", choices=("id", "en"), default="id")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if args.task == "cues":
        count_cues(args.gold, args.language, args.write)
        return 0
    result = figures(args.gold, args.language)
    if args.json:
        print(json.dumps(result))
        return 0
    for name, value in result.items():
        shown = "  ".join(f"{k} {v:.3f}" for k, v in value.items()) if isinstance(value, dict) else value
        print(f"{name:18} {shown}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
