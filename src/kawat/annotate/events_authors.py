"""Words that say of somebody that an act is theirs, or that they have a part in it."""

from functools import cache

from kawat.annotate.voice import View
from kawat.lang import table

GAP = 3  # words that may stand between such words and the act
_POSSESSIVE = frozenset({"'", "’"})


@cache
def phrases(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a row of the status table, each as its words."""
    return tuple(tuple(p.split()) for p in table(language, "status")[name])


def involvement(view: View, first: int) -> int | None:
    """The word of involvement right before an act: only its own words and the names of places stand between."""
    return _phrase_before(view, first, "involvement")


def authorship(view: View, first: int) -> int | None:
    """The first word of a phrase right before an act that says whose it is: "[berada] di balik serangan itu"."""
    return _phrase_before(view, first, "authorship")


def _phrase_before(view: View, first: int, name: str) -> int | None:
    told = phrases(view.grammar.language, name)
    for k in range(first - 1, max(-1, first - 2 - GAP), -1):
        for phrase in told:
            if view.folded[k + 1 - len(phrase) : k + 1] == phrase:
                return k + 1 - len(phrase)
        ends = view.is_verb(k) or view.is_break(k) or not (view.folded[k].isalpha() or view.folded[k] in _POSSESSIVE)
        if k not in view.at and ends:
            return None
    return None
