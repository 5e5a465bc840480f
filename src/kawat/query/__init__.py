"""Questions to a store, as functions with typed answers; the command line and the page ask the same ones."""

from kawat.query.acts import behind, reading, settle_all, unlike, unsettled
from kawat.query.answers import Answer, Checked, ClaimRow, PassageRow, QuoteRow, Shown, chain_text
from kawat.query.beside import Beside, beside, by_act
from kawat.query.briefs import Briefs, brief, brief_dyad, brief_network
from kawat.query.corrections import hold_all, unheld
from kawat.query.dossier import Dossier
from kawat.query.events import ChangeRow, Compared, EventRow, Month, changes, compare, events, monthly
from kawat.query.exports import ANY, export, status_asked
from kawat.query.first import by_report, first_told
from kawat.query.joining import Joined, apart, same, unjudged
from kawat.query.judgements import Judged, Signed, merge, split, withdraw
from kawat.query.listed import ArticleRow, listed
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
from kawat.query.reviews import (
    FIELDS,
    Agreement,
    Progress,
    around,
    claim,
    last_word,
    next_claim,
    progress,
    review,
    rows,
    signed,
    waiting,
)
from kawat.query.sectors import coded_name
from kawat.query.stances import Stance
from kawat.query.told import told_acts

__all__ = [
    "ANY",
    "FIELDS",
    "LIMIT",
    "Agreement",
    "Answer",
    "ArticleRow",
    "Beside",
    "Briefs",
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
    "Stance",
    "actor",
    "apart",
    "around",
    "articles",
    "behind",
    "beside",
    "brief",
    "brief_dyad",
    "brief_network",
    "by_act",
    "by_report",
    "chain_text",
    "changes",
    "claim",
    "claims",
    "coded_name",
    "compare",
    "dyad",
    "events",
    "export",
    "first_told",
    "hold_all",
    "last_word",
    "listed",
    "merge",
    "monthly",
    "next_claim",
    "places",
    "progress",
    "quotes",
    "reading",
    "resolve",
    "review",
    "rows",
    "same",
    "search",
    "settle_all",
    "show",
    "signed",
    "split",
    "status_asked",
    "told_acts",
    "unheld",
    "unjudged",
    "unlike",
    "unsettled",
    "waiting",
    "withdraw",
]
