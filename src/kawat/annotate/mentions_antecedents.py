"""Finds what a pronoun or "negara itu" stands for among the mentions before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kawat.annotate.mentions_weights import Asked, Weights, best
from kawat.model import EntityKind, Span
from kawat.model.codes import UNKNOWN, bare, sector_of

# Beyond so many sentences a writer names the antecedent again.
REACH = 5
# A sentence that never ends must not make reading slow.
_MOST = 80
_PAIR = 2
# "Ia" is a person who was told of in this sentence or so many before, if one was.
_PERSON_REACH = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A resolved mention as later words may refer to it.

    `words` are the folded words of its heads and names; `person` one human being; `plural` several; `subject` it opens
    its sentence or clause; `speaker` a verb of saying stands beside it; `after_preposition` it is no subject.
    """

    sentence: int
    span: Span
    entities: tuple[str, ...]
    codes: tuple[str, ...]
    kinds: tuple[EntityKind, ...]
    words: frozenset[str]
    person: bool = False
    plural: bool = False
    subject: bool = False
    speaker: bool = False
    after_preposition: bool = False
    named: bool = False
    pronoun: bool = False


class Memory:
    """The mentions read so far, in order."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._seen: list[Seen] = []
        self._joined: dict[Span, Seen] = {}

    @property
    def last(self) -> Seen | None:
        """The mention right before."""
        return self._seen[-1] if self._seen else None

    def add(self, seen: Seen, *, joined: bool = False) -> None:
        """Adds a mention; `joined` says that "dan" stands between it and the one before ("Putin dan Lukashenko")."""
        if joined and self._seen:
            self._joined[seen.span] = self._seen[-1]
            self._joined[self._seen[-1].span] = seen
        self._seen.append(seen)

    def with_partner(self, seen: Seen) -> tuple[str, ...]:
        """The entities of a mention and of the one that is joined to it, in the order of the text."""
        return tuple(dict.fromkeys(e for s in self.joined(seen) for e in s.entities))

    def joined(self, seen: Seen) -> tuple[Seen, ...]:
        """A mention and the one that is joined to it, in the order of the text."""
        partner = self._joined.get(seen.span)
        return tuple(sorted([seen, partner], key=lambda s: s.span)) if partner is not None else (seen,)

    def latest(self, sentence: int, fits: Callable[[Seen], bool], reach: int = REACH) -> Seen | None:
        """The latest mention that fits; None where there is none within reach."""
        return next((s for s in self._back(sentence, reach) if fits(s)), None)

    def antecedent(self, asking: "Asking") -> Seen | None:
        """The mention that a word most likely refers back to; `asking.instead` where nothing before fits better."""
        seen = [s for s in self._back(asking.sentence, REACH) if s.entities and not s.span.overlaps(asking.span)]
        seen = [s for s in seen if not (asking.thing and s.person)]
        seen = [s for s in seen if asking.doers.isdisjoint(s.entities) and asking.apart.isdisjoint(map(bare, s.codes))]
        if asking.human and any(s.person and s.sentence >= asking.sentence - _PERSON_REACH for s in seen):
            seen = [s for s in seen if s.person]
        if asking.thing and any(s.subject and s.sentence == asking.sentence - 1 for s in seen):
            seen = [s for s in seen if s.subject or s.sentence >= asking.sentence - 1]
        if asking.shared:
            near = [s for s in seen if asking.sentence - s.sentence <= 1]
            seen = [s for s in near if s.plural or s.person or s.span in self._joined] or seen
        features = [_features(s, asking, order) for order, s in enumerate(seen)]
        if asking.instead is not None:
            seen.append(asking.instead)
            features.append({"instead": 1.0, f"{asking.kind}: instead": 1.0})
        if self._weights.log is not None:
            codes = [s.codes if s is asking.instead else tuple(asking.code(c) for c in s.codes) for s in seen]
            self._weights.log.append(Asked("antecedent", (asking.span,), list(zip(codes, features, strict=True))))
        i = best(features, self._weights.antecedent)
        return None if i is None else seen[i]

    def distinct(self, sentence: int, count: int, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """So many mentions of different parties: from the latest sentence that has enough, else the latest ones."""
        for back in range(REACH):
            there = [s for s in self._back(sentence, REACH) if s.sentence == sentence - back and fits(s)]
            found = _distinct(there)
            if len(found) >= count:
                return (self._pair(there) if count == _PAIR else ()) or tuple(reversed(found))[:count]
        return tuple(reversed(_distinct(s for s in self._back(sentence, REACH) if fits(s))[:count]))

    def of_sentence(self, sentence: int) -> tuple[Seen, ...]:
        """The mentions of a sentence so far, the last one first."""
        return tuple(self._back(sentence, 0))

    def all_near(self, sentence: int) -> tuple[Seen, ...]:
        """The mentions that a pronoun of a sentence can mean, the last one first."""
        return tuple(self._back(sentence, REACH))

    def persons(self, sentence: int, count: int) -> tuple[str, ...]:
        """So many persons that the last sentence before with just as many names; empty where there is none near."""
        for back in range(1, REACH):
            there = [s for s in self._back(sentence, back) if s.sentence == sentence - back and s.person and s.named]
            found = dict.fromkeys(e for s in reversed(there) for e in s.entities)
            if len(found) == count:
                return tuple(found)
            if found:
                break
        return ()

    def _pair(self, there: Sequence[Seen]) -> tuple[Seen, ...]:
        """Two of some mentions that are joined: "Belanda dan Belgia mengirim senjata ke Ukraina ... kedua negara"."""
        for seen in there:
            partner = self._joined.get(seen.span)
            if partner is not None and partner in there and len(pair := _distinct((seen, partner))) == _PAIR:
                return tuple(sorted(pair, key=lambda s: s.span))
        return ()

    def _back(self, sentence: int, reach: int) -> Iterator[Seen]:
        for seen in islice(reversed(self._seen), _MOST):
            if seen.sentence < sentence - reach:
                return
            yield seen


@dataclass(frozen=True, slots=True)
class Asking:
    """Words that refer back.

    `kind` names the weights; `head` and `sector` are of a description ("presiden itu"), `state` what it says of the
    state ("pemimpin Rusia itu"); `instead` is what it means where it refers to nothing before; `apart` are states that
    it is not of, `doers` entities that it is not, `thing` says that it is no human being ("it"), `human` that it is
    one ("ia"); `owned` asks for the owner ("pasukannya"), whose state then takes the sector, `shared` for several
    ("their troops").
    """

    sentence: int
    span: Span
    kind: str
    head: str | None = None
    sector: str = ""
    state: str | None = None
    instead: Seen | None = None
    owned: bool = False
    doers: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    thing: bool = False
    shared: bool = False
    human: bool = False

    def code(self, antecedent: str) -> str:
        """The code that the words have if they refer to a mention with this code.

        "televisi itu" after a state is of its media; but "pria itu" after a rebel is that rebel.
        """
        state, _, theirs = antecedent.partition(":")
        if not self.sector or antecedent == UNKNOWN or len(state) != 3 or theirs == self.sector:
            return antecedent
        if self.owned or not theirs or self.sector != "CVL":
            return f"{state}:{self.sector}"
        return antecedent


def _features(seen: Seen, asking: Asking, order: int) -> dict[str, float]:
    back = asking.sentence - seen.sentence
    where = "after" if seen.span.start > asking.span.start else f"{back}"
    form = "pronoun" if seen.pronoun else "named" if seen.named else "described"
    what = "person" if seen.person else "plural" if seen.plural else str(seen.kinds[0])
    names = [f"@{where}", f"is {what}", f"is {form}", f"order {min(order, 5)}"]
    names += [f"{what}, {form}"] if seen.person else []
    for flag in ("subject", "speaker", "after_preposition"):
        if getattr(seen, flag):
            names += [flag, f"{flag}@{where}"]
    if len(seen.entities) > 1:
        names.append("several")
    if seen.codes[0] == UNKNOWN:
        names.append("unknown")
    if ":" in seen.codes[0]:
        names.append(f"is {seen.codes[0].partition(':')[2]}")
    names += _agreement(seen, asking)
    return {n: 1.0 for name in names for n in (name, f"{asking.kind}: {name}")}


def _agreement(seen: Seen, asking: Asking) -> list[str]:
    """How the words of a description agree with a mention."""
    if asking.head is None:
        return []
    names = []
    if asking.state is not None:
        names.append("same state" if bare(seen.codes[0]) == asking.state else "other state")
    if asking.owned:
        return names
    if set(asking.head.split()) <= seen.words:
        names.append("same head")
    elif asking.head.split()[0] in seen.words:
        names.append("like head")
    sector = sector_of(seen.codes[0])
    names.append("same sector" if sector == asking.sector else "other sector")
    return names


def _distinct(seen: Iterable[Seen]) -> list[Seen]:
    """The first mention of each party; what has no code is left out."""
    found: dict[str, Seen] = {}
    for s in seen:
        if len(s.codes) == 1 and s.codes[0] != UNKNOWN:
            found.setdefault(bare(s.codes[0]), s)
    return list(found.values())
