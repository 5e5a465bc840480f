"""Figures of a trained network or of the shipped files, on the sentences kept for choosing: dev-news first, then dev.

    python -m training.evaluate --run runs/first
    python -m training.evaluate --weights src/kawat/encoder/weights

Runs the scorer of the gold folder. `words` are those of roles (F, overlapping; time and place exact) of events whose
trigger and type are right.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch

from kawat.encoder import Encoder, EncoderInput, open_folder
from kawat.encoder.decode import Settings
from training.codebook import Codebook
from training.data import find_cues, read
from training.predict import encoder_of, oracle, predict, spans_report
from training.prepare import columns

Row = dict[str, Any]
SETS = ("dev-news", "dev")


def score(gold: Path, events: list[Row], scorer: Path) -> Row:
    """What the scorer prints for these events."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in events)
        file.flush()
        command = [sys.executable, str(scorer), str(gold), file.name, "--json"]
        answer: Row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def figures(encoder: Encoder, gold: Path, scorer: Path, book: Codebook, mentions: Path) -> Row:
    """All figures of one gold file."""
    rows = read(gold)
    known = {r["id"]: r["mentions"] for r in read(mentions)}
    began = time.perf_counter()
    done = [(row, events) for row, _, events in predict(encoder, rows, book, known)]
    seconds = time.perf_counter() - began
    out = score(gold, [{"id": row["id"], "events": events} for row, events in done], scorer)
    out["words"] = spans_report(done)
    for row, events in done:
        for event in events:
            oracle(event, row["events"])
    with_gold_codes = score(gold, [{"id": row["id"], "events": events} for row, events in done], scorer)
    out["gold codes"] = {k: with_gold_codes[k]["F"] for k in ("link", "event")}
    out["words/s"] = round(sum(len(row["text"].split()) for row in rows) / seconds)
    return out


def names(encoder: Encoder, path: Path, tag: int) -> float:
    """F1 of names, exact spans and kinds, over sentences read one by one."""
    hit = predicted = gold = 0
    for row in columns(path, tag):
        (output,) = encoder.read([EncoderInput(row["text"], tuple(find_cues(row["text"], "id")))])
        found = {(m.span.start, m.span.end, m.kind) for m in output.mentions}
        wanted = {tuple(m) for m in row["mentions"]}
        hit, predicted, gold = hit + len(found & wanted), predicted + len(found), gold + len(wanted)
    return round(2 * hit / max(1, predicted + gold), 3)


def show(name: str, out: Row) -> str:
    """A line for people."""
    f = " / ".join(f"{out[k]['F']:.3f}" for k in ("type", "trigger", "link", "event", "status"))
    p = " ".join(f"{k} {out[k]['P']:.2f}/{out[k]['R']:.2f}" for k in ("type", "link"))
    rest = {
        k: out[k] for k in ("status_accuracy", "speaker_accuracy", "extra_per_100", "words", "gold codes", "words/s")
    }
    return f"{name:8} type/trigger/link/event/status F {f}  (P/R {p})  {rest}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--settings", type=json.loads, default={})
    parser.add_argument("--ner", type=Path, help="folder with NER-UI and idner-news-2k: their test parts, too")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if args.weights:
        encoder = open_folder(args.weights, args.threads)
        if args.settings:
            encoder.settings = Settings(**args.settings)
    else:
        encoder = encoder_of(args.run, args.prepared, Settings(**args.settings))
    book = Codebook.learn(read(args.prepared / "events.jsonl"))
    for name in args.sets:
        gold = args.gold / f"{name}.jsonl"
        out = figures(encoder, gold, args.gold / "score.py", book, args.prepared / f"mentions-{name}.jsonl")
        print(show(name, out), flush=True)
    if args.ner:
        print("idner-news-2k test, names F1", names(encoder, args.ner / "idner-news-2k/test.txt", 2))
        print("NER-UI fold 1 test, names F1", names(encoder, args.ner / "NER-UI/test.01.tsv", 1))


if __name__ == "__main__":
    main()
