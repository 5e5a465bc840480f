"""Words of saying that are nouns: the object of another verb, a source, or the end of a name."""

import re
from itertools import pairwise

from kawat.annotate.quotations_lexicon import QUOTED, Lexicon
from kawat.annotate.quotations_scan import WORD, word_before

_SOURCE = 4  # words of a source before its reports


def of_source(masked: str, start: int, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a noun of saying is the source itself: "according to local media reports that ...", "amid reports"."""
    if not lexicon.nominal.fullmatch(cue.group()):
        return False
    if word_before(masked, start, cue.start()) in lexicon.prepositions:
        return True
    led = (lexicon.according, lexicon.citing)  # "Citing intelligence reports, the paper said ..."
    before = sorted((m for one in led for m in one.finditer(masked, start, cue.start())), key=lambda m: m.end())
    if not before:
        return False
    between = masked[before[-1].end() : cue.start()]
    return not any(sign in between for sign in ",.;:" + QUOTED) and len(WORD.findall(between)) <= _SOURCE


def verb_of_noun(masked: str, start: int, cue: re.Match[str], lexicon: Lexicon) -> int:
    """Where the verb begins whose object a cue is ("dismissed the reports that ..."); where the cue does, else."""
    if not lexicon.nominal.fullmatch(cue.group()):
        return cue.start()
    words = list(WORD.finditer(masked, max(start, cue.start() - 40), cue.start()))
    if words and words[-1].group().casefold() in lexicon.article_words:
        words.pop()
    acts = words and lexicon.acts.match(words[-1].group()) is not None
    return words[-1].start() if acts else cue.start()


def in_name(masked: str, start: int, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a verb ends a name: with a capital, as the word before it, and behind it a sign or a word without one.

    Headlines write verbs so too ("Russia Reports that ..."): so a word without a capital or an article must lead on to
    the name, and no "that" may follow.
    """
    if not cue.group()[0].isupper() or lexicon.that.match(masked, cue.end() + 1):
        return False
    before = [w.group() for w in WORD.finditer(masked, max(start, cue.start() - 40), cue.start())]
    led = any(
        (a[0].islower() or a.casefold() in lexicon.describing) and b[0].isupper() for a, b in pairwise(before[-3:])
    )
    after = re.compile(r"\s+(?=[a-z])|[,.;)'’]").match(masked, cue.end())
    return led and before[-1][0].isupper() and after is not None
