"""Which of the acts that a sentence tells are records of their own, and in which words."""

import pytest
from tests.annotate.marked import marked
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate.events import find
from kawat.model import EventType


def types(sentence: str, language: str = "id") -> list[str]:
    return [f"{e.type}" for e in find(marked((sentence,), language)).events]


@pytest.mark.parametrize(("score", "read"), [(0.95, ["REQUEST", "ASSAULT"]), (0.7, ["REQUEST"])])
def test_what_a_demand_only_mentions_is_an_act_where_the_encoder_is_sure(
    silent: Scripted, score: float, read: list[str]
) -> None:
    sentence = "[Oman|OMN] mendesak [PBB|UN] membahas serangan udara [Israel|ISR] terhadap [Yaman|YEM]."
    silent.acts["mendesak"] = act(EventType.REQUEST, 1.0)
    silent.acts["serangan udara"] = act(EventType.ASSAULT, score)
    assert types(sentence) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "[Kenya|KEN] menolak rencana [Prancis|FRA] untuk mengirimkan pasukan ke [Chad|TCD].",
        "[Kenya|KEN] menolak rencana penambahan pasukan [Prancis|FRA].",
    ],
)
def test_what_a_refusal_keeps_from_being_done_is_none(silent: Scripted, sentence: str) -> None:
    silent.acts["menolak"] = act(EventType.REJECT, 1.0)
    silent.acts["mengirimkan"] = silent.acts["penambahan"] = act(EventType.MOBILIZE, 0.95)
    assert types(sentence) == ["REJECT"]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("[Togo|TGO] menolak permintaan itu dan menyerang [Ghana|GHA].", ["REJECT", "ASSAULT"]),
        ("[Togo|TGO] menolak usulan [Mesir|EGY] dan melancarkan serangan ke [Ghana|GHA].", ["REJECT", "ASSAULT"]),
        ("[Togo|TGO] menyetujui usulan itu dan menyerang [Ghana|GHA].", ["AGREE", "ASSAULT"]),
        ("[Togo|TGO] menolak mundur dan menyerang [Ghana|GHA].", ["REJECT"]),
        ("[Togo|TGO] menolak membantu [Mesir|EGY] dan menyerang [Ghana|GHA].", ["REJECT"]),
    ],
)
def test_who_refuses_or_accepts_something_does_another_thing_next(
    silent: Scripted, sentence: str, read: list[str]
) -> None:
    silent.acts["menolak"], silent.acts["menyetujui"] = act(EventType.REJECT, 1.0), act(EventType.AGREE, 1.0)
    silent.acts["menyerang"] = silent.acts["serangan"] = act(EventType.ASSAULT, 0.8)
    assert types(sentence) == read


@pytest.mark.parametrize(
    ("sentence", "scores", "read"),
    [
        ("[Polisi|KEN:COP] menggeledah kantor itu dan menyita dokumen.", (0.99, 0.99), ["menggeledah", "menyita"]),
        ("[Polisi|KEN:COP] menggeledah kantor itu dan menyita dokumen.", (0.99, 0.8), ["menggeledah", "menyita"]),
        ("[Polisi|KEN:COP] menggeledah kantor itu dan menyita dokumen.", (0.99, 0.4), ["menggeledah"]),
        ("[Milisi|SDN:REB] melancarkan serangan dan penculikan.", (0.6, 0.7), ["serangan", "penculikan"]),
        ("[Dua warga|MLI:CVL] tewas dalam serangan.", (0.99, 0.99), ["tewas"]),
        ("[Presiden Kenya|KEN] tiba di [Lesotho|LSO] dalam kunjungan resmi.", (0.4, 0.99), ["kunjungan"]),
    ],
)
def test_two_acts_of_one_type_are_one_unless_both_are_read_surely(
    silent: Scripted, sentence: str, scores: tuple[float, float], read: list[str]
) -> None:
    kinds = {
        "menggeledah": EventType.COERCE, "menyita": EventType.COERCE, "serangan": EventType.ASSAULT,
        "penculikan": EventType.ASSAULT, "tewas": EventType.ASSAULT, "tiba": EventType.CONSULT,
        "kunjungan": EventType.CONSULT,
    }  # fmt: skip
    told = [w for w in kinds if f" {w} " in sentence or f" {w}." in sentence]
    for word, score in zip(told, scores, strict=True):
        silent.acts[word] = act(kinds[word], score)
    document = find(marked((sentence,), "id"))
    assert [e.trigger.of(document.article.text) for e in document.events] == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Pembicaraan ditunda.", []),
        ("Kebebasan itu berlaku bagi unjuk rasa.", []),
        ("[Maskapai Kenya|KEN:BUS] mengimbau [penumpang|KEN:CVL] datang lebih awal.", []),
        ("[Maskapai Kenya|KEN:BUS] mengimbau [Tanzania|TZA] membuka bandara.", ["REQUEST"]),
    ],
)
def test_what_nobody_or_only_business_does_is_no_act(silent: Scripted, sentence: str, read: list[str]) -> None:
    silent.acts["Pembicaraan"] = act(EventType.CONSULT, 0.99)
    silent.acts["mengimbau"] = act(EventType.REQUEST, 0.99)
    silent.acts["unjuk rasa"] = act(EventType.PROTEST, 0.99)
    assert types(sentence) == read


@pytest.mark.parametrize(("score", "read"), [(0.62, []), (0.66, ["ACCUSE"])])
def test_words_of_no_cue_need_a_surer_encoder(silent: Scripted, score: float, read: list[str]) -> None:
    silent.acts["berang"] = act(EventType.ACCUSE, score)
    assert types("[Kenya|KEN] berang kepada [Uganda|UGA].") == read


def test_a_cue_whose_parties_are_not_found_needs_less_in_english(silent: Scripted) -> None:
    silent.acts["tour"] = act(EventType.CONSULT, 0.4, Told("actor", "her"))
    assert types("[The Kenyan president|KEN] was ill before her long and very costly tour.", "en") == ["CONSULT"]
