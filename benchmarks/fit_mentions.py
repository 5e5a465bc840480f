"""Finds the weights by which mentions choose a state in context and an antecedent, on training sentences.

    python -m benchmarks.fit_mentions ../shared/gold/train.jsonl --out src/kawat/annotate/mentions_weights.toml

Each choice that `kawat.annotate.mentions` has to make on the words of a gold party is a row: its candidates with their
features, of which those with the gold code are right. The weights maximise the log-likelihood of a right candidate
under a softmax over the candidates, less an L2 penalty; rows without a right candidate are left out. Since a choice is
remembered for later ones, the rows are collected again under the weights found, a few times.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from benchmarks.parties import annotated, bare, blocks, largest, parties, place
from kawat.annotate.mentions_weights import Asked, Weights
from kawat.model import Span

Row = tuple[list[dict[str, float]], list[bool]]


def rows_of(path: Path, weights: Weights, language: str = "id") -> dict[str, list[Row]]:
    """The choices of a gold file by task, each with its candidates' features and which of them are right."""
    found: dict[str, list[Row]] = {"context": [], "antecedent": []}
    for block in blocks(path):
        log: list[Asked] = []
        document, spans = annotated(block, language, Weights(weights.context, weights.antecedent, log))
        by_span = {span: asked for asked in log for span in asked.spans}
        for row, span in zip(block, spans, strict=True):
            for party, trigger in parties(row):
                where = place(row["text"], party["text"], trigger) if party["text"] else None
                best = (
                    largest(document.mentions, Span(where.start + span.start, where.end + span.start))
                    if where
                    else None
                )
                asked = by_span.get(best.span) if best else None
                if asked is not None and party["code"] != "UNKNOWN":
                    found[asked.task].append(row_of(asked, party["code"]))
    return {task: [r for r in rows if any(r[1]) and not all(r[1])] for task, rows in found.items()}


def row_of(asked: Asked, code: str) -> Row:
    """The features of the candidates, and whether each gives the code."""
    if asked.task == "context":
        right = [codes[0] == code.partition(":")[0] for codes, _ in asked.candidates]
    else:
        right = [bare(code) in {bare(c) for c in codes} for codes, _ in asked.candidates]
    return [features for _, features in asked.candidates], right


def fit(rows: list[Row], penalty: float, steps: int = 250) -> dict[str, float]:
    """Weights by feature, found by gradient ascent with Adam."""
    names = sorted({name for candidates, _ in rows for c in candidates for name in c})
    index = {name: i for i, name in enumerate(names)}
    matrices = [(matrix(candidates, index), np.array(right)) for candidates, right in rows]
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, steps + 1):
        gradient = -2 * penalty * weights
        for features, right in matrices:
            scores = features @ weights
            shares = np.exp(scores - scores.max())
            gradient += (shares * right / (shares * right).sum() - shares / shares.sum()) @ features
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights = weights + 0.08 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[i]), 3) for name, i in index.items() if abs(weights[i]) >= 0.005}


def matrix(candidates: list[dict[str, float]], index: dict[str, int]) -> np.ndarray:
    """Candidates by features."""
    out = np.zeros((len(candidates), len(index)))
    for i, candidate in enumerate(candidates):
        for name, value in candidate.items():
            out[i, index[name]] = value
    return out


def write(weights: Weights, out: Path, source: str) -> None:
    """The weights as TOML, sorted by name."""
    lines = [f"# Found by benchmarks/fit_mentions.py on {source}; do not edit by hand."]
    for task, features in (("context", weights.context), ("antecedent", weights.antecedent)):
        lines += ["", f"[{task}]", *(f"{json.dumps(name)} = {value}" for name, value in sorted(features.items()))]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    weights = Weights({}, {})
    for _ in range(args.rounds):
        rows = rows_of(args.gold, weights)
        weights = Weights(fit(rows["context"], args.penalty), fit(rows["antecedent"], args.penalty))
        print({task: len(r) for task, r in rows.items()}, len(weights.context), len(weights.antecedent))
    write(weights, args.out, args.gold.name)


if __name__ == "__main__":
    main()
