"""Names inside other names: "Michael Jordan" is no state, "Paris Agreement" no city, "Pride of Britain" a ship."""

from dataclasses import replace

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.knowledge import Sense
from kawat.lang.parties import PartyWords, Small
from kawat.model import EntityKind
from kawat.text import fold


def settled(atoms: list[Atom], vocabulary: PartyWords) -> list[Atom]:
    """The atoms, those that are part of a longer name without the actor and the place that they name alone.

    Not for sentences in title case, where capitals do not tell where a name ends.
    """
    return [_settled(atoms, i, vocabulary) for i in range(len(atoms))]


def _settled(atoms: list[Atom], i: int, vocabulary: PartyWords) -> Atom:
    atom = atoms[i]
    if not atom.capital or atom.persons:
        return atom
    if not atom.forms and atom.place is None:  # "the Dayton Accords", "Oxford University"
        of_other = not atom.owner and _unknown_name(atoms, i, vocabulary) and _goes_on(atoms, i, vocabulary)
        return replace(atom, small=Small.COMMON) if of_other else atom
    if _in_party(atoms, i):
        return replace(atom, forms=(), place=None, region=None)
    if _beside_region(atoms, i):
        return replace(atom, forms=(), place=atom.region)
    if _named_after_city(atoms, i, vocabulary):
        return replace(atom, forms=(), place=None, region=None, small=Small.COMMON, pronoun=None)
    if _of_person(atoms, i, vocabulary):
        return replace(atom, forms=(), place=None, region=None)
    if not atom.owner and (_goes_on(atoms, i, vocabulary) or _after_of(atoms, i, vocabulary)):
        return replace(atom, forms=(), place=None, region=None, small=Small.COMMON, pronoun=None)
    return atom


def _in_party(atoms: list[Atom], i: int) -> bool:
    """ "the Kesara Dawn Party": a medium's one-word name between a name of no table and what a body is."""
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    media = bool(atoms[i].of_kind(EntityKind.MEDIA)) and " " not in atoms[i].text and not atoms[i].states
    bodied = after is not None and after.capital and any(h.title for h in after.heads)
    before = atoms[i - 1] if i else None
    return media and bodied and before is not None and before.capital and not (before.forms or before.mark)


def _of_person(atoms: list[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "Chad Wolf", "Michael Jordan": a place that is a personal name too, beside another name."""
    if fold(atoms[i].text) not in vocabulary.also_names:
        return False
    titled = vocabulary.head_first and i > 0 and bool(atoms[i - 1].heads or atoms[i - 1].small)  # "Presiden Georgia X"
    if not atoms[i].owner and not titled and _unknown_name(atoms, i + 1, vocabulary):
        return True
    before = i - 1
    if i >= 3 and atoms[before].text == "." and len(atoms[i - 2].text) == 1 and atoms[i - 2].capital:
        before = i - 3  # "Michael B. Jordan"
    located = _located(atoms, before) and not atoms[i].groups  # "istri dari Omarkhayam Maute"
    return _unknown_name(atoms, before, vocabulary) and not atoms[before].owner and not located


def _unknown_name(atoms: list[Atom], j: int, vocabulary: PartyWords) -> bool:
    if not 0 <= j < len(atoms):
        return False
    atom = atoms[j]
    described = atom.heads or atom.pronoun or atom.small or atom.people is not None or atom.forms
    if described or atom.mark or not atom.capital or atom.text.isupper():
        return False
    return not (atom.opening and fold(atom.text) in vocabulary.plain)


def _located(atoms: list[Atom], j: int) -> bool:
    return j > 0 and bool(atoms[j - 1].small & (Small.AT | Small.PLACE))


def _beside_region(atoms: list[Atom], i: int) -> bool:
    """ "Atlanta, Georgia", "Georgia and Alabama": a part of another state bears the name, and the sentence tells of a
    place there."""
    atom = atoms[i]
    if not atom.states or atom.region is None or atom.region == atom.state:  # a capital is of its own state
        return False
    told = any(other.place == atom.region and not other.states for other in atoms)
    # "voters in Georgia turned to the Democrats", but not "Georgians in Georgia" nor where Tbilisi is told of
    if _located(atoms, i) and not any(_own(other, atom) for other in atoms):
        told = told or any(_party_of(atoms, j, atom.region) for j in range(len(atoms)))
    return told or _party_of(atoms, i + 1, atom.region) or _behind_town(atoms, i)


def _own(other: Atom, atom: Atom) -> bool:
    """Whether another atom stands for the state itself: its seat, its people or a body of it."""
    return any(
        (known := knowledge.get(form.known_id)) is not None and known.state == atom.state
        for form in other.forms
        if form.known_id != atom.state or form.sense is not Sense.NAME
    )


def _party_of(atoms: list[Atom], j: int, state: str) -> bool:
    """ "Georgia Republicans": what follows is a body of the other state."""
    bodies = atoms[j].bodies if j < len(atoms) else ()
    return any((known := knowledge.get(f.known_id)) is not None and known.state == state for f in bodies)


def _behind_town(atoms: list[Atom], i: int) -> bool:
    """ "in Savannah, Georgia,": a town that is not known to lie in the state of that name."""
    if i < 2 or atoms[i - 1].text != ",":
        return False
    t = i - 2
    if t > 0 and atoms[t].capital and Small.SWALLOWED in atoms[t].small:  # "in Fulton County, Georgia"
        t -= 1
    town = atoms[t]
    unknown = town.capital and not town.forms and not town.heads and not town.small and town.place != atoms[i].state
    return unknown and (town.opening or t < i - 2 or _located(atoms, t))


def _named_after_city(atoms: list[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "Perjanjian Oslo", "the Oslo accords": a town beside a thing names the thing.

    Where heads stand first, the thing has a capital or is a pact; where they stand last, it is a pact. A house
    ("the Kremlin declaration") is no town: nothing is signed there but by whom it stands for.
    """
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if not _is_seat(atoms[i]) or not atoms[i].place or atoms[i].owner:
        return False
    if not vocabulary.head_first:
        towards = i + 2 < len(atoms) and Small.WITH in atoms[i + 2].small  # "Washington's pact with Tehran"
        return after is not None and Small.PACT in after.small and not towards
    if i == 0 or (after is not None and (after.text in "-–" or after.small & (Small.AND | Small.WITH))):
        return False  # "Kesepakatan Riyadh-Teheran" is theirs
    before = atoms[i - 1]
    return Small.PACT in before.small or (before.capital and Small.THING in before.small)


def _is_seat(atom: Atom) -> bool:
    return bool(atom.forms) and all(form.sense is Sense.METONYM for form in atom.forms)


def _goes_on(atoms: list[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "Manchester United", and where the head stands last "Geneva Convention"."""
    if i + 1 >= len(atoms) or not atoms[i + 1].capital or atoms[i + 1].forms:
        return False
    after = atoms[i + 1].small
    if Small.SWALLOWED in after and _of_state(atoms, i):
        return False
    if Small.SWALLOWED in after or (not vocabulary.head_first and Small.THING in after):
        return True
    # "China Mobile", "Iran Khodro": where the head stands last, the bare name of a state before a name of no table
    plain = not vocabulary.head_first and bool(atoms[i].states) and not atoms[i].demonym
    return plain and not _located(atoms, i) and _unknown_name(atoms, i + 1, vocabulary)


def _of_state(atoms: list[Atom], i: int) -> bool:
    """ "the US Northern Command": a body follows the word that goes on, and the state is whose body it is."""
    body = atoms[i + 2] if i + 2 < len(atoms) else None
    return body is not None and bool(atoms[i].states and body.heads) and body.capital and not body.small


def _after_of(atoms: list[Atom], i: int, vocabulary: PartyWords) -> bool:
    """ "Pride of Britain", "Queen of Scotland": capitals, "of", and a name; but not "Minister Peter Hale of Ghana"
    nor "Issa Toure of Niger", whose words are none of the language."""
    if i < 2 or atoms[i - 1].text != "of":
        return False
    j = i - 2
    while _unknown_name(atoms, j, vocabulary):
        j -= 1
    titled = j >= 0 and any(h.person or h.name for h in atoms[j].heads)
    foreign = i - 2 - j > 1 and all(fold(a.text) not in vocabulary.plain for a in atoms[j + 1 : i - 1])
    return j < i - 2 and not (titled or foreign)
