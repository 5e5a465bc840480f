"""How sure a sentence is, and on whose word: our own cases over cues and scopes, in both languages.

    python benchmarks/statuses.py                    accuracy of each half, by class
    python benchmarks/statuses.py --faults           also the cases of the seen half that are wrong
    python benchmarks/statuses.py --language en      one language

A row of `tests/status/cases.tsv` is one sentence, read as a report of its own (a headline for class `headline`). Its
act is found by the words of the trigger, of the same type if there is one; one that is not found counts as wrong. The
held half is set aside: its faults are counted by class and never listed.
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
from kawat.annotate import annotate  # noqa: E402
from kawat.model import Article, Block, BlockKind, EventMention, EventType, Span, Status  # noqa: E402
from kawat.text import read_tsv  # noqa: E402

CASES = ROOT / "tests" / "status" / "cases.tsv"
HALVES = ("seen", "held")
COLUMNS = ("language", "sentence", "trigger", "type", "status", "speaker", "class", "half")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the act in it that is asked for, and what holds of it; `speaker` None: the report itself."""

    language: str
    sentence: str
    trigger: str
    type: EventType
    status: Status
    speaker: str | None
    cue_class: str
    half: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the coder made of a case; `event` None: the act was not found."""

    case: Case
    event: EventMention | None
    status: bool
    speaker: bool


def files() -> tuple[Path, ...]:
    """The cases."""
    return (CASES,)


def cases() -> tuple[Case, ...]:
    """Every row, in order. Raises `TableError` for a row that is not a case."""
    return tuple(
        Case(
            row["language"], row["sentence"], row["trigger"], EventType(row["type"]), Status(row["status"]),
            None if row["speaker"] == "-" else row["speaker"], row["class"], row["half"],
        )
        for _, row in read_tsv(CASES, COLUMNS)
    )  # fmt: skip


def outcome(case: Case) -> Outcome:
    """Reads one case."""
    text = case.sentence
    kind = BlockKind.HEADLINE if case.cue_class == "headline" else BlockKind.BODY
    block = Block(Span(0, len(text)), kind)
    article = Article("case", "case", text, (block,), sha256(text.encode()).hexdigest(), case.language)
    wanted = _words(case.trigger)
    told = [e for e in annotate(article).events if wanted & _words(e.trigger.of(text))]
    event = min(told, key=lambda e: e.type is not case.type, default=None)
    if event is None:
        return Outcome(case, None, status=False, speaker=False)
    said = event.speaker.span.of(text) if event.speaker and event.speaker.span else "" if event.speaker else None
    speaker = said is None if case.speaker is None else said is not None and bool(_words(case.speaker) & _words(said))
    return Outcome(case, event, status=event.status is case.status, speaker=speaker)


def outcomes(language: str | None = None) -> Iterator[Outcome]:
    """Every case, or those of one language, read."""
    return (outcome(c) for c in cases() if language in (None, c.language))


def figures() -> Mapping[str, float]:
    """The share of each half with the right status, and with the right speaker."""
    return _shares(tuple(outcomes()))


def _shares(read: tuple[Outcome, ...]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for half in HALVES:
        of_half = [o for o in read if o.case.half == half]
        found[f"status {half}"] = sum(o.status for o in of_half) / len(of_half)
        found[f"speaker {half}"] = sum(o.speaker for o in of_half) / len(of_half)
    return found


def _words(text: str) -> set[str]:
    return set(text.lower().split())


def main() -> int:
    asked = halves.options(__doc__)
    read = tuple(outcomes(asked.language))
    rows = (
        halves.Row(o.case.cue_class, o.case.language, o.case.half, o.status and o.speaker, partial(_fault, o))
        for o in read
    )
    halves.report(rows, faults=asked.faults)
    for name, value in _shares(read).items():
        print(f"{value:8.3f}  {name}")
    for half in HALVES:
        of_half = [o for o in read if o.case.half == half]
        found = [o for o in of_half if o.event is not None]
        shares = (sum(o.status for o in found) / len(found), sum(o.speaker for o in found) / len(found))
        print(f"{shares[0]:8.3f} status, {shares[1]:.3f} speaker of the {len(found)} of {len(of_half)} found  {half}")
    return 0


def _fault(o: Outcome) -> str:
    case, event = o.case, o.event
    got = "not found" if event is None else f"{event.status} / {event.speaker and event.speaker.code}"
    why = "" if event is None else "\n    " + "; ".join(event.why)
    return (
        f"{case.language} {case.cue_class}: {case.sentence}\n    wanted {case.status} / {case.speaker}, is {got}{why}"
    )


if __name__ == "__main__":
    sys.exit(main())
