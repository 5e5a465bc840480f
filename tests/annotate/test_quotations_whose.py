"""Whose word it is: the words of the speaker and the code that they stand for. Own lines in wire style."""

import pytest
from tests.annotate.test_quotations import document

from kawat.annotate.mentions import find as find_mentions
from kawat.annotate.quotations import find


def whose(text: str, language: str) -> list[tuple[str, str]]:
    """Of each quotation the words of its speaker and the speaker's code; empty where there is none."""
    made = find(find_mentions(document(text, language)))
    codes = {e.id: e.code for e in made.entities}
    return [
        (q.speaker_span.of(made.article.text) if q.speaker_span else "", codes.get(q.speaker or "", ""))
        for q in made.quotations
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Omani source, who asked not to be named, said the boats were found near Musandam.",
        "The Omani source said that two men were reported dead near Musandam.",
    ],
)
def test_a_participle_begins_no_other_quotation(text: str) -> None:
    assert whose(text, "en") == [("The Omani source", "OMN")]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The envoy had been told by Peruvian President Ana Soto that the army would leave.", "PER"),
        ("id", "Utusan itu diberi tahu oleh Presiden Peru Ana Soto bahwa tentara akan pergi.", "PER"),
    ],
)
def test_who_told_is_the_speaker_and_not_who_was_told(language: str, text: str, speaker: str) -> None:
    (found,) = whose(text, language)
    assert "Ana Soto" in found[0]
    assert found[1] == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Perdana menteri Peru akan mengumumkan rencananya menarik pasukan ke Lima besok."),
        ("en", "The Peruvian prime minister is expected to announce that troops will withdraw."),
    ],
)
def test_what_is_still_to_be_said_is_nobodys_word(language: str, text: str) -> None:
    assert whose(text, language) == []


def test_the_name_of_who_is_quoted_ends_before_the_passive() -> None:
    text = "Chilean minister Ana Soto was quoted by Tass as saying that Peru had agreed."
    assert whose(text, "en") == [("Chilean minister Ana Soto", "CHL")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "id",
            "Seorang pejabat di kementerian luar negeri Peru, yang tak mau disebut, mengatakan Chile akan mundur.",
            "Seorang pejabat di kementerian luar negeri Peru",
        ),
        (
            "id",
            "Kedua menteri akan bertemu, kata seorang pejabat pada Kementerian Luar Negeri Peru.",
            "seorang pejabat pada Kementerian Luar Negeri Peru",
        ),
        (
            "en",
            "An official at the Peruvian foreign ministry said Chile would withdraw its troops.",
            "An official at the Peruvian foreign ministry",
        ),
    ],
)
def test_an_official_is_of_the_ministry_that_the_words_name(language: str, text: str, words: str) -> None:
    assert whose(text, language) == [(words, "PER")]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("id", "Seorang diplomat di Dakar mengatakan Mali akan menarik pasukannya.", ""),
        ("en", "Two diplomats in Dakar said Mali would withdraw its troops.", ""),
        ("id", "Seorang diplomat Brasil di Dakar mengatakan Mali akan menarik pasukannya.", "BRA"),
        ("en", "A Western diplomat in Dakar said Mali would withdraw its troops.", "WEST"),
    ],
)
def test_a_diplomat_is_not_of_the_state_that_he_is_in(language: str, text: str, code: str) -> None:
    assert [found[1] for found in whose(text, language)] == [code]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("id", "Presiden Peru mengatakan wilayahnya diblokade.", "PER"),
        ("en", "Peru said Chile attacked.", "PER"),
        ("id", "Presiden Peru menyebut patroli itu melanggar perjanjian.", "PER"),
    ],
)
def test_a_clause_of_two_words_is_said_too_and_so_is_what_somebody_calls_a_deed(
    language: str, text: str, code: str
) -> None:
    assert [found[1] for found in whose(text, language)] == [code]


def test_what_somebody_is_called_is_no_clause() -> None:
    assert whose("Presiden Peru menyebut rencana tersebut usul yang serius.", "id") == []


def test_an_abbreviation_ends_no_speaker() -> None:
    text = "A spokesperson for the U.S. Embassy in Lima, Maria Lopez, declined to comment but said Peru had been told."
    ((words, code),) = whose(text, "en")
    assert (words.startswith("A spokesperson for the U.S. Embassy"), code) == (True, "USA")


def test_the_platform_is_not_the_one_who_writes() -> None:
    text = "Menteri Pertahanan Peru Juan Vega mengecam Chile.\n“Ini provokasi yang berbahaya,” tulisnya di X."
    assert ("nya", "PER") in whose(text, "id")


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("id", "Pasukan Oman akan mundur, kata Ana Soto, kepala IAEA.", "IAEA"),
        ("id", "Pasukan Oman akan mundur, kata Ana Soto, kepala Badan Energi Atom Internasional (IAEA).", "IAEA"),
        ("id", "Kepala misi PBB di Kongo (MONUSCO), Ana Soto, mengatakan pasukan Oman akan mundur.", "UN"),
        ("en", "Troops of Oman will leave, said Ana Soto, the head of the IAEA.", "IAEA"),
        # of two offices the one that is held now
        ("id", "Mantan presiden Peru Ana Soto, kini utusan khusus PBB, mengatakan pasukan Oman akan mundur.", "UN"),
        ("id", "Ana Soto, bekas menteri Peru dan kini utusan PBB, mengatakan pasukan Oman akan mundur.", "UN"),
        ("en", "Former Peruvian president Ana Soto, now a UN special envoy, said that Oman had withdrawn.", "UN"),
        ("en", "Fiji's former commander Ana Soto, now the United Nations envoy, said that Oman had withdrawn.", "UN"),
    ],
)
def test_a_person_is_of_the_office_told_beside_the_name(language: str, text: str, code: str) -> None:
    assert [found[1] for found in whose(text, language)] == [code]


def test_the_seat_of_an_office_is_not_the_speaker() -> None:
    text = "Konsul Jenderal RI di Noumea, Kaledonia Baru, Bambang Gunawan, mengatakan tidak ada korban."
    assert whose(text, "id") == [("Konsul Jenderal RI di Noumea, Kaledonia Baru, Bambang Gunawan", "IDN")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tentara Peru menyerang warga Chile di Arica, kata beberapa pejabat dan saksi mata Chile.", "CHL:CVL"),
        ("Konvoi Peru diserang di Arica, Chile, kata polisi Chile dan juru bicara kedutaan Peru.", "CHL:COP"),
    ],
)
def test_of_two_who_speak_the_first_counts_and_shares_the_state_of_both(text: str, code: str) -> None:
    (found,) = whose(text, "id")
    assert found[1] == code


def test_a_report_alone_takes_no_name_behind_a_comma() -> None:
    text = "Menurut laporan, Ana Soto dari harian La Prensa, ditangkap tentara Peru di Lima."
    assert [words for words, _ in whose(text, "id")] == ["laporan"]


def test_a_joint_statement_is_of_those_who_issued_it() -> None:
    text = "Pasukan Oman akan mundur, menurut sebuah pernyataan bersama yang dikeluarkan para menteri luar negeri Peru."
    assert [code for _, code in whose(text, "id")] == ["PER"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three people briefed on the talks said that Peru had offered to mediate with Chile."),
        ("id", "Peru akan menengahi, kata tiga orang yang mengetahui perundingan itu."),
    ],
)
def test_who_only_knows_of_it_is_of_no_known_side(language: str, text: str) -> None:
    assert [code for _, code in whose(text, language)] == [""]


def test_what_a_subject_behind_said_does_is_said() -> None:
    text = "A spokesperson for the Peruvian embassy in Santiago, Maria Lopez, said Lima supported Chile."
    made = find(find_mentions(document(text, "en")))
    assert [q.content.of(text) for q in made.quotations] == ["Lima supported Chile"]


def hops(text: str, language: str) -> list[list[str | None]]:
    made = find(find_mentions(document(text, language)))
    return [[h.name for h in q.chain] for q in made.quotations]


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        (
            "id",
            "Ana Soto, seperti dikutip Reuters, mengatakan Presiden Ghana John Mahama mengatakan bahwa Togo menyerang.",
            ["John Mahama", "Ana Soto", "Reuters"],
        ),
        (
            "id",
            "“Presiden Ghana John Mahama mengatakan bahwa Togo akan menyerang. Kami siap,” kata Menlu Peru Ana Soto.",
            ["John Mahama", "Ana Soto"],
        ),
        (
            "en",
            "“Ghana's President John Mahama told me that Togo would attack,” Ana Soto told Reuters.",
            ["John Mahama", "Ana Soto", "Reuters"],
        ),
    ],
)
def test_what_somebody_passes_on_came_through_that_one(language: str, text: str, chain: list[str]) -> None:
    assert chain in hops(text, language)


def test_what_the_speaker_says_of_an_own_saying_is_no_second_word() -> None:
    text = "“Kami mengatakan bahwa Iran harus mengakui kedaulatan Oman,” kata Menlu Peru Ana Soto."
    assert hops(text, "id") == [["Ana Soto"]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("PUTIN: “Kami tidak akan menarik pasukan sebelum ada jaminan.”", [("PUTIN", "RUS")]),
        ("PUTIN: Kami tidak akan menarik pasukan sebelum ada jaminan.", [("PUTIN", "RUS")]),
        ("Catatan: pasukan itu tidak akan ditarik sebelum ada jaminan.", []),
    ],
)
def test_a_turn_in_running_text_is_of_the_name_before_the_colon(text: str, speakers: list[tuple[str, str]]) -> None:
    assert whose(text, "id") == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Interfax agency quoted a Tongan official as saying that the ship had arrived.", "a Tongan official"),
        ("Tongan minister Ana Soto was quoted as saying that the ship had arrived.", "Tongan minister Ana Soto"),
    ],
)
def test_whom_a_medium_quotes_is_the_speaker_and_not_the_medium(text: str, speaker: str) -> None:
    assert whose(text, "en") == [(speaker, "TON")]


def test_a_medium_named_between_verb_and_words_carries_them() -> None:
    text = (
        "Menteri Luar Negeri Thailand Maris Soto mengatakan, seperti dikutip Bangkok Post, Lima akan mengirim pengamat."
    )
    assert hops(text, "id") == [["Maris Soto", "Bangkok Post"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Presiden Peru menyebut sedikitnya 200 tentara terlihat di Arica.", ["Presiden Peru"]),
        ("Presiden Peru menilai kesepakatan itu rapuh.", ["Presiden Peru"]),
        ("Presiden Peru menyebut Chile sebagai negara yang mendukung teror.", []),
        ("Ana Soto, bekas menteri Peru dan kini utusan PBB, mengatakan Chile mundur ke Arica.", ["Ana Soto"]),
    ],
)
def test_what_is_said_needs_no_verb_right_behind_and_what_somebody_is_called_is_not_said(
    text: str, words: list[str]
) -> None:
    assert [w for w, _ in whose(text, "id")] == words


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        (
            "id",
            "Kepala staf Togo, Jenderal Ana Soto, dalam unggahan di Facebook menyatakan tentara tetap setia.",
            ["Ana Soto", "Facebook"],
        ),
        ("id", "Ana Soto, dalam wawancara dengan Reuters, mengatakan Peru akan mundur.", ["Ana Soto", "Reuters"]),
        ("en", "Ana Soto, in a post on X, said Peru would withdraw.", ["Ana Soto", "X"]),
    ],
)
def test_where_somebody_says_it_stands_between_name_and_verb_too(language: str, text: str, chain: list[str]) -> None:
    assert hops(text, language) == [chain]


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        (
            "id",
            "Menlu Peru Ana Soto mengatakan konsul itu telah diberi tahu oleh otoritas Bhutan bahwa kapal itu tiba.",
            ["otoritas Bhutan", "Ana Soto"],
        ),
        (
            "en",
            "Peru was told by the Chilean navy that patrols had been suspended, its minister Ana Soto said.",
            ["the Chilean navy", "Ana Soto"],
        ),
    ],
)
def test_what_somebody_was_told_came_through_who_says_so(language: str, text: str, chain: list[str]) -> None:
    assert chain in hops(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Sedikitnya 12 orang tewas di Zawiya, menurut Bulan Sabit Merah Libya."),
        ("en", "At least 12 people died in Zawiya, the Libyan Red Crescent said."),
    ],
)
def test_a_national_red_crescent_is_no_government(language: str, text: str) -> None:
    assert [code for _, code in whose(text, language)] == ["LBY:NGO"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Oman, which has denied any role, expelled two Iranian diplomats.", "any role"),
        (
            "President Ana Soto, who has long claimed without proof that Peru armed them, thanked Chile.",
            "Peru armed them",
        ),
        ("Oman, which believes Iran attacked a ship, has said Peru will not act.", "Iran attacked a ship"),
    ],
)
def test_what_a_relative_clause_tells_ends_before_the_verb_of_its_antecedent(text: str, content: str) -> None:
    made = find(find_mentions(document(text, "en")))
    assert made.quotations[0].content.of(text) == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The United States, which supports Oman, said Peru had attacked Chile.", "The United States"),
        ("Oman expelled two diplomats on Friday after its security service accused them of spying.", "service"),
        ("Oman closed its border because the army claimed Peru had attacked a village.", "the army"),
        ("Oman expelled two diplomats after talks in Cairo and said Peru had attacked a village.", "Oman"),
        ("Oman praised the talks before the meeting and accused Peru of arming rebels.", "Oman"),
        ("Iranian officials have long claimed Israel attacked Natanz.", "Iranian officials"),
        ("Citing intelligence reports, Reuters said that Iran had moved missiles to Oman.", "Reuters"),
        ("Interfax, without citing a source, said Oman had warned Peru through Chile.", "Interfax"),
        ("Oman freed two, its army said in a statement carried by state media.", "its army"),
        ("Oman expelled two diplomats, its minister was quoted as saying by Interfax.", "its minister"),
        (
            "Bombs killed five in Oman, the army said amid reports that Peru held talks with rebels.",
            "the army",
        ),
        ("Peru will visit Oman amid reports it may send troops, the minister's aides said.", "the minister's aides"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_of_saying_in_its_own_clause(text: str, speaker: str) -> None:
    ((words, _),) = whose(text, "en")
    assert words == speaker or words.endswith(f" {speaker}")


def test_whoever_stands_before_a_participle_of_accusing_says_nothing() -> None:
    assert whose("The Peruvian minister accused of bribery left Lima.", "en") == []
    found = whose("Peru expelled two Omani diplomats it accused of spying.", "en")
    assert found == [("it", "PER")]


def test_a_medium_that_has_the_words_from_the_speaker_is_in_the_chain() -> None:
    text = "Oman expelled two diplomats, its minister was quoted as saying by the semi-official Tasnim news agency."
    made = find(find_mentions(document(text, "en")))
    assert [hop.name for hop in made.quotations[0].chain] == ["its minister", "Tasnim news agency"]


def test_a_pronoun_that_speaks_means_the_person_who_is_known_to_speak() -> None:
    text = "“Peru is destroying ties,” Russian spokeswoman Maria Zakharova said.\n“It will regret this,” she added."
    made = find(find_mentions(document(text, "en")))
    (she,) = (m for m in made.mentions if m.span.of(text) == "she")
    assert she.entities == ("p:maria-zakharova",)
