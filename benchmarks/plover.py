"""Types of the example sentences of the PLOVER gold records, which mark one act each.

    python benchmarks/plover.py [--weights FOLDER ...] [--misses]

Two figures, each the mean of the F of sixteen types: `told`, the types of all acts that are read in a sentence, against
the one that is marked (other acts of a sentence count as wrong); `marked`, the type of the act that is read at the
marked words. The shipped weights were trained with these sentences, so that they cannot be judged by them: `--weights`
takes weights that were trained without. Several folders are folds: of N folders the one at K reads the records K, K+N,
K+2N ..., which `python -m training.train --held K/N` leaves out.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from training.prepare import plover  # noqa: E402  found beside this file, wherever it is called from

from kawat import encoder  # noqa: E402
from kawat.annotate.gold import predict  # noqa: E402
from kawat.encoder import open_folder  # noqa: E402
from kawat.encoder.labels import TYPES  # noqa: E402

RECORDS = HERE.parents[1] / "shared" / "data" / "english" / "plover_gsr_cameo" / "PLOVER_GSR_CAMEO.txt"
Pairs = Iterable[tuple[str, frozenset[str]]]


def macro(pairs: Pairs) -> float:
    """Mean over the types of the F of each, for pairs of the type that is marked and those that are read."""
    hit: Counter[str] = Counter()
    count: Counter[str] = Counter()  # marked and read together
    for marked, found in pairs:
        count.update([marked, *found])
        hit.update({marked} & found)
    return sum(2 * hit[kind] / count[kind] for kind in TYPES if count[kind]) / len(TYPES)


def types(lines: Iterable[Mapping[str, object]]) -> dict[str, list[tuple[str, str]]]:
    """The trigger and the type of each act that is read, by sentence."""
    read = predict([{"id": row["id"], "block": row["id"], "text": row["text"]} for row in lines], "en")
    return {row["id"]: [(event["trigger"], event["type"]) for event in row["events"]] for row in read}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    networks = [open_folder(folder) for folder in args.weights] if args.weights else [encoder.load()]
    lines = plover(RECORDS)
    found: dict[str, list[tuple[str, str]]] = {}
    for k, network in enumerate(networks):
        with patch.object(encoder, "load", lambda network=network: network):
            found |= types(lines[k :: len(networks)])
    told, marked = [], []
    for row in lines:
        event = row["events"][0]
        words = set(row["text"][slice(*event["trigger"])].lower().split())
        told.append((event["type"], frozenset(kind for _, kind in found[row["id"]])))
        at = frozenset(kind for trigger, kind in found[row["id"]] if words & set(trigger.lower().split()))
        marked.append((event["type"], at))
        if args.misses and event["type"] not in told[-1][1]:
            print(f"{event['type']}: {sorted(told[-1][1])} {row['text']}")
    print(f"{len(lines)} sentences: told {macro(told):.3f}, marked {macro(marked):.3f}")


if __name__ == "__main__":
    main()
