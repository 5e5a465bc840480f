"""The cases of chains: halves by their rule, both languages in every class, and what the open half must give."""

import pytest
from benchmarks.chains import Outcome, cases, half_of, outcomes

from kawat.model import Hop, HopKind
from kawat.record.chain import photo_chain, state_media


def test_there_are_enough_cases_and_half_are_held() -> None:
    rows = cases()
    assert len(rows) >= 120
    assert len({(c.language, c.kind, c.text) for c in rows}) == len(rows)
    held = sum(c.half == "held" for c in rows)
    assert 0.4 < held / len(rows) < 0.6
    assert {c.kind for c in rows if c.language == "id"} == {c.kind for c in rows if c.language == "en"}


def test_the_half_of_a_case_follows_from_its_words() -> None:
    assert all(c.half == half_of(c.language, c.kind, c.text) for c in cases())


@pytest.fixture(scope="module")
def read() -> list[Outcome]:
    return [o for o in outcomes() if o.case.half == "seen"]


def test_the_open_half_is_right(read: list[Outcome]) -> None:
    assert [o.case.text for o in read if not o.right] == []


def test_a_chain_ends_where_nobody_is_named() -> None:
    (maker,) = photo_chain("Istimewa", "id")
    assert (maker.kind, maker.name, maker.named) == (HopKind.PHOTOGRAPHER, None, False)


def test_the_maker_comes_first_and_the_agency_that_passed_it_on_last() -> None:
    hops = photo_chain("Kremlin Pool/Sputnik/Ivan Sokol via REUTERS", "en")
    assert [(h.kind.value, h.name) for h in hops] == [
        ("photographer", "Ivan Sokol"), ("principal", "Kremlin"), ("agency", "Sputnik"), ("agency", "REUTERS"),
    ]  # fmt: skip


def test_only_media_that_a_state_owns_are_state_media() -> None:
    hops = (
        Hop(HopKind.SPEAKER, "X", "RUS"),
        Hop(HopKind.AGENCY, "TASS", "m:tass"),
        Hop(HopKind.AGENCY, "AFP", "m:afp"),
    )
    assert state_media(hops) == ("RUS",)
