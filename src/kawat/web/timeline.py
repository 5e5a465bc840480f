"""Rows of claims → acts by month and by status."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kawat.model import Status
from kawat.query import ClaimRow
from kawat.web.pages import Mark, MonthPoint, Timeline


def timeline(rows: Sequence[ClaimRow]) -> Timeline:
    """The timeline of some claims. An act that reports tell with two statuses stands on two lanes.

    Only what is asserted makes the curve. An act counts in the month in which it begins; one whose words are less exact
    than a month is on its lane, but in no month.
    """
    dated = [row for row in rows if row.date is not None]
    acts: dict[tuple[str, Status], list[ClaimRow]] = defaultdict(list)
    for row in dated:
        acts[row.event, row.status].append(row)
    marks = tuple(
        sorted((_mark(told) for told in acts.values()), key=lambda m: (m.start, m.end, m.event, m.status.value))
    )
    return Timeline(_months(acts), marks, len(rows), len(rows) - len(dated))


def _mark(told: Sequence[ClaimRow]) -> Mark:
    # The most exact of the reports tells when.
    row = min(told, key=lambda one: ((one.date.end - one.date.start).days if one.date else 0, one.id))
    if row.date is None:
        raise ValueError("a mark needs a date")
    who = ", ".join(party.name for party in row.actors) or "?"
    if row.recipients:
        who += " → " + ", ".join(party.name for party in row.recipients)
    return Mark(
        event=row.event,
        claim=row.id,
        type=row.type.value,
        status=row.status,
        start=row.date.start,
        end=row.date.end,
        grain=row.date.grain.value,
        reports=row.reports,
        origins=row.origins,
        who=who,
    )


def _months(acts: dict[tuple[str, Status], list[ClaimRow]]) -> tuple[MonthPoint, ...]:
    found: dict[date, list[float | None]] = defaultdict(list)
    for (_, status), told in acts.items():
        row = told[0]
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
