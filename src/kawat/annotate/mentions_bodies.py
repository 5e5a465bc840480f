"""The heads of a party phrase and what describes them, head first ("polisi Irak") or head last ("Iraqi police")."""

import re

from kawat.annotate.mentions_atoms import Atom, is_organ, kind_of
from kawat.annotate.mentions_names import Names
from kawat.annotate.mentions_phrases import BEFORE, INSIDE, LONGEST, Phrase
from kawat.lang.parties import PASSED_ON, Head, Small
from kawat.model import EntityKind, MentionForm
from kawat.text import fold

_SHORT = re.compile(r"[A-Z]{2,6}")  # "SLF fighters"
# So many words of no table may stand between a head and whose it is.
_DESCRIBING = 3
# And so many capitalised ones that tell what it is for.
_PORTFOLIO = 6
# What bodies are by themselves whose names tell for whom they fight.
_PARTIES = frozenset({"OPP", "REB"})
# Of whom or what a party can call itself in its name.
_IN_TITLES = frozenset({"CVL", "LEG"})
_DESCRIBES = INSIDE | Small.THING | Small.PACT | Small.OTHER | Small.NUMBER | Small.MANY


def _may_be_group(head: Head) -> bool:
    return head.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) and head.sector in (PASSED_ON, "REB", "OPP")


class Bodies(Names):
    """Reads from a given atom the heads, owners and modifiers of one phrase."""

    def _body_head_first(self, i: int) -> Phrase | None:
        """ "pasukan keamanan Irak", "Menteri Luar Negeri AS Condoleezza Rice"."""
        if not self.atoms[i].heads:
            return None
        phrase = self._phrase(MentionForm.DESCRIPTION, i, i)
        j = i
        while j < min(len(self.atoms), i + LONGEST) and (self._takes(phrase, j) or self._passes(phrase, j)):
            j += 1
        self._extend(phrase, self._trimmed(i, j - 1))
        return phrase

    def _takes(self, phrase: Phrase, j: int) -> bool:
        """Whether the atom is a head, owner, people or place of the phrase; it is then added to it."""
        atom = self.atoms[j]
        if atom.heads and not self._for_or_against(phrase, j) and self._goes_on(phrase, j):
            if not self._is_in_title(phrase, j):
                phrase.heads.append(self._sense(j))
        elif atom.forms and not atom.persons and self._may_own(phrase, j):
            backing = self.atoms[j - 2] if self.atoms[j - 1].text == "-" else self.atoms[j - 1]
            if not backing.small & Small.BACKED:
                phrase.owners.append(atom)
        elif atom.persons and self._governed_by(phrase, j):
            phrase.owners.append(atom)
        elif atom.forms and not atom.persons:
            return False
        elif atom.people is not None:
            phrase.people = phrase.people or atom.people
        elif atom.place is not None and self._place_inside(phrase, j):
            phrase.places.append(atom.place)
        else:
            return False
        return True

    def _in_title(self, j: int, last: int) -> bool:
        """The same where heads stand last: "the Malawi Congress Party" is no parliament."""
        party = any(h.title and h.default in _PARTIES for h in self.atoms[last].heads) and self.atoms[last].capital
        inside = {h.sector for h in self.atoms[j].heads} <= _IN_TITLES
        return party and inside and self.atoms[j].capital and not self.title_case

    def _is_in_title(self, phrase: Phrase, j: int) -> bool:
        """ "Partai Keadilan Rakyat", "Gerakan Buruh": of whom a party or movement calls itself tells nothing of what
        it is."""
        first, atom = phrase.heads[:1], self.atoms[j]
        party = bool(first) and first[0].title and first[0].default in _PARTIES and self.atoms[phrase.first].capital
        return party and atom.capital and not self.title_case and all(h.sector == "CVL" for h in atom.heads)

    def _passes(self, phrase: Phrase, j: int) -> bool:
        """Whether the atom is inside the phrase without saying whose it is."""
        atom = self.atoms[j]
        if atom.forms and not atom.persons:
            return False
        if self._for_or_against(phrase, j) or atom.small & (INSIDE | Small.BACKED | Small.LED):
            return True
        if Small.PLACE in atom.small and not atom.capital:
            return True
        if Small.FORMER in atom.small and j + 1 < len(self.atoms) and self.atoms[j + 1].heads and not phrase.owners:
            return True  # "putra mantan presiden Hosni Mubarak"
        if atom.text == "-":
            return self._hyphen_inside(j, phrase)
        if atom.small & (Small.OF | Small.FOR) and self._link_inside(phrase, j):
            return True
        return self._describes(phrase, j) or self._portfolio(phrase, j)

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
        if before is phrase.owners[-1] and before.states and self.atoms[j].groups and _may_be_group(phrase.heads[0]):
            return True  # "kelompok garis keras Palestina Hamas"
        return before.text == "-" or bool(before.small & (Small.FOR | Small.OF))

    def _governed_by(self, phrase: Phrase, j: int) -> bool:
        """ "pemerintahan Obama", "rezim Saddam": a government is named by who leads it."""
        heads = self.atoms[j - 1].heads
        governs = bool(heads) and heads[0].kind is EntityKind.STATE and not heads[0].country
        return governs and not phrase.owners and not phrase.places and not self._name_follows(j)

    def _place_inside(self, phrase: Phrase, j: int) -> bool:
        before = self.atoms[j - 1]
        of_body = bool(phrase.owners) and before is phrase.owners[-1] and bool(before.bodies)  # "Ketua KPU Papua"
        beside = bool(before.heads) or bool(before.small & (Small.PLACE | Small.MODIFIER)) or of_body
        return not phrase.places and beside

    def _hyphen_inside(self, j: int, phrase: Phrase) -> bool:
        """Between two states: "pasukan AS-Irak"; or "pro-Suriah"."""
        if Small.BACKED in self.atoms[j - 1].small:
            return not phrase.owners
        if j + 1 >= len(self.atoms):
            return False
        before, after = self.atoms[j - 1], self.atoms[j + 1]
        return bool(before.states and after.states) or bool(before.groups and after.groups)

    def _link_inside(self, phrase: Phrase, j: int) -> bool:
        """ "dari" and a state, or for a post "untuk" and what it is for."""
        if j + 1 >= len(self.atoms):
            return False
        following = self.atoms[j + 1]
        # "menarik tentaranya dari Irak", "duta besarnya untuk PBB": whose they are is told
        if phrase.owned and not self._is_peer(phrase):
            return False
        if Small.FOR in self.atoms[j].small:
            return any(h.post for h in phrase.heads) and bool(following.forms or following.place is not None)
        if phrase.owners or (Small.AT not in self.atoms[j].small and not following.forms):
            return False
        return bool(following.states) and (any(h.name or h.post for h in phrase.heads) or self._is_peer(phrase))

    def _is_peer(self, phrase: Phrase) -> bool:
        """ "timpalannya dari Tiongkok", "his counterpart from China": of another state than whose they are."""
        return any(fold(h.word) in self.vocabulary.peers for h in phrase.heads)

    def _describes(self, phrase: Phrase, j: int) -> bool:
        """Words of no table between a head and its state or pointer: "pasukan tambahan Irak", "anak belasan tahun
        Palestina"."""
        if phrase.owners or not self._may_describe(j):
            return False
        if j + 1 < len(self.atoms) and Small.POINTER in self.atoms[j + 1].small:
            return True  # "negara terisolasi itu"
        k = j
        while k < len(self.atoms) and k < j + _DESCRIBING and self._may_describe(k) and not self._verbal(k):
            k += 1
        if k == j or k >= len(self.atoms):
            return False
        return bool(self.atoms[k].states or self.atoms[k].groups) or self._leads_home(k)

    def _leads_home(self, j: int) -> bool:
        """ "imigran gelap asal Somalia": a word that only tells where somebody is from."""
        where = self.atoms[j + 1] if j + 1 < len(self.atoms) else None
        home = Small.OF in self._small(j) and Small.PLACE in self._small(j) and Small.AT not in self._small(j)
        return home and where is not None and (bool(where.states) or where.place is not None)

    def _may_describe(self, j: int) -> bool:
        if j >= len(self.atoms):
            return False
        atom = self.atoms[j]
        if fold(atom.text) in self.vocabulary.openers and not atom.small & _DESCRIBES:
            return False
        empty = not (atom.heads or atom.forms or atom.pronoun or atom.place or atom.people is not None or atom.mark)
        return empty and atom.text.islower() and not atom.small & ~_DESCRIBES

    def _verbal(self, j: int) -> bool:
        return fold(self.atoms[j].text).startswith(self.vocabulary.verbal)

    def _portfolio(self, phrase: Phrase, j: int) -> bool:
        """Capitalised words between a title or body and whose it is: "Menteri Perikanan Norwegia", "Pasukan Bela Diri
        Jepang", "Wakil Sekretaris Jenderal Urusan Politik dan Perdamaian PBB"."""
        named = self.atoms[j - 1].capital and not any(h.title for h in phrase.heads)
        if phrase.owners or not (named or any(h.person for h in phrase.heads)):
            return False
        k = j
        titled = any(h.person for h in phrase.heads) and not self.title_case
        while k < len(self.atoms) and k < j + _PORTFOLIO and self._in_portfolio(k, titled=titled):
            k += 1
        if k == j or k >= len(self.atoms):
            return False
        return bool(self.atoms[k].states or self.atoms[k].groups or self.atoms[k].bodies)

    def _in_portfolio(self, k: int, *, titled: bool) -> bool:
        """Whether a word can tell what a post is for: after a title those of a table too, and "dan" between two."""
        atom = self.atoms[k]
        if self._name_word(k) and not atom.forms:
            return True
        if not titled or atom.forms or atom.heads or atom.pronoun or atom.mark:
            return False
        joins = Small.AND in atom.small and self.atoms[k - 1].capital and self._text(k + 1)[:1].isupper()
        return atom.capital or joins

    def _sense(self, j: int) -> Head:
        """The title where a name may follow it, else the plain head."""
        heads = self.atoms[j].heads
        title = next((h for h in heads if h.person), None)
        plain = next((h for h in heads if not h.person), None)
        if title is not None and (plain is None or self._name_follows(j)):
            return title
        return plain or heads[0]

    def _trimmed(self, first: int, last: int) -> int:
        """Words at the end that describe nothing: hyphens, prepositions, and "pimpinan" before nobody known."""
        loose = Small.OF | Small.FOR | Small.AND | Small.LED
        while last > first and (self.atoms[last].mark or self.atoms[last].small & loose):
            last -= 1
        return last

    def _body_head_last(self, i: int) -> Phrase | None:
        """ "Iraqi security forces", "U.S. Secretary of State Condoleezza Rice"."""
        phrase = self._phrase(MentionForm.DESCRIPTION, i, i)
        heads: list[int] = []
        j = i
        while j < min(len(self.atoms), i + LONGEST) and (
            self._takes_before(phrase, j, heads) or self._passes_before(phrase, j)
        ):
            j += 1
        if not heads or (len(heads) == 1 and self._is_verb(heads[0])):
            return None
        end = self.atoms[heads[-1]].span
        phrase.owners = [o for o in phrase.owners if o.span.start < end.start]
        phrase.heads = [self._sense(k) for k in reversed(heads) if k == heads[-1] or not self._in_title(k, heads[-1])]
        self._extend(phrase, heads[-1])
        return phrase

    def _takes_before(self, phrase: Phrase, j: int, heads: list[int]) -> bool:
        """Whether the atom is a head, owner, people or place; the heads are collected in `heads`."""
        atom = self.atoms[j]
        # "Iran's Revolutionary Guards" are a force of Iran; "the Iranian Quds Force" has a name of its own
        led = j > phrase.first or (Small.ARTICLE in self._small(j - 1) and not any(h.code for h in atom.heads))
        name = atom.forms and not heads and atom.capital and led and not self.atoms[j - 1].owner
        if atom.heads and (self._for_or_against(phrase, j) or self._describes_name(j) or self._title_inside(j, heads)):
            return False
        if atom.heads and not name:
            heads.append(j)
        elif atom.forms and (not atom.persons or atom.owner):
            if (heads and not self.atoms[j - 1].owner) or self._is_deed(phrase, j):
                return False
            if not self._backing(j):
                phrase.owners.append(atom)
        elif atom.people is not None:
            phrase.people = phrase.people or atom.people
        elif atom.place is not None and not heads:
            phrase.places.append(atom.place)
        else:
            return False
        return True

    def _shared_head(self, i: int) -> Phrase | None:
        """ "Chadian and Nigerien soldiers", "US, British and French tourists": what the last of some states has
        behind it the others have too."""
        j = i
        while self._joinable(j) and (self._text(j + 1) == "," or Small.AND in self._small(j + 1)) and j < i + LONGEST:
            j += 2
        if j == i or Small.AND not in self._small(j - 1) or not self._joinable(j):
            return None
        body = self._body_head_last(j)
        return body if body is not None and body.owners[:1] == [self.atoms[j]] and not body.name else None

    def _joinable(self, j: int) -> bool:
        """Whether an atom is an adjective of a state, or the short form that is used as one ("US")."""
        if self.vocabulary.head_first or j >= len(self.atoms):
            return False
        atom = self.atoms[j]
        return bool(atom.states) and not atom.owner and (atom.demonym or atom.text.replace(".", "").isupper())

    def _is_deed(self, phrase: Phrase, j: int) -> bool:
        """ "Peru armed Venezuelan rebels": between a state's own name and another adjective stands a verb."""
        done = bool(phrase.owners) and fold(self.atoms[j - 1].text).endswith(self.vocabulary.verbal[0])
        return done and _is_named(phrase.owners[-1])

    def _describes_name(self, j: int) -> bool:
        """ "the National Intelligence Service": a head that describes too, in capitals, before the rest of a name."""
        atom = self.atoms[j]
        following = self.atoms[j + 1] if j + 1 < len(self.atoms) else None
        if Small.MODIFIER not in atom.small or not atom.capital or atom.opening or self.title_case:
            return False
        return following is not None and following.capital and not following.heads and not following.forms

    def _passes_before(self, phrase: Phrase, j: int) -> bool:
        """Whether the atom is inside the phrase without saying whose it is."""
        atom = self.atoms[j]
        if atom.forms and (not atom.persons or atom.owner):
            return False
        inside = j > phrase.first
        past = fold(atom.text).endswith(self.vocabulary.verbal[0])
        done = Small.BACKED in atom.small or (not inside and past)
        # "Peru held joint exercises", "Peru armed rebels", but "Hamas-held areas" and "Israeli held areas"
        if (done and j > 0 and _is_named(self.atoms[j - 1])) or (past and self._is_done_by(j)):
            return False
        if (
            self._for_or_against(phrase, j)
            or atom.small & (INSIDE | Small.BACKED)
            or (atom.text == "-" and inside)
            or (inside and self._backs(j - 2))
        ):
            return True
        following = self.atoms[j + 1] if j + 1 < len(self.atoms) else None
        plural = any(h.number != "one" for h in self.atoms[j - 1].heads)  # "Peru's agents arm rebels"
        told = self.atoms[j - 1].demonym or (bool(phrase.owners) and phrase.owners[-1].owner)
        if inside and told and not plural and self._plain(j) and following is not None and following.heads:
            return not atom.text.endswith(self.vocabulary.verbal)
        head = self._capital_before_head(j)
        if head is not None and any(h.title for h in self.atoms[head].heads):
            phrase.name.append(atom)
        elif head == j + 1 and _SHORT.fullmatch(atom.text):
            phrase.initials = atom.text
        return head is not None

    def _is_done_by(self, j: int) -> bool:
        """ "The army armed rebels", "Congress ousted the president": behind who does it a past form is a verb.

        So it is behind a thing and "and": "closed its border and armed Togolese rebels".
        """
        before = self.atoms[j - 1] if j > 0 else None
        if before is not None and Small.AND in before.small and j > 1 and j + 1 < len(self.atoms):
            thing = self.atoms[j - 2]
            if thing.text.islower() and not (thing.heads or thing.forms) and self.atoms[j + 1].demonym:
                return True
        doer = before is not None and (bool(before.heads) or _is_named(before) or self._name_word(j - 1))
        lone = before is not None and not (before.owner or before.demonym or self.title_case)
        return (doer and lone) or bool(self._small(j + 1) & (Small.ARTICLE | Small.NUMBER))  # "detained two officers"

    def _for_or_against(self, phrase: Phrase, j: int) -> bool:
        """ "anti-rebel forces", "tentara pro-oposisi": the head tells what side they are on, not what they are."""
        joined = j > phrase.first and self._text(j - 1) == "-" and Small.BACKED in self._small(j - 2)
        return joined and bool(self.atoms[j].heads)

    def _backing(self, j: int) -> bool:
        """ "U.S.-backed", "pro-Taliban": the state is no owner."""
        before = self._small(j - 2)
        return self._backs(j) or (j > 1 and self._text(j - 1) == "-" and Small.BACKED in before)

    def _backs(self, j: int) -> bool:
        """ "U.S.-backed", "Russian-installed": what follows a hyphen makes the name a description."""
        if j < 0 or self._text(j + 1) != "-" or not (self.atoms[j].forms or self.atoms[j].capital):
            return False
        participle = self.vocabulary.participle
        shaped = participle is not None and participle.fullmatch(self._text(j + 2)) is not None
        return shaped or Small.BACKED in self._small(j + 2)

    def _is_verb(self, head: int) -> bool:
        """ "Canada suspects China", "France forces the door": a head that is a verb too, behind the bare name of a
        state and before what can be its object."""
        word = fold(self.atoms[head].text)
        if word not in self.vocabulary.also_verbs or not 0 < head < len(self.atoms) - 1:
            return False
        state = self.atoms[head - 1]
        if not state.states or state.demonym or state.owner or self._small(head - 2) & (BEFORE | INSIDE):
            return False
        after = head + 1
        if Small.POINTER in self._small(after) and after + 1 < len(self.atoms):
            after += 1  # "suspects that two ships"
            if Small.NUMBER in self._small(after):
                return True
        following = self.atoms[after]
        return bool(following.forms or following.pronoun or following.small & (Small.ARTICLE | Small.OWNER))

    def _capital_before_head(self, j: int) -> int | None:
        """ "the Labour Party", "Tamil Tiger rebels": capitalised words and then a head."""
        k = j
        while k < len(self.atoms) and self._name_word(k) and k < j + 4:
            k += 1
        if k == j or k >= len(self.atoms) or not self.atoms[k].heads:
            return None
        return k

    def _state_of_name(self, phrase: Phrase) -> None:
        """The state or body that ends a name: "Partai Fajar Serbia", "Komite Eksekutif OKI", and "Foreign Minister
        Peter Hale of Ghana"."""
        k = phrase.last + 1
        person = phrase.form is not MentionForm.NAME
        if phrase.owners or person is self.vocabulary.head_first:
            return
        if person:
            if not any(h.person or h.name for h in phrase.heads) or Small.OF not in self._small(k):
                return
            k += 1
        k += self._leads_home(k)  # "perusahaan Kesara Mining asal Peru"
        kinds = (EntityKind.STATE,) if person else (EntityKind.STATE, EntityKind.ORGANIZATION)
        if k < len(self.atoms) and self.atoms[k].of_kind(*kinds):
            phrase.owners.append(self.atoms[k])
            self._extend(phrase, k)


def _is_named(atom: Atom) -> bool:
    """Whether an atom is somebody's own name, and neither an adjective nor whose something is."""
    return bool(atom.forms) and not (atom.owner or atom.demonym)
