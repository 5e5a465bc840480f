"""Claims in brief → acts by month and by status."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kawat.model import Status
from kawat.query import Briefs
from kawat.store import Brief, Told
from kawat.web.pages import Mark, MonthPoint, Timeline


def timeline(claims: Briefs) -> Timeline:
    """The timeline of some claims. An act that reports tell with two statuses stands on two lanes.

    Only what is asserted makes the curve. An act counts in the month in which it begins; one whose words are less exact
    than a month is on its lane, but in no month.
    """
    dated = [row for row in claims.rows if row.date is not None]
    acts: dict[tuple[str, Status], list[Brief]] = defaultdict(list)
    for row in dated:
        acts[claims.acts[row.id].event, row.status].append(row)
    marks = (_mark(some, claims.acts[some[0].id]) for some in acts.values())
    ordered = sorted(marks, key=lambda m: (m.start, m.end, m.event, m.status.value))
    return Timeline(_months(acts), tuple(ordered), len(claims.rows), len(claims.rows) - len(dated))


def _mark(some: Sequence[Brief], act: Told) -> Mark:
    # The most exact of the reports tells when.
    row = min(some, key=lambda one: ((one.date.end - one.date.start).days if one.date else 0, one.id))
    if row.date is None:
        raise ValueError("a mark needs a date")
    who = ", ".join(party.name for party in row.actors) or "?"
    if row.recipients:
        who += " → " + ", ".join(party.name for party in row.recipients)
    return Mark(
        event=act.event,
        claim=row.id,
        type=row.type.value,
        status=row.status,
        start=row.date.start,
        end=row.date.end,
        grain=row.date.grain.value,
        reports=act.reports,
        origins=act.origins,
        who=who,
    )


def _months(acts: dict[tuple[str, Status], list[Brief]]) -> tuple[MonthPoint, ...]:
    found: dict[date, list[float | None]] = defaultdict(list)
    for (_, status), some in acts.items():
        row = some[0]
        if status is not Status.ASSERTED or row.date is None:
            continue
        first, last = row.date.start, row.date.end
        if (first.year, first.month) == (last.year, last.month):
            found[first.replace(day=1)].append(row.goldstein)
    return tuple(_point(month, scores) for month, scores in sorted(found.items()))


def _point(month: date, scores: list[float | None]) -> MonthPoint:
    known = [score for score in scores if score is not None]
    if not known:
        return MonthPoint(month, len(scores), 0, None, None, None)
    return MonthPoint(month, len(scores), len(known), round(sum(known) / len(known), 2), min(known), max(known))
