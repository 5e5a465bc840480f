"""Which state a phrase without a state of its own belongs to: the states around it, weighed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kawat.annotate.mentions_atoms import Atom
from kawat.knowledge import Sense
from kawat.lang.parties import Small
from kawat.model import EntityKind


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a state counts; found on training sentences, see benchmarks/parties.py.

    `at` a place name or a state after a place preposition, `name` any other naming, `metonym` a capital or seat;
    `local` multiplies `at` for phrases of the place (police, rebels, civilians); `fade` a sentence back; `ahead` for
    what the sentence names only after the phrase, `next` for the following sentence; `first` a sentence's first name.
    """

    at: float = 1.0
    name: float = 1.0
    metonym: float = 0.8
    local: float = 2.0
    fade: float = 0.6
    ahead: float = 0.7
    next: float = 0.2
    first: float = 1.3
    same_head: float = 1.5


@dataclass(frozen=True, slots=True)
class _Seen:
    sentence: int
    start: int
    state: str
    at: bool
    metonym: bool
    first: bool


class States:
    """The states that the sentences of a document name, and where."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._seen: dict[int, list[_Seen]] = defaultdict(list)

    def read(self, sentence: int, atoms: list[Atom]) -> None:
        """Records the states and places of a sentence."""
        first = True
        for i, atom in enumerate(atoms):
            state, metonym = state_of(atom)
            if state is None:
                continue
            before = atoms[i - 1] if i else None
            at = (atom.place is not None and not atom.states) or (
                before is not None and bool(before.small & (Small.AT | Small.PLACE))
            )
            self._seen[sentence].append(_Seen(sentence, atom.span.start, state, at, metonym, first))
            first = False

    def best(self, sentence: int, start: int, *, local: bool, without: Iterable[str] = ()) -> str | None:
        """The state that a phrase at `start` of a sentence most likely belongs to; None where none is near."""
        scores = self.scores(sentence, start, local=local)
        for state in without:
            scores.pop(state, None)
        return max(scores, key=lambda s: (scores[s], s)) if scores else None

    def scores(self, sentence: int, start: int, *, local: bool) -> dict[str, float]:
        """How much speaks for each state."""
        w = self._weights
        scores: dict[str, float] = defaultdict(float)
        for back in range(6):
            for seen in self._seen.get(sentence - back, ()):
                scores[seen.state] += self._weight(seen, local=local) * w.fade**back * (
                    w.ahead if back == 0 and seen.start > start else 1.0
                )
        for seen in self._seen.get(sentence + 1, ()):
            scores[seen.state] += self._weight(seen, local=local) * w.next
        return scores

    def _weight(self, seen: _Seen, *, local: bool) -> float:
        w = self._weights
        weight = (w.at * (w.local if local else 1.0)) if seen.at else (w.metonym if seen.metonym else w.name)
        return weight * (w.first if seen.first else 1.0)


def state_of(atom: Atom) -> tuple[str | None, bool]:
    """The state that an atom names or lies in, and whether by a metonym."""
    if atom.states:
        return atom.states[0].known_id, all(f.sense is Sense.METONYM for f in atom.states)
    if atom.place:
        return atom.place, False
    return None, False


def is_state(kind: EntityKind) -> bool:
    return kind is EntityKind.STATE
