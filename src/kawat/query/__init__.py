"""Questions to a store, as functions with typed answers; the command line and the page ask the same ones."""

from kawat.query.acts import reading
from kawat.query.answers import Answer, ClaimRow, Dossier, PassageRow, QuoteRow, Shown, chain_text
from kawat.query.events import ChangeRow, Compared, EventRow, Month, changes, compare, events, monthly
from kawat.query.exports import ANY, export, status_asked
from kawat.query.judgements import Judged, Signed, merge, split, withdraw
from kawat.query.names import Meant, resolve
from kawat.query.questions import LIMIT, Narrow, Parties, actor, articles, claims, dyad, quotes, search, show

__all__ = [
    "ANY",
    "LIMIT",
    "Answer",
    "ChangeRow",
    "ClaimRow",
    "Compared",
    "Dossier",
    "EventRow",
    "Judged",
    "Meant",
    "Month",
    "Narrow",
    "Parties",
    "PassageRow",
    "QuoteRow",
    "Shown",
    "Signed",
    "actor",
    "articles",
    "chain_text",
    "changes",
    "claims",
    "compare",
    "dyad",
    "events",
    "export",
    "merge",
    "monthly",
    "quotes",
    "reading",
    "resolve",
    "search",
    "show",
    "split",
    "status_asked",
    "withdraw",
]
