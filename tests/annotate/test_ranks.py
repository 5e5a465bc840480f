"""Ranks of several words are no part of a name."""

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Span


@pytest.mark.parametrize(
    "rank",
    ["Ajun Komisaris Besar", "Komisaris Besar", "Inspektur Satu", "Laksamana Pertama", "Marsekal Madya", "Iptu"],
)
def test_a_rank_of_several_words_stands_before_the_name(rank: str) -> None:
    text = f"{rank} Rita Contoh mengatakan, dua orang ditangkap di Tegal."
    block = Block(Span(0, len(text)), BlockKind.BODY)
    made = annotate(Article("case", "case", text, (block,), "0", "id"))
    assert "Rita Contoh" in {entity.name for entity in made.entities}
