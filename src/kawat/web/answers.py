"""Questions of the page → its pages; every one is asked through `kawat.query`."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from kawat import query
from kawat.errors import QuestionError, UnknownNameError
from kawat.export.contract import to_contract
from kawat.query import ClaimRow
from kawat.store import Store
from kawat.web.marks import paragraphs
from kawat.web.pages import (
    ActorLine,
    ActorPage,
    ArticlePage,
    ClaimLine,
    DyadPage,
    NameLine,
    PartnerLine,
    SearchPage,
    StartPage,
    actor_line,
    claim_line,
    coded_line,
    passage_line,
    quotation_line,
)

FIRST = 60
MOST = 1000
"""No page has more rows than this."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands behind the question mark of an address: conditions as people write them, and how many rows."""

    status: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    limit: str | None = None

    @property
    def rows(self) -> int:
        """How many rows to show. Raises `QuestionError` where that is no number above zero."""
        if self.limit is None:
            return FIRST
        if not (self.limit.isascii() and self.limit.isdigit() and int(self.limit[:9]) > 0):
            raise QuestionError(f"limit must be a number above zero, not {self.limit[:20]!r}")
        return min(int(self.limit[:9]), MOST)

    def more(self, total: int) -> str | None:
        """The address of the same page with more rows; None where all or as many as may be are shown."""
        if self.rows >= min(total, MOST):
            return None
        said = {"status": self.status, "type": self.type, "since": self.since, "until": self.until}
        return "?" + urlencode({k: v for k, v in said.items() if v} | {"limit": min(self.rows * 4, MOST)})


def start(store: Store, asked: Asked) -> StartPage:
    """How much there is, and the newest claims."""
    with store.view() as view:
        counts = view.counts()
    answer = query.claims(store, limit=asked.rows)
    lines = _newest_first(answer.rows)
    return StartPage(counts.articles, counts.quotations, answer.total, lines, asked.more(answer.total))


def dyad(store: Store, left: str, right: str, asked: Asked) -> DyadPage:
    """What two actors did and said to each other. Errors as for `kawat.query.dyad`."""
    answer = query.dyad(
        store,
        left,
        right,
        status=asked.status,
        type=asked.type,
        since=asked.since,
        until=asked.until,
        limit=asked.rows,
    )
    with store.view() as view:
        one, other = actor_line(query.resolve(view, left)), actor_line(query.resolve(view, right))
    return DyadPage(
        left=one,
        right=other,
        total=answer.total,
        claims=_newest_first(answer.rows),
        status=asked.status,
        type=asked.type,
        since=asked.since,
        until=asked.until,
        notes=answer.notes,
        more=asked.more(answer.total),
    )


def actor(store: Store, name: str, asked: Asked) -> ActorPage:
    """What is kept of an actor. Errors as for `kawat.query.actor`."""
    dossier = query.actor(store, name, limit=asked.rows)
    quotes = query.quotes(store, dossier.id, limit=asked.rows)
    return ActorPage(
        actor=ActorLine(dossier.id, dossier.code, dossier.name),
        roles=dossier.roles,
        names=tuple(NameLine(n.name, n.articles, n.first, n.last) for n in dossier.names),
        partners=tuple(
            PartnerLine(coded_line(t.value), t.claims) for t in dossier.counterparts if t.value != "UNKNOWN"
        ),
        total=dossier.claims.total,
        claims=_newest_first(dossier.claims.rows),
        quoted=quotes.total,
        quotations=tuple(quotation_line(row) for row in reversed(quotes.rows)),
        more=asked.more(max(dossier.claims.total, quotes.total)),
    )


def article(store: Store, id: str) -> ArticlePage:  # noqa: A002  the model's word
    """A report with its claims. Raises `UnknownNameError` where no article has the id."""
    shown = query.show(store, id)
    if shown.found.kind != "article":
        shown = query.show(store, shown.found.article)
    record = to_contract(shown.record)
    return ArticlePage(
        article=record.article,
        paragraphs=paragraphs(shown.record),
        claims=tuple(claim_line(row) for row in shown.claims),
        quotations=record.quotations,
        pipeline=record.pipeline,
    )


def search(store: Store, asked: str) -> SearchPage:
    """Actors that the words may mean and passages in which they stand."""
    if not asked.strip():
        return SearchPage("", (), 0, ())
    found = query.search(store, asked, limit=FIRST)
    passages = tuple(passage_line(row) for row in found.rows)
    return SearchPage(asked, _meant(store, asked), found.total, passages)


def shortcut(store: Store, asked: str) -> tuple[str, ...] | None:
    """The parts of the address that the words name at once: an id, two actors with a comma between them, or one."""
    names = [name.strip() for name in asked.split(",")]
    if len(names) == 2 and all(names):
        left, right = (_one(store, name) for name in names)
        return ("dyad", left, right) if left and right and left != right else None
    one = _one(store, asked.strip()) if asked.strip() else None
    return ("actor", one) if one else None


def _one(store: Store, name: str) -> str | None:
    """The id of the one actor of the store that a name means."""
    with store.view() as view:
        try:
            meant = query.resolve(view, name)
        except UnknownNameError:
            return None
        return meant.id if view.present(meant.who) else None


def _meant(store: Store, name: str) -> tuple[ActorLine, ...]:
    with store.view() as view:
        try:
            return (actor_line(query.resolve(view, name)),)
        except UnknownNameError as error:
            return tuple(ActorLine(known_id, "", label) for known_id, label, _ in error.candidates)


def _newest_first(rows: Iterable[ClaimRow]) -> tuple[ClaimLine, ...]:
    """By day, the newest first; those without a day at the end."""
    lines = [claim_line(row) for row in rows]
    dated = [line for line in lines if line.date is not None]
    return (*reversed(dated), *(line for line in lines if line.date is None))
