"""Acts that a report only wishes, weighs, owes, doubts or invents, and what stands behind an infinitive."""

import pytest
from tests.annotate.test_status import statuses

from kawat.model import Status


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
        ("en", "A man suspected of spying was arrested by police in Fiji."),
        ("id", "Pria yang diduga menjadi mata-mata menipu teman itu ditangkap polisi Fiji."),
        ("id", "Fiji berharap tentara yang menyerang Tonga pulang."),
        ("id", "Fiji berharap damai, dan Samoa menyerang Tonga."),
        ("id", "Fiji berharap serangan Samoa terhadap Tonga berakhir."),
        ("id", "Tidak ada keraguan bahwa Fiji menyerang Tonga."),
        ("id", "Fiji tidak ragu-ragu menyerang Tonga."),
    ],
)
def test_what_is_told_as_done_stays_so(language: str, text: str) -> None:
    assert Status.ASSERTED in [found for found, _ in statuses(language, text)]
