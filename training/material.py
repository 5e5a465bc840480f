"""What training reads: windows of stories, names and English sentences, laid out epoch by epoch."""

import argparse
import json
import random
from dataclasses import dataclass

from tokenizers import Tokenizer

from kawat.encoder.features import Lexicon
from training.data import Item, Maker, Sentence, batches, chop, find_cues, lexicon_counts, read
from training.swaps import swapped


@dataclass
class Material:
    """Windows of every kind. Stories are cut in several ways, so that sentences are seen in different company."""

    stories: list[list[Item]]
    names: list[Item]
    plover: list[Item]

    def plan(self, epoch: int, args: argparse.Namespace, rng: random.Random) -> list[list[Item]]:
        """The batches of an epoch: all stories, and a share of the rest."""
        made = list(batches(self.stories[epoch % len(self.stories)], rng, args.pieces))
        for extra, every in ((self.names, args.ner_every), (self.plover, args.plover_every)):
            made += batches(extra[epoch % every :: every], rng, args.pieces)
        rng.shuffle(made)
        return made


def material(args: argparse.Namespace, tokenizer: Tokenizer, rng: random.Random) -> Material:
    """Reads what `prepare` and `mentions` wrote; leaves the lexicon in the run's folder."""
    rows = read(args.prepared / "events.jsonl")
    if args.share < 1:
        rows = rng.sample(rows, int(len(rows) * args.share))
    whole, blocks = lexicon_counts(rows)
    (args.run / "lexicon.json").write_text(json.dumps(whole))
    mentions = {r["id"]: r["mentions"] for r in read(args.prepared / "mentions.jsonl")}
    for at, document in enumerate(rows):
        if rng.random() < args.swap:
            rows[at], moved = swapped(document, mentions, rng)
            mentions |= moved
    maker = Maker(tokenizer, Lexicon(whole), mentions=mentions, cues=find_cues)
    stories = [
        [maker.sentence(s, d["language"], blocks[d["block"]]) for s in d["sentences"]]
        for d in rows
        for _ in range(args.english if d["language"] == "en" else 1)
    ]
    records = read(args.prepared / "plover.jsonl")
    if args.held:
        k, n = map(int, args.held.split("/"))
        records = [r for at, r in enumerate(records) if at % n != k]
    plover = [[maker.sentence(s, "en")] for s in records]
    names = [[maker.sentence(s, "id")] for s in read(args.prepared / "ner.jsonl")]

    def cut(documents: list[list[Sentence]], most: int) -> list[Item]:
        made = [item for document in documents for item in chop(document, rng, most, 192)]
        rng.shuffle(made)
        return made

    return Material([cut(stories, args.most) for _ in range(args.variants)], cut(names, 1), cut(plover, 1))
