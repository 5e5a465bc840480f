import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kawat.cli import main
from kawat.export.contract import RecordJson, decode
from kawat.model import Article, Record

REPORT = """Laut China Selatan | 3 Mei 2024, 09:30 WIB

Filipina Tuduh China Kirim Kapal Perang

MANILA, HARIAN CONTOH - Filipina menuduh China mengirim kapal perang ke Laut China Selatan, Kamis (2/5/2024).

China membantah tuduhan itu.

Penulis : Sari Contoh Editor : Agus Contoh
"""
OTHER = REPORT.replace("mengirim kapal perang ke", "menembaki nelayan di")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "satu.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "dua.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def records(result: Result) -> list[RecordJson]:
    return [decode(line) for line in result.stdout.splitlines()]


def test_a_file_gives_one_line_of_the_contract(folder: Path) -> None:
    source = str(folder / "satu.txt")
    result = run("read", source)
    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = records(result)
    assert record.article.source == source
    assert record.article.headline == "Filipina Tuduh China Kirim Kapal Perang"
    for claim in record.claims:
        assert record.article.text[claim.start : claim.end] == claim.sentence
        assert {*claim.actors, *claim.recipients} <= {e.id for e in record.entities}
    assert ("ACCUSE", "asserted") in [(c.type, c.status) for c in record.claims if c.trigger.text == "menuduh"]


def test_files_and_folders_in_order(folder: Path) -> None:
    assert [r.article.source for r in records(run("read", str(folder)))] == [
        str(folder / "dua.txt"),
        str(folder / "satu.txt"),
    ]
    given = [str(folder / "satu.txt"), str(folder / "dua.txt")]
    assert [r.article.source for r in records(run("read", *given))] == given


def test_standard_input_is_the_same_report(folder: Path) -> None:
    (piped,) = records(run("read", "-", stdin=REPORT.encode()))
    (named,) = records(run("read", str(folder / "satu.txt")))
    assert piped.article.source == "-"
    assert (piped.article.id, piped.claims) == (named.article.id, named.claims)


def test_twice_gives_the_same_bytes(folder: Path) -> None:
    assert run("read", str(folder)).stdout_bytes == run("read", "--json", str(folder)).stdout_bytes


def test_what_fails_is_listed_and_the_rest_is_printed(folder: Path) -> None:
    (folder / "dua.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    missing = str(folder / "tiga.txt")
    result = run("read", str(folder / "dua.txt"), missing, str(folder / "satu.txt"))
    assert result.exit_code == 4
    assert [r.article.source for r in records(result)] == [str(folder / "satu.txt")]
    said = result.stderr.splitlines()
    assert len(said) == 2
    assert all(line.startswith("kawat: ") for line in said)
    assert "dua.txt" in said[0]
    assert "tiga.txt" in said[1]


def test_a_fault_in_one_article_loses_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kawat

    made = kawat.make_record

    def faulty(article: Article) -> Record:
        if article.source.endswith("dua.txt"):
            raise ValueError("a slip of ours")
        return made(article)

    monkeypatch.setattr(kawat, "make_record", faulty)
    result = run("read", str(folder))
    assert result.exit_code == 4
    assert len(records(result)) == 1
    assert result.stderr == f"kawat: {folder / 'dua.txt'}: ValueError: a slip of ours\n"


def test_lines_for_people_where_they_are_asked_for(folder: Path) -> None:
    result = run("--lines", "read", str(folder / "satu.txt"))
    assert result.exit_code == 0
    assert "Filipina Tuduh China Kirim Kapal Perang" in result.stdout.splitlines()
    assert "\x1b" not in result.stdout
    assert run("read", "--lines", str(folder / "satu.txt")).stdout == result.stdout
    with_json = run("--lines", "read", "--json", str(folder / "satu.txt"))
    assert len(records(with_json)) == 1
    both = run("read", "--lines", "--json", str(folder / "satu.txt"))
    assert (both.exit_code, both.stderr) == (2, "kawat: --json, --csv and --lines exclude each other\n")


def test_a_table_of_reports_is_read_row_by_row(folder: Path) -> None:
    text = "Filipina menuduh China mengirim kapal perang ke Laut China Selatan, Kamis (2/5/2024)."
    (folder / "laporan.csv").write_text(f'judul,text,published\n,"{text}",2024-05-03\n', encoding="utf-8")
    result = run("read", str(folder / "laporan.csv"))
    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = records(result)
    assert record.article.source == f"{folder / 'laporan.csv'}:2"
    assert "ACCUSE" in [claim.type for claim in record.claims]


class TestPredict:
    LINES = (
        {"id": "b1:1", "block": "b1", "text": "Filipina menuduh China melanggar perjanjian itu."},
        {"id": "b1:2", "block": "b1", "text": "Cuaca di Manila cerah."},
        {"id": "b2:1", "block": "b2", "text": "China mengecam Filipina."},
    )

    def test_every_line_gets_its_events(self, tmp_path: Path) -> None:
        file = tmp_path / "dev.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in self.LINES) + "\n", encoding="utf-8")
        result = run("dev", "predict", str(file))
        assert (result.exit_code, result.stderr) == (0, "")
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        assert [row["id"] for row in rows] == ["b1:1", "b1:2", "b2:1"]
        assert rows[0]["events"][0]["type"] == "ACCUSE"
        assert rows[1]["events"] == []
        assert rows[2]["events"][0]["actors"] == [{"text": "China", "code": "CHN"}]

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            (b"{", "not JSON"),
            (b"[]", "not a JSON object"),
            (b'"x"', "not a JSON object"),
            (b'{"id": "x", "block": "b"}', "no text under text"),
            (b'{"id": 1, "block": "b", "text": "x"}', "no text under id"),
            (b"\xff\xfe", "not JSON"),
            (b"[" * 100_000, "not JSON"),
        ],
    )
    def test_a_wrong_line_is_named(self, tmp_path: Path, line: bytes, fault: str) -> None:
        file = tmp_path / "dev.jsonl"
        file.write_bytes(json.dumps(self.LINES[0]).encode() + b"\n\n" + line + b"\n")
        result = run("dev", "predict", str(file))
        assert result.exit_code == 1
        assert result.stderr.startswith(f"kawat: {file}:3: {fault}")
        assert len(result.stderr.splitlines()) == 1
