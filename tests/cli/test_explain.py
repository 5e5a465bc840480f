from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from kawat.annotate import annotate
from kawat.cli import main
from kawat.cli.explanation import explanation
from kawat.model import Article, Block, BlockKind, Note, Span
from kawat.record import build

SENTENCES = (
    "Armenia menuduh Azerbaijan menyerang desa Armenia, Senin (8/5/2023).",
    "Jerman percaya Rusia akan mengirim pasukan ke Suriah, kata Menteri Luar Negeri Prancis.",
    'Turki tidak berencana menyerang Irak. "Kami menghargai Irak," kata juru bicara pemerintah Turki.',
)


def shown(*sentences: str, width: int = 80, notes: tuple[Note, ...] = ()) -> str:
    text = "\n".join(sentences)
    blocks, start = [], 0
    for sentence in sentences:
        blocks.append(Block(Span(start, start + len(sentence)), BlockKind.BODY))
        start += len(sentence) + 1
    digest = sha256(text.encode()).hexdigest()
    article = Article("a", "laporan.txt", text, tuple(blocks), digest, "id", agency="TASS", notes=notes)
    document = annotate(article)
    return "\n".join(explanation(document, build(document, "rules"), width))


@pytest.mark.usefixtures("silent")
def test_every_claim_is_marked_and_explained() -> None:
    out = " ".join(shown(*SENTENCES).split())
    for said in (
        "Armenia [1 menuduh]",
        "Azerbaijan [2 menyerang] desa Armenia",
        "accusation of 'menyerang'",
        "[2] ASSAULT alleged",
        "status alleged: 'menuduh' (accusation)",
        "committed on the word of the speaker",
        "speaker “Armenia” → Armenia (ARM)",
        "chain speaker Armenia (ARM): “Armenia” agency TASS (m:tass): of the page",
        "date 2023-05-08: own words 'Senin (8/5/2023)'",
        "status hypothetical: 'percaya'",
        "status denied: 'tidak' (verb)",
        "{q",
    ):
        assert said in out, said


@pytest.mark.parametrize("width", [60, 80])
def test_lines_keep_to_the_width(width: int) -> None:
    assert max(map(len, shown(*SENTENCES, width=width).splitlines())) <= width


def test_no_word_of_the_report_is_lost() -> None:
    assert " ".join(SENTENCES[0].split()) in " ".join(shown(*SENTENCES).split())


def test_a_report_cannot_act_on_the_terminal() -> None:
    out = shown(SENTENCES[0] + " \x1b[2J\u202e", notes=(Note("read.plain", "x", "\x1b]0;judul\x07"),))
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "note" in out


def test_a_language_without_a_pack_is_said(tmp_path: Path) -> None:
    article = Article("a", "x", "Bonjour", (Block(Span(0, 7), BlockKind.BODY),), "0" * 64, "fr")
    document = annotate(article)
    lines = list(explanation(document, build(document, "rules")))
    assert "Bonjour" in lines
    assert any("not annotated: the language is fr" in line for line in lines)
    assert list(explanation(document, replace(build(document, "rules"), notes=()))) != lines


def test_command(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text("Armenia Serang Azerbaijan\n\nJEREVAN - " + SENTENCES[0] + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["explain", str(path)])
    assert result.exit_code == 0, result.output
    assert "menuduh]" in result.output


def test_what_cannot_be_read_is_listed(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(tmp_path / "nowhere.txt")])
    assert result.exit_code == 4
    assert "nowhere.txt" in result.stderr
