"""Denials of one speaker about one act of their own side, over reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.builders import BLR, LUKASHENKO, NOW, OPPOSITION, RUS, UKR, Says, report

from kawat import query
from kawat.cli import lines
from kawat.model import EventType, Record, Status, Tie, TieKind
from kawat.store import SqlStore, open_store

DENIED = Status.DENIED


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        yield opened


def keep(store: SqlStore, *records: Record) -> None:
    with store.writer() as writer:
        for record in records:
            writer.put(record, NOW, {})


def accused(name: str, published: date) -> Record:
    """A report of an accusation, of the act that it is about, and of its denial."""
    made = report(
        name,
        Says("Minsk dituduh hendak ikut bertempur di Ukraina.", EventType.ACCUSE, (), (BLR,)),
        Says("Tentara Belarusia disebut ikut bertempur di Ukraina.", EventType.ASSAULT, (BLR,), (), Status.ALLEGED),
        Says("Lukashenko membantah tuduhan tersebut.", EventType.REJECT, (LUKASHENKO,)),
        published=published,
    )
    accusation, act, denial = (claim.id for claim in made.claims)
    ties = (
        Tie(TieKind.ACCUSES, accusation, act, "the act stands in its words"),
        Tie(TieKind.ANSWERS, denial, accusation, "the denier is the one accused"),
        Tie(TieKind.ANSWERS, denial, act, "the denier is the one accused"),
    )
    return replace(made, ties=ties)


def refuses(name: str, published: date, *parties: object, **said: object) -> Record:
    actors, recipients = parties or ((BLR,), (UKR,))
    kind = said.pop("type", EventType.MOBILIZE)
    speaker = said.pop("speaker", LUKASHENKO)
    sentence = f"Belarusia tidak akan mengirim tentara, kata Lukashenko ({name})."
    return report(name, Says(sentence, kind, actors, recipients, DENIED, speaker), published=published)  # type: ignore[arg-type]


def test_a_denial_and_a_later_refusal_are_one_stance(store: SqlStore) -> None:
    keep(store, refuses("b", date(2023, 9, 16)), accused("a", date(2022, 3, 12)))
    dossier = query.actor(store, "Lukashenko")
    (stance,) = dossier.stances
    assert (stance.speaker, stance.doer, stance.objects) == (LUKASHENKO.id, "BLR", ("UKR",))
    assert stance.types == (EventType.ASSAULT, EventType.MOBILIZE)
    assert [row.header.published.date() for row in stance.claims if row.header.published] == [
        date(2022, 3, 12),
        date(2023, 9, 16),
    ]
    assert stance.claims[0].sentence == "Lukashenko membantah tuduhan tersebut."
    assert dossier.to_dict()["stances"] == [stance.to_dict()]
    shown = list(lines.dossier(dossier))
    assert any("stance: denies ASSAULT, MOBILIZE of BLR to UKR in 2 reports" in line for line in shown)


@pytest.mark.parametrize(
    "later",
    [
        accused("a", date(2022, 3, 12)),  # the same report alone
        refuses("c", date(2023, 9, 16), (RUS,), (UKR,)),  # what others do
        refuses("c", date(2023, 9, 16), speaker=OPPOSITION),  # another speaker
        refuses("c", date(2023, 9, 16), type=EventType.CONSULT),  # another kind of act
    ],
)
def test_what_is_no_stance(store: SqlStore, later: Record) -> None:
    keep(store, accused("a", date(2022, 3, 12)), later)
    assert query.actor(store, "Lukashenko").stances == ()


def test_denials_about_two_others_are_two_stances(store: SqlStore) -> None:
    told = [
        refuses(f"{code}{year}", date(year, 5, 1), (BLR,), (who,))
        for code, who in (("u", UKR), ("r", RUS))
        for year in (2022, 2023)
    ]
    keep(store, *told)
    assert [one.objects for one in query.actor(store, "Lukashenko").stances] == [("RUS",), ("UKR",)]
