"""Where what somebody says ends, before words of the sentence that are no longer theirs."""

import re

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_scan import WORD, last_sign, reported
from kawat.model import Span

_ANSWER = 7  # words of a clause that tells who denies what was said


def within_relative(masked: str, clause: Span, said: Span, lexicon: Lexicon) -> Span:
    """What is said inside a relative clause, which ends before the verb of its antecedent.

    "Oman, which denies that it armed them, [expelled two envoys]".
    """
    relative = relative_before(masked, clause, lexicon)
    if relative is None or last_sign(masked, clause.start, relative) != ",":
        return said
    if any(map(lexicon.acts.match, WORD.findall(masked, clause.start, relative))):
        return said
    for comma in re.finditer(r",\s+", masked[said.start : said.end]):
        ended = Span(said.start, said.start + comma.start())
        words = (w for w in WORD.findall(masked, said.start + comma.end(), said.end))
        verb = next((w for w in words if w.casefold() not in lexicon.adverbs | lexicon.auxiliaries), "")
        if lexicon.acts.match(verb) and len(WORD.findall(ended.of(masked))) >= 2:
            return ended
    return said


def without_answer(masked: str, said: Span, lexicon: Lexicon) -> Span:
    """What is said, without the clause that tells who denies it: "..., which Chad denies", "...; Chad membantahnya"."""
    for sign in re.finditer(r"[,;]\s+", masked[said.start : said.end]):
        ended = Span(said.start, said.start + sign.start())
        words = [w.casefold() for w in WORD.findall(masked, said.start + sign.end(), said.end)]
        told = words[1:] if sign.group()[0] == ";" else words[-1:]  # "; the ELN denies this"
        denied = any({w, w.removesuffix(lexicon.clitic or " ")} & lexicon.accusing for w in told)
        if denied and 2 <= len(words) <= _ANSWER and len(WORD.findall(ended.of(masked))) >= 2:
            return ended
    return said


def without_relay(masked: str, said: Span, stop: int, lexicon: Lexicon) -> tuple[Span, Span | None]:
    """What is said, and behind it the clause that says through whom it came: "..., seperti dikutip Interfax"."""
    for comma in re.finditer(r",\s+", masked[said.start : said.end]):
        at = said.start + comma.end()
        if reported(masked, at, said.end, lexicon) and len(WORD.findall(masked, said.start, at)) >= 3:
            return Span(said.start, said.start + comma.start()), Span(at, stop)
    return said, None


def relative_before(masked: str, clause: Span, lexicon: Lexicon) -> int | None:
    """Where the "yang" begins that stands right before the verb, adverbs apart."""
    for word in reversed(list(WORD.finditer(masked, max(clause.start, clause.end - 40), clause.end))):
        if word.group().casefold() in lexicon.relative:
            return word.start()
        if word.group().casefold() not in lexicon.adverbs:
            return None
    return None
