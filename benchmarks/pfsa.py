"""Direct quotations of PFSA-ID, a corpus of Indonesian news with labelled statements, under its own labels.

    python benchmarks/pfsa.py [--shared ../shared] [--articles 100] [--misses 20]

The corpus (CC BY-NC-SA, for evaluation only: never trained on, tuned on or copied) labels what is quoted in marks
(STATEMENT), the verb behind it (CUE; CUECOREF with the clitic, "katanya") and the name of the one who says it (PERSON,
PERSONCOREF) in running tokens. Compared are spans: `exact` the same tokens, marks and commas at the edges apart,
`lenient` at least half of both in common. The corpus labels public figures only, so what people say of whom a text
tells the age ("Budi (43)") is left out. Roles, affiliations, events, issues, times and places are not compared.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.speakers import document  # noqa: E402  found beside this file, wherever it is called from
from kawat.lang import table  # noqa: E402
from kawat.model import Document, Manner, Mention, MentionForm, Quotation, Span  # noqa: E402

SHARED = ROOT.parent / "shared"
PART = Path("data") / "quotes" / "pfsa-id" / "dev-40.txt"
LABELS = {"STATEMENT": "statement", "CUE": "cue", "CUECOREF": "cue", "PERSON": "speaker", "PERSONCOREF": "speaker"}
WIDE = 5  # an article begins at a dateline that stands so many tokens or more behind the last
_NAMED = frozenset({MentionForm.NAME, MentionForm.TITLE})
# The corpus counts ranks and degrees as part of a name, offices not.
_RANKS = re.compile(
    r"(?<!\w)(?:(?:Ajun|Komisaris|Brigadir|Inspektur|Jenderal|Kolonel|Letnan|Mayor|Kapten|Laksamana|Marsekal|Polisi|Besar"
    r"|Satu|Dua|Madya|Muda|Pertama|Kombes|Irjen|Komjen|Brigjen|Mayjen|Letjen|Letkol|AKBP|AKP|Pol|TNI|Prof|Dr|dr|drg"
    r"|Sultan)\s+\.?\s*)+\Z"
)
_AGE = re.compile(r"\s?\(\s?\d\d\s?\)")
_EDGES = " \t“”\"„«»'’,.?!"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article as running text, and the spans of each label of ours."""

    text: str
    spans: Mapping[str, tuple[Span, ...]]


def articles(path: Path) -> Iterator[Labelled]:
    """The articles of a part of the corpus; one opens with a place and the slug of the paper."""
    words: list[str] = []
    labels: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        word, _, label = line.partition("\t")
        words.append(word)
        labels.append(label)
        if word in {"KOMPAS", "Kompas"} and len(words) > 12 * WIDE:
            yield _labelled(words, labels)
            words, labels = [], []
    if words:
        yield _labelled(words, labels)


def _labelled(words: list[str], labels: list[str]) -> Labelled:
    spans: dict[str, list[Span]] = {ours: [] for ours in LABELS.values()}
    at = start = 0
    for word, label in zip(words, labels, strict=True):
        part, _, name = label.partition("-")
        if name in LABELS:
            if part in "BU":
                start = at
            if part in "LU":
                spans[LABELS[name]].append(Span(start, at + len(word)))
        at += len(word) + 1
    return Labelled(" ".join(words), {name: tuple(found) for name, found in spans.items()})


def read(article: Labelled) -> dict[str, tuple[Span, ...]]:
    """What Kawat finds of each label."""
    made, _ = document([article.text])
    private = _private(made)
    direct = [q for q in made.quotations if q.manner is not Manner.INDIRECT and q.speaker not in private]
    cues = tuple(q.cue for q in direct if q.cue is not None)
    speakers = {s for q in direct for s in _names(made, q)}
    return {
        "statement": tuple(q.content for q in direct),
        "cue": tuple(dict.fromkeys(cues)),
        "speaker": tuple(sorted(speakers)),
    }


def _private(made: Document) -> frozenset[str]:
    """People of whom the text tells the age: no public figures, whose statements alone the corpus labels."""
    text = made.article.text
    return frozenset(e for m in made.mentions for e in m.entities if _AGE.match(text, m.span.end))


def _names(made: Document, quotation: Quotation) -> Iterator[Span]:
    """The name beside a quotation (PERSONCOREF), and the full name that first brings in its speaker (PERSON)."""
    clitic = table("id", "speech")["clitic"]
    text = made.article.text
    words = quotation.speaker_span.of(text) if quotation.speaker_span else ""
    if quotation.speaker_span is not None and words != clitic and words[:1].isupper():
        yield _name(made, quotation.speaker_span)
    if quotation.speaker is not None:
        told = (m for m in made.mentions if m.form in _NAMED and quotation.speaker in m.entities)
        named = (_name(made, m.span) for m in told if m.span.end <= quotation.span.start)
        yield from islice((s for s in named if len(s.of(text).split()) > 1), 1)


def _name(made: Document, phrase: Span) -> Span:
    """The name inside the words of a speaker, without office and body, with a rank."""
    text = made.article.text
    kinds = {e.id: e for e in made.entities}
    inside = [m for m in made.mentions if phrase.overlaps(m.span) and m.form in _NAMED and m.entities]
    people = [kinds[m.entities[0]] for m in inside if _is_person(kinds, m)]
    spans = [s for e in reversed(people) for n in (e.name, *e.aliases) if (s := _last(text, n, phrase)) is not None]
    if spans:
        return _with_rank(text, max(spans, key=len), phrase)
    words = phrase.of(text)
    last = words.rpartition(" , ")[2]  # "Kepala Dusun Contoh , Budi Santoso"
    return Span(phrase.end - len(last), phrase.end) if last != words and last.istitle() else phrase


def _last(text: str, name: str, phrase: Span) -> Span | None:
    at = text.rfind(name, phrase.start, phrase.end)
    return Span(at, at + len(name)) if at >= 0 else None


def _with_rank(text: str, name: Span, phrase: Span) -> Span:
    before = _RANKS.search(text[phrase.start : name.start])
    return Span(phrase.start + before.start(), name.end) if before else name


def _is_person(kinds: Mapping[str, object], mention: Mention) -> bool:
    entity = kinds.get(mention.entities[0])
    return getattr(entity, "kind", None) == "person"


def compare(path: Path, most: int | None, misses: int) -> Mapping[str, float]:
    """F of each label, exact and lenient, and of all together."""
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for number, article in enumerate(articles(path)):
        if most is not None and number >= most:
            break
        found = read(article)
        for name, gold in article.spans.items():
            wanted[name] += len(gold)
            got[name] += len(found[name])
            for span in gold:
                same = any(_bare(article.text, span) == _bare(article.text, f) for f in found[name])
                near = any(_half(span, f) for f in found[name])
                hits[f"{name} exact"] += same
                hits[f"{name} lenient"] += near
                if not near and misses > 0:
                    misses -= 1
                    around = article.text[max(0, span.start - 80) : span.end + 80]
                    print(f"{name}: {span.of(article.text)[:100]!r} in {around[:300]!r}")
    return _rates(hits, wanted, got)


def _rates(hits: Counter[str], wanted: Counter[str], got: Counter[str]) -> Mapping[str, float]:
    rates: dict[str, float] = {}
    for way in ("exact", "lenient"):
        for name in wanted:
            rates[f"{name} {way}"] = _f(hits[f"{name} {way}"], wanted[name], got[name])
        every = sum(hits[f"{name} {way}"] for name in wanted)
        rates[f"all {way}"] = _f(every, wanted.total(), got.total())
    return rates


def _f(hits: int, wanted: int, got: int) -> float:
    return 2 * hits / (wanted + got) if wanted + got else 0.0


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _half(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return 2 * common >= max(len(a), len(b))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--articles", type=int, help="only so many")
    parser.add_argument("--misses", type=int, default=0, help="print so many labels that were not found")
    options = parser.parse_args()
    path = options.shared / PART
    if not path.exists():
        print(f"skipped: {path} is not there")
        return 0
    for name, value in compare(path, options.articles, options.misses).items():
        print(f"{value:8.3f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
