"""What is ordered of one's own, acts that somebody has a part in, what an accuser does next, acts joined by "and"."""

import pytest
from tests.annotate.scripted import Scripted, Told, act
from tests.annotate.test_events_headlines import coded

from kawat.model import BlockKind, EventMention, EventType


def told(event: EventMention) -> str:
    actors, recipients = (",".join(p.code for p in side) for side in (event.actors, event.recipients))
    return f"{event.type} {actors}>{recipients} {event.status}"


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        # own forces: the act, not a request
        ("id", "Presiden Peru memerintahkan pasukannya menyerang Bolivia.", ["ASSAULT PER:MIL>BOL planned"]),
        ("id", "Presiden Peru memerintahkan polisi menangkap para demonstran.", ["COERCE PER:COP>PER:CVL planned"]),
        ("id", "Peru memerintahkan pengerahan 2.000 tentara ke Bolivia.", ["MOBILIZE PER>BOL planned"]),
        ("en", "Peru ordered the deployment of 2,000 soldiers.", ["MOBILIZE PER> planned"]),
        # an order is how an office does it
        ("id", "Peru memerintahkan pengusiran dua diplomat Bolivia.", ["SANCTION PER>BOL asserted"]),
        ("en", "Peru ordered the expulsion of the Bolivian ambassador.", ["SANCTION PER>BOL asserted"]),
        # others are asked
        ("id", "Mahkamah Internasional memerintahkan Peru mundur dari Bolivia.", ["REQUEST ICJ>PER asserted"]),
        ("id", "PBB memerintahkan penarikan pasukan Peru dari Bolivia.", ["REQUEST UN>PER:MIL asserted"]),
        # a past form behind "and" is told, not ordered
        (
            "en",
            "Peru ordered the deployment of 2,000 soldiers and recalled its ambassador to Bolivia.",
            ["MOBILIZE PER> planned", "SANCTION PER>BOL asserted"],
        ),
    ],
)
def test_an_order_to_the_own_forces_tells_the_act(language: str, text: str, want: list[str]) -> None:
    assert [told(e) for e in coded(text, language)] == want


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("en", "Hezbollah denied involvement in the attack on Cyprus.", "ASSAULT HEZBOLLAH>CYP denied"),
        ("en", "Cyprus accused Hezbollah of involvement in the attack on Turkey.", "ASSAULT HEZBOLLAH>TUR alleged"),
        ("id", "Peru membantah terlibat dalam serangan terhadap Bolivia.", "ASSAULT PER>BOL denied"),
        # a part in the act of another is denied, and not the act
        ("id", "Peru membantah terlibat dalam serangan Chile terhadap Bolivia.", "ASSAULT CHL>BOL asserted"),
        ("id", "Peru menyatakan tidak ada hubungannya dengan serangan Chile ke Bolivia.", "ASSAULT CHL>BOL asserted"),
        ("en", "Hezbollah denied involvement in the attack by Iran on Cyprus.", "ASSAULT IRN>CYP asserted"),
        ("en", "Hezbollah denied any role in Hamas' attack on Cyprus.", "ASSAULT HAMAS>CYP asserted"),
        ("id", "Bolivia menuduh Peru berada di balik serangan terhadap Chile.", "ASSAULT PER>CHL alleged"),
        # accused of whom nothing is known
        ("id", "Pemerintah Peru menuding para perusuh menyerang kedutaan Chile.", "ASSAULT UNKNOWN>CHL alleged"),
        # the accused does not expel an envoy of its own
        (
            "id",
            "Peru menuduh Bolivia melanggar wilayahnya dan mengusir duta besar Bolivia.",
            "SANCTION PER>BOL asserted",
        ),
        # nor does it break with those whom it helps
        (
            "id",
            "Peru menuduh Bolivia mendukung pemberontak Chile dan memutuskan hubungan diplomatik dengan negara itu.",
            "SANCTION PER>BOL asserted",
        ),
        (
            "id",
            "Peru menuduh Bolivia menyembunyikan dua tersangka dan menuntut negara itu mengekstradisi mereka.",
            "REQUEST PER>BOL asserted",
        ),
        (
            "en",
            "Peru accused Bolivia of shelling Chile and severed diplomatic ties with that country.",
            "SANCTION PER>BOL asserted",
        ),
    ],
)
def test_who_has_a_part_in_an_act_and_what_an_accuser_does_next(language: str, text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, language)]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Peru Bantah Tentaranya Masuk ke Bolivia", "MOBILIZE PER:MIL>BOL denied"),
        ("Bolivia Balas Usir Diplomat Peru", "SANCTION BOL>PER asserted"),
        ("Pemberontak Mali Berusaha Rebut Gao", "ASSAULT MLI:REB>MLI planned"),
        ("Tentara Mali Pukul Mundur Pemberontak Chad", "ASSAULT MLI:MIL>TCD:REB asserted"),
    ],
)
def test_bare_verbs_of_headlines(text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, "id", BlockKind.HEADLINE)]


def test_a_headline_in_capitals_is_read_as_one_that_is_not(silent: Scripted) -> None:
    silent.acts["Kecam"] = act(EventType.ACCUSE, 0.9)
    (event,) = coded("PERU KECAM PBB", "id", BlockKind.HEADLINE)
    assert told(event) == "ACCUSE PER>UN asserted"
    assert silent.seen[-1].text == "Peru Kecam PBB"


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Serangan rudal Iran ke Israel melukai dua tentara. Tentara Israel menembak pesawat Suriah. "
            "Mesir mengecam serangan itu.",
            "ASSAULT IRN>ISR asserted",
        ),
        (
            "Tentara Peru membunuh warga Bolivia di perbatasan. Bolivia menyerang Chile. Pembunuhan itu dikecam Kuba.",
            "ASSAULT PER:MIL>BOL:CVL asserted",
        ),
    ],
)
def test_the_act_pointed_at_is_the_one_of_its_kind(text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, "id") if e.sentence == 2]


@pytest.mark.usefixtures("silent")
def test_who_orders_the_own_army_to_help_the_own_police_aids_nobody() -> None:
    events = coded("Peru ordered the army to help the police. Chile helped Peru.", "en")
    assert [told(e) for e in events if e.type is EventType.AID] == ["AID CHL>PER asserted"]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("id", "Peru membantah menyerang Bolivia dan menuduh Chile.", "ACCUSE PER>CHL asserted"),
        ("en", "Peru denied attacking Bolivia and accused Chile.", "ACCUSE PER>CHL asserted"),
        ("id", "Peru membantah melanggar janji dan mengundang Chile.", "AGREE PER>CHL asserted"),
        (
            "en",
            "Chile sanctioned a Peruvian general for ordering the attack on Bolivia.",
            "SANCTION CHL>PER:MIL asserted",
        ),
        ("id", "Peru mengadakan latihan militer di perbatasan.", "MOBILIZE PER> asserted"),
        ("id", "Peru mengadakan latihan militer bersama di perbatasan.", "COOPERATE PER> asserted"),
        ("id", "Peru dan Chile mengadakan latihan militer.", "COOPERATE PER,CHL> asserted"),
    ],
)
def test_what_a_denier_says_next_and_exercises_of_one_side(language: str, text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, language)]


@pytest.mark.usefixtures("silent")
def test_a_past_form_that_describes_the_subject_is_no_act() -> None:
    (event,) = coded("Armed Malians killed two soldiers of Chad.", "en")
    assert event.type is EventType.ASSAULT


@pytest.mark.usefixtures("silent")
def test_an_accusation_goes_on_behind_a_relative_clause() -> None:
    text = "Peru menuduh Chile memasang ranjau yang melukai tentaranya dan menembak warga Bolivia."
    (event,) = (e for e in coded(text, "id") if e.type is EventType.ASSAULT)
    assert (event.status, event.speaker and event.speaker.code) == ("alleged", "PER")


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("id", "Dua bank Rusia dimasukkan ke daftar hitam oleh Kanada.", ["SANCTION CAN>RUS:BUS asserted"]),
        ("id", "Bank Rusia masuk ke dalam daftar hitam Uni Eropa.", ["SANCTION EU>RUS:BUS asserted"]),
        ("id", "Uni Eropa memasukkan Hizbullah ke dalam daftar teroris.", ["SANCTION EU>HEZBOLLAH asserted"]),
        ("id", "Kanada menghapus Hizbullah dari daftar teroris.", ["CONCEDE CAN>HEZBOLLAH asserted"]),
        ("en", "The European Union placed Hezbollah on its terror list.", ["SANCTION EU>HEZBOLLAH asserted"]),
        ("en", "Canada removed two Russian banks from its blacklist.", ["CONCEDE CAN>RUS:BUS asserted"]),
    ],
)
def test_a_list_is_of_who_keeps_it(language: str, text: str, want: list[str]) -> None:
    assert [told(e) for e in coded(text, language)] == want


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("id", '"Jika tidak, Peru akan membayar mahal," kata Presiden Chile.', ["THREATEN CHL>PER asserted"]),
        ("id", "Peru akan menanggung akibatnya, kata Presiden Chile.", ["THREATEN CHL>PER asserted"]),
        ("en", "The Chilean president said Peru would face serious consequences.", ["THREATEN CHL>PER asserted"]),
        ("id", "Peru akan membayar mahal.", []),
    ],
)
def test_who_says_that_another_will_pay_dearly_threatens(language: str, text: str, want: list[str]) -> None:
    assert [told(e) for e in coded(text, language)] == want


def test_who_is_blamed_beside_an_act_does_not_suffer_it(silent: Scripted) -> None:
    silent.acts["raided"] = act(EventType.COERCE, 0.99, Told("actor", "Peru"), Told("recipient", "Chile"))
    events = coded("Peru raided the camp, blaming Chile for the attack.", "en")
    assert "COERCE PER> asserted" in [told(e) for e in events]


def test_a_warning_of_what_another_may_do_threatens_nobody_though_the_act_is_not_read(silent: Scripted) -> None:
    silent.acts["warned"] = act(EventType.THREATEN, 0.99, Told("actor", "Peru"), Told("recipient", "Chile"))
    silent.acts["send"] = act(EventType.AID, 0.05, Told("actor", "Chile"))
    events = coded("Peru warned that Chile may send aid to Bolivia. Peru warned that Chile may face sanctions.", "en")
    assert [e.type for e in events] == [EventType.THREATEN]
    assert events[0].sentence == 1
