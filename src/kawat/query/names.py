"""Whom a name in a question means: a form of the known actors, or a name or alias in the store."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from kawat import corroborate, knowledge
from kawat.errors import QuestionError, UnknownNameError
from kawat.knowledge import Sense
from kawat.model import Entity, EntityKind
from kawat.model.codes import sector_of
from kawat.query.sectors import coded_name, codes_of
from kawat.store import View, Who, folded

_PLACE = "l:"

# A full name is meant before a surname or a seat, and both before an adjective.
_RANK = {Sense.NAME: 0, Sense.TITLE_HOLDER: 0, Sense.SHORT: 1, Sense.METONYM: 1, Sense.DEMONYM: 2}
_RANK_IN_STORE = 1

_WHY = {
    Sense.NAME: "by name",
    Sense.TITLE_HOLDER: "by name",
    Sense.SHORT: "by short name",
    Sense.METONYM: "by its seat",
    Sense.DEMONYM: "by adjective",
}


@dataclass(frozen=True, slots=True)
class Meant:
    """The actor that a name means, and why."""

    id: str
    code: str
    kind: EntityKind
    name: str
    why: str
    passed_over: tuple[str, ...] = ()  # other actors of that name, of whom the store says nothing
    also: tuple[str, ...] = ()  # ids that are judged to be the same actor

    @property
    def note(self) -> str | None:
        """Whom the name was taken for, where that was a choice, and who is counted as the same."""
        if self.passed_over:
            return f"{self.name} ({self.id}) is meant; the store says nothing of {', '.join(self.passed_over)}"
        return f"{self.name} is judged to be {', '.join(self.also)} too" if self.also else None

    @property
    def who(self) -> Who:
        """What to look for: a state, body or group covers all who stand for it; anybody else only themselves."""
        by_code = self.id == self.code
        return Who(code=self.code, also=self.also) if by_code else Who(id=self.id, also=self.also)


@dataclass(frozen=True, slots=True)
class _Candidate:
    meant: Meant
    rank: int


def resolve(view: View, name: str | Meant, *, merged: bool = True) -> Meant:
    """The one actor that a name, id or code means; who has been found already is given back.

    Actors that the store knows come before others, full names before short ones; those that are judged the same are
    one, unless `merged` is False. Raises `UnknownNameError`, with the
    candidates, where more than one is left or none; `QuestionError` for an empty name.
    """
    if isinstance(name, Meant):
        return name
    if not name.strip():
        raise QuestionError("a name is needed")
    found = _candidates(view, name.strip())
    if all(_is_short(one.meant, name) for one in found):  # "Tembo" is said of one Ruth Tembo, and another ends so
        known = {one.meant.id for one in found}
        found += [one for one in _by_surname(view, name) if one.meant.id not in known]
    found = found or _by_words(view, name)
    if merged:
        found = _merged(view, found)
    present = [one for one in found if view.present(one.meant.who)]
    among = present or found
    if not among:
        near = tuple((entity.id, _of(entity, "near").name, "near") for entity in _near(view, name))
        raise UnknownNameError(f"nobody is known as {name!r}{_or(near)}", near)
    best = min(one.rank for one in among)
    chosen = [one.meant for one in among if one.rank == best]
    if len(chosen) > 1:
        meant = tuple((one.id, one.name, _told(view, one)) for one in chosen)
        raise UnknownNameError(f"{name!r} may be {len(meant)} actors; give the id of one", meant)
    others = tuple(one.meant.name for one in found if one.rank == best and one.meant != chosen[0])
    return replace(chosen[0], passed_over=others)


def _candidates(view: View, name: str) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for form in knowledge.lookup(name):
        known = knowledge.get(form.known_id)
        if known is not None and not known.id.startswith(_PLACE):
            meant = Meant(known.id, known.code, known.kind, known.name, _WHY[form.sense])
            _keep(found, _Candidate(meant, _RANK[form.sense]))
    exact = view.entity(name)
    for entity in (*view.named(name), *((exact,) if exact else ())):
        rank = 0 if entity.id == name else _RANK_IN_STORE
        _keep(found, _Candidate(_of(entity, "by its id" if entity.id == name else "in the store"), rank))
    sector = name.upper()
    if ":" in sector and not found and view.present(Who(code=sector)):
        # "BLR:OPP" is nobody's id, but a code of several actors.
        _keep(found, _Candidate(Meant(sector, sector, EntityKind.GROUP, coded_name(sector), "by code"), 0))
    return list(found.values())


def _by_surname(view: View, name: str) -> list[_Candidate]:
    """Persons of the store whose name ends so, where nobody is known by the name itself: "Iwanow" of Andrej Iwanow."""
    persons = {e.id: e for full in view.names_ending(folded(name)) for e in view.named(full)}.values()
    return [_Candidate(_of(e, "by surname"), _RANK_IN_STORE) for e in persons if e.kind is EntityKind.PERSON]


def _is_short(meant: Meant, name: str) -> bool:
    """Whether a name is a mere surname of a person whom only reports know."""
    short = meant.kind is EntityKind.PERSON and folded(meant.name).endswith(f" {folded(name)}")
    return short and meant.id.startswith(corroborate.OWN)


def _by_words(view: View, name: str) -> list[_Candidate]:
    """Whom a state and a word for its people mean, where the store knows them under other words: "tentara Malawi"."""
    code = next((code for code in codes_of(name) if view.present(Who(code=code))), None)
    if code is None:
        return []
    kind = EntityKind.GROUP if sector_of(code) else EntityKind.STATE
    return [_Candidate(Meant(code, code, kind, coded_name(code), "by code"), _RANK_IN_STORE)]


def _merged(view: View, found: list[_Candidate]) -> list[_Candidate]:
    """Candidates that are judged the same as one: under the id of a table where there is one, else the fullest name."""
    judged = view.identities(one.meant.id for one in found)
    if not judged:
        return found
    merged: dict[str, _Candidate] = {}
    for one in found:
        ids = corroborate.one_actor(one.meant.id, judged)
        meant = one.meant if len(ids) == 1 else _first(view, ids, one.meant)
        _keep(merged, _Candidate(meant, one.rank))
    return list(merged.values())


def _first(view: View, ids: tuple[str, ...], asked: Meant) -> Meant:
    every = [asked if one == asked.id else meant for one in ids if (meant := _by_id(view, one)) is not None]
    first = min(every, key=lambda one: (one.id.startswith(corroborate.OWN), -len(one.name), one.id))
    return replace(first, why=asked.why, also=tuple(one for one in ids if one != first.id))


def _by_id(view: View, known_id: str) -> Meant | None:
    known = knowledge.get(known_id)
    if known is not None:
        return Meant(known.id, known.code, known.kind, known.name, "by its id")
    entity = view.entity(known_id)
    return None if entity is None else _of(entity, "by its id")


def _keep(found: dict[str, _Candidate], new: _Candidate) -> None:
    old = found.get(new.meant.id)
    if old is None or new.rank < old.rank:
        found[new.meant.id] = new


def _of(entity: Entity, why: str) -> Meant:
    # Those of a sector of a state are called otherwise in every report: "soldiers", "tentaranya".
    by_code = entity.id == entity.code and sector_of(entity.code)
    return Meant(entity.id, entity.code, entity.kind, coded_name(entity.code) if by_code else entity.name, why)


def _told(view: View, one: Meant) -> str:
    """What tells an actor from others of the name: its code and what the reports call it, else how it was found."""
    told = (one.code if one.code != one.id else "", *view.roles(one.id))
    return ", ".join(filter(None, told)) or one.why


def _near(view: View, name: str) -> tuple[Entity, ...]:
    """Names of the store that differ in a letter or two: "Lukasenko"."""
    words = folded(name)
    close = (
        *get_close_matches(words, view.names_from(words[:1]), n=5, cutoff=0.75),
        *view.names_ending(words)[:5],
    )
    found = {entity.id: entity for near in close for entity in view.named(near)}
    return tuple(found.values())


def _or(near: tuple[tuple[str, str, str], ...]) -> str:
    return "; near are" if near else ""
