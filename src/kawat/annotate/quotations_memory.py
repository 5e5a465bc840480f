"""What has been quoted so far in a document: for "katanya", "pejabat itu", and quotations without a cue."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kawat.annotate.quotations_resolve import Speaker
from kawat.model import Hop, Span

_REACH = 3  # so many units back a pronoun or an unmarked quotation may take its speaker from
_FAR = 12  # so many units back "jurubicara itu" may


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

    def of_head(self, head: str | None) -> Speaker | None:
        """The last speaker whose words hold a noun: "sumber itu" is "satu sumber militer"."""
        since = self.spoken[-1].unit - _FAR if self.spoken and head else 0
        found = (s for s in reversed(self.spoken) if head and f" {head.casefold()} " in s.words and s.unit >= since)
        return next((s.speaker for s in found), None)

    def _outside(self, said: Span | None) -> Iterator[Spoken]:
        return (s for s in reversed(self.spoken) if said is None or not said.covers(s.cue))
