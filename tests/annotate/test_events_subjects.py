"""Who does what a verb tells where other words stand between, and whom an act hits that a noun tells: own sentences."""

from pathlib import Path

import pytest
from tests.annotate.scripted import Scripted, Told, act

from kawat.annotate import annotate
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span
from kawat.text import read_tsv

COLUMNS = ("language", "type", "doer", "other", "sentence")
ROWS = [cells for _, cells in read_tsv(Path(__file__).parent / "subjects.tsv", COLUMNS)]

pytestmark = pytest.mark.usefixtures("silent")


def acts(sentence: str, language: str = "id") -> tuple[EventMention, ...]:
    block = Block(Span(0, len(sentence)), BlockKind.BODY)
    return annotate(Article("a0", "a.txt", sentence, (block,), "0" * 64, language=language)).events


def states(event: EventMention) -> set[str]:
    return {p.code.partition(":")[0] for p in event.recipients}


@pytest.mark.parametrize("row", ROWS, ids=[cells["sentence"] for cells in ROWS])
def test_who_does_it_to_whom(row: dict[str, str]) -> None:
    found = [e for e in acts(row["sentence"], row["language"]) if e.type == row["type"]]
    assert any(row["doer"] in {p.code for p in e.actors} and row["other"] in {"-", *states(e)} for e in found)


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Iran membantah keterlibatan Suriah dalam insiden itu.", EventType.REJECT),
        ("Kolombia menuntut pembebasan tiga tentara Kolombia.", EventType.REQUEST),
    ],
)
def test_whom_the_governed_noun_tells_of_is_not_whom_the_act_is_done_to(sentence: str, event_type: EventType) -> None:
    (event,) = (e for e in acts(sentence) if e.type is event_type)
    assert event.recipients == ()


def test_an_act_may_be_against_somebody_by_its_own_words() -> None:
    (event,) = acts("Ribuan warga Georgia menggelar protes anti-pemerintah di Tbilisi.")
    assert [p.code for p in event.actors] == ["GEO:CVL"]
    assert [p.code for p in event.recipients] == ["GEO"]


def test_who_is_suspected_to_be_somebody_is_not_parted_from_the_verb() -> None:
    (event,) = (e for e in acts("Orang-orang yang diduga gerilyawan FARC menyerang tentara Kolombia.") if e.recipients)
    assert "FARC" in {p.code for p in event.actors}


def told(*sentences: str, language: str = "id") -> tuple[EventMention, ...]:
    text = " ".join(sentences)
    return acts(text, language)


def test_both_states_are_the_two_that_were_joined() -> None:
    found = told("Belanda dan Belgia mengirim jet tempur kepada Ukraina.", "Rusia mengecam kedua negara itu.")
    (blamed,) = (e for e in found if e.type is EventType.ACCUSE)
    assert {p.code for p in blamed.recipients} == {"NLD", "BEL"}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("id", ("Tentara Mali mengejar mereka.", "Kelompok itu, JNIM, sebelumnya menyerang tentara Niger.")),
        ("en", ("The Malian army said the group, JNIM, attacked a Nigerien base.",)),
    ],
)
def test_the_name_behind_a_comma_tells_which_group_is_meant(language: str, sentences: tuple[str, ...]) -> None:
    found = told(*sentences, language=language)
    assert any(e.type is EventType.ASSAULT and {p.code for p in e.actors} == {"JNIM"} for e in found)


def test_whoever_is_hit_at_a_place_is_not_of_the_side_that_hits_it() -> None:
    found = told("Rusia menyerang Ukraina lagi.", "Serangan ke Kharkiv itu menewaskan tujuh orang.")
    assert all("RUS" not in states(e) for e in found if e.type is EventType.ASSAULT)


def test_the_claim_that_is_denied_is_nobody() -> None:
    found = acts("Junta Mali menuduh Prancis membantu pemberontak, tuduhan yang dibantah Paris.")
    (denial,) = (e for e in found if e.type is EventType.REJECT)
    assert [p.code for p in denial.actors] == ["FRA"]
    assert not {p.code for p in denial.recipients} & {"MLI:REB", "FRA:REB"}


@pytest.mark.parametrize(
    ("language", "event_type", "doer", "sentence"),
    [
        ("en", EventType.ACCUSE, "UN", "The UN mission, which was accused by Juba of helping rebels, condemned Sudan."),
        (
            "id",
            EventType.THREATEN,
            "CHN",
            "Tiongkok mendesak AS menghentikan penjualan senjata dan memperingatkan Taiwan.",
        ),
        ("en", EventType.THREATEN, "CHN", "China urged the US to halt arms sales and warned Taiwan."),
        ("id", EventType.AGREE, "BGD", "Pemerintah Bangladesh yang dipimpin Muhammad Yunus berjanji mengirim beras."),
    ],
)
def test_the_verb_of_the_main_clause_keeps_its_subject(
    language: str, event_type: EventType, doer: str, sentence: str
) -> None:
    found = [e for e in acts(sentence, language) if e.type is event_type]
    assert doer in {p.code.partition(":")[0] for p in found[-1].actors}


def test_a_passive_that_is_joined_to_another_is_passive() -> None:
    found = acts("Two Colombian sailors were arrested and expelled from Peru.", "en")
    assert len(found) > 1
    assert all("COL" in states(e) for e in found)


@pytest.mark.parametrize(
    ("language", "sentences", "actors"),
    [
        ("id", ("Kolombia berunding dengan Norwegia.", "Negara tetangganya, Venezuela, mengecam Peru."), {"VEN"}),
        ("en", ("Colombia held talks with Norway.", "The country, Venezuela, condemned Peru."), {"VEN"}),
        # one that opens a list stays who it is
        (
            "id",
            ("Kolombia mengajukan usul.", "Negara itu, Rusia, China dan Iran mengecam Peru."),
            {"COL", "RUS", "CHN", "IRN"},
        ),
    ],
)
def test_the_name_behind_a_comma_tells_which_state_is_meant(
    language: str, sentences: tuple[str, ...], actors: set[str]
) -> None:
    (blamed,) = (e for e in told(*sentences, language=language) if e.type is EventType.ACCUSE)
    assert {p.code for p in blamed.actors} == actors


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Polisi Malaysia menangkap dua warga Vietnam, Nguyen Thi Lan dan Tran Van Duc, di Johor.", "VNM:CVL"),
        ("Polisi Malaysia menangkap tiga warga Nepal, Ram Thapa, Hari Gurung dan Bim Rai, di Johor.", "NPL:CVL"),
    ],
)
def test_names_that_follow_a_number_of_people_are_theirs(sentence: str, code: str) -> None:
    found = told(sentence, "Malaysia memeriksa mereka.")
    (held,) = (e for e in found if e.type is EventType.COERCE)
    assert {p.code for p in held.recipients} == {code}


@pytest.mark.parametrize(
    ("language", "sentence", "doers"),
    [
        ("id", "Kanada mengatakan Peru dan Cile menyerang Venezuela.", {"PER", "CHL"}),
        ("id", "Kanada mengatakan bahwa Peru, Ekuador dan Cile menyerang Venezuela.", {"PER", "ECU", "CHL"}),
        ("id", "Menurut Kanada, Peru dan Cile menyerang Venezuela.", {"PER", "CHL"}),
        ("id", "Setelah Kanada menarik pasukannya, Peru dan Cile menyerang Venezuela.", {"PER", "CHL"}),
        ("id", "Perang pecah ketika Peru dan Cile menyerang Venezuela.", {"PER", "CHL"}),
        ("id", "Kanada mengecam Peru dan Cile menyerang Venezuela.", {"CHL"}),
        ("id", "Peru bersama Cile menyerang Venezuela.", {"PER", "CHL"}),
        ("id", "Pasukan Peru, bersama Cile, menyerang Venezuela.", {"PER:MIL", "CHL"}),
        ("id", "Peru mengecam Venezuela sehari setelah menyerang Kuba.", {"PER"}),
        ("id", "Peru menahan dua warga Venezuela, dan Cile menyerang Kuba.", {"CHL"}),
        ("id", "Peru menahan kapal Venezuela, kata Kanada, dan Cile menyerang Kuba.", {"CHL"}),
        ("en", "Canada said Peru and Chile attacked Venezuela.", {"PER", "CHL"}),
        ("en", "Canada condemned Peru and Chile attacked Venezuela.", {"CHL"}),
        ("en", "According to Canada, Peru and Chile attacked Venezuela.", {"PER", "CHL"}),
        ("en", "Although Canada objected, Peru and Chile attacked Venezuela.", {"PER", "CHL"}),
        ("en", "After attacking Canada, Peru and Chile attacked Venezuela.", {"PER", "CHL"}),
        ("en", "War broke out when Peru, Ecuador and Chile attacked Venezuela.", {"PER", "ECU", "CHL"}),
        ("en", "Peru was accused by the United Nations of attacking Cuba.", {"PER"}),
        ("en", "Peru together with Chile attacked Venezuela.", {"PER", "CHL"}),
        ("en", "Canada met Peru along with Chile.", {"CAN", "PER", "CHL"}),
    ],
)
def test_everybody_who_is_joined_in_the_subject_of_a_clause_acts(language: str, sentence: str, doers: set[str]) -> None:
    found = [{p.code for p in e.actors} for e in acts(sentence, language)]
    assert doers in found


def test_whoever_is_urged_in_a_series_is_urged_together() -> None:
    (event,) = (e for e in acts("Kanada mendesak Peru dan Cile menahan diri.") if e.type is EventType.REQUEST)
    assert states(event) == {"PER", "CHL"}


def test_a_session_in_an_aside_is_nobody_who_is_backed() -> None:
    found = acts("Duta Besar AS Robert Wood, dalam konferensi yang didukung PBB di Jenewa, mengecam Korea Utara.")
    assert not any(e.type is EventType.SUPPORT and e.recipients for e in found)


def test_who_repays_an_attack_and_who_made_it_are_told_apart() -> None:
    found = acts("Peru membalas serangan Chile dengan tembakan artileri.")
    pairs = [([p.code for p in e.actors], [p.code for p in e.recipients]) for e in found]
    assert (["PER"], ["CHL"]) in pairs
    assert ["CHL"] in [doers for doers, _ in pairs]


NORWAY = {"id": "Norwegia", "en": "Norway"}


@pytest.mark.parametrize(
    ("language", "sentence", "trigger"),
    [
        ("id", "Peru mengirim pasukan yang dilatih Norwegia ke perbatasan.", "mengirim"),
        ("en", "Peru sent soldiers trained by Norway to the border.", "sent"),
    ],
)
def test_who_trained_those_that_are_sent_is_not_who_they_are_sent_to(
    silent: Scripted, language: str, sentence: str, trigger: str
) -> None:
    silent.acts[trigger] = act(EventType.MOBILIZE, 0.99, Told("actor", "Peru"), Told("recipient", NORWAY[language]))
    sent = next(e for e in acts(sentence, language) if e.type is EventType.MOBILIZE)
    assert sent.recipients == ()


def test_reinforcements_are_forces_and_no_aid() -> None:
    (sent,) = acts("Peru mengirim bala bantuan ke perbatasan.")
    assert sent.type is EventType.MOBILIZE


@pytest.mark.parametrize(
    ("language", "sentence", "noun"),
    [
        ("id", "Serangan itu dikecam Norwegia.", "Serangan"),
        ("en", "The attack was condemned by Norway.", "attack"),
    ],
)
def test_who_condemns_an_act_behind_it_has_not_done_it(
    silent: Scripted, language: str, sentence: str, noun: str
) -> None:
    silent.acts[noun] = act(EventType.ASSAULT, 0.99, Told("actor", NORWAY[language]))
    (blow,) = (e for e in acts(sentence, language) if e.type is EventType.ASSAULT)
    assert [p.code for p in blow.actors] == ["UNKNOWN"]


def test_who_is_sent_is_not_whom_they_are_sent_to(silent: Scripted) -> None:
    silent.acts["mengirimkan"] = act(EventType.AID, 0.99, Told("actor", "Peru"), Told("recipient", "penasihat militer"))
    (sent,) = acts("Peru mengirimkan penasihat militer.")
    assert sent.recipients == ()


def test_a_thing_in_brackets_is_nobody_and_parts_nothing() -> None:
    (test,) = (e for e in acts("Uji coba rudal antarbenua (ICBM) Korut dikecam Jepang.") if e.type == "MOBILIZE")
    assert [p.code for p in test.actors] == ["PRK"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Militan menculik siswa di Peru. Tentara Peru menewaskan 22 militan dalam serangan udara."),
        ("en", "Militants abducted pupils in Peru. Peru's army killed 22 militants in airstrikes."),
    ],
)
def test_how_a_blow_was_dealt_is_no_blow_of_those_told_of_before(language: str, sentence: str) -> None:
    *_, last = acts(sentence, language)
    assert ([p.code for p in last.actors], [p.code for p in last.recipients]) == (["PER:MIL"], ["PER:REB"])


def test_a_number_that_suffers_an_act_is_not_who_tells_of_it(silent: Scripted) -> None:
    silent.acts["detained"] = act(EventType.COERCE, 0.99)
    (held,) = acts("The Peruvian ministry said only six were detained.", "en")
    assert "PER" not in {p.code for p in held.recipients}


def test_an_act_is_not_done_to_who_tells_of_it(silent: Scripted) -> None:
    silent.acts["struck"] = act(EventType.ASSAULT, 0.99, Told("recipient", "the Togolese ministry"))
    blow = next(e for e in acts("Jets struck a village, the Togolese ministry said.", "en") if e.type == "ASSAULT")
    assert "TGO" not in {p.code for p in blow.recipients}
