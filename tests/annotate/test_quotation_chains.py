"""Speakers and chains of quotations, with mentions made by hand."""

from dataclasses import replace

import pytest
from tests.annotate.test_quotations import document

from kawat.annotate.quotations import find
from kawat.model import Document, Entity, EntityKind, HopKind, Mention, MentionForm, Quotation, Span

LINA = Entity("p:lina", "VAN", EntityKind.PERSON, "Lina Marsel")
BORAN = Entity("p:boran", "VAN", EntityKind.PERSON, "Boran Tevik", role="presiden Vandora")
VAN = Entity("VAN", "VAN", EntityKind.STATE, "Vandora")
KEL = Entity("KEL", "KEL", EntityKind.STATE, "Kelmar")
TASS = Entity("m:tass", "RUS:MED", EntityKind.MEDIA, "TASS")
CAST = {
    "Lina Marsel": (LINA, MentionForm.NAME),
    "Marsel": (LINA, MentionForm.NAME),
    "Boran Tevik": (BORAN, MentionForm.NAME),
    "Boran": (BORAN, MentionForm.NAME),
    "Vandora": (VAN, MentionForm.NAME),
    "Kelmar": (KEL, MentionForm.NAME),
    "TASS": (TASS, MentionForm.NAME),
}


def cast(text: str, language: str) -> Document:
    """The document with every name of the cast as a mention, the longest at each place."""
    made = document(text, language)
    mentions: list[Mention] = []
    for words, (entity, form) in sorted(CAST.items(), key=lambda item: -len(item[0])):
        at = text.find(words)
        while at >= 0:
            span = Span(at, at + len(words))
            if not any(m.span.overlaps(span) for m in mentions):
                mentions.append(Mention(span, form, (entity.id,)))
            at = text.find(words, at + 1)
    entities = tuple({entity.id: entity for entity, _ in CAST.values()}.values())
    return find(replace(made, mentions=tuple(mentions), entities=entities))


def hops(quotation: Quotation) -> list[tuple[str, str | None]]:
    return [(h.kind.value, h.name) for h in quotation.chain]


CHAINS = [
    (
        "“Perjanjian itu sah,” kata sekretaris pers presiden Vandora, Lina Marsel kepada kantor berita BelTA via TASS.",
        "p:lina",
        [("principal", "presiden Vandora"), ("speaker", "Lina Marsel"), ("medium", "BelTA"), ("agency", "TASS")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel seperti dikutip Reuters.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "Reuters")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel, dilansir AFP.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "AFP")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel, seperti dilaporkan Xinhua, Jumat.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "Xinhua")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel kepada AFP.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("medium", "AFP")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel seperti dikutip Reuters dari TASS.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "TASS"), ("agency", "Reuters")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel, sebagaimana dilaporkan Reuters mengutip TASS.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "TASS"), ("agency", "Reuters")],
    ),
    (
        "“Perjanjian itu sah,” kata Lina Marsel, seperti dilaporkan Reuters mengutip seorang pejabat.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("agency", "Reuters")],
    ),
    ("“Perjanjian itu sah,” kata Lina Marsel kepada wartawan.", "p:lina", [("speaker", "Lina Marsel")]),
    (
        "“Perjanjian itu sah,” kata Lina Marsel, juru bicara Vandora.",
        "p:lina",
        [("principal", "Vandora"), ("speaker", "Lina Marsel")],
    ),
    ("Perang usai, lapor TASS.", "m:tass", [("agency", "TASS")]),
    # whom a speaker cites; no state as a case, no reason, and an agency carries the speaker's own words
    (
        "Perang usai, kata Boran Tevik mengutip Lina Marsel.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("speaker", "Boran Tevik")],
    ),
    (
        "Boran Tevik, mengutip pernyataan Lina Marsel, mengatakan bahwa perang usai.",
        "p:lina",
        [("speaker", "Lina Marsel"), ("speaker", "Boran Tevik")],
    ),
    ("Perang usai, kata Boran Tevik mengutip Kelmar.", "p:boran", [("speaker", "Boran Tevik")]),
    ("Perang usai, kata Boran Tevik mengutip alasan keamanan.", "p:boran", [("speaker", "Boran Tevik")]),
    ("Perang usai, kata Boran Tevik, mengutip TASS.", "p:boran", [("speaker", "Boran Tevik"), ("agency", "TASS")]),
]


@pytest.mark.parametrize(("text", "speaker", "wanted"), CHAINS)
def test_a_chain_runs_from_the_one_spoken_for_to_the_agency(
    text: str, speaker: str, wanted: list[tuple[str, str | None]]
) -> None:
    (quotation,) = cast(text, "id").quotations
    assert quotation.speaker == speaker
    assert hops(quotation) == wanted


def test_english_chain() -> None:
    (quotation,) = cast('"The treaty stands," Lina Marsel told Reuters.', "en").quotations
    assert (quotation.speaker, hops(quotation)) == ("p:lina", [("speaker", "Lina Marsel"), ("medium", "Reuters")])


def test_the_one_spoken_for_is_found_by_the_office() -> None:
    text = "Boran Tevik tiba di Wina.\n“Ia sehat,” kata juru bicara presiden Vandora, Lina Marsel."
    (quotation,) = cast(text, "id").quotations
    # the office words begin with a mention of the state; the role of the text's president wins over it
    assert quotation.chain[0].kind is HopKind.PRINCIPAL
    assert quotation.chain[0].entity == "p:boran"


def test_the_one_spoken_for_is_named_without_the_spokesman() -> None:
    text = "Juru bicara Kementerian Luar Negeri Vandora Lina Marsel mengatakan bahwa perang usai."
    made = replace(document(text, "id"), entities=(LINA,))
    whole = Mention(Span(0, text.index(" mengatakan")), MentionForm.TITLE, (LINA.id,))
    quotation = find(replace(made, mentions=(whole,))).quotations[0]
    assert hops(quotation) == [("principal", "Kementerian Luar Negeri Vandora"), ("speaker", "Lina Marsel")]


@pytest.mark.parametrize(
    ("words", "principal"),
    [
        ("Juru bicara Kremlin, Lina Marsel,", "Kremlin"),
        ("Juru bicara Gedung Putih Lina Marsel", "Gedung Putih"),
        ("Juru bicara NATO, Lina Marsel,", "NATO"),
        ("Juru bicara Lina Marsel", None),
    ],
)
def test_a_known_body_is_spoken_for_and_a_bare_name_is_the_spokesman(words: str, principal: str | None) -> None:
    text = f"{words} mengatakan bahwa perang usai."
    made = replace(document(text, "id"), entities=(LINA,))
    whole = Mention(Span(0, len(words.rstrip(","))), MentionForm.TITLE, (LINA.id,))
    quotation = find(replace(made, mentions=(whole,))).quotations[0]
    spoken_for = [("principal", principal)] if principal else []
    assert hops(quotation) == [*spoken_for, ("speaker", "Lina Marsel")]


def test_a_later_quotation_of_the_same_speaker_keeps_the_chain() -> None:
    text = (
        "“Perjanjian itu sah,” kata Lina Marsel kepada kantor berita BelTA via TASS.\n"
        "Vandora berbatasan dengan Kelmar.\n"
        "“Kami akan menaatinya,” lanjut Marsel."
    )
    first, second = cast(text, "id").quotations
    assert second.speaker == first.speaker == "p:lina"
    assert hops(second)[-2:] == hops(first)[-2:] == [("medium", "BelTA"), ("agency", "TASS")]


def test_what_is_said_anew_and_what_goes_on_with_it_came_through_nobody_told_before() -> None:
    text = (
        "“Perjanjian itu sah,” kata Lina Marsel seperti dikutip Reuters.\n"
        "Lina Marsel mengatakan bahwa perang usai. “Kami menang,” ujarnya."
    )
    *_, last = cast(text, "id").quotations
    assert hops(last) == [("speaker", "Lina Marsel")]


def test_a_medium_whose_report_the_speaker_dismisses_carries_nothing() -> None:
    text = "Vandora sold no shells, Lina Marsel said, dismissing a report by TASS."
    assert hops(cast(text, "en").quotations[0]) == [("speaker", "Lina Marsel")]


REFERRED = [
    ("Boran mengatakan bahwa perang usai. “Kami menang,” katanya.", "p:boran"),
    ("Boran mengatakan bahwa perang usai.\n“Kami menang,” ujarnya.", "p:boran"),
    ("“Kami menang,” kata Boran. Ia menambahkan bahwa tawanan akan dibebaskan.", "p:boran"),
    ("Hal itu ditegaskan Boran di Wina. “Kami tidak akan mundur.”", "p:boran"),
]


@pytest.mark.parametrize(("text", "speaker"), REFERRED)
def test_pronoun_clitic_and_standing_quotations_go_back_to_the_last_speaker(text: str, speaker: str) -> None:
    assert cast(text, "id").quotations[-1].speaker == speaker


def test_every_span_is_the_words_it_says() -> None:
    text = "“Kami siap,” kata juru bicara Vandora, Lina Marsel kepada kantor berita BelTA via TASS. Kelmar diam."
    for quotation in cast(text, "id").quotations:
        assert quotation.span.covers(quotation.content)
        assert quotation.cue is not None
        assert quotation.cue.of(text) == "kata"
        for hop in quotation.chain:
            assert hop.span is not None
            assert hop.name is not None
            assert hop.name.split()[-1] in hop.span.of(text)


def test_a_belief_that_somebody_of_the_same_state_tells_keeps_its_agency() -> None:
    made = cast("Vandora meyakini hujan akan turun, kata pejabat Vandora kepada Reuters.", "id")
    inner = min(made.quotations, key=lambda q: len(q.content))
    assert hops(inner) == [("speaker", "Vandora"), ("medium", "Reuters")]
