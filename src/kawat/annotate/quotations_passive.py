"""Verbs of saying in the passive, those of which nothing has been said yet, and who is "quoted as saying"."""

import re
from collections.abc import Iterator

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_scan import WORD, Attribution, CueKind, content, word_before
from kawat.annotate.quotations_speakers import Phrase, phrase_after
from kawat.model import Span


def unsaid(masked: str, start: int, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether nothing has been said yet ("akan mengumumkan", "is expected to announce"), or a participle describes
    ("an estimated 2,000 people", "the alleged raid"), or leads a circumstance ("asked about the raid, ...")."""
    before = word_before(masked, start, cue.start())
    if cue.group().casefold() in lexicon.prepositions and (cue.group()[0].isupper() or before in lexicon.prepositions):
        return True  # "Asked whether ..., X said", "When asked about ..."
    joins = before in lexicon.prepositions and lexicon.clause.fullmatch(before) is not None
    if lexicon.being and joins and masked[cue.end() : cue.end() + 1] == ",":
        return True  # "If confirmed, ...", not "dengan mengatakan, ..."
    return before in lexicon.future or (before in lexicon.describing and not lexicon.nominal.fullmatch(cue.group()))


def is_passive(masked: str, start: int, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a form of being makes a participle of a verb: "the bodies were found", "he had been told by ..."."""
    if cue.group().casefold() in lexicon.dangling:
        return False  # "was saying"
    before = (
        w.group().casefold() for w in reversed(list(WORD.finditer(masked, max(start, cue.start() - 40), cue.start())))
    )
    return next((w for w in before if w not in lexicon.adverbs), "") in lexicon.being


def told_by(masked: str, cue: Span, stop: int, lexicon: Lexicon) -> Iterator[Attribution]:
    """The word of whom a passive names: "he had been told by the minister that ..."; nobody's, else."""
    by = WORD.search(masked, cue.end, stop)
    phrase = phrase_after(masked, by.end(), stop, lexicon) if by and by.group().casefold() in lexicon.by else None
    that = lexicon.that.match(masked, phrase.span.end + 1, stop) if phrase else None
    after = content(masked, that.end(), stop) if that else None
    if phrase is not None and that is not None and after is not None:
        yield Attribution(CueKind.FINITE, cue, phrase.span, None, None, after, Span(cue.start, that.end()))


def quoted_as(masked: str, clause: Span, lexicon: Lexicon) -> Phrase | None:
    """Whom a medium quotes: "Interfax quoted [a Tongan official] as saying"; None in "was quoted as saying"."""
    if word_before(masked, clause.start, clause.end) not in lexicon.prepositions:
        return None
    for quoting in reversed(list(lexicon.quoting.finditer(masked, clause.start, clause.end))):
        if word_before(masked, clause.start, quoting.start()) in lexicon.being:
            return None
        return phrase_after(masked, quoting.end(), clause.end, lexicon)
    return None


def before_quoted(masked: str, clause: Span, lexicon: Lexicon) -> Span:
    """A clause up to the form of being, where its subject "was quoted as" saying something."""
    if word_before(masked, clause.start, clause.end) not in lexicon.prepositions:
        return clause
    for quoting in reversed(list(lexicon.quoting.finditer(masked, clause.start, clause.end))):
        being = next(reversed(list(WORD.finditer(masked, clause.start, quoting.start()))), None)
        near = len(WORD.findall(masked, quoting.end(), clause.end)) == 1
        return Span(clause.start, being.start()) if near and being and being.group() in lexicon.being else clause
    return clause
