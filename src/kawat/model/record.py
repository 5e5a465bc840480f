"""What one report yields, ready to be stored, questioned and linked."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kawat.model.article import Article, BlockKind, Note
from kawat.model.document import Entity, EventType, Grain, Hop, Manner, Status, TieKind
from kawat.model.span import Span

# From the surest wording to the least sure; what is denied is told as sure as what is asserted, but never with it.
SURENESS = (Status.ASSERTED, Status.PLANNED, Status.ALLEGED, Status.HYPOTHETICAL, Status.DENIED)


@dataclass(frozen=True, slots=True)
class Date:
    """When an act happened or will: both days included, how exact, and the words (None: the report's day)."""

    start: date
    end: date
    grain: Grain
    raw: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act happened; `id` None where the words could not be resolved."""

    id: str | None
    name: str
    raw: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that express the act."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class QuotationClaim:
    """What somebody is quoted with. `chain` runs from the innermost hop to the outlet. `span` covers `text`."""

    id: str
    text: str
    manner: Manner
    speaker: str | None
    chain: tuple[Hop, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """Another place of a report that tells the act of a claim; `sentence` are the words under `span`."""

    block: BlockKind
    sentence: str
    span: Span
    trigger: Trigger
    status: Status
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says that somebody did.

    `actors`, `recipients` and `speaker` are ids into `Record.entities`. `sentence` is the evidence and equals
    `article.text[span.start:span.end]`. `chain` runs from the innermost hop to the outlet. `cameo` and `goldstein` are
    None where the type and mode do not settle them. `party_sourced`: the one who answers for it, the innermost hop that
    speaks or is spoken for, belongs to one of its parties. `state_media` are the states whose own media carry it.

    `also` are the other places of the report that tell the same act; `sentence` and `status` are those of the fullest.
    `publisher` is the surest status in words that the report lays on nobody; None: all is on somebody's word.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    speaker: str | None
    chain: tuple[Hop, ...]
    date: Date | None
    place: Place | None
    sentence: str
    trigger: Trigger
    span: Span
    score: float
    why: tuple[str, ...]
    party_sourced: bool = False
    state_media: tuple[str, ...] = ()
    publisher: Status | None = None
    also: tuple[Telling, ...] = ()

    @property
    def strongest(self) -> Status:
        """The surest wording of all places of the report that tell it."""
        told = {self.status, *(telling.status for telling in self.also)}
        return next(status for status in SURENESS if status in told)

    @property
    def weakest(self) -> Status:
        """The least sure wording of all places of the report that tell it."""
        told = {self.status, *(telling.status for telling in self.also)}
        return next(status for status in reversed(SURENESS) if status in told)


@dataclass(frozen=True, slots=True)
class Tie:
    """How a claim or quotation (`left`) of a report stands to a claim (`right`) of the same; both are ids."""

    kind: TieKind
    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article yields under one version of the pipeline."""

    article: Article
    entities: tuple[Entity, ...]
    quotations: tuple[QuotationClaim, ...]
    claims: tuple[Claim, ...]
    pipeline: str
    notes: tuple[Note, ...] = ()
    ties: tuple[Tie, ...] = ()


class Judgement(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Link:
    """A dated, signed, reversible judgement on two claims (ids, `left < right`); appended, never edited.

    `why` holds `(feature, score)` pairs, `by` a person or "kawat " and a version.
    """

    left: str
    right: str
    judgement: Judgement
    score: float
    why: tuple[tuple[str, float], ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """A dated, signed, reversible judgement on two entities of different reports (ids, `left < right`).

    Appended, never edited. `unsure` of a person takes back what people have judged before. `why` holds reasons in
    words, `by` a person or "kawat " and a version.
    """

    left: str
    right: str
    judgement: Judgement
    score: float
    why: tuple[str, ...]
    by: str
    at: datetime


class RelayKind(StrEnum):
    WHOLE = "whole"  # the same story under another head
    PART = "part"  # an agency's paragraphs inside a longer story, or a passage of one
    TRANSLATION = "translation"  # the same agency's story in another language; less certain


@dataclass(frozen=True, slots=True)
class Relay:
    """Two reports of one text (article ids, `left < right`): one relays the other, or both relay a third.

    `share` is the part of the shorter body that stands in the other; for a translation half the share of aligned
    claims.
    """

    left: str
    right: str
    kind: RelayKind
    share: float
