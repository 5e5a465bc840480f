"""Who is meant by words that point back to one who spoke before, in sentences of our own."""

import pytest
from tests.annotate.test_quotations import document

from kawat.annotate.mentions import find as find_mentions
from kawat.annotate.quotations import find
from kawat.model import Document, Quotation


def _read(text: str, language: str = "id") -> Document:
    return find(find_mentions(document(text, language)))


def _of(made: Document, words: str) -> Quotation:
    """The quotation that begins with the words."""
    return next(q for q in made.quotations if q.content.of(made.article.text).startswith(words))


def _code(made: Document, words: str) -> str | None:
    speaker = _of(made, words).speaker
    return next((e.code for e in made.entities if e.id == speaker), None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kapal itu tenggelam di Selat Malaka, kata kantor berita China Xinhua. ", "CHN:MED"),
        ("Kapal itu tenggelam di Selat Malaka, demikian laporan Daily Telegraph. ", "GBR:MED"),
    ],
)
def test_a_medium_told_of_before_is_the_one_that_its_noun_means(words: str, code: str) -> None:
    made = _read(words + "Polisi menangkap dua awak, kata surat kabar itu.")
    assert _code(made, "Polisi") == code


def test_a_noun_of_media_before_a_name_makes_it_a_medium_and_no_person() -> None:
    made = _read("Dua orang ditangkap di Basra, kata televisi pemerintah Irak Al-Contoh, Rabu.")
    assert _code(made, "Dua orang") == "IRQ:MED"


def test_the_spokesman_is_the_last_one_who_was_called_so() -> None:
    text = (
        "Jurubicara militer Israel mengatakan, dua roket jatuh di Ashkelon. Hamas mengatakan, roket itu balasan. "
        "Tidak ada korban, kata jurubicara itu."
    )
    made = _read(text)
    assert _code(made, "Tidak ada") == _code(made, "dua roket") == "ISR:MIL"


def test_katanya_is_nobody_who_speaks_only_inside_the_words() -> None:
    text = (
        "Menteri Luar Negeri Norwegia Knut Hagenrud tiba di Minsk. Perundingan dibuka lagi, kata Hagenrud. "
        "Belarus menyatakan siap membuka perbatasan, katanya."
    )
    made = _read(text)
    assert _code(made, "Belarus") == "NOR"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kami minta agar Korea Utara menjelaskan, apa maksud pembelian itu."),
        ("id", "Jepang mendesak supaya Iran mengatakan, kapan perundingan dibuka."),
        ("en", "Japan pressed on so that Iran said when the talks would open."),
    ],
)
def test_what_somebody_is_to_say_is_said_by_nobody(language: str, text: str) -> None:
    assert not _read(text, language).quotations


def test_a_report_without_issuer_is_a_source_without_a_name() -> None:
    made = _read("Laporan mengatakan, penggelaran rudal itu masih berlanjut.")
    (said,) = made.quotations
    assert said.speaker is None
    assert [hop.named for hop in said.chain] == [False]


def test_a_report_told_of_again_is_of_whoever_issued_it() -> None:
    text = (
        "Serangan itu melanggar hukum, kata sebuah laporan Amnesty International. "
        "Laporan itu menyebutkan, dua desa dibakar."
    )
    made = _read(text)
    assert _of(made, "dua desa").speaker == _of(made, "Serangan").speaker is not None


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("id", "Iran dan Rusia menyatakan, latihan di Laut Kaspia berlangsung tiga hari.", "IRN"),
        ("id", "Iran menyerang kapal itu dan Rusia menyatakan, latihan di Laut Kaspia berlangsung tiga hari.", "RUS"),
        ("en", "Iran and Russia said that the drill in the Caspian Sea would last three days.", "IRN"),
        ("en", "Israel struck Gaza and Russia said that the drill in the Caspian Sea would last three days.", "RUS"),
    ],
)
def test_of_two_who_speak_together_the_first_is_the_speaker(language: str, text: str, code: str) -> None:
    made = _read(text, language)
    (said,) = made.quotations
    assert next(e.code for e in made.entities if e.id == said.speaker) == code


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("id", "Iran akan membeli dua kapal, kata seorang pejabat senior dengan syarat anonim.", None),
        ("en", "Russia shot down the plane, a senior official said on condition of anonymity.", None),
        ("id", "Rusia menembak pesawat itu, kata seorang pejabat AS dengan syarat anonim.", "USA"),
        ("id", "Hungaria menutup perbatasan. Hungaria akan membukanya, kata seorang pejabat.", "HUN"),
    ],
)
def test_a_source_without_a_name_behind_the_words_is_of_no_state_that_only_these_name(
    language: str, text: str, speaker: str | None
) -> None:
    (said,) = _read(text, language).quotations
    assert said.speaker == speaker
    assert not said.chain[0].named
