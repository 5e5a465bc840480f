"""Questions on acts rather than mentions: what happened between two, what changed, how two reports differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import ClassVar, Unpack

from kawat.corroborate import QUAD, Act, Support
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import Grain, Relay, Status
from kawat.query.acts import Acts, acts, claim_row
from kawat.query.answers import Answer, ClaimRow, Kind
from kawat.query.conditions import at_least_one, interval
from kawat.query.first import first_told
from kawat.query.questions import LIMIT, Narrow, between
from kawat.store import ClaimFilter, Header, Store, StoredClaim, View

_DAYS_OF_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class EventRow:
    """An act with all that reports say of it.

    `status` is the strongest that any report gives. `claims` are in the order of their reports. `contradicted` and
    `changed` say in words who denies it, which numbers differ and how its status moved. `goldstein` is the mean over
    the claims that have one.
    """

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "event": "text",
        "date_start": "day",
        "date_end": "day",
        "grain": "text",
        "type": "text",
        "status": "text",
        "actor_codes": "texts",
        "recipient_codes": "texts",
        "goldstein": "number",
        "reports": "count",
        "origins": "count",
        "origin_names": "texts",
        "party_sourced": "flag",
        "both_sides": "flag",
        "state_media": "texts",
        "contradicted": "texts",
        "changed": "texts",
        "claims": "texts",
        "sentences": "texts",
        "first_told": "instant",
        "first_outlets": "texts",
    }

    id: str
    act: Act
    goldstein: float | None
    claims: tuple[ClaimRow, ...]

    @property
    def support(self) -> Support:
        """What the act rests on."""
        return self.act.support

    @property
    def told(self) -> date | None:
        """The day of the first report; an act without a day stands there among the others."""
        return next((row.header.published.date() for row in self.claims if row.header.published), None)

    @property
    def first(self) -> tuple[Header, ...]:
        """The report that told it first; several where nothing tells which of them was earlier."""
        return first_told(self.claims)

    @property
    def contradicted(self) -> tuple[str, ...]:
        """Who says otherwise, a few words each."""
        return tuple(dict.fromkeys(one.detail for one in self.act.contradictions))

    @property
    def changed(self) -> tuple[str, ...]:
        """How status and numbers moved, a few words each."""
        return tuple(f"{one.before} → {one.after} on {one.day}" for one in self.act.changes)

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object."""
        support, first = self.support, self.first
        return {
            "event": self.id,
            "date_start": self.act.start,
            "date_end": self.act.end,
            "grain": self.act.grain.value if self.act.grain else None,
            "type": self.act.type.value,
            "status": self.act.status.value,
            "actor_codes": list(self.act.actors),
            "recipient_codes": list(self.act.recipients),
            "goldstein": self.goldstein,
            "reports": len(self.act.articles),
            "origins": len(support.origins),
            "origin_names": [one.name for one in support.origins if one.name],
            "party_sourced": support.party_sourced,
            "both_sides": support.both_sides,
            "state_media": list(support.state_media),
            "contradicted": list(self.contradicted),
            "changed": list(self.changed),
            "claims": [row.id for row in self.claims],
            "sentences": [row.sentence for row in self.claims],
            "first_told": first[0].published if first else None,
            "first_outlets": [one.outlet or one.source for one in first],
        }


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What a report says otherwise than reports before or beside it.

    `kind` is "status" or "number" for what changed with time, "denied" or "disputed" for what contradicts. `claim`
    brings it, `earlier` is what it stands against.
    """

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "day": "day",
        "kind": "text",
        "before": "text",
        "after": "text",
        "event": "text",
        "type": "text",
        "actor_codes": "texts",
        "recipient_codes": "texts",
        "claim": "text",
        "sentence": "text",
        "outlet": "text",
        "earlier": "text",
        "earlier_sentence": "text",
        "earlier_outlet": "text",
    }

    day: date | None
    kind: str
    before: str
    after: str
    event: str
    act: Act
    claim: ClaimRow
    earlier: ClaimRow

    def to_dict(self) -> dict[str, object]:
        """The row as one flat object."""
        return {
            "day": self.day,
            "kind": self.kind,
            "before": self.before,
            "after": self.after,
            "event": self.event,
            "type": self.act.type.value,
            "actor_codes": list(self.act.actors),
            "recipient_codes": list(self.act.recipients),
            "claim": self.claim.id,
            "sentence": self.claim.sentence,
            "outlet": self.claim.header.outlet,
            "earlier": self.earlier.id,
            "earlier_sentence": self.earlier.sentence,
            "earlier_outlet": self.earlier.header.outlet,
        }


@dataclass(frozen=True, slots=True)
class Month:
    """Cooperation and conflict of two actors in a month, over acts of one status.

    `n` counts acts, `cooperation` and `conflict` those of either side. `goldstein`, `low` and `high` are mean, least
    and greatest of the acts that have a score; None where none has. A month without an act is there with `n` 0.
    """

    COLUMNS: ClassVar[Mapping[str, Kind]] = {
        "month": "text",
        "status": "text",
        "n": "count",
        "cooperation": "count",
        "conflict": "count",
        "goldstein": "number",
        "low": "number",
        "high": "number",
    }

    month: str
    status: Status
    n: int
    cooperation: int
    conflict: int
    goldstein: float | None
    low: float | None
    high: float | None

    def to_dict(self) -> dict[str, object]:
        """The month as one flat object."""
        return {
            "month": self.month,
            "status": self.status.value,
            "n": self.n,
            "cooperation": self.cooperation,
            "conflict": self.conflict,
            "goldstein": self.goldstein,
            "low": self.low,
            "high": self.high,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports side by side: acts that both tell, claim by claim, and what only one of them tells.

    `relay` says that one carries the other's words. A pair of `both` whose statuses differ is told with another
    certainty.
    """

    left: Header
    right: Header
    relay: Relay | None
    both: tuple[tuple[ClaimRow, ClaimRow], ...]
    only_left: tuple[ClaimRow, ...]
    only_right: tuple[ClaimRow, ...]

    def to_dict(self) -> dict[str, object]:
        """The comparison as one object."""
        return {
            "left": self.left.article,
            "right": self.right.article,
            "relay": {"kind": self.relay.kind.value, "share": self.relay.share} if self.relay else None,
            "both": [
                {"left": one.to_dict(), "right": other.to_dict(), "other_status": one.status is not other.status}
                for one, other in self.both
            ],
            "only_left": [row.to_dict() for row in self.only_left],
            "only_right": [row.to_dict() for row in self.only_right],
        }


def events(store: Store, one: str, other: str, **asked: Unpack[Narrow]) -> Answer[EventRow]:
    """What two actors did to each other or together, an act a row, by date, else by the day of the first report.

    Errors as for `kawat.query.claims`."""
    with store.view() as view:
        rows, notes = _between(view, one, other, asked)
        limit = asked.get("limit", LIMIT)
        shown = rows if limit is None else rows[-limit:]
        cut = () if len(shown) == len(rows) else (f"the newest {len(shown)} of {len(rows)}",)
        return Answer(EventRow, tuple(shown), len(rows), (*notes, *cut))


def monthly(store: Store, one: str, other: str, **asked: Unpack[Narrow]) -> Answer[Month]:
    """Cooperation and conflict of two actors, month by month from the first to the last, a lane for each status.

    Acts without a day, or told only of more than a month, are counted in a note. Errors as for `kawat.query.claims`.
    """
    with store.view() as view:
        rows, notes = _between(view, one, other, {**asked, "limit": None})
    placed = [row for row in rows if _month(row.act)]
    left_out = len(rows) - len(placed)
    if left_out:
        notes = (*notes, f"{left_out} {'act' if left_out == 1 else 'acts'} without a month left out")
    found = [month for status in Status for month in _lane(placed, status)]
    return Answer(Month, tuple(found), len(found), notes)


def changes(
    store: Store, *, since: str | date, until: str | date | None = None, limit: int | None = LIMIT
) -> Answer[ChangeRow]:
    """What reports from a day on say otherwise than reports before or beside them, by the day of the report.

    `since` and `until` are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or days, both included. Raises `QuestionError` for others.
    """
    at_least_one(limit)
    first, last = (one or other for one, other in zip(interval(since, until), (date.min, date.max), strict=True))
    with store.view() as view:
        told = view.claims(ClaimFilter(reported=first)).rows
        found = acts(view, told)
        rows = [row for act in found.acts_of(told) for row in _changes(act, found)]
    rows = sorted(
        (row for row in rows if row.day is not None and first <= row.day <= last),
        key=lambda row: (row.day or date.max, row.event, row.kind, row.claim.id),
    )
    shown = rows if limit is None else rows[-limit:]
    notes = () if len(shown) == len(rows) else (f"the newest {len(shown)} of {len(rows)}",)
    return Answer(ChangeRow, tuple(shown), len(rows), notes)


def compare(store: Store, left: str, right: str) -> Compared:
    """Two articles, by their ids, the first letters of those, their addresses or paths, side by side.

    Raises `UnknownNameError` where an id fits none or several.
    """
    with store.view() as view:
        ids = _article(view, left), _article(view, right)
        if ids[0] == ids[1]:
            raise QuestionError(f"{left!r} and {right!r} are the same article; name two")
        told = [view.claims(ClaimFilter(article=one)).rows for one in ids]
        found = acts(view, (*told[0], *told[1]))
        mine, theirs = ([_row(one.claim.id, found) for one in rows] for rows in told)
        both = [(row, other) for row in mine for other in theirs if found.of[row.id] is found.of[other.id]]
        shared = {row.id for pair in both for row in pair}
        heads = [view.bodies([one])[0].header for one in ids]
        relay = next((one for one in view.relays([ids[0]]) if ids[1] in (one.left, one.right)), None)
    return Compared(
        heads[0],
        heads[1],
        relay,
        tuple(both),
        tuple(row for row in mine if row.id not in shared),
        tuple(row for row in theirs if row.id not in shared),
    )


def _between(view: View, one: str, other: str, asked: Narrow) -> tuple[list[EventRow], tuple[str, ...]]:
    condition, meant = between(view, one, other, asked)
    return told_by(view, view.claims(condition).rows), tuple(end.note for end in meant if end.note)


def told_by(view: View, told: Sequence[StoredClaim]) -> list[EventRow]:
    """The acts that some claims tell, each with all that reports say of it, by date."""
    found = acts(view, told)
    rows = [_event(act, found) for act in found.acts_of(told)]
    return sorted(rows, key=lambda row: (row.act.start or row.told or date.min, row.act.end or date.min, row.id))


def _row(claim: str, found: Acts) -> ClaimRow:
    return claim_row(found.members[claim], found.told(claim), found.checked)


def _event(act: Act, found: Acts) -> EventRow:
    rows = tuple(_row(claim, found) for claim in act.claims)
    scores = [row.goldstein for row in rows if row.goldstein is not None]
    return EventRow(min(act.claims), act, round(fmean(scores), 2) if scores else None, rows)


def _changes(act: Act, found: Acts) -> Sequence[ChangeRow]:
    def day(claim: ClaimRow) -> date | None:
        return claim.header.published.date() if claim.header.published else None

    event = min(act.claims)
    made = [
        ChangeRow(one.day, one.kind, one.before, one.after, event, act, _row(one.claim, found), _row(one.since, found))
        for one in act.changes
    ]
    for one in act.contradictions:
        claim, earlier = _row(one.claim, found), _row(one.against[0], found)
        before, after = earlier.status.value, one.detail
        kind = "denied" if one.kind.value == "denied" else "disputed"
        made.append(ChangeRow(day(claim), kind, before, after, event, act, claim, earlier))
    return made


def _month(act: Act) -> str | None:
    if act.start is None or act.end is None or act.grain is Grain.UNKNOWN:
        return None
    return f"{act.start:%Y-%m}" if (act.end - act.start).days < _DAYS_OF_A_MONTH else None


def _lane(rows: Sequence[EventRow], status: Status) -> list[Month]:
    mine = [row for row in rows if row.act.status is status]
    if not mine:
        return []
    by_month: dict[str, list[EventRow]] = {}
    for row in mine:
        by_month.setdefault(_month(row.act) or "", []).append(row)
    return [_counted(month, status, by_month.get(month, [])) for month in _every(min(by_month), max(by_month))]


def _counted(month: str, status: Status, rows: Sequence[EventRow]) -> Month:
    scores = [row.goldstein for row in rows if row.goldstein is not None]
    cooperation = sum(QUAD[row.act.type].endswith("cooperation") for row in rows)
    return Month(
        month,
        status,
        len(rows),
        cooperation,
        len(rows) - cooperation,
        round(fmean(scores), 2) if scores else None,
        min(scores, default=None),
        max(scores, default=None),
    )


def _every(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def _article(view: View, begins: str) -> str:
    if not begins.strip():
        raise QuestionError("the id of an article is needed")
    found = {one.article for one in view.find(begins.strip())}
    if len(found) != 1:
        meant = tuple((one, "article", "") for one in sorted(found))
        raise UnknownNameError(
            f"{begins!r} is the id, address or path of {len(found) or 'no'} articles; give another", meant
        )
    return found.pop()
