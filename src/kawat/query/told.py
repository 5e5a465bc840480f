"""The acts that claims of any question tell."""

from typing import Unpack

from kawat.query.answers import Answer
from kawat.query.conditions import at_least_one
from kawat.query.events import EventRow, told_by
from kawat.query.questions import LIMIT, Parties, wanted
from kawat.store import Store


def told_acts(store: Store, **asked: Unpack[Parties]) -> Answer[EventRow]:
    """The acts that the claims of a question tell, an act a row, by date; each with all that reports say of it.

    `limit` counts the newest claims. Errors as for `kawat.query.claims`.
    """
    limit = at_least_one(asked.get("limit", LIMIT))
    with store.view() as view:
        condition, meant = wanted(view, asked)
        page = view.claims(condition, limit)
        rows = told_by(view, page.rows)
    cut = () if len(page.rows) == page.total else (f"acts of the newest {len(page.rows)} of {page.total} claims",)
    notes = (*(one.note for one in meant if one is not None and one.note), *cut)
    return Answer(EventRow, tuple(rows), len(rows), notes)
