"""What English reports have of their own: who acts and who speaks. Own sentences in wire style."""

import pytest

from kawat.annotate.gold import predict


def read(*texts: str) -> list[dict]:  # type: ignore[type-arg]
    lines = [{"id": str(i), "block": "own", "text": text} for i, text in enumerate(texts)]
    return [event for line in predict(lines, "en") for event in line["events"]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen in northern Mali on Monday abducted two French engineers.", "MLI:REB"),
        ("The minister rejected Israeli plans to annex the valley and urged Egypt to act.", "ISR"),
        ("The United States condemned Russian attacks on Ukraine and promised Kyiv weapons.", "USA"),
    ],
)
def test_who_acts_is_no_place_and_no_one_whose_plans_or_attacks_are_told(text: str, code: str) -> None:
    assert code in {actor["code"] for actor in read(text)[-1]["actors"]}


@pytest.mark.parametrize(
    "text",
    [
        "In Ramallah, an estimated 2,000 Jordanian workers rallied on Friday.",
        "An alleged Israeli missile strike on Syria killed 18 people in January.",
        "The United States condemned the Russian attack on Ukraine.",
    ],
)
def test_what_describes_tells_no_speaker(text: str) -> None:
    assert [event["speaker"] for event in read(text)] == [None] * len(read(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ivory Coast's President Laurent Gbagbo on Thursday sacked a minister, a presidential spokesman said.", "CIV"),
        ("Iran seized a Greek tanker, state radio reported on Friday.", "IRN:MED"),
        ("State media said on Monday that North Korea had sacked its premier.", "PRK:MED"),
    ],
)
def test_spokesmen_and_state_media_are_of_the_state_that_is_told_of(text: str, code: str) -> None:
    assert {event["speaker"]["code"] for event in read(text)} == {code}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Egypt brokered a truce between Israel and Hamas on Monday.",
            {("CONSULT", ("EGY", "HAMAS", "ISR")), ("RETREAT", ("HAMAS", "ISR"))},
        ),
        (
            "The United States, which brokered the 2022 ceasefire in Tigray, closed its embassy.",
            {("CONSULT", ("USA",)), ("RETREAT", ("UNKNOWN",)), ("SANCTION", ("USA",))},
        ),
        (
            "Talks mediated by Oman between Iran and the United States collapsed on Friday.",
            {("CONSULT", ("IRN", "OMN", "USA"))},
        ),
    ],
)
def test_who_mediates_is_no_party_of_the_truce(text: str, expected: set[tuple[str, tuple[str, ...]]]) -> None:
    told = {(e["type"], tuple(sorted(p["code"] for p in e["actors"]))) for e in read(text)}
    assert told == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Turkey scrapped a planned meeting with Greece on Monday.", ("REJECT", "asserted")),
        ("India called off talks with Pakistan after the attack.", ("REJECT", "asserted")),
        ("A planned summit between Trump and Putin in Budapest was called off.", ("CONSULT", "denied")),
    ],
)
def test_who_calls_off_a_meeting_refuses_it_and_what_nobody_calls_off_is_not_held(
    text: str, told: tuple[str, str]
) -> None:
    (event,) = (e for e in read(text) if e["type"] != "ASSAULT")
    assert (event["type"], event["status"]) == told


def test_who_is_under_house_arrest_is_no_parliament() -> None:
    (event,) = read("Uganda's police placed the opposition leader under house arrest on Friday.")
    assert {p["code"] for p in event["recipients"]} == {"UGA:OPP"}


def test_who_accuses_in_a_clause_without_its_pronoun_acts() -> None:
    (event,) = (
        e for e in read("Moldova expelled two Russian diplomats it accused of spying.") if e["type"] == "ACCUSE"
    )
    assert [p["code"] for p in event["actors"]] == ["MDA"]
    assert [p["code"] for p in event["recipients"]] == ["RUS"]


def test_what_the_sentence_tells_of_the_accused_is_no_accusation() -> None:
    (event,) = (
        e for e in read("A general accused of killing civilians was arrested in Peru.") if e["type"] == "COERCE"
    )
    assert (event["status"], event["speaker"]) == ("asserted", None)


def test_what_somebody_alleges_is_alleged() -> None:
    (event,) = (e for e in read("Canada alleged that Peru attacked Venezuela.") if e["type"] == "ASSAULT")
    assert (event["status"], event["speaker"]["code"]) == ("alleged", "CAN")


def test_what_nobody_rules_out_is_open() -> None:
    (event,) = read("The Netherlands did not rule out sending troops to Mali.")
    assert (event["type"], event["status"]) == ("MOBILIZE", "hypothetical")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("No vessel was detained in Peru.", "denied"),
        ("Peru arrested nobody.", "denied"),
        ("No fewer than 20 people were arrested in Peru.", "asserted"),
        ("With no warning Peru attacked Chile.", "asserted"),
    ],
)
def test_nobody_is_nobody_and_no_fewer_are_many(text: str, status: str) -> None:
    assert [e["status"] for e in read(text)] == [status]
