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
        ("en", "Kim will probably attack Seoul.", Status.HYPOTHETICAL, "probably"),
    ],
)
def test_how_far_a_cue_reaches(language: str, text: str, status: Status, cue: str | None) -> None:
    assert (status, cue) in statuses(language, text)
