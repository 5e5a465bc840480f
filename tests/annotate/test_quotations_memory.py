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


@pytest.mark.parametrize(
    ("language", "text", "code", "said"),
    [
        ("id", "Inggris meminta Iran agar mundur dan mengatakan sanksi akan ditambah.", "GBR", "sanksi"),
        ("id", "Jepang mendesak Iran supaya berunding dan menegaskan Jepang akan mengirim kapal.", "JPN", "Jepang"),
        ("en", "Iran built the base so that it could strike and said that the talks were over.", "IRN", "the talks"),
    ],
)
def test_a_verb_joined_to_a_wish_is_of_the_one_who_wishes(language: str, text: str, code: str, said: str) -> None:
    made = _read(text, language)
    assert _code(made, said) == code


@pytest.mark.parametrize("again", ["jurubicara tersebut", "jubir itu", "juru bicara itu"])
def test_a_noun_points_back_in_any_spelling(again: str) -> None:
    text = (
        "Juru Bicara Kementerian Luar Negeri Iran Ali Rahimi mengatakan, perundingan akan dibuka. "
        "Menteri Luar Negeri Rusia Ivan Petrenko mengatakan, Moskow siap membantu. "
        f"Tidak ada syarat baru, kata {again}."
    )
    made = _read(text)
    assert _of(made, "Tidak ada").speaker == _of(made, "perundingan").speaker is not None


def test_a_spokesperson_is_the_spokesman() -> None:
    text = (
        "A spokesman for the Iranian Foreign Ministry said the talks would open. Russian Foreign Minister "
        "Ivan Petrenko said Moscow was ready to help. There were no new conditions, the spokesperson said."
    )
    assert _code(_read(text, "en"), "There were") == "IRN"


def test_a_secretary_general_is_no_general() -> None:
    text = (
        "Jenderal Israel Yossi Cohen mengatakan, operasi berlanjut. Sekretaris Jenderal PBB Knut Hagenrud mengatakan, "
        "gencatan senjata harus dipatuhi. Operasi selesai besok, kata jenderal itu."
    )
    assert _code(_read(text), "Operasi selesai") == "ISR:MIL"


def test_a_noun_points_back_no_further_than_a_page_and_not_into_the_words_said() -> None:
    spokesman = "Jurubicara militer Israel mengatakan, dua roket jatuh di Ashkelon. "
    filling = "Udara di kota itu panas. " * 14
    far = _read(spokesman + filling + "Tidak ada korban, kata jurubicara itu.")
    assert _of(far, "Tidak ada").speaker != _of(far, "dua roket").speaker
    inside = _read(
        "Jurubicara militer Israel mengatakan, dua roket jatuh. "
        "Jurubicara Hamas mengatakan, roket itu balasan, kata jurubicara itu."
    )
    assert next(
        q for q in inside.quotations if q.content.of(inside.article.text).startswith("Jurubicara Hamas")
    ).speaker


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("id", "Amnesty International mengatakan, dua desa dibakar. Laporan itu menyebutkan, 10 orang tewas.", "10"),
        ("en", "Amnesty International said two villages were burned. The report said ten people had died.", "ten"),
    ],
)
def test_the_report_is_of_the_organization_that_spoke_before(language: str, text: str, said: str) -> None:
    assert _code(_read(text, language), said) == "AMNESTY"


@pytest.mark.parametrize("verb", ["dismissed", "rejected", "confirmed"])
@pytest.mark.parametrize("article", ["", "the "])
def test_a_report_that_somebody_dismisses_leaves_the_one_who_does_the_subject(verb: str, article: str) -> None:
    made = _read(f"A spokesman for the Qatari foreign ministry, Ali Badr, {verb} {article}reports that it fell.", "en")
    assert _code(made, "it fell") == "QAT"


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("id", "Sebuah bom meledak di Peru utara, kata beberapa pejabat keamanan.", "PER"),
        ("id", "Sumber-sumber keamanan mengatakan Peru menahan dua nelayan.", "PER"),
        ("id", "Sumber-sumber diplomatik mengatakan Peru menahan dua nelayan.", None),
        ("en", "A bomb went off in northern Peru, security officials said.", "PER"),
        ("en", "A bomb went off in northern Peru, two officials said.", None),
    ],
)
def test_officials_with_an_office_are_of_the_state_that_is_told_of(language: str, text: str, state: str | None) -> None:
    (quotation,) = find(find_mentions(document(text, language))).quotations
    assert quotation.speaker == state


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "id",
            "Menteri Peru akan bertemu Presiden Chile, kata para pejabat.\nKeduanya siap, tambah mereka.",
            "para pejabat",
        ),
        (
            "en",
            "The Peruvian minister will go to Chile, officials said.\nThe two leaders will meet soon, they said.",
            "officials",
        ),
    ],
)
def test_they_who_go_on_are_those_without_a_name_who_spoke(language: str, text: str, words: str) -> None:
    first, second = find(find_mentions(document(text, language))).quotations
    assert first.speaker is None
    assert (second.speaker, second.chain[0].name) == (None, words)


def test_a_quotation_of_several_paragraphs_has_the_speaker_whom_the_last_of_them_tells() -> None:
    text = (
        "Iran menyatakan, perundingan itu gagal.\n\n“Kami menerima laporan tentang dua kapal.\n\n"
        "“Awaknya ditahan di Basra.\n\n“Mereka harus dibebaskan,” kata Presiden Prancis Emmanuel Macron."
    )
    made = _read(text)
    assert {_code(made, words) for words in ("Kami", "Awaknya", "Mereka")} == {"FRA"}
    assert not [n for n in made.notes if n.code == "unbalanced-quotation-mark"]


@pytest.mark.parametrize(
    ("between", "code"),
    [
        ("Menteri Luar Negeri Norwegia Knut Hagenrud mengecam pernyataan itu.", "NOR"),
        ("Pernyataan itu dikecam Menteri Luar Negeri Norwegia Knut Hagenrud.", "FRA"),
    ],
)
def test_who_opens_the_sentence_before_goes_on_in_the_next(between: str, code: str) -> None:
    told = "“Perundingan itu gagal,” kata Presiden Prancis Emmanuel Macron."
    made = _read(f"{told} {between} Ia menambahkan bahwa dua kapal ditahan di Basra.")
    assert _code(made, "dua kapal") == code
