"""Stories told by several reports, against what a careful reader says of them (tests/stories/*.toml).

    python benchmarks/stories.py                 the stories that were open while the rules were made
    python benchmarks/stories.py --held          those set aside
    python benchmarks/stories.py --faults        what is wrong, a line each; only for open stories

All stories of a set are added to one store, so that every act stands beside the acts of other stories. Acts are
measured over claims that the coder finds in sentences of which the story says what they tell; what the coder misses is
counted apart.
"""

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import kawat
from kawat import ingest
from kawat.corroborate import QUAD, Account, Act, acts
from kawat.model import Article, Block, BlockKind, Claim, Span
from kawat.query import reading
from kawat.store import MEMORY, ClaimFilter, open_store

STORIES = Path(__file__).resolve().parent.parent / "tests" / "stories"
NOW = datetime.fromisoformat("2024-12-01T12:00:00+07:00")


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a report that tell of an act; they stand in one sentence of it."""

    report: str
    words: str


@dataclass(frozen=True, slots=True)
class GoldAct:
    """An act, the quadrants in which it may be coded, who tells of it, and on how many words it rests."""

    name: str
    quadrants: tuple[str, ...]
    told: tuple[Told, ...]
    origins: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its reports, and what a reader says of them."""

    name: str
    held: bool
    articles: Mapping[str, Article]
    acts: tuple[GoldAct, ...]
    relays: frozenset[frozenset[str]]
    contradictions: frozenset[tuple[str, ...]]
    changes: frozenset[tuple[str, ...]]


def files() -> tuple[Path, ...]:
    """Every story."""
    return tuple(sorted(STORIES.glob("*.toml")))


def load(path: Path) -> Story:
    """The story of a file."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        name=path.stem,
        held=given["held"],
        articles={one["key"]: _article(path.stem, one) for one in given["report"]},
        acts=tuple(
            GoldAct(
                one["name"],
                tuple(one["quadrants"]),
                tuple(Told(told["report"], told["words"]) for told in one["told"]),
                one.get("origins"),
            )
            for one in given["act"]
        ),
        relays=frozenset(map(frozenset, given["relays"])),
        contradictions=frozenset((c["act"], c["kind"], c["report"]) for c in given.get("contradictions", ())),
        changes=frozenset((c["act"], c["from"], c["to"], c["report"]) for c in given.get("changes", ())),
    )


def _article(story: str, given: Mapping[str, Any]) -> Article:
    lines = [given["headline"], *given["body"]]
    text, blocks = "", []
    for number, line in enumerate(lines):
        kind = BlockKind.BODY if number else BlockKind.HEADLINE
        blocks.append(Block(Span(len(text), len(text) + len(line)), kind))
        text += line + "\n"
    digest = sha256(f"{story} {given['key']} {text}".encode()).hexdigest()
    return Article(
        id=f"a{digest[:16]}",
        source=f"{story}/{given['key']}",
        text=text,
        blocks=tuple(blocks),
        source_sha256=digest,
        language=given["language"],
        outlet=given["outlet"],
        agency=given.get("agency"),
        published=given["published"],
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """What Kawat makes of the stories, all in one store."""

    accounts: tuple[Account, ...]
    claims: Mapping[str, Claim]
    acts: tuple[Act, ...]
    relays: frozenset[frozenset[str]]


def read(articles: Iterable[Article]) -> Reading:
    """Adds articles to a store in the order given and reads back the acts."""
    by_source = {article.source: article for article in articles}
    with open_store(MEMORY) as store:
        done = ingest.add(store, by_source, now=NOW, make=kawat.make_record, reader=lambda one: (by_source[one],))
        if done.failures:
            raise ValueError(str(done.failures))
        with store.view() as view:
            told, links, relays = reading(view)
            claims = {one.claim.id: one.claim for one in view.claims(ClaimFilter()).rows}
    return Reading(
        told, claims, acts(told, links, relays), frozenset(frozenset((one.left, one.right)) for one in relays)
    )


class Sheet:
    """The gold of the stories beside a reading of them."""

    def __init__(self, stories: Sequence[Story], reading: Reading) -> None:
        self.stories = stories
        self.reading = reading
        self.names = {article.id: (story.name, key) for story in stories for key, article in story.articles.items()}
        self.label: dict[str, tuple[str, str]] = {}  # claim → story and act
        self.told = self.found = 0
        claims: dict[str, list[Claim]] = defaultdict(list)
        for one in reading.accounts:
            claims[one.article].append(reading.claims[one.id])
        self.heard: dict[tuple[str, str], set[str]] = defaultdict(set)  # story and act → reports whose claims are found
        for story in stories:
            for act, told in ((one, told) for one in story.acts for told in one.told):
                self.told += 1
                mine = [one for one in claims[story.articles[told.report].id] if _tells(one, act, told)]
                self.found += bool(mine)
                for claim in mine:
                    self.label.setdefault(claim.id, (story.name, act.name))
                    self.heard[story.name, act.name].add(told.report)
        self.cluster = {claim: act.id for act in reading.acts for claim in act.claims}
        self.acts = {act.id: act for act in reading.acts}

    def figures(self) -> dict[str, float]:
        """Every measure."""
        return {
            "told sentences coded": self.found / self.told,
            "b-cubed F": self.b_cubed(),
            "pair precision": self.pair_precision(),
            "relays F": f_score(self.relays_wanted(), self.relays_got()),
            "origins exact": self.origins_exact(),
            "contradictions F": f_score(self.wanted("contradictions"), self.contradictions_got()),
            "changes F": f_score(self.wanted("changes"), self.changes_got()),
        }

    def b_cubed(self) -> float:
        """The F of B-cubed precision and recall over the labelled claims."""
        by_gold, by_cluster = _groups(self.label), _groups({claim: self.cluster[claim] for claim in self.label})
        precision = recall = 0.0
        for claim, gold in self.label.items():
            mine, theirs = by_cluster[self.cluster[claim]], by_gold[gold]
            precision += len(mine & theirs) / len(mine)
            recall += len(mine & theirs) / len(theirs)
        return 2 * precision * recall / ((precision + recall) * len(self.label)) if self.label else 0.0

    def pairs(self) -> Iterator[tuple[str, str, bool, bool]]:
        """Two labelled claims, whether they are one act by gold, and by Kawat."""
        for left, right in combinations(sorted(self.label), 2):
            yield left, right, self.label[left] == self.label[right], self.cluster[left] == self.cluster[right]

    def pair_precision(self) -> float:
        joined = [gold for _, _, gold, got in self.pairs() if got]
        return sum(joined) / len(joined) if joined else 0.0

    def relays_wanted(self) -> set[tuple[str, ...]]:
        return {(story.name, *sorted(pair)) for story in self.stories for pair in story.relays}

    def relays_got(self) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for pair in self.reading.relays:
            (story, one), (other_story, other) = sorted(self.names[article] for article in pair)
            found.add((story, one, other) if story == other_story else (story, one, other_story, other))
        return found

    def origins(self) -> Iterator[tuple[str, str, int, int]]:
        """Story, act, origins wanted and got, where each report that tells of the act was coded."""
        for story in self.stories:
            for act in story.acts:
                heard = self.heard[story.name, act.name]
                if act.origins is None or heard != {told.report for told in act.told}:
                    continue
                found = Counter(
                    self.cluster[one] for one, label in self.label.items() if label == (story.name, act.name)
                )
                main = min(found, key=lambda one: (-found[one], one))
                yield story.name, act.name, act.origins, len(self.acts[main].support.origins)

    def origins_exact(self) -> float:
        rows = list(self.origins())
        return sum(wanted == got for _, _, wanted, got in rows) / len(rows) if rows else 0.0

    def wanted(self, what: str) -> set[tuple[str, ...]]:
        """Contradictions or changes of acts that were coded in the report that brings them, and in another one."""
        return {
            (story.name, *one)
            for story in self.stories
            for one in getattr(story, what)
            if one[-1] in self.heard[story.name, one[0]]
            and (
                len(self.heard[story.name, one[0]]) > 1
                or len(next(a for a in story.acts if a.name == one[0]).told) == 1
            )
        }

    def contradictions_got(self) -> set[tuple[str, ...]]:
        found = set()
        for act in self.reading.acts:
            for one in act.contradictions:
                found |= {(*place[:2], one.kind, place[2]) for place in self._where([one.claim])}
        return self._first({row for row in found if row[0]})

    def changes_got(self) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for act in self.reading.acts:
            for one in act.changes:
                if one.kind == "status":
                    places = self._where([one.claim])
                    found |= {(story, name, one.before, one.after, report) for story, name, report in places}
        return found

    def _where(self, claims: Iterable[str]) -> set[tuple[str, str, str]]:
        """Story, act and report of labelled claims."""
        articles = {one.id: one.article for one in self.reading.accounts}
        return {(*self.label[claim], self.names[articles[claim]][1]) for claim in claims if claim in self.label}

    def _first(self, rows: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """One contradiction an act and kind: that of the first report that brings it."""
        first: dict[tuple[str, ...], str] = {}
        for *key, report in sorted(rows):
            first.setdefault(tuple(key), report)
        return {(*key, report) for key, report in first.items()}


def _tells(claim: Claim, act: GoldAct, told: Told) -> bool:
    return told.words in claim.sentence and QUAD[claim.type] in act.quadrants


def _groups(labels: Mapping[str, object]) -> dict[object, set[str]]:
    groups: dict[object, set[str]] = defaultdict(set)
    for claim, label in labels.items():
        groups[label].add(claim)
    return groups


def f_score(wanted: set[tuple[str, ...]], got: set[tuple[str, ...]]) -> float:
    """F1; 1 where nothing is wanted and nothing got."""
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


def sheet(*, held: bool) -> Sheet:
    """The gold of the open or the held stories beside Kawat's reading."""
    chosen = [story for story in map(load, files()) if story.held is held]
    return Sheet(chosen, read(article for story in chosen for article in story.articles.values()))


def figures() -> Mapping[str, float]:
    """The figures on the stories set aside, for the gate."""
    return sheet(held=True).figures()


def faults(marked: Sheet) -> Iterator[str]:
    """What is wrong, a line each."""
    accounts = {one.id: one for one in marked.reading.accounts}
    for story in marked.stories:
        for act in story.acts:
            for one in act.told:
                if one.report not in marked.heard[story.name, act.name]:
                    yield f"not coded    {story.name} {act.name} {one.report}: {one.words}"
    for left, right, gold, joined in marked.pairs():
        if gold != joined:
            left_account, right_account = accounts[left], accounts[right]
            what = "joined wrongly" if joined else "left apart"
            yield (
                f"{what}  {'/'.join(marked.label[left])} {'/'.join(marked.label[right])}\n"
                f"    {_brief(left_account, marked)}\n    {_brief(right_account, marked)}"
            )
    for name, wanted, got in (
        ("relay", marked.relays_wanted(), marked.relays_got()),
        ("contradiction", marked.wanted("contradictions"), marked.contradictions_got()),
        ("change", marked.wanted("changes"), marked.changes_got()),
    ):
        yield from (f"missing {name}: {' '.join(row)}" for row in sorted(wanted - got))
        yield from (f"false {name}: {' '.join(row)}" for row in sorted(got - wanted))
    yield from (
        f"origins {' '.join(row[:2])}: {row[2]} wanted, {row[3]} got" for row in marked.origins() if row[2] != row[3]
    )


def _brief(one: Account, marked: Sheet) -> str:
    when = f"{one.start}..{one.end}" if one.start else f"undated, {one.reported}"
    act = f"{one.type}/{one.mode} {one.status} {'+'.join(one.actors)}>{'+'.join(one.recipients)}"
    return f"{act} {when} {one.place or '-'} | {marked.reading.claims[one.id].sentence}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--held", action="store_true", help="the stories set aside")
    parser.add_argument("--faults", action="store_true", help="say what is wrong (open stories only)")
    options = parser.parse_args()
    marked = sheet(held=options.held)
    if options.faults and not options.held:
        for fault in faults(marked):
            print(fault)
    print(f"{len(marked.stories)} stories, {len(marked.label)} claims in told sentences")
    for name, value in marked.figures().items():
        print(f"{value:8.3f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
