import pytest
from tests.annotate.marked import marked

from kawat.annotate import mentions
from kawat.annotate.status import StatusCue, status_cues, status_of
from kawat.annotate.voice import view
from kawat.lang import LANGUAGES
from kawat.model import Status
from kawat.ontology import cues

ROWS = [(language, row) for language in LANGUAGES for row in status_cues(language)]


def statuses(language: str, text: str) -> list[tuple[Status, str | None]]:
    """The status and its cue of every act cue of a sentence."""
    document = mentions.find(marked((text,), language))
    seen = view(document, document.sentences[0])
    return [
        (reading.status, reading.cue)
        for rows in cues(language).find(list(seen.tokens))
        for reading in (status_of(seen, f) for f in rows)
    ]


@pytest.mark.parametrize(
    ("language", "row"), ROWS, ids=[f"{language}-{' '.join(r.words)}-{r.scope}" for language, r in ROWS]
)
def test_every_row_holds_in_its_example(language: str, row: StatusCue) -> None:
    assert row.status in [status for status, _ in statuses(language, row.example)]


@pytest.mark.parametrize(
    ("language", "text", "status", "cue"),
    [
        ("id", "Rusia menyerang Odesa.", Status.ASSERTED, None),
        ("id", "Rusia, kata Kiev, menyerang Odesa.", Status.ASSERTED, None),
        ("id", "Hampir setiap hari tentara Rusia menyerang Odesa.", Status.ASSERTED, None),
        ("id", "Hampir 20 kali Rusia menyerang Odesa.", Status.ASSERTED, None),
        ("en", "Russia almost every day attacked Odesa.", Status.ASSERTED, None),
        # over brackets and a relative clause between commas, not over another clause
        ("id", "Serangan Rusia ke Odesa pada Rabu (8/3/2023) dibatalkan.", Status.DENIED, "dibatalkan"),
        (
            "en",
            "The attack by Russia on Odesa, which was set for May, was called off.",
            Status.DENIED,
            "was called off",
        ),
        ("en", "The attack by Russia on Odesa ended, and a vote was called off.", Status.ASSERTED, None),
        # a cue of another verb does not reach over it
        ("id", "Ia tidak hadir ketika Rusia menyerang Odesa.", Status.ASSERTED, None),
        ("id", "Rapat itu akan dibuka setelah Rusia menyerang Odesa.", Status.ASSERTED, None),
        ("id", "Rusia menyerang Odesa dan akan pergi.", Status.ASSERTED, None),
        # of two cues in reach the stronger holds
        ("id", "Rusia tidak akan menyerang Odesa.", Status.DENIED, "tidak akan"),
        ("id", "Kim kemungkinan akan menyerang Seoul.", Status.HYPOTHETICAL, "kemungkinan"),
        ("en", "Russia attacked Odesa.", Status.ASSERTED, None),
        ("en", "He was not there when Russia attacked Odesa.", Status.ASSERTED, None),
        ("en", "The hall will open after Russia attacked Odesa.", Status.ASSERTED, None),
        ("en", "Russia will not attack Odesa.", Status.DENIED, "will not"),
        ("en", "Russia will not, however, attack Odesa.", Status.DENIED, "will not"),
        # the verb by which a noun takes place says how sure it is, another verb does not
        ("id", "Serangan Rusia ke Odesa diduga telah dilakukan dari laut.", Status.ALLEGED, "diduga"),
        ("id", "Serangan Rusia ke Odesa diduga menewaskan dua warga.", Status.ASSERTED, None),
        ("id", "Serangan Rusia ke Odesa yang urung dilakukan itu dikecam.", Status.DENIED, "urung"),
        # there is none of it
        ("id", "Tidak ada lagi serangan Rusia ke Odesa.", Status.DENIED, "tidak ada lagi"),
        ("id", "Tidak ada korban serangan Rusia ke Odesa.", Status.ASSERTED, None),
        ("en", "Russia will provide no weapons to Syria.", Status.DENIED, "no"),
        ("en", "No new attack by Russia on Odesa was seen.", Status.DENIED, "no"),
        ("en", "Russia supplied no fewer than 20 tanks to Syria.", Status.ASSERTED, None),
        ("en", "There was no comment on the attack by Russia on Odesa.", Status.ASSERTED, None),
        ("en", "Kim will probably attack Seoul.", Status.HYPOTHETICAL, "probably"),
        # what took place while a plan was told is no plan
        ("en", "President Erdogan said Turkey would send troops when he met Putin.", Status.ASSERTED, None),
        ("en", "Erdogan told Putin that Turkey would leave the pact when he visited Moscow.", Status.ASSERTED, None),
        ("id", "Presiden Rusia akan membahas gas saat mengunjungi Ankara.", Status.PLANNED, "akan"),
        # nobody does what the sentence tells of them, not what it happens in
        ("en", "No one died in the Israeli attack on Syria.", Status.ASSERTED, None),
        ("en", "Nobody was hurt in the attack by Israel on Syria.", Status.ASSERTED, None),
        ("en", "No one other than Russia attacked Ukraine.", Status.ASSERTED, None),
        ("en", "No one in the government attacked Iran.", Status.DENIED, "no one"),
        ("id", "Belum ada komentar dari Israel yang menyerang Suriah pada Senin.", Status.ASSERTED, None),
        ("id", "Tidak ada bukti dari intelijen AS yang menuduh Iran.", Status.ASSERTED, None),
        ("id", "Tidak ada keraguan bahwa Rusia yang menyerang Ukraina.", Status.ASSERTED, None),
        ("id", "Tidak ada korban di rumah sakit yang dibom Israel.", Status.ASSERTED, None),
        # held, though it was put off
        ("en", "Iran held the postponed talks with Iraq.", Status.ASSERTED, None),
        ("id", "Iran dan Irak menggelar pertemuan yang sempat ditunda.", Status.ASSERTED, None),
        # tried is not done, but who tries to attack attacks
        ("id", "Pemberontak Mali berusaha merebut Gao.", Status.PLANNED, "berusaha"),
        ("id", "Pemberontak Mali berusaha menyerang Gao.", Status.ASSERTED, None),
        ("en", "Malian rebels tried to seize the town of Gao.", Status.PLANNED, "tried to"),
        ("en", "Malian rebels tried to attack the army.", Status.ASSERTED, None),
        # a noun right behind the verb that does it is read as a verb is
        ("id", "Rwanda terancam dikenai sanksi Uni Eropa.", Status.HYPOTHETICAL, "terancam"),
        ("id", "Rwanda terancam setelah sanksi Uni Eropa diumumkan.", Status.ASSERTED, None),
        # what is done to a claim is not what it claims
        ("id", "Iran menyebut tuduhan yang telah ditolak Israel itu palsu.", Status.ASSERTED, None),
        # what is waited for may never come
        ("id", "Thailand tidak akan mundur sampai Kamboja menarik pasukan.", Status.HYPOTHETICAL, "sampai"),
        ("id", "Thailand menutup pos itu sampai Kamboja menarik pasukan.", Status.ASSERTED, None),
        ("en", "Thailand will not retreat until Cambodia withdraws troops.", Status.HYPOTHETICAL, "until"),
        # what a thing that is not done was for
        ("id", "Rusia tidak pernah mengirim tentara untuk menyerang Odesa.", Status.DENIED, "tidak pernah"),
        ("en", "Russia did not deploy troops to attack Georgia.", Status.DENIED, "not"),
        ("en", "Chad has not carried out any attacks on Sudan.", Status.DENIED, "not"),
        ("en", "Norway did not carry out the attack on Togo.", Status.DENIED, "not"),
    ],
)
def test_how_far_a_cue_reaches(language: str, text: str, status: Status, cue: str | None) -> None:
    assert (status, cue) in statuses(language, text)


@pytest.mark.parametrize(
    ("language", "text", "trigger", "status"),
    [
        ("id", "Presiden Erdogan berjanji akan menarik pasukan saat bertemu Putin di Moskwa.", "bertemu", "asserted"),
        ("en", "Iran's postponed talks with Iraq were held in Baghdad.", "talks", "asserted"),
        ("en", "Talks between Iran and Iraq were postponed last year but were held in May.", "talks", "asserted"),
        ("en", "Talks between Iran and Iraq were postponed but will be held in May.", "talks", "planned"),
        ("id", "Presiden Turki juga menunda kunjungannya ke Irak.", "kunjungannya", "planned"),
    ],
)
def test_the_status_of_one_act_among_others(language: str, text: str, trigger: str, status: str) -> None:
    document = mentions.find(marked((text,), language))
    seen = view(document, document.sentences[0])
    rows = cues(language).find(list(seen.tokens))
    found = [status_of(seen, f).status for r in rows for f in r if seen.folded[f.first] == trigger]
    assert status in {s.value for s in found}
    assert len(set(found)) == 1 or status == Status.PLANNED
