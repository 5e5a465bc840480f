"""Chooses the threshold of events on dev, and writes it as settings for `export`.

    python -m training.choose --run runs/first --out runs/first/settings.json

Reads once with a low threshold and then drops events by their score; the best sum of type, link and event F wins.
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

import torch

from kawat.encoder.decode import Settings
from training.codebook import Codebook
from training.data import read
from training.evaluate import score
from training.predict import encoder_of, predict

LOWEST = 0.3
STEPS = [round(LOWEST + 0.05 * i, 2) for i in range(11)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--trunk", type=float, nargs="*", default=[0.5])
    args = parser.parse_args()
    torch.set_num_threads(1)
    book = Codebook.learn(read(args.prepared / "events.jsonl"))
    gold = args.gold / "dev.jsonl"
    mentions = {r["id"]: r["mentions"] for r in read(args.prepared / "mentions-dev.jsonl")}
    best, chosen = 0.0, Settings()
    for trunk in args.trunk:
        settings = replace(Settings(), event=LOWEST, trunk=trunk)
        encoder = encoder_of(args.run, args.prepared, settings)
        done = [(row, events) for row, _, events in predict(encoder, read(gold), book, mentions)]
        for least in STEPS:
            kept = [{"id": row["id"], "events": [e for e in events if e["score"] >= least]} for row, events in done]
            out = score(gold, kept, args.gold / "score.py")
            value = sum(out[k]["F"] for k in ("type", "link", "event"))
            figures = " ".join(f"{k} {out[k]['F']:.3f}" for k in ("type", "trigger", "link", "event"))
            print(f"trunk {trunk} event {least}: {figures} extra {out['extra_per_100']}", flush=True)
            if value > best:
                best, chosen = value, replace(settings, event=least)
    args.out.write_text(json.dumps(asdict(chosen), indent=1) + "\n")
    print(chosen)


if __name__ == "__main__":
    main()
