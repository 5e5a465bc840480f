"""The nouns are frozen, and refuse what cannot be."""

import dataclasses
from datetime import datetime

import pytest

from kawat import model
from kawat.model import Article, Block, BlockKind, Document, Layer, Span


def test_every_noun_is_frozen_and_slotted() -> None:
    nouns = [value for name in model.__all__ if dataclasses.is_dataclass(value := getattr(model, name))]
    assert len(nouns) > 15
    for noun in nouns:
        assert vars(noun)["__dataclass_params__"].frozen, noun
        assert hasattr(noun, "__slots__"), noun


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("left", "right", "covers", "overlaps"),
    [
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(1, 3), True, True),
        (Span(0, 5), Span(3, 8), False, True),
        (Span(0, 5), Span(5, 8), False, False),
    ],
)
def test_spans_compare(left: Span, right: Span, *, covers: bool, overlaps: bool) -> None:
    assert left.covers(right) is covers
    assert left.overlaps(right) is overlaps
    assert right.overlaps(left) is overlaps


def test_spans_are_code_points_not_bytes() -> None:
    text = "“Türkiye” 🕊 damai"
    assert Span(1, 8).of(text) == "Türkiye"
    assert Span(12, 17).of(text) == "damai"


def test_an_article_gives_the_words_of_its_blocks() -> None:
    text = "Judul\nSatu.\nDua."
    blocks = (
        Block(Span(0, 5), BlockKind.HEADLINE),
        Block(Span(6, 11), BlockKind.BODY),
        Block(Span(12, 16), BlockKind.BODY),
    )
    article = Article("a1", "x.txt", text, blocks, "0" * 64)
    assert article.first(BlockKind.HEADLINE) == "Judul"
    assert article.texts(BlockKind.BODY) == ("Satu.", "Dua.")
    assert article.first(BlockKind.KICKER) is None


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Article("a1", "x.txt", "", (), "0" * 64, published=datetime(2024, 1, 1))


def test_layers_are_fields_of_a_document() -> None:
    fields = {field.name for field in dataclasses.fields(Document)}
    assert {layer.value for layer in Layer} <= fields
