"""Closing lines and credits of plain text: whose words and whose photograph."""

import pytest

from kawat.model import BlockKind
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


PARAGRAPHS = REPORT.split("\n\n")[2:5]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("behind", [1, 2, 3])
@pytest.mark.parametrize(
    "line",
    [
        "Photo: Antara/Ani Lestari",
        "Foto: Reuters/Ivan Petrenko",
        "(Foto: Dok. Kemlu)",
        "FOTO/ANTARA",
        "AP Photo/Ivan Petrenko",
        "Handout/Reuters",
        "Getty Images",
        "Ilustrasi: Shutterstock",
        "Ilustrasi",
        "Ilustrasi perang. (Getty Images)",
        "Courtesy of the Ministry of Defence",
        "Photo by Jane Doe on Unsplash",
        "Foto oleh Ani Lestari",
        "Dok. Kemlu RI",
    ],
)
def test_a_bare_credit_takes_no_paragraph(line: str, behind: int, gap: str) -> None:
    body = [*PARAGRAPHS[:behind], line, *PARAGRAPHS[behind:]]
    text = "Minister visits Minsk\n\nBy Jane Doe\n\n" + gap.join(body) + "\n"
    (article,) = read_bytes(text.encode(), "report.txt")
    assert list(article.texts(BlockKind.BODY)) == PARAGRAPHS


@pytest.mark.parametrize("said", ["Tanks near the town of Brest", "Tanks stand near the town of Brest."])
def test_a_line_that_stands_with_a_credit_is_its_caption(said: str) -> None:
    text = REPORT.replace("\n\nBelarus condemned", f"\n\n{said}\nPhoto: Antara/Ani Lestari\n\nBelarus condemned")
    (article,) = read_bytes(text.encode(), "report.txt")
    assert [(c.text, c.credit) for c in article.captions] == [(said, "Antara/Ani Lestari")]
    assert list(article.texts(BlockKind.BODY)) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "Courtesy of the Belarusian side, the delegation was shown the plant and met its workers on Saturday.",
        "Ilustrasi itu dibuat kementerian untuk menerangkan perjanjian dagang kedua negara kepada warga.",
        "Photo by photo the ministry documented the visit, and the two delegations left the town on Saturday.",
    ],
)
def test_a_paragraph_that_begins_like_a_credit_is_a_paragraph(line: str) -> None:
    (article,) = read_bytes(
        REPORT.replace("\n\nBelarus condemned", f"\n\n{line}\n\nBelarus condemned").encode(), "r.txt"
    )
    assert line in article.texts(BlockKind.BODY)
