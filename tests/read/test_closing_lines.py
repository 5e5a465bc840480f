"""Closing lines and credits of plain text: whose words and whose photograph."""

import pytest

from kawat.model import BlockKind
from kawat.read import read_bytes
from kawat.read.agency import from_brackets

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


@pytest.mark.parametrize(
    ("brackets", "agency"),
    [("(AFP/H-3)", "AFP"), ("(Ant/E-1)", "ANTARA"), ("(H-3)", None), ("(AFP/ikut menulis)", None)],
)
def test_a_page_of_the_paper_may_stand_beside_the_agency(brackets: str, agency: str | None) -> None:
    assert from_brackets(f"{LAST} {brackets}", None)[0] == agency


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


OPENING = "Minister visits Minsk\n\nBy Jane Doe\n\nSaturday, 12 March 2022 10:30\n\n"
LEAD = "Belarus and Norway agreed on Saturday to reopen the border crossing near Brest after two years of closure."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line", ["Photo: Reuters/Ivan Petrenko", "(Foto: Dok. Kemlu)", "Getty Images", "(Getty Images)"]
)
@pytest.mark.parametrize("lead", [LEAD, f"Minsk - {LEAD}", f"MINSK, TASS - {LEAD}"])
def test_a_lead_above_a_credit_stays_the_lead(lead: str, line: str, gap: str) -> None:
    body = [lead, line, *PARAGRAPHS[1:]]
    (article,) = read_bytes((OPENING + gap.join(body) + "\n").encode(), "report.txt")
    told = list(article.texts(BlockKind.BODY))
    assert len(told) == len(body) - 1
    assert told[0].endswith(LEAD)


@pytest.mark.parametrize("end", ["", "."])
def test_what_stands_with_a_credit_above_the_lead_is_its_caption(end: str) -> None:
    said = f"Minister Knut Hagenrud walks past workers of the plant near Brest{end}"
    text = OPENING + f"{said}\nPhoto: Reuters/Ivan Petrenko\n\n" + "\n\n".join([LEAD, *PARAGRAPHS[1:]]) + "\n"
    (article,) = read_bytes(text.encode(), "report.txt")
    assert [(c.text, c.credit) for c in article.captions] == [(said, "Reuters/Ivan Petrenko")]
    assert article.first(BlockKind.BODY) == LEAD


@pytest.mark.parametrize(
    ("line", "captions", "credited"),
    [
        ("Ilustrasi perang. (Getty Images)", [("Ilustrasi perang.", "Getty Images")], ["(Getty Images)"]),
        ("Ilustrasi kapal perang (Shutterstock)", [("Ilustrasi kapal perang", "Shutterstock")], ["(Shutterstock)"]),
        ("Ilustrasi: Shutterstock", [], ["Ilustrasi: Shutterstock"]),
        ("Getty Images", [], ["Getty Images"]),
        ("KOMPAS.com/ANI LESTARI", [], ["KOMPAS.com/ANI LESTARI"]),
    ],
)
@pytest.mark.parametrize("place", [0, 2])
def test_who_is_credited_is_the_same_above_the_lead_and_in_the_report(
    line: str, captions: list[tuple[str, str]], credited: list[str], place: int
) -> None:
    body = [LEAD, *PARAGRAPHS[1:]]
    text = OPENING + "\n\n".join([*body[:place], line, *body[place:]]) + "\n"
    (article,) = read_bytes(text.encode(), "report.txt")
    assert [(c.text, c.credit) for c in article.captions] == captions
    assert list(article.texts(BlockKind.CREDIT)) == credited
    assert list(article.texts(BlockKind.BODY)) == body


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
        "Courtesy of Qatar, all 200 hostages flew home.",
        "Courtesy of Norway the bridge stands again.",
        "Dokumentasi Kemlu menunjukkan kapal Australia masuk ke Natuna.",
        "Dok. Kemlu menyebut dua nelayan ditahan.",
        "Photo by photo the ministry documented the visit, and the two delegations left the town on Saturday.",
    ],
)
def test_a_paragraph_that_begins_like_a_credit_is_a_paragraph(line: str) -> None:
    (article,) = read_bytes(
        REPORT.replace("\n\nBelarus condemned", f"\n\n{line}\n\nBelarus condemned").encode(), "r.txt"
    )
    assert line in article.texts(BlockKind.BODY)
