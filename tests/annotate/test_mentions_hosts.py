"""Whose police, court and ministry: the state of the story, not of an embassy; and whom "keduanya" counts."""

import pytest
from tests.annotate.test_events_sides import codes as all_codes
from tests.annotate.test_mentions_filed import codes


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (
            "Presiden Bolivia menutup perbatasan. Kedutaan Besar Venezuela digeledah. Polisi menyita dokumen.",
            "Polisi",
            "BOL:COP",
        ),
        (
            "Qatar berduka. Seorang pria ditangkap di dekat Kedutaan Besar Swedia. Jaksa menuntutnya.",
            "Jaksa",
            "QAT:JUD",
        ),
        (
            "Estonia marah. Kementerian Luar Negeri memanggil Duta Besar Rusia pada Senin.",
            "Kementerian Luar Negeri",
            "EST",
        ),
        ("Qatar berduka di dekat Kedutaan Besar Swedia. Kedutaan menolak berkomentar.", "Kedutaan", "SWE"),
    ],
)
def test_an_embassy_lends_its_state_to_nobody_but_embassies(text: str, words: str, code: str) -> None:
    assert codes(text, None, "id")[words] == code


def test_an_embassy_lends_its_state_to_no_police_in_english() -> None:
    text = "India is on alert. The Norwegian embassy said one man was held. Police denied that."
    assert codes(text, None, "en")["Police"] == "IND:COP"


def test_a_surname_of_the_report_is_not_the_known_person_of_that_surname() -> None:
    text = "Sudan protested. Foreign Minister Idris Bakhit spoke of war. Bakhit told reporters so."
    assert codes(text, None, "en")["reporters"] == "SDN:MED"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Polisi Qatar menangkap tiga pria Suriah. Polisi mengatakan ketiganya bersenjata.", "ketiganya", "SYR:CVL"),
        ("Peru menahan dua nelayan Chile di Tacna. Peru membebaskan keduanya.", "keduanya", "CHL:CVL"),
        ("Polisi Iran menahan seorang warga Irak lalu menyiksanya.", "nya", "IRQ:CVL"),
    ],
)
def test_a_pronoun_means_those_that_were_counted_and_nobody_who_does_it(text: str, words: str, code: str) -> None:
    assert codes(text, None, "id")[words] == code


@pytest.mark.parametrize(
    ("text", "words", "code", "language"),
    [
        (
            "Israel menahan tiga gerilyawan Palestina. Ketiga orang itu mogok makan.",
            "Ketiga orang itu",
            "PSE:REB",
            "id",
        ),
        ("Turki menahan 22 wartawan Peru. Ke-22 orang tersebut dibebaskan.", "22 orang tersebut", "PER:MED", "id"),
        ("Chad menahan enam tentara Mali. Chad membebaskan keenam pria itu.", "keenam pria itu", "MLI:MIL", "id"),
        ("Chad menahan dua warga Mali. Dua tentara membawa kedua orang itu.", "kedua orang itu", "MLI:CVL", "id"),
        ("Israel held two Palestinian gunmen. The two men were later freed.", "The two men", "PSE:REB", "en"),
    ],
)
def test_people_counted_again_are_those_who_were_counted_so(text: str, words: str, code: str, language: str) -> None:
    assert codes(text, None, language)[words] == code


def test_two_suspects_are_the_two_who_were_told_of_together() -> None:
    text = "Malaysia menahan seorang wanita Peru dan seorang wanita Chile. Malaysia membebaskan kedua tersangka."
    assert all_codes(text, "id")["kedua tersangka"] == {"PER:CVL", "CHL:CVL"}


@pytest.mark.parametrize(
    ("text", "word", "code", "language"),
    [
        ("Serangan atas tentara Mali dilakukan oleh sekitar 30 pemberontak. Mereka kabur.", "Mereka", "MLI:REB", "id"),
        ("Serbuan ke pos polisi Peru dilancarkan oleh gerilyawan FARC. Mereka kabur.", "Mereka", "FARC", "id"),
        ("The attack on the Malian army was carried out by 30 gunmen. They fled.", "They", "MLI:REB", "en"),
        ("Polisi Kenya diserang oleh pemberontak Somalia. Mereka mundur.", "Mereka", "KEN:COP", "id"),
    ],
)
def test_they_behind_an_act_are_who_carried_it_out(text: str, word: str, code: str, language: str) -> None:
    assert codes(text, None, language)[word] == code


def test_both_are_no_agency_that_is_told_something() -> None:
    text = "Menlu Guyana bertemu Menlu Peru di Lima. Kata pejabat Guyana kepada Reuters, keduanya sepakat."
    assert all_codes(text, "id")["keduanya"] == {"GUY", "PER"}


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Sudan dan Chad berunding dalam acara yang dimediasi Qatar dan Turki.", "Kedua negara sepakat.", "id"),
        ("Sudan dan Chad bertemu di Doha dengan mediasi Qatar dan Turki.", "Keduanya sepakat.", "id"),
        ("Sudan dan Chad berunding. Qatar dan Turki menengahi perundingan itu.", "Kedua pihak sepakat.", "id"),
        ("Qatar dan Turki memediasi perundingan Sudan dan Chad.", "Kedua negara sepakat.", "id"),
        ("Sudan and Chad met in talks brokered by Qatar and Turkey.", "Both countries agreed.", "en"),
    ],
)
def test_both_are_not_those_who_bring_them_together(text: str, words: str, language: str) -> None:
    both = words.rsplit(None, 1)[0]
    assert all_codes(f"{text} {words}", language)[both] == {"SDN", "TCD"}


@pytest.mark.parametrize("words", ["kementerian itu", "kementerian tersebut"])
def test_a_ministry_pointed_back_to_is_the_one_told_of_last(words: str) -> None:
    text = f'Kementerian Pertahanan Niger mengecam serangan Chad. "Chad menyerang pasar," kata {words}.'
    assert codes(text, None, "id")[words] == "NER"


def test_two_states_are_no_body_and_its_seat() -> None:
    text = "Arab Saudi dan Rusia sepakat. Pertemuan OPEC digelar di Wina. Gedung Putih mengecam kedua negara."
    assert codes(text, None, "id")["kedua negara"] == "SAU"


def test_a_report_of_the_press_desk_at_home_is_not_of_its_own_state() -> None:
    text = "Korea Selatan mengirim delegasi ke Teheran. Wakil Menteri Luar Negeri Choi Min-ho akan bertolak ke Teheran."
    assert codes(text, "Jakarta", "id")["Wakil Menteri Luar Negeri Choi Min-ho"] == "KOR"


def test_who_goes_somewhere_is_of_another_state() -> None:
    text = "Sudan's army shelled a camp. Foreign Minister Idris Rahim, who was visiting Cairo, blamed the rebels."
    assert codes(text, None, "en")["Foreign Minister Idris Rahim"] == "SDN"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Qatar keluar dari OPEC. Sekjen organisasi itu, Haitham Salim, menyesal.", "Sekjen organisasi itu", "OPEC"),
        ("Peru menolak. Juru bicara Greenpeace marah. Ketua lembaga itu, Ana Soto, pergi.", "Ketua", "GREENPEACE"),
    ],
)
def test_the_head_of_that_body_is_of_the_body_told_before(text: str, words: str, code: str) -> None:
    assert next(c for w, c in codes(text, None, "id").items() if w.startswith(words)) == code


def test_a_title_gives_its_last_word_to_the_kind_of_place() -> None:
    found = codes("Junta Myanmar menahan kepala menteri negara bagian Rakhine, Htein Oo, pada Rabu.", None, "id")
    assert found["kepala menteri negara bagian Rakhine"] == "MMR"
    assert "Htein Oo" in found


def test_two_again_are_the_two_of_before() -> None:
    text = (
        "Junta Myanmar menahan Htein Linn Oo dan Soe Naing. Keduanya dituduh membantu Tentara Arakan. "
        "PBB meminta junta membebaskan keduanya."
    )
    assert codes(text, None, "id")["keduanya"] == "MMR"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Sudan's army shelled a camp near el-Nuhud.", "en", "Nuhud"),
        ("Milisi Irak menyerang perbatasan Al-Rabiah.", "id", "Rabiah"),
    ],
)
def test_a_name_with_its_article_behind_a_word_of_place_is_nobody(text: str, language: str, words: str) -> None:
    assert words not in codes(text, None, language)


@pytest.mark.parametrize(
    ("text", "language", "words", "code"),
    [
        (
            "Peru is on alert. The army sent men to the border with Bolivia. Police saw smoke.",
            "en",
            "Police",
            "PER:COP",
        ),
        ("Iran-backed militias attacked towns in Syria. Gunmen killed two men.", "en", "Gunmen", "SYR:REB"),
        ("Rebels backed by Rwanda seized Goma in Congo. Gunmen killed two men.", "en", "Gunmen", "COD:REB"),
        ("Milisi yang didukung Iran menyerang desa di Suriah. Pemberontak marah.", "id", "Pemberontak", "SYR:REB"),
        ("Tentara Ukraina yang dilatih Inggris menyerang. Militer mengaku.", "id", "Militer", "UKR:MIL"),
        ("Kongo berduka. Pengungsi Burundi marah. Tentara menjaga kamp.", "id", "Tentara", "COD:MIL"),
        ("Tentara menembak mati dua warga Burundi di Kongo.", "id", "Tentara", "COD:MIL"),
        ("Sudan is on alert. Eritrean refugees protested. The army closed a camp.", "en", "The army", "SDN:MIL"),
        ("Kenya mourned. Defence Minister Aden Ruha said the army had come.", "en", "the army", "KEN:MIL"),
    ],
)
def test_neighbours_and_names_lend_no_state(text: str, language: str, words: str, code: str) -> None:
    assert codes(text, None, language)[words] == code
