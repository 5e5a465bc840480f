"""Two reports → the page that lays side by side what both tell, and what only one of them does."""

from collections.abc import Callable

from kawat import query
from kawat.model import Entity
from kawat.model.codes import UNKNOWN, side_of
from kawat.query import ClaimRow
from kawat.store import Store
from kawat.web.lines import BesideLine, SharedLine, claim_line, report_line
from kawat.web.pages import ComparePage


def compare(store: Store, left: str, right: str) -> ComparePage:
    """Two articles by their ids or addresses. Errors as for `kawat.query.compare`."""
    found = query.compare(store, left, right)
    return ComparePage(
        left=report_line(found.left),
        right=report_line(found.right),
        relay=found.relay.kind if found.relay else None,
        both=tuple(_shared(mine, theirs) for mine, theirs in query.by_act(found.both)),
        only_left=tuple(map(claim_line, found.only_left)),
        only_right=tuple(map(claim_line, found.only_right)),
    )


def _shared(mine: tuple[ClaimRow, ...], theirs: tuple[ClaimRow, ...]) -> SharedLine:
    return SharedLine(tuple(map(claim_line, mine)), tuple(map(claim_line, theirs)), _differing(mine, theirs))


def _differing(mine: tuple[ClaimRow, ...], theirs: tuple[ClaimRow, ...]) -> tuple[str, ...]:
    """The facts on which two reports say otherwise; what one of them leaves out is no difference."""
    found = []
    for fact, value in _FACTS:
        left, right = ({value(row) for row in rows} - {None, frozenset()} for rows in (mine, theirs))
        if left and right and left != right:
            found.append(fact)
    return tuple(found)


def _days(row: ClaimRow) -> object:
    return (row.date.start, row.date.end) if row.date else None


def _sides(parties: tuple[Entity, ...]) -> frozenset[str]:
    """Their states and bodies: "Thailand" and "tentara Thailand" is no contradiction."""
    return frozenset(side_of(party.code) for party in parties) - {UNKNOWN}


_FACTS: tuple[tuple[str, Callable[[ClaimRow], object]], ...] = (
    ("Type", lambda row: row.type),
    ("Status", lambda row: row.status),
    ("Day", _days),
    ("Place", lambda row: (row.place.id or row.place.name) if row.place else None),
    ("Who", lambda row: _sides(row.actors)),
    ("To whom", lambda row: _sides(row.recipients)),
)


def beside(store: Store, article: str) -> tuple[BesideLine, ...]:
    """The other reports that tell acts of one."""
    found = query.beside(store, article)
    return tuple(BesideLine(report_line(one.header), one.acts, one.relay.kind if one.relay else None) for one in found)
