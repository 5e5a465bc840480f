"""Quotations: own lines in wire style; names and words are invented or public facts."""

import random

import pytest

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
    (
        "“Kami siap berunding,” demikian bunyi pernyataan Hartono yang dibacakan wakilnya, Lina Marsel.",
        [(D, "Kami siap berunding", "Hartono")],
    ),
    (
        "“Kami siap berunding,” demikian keterangan tertulis Hartono yang dirilis Jumat.",
        [(D, "Kami siap berunding", "Hartono")],
    ),
    (
        "Bantuan tertahan di pelabuhan, demikian isi surat Hartono kepada dewan itu.",
        [(N, "Bantuan tertahan di pelabuhan", "Hartono")],
    ),
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
    (
        "Vandora sold no shells, its minister said Wednesday, dismissing a report by Reuters.",
        [(N, "Vandora sold no shells", "its minister")],
    ),
    (
        "Asked whether Vandora would leave, Marlow said: “That is for others to decide.”",
        [(D, "That is for others to decide.", "Marlow")],
    ),
    ("When asked about the raid, Marlow said, “We will not comment.”", [(D, "We will not comment.", "Marlow")]),
    (
        "If the truce agreed in Lima fails, Vandora could shut a crossing, analysts warned.",
        [(N, "If the truce agreed in Lima fails, Vandora could shut a crossing", "analysts")],
    ),
    ("Marlow says Kelmar shelters rebels; the rebels deny it.", [(N, "Kelmar shelters rebels", "Marlow")]),
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
