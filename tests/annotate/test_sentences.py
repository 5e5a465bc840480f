"""Sentences: own lines in wire style, each row one trap."""

import itertools

import pytest

from kawat.annotate.sentences import split as find
from kawat.lang import LANGUAGES, table
from kawat.model import Article, Block, BlockKind, Document, Layer, Span


def article(text: str, language: str | None, kind: BlockKind = BlockKind.BODY) -> Article:
    return Article("a", "t", text, (Block(Span(0, len(text)), kind),), "0", language=language)


def split(text: str, language: str) -> list[str]:
    document = find(Document(article(text, language)))
    return [s.span.of(text) for s in document.sentences]


# A "|" stands where one sentence ends and the next begins; it takes the place of the white space.
ID = [
    "Menteri itu tiba di Kairo.|Ia disambut wakil presiden.",
    "Rapat dimulai pukul 19.30 WIB.|Hasilnya diumumkan besok.",
    "Harga naik 2,5 persen menjadi Rp 1.250.000 per ton.|Petani mengeluh.",
    "Drs. H. Sutrisno membuka acara.|Hadir pula Dr. Ratna Dewi.",
    "Kantor itu di Jl. Jend. Sudirman No. 12 Jakarta.|Pagarnya dijaga.",
    "Presiden George W. Bush mengecam serangan itu.|Paris diam.",
    "A.A. Maramis pernah menandatanganinya.|Arsipnya masih ada.",
    "“Kami siap berunding.|Kami menunggu jawaban,” kata Hartono.",
    "“Apakah mereka datang?” tanya Hartono kepada wartawan.|Tidak ada jawaban.",
    "“Kami tidak takut!” kata juru bicara itu.|Ia lalu pergi.",
    "“Kapan perang berakhir?” Hartono bertanya.|Tak seorang pun menjawab.",
    "“Kami menolak.” Hartono kemudian meninggalkan ruang sidang.".replace("” Hartono", "”|Hartono"),
    "Ia berkata: “Kami tidak pernah menyerang. Kami hanya membela diri.”|Sidang ditutup.".replace(
        "menyerang. Kami", "menyerang.|Kami"
    ),
    "Mereka menunggu... tetapi tidak ada kabar.|Esoknya kabar datang.",
    "Mereka menunggu...|Esoknya kabar datang.",
    "Dewan Keamanan (DK) PBB bersidang (Jumat. Sabtu libur) di New York.|Hasilnya nihil.",
    "Pasukan itu mundur (lihat peta.)|Warga kembali.",
    "Perwakilan A.S. di Jenewa menolak berkomentar.|Rusia juga.",
    "Perusahaan itu milik PT. Angkasa Jaya Tbk. Namun sahamnya dijual.".replace("Tbk. Namun", "Tbk.|Namun"),
    "Beras, gula, minyak, dll. Pemerintah akan mengirimnya.".replace("dll. Pemerintah", "dll.|Pemerintah"),
    "Beras, gula, dll. dikirim ke Gaza.|Truk menunggu.",
    "Situs www.contoh.go.id tidak dapat dibuka.|Polisi menyelidiki.",
    "KOMPAS.TV menyiarkan pidato itu.|Siarannya singkat.",
    "Pasukan masuk dari utara.Warga mengungsi ke selatan.".replace("utara.Warga", "utara.|Warga"),
    "Letjen. Pol. Suhardi memimpin rapat.|Rapat tertutup.",
    "Siapa yang menyerang?|Belum jelas.",
    "Hentikan!|Begitu bunyi spanduk itu.",
    "“Kami menyesal. ”|Begitu bunyi surat itu.",
    "„Kami menyesal.”|Begitu bunyi surat itu.",
    "Ia lahir tgl. 5 Mei di Solo.|Ayahnya guru.",
    "Pertemuan ke-3 itu gagal.|2 delegasi pulang.",
    "Ketua partai, K.H. Mansur, menolak usul itu.|Usul lain dibahas.",
    "«Kami setuju.»|Itu jawaban Paris.",
    "Menurut dia, hal itu “tidak dapat diterima.”|Moskow membantah.",
    "Gubernur Prof. Dr. Ir. Sulaiman, M.Sc. meresmikan jembatan.|Warga bersorak.",
]
EN = [
    "The minister arrived in Cairo.|He was met by the vice president.",
    "The U.S. Navy sent two ships.|They arrived on Monday.",
    "The group left the U.S.|The reason was not given.",
    "Mr. Ortega met Lt. Gen. Ray Miles at 9 a.m. on Friday.|They spoke for an hour.",
    "The talks began at 9 a.m.|They ended at noon.",
    "Rates rose 2.5 percent to $1.25.|Banks were surprised.",
    "George W. Bush criticised the plan.|Paris kept silent.",
    '"We are ready to talk.|We wait for an answer," Hartono said.',
    '"When will they come?" asked Hartono.|Nobody answered.',
    '"When will they come?" Hartono asked.|Nobody answered.',
    '"When will they come?"|Hartono asked for an answer in writing.',
    '"We refuse."|Hartono then left the hall.',
    "He waited ... but nobody came.|He left.",
    "The company, Marlin Corp., denied it.|Its shares fell.",
    "The ship (built in 1998. It was sold later.) was seized.|Its crew was freed.",
    "The bill (H.R. 12) was passed on Sept. 15.|The Senate votes next.",
    "Sen. Maria Vance Jr. voted against.|Others did not.",
    "The U.N. Security Council met.|China abstained.",
    "Is it war?|Nobody knows.",
    "They want food, water, etc.|The agency has none.",
    "The toll was put at No. 3 in the list.|Two were wounded.",
    "It happened near St. Clair.|Police came late.",
]


@pytest.mark.parametrize(("marked", "language"), [(m, "id") for m in ID] + [(m, "en") for m in EN])
def test_sentences_end_where_a_reader_ends_them(marked: str, language: str) -> None:
    text = marked.replace("|", " ") if "utara.|Warga" not in marked else marked.replace("|", "")
    assert split(text, language) == marked.split("|")


def test_only_read_blocks_are_split_and_the_dateline_is_no_sentence() -> None:
    lines = {
        "Menteri Bertemu Duta Besar": BlockKind.HEADLINE,
        "Penulis : Rani Wulan": BlockKind.BYLINE,
        "Menteri tersenyum. (Foto: Rani)": BlockKind.CAPTION,
        "JAKARTA, KORAN KITA -- Menteri itu bertemu duta besar. Mereka sepakat.": BlockKind.BODY,
        "Baca Juga: Yang Lain. Dan Lagi.": BlockKind.RELATED,
    }
    text, blocks = "", []
    for line, kind in lines.items():
        blocks.append(Block(Span(len(text), len(text) + len(line)), kind))
        text += line + "\n"
    start = text.index("JAKARTA")
    dateline = Span(start, start + len("JAKARTA, KORAN KITA"))
    made = Article("a", "t", text, tuple(blocks), "0", language="id", dateline=dateline)
    document = find(Document(made))
    assert [(s.kind, s.block, s.span.of(text)) for s in document.sentences] == [
        (BlockKind.HEADLINE, 0, "Menteri Bertemu Duta Besar"),
        (BlockKind.CAPTION, 2, "Menteri tersenyum."),
        (BlockKind.CAPTION, 2, "(Foto: Rani)"),
        (BlockKind.BODY, 3, "Menteri itu bertemu duta besar."),
        (BlockKind.BODY, 3, "Mereka sepakat."),
    ]
    assert Layer.SENTENCES in document.done


@pytest.mark.parametrize("language", [None, "ms"])
def test_a_language_without_pack_changes_nothing(language: str | None) -> None:
    document = Document(article("Satu. Dua.", language))
    assert find(document) == document


@pytest.mark.parametrize("text", ["", "   ", "...", "\u00a0", "-- --"])
def test_nothing_to_read_gives_no_sentence(text: str) -> None:
    assert split(text, "id") == []


def test_spans_are_in_order_apart_and_lose_no_letter() -> None:
    text = "  Satu itu datang.  Dua (yang lain. Juga) “pergi.” Tiga?!  Empat "
    document = find(Document(article(text, "id")))
    spans = [s.span for s in document.sentences]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join(s.of(text) for s in spans).replace(" ", "") == text.replace(" ", "")
    assert all(s.of(text) == s.of(text).strip() for s in spans)


@pytest.mark.parametrize("concern", ["sentences", "speech", "times", "places"])
def test_every_language_has_the_same_keys(concern: str) -> None:
    keys = [set(table(language, concern)) for language in LANGUAGES]
    assert all(k == keys[0] for k in keys)


@pytest.mark.parametrize(
    ("language", "text", "noted"),
    [
        (
            "id",
            "Presiden Peru mengecam Chile. The president said that the deal was off because of the new tariffs.",
            ["The president said that the deal was off because of the new tariffs."],
        ),
        ("id", "Presiden Peru mengatakan bahwa “New Deal for the Andes” tidak akan ditandatangani di Lima.", []),
        ("en", "The president of Peru said that the deal was off because of the new tariffs.", []),
        (
            "en",
            "Peru said it was off. Presiden itu mengatakan bahwa mereka tidak akan pergi karena hujan di Lima.",
            ["Presiden itu mengatakan bahwa mereka tidak akan pergi karena hujan di Lima."],
        ),
    ],
)
def test_a_sentence_in_another_language_is_noted(language: str, text: str, noted: list[str]) -> None:
    made = find(Document(article(text, language)))
    assert [n.span.of(text) for n in made.notes if n.code == "other-language" and n.span] == noted
