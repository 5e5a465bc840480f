"""The proper name that a title or post has behind it: "Menteri Pertahanan AS Donald Rumsfeld", "governor of X, Y Z"."""

import re

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_bodies import Bodies
from kawat.annotate.mentions_phrases import LONGEST, Phrase
from kawat.lang.parties import Small
from kawat.model import EntityKind, MentionForm
from kawat.text import fold

_PEOPLE = frozenset({"CVL", "OPP", "MED", "BUS", "COP"})


_COMPANIES = frozenset({"BUS", "NGO"})
_ROMAN = re.compile(r"[IVXLC]+")
# So many plain words can stand between the kind of a body and its name.
_WORDS_OF_BODY = 3


class Titles(Bodies):
    """Takes the name that follows a phrase into it, and says whose a name is not."""

    def _name_after(self, phrase: Phrase) -> None:
        if not any(h.name or h.title for h in phrase.heads) or self._is_against(phrase):
            return
        j, comma = self._to_name(phrase)
        inner = len(phrase.heads) > 1 and phrase.heads[0].name  # "direktur perusahaan itu, Hendra Gunawan,"
        if comma and (phrase.plural or (phrase.pointer and not inner)):
            return
        if any(h.person or h.number != "many" for h in phrase.heads[:1]):
            while j + 1 < len(self.atoms) and self._rank(j):
                j += 1  # "juru bicara militer, Mayor John Doe"
        j = self._past_words(phrase, self._past_command(phrase, j))
        last = self._name_end(j) if j < len(self.atoms) else None
        if last is None or (phrase.heads[0].person and fold(self._text(j)) in self.vocabulary.company_marks):
            return
        if any(h.person for h in phrase.heads):
            j = self._behind_office(phrase, self._person_begins(j, last), last)
        elif self._ends_before(phrase, j, last, comma=comma):
            return
        if not comma and (behind := self._behind_body(phrase, last)) is not None:
            self._extend(phrase, last)
            phrase.body = self._text(last + 2) if self._is_shortened(last) else None
            j, last = behind, self._name_end(behind) or behind
        run = self.atoms[j : last + 1]
        if len(run) == 1 and not comma and self._is_town(phrase, j, last):
            return
        if (comma and not self._apposed(run, last)) or (len(run) == 1 and run[0].place is not None):
            return
        if not comma and (self._of_whom(phrase, run) or self._serves(phrase, last)):
            phrase.whom = run
            self._extend(phrase, last)
            return
        run = self._with_second(phrase, run, last)
        phrase.name = phrase.name + run
        phrase.form = MentionForm.TITLE if any(h.person or h.name for h in phrase.heads) else MentionForm.NAME
        self._extend(phrase, max(last, phrase.last))
        self._state_of_name(phrase)
        self._brackets(phrase)

    def _states_after(self, phrase: Phrase) -> None:
        """Takes in who a group are, where they are states: "kelompok 17 negara pimpinan Qatar"."""
        j = phrase.last + 1
        if Small.NUMBER not in self._small(j) or j + 1 >= len(self.atoms) or not phrase.heads[0].title:
            return
        if not any(h.country for h in self.atoms[j + 1].heads) or phrase.owners:
            return
        inner = self._body_head_first(j + 1)
        if inner is not None:
            phrase.heads = [*inner.heads, *phrase.heads]
            phrase.owners, phrase.small = inner.owners, (phrase.small | Small.NUMBER) & ~Small.ONE
            phrase.led = any(Small.LED in a.small for a in self.atoms[j : inner.last])
            self._extend(phrase, inner.last)

    def _origin_after(self, phrase: Phrase) -> None:
        """Takes in the towns and regions where somebody is from: "wanita asal Kabupaten Bekasi, Jawa Barat"."""
        k, place = phrase.last + 2, ""
        region = self.atoms[k].region if k < len(self.atoms) else None
        if region and region in phrase.places and self._text(k - 1) == ",":
            self._extend(phrase, k)  # "pria asal Bekasi, Jawa Barat"
        if phrase.owners or phrase.places or not self._leads_home_word(phrase.last + 1):
            return
        last = phrase.last
        while k < len(self.atoms) and k < phrase.last + LONGEST:
            atom, behind = self.atoms[k], self.atoms[k + 1] if k + 1 < len(self.atoms) else None
            if atom.capital and not atom.heads and (atom.place is not None or self._name_word(k)):
                place, last = place or atom.place or "", k
            elif atom.text == ",":
                if behind is None or not (behind.region or Small.PLACE in behind.small):
                    break
            elif Small.PLACE not in atom.small:
                break
            k += 1
        if place:
            phrase.places.append(place)
            self._extend(phrase, last)

    def _leads_home_word(self, j: int) -> bool:
        return Small.OF in self._small(j) and Small.PLACE in self._small(j) and Small.AT not in self._small(j)

    def _pointer_after(self, phrase: Phrase) -> None:
        j = phrase.last + 1
        while j < min(len(self.atoms), phrase.first + LONGEST) and self._small(j) & (Small.POINTER | Small.OTHER):
            phrase.pointer = phrase.pointer or Small.POINTER in self.atoms[j].small
            self._extend(phrase, j)
            j += 1

    def _wing(self, phrase: Phrase) -> None:
        """Takes in who leads one side of a group or party: "Golkar kubu Agung Laksono"."""
        j = phrase.last + 2
        if j < len(self.atoms) and fold(self._text(j - 1)) in self.vocabulary.wings:
            last = self._name_end(j)
            known = any(o.of_kind(EntityKind.GROUP, EntityKind.ORGANIZATION) for o in phrase.owners)
            if last is not None and (known or self._text(phrase.last).isupper()):
                self._extend(phrase, last)

    def _is_against(self, phrase: Phrase) -> bool:
        """ "dua musuh AS Chavez dan Morales": the state says whose enemies they are, their names follow."""
        return self.vocabulary.head_first and len(phrase.heads) == 1 and phrase.heads[0].whose and bool(phrase.owners)

    def _is_town(self, phrase: Phrase, j: int, last: int) -> bool:
        """Takes in the name of a place instead: "kepala menteri negara bagian Rakhine, Soe Naing", "seorang warga
        Colombus, Ohio", whose region follows it."""
        if Small.PLACE in self._small(j - 1) and self._text(j - 1).islower():
            phrase.places += [self.atoms[j].place or ""] if self.atoms[j].place else []
            self._extend(phrase, last)
            return True
        people = phrase.heads[0].sector == "CVL" and not phrase.heads[0].person and self.vocabulary.head_first
        region = self.atoms[last + 2].place if people and last + 2 < len(self.atoms) else None
        if not region or self._text(last + 1) != ",":
            return False
        phrase.places.append(region)
        self._extend(phrase, last + 2)
        return True

    def _behind_office(self, phrase: Phrase, j: int, last: int) -> int:
        """Behind the place of a local office where three words follow it: "Bupati Jember Indah Dhamayanti"."""
        seat = bool(self.vocabulary.home) and self.atoms[j].place == self.vocabulary.home
        # "Manajer Persipura Owen Rahadiyan", where Persipura was told of before; a person is first named in full
        body = self.vocabulary.head_first and self.alone.get(fold(self._text(j)), self.sentence) < self.sentence
        return j + 1 if last - j > 1 and ((phrase.heads[0].local and seat) or body) else j

    def _with_second(self, phrase: Phrase, run: list[Atom], last: int) -> list[Atom]:
        """The words of a body's name with those behind "and", where a short form closes it: "Badan Pencarian dan
        Pertolongan (Basarnas)"."""
        k = last + 2
        if any(h.person for h in phrase.heads) or Small.AND not in self._small(last + 1) or k >= len(self.atoms):
            return run
        while k < len(self.atoms) and self.atoms[k].capital and not self.atoms[k].mark:
            k += 1
        closes = k > last + 2 and self._text(k) == "(" and self._text(k + 2) == ")" and self._text(k + 1)[:1].isupper()
        if not closes:
            return run
        self._extend(phrase, k - 1)
        return [*run, *self.atoms[last + 1 : k]]

    def _past_command(self, phrase: Phrase, j: int) -> int:
        """Behind the number and name of a command: "Pangdam XII/Tanjungpura Mayjen Iwan P"."""
        if not any(h.person for h in phrase.heads) or self._text(j + 1) != "/":
            return j
        if not (_ROMAN.fullmatch(self._text(j)) or self._text(j).isdigit()):
            return j
        k = j + 2
        while k < j + 2 + _WORDS_OF_BODY and k < len(self.atoms) and self.atoms[k].capital and not self._rank(k):
            k += 1
        if not (k < len(self.atoms) and self._rank(k)):
            k = j + 3
        while k + 1 < len(self.atoms) and self._rank(k):
            k += 1
        return k

    def _past_words(self, phrase: Phrase, j: int) -> int:
        """Behind plain words of a body where its name follows: "pemimpin serikat [tani] Aymara, Felix Mamani,"."""
        k = j
        if any(h.office or h.word.startswith("menteri") for h in phrase.heads) and self.vocabulary.head_first:
            while k < j + _WORDS_OF_BODY and self._in_small_portfolio(k):
                k += 1  # "menteri ketertiban masyarakat George Papadis"
            return k if k < len(self.atoms) and self._name_end(k) is not None else j
        while k < j + _WORDS_OF_BODY and k < len(self.atoms) and (self._plain(k) or self._may_describe(k)):
            k += 1
        last = self._name_end(k) if j < k < len(self.atoms) else None
        head = phrase.heads[0]
        if last is not None and head.title and head.sector in _COMPANIES and not any(map(self._verbal, range(j, k))):
            return k  # "perusahaan tambang Kesara Mining"
        return k if last is not None and self._behind_body(phrase, last) is not None else j

    def _in_small_portfolio(self, k: int) -> bool:
        """Whether a word without a capital can tell what a minister is for."""
        if k >= len(self.atoms) or self._verbal(k):
            return False
        people = self.atoms[k].heads and all(h.sector == "CVL" and not h.person for h in self.atoms[k].heads)
        return self._plain(k) or bool(people and self.atoms[k].text.islower())

    def _behind_body(self, phrase: Phrase, last: int) -> int | None:
        """Where a person's name begins behind a post, the name of a body that ends at `last`, and a comma: "a
        spokesman for the alliance CSP, Mohamed Ould Salem, denied"."""
        if EntityKind.PERSON is not phrase.heads[0].kind or not any(h.title for h in phrase.heads[1:]) or phrase.plural:
            return None
        return self._behind_comma(last)

    def _behind_comma(self, last: int) -> int | None:
        """Where a full name begins that stands between a comma behind `last` and the end of its phrase."""
        if self._is_shortened(last):
            last += 3
        begins = last + 2
        if self._text(last + 1) != "," or begins >= len(self.atoms):
            return None
        ends = self._name_end(begins)
        if ends is None or ends == begins or self._text(ends + 1) not in {",", ".", "("}:
            return None
        return begins

    def _of_whom(self, phrase: Phrase, run: list[Atom]) -> bool:
        """Whether a name is not theirs: "pendukung Presiden Mursi", "juru bicara Presiden Vladimir Putin".

        Of a post or of people only where the title before the name is one that a known person of that name held.
        """
        first, titles = phrase.heads[0], {h.office for h in phrase.heads[1:] if h.office}
        if first.whose and (phrase.linked or self.vocabulary.head_first):
            return True
        if not titles or not (first.post or first.sector in _PEOPLE):
            return False
        held = {o.role for a in run for f in a.persons for o in knowledge.offices_of(f.known_id)}
        return bool(titles & held)

    def _serves(self, phrase: Phrase, last: int) -> bool:
        """Whether the name of an aide follows that of whom he serves: "pengacara Suryo, Dian Lestari, membantah"."""
        return fold(phrase.heads[0].word) in self.vocabulary.aides and self._behind_comma(last) is not None

    def _ends_before(self, phrase: Phrase, j: int, last: int, *, comma: bool) -> bool:
        """Whether a body's name is over and a person's follows: "Ikatan Dokter Indonesia Budi Santoso"."""
        if not self.vocabulary.head_first:
            return False
        owner = bool(phrase.owners) and phrase.owners[-1] is self.atoms[j - 1] and last > j
        return owner or (comma and phrase.short is not None)

    def _to_name(self, phrase: Phrase) -> tuple[int, bool]:
        """Where a name may begin after the phrase, and whether a comma stands before it; a place between is read."""
        j = phrase.last + 1
        if Small.CALLED in self._small(j):
            j += 1
        if Small.AT in self._small(j) and self._place_then_name(j):
            phrase.places.append(self._place_of(j + 1))
            j += 2
        j = self._past_age(j)
        j = self._past_seat(j) if any(h.person for h in phrase.heads) else j
        comma = self._text(j) == ","
        return (j + 1 if comma else j), comma

    def _past_age(self, j: int) -> int:
        """Behind the age of whom a name follows: "pemuda 17 tahun Samir Haddad", "mahasiswa berusia 21 tahun, X"."""
        told = fold(self._text(j)) in self.vocabulary.aged
        k = j + 1 if told else j
        if Small.NUMBER not in self._small(k):
            return j
        k += 1
        if fold(self._text(k)) in self.vocabulary.years:
            k += 1
        elif not told:
            return j
        name = k + 1 if self._text(k) == "," else k
        return k if name < len(self.atoms) and self._name_word(name) else j

    def _past_seat(self, j: int) -> int:
        """Behind a place of the kind that its word tells, where a name follows: "Kota Bekasi Budi Santoso"."""
        k = j + 1
        if not self.vocabulary.head_first or self._text(j).islower() or Small.PLACE not in self._small(j):
            return j
        if k >= len(self.atoms) or not self.atoms[k].capital or self.atoms[k].persons:
            return j
        k += 1
        while Small.COMMON in self._small(k) and self.atoms[k].capital:
            k += 1  # "Kabupaten Lampung Selatan"
        after = k + 1 if self._text(k) == "," else k
        return k if after < len(self.atoms) and self._name_word(after) else j

    def _rank(self, j: int) -> bool:
        """A title that goes with another post: ranks of the army and the clergy, doctors."""
        heads = self.atoms[j].heads
        ranks = [h for h in heads if h.person and (h.default == "MIL" or h.sector in ("REL", "CVL", "COP"))]
        return bool(ranks) and self.atoms[j].capital

    def _place_of(self, j: int) -> str:
        atom = self.atoms[j]
        return atom.place or atom.state or ""

    def _place_then_name(self, j: int) -> bool:
        if j + 2 >= len(self.atoms) or (self.atoms[j + 1].place is None and not self.atoms[j + 1].states):
            return False
        k = j + 3 if self._text(j + 2) == "," else j + 2
        return k < len(self.atoms) and self._name_word(k)

    def _apposed(self, run: list[Atom], last: int) -> bool:
        """A name after a comma belongs to the title where it has two words or another comma closes it."""
        closes = self._text(last + 1) in {",", ".", "(", ""}
        return len(run) >= 2 or bool(run[0].persons) or closes
