"""Proper names as capitals, particles and hyphens tell them, for persons and organisations of no table."""

import re

from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_located import beside_kind, led_from
from kawat.annotate.mentions_phrases import COUNTED, INSIDE, LONGEST, PLACES, Phrase
from kawat.annotate.mentions_written import Written
from kawat.lang.parties import PartyWords, Small
from kawat.model import EntityKind, MentionForm, Span
from kawat.text import fold

_SHORT = re.compile(r"[A-Z]{3,}|[IVX]{2,}")  # "BPS", "Wilayah III"


class Names:
    """The atoms of one sentence, and the proper names in them."""

    def __init__(
        self,
        atoms: list[Atom],
        vocabulary: PartyWords,
        sentence: int,
        how: Written,
        *,
        located: frozenset[str] = frozenset(),
    ) -> None:
        self.atoms = atoms
        self.vocabulary = vocabulary
        self.sentence = sentence
        self.names = how.names
        self.small = how.small
        self.alone = how.alone
        self.title_case = how.styles[sentence].title_case
        self.located = located  # folded names of no table that this document tells of as places

    def _phrase(self, form: MentionForm, first: int, last: int, **parts: object) -> Phrase:
        span = Span(self.atoms[first].span.start, self.atoms[last].span.end)
        phrase = Phrase(self.sentence, span, form, first, last)
        for key, value in parts.items():
            setattr(phrase, key, value)
        return phrase

    def _text(self, j: int) -> str:
        return self.atoms[j].text if j < len(self.atoms) else ""

    def _behind(self, j: int, words: frozenset[str]) -> int:
        """The first atom from `j` on that is none of some words."""
        while fold(self._text(j)) in words:
            j += 1
        return j

    def _small(self, j: int) -> Small:
        return self.atoms[j].small if 0 <= j < len(self.atoms) else Small.NONE

    def _name_end(self, i: int) -> int | None:
        """The last atom of a proper name that begins at `i`; None where none begins."""
        if not self._name_word(i) or (self.atoms[i].forms and not self.atoms[i].persons):
            return None
        last = i
        j = i + 1
        if fold(self.atoms[i].text) in self.vocabulary.company_marks:
            while j < len(self.atoms) and self.atoms[j].capital and not self.atoms[j].mark:
                j += 1  # "PT Tirta Samudra Lines"
            return j - 1 if j > i + 1 else None
        while j < min(len(self.atoms), i + LONGEST):
            step = self._name_step(j)
            if step is None:
                break
            last, j = step, step + 1
            if self.atoms[last].owner:
                break
        return last

    def _name_word(self, i: int) -> bool:
        atom = self.atoms[i]
        if not atom.capital or atom.mark or any(c.isdigit() for c in atom.text):
            return False  # "Rp2" is a sum
        if atom.opening and self._opens_plainly(fold(atom.text)):
            return False
        if atom.forms:
            return bool(atom.persons)
        if self.title_case and fold(atom.text) not in self.names:
            return False  # in a headline in title case capitals tell nothing
        return not (atom.heads or atom.pronoun or atom.small or atom.people is not None)

    def _opens_plainly(self, word: str) -> bool:
        """Whether a word that opens a sentence is no name, whatever its capital."""
        plain = word in self.vocabulary.plain or word in self.small
        return plain or (word not in self.names and self.vocabulary.nominal.fullmatch(word) is not None)

    def _name_step(self, j: int) -> int | None:
        """The atom that the name goes on to from `j`, over particles, initials and hyphens."""
        atom = self.atoms[j]
        following = j + 1 < len(self.atoms)
        if self.atoms[j - 1].owner:
            return None
        if self._name_word(j) or self._title_as_name(j):
            return j
        if (following and self._is_in_body(j)) or self._is_short_name(j):
            return j
        if atom.text == "." and len(self.atoms[j - 1].text) == 1 and following and self._name_word(j + 1):
            return j + 1
        if atom.text == "-" and following:
            return self._after_hyphen(j)
        if following and fold(atom.text) in self.vocabulary.particles and self._name_word(j + 1):
            return j + 1
        hyphen = fold(atom.text) in self.vocabulary.hyphened and self._text(j + 1) == "-"
        if hyphen and j + 2 < len(self.atoms) and self._name_word(j + 2):
            return j + 2
        return None

    def _trusted(self, run: list[Atom], last: int) -> bool:
        """Whether capitals make this a name: they tell nothing of one word that opens a sentence."""
        if len(run) == 1 and len(run[0].text) == 1:
            return False  # "1445 H"
        if len(run) > 1 or not run[0].opening or fold(run[0].text) in self.names:
            return True
        if self.vocabulary.head_first and Small.POINTER in self._small(last + 1):
            return False  # "Laser itu"
        return Small.SAYING in self._small(last + 1) or not self._ordinary(run[0].text)

    def _ordinary(self, word: str) -> bool:
        """A word that is formed as verbs and plurals are: it opens a sentence, and is no name for that."""
        if word.isupper():
            return False
        formed = fold(word).startswith(self.vocabulary.verbal) or fold(word).endswith(self.vocabulary.verbal)
        return len(word) >= (7 if self.vocabulary.head_first else 4) and formed

    def _told_as_place(self, first: int, last: int) -> bool:
        """ "the town of Mopti", "Sennar state", and a name that the report tells of as a place elsewhere."""
        begins = led_from(self.atoms, first, self.vocabulary)
        if beside_kind(self.atoms, begins, last, head_first=self.vocabulary.head_first):
            return True
        return " ".join(fold(a.text) for a in self.atoms[first : last + 1]) in self.located

    def _known_with_patronymic(self, i: int, last: int) -> bool:
        """ "Raja Arab Saudi Abdullah bin Abdul-Aziz": a known full name goes on with a particle."""
        known = bool(self.atoms[i].persons) and " " in self.atoms[i].text and last > i
        return known and fold(self.atoms[i + 1].text) in self.vocabulary.particles

    def _person_begins(self, first: int, last: int) -> int:
        """Where in a run of capitals a person's name begins, behind words of a body: "PLN Budi Santoso".

        Where heads stand first, behind the last short form or number, and behind known places of the press's own
        country where no other word is before them ("Eko Papua Yoku" is one name); the last word is always the
        name's.
        """
        if first < last and fold(self.atoms[first].text) in self.vocabulary.honorifics:
            first += 1
        begins = first
        if self.vocabulary.head_first and not self.title_case:
            begins = next((k + 1 for k in range(first, last) if self._told_as_place(first, k)), first)
            for k in range(begins, last):
                if self._of_body(k, first=k == begins):
                    begins = k + 1
        return begins

    def _of_body(self, k: int, *, first: bool) -> bool:
        atom = self.atoms[k]
        if atom.persons or fold(atom.text) in self.vocabulary.also_names:
            return False
        place = atom.place == self.vocabulary.home or self._verb_of_body(k)
        return (first and place) or _SHORT.fullmatch(atom.text) is not None

    def _verb_of_body(self, k: int) -> bool:
        """ "Jakarta Melawan Budi Utomo": a verb right behind the place goes on with the body's name."""
        word = fold(self.atoms[k].text)
        verb = word in self.vocabulary.plain and word.startswith(self.vocabulary.verbal)
        return verb and k > 0 and self.atoms[k - 1].place == self.vocabulary.home

    def _title_as_name(self, j: int) -> bool:
        """ "Shaukat Sultan": a title that ends a name is part of it."""
        atom = self.atoms[j]
        following = self.atoms[j + 1] if j + 1 < len(self.atoms) else None
        ends = following is None or not (following.capital or following.forms or following.heads)
        noble = fold(atom.text) in self.vocabulary.name_ends
        if not atom.capital or not (noble or any(h.person for h in atom.heads)) or " " in atom.text:
            return False
        inside = noble or any(h.sector == "REL" for h in atom.heads)
        return ends or (inside and self._name_word(j + 1))

    def _title_inside(self, j: int, heads: list[int]) -> bool:
        """ "Minister Hassan Sheikh Yusuf", "Senator Angus King": behind a title and a name another title is a name."""
        atom = self.atoms[j]
        title = atom.capital and " " not in atom.text and any(h.person and not h.post for h in atom.heads)
        if not title or self.title_case or not j or not self._name_word(j - 1):
            return False
        titled = bool(heads) and any(h.person for h in self.atoms[heads[-1]].heads)
        return titled or (fold(atom.text) in self.vocabulary.name_ends and self._title_as_name(j))

    def _is_shortened(self, j: int) -> bool:
        """Whether a short form in brackets closes a name: "Biro Investigasi Nasional (NBI)"."""
        return self._text(j + 1) == "(" and self._text(j + 3) == ")" and self._text(j + 2).isupper()

    def _is_in_body(self, j: int) -> bool:
        """People and what describes them, written as names are, inside the name of a body: "Front Demokrasi Rakyat
        Lanu", "Biro Investigasi Nasional (NBI)"."""
        atom, shortened = self.atoms[j], self._is_shortened(j)
        if not atom.capital or atom.forms:
            return False
        people = bool(atom.heads) and all(h.sector == "CVL" and not h.person for h in atom.heads)
        describes = bool(atom.small & INSIDE) and not atom.heads
        return (people and (shortened or self._name_word(j + 1))) or (describes and shortened)

    def _is_short_name(self, j: int) -> bool:
        """ "Tuan Ri": behind "mister" stands a name, whatever else its letters mean."""
        atom = self.atoms[j]
        led = fold(self.atoms[j - 1].text) in self.vocabulary.honorifics
        return led and atom.capital and not (atom.heads or atom.forms or atom.mark)

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

    def _name_follows(self, j: int) -> bool:
        k = j + 1
        while k < len(self.atoms) and k <= j + 8:
            atom = self.atoms[k]
            if self._name_word(k):
                return True
            if not (
                atom.heads
                or atom.forms
                or atom.small & (INSIDE | Small.FOR | Small.OF | Small.AT)
                or atom.text in ",("
                or atom.place
            ):
                return False
            k += 1
        return False

    def _joins(self, i: int) -> bool:
        """ "said that the troops", "told him that 22 people": a pointer to one thing that stands before an article, a
        number, an owner or several joins a clause."""
        if fold(self.atoms[i].text) not in self.vocabulary.joining:
            return False
        j = i + 1
        if self._small(j) & (COUNTED | Small.ARTICLE | Small.OWNER | Small.BOTH | Small.ALL_OF):
            return True
        while Small.MODIFIER in self._small(j) and j + 1 < len(self.atoms) and not self.atoms[j].heads:
            j += 1
        heads = self.atoms[j].heads
        formed = self.atoms[j].text.endswith(self.vocabulary.verbal)  # as plurals are
        return bool(heads) and (formed or any(h.number == "many" for h in heads))

    def _means_alone(self, i: int, number: str) -> bool:
        """Whether words that describe too are a pronoun: not in "the former minister", "both in Peru and abroad"."""
        if number in PLACES:
            return Small.ARTICLE in self._small(i - 1) and self._stands_alone(i)
        doubtful = Small.BOTH in self.atoms[i].small and " " not in self.atoms[i].text
        return not doubtful or (self._stands_alone(i) and not self._ends_behind(i))

    def _stands_alone(self, i: int) -> bool:
        """Whether "the former" has no noun behind it: "the former denied it"."""
        word = self._text(i + 1)
        verb = word.islower() and (self.vocabulary.is_verb(word) or word in self.vocabulary.openers)
        return verb or self._ends_behind(i)

    def _ends_behind(self, i: int) -> bool:
        """Whether a phrase is over behind an atom: a mark, a preposition or what opens a clause follows."""
        following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        if following is None or following.mark or following.small & (Small.AT | Small.OF | Small.AND | Small.WITH):
            return True
        word = fold(following.text)
        return word in self.vocabulary.prepositions or word in self.vocabulary.lower_in_titles

    def _is_thing_of(self, j: int) -> bool:
        """ "an Azerbaijani drone", "an Israeli air strike": a noun follows the people's name, and no verb."""
        k = j + 1
        while Small.MODIFIER in self._small(k) and k + 1 < len(self.atoms):
            k += 1
        following = self.atoms[k] if k < len(self.atoms) else None
        if following is not None and Small.THING in following.small and following.text.islower():
            return True  # "a Russian missile attack"
        if following is None or not self._plain(k) or Small.SAYING in following.small:
            return False
        word = fold(following.text)
        return word not in self.vocabulary.openers and not word.endswith(self.vocabulary.verbal[:1])

    def _plain(self, j: int) -> bool:
        atom = self.atoms[j]
        empty = not (atom.heads or atom.forms or atom.pronoun or atom.small or atom.place or atom.people is not None)
        return empty and not atom.mark and atom.text.islower()

    def _brackets(self, phrase: Phrase) -> None:
        """ "Amerika Serikat (AS)", "Menteri Pertahanan (Menhan)": the short form in brackets is part of the phrase."""
        j = phrase.last
        if self._text(j + 1) == "(" and self._text(j + 3) == ")" and j + 3 < len(self.atoms):
            inside = self.atoms[j + 2]
            if inside.capital:
                phrase.short = inside.text
                if inside.forms and (not phrase.owners or self._is_body_of(phrase, inside)):
                    phrase.owners = [inside]
                self._extend(phrase, j + 3)
                more = self.atoms[j + 4] if j + 4 < len(self.atoms) else None
                if more is not None and more.states and not phrase.owners:
                    phrase.owners.append(more)
                    self._extend(phrase, j + 4)
                    self._brackets(phrase)

    def _is_body_of(self, phrase: Phrase, short: Atom) -> bool:
        """ "Komunitas Pembangunan Afrika Selatan (SADC)": the short form is of a body whose name ends in a state's."""
        named = bool(phrase.heads) or (phrase.first > 0 and self.atoms[phrase.first - 1].capital)
        person = bool(phrase.name) or any(h.person for h in phrase.heads)
        body = short.of_kind(EntityKind.GROUP, EntityKind.ORGANIZATION) and not short.states
        return named and not person and bool(body) and all(o.states for o in phrase.owners)

    def _extend(self, phrase: Phrase, last: int) -> None:
        phrase.last = last
        phrase.span = Span(phrase.span.start, self.atoms[last].span.end)
