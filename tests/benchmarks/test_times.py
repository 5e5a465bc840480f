"""The measure of times against a corpus: what its conventions are mapped to, and what stays different."""

from datetime import date

import pytest
from benchmarks.times import Marked, same_value

from kawat.model import Anchor, Grain, Span, TimeRef

DAY = date(2022, 3, 12)
PLACE = Span(0, 5)


@pytest.mark.parametrize(
    ("first", "last", "anchor", "value", "same"),
    [
        (date(2022, 3, 12), date(2022, 3, 15), Anchor.PUBLISHED, "P3D", True),  # "tiga hari ke depan"
        (date(2022, 3, 9), date(2022, 3, 12), Anchor.PUBLISHED, "P3D", True),  # "tiga hari terakhir"
        (date(2022, 3, 12), date(2022, 3, 15), Anchor.PUBLISHED, "P9D", False),
        (date(2022, 3, 1), date(2022, 3, 4), Anchor.PUBLISHED, "P3D", False),  # neither end is the report's day
        (date(2022, 3, 12), date(2022, 3, 15), Anchor.ABSOLUTE, "P3D", False),  # days that the words write out
        (date(2022, 3, 12), date(2022, 3, 12), Anchor.PUBLISHED, "2022-03-12", True),
        (date(2022, 3, 12), date(2022, 3, 12), Anchor.PUBLISHED, "2022-03-11", False),
    ],
)
def test_a_length_is_met_only_by_a_stretch_at_the_report(
    first: date, last: date, anchor: Anchor, value: str, *, same: bool
) -> None:
    ref = TimeRef(PLACE, first, last, Grain.DAY, anchor, "x")
    assert same_value(ref, Marked(PLACE, value), DAY) is same
