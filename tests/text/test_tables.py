"""A wrong table names its file and its line."""

from pathlib import Path

import pytest

from kawat.errors import TableError
from kawat.text import read_toml, read_tsv


def test_tsv_rows_carry_their_line(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("# said first\na\tb\n\n1\t2\n# between\n3\t\n", encoding="utf-8")
    assert list(read_tsv(table, ("a", "b"))) == [(4, {"a": "1", "b": "2"}), (6, {"a": "3", "b": ""})]


@pytest.mark.parametrize(("text", "line"), [("a\tc\n1\t2\n", 1), ("a\tb\n1\n", 2), ("a\tb\n1\t2\n1\t2\t3\n", 3)])
def test_a_wrong_tsv_says_where(tmp_path: Path, text: str, line: int) -> None:
    table = tmp_path / "t.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=rf"t\.tsv:{line}:"):
        list(read_tsv(table, ("a", "b")))


def test_a_wrong_toml_says_where(tmp_path: Path) -> None:
    table = tmp_path / "t.toml"
    table.write_text("a = [1,\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"t\.toml"):
        read_toml(table)
