"""Body F1 of three readers on the same pages in one run: Kawat, readability-lxml, trafilatura in precision mode.

    python benchmarks/bodies.py PAGES_FOLDER

The peers come with the `bench` dependency group.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from readability import Document

from benchmarks.pages import bag_f1, body, load
from kawat.read import read_bytes

_TAGS = re.compile(r"<[^<>]+>")


def by_kawat(data: bytes) -> str:
    """The report as Kawat reads it."""
    return body(next(iter(read_bytes(data, "page.html"))))


def by_readability(data: bytes) -> str:
    """The main part as readability-lxml finds it, without its tags."""
    return _TAGS.sub(" ", Document(data.decode("utf-8", errors="replace")).summary())


def by_trafilatura(data: bytes) -> str:
    """The main text as trafilatura's precision mode finds it."""
    return trafilatura.extract(data, favor_precision=True, include_comments=False) or ""


READERS: dict[str, Callable[[bytes], str]] = {
    "kawat": by_kawat,
    "readability-lxml": by_readability,
    "trafilatura precision": by_trafilatura,
}


def measure(folder: Path) -> dict[str, float]:
    """The mean body F1 of each reader; prints it with pages a second."""
    pages = [((folder / name).read_bytes(), gold["body"]) for name, gold in load(folder).items() if gold["body"]]
    figures = {}
    for name, reader in READERS.items():
        reader(pages[0][0])  # the first call loads tables and models
        start = time.perf_counter()
        scores = [bag_f1(reader(data), gold) for data, gold in pages]
        speed = len(pages) / (time.perf_counter() - start)
        figures[name] = sum(scores) / len(scores)
        print(f"{name:22} body F1 {figures[name]:.3f} on {len(scores)} pages, {speed:.1f} pages a second")
    return figures


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
