"""Media that gave the words side by side, and those that have them from one another."""

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Hop, Span
from kawat.query import chain_text
from kawat.read import read_bytes
from kawat.record import build
from kawat.record.chain import full_chain

PAGE = (
    "Delegasi Oman Tiba di Wina\n\nHarian Contoh | 12 Maret 2024, 12:57 WIB\n\nWINA, HARIAN CONTOH - Delegasi Oman "
    "tiba di Wina pada Selasa (12/3/2024). Mereka akan berunding tiga hari.\n\nPerundingan itu dibuka oleh menteri "
    "luar negeri Austria.\n\n{credit}\n"
)


@pytest.mark.parametrize(
    ("credit", "chain"),
    [
        ("(REUTERS/AFP)", "Reuters & AFP ‹ Harian Contoh"),
        ("Sumber: Reuters, AFP", "Reuters & AFP ‹ Harian Contoh"),
        ("Sumber: Xinhua dan Kyodo", "Xinhua & Kyodo ‹ Harian Contoh"),
        ("(Antara/Reuters)", "Reuters ‹ ANTARA ‹ Harian Contoh"),
        ("(Antara/Reuters/AFP)", "Reuters & AFP ‹ ANTARA ‹ Harian Contoh"),
        ("Sumber: Reuters via AFP", "Reuters ‹ AFP ‹ Harian Contoh"),
        ("(Reuters)", "Reuters ‹ Harian Contoh"),
    ],
)
def test_agencies_of_one_credit_stand_side_by_side_and_a_relay_carries_them(credit: str, chain: str) -> None:
    article = next(iter(read_bytes(PAGE.format(credit=credit).encode(), "case.txt")))
    assert chain_text(full_chain((), article)).casefold() == chain.casefold()


def _told(text: str, words: str, language: str = "id") -> tuple[Hop, ...]:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    record = build(annotate(Article("case", "case", text, (block,), "0", language, outlet="Harian Contoh")), "case")
    return next(q.chain for q in record.quotations if words in q.text)


@pytest.mark.parametrize(
    ("language", "text", "words", "chain"),
    [
        (
            "id",
            "Kapal itu tenggelam di Selat Hormuz, kata Menteri Perhubungan Oman Said Contoh seperti dikutip Reuters "
            "dan AFP.",
            "Kapal itu",
            "Said Contoh ‹ Reuters & AFP ‹ Harian Contoh",
        ),
        (
            "id",
            "Kapal itu tenggelam di Selat Hormuz, demikian dilaporkan Reuters/AFP.",
            "Kapal itu",
            "Reuters & AFP ‹ Harian Contoh",
        ),
        (
            "en",
            "The ship sank in the Strait of Hormuz, Reuters and AFP reported.",
            "The ship",
            "Reuters & AFP ‹ Harian Contoh",
        ),
    ],
)
def test_media_of_one_phrase_stand_side_by_side(language: str, text: str, words: str, chain: str) -> None:
    assert chain_text(_told(text, words, language)) == chain


def test_an_agency_that_has_the_words_from_another_stands_outside_of_it() -> None:
    text = "Kapal itu tenggelam di Selat Hormuz, kata Menteri Perhubungan Oman Said Contoh, dikutip Reuters dari TASS."
    assert [hop.beside for hop in _told(text, "Kapal itu")] == [False] * 4
