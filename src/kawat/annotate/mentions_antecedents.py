"""Finds what a pronoun or "negara itu" stands for among the mentions before it, by weighed features."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kawat.annotate.entities import UNKNOWN, bare
from kawat.lang.parties import Pronoun
from kawat.model import EntityKind, Span

# Beyond so many sentences a writer names the antecedent again.
REACH = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """A resolved mention as later words may refer to it.

    `words` are the folded words of its heads and known names; `person` one human being; `plural` several; `subject`
    it opens its sentence or clause; `speaker` a verb of saying stands beside it; `object` a preposition before it.
    """

    sentence: int
    span: Span
    entities: tuple[str, ...]
    codes: tuple[str, ...]
    kinds: tuple[EntityKind, ...]
    words: frozenset[str]
    person: bool
    plural: bool
    subject: bool
    speaker: bool
    object: bool
    named: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class PronounWeights:
    """Found on training sentences, see benchmarks/parties.py."""

    person: float = 3.0
    thing: float = 2.0
    plural: float = 1.5
    group: float = 1.0
    subject: float = 1.0
    speaker: float = 1.5
    asked_speaker: float = 2.5
    object: float = -0.7
    same_sentence: float = 0.5
    fade: float = 1.0
    near: float = 0.15
    chain: float = 0.8


class Memory:
    """The mentions read so far, in order."""

    def __init__(self, weights: PronounWeights) -> None:
        self._weights = weights
        self._seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        self._seen.append(seen)

    def latest(self, sentence: int, fits: Callable[[Seen], bool], reach: int = REACH) -> Seen | None:
        """The latest mention that fits; None where there is none within reach."""
        return next((s for s in self._back(sentence, reach) if fits(s)), None)

    def before(self, sentence: int, reach: int = REACH) -> Iterator[Seen]:
        """The mentions within reach, latest first."""
        return self._back(sentence, reach)

    def antecedent(self, sentence: int, pronoun: Pronoun, *, clitic: bool) -> Seen | None:
        """The mention that a pronoun most likely stands for."""
        found: list[tuple[float, int, Seen]] = []
        for order, seen in enumerate(self._back(sentence, REACH)):
            if seen.entities:
                found.append((self._score(seen, sentence, order, pronoun, clitic=clitic), -order, seen))
        return max(found, key=lambda f: f[:2])[2] if found else None

    def speaker(self, sentence: int) -> Seen | None:
        """The one who speaks in a sentence or, where it names none, spoke last."""
        return self.latest(sentence, lambda s: s.speaker, REACH) or self.latest(sentence, lambda s: s.person, REACH)

    def distinct(self, sentence: int, count: int, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """So many mentions of different parties: from the latest sentence that has enough, else the latest ones."""
        for back in range(REACH):
            found = _distinct(s for s in self._back(sentence, REACH) if s.sentence == sentence - back and fits(s))
            if len(found) >= count:
                return tuple(reversed(found))[:count]
        return tuple(reversed(_distinct(s for s in self._back(sentence, REACH) if fits(s))[:count]))

    def _back(self, sentence: int, reach: int) -> Iterator[Seen]:
        for seen in reversed(self._seen):
            if seen.sentence < sentence - reach:
                return
            yield seen

    def _score(self, seen: Seen, sentence: int, order: int, pronoun: Pronoun, *, clitic: bool) -> float:
        w = self._weights
        score = -w.fade * (sentence - seen.sentence) - w.near * min(order, 12)
        one = pronoun.number == "one"
        if pronoun.animate == "person":
            score += w.person * seen.person - w.plural * seen.plural
        elif pronoun.animate == "thing":
            score += w.thing * (not seen.person and not seen.plural)
        elif not one:
            group = any(k is EntityKind.GROUP for k in seen.kinds)
            score += w.plural * seen.plural + w.group * group - w.plural * seen.person
        score += w.subject * seen.subject + w.object * seen.object + w.chain * seen.pronoun
        score += (w.asked_speaker if clitic else w.speaker if one else 0.0) * seen.speaker
        return score + w.same_sentence * (seen.sentence == sentence)


def _distinct(seen: Iterable[Seen]) -> list[Seen]:
    """The first mention of each party; what has no code is left out."""
    found: dict[str, Seen] = {}
    for s in seen:
        if len(s.codes) == 1 and s.codes[0] != UNKNOWN:
            found.setdefault(bare(s.codes[0]), s)
    return list(found.values())
