"""What people say of claims: which words hold, what is to be reviewed next, and how far two reviewers agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from typing import Unpack

from kawat.errors import QuestionError, UnknownNameError
from kawat.model import JUDGING, EventType, Review, Status, Verdict
from kawat.query import named
from kawat.query.acts import claim_rows, settle
from kawat.query.answers import ClaimRow
from kawat.query.briefs import brief
from kawat.query.checked import checked, holding
from kawat.query.conditions import period
from kawat.query.corrections import correction
from kawat.query.named import NOBODY
from kawat.query.questions import Parties
from kawat.store import Brief, ClaimFilter, Store

FIELDS = ("status", "type", "date", "actors", "recipients", "place", "speaker", "chain")
"""What of a claim can be corrected. All but the chain are asked by as they are corrected; that stands in words beside
what was read, and so do parties and a speaker whom nobody knows."""

_MEAN_NOBODY = frozenset({"-", "–", "—", "none", "nobody", "nothing", "nihil", "tidak ada"})
_CAN_BE_EMPTY = frozenset({"actors", "recipients", "place", "speaker", "chain"})

LOOKED_AT = 200
"""Among so many of the newest claims the next one to review is chosen."""

_TWICE = 5
"""Every fifth claim, by its id, is shown to a second reviewer too."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: on how many claims both judged, on how many alike, and Cohen's kappa (None where undefined)."""

    one: str
    other: str
    claims: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reviewing is: claims that anybody judged, those of this reviewer, by verdict, and all there are."""

    total: int
    judged: int
    mine: int
    skipped: int
    verdicts: tuple[tuple[Verdict, int], ...]
    agreement: tuple[Agreement, ...]


def review(store: Store, made: Review) -> tuple[str, ...]:
    """Appends a review, and gives what is to be told of it: whose words name nobody that a question would find.

    Raises `UnknownNameError` for a claim that is not there, `QuestionError` for a value that
    cannot be, a correction without any, or an undoing of nothing.
    """
    if not made.by.strip():
        raise QuestionError("a review needs a name to sign it")
    if any(len(text) > _LONGEST for text in (made.note or "", made.by, *(value for _, value in made.changes))):
        raise QuestionError(f"a note or value has more than {_LONGEST} letters")
    for name, value in made.changes:
        _possible(name, value)
    if (made.verdict is Verdict.CORRECTED) != bool(made.changes):
        raise QuestionError("a correction says what should stand in place of what was read, and nothing else does")
    if made.verdict is Verdict.NOTED and not made.note:
        raise QuestionError("the note is empty")
    with store.writer() as writer:
        rows = writer.view.claims(ClaimFilter(ids=(made.claim,)), 1).rows
        if not rows:
            raise UnknownNameError(f"there is no claim {made.claim!r}")
        before = writer.view.reviews([made.claim])
        mine = holding(before).get(made.claim, {}).get(made.by)
        if made.verdict is Verdict.UNDONE and mine is None:
            raise QuestionError(f"{made.by} has said nothing of {made.claim} that could be taken back")
        changes = tuple((name, named.written(writer.view, rows[0], name, value)) for name, value in made.changes)
        kept = _on_top(replace(made, changes=changes), mine, before)
        writer.review([kept])
        said = checked((*before, kept))
        writer.correct([correction(made.claim, said[made.claim])])
        near = {end for link in writer.view.links([made.claim]) for end in (link.left, link.right)}
        settle(writer, {made.claim, *near})
    told = (named.unheld(value) for name, value in changes if name in named.PARTIES)
    return tuple(one for one in told if one is not None)


def _on_top(made: Review, mine: Review | None, before: Iterable[Review]) -> Review:
    """A word on what its reviewer was shown, which is the claim as it is corrected by then.

    A correction leaves what else is corrected as it is, and who accepts a corrected claim accepts the correction.
    """
    if made.verdict not in (Verdict.CORRECTED, Verdict.ACCEPTED):
        return made
    held = checked(before).get(made.claim)
    agreed = next(
        (one for one in holding(before).get(made.claim, {}).values() if one.verdict is Verdict.CORRECTED), None
    )
    shown = agreed if held is not None and held.state == "corrected" else None
    if made.verdict is Verdict.CORRECTED and mine is not None and mine.verdict is Verdict.CORRECTED:
        shown = mine  # also where somebody differs: the reviewer goes on with the own words
    if shown is None:
        return made
    return replace(made, verdict=Verdict.CORRECTED, changes=tuple((dict(shown.changes) | dict(made.changes)).items()))


def _possible(name: str, value: str) -> None:
    if name not in FIELDS:
        raise QuestionError(f"{name!r} cannot be corrected; {', '.join(FIELDS)} can")
    known: Mapping[str, list[str]] = {"status": [one.value for one in Status], "type": [one.value for one in EventType]}
    if name in known and value not in known[name]:
        raise QuestionError(f"{value!r} is no {name}; there are {', '.join(known[name])}")
    if name == "date" and value:
        period(value)


def next_claim(store: Store, by: str, **asked: Unpack[Parties]) -> ClaimRow | None:
    """The claim of the newest that a reviewer should look at next: the most doubtful and weighty one.

    A claim that somebody else has judged is shown again only where it belongs to the sample that two review. Errors as
    for `claims`.
    """
    queue = waiting(store, by, **asked)
    return claim(store, queue[0]) if queue else None


def waiting(store: Store, by: str, **asked: Unpack[Parties]) -> tuple[str, ...]:
    """The claims of the newest that a reviewer should look at, by their ids: the most doubtful and weighty ones first.

    As for `next_claim`.
    """
    asked["limit"] = LOOKED_AT
    found = brief(store, **asked)
    with store.view() as view:
        held = holding(view.reviews(row.id for row in found.rows))
    some = [row for row in found.rows if _waits(row.id, by, held.get(row.id, {}))]
    ordered = sorted(some, key=lambda row: (_weight(row, found.acts[row.id].reports), row.id), reverse=True)
    return tuple(row.id for row in ordered)


def claim(store: Store, id: str) -> ClaimRow | None:  # noqa: A002  the model's word
    """The claim of an id; None where there is none."""
    return next(iter(rows(store, (id,))), None)


def rows(store: Store, ids: Iterable[str]) -> tuple[ClaimRow, ...]:
    """The claims of some ids, by date; ids that no claim has are left out."""
    with store.view() as view:
        return claim_rows(view, view.claims(ClaimFilter(ids=tuple(ids))).rows)


def around(store: Store, claim: str) -> tuple[str, str]:
    """What stands in the paragraph before and after the sentence of a claim; nothing where the claim is gone."""
    with store.view() as view:
        stored = next(iter(view.claims(ClaimFilter(ids=(claim,)), 1).rows), None)
        record = view.record(stored.header.article) if stored else None
    if stored is None or record is None:
        return "", ""
    span, text = stored.claim.span, record.article.text
    block = next((one.span for one in record.article.blocks if one.span.covers(span)), span)
    return text[block.start : span.start], text[span.end : block.end]


def _waits(claim: str, by: str, said: Mapping[str, Review]) -> bool:
    if by in said:
        return False
    return not any(one.verdict in JUDGING for one in said.values()) or _for_two(claim)


def _for_two(claim: str) -> bool:
    return sum(claim.encode()) % _TWICE == 0


def _weight(row: Brief, reports: int) -> float:
    """Doubt times weight: what is unsure, grave and told by many is looked at first."""
    grave = 1 + abs(row.goldstein or 0.0) / 10
    return (1.05 - row.score) * grave * (1 + 0.1 * reports)


def last_word(store: Store, by: str) -> Review | None:
    """The last word of a reviewer that still holds."""
    with store.view() as view:
        made = view.reviewed()
    held = [said[by] for said in holding(made).values() if by in said]
    return max(held, key=lambda one: (one.at, made.index(one)), default=None)


def progress(store: Store, by: str) -> Progress:
    """How far reviewing is, and how far reviewers agree."""
    with store.view() as view:
        held = holding(view.reviewed())
        total = view.counts().claims + view.claims(ClaimFilter(rejected=True), 0).total
    judged = {
        claim: {name: one.verdict for name, one in said.items() if one.verdict in JUDGING}
        for claim, said in held.items()
    }
    verdicts = Counter(verdict for said in judged.values() for verdict in said.values())
    mine = [said[by].verdict for said in held.values() if by in said]
    return Progress(
        total=total,
        judged=sum(map(bool, judged.values())),
        mine=sum(one in JUDGING for one in mine),
        skipped=mine.count(Verdict.SKIPPED),
        verdicts=tuple((one, verdicts[one]) for one in JUDGING),
        agreement=_agreements(judged),
    )


def _agreements(judged: Mapping[str, Mapping[str, Verdict]]) -> tuple[Agreement, ...]:
    pairs: dict[tuple[str, str], list[tuple[Verdict, Verdict]]] = defaultdict(list)
    for said in judged.values():
        for one, other in combinations(sorted(said), 2):
            pairs[one, other].append((said[one], said[other]))
    return tuple(
        Agreement(one, other, len(both), sum(a is b for a, b in both), _kappa(both))
        for (one, other), both in sorted(pairs.items())
    )


def _kappa(both: list[tuple[Verdict, Verdict]]) -> float | None:
    """Cohen's kappa: agreement above what chance would give; None where chance alone gives all."""
    n = len(both)
    left, right = Counter(a for a, _ in both), Counter(b for _, b in both)
    chance = sum(left[one] * right[one] for one in JUDGING) / (n * n)
    if chance == 1.0:
        return None
    return round((sum(a is b for a, b in both) / n - chance) / (1 - chance), 3)


def signed(claim: str, verdict: Verdict, by: str, at: datetime, **more: str | None) -> Review:
    """A review; in `more` the note, and by field what should stand in place of what was read, empty ones left out.

    Where nobody, or nothing, should stand there, "none" or "-" says so.
    """
    note = (more.pop("note", None) or "").strip() or None
    changes = tuple((name, _value(name, value.strip())) for name, value in more.items() if value and value.strip())
    return Review(claim, verdict, changes, note, by.strip(), at)


def _value(name: str, value: str) -> str:
    return NOBODY if name in _CAN_BE_EMPTY and value.casefold() in _MEAN_NOBODY else value
