"""Labels of words, and features that do not give the labels away."""

from typing import Any

import pytest

pytest.importorskip("tokenizers")

from training.data import Maker, base, lexicon_counts

from kawat.encoder.features import Lexicon
from kawat.encoder.labels import ROLES, TYPES, begins, goes_on
from kawat.text import words

REJECT = TYPES.index("REJECT")


class Encoded:
    def __init__(self, text: str) -> None:
        tokens = words(text)
        self.ids = list(range(10, 10 + len(tokens)))
        self.offsets = [(t.span.start, t.span.end) for t in tokens]


class WordTokenizer:
    def encode(self, text: str, *, add_special_tokens: bool) -> Encoded:
        assert not add_special_tokens
        return Encoded(text)


def _sentence() -> dict[str, Any]:
    text = "Iran menolak mentah usul Rusia"
    return {
        "id": "a:1",
        "text": text,
        "events": [
            {
                "trigger": [5, 19],
                "type": "REJECT",
                "status": "asserted",
                "args": [["actor", 0, 4, ["IRN"]], ["recipient", 20, 30, ["RUS:MIL"]]],
                "unspoken": {"actor": [], "recipient": [], "speaker": ["IRN"]},
            }
        ],
    }


def test_counts_of_a_block_can_be_taken_off() -> None:
    whole, blocks = lexicon_counts(
        [{"block": "a", "sentences": [_sentence()]}, {"block": "b", "sentences": [_sentence()]}]
    )
    assert whole["menolak"][0] == 2
    assert whole["menolak"][1 + REJECT] == 2
    assert "usul" not in whole  # never part of a trigger
    row = Lexicon(whole).row("menolak", blocks["a"])
    assert row[REJECT] == pytest.approx(1 / 3)


def test_labels_of_words() -> None:
    mentions = {"a:1": [[0, 4, "name", ["IRN"], ["IRN"]], [20, 30, "description", ["RUS"], ["RUS:MIL"]]]}
    made = Maker(WordTokenizer(), Lexicon({}), mentions).sentence(_sentence(), "id")
    assert made.trigger is not None
    assert made.events is not None
    assert made.trigger.tolist() == [0, begins(REJECT), goes_on(REJECT), 0, 0]
    (label,) = made.events
    assert label.roles is not None
    assert label.roles[:, ROLES.index("actor")].tolist() == [1, 0, 0, 0, 0]
    assert label.roles[:, ROLES.index("recipient")].tolist() == [0, 0, 0, 1, 2]
    assert label.spans[1] == ("recipient", 3, 4, frozenset({"RUS"}))
    assert made.mentions == [(0, frozenset({"IRN"})), (3, frozenset({"RUS"}))]


@pytest.mark.parametrize(("code", "short"), [("RUS:MIL", "RUS"), ("IRQ:REB", "IRQ"), ("UN", "UN")])
def test_base(code: str, short: str) -> None:
    assert base(code) == short
