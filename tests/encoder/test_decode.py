"""From scores to spans."""

import numpy as np
import pytest

from kawat.encoder import decode
from kawat.encoder.decode import Settings
from kawat.encoder.labels import (
    KINDS,
    MENTION_LABELS,
    ROLE_LABELS,
    ROLES,
    TRIGGER_LABELS,
    TYPES,
    begins,
    goes_on,
)
from kawat.model import EventType
from kawat.text import words

HIGH = 8.0


def _columns(rows: int, columns: int, on: dict[int, int]) -> decode.Array:
    """Scores with column 0 high, but for the rows in `on` their own column."""
    scores = np.zeros((rows, columns), dtype=np.float32)
    for row in range(rows):
        scores[row, on.get(row, 0)] = HIGH
    return scores


ASSAULT, ACCUSE = TYPES.index(EventType.ASSAULT), TYPES.index(EventType.ACCUSE)


@pytest.mark.parametrize(
    ("on", "spans"),
    [
        ({}, []),
        ({1: begins(ASSAULT), 2: goes_on(ASSAULT)}, [(1, 2, ASSAULT)]),
        ({1: begins(ASSAULT), 2: begins(ACCUSE)}, [(1, 1, ASSAULT), (2, 2, ACCUSE)]),
        ({1: goes_on(ASSAULT), 3: begins(ASSAULT)}, [(1, 1, ASSAULT), (3, 3, ASSAULT)]),
    ],
)
def test_triggers(on: dict[int, int], spans: list[tuple[int, int, int]]) -> None:
    found = decode.triggers(_columns(5, TRIGGER_LABELS, on), Settings(candidate=0.3))
    assert [(c.first, c.last, int(c.types.argmax())) for c in found] == spans


def test_doubtful_words_are_asked_about_only_above_the_threshold() -> None:
    scores = np.zeros((1, TRIGGER_LABELS), dtype=np.float32)
    scores[0, 0] = 1.0
    scores[0, begins(ASSAULT)] = 1.0
    doubt = 1 - float(decode.softmax(scores)[0, 0])
    assert decode.triggers(scores, Settings(candidate=doubt - 0.01))
    assert not decode.triggers(scores, Settings(candidate=doubt + 0.01))


def test_words_that_can_be_no_event_any_more_are_asked_about_only_where_a_cue_tells_them() -> None:
    scores = np.zeros((2, TRIGGER_LABELS), dtype=np.float32)
    scores[:, 0] = 4.2
    scores[:, begins(ASSAULT)] = 4.0
    strict = Settings(candidate=0.3, event=0.9, trunk=0.5)
    assert not decode.triggers(scores, strict)
    assert [(c.first, c.last) for c in decode.triggers(scores, strict, [(1, 1), None])] == [(1, 1)]
    assert len(decode.triggers(scores, Settings(candidate=0.3, event=0.6, trunk=0.5))) == 2


def test_mentions_have_offsets_and_kinds() -> None:
    text = "Retno Marsudi tiba di Amman"
    on = {0: begins(KINDS.index("person")), 1: goes_on(KINDS.index("person")), 4: begins(KINDS.index("place"))}
    found = decode.mentions(_columns(5, MENTION_LABELS, on), words(text))
    assert [(m.span.of(text), m.kind) for m in found] == [("Retno Marsudi", "person"), ("Amman", "place")]
    assert all(m.score > 0.9 for m in found)


def test_a_name_keeps_no_bracket_that_opens_before_it_and_its_hyphen_joins_it() -> None:
    text = "Badan Meteorologi (BMKG) dan Coca-Cola"
    tokens = words(text)
    at = {w.text: i for i, w in enumerate(tokens)}
    body = KINDS.index("organization")
    on = {at[w]: goes_on(body) for w in ("Meteorologi", "(", "-")} | {
        at[w]: begins(body) for w in ("Badan", "Coca", "Cola")
    }
    found = decode.mentions(_columns(len(tokens), MENTION_LABELS, on), tokens)
    assert [m.span.of(text) for m in found] == ["Badan Meteorologi", "Coca-Cola"]


def test_a_name_goes_on_only_after_a_word_of_its_own_kind() -> None:
    text = "Presiden Turki Erdogan"
    on = {1: begins(KINDS.index("place")), 2: goes_on(KINDS.index("person"))}
    found = decode.mentions(_columns(3, MENTION_LABELS, on), words(text))
    assert [(m.span.of(text), m.kind) for m in found] in ([("Turki", "place")], [("Turki Erdogan", "person")])


def test_arguments_of_roles_are_apart_and_lose_marks_at_their_edges() -> None:
    text = 'Iran , kata "Hamad" , menolak'
    tokens = words(text)
    scores = np.zeros((len(tokens), ROLE_LABELS), dtype=np.float32)
    scores[:, 0::3] = HIGH
    actor, speaker = 3 * ROLES.index("actor"), 3 * ROLES.index("speaker")
    for row, base, label in ((0, actor, 1), (3, speaker, 1), (4, speaker, 2), (5, speaker, 2)):
        scores[row, base] = 0.0
        scores[row, base + label] = 2 * HIGH
    found = decode.arguments(scores, tokens, 0.5)
    assert [(a.role, a.span.of(text) if a.span else None) for a in found] == [
        ("actor", "Iran"),
        ("speaker", "Hamad"),
    ]


@pytest.mark.parametrize(
    ("text", "inside", "spans"),
    [
        ("pada Selasa (21/11) di", {1: 0.9, 2: 0.9, 3: 0.9, 4: 0.9, 5: 0.9}, ["Selasa (21/11)"]),
        ("di New York", {1: 0.4, 2: 0.9}, ["New York"]),  # a doubtful word beside a sure one
        ("di New York", {1: 0.4, 2: 0.4}, []),  # none is sure
        ("di New York", {1: 0.2, 2: 0.9}, ["York"]),
        ("kata : .", {1: 0.9, 2: 0.9}, []),
    ],
)
def test_edges_of_arguments(text: str, inside: dict[int, float], spans: list[str]) -> None:
    tokens = words(text)
    scores = np.zeros((len(tokens), ROLE_LABELS), dtype=np.float32)
    scores[:, 0::3] = HIGH
    base = 3 * ROLES.index("time")
    for row, p in inside.items():
        scores[row, base : base + 3] = np.log([1 - p, p * 1e-3, p])
    found = decode.arguments(scores, tokens, 0.5)
    assert [a.span.of(text) for a in found if a.span] == spans


def test_both_readings_settle_an_event() -> None:
    trunk = np.zeros(len(TYPES), dtype=np.float32)
    trunk[ASSAULT] = 0.8
    second = np.zeros(1 + len(TYPES), dtype=np.float32)
    second[0], second[1 + ACCUSE] = 0.4, 0.6
    score, best, share = decode.settle(trunk, second, 0.5)
    assert score == pytest.approx(0.7)
    assert best == ASSAULT
    assert share == pytest.approx(0.4 / 0.7)
    assert decode.settle(trunk, second, 0.0)[1] == ACCUSE
