"""Golden folders: one page each in the style of an outlet, its text invented. One test a field."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kawat.model import Article, BlockKind
from kawat.read import read_bytes

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(f.parent for f in CASES.glob("*/expected.json"))


def fields(article: Article) -> dict[str, Any]:
    """What a case expects of an article."""
    return {
        "headline": article.first(BlockKind.HEADLINE),
        "kicker": article.first(BlockKind.KICKER),
        "subtitle": article.first(BlockKind.SUBTITLE),
        "language": article.language,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "published_raw": article.published_raw,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "agency": article.agency,
        "dateline_place": article.dateline_place,
        "captions": [{"text": c.text, "credit": c.credit} for c in article.captions],
        "body": list(article.texts(BlockKind.BODY)),
        "related": list(article.texts(BlockKind.RELATED)),
        "notes": sorted(note.code for note in article.notes),
    }


@cache
def read_case(folder: Path) -> Article:
    path = next(folder.glob("input.*"))
    (article,) = read_bytes(path.read_bytes(), str(path))
    return article


def points() -> list[Any]:
    return [
        pytest.param(folder, field, wanted, id=f"{folder.name}-{field}")
        for folder in FOLDERS
        for field, wanted in json.loads((folder / "expected.json").read_text(encoding="utf-8")).items()
    ]


@pytest.mark.parametrize(("folder", "field", "wanted"), points())
def test_field(folder: Path, field: str, wanted: object) -> None:
    assert fields(read_case(folder))[field] == wanted


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_blocks_cover_the_page_in_order(folder: Path) -> None:
    article = read_case(folder)
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(article.text)
        assert "\n" not in block.span.of(article.text)
        assert not any(c.isalnum() for c in article.text[ends[-1] : block.span.start])
        ends.append(block.span.end)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_meta_says_where_a_case_is_from(folder: Path) -> None:
    meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
    assert meta["style"]
    assert meta["text"] == "invented"


def test_a_photograph_told_of_below_the_report_takes_no_paragraph_with_it() -> None:
    page = """Vietnam Protes Latihan Kapal Perang di Dekat Paracel

HANOI - Kementerian Luar Negeri Vietnam pada Rabu (12/6/2024) memprotes latihan tembak China di dekat Kepulauan Paracel.

Para nelayan mengaku ditembaki kapal China pada Senin malam. Polisi setempat gagal menemukan pelaku.

Foto: Kapal penjaga pantai Vietnam di Laut China Selatan. (AP/Nguyen Hai)
"""
    (article,) = read_bytes(page.encode(), "a.txt")
    assert [(c.text, c.credit) for c in article.captions] == [
        ("Kapal penjaga pantai Vietnam di Laut China Selatan.", "AP/Nguyen Hai")
    ]
    assert article.texts(BlockKind.BODY)[-1].startswith("Para nelayan")
