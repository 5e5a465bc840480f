"""What the encoder says of a sentence. Offsets are half-open code points into that sentence; scores lie in 0..1."""

from dataclasses import dataclass

from kawat.model import EventType, Span, Status


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A name of the kind "person", "organization" or "place"."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Argument:
    """A party, speaker, time or place of an event; `role` is one of `labels.ROLES`.

    `span` None is an actor or recipient that the text makes clear but the sentence has no words for.
    """

    role: str
    span: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class EventSpan:
    """A political event that the sentence reports. `score` is how likely it is one, `type_score` that of its type."""

    trigger: Span
    type: EventType
    score: float
    type_score: float
    status: Status
    status_score: float
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class EncoderOutput:
    """Mentions and events of one sentence, in order. `cut` says that the sentence was longer than can be read."""

    mentions: tuple[MentionSpan, ...]
    events: tuple[EventSpan, ...]
    cut: bool = False
