"""What the encoder reads in the sentences of a document: acts with the words that stand in their roles."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kawat import encoder
from kawat.encoder import TYPES, Argument, EncoderInput, EventSpan
from kawat.model import Document, EventType, Note, Sentence, Span, Status
from kawat.ontology import Found

_LETTERS = re.compile(r"[^\W\d_]+")
_INITIALS = 3  # letters of a name that may be its initials ("PBB", "AS")


@dataclass(frozen=True, slots=True)
class Judged:
    """Words that the encoder judged as a trigger; spans are into the document, the likeliest of a role first.

    `unspoken` names the roles ("actor", "recipient") that somebody is in whom the sentence has no words for; `speakers`
    are words with scores of their own, since rules tell speakers too.
    """

    trigger: Span
    type: EventType
    score: float
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    unspoken: frozenset[str]
    status: Status
    status_score: float
    speakers: tuple[tuple[Span, float], ...]


class Reader:
    """The encoder over one document. `judged` is in order of the text, by index of the sentence."""

    def __init__(self, document: Document, sentences: Mapping[int, list[Found]]) -> None:
        inputs = []
        for index, found in sentences.items():
            span = document.sentences[index].span
            spans = [f.span.shifted(-span.start) for f in found]
            cues = tuple((s.start, s.end, TYPES.index(f.cue.type)) for s, f in zip(spans, found, strict=True))
            inputs.append(EncoderInput(_small(document, span), cues, tuple(dict.fromkeys(spans))))
        network = encoder.load()
        self.settings, self.version = network.settings, network.version
        self.judged: dict[int, list[Judged]] = {}
        self.notes: list[Note] = []
        for index, output in zip(sentences, network.read(inputs), strict=True):
            sentence = document.sentences[index]
            self.judged[index] = [_judged(sentence, event) for event in output.events]
            if output.cut:
                message = f"a sentence of {len(sentence.span)} characters was read for learned events only in part"
                self.notes.append(Note("annotate.events", "sentence-cut", message, sentence.span))


def _small(document: Document, span: Span) -> str:
    """The words of a sentence; one all in capitals as headlines are written else, since the encoder saw few of those.

    Names of a few letters stay, since they may be initials.
    """
    text = span.of(document.article.text)
    if not text.isupper() or len(_LETTERS.findall(text)) < 2:
        return text
    names = [m.span for m in document.mentions if span.covers(m.span) and len(m.span) <= _INITIALS]

    def small(word: re.Match[str]) -> str:
        at = Span(word.start() + span.start, word.end() + span.start)
        return word[0] if any(at.overlaps(name) for name in names) else word[0].capitalize()

    made = _LETTERS.sub(small, text)
    return made if len(made) == len(text) else text


def _judged(sentence: Sentence, event: EventSpan) -> Judged:
    base = sentence.span.start

    def spans(role: str) -> tuple[Span, ...]:
        return _spans(base, (a for a in event.arguments if a.role == role))

    return Judged(
        trigger=event.trigger.shifted(base),
        type=event.type,
        score=event.score,
        actors=spans("actor"),
        recipients=spans("recipient"),
        times=spans("time"),
        places=spans("place"),
        unspoken=frozenset(a.role for a in event.arguments if a.span is None),
        status=event.status,
        status_score=event.status_score,
        speakers=_scored(base, (a for a in event.arguments if a.role == "speaker")),
    )


def _spans(base: int, arguments: Iterable[Argument]) -> tuple[Span, ...]:
    return tuple(span for span, _ in _scored(base, arguments))


def _scored(base: int, arguments: Iterable[Argument]) -> tuple[tuple[Span, float], ...]:
    ordered = sorted(arguments, key=lambda a: -a.score)
    return tuple((a.span.shifted(base), a.score) for a in ordered if a.span is not None)
