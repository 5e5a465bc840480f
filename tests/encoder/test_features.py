"""What is known of a word beforehand."""

import pytest

from kawat.encoder import features
from kawat.encoder.features import LEXICON_SIZE, Lexicon
from kawat.encoder.labels import TYPES
from kawat.text import words


def _counts(seen: float, **types: float) -> tuple[float, ...]:
    return (seen, *(types.get(t.value, 0.0) for t in TYPES))


LEXICON = Lexicon({"menolak": _counts(8, REJECT=6), "serangan": _counts(1, ASSAULT=1)})
REJECT, ASSAULT = TYPES.index("REJECT"), TYPES.index("ASSAULT")


def test_a_word_seen_often_counts_more_than_one_seen_once() -> None:
    often, once = LEXICON.row("Menolak"), LEXICON.row("serangan")
    assert often[REJECT] == pytest.approx(0.6)
    assert once[ASSAULT] == pytest.approx(1 / 3)
    assert often[-1] > once[-1] > 0


def test_a_story_does_not_see_its_own_labels() -> None:
    own = {"serangan": _counts(1, ASSAULT=1)}
    assert not LEXICON.row("serangan", own).any()
    assert LEXICON.row("menolak", own)[REJECT] == pytest.approx(0.6)


def test_unknown_words_have_no_features_and_cues_mark_the_words_they_cover() -> None:
    tokens = words("Rezim itu memukul mundur")
    rows = features.rows(LEXICON, tokens, [(10, 24, ASSAULT)])
    assert not rows[:2].any()
    assert rows[2:, LEXICON_SIZE + ASSAULT].tolist() == [1.0, 1.0]
    assert rows.sum() == 2
