"""Near-duplicates among made-up articles, and the time it takes to link one article in a large store.

    python benchmarks/duplicates.py                  3,000 articles of 300 words, half of them wire copies of the others
    python benchmarks/duplicates.py --linking 1000000    claims in a store on disk; minutes, and some gigabytes

A wire copy has another dateline, two words in a hundred changed and its last sentences dropped.
"""

import argparse
import random
import string
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
from rensa import RMinHash
from sqlalchemy import insert

from kawat import corroborate, ingest, knowledge
from kawat.corroborate import Account, Body, copied, keys, packed, probes, sketched, sketches, unpacked
from kawat.corroborate.sketches import containment
from kawat.corroborate.wording import Wording
from kawat.model import EntityKind, EventType, Grain, Hop, HopKind, Status
from kawat.store import open_store, tables
from kawat.store.engine import transaction

SEED = 20240601
PAIRS = 1500
WORDS = 300
SHARE = 0.5
BATCH = 20_000
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
    owners = np.repeat(np.arange(len(made)), [len(one.marks) for one in made])
    marks = np.concatenate([one.marks for one in made])
    order = np.argsort(marks)
    marks, owners = marks[order], owners[order]
    same = np.flatnonzero(marks[1:] == marks[:-1])
    beside = np.sort(np.stack((owners[same], owners[same + 1])), axis=0)
    near = set(zip(*beside.tolist(), strict=True))
    found = {(one, other) for one, other in near if containment(made[one], made[other])[0] >= SHARE}
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


def accounts(number: int) -> Iterator[Account]:
    """Made-up accounts of ten years between states, some dyads far busier than others."""
    dice = random.Random(SEED)  # noqa: S311  no secret
    states = sorted(known for known in knowledge_states())[:120]
    weights = [1 / (rank + 1) for rank in range(len(states))]
    subjects = [f"s{rank}" for rank in range(180)]
    first = date(2014, 1, 1)
    for at in range(number):
        one, other = dice.choices(states, weights, k=2)
        day = first + timedelta(days=dice.randrange(3650))
        dated = dice.random() < 0.7
        told = day + timedelta(days=dice.randint(0, 2))
        yield Account(
            id=f"c{at:016x}",
            article=f"a{at // 10:016x}",
            type=dice.choice(list(EventType)),
            mode=None,
            status=dice.choices(list(Status), (60, 15, 8, 12, 5))[0],
            actors=(one,),
            recipients=(other,) if other != one else (),
            people=(),
            start=day if dated else None,
            end=day if dated else None,
            grain=Grain.DAY if dated else None,
            own=dated,
            place=None,
            reported=told,
            published=datetime(told.year, told.month, told.day, 9, tzinfo=UTC),
            language="id",
            headline=False,
            points_back=False,
            wording=Wording(
                frozenset(dice.sample(subjects, 6)), frozenset(), frozenset((one, other)), frozenset(), frozenset()
            ),
            story=frozenset(dice.sample(subjects, 12)),
            letters=f"{at:016x}",
            chain=(Hop(HopKind.OUTLET, "Harian Contoh"),),
            voices=(),
        )


def knowledge_states() -> set[str]:
    """The states that the knowledge tables know."""
    found = {form.known_id for form in knowledge.lookup("indonesia")}
    for code in (
        a + b + c for a in string.ascii_uppercase for b in string.ascii_uppercase for c in string.ascii_uppercase
    ):
        known = knowledge.get(code)
        if known is not None and known.kind is EntityKind.STATE:
            found.add(known.id)
    return found


def linking(number: int, folder: Path) -> None:
    """Fills the tables that linking reads with `number` claims and links articles of ten claims against them."""
    path = folder / "large.db"
    with open_store(path) as store:
        started = time.perf_counter()
        _fill(store._engine, number)  # no article stands behind these rows
        print(f"{number:,} claims stored in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e9:.1f} GB")
        made = list(accounts(4000))
        dice = random.Random(SEED + 1)  # noqa: S311  no secret
        times, compared, links = [], 0, 0
        for at in range(200):
            mine = [replace(one, id=f"n{at}-{i}", article="new") for i, one in enumerate(dice.sample(made, 10))]
            started = time.perf_counter()
            with store.view() as view:
                wanted = {one.id: probes(one) for one in mine}
                every = frozenset[str]().union(*wanted.values())
                near = view.comparable(every, "new", ingest.MOST_CANDIDATES)
                kept = [(unpacked(line), shared) for line, shared in near]
                for one in mine:
                    others = [other for other, theirs in kept if wanted[one.id] & theirs]
                    links += len(corroborate.link(one, others, datetime.now(UTC), "kawat 0"))
            times.append(time.perf_counter() - started)
            compared += len(near)
        times.sort()
        middle, late = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
        print(f"linking an article of ten claims: median {middle:.1f} ms, 95th percentile {late:.1f} ms")
        print(f"{compared / len(times):.0f} claims compared an article, {links / len(times):.1f} links")


def _fill(engine: object, number: int) -> None:
    batch: list[Account] = []
    for one in accounts(number):
        batch.append(one)
        if len(batch) == BATCH:
            _store(engine, batch)
            batch = []
    if batch:
        _store(engine, batch)


def _store(engine: object, batch: list[Account]) -> None:
    t = tables
    first = int(batch[0].id[1:], 16)
    blank = {"mode": None, "contexts": (), "sentence": "", "start": 0, "end": 0, "why": ()}
    runs, articles, claims, lines, blocking = {}, {}, [], [], []
    for number, one in enumerate(batch, start=first):
        run = number // 10 + 1
        articles[one.article] = {"id": one.article, "source_sha256": "", "added_at": one.published}
        runs[run] = {"key": run, "article": one.article}
        text = {"trigger_text": "", "trigger_start": 0, "trigger_end": 0, "score": 0.5, "status": one.status.value}
        claims.append(
            {
                "key": number + 1,
                "run": run,
                "ordinal": number % 10,
                "id": one.id,
                "type": one.type.value,
                **blank,
                **text,
            }
        )
        lines.append({"claim": number + 1, "packed": packed(one)})
        blocking += [{"key": key, "claim": number + 1} for key in keys(one)]
    common = {"pipeline": "0", "made_at": batch[0].published, "source": "", "text": "", "authors": (), "editors": ()}
    with transaction(engine, "large", writes=True) as connection:  # type: ignore[arg-type]
        connection.execute(insert(t.article), list(articles.values()))
        connection.execute(insert(t.run), [{**one, **common} for one in runs.values()])
        connection.execute(insert(t.current), [{"article": one["article"], "run": one["key"]} for one in runs.values()])
        connection.execute(insert(t.claim), claims)
        connection.execute(insert(t.account), lines)
        connection.execute(insert(t.blocking), blocking)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--linking", type=int, metavar="CLAIMS", help="measure linking against so many stored claims")
    options = parser.parse_args()
    if options.linking:
        with tempfile.TemporaryDirectory() as folder:
            linking(options.linking, Path(folder))
        return 0
    texts = made_up(PAIRS)
    _report("as articles are added", *max((pairs_found(texts) for _ in range(TIMES)), key=lambda one: one[1]))
    _report("in one load", *max((pairs_at_once(texts) for _ in range(TIMES)), key=lambda one: one[1]))
    print(f"for comparison, only sketched, shingles by a loop: {max(by_hand(texts) for _ in range(TIMES)):,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
