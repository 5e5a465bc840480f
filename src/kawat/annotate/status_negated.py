"""What turns a status cue round ("has no plans to"), and acts of which there are none ("will provide no aid")."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from kawat.annotate.voice import View
from kawat.lang import table
from kawat.ontology import Found, Voice

_DESCRIBED = 2  # so many words may describe a noun of action behind "no"


@dataclass(frozen=True, slots=True)
class Negation:
    """The words that turn a cue round, and those that may stand between."""

    negators: frozenset[str]
    skips: frozenset[str]


@cache
def negation(language: str) -> Negation:
    """What turns the cues of a language round."""
    rows = table(language, "status")
    return Negation(frozenset(rows["negators"]), frozenset(rows["negator_skips"]))


def negated(view: View, k: int) -> bool:
    """Whether the word at `k` is under a negator of its own: "tidak sedang bersiap", "has no plans to"."""
    if joined_denial(view, k):
        return True
    turn = negation(view.grammar.language)
    j = k - 1
    while j >= 0 and j not in view.at and view.folded[j] in turn.skips:
        j -= 1
    return j >= 0 and j not in view.at and view.folded[j] in turn.negators


def joined_denial(view: View, k: int) -> bool:
    """Whether a second verb shares the negator of the first: "neither confirmed nor denied", "tidak X atau Y"."""
    rows = table(view.grammar.language, "status")
    joins = view.folded[k - 1] if k > 0 else ""
    return joins in rows["neither_nor"] or (joins in rows["either_or"] and k > 1 and negated(view, k - 2))


def of_amount(view: View, cue: range) -> bool:
    """Whether a word for what nearly was only says how much: "hampir setiap hari", "nearly all of them"."""
    rows = table(view.grammar.language, "status")
    if view.folded[cue.stop - 1] not in rows["approximators"]:
        return False
    word = "".join(view.folded[cue.stop : cue.stop + 1])
    return word in rows["amounts"] or word[:1].isdigit()


def of_none(view: View, found: Found) -> str | None:
    """The word by which an act is told of none: "will provide no aid", "no bilateral talks are planned"."""
    g = view.grammar
    rows = table(g.language, "status")
    if found.voice is not Voice.NOUN:
        behind = view.folded[found.last + 1 : found.last + 3]
        if behind and behind[0] in rows["nobodies"]:
            return behind[0]
        if len(behind) > 1 and behind[0] in rows["none_of"] and _is_none(behind[1], rows):
            return behind[0]
        return _subject_of_none(view, found, rows)
    if g.genitive_after:
        return _there_is_none(view, found.first - 1, rows)
    for k in range(found.first - 1, max(-1, found.first - 2 - _DESCRIBED), -1):
        if k not in view.at and view.folded[k] in rows["none_of"]:
            return view.folded[k] if _is_none(view.folded[k + 1], rows) else None
        if k not in view.at and (view.is_break(k) or not view.folded[k].isalpha() or view.folded[k] in g.prepositions):
            return None
    return None


def _there_is_none(view: View, k: int, rows: dict[str, Any]) -> str | None:
    """The words before a noun that say that there is none: "tidak ada serangan"; a head in between has it."""
    while k >= 0 and k not in view.at and view.folded[k] in view.grammar.determinatives:
        k -= 1
    told = (p for p in rows["none_of"] if " ".join(view.folded[max(0, k + 1 - len(p.split())) : k + 1]) == p)
    return next(told, None)


def of_subject(view: View, cue: range) -> bool:
    """Whether words before a subject belong to it: not "with no warning Peru attacked", "no fewer than 20 died"."""
    g, some = view.grammar, table(view.grammar.language, "status")["some_of"]
    led = g.prepositions.intersection(view.folded[max(0, cue.start - 1) : cue.start])
    return not led and not set(some).intersection(view.folded[cue.stop : cue.stop + 1])


def _subject_of_none(view: View, found: Found, rows: dict[str, Any]) -> str | None:
    """The word that leaves nobody in a plain subject right before a verb: "no vessel was detained"."""
    g, k = view.grammar, found.first - 1
    while k >= 0 and view.folded[k] in g.auxiliaries:
        k -= 1
    for j in range(k, max(-1, k - 1 - _DESCRIBED), -1):
        if j in view.at or view.is_verb(j) or view.is_break(j) or not view.folded[j].isalpha():
            return None
        if view.folded[j] in rows["none_of"]:
            return view.folded[j] if j < k and _is_none(view.folded[j + 1], rows) else None
    return None


def _is_none(word: str, rows: dict[str, Any]) -> bool:
    """Whether "no" before a word leaves nothing: not "no fewer than 20"."""
    return word not in rows["some_of"]
