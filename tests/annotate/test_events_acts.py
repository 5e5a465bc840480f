"""What the encoder reads and what the cue tables hold, put together."""

import pytest
from tests.annotate.marked import marked
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate.events import find
from kawat.model import EventMention, EventType

CUED = "[Rusia|RUS] menyerang [Ukraina|UKR] di [Krimea|CRI]."
UNCUED = "[Kenya|KEN] berang kepada [Uganda|UGA]."


def read(sentence: str) -> list[EventMention]:
    return list(find(marked((sentence,), "id")).events)


def row(event: EventMention) -> str:
    sides = (",".join(p.code for p in side) or "-" for side in (event.actors, event.recipients))
    return f"{event.type} {'>'.join(sides)}"


@pytest.mark.parametrize(("score", "kept"), [(0.9, True), (0.35, True), (0.2, False)])
def test_a_cue_that_holds_needs_less_of_the_encoder(silent: Scripted, score: float, kept: bool) -> None:
    silent.acts["menyerang"] = act(EventType.ASSAULT, score)
    assert bool(read(CUED)) is kept


@pytest.mark.parametrize(("score", "kept"), [(0.9, True), (0.5, False)])
def test_an_act_without_a_cue_needs_the_encoder_to_be_sure(silent: Scripted, score: float, kept: bool) -> None:
    silent.acts["berang"] = act(EventType.ACCUSE, score, Told("actor", "Kenya"), Told("recipient", "Uganda"))
    assert [row(e) for e in read(UNCUED)] == (["ACCUSE KEN>UGA"] if kept else [])


def test_the_frame_of_a_cue_names_the_parties_before_the_encoder_does(silent: Scripted) -> None:
    silent.acts["menyerang"] = act(EventType.ASSAULT, 0.9, Told("actor", "Rusia"), Told("recipient", "Krimea"))
    assert [row(e) for e in read(CUED)] == ["ASSAULT RUS>UKR"]


def test_the_encoder_names_the_party_that_the_frame_does_not(silent: Scripted) -> None:
    sentence = "[Wartawan|TUR:MED] itu ditangkap, menurut [polisi|TUR:COP]."
    assert [row(e) for e in read(sentence)] == ["COERCE UNKNOWN>TUR:MED"]
    silent.acts["ditangkap"] = act(EventType.COERCE, 0.9, Told("actor", "polisi"), Told("recipient", "Wartawan"))
    assert [row(e) for e in read(sentence)] == ["COERCE TUR:COP>TUR:MED"]


def test_the_encoder_settles_the_type(silent: Scripted) -> None:
    silent.acts["menyerang"] = act(EventType.ACCUSE, 0.9)
    (event,) = read(CUED)
    assert (row(event), event.mode) == ("ACCUSE RUS>UKR", None)


def test_a_verb_with_the_noun_of_its_cue_settles_the_type(silent: Scripted) -> None:
    silent.acts["menarik pasukannya"] = act(EventType.SANCTION, 0.99)
    assert [row(e) for e in read("[Peru|PER] menarik pasukannya dari [Cile|CHL].")] == ["RETREAT PER>CHL"]


def test_one_act_of_many_words_takes_all_cues_in_them(silent: Scripted) -> None:
    silent.acts["melancarkan serangan"] = act(EventType.ASSAULT, 0.9)
    assert [row(e) for e in read("[Rusia|RUS] melancarkan serangan terhadap [Ukraina|UKR].")] == ["ASSAULT RUS>UKR"]


@pytest.mark.parametrize(
    ("sentence", "words", "statuses"),
    [
        ("[Kenya|KEN] accused [Uganda|UGA] of sending 300 soldiers.", "sending 300 soldiers", ["asserted", "alleged"]),
        ("[Kenya|KEN] accused [Uganda|UGA] of fondling the rebels.", "fondling the rebels", ["asserted", "alleged"]),
        ("[Kenya|KEN] spoke of training with [Uganda|UGA].", "training", ["asserted"]),
    ],
)
def test_a_gerund_with_an_object_is_a_verb_without_a_cue_too(
    silent: Scripted, sentence: str, words: str, statuses: list[str]
) -> None:
    silent.acts[words] = act(EventType.AID, 0.9)
    assert [event.status for event in find(marked((sentence,), "en")).events] == statuses


def test_why_says_who_found_the_act(silent: Scripted) -> None:
    silent.acts |= {"menyerang": act(EventType.ASSAULT, 0.9), "berang": act(EventType.ACCUSE, 0.7)}
    (cued,), (uncued,) = read(CUED), read(UNCUED)
    assert cued.why[0] == "encoder scripted: ASSAULT 0.90"
    assert cued.why[1].startswith("cue id/ASSAULT.tsv:")
    assert cued.score == 0.9
    assert uncued.why[0] == "encoder scripted: ACCUSE 0.70"
    assert not any(w.startswith("cue ") for w in uncued.why)


def test_the_encoder_is_asked_about_every_cue_and_told_of_its_type(silent: Scripted) -> None:
    read(CUED)
    (asked,) = silent.seen
    start = asked.text.index("menyerang")
    assert (start, start + len("menyerang"), list(EventType).index(EventType.ASSAULT)) in asked.cues
    assert [span.of(asked.text) for span in asked.asked] == ["menyerang"]


def test_who_is_attacked_does_not_attack(silent: Scripted) -> None:
    silent.acts["diserang"] = act(EventType.ASSAULT, 0.9, Told("actor", "Kenya"))
    assert [row(e) for e in read("[Kenya|KEN] diserang kemarin.")] == ["ASSAULT UNKNOWN>KEN"]


def test_words_of_one_side_are_not_the_other_side_too(silent: Scripted) -> None:
    silent.acts["berang"] = act(EventType.ACCUSE, 0.9, Told("actor", "Kenya"), Told("recipient", "Kenya"))
    assert [row(e) for e in read(UNCUED)] == ["ACCUSE KEN>-"]


def test_a_visit_and_the_meeting_during_it_are_two_acts(silent: Scripted) -> None:
    silent.acts["mengunjungi"] = act(EventType.CONSULT, 0.9, Told("actor", "Kenya"), Told("recipient", "Uganda"))
    silent.acts["bertemu"] = act(EventType.CONSULT, 0.9, Told("actor", "Kenya"))
    found = read("[Presiden Kenya|KEN] mengunjungi [Uganda|UGA] dan bertemu dengan [Presiden Uganda|UGA].")
    assert len(found) == 2


def test_the_state_of_a_place_is_no_subject(silent: Scripted) -> None:
    silent.acts["menuduh"] = act(EventType.ACCUSE, 0.9)
    found = read("[Konsulat Kenya|KEN] di Gulu, [Uganda|UGA], menuduh [Rwanda|RWA].")
    assert [row(e) for e in found] == ["ACCUSE KEN>RWA"]


def test_whoever_stands_in_another_clause_is_not_who_a_preposition_names(silent: Scripted) -> None:
    silent.acts["mengirim"] = act(EventType.AID, 0.99, Told("actor", "Oman"), Told("recipient", "Peru"))
    told = read("Setelah [Oman|OMN] mengirim bantuan ke [Kuba|CUB], [Peru|PER] memprotes.")
    assert "AID OMN>CUB" in [row(e) for e in told]


def test_a_mere_preposition_is_no_party(silent: Scripted) -> None:
    silent.acts["berang"] = act(EventType.ACCUSE, 0.95, Told("actor", "untuk"), Told("actor", "Kenya"))
    (event,) = read("[Dubes|UGA] untuk PBB dan [Kenya|KEN] telah berang.")
    assert [p.code for p in event.actors] == ["KEN"]


def test_a_mere_verb_is_no_party(silent: Scripted) -> None:
    silent.acts["berang"] = act(EventType.ACCUSE, 0.95, Told("actor", "berikrar"), Told("actor", "Kenya"))
    (event,) = read("[Kenya|KEN] telah berikrar lalu berang.")
    assert [p.code for p in event.actors] == ["KEN"]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("[Rusia|RUS] menanggapi lima serangan ke Kyiv.", "UNKNOWN"),
        ("[Rusia|RUS] mengecam serangan itu.", "UNKNOWN"),
        ("[Rusia|RUS] melancarkan serangan itu.", "RUS"),
    ],
)
def test_who_judges_an_act_has_not_done_it(silent: Scripted, sentence: str, doer: str) -> None:
    silent.acts["serangan"] = act(EventType.ASSAULT, 0.95, Told("actor", "Rusia"))
    assert [[p.code for p in e.actors] for e in read(sentence) if e.type is EventType.ASSAULT] == [[doer]]


def test_who_calls_on_somebody_asks(silent: Scripted) -> None:
    silent.acts["meminta"] = act(EventType.REQUEST, 0.95)
    found = read("[Dubes Kenya|KEN] menemui [Menlu Uganda|UGA] meminta bantuan.")
    assert [row(e) for e in found if e.type is EventType.REQUEST] == ["REQUEST KEN>-"]
