"""The names that a report tells of as places: "the town of Mopti", "di Juliaca", "Sennar state"."""

from collections.abc import Iterator, Sequence

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.places_words import place_words
from kawat.lang.parties import PartyWords, Small
from kawat.model import Document
from kawat.text import fold

_LONGEST = 4  # words of such a name


def filed_in(document: Document) -> str:
    """The state where a report was filed, "" where its dateline tells none."""
    place = document.article.dateline_place
    known_places = knowledge.places(document.article.language or "")
    forms = (known_places.get(place) or known_places.get(place.title())) if place else ()
    known = knowledge.get(forms[0].known_id) if forms else None
    return (known.state or "") if known is not None else ""


def located(
    sentences: Sequence[list[Atom]], language: str, vocabulary: PartyWords, titles: Sequence[list[Atom]] = ()
) -> frozenset[str]:
    """The folded names of no table that stand somewhere as a place and nowhere as a person.

    `sentences` are atoms of sentences whose capitals tell names, `titles` of those in title case. A place stands behind
    a word that only places stand behind, or beside one that says what it is, or does what waters and mountains do; a
    ship counts as one. A person says something, has a title before the name or owns something.
    """
    certain = place_words(language).certain
    places: set[str] = set()
    persons: set[str] = set()
    nature: set[str] = set()
    runs: set[str] = set()
    for atoms in sentences:
        for begins, last in _runs(atoms):
            name = " ".join(fold(a.text) for a in atoms[begins : last + 1])
            first = led_from(atoms, begins, vocabulary)
            runs.add(name)
            if _is_nature(atoms, last, vocabulary):
                nature.add(name)
            elif _is_person(atoms, first, last):
                persons.add(name)
            elif (
                _kind_of_thing(atoms, first, vocabulary)
                or beside_kind(atoms, first, last, head_first=vocabulary.head_first)
                or (first and fold(atoms[first - 1].text) in certain)
            ):
                places.add(name)
    if vocabulary.head_first:
        places.update(name for atoms in titles for name in _titled(atoms) if name in runs)
    return frozenset(places - persons | nature)


def led_from(atoms: Sequence[Atom], first: int, vocabulary: PartyWords) -> int:
    """Where a name begins with the article that a hyphen joins to it: "near el-Fasher"."""
    joined = first > 1 and atoms[first - 1].text == "-" and fold(atoms[first - 2].text) in vocabulary.hyphened
    return first - 2 if joined else first


def _titled(atoms: Sequence[Atom]) -> Iterator[str]:
    """What may be the name behind a kind of place in title case, where the sentence does not tell where it ends."""
    for i, atom in enumerate(atoms):
        for end in range(i + 2, min(len(atoms), i + 1 + _LONGEST) + 1):
            if Small.PLACE in atom.small:
                yield " ".join(fold(a.text) for a in atoms[i + 1 : end])


def beside_kind(atoms: Sequence[Atom], first: int, last: int, *, head_first: bool) -> bool:
    """Whether a word that says what place it is stands beside a name: "kota X", "the town of X", "X province"."""
    before = atoms[first - 1].small if first else Small.NONE
    if head_first:
        return Small.PLACE in before
    after = atoms[last + 1] if last + 1 < len(atoms) else None
    if after is not None and Small.PLACE in after.small and not after.capital and not after.heads:
        return not atoms[last].owner
    return Small.OF in before and first > 1 and Small.PLACE in atoms[first - 2].small


def _kind_of_thing(atoms: Sequence[Atom], first: int, vocabulary: PartyWords) -> bool:
    """ "kapal riset Sonne": later "Sonne" is the ship."""
    return vocabulary.head_first and first > 0 and Small.THING in atoms[first - 1].small


def _is_nature(atoms: Sequence[Atom], last: int, vocabulary: PartyWords) -> bool:
    """ "Lempa meluap", "the Kagera burst its banks", "the Rovuma River"."""
    after = atoms[last + 1] if last + 1 < len(atoms) else None
    if after is not None and after.capital and fold(after.text) in vocabulary.place_ends:
        return True
    behind = " ".join(fold(a.text) for a in atoms[last + 1 : last + 4])
    return f"{behind} ".startswith(tuple(f"{words} " for words in vocabulary.of_nature))


def lone(atoms: Sequence[Atom]) -> Iterator[str]:
    """The folded words in capitals of no table that stand by themselves."""
    return (fold(atoms[first].text) for first, last in _runs(atoms) if first == last)


def _runs(atoms: Sequence[Atom]) -> Iterator[tuple[int, int]]:
    """First and last atom of each run of capitals that no table knows."""
    i = 0
    while i < len(atoms):
        last = i
        if _unknown(atoms[i]):
            while last + 1 < len(atoms) and _unknown(atoms[last + 1]) and not atoms[last].owner:
                last += 1
            yield i, last
        i = last + 1


def _unknown(atom: Atom) -> bool:
    described = atom.forms or atom.heads or atom.small or atom.pronoun or atom.place is not None
    return atom.capital and not atom.mark and not described and atom.people is None


def _is_person(atoms: Sequence[Atom], first: int, last: int) -> bool:
    before = atoms[first - 1] if first else None
    after = atoms[last + 1] if last + 1 < len(atoms) else None
    titled = before is not None and (Small.SAYING in before.small or any(h.person for h in before.heads))
    return titled or atoms[last].owner or (after is not None and Small.SAYING in after.small)
