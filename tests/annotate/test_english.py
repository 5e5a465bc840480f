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
