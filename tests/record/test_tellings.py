"""Which sentences of a report tell one act, what the report itself stands for, and what answers what."""

from dataclasses import replace

import pytest
from tests.annotate.marked import marked

from kawat.annotate.events import find
from kawat.model import BlockKind, Document, Record, Sentence, TieKind
from kawat.record import build


def report(*lines: tuple[str, BlockKind], speaker: str | None = None, language: str = "id") -> Document:
    """A document of marked sentences, each a block of its own kind."""
    made = marked(tuple(words for words, _ in lines), language, speaker=speaker)
    blocks = tuple(replace(b, kind=kind) for b, (_, kind) in zip(made.article.blocks, lines, strict=True))
    sentences = tuple(Sentence(s.span, s.block, kind) for s, (_, kind) in zip(made.sentences, lines, strict=True))
    return find(replace(made, article=replace(made.article, blocks=blocks), sentences=sentences))


def record(*lines: tuple[str, BlockKind], speaker: str | None = None, language: str = "id") -> Record:
    return build(report(*lines, speaker=speaker, language=language), "p")


HEAD, BODY, CAPTION = BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CAPTION


def test_headline_caption_and_lead_are_one_claim() -> None:
    made = record(
        ("[Mesir|EGY] Kecam [Sudan|SDN]", HEAD),
        ("[Menlu Mesir|EGY] mengecam [Sudan|SDN] dalam sidang.", CAPTION),
        ("[Mesir|EGY] mengecam [Sudan|SDN], {Senin}.", BODY),
    )
    (claim,) = made.claims
    assert claim.sentence.endswith("Senin.")
    assert [t.block for t in claim.also] == [HEAD, CAPTION]
    assert all(t.sentence == t.span.of(made.article.text) for t in claim.also)


@pytest.mark.parametrize(
    "body",
    [
        "[Sudan|SDN] mengecam [Mesir|EGY].",  # the other way round
        "[Mesir|EGY] mendesak [Sudan|SDN] mundur.",  # another act
        "[Mesir|EGY] tidak mengecam [Sudan|SDN].",  # denied
        "[Chad|TCD] mengecam [Niger|NER].",
    ],
)
def test_what_may_be_another_act_stays_apart(body: str) -> None:
    assert len(record(("[Mesir|EGY] Kecam [Sudan|SDN]", HEAD), (body, BODY)).claims) == 2


def test_two_sentences_of_the_body_stay_two_unless_one_points_back() -> None:
    apart = record(("[Mesir|EGY] menyerang [Sudan|SDN].", BODY), ("[Mesir|EGY] menyerang [Sudan|SDN].", BODY))
    back = record(("[Mesir|EGY] menyerang [Sudan|SDN].", BODY), ("Serangan itu berlangsung dua jam.", BODY))
    assert (len(apart.claims), len(back.claims)) == (2, 1)


def test_a_caption_alone_makes_no_claim() -> None:
    assert record(("[Mesir|EGY] mengecam [Sudan|SDN].", CAPTION), ("Sidang dibuka.", BODY)).claims == ()


def test_strongest_and_weakest_wording_and_the_fullest_telling_are_kept() -> None:
    made = record(
        ("[Mesir|EGY] Serang [Sudan|SDN]", HEAD),
        ("[Pasukan Mesir|EGY] dilaporkan menyerang [Sudan|SDN], {Senin}.", BODY),
    )
    (claim,) = made.claims
    assert (claim.status, claim.strongest, claim.weakest, claim.publisher) == (
        "alleged", "asserted", "alleged", "asserted",
    )  # fmt: skip


def test_what_only_a_source_says_the_publisher_does_not() -> None:
    (claim,) = record(("«[Chad|TCD] menyerang [Niger|NER]», kata Menlu Oman.", BODY), speaker="OMN").claims
    assert claim.publisher is None
    assert not claim.party_sourced


def test_a_party_that_speaks_is_marked() -> None:
    (claim,) = record(("«[Chad|TCD] menyerang [Niger|NER]», kata Menlu Niger.", BODY), speaker="NER").claims
    assert claim.party_sourced


def ties(made: Record) -> list[tuple[str, str, str]]:
    """(kind, trigger or words of the left, trigger of the right)."""
    names = {c.id: c.trigger.text for c in made.claims} | {q.id: "quotation" for q in made.quotations}
    return [(tie.kind.value, names[tie.left], names[tie.right]) for tie in made.ties]


def test_a_denial_answers_the_accusation_and_what_it_alleges() -> None:
    made = record(
        ("[Turki|TUR] menuduh [Suriah|SYR] mempersenjatai [PKK|PKK].", BODY),
        ("[Suriah|SYR] membantah tuduhan itu.", BODY),
    )
    assert ties(made) == [
        ("accuses", "menuduh", "mempersenjatai"),
        ("answers", "membantah", "menuduh"),
        ("answers", "membantah", "mempersenjatai"),
    ]


def test_a_denial_of_another_act_answers_nothing() -> None:
    made = record(
        ("[Turki|TUR] menuduh [Suriah|SYR] mempersenjatai [PKK|PKK].", BODY),
        ("[Suriah|SYR] membantah menyerang [Irak|IRQ].", BODY),
    )
    assert ("answers", "membantah", "menuduh") not in ties(made)
    assert ("denies", "membantah", "menyerang") in ties(made)


def test_a_denial_by_somebody_else_answers_nothing() -> None:
    made = record(("[Turki|TUR] menuduh [Suriah|SYR].", BODY), ("[Oman|OMN] membantah tuduhan itu.", BODY))
    assert not [kind for kind, *_ in ties(made) if kind == TieKind.ANSWERS]


@pytest.mark.usefixtures("silent")
def test_a_promise_is_tied_to_the_act_that_is_done() -> None:
    made = record(
        ("[Jepang|JPN] berjanji mengirim bantuan ke [Filipina|PHL].", BODY),
        ("[Jepang|JPN] mengirim bantuan ke [Filipina|PHL] pada {Senin}.", BODY),
    )
    assert ties(made) == [("promises", "berjanji", "mengirim")]


def test_quotations_tell_their_acts() -> None:
    made = record(("«[Chad|TCD] menyerang [Niger|NER]», kata Menlu Oman.", BODY), speaker="OMN")
    assert ties(made) == [("says", "quotation", "menyerang")]


@pytest.mark.parametrize(
    ("sentence", "denial", "act"),
    [
        ("[Rusia|RUS] membantah menyerang [Odesa|UKR] pada {Senin}.", None, "Senin"),
        ("[Rusia|RUS], {Selasa}, membantah menyerang [Odesa|UKR] pada {Senin}.", "Selasa", "Senin"),
        ("[Rusia|RUS] membantah menyerang [Odesa|UKR], {Selasa}.", "Selasa", None),
    ],
)
def test_the_time_of_a_denial_is_not_that_of_the_act(sentence: str, denial: str | None, act: str | None) -> None:
    document = report((sentence, BODY))
    times = [e.time.span.of(document.article.text) if e.time else None for e in document.events]
    assert times == [denial, act]


def test_a_telling_that_only_points_back_is_never_the_fullest() -> None:
    made = record(
        ("«[Putin|RUS] bertemu dengan [Xi|CHN] {Rabu}», kata Menlu Oman.", BODY),
        ("Pertemuan itu berlangsung dua jam.", BODY),
        speaker="OMN",
    )
    (claim,) = made.claims
    assert claim.trigger.text == "bertemu"


@pytest.mark.parametrize(
    ("language", "told", "denial", "trigger", "act"),
    [
        ("id", "[Turki|TUR] menyerang [Suriah|SYR].", "[Turki|TUR] membantah laporan itu.", "membantah", "menyerang"),
        (
            "id",
            "[Turki|TUR] menyerang [Suriah|SYR].",
            "[Turki|TUR] menyangkal kabar tersebut.",
            "menyangkal",
            "menyerang",
        ),
        ("en", "[Turkey|TUR] attacked [Syria|SYR].", "[Turkey|TUR] denied the reports.", "denied", "attacked"),
        ("en", "[Turkey|TUR] attacked [Syria|SYR].", "[Turkey|TUR] denied those claims.", "denied", "attacked"),
    ],
)
def test_a_denial_of_the_reports_answers_the_act_told_just_before(
    language: str, told: str, denial: str, trigger: str, act: str
) -> None:
    made = record((told, BODY), (denial, BODY), language=language)
    assert ("answers", trigger, act) in ties(made)


def test_a_denial_of_the_reports_by_no_party_or_of_long_before_answers_nothing() -> None:
    told, pause = ("[Turki|TUR] menyerang [Suriah|SYR].", BODY), ("Hujan turun.", BODY)
    for rest in (
        (("[Oman|OMN] membantah laporan itu.", BODY),),
        (pause,) * 3 + (("[Turki|TUR] membantah laporan itu.", BODY),),
    ):
        assert not [kind for kind, *_ in ties(record(told, *rest)) if kind == TieKind.ANSWERS]


def test_who_is_met_in_one_telling_is_no_host_of_their_own_in_another() -> None:
    made = record(
        ("[Mesir|EGY] mengunjungi [Sudan|SDN]", HEAD),
        ("[Mesir|EGY] menemui [Sudan|SDN], {Senin}.", BODY),
    )
    for claim in made.claims:
        assert not set(claim.actors) & set(claim.recipients)
