"""What has been quoted so far in a document: for "katanya", "pejabat itu", and quotations without a cue."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kawat.annotate.quotations_resolve import Speaker
from kawat.model import Hop, Span

_REACH = 3  # so many units back a pronoun or an unmarked quotation may take its speaker from
_FAR = 12  # so many units back "jurubicara itu" may take its


@dataclass(frozen=True, slots=True)
class Spoken:
    """One who was quoted: the index of the unit, the words for the speaker, folded, and the cue."""

    unit: int
    speaker: Speaker
    words: str
    cue: Span


@dataclass(slots=True)
class Memory:
    """Speakers in the order of their cues; by speaker the hops of the chain and the one spoken for."""

    spoken: list[Spoken] = field(default_factory=list)
    hops: dict[str, tuple[Hop, ...]] = field(default_factory=dict)
    principals: dict[str, Hop] = field(default_factory=dict)

    def keep(self, unit: int, speaker: Speaker, cue: Span, text: str) -> None:
        words = speaker.span.of(text) if speaker.span else speaker.name or ""
        self.spoken.append(Spoken(unit, speaker, f" {' '.join(words.casefold().split())} ", cue))

    def last(self, unit: int, said: Span | None = None) -> Speaker | None:
        """The last speaker, not too far back and not inside the words `said`."""
        found = next(self._outside(said), None)
        return found.speaker if found is not None and unit - found.unit <= _REACH else None

    def is_near(self, unit: int, said: Span | None = None) -> bool:
        """Whether the last speaker spoke in this unit or the one before."""
        found = next(self._outside(said), None)
        return found is not None and unit - found.unit <= 1

    def of_head(self, nouns: re.Pattern[str] | None, unit: int, said: Span | None = None) -> Speaker | None:
        """The last speaker called by a noun, not too far back and not inside the words `said`.

        "sumber itu" is "satu sumber militer"; `nouns` finds the noun, its other spellings too.
        """
        near = (s for s in self._outside(said) if unit - s.unit <= _FAR)
        return next((s.speaker for s in near if nouns and any(m["noun"] for m in nouns.finditer(s.words))), None)

    def latest(self, unit: int, fits: Callable[[Speaker], bool], reach: int = _REACH) -> Speaker | None:
        """The last speaker that fits, so many units back at the most."""
        near = (s.speaker for s in reversed(self.spoken) if unit - s.unit <= reach)
        return next((s for s in near if fits(s)), None)

    def _outside(self, said: Span | None) -> Iterator[Spoken]:
        return (s for s in reversed(self.spoken) if said is None or not said.covers(s.cue))
