import io
from dataclasses import replace

import pytest
from rich.console import Console

from kawat.cli.card import card
from kawat.cli.terminal import plain
from kawat.model import BlockKind, Note, Record


def shown(record: Record, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width, markup=False, emoji=False, highlight=False).print(card(record))
    return out.getvalue()


def test_card_says_what_is_reported(record: Record) -> None:
    lines = shown(record).splitlines()
    words = " ".join(" ".join(lines).split())
    for said in (
        "Arvania dan Belmora Sepakati Patroli",
        "Harian Contoh · Kantor Berita Arva · 2024-05-04 09:30+07:00 · by Sari Wibowo · edited by Agus Pranoto",
        "2024-05-03 SUPPORT asserted Arvania → Belmora · in Laut Sulu",
        "Kantor Berita Arva ‹ Harian Contoh",
        "no date AID planned Arvania, Lina Moro unnamed ‹ Lina Moro ‹ Kantor Berita Arva ‹ Harian Contoh",
        "direct Lina Moro",
        "indirect unnamed",
        "the clock 09.30 has no zone read.plain: zone-missing",
    ):
        assert said in words
    assert words.count("zone-missing") == 1


@pytest.mark.parametrize("width", [40, 80, 120])
def test_card_keeps_to_the_width(record: Record, width: int) -> None:
    assert max(map(len, shown(record, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_no_word_of_a_sentence_is_lost(record: Record, width: int) -> None:
    words = " ".join(shown(record, width).split())
    for claim in record.claims:
        assert claim.sentence in words


def test_a_report_cannot_act_on_the_terminal(record: Record) -> None:
    evil = "\x1b[2J\x1b]0;judul\x07 [bold red]tebal[/] :smile: \u202etakhir\x9b31m"
    article = replace(record.article, outlet=evil, source=evil)
    names = tuple(replace(e, name=evil) for e in record.entities)
    notes = (Note("read.plain", "x", evil),)
    out = shown(replace(record, article=article, entities=names, notes=notes), 200)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    assert "[bold red]tebal[/] :smile:" in out


def test_plain_keeps_offsets() -> None:
    every = "".join(map(chr, range(0x300))) + "\u202e\u2028x"
    assert len(plain(every)) == len(every)
    assert plain("a\tb\nc") == "a b c"


@pytest.mark.parametrize("code", ["day-only", "dateline-day"])
def test_a_day_without_a_clock_is_shown_as_a_day(record: Record, code: str) -> None:
    article = replace(record.article, notes=(Note("read.published", code, "no clock"),))
    head = shown(replace(record, article=article)).partition("claims")[0]
    assert "2024-05-04 · by" in head


def test_a_report_with_nothing_in_it(record: Record) -> None:
    bare = replace(
        record.article,
        blocks=tuple(b for b in record.article.blocks if b.kind is BlockKind.BODY),
        outlet=None,
        agency=None,
        published=None,
        authors=(),
        editors=(),
        language=None,
        notes=(),
    )
    out = shown(Record(bare, (), (), (), record.pipeline))
    assert "outlet, day and writer unknown" in out
    assert "language unknown" in out
    assert "no claims and no quotations found" in out
