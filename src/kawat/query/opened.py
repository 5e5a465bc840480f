"""The questions as methods of an opened store: `kawat.open("kawat.db").claims(actor="Lukashenko", status="denied")`."""

from types import TracebackType
from typing import Self, Unpack

from kawat.query.answers import Answer, ClaimRow, PassageRow, QuoteRow, Shown
from kawat.query.dossier import Dossier
from kawat.query.events import EventRow
from kawat.query.listed import ArticleRow, listed
from kawat.query.questions import LIMIT, Narrow, Parties, actor, claims, dyad, quotes, search, show
from kawat.query.told import told_acts
from kawat.store import Store


class Opened:
    """A store that is only read. Close it, or use it in a `with` statement. Errors are those of the questions."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def claims(self, **asked: Unpack[Parties]) -> Answer[ClaimRow]:
        """Claims that meet every condition given, by date."""
        return claims(self.store, **asked)

    def dyad(self, one: str, other: str, **asked: Unpack[Narrow]) -> Answer[ClaimRow]:
        """What two actors do and say to each other or together, by date."""
        return dyad(self.store, one, other, **asked)

    def acts(self, **asked: Unpack[Parties]) -> Answer[EventRow]:
        """The acts that the claims of a question tell, an act a row, with all that reports say of each."""
        return told_acts(self.store, **asked)

    def actor(self, name: str, *, limit: int | None = 20) -> Dossier:
        """What is kept of an actor; `limit` counts its newest claims."""
        return actor(self.store, name, limit=limit)

    def quotes(
        self, name: str, *, since: str | None = None, until: str | None = None, limit: int | None = LIMIT
    ) -> Answer[QuoteRow]:
        """What somebody is quoted with, by the day of the report."""
        return quotes(self.store, name, since=since, until=until, limit=limit)

    def articles(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = LIMIT,
    ) -> Answer[ArticleRow]:
        """The reports of an outlet, or of all, by the day of their publication."""
        return listed(self.store, outlet=outlet, since=since, until=until, limit=limit)

    def search(self, text: str, *, limit: int | None = LIMIT) -> Answer[PassageRow]:
        """Paragraphs, headlines and captions in which all the words stand, nearest first."""
        return search(self.store, text, limit=limit)

    def show(self, id: str) -> Shown:  # noqa: A002  the model's word
        """The article, claim or quotation of an id."""
        return show(self.store, id)

    def close(self) -> None:
        """Gives the file back."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"kawat.open({self.store.name!r})"
