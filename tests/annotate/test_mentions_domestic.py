"""Reports on the press's own country: its institutions by their short forms, and words that name nobody."""

import pytest
from tests.annotate.mentioned import read

from kawat.annotate.gold import predict


@pytest.mark.parametrize(
    ("text", "words", "entity", "code"),
    [
        ("MA memperberat hukuman Rahman.", "MA", "o:mahkamah-agung-ri", "IDN:JUD"),
        ("MK menolak gugatan partai itu.", "MK", "o:mahkamah-konstitusi", "IDN:JUD"),
        ("Kejaksaan Agung RI menahan dua pejabat.", "Kejaksaan Agung RI", "o:kejaksaan-agung-ri", "IDN:JUD"),
        ("Bawaslu memeriksa tiga calon.", "Bawaslu", "o:bawaslu", "IDN"),
        ("BNN menyita sabu di Batam.", "BNN", "o:bnn", "IDN:COP"),
        ("TNI AL mengusir dua kapal.", "TNI AL", "o:tni-al", "IDN:MIL"),
        ("KSPI mengancam akan mogok.", "KSPI", "o:kspi", "IDN:CVL"),
        ("Apindo mengkritik aturan itu.", "Apindo", "o:apindo", "IDN:BUS"),
        ("PAN menolak usulan Gerindra.", "PAN", "o:partai-amanat-nasional", "IDN:OPP"),
        ("Kader Golkar mengecam menteri itu.", "Kader Golkar", "IDN:OPP", "IDN:OPP"),
        ("Partai Demokrat menolak usulan Golkar.", "Partai Demokrat", "o:partai-demokrat", "IDN:OPP"),
    ],
)
def test_an_institution_at_home_needs_no_country(text: str, words: str, entity: str, code: str) -> None:
    assert read(text).of(words) == ((entity,), (code,))


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("LBH Bandung mengecam penangkapan itu.", "LBH Bandung", "IDN:NGO"),
        ("Dinas Perhubungan menyita 12 angkutan.", "Dinas Perhubungan", "IDN"),
        ("JPU menuntut Rahman lima tahun penjara.", "JPU", "IDN:JUD"),
        ("Kepolisian Resor Tirta Raya menangkap Fadly.", "Kepolisian Resor Tirta Raya", "IDN:COP"),
    ],
)
def test_an_office_of_the_country_is_told_by_its_kind(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)


@pytest.mark.parametrize("aide", ["Pengacara", "Kuasa hukum"])
def test_an_aide_is_not_whom_he_serves(aide: str) -> None:
    found = read("KPK menahan mantan menteri Suryo Hadikusumo.", f"{aide} Suryo, Dian Lestari, membantah tuduhan itu.")
    (entity,), _ = found.of(f"{aide} Suryo")
    assert entity.startswith("own:dian-lestari")


def test_a_lawyer_alone_is_named_himself() -> None:
    (entity,), _ = read("Pengacara Hotman Silitonga membantah tuduhan itu.").of("Pengacara Hotman Silitonga")
    assert entity.startswith("own:hotman-silitonga")


def test_an_officer_keeps_the_sector_of_his_title() -> None:
    text = "Polisi menahan 23 buruh. Wakil Ketua DPR Sufyan Hadi berjanji memanggil menteri itu."
    (row,) = predict([{"id": "a", "block": "a", "text": text}], "id")
    assert {p["code"] for e in row["events"] if e["type"] == "AGREE" for p in e["actors"]} == {"IDN:LEG"}


def test_a_party_of_two_countries_is_of_the_one_that_the_report_names() -> None:
    found = read("Kongres AS memulai sidang pada Senin.", "Partai Demokrat menolak usulan itu.")
    assert found.of("Partai Demokrat") == (("o:us-democratic-party",), ("USA:OPP",))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "Mereka memakai cara bayar dengan cicilan (BDC). Dalam BDC itu tak ada bunga.", "BDC"),
        ("en", "They signed a memorandum of understanding (MOU). The MOU was signed in Doha.", "MOU"),
        ("id", "Buruh menolak Perpres Upah Layak di Bandung.", "Upah Layak"),
        ("id", "Buruh menolak RUU Pesisir Raya di Bandung.", "RUU Pesisir Raya"),
    ],
)
def test_a_term_or_a_law_is_nobody(language: str, text: str, words: str) -> None:
    assert not [w for w in read(text, language=language).words() if words in w]


def test_initials_of_a_group_with_capitals_stay_a_name() -> None:
    found = read("Front Rakyat Pesisir (FRP) menolak tambang. FRP akan menggugat.")
    assert any("FRP" in w for w in found.words())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Konfederasi Serikat Pekerja Seluruh Indonesia meminta pemerintah mencabut aturan itu.", "IDN"),
        ("KSPSI meminta pemerintah menaikkan upah.", "IDN"),
        ("Iran meminta masyarakat internasional mengecam serangan itu.", "INTL"),
    ],
)
def test_only_words_for_many_mean_the_world(text: str, code: str) -> None:
    line = {"id": "a", "block": "a", "text": text}
    (row,) = predict([line], "id")
    assert [p["code"] for e in row["events"] if e["type"] == "REQUEST" for p in e["recipients"]] == [code]
