"""What the encoder reads in the sentences of a document: acts with the mentions that stand in their roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kawat import encoder
from kawat.encoder import ROLES, Argument, EncoderInput, EventSpan, Placed
from kawat.model import Document, EventType, Mention, Note, Sentence, Span
from kawat.ontology import Found

_TYPES = tuple(EventType)
# How likely a mention of an earlier sentence must be meant to lend its name to a party without words.
_LENT = 0.15


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the encoder reads it; spans are into the document. `actors` and `recipients` have words in the
    sentence, `lent_actors` and `lent_recipients` are mentions of the surroundings that stand for a party without.
    `times` and `places` are words that say when and where.
    """

    trigger: Span
    type: EventType
    score: float
    type_score: float
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    lent_actors: tuple[Mention, ...]
    lent_recipients: tuple[Mention, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]


class Reader:
    """The encoder over one document. `acts` are in order of the text, by index of the sentence."""

    def __init__(self, document: Document, sentences: Mapping[int, list[Found]]) -> None:
        self._document = document
        self._indexes = list(sentences)
        text = document.article.text
        inputs = []
        for index, found in sentences.items():
            span = document.sentences[index].span
            cues = tuple((*_inside(f.span, span), _TYPES.index(f.cue.type)) for f in found)
            asked = dict.fromkeys(Span(start, end) for start, end, _ in cues)
            inputs.append(EncoderInput(span.of(text), cues, tuple(asked)))
        network = encoder.load()
        self.settings, self.version = network.settings, network.version
        outputs = network.read(inputs, [placed for placed, _ in self._placed])
        self.acts: dict[int, list[Act]] = {}
        self.notes: list[Note] = []
        for index, output in zip(self._indexes, outputs, strict=True):
            sentence = document.sentences[index]
            self.acts[index] = [self._act(sentence, event) for event in output.events]
            if output.cut:
                message = f"a sentence of {len(sentence.span)} characters was read for learned events only in part"
                self.notes.append(Note("annotate.events", "sentence-cut", message, sentence.span))

    @cached_property
    def _placed(self) -> list[tuple[Placed, Mention]]:
        """The mentions that a party may refer to, and where the encoder meets them."""
        known = {e.id for e in self._document.entities}
        out = []
        for order, index in enumerate(self._indexes):
            span = self._document.sentences[index].span
            for mention in self._document.mentions:
                if span.covers(mention.span) and any(e in known for e in mention.entities):
                    out.append((Placed(order, Span(*_inside(mention.span, span))), mention))
        return out

    def _act(self, sentence: Sentence, event: EventSpan) -> Act:
        base = sentence.span.start
        roles = {role: [a for a in event.arguments if a.role == role] for role in ROLES}
        actors, recipients = (self._mentions(base, roles[r]) for r in ("actor", "recipient"))
        return Act(
            trigger=event.trigger.shifted(base),
            type=event.type,
            score=event.score,
            type_score=event.type_score,
            actors=actors,
            recipients=tuple(m for m in recipients if m not in actors),
            lent_actors=self._lent(roles["actor"]),
            lent_recipients=self._lent(roles["recipient"]),
            times=_spans(base, roles["time"]),
            places=_spans(base, roles["place"]),
        )

    def _mentions(self, base: int, arguments: Iterable[Argument]) -> tuple[Mention, ...]:
        spans = _spans(base, arguments)
        return tuple(m for m in self._document.mentions if any(m.span.overlaps(s) for s in spans))

    def _lent(self, arguments: Iterable[Argument]) -> tuple[Mention, ...]:
        out = []
        for argument in arguments:
            if argument.span is None and argument.points:
                index, score = max(argument.points, key=lambda p: p[1])
                if score >= _LENT:
                    out.append(self._placed[index][1])
        return tuple(out)


def _spans(base: int, arguments: Iterable[Argument]) -> tuple[Span, ...]:
    """Where arguments stand in the document, the likeliest first."""
    return tuple(a.span.shifted(base) for a in sorted(arguments, key=lambda a: -a.score) if a.span is not None)


def _inside(span: Span, outer: Span) -> tuple[int, int]:
    return span.start - outer.start, span.end - outer.start
