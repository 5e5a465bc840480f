"""Events of gold sentences in gold form, read by a trained network or by the shipped files.

    python -m training.predict ../shared/gold/dev.jsonl --run runs/first --mentions runs/prepared/mentions-dev.jsonl

Party codes come from the mention stage where `--mentions` is given, else from a codebook learned from the training
sentences. `--oracle` gives every party the code of the gold party whose words it overlaps: what the spans are worth.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from kawat.encoder import Argument, Encoder, EncoderInput, EncoderOutput, EventSpan, Placed, open_folder
from kawat.encoder.decode import Settings
from kawat.encoder.features import Lexicon
from kawat.model import Span
from training.codebook import Codebook
from training.data import bare, find_cues, read
from training.export import network
from training.mentions import lines
from training.model import Network

Row = dict[str, Any]


class TorchNetwork:
    """A network in training, behind the interface of the shipped one."""

    def __init__(self, net: Network) -> None:
        self.net = net.eval()

    @torch.no_grad()
    def stem(self, ids: Any, mask: Any, feats: Any) -> Any:
        return self.net.stem(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(feats)).numpy()

    @torch.no_grad()
    def read(self, hidden: Any, mask: Any) -> Any:
        marks = torch.zeros(mask.shape, dtype=torch.int64)
        states = self.net.upper(torch.from_numpy(hidden), torch.from_numpy(mask), marks)
        return tuple(x.numpy() for x in self.net.upper.read(states))

    @torch.no_grad()
    def ask(self, hidden: Any, mask: Any, marks: Any) -> Any:
        marked = torch.from_numpy(marks)
        states = self.net.upper(torch.from_numpy(hidden), torch.from_numpy(mask), marked)
        return tuple(x.numpy() for x in self.net.upper.ask(states, marked))


def encoder_of(run: Path, prepared: Path, settings: Settings) -> Encoder:
    """The encoder that a run has made so far."""
    tokenizer = Tokenizer.from_file(str(prepared / "tokenizer.json"))
    counts = json.loads((run / "lexicon.json").read_text())
    lexicon = Lexicon({word: tuple(row) for word, row in counts.items()})
    return Encoder(TorchNetwork(network(run, tokenizer.get_vocab_size())), tokenizer, lexicon, settings, "training")


class Coder:
    """Gives the spans of one block their codes."""

    def __init__(self, book: Codebook, texts: Sequence[str], mentions: Sequence[Sequence[Any]] | None) -> None:
        self._book, self._texts = book, texts
        self.placed: list[Placed] = []
        self._codes: list[list[str]] = []
        for s, text in enumerate(texts):
            found = (
                mentions[s] if mentions is not None else [[m.start, m.end, "", [], [c]] for m, c in book.names(text)]
            )
            for start, end, _form, _ids, codes in found:
                if codes:
                    self.placed.append(Placed(s, Span(start, end)))
                    self._codes.append([bare(c) for c in codes])
        self._house = mentions is not None

    def pointed(self, argument: Argument, least: float) -> list[str]:
        """The codes whose best mention is pointed at."""
        best: dict[str, float] = defaultdict(float)
        for index, score in argument.points:
            for code in self._codes[index]:
                if code != "UNKNOWN":
                    best[code] = max(best[code], score)
        if not best:
            return []
        top = max(best, key=lambda c: best[c])
        return [top] if best[top] >= least else []

    def codes(self, sentence: int, argument: Argument) -> list[str]:
        """Codes of an argument; empty where none was found."""
        if argument.span is None:
            return self.pointed(argument, 0.15)
        if self._house:
            inside = [
                c
                for p, codes in zip(self.placed, self._codes, strict=True)
                if p.sentence == sentence and p.span.overlaps(argument.span)
                for c in codes
            ]
            return list(dict.fromkeys(inside)) or self.pointed(argument, 0.3)
        return self._book.codes(argument.span.of(self._texts[sentence])) or self.pointed(argument, 0.3)


def gold_form(text: str, sentence: int, event: EventSpan, coder: Coder) -> Row:
    """One event as score.py reads it."""
    parties: dict[str, list[Row]] = {"actor": [], "recipient": [], "speaker": []}
    words: dict[str, str | None] = {"time": None, "place": None}
    for argument in sorted(event.arguments, key=lambda a: -a.score):
        if argument.role in words:
            if words[argument.role] is None and argument.span:
                words[argument.role] = argument.span.of(text)
            continue
        said = argument.span.of(text) if argument.span else None
        for code in coder.codes(sentence, argument) or ["UNKNOWN"]:
            parties[argument.role].append({"text": said, "code": code})
    actors = {p["code"] for p in parties["actor"]}
    recipients = [p for p in parties["recipient"] if p["code"] not in actors]
    return {
        "trigger": event.trigger.of(text),
        "type": event.type.value,
        "mode": None,
        "actors": parties["actor"],
        "recipients": recipients,
        "status": event.status.value,
        "speaker": next(iter(parties["speaker"]), None),
        "time": words["time"],
        "place": words["place"],
        "score": round(event.score, 4),
    }


def oracle(predicted: Row, gold: Sequence[Row]) -> None:
    """Replaces codes by those of gold parties with overlapping words."""
    sure = [p for e in gold for p in (*e["actors"], *e["recipients"], e["speaker"]) if p and p["text"]]
    for key in ("actors", "recipients"):
        made = []
        for p in predicted[key]:
            if p["text"]:
                share = set(p["text"].split())
                codes = {
                    g["code"]
                    for g in sure
                    if share & set(g["text"].split()) and (g["text"] in p["text"] or p["text"] in g["text"])
                }
                made += [{"text": p["text"], "code": c} for c in codes]
        predicted[key] = made


def predict(
    encoder: Encoder, rows: list[Row], book: Codebook, mentions: dict[str, Any] | None, language: str = "id"
) -> Iterator[tuple[Row, EncoderOutput, list[Row]]]:
    """(gold row, output, events) for every row."""
    for _, group in groupby(rows, key=lambda row: row["block"]):
        members = list(group)
        named = list(lines(members))
        inputs = [EncoderInput(text, tuple(find_cues(text, language))) for _, text in named]
        coder = Coder(book, [t for _, t in named], [mentions[n] for n, _ in named] if mentions is not None else None)
        outputs = dict(zip((n for n, _ in named), enumerate(encoder.read(inputs, coder.placed)), strict=True))
        for row in members:
            index, output = outputs[row["id"]]
            yield row, output, [gold_form(row["text"], index, e, coder) for e in output.events]


def spans_report(done: Iterable[tuple[Row, list[Row]]]) -> dict[str, float]:
    """For events whose trigger and type are right: F of the words of each role (overlap), time and place exact."""
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row, events in done:
        left = list(events)
        for g in row["events"]:
            own = set(g["trigger"].lower().split())
            match = next((p for p in left if p["type"] == g["type"] and own & set(p["trigger"].lower().split())), None)
            if match is None:
                continue
            left.remove(match)
            for role, key in (("actor", "actors"), ("recipient", "recipients")):
                a = {p["text"] for p in g[key]} - {None}
                b = {p["text"] for p in match[key]} - {None}
                good = sum(any(x in y or y in x for y in b) for x in a)
                _add(hits[role], good, len(b), len(a))
                nulls = any(p["text"] is None and p["code"] != "UNKNOWN" for p in g[key])
                asked = any(p["text"] is None for p in match[key])
                _add(hits[role + " unspoken"], nulls and asked, asked, nulls)
            a_s, b_s = (e["speaker"] and e["speaker"]["text"] for e in (g, match))
            _add(hits["speaker"], bool(a_s and b_s and (a_s in b_s or b_s in a_s)), bool(b_s), bool(a_s))
            for key in ("time", "place"):
                _add(hits[key + " exact"], bool(g[key]) and g[key] == match[key], bool(match[key]), bool(g[key]))
    return {k: round(2 * h / (p + g), 3) if p + g else 0.0 for k, (h, p, g) in hits.items()}


def _add(cell: list[int], hit: int, predicted: int, gold: int) -> None:
    cell[0] += int(hit)
    cell[1] += int(predicted)
    cell[2] += int(gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--run", type=Path, help="a run of training")
    parser.add_argument("--weights", type=Path, help="a folder that training.export wrote")
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    parser.add_argument("--mentions", type=Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--settings", type=json.loads, default={})
    parser.add_argument("--spans", action="store_true", help="print how well the words of the roles are found instead")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder = (
        open_folder(args.weights) if args.weights else encoder_of(args.run, args.prepared, Settings(**args.settings))
    )
    if args.weights and args.settings:
        encoder.settings = Settings(**args.settings)
    mentions = {r["id"]: r["mentions"] for r in read(args.mentions)} if args.mentions else None
    book = Codebook.learn(read(args.prepared / "events.jsonl"))
    done = []
    for row, _, events in predict(encoder, read(args.gold), book, mentions):
        if args.oracle:
            for e in events:
                oracle(e, row["events"])
        done.append((row, events))
        if not args.spans:
            print(json.dumps({"id": row["id"], "events": events}, ensure_ascii=False))
    if args.spans:
        print(json.dumps(spans_report(done)))


if __name__ == "__main__":
    main()
