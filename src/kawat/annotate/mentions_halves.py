"""Names that the land of a report decides on: "the North" of two Koreas, "Maoist rebels" of Nepal, India or Peru."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.knowledge import Form
from kawat.lang.parties import Head, PartyWords, Small
from kawat.text import fold


def halved(cut: list[list[Atom]], language: str, vocabulary: PartyWords) -> list[list[Atom]]:
    """The sentences of a report with "the North" as the state that it is in this report, where one half is named."""
    told = {f.known_id for found in cut for a in found for f in a.states}
    for words in vocabulary.halves:
        sides = {word: knowledge.names(language).get(name) for word, name in words.items()}
        if any(f.known_id in told for forms in sides.values() for f in forms):
            return [_halved(found, sides, vocabulary) for found in cut]
    return cut


def grouped(cut: list[list[Atom]]) -> list[list[Atom]]:
    """The sentences of a report with a name that groups of several lands bear as that of the land that is told of; it
    tells only that they are rebels where the report speaks of none of these lands."""
    shared = {a.text for found in cut for a in found if len(_homes(a)) > 1}
    if not shared:
        return cut
    told = {a.state or a.place for found in cut for a in found if a.states or a.place}
    told |= {k.state for found in cut for a in found for f in a.persons if (k := knowledge.get(f.known_id)) is not None}
    return [[_grouped(a, told) if a.text in shared else a for a in found] for found in cut]


def _homes(atom: Atom) -> set[str | None]:
    return {known.state for f in atom.groups if (known := knowledge.get(f.known_id)) is not None}


def _grouped(atom: Atom, told: Set[str | None]) -> Atom:
    native = tuple(f for f in atom.groups if (k := knowledge.get(f.known_id)) is not None and k.state in told)
    if native:
        return replace(atom, forms=native)
    return replace(atom, forms=(), heads=(Head(fold(atom.text), "REB", number="many"),))


def _halved(found: list[Atom], sides: Mapping[str, tuple[Form, ...]], vocabulary: PartyWords) -> list[Atom]:
    out: list[Atom] = []
    for i, atom in enumerate(found):
        forms = sides.get(atom.text, ())
        if forms and not atom.forms and _stands_alone(found, i, vocabulary) and _led(out, vocabulary):
            atom = replace(atom, forms=forms, small=Small.NONE, place=None)  # noqa: PLW2901
        out.append(atom)
    return out


def _stands_alone(found: list[Atom], i: int, vocabulary: PartyWords) -> bool:
    """Whether no name goes on behind the word: "the North Atlantic", "the South of France"."""
    behind = found[i + 1] if i + 1 < len(found) else None
    return behind is None or not (behind.capital or Small.OF in behind.small)


def _led(before: Sequence[Atom], vocabulary: PartyWords) -> bool:
    """Whether an article leads it, or "and" behind the other half: "the North and South"."""
    if not before:
        return False
    joined = Small.AND in before[-1].small and len(before) > 1 and bool(before[-2].states)
    return joined or fold(before[-1].text) in vocabulary.definite
