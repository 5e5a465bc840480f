"""Who speaks: quotations whose speaker another sentence names, or nobody does. Own lines in wire style."""

import pytest
from tests.annotate.test_quotations import document, found

from kawat.annotate.mentions import find as find_mentions
from kawat.annotate.quotations import find
from kawat.model import Manner


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


@pytest.mark.parametrize(
    ("language", "text", "speaker", "name"),
    [
        (
            "id",
            "Cile menarik duta besarnya, kata Menteri Politik, Hukum, dan Keamanan Mahfud MD, Senin.",
            "Menteri Politik, Hukum, dan Keamanan Mahfud MD",
            "Mahfud MD",
        ),
        (
            "id",
            "Kementerian Perdagangan, Perindustrian dan Energi Peru mengatakan Cile telah menarik duta besarnya.",
            "Kementerian Perdagangan, Perindustrian dan Energi Peru",
            "Peru",
        ),
        (
            "en",
            "Chile has withdrawn its ambassador, said Peru's Minister of Defence, Justice and Interior Juan Soto.",
            "Peru's Minister of Defence, Justice and Interior Juan Soto",
            "Juan Soto",
        ),
        ("id", "Menteri Peru, Chile dan Bolivia mengatakan Oman telah menarik duta besarnya.", "Menteri Peru", "Peru"),
    ],
)
def test_a_ministry_of_several_fields_is_one_speaker(language: str, text: str, speaker: str, name: str) -> None:
    made = find(find_mentions(document(text, language)))
    quotation = made.quotations[0]
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.of(text) == speaker
    assert next(e for e in made.entities if e.id == quotation.speaker).name == name


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


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Warga Peru mengecam pembangunan jalan sepanjang dua ratus kilometer melalui Tanjung Hijau.", set()),
        ("Dalam pidato yang disiarkan televisi, Hartono berterima kasih kepada para relawan di sana.", set()),
        ("Peru menahan dua nelayan Chile di laut lepas, disiarkan televisi Al-Contoh.", {"televisi Al-Contoh"}),
    ],
)
def test_a_way_is_no_source_unless_a_medium_follows(text: str, speakers: set[str]) -> None:
    assert {speaker for _, _, speaker in found(text, "id")} == speakers


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "id",
            "Ana Soto, yang memimpin partai, dan para pembantunya mengatakan polisi menyiksa warga.",
            "Ana Soto",
        ),
        ("id", "Peru, Chile dan Bolivia menyatakan bahwa mereka akan menarik pasukan.", "Peru"),
        ("id", "Sebaliknya, Peru dan Chile menyatakan bahwa mereka akan menarik pasukan.", "Peru dan Chile"),
        ("id", "Kapal itu tenggelam, dan Hartono mengatakan bahwa polisi menyiksa warga.", "Hartono"),
        ("en", "Ana Soto, who leads the party, and other critics said that police tortured them.", "Ana Soto"),
        ("en", "Peru, Chile and Bolivia said that they would withdraw troops.", "Peru"),
        ("en", "However, Peru and Chile said that they would withdraw troops.", "Peru and Chile"),
        ("en", "Lima, the capital, burned, and Carlos Vega said that police tortured them.", "Carlos Vega"),
    ],
)
def test_of_several_who_speak_together_the_first(language: str, text: str, speaker: str) -> None:
    ((_, _, told),) = found(text, language)
    assert told == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Carlos Vega said that Iran had sent boats, adding that patrols would be doubled."),
        ("en", "Carlos Vega said that Iran had sent boats, and troops, adding that patrols would be doubled."),
        ("id", "Carlos Vega mengatakan bahwa Iran mengirim kapal, menambahkan bahwa patroli akan diperkuat."),
    ],
)
def test_who_adds_is_the_speaker_and_no_subject_of_what_was_said(language: str, text: str) -> None:
    made = find(find_mentions(document(text, language)))
    speakers = [q.speaker for q in made.quotations]
    assert len(speakers) == 2
    assert {next(e.name for e in made.entities if e.id == s) for s in speakers} == {"Carlos Vega"}


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "id",
            "Aturan Interpol ’s berlaku. ”Kami siap,” kata Hartono. ”Kami menunggu,” ujar Rina.",
            ["Hartono", "Rina"],
        ),
        ("en", "The ‘Lima pact holds. “We are ready,” said Vega. “We are waiting,” said Soto.", ["Vega", "Soto"]),
        # a single mark that another closes holds the double ones
        ("en", "‘The “old” pact holds,’ said Vega.", ["Vega"]),
    ],
)
def test_a_single_mark_that_none_closes_swallows_no_quotation(language: str, text: str, speakers: list[str]) -> None:
    assert [speaker for _, _, speaker in found(text, language)] == speakers


def test_what_goes_on_is_said_by_nobody() -> None:
    text = "The foreign minister told Togo on Monday continued sanctions had hurt Ghana."
    made = find(find_mentions(document(text, "en")))
    assert {q.speaker_span.of(text) for q in made.quotations if q.speaker_span} == {"The foreign minister"}
