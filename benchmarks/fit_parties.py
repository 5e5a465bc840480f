"""Finds the weights by which the parties of an act get their codes, on training sentences; and says how well they do.

    python -m benchmarks.fit_parties fit ../shared/gold/train.jsonl --out src/kawat/annotate/events_parties_weights.tsv
    python -m benchmarks.fit_parties measure ../shared/gold/dev.jsonl [--errors]

Triggers, types and the words of parties are taken from the gold. Each party is a question: its candidates with their
features, of which those with the gold codes are right. The weights maximise the log-likelihood of a right candidate
under a softmax over the candidates, less an L2 penalty. Since what was coded lends later acts their parties, the
questions are asked again under the weights found (`--rounds`). `measure` tells
the share of parties with all their codes right (police, army, courts and parliament count as the bare code, as in
score.py), by kind of words, before (`mention`: what the words got by themselves) and after.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.parties import annotated, bare, blocks, kind_of, place
from kawat.annotate import places, quotations
from kawat.annotate.events_parties_choice import Question, shipped_choice
from kawat.annotate.events_parties_coder import Act, PartyCoder
from kawat.annotate.mentions_weights import Features, shipped
from kawat.model import Document, EventType, Span
from kawat.model.codes import UNKNOWN

SIDES = (("actor", "actors"), ("recipient", "recipients"))


@dataclass(frozen=True)
class Asked:
    """A question with its gold answer; `kind` of its words as in benchmarks.parties, or "unspoken" and its role."""

    question: Question
    gold: frozenset[str]
    kind: str
    sentence: str
    words: str


def asked(path: Path, weights: Features) -> Iterator[Asked]:
    """The questions that the acts of a gold file put, in order."""
    for rows in blocks(path):
        document, spans = annotated(rows, "id", shipped())
        document = quotations.find(places.find(document))
        log: list[Question] = []
        coder = PartyCoder(document, weights, log)
        starts = {s.span.start: i for i, s in enumerate(document.sentences)}
        for row, span in zip(rows, spans, strict=True):
            for event in sorted(row["events"], key=lambda e: row["text"].find(e["trigger"])):
                act = act_of(event, row["text"], span, document, starts)
                if act is None:
                    continue
                log.clear()
                coder.code(act)
                yield from answered(log, event, row["text"], span.start)


def act_of(event: dict[str, Any], text: str, span: Span, document: Document, starts: dict[int, int]) -> Act | None:
    """The act of a gold event; None where its trigger is not in the sentence."""
    at = text.find(event["trigger"])
    if at < 0:
        return None
    trigger = Span(span.start + at, span.start + at + len(event["trigger"]))
    sentence = next((i for i, s in enumerate(document.sentences) if s.span.covers(trigger)), None)
    if sentence is None:
        return None
    sides = []
    for _, key in SIDES:
        found = [place(text, p["text"], event["trigger"]) for p in event[key] if p["text"]]
        sides.append(tuple(dict.fromkeys(Span(f.start + span.start, f.end + span.start) for f in found if f)))
    return Act(sentence, trigger, EventType(event["type"]), *sides)


def answered(log: list[Question], event: dict[str, Any], text: str, start: int) -> Iterator[Asked]:
    """The questions of one act with the gold codes."""
    for question in log:
        wanted = question.wanted
        side = dict(SIDES)[wanted.role]
        if wanted.span is None:
            gold = frozenset(bare(p["code"]) for p in event[side] if p["text"] is None)
            if any(p["text"] for p in event[side]):
                continue  # words that are not in the sentence
            yield Asked(question, gold, f"unspoken {wanted.role}", text, event["trigger"])
            continue
        words = text[wanted.span.start - start : wanted.span.end - start]
        gold = frozenset(bare(p["code"]) for p in event[side] if p["text"] == words)
        yield Asked(question, gold, kind_of(words, text), text, words)


def right(codes: tuple[str, ...], gold: frozenset[str]) -> bool:
    return frozenset(map(bare, codes)) == gold


def fit(found: list[Asked], penalty: float, steps: int) -> dict[str, float]:
    """Weights by feature, found by gradient ascent with Adam."""
    found = [a for a in found if 0 < sum(right(c, a.gold) for c in a.question.candidates) < len(a.question.candidates)]
    often = Counter(name for a in found for name in {n for f in a.question.features for n in f})
    names = sorted(n for n, k in often.items() if k >= 3)
    index = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    rows: list[int] = []
    values: list[float] = []
    truth: list[bool] = []
    first: list[int] = []
    for a in found:
        first.append(len(truth))
        for codes, features in zip(a.question.candidates, a.question.features, strict=True):
            for name, value in features.items():
                if name in index:
                    rows.append(len(truth))
                    columns.append(index[name])
                    values.append(value)
            truth.append(right(codes, a.gold))
    c, r, v = np.array(columns, np.int32), np.array(rows, np.int32), np.array(values)
    t, starts = np.array(truth), np.array(first)
    sizes = np.diff([*starts, len(t)])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, steps + 1):
        scores = np.bincount(r, v * weights[c], len(t))
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        good = scores * t
        pull = good / np.repeat(np.add.reduceat(good, starts), sizes)
        pull -= scores / np.repeat(np.add.reduceat(scores, starts), sizes)
        gradient = np.bincount(c, v * pull[r], len(names)) - 2 * penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights = weights + 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[i]), 3) for name, i in index.items() if abs(weights[i]) >= 0.02}


def measure(found: list[Asked]) -> dict[str, tuple[int, float, float, float]]:
    """By kind: how many, the share that the mentions had right, that the choice has right, that it could have."""
    groups: dict[str, list[Asked]] = defaultdict(list)
    for a in found:
        groups[a.kind].append(a)
        groups["all" if a.question.wanted.span is None else "all with words"].append(a)
        groups["all"] += [a] if a.question.wanted.span is not None else []
    out = {}
    for kind, mine in sorted(groups.items()):
        before = sum(right(a.question.own or (UNKNOWN,), a.gold) for a in mine)
        after = sum(right(a.question.chosen, a.gold) for a in mine)
        could = sum(any(right(c, a.gold) for c in a.question.candidates) for a in mine)
        out[kind] = len(mine), before / len(mine), after / len(mine), could / len(mine)
    return out


def write(weights: dict[str, float], out: Path) -> None:
    """The weights as a table, sorted by name."""
    lines = ["feature\tweight", *(f"{name}\t{value}" for name, value in sorted(weights.items()))]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def show(found: list[Asked], *, errors: bool) -> None:
    for kind, (n, before, after, could) in measure(found).items():
        print(f"{kind:20} n {n:5}  mention {before:.3f}  right {after:.3f}  in reach {could:.3f}")
    for a in found if errors else ():
        if not right(a.question.chosen, a.gold):
            q = a.question
            print(f"{a.kind} {q.wanted.type.value} | {a.words} = {sorted(a.gold)} | {q.own} -> {q.chosen}")
            print(f"    {a.sentence}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("fit", "measure"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--penalty", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if args.task == "measure":
        show(list(asked(args.gold, shipped_choice())), errors=args.errors)
        return
    weights: dict[str, float] = {}
    for _ in range(args.rounds):
        found = list(asked(args.gold, weights))
        weights = fit(found, args.penalty, args.steps)
        print(len(found), "questions", len(weights), "weights")
        if args.dev:
            show(list(asked(args.dev, weights)), errors=False)
    write(weights, args.out)


if __name__ == "__main__":
    main()
