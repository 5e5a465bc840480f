"""Acts that a report only wishes, weighs, owes, doubts or invents, and what stands behind an infinitive."""

import pytest
from tests.annotate.scripted import Scripted, Told, act
from tests.annotate.test_events_headlines import coded
from tests.annotate.test_status import statuses

from kawat.model import EventType, Status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        # another is wished, expected or asked to do it
        ("en", "Fiji hopes that Tonga lifts sanctions on Samoa.", Status.HYPOTHETICAL),
        ("en", "Fiji hoped Tonga would release the Samoan sailors.", Status.HYPOTHETICAL),
        ("en", "Fiji wants Tonga to withdraw its troops.", Status.HYPOTHETICAL),
        ("en", "Fiji would like Tonga to expel the Samoan envoy.", Status.HYPOTHETICAL),
        ("id", "Fiji berharap Tonga mencabut sanksi terhadap Samoa.", Status.HYPOTHETICAL),
        ("id", "Fiji mengharapkan agar Tonga membebaskan pelaut Samoa.", Status.HYPOTHETICAL),
        ("id", "Fiji ingin Tonga menarik pasukannya.", Status.HYPOTHETICAL),
        ("id", "Fiji menunggu Tonga mengusir duta besar Samoa.", Status.HYPOTHETICAL),
        # somebody wants to do it
        ("en", "Fiji wants to attack Tonga.", Status.PLANNED),
        ("id", "Fiji ingin menyerang Tonga.", Status.PLANNED),
        # what is weighed, owed or within one's right or reach
        ("en", "Fiji is mulling expelling the Tongan envoy.", Status.HYPOTHETICAL),
        ("en", "Fiji has to withdraw its troops from Tonga.", Status.HYPOTHETICAL),
        ("en", "Fiji was ordered to withdraw its troops from Tonga.", Status.HYPOTHETICAL),
        ("en", "Fiji is capable of attacking Tonga.", Status.HYPOTHETICAL),
        ("id", "Fiji sedang menjajaki mengusir utusan Tonga.", Status.HYPOTHETICAL),
        ("id", "Fiji harus menarik pasukannya dari Tonga.", Status.HYPOTHETICAL),
        ("id", "Fiji diperintahkan menarik pasukannya dari Tonga.", Status.HYPOTHETICAL),
        ("id", "Fiji berhak menyerang Tonga.", Status.HYPOTHETICAL),
        # it does not come to it
        ("en", "Instead of withdrawing its troops, Fiji shelled Tonga.", Status.DENIED),
        ("en", "Fiji came close to attacking Tonga.", Status.DENIED),
        ("en", "Fiji pretended to withdraw its troops from Tonga.", Status.DENIED),
        ("en", "Fiji was dissuaded from attacking Tonga.", Status.DENIED),
        ("id", "Alih-alih menarik pasukannya, Fiji menembaki Tonga.", Status.DENIED),
        ("id", "Fiji hampir saja menyerang Tonga.", Status.DENIED),
        ("id", "Fiji berpura-pura menarik pasukannya dari Tonga.", Status.DENIED),
        ("id", "Fiji enggan mengirim pasukan ke Tonga.", Status.DENIED),
        # doubted, or without proof
        ("en", "Envoys doubt that Fiji attacked Tonga.", Status.ALLEGED),
        ("en", "Envoys doubt that Fiji will attack Tonga.", Status.HYPOTHETICAL),
        ("en", "There is no proof that Fiji attacked Tonga.", Status.ALLEGED),
        ("id", "Pengamat meragukan Fiji menyerang Tonga.", Status.ALLEGED),
        ("id", "Belum ada bukti bahwa Fiji menyerang Tonga.", Status.ALLEGED),
        # what a noun is for becomes what that becomes
        ("en", "A plot to kill the Tongan premier was foiled.", Status.DENIED),
        ("en", "Police thwarted a plot to kill the Tongan premier.", Status.DENIED),
        ("id", "Polisi menggagalkan upaya membunuh Raja Tonga.", Status.DENIED),
        ("id", "Polisi menggagalkan percobaan pembunuhan Raja Tonga.", Status.DENIED),
        # what somebody backs, or a plan told before, is not what stands behind it
        ("id", "Pemberontak yang didukung Fiji itu juga menduduki Tonga.", Status.ASSERTED),
        ("id", "Fiji membahas rencana itu dan mengusir duta besar Tonga.", Status.ASSERTED),
        # what is said to be done
        ("en", "Fiji is widely assumed to have attacked Tonga.", Status.ALLEGED),
        ("en", "Fiji is assumed to be attacking Tonga.", Status.ALLEGED),
        ("en", "Rumours that Fiji attacked Tonga spread.", Status.ALLEGED),
        ("en", "Fiji would neither confirm nor deny the attack on Tonga.", Status.ALLEGED),
        ("id", "Kabar bahwa Fiji menyerang Tonga menyebar.", Status.ALLEGED),
        ("id", "Desas-desus serangan Fiji ke Tonga menyebar.", Status.ALLEGED),
        # who had no part in it
        ("en", "Neither Fiji nor Samoa attacked Tonga.", Status.DENIED),
        ("en", "Fiji had nothing to do with the attack on Tonga.", Status.DENIED),
        ("en", "Fiji halted plans to expel the Tongan envoy.", Status.DENIED),
        ("id", "Fiji tidak terlibat dalam serangan ke Tonga.", Status.DENIED),
        # a noun's cue keeps no word from a verb
        ("en", "Fiji would be attacked by Tonga.", Status.PLANNED),
        # invented or played
        ("en", "In the novel Fiji attacked Tonga.", Status.HYPOTHETICAL),
        ("id", "Latihan itu menyimulasikan serangan Fiji ke Tonga.", Status.HYPOTHETICAL),
    ],
)
def test_what_is_not_told_as_done(language: str, text: str, status: Status) -> None:
    assert status in [found for found, _ in statuses(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fiji hopes the troops that attacked Tonga leave."),
        ("en", "Fiji hopes talks go on, and Samoa attacked Tonga."),
        ("en", "Fiji began to attack Tonga."),
        ("en", "Fiji used drones to attack Tonga."),
        ("en", "Fiji did not hesitate to attack Tonga."),
        ("en", "Fiji claims to have attacked Tonga."),
        ("en", "Fiji had to withdraw its troops."),
        ("en", "Fiji asked for calm and attacked Tonga."),
        ("id", "Fiji mau tak mau menarik pasukannya."),
        ("en", "A man suspected of spying was arrested by police in Fiji."),
        ("id", "Pria yang diduga menjadi mata-mata menipu teman itu ditangkap polisi Fiji."),
        ("id", "Fiji berharap tentara yang menyerang Tonga pulang."),
        ("id", "Fiji berharap damai, dan Samoa menyerang Tonga."),
        ("id", "Fiji berharap serangan Samoa terhadap Tonga berakhir."),
        ("id", "Tidak ada keraguan bahwa Fiji menyerang Tonga."),
        ("id", "Fiji tidak ragu-ragu menyerang Tonga."),
        # where nobody was hurt, or perhaps somebody
        ("id", "Tidak ada korban dalam serangan Fiji ke Tonga."),
        ("id", "Belum jelas apakah ada yang tewas dalam serangan Fiji ke Tonga."),
        ("en", "It was not clear whether anyone was killed in the Fijian attack on Tonga."),
    ],
)
def test_what_is_told_as_done_stays_so(language: str, text: str) -> None:
    assert Status.ASSERTED in [found for found, _ in statuses(language, text)]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "inner", "main"),
    [
        ("en", "A man suspected of killing a Peruvian judge was arrested by police in Bolivia.", "killing", "arrested"),
        ("id", "Tentara yang dituduh membunuh warga Peru ditangkap polisi Bolivia.", "membunuh", "ditangkap"),
    ],
)
def test_what_is_done_with_the_accused_is_told_by_the_report(language: str, text: str, inner: str, main: str) -> None:
    status = {e.trigger.of(text): (e.status, e.speaker) for e in coded(text, language)}
    assert status[inner][0] is Status.ALLEGED
    assert status[main] == (Status.ASSERTED, None)


@pytest.mark.usefixtures("silent")
def test_an_act_without_hesitation_is_told() -> None:
    text = "Fiji did not hesitate to attack Tonga."
    assert [e.status for e in coded(text, "en")] == [Status.ASSERTED]


def test_a_wish_reaches_a_verb_that_no_cue_tells(silent: Scripted) -> None:
    silent.acts["send missiles"] = act(EventType.MOBILIZE, 0.99, Told("actor", "Fiji"))
    (event,) = coded("Samoa hopes Fiji will send missiles.", "en")
    assert event.status is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("id", "Jika benar, serangan itu melanggar perjanjian damai Fiji dan Tonga.", Status.HYPOTHETICAL),
        ("en", "If confirmed, the attack by Fiji would violate a treaty.", Status.HYPOTHETICAL),
        ("en", "If Tonga is right, the attack by Fiji in May broke a treaty.", Status.ASSERTED),
    ],
)
def test_a_deed_of_which_it_is_asked_whether_it_is_so(language: str, text: str, status: Status) -> None:
    assert status in [found for found, _ in statuses(language, text)]
