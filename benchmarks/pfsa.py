"""Direct quotations of PFSA-ID, a corpus of Indonesian news with labelled statements, under its own labels.

    python benchmarks/pfsa.py [--shared ../shared] [--articles 100] [--misses 20]

The corpus (CC BY-NC-SA, for evaluation only) labels what is quoted in marks (STATEMENT), the verb behind it (CUE;
CUECOREF with the clitic, "katanya") and the name of the one who says it (PERSON, PERSONCOREF) in running tokens. None
of it is trained on or copied, but faults seen in this part led to rules: the figures are of known text, not of unseen.

Compared are spans: `exact` the same tokens, marks and commas at the edges apart, `lenient` at least half of both in
common. Each figure is given twice: `plain` as Kawat reads (of an office with a name, the name of its entity), and
`mapped` to two habits of the corpus, which counts ranks as part of a name and labels public figures only: there, what
people say of whom a text tells the age ("Budi (43)") is left out. Roles, affiliations, events, issues, times and places
are not compared.
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
from kawat.model import Document, EntityKind, Manner, Mention, MentionForm, Quotation, Span  # noqa: E402

SHARED = ROOT.parent / "shared"
PART = Path("data") / "quotes" / "pfsa-id" / "dev-40.txt"
LABELS = {"STATEMENT": "statement", "CUE": "cue", "CUECOREF": "cue", "PERSON": "speaker", "PERSONCOREF": "speaker"}
WIDE = 5  # an article begins at a dateline that stands so many tokens or more behind the last
_NAMED = frozenset({MentionForm.NAME, MentionForm.TITLE})
# The corpus counts ranks and degrees as part of a name, offices not.
_RANKS = re.compile(
    r"(?<!\w)(?:(?:Ajun|Komisaris|Brigadir|Inspektur|Jenderal|Kolonel|Letnan|Mayor|Kapten|Laksamana|Marsekal|Polisi|Besar"
    r"|Satu|Dua|Madya|Muda|Pertama|Kombes|Irjen|Komjen|Brigjen|Mayjen|Letjen|Letkol|AKBP|AKP|Pol|TNI|Prof|Dr|dr|drg"
    r")\s+\.?\s*)+\Z"
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


def read(article: Labelled) -> dict[str, dict[str, tuple[Span, ...]]]:
    """What Kawat finds of each label, plain and mapped."""
    made, _ = document([article.text])
    direct = [q for q in made.quotations if q.manner is not Manner.INDIRECT]
    private = _private(made)
    public = [q for q in direct if q.speaker not in private]
    return {
        "plain": _labels(direct, {s for q in direct for s in _plain_names(made, q)}),
        "mapped": _labels(public, {s for q in public for s in _names(made, q)}),
    }


def _labels(direct: list[Quotation], speakers: set[Span]) -> dict[str, tuple[Span, ...]]:
    return {
        "statement": tuple(q.content for q in direct),
        "cue": tuple(dict.fromkeys(q.cue for q in direct if q.cue is not None)),
        "speaker": tuple(sorted(speakers)),
    }


def _private(made: Document) -> frozenset[str]:
    """People of whom the text tells the age: no public figures, whose statements alone the corpus labels."""
    text = made.article.text
    people = {e.id for e in made.entities if e.kind is EntityKind.PERSON}
    aged = (m for m in made.mentions if _AGE.match(text, m.span.end))
    return frozenset(e for m in aged for e in m.entities if e in people)


def _plain_names(made: Document, quotation: Quotation) -> Iterator[Span]:
    """The name beside a quotation and the full name that first brings in its speaker, by Kawat's own mentions.

    In a mention with an office ("Wali Kota Contoh Budi Santoso") the name is that of the entity.
    """
    text = made.article.text
    phrase = quotation.speaker_span
    if phrase is not None and phrase.of(text) != table("id", "speech")["clitic"] and phrase.of(text)[:1].isupper():
        yield _plain_name(made, phrase)
    if quotation.speaker is not None:
        told = (m for m in made.mentions if m.form in _NAMED and quotation.speaker in m.entities)
        named = (_bare_name(made, m) for m in told if m.span.end <= quotation.span.start)
        yield from islice((s for s in named if s is not None and len(s.of(text).split()) > 1), 1)


def _bare_name(made: Document, mention: Mention) -> Span | None:
    """The words of a name; in an office with a name those of the person's own name, None where it has no person."""
    if mention.form is MentionForm.NAME:
        return mention.span
    person = next((e for e in made.entities if e.id == mention.entities[0] and e.kind is EntityKind.PERSON), None)
    return _last(made.article.text, person.name, mention.span) if person is not None else None


def _plain_name(made: Document, phrase: Span) -> Span:
    """The last person's name inside the words of a speaker, as its mention or entity has it; else the words."""
    text = made.article.text
    kinds = {e.id: e for e in made.entities}
    inside = [m for m in made.mentions if phrase.covers(m.span) and m.form is MentionForm.NAME and m.entities]
    people = [m for m in inside if _is_person(kinds, m)]
    if people:
        return people[-1].span
    entity = next((e for m in made.mentions if m.span.overlaps(phrase) for e in m.entities if e in kinds), None)
    names = (kinds[entity].name, *kinds[entity].aliases) if entity else ()
    found = next((s for n in names if (s := _last(text, n, phrase)) is not None), None)
    return found or _behind_comma(text, phrase)


def _behind_comma(text: str, phrase: Span) -> Span:
    words = phrase.of(text)
    last = words.rpartition(" , ")[2]  # "Kepala Dusun Contoh , Budi Santoso"
    return Span(phrase.end - len(last), phrase.end) if last != words and last.istitle() else phrase


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
    return _behind_comma(text, phrase)


def _last(text: str, name: str, phrase: Span) -> Span | None:
    at = text.rfind(name, phrase.start, phrase.end)
    return Span(at, at + len(name)) if at >= 0 else None


def _with_rank(text: str, name: Span, phrase: Span) -> Span:
    before = _RANKS.search(text[phrase.start : name.start])
    return Span(phrase.start + before.start(), name.end) if before else name


def _is_person(kinds: Mapping[str, object], mention: Mention) -> bool:
    entity = kinds.get(mention.entities[0])
    return getattr(entity, "kind", None) == "person"


def compare(path: Path, most: int | None, misses: int) -> Mapping[str, Mapping[str, float]]:
    """F of each label, exact and lenient, and of all together; plain and mapped."""
    hits: Counter[tuple[str, str]] = Counter()
    got: Counter[tuple[str, str]] = Counter()
    wanted: Counter[str] = Counter()
    for article in islice(articles(path), most):
        wanted.update({name: len(gold) for name, gold in article.spans.items()})
        for measure, found in read(article).items():
            for name, gold in article.spans.items():
                got[measure, name] += len(found[name])
                for span in gold:
                    same = any(_bare(article.text, span) == _bare(article.text, f) for f in found[name])
                    near = any(_half(span, f) for f in found[name])
                    hits[measure, f"{name} exact"] += same
                    hits[measure, f"{name} lenient"] += near
                    if measure == "mapped" and not near and misses > 0:
                        misses -= 1
                        around = article.text[max(0, span.start - 80) : span.end + 80]
                        print(f"{name}: {span.of(article.text)[:100]!r} in {around[:300]!r}")
    return {
        measure: _rates(
            Counter({name: n for (m, name), n in hits.items() if m == measure}),
            wanted,
            Counter({name: n for (m, name), n in got.items() if m == measure}),
        )
        for measure in ("plain", "mapped")
    }


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
    rates = compare(path, options.articles, options.misses)
    print("   plain  mapped")
    for name, value in rates["plain"].items():
        print(f"{value:8.3f}{rates['mapped'][name]:8.3f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
