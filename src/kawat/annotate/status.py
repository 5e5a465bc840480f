"""How sure the report is of an act: cue words and how far each of them reaches.

The cues are data (`lang/<language>/status.toml`); every row carries an example that a test runs.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from kawat.annotate.voice import View
from kawat.errors import TableError
from kawat.lang import table
from kawat.model import Status
from kawat.text import fold

# verb     stands before the trigger among the words that belong to its verb ("akan menyerang")
# clause   stands before the trigger in the same clause ("diduga ... menyerang")
# opens    opens the clause that holds the trigger ("jika X menyerang")
# noun     stands beside a noun of action ("rencana serangan", "serangan yang direncanakan")
Scope = Literal["verb", "clause", "opens", "noun"]


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A row of a status table."""

    words: tuple[str, ...]
    status: Status
    scope: Scope
    example: str


# Of several statuses in reach the one further left in this list holds: a denied plan is denied.
_ORDER = (Status.DENIED, Status.HYPOTHETICAL, Status.PLANNED, Status.ALLEGED)


@cache
def status_cues(language: str) -> tuple[StatusCue, ...]:
    """The status cues of a language. Raises `TableError` for an unknown scope."""
    rows = []
    for row in table(language, "status")["cues"]:
        if row["scope"] not in get_args(Scope):
            raise TableError(f"lang/{language}/status.toml: {row['cue']!r}: no scope {row['scope']!r}")
        rows.append(StatusCue(tuple(fold(row["cue"]).split()), Status(row["status"]), row["scope"], row["example"]))
    return tuple(sorted(rows, key=lambda r: -len(r.words)))


def status_of(view: View, first: int, last: int, *, noun: bool) -> tuple[Status, str | None]:
    """The status of the act at words `first` to `last`, and the cue that gave it."""
    found: dict[Status, str] = {}
    read: set[int] = set()  # longer cues come first and keep their words: "mungkin telah" is not "mungkin"
    for cue in status_cues(view.grammar.language):
        for k in _places(view, cue.words):
            if first <= k <= last or (len(cue.words) == 1 and k in read):
                continue
            if len(cue.words) > 1:
                read.update(range(k, k + len(cue.words)))
            if _reaches(view, cue, k, first, last, noun=noun):
                found.setdefault(cue.status, " ".join(cue.words))
    for status in _ORDER:
        if status in found:
            return status, found[status]
    return Status.ASSERTED, None


def _places(view: View, phrase: tuple[str, ...]) -> list[int]:
    size = len(phrase)
    return [k for k in range(len(view.folded) - size + 1) if view.folded[k : k + size] == phrase]


def _reaches(view: View, cue: StatusCue, k: int, first: int, last: int, *, noun: bool) -> bool:
    end = k + len(cue.words) - 1
    if cue.scope == "noun":
        return noun and _beside_noun(view, k, end, first, last)
    if end >= first:
        return False
    gap = range(end + 1, first)
    if cue.scope == "verb":
        return all(x not in view.at and not _stops_verb(view, x) for x in gap) and len(gap) <= (2 if noun else 5)
    if cue.scope == "clause":
        return not any(_stops_clause(view, x) for x in gap)
    commas = sum(view.tokens[x].text == "," for x in gap)
    return commas <= 1 and not any(view.tokens[x].text in {";", ":"} for x in gap)


def _stops_verb(view: View, x: int) -> bool:
    word = view.folded[x]
    g = view.grammar
    if view.is_verb(x) and word not in g.light and word not in g.auxiliaries:
        return True
    return (
        word == ","
        or word in g.relative
        or view.is_break(x)
        or view.tokens[x].text in g.quotes
        or word in g.coordinators
    )


def _stops_clause(view: View, x: int) -> bool:
    return view.tokens[x].text in {";", ",", *view.grammar.quotes} or (
        view.is_break(x) and view.folded[x] not in view.grammar.complementizers
    )


def _beside_noun(view: View, k: int, end: int, first: int, last: int) -> bool:
    if end < first:
        return first - end <= 3 and not any(_stops_clause(view, x) or view.is_verb(x) for x in range(end + 1, first))
    gap = range(last + 1, k)
    return len(gap) <= 10 and not any(_stops_clause(view, x) for x in gap) and not any(view.is_verb(x) for x in gap)
