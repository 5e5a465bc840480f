"""Claims that somebody calls untrue: "kabar bahwa X menyerang Y tidak benar", "reports that X attacked Y are false"."""

from dataclasses import dataclass
from functools import cache

from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EventType
from kawat.ontology import Found, Voice

_GAP = 6  # words between the noun of a claim and what is claimed, its maker's name among them


@cache
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in table(language, "status")["untrue"])


@dataclass(frozen=True, slots=True)
class Untruth:
    """The noun of a claim that tells an act and the words that call it untrue, as words of the sentence."""

    noun: int
    at: range
    words: str


def untrue(view: View, found: Found) -> Untruth | None:
    """The claim that tells an act and what calls it untrue, if anything does."""
    noun = _claim(view, found)
    if noun is None:
        return None
    for k in range(found.last + 1, len(view.folded)):
        for phrase in _phrases(view.grammar.language):
            if view.folded[k : k + len(phrase)] == phrase and not _describes(view, k + len(phrase)):
                return Untruth(noun, range(k, k + len(phrase)), f"{view.folded[noun]} ... {' '.join(phrase)}")
        if k not in view.at and (_parts(view, k) or view.folded[k] in view.grammar.relative):
            return None
    return None


def _describes(view: View, k: int) -> bool:
    """Whether a word behind is what is said to be so: "led to false hopes"."""
    g = view.grammar
    if g.genitive_after or k >= len(view.tokens) or not view.folded[k].isalpha():
        return False
    return view.folded[k] not in g.coordinators | g.prepositions and not view.is_break(k)


def calls_untrue(view: View, found: Found) -> bool:
    """Whether an act is the calling itself: it refuses the claim, and nobody alleges that."""
    if found.cue.type is not EventType.REJECT:
        return False
    return any(
        view.folded[end - len(phrase) : end] == phrase
        for phrase in _phrases(view.grammar.language)
        for end in range(found.last + 1, min(found.last + len(phrase), len(view.folded)) + 1)
        if end >= len(phrase)
    )


def _claim(view: View, found: Found) -> int | None:
    """The noun of a claim before an act: what it claims, or is about, begins behind it and its maker."""
    rows = table(view.grammar.language, "status")
    leads = view.grammar.complementizers | (frozenset(rows["topics"]) if found.voice is Voice.NOUN else frozenset())
    lead = found.first - 1
    while lead > 0 and (lead in view.at or view.folded[lead] not in leads):
        if lead not in view.at and _parts(view, lead):
            return None
        lead -= 1
    for k in range(lead - 1, max(-1, lead - 1 - _GAP), -1):
        if view.folded[k] in rows["claimed"]:
            return k  # a mention may hold it: "laporan Human Rights Watch"
        if k in view.at:
            continue
        if _parts(view, k) or view.is_verb(k):
            return None
    return None


def _parts(view: View, k: int) -> bool:
    return view.tokens[k].text in {",", ";", ":", *view.grammar.quotes} or view.is_break(k)
