"""Closing lines and credits of plain text: whose words and whose photograph."""

import pytest

from kawat.read import read_bytes

REPORT = """Minister visits Minsk

By Jane Doe

MINSK, March 4, 2022 (Reuters) - The Indonesian foreign minister visited Minsk on Friday for talks with her \
Belarusian counterpart, officials said.

The two ministers signed an agreement on trade and promised to meet again in Jakarta next year.

Belarus condemned the sanctions of the European Union and said they were unlawful.

"""
LAST = "Belarus condemned the sanctions of the European Union and said they were unlawful."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Translated from Indonesian by the desk of Jakarta", None),
        ("Translated from Arabic", None),
        ("Diterjemahkan dari bahasa Inggris oleh Ani Lestari", None),
        ("Translated from BBC News", "BBC"),
        ("Translated from Japan Today", "Japan Today"),
    ],
)
def test_a_language_is_no_agency(line: str, agency: str | None) -> None:
    (article,) = read_bytes(f"{REPORT.replace(' (Reuters)', '')}{line}\n".encode(), "report.txt")
    assert (article.agency or "").startswith(agency or "")
    assert (article.agency is None) == (agency is None)


@pytest.mark.parametrize("word", ["Photo", "Foto"])
@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        ("The ministers of both states meet in Minsk. (Antara/Ani Lestari)", "in Minsk.", "Antara/Ani Lestari"),
        ("The ministers of both states meet in Minsk. Antara/Ani Lestari", "in Minsk.", "Antara/Ani Lestari"),
    ],
)
def test_a_caption_behind_a_word_for_a_photograph(word: str, said: str, caption: str, credit: str) -> None:
    (article,) = read_bytes(f"{REPORT}{word}: {said}\n".encode(), "report.txt")
    (found,) = article.captions
    assert found.text.endswith(caption)
    assert found.credit == credit
    assert LAST in [block.span.of(article.text) for block in article.blocks if block.kind.value == "body"]
