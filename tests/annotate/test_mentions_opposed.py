"""Who stands on the other side of a verb is another: states, people and pronouns; and names beside what they are."""

import pytest
from tests.annotate.mentioned import read


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Mahasiswa turun ke jalan di Dhaka, Bangladesh. Tentara mengecam Peru.", "Tentara", "BGD:MIL"),
        ("Mahasiswa turun ke jalan di Dhaka, Bangladesh. Polisi menahan tiga warga Peru.", "Polisi", "BGD:COP"),
        ("Mahasiswa turun ke jalan di Dhaka, Bangladesh. Pengadilan menolak usul Peru.", "Pengadilan", "BGD:JUD"),
        ("Mahasiswa turun ke jalan di Dhaka, Bangladesh. Peru mengirim 20 truk kepada warga.", "warga", "BGD:CVL"),
        ("Polisi Kenya menutup jalan. Polisi menahan dua pria Niger dan warga Ghana.", "Polisi", "KEN:COP"),
        ("Pemerintah Inggris marah. Para pejabat menuduh Moskwa berbohong.", "Para pejabat", "GBR"),
        ("Warga Kenya berdemonstrasi. Pemerintah mengirim tentara ke Somalia.", "Pemerintah", "KEN"),
        ("Pemerintah menyampaikan protes ke Australia.", "Pemerintah", "IDN"),
        # who tells of a state, and what is its own, are of it
        ("Islandia berduka. Polisi mengatakan Peru berkabung.", "Polisi", "PER:COP"),
        ("Islandia berduka. Pemerintah memulihkan ekonomi Peru.", "Pemerintah", "PER"),
    ],
)
def test_who_acts_on_a_state_is_of_another(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Ribuan petani Peru berpawai. Islandia mendesak mereka.", "mereka", "PER:CVL"),
        ("Ribuan petani Peru berpawai. Islandia dan Norwegia menjatuhkan sanksi terhadap mereka.", "mereka", "PER:CVL"),
        ("Presiden Kenya William Ruto tiba. Uganda menuduhnya berbohong.", "nya", "KEN"),
    ],
)
def test_who_suffers_an_act_is_not_who_does_it(text: str, words: str, code: str) -> None:
    assert read(text).of(words, 1)[1] == (code,)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Gerakan Rakyat Bangkit (GRB) menang di Kenya.", "Gerakan Rakyat Bangkit (GRB)", "KEN:OPP"),
        ("Partai Keadilan Rakyat Malaysia menang.", "Partai Keadilan Rakyat Malaysia", "MYS:OPP"),
        ("Gerakan mahasiswa Kenya menang.", "Gerakan mahasiswa Kenya", "KEN:CVL"),
        ("Gereja Katolik Nikaragua menolak.", "Gereja Katolik Nikaragua", "NIC:REL"),
        ("Imigran gelap asal Somalia ditangkap di Kenya.", "Imigran gelap asal Somalia", "SOM:CVL"),
        ("Pekerja rumah tangga asal Nepal ditahan di Kuwait.", "Pekerja rumah tangga asal Nepal", "NPL:CVL"),
        ("Kenya menahan pemuda 17 tahun Kevin Otieno.", "pemuda 17 tahun Kevin Otieno", "KEN:CVL"),
        (
            "Kenya menahan seorang mahasiswa berusia 21 tahun, Kevin Otieno, di Kisumu.",
            "seorang mahasiswa berusia 21 tahun, Kevin Otieno",
            "KEN:CVL",
        ),
    ],
)
def test_what_a_name_says_of_itself_changes_nothing(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nyonya Chen menolak tuduhan itu.", ["Chen"]),
        ("Kemarin Tuan Ri menolak tuduhan itu.", ["Ri"]),
        ("Kemarin Pak Herman Nabit menolak tuduhan itu.", ["Herman Nabit"]),
    ],
)
def test_mister_is_no_part_of_a_name(text: str, words: list[str]) -> None:
    assert read(text).words() == words


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kenya menuduh Rwanda mengirim pasukannya ke Goma.", "pasukannya", "RWA:MIL"),
        ("Kenya meminta Rwanda menarik pasukannya.", "pasukannya", "RWA:MIL"),
        ("Kenya menuduh Rwanda menculik duta besarnya.", "duta besarnya", "KEN"),
        ("Pengadilan Kenya menghukum dua petani Peru. Mereka dituduh berbohong.", "Mereka", "PER:CVL"),
        ("Kenya mogok. Menteri Kenya John Otieno bertemu Serikat Guru (KNUT). Ia pergi.", "Ia", "KEN"),
        ("Kenya memuji Uganda. Presiden Peru memuji kedua pihak. Polisi diam.", "kedua pihak", "KEN UGA"),
        ("Islandia, yang dekat dengan Peru, mengatakan mereka akan mundur.", "mereka", "ISL"),
        ("Peru mengatakan serangan dilakukan oleh 30 gerilyawan. Mereka menembaki warga.", "Mereka", "PER:REB"),
        ("Presiden Peru akan menemui Presiden Chile, kata juru bicaranya.", "juru bicaranya", "PER"),
        ("Menteri Pertahanan Peru membatalkan kunjungan ke Chile, menurut kementeriannya.", "kementeriannya", "PER"),
        ("Tentara Israel menahan dua warga Palestina, kata pengacaranya.", "pengacaranya", "PSE:CVL"),
        ("Presiden Peru mengatakan kepada Presiden Chile bahwa ia akan mundur.", "ia", "PER"),
        ("PBB rapat. Juru bicara Peru diam. Ia juga mengatakan, pihaknya menemui Chile.", "pihaknya", "PER"),
    ],
)
def test_whom_words_that_refer_back_can_mean(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == tuple(code.split())


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Ketua Front Keselamatan Nasional (FKN) Kenya, Ali Noor, marah. FKN diam.", "FKN", "KEN:OPP"),
        ("Kenya marah. Pemimpin Front Damai Nasional (FDN), Ali Noor, pergi. FDN diam.", "FDN", "KEN:OPP"),
        ("Dua warga Kenya ditahan di markas Biro Sidik Nasional (BSN) Peru. BSN diam.", "BSN", "PER"),
    ],
)
def test_a_short_form_means_the_body_and_not_who_leads_it(text: str, words: str, code: str) -> None:
    assert read(text).of(words, 2 if text.startswith("Kenya") else 1)[1] == (code,)


def test_a_province_is_no_person_of_that_name() -> None:
    assert "Surin" not in read("Thailand berduka. Tentara mengungsikan warga di Provinsi Surin.").words()


def test_a_minister_of_a_report_that_never_names_home_is_not_of_home() -> None:
    lines = ["Guru mogok di Kenya.", "Kenya berduka.", "Polisi Kenya diam.", *["Guru pergi."] * 4]
    found = read(" ".join([*lines, "Menteri Pendidikan Julius Ogamba marah."]))
    assert found.of("Menteri Pendidikan Julius Ogamba")[1] == ("KEN",)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Bolivia memulangkan 252 migran Peru.", "252 migran Peru", "PER:CVL"),
        ("Polisi Kenya menahan tiga penambang Peru.", "tiga penambang Peru", "PER:CVL"),
        ("Biarawati Peru ditahan di Kenya.", "Biarawati Peru", "PER:REL"),
        ("Kenya menahan dua pilot angkatan udara Peru.", "dua pilot angkatan udara Peru", "PER:MIL"),
        ("Kenya menahan dua pilot Peru.", "dua pilot Peru", "PER:CVL"),
    ],
)
def test_common_words_for_people_are_parties(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)


def test_whose_peer_somebody_meets_is_of_another_state() -> None:
    text = "Kenya dan Uganda berselisih. Menteri Dalam Negeri John Otieno bertemu mitranya dari Uganda."
    found = read(f"Kenya menutup perbatasan. {text}")
    assert found.of("Menteri Dalam Negeri John Otieno")[1] == ("KEN",)
    assert found.of("mitranya dari Uganda")[1] == ("UGA",)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("ISIS menguasai Raqqa di Suriah. Pasukan keamanan rezim mundur.", "Pasukan keamanan rezim", "SYR:MIL"),
        ("Hizbullah menyerang Suriah. Pasukan pemerintah mundur.", "Pasukan pemerintah", "SYR:MIL"),
    ],
)
def test_forces_of_a_government_are_no_group(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)
