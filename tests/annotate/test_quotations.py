"""Quotations: own lines in wire style; names and words are invented or public facts."""

import random

import pytest

from kawat.annotate.mentions import find as find_mentions
from kawat.annotate.quotations import find
from kawat.annotate.sentences import split
from kawat.annotate.times import find as find_times
from kawat.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Manner,
    Span,
)

D, N, M = Manner.DIRECT, Manner.INDIRECT, Manner.MIXED


def document(text: str, language: str, kind: BlockKind = BlockKind.BODY) -> Document:
    """Each line of the text is a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    made = Document(Article("a", "t", text, tuple(blocks), "0", language=language))
    return find_times(split(made))


def found(text: str, language: str) -> list[tuple[Manner, str, str | None]]:
    made = find(document(text, language))
    return [
        (q.manner, q.content.of(text), q.speaker_span.of(text) if q.speaker_span else None) for q in made.quotations
    ]


ID = [
    # direct, all marks
    ("“Kami siap berunding,” kata Hartono.", [(D, "Kami siap berunding", "Hartono")]),
    ('"Kami siap berunding," ujar Hartono.', [(D, "Kami siap berunding", "Hartono")]),
    ('“Kami siap berunding," tutur Hartono.', [(D, "Kami siap berunding", "Hartono")]),
    ('"Kami siap berunding,” ucap Hartono.', [(D, "Kami siap berunding", "Hartono")]),
    ("”Kami siap berunding,” kata Hartono.", [(D, "Kami siap berunding", "Hartono")]),
    ("«Kami siap berunding», kata Hartono.", [(D, "Kami siap berunding", "Hartono")]),
    ("‘Kami siap berunding,’ kata Hartono.", [(D, "Kami siap berunding", "Hartono")]),
    ("„Kami siap berunding,” kata Hartono.", [(D, "Kami siap berunding", "Hartono")]),
    ('Kami siap berunding, "kata Hartono.', [(N, "Kami siap berunding", "Hartono")]),
    ("” Kami siap berunding , ” kata Hartono .", [(D, "Kami siap berunding", "Hartono")]),
    # direct, shapes
    (
        "“Kami siap. Kami menunggu jawaban mereka,” kata Hartono.",
        [(D, "Kami siap. Kami menunggu jawaban mereka", "Hartono")],
    ),
    ("“Kapan perang ini berakhir?” tanya Hartono.", [(D, "Kapan perang ini berakhir?", "Hartono")]),
    ("“Kami menolak,” ujarnya.", [(D, "Kami menolak", "nya")]),
    ("Hartono berkata, “Kami siap berunding.”", [(D, "Kami siap berunding.", "Hartono")]),
    ("Hartono menegaskan: “Kami siap berunding.”", [(D, "Kami siap berunding.", "Hartono")]),
    ("Kata Hartono, “Kami siap berunding.”", [(D, "Kami siap berunding.", "Hartono")]),
    ("“Kami siap berunding,” Hartono menegaskan.", [(D, "Kami siap berunding", "Hartono")]),
    ("“Tidak,” kata dia.", [(D, "Tidak", "dia")]),
    (
        "“Kami siap,” kata Hartono. “Mereka harus datang dulu.”",
        [(D, "Kami siap", "Hartono"), (D, "Mereka harus datang dulu.", None)],
    ),
    (
        "“Kami siap,” kata Hartono, “asal mereka datang lebih dulu.”",
        [(D, "Kami siap", "Hartono"), (D, "asal mereka datang lebih dulu.", "Hartono")],
    ),
    (
        "“Perjanjian itu sah,” kata juru bicara presiden Vandora, Lina Marsel kepada wartawan.",
        [(D, "Perjanjian itu sah", "juru bicara presiden Vandora, Lina Marsel")],
    ),
    # mixed
    (
        "Hartono mengatakan negaranya “tidak akan mundur dari meja” dan tetap berunding.",
        [(M, "negaranya “tidak akan mundur dari meja” dan tetap berunding", "Hartono")],
    ),
    # behind "thus", only of somebody by name
    (
        "Pasukan itu menyerang rumah sakit di Kharkiv, demikian klaim Hartono.",
        [(N, "Pasukan itu menyerang rumah sakit di Kharkiv", "Hartono")],
    ),
    ("Pasukan itu menyerang rumah sakit di Kharkiv, demikian klaim itu dimuat.", []),
    # marks that quote nobody
    ("Tentara “perdamaian” itu datang dari utara.", []),
    ("Film “Langit di Atas Kota Tua” diputar di Bandung.", []),
    # indirect: the cue in front
    ("Hartono mengatakan bahwa pasukannya mundur.", [(N, "pasukannya mundur", "Hartono")]),
    ("Hartono mengatakan, pasukannya akan segera mundur.", [(N, "pasukannya akan segera mundur", "Hartono")]),
    ("Hartono menyatakan pasukannya akan segera mundur.", [(N, "pasukannya akan segera mundur", "Hartono")]),
    ("Hartono juga menambahkan bahwa bantuan tertahan.", [(N, "bantuan tertahan", "Hartono")]),
    ("Menteri itu, Selasa, mengatakan bantuan telah tiba di sana.", [(N, "bantuan telah tiba di sana", "Menteri itu")]),
    (
        "Rustam Effendi, ketua komisi itu, mengatakan bahwa sidang ditunda.",
        [(N, "sidang ditunda", "Rustam Effendi")],
    ),
    (
        "Hartono mengatakan kepada wartawan di Wina, perundingan gagal total.",
        [(N, "perundingan gagal total", "Hartono")],
    ),
    (
        "Hartono mengatakan setelah bertemu duta besar, bahwa perundingan berlanjut.",
        [(N, "perundingan berlanjut", "Hartono")],
    ),
    ("Dalam pidatonya Hartono mengatakan bahwa perang usai.", [(N, "perang usai", "Hartono")]),
    ("Dalam pidato di Wina, Hartono mengatakan bahwa perang usai.", [(N, "perang usai", "Hartono")]),
    (
        "Hartono mengatakan bahwa perang usai dan menambahkan bahwa tawanan bebas.",
        [(N, "perang usai", "Hartono"), (N, "tawanan bebas", "Hartono")],
    ),
    ("Hartono memuji tentaranya dan menyatakan bahwa perang usai.", [(N, "perang usai", "Hartono")]),
    (
        "Hartono, yang tiba dari Wina kemarin, mengatakan bahwa perang usai.",
        [(N, "perang usai", "Hartono")],
    ),
    ("Kelompok itu mengaku menculik dua wartawan asing.", [(N, "menculik dua wartawan asing", "Kelompok itu")]),
    ("Vandora menuduh Kelmar mempersenjatai pemberontak.", [(N, "Kelmar mempersenjatai pemberontak", "Vandora")]),
    ("Vandora percaya bahwa Kelmar akan memasok amunisi.", [(N, "Kelmar akan memasok amunisi", "Vandora")]),
    ("Tuduhan Vandora bahwa Kelmar melanggar batas ditolak.", [(N, "Kelmar melanggar batas ditolak", "Vandora")]),
    # indirect: behind and in the middle
    ("Dua tentara tewas dalam serangan itu, kata polisi.", [(N, "Dua tentara tewas dalam serangan itu", "polisi")]),
    ("Dua tentara tewas, kata polisi, Selasa.", [(N, "Dua tentara tewas", "polisi")]),
    (
        "Dua tentara tewas, kata seorang pejabat Vandora kepada wartawan di Wina.",
        [(N, "Dua tentara tewas", "seorang pejabat Vandora")],
    ),
    (
        "Dua tentara tewas, kata jurubicara militer, Rustam Effendi.",
        [(N, "Dua tentara tewas", "jurubicara militer, Rustam Effendi")],
    ),
    ("Perundingan itu gagal, katanya.", [(N, "Perundingan itu gagal", "nya")]),
    (
        "Resolusi itu, katanya, adalah wewenang yang terlalu luas.",
        [(N, "Resolusi itu", "nya"), (N, "adalah wewenang yang terlalu luas", "nya")],
    ),
    (
        "Perundingan gagal, kata Hartono, seraya menambahkan bahwa perang berlanjut.",
        [(N, "Perundingan gagal", "Hartono"), (N, "perang berlanjut", "Hartono")],
    ),
    (
        "Perundingan gagal, kata Hartono, yang menambahkan bahwa perang berlanjut.",
        [(N, "Perundingan gagal", "Hartono"), (N, "perang berlanjut", "Hartono")],
    ),
    # menurut
    ("Menurut polisi, dua tentara tewas.", [(N, "dua tentara tewas", "polisi")]),
    ("Namun, menurut polisi, dua tentara tewas.", [(N, "dua tentara tewas", "polisi")]),
    ("Dua tentara tewas, menurut beberapa saksi mata.", [(N, "Dua tentara tewas", "beberapa saksi mata")]),
    (
        "Tembakan itu disusul razia, yang menurut para pedagang menyasar pasar mereka.",
        [(N, "menyasar pasar mereka", "para pedagang")],
    ),
    ("Menurut rencana, rapat digelar Senin.", []),
    # relays
    ("Dua tentara tewas dalam serangan itu, lapor Reuters.", [(N, "Dua tentara tewas dalam serangan itu", "Reuters")]),
    (
        "Dua tentara tewas dalam serangan itu, seperti dilaporkan AFP.",
        [(N, "Dua tentara tewas dalam serangan itu", "AFP")],
    ),
    (
        "Dua tentara tewas dalam serangan itu, demikian laporan Xinhua.",
        [(N, "Dua tentara tewas dalam serangan itu", "Xinhua")],
    ),
    (
        "Dua tentara tewas, kata Interfax mengutip seorang pejabat setempat.",
        [(N, "Dua tentara tewas", "seorang pejabat setempat")],
    ),
    # who issued it, and words in the middle without commas
    (
        "Dua tentara tewas, menurut laporan yang dikeluarkan kantor presiden Vandora.",
        [(N, "Dua tentara tewas", "laporan yang dikeluarkan kantor presiden Vandora")],
    ),
    ("Dua tentara tewas, menurut laporan itu.", [(N, "Dua tentara tewas", "laporan itu")]),
    ("Perundingan itu gagal, tambah sumber-sumber itu.", [(N, "Perundingan itu gagal", "sumber-sumber itu")]),
    ("Tentara menuduhnya merakit bom di ruang bawah tanah.", [(N, "merakit bom di ruang bawah tanah", "Tentara")]),
    ("Kerusuhan pecah saat Presiden Hartono mengatakan ia akan mundur.", [(N, "ia akan mundur", "Presiden Hartono")]),
    (
        "Hartono mengakui pada tahun 2002 negaranya menculik warga asing.",
        [(N, "negaranya menculik warga asing", "Hartono")],
    ),
    (
        "Bako Reman, komisaris polisi di Rivas, Vandora selatan, mengatakan tiga orang diculik.",
        [(N, "tiga orang diculik", "Bako Reman")],
    ),
    ("Diberitakan Reuters, dua tentara tewas.", [(N, "dua tentara tewas", "Reuters")]),
    # no speech
    ("Hartono tidak mengatakan kapan pasukan itu mundur.", []),
    ("Belum ada kelompok yang mengklaim telah menculik wartawan itu.", []),
    ("Kata sandi itu dicuri peretas dari kantor menteri.", []),
    ("Vandora membantah tuduhan tersebut.", []),
    ("Dengan kata lain, perundingan itu gagal.", []),
]
EN = [
    ("“We are ready to talk,” Marlow said.", [(D, "We are ready to talk", "Marlow")]),
    ('"We are ready to talk," said Marlow.', [(D, "We are ready to talk", "Marlow")]),
    ('"We are ready. We wait for them," she said.', [(D, "We are ready. We wait for them", "she")]),
    ('Marlow said: "We are ready to talk."', [(D, "We are ready to talk.", "Marlow")]),
    ('"When will it end?" Marlow asked.', [(D, "When will it end?", "Marlow")]),
    ("\"We don't want the workers' votes,\" Marlow said.", [(D, "We don't want the workers' votes", "Marlow")]),
    ("Marlow said that the talks failed.", [(N, "the talks failed", "Marlow")]),
    ("Marlow said the talks had failed.", [(N, "the talks had failed", "Marlow")]),
    ("Marlow told reporters that the talks failed.", [(N, "the talks failed", "Marlow")]),
    ("On Friday, Marlow said the talks had failed.", [(N, "the talks had failed", "Marlow")]),
    ("Ortega, the minister, said the plan had failed.", [(N, "the plan had failed", "Ortega")]),
    ("Two soldiers were killed, police said.", [(N, "Two soldiers were killed", "police")]),
    ("Two soldiers were killed, police said on Friday.", [(N, "Two soldiers were killed", "police")]),
    ("Two soldiers were killed, said a police official.", [(N, "Two soldiers were killed", "a police official")]),
    ("Two soldiers were killed, according to police.", [(N, "Two soldiers were killed", "police")]),
    ("According to police, two soldiers were killed.", [(N, "two soldiers were killed", "police")]),
    ("Vandora accused Kelmar of arming the rebels.", [(N, "Kelmar of arming the rebels", "Vandora")]),
    ("Marlow did not say when the troops would leave.", []),
    ('The so-called "peace" force came from the north.', []),
    ("The ministry called for calm after the riot.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ID)
def test_indonesian(text: str, wanted: list[tuple[Manner, str, str | None]]) -> None:
    assert found(text, "id") == wanted


@pytest.mark.parametrize(("text", "wanted"), EN)
def test_english(text: str, wanted: list[tuple[Manner, str, str | None]]) -> None:
    assert found(text, "en") == wanted


def test_a_mark_that_is_never_closed_ends_at_the_speech_clause_and_leaves_a_note() -> None:
    text = "“Kami siap berunding, kata Hartono kepada wartawan."
    made = find(document(text, "id"))
    assert [q.content.of(text) for q in made.quotations] == ["Kami siap berunding"]
    assert [n.code for n in made.notes] == ["unbalanced-quotation-mark"]


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    text = "Boran Tevik: Perang Sudah Usai"
    made = find(document(text, "id", BlockKind.HEADLINE))
    assert [(q.content.of(text), q.manner) for q in made.quotations] == [("Perang Sudah Usai", Manner.INDIRECT)]


@pytest.mark.parametrize("language", [None, "ms"])
def test_a_language_without_pack_changes_nothing(language: str | None) -> None:
    text = "“Kami siap,” kata Hartono."
    made = Document(Article("a", "t", text, (Block(Span(0, len(text)), BlockKind.BODY),), "0", language=language))
    assert find(made) == made


WORDS = [
    "kata",
    "katanya",
    "Hartono",
    "mengatakan",
    "menuduh",
    "bahwa",
    ",",
    ".",
    "“",
    "”",
    '"',
    "(",
    ")",
    "menurut",
    "di",
    "Jumat",
    "2014",
    "dan",
    "yang",
    "kepada",
    "Reuters",
    "dikutip",
    "oleh",
    "dari",
    "via",
    "TASS",
    ":",
    "?",
    "’",
    "ditegaskan",
    "laporan",
    "mengutip",
    "said",
    "told",
    "according",
    "to",
    "Friday",
    "in",
    "the",
    "-",
    "—",
    "juru",
    "bicara",
    "…",
]


@pytest.mark.parametrize("seed", range(40))
def test_no_order_of_words_breaks_the_reader(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  words in any order, not a secret
    for language in ("id", "en"):
        text = " ".join(chance.choice(WORDS) for _ in range(40))
        for quotation in find(document(text, language)).quotations:
            assert quotation.span.covers(quotation.content)
            assert quotation.content.of(text).strip()


def test_a_line_without_sentence_ends_is_left_out_with_a_note() -> None:
    made = find(document(", kata X " * 2000, "id"))
    assert made.quotations == ()
    assert [n.code for n in made.notes] == ["sentence-too-long"]


def test_katanya_means_a_person_told_of_and_no_word_inside_the_quotation() -> None:
    text = (
        "Direktur Utama Nusapala Ratih Kusuma memperkirakan harga rumah akan turun tahun depan.\n"
        "Pasar itu sudah lama lesu dan belum pulih.\n"
        "“Peminatnya banyak. Residensial masih menjadi aset yang kuat,” katanya."
    )
    made = find(find_mentions(document(text, "id")))
    (quotation,) = (q for q in made.quotations if q.manner is Manner.DIRECT)
    speaker = next(e for e in made.entities if e.id == quotation.speaker)
    assert "Ratih Kusuma" in speaker.name


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Chancellor Angela Merkel spoke to President Vladimir Putin.\n“We will win,” she said.",
            "Angela Merkel",
        ),
        ("en", "President Joe Biden criticised Vladimir Putin in a speech.\n“We will win,” he said.", "Joe Biden"),
        (
            "id",
            "Presiden Joko Widodo mengecam Perdana Menteri Israel Benjamin Netanyahu.\n“Kami akan menang,” katanya.",
            "Joko Widodo",
        ),
    ],
)
def test_who_goes_on_is_the_subject_and_not_the_one_told_of_last(language: str, text: str, speaker: str) -> None:
    made = find(find_mentions(document(text, language)))
    (quotation,) = made.quotations
    assert next(e for e in made.entities if e.id == quotation.speaker).name == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Russia Reports that Ukraine attacked Belgorod", {"Russia"}),
        ("President Obama States that Iran attacked Iraq.", {"President Obama"}),
        ("Lima will ask the Organization of American States for help.", set()),
    ],
)
def test_a_capital_makes_a_name_of_a_verb_only_inside_a_name(text: str, speakers: set[str]) -> None:
    assert {speaker for _, _, speaker in found(text, "en")} == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kremlin neither confirmed nor denied that Russia attacked Poland."),
        ("id", "Kremlin tidak mengonfirmasi maupun membantah bahwa Rusia menyerang Polandia."),
    ],
)
def test_who_neither_confirms_nor_denies_says_nothing(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Officials said on condition of anonymity that Israel struck Iran.", None),
        ("en", "Two diplomats said Hungary could block the sanctions against Russia.", None),
        ("id", "Dua diplomat mengatakan Hungaria membom Rusia.", None),
        ("en", "French diplomats said Hungary could block the sanctions against Russia.", "FRA"),
        ("en", "The prime minister said Hungary could block the sanctions against Russia.", "HUN"),
        ("en", "Hungary closed its border. Two officials said Hungary could open it in May.", "HUN"),
    ],
)
def test_unnamed_sources_are_of_no_state_that_only_their_words_name(
    language: str, text: str, speaker: str | None
) -> None:
    made = find(find_mentions(document(text, language)))
    assert [q.speaker for q in made.quotations] == [speaker]


def test_kami_in_a_quotation_means_whoever_is_quoted_behind_it() -> None:
    text = "“Apakah kami akan menyerang China? Tentu tidak,” ujar Menteri Pertahanan Vietnam Tran Van Minh."
    made = find(find_mentions(document(text, "id")))
    (quotation,) = made.quotations
    (pronoun,) = (m for m in made.mentions if m.span.of(text) == "kami")
    assert pronoun.entities == (quotation.speaker,)


def test_who_goes_on_after_quoting_another_is_the_one_who_quotes() -> None:
    text = "Carlos Vega said fishermen told him that boats had come, adding that patrols would be doubled."
    made = find(find_mentions(document(text, "en")))
    added = next(q for q in made.quotations if "patrols" in q.content.of(text) and "boats" not in q.content.of(text))
    assert next(e.name for e in made.entities if e.id == added.speaker) == "Carlos Vega"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Iran said it would attack the port.", ["it would attack the port"]),
        ("Iran said it attacked the port.", ["it attacked the port"]),
        ("Iran said it was ready.", ["it was ready"]),
        ("Iran said it.", []),
        ("Iran confirmed it in a statement on Monday.", []),
    ],
)
def test_it_begins_a_clause_before_a_verb_and_is_an_object_else(text: str, said: list[str]) -> None:
    assert [q.content.of(text) for q in find(find_mentions(document(text, "en"))).quotations] == said
