"""Whether two names in different reports are one actor: dated, signed judgements that say why and can be undone.

Only who is in no table of known actors is judged by itself: the tables already say who bears a known form.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kawat import knowledge
from kawat.annotate.entities import name_tokens
from kawat.corroborate.clusters import Judged, automatic, clusters, standing
from kawat.lang.romanisation import consonants, sound, unmarked
from kawat.model import Entity, EntityKind, Identity, Judgement
from kawat.model.codes import UNKNOWN, bare

OWN = "own:"
"""How the id of an entity begins that no table knows."""

SAME = 0.5
UNSURE = 0.25
NEEDED = 4.0
"""Points from which on two names are more likely one actor than not."""

# Points, set by hand: a full name with the same state is enough in another spelling, not with a letter that differs;
# a surname alone never is, and with the same title it is.
_FULL = 4.0
_SPELT = -0.25
_NEAR = -2.0
_MIDDLE = -1.0  # "Vladimir Vladimirovich Putin"
_MISSING = -2.25
_LONE = -0.75
_STATE = 2.0
_TITLE = 1.5
_CLOSE = 0.8  # of the letters of two sounds
_SHORTEST = 4
_VOWELS = frozenset(("ae", "ou", "ei"))  # Ahmad, Ahmed; Osama, Usama; Khaled, Khalid


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entities are: `score` between 0 and 1, and the reasons; `partial`: one name is a part of the other,
    `respelt`: the names agree only in another spelling."""

    score: float
    why: tuple[str, ...]
    partial: bool = False
    respelt: bool = False


NOTHING = Likeness(0.0, ())


def name_keys(entity: Entity) -> frozenset[str]:
    """Under what an entity is found that may be the same: the consonants of each part of its names."""
    return frozenset(key for name in _names(entity) for key in _keys(name))


@lru_cache(maxsize=10_000)
def _keys(name: str) -> frozenset[str]:
    return frozenset(consonants(sound(part)) for part in name_tokens(name))


def _names(entity: Entity) -> tuple[str, ...]:
    """The name, and every alias of more than one part: a surname alone is looked at only where nothing else is told."""
    longer = (alias for alias in entity.aliases if len(name_tokens(alias)) > 1)
    return tuple(dict.fromkeys((entity.name, *longer)))


def likeness(left: Entity, right: Entity, *, respelt: bool = True) -> Likeness:
    """How likely two entities are one, with the reasons. Symmetric. `respelt` False: names agree letter for letter."""
    if _barred(left.kind, right.kind):
        return NOTHING
    pairs = ((one, other) for one in _names(left) for other in _names(right))
    name = max((_by_name(*sorted(pair), respelt=respelt) for pair in pairs), key=lambda found: found[0])
    points, why, partial, spelt = name
    if points <= 0:
        return NOTHING
    for more, reason in (_by_state(left, right), _by_title(left, right)):
        points += more
        why = (*why, reason) if reason else why
    return Likeness(round(1 / (1 + math.exp(NEEDED - points)), 4), why, partial, spelt)


def _barred(left: EntityKind, right: EntityKind) -> bool:
    if EntityKind.STATE in (left, right):
        return True
    return EntityKind.UNKNOWN not in (left, right) and (left is EntityKind.PERSON) != (right is EntityKind.PERSON)


def _by_name(one: str, other: str, *, respelt: bool) -> tuple[float, tuple[str, ...], bool, bool]:
    """Points of two names, the reason, whether one is a part of the other, whether only the spelling differs."""
    mine, theirs = sorted((name_tokens(one), name_tokens(other)), key=len)
    if respelt and _joined(mine) == _joined(theirs) and mine != theirs:
        return _FULL + _SPELT, (f"{one} and {other} sound the same",), False, True
    found = _aligned(mine, theirs, respelt=respelt)
    if found is None:
        return 0.0, (), False, False
    points, spelt = found
    left_out = len(theirs) - len(mine)
    if left_out and len(mine) == 1 and len(mine[0]) < _SHORTEST:
        return 0.0, (), False, False  # "Pak", "II", "Kim": too many bear it
    middle = len(mine) > 1 and _alike(mine[0], theirs[0]) is not None and _alike(mine[-1], theirs[-1]) is not None
    points += left_out * (_MIDDLE if middle else _MISSING) + (_LONE if len(mine) == 1 and left_out else 0)
    if left_out:
        said = f"{min(one, other, key=len)} is a part of {max(one, other, key=len)}"
    elif points <= _NEAR:
        said = f"{one} and {other} differ in a letter or two"
    else:
        said = f"{one} and {other} sound the same" if spelt else f"both are named {one}"
    return _FULL + points, (said,), bool(left_out) and not middle, spelt


def _joined(parts: Sequence[str]) -> str:
    return "".join(sound(part) for part in parts)


def _aligned(mine: Sequence[str], theirs: Sequence[str], *, respelt: bool) -> tuple[float, bool] | None:
    """Points lost where every part of the shorter name has its own in the longer, and whether one is respelt."""
    left, points, spelt = list(theirs), 0.0, False
    for part in mine:
        fits = [(loss, other) for other in left if (loss := _alike(part, other)) is not None and (respelt or not loss)]
        if not fits:
            return None
        loss, other = max(fits)
        left.remove(other)
        points, spelt = points + loss, spelt or loss < 0
    return points, spelt


@lru_cache(maxsize=50_000)
def _alike(one: str, other: str) -> float | None:
    """Points lost between two parts of names; None where they are not the same part."""
    if unmarked(one) == unmarked(other):
        return 0.0
    mine, theirs = sound(one), sound(other)
    if mine == theirs or _same_but_vowels(mine, theirs):
        return _SPELT
    long_enough = min(len(mine), len(theirs)) >= _SHORTEST and mine[0] == theirs[0]
    return _NEAR if long_enough and Levenshtein.normalized_similarity(mine, theirs) >= _CLOSE else None


def _same_but_vowels(mine: str, theirs: str) -> bool:
    """Khalid, Khaled: the same consonants in the same places, at least three, and vowels that often stand for another.

    "Petrov" and "Petrova" are two.
    """
    if len(mine) != len(theirs) or len(consonants(mine)) < 3:
        return False
    return all(a == b or "".join(sorted((a, b))) in _VOWELS for a, b in zip(mine, theirs, strict=True))


def _by_state(left: Entity, right: Entity) -> tuple[float, str]:
    mine, theirs = bare(left.code), bare(right.code)
    if UNKNOWN in (mine, theirs):
        return 0.0, ""
    return (_STATE, f"both of {mine}") if mine == theirs else (-_STATE, f"one of {mine}, one of {theirs}")


def _by_title(left: Entity, right: Entity) -> tuple[float, str]:
    if not left.role or not right.role or unmarked(left.role) != unmarked(right.role):
        return 0.0, ""
    return _TITLE, f"both {min(left.role, right.role)}"


def identify(
    entity: Entity, others: Iterable[Entity], at: datetime, by: str, *, respelt: bool = True
) -> tuple[Identity, ...]:
    """The judgements `same` and `unsure` on an entity of no table and others, and those of the tables, surest first.

    A part of a name that fits several is `unsure` of each. `respelt` False: only names that agree letter for letter.
    """
    if not entity.id.startswith(OWN):
        return ()
    found = []
    for other in (*others, *_known(entity)):
        if other.id == entity.id:
            continue
        like = likeness(entity, other, respelt=respelt)
        if like.score >= UNSURE:
            found.append((other, like))
    parts = sum(like.partial for _, like in found)
    made = [_judged(entity, other, like, parts, at, by) for other, like in found]
    return tuple(sorted(made, key=lambda one: (-one.score, one.left, one.right)))


def _judged(entity: Entity, other: Entity, like: Likeness, parts: int, at: datetime, by: str) -> Identity:
    left, right = sorted((entity.id, other.id))
    several = like.partial and parts > 1
    judgement = Judgement.SAME if like.score >= SAME and not several else Judgement.UNSURE
    why = (*like.why, f"it fits {parts}") if several else like.why
    return Identity(left, right, judgement, like.score, why, by, at)


def _known(entity: Entity) -> Iterable[Entity]:
    """Who of the tables serves the same state and shares a part of a name."""
    state = bare(entity.code)
    if state == UNKNOWN:
        return
    mine = name_keys(entity)
    for known in knowledge.serving(state):
        names = (known.name, *knowledge.full_names(known.id))
        if known.kind is entity.kind and any(_keys(name) & mine for name in names):
            yield Entity(known.id, known.code, known.kind, known.name, names)


def held(identities: Iterable[Identity]) -> dict[tuple[str, str], Identity]:
    """The judgement that holds for each pair; where a person took back what people had judged, it is Kawat's again."""
    every = tuple(identities)
    people = standing(one for one in every if not automatic(one))
    kept = [one for one in people.values() if one.judgement is not Judgement.UNSURE]
    return standing((*(one for one in every if automatic(one)), *kept))


def one_actor(entity_id: str, identities: Iterable[Identity]) -> tuple[str, ...]:
    """All ids that are judged to be the same actor as one, itself included, in order."""
    judged: list[Judged] = list(held(identities).values())
    ends = {end for one in judged for end in (one.left, one.right)}
    groups = clusters({entity_id, *ends}, judged)
    return next(group for group in groups if entity_id in group)
