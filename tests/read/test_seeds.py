"""The two reports that started the project, and the pages with gold, where they lie beside the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

from kawat.model import BlockKind
from kawat.read import read

SHARED = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared data lie beside the repository only where it is built"
)
EXPECTED = SHARED / "seeds" / "expected.json"


def cases() -> list[tuple[str, dict[str, Any]]]:
    if not EXPECTED.is_file():
        return []
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return [(name, want["article"]) for name, want in expected.items() if name != "note"]


def norm(text: str | None) -> str:
    return " ".join((text or "").split()).lower()


@pytest.mark.parametrize(("name", "want"), cases(), ids=lambda value: value if isinstance(value, str) else "")
def test_article_fields(name: str, want: dict[str, Any]) -> None:
    article = next(read(str(SHARED / "seeds" / name)))
    got: dict[str, Any] = {
        "headline": article.first(BlockKind.HEADLINE),
        "kicker": article.first(BlockKind.KICKER),
        "subtitle": article.first(BlockKind.SUBTITLE),
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "agency": article.agency,
        "dateline_place": article.dateline_place,
    }
    for field, value in got.items():
        if field in want:
            options = want[field] if isinstance(want[field], list) else [want[field]]
            assert norm(value) in {norm(option) for option in options}, field
    assert list(article.authors) == want["authors"]
    assert list(article.editors) == want["editors"]
    assert len(article.captions) == want["captions"]
    credit = norm(" ".join(c.credit or "" for c in article.captions))
    assert all(norm(part) in credit for part in want["credit_contains"])
    body = article.texts(BlockKind.BODY)
    assert len(body) == want["body_paragraphs"]
    assert not [words for words in want["body_not"] if any(norm(words) in norm(p) for p in body)]


def test_pages_with_gold() -> None:
    from benchmarks.pages import measure

    figures = measure(SHARED / "html")
    assert figures["day"] == 1.0
    assert figures["teaser-free"] == 1.0
    assert figures["instant"] >= 0.90
    assert min(figures["reporter"], figures["editor"], figures["agency"]) >= 0.85
    assert figures["body_f1"] >= 0.965
