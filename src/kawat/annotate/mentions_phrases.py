"""Finds the phrases of a sentence that can be a party, without saying yet whom they mean.

The grammar is one for both languages; the tables say whether the head stands first ("polisi Irak") or last ("Iraqi
police"). A phrase is: small words ("para", "lima", "the"), then heads, states, groups and what describes them, then
for some heads a proper name ("Presiden Belarusia Aleksandr Lukashenko", "juru bicara militer AS, Mayor John Doe").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kawat.annotate.mentions_atoms import Atom, is_organ, kind_of
from kawat.lang.parties import PASSED_ON, Head, PartyWords, Pronoun, Small
from kawat.model import EntityKind, MentionForm, Span
from kawat.text import fold

_BEFORE = (
    Small.ARTICLE | Small.MANY | Small.ONE | Small.NUMBER | Small.BOTH | Small.ALL_OF | Small.ABOUT
    | Small.CLASSIFIER | Small.FORMER
)  # fmt: skip
_INSIDE = Small.MODIFIER | Small.PORTFOLIO
# "tiga lainnya", "two others": people, who are not called anything
_OTHERS = Head("others", "CVL", number="many")


@dataclass(slots=True)
class Phrase:
    """A phrase as the grammar sees it; `resolve` fills in whom it means.

    `heads` from the one that decides; `owners` the known actors in it by atom; `places` the states of places in it or
    right after it; `name` the words of a proper name in it.
    """

    sentence: int
    span: Span
    form: MentionForm
    first: int
    last: int
    heads: list[Head] = field(default_factory=list)
    owners: list[Atom] = field(default_factory=list)
    name: list[Atom] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    people: str | None = None
    pronoun: Pronoun | None = None
    small: Small = Small.NONE
    short: str | None = None  # a short form in brackets after it
    pointer: bool = False
    capital: bool = False
    title_case: bool = False

    @property
    def owned(self) -> bool:
        """Has a possessive that refers back: "pasukannya", "their troops"."""
        return Small.OWNER in self.small or any(h.owned for h in self.heads)

    @property
    def plural(self) -> bool:
        many = Small.MANY | Small.NUMBER | Small.BOTH | Small.ALL_OF
        return bool(self.small & many) or any(h.number == "many" for h in self.heads[:1])

    @property
    def sector(self) -> str:
        """The sector of the first head that has one of its own, else the default of the first that passes it on."""
        for head in self.heads:
            if head.sector != PASSED_ON:
                return head.sector
        return self.heads[0].default if self.heads else ""

    @property
    def head(self) -> Head | None:
        return self.heads[0] if self.heads else None


class Parser:
    """Reads the phrases of one sentence from left to right."""

    def __init__(
        self, atoms: list[Atom], vocabulary: PartyWords, sentence: int, names: frozenset[str], *, title_case: bool
    ) -> None:
        self.atoms = atoms
        self.vocabulary = vocabulary
        self.sentence = sentence
        self.names = names  # folded words that are written with a capital inside sentences of this document
        self.title_case = title_case

    def phrases(self) -> Iterator[Phrase]:
        i = 0
        while i < len(self.atoms):
            both = Small.BOTH in self.atoms[i].small  # "the two" is a pronoun, "the two countries" is not
            phrase = (
                (self._described(i) if both else None)
                or self._pronoun(i)
                or self._described(i)
                or self._counted_people(i)
                or self._named(i)
            )
            if phrase is None:
                i += 1
                continue
            phrase.title_case = self.title_case
            yield phrase
            i = max(phrase.last, i) + 1

    # --- pronouns

    def _pronoun(self, i: int) -> Phrase | None:
        atom = self.atoms[i]
        if atom.pronoun is None or (atom.forms and atom.text.isupper() and len(atom.text) > 1):
            return None  # "US" is no "us"
        span = atom.span
        if atom.clitic:
            span = Span(span.end - atom.clitic, span.end)
        return Phrase(self.sentence, span, MentionForm.PRONOUN, i, i, pronoun=atom.pronoun)

    # --- names alone

    def _counted_people(self, i: int) -> Phrase | None:
        """ "seorang Lebanon", "two Americans": people of a state, without a head."""
        j = i
        small = Small.NONE
        while j < len(self.atoms) and self.atoms[j].small & _BEFORE and not self.atoms[j].forms:
            small |= self.atoms[j].small
            j += 1
        if j == i or j >= len(self.atoms) or not small & (Small.ONE | Small.NUMBER | Small.MANY):
            return None
        atom = self.atoms[j]
        if not atom.states or (not self.vocabulary.head_first and not atom.demonym) or atom.owner:
            return None
        return self._phrase(MentionForm.DESCRIPTION, i, j, owners=[atom], small=small, people="")

    def _named(self, i: int) -> Phrase | None:
        atom = self.atoms[i]
        if self._in_longer_name(i) or (atom.forms and all(kind_of(f) is EntityKind.UNKNOWN for f in atom.forms)):
            return None
        last = self._name_end(i)
        if last is not None:
            run = self.atoms[i : last + 1]
            if len(run) == 1 and atom.forms:
                return self._phrase(MentionForm.NAME, i, i, owners=[atom])
            if self._is_place(i, last) or not self._trusted(run, last):
                return None
            phrase = self._phrase(MentionForm.NAME, i, last, name=run)
            self._brackets(phrase)
            return phrase
        if atom.forms:
            last = i + 1 if self._group_of_state(i) else i
            phrase = self._phrase(MentionForm.NAME, i, last, owners=[atom])
            self._brackets(phrase)
            return phrase
        if atom.people is not None and (atom.capital or self.vocabulary.head_first):
            return self._phrase(MentionForm.DESCRIPTION, i, i, people=atom.people)
        return None

    def _group_of_state(self, i: int) -> bool:
        """ "Hizbullah Lebanon", "Taliban Pakistan"."""
        following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        return (
            self.vocabulary.head_first
            and bool(self.atoms[i].groups)
            and following is not None
            and bool(following.states)
        )

    def _phrase(self, form: MentionForm, first: int, last: int, **parts: object) -> Phrase:
        span = Span(self.atoms[first].span.start, self.atoms[last].span.end)
        phrase = Phrase(self.sentence, span, form, first, last)
        for key, value in parts.items():
            setattr(phrase, key, value)
        return phrase

    def _in_longer_name(self, i: int) -> bool:
        """A state's or person's name inside the name of something else: "Piala Asia", "Hotel Indonesia"."""
        before = self.atoms[i - 1] if i else None
        return before is not None and Small.SWALLOW in before.small and before.capital and not before.opening

    def _is_place(self, first: int, last: int) -> bool:
        """Stands where a place does ("di Owerri", "kota Aba") or is known as one."""
        if any(a.place is not None for a in self.atoms[first : last + 1]):
            return True
        before = self.atoms[first - 1] if first else None
        return before is not None and bool(before.small & (Small.AT | Small.PLACE | Small.THING))

    def _trusted(self, run: list[Atom], last: int) -> bool:
        """Whether capitals make this a name: they tell nothing of one word that opens a sentence."""
        if len(run) > 1 or not run[0].opening or fold(run[0].text) in self.names:
            return True
        return Small.SAYING in self._small(last + 1) or not self._ordinary(run[0].text)

    def _ordinary(self, word: str) -> bool:
        """A word that is formed as verbs and plurals are: it opens a sentence, and is no name for that."""
        if word.isupper():
            return False
        formed = fold(word).startswith(self.vocabulary.verbal) or fold(word).endswith(self.vocabulary.verbal)
        return len(word) >= (7 if self.vocabulary.head_first else 4) and formed

    def _name_end(self, i: int) -> int | None:
        """The last atom of a proper name that begins at `i`; None where none begins."""
        if not self._name_word(i) or (self.atoms[i].forms and not self.atoms[i].persons):
            return None
        last = i
        j = i + 1
        while j < len(self.atoms):
            step = self._name_step(j)
            if step is None:
                break
            last, j = step, step + 1
            if self.atoms[last].owner:
                break
        return last

    def _name_word(self, i: int) -> bool:
        atom = self.atoms[i]
        if not atom.capital or atom.mark:
            return False
        if atom.opening and fold(atom.text) in self.vocabulary.plain:
            return False
        if atom.forms:
            return bool(atom.persons)
        if self.title_case and fold(atom.text) not in self.names:
            return False  # in a headline in title case capitals tell nothing
        plain = not (atom.heads or atom.pronoun or atom.small or atom.people is not None)
        return plain

    def _name_step(self, j: int) -> int | None:
        """The atom that the name goes on to from `j`, over particles, initials and hyphens."""
        atom = self.atoms[j]
        following = j + 1 < len(self.atoms)
        if self.atoms[j - 1].owner:
            return None
        if self._name_word(j) or self._title_as_name(j):
            return j
        if atom.text == "." and len(self.atoms[j - 1].text) == 1 and following and self._name_word(j + 1):
            return j + 1
        if atom.text in "-–" and following and not atom.mark:
            return None
        if atom.text == "-" and following:
            return self._after_hyphen(j)
        if following and fold(atom.text) in self.vocabulary.particles and self._name_word(j + 1):
            return j + 1
        hyphen = fold(atom.text) in self.vocabulary.hyphened and self._text(j + 1) == "-"
        if hyphen and j + 2 < len(self.atoms) and self._name_word(j + 2):
            return j + 2
        return None

    def _title_as_name(self, j: int) -> bool:
        """ "Shaukat Sultan": a title that ends a name is part of it."""
        atom = self.atoms[j]
        following = self.atoms[j + 1] if j + 1 < len(self.atoms) else None
        ends = following is None or not (following.capital or following.forms or following.heads)
        if not atom.capital or not any(h.person for h in atom.heads) or " " in atom.text:
            return False
        return ends or (any(h.sector == "REL" for h in atom.heads) and self._name_word(j + 1))

    def _after_hyphen(self, j: int) -> int | None:
        """ "Jong-un", "Al-Baz"; but "Putin-Lukashenko" is two names."""
        before, after = self.atoms[j - 1], self.atoms[j + 1]
        if before.persons or after.persons:
            return None
        tight = after.span.start == self.atoms[j].span.end
        if self._name_word(j + 1):
            return j + 1 if len(before.text) <= 5 or not tight else None
        is_short = after.text.islower() and len(after.text) <= 6 and not after.small and not after.heads
        return j + 1 if is_short else None

    # --- descriptions

    def _described(self, i: int) -> Phrase | None:
        first = i
        small, pointer = Small.NONE, False
        while i < len(self.atoms) and self._opens(i):
            small |= self.atoms[i].small & (_BEFORE | Small.OWNER)
            pointer = pointer or Small.POINTER in self.atoms[i].small
            i += 1
        if i >= len(self.atoms):
            return None
        if small & (_BEFORE & ~Small.ARTICLE) and Small.OTHER in self.atoms[i].small and not self.atoms[i].heads:
            return self._phrase(MentionForm.DESCRIPTION, first, i, heads=[_OTHERS], small=small)
        body = self._body_head_first(i) if self.vocabulary.head_first else self._body_head_last(i)
        if body is None or not body.heads:
            return None
        body.small |= small
        body.pointer = body.pointer or pointer
        body.span = Span(self.atoms[first].span.start, body.span.end)
        body.first = first
        body.capital = self.atoms[first].capital and not self.atoms[first].opening
        self._after(body)
        return body if self._is_party(body) else None

    def _opens(self, i: int) -> bool:
        atom = self.atoms[i]
        if atom.heads or atom.forms:
            return bool(atom.small & Small.CLASSIFIER) and i + 1 < len(self.atoms) and bool(self.atoms[i + 1].heads)
        if self.vocabulary.head_first:
            return bool(atom.small & _BEFORE)
        if Small.POINTER in atom.small:  # "that", but not in "said that Mugabe's government"
            following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
            return following is not None and bool(following.heads or following.small)
        return bool(atom.small & (_BEFORE | Small.OWNER | Small.OTHER))

    def _body_head_first(self, i: int) -> Phrase | None:
        """ "pasukan keamanan Irak", "Menteri Luar Negeri AS Condoleezza Rice"."""
        atoms = self.atoms
        if not atoms[i].heads:
            return None
        phrase = self._phrase(MentionForm.DESCRIPTION, i, i)
        j = i
        while j < len(atoms):
            atom = atoms[j]
            if atom.heads and self._goes_on(phrase, j):
                phrase.heads.append(self._sense(j))
            elif atom.forms and not atom.persons:
                if not self._may_own(phrase, j):
                    break
                backing = atoms[j - 2] if atoms[j - 1].text == "-" else atoms[j - 1]
                if not backing.small & Small.BACKED:
                    phrase.owners.append(atom)
            elif atom.people is not None:
                phrase.people = phrase.people or atom.people
            elif atom.place is not None and self._place_inside(phrase, j):
                phrase.places.append(atom.place)
            elif atom.small & (_INSIDE | Small.BACKED) or (
                atom.small & Small.PLACE and not atom.capital and phrase.heads
            ):
                pass
            elif atom.text == "-" and self._hyphen_inside(j, phrase):
                pass
            elif atom.small & (Small.OF | Small.FOR) and self._link_inside(phrase, j):
                pass
            elif self._describes(phrase, j) or self._portfolio(phrase, j):
                pass
            else:
                break
            j += 1
        phrase.last = self._trimmed(phrase.first, j - 1)
        phrase.span = Span(atoms[i].span.start, atoms[phrase.last].span.end)
        return phrase

    def _describes(self, phrase: Phrase, j: int) -> bool:
        """A word of no table between a head and its state: "pasukan tambahan Irak"."""
        if phrase.owners or j + 1 >= len(self.atoms) or not self._plain(j):
            return False
        if fold(self.atoms[j].text) in self.vocabulary.openers:
            return False
        following = self.atoms[j + 1]
        return bool(following.states or following.groups) and not fold(self.atoms[j].text).startswith(
            self.vocabulary.verbal
        )

    def _portfolio(self, phrase: Phrase, j: int) -> bool:
        """Capitalised words of no table between a title and its state: "Menteri Perikanan Norwegia"."""
        if phrase.owners or not any(h.person for h in phrase.heads):
            return False
        k = j
        while k < len(self.atoms) and k < j + 4 and self._name_word(k) and not self.atoms[k].forms:
            k += 1
        return k > j and k < len(self.atoms) and bool(self.atoms[k].states)

    def _plain(self, j: int) -> bool:
        atom = self.atoms[j]
        empty = not (atom.heads or atom.forms or atom.pronoun or atom.small or atom.place or atom.people is not None)
        return empty and not atom.mark and atom.text.islower()

    def _sense(self, j: int) -> Head:
        """The title where a name may follow it, else the plain head."""
        heads = self.atoms[j].heads
        title = next((h for h in heads if h.person), None)
        plain = next((h for h in heads if not h.person), None)
        if title is not None and (plain is None or self._name_follows(j)):
            return title
        return plain or heads[0]

    def _name_follows(self, j: int) -> bool:
        k = j + 1
        while k < len(self.atoms) and k <= j + 8:
            atom = self.atoms[k]
            if self._name_word(k):
                return True
            if not (
                atom.heads
                or atom.forms
                or atom.small & (_INSIDE | Small.FOR | Small.OF | Small.AT)
                or atom.text in ",("
                or atom.place
            ):
                return False
            k += 1
        return False

    def _goes_on(self, phrase: Phrase, j: int) -> bool:
        """A further head belongs to the phrase: always before its state, after it only for a rank with a name."""
        if not phrase.owners and not phrase.places:
            return True
        return any(h.person for h in self.atoms[j].heads) and self._name_follows(j) and self.atoms[j].capital

    def _may_own(self, phrase: Phrase, j: int) -> bool:
        if all(kind_of(f) is EntityKind.COLLECTIVE for o in phrase.owners for f in o.forms):
            return True  # "orang Arab Irak"
        before = self.atoms[j - 1]
        if before is phrase.owners[-1] and not before.states and is_organ(before) and self.atoms[j].states:
            return True  # "Kemlu Jepang": an organ's name that several states use
        return before.text == "-" or bool(before.small & (Small.FOR | Small.OF))

    def _place_inside(self, phrase: Phrase, j: int) -> bool:
        before = self.atoms[j - 1]
        return not phrase.places and (bool(before.heads) or bool(before.small & (Small.PLACE | Small.MODIFIER)))

    def _hyphen_inside(self, j: int, phrase: Phrase) -> bool:
        """Between two states: "pasukan AS-Irak"; or "pro-Suriah"."""
        if Small.BACKED in self.atoms[j - 1].small:
            return not phrase.owners
        return j + 1 < len(self.atoms) and bool(self.atoms[j - 1].states) and bool(self.atoms[j + 1].states)

    def _link_inside(self, phrase: Phrase, j: int) -> bool:
        """ "dari" and a state, or for a post "untuk" and what it is for."""
        if j + 1 >= len(self.atoms):
            return False
        following = self.atoms[j + 1]
        if Small.FOR in self.atoms[j].small:
            return any(h.post for h in phrase.heads) and bool(following.forms or following.place is not None)
        if phrase.owners or Small.AT not in self.atoms[j].small and not following.forms:
            return False
        return bool(following.states) and any(h.name or h.post for h in phrase.heads)

    def _trimmed(self, first: int, last: int) -> int:
        """Words at the end that describe nothing: hyphens and prepositions."""
        while last > first and (self.atoms[last].mark or self.atoms[last].small & (Small.OF | Small.FOR | Small.AND)):
            last -= 1
        return last

    def _body_head_last(self, i: int) -> Phrase | None:
        """ "Iraqi security forces", "U.S. Secretary of State Condoleezza Rice"."""
        atoms = self.atoms
        phrase = self._phrase(MentionForm.DESCRIPTION, i, i)
        last_head: int | None = None
        heads: list[int] = []
        j = i
        while j < len(atoms):
            atom = atoms[j]
            if atom.heads and not (atom.forms and not heads and atom.capital and j > i):
                heads.append(j)
                last_head = j
                if atom.owner:
                    pass
            elif atom.forms and (not atom.persons or atom.owner):
                if last_head is not None and not atoms[j - 1].owner:
                    break
                if not self._backing(j):
                    phrase.owners.append(atom)
            elif atom.people is not None:
                phrase.people = phrase.people or atom.people
            elif atom.place is not None and last_head is None:
                phrase.places.append(atom.place)
            elif atom.small & (_INSIDE | Small.BACKED) or (atom.text == "-" and j > i):
                pass
            elif j > i and atoms[j - 1].demonym and self._plain(j) and j + 1 < len(atoms) and atoms[j + 1].heads:
                if atom.text.endswith(self.vocabulary.verbal):
                    break
            elif (following := self._capital_before_head(j)) is not None:
                if any(h.title for h in atoms[following].heads):
                    phrase.name.append(atom)
            else:
                break
            j += 1
        if last_head is None:
            return None
        phrase.last = last_head
        phrase.owners = [o for o in phrase.owners if o.span.start < atoms[last_head].span.start]
        phrase.heads = [self._sense(k) for k in reversed(heads)]
        phrase.span = Span(atoms[i].span.start, atoms[last_head].span.end)
        return phrase

    def _backing(self, j: int) -> bool:
        """ "U.S.-backed", "pro-Taliban": the state is no owner."""
        after, before = self._small(j + 2), self._small(j - 2)
        backed = self._text(j + 1) == "-" and Small.BACKED in after
        return backed or (j > 1 and self._text(j - 1) == "-" and Small.BACKED in before)

    def _small(self, j: int) -> Small:
        return self.atoms[j].small if 0 <= j < len(self.atoms) else Small.NONE

    def _capital_before_head(self, j: int) -> int | None:
        """ "the Labour Party", "Tamil Tiger rebels": capitalised words and then a head."""
        k = j
        while k < len(self.atoms) and self._name_word(k) and k < j + 4:
            k += 1
        if k == j or k >= len(self.atoms) or not self.atoms[k].heads or self.atoms[j].opening:
            return None
        return k

    # --- what follows the heads

    def _after(self, phrase: Phrase) -> None:
        """Takes in pointers, acronyms in brackets, the owner after "of", and a proper name."""
        if self.vocabulary.head_first:
            self._pointer_after(phrase)
        else:
            self._owner_after(phrase)
        self._brackets(phrase)
        if not phrase.pointer or not self.vocabulary.head_first:
            self._name_after(phrase)
        self._places_after(phrase)

    def _pointer_after(self, phrase: Phrase) -> None:
        j = phrase.last + 1
        while j < len(self.atoms) and self.atoms[j].small & (Small.POINTER | Small.OTHER):
            phrase.pointer = phrase.pointer or Small.POINTER in self.atoms[j].small
            self._extend(phrase, j)
            j += 1

    def _extend(self, phrase: Phrase, last: int) -> None:
        phrase.last = last
        phrase.span = Span(phrase.span.start, self.atoms[last].span.end)

    def _owner_after(self, phrase: Phrase) -> None:
        """ "president of Russia", "spokesman for the Iraqi government", "members of parliament"."""
        j = phrase.last + 1
        if j + 1 >= len(self.atoms) or not self.atoms[j].small & (Small.OF | Small.FOR):
            return
        link = self.atoms[j].small
        k = j + 1
        while (
            k < len(self.atoms) and self.atoms[k].small & (Small.ARTICLE | Small.MODIFIER) and not self.atoms[k].heads
        ):
            k += 1
        if k >= len(self.atoms):
            return
        if Small.FOR in link and Small.AT not in link and not any(h.post for h in phrase.heads):
            return
        inner = self._body_head_last(k)
        if inner is not None and inner.heads and inner.first == k:
            phrase.owners += inner.owners
            phrase.heads += inner.heads
            phrase.places += inner.places
            self._extend(phrase, inner.last)
        elif self.atoms[k].forms and not self.atoms[k].persons:
            phrase.owners.append(self.atoms[k])
            self._extend(phrase, k)
        elif self.atoms[k].place is not None:
            phrase.places.append(self.atoms[k].place or "")
            self._extend(phrase, k)

    def _brackets(self, phrase: Phrase) -> None:
        """ "Amerika Serikat (AS)", "Menteri Pertahanan (Menhan)": the short form in brackets is part of the phrase."""
        j = phrase.last
        if self._text(j + 1) == "(" and self._text(j + 3) == ")" and j + 3 < len(self.atoms):
            inside = self.atoms[j + 2]
            if inside.capital:
                phrase.short = inside.text
                if inside.forms and not phrase.owners:
                    phrase.owners.append(inside)
                self._extend(phrase, j + 3)
                more = self.atoms[j + 4] if j + 4 < len(self.atoms) else None
                if more is not None and more.states and not phrase.owners:
                    phrase.owners.append(more)
                    self._extend(phrase, j + 4)
                    self._brackets(phrase)

    def _text(self, j: int) -> str:
        return self.atoms[j].text if j < len(self.atoms) else ""

    def _name_after(self, phrase: Phrase) -> None:
        if not any(h.name or h.title for h in phrase.heads):
            return
        j = phrase.last + 1
        if self._text(j) == "bernama":
            j += 1
        comma = self._text(j) == ","
        place = j < len(self.atoms) and Small.AT in self.atoms[j].small and self._place_then_name(j)
        if place:
            phrase.places.append(self._place_of(j + 1))
            j += 2
            comma = self._text(j) == ","
        if comma:
            j += 1
            if phrase.plural or phrase.pointer:
                return
        if j >= len(self.atoms):
            return
        if any(h.person or h.number != "many" for h in phrase.heads[:1]):
            while j + 1 < len(self.atoms) and self._rank(j):
                j += 1  # "juru bicara militer, Mayor John Doe"
        last = self._name_end(j)
        if last is None:
            return
        run = self.atoms[j : last + 1]
        if comma and not self._apposed(run, last):
            return
        if any(a.place is not None for a in run) and len(run) == 1:
            return
        if not run[0].capital:
            return
        phrase.name = phrase.name + run
        phrase.form = MentionForm.TITLE if any(h.person or h.name for h in phrase.heads) else MentionForm.NAME
        self._extend(phrase, last)
        if phrase.form is MentionForm.NAME and not phrase.owners and self.vocabulary.head_first:
            following = self.atoms[last + 1] if last + 1 < len(self.atoms) else None
            if following is not None and following.states:  # "Partai Fajar Serbia"
                phrase.owners.append(following)
                self._extend(phrase, last + 1)
        self._brackets(phrase)

    def _rank(self, j: int) -> bool:
        """A title that goes with another post: ranks of the army and the clergy, doctors."""
        heads = self.atoms[j].heads
        ranks = [h for h in heads if h.person and (h.default == "MIL" or h.sector in ("REL", "CVL", "COP"))]
        return bool(ranks) and self.atoms[j].capital

    def _place_of(self, j: int) -> str:
        atom = self.atoms[j]
        return atom.place or (atom.states[0].known_id if atom.states else "")

    def _place_then_name(self, j: int) -> bool:
        if j + 2 >= len(self.atoms) or (self.atoms[j + 1].place is None and not self.atoms[j + 1].states):
            return False
        k = j + 3 if self._text(j + 2) == "," else j + 2
        return k < len(self.atoms) and self._name_word(k)

    def _apposed(self, run: list[Atom], last: int) -> bool:
        """A name after a comma belongs to the title where it has two words or another comma closes it."""
        closes = self._text(last + 1) in {",", ".", "(", ""}
        return len(run) >= 2 or bool(run[0].persons) or closes

    def _places_after(self, phrase: Phrase) -> None:
        """The state of a place right after the phrase ("pemberontak di Irak"), which is no part of it."""
        j = phrase.last + 1
        if j + 1 < len(self.atoms) and Small.AT in self.atoms[j].small:
            k = j + 1
            while (
                k < len(self.atoms)
                and k < j + 4
                and (self.atoms[k].small & (Small.PLACE | Small.ARTICLE | Small.MODIFIER))
                and not self.atoms[k].forms
            ):
                k += 1
            if k < len(self.atoms) and (self.atoms[k].place is not None or self.atoms[k].states):
                place = self._place_of(k)
                if place:
                    phrase.places.append(place)

    def _is_party(self, phrase: Phrase) -> bool:
        """A head that says little needs a count, a pointer, an owner or a name beside it."""
        inside = self.atoms[phrase.first + 1 : phrase.last + 1]
        organized = phrase.heads[0].title and any(a.small & _INSIDE for a in inside)
        community = organized or any(a.capital and a.small & _INSIDE for a in inside)
        described = community or bool(phrase.owners or phrase.name or phrase.pointer or phrase.owned)
        described = described or phrase.people is not None
        counted = bool(phrase.small & (Small.MANY | Small.NUMBER | Small.BOTH | Small.ALL_OF | Small.ONE))
        if any(h.bare for h in phrase.heads):
            if self.vocabulary.head_first or described or counted:
                return True
            singular = phrase.heads[0].number == "one"
            return not singular or Small.ARTICLE in phrase.small or len(phrase.heads) > 1
        if all(h.kind is EntityKind.STATE for h in phrase.heads):
            return described or counted or bool(phrase.small & Small.BOTH)
        return described or counted or Small.ARTICLE in phrase.small
