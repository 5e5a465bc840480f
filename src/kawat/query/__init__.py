"""Questions to a store, as functions with typed answers; the command line and the page ask the same ones."""

from kawat.query.answers import Answer, ClaimRow, Dossier, PassageRow, QuoteRow, Shown, chain_text
from kawat.query.names import Meant, resolve
from kawat.query.questions import LIMIT, Narrow, Parties, actor, claims, dyad, quotes, search, show

__all__ = [
    "LIMIT",
    "Answer",
    "ClaimRow",
    "Dossier",
    "Meant",
    "Narrow",
    "Parties",
    "PassageRow",
    "QuoteRow",
    "Shown",
    "actor",
    "chain_text",
    "claims",
    "dyad",
    "quotes",
    "resolve",
    "search",
    "show",
]
