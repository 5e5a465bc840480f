"""The table of how well events are read, written to docs/quality.md; and what reading costs.

    python benchmarks/quality.py                                       prints the table
    python benchmarks/quality.py --write                               and writes docs/quality.md
    python benchmarks/quality.py --weights FOLDER                      with other weights than those that ship
    python benchmarks/quality.py --precise FOLDER                      beside the same weights in 32 bits
    python benchmarks/quality.py --spacy PYTHON PIPELINE               beside spaCy, run by that interpreter

Gold, names and the scorer lie in ../shared. dev-news stands first: it shares no article with the training sentences.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from training.data import find_cues  # noqa: E402
from training.texts import columns  # noqa: E402

from benchmarks.coding import gold_lines, scorer  # noqa: E402  found beside this file, wherever it is called from
from kawat import encoder  # noqa: E402
from kawat.annotate.gold import predict  # noqa: E402
from kawat.encoder import EncoderInput, open_folder  # noqa: E402

SHARED = HERE.parents[1] / "shared"
PAGE = HERE.parent / "docs" / "quality.md"
SETS = ("dev-news", "dev")
VIEWS = ("type", "trigger", "link", "event", "status")
NAMES = {"NER-UI, fold 1": ("NER-UI/test.01.tsv", 1), "idner-news-2k": ("idner-news-2k/test.txt", 2)}

Line = dict[str, object]


def coded(name: str, language: str) -> tuple[list[dict], dict[str, list[dict]]]:  # type: ignore[type-arg]
    """The lines of a gold file, and the events that are read in each."""
    lines = gold_lines(SHARED / "gold" / f"{name}.jsonl", language)
    return lines, {row["id"]: row["events"] for row in predict(lines, language)}


def events(name: str, language: str = "id") -> Iterator[tuple[str, float]]:
    """The figures of a gold file."""
    lines, found = coded(name, language)
    out = scorer().score({row["id"]: row["events"] for row in lines}, found)
    name = f"{name} in English" if language == "en" else name
    yield from ((f"{name}: {view} F", out[view]["F"]) for view in VIEWS)
    yield f"{name}: events too many, of 100 sentences", out["extra_per_100"]
    yield f"{name}: status right, of matched events", out["status_accuracy"]
    yield f"{name}: speaker right, of matched events", out["speaker_accuracy"]
    for part in ("time", "place"):
        yield f"{name}: {part} words exact, of matched events", _exact(lines, found, part)


def _exact(lines: list[dict], found: Mapping[str, list[dict]], part: str) -> float:  # type: ignore[type-arg]
    """F of the exact words of a part, over events whose type and trigger are found."""
    hit = gold = given = 0
    for row in lines:
        left = list(found[row["id"]])
        for event in row["events"]:
            words = set(event["trigger"].lower().split())
            match = next(
                (e for e in left if e["type"] == event["type"] and words & set(e["trigger"].lower().split())), None
            )
            if match is not None:
                left.remove(match)
                gold, given = gold + bool(event[part]), given + bool(match[part])
                hit += bool(event[part]) and event[part] == match[part]
    return 2 * hit / max(1, gold + given)


def names() -> Iterator[tuple[str, float]]:
    """F1 of names, exact words and kind, over sentences read one by one."""
    network = encoder.load()
    for title, (path, tag) in NAMES.items():
        hit = found = gold = 0
        for row in columns(SHARED / "data" / "ner" / path, tag):
            (output,) = network.read([EncoderInput(row["text"], tuple(find_cues(row["text"], "id")))])
            mine = {(m.span.start, m.span.end, m.kind) for m in output.mentions}
            wanted = {tuple(m) for m in row["mentions"]}
            hit, found, gold = hit + len(mine & wanted), found + len(mine), gold + len(wanted)
        yield f"names, {title}: F1", 2 * hit / max(1, found + gold)


def costs() -> Iterator[tuple[str, float]]:
    """Seconds to load the weights, and peak memory of `kawat read` on one file, each in a process of its own."""
    load = "import time, kawat.encoder as e; t = time.process_time(); e.load(); print(time.process_time() - t)"
    yield "seconds to load", min(float(_run(load)) for _ in range(3))
    example = next((HERE.parent / "examples").glob("*.txt"))
    read = (
        "import resource, sys; from kawat.cli import main; sys.stdout = open('/dev/null', 'w')\n"
        f"try: main(['read', {str(example)!r}])\nexcept SystemExit: pass\n"
        "sys.stdout = sys.__stdout__; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    yield "peak memory of `kawat read` on one file, MB", float(_run(read))


def _run(code: str, python: str = sys.executable, *arguments: str) -> str:
    command = [python, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1]


_SPACY = """
import sys, time, json, importlib
nlp = importlib.import_module(sys.argv[1]).load()
texts = json.load(open(sys.argv[2]))
list(nlp.pipe(texts[:8])); t = time.process_time(); list(nlp.pipe(texts)); print(time.process_time() - t)
"""


def speed(python: str, pipeline: str) -> Iterator[tuple[str, float]]:
    """Words a second of CPU of the encoder on the Indonesian side of dev, and of spaCy on its English side, in turn."""
    lines = gold_lines(SHARED / "gold" / "dev.jsonl", "id")
    inputs = [EncoderInput(row["text"], tuple(find_cues(row["text"], "id"))) for row in lines]
    texts = [row["text_en"] for row in lines if row.get("text_en")]
    source = HERE.parent / "build" / "speed.json"
    source.parent.mkdir(exist_ok=True)
    source.write_text(json.dumps(texts))
    network = encoder.load()
    ours, theirs = [], []
    for _ in range(3):
        began = time.process_time()
        network.read(inputs)
        ours.append(time.process_time() - began)
        theirs.append(float(_run(_SPACY, python, pipeline, str(source))))
    mine = sum(len(row["text"].split()) for row in lines) / min(ours)
    peer = sum(len(text.split()) for text in texts) / min(theirs)
    yield "encoder, words a second", mine
    yield f"{pipeline}, words a second", peer
    yield "encoder to spaCy", mine / peer


def table(args: argparse.Namespace) -> Iterator[tuple[str, float]]:
    for name in SETS:
        yield from events(name)
    yield from events("dev", "en")
    yield from names()
    yield from costs()
    if args.spacy:
        yield from speed(*args.spacy)
    if args.precise:
        network = open_folder(args.precise)
        network.settings = encoder.load().settings
        with patch.object(encoder, "load", lambda: network):
            for name in SETS:
                yield from ((f"{what} (32 bits)", value) for what, value in events(name) if what.endswith("F"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--precise", type=Path)
    parser.add_argument("--spacy", nargs=2, metavar=("PYTHON", "PIPELINE"))
    args = parser.parse_args()
    network = open_folder(args.weights) if args.weights else encoder.load()
    rows = []
    with patch.object(encoder, "load", lambda: network):
        figures = list(table(args))
    for what, value in figures:
        shown = f"{value:.3f}" if value < 10 else f"{value:.1f}" if value < 1000 else f"{value:.0f}"
        rows.append(f"| {what} | {shown} |")
        print(rows[-1])
    if args.write:
        head = PAGE.read_text(encoding="utf-8").partition("| measure |")[0]
        PAGE.write_text(head + "| measure | figure |\n|---|---|\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
