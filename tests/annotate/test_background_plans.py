"""A plan that only tells when or about what something is said is on nobody's word; a seat is no state of officials."""

import pytest

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, Document, Span


def _read(text: str, language: str = "id") -> Document:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    return annotate(Article("case", "case", text, (block,), "0", language))


@pytest.mark.parametrize(
    "text",
    [
        "Jurubicara Kementerian Luar Negeri Pakistan, Tasneem Contoh, mengatakan bahwa Menteri Luar Negeri India "
        "selama kunjungannya ke Islamabad pekan depan akan menyampaikan undangan kepada Presiden Pakistan.",
        "Wakil Presiden Amerika Serikat tidak akan meminta Australia menambah pasukannya saat ia melakukan kunjungan "
        "ke Canberra minggu ini, kata Perdana Menteri Australia John Contoh, Senin.",
        "Presiden Amerika Serikat juga berbicara dengan Presiden Mesir mengenai kunjungan Menteri Luar Negeri Amerika "
        "Serikat ke Kairo pekan depan, kata jurubicara Gedung Putih Ana Contoh.",
    ],
)
def test_a_plan_that_sets_the_scene_is_on_the_word_of_the_report(text: str) -> None:
    visits = [e for e in _read(text).events if "kunjungan" in text[e.trigger.start : e.trigger.end]]
    assert visits
    assert [e.speaker for e in visits] == [None] * len(visits)


def test_a_plan_that_is_what_is_said_stays_on_the_word_of_its_speaker() -> None:
    text = "Perdana Menteri Australia John Contoh mengatakan, Menteri Luar Negeri India akan berkunjung ke Canberra."
    (visit,) = _read(text).events
    assert visit.speaker is not None
    assert visit.speaker.code == "AUS"


def test_the_seat_of_an_international_body_is_no_state_of_officials() -> None:
    text = "Pengadilan Permanen Arbitrase (PCA) menolak klaim itu. Para pejabat mengatakan, klaim itu lama."
    made = _read(text)
    codes = {e.id: e.code for e in made.entities}
    (officials,) = (m for m in made.mentions if m.span.of(text) == "Para pejabat")
    assert "NLD" not in {codes[e] for e in officials.entities}
