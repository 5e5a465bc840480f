"""Through whom the words came: our own cases of attributions, credits and photographs, in both languages.

    python benchmarks/chains.py                    the share of each half with the right chain, by class
    python benchmarks/chains.py --faults           also the cases of the seen half that are wrong
    python benchmarks/chains.py --language en      one language

A row of `tests/chains/cases.tsv` is a passage read as a report of its own, a line of credit under a report (class
`credit`), or the credit of a photograph (class `photo`). `chain` is every hop from the innermost outwards, without the
outlet that prints the report; `?` is a source without a name, `*` anybody. `marks` are those of the claim. A chain is
right where every hop is there, in order, and none besides. A row is held where the first byte of the digest of its
language, class and text is odd; the faults of that half are counted by class and never listed.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import halves  # noqa: E402  found beside this file, wherever it is called from
from kawat import knowledge  # noqa: E402
from kawat.annotate import annotate  # noqa: E402
from kawat.model import Article, Block, BlockKind, Claim, Hop, HopKind, Record, Span  # noqa: E402
from kawat.read import read_bytes  # noqa: E402
from kawat.record import build  # noqa: E402
from kawat.record.chain import full_chain, photo_chain, state_media  # noqa: E402
from kawat.text import fold, read_tsv, words  # noqa: E402

CASES = ROOT / "tests" / "chains" / "cases.tsv"
HALVES = ("seen", "held")
COLUMNS = ("language", "class", "text", "words", "chain", "marks", "half")
OUTLET = "Harian Contoh"
PAGES = {
    "id": "Delegasi Oman Tiba di Wina\n\n{outlet} | 12 Maret 2024, 12:57 WIB\n\nWINA, {upper} - Delegasi Oman tiba di "
    "Wina pada Selasa (12/3/2024). Mereka akan berunding tiga hari.\n\nPerundingan itu dibuka oleh menteri luar negeri "
    "Austria.\n\n{credit}\n",
    "en": "Omani Delegates Arrive in Vienna\n\n{outlet} | March 12, 2024\n\nVIENNA, {upper} - Delegates from Oman "
    "arrived in Vienna on Tuesday. They will talk for three days.\n\nThe talks were opened by the Austrian foreign "
    "minister.\n\n{credit}\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A passage or credit, the words that are asked for, and the hops through which they came: kind and name."""

    language: str
    kind: str
    text: str
    words: str
    chain: tuple[tuple[HopKind, str], ...]
    marks: frozenset[str]
    half: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made of a case; `chain` None: the words asked for were not found."""

    case: Case
    chain: tuple[Hop, ...] | None
    marks: frozenset[str]

    @property
    def right(self) -> bool:
        wanted = self.case.chain
        same = (
            self.chain is not None
            and len(self.chain) == len(wanted)
            and all(_fits(hop, kind, name) for hop, (kind, name) in zip(self.chain, wanted, strict=True))
        )
        return same and (self.case.kind not in {"marks", "credit"} or self.marks == self.case.marks)


def files() -> tuple[Path, ...]:
    """The cases."""
    return (CASES,)


def half_of(language: str, kind: str, text: str) -> str:
    """The half of a case, by a rule that knows nothing of what is made of it."""
    return "held" if sha256(f"{language}\t{kind}\t{text}".encode()).digest()[0] % 2 else "seen"


def cases() -> tuple[Case, ...]:
    """Every row, in order. Raises `TableError` for a row that is not a case."""
    return tuple(
        Case(
            row["language"], row["class"], row["text"], row["words"], _hops(row["chain"]),
            frozenset(row["marks"].split(",")) - {"-"}, row["half"],
        )
        for _, row in read_tsv(CASES, COLUMNS)
    )  # fmt: skip


def _hops(written: str) -> tuple[tuple[HopKind, str], ...]:
    parts = (part.partition(":") for part in written.split(" > "))
    return tuple((HopKind(kind), name) for kind, _, name in parts)


def outcome(case: Case) -> Outcome:
    """Reads one case."""
    if case.kind == "photo":
        chain = photo_chain(case.text, case.language)
        return Outcome(case, chain, frozenset())
    if case.kind == "credit":
        page = PAGES[case.language].format(outlet=OUTLET, upper=OUTLET.upper(), credit=case.text)
        article = next(iter(read_bytes(page.encode(), "case.txt")))
        chain = tuple(h for h in full_chain((), article) if h.kind is not HopKind.OUTLET)
        return Outcome(case, chain, _states(chain))
    text = case.text
    block = Block(Span(0, len(text)), BlockKind.BODY)
    digest = sha256(text.encode()).hexdigest()
    article = Article("case", "case", text, (block,), digest, case.language, outlet=OUTLET)
    return _found(case, build(annotate(article), "case"))


def _found(case: Case, record: Record) -> Outcome:
    """The chain of the quotation or claim that holds the words, without the outlet that prints it."""
    said = [q for q in record.quotations if case.words in q.text]
    claims = [c for c in record.claims if case.words in c.sentence]
    marks: frozenset[str] = frozenset()
    if case.kind == "marks":
        told = [c for c in claims if case.words in record.article.text[c.span.start :] and c.speaker]
        marks = _marks(told[0]) if told else marks
    chain = said[0].chain if said else claims[0].chain if claims else None
    if chain is None or not chain or chain[-1].name != OUTLET:
        return Outcome(case, None, marks)
    return Outcome(case, chain[:-1], marks)


def _marks(claim: Claim) -> frozenset[str]:
    return _states(claim.chain) | ({"party"} if claim.party_sourced else set())


def _states(chain: tuple[Hop, ...]) -> frozenset[str]:
    return frozenset(f"state:{state}" for state in state_media(chain))


def _fits(hop: Hop, kind: HopKind, name: str) -> bool:
    if hop.kind is not kind:
        return False
    if name == "*":
        return True
    if name == "?":
        return not hop.named
    if not hop.named or hop.name is None:
        return False
    known = knowledge.agency(name) or knowledge.outlet(name)
    if known is not None and hop.entity == known.id:
        return True
    if hop.entity is not None and hop.entity in {form.known_id for form in knowledge.lookup(name)}:
        return True
    asked, given = ({fold(w.text) for w in words(text)} for text in (name, hop.name))
    return asked <= given


def outcomes(language: str | None = None) -> Iterator[Outcome]:
    """Every case, or those of one language, read."""
    return (outcome(c) for c in cases() if language in (None, c.language))


def figures() -> Mapping[str, float]:
    """The share of each half with the right chain and marks."""
    return _shares(tuple(outcomes()))


def _shares(read: tuple[Outcome, ...]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for half in HALVES:
        of_half = [o.right for o in read if o.case.half == half]
        found[half] = sum(of_half) / len(of_half)
    return found


def main() -> int:
    asked = halves.options(__doc__)
    read = tuple(outcomes(asked.language))
    rows = (halves.Row(o.case.kind, o.case.language, o.case.half, o.right, partial(_fault, o)) for o in read)
    halves.report(rows, faults=asked.faults)
    for name, value in _shares(read).items():
        print(f"{value:8.3f}  {name}")
    return 0


def _fault(o: Outcome) -> str:
    wanted = " > ".join(f"{kind}:{name}" for kind, name in o.case.chain)
    got = "not found" if o.chain is None else " > ".join(f"{h.kind}:{h.name if h.named else '?'}" for h in o.chain)
    marks = f"\n    marks {sorted(o.case.marks)}, is {sorted(o.marks)}" if o.marks != o.case.marks else ""
    return f"{o.case.language} {o.case.kind}: {o.case.text}\n    wanted {wanted}\n    is     {got}{marks}"


if __name__ == "__main__":
    sys.exit(main())
