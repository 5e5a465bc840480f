"""Who is said to be behind an act, by whom it is believed to have been done, and what only stands behind a negation."""

import pytest
from tests.annotate.test_events_headlines import coded
from tests.annotate.test_events_orders import told


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("id", "Boko Haram berada di balik serangan terhadap Chad.", ["ASSAULT BOKOHARAM>TCD asserted"]),
        ("id", "Boko Haram diduga kuat menjadi dalang serangan terhadap Chad.", ["ASSAULT BOKOHARAM>TCD alleged"]),
        ("id", "Belum ada kelompok yang mengaku bertanggung jawab atas serangan ke Chad.", ["ASSAULT >TCD asserted"]),
        ("en", "Boko Haram was behind the attack on Chad.", ["ASSAULT BOKOHARAM>TCD asserted"]),
        ("en", "Police suspect Boko Haram was behind the attack on Chad.", ["ASSAULT BOKOHARAM>TCD alleged"]),
        ("en", "No group has claimed responsibility for the attack on Chad.", ["ASSAULT >TCD asserted"]),
    ],
)
def test_who_is_behind_an_act_does_it(language: str, text: str, want: list[str]) -> None:
    assert [told(e).replace("UNKNOWN>", ">") for e in coded(text, language)] == want


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        ("id", "Serangan ke Chad itu diduga dilakukan oleh Boko Haram.", "ASSAULT BOKOHARAM>TCD alleged"),
        ("id", "Serangan ke Chad itu disebut didalangi Boko Haram.", "ASSAULT BOKOHARAM>TCD alleged"),
        ("en", "The attack on Chad was carried out by Boko Haram.", "ASSAULT BOKOHARAM>TCD asserted"),
        (
            "en",
            "The attack on Chad is believed to have been carried out by Boko Haram.",
            "ASSAULT BOKOHARAM>TCD alleged",
        ),
        ("en", "The attack on Chad was reportedly ordered by Boko Haram.", "ASSAULT BOKOHARAM>TCD alleged"),
    ],
)
def test_by_whom_an_act_is_believed_to_be_done(language: str, text: str, want: str) -> None:
    assert want in [told(e) for e in coded(text, language)]


@pytest.mark.usefixtures("silent")
def test_who_reports_an_act_did_not_do_it() -> None:
    (event,) = coded("Serangan ke Chad itu dilaporkan oleh Kenya.", "id")
    assert "KEN" not in [p.code for p in event.actors]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Peru tidak gentar menghadapi ancaman Bolivia."),
        ("id", "Peru tidak takut akan sanksi Bolivia."),
        ("en", "Peru is not worried about the sanctions of Bolivia."),
        ("en", "Peru does not regret the attack on Bolivia."),
    ],
)
def test_what_nobody_fears_or_regrets_is_not_denied(language: str, text: str) -> None:
    assert "denied" not in [e.status for e in coded(text, language)]


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Peru blamed the attack on Boko Haram.", ["ACCUSE PER>BOKOHARAM asserted", "ASSAULT BOKOHARAM> alleged"]),
        (
            "Peru blamed Boko Haram for the attack on Chad.",
            ["ACCUSE PER>BOKOHARAM asserted", "ASSAULT BOKOHARAM>TCD alleged"],
        ),
        (
            "The attack on Chad was widely blamed on Boko Haram.",
            ["ASSAULT BOKOHARAM>TCD alleged", "ACCUSE UNKNOWN>BOKOHARAM asserted"],
        ),
    ],
)
def test_an_act_is_theirs_on_whom_it_is_blamed(text: str, want: list[str]) -> None:
    assert [told(e) for e in coded(text, "en")] == want


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Peru menerima laporan mengenai serangan ke Chili."),
        ("id", "Peru mengumumkan rincian serangan ke Chili."),
        ("en", "Peru received reports of an attack on Chile."),
        ("en", "Peru had no knowledge of the attack on Chile."),
    ],
)
def test_who_only_knows_of_an_act_has_not_done_it(language: str, text: str) -> None:
    assert [told(e).partition(" ")[2].partition(" ")[0] for e in coded(text, language)] == ["UNKNOWN>CHL"]
