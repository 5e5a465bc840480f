"""Parties in sentences: which words, whom they mean, under which code."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from tests.annotate.mentioned import read

from kawat.annotate.mentions import find
from kawat.annotate.sentences import split
from kawat.model import Article, Block, BlockKind, Document, Layer, MentionForm, Span

# sentence | words of a mention | code | entity ("" is not asked)
INDONESIAN = [
    # known names
    ("Rusia mengecam Polandia.", "Rusia", "RUS", "RUS"),
    ("Rusia mengecam Polandia.", "Polandia", "POL", "POL"),
    ("Pemimpin kedua pihak bertemu di Minsk, kata Moskow.", "Moskow", "RUS", "RUS"),
    ("Gedung Putih menolak usul itu.", "Gedung Putih", "USA", "USA"),
    ("Kremlin membantah laporan itu.", "Kremlin", "RUS", "RUS"),
    ("AS menjatuhkan sanksi baru.", "AS", "USA", "USA"),
    ("Korut menembakkan rudal.", "Korut", "PRK", "PRK"),
    ("PBB menyerukan gencatan senjata.", "PBB", "UN", "UN"),
    ("ASEAN menunda pertemuan.", "ASEAN", "ASEAN", "ASEAN"),
    ("Uni Eropa mendesak Serbia.", "Uni Eropa", "EU", "EU"),
    ("Hamas membebaskan dua sandera.", "Hamas", "HAMAS", "HAMAS"),
    ("Rusia dan Belarusia menggelar latihan.", "Belarusia", "BLR", "BLR"),
    ("Amerika Serikat (AS) menolak.", "Amerika Serikat (AS)", "USA", "USA"),
    # titles
    (
        "Presiden Belarusia Aleksandr Lukashenko berkunjung.",
        "Presiden Belarusia Aleksandr Lukashenko",
        "BLR",
        "p:alexander-lukashenko",
    ),
    ("Presiden Rusia Vladimir Putin menyambutnya.", "Presiden Rusia Vladimir Putin", "RUS", "p:vladimir-putin"),
    (
        "Menteri Perikanan Norwegia Knut Hagenrud tiba.",
        "Menteri Perikanan Norwegia Knut Hagenrud",
        "NOR",
        "own:knut-hagenrud-nor",
    ),
    (
        "Juru bicara Kremlin Anton Verkhov membantah.",
        "Juru bicara Kremlin Anton Verkhov",
        "RUS",
        "own:anton-verkhov-rus",
    ),
    (
        "Usul itu ditolak, kata sekretaris pers presiden Moldova, Ilinca Dorman.",
        "sekretaris pers presiden Moldova, Ilinca Dorman",
        "MDA",
        "own:ilinca-dorman-mda",
    ),
    (
        "Analis Latvia Janis Ozolkaln meragukannya.",
        "Analis Latvia Janis Ozolkaln",
        "LVA:CVL",
        "own:janis-ozolkaln-lva-cvl",
    ),
    (
        "Dutabesar Kanada untuk Irak, Peter Halloway, pulang.",
        "Dutabesar Kanada untuk Irak, Peter Halloway",
        "CAN",
        "own:peter-halloway-can",
    ),
    ("Kepala polisi Kenya, Daudi Mwangeko, mundur.", "Kepala polisi Kenya, Daudi Mwangeko", "KEN:COP", ""),
    ("Ketua parlemen Georgia Lasha Berdzenik hadir.", "Ketua parlemen Georgia Lasha Berdzenik", "GEO:LEG", ""),
    (
        "Panglima militer Thailand Jenderal Somsak Prasert datang.",
        "Panglima militer Thailand Jenderal Somsak Prasert",
        "THA:MIL",
        "",
    ),
    ("Pemimpin oposisi Zambia Joseph Mulenga ditahan.", "Pemimpin oposisi Zambia Joseph Mulenga", "ZMB:OPP", ""),
    ("Hakim Mesir Tarek el-Masri menunda sidang.", "Hakim Mesir Tarek el-Masri", "EGY:JUD", ""),
    ("Sekjen PBB Ban Ki-moon bertolak ke Kairo.", "Sekjen PBB Ban Ki-moon", "UN", "p:ban-ki-moon"),
    (
        "Juru bicara militer Chad, Mayor Idriss Kembal, membenarkan.",
        "Juru bicara militer Chad, Mayor Idriss Kembal",
        "TCD:MIL",
        "",
    ),
    ("Jurubicara Hamas Salim Barakeh menolak.", "Jurubicara Hamas Salim Barakeh", "HAMAS", ""),
    # descriptions with a state
    ("Pasukan Rusia menyeberangi sungai.", "Pasukan Rusia", "RUS:MIL", "RUS:MIL"),
    ("Dua orang ditangkap polisi Irak kemarin.", "polisi Irak", "IRQ:COP", "IRQ:COP"),
    ("Militer AS menambah pesawat.", "Militer AS", "USA:MIL", "USA:MIL"),
    ("Para tentara Israel mundur.", "Para tentara Israel", "ISR:MIL", "ISR:MIL"),
    ("Dua tentara AS tewas.", "Dua tentara AS", "USA:MIL", "USA:MIL"),
    ("Militan Palestina menembakkan roket.", "Militan Palestina", "PSE:REB", "PSE:REB"),
    ("Parlemen Israel mengesahkan aturan itu.", "Parlemen Israel", "ISR:LEG", "ISR:LEG"),
    ("Mahkamah Agung AS membatalkannya.", "Mahkamah Agung AS", "USA:JUD", ""),
    ("Oposisi Venezuela memboikot pemilu.", "Oposisi Venezuela", "VEN:OPP", "VEN:OPP"),
    ("Warga sipil Irak mengungsi.", "Warga sipil Irak", "IRQ:CVL", "IRQ:CVL"),
    ("Seorang warga Palestina terluka.", "Seorang warga Palestina", "PSE:CVL", "PSE:CVL"),
    ("Pemerintah Irak menolak.", "Pemerintah Irak", "IRQ", "IRQ"),
    ("Para pejabat AS bungkam.", "Para pejabat AS", "USA", "USA"),
    ("Anggota parlemen Yunani berdebat.", "Anggota parlemen Yunani", "GRC:LEG", ""),
    ("Anggota Hamas ditahan.", "Anggota Hamas", "HAMAS", "HAMAS"),
    ("Pasukan NATO menarik diri.", "Pasukan NATO", "NATO", "NATO"),
    ("Kantor berita BelTA melaporkannya.", "Kantor berita BelTA", "BLR:MED", "m:belta"),
    ("Putin menyambut sekutunya Belarusia.", "sekutunya Belarusia", "BLR", "BLR"),
    ("Pasukan tambahan Kenya tiba.", "Pasukan tambahan Kenya", "KEN:MIL", ""),
    ("Seorang Lebanon dan dua Italia diculik.", "Seorang Lebanon", "LBN:CVL", "LBN:CVL"),
    (
        "Wanita jurubicara kementerian Peru, Rosa Quispel, menjawab.",
        "Wanita jurubicara kementerian Peru, Rosa Quispel",
        "PER",
        "",
    ),
    ("Sedikitnya 12.500 orang mengungsi di Sudan.", "Sedikitnya 12.500 orang", "SDN:CVL", "SDN:CVL"),
    ("Tentara Inggris di Irak ditarik.", "Tentara Inggris", "GBR:MIL", ""),
    ("Tentara Inggris di Irak ditarik.", "Irak", "IRQ", "IRQ"),
    ("Pemberontak di Kolombia menyerah.", "Pemberontak", "COL:REB", "COL:REB"),
    ("Mahasiswa turun ke jalan di Yunani.", "Mahasiswa", "GRC:CVL", "GRC:CVL"),
    ("Pasukan asing di Mali diserang.", "Pasukan asing", "INTL", "INTL"),
    ("Masyarakat internasional mendesak Serbia.", "Masyarakat internasional", "INTL", "INTL"),
    ("Pemerintah pimpinan Hamas menolak usul itu.", "Pemerintah pimpinan Hamas", "PSE", "PSE"),
    ("Pasukan pimpinan Hamas mundur.", "Pasukan pimpinan Hamas", "HAMAS", "HAMAS"),
    ("Anggota partai di Kenya mundur.", "Anggota partai", "KEN:OPP", "KEN:OPP"),
    ("KBRI Ankara memulangkan mereka.", "KBRI Ankara", "IDN", "IDN"),
    ("Ratusan orang Arab Sunni di Irak berunjuk rasa.", "Ratusan orang Arab Sunni", "IRQ:CVL", "IRQ:CVL"),
    ("Dua anak belasan tahun Palestina ditahan.", "Dua anak belasan tahun Palestina", "PSE:CVL", "PSE:CVL"),
    ("Pasukan Bela Diri Jepang dikirim.", "Pasukan Bela Diri Jepang", "JPN:MIL", "JPN:MIL"),
    ("Perundingan gagal setelah dimana Pyongyang menolak di Yongbyon.", "Pyongyang", "PRK", "PRK"),
]

ENGLISH = [
    ("Russia condemned Poland.", "Poland", "POL", "POL"),
    ("The Kremlin denied the report.", "Kremlin", "RUS", "RUS"),
    ("The US imposed new sanctions.", "US", "USA", "USA"),
    ("Sanctions were imposed by the U.S. on Tuesday.", "U.S.", "USA", "USA"),
    ("Russia's troops crossed the river.", "Russia's troops", "RUS:MIL", "RUS:MIL"),
    ("Russian troops crossed the river.", "Russian troops", "RUS:MIL", "RUS:MIL"),
    ("On Monday the Iraqi police arrested two men.", "the Iraqi police", "IRQ:COP", "IRQ:COP"),
    (
        "Russian Foreign Minister Sergei Lavrov flew home.",
        "Russian Foreign Minister Sergei Lavrov",
        "RUS",
        "p:sergei-lavrov",
    ),
    ("Norwegian Fisheries Minister Knut Hagenrud arrived.", "Norwegian Fisheries Minister Knut Hagenrud", "NOR", ""),
    ("Kremlin spokesman Anton Verkhov denied it.", "Kremlin spokesman Anton Verkhov", "RUS", "own:anton-verkhov-rus"),
    (
        "A spokesman for the Iraqi government, Omar Jabbouri, agreed.",
        "A spokesman for the Iraqi government, Omar Jabbouri",
        "IRQ",
        "own:omar-jabbouri-irq",
    ),
    ("The president of Moldova refused.", "The president of Moldova", "MDA", ""),
    ("Members of parliament in Greece left the hall.", "Members of parliament", "GRC:LEG", ""),
    ("Palestinian militants fired rockets.", "Palestinian militants", "PSE:REB", "PSE:REB"),
    ("Kenyan police chief Daudi Mwangeko resigned.", "Kenyan police chief Daudi Mwangeko", "KEN:COP", ""),
    ("Zambian opposition leader Joseph Mulenga was held.", "Zambian opposition leader Joseph Mulenga", "ZMB:OPP", ""),
    ("Israeli lawmakers approved the bill.", "Israeli lawmakers", "ISR:LEG", "ISR:LEG"),
    ("Protesters in Greece threw stones.", "Protesters", "GRC:CVL", "GRC:CVL"),
    ("Two Americans were abducted.", "Two Americans", "USA:CVL", "USA:CVL"),
    ("Rebels in Colombia laid down their arms.", "Rebels", "COL:REB", "COL:REB"),
    ("NATO forces withdrew.", "NATO forces", "NATO", "NATO"),
    ("The Israeli army shelled the town.", "The Israeli army", "ISR:MIL", "ISR:MIL"),
    ("The BelTA news agency reported it.", "The BelTA news agency", "BLR:MED", "m:belta"),
    (
        "Canada's ambassador to Iraq, Peter Halloway, left.",
        "Canada's ambassador to Iraq, Peter Halloway",
        "CAN",
        "own:peter-halloway-can",
    ),
    ("At least 12,500 people fled in Sudan.", "At least 12,500 people", "SDN:CVL", "SDN:CVL"),
    ("British troops in Iraq were pulled out.", "Iraq", "IRQ", "IRQ"),
    ("North Korea said that Japan's government was hostile.", "Japan's government", "JPN", "JPN"),
    ("Canada suspects that two ships left.", "Canada", "CAN", "CAN"),
    ("Canadian suspects were held.", "Canadian suspects", "CAN:REB", "CAN:REB"),
    ("The Hamas-led government refused.", "The Hamas-led government", "PSE", "PSE"),
    ("Foreign journalists left Eritrea.", "Foreign journalists", "INTL:MED", "INTL:MED"),
    ("Georgia Senator Paul Whitcomb objected.", "Georgia Senator Paul Whitcomb", "USA:LEG", ""),
]

SEVERAL = [
    ("id", "Kedua Korea sepakat berunding.", "Kedua Korea", ("PRK", "KOR")),
    ("en", "The two Koreas agreed to talk.", "The two Koreas", ("PRK", "KOR")),
    ("en", "The US-Japan alliance was praised.", "The US-Japan alliance", ("USA", "JPN")),
    ("id", "Pasukan AS-Irak menyerang.", "Pasukan AS-Irak", ("USA:MIL", "IRQ:MIL")),
]


@pytest.mark.parametrize(("language", "sentence", "words", "codes"), SEVERAL)
def test_words_that_join_two_states_mean_both(language: str, sentence: str, words: str, codes: tuple[str, ...]) -> None:
    assert read(sentence, language=language).of(words)[1] == codes


@pytest.mark.parametrize(
    ("language", "sentence", "words", "code", "entity"),
    [("id", *row) for row in INDONESIAN] + [("en", *row) for row in ENGLISH],
)
def test_a_phrase_has_its_words_code_and_entity(
    language: str, sentence: str, words: str, code: str, entity: str
) -> None:
    entities, codes = read(sentence, language=language).of(words)
    assert codes == (code,)
    assert not entity or entities == (entity,)


# paragraphs | words | sentence | entities
REFERENCE = [
    (
        "id",
        ("Juru bicara Kremlin Anton Verkhov membantah.", "Verkhov juga menolak usul itu."),
        "Verkhov",
        1,
        ("own:anton-verkhov-rus",),
    ),
    (
        "id",
        ("Menteri Norwegia Knut Hagenrud tiba di Oslo.", "Ia menolak berbicara."),
        "Ia",
        1,
        ("own:knut-hagenrud-nor",),
    ),
    (
        "id",
        ("Usul itu buruk, kata Menteri Norwegia Knut Hagenrud.", "Kami akan menolak, katanya."),
        "nya",
        1,
        ("own:knut-hagenrud-nor",),
    ),
    (
        "id",
        ("Presiden Rusia Vladimir Putin bertemu Presiden Serbia Marko Vukadin.", "Keduanya sepakat."),
        "Keduanya",
        1,
        ("p:vladimir-putin", "own:marko-vukadin-srb"),
    ),
    (
        "id",
        ("Putin dan Lukashenko bertemu.", "Mereka sepakat."),
        "Mereka",
        1,
        ("p:vladimir-putin", "p:alexander-lukashenko"),
    ),
    ("id", ("Polandia dan Latvia berunding.", "Kedua negara sepakat."), "Kedua negara", 1, ("POL", "LVA")),
    (
        "id",
        ("Presiden Rusia Vladimir Putin tiba.", "Pemimpin Rusia itu tersenyum."),
        "Pemimpin Rusia itu",
        1,
        ("p:vladimir-putin",),
    ),
    ("id", ("Pasukan gabungan AS-Irak menyerbu.",), "Pasukan gabungan AS-Irak", 0, ("USA:MIL", "IRQ:MIL")),
    ("id", ("Kami menolak, kata Menteri Norwegia Knut Hagenrud.",), "Kami", 0, ("own:knut-hagenrud-nor",)),
    (
        "id",
        ("Knut Hagenrud, Menteri Perikanan Norwegia, tiba.", "Hagenrud menolak."),
        "Hagenrud",
        1,
        ("own:knut-hagenrud-nor",),
    ),
    ("id", ("Partai Fajar Serbia (PFS) menang.", "PFS merayakannya."), "PFS", 1, ("own:partai-fajar-serbia-srb-opp",)),
    (
        "en",
        ("Kremlin spokesman Anton Verkhov denied it.", "Verkhov refused to comment."),
        "Verkhov",
        1,
        ("own:anton-verkhov-rus",),
    ),
    ("en", ("Norwegian Minister Knut Hagenrud arrived.", "He declined to speak."), "He", 1, ("own:knut-hagenrud-nor",)),
    (
        "en",
        ("Knut Hagenrud, the Norwegian fisheries minister, arrived.", "Hagenrud refused."),
        "Hagenrud",
        1,
        ("own:knut-hagenrud-nor",),
    ),
    ("en", ("Poland and Latvia held talks.", "The two countries agreed."), "The two countries", 1, ("POL", "LVA")),
]


@pytest.mark.parametrize(("language", "paragraphs", "words", "sentence", "entities"), REFERENCE)
def test_later_words_mean_an_earlier_entity(
    language: str, paragraphs: tuple[str, ...], words: str, sentence: int, entities: tuple[str, ...]
) -> None:
    assert read(*paragraphs, language=language).of(words, sentence)[0] == entities


# language | sentence | all mentions
WHOLE = [
    ("id", "Pertemuan Putin-Lukashenko berlangsung lama.", ["Putin", "Lukashenko"]),
    ("id", "Rusia dan Belarusia menandatangani perjanjian.", ["Rusia", "Belarusia"]),
    ("id", "Presiden Rusia Vladimir Putin tiba di Minsk.", ["Presiden Rusia Vladimir Putin", "Minsk"]),
    ("id", "Namun hujan turun sepanjang hari.", []),
    ("id", "Pada Senin dan Selasa jalan ditutup.", []),
    ("id", "Piala Asia dibuka pekan depan.", []),
    ("id", "Perlengkapan militer dikirim kemarin.", []),
    ("id", "Kompleks industri-militer dibangun.", []),
    ("id", "Suriah merebut pangkalan udara militer.", ["Suriah"]),
    ("id", "Khawatirnya hujan turun lagi.", []),
    ("en", "More military equipment was sent.", []),
    ("en", "However, it rained as usual in March.", ["it"]),
    ("en", "Trucks were as old as the road.", []),
    ("en", "Putin met Lukashenko in Sochi.", ["Putin", "Lukashenko"]),
    ("en", "China Mobile fell in early trading.", ["China Mobile"]),
    ("en", "French-made missiles were found.", []),
    ("en", "The River Jordan ran dry.", []),
    ("en", "Georgia Republicans won.", ["Republicans"]),
    ("id", "Rudal buatan Rusia ditemukan.", []),
]


@pytest.mark.parametrize(("language", "sentence", "words"), WHOLE)
def test_nothing_else_is_a_party(language: str, sentence: str, words: list[str]) -> None:
    assert read(sentence, language=language).words() == words


@pytest.mark.parametrize(
    ("language", "sentence", "words", "code"),
    [
        ("id", "Juru bicara Presiden Vladimir Putin menolak.", "Juru bicara Presiden Vladimir Putin", "RUS"),
        ("id", "Pengacara Presiden Donald Trump menolak.", "Pengacara Presiden Donald Trump", "USA:CVL"),
        (
            "id",
            "Penentang Presiden Aleksandr Lukashenko ditahan.",
            "Penentang Presiden Aleksandr Lukashenko",
            "BLR:OPP",
        ),
        ("id", "Pendukung Presiden Nicolas Maduro berpawai.", "Pendukung Presiden Nicolas Maduro", "VEN:CVL"),
        ("id", "Putra mantan presiden Hosni Mubarak ditahan.", "Putra mantan presiden Hosni Mubarak", "EGY:CVL"),
        ("id", "Kelompok garis keras Palestina Hamas menolak.", "Kelompok garis keras Palestina Hamas", "HAMAS"),
        ("id", "Pasukan Kendali Eksekutif Hamas menyerang.", "Pasukan Kendali Eksekutif Hamas", "HAMAS"),
        ("id", "Pasukan asing dipimpin AS menyerang.", "Pasukan asing dipimpin AS", "USA:MIL"),
        ("id", "Tiga orang yang diduga militan Irak tewas.", "Tiga orang yang diduga militan Irak", "IRQ:REB"),
        ("id", "Pasukan keamanan Myanmar menembak.", "Pasukan keamanan Myanmar", "MMR:MIL"),
        ("id", "Politisi Inggris mengecam.", "Politisi Inggris", "GBR"),
        ("id", "Liga Arab mengecam negara Yahudi itu.", "negara Yahudi itu", "ISR"),
        ("en", "Iran's Revolutionary Guards seized a tanker.", "Iran's Revolutionary Guards", "IRN:MIL"),
    ],
)
def test_a_description_is_of_whom_its_words_say(language: str, sentence: str, words: str, code: str) -> None:
    assert read(sentence, language=language).of(words)[1] == (code,)


def test_a_part_of_those_told_of_are_they() -> None:
    found = read("Para pengungsi Suriah tiba di pantai itu.", "Lima dari mereka meminta suaka.")
    assert found.of("Lima dari mereka")[0] == ("SYR:CVL",)


def test_an_unknown_person_has_the_role_in_the_words_of_the_text() -> None:
    found = read("Menteri Perikanan Norwegia Knut Hagenrud tiba.", "Hagenrud menolak.")
    (entity,) = [e for e in found.document.entities if e.id == "own:knut-hagenrud-nor"]
    assert (entity.name, entity.role, entity.aliases) == ("Knut Hagenrud", "Menteri Perikanan Norwegia", ("Hagenrud",))


def test_a_headline_in_title_case_names_whom_the_body_introduces() -> None:
    found = read("Menteri Norwegia Knut Hagenrud menolak.", headline="Hagenrud Tolak Usul Baru Soal Ikan")
    assert found.of("Hagenrud", 0)[0] == ("own:knut-hagenrud-nor",)
    assert found.words()[0] == "Hagenrud"


def test_the_day_of_the_report_chooses_what_an_office_holder_stands_for() -> None:
    found = read("Ban Ki-moon menolak.", published=datetime(2010, 5, 1, tzinfo=UTC))
    assert found.of("Ban Ki-moon")[1] == ("UN",)


def test_a_lone_surname_joined_to_a_known_person_is_the_leader_of_the_day() -> None:
    found = read("Pertemuan Kim-Trump digelar di Hanoi.", published=datetime(2019, 2, 28, tzinfo=UTC))
    assert found.of("Kim") == (("p:kim-jong-un",), ("PRK",))
    assert "p:kim-jong-un" not in read("Pertemuan Kim-Silva digelar di Hanoi.").codes
    assert "p:alexander-lukashenko" not in read("Alexander-Arnold mencetak gol.").codes


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    found = read(*(row[0] for row in INDONESIAN))
    spans = [m.span for m in found.document.mentions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(m.why for m in found.document.mentions)
    assert {e for m in found.document.mentions for e in m.entities} == {e.id for e in found.document.entities}


def test_forms_say_how_somebody_is_named() -> None:
    found = read("Presiden Rusia Vladimir Putin bertemu polisi Irak.", "Ia menolak usul Prancis.")
    forms = {m.span.of(found.document.article.text): m.form for m in found.document.mentions}
    assert forms["Presiden Rusia Vladimir Putin"] is MentionForm.TITLE
    assert forms["polisi Irak"] is MentionForm.DESCRIPTION
    assert forms["Ia"] is MentionForm.PRONOUN
    assert forms["Prancis"] is MentionForm.NAME


def test_a_language_without_a_pack_is_left_alone() -> None:
    document = Document(Article("a", "a", "Bonjour.", (Block(Span(0, 8), BlockKind.BODY),), "0", "fr"))
    assert find(document) is document


def test_captions_are_not_read_for_parties() -> None:
    text = "Presiden Rusia Vladimir Putin berpose."
    document = split(Document(Article("a", "a", text, (Block(Span(0, len(text)), BlockKind.CAPTION),), "0", "id")))
    found = find(document)
    assert found.mentions == ()
    assert Layer.MENTIONS in found.done
