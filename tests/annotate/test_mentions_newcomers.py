"""People and places that no table knows: who is meant by a name, and what a name is that only a report tells of."""

import pytest
from tests.annotate.mentioned import read

from kawat.annotate.places import find as places
from kawat.model import EntityKind


def people(text: str, language: str) -> list[str]:
    return [e.name for e in read(text, language=language).document.entities if e.kind is EntityKind.PERSON]


def meant(text: str, words: str, language: str) -> tuple[str, ...]:
    """The ids of the last mention of some words."""
    found = [m for m in read(text, language=language).document.mentions if m.span.of(text) == words]
    return found[-1].entities if found else ()


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("id", "Retno Kusuma, guru di Sragen, menolak pindah. “Saya bertahan,” kata Retno.", "Retno", "retno-kusuma"),
        ("en", "Farmer Joyce Biden of Kisumu refused to leave. Biden said the land was hers.", "Biden", "joyce-biden"),
        (
            "id",
            "Bupati Sleman Hasan Ali Wibowo datang. Juru bicara KPK Ali Sadikin menyebut nama lain. Ali menolak rinci.",
            "Ali",
            "ali-sadikin",
        ),
    ],
)
def test_a_short_name_is_of_who_was_introduced_with_it(language: str, text: str, words: str, name: str) -> None:
    (entity,) = meant(text, words, language)
    assert entity.startswith(f"own:{name}")


def test_a_title_that_the_known_one_held_still_means_the_known_one() -> None:
    text = "Retno Kusuma, guru di Sragen, menolak pindah. Menlu Retno berbicara di Jakarta."
    assert meant(text, "Menlu Retno", "id") == ("p:retno-marsudi",)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("id", "Wali Kota Tangsel Dewi Anggraini hadir.", "Dewi Anggraini"),
        ("id", "Bupati Jember Faisal Rachman mundur.", "Faisal Rachman"),
        ("id", "Warga mengungsi dari wilayah Huanta. Gubernur Huanta Oscar Quispe mundur.", "Oscar Quispe"),
        ("id", "Kabid Humas Polda Jateng Kombes Satria Wibawa membenarkan.", "Satria Wibawa"),
        ("id", "Pangdam XII/Tanjungpura Mayjen Iwan Prasetya membantah.", "Iwan Prasetya"),
        ("id", "Dandim 0824/Jember Letkol Arm Rahmat Cahyo membantah.", "Rahmat Cahyo"),
        ("id", "Pj Gubernur Sulbar Bahtiar Lamo mengangkat tiga pejabat.", "Bahtiar Lamo"),
        ("en", "Philippine navy Commodore Ramon Ilagan said the ship had sunk.", "Ramon Ilagan"),
        ("en", "A spokesman for the rebel alliance FLM, Moussa Ag Attaher, denied it.", "Moussa Ag Attaher"),
        ("id", "Wakil Ketua Komisi VII DPR Bambang Laksono membantah.", "Bambang Laksono"),
        ("id", "Kasipenkum Kejati Jabar Ratih Puspita membenarkan.", "Ratih Puspita"),
        ("id", "Ketua serikat nelayan Kawanua, Yance Rumengan, membantah.", "Yance Rumengan"),
    ],
)
def test_the_words_of_an_office_are_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert people(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army shelled the village of Ourou. Later it took Ourou again."),
        ("en", "Rebels left Banadir region. Banadir had seen many battles."),
        ("id", "Massa membakar pasar di Ilave. Polisi menjaga Ilave."),
        ("id", "Tersangka menerima Rp2,7 miliar."),
    ],
)
def test_a_place_or_a_sum_is_no_person(language: str, text: str) -> None:
    assert people(text, language) == []


def test_a_name_that_speaks_is_a_person_though_something_is_said_in_it() -> None:
    assert "Ilave" in people("Trust in Ilave fell. Ilave said he would stay.", "en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toure told reporters in Bamako that the fighters had fled.", "the fighters"),
        ("Police chief Mara Lote told Radio Lau that 22 people were held.", "22 people"),
        ("Toure said Wednesday that senior officers had left.", "senior officers"),
        ("Toure said that her troops had left.", "her troops"),
    ],
)
def test_that_before_several_joins_a_clause(text: str, words: str) -> None:
    mentions = [m.span.of(text) for m in read(text, language="en").document.mentions]
    assert words in mentions
    assert f"that {words}" not in mentions


def test_that_before_one_still_points() -> None:
    text = "Mali closed the border. That country is poor."
    assert meant(text, "That country", "en") == ("MLI",)


@pytest.mark.parametrize(
    ("language", "text", "words", "code"),
    [
        ("en", "The U.N. withdrew its peacekeepers from Mali.", "its peacekeepers", "UN"),
        ("en", "Rina Salas, the UN's top aid official in Sudan, left.", "the UN's top aid official", "UN"),
        ("id", "Kapten Tran Van Lam berbicara di Hanoi. Kapal itu tiba kemarin.", "Kapal itu", "VNM"),
        ("id", "Tiga orang dibawa ke Polda Bali.", "Polda Bali", "IDN:COP"),
        ("id", "Malaysia menahan tiga WNI.", "tiga WNI", "IDN:CVL"),
    ],
)
def test_whose_they_are(language: str, text: str, words: str, code: str) -> None:
    made = read(text, language=language).document
    (entity,) = meant(text, words, language)
    assert next(e.code for e in made.entities if e.id == entity) == code


@pytest.mark.parametrize(
    "text",
    [
        "Troops shot at an Azerbaijani drone near the road.",
        "The National Security Committee met.",
        "She spoke at a daily briefing and a press conference.",
    ],
)
def test_what_only_describes_is_no_party(text: str) -> None:
    made = read(text, language="en").document
    assert not [e.code for e in made.entities if e.code.endswith((":CVL", ":MED"))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Sungai Licungo naik. Pasukan Mozambik menyeberangi Licungo."),
        ("id", "Lempa meluap pada Senin. Warga El Salvador takut Lempa naik lagi."),
        ("id", "Waduk Kariba penuh. Zambia dan Zimbabwe membuka Kariba."),
        ("id", "Kapal Vietnam berada di dekat Half Moon Reef. Half Moon Reef milik Vietnam."),
        ("id", "China mengusir kapal itu. Second Thomas Shoal dijaga ketat."),
        ("en", "The Rovuma River burst its banks. Soldiers crossed the Rovuma."),
        ("en", "The Licungo also rose in Mozambique."),
        ("en", "Officials in Kenya said Nyiragongo erupted again."),
    ],
)
def test_waters_and_mountains_are_nobody(language: str, text: str) -> None:
    assert people(text, language) == []


def test_an_english_name_of_a_place_is_known_in_an_indonesian_report() -> None:
    found = read("Kapal China menabrak kapal Filipina di Second Thomas Shoal.").document
    assert [p.id for p in places(found).places] == ["l:second-thomas-shoal"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("id", "Badan Penyelamatan dan Mitigasi (Bapemit) Fiji membantah.", []),
        ("id", "PT Tirta Samudra Lines di Bima membantah. Direktur PT Tirta Samudra Lines diam.", []),
        ("id", "Kapal Motor Penumpang (KMP) Bahari Sentosa tenggelam. Bahari Sentosa milik Fiji.", []),
        ("id", "Jerman membela kapal riset Sonne. Operator Sonne membantah.", []),
        ("id", "Tiga nelayan dari Desa Bugis mengungsi di Fiji.", []),
        ("id", "Danau Issyk-Kul di Kirgizstan ditutup.", []),
        ("id", "Persipura diam. Manajer Persipura Owen Rahadiyan membantah.", ["Persipura", "Owen Rahadiyan"]),
        ("id", "Menteri Owen Rahadi Putra diam. Owen pulang.", ["Owen Rahadi Putra"]),
        ("id", "Bupati Bima Indah Dhamayanti Putri membantah.", ["Bima Indah Dhamayanti Putri"]),
        ("id", "Menteri Pemerintahan Bolivia Eduardo del Castillo membantah.", ["Eduardo del Castillo"]),
        ("id", "Direktur utama perusahaan itu, Hendra Gunawan, membantah.", ["Hendra Gunawan"]),
        ("en", "Levan Khabeishvili, leader of the Free Movement (FRM), left. FRM denied it.", ["Levan Khabeishvili"]),
    ],
)
def test_only_persons_are_persons(language: str, text: str, names: list[str]) -> None:
    assert people(text, language) == names


def test_a_militia_with_a_name_of_its_own_is_no_government() -> None:
    found = read("Milisi Fano menyerang Gondar di Ethiopia. Fano menolak berunding.")
    assert found.of("Fano", 1)[1] == ("ETH:REB",)


def test_a_short_form_behind_a_post_is_not_the_person() -> None:
    text = "Yerlan Abdikarimov, ketua Serikat Petani (SPT), di Kazakhstan membantah. SPT diam."
    found = read(text)
    assert found.of("SPT", 1)[0] != found.of("Yerlan Abdikarimov")[0]


def test_a_title_and_surname_of_a_headline_are_who_is_named_in_full_below() -> None:
    found = read("Polisi Bolivia menangkap Jenderal Juan Arnez.", headline="Kudeta gagal, Jenderal Arnez ditangkap")
    assert [e.name for e in found.document.entities if e.kind is EntityKind.PERSON] == ["Juan Arnez"]


def test_a_part_of_a_longer_name_says_nothing_of_the_state() -> None:
    found = read("Abdullah Jan Sabawoon, a local, said shells hit Pakistan.", language="en")
    assert found.of("Abdullah Jan Sabawoon")[1] == ("PAK",)


def test_who_heads_a_body_inside_the_own_state_is_still_the_known_one() -> None:
    (entity,) = meant("Ketua Umum PSSI Erick Thohir membantah.", "Ketua Umum PSSI Erick Thohir", "id")
    assert entity == "p:erick-thohir"
