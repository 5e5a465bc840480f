"""How well words for times and places are found, and what days the words are taken to mean.

    python benchmarks/times.py                  all figures
    python benchmarks/times.py --wrong          the own cases of the open half that are read wrong

    python benchmarks/times.py --differs        what differs from the gold of IndoTimex

Own cases lie in tests/annotate/times.tsv, half of them held: rules are made on the open half alone.

IndoTimex (`../shared/data/time`) marks words and values in 25 reports, a test split of its makers. They were looked at
here: what differs led to rules of ours and to the mapping below, so that both kinds of figures are those of a
development set, and no measure of unseen text. A value counts as right where the first and last day are the same, or
neither gives a day ("selama enam tahun").

`span`, `overlap` and `value` compare with the corpus as it is, but for the end of a span, which there lies before
"waktu setempat" and "terakhir". `mapped ...` leave out what is a difference of convention:

- nothing is marked in a title; titles are read, what is found in them is not counted;
- a span ends before "penuh" and before what a time leans on ("beberapa bulan | setelah pesawat itu diluncurkan"), and
  is two at "pada" ("esok hari | pukul 05.00");
- a stretch that begins or ends with the report ("tiga hari ke depan") is a length there (P3D), and days here: right
  where the days are as many;
- a count of weeks, months or years ("tiga minggu kemudian") is one day there, the week, month or year around it here,
  as no day is said: right where that day lies in it.

Gold words of times and places of events stand in `../shared/gold/dev.jsonl`; words are found where exactly they are a
time or place of their sentence.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from kawat.annotate import mentions, places, sentences, times
from kawat.annotate.gold import block_article
from kawat.model import Anchor, Article, Block, BlockKind, Document, Span, TimeRef
from kawat.text import read_tsv

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "annotate" / "times.tsv"
INDOTIMEX = ROOT.parent / "shared" / "data" / "time" / "indotimex" / "dataset" / "Kompas_test_gold"
DEV = ROOT.parent / "shared" / "gold" / "dev.jsonl"
COLUMNS = ("class", "half", "language", "published", "text", "start", "end", "grain")
_TIMEX = re.compile(r"<TIMEX3\b[^>]*?\bvalue=\"(?P<value>[^\"]*)\"[^>]*>(?P<words>.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# "pukul 7.24 waktu Singapura", "lima tahun terakhir"
_TAIL = re.compile(r"\s+(?:waktu\s+(?:setempat|lokal|[A-Z].*)|(?:terakhir|belakangan)(?:\s+ini)?)$")
# these, and "beberapa bulan setelah pesawat"
_LEFT_OUT = re.compile(
    r"\s+(?:waktu\s+(?:setempat|lokal|[A-Z].*)|(?:terakhir|belakangan)(?:\s+ini)?|penuh"
    r"|(?:setelah|sesudah|sebelum|usai|seusai|sejak|pasca|menjelang)\s+\w+)$"
)
_APART = re.compile(r"\s+pada\s+")
_LENGTH = re.compile(r"PT?(?P<count>\d+)(?P<unit>[DWMYH])")
_UNIT_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25, "H": 1 / 24}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}

Days = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Marked:
    """One expression of the gold: where, its value in TIMEX3, and the days of that (None: no days)."""

    span: Span
    value: str

    @property
    def days(self) -> Days:
        return days_of(self.value)


@dataclass(frozen=True, slots=True)
class Case:
    """One expression in a sentence; empty days: no day can be told."""

    kind: str
    half: str
    language: str
    published: str
    text: str
    words: str
    start: str
    end: str
    grain: str


def cases() -> Iterator[Case]:
    """The own cases. Raises `ValueError` for a row without exactly one expression in square brackets."""
    for number, row in read_tsv(CASES, COLUMNS):
        marked = re.findall(r"\[([^\]]+)\]", row["text"])
        if len(marked) != 1:
            raise ValueError(f"{CASES.name}:{number}: {len(marked)} expressions in brackets")
        text = row["text"].replace("[", "").replace("]", "")
        end = row["end"] or row["start"]
        yield Case(
            row["class"],
            row["half"],
            row["language"],
            row["published"],
            text,
            marked[0],
            row["start"],
            end,
            row["grain"],
        )


def read_case(case: Case) -> list[tuple[str, str, str, str]]:
    """Words, first day, last day and grain of every time that is found in the sentence of a case."""
    found = timed(case.text, case.language, date.fromisoformat(case.published) if case.published else None)
    return [(t.span.of(case.text), str(t.start or ""), str(t.end or ""), t.grain.value) for t in found]


def case_holds(case: Case) -> bool:
    """Whether the expression is found with these words, days and grain; other times do not matter."""
    return (case.words, case.start, case.end, case.grain) in read_case(case)


def timed(text: str, language: str, published: date | None) -> tuple[TimeRef, ...]:
    """The times of a text, a paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(at, at + len(line)), BlockKind.BODY))
        at += len(line) + 1
    day = datetime(published.year, published.month, published.day, tzinfo=UTC) if published else None
    article = Article("a", "t", text, tuple(blocks), "0", language=language, published=day)
    return times.find(sentences.split(Document(article))).times


def case_figures() -> Mapping[str, float]:
    """The share of own cases that hold, by half."""
    held: dict[str, list[bool]] = {}
    for case in cases():
        held.setdefault(case.half, []).append(case_holds(case))
    return {half: sum(values) / len(values) for half, values in sorted(held.items())}


def case_files() -> tuple[Path, ...]:
    return (CASES,)


def indotimex_files() -> tuple[Path, ...]:
    """The reports with gold times."""
    return tuple(sorted(INDOTIMEX.glob("*.tml")))


def days_of(value: str) -> Days:
    """First and last day of a TIMEX3 value; None for a duration, a reference or a set."""
    value = value.partition("T")[0]
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}|W\d{1,2}|[A-Z]{2}|[HQ]\d))?(?:-(\d{1,2}|WE))?", value)
    if match is None:
        decade = re.fullmatch(r"(\d{3})X?", value)
        return (date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31)) if decade else None
    year, part, day = int(match[1]), match[2], match[3]
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part in _SEASONS:
        return _months(year, _SEASONS[part], 3)
    if part[0] == "W":
        monday = date.fromisocalendar(year, int(part[1:]), 1)
        return monday + timedelta(5 if day == "WE" else 0), monday + timedelta(6)
    if part[0] in "HQ":
        size = 6 if part[0] == "H" else 3
        return _months(year, (int(part[1]) - 1) * size + 1, size)
    if day is None:
        return _months(year, int(part), 1)
    return (date(year, int(part), int(day)),) * 2


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Report:
    """Text (the title in its first line), its day, gold, the times found, and those found below the title."""

    name: str
    text: str
    published: date | None
    gold: list[Marked]
    found: tuple[TimeRef, ...]

    @property
    def below_title(self) -> tuple[TimeRef, ...]:
        return tuple(ref for ref in self.found if ref.span.start > self.text.index("\n"))


def report(path: Path) -> Report:
    """One report and what is found in it."""
    raw = path.read_text(encoding="utf-8")
    stamp = re.search(r"<DCT>.*?value=\"([^\"]+)\"", raw, re.DOTALL)
    published = days_of(stamp[1]) if stamp else None
    body = re.search(r"<TITLE>(.*?)</TITLE>\s*<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    if body is None:
        raise ValueError(f"{path.name}: no title and text")
    text, gold, at = "", [], 0
    source = f"{body[1].strip()}\n{body[2].strip()}"
    for match in _TIMEX.finditer(source):
        text += _TAG.sub("", source[at : match.start()])
        gold.append(Marked(Span(len(text), len(text) + len(match["words"])), match["value"]))
        text += match["words"]
        at = match.end()
    text += _TAG.sub("", source[at:])
    day = published[0] if published else None
    return Report(path.name, text, day, gold, timed(text, "id", day))


def indotimex_figures() -> Mapping[str, float]:
    """F of the words (exact, and overlapping) and of words with their days (overlapping words, same days), as the
    corpus has them and with its conventions mapped to ours."""
    reports = [report(path) for path in indotimex_files()]
    plain = _figures(reports, mapped=False)
    return plain | {f"mapped {name}": figure for name, figure in _figures(reports, mapped=True).items()}


def _figures(reports: list[Report], *, mapped: bool) -> dict[str, float]:
    found = wanted = exact = overlap = value = 0
    for each in reports:
        refs = each.below_title if mapped else each.found
        cut = {s for r in refs for s in (_cut(each.text, r.span) if mapped else [_without_tail(each.text, r.span)])}
        found, wanted = found + len(cut if mapped else refs), wanted + len(each.gold)
        for marked in each.gold:
            near = [r for r in refs if r.span.overlaps(marked.span)]
            exact += marked.span in cut
            overlap += bool(near)
            value += any(same_value(r, marked, each.published) if mapped else days(r) == marked.days for r in near)
    total = (found + wanted) / 2
    return {"span": exact / total, "overlap": overlap / total, "value": value / total}


def days(ref: TimeRef) -> Days:
    """First and last day of a time that is found; None where it has none."""
    return (ref.start, ref.end) if ref.start and ref.end else None


def _without_tail(text: str, span: Span) -> Span:
    tail = _TAIL.search(span.of(text))
    return span if tail is None else Span(span.start, span.start + tail.start())


def _cut(text: str, span: Span) -> list[Span]:
    """A span as IndoTimex would mark it: parts at "pada", without what it leaves outside."""
    words = span.of(text)
    edges = [0, *(at for m in _APART.finditer(words) for at in m.span()), len(words)]
    parts = [(edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]
    cut = [(a, a + left.start() if (left := _LEFT_OUT.search(words[a:b])) else b) for a, b in parts]
    return [Span(span.start + a, span.start + b) for a, b in cut]


def same_value(ref: TimeRef, marked: Marked, published: date | None) -> bool:
    """Whether a time means what the gold says, its conventions mapped to ours.

    A length of the gold is met only by a stretch that begins or ends with the day of the report.
    """
    here = days(ref)
    if here == marked.days or here is None:
        return here == marked.days
    if marked.days is None:
        length = _LENGTH.fullmatch(marked.value)
        if length is None or published not in here or ref.anchor is not Anchor.PUBLISHED:
            return False
        return abs((here[1] - here[0]).days - int(length["count"]) * _UNIT_DAYS[length["unit"]]) < 1
    counted = ref.why == "counted" and marked.days[0] == marked.days[1]
    return counted and here[0] <= marked.days[0] <= here[1]


def differences() -> Iterator[str]:
    """A line for each expression that is marked or valued otherwise than in the gold."""
    for each in map(report, indotimex_files()):
        cut = {s for r in each.below_title for s in _cut(each.text, r.span)}
        for marked in each.gold:
            near = [r for r in each.below_title if r.span.overlaps(marked.span)]
            if marked.span not in cut or not any(same_value(r, marked, each.published) for r in near):
                found = [(r.span.of(each.text), str(r.start), str(r.end), r.grain.value) for r in near]
                yield f"{each.name}  {marked.span.of(each.text)!r} {marked.value}  {found}"
        for ref in each.below_title:
            if not any(ref.span.overlaps(m.span) for m in each.gold):
                yield f"{each.name}  {ref.span.of(each.text)!r} is not marked"


def words_files() -> tuple[Path, ...]:
    return (DEV,)


def words_figures() -> Mapping[str, float]:
    """The share of gold words of times and places that are exactly found in their sentence."""
    held: dict[str, list[bool]] = {"time": [], "place": []}
    lines = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines() if line.strip()]
    for block, members in groupby(lines, key=lambda line: line["block"]):
        for layer, ok in _block_words(list(members), str(block)):
            held[layer].append(ok)
    return {layer: sum(values) / len(values) for layer, values in held.items()}


def _block_words(rows: list[dict[str, Any]], block: str) -> Iterator[tuple[str, bool]]:
    article, spans = block_article([row["text"] for row in rows], block, "id")
    document = Document(article)
    for stage in (sentences.split, times.find, mentions.find, places.find):
        document = stage(document)
    found = {"time": [t.span for t in document.times], "place": [p.span for p in document.places]}
    for row, span in zip(rows, spans, strict=True):
        for layer, marked in found.items():
            here = {s.of(article.text) for s in marked if span.covers(s)}
            for words in dict.fromkeys(e[layer] for e in row["events"] if e[layer]):
                yield layer, words in here


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="the wrong rows of the open half")
    parser.add_argument("--differs", action="store_true", help="what differs from the gold of IndoTimex")
    options = parser.parse_args()
    if options.differs:
        print("\n".join(differences()))
        return 0
    if options.wrong:
        for case in (c for c in cases() if c.half == "open" and not case_holds(c)):
            print(f"{case.text}  {case.words!r} {case.start} {case.end} {case.grain}  {read_case(case)}")
        return 0
    for name, files, figures in (
        ("cases", case_files, case_figures),
        ("indotimex", indotimex_files, indotimex_figures),
        ("dev words", words_files, words_figures),
    ):
        if not files() or not all(p.is_file() for p in files()):
            print(f"{name}: its files are not on this machine")
            continue
        print(f"{name:10} " + "  ".join(f"{k} {v:.3f}" for k, v in figures().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
