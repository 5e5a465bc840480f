"""The tables of traps: well formed, half held, and read right where rules were made on them."""

from collections import Counter

import pytest
from benchmarks.traps import TABLES, results, share, traps


def test_two_hundred_rows_and_more_half_of_them_held() -> None:
    rows = list(traps())
    assert len(rows) >= 200
    assert len({(t.table, t.text, t.spans) for t in rows}) == len(rows)
    for table in TABLES:
        halves = Counter(t.half for t in rows if t.table == table)
        assert set(halves) == {"open", "held"}
        assert abs(halves["open"] - halves["held"]) <= 1


def test_every_class_is_in_both_halves_and_both_languages_occur() -> None:
    halves: dict[tuple[str, str], set[str]] = {}
    for trap in traps():
        halves.setdefault((trap.table, trap.kind), set()).add(trap.half)
    assert all(found == {"open", "held"} for found in halves.values())
    assert {t.language for t in traps()} == {"id", "en"}


@pytest.mark.parametrize("table", TABLES)
def test_rows_that_rules_were_made_on_are_read_right(table: str) -> None:
    assert share([ok for trap, ok in results() if trap.table == table and trap.half == "open"]) >= 0.95
