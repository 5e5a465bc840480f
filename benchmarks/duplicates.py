"""Near-duplicates among made-up articles: how many are found, and how fast.

    python benchmarks/duplicates.py

3,000 articles of 300 words, half of them wire copies of the others: another dateline, two words in a hundred changed,
the last sentences dropped. Rates are of processor time, the best of five, beside the plain way on the same machine.
In one load, what brings together bodies that share marks is part of this measure, not of Kawat, which looks them up in
the store. It has been rewritten to sort once, so that rates before and after that tell nothing of sketching alone.
"""

import random
import string
import sys
import time

import numpy as np
from rensa import RMinHash

from kawat.corroborate import Body, copied, sketched, sketches
from kawat.corroborate.sketches import containment

SEED = 20240601
PAIRS = 1500
WORDS = 300
SHARE = 0.5
OWNER_BITS = np.uint64(12)  # room for the number of an article
OWNER = np.uint64((1 << 12) - 1)
TIMES = 5  # the best of so many counts: others use the machine too


def made_up(pairs: int) -> list[str]:
    """Articles, each followed by its copy."""
    dice = random.Random(SEED)  # noqa: S311  no secret
    vocabulary = ["".join(dice.choices(string.ascii_lowercase, k=dice.randint(3, 10))) for _ in range(8000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    found = []
    for _ in range(pairs):
        words = dice.choices(vocabulary, weights, k=WORDS)
        sentences = [words[start : start + 15] for start in range(0, WORDS, 15)]
        copy = [[w if dice.random() > 0.02 else dice.choice(vocabulary) for w in one] for one in sentences]
        copy = copy[: len(copy) - dice.randint(1, 3)]
        for dateline, told in (("JAKARTA", sentences), (dice.choice(vocabulary).upper(), copy)):
            found.append(f"{dateline} - " + " ".join(" ".join(one).capitalize() + "." for one in told))
    return found


def pairs_found(texts: list[str]) -> tuple[set[tuple[int, int]], float]:
    """Pairs as they are found where articles come one by one, and how many articles that does in a second."""
    sketched.cache_clear()
    started = time.process_time()
    kept: dict[str, list[int]] = {}
    bodies: list[Body] = []
    found = set()
    for number, text in enumerate(texts):
        body = Body(str(number), text, "id", frozenset(), None)
        near: set[int] = set()
        for key in sketched(text).keys:
            near.update(kept.setdefault(key, []))
            kept[key].append(number)
        found |= {(other, number) for other in near if copied(bodies[other], body)}
        bodies.append(body)
    return found, len(texts) / (time.process_time() - started)


def pairs_at_once(texts: list[str]) -> tuple[set[tuple[int, int]], float]:
    """The same of a load of articles, sketched together; those that share a mark stand side by side once sorted."""
    started = time.process_time()
    made = list(sketches(texts))
    # The low bits of a mark give way to whose it is: one sort brings those together that share the others.
    owners = np.repeat(np.arange(len(made), dtype=np.uint64), [len(one.marks) for one in made])
    marks = np.concatenate([one.marks for one in made]) & ~OWNER | owners
    marks.sort()
    same = np.flatnonzero(marks[1:] & ~OWNER == marks[:-1] & ~OWNER)
    near = np.unique((marks[same] & OWNER) << OWNER_BITS | marks[same + 1] & OWNER)  # most pairs share many marks
    pairs = zip((near >> OWNER_BITS).tolist(), (near & OWNER).tolist(), strict=True)
    found = {(one, other) for one, other in pairs if containment(made[one], made[other])[0] >= SHARE}
    return found, len(texts) / (time.process_time() - started)


def by_hand(texts: list[str]) -> float:
    """How many articles a second the plain way sketches: shingles by a loop in Python, MinHash by rensa."""
    started = time.process_time()
    made = []
    for text in texts:
        words = text.casefold().split()
        made.append([" ".join(words[start : start + 5]) for start in range(len(words) - 4)])
    RMinHash.digests_from_token_sets(made, num_perm=128, seed=42)
    return len(texts) / (time.process_time() - started)


def _report(name: str, found: set[tuple[int, int]], rate: float) -> None:
    right = sum(other + 1 == number and other % 2 == 0 for other, number in found)
    print(f"{name}: {right} of {PAIRS} found, {len(found) - right} false, {rate:,.0f} documents/s of processor time")


def main() -> int:
    texts = made_up(PAIRS)
    _report("as articles are added", *max((pairs_found(texts) for _ in range(TIMES)), key=lambda one: one[1]))
    _report("in one load", *max((pairs_at_once(texts) for _ in range(TIMES)), key=lambda one: one[1]))
    print(f"for comparison, only sketched, shingles by a loop: {max(by_hand(texts) for _ in range(TIMES)):,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
