"""Acts that another act brings about, lets happen, opens the way for or prevents. Rows as in test_events."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.annotate.marked import marked
from tests.annotate.test_events import coded, expected

from kawat.annotate import mentions
from kawat.annotate.events import find
from kawat.annotate.events_governed import governor
from kawat.annotate.voice import view
from kawat.lang import LANGUAGES, table
from kawat.model import Anchor, Document, EventType, Grain, Status
from kawat.ontology import cues
from kawat.ontology.forms import inflect

pytestmark = pytest.mark.usefixtures("silent")

ROWS = [(language, row) for language in LANGUAGES for row in table(language, "status")["governors"]]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{language}-{row['verb']}" for language, row in ROWS])
def test_every_row_holds_in_its_example(language: str, row: dict[str, str]) -> None:
    document = mentions.find(marked((row["example"],), language))
    seen = view(document, document.sentences[0])
    over = [governor(seen, found) for rows in cues(language).find(list(seen.tokens)) for found in rows]
    forms = {form for form, _ in inflect(row["verb"].removeprefix("V:"), language)}
    assert [row["effect"]] == list(dict.fromkeys(g.effect for g in over if g is not None and g.words in forms))


@pytest.mark.parametrize(
    ("language", "sentence", "row"),
    [
        # as sure as the verb over it
        ("id", "[Iran|IRN] membantu [Suriah|SYR] menyerang [Israel|ISR].", "AID IRN>SYR; ASSAULT SYR>ISR"),
        (
            "id",
            "[Iran|IRN] akan membantu [Suriah|SYR] menyerang [Israel|ISR].",
            "AID IRN>SYR/planned; ASSAULT SYR>ISR/planned",
        ),
        ("id", "[Kenya|KEN] memaksa [Somalia|SOM] menarik pasukannya.", "RETREAT SOM>-"),
        ("id", "[Kenya|KEN] tidak memaksa [Somalia|SOM] menarik pasukannya.", ""),
        ("id", "[Kenya|KEN] memaksa [Somalia|SOM] untuk menarik pasukannya.", "RETREAT SOM>-"),
        ("id", "[Somalia|SOM] dipaksa menarik pasukannya.", "RETREAT SOM>-"),
        ("en", "[Kenya|KEN] forced [Somalia|SOM] to withdraw its troops.", "RETREAT SOM>-"),
        ("en", "[Rwanda|RWA] let [the rebels|COD:REB] attack [Congo|COD].", "AGREE RWA>COD:REB; ASSAULT COD:REB>COD"),
        ("en", "[Rwanda|RWA] did not let [the rebels|COD:REB] attack [Congo|COD].", "AGREE RWA>COD:REB/denied"),
        # who uses what is lent, not whose it is; unknown where the text is silent
        (
            "id",
            "[Rwanda|RWA] membiarkan wilayahnya dipakai untuk menyerang [Kongo|COD].",
            "AGREE RWA>-; ASSAULT UNKNOWN>COD",
        ),
        (
            "id",
            "[Chad|TCD] membiarkan wilayahnya dipakai [Prancis|FRA] untuk menyerang [Mali|MLI].",
            "AGREE TCD>-; ASSAULT FRA>MLI",
        ),
        # leave only opens the way
        (
            "id",
            "[Chad|TCD] mengizinkan [Prancis|FRA] menyerang [Mali|MLI].",
            "AGREE TCD>FRA; ASSAULT FRA>MLI/hypothetical",
        ),
        (
            "id",
            "[Chad|TCD] mengizinkan [Prancis|FRA] memakai lapangan itu untuk menyerang [Mali|MLI].",
            "AGREE TCD>FRA; ASSAULT FRA>MLI/hypothetical",
        ),
        ("id", "[Chad|TCD] tidak mengizinkan [Prancis|FRA] menyerang [Mali|MLI].", "AGREE TCD>FRA/denied"),
        ("id", "[Chad|TCD] akan mengizinkan [Prancis|FRA] menyerang [Mali|MLI].", "AGREE TCD>FRA/planned"),
        (
            "en",
            "[Chad|TCD] allowed [France|FRA] to attack [Mali|MLI].",
            "AGREE TCD>FRA; ASSAULT FRA>MLI/hypothetical",
        ),
        ("en", "[Chad|TCD] would not allow [France|FRA] to attack [Mali|MLI].", "AGREE TCD>FRA/denied"),
        # two layers, and below them what was let happen
        (
            "id",
            "[Mali|MLI] menuduh [Chad|TCD] mengizinkan [Prancis|FRA] menyerang [Niger|NER].",
            "ACCUSE MLI>TCD; AGREE TCD>FRA/alleged@MLI; ASSAULT FRA>NER/alleged@MLI",
        ),
        (
            "en",
            "[Mali|MLI] accused [Chad|TCD] of helping [France|FRA] attack [Niger|NER].",
            "ACCUSE MLI>TCD; AID TCD>FRA/alleged@MLI; ASSAULT FRA>NER/alleged@MLI",
        ),
        # what is prevented or forbidden is not to be, and no record beside that of the ban
        ("id", "[Kenya|KEN] mencegah [Uganda|UGA] menyerang [Rwanda|RWA].", "ASSAULT UGA>RWA/denied"),
        ("id", "[Kenya|KEN] melarang [Uganda|UGA] menyerang [Rwanda|RWA].", "COERCE KEN>UGA"),
        ("en", "[Kenya|KEN] prevented [Uganda|UGA] from attacking [Rwanda|RWA].", "ASSAULT UGA>RWA/denied"),
        ("en", "[Kenya|KEN] failed to prevent [Uganda|UGA] from attacking [Rwanda|RWA].", "ASSAULT UGA>RWA"),
        ("id", "[Kenya|KEN] gagal mencegah [Uganda|UGA] menyerang [Rwanda|RWA].", "ASSAULT UGA>RWA"),
        ("id", "[Kenya|KEN] tidak mencegah [Uganda|UGA] menyerang [Rwanda|RWA].", "ASSAULT UGA>RWA"),
        (
            "en",
            "[Kenya|KEN] let [Uganda|UGA] use its bases to bomb [Rwanda|RWA].",
            "AGREE KEN>UGA; ASSAULT UGA>RWA/hypothetical",
        ),
        (
            "id",
            "[Kenya|KEN] membiarkan [Uganda|UGA] memakai pangkalan untuk membom [Rwanda|RWA].",
            "AGREE KEN>UGA; ASSAULT UGA>RWA/hypothetical",
        ),
        (
            "id",
            "[Mali|MLI] menuduh [Chad|TCD] membiarkan [Prancis|FRA] menyerang [Niger|NER].",
            "ACCUSE MLI>TCD; AGREE TCD>FRA/alleged@MLI; ASSAULT FRA>NER/alleged@MLI",
        ),
        ("en", "[Kenya|KEN] banned [Uganda|UGA] from attacking [Rwanda|RWA].", "COERCE KEN>UGA"),
        # what is done to help is done by the helper
        ("id", "[Iran|IRN] membantu [Suriah|SYR] dengan menyerang [Israel|ISR].", "AID IRN>SYR; ASSAULT IRN>ISR"),
        ("en", "[Iran|IRN] helped [Syria|SYR] by attacking [Israel|ISR].", "AID IRN>SYR; ASSAULT IRN>ISR"),
    ],
)
def test_inner_acts(language: str, sentence: str, row: str) -> None:
    assert coded(marked((sentence,), language)) == expected(row)


def dated(sentence: str, language: str, day: date, published: date) -> Document:
    document = marked((sentence,), language)
    times = tuple(replace(t, start=day, end=day, grain=Grain.DAY, anchor=Anchor.ABSOLUTE) for t in document.times)
    told = datetime(published.year, published.month, published.day, tzinfo=UTC)
    return replace(document, times=times, article=replace(document.article, published=told))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "[Chad|TCD] mengizinkan [Prancis|FRA] menyerang [Mali|MLI] pada {3 Mei 2019}."),
        ("en", "[Chad|TCD] allowed [France|FRA] to attack [Mali|MLI] on {3 May 2019}."),
    ],
)
def test_leave_told_as_history_was_used(language: str, sentence: str) -> None:
    long_after = find(dated(sentence, language, date(2019, 5, 3), date(2021, 5, 3))).events
    assert [(e.type, e.status, e.time is not None) for e in long_after] == [
        (EventType.AGREE, Status.ASSERTED, True),
        (EventType.ASSAULT, Status.ASSERTED, True),
    ]
    the_same_week = find(dated(sentence, language, date(2019, 5, 3), date(2019, 5, 5))).events
    assert [e.status for e in the_same_week] == [Status.ASSERTED, Status.HYPOTHETICAL]
