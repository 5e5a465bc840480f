"""An encoder that reads what a test tells it to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kawat.encoder import Argument, EncoderInput, EncoderOutput, EventSpan, Settings
from kawat.model import EventType, Span, Status


@dataclass
class Scripted:
    """`acts` says for the words of a trigger what is read in them; other words are no acts, and not judged either."""

    acts: dict[str, EventSpan] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings(event=0.6, cued=0.3))
    version: str = "scripted"
    seen: list[EncoderInput] = field(default_factory=list)

    def read(self, sentences: Sequence[EncoderInput]) -> tuple[EncoderOutput, ...]:
        self.seen += sentences
        return tuple(EncoderOutput((), tuple(self._acts(s.text))) for s in sentences)

    def _acts(self, text: str) -> list[EventSpan]:
        found = [(text.index(words), words, act) for words, act in self.acts.items() if words in text]
        return [
            EventSpan(
                Span(at, at + len(words)), act.type, act.score, act.type_score, act.status, act.status_score,
                tuple(_placed(text, a) for a in act.arguments),
            )
            for at, words, act in sorted(found, key=lambda f: f[0])
        ]  # fmt: skip


@dataclass(frozen=True)
class Told:
    """An argument by its words; None where it has none."""

    role: str
    words: str | None


def act(kind: EventType, score: float, *told: Told) -> EventSpan:
    """What is read in some words; where they and the parties stand is looked up in the sentence."""
    return EventSpan(Span(0, 1), kind, score, 1.0, Status.ASSERTED, 1.0, told)  # type: ignore[arg-type]


def _placed(text: str, told: object) -> Argument:
    assert isinstance(told, Told)
    if told.words is None:
        return Argument(told.role, None, 1.0)
    at = text.index(told.words)
    return Argument(told.role, Span(at, at + len(told.words)), 1.0)
