"""Finds the phrases of a sentence that can be a party, without saying yet whom they mean.

The grammar is one for both languages; the tables say whether the head stands first ("polisi Irak") or last ("Iraqi
police"). A phrase is: small words ("para", "lima", "the"), then heads, states, groups and what describes them, then
for some heads a proper name ("Presiden Belarusia Aleksandr Lukashenko", "juru bicara militer AS, Mayor John Doe").
"""

from collections.abc import Iterator
from dataclasses import replace

from kawat import knowledge
from kawat.annotate.mentions_atoms import kind_of
from kawat.annotate.mentions_lands import state_described
from kawat.annotate.mentions_located import led_from
from kawat.annotate.mentions_phrases import BEFORE, COUNTED, INSIDE, LONGEST, OTHERS, Phrase
from kawat.annotate.mentions_titles import Titles
from kawat.knowledge import Sense
from kawat.lang.parties import Small
from kawat.model import EntityKind, MentionForm, Span
from kawat.text import fold

_PAIR = 2


class Parser(Titles):
    """Reads the phrases of one sentence from left to right."""

    def phrases(self) -> Iterator[Phrase]:
        i = 0
        self._past = -1  # the last atom of a name that is nobody's
        while i < len(self.atoms):
            both = Small.BOTH in self.atoms[i].small  # "the two" is a pronoun, "the two countries" is not
            phrase = (
                self._partitive(i)
                or ((self._described(i) or self._pair(i)) if both else None)
                or (
                    self._described(i) if self.atoms[i].small & (Small.OWNER | Small.FORMER) else None
                )  # "their troops"
                or self._pronoun(i)
                or state_described(self, i)
                or self._described(i)
                or self._counted_people(i)
                or self._named(i)
            )
            if phrase is None:
                i = max(i, self._past) + 1
                continue
            phrase.title_case = self.title_case
            yield phrase
            i = max(phrase.last, i) + 1

    def _pronoun(self, i: int) -> Phrase | None:
        atom = self.atoms[i]
        if atom.pronoun is None or (atom.forms and atom.text.isupper() and len(atom.text) > 1):
            return None  # "US" is no "us"
        if not self._means_alone(i, atom.pronoun.number):
            return None
        pronoun = replace(atom.pronoun, owner=atom.pronoun.owner and not self._ends_behind(i))  # "released her."
        span = atom.span
        if atom.clitic:
            span = Span(span.end - atom.clitic, span.end)
        return Phrase(self.sentence, span, MentionForm.PRONOUN, i, i, pronoun=pronoun)

    def _partitive(self, i: int) -> Phrase | None:
        """ "lima dari mereka", "some of them": those that the pronoun means, or a part of them."""
        j = i
        while j < min(len(self.atoms), i + LONGEST) and self._small(j) & COUNTED and not self.atoms[j].heads:
            j += 1
        k = j
        while k < j + _PAIR and self._small(k) & (Small.OF | Small.AT):
            k += 1  # "di antara"
        if j in (i, k) or k >= len(self.atoms):
            return None
        pronoun = self.atoms[k].pronoun
        if pronoun is None or pronoun.number != "many" or self.atoms[k].clitic:
            return None
        return self._phrase(MentionForm.PRONOUN, i, k, pronoun=pronoun)

    def _counted_people(self, i: int) -> Phrase | None:
        """ "seorang Lebanon", "two Americans": people of a state, without a head."""
        j = i
        small = Small.NONE
        while j < min(len(self.atoms), i + LONGEST) and self.atoms[j].small & BEFORE and not self.atoms[j].forms:
            small |= self.atoms[j].small
            j += 1
        if j == i or j >= len(self.atoms) or not small & (Small.ONE | Small.NUMBER | Small.MANY):
            return None
        atom = self.atoms[j]
        if not atom.states or (not self.vocabulary.head_first and not atom.demonym) or atom.owner or self._backs(j):
            return None
        if not self.vocabulary.head_first and self._is_thing_of(j):
            return None
        if self._text(j + 1) == "-":
            return None  # "a Saudi-Iranian deal"
        return self._phrase(MentionForm.DESCRIPTION, i, j, owners=[atom], small=small, people="")

    def _named(self, i: int) -> Phrase | None:
        atom = self.atoms[i]
        last = self._name_end(i)
        longer = self._in_longer_name(i) or self._is_of_place(i)
        if longer and last is not None:
            self._past = last  # "Danau Issyk-Kul"
        if longer or self._backs(i) or (atom.forms and all(kind_of(f) is EntityKind.UNKNOWN for f in atom.forms)):
            return None
        if last is not None:
            if self._ends_as_place(i, last):
                return None
            if self._known_with_patronymic(i, last):
                return self._phrase(MentionForm.NAME, i, last, owners=[atom])
            i = self._person_begins(i, last)
            run = self.atoms[i : last + 1]
            if len(run) == 1 and atom.forms:
                return self._phrase(MentionForm.NAME, i, i, owners=[atom])
            if self._is_place(i, last) or not self._trusted(run, last) or self._is_the_one(i, last):
                return None
            phrase = self._phrase(MentionForm.NAME, i, last, name=run)
            self._brackets(phrase)
            self._from_state(phrase)
            self._wing(phrase)
            return phrase
        if atom.forms:
            return self._known_name(i)
        if atom.people is not None and (atom.capital or self.vocabulary.head_first):
            return self._phrase(MentionForm.DESCRIPTION, i, i, people=atom.people)
        return None

    def _known_name(self, i: int) -> Phrase:
        atom = self.atoms[i]
        shared = self._shared_head(i)
        if shared is not None:
            return self._phrase(MentionForm.DESCRIPTION, i, i, owners=[atom], heads=shared.heads, small=Small.MANY)
        if self._is_folk(i):
            return self._phrase(MentionForm.DESCRIPTION, i, i + 1, owners=[atom], people="", small=Small.MANY)
        if self._are_people(i):
            return self._phrase(MentionForm.DESCRIPTION, i, i, owners=[atom], people="", small=Small.MANY)
        phrase = self._phrase(MentionForm.NAME, i, i + 1 if self._group_of_state(i) else i, owners=[atom])
        self._brackets(phrase)
        self._wing(phrase)
        return phrase

    def _is_of_place(self, i: int) -> bool:
        """ "Provinsi Surin" is called as a person is."""
        forms = self.atoms[i].forms
        short = bool(self.atoms[i].persons) and all(f.sense is Sense.SHORT for f in forms)
        return self.vocabulary.head_first and short and Small.PLACE in self._small(i - 1)

    def _is_folk(self, i: int) -> bool:
        """ "Syrian Arabs", "Turkish Kurds": people of a state by a name that others bear too."""
        folk = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        many = folk is not None and (folk.people is not None or bool(folk.of_kind(EntityKind.COLLECTIVE)))
        return not self.vocabulary.head_first and self.atoms[i].demonym and many and self._text(i + 1).endswith("s")

    def _are_people(self, i: int) -> bool:
        """ "Bolivians protested": some of a people; "the Bolivians" can be their state, as headlines' can."""
        atom = self.atoms[i]
        if self.vocabulary.head_first or self.title_case or not atom.demonym or not atom.text.endswith("s"):
            return False
        one = {f.known_id for f in knowledge.lookup(atom.text[:-1]) if f.sense is Sense.DEMONYM}
        return not atom.owner and bool(one) and Small.ARTICLE not in self._small(i - 1)

    def _pair(self, i: int) -> Phrase | None:
        """ "kedua Korea", "the two Koreas": a name that two states share, and both are meant."""
        shared = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        if shared is None or len({f.known_id for f in shared.states}) != _PAIR:
            return None
        return self._phrase(MentionForm.NAME, i, i + 1, owners=[shared], small=Small.BOTH)

    def _group_of_state(self, i: int) -> bool:
        """ "Hizbullah Lebanon", "Taliban Pakistan"."""
        following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        return (
            self.vocabulary.head_first
            and bool(self.atoms[i].groups)
            and following is not None
            and bool(following.states)
        )

    def _in_longer_name(self, i: int) -> bool:
        """A state's or person's name inside the name of something else: "Piala Asia", "Hotel Indonesia"."""
        j = i - 1
        while j > max(0, i - 4) and not self.title_case and self._name_word(j):
            j -= 1  # "KRI Dewa Ruci": the kind of thing stands before all of the name
        if j < 0:
            return False
        backing = self.atoms[j].text == "-" and j == i - 1 and Small.BACKED in self._small(j - 1)
        if backing or Small.MADE in self._small(i - 1):
            return True
        return Small.SWALLOW in self.atoms[j].small and self.atoms[j].capital

    def _is_place(self, first: int, last: int) -> bool:
        """Stands where a place does ("di Owerri", "kota Aba") or is known as one."""
        if self._told_as_place(first, last):
            self._past = last
            return True
        if any(a.text == "-" for a in self.atoms[first : last + 1]):
            self._past = last if self._stands_as_place(first) else self._past  # "perbatasan Al-Qaim"
        return any(a.place is not None for a in self.atoms[first : last + 1]) or self._stands_as_place(first)

    def _stands_as_place(self, first: int) -> bool:
        j = led_from(self.atoms, first, self.vocabulary) - 1
        while j > 0 and self._name_word(j) and self.atoms[j].place is None:
            j -= 1  # "kapal Rainbow Warrior": the kind of thing stands before all of the name
        if j > 2 and self._text(j) == ")" and self._text(j - 2) == "(":
            j -= 3  # "Kapal Motor Penumpang (KMP) Tirta Sakti"
        told = Small.SAYING in self._small(j - 1) and fold(self._text(j)) in self.vocabulary.goals  # "according to S."
        told = told or fold(self._text(j)) in self.vocabulary.between  # "between Kim and Trump"
        return j >= 0 and not told and bool(self.atoms[j].small & (Small.AT | Small.PLACE | Small.THING))

    def _ends_as_place(self, first: int, last: int) -> bool:
        """ "Half Moon Reef", "the Rovuma River": the last of the capitals says what place it is."""
        after, ends = self._text(last + 1), self.vocabulary.place_ends
        if after[:1].isupper() and fold(after) in ends:
            return True
        led = first < last or (first > 0 and self.atoms[first - 1].capital)
        return led and fold(self._text(last)) in ends

    def _is_the_one(self, first: int, last: int) -> bool:
        """ "the Licungo", "the Nimitz": behind an article one name of no table is a river or a ship, no person."""
        if (
            self.vocabulary.head_first
            or first < last
            or not first
            or Small.ARTICLE not in self._small(first - 1)
            or self._text(first).isupper()
        ):
            return False
        told = self._text(first - 1).islower() or self.atoms[first - 1].opening
        return told and Small.SAYING not in self._small(last + 1) and not self.atoms[first].persons

    def _described(self, i: int) -> Phrase | None:
        first = i
        small, pointer = Small.NONE, False
        while i < min(len(self.atoms), first + LONGEST) and self._opens(i):
            small |= self.atoms[i].small & (BEFORE | Small.OWNER)
            pointer = pointer or Small.POINTER in self.atoms[i].small
            i += 1
        others = (
            i - 1 if not self.vocabulary.head_first and i > first else i
        )  # "18 others" is over behind its last word
        if others < len(self.atoms) and self._are_others(others, small):
            return self._phrase(MentionForm.DESCRIPTION, first, others, heads=[OTHERS], small=small)
        if i >= len(self.atoms):
            return None
        body = self._body_head_first(i) if self.vocabulary.head_first else self._body_head_last(i)
        if body is None or not body.heads:
            return None
        body.small |= small
        told = [a.small for a in self.atoms[body.first : body.last + 1]]
        body.abroad = any(Small.ABROAD in s for s in told)
        body.led = any(Small.LED in s for s in told)
        body.against = any(self._against_government(body, k) for k in range(body.first, body.last + 1))
        body.pointer = body.pointer or pointer
        body.span = Span(self.atoms[first].span.start, body.span.end)
        body.first = first
        body.capital = self.atoms[first].capital and not self.atoms[first].opening
        self._after(body)
        return body if self._is_party(body) and not self._is_adjective(body) else None

    def _against_government(self, phrase: Phrase, j: int) -> bool:
        opposed = self._for_or_against(phrase, j) and fold(self._text(j - 2)) in self.vocabulary.opposing
        return opposed and any(h.kind is EntityKind.STATE and not h.country for h in self.atoms[j].heads)

    def _are_others(self, i: int, small: Small) -> bool:
        """ "tiga lainnya", "18 others", "two more": a count and a word for others, which no noun follows."""
        if Small.OTHER not in self._small(i) or self.atoms[i].heads or not small & (BEFORE & ~Small.ARTICLE):
            return False
        following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
        if self.vocabulary.head_first or following is None or following.mark:
            return True
        ends = fold(following.text) in self.vocabulary.openers or bool(following.small & (Small.AT | Small.AND))
        return ends and not (following.forms or following.heads or following.pronoun)

    def _opens(self, i: int) -> bool:
        atom = self.atoms[i]
        if atom.heads or atom.forms:
            return bool(atom.small & Small.CLASSIFIER) and i + 1 < len(self.atoms) and bool(self.atoms[i + 1].heads)
        if self.vocabulary.head_first:
            return bool(atom.small & BEFORE)
        if Small.POINTER in atom.small:  # "that", but not in "said that Mugabe's government"
            following = self.atoms[i + 1] if i + 1 < len(self.atoms) else None
            return following is not None and bool(following.heads or following.small) and not self._joins(i)
        if Small.FORMER in atom.small and atom.text.endswith(self.vocabulary.verbal[0]) and self._is_done_by(i):
            return False  # "The army ousted President Ali Bongo"
        return bool(atom.small & (BEFORE | Small.OWNER | Small.OTHER))

    def _after(self, phrase: Phrase) -> None:
        """Takes in pointers, acronyms in brackets, the owner after "of", and a proper name."""
        if self.vocabulary.head_first:
            self._states_after(phrase)
            self._origin_after(phrase)
            self._pointer_after(phrase)
        else:
            self._owner_after(phrase)
        self._brackets(phrase)
        of_that = len(phrase.heads) > 1 and phrase.heads[0].name and self._text(phrase.last + 1) == ","
        if not phrase.pointer or not self.vocabulary.head_first or of_that:
            self._name_after(phrase)
        self._places_after(phrase)
        phrase.office = any(Small.PORTFOLIO in a.small for a in self.atoms[phrase.first : phrase.last + 1])

    def _owner_after(self, phrase: Phrase) -> None:
        """ "president of Russia", "spokesman for the Iraqi government", "members of parliament"."""
        j = phrase.last + 1
        if j + 1 >= len(self.atoms) or not self.atoms[j].small & (Small.OF | Small.FOR):
            return
        link = self.atoms[j].small
        if Small.AT in link and (
            (phrase.owned and not self._is_peer(phrase)) or any(h.code and h.sector != "CVL" for h in phrase.heads)
        ):
            return  # "its ambassador from Israel", "peacekeepers from Mali": whose they are is told
        whose = phrase.heads[0].whose  # "lawyers for Bobi Wine", "a close ally of President Putin"
        describes = Small.ARTICLE | Small.MODIFIER | (Small.FORMER if whose else Small.NONE)
        k = j + 1
        while k < len(self.atoms) and self.atoms[k].small & describes and not self.atoms[k].heads:
            k += 1
        if k >= len(self.atoms):
            return
        if Small.FOR in link and Small.OF not in link and not (whose or any(h.post for h in phrase.heads)):
            return
        phrase.linked = whose
        inner = self._body_head_last(k)
        if inner is not None and inner.heads and inner.first == k:
            phrase.owners += inner.owners
            phrase.heads += inner.heads
            phrase.places += inner.places
            self._extend(phrase, inner.last)
            behind = self._small(inner.last + 1)
            if not (phrase.owners or phrase.places) and Small.OF in behind and Small.AT not in behind:
                self._owner_after(phrase)  # "a spokesman for the president of Peru"
        elif self.atoms[k].forms and not self.atoms[k].persons:
            phrase.owners.append(self.atoms[k])
            self._extend(phrase, k)
        elif whose and (last := self._name_end(k)) is not None:
            phrase.whom = self.atoms[k : last + 1]
            self._extend(phrase, last)
        elif self.atoms[k].place is not None:
            phrase.places.append(self.atoms[k].place or "")
            self._extend(phrase, k)

    def _from_state(self, phrase: Phrase) -> None:
        """ "Issa Toure of Niger": the state behind a full name is whose he is."""
        k = phrase.last + 2
        link = self._small(phrase.last + 1)
        if self.vocabulary.head_first or len(phrase.name) == 1 or Small.OF not in link or Small.AT in link:
            return
        if k < len(self.atoms) and self.atoms[k].states and not (self.atoms[k].demonym or self.atoms[k].owner):
            phrase.places.append(self.atoms[k].state or "")
            self._extend(phrase, k)

    def _places_after(self, phrase: Phrase) -> None:
        """The state of a place right after the phrase ("pemberontak di Irak"), which is no part of it."""
        j = self._behind(phrase.last + 1, self.vocabulary.based)  # "perusahaan yang berbasis di Irak"
        where = j + 1 < len(self.atoms) and Small.AT in self.atoms[j].small
        if where and fold(self.atoms[j].text) not in self.vocabulary.goals:  # "400 soldiers to Congo" are sent there
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

    def _is_adjective(self, phrase: Phrase) -> bool:
        """ "perlengkapan militer", "military equipment": the word says of what kind a thing is, and is no party."""
        head = phrase.heads[0]
        if not head.adjective or len(phrase.heads) > 1 or phrase.owners or phrase.pointer or phrase.small:
            return False
        if not self.vocabulary.head_first:
            return True
        at = phrase.first - 1
        while at > 0 and self._small(at) == Small.MODIFIER:
            at -= 1  # "pangkalan udara militer"
        before = self.atoms[at] if at >= 0 else None
        if before is None or before.text == "-":
            return before is not None
        word = fold(before.text)
        noun = word in self.vocabulary.plain if before.opening else self._plain(at)
        return noun and word not in self.vocabulary.openers and not word.startswith(self.vocabulary.verbal)

    def _is_party(self, phrase: Phrase) -> bool:
        """A head that says little needs a count, a pointer, an owner or a name beside it."""
        inside = self.atoms[phrase.first + 1 : phrase.last + 1]
        organized = phrase.heads[0].title and any(a.small & INSIDE for a in inside)
        community = organized or any(a.capital and a.small & INSIDE for a in inside)
        described = community or bool(phrase.owners or phrase.name or phrase.whom or phrase.pointer or phrase.owned)
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
