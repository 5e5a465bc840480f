"""A report is found by its id, by the address of its page, and by the path it was read from."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import BLR, NOW, RUS, Says, report

from kawat.cli import main
from kawat.model import EventType
from kawat.store import open_store

SAID = Says("Minsk mengancam Moskow soal gas.", EventType.THREATEN, (BLR,), (RUS,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "kawat.db") as store, store.writer() as writer:
        for name in ("satu", "dua"):
            made = report(name, SAID)
            url = f"https://warta.example/berita/{name}/"
            writer.put(replace(made, article=replace(made.article, url=url)), NOW, {})
        writer.meet("a-dua", "salinan/lain_nama.txt", NOW)
    return tmp_path / "kawat.db"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("https://warta.example/berita/dua/", ["a-dua"]),
        ("http://warta.example/berita/dua#komentar", ["a-dua"]),
        ("https://warta.example/berita/", []),
        ("berita/satu.txt", ["a-satu"]),
        ("./berita/../berita/satu.txt", ["a-satu"]),
        ("satu.txt", ["a-satu"]),
        ("lain_nama.txt", ["a-dua"]),
        ("lain%nama.txt", []),
        ("atu.txt", []),
        ("a-", ["a-dua", "a-satu"]),
        (".", []),
        ("..", []),
        ("/", []),
    ],
)
def test_what_fits(path: Path, words: str, found: list[str]) -> None:
    with open_store(path, read_only=True) as store, store.view() as view:
        assert [one.id for one in view.find(words) if one.kind == "article"] == found


def test_on_the_command_line(path: Path) -> None:
    def run(*words: str) -> str:
        return CliRunner().invoke(main, [*words, "--lines", "--db", str(path)]).output

    assert "Berita dua" in run("show", "https://warta.example/berita/dua")
    assert run("compare", "satu.txt", "https://warta.example/berita/dua").startswith("A  2022-03-12")
    assert "nothing in" in run("show", "https://warta.example/berita/tiga")
