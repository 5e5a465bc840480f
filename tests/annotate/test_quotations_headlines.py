"""Who says the words of a headline, and clauses that answer what was said. Own lines in wire style."""

from datetime import UTC, datetime

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, HopKind, Span

pytestmark = pytest.mark.usefixtures("silent")


def read(text: str, language: str, kind: BlockKind = BlockKind.HEADLINE) -> Document:
    block = Block(Span(0, len(text)), kind)
    day = datetime(2026, 3, 2, 12, tzinfo=UTC)
    return annotate(Article("a0", "a.txt", text, (block,), "0" * 64, language=language, published=day))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Perang Gaza: Israel Serang Rumah Sakit di Khan Younis"),
        ("id", "Konflik Kenya-Uganda: Tentara Uganda Tembak Warga"),
        ("id", "Kenya-Uganda: Tentara Uganda Tembak Warga"),
        ("en", "Gaza war: Israel strikes hospital in Khan Younis"),
        ("en", "Exclusive: Uganda sends troops to Kenya"),
        ("en", "CORRECTED: Raid in Kampala killed 10, not 11"),
        ("id", "Ralat: Korban Serangan di Kampala 10 Orang"),
    ],
)
def test_what_a_headline_is_about_says_nothing(language: str, text: str) -> None:
    assert read(text, language).quotations == ()


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("id", "Kenya: Uganda Serang Kisumu", "KEN"),
        ("id", "Kenya Sebut Uganda Serang Kisumu", "KEN"),
        ("id", "Ruto Klaim Tentara Kenya Rebut Kisumu", "p:william-ruto"),
        ("en", "Kenya: Uganda attacked Kisumu", "KEN"),
    ],
)
def test_a_name_before_a_colon_or_a_bare_verb_says_the_rest(language: str, text: str, speaker: str) -> None:
    (found,) = read(text, language).quotations
    assert found.speaker == speaker
    assert found.content.end == len(text)


def test_the_words_of_a_bare_verb_need_somebody_known() -> None:
    assert read("Ini Kata Sebut Yang Salah di Kamus", "id").quotations == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kremlin Sebut Ukraina Serang Depot Minyak di Krasnodar"),
        ("id", "Kremlin: Ukraina Serang Depot Minyak di Krasnodar"),
    ],
)
def test_who_is_hit_only_alleges_who_hit(language: str, text: str) -> None:
    events = read(text, language).events
    assert [(e.status, e.speaker and e.speaker.code) for e in events] == [("alleged", "RUS")]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "id",
            "Kenya mengklaim Uganda menembak dua tentaranya; Uganda membantahnya.",
            "Uganda menembak dua tentaranya",
        ),
        ("en", "Kenya claims Uganda shot two of its soldiers; Uganda denies this.", "Uganda shot two of its soldiers"),
        ("en", "Kenya accused Uganda of arming the rebels, which Uganda denies.", "Uganda of arming the rebels"),
    ],
)
def test_a_clause_of_denial_is_not_of_what_is_denied(language: str, text: str, said: str) -> None:
    assert [q.content.of(text) for q in read(text, language, BlockKind.BODY).quotations] == [said]


def test_the_noun_before_the_name_of_a_medium_is_no_hop_of_its_own() -> None:
    text = "Egypt's foreign minister, quoted by state news agency MENA, said Ethiopia had refused to sign the deal."
    (found,) = read(text, "en", BlockKind.BODY).quotations
    assert [h.name for h in found.chain if h.kind is HopKind.AGENCY] == ["MENA"]
