"""Which report told of an act first: by instants, not by how they are written, and only as sure as they are told."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kawat.export.words import has_no_clock
from kawat.query.answers import ClaimRow
from kawat.store import Header

_NEVER = float("inf")


def by_report(header: Header) -> tuple[float, str]:
    """Sorts reports by the instant of publication; those without one come last.

    As text "2025-05-04T19:02+00:00" stands before "2025-05-04T21:10+07:00", which is five hours earlier.
    """
    return (header.published.timestamp() if header.published else _NEVER), header.article


def first_told(rows: Iterable[ClaimRow]) -> tuple[Header, ...]:
    """The report that told first, of the claims of an act; several where one of them tells its day alone.

    A report without a day may have been the first of all, which nobody can say: it is none of them.
    """
    told = {row.header.article: row.header for row in rows if row.header.published}
    spans = {article: _span(header.published) for article, header in told.items() if header.published}
    surely = min((latest for _, latest in spans.values()), default=None)
    found = [told[article] for article, (earliest, _) in spans.items() if surely is not None and earliest <= surely]
    return tuple(sorted(found, key=by_report))


def _span(published: datetime) -> tuple[datetime, datetime]:
    """Between which instants a report was published: midnight is what a page without a clock has."""
    return published, (published + timedelta(days=1) if has_no_clock(published) else published)
