"""People behind titles and bodies, in Indonesian: the name alone is theirs."""

import pytest
from tests.annotate.mentioned import read

from kawat.model import EntityKind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kepala Dinas Kesehatan Kota Surabaya Ratna Wijayanti mengatakan, klinik itu dibuka.", "Ratna Wijayanti"),
        ("Ketua KPU Papua Markus Yoku mengatakan, penghitungan suara ditunda.", "Markus Yoku"),
        ("Komisioner KPU Sulut Ferdi Mokoginta mengatakan, logistik siap dikirim.", "Ferdi Mokoginta"),
        ("Direktur Niaga PLN Surya Hartono mengatakan, listrik pulih.", "Surya Hartono"),
        ("Ketua Ikatan Dokter Indonesia Arif Kusnadi mengatakan, dokter kurang.", "Arif Kusnadi"),
        ("Kepala Dinas Perhubungan Kabupaten Lampung Selatan Wawan Setyo mengatakan, kapal menunggu.", "Wawan Setyo"),
    ],
)
def test_a_person_behind_title_and_body_is_called_by_the_name_alone(sentence: str, name: str) -> None:
    made = read(sentence).document
    people = [e.name for e in made.entities if e.kind is EntityKind.PERSON]
    assert people == [name]


@pytest.mark.parametrize(
    ("name", "code", "sentences"),
    [
        (
            "Lars Vik",
            "NATO",
            ["Direktur Komunikasi Strategis Pakta Pertahanan Atlantik Utara (NATO), Lars Vik, pulang."],
        ),
        ("Ana Soto", "UN", ["Wakil Sekretaris Jenderal Urusan Politik dan Perdamaian PBB, Ana Soto, mengecam Rusia."]),
        ("Ana Soto", "UN", ["Direktur Operasi Kemanusiaan PBB Ana Soto mengecam Rusia."]),
        ("Ana Soto", "UN", ["Pelapor khusus PBB Ana Soto mengecam Israel."]),
        ("Zakariya", "JOR:CVL", ["Yordania menahan Ali Darwish.", "Ayah Darwish, Zakariya, mengecam Israel."]),
        ("Zakariya", "JOR:CVL", ["Yordania menahan Ali Darwish.", "Istri Darwish, Zakariya mengecam Israel."]),
        ("Omar Haddad", "JOR:CVL", ["Yordania menahan Ali Darwish.", "Kakak Darwish, Omar Haddad, mengecam Israel."]),
        (
            "Omar Haddad",
            "JOR:CVL",
            ["Yordania menahan Ali Darwish.", "Pengacara Darwish, Omar Haddad, mengecam Israel."],
        ),
        ("Farooq Haider", "PAK", ["Farooq Haider, Perdana Menteri Azad Jammu dan Kashmir, mengecam India."]),
    ],
)
def test_a_person_is_of_whom_he_serves_or_is_kin_of(name: str, code: str, sentences: list[str]) -> None:
    made = read(*sentences).document
    assert [e.code for e in made.entities if e.name == name] == [code]


def test_a_paper_has_no_name_behind_a_comma() -> None:
    found = read("Seusai rilis laporan FBI, Obama mengecam Rusia.")
    assert found.of("laporan FBI")[1] == ("USA:COP",)
    assert found.of("Obama")[1] == ("USA",)


@pytest.mark.parametrize(
    ("language", "text", "words", "code"),
    [
        ("id", "PBB merilis laporan baru. Laporan itu menuduh Mali.", "Laporan itu", "UN"),
        ("id", "Iran mengeluarkan pernyataan. Pernyataan itu mengecam Mali.", "Pernyataan itu", "IRN"),
        (
            "id",
            "Human Rights Watch pada Senin menerbitkan laporan. Laporan tersebut mengecam Mali.",
            "Laporan tersebut",
            "HRW",
        ),
        ("en", "The UN has released a new report. The report accused Mali.", "a new report", "UN"),
        ("en", "The UN has released a new report. The report accused Mali.", "The report", "UN"),
        ("en", "Iran issued a statement. The statement condemned Mali.", "The statement", "IRN"),
    ],
)
def test_a_paper_is_of_who_put_it_out(language: str, text: str, words: str, code: str) -> None:
    assert read(text, language=language).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "Sejumlah laporan menyebutkan pasukan Mali membakar desa.", "Sejumlah laporan"),
        ("en", "A statement said Russian forces attacked Odesa.", "A statement"),
    ],
)
def test_a_paper_of_nobody_is_nobodys(language: str, text: str, words: str) -> None:
    assert read(text, language=language).of(words) == ((), ())


def test_a_family_name_of_two_letters_is_no_state() -> None:
    found = read("Menlu Korea Utara Ri Yong Ho berpidato.", "Pompeo bertemu Ri di New York.")
    assert found.of("Ri")[1] == ("PRK",)


def test_two_governments_are_of_states_and_no_unions() -> None:
    found = read("Yunani menolak Makedonia bergabung dengan NATO dan Uni Eropa.", "Kedua pihak pemerintah bertemu.")
    assert found.of("Kedua pihak pemerintah")[1] == ("GRC", "MKD")


def test_a_camera_is_no_broadcaster() -> None:
    assert read("Polisi memeriksa rekaman CCTV di Amman.").words() == ["Polisi", "Amman"]
    assert read("Police checked CCTV footage in Amman.", language="en").words() == ["Police", "Amman"]


def test_those_of_somebody_unknown_are_read_all_the_same() -> None:
    read("Dia menemukan bahwa beberapa pendukungnya memberi uang kepada pria itu.", language="id")
    read("He and Others accused Their leader met with Their leader allegedly The two.", language="en")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Menteri Luar Negeri Walid al-Mualim mengecam Turki.", "Menteri Luar Negeri Walid al-Mualim", "SYR"),
        ("Menteri Luar Negeri Rusia Sergey Lawrow pulang. Lawrow mengecam Kenya.", "Lawrow", "RUS"),
        ("Menteri Pertahanan Sergei Shoygu mengunjungi Kenya.", "Menteri Pertahanan Sergei Shoygu", "RUS"),
        ("Menteri Luar Negeri Kenya Sergey Lawrow pulang.", "Menteri Luar Negeri Kenya Sergey Lawrow", "KEN"),
    ],
)
def test_an_office_holder_is_known_in_another_spelling(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)


def test_those_who_are_counted_are_named_by_what_they_are_beside_their_state() -> None:
    made = read("Polisi Kenya menahan 11 orang.").document
    assert [e.name for e in made.entities if e.code == "KEN:CVL"] == ["orang (Kenya)"]
