"""Cuts a sentence into atoms: known names, words of the party tables, capitalised words, and the rest."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kawat import knowledge
from kawat.knowledge import Form, Sense
from kawat.lang.parties import Head, Lexeme, PartyWords, Pronoun, Small, party_words
from kawat.model import EntityKind, Span
from kawat.text import fold, words


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of a sentence that the grammar does not look into.

    `forms` are the known actors that it may name, `place` the state that a place of that name lies in ("" for none,
    None for no known place), `region` the state of one that is no state itself, `capital` says that it is written as
    names are, `owner` that a possessive mark follows it, `opening` that it begins the sentence or a quotation, `mark`
    that it is no word.
    """

    span: Span
    text: str
    small: Small = Small.NONE
    heads: tuple[Head, ...] = ()
    pronoun: Pronoun | None = None
    clitic: int = 0
    people: str | None = None
    forms: tuple[Form, ...] = ()
    place: str | None = None
    region: str | None = None
    capital: bool = False
    owner: bool = False
    opening: bool = False
    mark: bool = False

    number: bool = False

    def of_kind(self, *kinds: EntityKind) -> tuple[Form, ...]:
        """The forms that stand for something of these kinds."""
        return tuple(f for f in self.forms if kind_of(f) in kinds)

    @property
    def states(self) -> tuple[Form, ...]:
        return self.of_kind(EntityKind.STATE)

    @property
    def state(self) -> str | None:
        """The code of the state that it names, also by the name of a part of one."""
        known = knowledge.get(self.states[0].known_id) if self.states else None
        return known.code if known is not None else None

    @property
    def groups(self) -> tuple[Form, ...]:
        return self.of_kind(EntityKind.GROUP)

    @property
    def demonym(self) -> bool:
        """Names a state only by its people or as an adjective."""
        return bool(self.forms) and all(f.sense is Sense.DEMONYM for f in self.forms)

    @property
    def persons(self) -> tuple[Form, ...]:
        return self.of_kind(EntityKind.PERSON)

    @property
    def bodies(self) -> tuple[Form, ...]:
        """Bodies, groups, media and collectives."""
        return tuple(f for f in self.forms if kind_of(f) not in (EntityKind.STATE, EntityKind.PERSON))


@cache
def kind_of(form: Form) -> EntityKind:
    """What the known actor of a form is."""
    known = knowledge.get(form.known_id)
    return known.kind if known else EntityKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Style:
    """How a sentence is written: names are told by capitals only where capitals tell something.

    `told` is, for a sentence in title case, the text of the others: it says which of its words are written small.
    """

    title_case: bool = False
    no_capitals: bool = False
    told: str = ""


_HELD = Pronoun("other", "any", "any")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?![^\W\d])")
# "F-16", "Su-35", "MiG-31s": a make of things, neither a name nor a count
_MAKE = re.compile(r"[A-Z][A-Za-z]{0,3}-\d+[A-Za-z]{0,3}(?![\w-])")
# The words of a name so far before and behind a possessive ending are looked at.
_NAME_REACH = 40
_QUOTES = frozenset("\"“”‘«„'")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s\b|(?<=s['’])(?=\s))", re.IGNORECASE)


def style_of(text: str, span: Span, vocabulary: PartyWords, *, headline: bool = False) -> Style:
    """Title case (all capitals included): every longer word that is not a small word has a capital.

    Of a headline two such words tell it, of a sentence only four. The second half of a doubled word stays small in
    either case ("Mata-mata").
    """
    letters = _LETTERS.finditer(text, span.start, span.end)
    found = [m.group() for m in letters if text[m.start() - 1 : m.start()] != "-"]
    long = [w for w in found if len(w) >= 4 and fold(w) not in vocabulary.lower_in_titles]
    telling = [w for w in long if fold(w) not in vocabulary.openers]
    return Style(
        title_case=len(telling) >= (2 if headline else 4) and all(w[0].isupper() for w in long),
        no_capitals=bool(found) and all(w.islower() for w in found),
    )


def without_possessives(text: str, vocabulary: PartyWords, language: str) -> tuple[str, frozenset[int]]:
    """The text with possessive endings blanked, so that names match, and the offsets where the owners end.

    An ending inside a known name ("People's Republic of China") stays.
    """
    if not vocabulary.possessive:
        return text, frozenset()
    ends = [m.span() for m in _POSSESSIVE.finditer(text) if not _inside_name(text, m, language)]
    parts, done = [], 0
    for start, end in ends:
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join((*parts, text[done:])), frozenset(start for start, _ in ends)


def _inside_name(text: str, possessive: re.Match[str], language: str) -> bool:
    start, end = max(0, possessive.start() - _NAME_REACH), possessive.end() + _NAME_REACH
    start = start and text.find(" ", start, possessive.start()) + 1
    near = knowledge.names(language).find(text, start, min(end, len(text)))
    return any(m.span.start < possessive.start() and possessive.end() < m.span.end for m in near)


def atoms(text: str, span: Span, language: str, style: Style, owners: frozenset[int] = frozenset()) -> list[Atom]:
    """The atoms of `text[span]` in order; `text` and `owners` are as `without_possessives` gives them.

    A longer phrase wins over a shorter one, a known name over other words of the same length; a place on the same
    words as either is one atom with it.
    """
    chosen = _Chosen()
    found = [*_native(list(_known(text, span, language, style))), *_words(text, span, party_words(language))]
    found += _places(text, span, language, style)
    for atom in sorted(found, key=lambda a: (-len(a.span), a.place is not None, not a.forms)):
        left: Atom | None = atom
        while left is not None and not chosen.add(left):
            # "kepala badan" beside "Badan Energi Atom Internasional" leaves "kepala"
            left = _shorter(left, party_words(language))
    return list(_in_order(text, span, chosen, owners, party_words(language)))


class _Chosen:
    """Atoms that do not overlap."""

    def __init__(self) -> None:
        self.by_start: dict[int, Atom] = {}
        self._starts: list[int] = []

    def add(self, atom: Atom) -> bool:
        """Adds the atom where its words are free; where they are one chosen atom, what it says is added to that.

        False where others hold some of its words.
        """
        there = self.by_start.get(atom.span.start)
        if there is not None and there.span == atom.span:
            self.by_start[atom.span.start] = _joined(there, atom)
            return True
        i = bisect(self._starts, atom.span.start)
        before = self.by_start[self._starts[i - 1]] if i else None
        after = self._starts[i] if i < len(self._starts) else atom.span.end
        if (before is None or before.span.end <= atom.span.start) and atom.span.end <= after:
            self._starts.insert(i, atom.span.start)
            self.by_start[atom.span.start] = atom
            return True
        return False


def _before_place(atom: Atom, text: str, vocabulary: PartyWords) -> Iterator[Atom]:
    """ "kepala menteri negara bagian Rakhine": a title gives its last word to the kind of place that begins with it."""
    if " " in atom.text and any(h.person for h in atom.heads):
        last = atom.span.start + atom.text.rindex(" ") + 1
        longer = next(iter(vocabulary.lexemes.find(text, last, min(len(text), atom.span.end + _NAME_REACH))), None)
        begins = longer is not None and longer.span.start == last and longer.span.end > atom.span.end
        place = _of_lexemes(longer.span, longer.span.of(text), longer.values) if longer is not None and begins else None
        shorter = _shorter(atom, vocabulary)
        if place is not None and Small.PLACE in place.small and shorter is not None:
            yield from (shorter, place)
            return
    yield atom


def _shorter(atom: Atom, vocabulary: PartyWords) -> Atom | None:
    """The title or post that the first words of a longer one are; None where they are none."""
    words_before = atom.text.rpartition(" ")[0].rstrip()
    if not words_before or not any(h.person for h in atom.heads):
        return None
    lexemes = vocabulary.lexemes.get(words_before)
    if not any(x.head is not None and x.head.person for x in lexemes):
        return None
    return _of_lexemes(Span(atom.span.start, atom.span.start + len(words_before)), words_before, lexemes)


def _joined(there: Atom, new: Atom) -> Atom:
    if new.place is not None:
        return replace(there, place=new.place, region=new.region)
    return replace(new, forms=there.forms + new.forms, capital=there.capital or new.capital)


def _is_held(word: str, vocabulary: PartyWords) -> bool:
    folded = fold(word)
    return bool(vocabulary.held and vocabulary.held.fullmatch(folded)) and folded not in vocabulary.not_held


def _in_order(
    text: str, span: Span, chosen: "_Chosen", owners: frozenset[int], vocabulary: PartyWords
) -> Iterator[Atom]:
    covered, opening = span.start, True
    for word in words(text, span.start, span.end):
        if word.span.start < covered:
            continue
        atom = chosen.by_start.get(word.span.start)
        if atom is None:
            mark = not any(c.isalnum() for c in word.text)
            atom = Atom(word.span, word.text, capital=word.text[0].isupper(), mark=mark)
            if vocabulary.held is not None and _is_held(word.text, vocabulary):
                atom = replace(atom, pronoun=_HELD, clitic=vocabulary.clitic)
            made = _MAKE.match(text, word.span.start, span.end)
            digits = _NUMBER.match(text, word.span.start, span.end)
            if made is not None and not any(s in chosen.by_start for s in range(made.start(), made.end())):
                where = Span(word.span.start, made.end())
                atom = Atom(where, where.of(text), small=Small.MODIFIER)
            elif digits is not None:
                where = Span(word.span.start, digits.end())
                atom = Atom(where, where.of(text), small=Small.NUMBER, number=True)
        if opening and Small.NUMBER in atom.small and not atom.forms:
            atom = replace(atom, place=None, region=None)  # "Lima orang tewas"
        yield replace(atom, opening=opening and not atom.mark, owner=atom.span.end in owners)
        covered = atom.span.end
        opening = (opening and atom.mark) or atom.text in _QUOTES


def _known(text: str, span: Span, language: str, style: Style) -> Iterator[Atom]:
    for match in knowledge.names(language).find(text, span.start, span.end):
        form = match.span.of(text)
        if style.title_case and _by_chance(form, style.told, language):
            continue
        if style.no_capitals or any(c.isupper() for c in form):
            yield Atom(match.span, form, forms=match.values, capital=True)


def _native(found: list[Atom]) -> Iterator[Atom]:
    """The known names but a state's party whose name another state's begins: "the Zambian Labour Party"."""
    before = {a.span.end + 1: a.state for a in found if a.states}
    for atom in found:
        state = before.get(atom.span.start)
        known = [knowledge.get(f.known_id) for f in atom.forms]
        elsewhere = all(k is not None and k.code.endswith(":OPP") and k.state != state for k in known)
        if state is None or not elsewhere or " " not in atom.text:  # "Georgia Republicans"
            yield atom


def _by_chance(form: str, told: str, language: str) -> bool:
    """ "Meriam Air China": a known name of several words that the report writes nowhere else, one of whose words it
    writes small, the others being a known name without that."""
    parts = form.split()
    if len(parts) == 1 or form in told:
        return False
    rest = [w for w in parts if re.search(rf"(?<!\w){re.escape(w.lower())}(?!\w)", told) is None]
    return len(rest) < len(parts) and bool(knowledge.names(language).get(" ".join(rest)))


def _places(text: str, span: Span, language: str, style: Style) -> Iterator[Atom]:
    for match in knowledge.places(language).find(text, span.start, span.end):
        form = match.span.of(text)
        if style.no_capitals or form[0].isupper():
            found = [known for f in match.values if (known := knowledge.get(f.known_id)) is not None]
            place = (found[0].state or "") if found else ""
            region = next((k.state for k in found if k.id != k.state), None)
            yield Atom(match.span, form, place=place, region=region, capital=True)


def _words(text: str, span: Span, vocabulary: PartyWords) -> Iterator[Atom]:
    for match in vocabulary.lexemes.find(text, span.start, span.end):
        yield from _before_place(_of_lexemes(match.span, match.span.of(text), match.values), text, vocabulary)


def _of_lexemes(span: Span, text: str, lexemes: tuple[Lexeme, ...]) -> Atom:
    small = Small.NONE
    for lexeme in lexemes:
        small |= lexeme.small
    return Atom(
        span,
        text,
        small=small,
        heads=tuple(x.head for x in lexemes if x.head is not None),
        pronoun=next((x.pronoun for x in lexemes if x.pronoun is not None), None),
        clitic=max(x.clitic for x in lexemes),
        people=next((x.people for x in lexemes if x.people is not None), None),
        capital=text[0].isupper(),
    )


def is_organ(atom: Atom) -> bool:
    """Names an organ of a state: "Kemlu", "Pentagon"."""
    codes = [known.code for f in atom.bodies if (known := knowledge.get(f.known_id)) is not None]
    return any(known is not None and known.kind is EntityKind.STATE for known in map(knowledge.get, codes))
