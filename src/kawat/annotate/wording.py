"""How much of a text is the words for somebody: a name that was cut, a clause or a verb that hangs on to it."""

from functools import cache

from kawat.lang import table
from kawat.lang.parties import party_words
from kawat.model import Span
from kawat.text import Word, fold, words


def fitted(span: Span, named: Span, text: str, language: str) -> Span:
    """The words of somebody, given roughly, of whom `named` is a mention that they share words with.

    Whole where they are part of the mention ("Utara"); without what comes before it to a comma or a word that opens a
    clause ("Ketika AS", "kata juru bicara"), and without the verb behind it ("AS juga akan mundur").
    """
    if named.covers(span):
        return named
    if not span.covers(named):
        return span
    start, end = span.start, span.end
    lead = words(text, span.start, named.start)
    if lead and (lead[-1].text == "," or fold(lead[0].text) in _openers(language)):
        start = named.start
    trail = words(text, named.end, span.end)
    if trail and _is_clause(trail, language):
        end = named.end
    return Span(start, end)


@cache
def _openers(language: str) -> frozenset[str]:
    voice = table(language, "voice")
    return frozenset((*voice["breaks"], *voice["relative"], *party_words(language).speech))


def _is_clause(behind: list[Word], language: str) -> bool:
    """Whether words begin with a verb, or with what stands before one: "juga setuju", "telah mundur"."""
    verb, voice = party_words(language).is_verb, table(language, "voice")
    small = frozenset(voice["auxiliaries"]) - frozenset(voice["determiners"])
    first = fold(behind[0].text)
    return verb(first) or (first in small and any(verb(fold(w.text)) for w in behind))
