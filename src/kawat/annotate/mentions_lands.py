"""A state by what it is like: "negara Teluk itu", "negeri kaya minyak itu", "the Gulf state", "the Arab kingdom"."""

from collections.abc import Iterable

from kawat.annotate.mentions_atoms import Atom, kind_of
from kawat.annotate.mentions_names import Names
from kawat.annotate.mentions_phrases import Phrase
from kawat.lang.parties import Head, Lexeme, Small
from kawat.model import EntityKind, MentionForm
from kawat.text import fold

_WORDS = 4  # that describe it
_ENDS = Small.AND | Small.SAYING | Small.FOR | Small.WITH | Small.CALLED


def state_described(names: Names, i: int) -> Phrase | None:
    """The phrase of a state that begins at an atom and is told by its land, its wealth, its past; None where none does.

    Which state it is the report has said before: the phrase points back.
    """
    return _head_first(names, i) if names.vocabulary.head_first else _head_last(names, i)


def _country(heads: Iterable[Head]) -> Head | None:
    return next((h for h in heads if h.country and not h.owned and h.number != "many"), None)


def _within(names: Names, atom: Atom) -> tuple[Lexeme, ...]:
    """What the first word of the name of a collective is: "Negara Arab", "The West"."""
    if " " not in atom.text or not atom.forms or not all(kind_of(f) is EntityKind.COLLECTIVE for f in atom.forms):
        return ()
    return names.vocabulary.lexemes.get(atom.text.partition(" ")[0])


def _head_first(names: Names, i: int) -> Phrase | None:
    within = [x.head for x in _within(names, names.atoms[i]) if x.head is not None]
    head = _country(names.atoms[i].heads or within)
    if head is None or (i and names.atoms[i - 1].small & (Small.MANY | Small.NUMBER | Small.BOTH | Small.ALL_OF)):
        return None
    telling = bool(within)
    for j in range(i + 1, min(len(names.atoms), i + _WORDS + 2)):
        atom = names.atoms[j]
        if Small.POINTER in atom.small:
            made = names._phrase(MentionForm.DESCRIPTION, i, j, heads=[head], pointer=True)
            return made if telling else None
        if not _describes(names, j):
            return None
        telling = telling or not atom.small & Small.MODIFIER
    return None


def _head_last(names: Names, i: int) -> Phrase | None:
    article = names.atoms[i].small
    for lexeme in _within(names, names.atoms[i]):
        article |= lexeme.small
    if Small.ARTICLE not in article or Small.ONE in article:
        return None
    telling = bool(names.atoms[i].forms)
    placed = i > 0 and bool(names.atoms[i - 1].small & Small.AT)  # "across the country"
    for j in range(i + 1, min(len(names.atoms), i + _WORDS + 2)):
        atom = names.atoms[j]
        head = _country(atom.heads)
        told = head is not None and (telling or " " in head.word or (j == i + 1 and not placed))
        if head is not None and told and _closes(names, j):
            return names._phrase(MentionForm.DESCRIPTION, i, j, heads=[head], pointer=True)
        if not _describes(names, j):
            return None
        telling = telling or fold(atom.text) in names.vocabulary.lands
    return None


def _closes(names: Names, j: int) -> bool:
    """Whether a phrase ends at its head: not "the Gulf state of Qatar", "the Baltic state's army"."""
    following = names.atoms[j + 1] if j + 1 < len(names.atoms) else None
    if names.atoms[j].owner:
        return False
    return following is None or not (following.small & Small.OF or following.heads or following.capital)


def _describes(names: Names, j: int) -> bool:
    """Whether an atom can tell what a state is like: no verb, no other party, no state but one that is past."""
    atom, word = names.atoms[j], fold(names.atoms[j].text)
    if (atom.mark and atom.text != "-") or atom.pronoun or atom.heads or atom.small & _ENDS:
        return False
    if atom.forms and not all(kind_of(f) is EntityKind.COLLECTIVE for f in atom.forms):
        return Small.FORMER in names.atoms[j - 1].small
    if atom.capital or atom.small or atom.text == "-":
        return Small.AT not in atom.small or (j + 1 < len(names.atoms) and names.atoms[j + 1].capital)
    verb = names.vocabulary.head_first and word.startswith(names.vocabulary.verbal)
    return not verb and word not in names.vocabulary.openers
