"""Chooses the thresholds of events on both development sets, end to end, and writes them into the manifest.

    python -m training.choose --weights src/kawat/encoder/weights

Everything but the decisions is computed once; the best sum of type, link and event F over the sets wins.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import groupby, product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.coding import scorer

from kawat import encoder
from kawat.annotate import PIPELINE, events
from kawat.annotate.gold import block_article, gold_events
from kawat.encoder import Encoder, EncoderInput, EncoderOutput, Settings, open_folder
from kawat.encoder.session import MANIFEST
from kawat.model import Document, Layer, Span
from training.data import read

Row = dict[str, Any]
EVENT = (0.6, 0.7, 0.8, 0.85, 0.9, 0.93)
CUED = (0.05, 0.1, 0.2, 0.3, 0.5)


class Remembering(Encoder):
    """An encoder that reads the same sentences only once, whatever its settings have become."""

    def __init__(self, inner: Encoder) -> None:
        self._inner, self._known = inner, dict[tuple[EncoderInput, ...], tuple[EncoderOutput, ...]]()
        self.settings, self.version = inner.settings, inner.version
        inner.settings = replace(inner.settings, event=min(EVENT))  # judges all that any of them needs

    def read(self, sentences: Sequence[EncoderInput]) -> tuple[EncoderOutput, ...]:
        key = tuple(sentences)
        if key not in self._known:
            self._known[key] = self._inner.read(sentences)
        return self._known[key]


def documents(rows: list[Row]) -> list[tuple[Document, list[Row], tuple[Span, ...]]]:
    """The blocks of gold with every layer but the events."""
    out = []
    for block, group in groupby(rows, key=lambda row: row["block"]):
        members = list(group)
        article, spans = block_article([row["text"] for row in members], block)
        document = Document(article)
        for layer, stage in PIPELINE:
            if layer is not Layer.EVENTS:
                document = stage(document)
        out.append((document, members, spans))
    return out


def best(network: Remembering, sets: dict[str, list[tuple[Document, list[Row], tuple[Span, ...]]]]) -> Settings:
    """The settings with the best sum of type, link and event F over the sets."""
    found: dict[float, Settings] = {}
    base = network.settings
    for event, cued in product(EVENT, CUED):
        network.settings = replace(base, event=event, cued=cued)
        total = 0.0
        for name, blocks in sets.items():
            out = scored(blocks)
            figures = " ".join(f"{k} {out[k]['F']:.3f}" for k in ("type", "trigger", "link", "event", "status"))
            print(f"event {event} cued {cued} {name}: {figures} extra {out['extra_per_100']}", flush=True)
            total += sum(out[k]["F"] for k in ("type", "link", "event"))
        found.setdefault(total, network.settings)
    return found[max(found)]


def scored(blocks: list[tuple[Document, list[Row], tuple[Span, ...]]]) -> dict[str, Any]:
    """What the scorer says of the events as they are found now."""
    gold, predicted = {}, {}
    for document, members, spans in blocks:
        done = events.find(document)
        gold |= {row["id"]: row["events"] for row in members}
        predicted |= {row["id"]: gold_events(done, span) for row, span in zip(members, spans, strict=True)}
    result: dict[str, Any] = scorer().score(gold, predicted)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    args = parser.parse_args()
    network = Remembering(open_folder(args.weights))
    sets = {name: documents(read(args.gold / f"{name}.jsonl")) for name in ("dev", "dev-news")}
    with patch.object(encoder, "load", lambda: network):
        chosen = best(network, sets)
    path = args.weights / MANIFEST
    manifest = json.loads(path.read_text())
    manifest["settings"] = asdict(chosen)
    path.write_text(json.dumps(manifest, indent=1) + "\n")
    print(chosen)


if __name__ == "__main__":
    main()
