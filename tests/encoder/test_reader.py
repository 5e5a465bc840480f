"""The way from sentences to events, with a network that knows one verb."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pytest

from kawat.encoder.decode import Settings
from kawat.encoder.features import Lexicon
from kawat.encoder.labels import (
    MENTION_LABELS,
    ROLE_LABELS,
    ROLES,
    STATUSES,
    TRIGGER_LABELS,
    TYPES,
    begins,
)
from kawat.encoder.reader import Array, Encoder, EncoderInput
from kawat.model import EventType, Span, Status
from kawat.text import words

VOCABULARY = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "Iran": 4, "menolak": 5, "usul": 6, "Ia": 7, ".": 8}
REJECT = TYPES.index(EventType.REJECT)
HIGH = 9.0


@dataclass
class Encoded:
    ids: list[int]
    offsets: list[tuple[int, int]]


class WordTokenizer:
    """A piece for every word."""

    def encode(self, text: str, *, add_special_tokens: bool) -> Encoded:
        assert not add_special_tokens
        tokens = words(text)
        ids = [VOCABULARY.get(t.text, VOCABULARY["<unk>"]) for t in tokens]
        return Encoded(ids, [(t.span.start, t.span.end) for t in tokens])


class OneVerb:
    """Hidden states are the piece ids. "menolak" is a REJECT whose actor is "Iran" or "Ia"; "usul" is no act."""

    def __init__(self) -> None:
        self.longest = 0

    def stem(self, ids: npt.NDArray[np.int64], feats: Array) -> Array:
        self.longest = max(self.longest, ids.shape[1])
        return ids[..., None].astype(np.float32)

    def read(self, hidden: Array) -> tuple[Array, Array]:
        ids = hidden[..., 0]
        trigger = np.zeros((*ids.shape, TRIGGER_LABELS), dtype=np.float32)
        trigger[..., 0] = HIGH
        trigger[..., begins(REJECT)] = np.where(ids == VOCABULARY["menolak"], 2 * HIGH, 0)
        mention = np.zeros((*ids.shape, MENTION_LABELS), dtype=np.float32)
        mention[..., 0] = HIGH
        return trigger, mention

    def ask(self, hidden: Array, marks: npt.NDArray[np.int64]) -> tuple[Array, Array, Array, Array]:
        ids = hidden[..., 0]
        assert (marks.sum(1) == 1).all()
        role = np.zeros((*ids.shape, ROLE_LABELS), dtype=np.float32)
        role[..., 0::3] = HIGH
        actor = 3 * ROLES.index("actor") + 1
        role[..., actor] = np.where((ids == VOCABULARY["Iran"]) | (ids == VOCABULARY["Ia"]), 2 * HIGH, 0)
        kind = np.zeros((len(ids), 1 + len(TYPES)), dtype=np.float32)
        asked = ids[marks == 1]
        kind[:, 1 + REJECT] = np.where(asked == VOCABULARY["menolak"], HIGH, -HIGH)
        status = np.zeros((len(ids), len(STATUSES)), dtype=np.float32)
        status[:, STATUSES.index(Status.ASSERTED)] = HIGH
        spoken = (role[..., actor] > HIGH).any(1)
        unspoken = np.stack([np.where(spoken, -HIGH, HIGH), np.full(len(ids), -HIGH)], axis=1)
        return role, kind, status, unspoken.astype(np.float32)


@pytest.fixture
def encoder() -> Encoder:
    return Encoder(OneVerb(), WordTokenizer(), Lexicon({}), Settings(), "test")


def test_trigger_type_status_and_actor(encoder: Encoder) -> None:
    text = "Iran menolak usul."
    (output,) = encoder.read([EncoderInput(text)])
    (event,) = output.events
    assert (event.trigger.of(text), event.type, event.status) == ("menolak", EventType.REJECT, Status.ASSERTED)
    assert [(a.role, a.span.of(text) if a.span else None) for a in event.arguments] == [("actor", "Iran")]
    assert 0.9 < event.score <= 1


def test_words_that_are_asked_about_are_judged_even_if_no_trigger(encoder: Encoder) -> None:
    text = "Iran menolak usul."
    assert len(encoder.read([EncoderInput(text)])[0].events) == 1
    (output,) = encoder.read([EncoderInput(text, asked=(Span(5, 12), Span(13, 17)))])
    assert [(e.trigger.of(text), e.score > 0.5) for e in output.events] == [("menolak", True), ("usul", False)]


def test_a_doer_without_words_is_an_argument_without_a_span(encoder: Encoder) -> None:
    outputs = encoder.read([EncoderInput("Iran."), EncoderInput("menolak usul.")])
    (argument,) = outputs[1].events[0].arguments
    assert (argument.role, argument.span) == ("actor", None)


@pytest.mark.parametrize("count", [0, 1, 9, 40])
def test_every_sentence_gets_its_own_answer_in_order(encoder: Encoder, count: int) -> None:
    texts = ["Iran menolak usul." if i % 3 else "usul." for i in range(count)]
    outputs = encoder.read([EncoderInput(t) for t in texts])
    assert [len(o.events) for o in outputs] == [int(i % 3 > 0) for i in range(count)]


def test_empty_and_overlong_sentences_are_read_as_far_as_they_go(encoder: Encoder) -> None:
    outputs = encoder.read([EncoderInput(""), EncoderInput("Iran menolak " + "usul " * 500), EncoderInput("   ")])
    assert [(len(o.events), o.cut) for o in outputs] == [(0, False), (1, True), (0, False)]
