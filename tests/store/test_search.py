"""What people type becomes an expression that FTS5 cannot choke on."""

import pytest

from kawat.store.search import fts_query


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("Putin-Lukashenko 11/3/2022", '"Putin Lukashenko" "11 3 2022"'),
        ("perang", '"perang"'),
        ('"perang dingin" nuklir', '"perang dingin" "nuklir"'),
        ("“perang dingin”", '"perang dingin"'),
        ('"tak tertutup', '"tak tertutup"'),
        ("menyer*", '"menyer"*'),
        ("* - /", None),
        ("", None),
        ("AND NOT NEAR(a b)", '"AND" "NOT" "NEAR a" "b"'),
        ("text:abc ^def", '"text abc" "def"'),
        ("Jum'at", '"Jum\'at"'),
        ("戦争", '"戦争"'),
    ],
)
def test_query(asked: str, query: str | None) -> None:
    assert fts_query(asked) == query
