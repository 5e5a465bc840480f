"""Lone surnames that mean who leads a state on the day: "Kim-Trump", "the North Korean leader ... Kim"."""

import re
from datetime import date

from kawat import knowledge
from kawat.annotate.mentions_antecedents import Memory
from kawat.annotate.mentions_phrases import Phrase
from kawat.knowledge import Office
from kawat.model.codes import bare

_LONGEST_NAME = 40
_JOINED_AFTER = re.compile(r"[-–](?P<word>[A-Z]\w+)")
_JOINED_BEFORE = re.compile(r"(?P<word>[A-Z]\w+)[-–]\Z")


def leader_meant(phrase: Phrase, name: str, text: str, on: date | None, memory: Memory) -> Office | None:
    """The head of state or government on a day whose surname stands alone, joined to a known person's or where the
    state was told of right before; None where two such states were."""
    if len(phrase.name) != 1:
        return None
    heads = knowledge.heads_called(name, on)
    if heads and _is_joined(phrase, text):
        return heads[0]
    told = {h.state: h for h in reversed(heads) if _is_told(h.state, phrase.sentence, memory)}
    return next(iter(told.values())) if len(told) == 1 else None


def _is_joined(phrase: Phrase, text: str) -> bool:
    start, end = phrase.span.start, phrase.span.end
    before = _JOINED_BEFORE.search(text[max(0, start - _LONGEST_NAME) : start])
    beside = (_JOINED_AFTER.match(text, end), before)
    others = [form.known_id for match in beside if match for form in knowledge.lookup(match["word"])]
    return any(other.startswith("p:") for other in others)


def _is_told(state: str, sentence: int, memory: Memory) -> bool:
    return memory.latest(sentence, lambda seen: state in map(bare, seen.codes)) is not None
