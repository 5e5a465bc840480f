"""Trains the encoder; can be cut at any time and goes on from its last checkpoint.

python -m training.train --prepared runs/prepared --run runs/first --epochs 10
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kawat.encoder.features import LEXICON_SIZE
from kawat.encoder.labels import TYPES
from kawat.encoder.reader import mark
from training.data import IGNORE, Item, pad
from training.material import material
from training.model import HIDDEN, POINTER, POINTING_ROLES, Network, groups

LAYERS = {12: list(range(12)), 10: list(range(10)), 8: list(range(8)), 6: [1, 3, 5, 7, 9, 11]}
cross = nn.functional.cross_entropy


class Losses:
    """The losses of a batch and how much each counts."""

    weights: ClassVar[dict[str, float]] = {
        "trigger": 1.0,
        "mention": 0.8,
        "role": 1.0,
        "type": 0.7,
        "status": 0.4,
        "unspoken": 0.3,
        "pointer": 0.6,
    }

    def __init__(self) -> None:
        self.sums: dict[str, float] = {}
        self.counts: dict[str, int] = {}

    def add(self, losses: dict[str, Tensor]) -> Tensor:
        total = torch.zeros(())
        for name, value in losses.items():
            total = total + self.weights[name] * value
            self.sums[name] = self.sums.get(name, 0.0) + float(value.detach())
            self.counts[name] = self.counts.get(name, 0) + 1
        return total

    def report(self) -> str:
        text = " ".join(f"{k} {v / self.counts[k]:.3f}" for k, v in self.sums.items())
        self.sums, self.counts = {}, {}
        return text


class Pace:
    """Picks one or two threads by what went faster lately: on a shared machine two can be slower than one."""

    def __init__(self, most: int) -> None:
        self.most, self.threads, self.steps = most, most, 0
        self.speed: dict[int, float] = {}

    def begin(self, pieces: int) -> None:
        self.steps += 1
        best = max(self.speed, key=lambda t: self.speed[t], default=self.most)
        self.threads = best if self.steps % 16 else (self.most if best == 1 else 1)
        torch.set_num_threads(self.threads)
        self.pieces, self.began = pieces, time.time()

    def end(self) -> None:
        now = self.pieces / (time.time() - self.began)
        self.speed[self.threads] = 0.6 * self.speed.get(self.threads, now) + 0.4 * now

    def __str__(self) -> str:
        return " ".join(f"{t}t {v:.0f}p/s" for t, v in sorted(self.speed.items()))


class Question:
    """A trigger to ask about: an event of the gold, or words that are none."""

    def __init__(self, row: int, k: int, first: int, last: int, event: Any) -> None:
        self.row, self.k, self.first, self.last, self.event = row, k, first, last, event


class Trainer:
    """A network and how a batch is turned into losses."""

    def __init__(self, net: Network, rng: random.Random, smoothing: float = 0.05) -> None:
        self.net, self.rng, self.smoothing = net, rng, smoothing

    def losses(self, items: Sequence[Item]) -> dict[str, Tensor]:
        arrays = pad(
            [item.window for item in items],
            [[s.pieces for s in item.sentences] for item in items],
            [[self._noisy(s.feats) for s in item.sentences] for item in items],
        )
        ids, mask, inputs = (torch.from_numpy(x) for x in arrays)
        hidden = self.net.stem.rest(self._lower(items, ids, mask), mask, inputs)
        states = self.net.upper(hidden, mask, torch.zeros_like(ids))
        trigger, mention, keys = self.net.upper.read(states)
        out = self._first(items, trigger, mention)
        questions = self._questions(items, trigger.detach())
        if questions:
            self._second(items, questions, hidden, keys, out)
        return out

    def _lower(self, items: Sequence[Item], ids: Tensor, mask: Tensor) -> Tensor:
        """What the layers that stand still make of the windows; computed once a window."""
        if any(item.lower is None for item in items):
            self.net.eval()
            with torch.no_grad():
                lower = self.net.stem.lower(ids, mask)
            self.net.train()
            for item, states in zip(items, lower, strict=True):
                item.lower = states[: len(item.window.ids)].to(torch.float16)
            return lower
        out = torch.zeros(*ids.shape, HIDDEN)
        for row, item in enumerate(items):
            out[row, : len(item.window.ids)] = item.lower.to(torch.float32)
        return out

    def _noisy(self, feats: np.ndarray) -> np.ndarray:
        """Now and then without lexicon or cues, so that the network does not lean on them alone."""
        draw = self.rng.random()
        if draw < 0.2:
            feats = feats.copy()
            feats[:, slice(0, LEXICON_SIZE) if draw < 0.1 else slice(LEXICON_SIZE, None)] = 0
        return feats

    def _first(self, items: Sequence[Item], trigger: Tensor, mention: Tensor) -> dict[str, Tensor]:
        out: dict[str, Tensor] = {}
        rows, cols, gold, n_rows, n_cols, names = [], [], [], [], [], []
        for b, item in enumerate(items):
            for k, s in enumerate(item.sentences):
                at = [item.window.starts[k] + f for f in s.pieces.first]
                if s.trigger is not None:
                    rows += [b] * len(at)
                    cols += at
                    gold += s.trigger.tolist()
                if s.mention is not None:
                    n_rows += [b] * len(at)
                    n_cols += at
                    names += s.mention.tolist()
        if gold:
            out["trigger"] = cross(trigger[rows, cols], torch.tensor(gold), label_smoothing=self.smoothing)
        if names:
            out["mention"] = cross(mention[n_rows, n_cols], torch.tensor(names))
        return out

    def _questions(self, items: Sequence[Item], trigger: Tensor) -> list[Question]:
        found = []
        event_odds = 1 - torch.softmax(trigger, -1)[..., 0]
        for b, item in enumerate(items):
            for k, s in enumerate(item.sentences):
                if s.events is None or s.trigger is None:
                    continue
                found += [Question(b, k, e.first, e.last, e) for e in s.events]
                if any(e.status == IGNORE for e in s.events):
                    continue  # other events of such a sentence are not labelled
                at = np.array([item.window.starts[k] + f for f in s.pieces.first])
                odds = event_odds[b, at].numpy()
                share = s.feats[:, : len(TYPES)].max(1) if self.rng.random() < 0.3 else np.zeros(len(at))
                pick = np.where((s.trigger == 0) & ((odds > 0.3) | (share > 0.2)))[0]
                if len(pick):
                    best = max(pick, key=lambda i: odds[i] + 0.5 * share[i] * self.rng.random())
                    found.append(Question(b, k, int(best), int(best), None))
        self.rng.shuffle(found)
        return found[:64]

    def _second(
        self, items: Sequence[Item], questions: list[Question], hidden: Tensor, keys: Tensor, out: dict[str, Tensor]
    ) -> None:
        questions.sort(key=lambda q: len(items[q.row].sentences[q.k].pieces.ids))
        parts: dict[str, list[Tensor]] = {}
        size = max(8, math.ceil(len(questions) / 3))
        for i in range(0, len(questions), size):
            for name, value in self._ask(items, questions[i : i + size], hidden, keys).items():
                parts.setdefault(name, []).append(value)
        for name, values in parts.items():
            out[name] = torch.cat([v.reshape(-1) for v in values]).mean()

    def _ask(self, items: Sequence[Item], questions: list[Question], hidden: Tensor, keys: Tensor) -> dict[str, Tensor]:
        sizes = [len(items[q.row].sentences[q.k].pieces.ids) + 2 for q in questions]
        longest = max(sizes)
        take = np.zeros((len(questions), longest), dtype=np.int64)
        mask = np.zeros((len(questions), longest), dtype=np.float32)
        marks = np.zeros((len(questions), longest), dtype=np.int64)
        for i, (q, n) in enumerate(zip(questions, sizes, strict=True)):
            start = items[q.row].window.starts[q.k] - 1
            take[i, :n] = np.arange(start, start + n)
            mask[i, :n] = 1
            marks[i, 1 + mark(items[q.row].sentences[q.k].pieces, q.first, q.last)] = 1
        rows = torch.tensor([q.row for q in questions])
        parts = hidden[rows[:, None], torch.from_numpy(take)]
        marked = torch.from_numpy(marks)
        states = self.net.upper(parts, torch.from_numpy(mask), marked)
        role, query, kind, status, unspoken = self.net.upper.ask(states, marked)
        out = {}
        types = torch.tensor([q.event.type + 1 if q.event else 0 for q in questions])
        out["type"] = cross(kind, types, reduction="none", label_smoothing=self.smoothing)
        told = [i for i, q in enumerate(questions) if q.event and q.event.status != IGNORE]
        if told:
            gold = torch.tensor([questions[i].event.status for i in told])
            out["status"] = cross(status[told], gold, reduction="none", label_smoothing=self.smoothing)
        self._roles(items, questions, role, out)
        self._unspoken(questions, unspoken, out)
        self._pointers(items, questions, query, keys, out)
        return out

    def _roles(self, items: Sequence[Item], questions: list[Question], role: Tensor, out: dict[str, Tensor]) -> None:
        rows, cols, gold = [], [], []
        for i, q in enumerate(questions):
            if q.event:
                p = items[q.row].sentences[q.k].pieces
                rows += [i] * len(p.first)
                cols += [1 + f for f in p.first]
                gold.append(q.event.roles)
        if not gold:
            return
        target = torch.from_numpy(np.concatenate(gold))
        logits = role[rows, cols].view(len(rows), -1, 3)
        loss = cross(logits.reshape(-1, 3), target.reshape(-1), ignore_index=IGNORE, reduction="none")
        n = sum(1 for q in questions if q.event)
        out["role"] = loss.sum()[None] / n / 12

    def _unspoken(self, questions: list[Question], unspoken: Tensor, out: dict[str, Tensor]) -> None:
        told = [i for i, q in enumerate(questions) if q.event and q.event.unspoken is not None]
        if told:
            gold = [[float(bool(questions[i].event.unspoken[r])) for r in ("actor", "recipient")] for i in told]
            count = torch.tensor([[1.0, float(questions[i].event.sparing)] for i in told])
            out["unspoken"] = nn.functional.binary_cross_entropy_with_logits(
                unspoken[told], torch.tensor(gold), count, reduction="none"
            ).sum(1)

    def _pointers(
        self, items: Sequence[Item], questions: list[Question], query: Tensor, keys: Tensor, out: dict[str, Tensor]
    ) -> None:
        losses = []
        for i, q in enumerate(questions):
            if not q.event or q.event.unspoken is None:
                continue
            item = items[q.row]
            at, bases = [], []
            for k, s in enumerate(item.sentences[: q.k + 1]):
                for word, names in s.mentions:
                    at.append(item.window.starts[k] + s.pieces.first[word])
                    bases.append(names)
            if not at:
                continue
            own = item.sentences[q.k].pieces.first
            asked = [(r, list(range(a, b + 1)), c) for r, a, b, c in q.event.spans if r in POINTING_ROLES]
            asked += [(r, [q.first], c) for r, c in q.event.unspoken.items() if c]
            for r, span, wanted in asked:
                if not wanted or "UNKNOWN" in wanted:
                    continue
                j = POINTING_ROLES.index(r)
                vector = query[i, [1 + own[w] for w in span], j * POINTER : (j + 1) * POINTER].mean(0)
                scores = keys[q.row, at] @ vector / math.sqrt(POINTER)
                gold = torch.tensor([float(bool(names & wanted)) for names in bases])
                losses.append(nn.functional.binary_cross_entropy_with_logits(scores, gold))
        if losses:
            out["pointer"] = torch.stack(losses)


class Run:
    """A network on its way: optimiser, running average of the weights, checkpoints."""

    def __init__(self, net: Network, args: argparse.Namespace) -> None:
        self.net, self.folder = net, args.run
        rates = groups(net, args.rate, args.head_rate, args.decay)
        self.optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
        self.peaks = [g["lr"] for g in self.optimizer.param_groups]
        self.average = {k: v.clone() for k, v in net.state_dict().items() if "stem.word" not in k}
        self.epoch = self.step = 0
        state = self.folder / "state.pt"
        if state.exists():
            saved = torch.load(state, weights_only=True)
            net.load_state_dict(saved["net"], strict=False)
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average, self.epoch, self.step = saved["average"], saved["epoch"], saved["step"]

    def update(self, loss: Tensor, done: float, args: argparse.Namespace) -> None:
        """One step at `done` epochs. The rate rises for a fifth of an epoch, and falls in the last `cool` ones."""
        factor = min(1.0, 0.02 + done / 0.2, max(0.02, (args.epochs - done) / args.cool))
        for group, peak in zip(self.optimizer.param_groups, self.peaks, strict=True):
            group["lr"] = peak * factor
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % 4 == 0:
            keep = min(0.98, self.step / (self.step + 20))
            with torch.no_grad():
                for name, value in self.net.state_dict().items():
                    if name in self.average:
                        self.average[name].lerp_(value, 1 - keep)

    def save(self) -> None:
        """Everything to go on from, and the averaged weights to use."""
        state = {"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average}
        new = self.folder / "state.new"
        torch.save({**state, "epoch": self.epoch, "step": self.step}, new)
        new.replace(self.folder / "state.pt")
        torch.save({**self.net.state_dict(), **self.average}, self.folder / "model.pt")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="checkpoint of another run to begin from")
    parser.add_argument("--layers", type=int, choices=sorted(LAYERS), default=10)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--variants", type=int, default=2, help="ways in which the stories are cut into windows")
    parser.add_argument("--upper", type=int, default=3, help="how many layers are read again for each event")
    parser.add_argument("--entry", type=int, default=6, help="after how many layers the features of words come in")
    parser.add_argument("--still", type=int, default=6, help="how many of the lowest layers stand still")
    parser.add_argument("--most", type=int, default=4, help="sentences a window")
    parser.add_argument("--pieces", type=int, default=900, help="pieces a batch")
    parser.add_argument("--ner-every", type=int, default=4)
    parser.add_argument("--cool", type=float, default=1.5, help="epochs at the end in which the rate falls to nothing")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="share of the gold blocks, for a learning curve")
    parser.add_argument("--english", type=int, default=1, help="how often an epoch reads English stories")
    parser.add_argument("--swap", type=float, default=0.0, help="share of the stories that get other names")
    parser.add_argument(
        "--plover-every", type=int, default=2, help="in how many epochs each PLOVER record is read once"
    )
    parser.add_argument(
        "--held", metavar="K/N", help="leave out PLOVER record K, K+N, K+2N ..., to be judged by them (0/1: all)"
    )
    return parser.parse_args()


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.set_flush_denormal(True)
    rng = random.Random(args.seed)  # noqa: S311  order of training, no secret
    args.run.mkdir(parents=True, exist_ok=True)
    (args.run / "arguments.json").write_text(json.dumps(vars(args), default=str, indent=1))
    tokenizer = Tokenizer.from_file(str(args.prepared / "tokenizer.json"))
    data = material(args, tokenizer, rng)
    net = Network(tokenizer.get_vocab_size(), args.layers - args.upper, args.upper, args.entry, args.still)
    net.start(args.prepared / "start.npz", LAYERS[args.layers])
    if args.begin:
        net.load_state_dict(torch.load(args.begin, weights_only=True), strict=False)
    run = Run(net, args)
    trainer, losses, pace = Trainer(net, rng), Losses(), Pace(args.threads)
    while run.epoch < args.epochs:
        plan = data.plan(run.epoch, args, rng)
        began = time.time()
        net.train()
        for n, batch in enumerate(plan, start=1):
            pace.begin(len(batch) * len(batch[0].window.ids))
            run.update(losses.add(trainer.losses(batch)), run.epoch + n / len(plan), args)
            pace.end()
            if n % 25 == 0:
                print(f"epoch {run.epoch} {n}/{len(plan)} {time.time() - began:.0f}s {pace} {losses.report()}")
        run.epoch += 1
        run.save()
        print(f"epoch {run.epoch} done in {time.time() - began:.0f}s", flush=True)


if __name__ == "__main__":
    main()
