"""The time it takes to link one article in a large store, and what grows with the store.

    python benchmarks/linking.py                    a store of 100,000 claims
    python benchmarks/linking.py --claims 1000000   of a million, on disk; minutes, and some gigabytes

Made-up claims of ten years between 120 states, the busiest dyads a hundred times as busy as the others; a third leave a
role open, as reports do. Times are of the processor, so that others who use the machine do not count; they are taken
when a tenth of the store is filled and when it is full, for articles of five claims, as examples/ have in the mean,
and of ten. Further rows are of the busiest dyad alone.
"""

import argparse
import gc
import itertools
import random
import resource
import string
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, Table

from kawat import corroborate, knowledge
from kawat.corroborate import Account, kept, keys, packed
from kawat.corroborate.wording import Wording
from kawat.model import EntityKind, EventType, Grain, Hop, HopKind, Status
from kawat.store import open_store, tables
from kawat.store.base import Store
from kawat.store.engine import transaction

SEED = 20240601
STATES = 120
FIRST, DAYS = date(2014, 1, 1), 3650
CLAIMS = 10  # of a stored article
SIZES = {5: "five", 10: "ten"}
"""How many claims the articles have that are linked."""
ARTICLES = 200
BATCH = 20_000
OPEN, DATED, OWN, MONTHS = 0.33, 0.75, 0.5, 0.03
"""Shares of claims that leave a role open, have a day, have it from their own sentence (of those), and of which only a
month is told (of those); as in the open stories of tests/stories and in examples."""


def accounts(number: int) -> Iterator[Account]:
    """Made-up accounts: drawn once, then moved to other days, which is four times as fast."""
    drawn = tuple(_drawn(min(number, BATCH)))
    dice = random.Random(SEED + 2)  # noqa: S311  no secret
    for at in range(number):
        one, by = drawn[at % len(drawn)], timedelta(days=dice.randrange(DAYS))
        yield replace(
            one,
            id=f"c{at:016x}",
            article=f"a{at // CLAIMS:016x}",
            letters=f"{at:016x}",
            start=one.start and _moved(one.start, by),
            end=one.end and _moved(one.end, by),
            reported=one.reported and _moved(one.reported, by),
        )


def _moved(day: date, by: timedelta) -> date:
    """A day moved on, from the last of the years to the first."""
    return FIRST + ((day - FIRST) + by) % timedelta(days=DAYS)


def _drawn(number: int) -> Iterator[Account]:
    dice = random.Random(SEED)  # noqa: S311  no secret
    states = knowledge_states()[:STATES]
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(states))))
    types, statuses = list(EventType), list(Status)
    likely = list(itertools.accumulate((60, 15, 8, 12, 5)))
    subjects = [f"s{rank}" for rank in range(180)]
    deeds = [f"d{rank}" for rank in range(60)]
    frequent = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(deeds))))
    for at in range(number):
        one, other = dice.choices(states, cum_weights=weights, k=2)
        day = FIRST + timedelta(days=dice.randrange(DAYS))
        dated, own = dice.random() < DATED, dice.random() < OWN
        last = day + timedelta(days=30 if dated and dice.random() < MONTHS else 0)
        told = last + timedelta(days=dice.randint(0, 2))
        closed = other != one and dice.random() >= OPEN
        yield Account(
            id=str(at),
            article="",
            type=dice.choice(types),
            mode=None,
            status=dice.choices(statuses, cum_weights=likely)[0],
            actors=(one,),
            recipients=(other,) if closed else (),
            people=(),
            start=day if dated else None,
            end=last if dated else None,
            grain=(Grain.DAY if last == day else Grain.MONTH) if dated else None,
            own=dated and own,
            place=None,
            reported=told,
            published=datetime(told.year, told.month, told.day, 9, tzinfo=UTC),
            language=dice.choice(("id", "en")),
            headline=False,
            points_back=False,
            deed=frozenset((dice.choices(deeds, cum_weights=frequent)[0],)),
            wording=Wording(
                frozenset(dice.choices(subjects, k=6)), frozenset(), frozenset((one, other)), frozenset(), frozenset()
            ),
            story=frozenset(dice.choices(subjects, k=12)),
            letters="",
            chain=(Hop(HopKind.OUTLET, "Harian Contoh"),),
            voices=(),
        )


def knowledge_states() -> list[str]:
    """The states that the knowledge tables know, in the order of their codes."""
    codes = ("".join(letters) for letters in itertools.product(string.ascii_uppercase, repeat=3))
    known = (knowledge.get(code) for code in codes)
    return [one.id for one in known if one is not None and one.kind is EntityKind.STATE]


def linking(number: int, folder: Path) -> Iterator[str]:
    """Fills the tables that linking reads with `number` claims and links articles against them.

    Gives lines of figures; no article stands behind the rows.
    """
    path = folder / "large.db"
    made = accounts(number)
    drawn = list(itertools.islice(accounts(number), 20_000))
    two = set(knowledge_states()[:2])
    busiest = [one for one in drawn if one.parties <= two]
    stored = 0
    with open_store(path) as store:
        for size in (number // 10, number):
            fill(store._engine, itertools.islice(made, size - stored), stored)
            stored = size
            yield f"{size:,} claims stored, {path.stat().st_size / 1e9:.2f} GB"
            for claims, words in SIZES.items():
                yield f"  any {words} claims: {measured(store, drawn, claims)}"
                yield f"  {words} claims on the busiest dyad: {measured(store, busiest, claims)}"


def measured(store: Store, drawn: Sequence[Account], claims: int) -> str:
    """How long an article of so many claims takes, how many are compared, and how the process grows meanwhile."""
    dice = random.Random(SEED + 1)  # noqa: S311  no secret
    times, compared, links = [], 0, 0
    before = 0
    for at in range(ARTICLES + 1):
        mine = [replace(one, id=f"n{at}-{i}", article="new") for i, one in enumerate(dice.sample(drawn, claims))]
        started = time.process_time()
        with store.view() as view:
            wanted = corroborate.wanted(mine)
            stored = view.comparable(wanted)
            near = ((one, shared) for line, shared in stored if (one := kept(line, {})))
            links += len(corroborate.link_all(mine, wanted, near, datetime.now(UTC), "kawat 0"))
        times.append(time.process_time() - started)
        compared += len(stored)
        if at == 0:  # the first fills caches
            gc.collect()
            times.clear()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times.sort()
    middle, late = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return (
        f"median {middle:.1f} ms, 95th percentile {late:.1f} ms, {compared / len(times):.0f} claims compared, "
        f"{links / len(times):.1f} links, memory +{grown:.0f} MB"
    )


def fill(engine: Engine, made: Iterable[Account], stored: int) -> None:
    """Stores accounts in the tables that linking reads; `stored` claims are there already."""
    made = iter(made)
    while batch := list(itertools.islice(made, BATCH)):
        _store(engine, batch, stored)
        stored += len(batch)


def _store(engine: Engine, batch: Sequence[Account], first: int) -> None:
    t = tables
    at = "2024-01-01 00:00:00"
    told, blocking, lines = [], [], []
    runs = {key // CLAIMS + 1: one.article for key, one in enumerate(batch, start=first)}
    for key, one in enumerate(batch, start=first):
        told.append((key + 1, key // CLAIMS + 1, key % CLAIMS, one.id, one.type.value, one.status.value))
        lines.append((key + 1, packed(one)))
        blocking += [(word, key + 1) for word in sorted(keys(one))]
    texts = {"contexts": "[]", "sentence": "", "start": 0, "end": 0, "why": "[]", "score": 0.5}
    triggers = {"trigger_text": "", "trigger_start": 0, "trigger_end": 0}
    common = {"pipeline": "0", "made_at": at, "source": "", "text": "", "authors": "[]", "editors": "[]"}
    with transaction(engine, "large", writes=True) as connection:
        for table, names, rows, same in (
            (t.article, ("id",), [(one,) for one in runs.values()], {"source_sha256": "", "added_at": at}),
            (t.run, ("key", "article"), list(runs.items()), common),
            (t.current, ("run", "article"), list(runs.items()), {}),
            (t.claim, ("key", "run", "ordinal", "id", "type", "status"), told, texts | triggers),
            (t.account, ("claim", "packed"), lines, {}),
            (t.blocking, ("key", "claim"), blocking, {}),
        ):
            connection.exec_driver_sql(_insert(table, names, same), rows)


def _insert(table: Table, names: Sequence[str], same: Mapping[str, object]) -> str:
    """Rows of some columns, the others the same in all: a loop over a million rows must do little."""
    values = (*("?" for _ in names), *(repr(one) for one in same.values()))
    columns = ", ".join(f'"{name}"' for name in (*names, *same))
    return f'insert into "{table.name}" ({columns}) values ({", ".join(values)})'  # noqa: S608  names of ours


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--claims", type=int, default=100_000, help="how many claims are stored")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in linking(options.claims, Path(folder)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
