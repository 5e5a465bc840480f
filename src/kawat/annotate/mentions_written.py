"""How a report writes its words: where capitals tell names, and where the report itself speaks against them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kawat.annotate.mentions_atoms import Atom, Style, atoms, style_of, without_possessives
from kawat.annotate.mentions_halves import grouped, halved
from kawat.annotate.mentions_located import lone
from kawat.annotate.mentions_longer import settled
from kawat.lang.parties import PartyWords
from kawat.model import BlockKind, Document, Sentence
from kawat.text import fold

# Words of so many letters need no letter in a short form: "memorandum of understanding (MOU)".
_PASSED = 3
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE})


@dataclass(frozen=True, slots=True)
class Written:
    """The sentences of a report cut into atoms, one list a sentence, with the style of each.

    `names` are the folded words that are written with a capital where no sentence begins and capitals tell names,
    `small` those that such sentences write without one and the body never with;
    `alone` gives the first sentence of the body in which one word in capitals that no table knows stands by itself.
    """

    cut: list[list[Atom]]
    styles: list[Style]
    names: frozenset[str]
    small: frozenset[str]
    alone: Mapping[str, int]

    @property
    def plain(self) -> list[list[Atom]]:
        """The sentences in which capitals tell names."""
        return [found for found, style in zip(self.cut, self.styles, strict=True) if not style.title_case]

    @property
    def titles(self) -> list[list[Atom]]:
        """The sentences in title case."""
        return [found for found, style in zip(self.cut, self.styles, strict=True) if style.title_case]


def written(document: Document, sentences: list[Sentence], language: str, vocabulary: PartyWords) -> Written:
    """Cuts the sentences of a report; of a headline a capital that the report speaks against tells no name."""
    text, owners = without_possessives(document.article.text, vocabulary, language)
    heads = [s.kind in _HEADS for s in sentences]
    styles = [style_of(text, s.span, vocabulary, headline=h) for s, h in zip(sentences, heads, strict=True)]
    of_body = [not (h or style.title_case) for h, style in zip(heads, styles, strict=True)]
    told = " ".join(s.span.of(text) for s, told in zip(sentences, of_body, strict=True) if told)
    styles = [replace(style, told=told) if style.title_case else style for style in styles]
    cut = [atoms(text, s.span, language, style, owners) for s, style in zip(sentences, styles, strict=True)]
    terms = frozenset(term for found in cut for term in _terms(found))
    cut = [[replace(a, capital=False) if a.text in terms else a for a in found] for found in cut]
    for i, found in enumerate(cut):
        cut[i] = settled(found, vocabulary) if of_body[i] else found
    cut = grouped(halved(cut, language, vocabulary))
    body = [a for found, told in zip(cut, of_body, strict=True) if told for a in found]
    names = _names(body)
    plainly = [a for found, style in zip(cut, styles, strict=True) if not style.title_case for a in found]
    small = frozenset(fold(a.text) for a in plainly if a.text.islower()) - names
    for i, head in enumerate(heads):
        if head and not styles[i].title_case:
            cut[i] = settled([_beside_body(a, names, small | vocabulary.plain) for a in cut[i]], vocabulary)
            names |= _names(cut[i])
    alone: dict[str, int] = {}
    for i, is_body in enumerate(of_body):
        if is_body:
            for word in lone(cut[i]):
                alone.setdefault(word, i)
    return Written(cut, styles, names, small, alone)


def _terms(found: list[Atom]) -> Iterator[str]:
    """Short forms that a report makes for what is no party: "operasi tangkap tangan (OTT)"."""
    for i, (opens, term, closes) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        short = opens.text == "(" and closes.text == ")" and term.text.isupper() and not term.forms
        if short and _spells(found[max(0, i - 2 * len(term.text)) : i], term.text.lower()):
            yield term.text


def _spells(words: list[Atom], letters: str) -> bool:
    """Whether the last of some words begin with these letters and tell of nobody; short ones may be passed over."""
    left = list(letters)
    for word in reversed(words):
        if not left:
            break
        if not word.text.islower() or word.heads or word.forms or word.place or word.people is not None:
            return False
        if word.text[0] == left[-1]:
            left.pop()
        elif len(word.text) > _PASSED:
            return False
    return not left and len(letters) > 1


def _names(found: Iterable[Atom]) -> frozenset[str]:
    return frozenset(fold(a.text) for a in found if a.capital and not a.opening)


def _beside_body(atom: Atom, names: frozenset[str], small: frozenset[str]) -> Atom:
    """A word of a headline without the capital that the body or the language does not write."""
    described = atom.forms or atom.heads or atom.small or atom.pronoun or atom.place is not None
    word = fold(atom.text)
    if described or not atom.capital or word in names or word not in small or atom.text.isupper():
        return atom
    return replace(atom, capital=False)


__all__ = ["Written", "written"]
