"""A state told by its land, its wealth or its past is the state that the report told of."""

import pytest
from tests.annotate.test_mentions_filed import codes


@pytest.mark.parametrize(
    "words",
    [
        "Negara Teluk itu",
        "Negara di Teluk itu",
        "Negeri kaya minyak itu",
        "Negara Arab itu",
        "Negara Afrika Barat itu",
        "Negara bekas Soviet itu",
    ],
)
def test_a_state_told_by_what_it_is_like(words: str) -> None:
    assert codes(f"Bahrain mengusir seorang diplomat. {words} menutup perbatasan.", None, "id")[words] == "BHR"


@pytest.mark.parametrize(
    "words",
    [
        "The Gulf state",
        "The island nation",
        "The tiny Gulf monarchy",
        "The West African nation",
        "The oil-rich state",
        "The kingdom",
    ],
)
def test_a_state_told_by_what_it_is_like_in_english(words: str) -> None:
    assert codes(f"Bahrain expelled a diplomat. {words} closed its border.", None, "en")[words] == "BHR"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Bahrain protes. Negara yang kalah perang itu menyerah.", "id", "Negara yang kalah perang itu"),
        ("Bahrain protested. The Gulf state of Qatar agreed.", "en", "The Gulf state"),
        ("Bahrain protes. Negara Teluk membantah.", "id", "Negara Teluk"),
        ("Bahrain protested. Shops across the country closed.", "en", "the country"),
    ],
)
def test_a_clause_a_name_behind_of_and_a_state_without_a_pointer_are_none(text: str, language: str, words: str) -> None:
    assert words not in codes(text, None, language)
