"""An act in all reports that tell of it → the page that lays them side by side."""

from collections.abc import Callable, Sequence

from kawat import query
from kawat.errors import UnknownNameError
from kawat.export.words import published, when
from kawat.model import Entity, Judgement
from kawat.query import ClaimRow
from kawat.store import Store
from kawat.text import fold, words
from kawat.web.lines import Compared, OriginLine, claim_line, report_line
from kawat.web.pages import EventPage


def event(store: Store, id: str) -> EventPage:  # noqa: A002  the model's word
    """The act that a claim tells of. Raises `UnknownNameError` where no claim has the id."""
    shown = query.show(store, id)
    if shown.claim is None:
        raise UnknownNameError(f"{id} is no claim, so it tells of no act")
    rows = sorted((shown.claim, *shown.same_act), key=lambda row: (query.by_report(row.header), row.id))
    lines = {row.id: claim_line(row) for row in rows}
    origins = tuple(
        OriginLine(one.kind, one.name, one.claims, tuple(lines[claim].chain for claim in one.claims if claim in lines))
        for one in shown.origins
    )
    first = tuple(map(report_line, query.first_told(rows)))
    unsure = sum(link.judgement is Judgement.UNSURE for link in shown.links)
    return EventPage(rows[0].event, tuple(lines.values()), _compared(rows), _only_here(rows), origins, unsure, first)


def _names(parties: Sequence[Entity]) -> str:
    return ", ".join(party.name for party in parties)


_FACTS: tuple[tuple[str, Callable[[ClaimRow], str]], ...] = (
    ("Outlet", lambda row: row.header.outlet or ""),
    ("Published", lambda row: published(row.header.published) if row.header.published else ""),
    ("Act", lambda row: row.type.value + (f"/{row.mode}" if row.mode else "")),
    ("Status", lambda row: row.status.value),
    ("Day", lambda row: when(row.date) if row.date else ""),
    ("Place", lambda row: row.place.name if row.place else ""),
    ("Who", lambda row: _names(row.actors)),
    ("To whom", lambda row: _names(row.recipients)),
    ("On whose word", lambda row: row.chain),
)
_KEYS: dict[str, Callable[[ClaimRow], object]] = {
    "Place": lambda row: (row.place.id or row.place.name) if row.place else None,
    "Who": lambda row: frozenset(party.id for party in row.actors),
    "To whom": lambda row: frozenset(party.id for party in row.recipients),
}
"""What tells whether a fact is the same under two names: "Teluk Oman" is "Gulf of Oman"."""
_OF_THE_REPORT = ("Outlet", "Published", "On whose word")
"""Facts of the report, not of the act: that they differ is no difference."""


def _compared(rows: Sequence[ClaimRow]) -> tuple[Compared, ...]:
    found = []
    for fact, value in _FACTS:
        values = tuple(value(row) for row in rows)
        told = {_KEYS.get(fact, value)(row) for row in rows}
        found.append(Compared(fact, values, fact not in _OF_THE_REPORT and len(told) > 1))
    return tuple(found)


def _only_here(rows: Sequence[ClaimRow]) -> tuple[tuple[str, ...], ...]:
    """For each claim the longer words of its sentence that no other one has: what it adds.

    Only sentences of one language can be compared by their words.
    """
    said = [{fold(w.text): w.text for w in words(row.sentence) if len(w.text) > 3} for row in rows]
    found = []
    for row, mine in zip(rows, said, strict=True):
        others = [one for other, one in zip(rows, said, strict=True) if _one_language(row, other) and one is not mine]
        theirs = {word for one in others for word in one}
        found.append(tuple(text for word, text in mine.items() if word not in theirs) if others else ())
    return tuple(found)


def _one_language(row: ClaimRow, other: ClaimRow) -> bool:
    return row.header.language == other.header.language
