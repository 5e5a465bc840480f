"""Known holders of an office under another spelling of their names: "Menlu Suriah Walid al-Mualim"."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from kawat import knowledge
from kawat.annotate.entities import name_tokens
from kawat.lang.romanisation import consonants, sound, unmarked

_PARTS = 2  # a name in full
_SOUNDS = 3  # so many consonants of a part tell it without its vowels


@lru_cache(maxsize=2_000)
def holder(name: str, roles: frozenset[str], states: frozenset[str]) -> str | None:
    """The only person who is known to have held one of some offices, in one of `states` if there are any, and whose
    full name sounds as `name` does; None where there is none or are several."""
    parts = name_tokens(name)
    if len(parts) < _PARTS:
        return None
    found = {
        person
        for role in sorted(roles)
        for person, state, other in _holders(role).get(_begins(parts), ())
        if (not states or state in states)
        and len(other) == len(parts)
        and all(_alike(sound(one), sound(two)) for one, two in zip(parts, other, strict=True))
    }
    return found.pop() if len(found) == 1 else None


@cache
def _holders(role: str) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """Who held an office, for which state, and the parts of the name; by the first letter of the name."""
    out: dict[str, list[tuple[str, str, tuple[str, ...]]]] = defaultdict(list)
    for office in knowledge.holders_of(role):
        known = knowledge.get(office.person_id)
        parts = name_tokens(known.name) if known is not None else ()
        if parts:
            out[_begins(parts)].append((office.person_id, office.state, parts))
    return out


def _begins(parts: Sequence[str]) -> str:
    return unmarked(parts[0])[:1]


def _alike(one: str, two: str) -> bool:
    left = consonants(one)
    return one == two or (len(left) >= _SOUNDS and left == consonants(two) and one[0] == two[0])
