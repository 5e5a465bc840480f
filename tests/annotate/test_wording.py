"""How much of the text is the words for somebody."""

import pytest

from kawat.annotate.wording import fitted
from kawat.model import Span


@pytest.mark.parametrize(
    ("language", "text", "given", "named", "words"),
    [
        ("id", "Korea Utara menyerang.", "Utara", "Korea Utara", "Korea Utara"),
        ("id", "Ketika Peru menyerang, ...", "Ketika Peru", "Peru", "Peru"),
        ("id", "kata juru bicara Peru", "kata juru bicara Peru", "juru bicara Peru", "juru bicara Peru"),
        ("id", "Meski hujan turun, Peru", "Meski hujan turun, Peru", "Peru", "Peru"),
        ("id", "Peru juga setuju memperpanjang izin", "Peru juga setuju memperpanjang izin", "Peru", "Peru"),
        ("id", "Kementerian Dagang, Energi dan Air Peru", "Kementerian Dagang, Energi dan Air Peru", "Peru",
         "Kementerian Dagang, Energi dan Air Peru"),
        ("id", "media resmi Peru", "media resmi", "media", "media resmi"),
        ("id", "surat kabar Tempo", "surat kabar Tempo", "Tempo", "surat kabar Tempo"),
        ("en", "After Peru attacked", "After Peru", "Peru", "Peru"),
        ("en", "Peru has agreed to leave", "Peru has agreed to leave", "Peru", "Peru"),
        ("en", "industry sources in Peru", "industry sources", "sources", "industry sources"),
        ("en", "Peru and Chile", "Peru", "Chile", "Peru"),
    ],
)  # fmt: skip
def test_the_words_for_somebody(language: str, text: str, given: str, named: str, words: str) -> None:
    given_span, named_span = (Span(text.index(t), text.index(t) + len(t)) for t in (given, named))
    assert fitted(given_span, named_span, text, language).of(text) == words
