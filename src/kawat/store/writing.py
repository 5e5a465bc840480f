"""Writing to an SQL engine, within one transaction."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from kawat.model import Correction, Identity, Link, Record, Relay, Review, signs_kawat
from kawat.store import comparing, corrected, judged, remove, reviewed, settled, write
from kawat.store.base import SettledAct, View
from kawat.store.search import SearchIndex


class SqlWriter:
    """Writes over one connection in one transaction."""

    def __init__(self, connection: Connection, search: SearchIndex, view: View) -> None:
        self._connection = connection
        self._search = search
        self.view = view

    def put(
        self,
        record: Record,
        at: datetime,
        blocking: Mapping[str, Iterable[int]],
        packed: Mapping[str, str] | None = None,
        sketch: Iterable[str] = (),
    ) -> bool:
        """Appends a record as the current run of its article; False where this pipeline has read it already."""
        codes = self._codes({one.id for one in record.entities} | judged.named(self._connection, record.article.id))
        made = write.put(self._connection, self._search, record, at, blocking, packed, sketch)
        self._forget_recoded(codes)
        return made

    def remove(self, article: str) -> bool:
        """Takes out an article and all that was made of it; what people judged stays. False for none of the id."""
        codes = self._codes(judged.named(self._connection, article))
        removed = remove.remove(self._connection, self._search, article)
        self._forget_recoded(codes)
        return removed

    def meet(self, article: str, source: str, at: datetime) -> None:
        """Notes that an article of the store was met under a path or address."""
        write.meet(self._connection, article, source, at)

    def link(self, links: Iterable[Link]) -> None:
        """Appends judgements."""
        write.link(self._connection, links)

    def relay(self, relays: Iterable[Relay]) -> None:
        """Notes articles that carry each other's words."""
        write.relay(self._connection, relays)

    def settle(self, settled_acts: Iterable[SettledAct], rules: str) -> None:
        """Keeps acts that were derived by some rules, whole families, in place of what was kept of their claims."""
        settled.keep(self._connection, settled_acts, rules)

    def unsettle(self) -> None:
        """Forgets all acts that are kept; they can be derived again."""
        settled.forget_all(self._connection)

    def name_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Notes under what the entities of a record are found that may be the same as others."""
        judged.put_keys(self._connection, keys)

    def identify(self, identities: Iterable[Identity]) -> None:
        """Appends judgements on who is who; acts that follow from those of people are derived anew."""
        made = list(identities)
        judged.put(self._connection, made)
        ends = {end for one in made if not signs_kawat(one.by) for end in (one.left, one.right)}
        self._forget_actors(ends)

    def _codes(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Id → code as last read, for those of some entities on whom people have judged: acts name the code."""
        return {one: self._code(one) for one in judged.by_people_on(self._connection, ids)}

    def _code(self, entity: str) -> str | None:
        known = self.view.entity(entity)
        return None if known is None else known.code

    def _forget_recoded(self, before: Mapping[str, str | None]) -> None:
        """Forgets the acts of those who do not have the code any more that they had."""
        self._forget_actors({one for one, code in before.items() if self._code(one) != code})

    def _forget_actors(self, ids: Iterable[str]) -> None:
        """Forgets the acts that name some entities or any judged with them: all may change id or code."""
        actors = {*ids}
        if actors:
            actors |= {end for one in self.view.identities(actors) for end in (one.left, one.right)}
            named = self.view.naming(actors).values()
            settled.forget_linked(self._connection, [claim for some in named for claim in some])

    def rekey(self, blocking: Mapping[str, Iterable[int]]) -> None:
        """Keeps claims of current runs under other comparison keys than before."""
        comparing.rekey(self._connection, blocking)

    def resketch(self, sketches: Mapping[str, Iterable[str]]) -> None:
        """Keeps the bodies of articles under other keys of their sketches than before."""
        comparing.resketch(self._connection, sketches)

    def mark(self, form: int) -> None:
        """Notes by which rules all keys of claims and bodies are made."""
        comparing.mark(self._connection, form)

    def review(self, reviews: Iterable[Review]) -> None:
        """Appends what people say of claims."""
        reviewed.put(self._connection, reviews)

    def correct(self, corrections: Iterable[Correction]) -> None:
        """Notes what holds of claims by their reviews, so that conditions and counts feel it."""
        corrected.correct(self._connection, corrections)
