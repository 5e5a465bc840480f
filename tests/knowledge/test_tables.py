"""A wrong row of a table stops loading, with file and row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kawat.errors import TableError
from kawat.knowledge import tables

KNOWN = "id\tcode\tkind\tname\tstate\tsource\nBLR\tBLR\tstate\tBelarus\tBLR\town\np:a\tBLR\tperson\tA\tBLR\town\n"
ROLES = "role\tsector\tname_id\tsource\nhead_of_state\t\tkepala negara\town\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(
    "row",
    ["BLR\tBLR\tstate\tBelarus\tBLR\town", "XXX\tXXX\tkingdom\tX\tXXX\town"],
    ids=["an id told twice", "an unknown kind"],
)
def test_known(write: Callable[[str, str], Path], row: str) -> None:
    with pytest.raises(TableError, match=r"known\.tsv:4:"):
        tables.load_known(write("known.tsv", KNOWN + row + "\n"))


@pytest.mark.parametrize(
    "row",
    [
        "Minsk\tXXX\tmetonym\t*\t0\town",
        "Minsk\tBLR\tcapital\t*\t0\town",
        "Minsk\tBLR\tmetonym\tfr\t0\town",
        "Minsk\tBLR\tmetonym\t*\tyes\town",
        "Belarus\tBLR\tname\t*\t0\town",
    ],
    ids=["an unknown id", "an unknown sense", "an unknown language", "exact is neither 0 nor 1", "told twice"],
)
def test_forms(write: Callable[[str, str], Path], row: str) -> None:
    known = tables.load_known(write("known.tsv", KNOWN))
    head = "text\tid\tsense\tlanguage\texact\tsource\nBelarus\tBLR\tname\t*\t0\town\n"
    with pytest.raises(TableError, match=r"forms\.tsv:3:"):
        tables.load_forms(write("forms.tsv", head + row + "\n"), known)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("p:b\tBLR\thead_of_state\t\t\town", "person p:b is unknown"),
        ("p:a\tXXX\thead_of_state\t\t\town", "state XXX is unknown"),
        ("p:a\tBLR\temperor\t\t\town", "role emperor is unknown"),
        ("p:a\tBLR\thead_of_state\t2020\t2019\town", "ends on 2019-12-31 before it starts on 2020-01-01"),
        ("p:a\tBLR\thead_of_state\t2020-13\t\town", "'2020-13' is no date"),
        ("p:a\tBLR\thead_of_state\tMay 2020\t\town", "'May 2020' is no date"),
    ],
)
def test_offices(write: Callable[[str, str], Path], row: str, says: str) -> None:
    known = tables.load_known(write("known.tsv", KNOWN))
    roles = tables.load_roles(write("roles.tsv", ROLES))
    head = "person\tstate\trole\tsince\tuntil\tsource\n"
    with pytest.raises(TableError, match=rf"offices\.tsv:2: .*{says}"):
        tables.load_offices(write("offices.tsv", head + row + "\n"), known, roles)


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("2005", False, date(2005, 1, 1)),
        ("2005", True, date(2005, 12, 31)),
        ("2004-02", False, date(2004, 2, 1)),
        ("2004-02", True, date(2004, 2, 29)),
        ("2004-02-03", True, date(2004, 2, 3)),
        ("", True, None),
    ],
)
def test_a_date_is_never_more_exact_than_its_words(text: str, last: bool, day: date | None) -> None:
    assert tables.day(text, "here", last=last) == day


def test_a_host_belongs_to_one_outlet(write: Callable[[str, str], Path]) -> None:
    known = tables.load_known(write("known.tsv", KNOWN))
    table = "id\tkind\towner\thosts\tsource\nBLR\toutlet\t\tx.example\town\np:a\toutlet\t\tx.example\town\n"
    with pytest.raises(TableError, match=r"media\.tsv:3: the host x\.example belongs to BLR already"):
        tables.load_media(write("media.tsv", table), known)


def test_a_role_adds_only_a_sector_of_the_guidelines(write: Callable[[str, str], Path]) -> None:
    with pytest.raises(TableError, match=r"roles\.tsv:3:"):
        tables.load_roles(write("roles.tsv", ROLES + "wizard\tMAG\tpenyihir\town\n"))
