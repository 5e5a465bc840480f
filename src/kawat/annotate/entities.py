"""The entities of one document: made once, found again under a surname, a first name or an acronym."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kawat import knowledge
from kawat.lang.romanisation import sound, unmarked
from kawat.model import Entity, EntityKind
from kawat.model.codes import UNKNOWN, bare
from kawat.text import fold, slug

# So many bearers of a first name or surname are looked at for a fuller form of the name.
_NEAR = 20
# A part of a name as long as this may be a slip of another, one letter off.
_SLIPS = 7
_SOUNDS = 5  # and one as long as this another spelling of it
_SPLIT = re.compile(r"[\s\-.’']+")
_PARTICLES = frozenset({"al", "el", "as", "ar", "an", "at", "ad", "bin", "ibn", "de", "van", "von", "jr", "sr"})


def name_tokens(name: str) -> tuple[str, ...]:
    """The parts of a name that count when two forms are compared; a lone letter and a particle do not."""
    parts = [fold(p) for p in _SPLIT.split(name) if p]
    return tuple(p for p in parts if len(p) > 1 and p not in _PARTICLES) or tuple(parts)


@lru_cache(maxsize=50_000)
def _same_respelt(one: str, other: str) -> bool:
    """Whether two parts of names are one, with a slip or by another system; "Petrov" and "Petrova" are two."""
    mine, theirs = unmarked(one), unmarked(other)
    if mine.startswith(theirs) or theirs.startswith(mine) or mine[0] != theirs[0]:
        return mine == theirs
    shorter = min(len(mine), len(theirs))
    if shorter >= _SLIPS and DamerauLevenshtein.distance(mine, theirs, score_cutoff=1) <= 1:
        return True
    return shorter >= _SOUNDS and sound(mine) == sound(theirs)


@dataclass(slots=True)
class _Building:
    id: str
    code: str
    kind: EntityKind
    name: str
    aliases: list[str] = field(default_factory=list)
    role: str | None = None
    weak: bool = False  # named so far only by words that mean others elsewhere: "its boats"

    def entity(self) -> Entity:
        aliases = tuple(a for a in dict.fromkeys(self.aliases) if a != self.name)
        return Entity(self.id, self.code, self.kind, self.name, aliases, self.role)


class Entities:
    """Grows while a document is read."""

    def __init__(self) -> None:
        self._by_id: dict[str, _Building] = {}
        self._people: list[tuple[frozenset[str], str]] = []
        self._by_token: dict[str, list[int]] = {}
        self._names = 0
        self._used: dict[str, int] = {}  # when each person was last named, 0 for one only foreseen
        self._acronyms: dict[str, str] = {}

    def entities(self, mentioned: Iterable[str]) -> tuple[Entity, ...]:
        """The entities of these ids, in the order of the ids."""
        return tuple(self._by_id[e].entity() for e in dict.fromkeys(mentioned))

    def code(self, entity: str) -> str:
        """The code of an entity, "UNKNOWN" for an id that is none."""
        there = self._by_id.get(entity)
        return there.code if there else UNKNOWN

    def kind(self, entity: str) -> EntityKind:
        there = self._by_id.get(entity)
        return there.kind if there else EntityKind.UNKNOWN

    def role(self, entity: str) -> str | None:
        there = self._by_id.get(entity)
        return there.role if there else None

    def known(self, known_id: str, seen: str | None, code: str | None = None) -> str:
        """The entity of a row of the knowledge tables; `seen` is the form in the text, None where it is no name.

        `code` is the one that a person has here, by the title in the text or the office on the day.
        """
        known = knowledge.get(known_id)
        if known is None:
            return self._add(known_id, UNKNOWN, EntityKind.UNKNOWN, seen or known_id, seen)
        entity = known.id if known.kind is not EntityKind.STATE else known.code
        self._add(entity, code or known.code, known.kind, known.name, seen)
        if known.kind is EntityKind.PERSON:
            self._remember(known.name, entity)
            if seen is not None and len(name_tokens(seen)) > 1:
                self._remember(seen, entity)  # "Sergey Lawrow", of whom "Lawrow" tells later
        return entity

    def described(self, code: str, kind: EntityKind, seen: str, *, weak: bool = False) -> str:
        """The entity of a state, body or group that has no name of its own here: its id is its code.

        `weak` words ("negaranya", "its boats") mean somebody else elsewhere: they name it, beside its state, only until
        better ones come.
        """
        known = knowledge.get(code)
        if known is not None:
            return (
                self.known(code, None if weak else seen)
                if kind is EntityKind.STATE
                else self._add(code, code, known.kind, known.name, None)
            )
        there = self._by_id.get(code)
        if there is not None and there.weak and not weak:
            there.name, there.weak = seen, False
        fresh = there is None
        state = knowledge.get(bare(code).partition(":")[0])
        name = f"{seen} ({state.name})" if weak and state is not None else seen
        entity = self._add(code, code, kind, name, None if weak else seen)
        self._by_id[entity].weak = weak if fresh else self._by_id[entity].weak
        return entity

    def own(self, name: str, code: str, kind: EntityKind, role: str | None = None) -> str:
        """The entity of a named person or organisation that the tables do not know."""
        entity = f"own:{slug(name)}-{slug(code)}"
        self._add(entity, code, kind, name, name, role)
        if kind is EntityKind.PERSON:
            self._remember(name, entity)
        return entity

    def person(self, name: str) -> str | None:
        """The person whom a name or a part of one can mean: the one named last, else the one foreseen last."""
        tokens = name_tokens(name)
        last = min((self._by_token.get(t, []) for t in tokens), key=len)
        bearers = [self._people[i][1] for i in last if self._people[i][0].issuperset(tokens)]
        if bearers:
            return max(reversed(bearers), key=lambda entity: self._used.get(entity, 0))
        if len(tokens) > 1:
            near = sorted({i for t in tokens for i in self._by_token.get(t, [])[-_NEAR:]}, reverse=True)
            for i in near:
                if len(self._people[i][0]) > 1 and self._people[i][0].issubset(tokens):
                    return self._people[i][1]
        return self._respelt(tokens)

    def _respelt(self, tokens: tuple[str, ...]) -> str | None:
        """The only person whose name is spelt a little otherwise: "Saakashbili" for "Saakashvili"."""
        if max(map(len, tokens)) < _SOUNDS:
            return None
        meant = {
            entity
            for parts, entity in self._people
            if all(t in parts or any(_same_respelt(t, part) for part in parts) for t in tokens)
        }
        return meant.pop() if len(meant) == 1 else None

    def begin(self) -> None:
        """Whoever was named so far was only foreseen: from here on the text is read from the front."""
        self._used.clear()

    def acronym(self, text: str) -> str | None:
        """The entity that a short form was introduced for."""
        return self._acronyms.get(text)

    def introduce(self, acronym: str, entity: str) -> None:
        """Records a short form given in brackets."""
        self._acronyms[acronym] = entity
        if entity in self._by_id:
            self._by_id[entity].aliases.append(acronym)

    def note_role(self, entity: str, role: str) -> None:
        """Records the title words of a person; the first stays."""
        there = self._by_id.get(entity)
        if there is not None and there.role is None:
            there.role = role

    def serve(self, entity: str, code: str) -> None:
        """Records for whom a person stands now, where an office held before was told first."""
        there = self._by_id.get(entity)
        if there is not None:
            there.code = code

    def note_form(self, entity: str, seen: str) -> None:
        """Records a form seen in the text."""
        there = self._by_id.get(entity)
        if there is not None:
            there.aliases.append(seen)
            self._name(entity)

    def _name(self, entity: str) -> None:
        self._names += 1
        self._used[entity] = self._names

    def _remember(self, name: str, entity: str) -> None:
        tokens = frozenset(name_tokens(name))
        if self._people and (tokens, entity) == self._people[-1]:
            return
        for token in tokens:
            self._by_token.setdefault(token, []).append(len(self._people))
        self._people.append((tokens, entity))

    def _add(
        self, entity: str, code: str, kind: EntityKind, name: str, seen: str | None, role: str | None = None
    ) -> str:
        there = self._by_id.setdefault(entity, _Building(entity, code, kind, name))
        if seen is not None:
            there.aliases.append(seen)
            self._name(entity)
        if role is not None and there.role is None:
            there.role = role
        return entity
