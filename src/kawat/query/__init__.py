"""Questions to a store, as functions with typed answers; the command line and the page ask the same ones."""

from kawat.query.acts import reading, settle_all, unlike
from kawat.query.answers import Answer, Checked, ClaimRow, PassageRow, QuoteRow, Shown, chain_text
from kawat.query.dossier import Dossier
from kawat.query.events import ChangeRow, Compared, EventRow, Month, changes, compare, events, monthly
from kawat.query.exports import ANY, export, status_asked
from kawat.query.joining import Joined, apart, same, unjudged
from kawat.query.judgements import Judged, Signed, merge, split, withdraw
from kawat.query.names import Meant, resolve
from kawat.query.questions import (
    LIMIT,
    Narrow,
    Parties,
    PlaceTally,
    actor,
    articles,
    claims,
    dyad,
    places,
    quotes,
    search,
    show,
)
from kawat.query.reviews import FIELDS, Agreement, Progress, last_word, next_claim, progress, review, signed

__all__ = [
    "ANY",
    "FIELDS",
    "LIMIT",
    "Agreement",
    "Answer",
    "ChangeRow",
    "Checked",
    "ClaimRow",
    "Compared",
    "Dossier",
    "EventRow",
    "Joined",
    "Judged",
    "Meant",
    "Month",
    "Narrow",
    "Parties",
    "PassageRow",
    "PlaceTally",
    "Progress",
    "QuoteRow",
    "Shown",
    "Signed",
    "actor",
    "apart",
    "articles",
    "chain_text",
    "changes",
    "claims",
    "compare",
    "dyad",
    "events",
    "export",
    "last_word",
    "merge",
    "monthly",
    "next_claim",
    "places",
    "progress",
    "quotes",
    "reading",
    "resolve",
    "review",
    "same",
    "search",
    "settle_all",
    "show",
    "signed",
    "split",
    "status_asked",
    "unjudged",
    "unlike",
    "withdraw",
]
