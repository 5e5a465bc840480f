"""What a person says of a claim; what was extracted stays as it is, beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kawat.model.document import Entity, EventType, Status
from kawat.model.record import Place


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    NOTED = "noted"  # a note, and no verdict
    SKIPPED = "skipped"
    UNDONE = "undone"  # takes back the reviewer's last word on the claim


JUDGING = (Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.REJECTED)
"""The verdicts that say whether a claim is right."""


@dataclass(frozen=True, slots=True)
class Review:
    """A dated, signed word on a claim (by its id, which later readings keep); appended, never edited.

    `changes` holds `(field, value)` pairs of a correction: what should stand in place of what was extracted.
    """

    claim: str
    verdict: Verdict
    changes: tuple[tuple[str, str], ...]
    note: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What reviewers agree on of a claim, by its id: that it is no claim, or what stands in place of what was read.

    None leaves what was read; nobody, or no place, is an empty tuple. Speaker and place are one at most.
    """

    claim: str
    rejected: bool = False
    status: Status | None = None
    type: EventType | None = None
    days: tuple[date, date] | None = None  # first and last, both included
    actors: tuple[Entity, ...] | None = None
    recipients: tuple[Entity, ...] | None = None
    speaker: tuple[Entity, ...] | None = None
    place: tuple[Place, ...] | None = None
