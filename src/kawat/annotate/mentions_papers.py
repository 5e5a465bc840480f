"""Whose a report, statement or letter is that has no owner beside it: of who put it out."""

from itertools import dropwhile

from kawat.annotate.mentions_antecedents import REACH, Seen
from kawat.annotate.mentions_doers import Doers
from kawat.annotate.mentions_phrases import Phrase
from kawat.model.codes import UNKNOWN
from kawat.text import fold

# "pada Senin menerbitkan sebuah laporan", "has released a new report": so many words, in so many characters.
_BEHIND, _REACH = 8, 90


class Papers(Doers):
    """Tells whose word a paper is."""

    def _is_paper(self, phrase: Phrase) -> bool:
        return bool(phrase.heads) and fold(phrase.heads[0].word) in self._vocabulary.papers

    def _is_known_paper(self, phrase: Phrase) -> bool:
        """ "Laporan itu", "the report": one that was told of, or that the reader can tell."""
        return phrase.pointer or fold(phrase.span.of(self._text).split()[0]) in self._vocabulary.definite

    def _issuer(self, phrase: Phrase) -> Seen | None:
        """ "PBB merilis laporan", and "laporan itu" behind it."""
        word, known = fold(phrase.heads[0].word), self._is_known_paper(phrase)

        def issuer(seen: Seen) -> bool:
            told = bool(seen.codes) and UNKNOWN not in seen.codes
            return told and ((known and word in seen.words) or self._issues(seen, word))

        return self._memory.latest(phrase.sentence, issuer, REACH if known else 0)

    def _issues(self, seen: Seen, paper: str) -> bool:
        """Whether the words behind somebody say that he puts out a paper."""
        behind = [fold(w.strip(".,")) for w in self._text[seen.span.end : seen.span.end + _REACH].split()[:_BEHIND]]
        return paper in list(dropwhile(lambda w: w not in self._vocabulary.issuing, behind))
