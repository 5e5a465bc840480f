"""Which reports a store holds, by date: what each gave, and what could not be read in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kawat import knowledge
from kawat.model import Note
from kawat.query.answers import HEADED, Answer, Kind, headed
from kawat.query.conditions import at_least_one, interval
from kawat.query.questions import LIMIT, media
from kawat.store import ArticleFilter, Header, Store


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A report, ready to be shown; `claims` counts what it says, `notes` tell what could not be done in it."""

    COLUMNS: ClassVar[Mapping[str, Kind]] = {**HEADED, "agency": "text", "claims": "count", "notes": "texts"}

    header: Header
    claims: int
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object."""
        return {
            **headed(self.header),
            "agency": self.header.agency,
            "claims": self.claims,
            "notes": [note.message for note in self.notes],
        }


def listed(
    store: Store,
    *,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = LIMIT,
) -> Answer[ArticleRow]:
    """The reports of an outlet, or of all, by the day of their publication. Errors as for `kawat.query.claims`."""
    first, last = interval(since, until)
    wanted = ArticleFilter(media(outlet, "outlet", knowledge.outlet), first, last)
    at_least_one(limit)
    with store.view() as view:
        page = view.articles(wanted, limit)
        read = view.readings(header.article for header in page.rows)
    rows = tuple(ArticleRow(header, *read[header.article]) for header in page.rows)
    notes = () if len(rows) == page.total else (f"the newest {len(rows)} of {page.total}",)
    return Answer(ArticleRow, rows, page.total, notes)
