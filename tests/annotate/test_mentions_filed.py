"""Where a report was filed says a little of whose people it speaks; what a sentence names says more."""

import pytest

from kawat.annotate import annotate
from kawat.annotate.mentions import find
from kawat.annotate.sentences import split
from kawat.model import Article, Block, BlockKind, Document, Span


def codes(text: str, place: str | None, language: str) -> dict[str, str]:
    """The code of each mention by its words."""
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),)
    article = Article("a", "a", text, blocks, "0", language, dateline_place=place)
    made = find(split(Document(article)))
    of = {e.id: e.code for e in made.entities}
    return {m.span.of(text): of[m.entities[0]] for m in made.mentions if m.entities}


def test_an_unknown_person_of_a_report_filed_abroad_is_of_no_state_of_the_press() -> None:
    text = "Menteri Dalam Negeri Oscar Quispe menolak tuduhan itu."
    assert codes(text, "LIMA", "id")["Menteri Dalam Negeri Oscar Quispe"] == "PER"
    assert codes(text, None, "id")["Menteri Dalam Negeri Oscar Quispe"] == "IDN"


def test_the_press_own_state_counts_where_the_report_names_it() -> None:
    text = "Indonesia mengirim bantuan ke Peru. Menteri Sosial Ratna Wijaya berangkat bersama 30 prajurit Indonesia."
    assert codes(text, "LIMA", "id")["Menteri Sosial Ratna Wijaya"] == "IDN"


@pytest.mark.parametrize(("place", "code"), [("BISHKEK", "KGZ"), ("TASHKENT", "UZB")])
def test_of_two_states_that_are_told_of_alike_the_one_of_the_dateline(place: str, code: str) -> None:
    text = "Kyrgyzstan and Uzbekistan signed a deal. Two lawyers, Nurbek Asanov and Timur Karim, were there."
    assert codes(text, place, "en")["Nurbek Asanov"] == f"{code}:CVL"


def test_who_the_sentence_says_people_are_goes_before_the_dateline() -> None:
    text = "The Taliban closed schools. Gaza's children suffer too."
    assert codes(text, "KABUL", "en")["Gaza's children"] == "PSE:CVL"


def test_a_person_told_of_far_from_a_group_is_not_one_of_its_men() -> None:
    text = (
        "Sudan's army fought the Rapid Support Forces. The town fell. Shops were shut. "
        "The road was closed. Hamid Bashir saw smoke in Sudan."
    )
    assert codes(text, None, "en")["Hamid Bashir"] == "SDN"


@pytest.mark.parametrize(("place", "code"), [("BISSAU", "GNB:COP"), (None, None)])
def test_no_other_state_near_an_act_claims_those_of_the_dateline(place: str | None, code: str | None) -> None:
    text = (
        "Soldiers in Guinea-Bissau freed the minister and let him leave for Portugal. The junta had held him since the "
        "takeover, in which at least four presidential guards were killed."
    )
    article = Article(
        "a", "a", text, (Block(Span(0, len(text)), BlockKind.BODY),), "0", language="en", dateline_place=place
    )
    hit = {p.code for e in annotate(article).events if e.trigger.of(text) == "killed" for p in e.recipients}
    assert (hit == {code}) is (place is not None)
