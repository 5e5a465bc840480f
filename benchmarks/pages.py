"""How well the reader does on pages with gold: 40 Indonesian pages, body F1 among them.

    python benchmarks/pages.py PAGES_FOLDER [--each]

Null in gold is not judged. The pages are development data: figures on them say what the reader was made to do.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from kawat.model import Article, BlockKind
from kawat.read import read

TEASER = re.compile(
    r"^\W*(?:(?:baca|lihat|simak) juga|pilihan redaksi|(?:berita|artikel) terkait)|\(baca|baca juga\s*:", re.I | re.M
)


def load(folder: Path) -> dict[str, dict[str, Any]]:
    """The gold of a folder, by file name."""
    gold: dict[str, dict[str, Any]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def body(article: Article) -> str:
    """The report itself, one paragraph a line."""
    return "\n".join(article.texts(BlockKind.BODY))


def bag_f1(got: str, want: str) -> float:
    """F1 of the words of two texts as bags."""
    have, gold = Counter(re.findall(r"\w+", got.lower())), Counter(re.findall(r"\w+", want.lower()))
    common = sum((have & gold).values())
    return 2 * common / (have.total() + gold.total()) if have and gold else 0.0


def same(one: str | None, other: str) -> bool:
    """Whether two names are the same but for case, marks and spaces."""
    return one is not None and re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()


def judge(article: Article, gold: dict[str, Any]) -> dict[str, bool]:
    """Each point of a page that its gold judges, and whether it holds."""
    points: dict[str, bool] = {}
    want = gold["published"]
    got = article.published
    points["day"] = got is not None and got.date().isoformat() == want[:10]
    if "T" in want:
        points["instant"] = got is not None and got.replace(second=0) == datetime.fromisoformat(want)
        points["instant"] = points["instant"] and got is not None and got.isoformat()[:16] == want[:16]
    if gold["reporters"]:
        points["reporter"] = any(same(a, r) for a in article.authors for r in gold["reporters"])
    if gold["editors"]:
        points["editor"] = all(any(same(e, x) for e in article.editors) for x in gold["editors"]) and not any(
            same(a, x) for a in article.authors for x in gold["editors"]
        )
    if gold["sources"] is not None:
        points["agency" if gold["sources"] else "no agency"] = (
            any(same(article.agency, s) for s in gold["sources"]) if gold["sources"] else article.agency is None
        )
    points["headline"] = same(article.first(BlockKind.HEADLINE), gold["title"])
    points["teaser-free"] = bool(article.texts(BlockKind.BODY)) and TEASER.search(body(article)) is None
    return points


def measure(folder: Path, *, each: bool = False) -> dict[str, float]:
    """The share of judged pages on which each point holds, and the mean body F1."""
    held: Counter[str] = Counter()
    total: Counter[str] = Counter()
    scores = []
    for name, gold in load(folder).items():
        article = next(read(str(folder / name)))
        points = judge(article, gold)
        for point, holds in points.items():
            total[point] += 1
            held[point] += holds
        failed = [point for point, holds in points.items() if not holds]
        if gold["body"]:
            scores.append(bag_f1(body(article), gold["body"]))
            if scores[-1] < 0.95:
                failed.append(f"body {scores[-1]:.3f}")
        if each and failed:
            print(f"{name}: {', '.join(failed)}")
    figures = {point: held[point] / total[point] for point in total}
    for point in total:
        print(f"{point:12} {held[point]:3} of {total[point]:3}  {figures[point]:.3f}")
    figures["body_f1"] = sum(scores) / len(scores)
    print(f"{'body F1':12} {figures['body_f1']:.3f} on {len(scores)} pages")
    return figures


def main(arguments: Sequence[str]) -> None:
    """Prints the figures of a folder of pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="name the pages on which a point fails")
    options = parser.parse_args(arguments)
    measure(options.folder, each=options.each)


if __name__ == "__main__":
    main(sys.argv[1:])
