"""Words that refer back: pronouns, possessives, "negara itu", "kedua pemimpin", "presiden" after a president."""

from dataclasses import dataclass

from kawat import knowledge
from kawat.annotate.mentions_antecedents import Asking, Seen
from kawat.annotate.mentions_codes import BODIES, with_sector
from kawat.annotate.mentions_papers import Papers
from kawat.annotate.mentions_phrases import Phrase
from kawat.lang.parties import PASSED_ON, Head, Small
from kawat.model import EntityKind, Span
from kawat.model.codes import UNKNOWN, bare, sector_of
from kawat.text import fold

_ANY_STATE = "INTL"
# "Ketiganya" is no further behind those that were counted than so many sentences.
_COUNTED_REACH = 3
_TWO = 2
# "The group" is no further behind who it is than so many sentences, and can be such as no name tells.
_BODY_REACH = 2
_OF_GROUPS = (":REB", ":NGO")
# "Kedua pihak" are those of "kedua negara" so many sentences before.
_AGAIN_REACH = 2
_BY_CLAUSE = "whose the clause tells"  # sure: the choice among the parties around may not put another


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a phrase means and why; `person` one human being, `plural` several."""

    entities: tuple[str, ...]
    why: str
    person: bool = False
    plural: bool = False


class References(Papers):
    """Finds what words that refer back mean among the mentions so far."""

    def _both(self, phrase: Phrase) -> Meant | None:
        """ "kedua negara", "kedua pemimpin", "ketiga negara"."""
        head = phrase.head
        if not phrase.small & (Small.BOTH | Small.ALL_OF):
            return None
        if head is None or (phrase.sector not in ("", PASSED_ON) and head.kind is EntityKind.GROUP):
            return None  # "kedua tersangka" are not the parties told of
        count = 2 if Small.BOTH in phrase.small else 3
        persons = head.kind is EntityKind.PERSON
        states = head.country or any(h.kind is EntityKind.STATE for h in phrase.heads)  # "kedua pihak pemerintah"

        def party(seen: Seen) -> bool:
            """Whoever was told of, of states who is of one; no agency that is told something, no mediator."""
            told = states and (EntityKind.MEDIA in seen.kinds or not all(map(_of_state, seen.codes)))
            if told or self._mediates(seen):
                return False
            return seen.span.end <= phrase.span.start and not (as_object and seen.sentence == phrase.sentence)

        as_object = self._is_object(phrase.span.start)
        named = head.name and head.bare and not persons and not phrase.people
        two = self._memory.persons(phrase.sentence, count) if named else ()
        if two:
            return Meant(two, f"the last {count} persons", plural=True)
        again = None if persons else self._counted_again(phrase, count)
        if again is not None:
            return again
        found = self._memory.distinct(phrase.sentence, count, lambda s: (s.person or not persons) and party(s))
        if len(found) < count and persons:
            found = self._memory.distinct(phrase.sentence, count, party)
        if len(found) < count:
            return None
        entities = [e for s in found for e in s.entities]
        if head.country:
            entities = [self._state_of(e) for e in entities]
        return Meant(tuple(dict.fromkeys(entities)), f"the last {count} parties", plural=True)

    def _as_many(self, phrase: Phrase) -> Meant | None:
        """ "tiga gerilyawan Palestina ... ketiga orang itu": the last ones that are counted so, of whatever trade.

        "Seorang warga Peru dan seorang warga Chili ... kedua tersangka" are two as well.
        """
        told = phrase.owners or phrase.places or phrase.whom or phrase.name or phrase.people or phrase.abroad
        first = next((w for w in self._folded(phrase.span) if w not in self._vocabulary.definite), "")
        all_of = bool(phrase.small & (Small.BOTH | Small.ALL_OF))
        if told or phrase.owned or not phrase.sector or phrase.sector == PASSED_ON or not (all_of or phrase.pointer):
            return None
        count = self._vocabulary.counted.get(first, frozenset({first}))
        as_object = self._is_object(phrase.span.start)

        def fits(seen: Seen) -> bool:
            if seen.span.end > phrase.span.start or (as_object and seen.sentence == phrase.sentence):
                return False
            two = Small.BOTH in phrase.small and len(self._memory.joined(seen)) == _TWO
            if not (two and seen.person) and self._folded(seen.span)[0] not in count:
                return False
            sectors = set(map(sector_of, seen.codes))
            return (
                phrase.sector == "CVL" or sectors == {phrase.sector} or (phrase.sector == "REB" and sectors == {"CVL"})
            )

        last = self._memory.latest(phrase.sentence, fits, _COUNTED_REACH)
        if last is None or not last.codes or UNKNOWN in last.codes:
            return None
        entities = self._memory.with_partner(last) if last.person else last.entities
        return Meant(entities, "as many as told before", plural=True)

    def _folded(self, span: Span) -> list[str]:
        return [fold(w) for w in span.of(self._text).split()]

    def _counted_again(self, phrase: Phrase, count: int) -> Meant | None:
        """ "kedua pihak" a sentence or two after "kedua negara" are the same ones."""

        def fits(seen: Seen) -> bool:
            states = len({bare(c) for c in seen.codes}) == count and all(map(_of_state, seen.codes))
            return states and not seen.named and not seen.pronoun and seen.span.end <= phrase.span.start

        last = self._memory.latest(phrase.sentence, fits, _AGAIN_REACH)
        if last is None:
            return None
        return Meant(tuple(map(self._state_of, last.entities)), "the same as before", plural=True)

    def _owned(self, phrase: Phrase) -> Meant:
        """ "pasukannya", "their troops"."""
        if any(h.code and h.kind is not EntityKind.COLLECTIVE for h in phrase.heads):
            return self._by_context(phrase)  # "its peacekeepers" are one body's, whoever calls them its own
        sector = phrase.sector
        apart, word = self._accusers(phrase), fold(phrase.heads[0].word)
        shared = self._is_shared(phrase)
        asking = Asking(phrase.sentence, phrase.span, "owner", word, sector, owned=True, apart=apart, shared=shared)
        told = self._sayer(phrase) or self._told_to(phrase) or self._told_by_theirs(phrase)
        owner = told or self._memory.antecedent(asking)
        if owner is None or not owner.codes or owner.codes[0] == UNKNOWN:
            return self._by_context(phrase)
        owners = self._memory.joined(owner) if shared else (owner,)
        codes = [asking.code(s.codes[0]) for s in owners if s.codes]
        if phrase.heads[0].kind is EntityKind.STATE:
            codes = [self._governed(code) for code in codes]
        whose = tuple(dict.fromkeys(self._group(phrase, code) for code in codes))
        return Meant(whose, _BY_CLAUSE if told is not None else "of the one told before", plural=phrase.plural)

    def _other(self, phrase: Phrase) -> Meant | None:
        """ "tetangganya", "bekas jajahan Prancis itu": the state around that is not the one whose it is."""
        if phrase.plural:
            return None
        whose = self._owner(phrase)
        if whose is None and phrase.owned:
            owner = self._memory.antecedent(Asking(phrase.sentence, phrase.span, "owner", owned=True))
            whose = owner.codes[0] if owner is not None else None
        if whose is None:
            return None
        apart = {bare(whose)}
        if not phrase.owned:  # "Rusia mengirim pelatih ke bekas jajahan Prancis itu": nor the one who acts
            apart |= {bare(c) for s in self._memory.of_sentence(phrase.sentence) for c in s.codes}
        told = {code for code in self._states.nearness(phrase) if code not in apart}
        last = self._memory.latest(phrase.sentence, lambda s: len(s.codes) == 1 and bare(s.codes[0]) in told)
        if last is None:
            return Meant((), "no state can be told")
        return Meant((self.entities.known(bare(last.codes[0]), None),), "another state than whose it is")

    def _governed(self, code: str) -> str:
        """The state that a government is of: "kabinetnya" after a group that governs is its state's."""
        known = knowledge.get(bare(code))
        group = known is not None and known.kind is EntityKind.GROUP
        return known.state if known is not None and group and known.state else bare(code)

    def _back_reference(self, phrase: Phrase) -> Meant | None:
        """ "negara itu", "kelompok tersebut", "presiden itu", and "polisi" after "polisi Irak"."""
        head = phrase.head
        if head is None or phrase.people or phrase.whom or (head.code and head.kind is EntityKind.STATE):
            return None
        if self._owner(phrase) is not None and not (phrase.pointer and head.kind is EntityKind.PERSON):
            return None
        if head.country and phrase.plural:
            return self._many_states(phrase)
        if head.union and (phrase.pointer or Small.ARTICLE in phrase.small) and Small.ONE not in phrase.small:
            return self._union(phrase)
        if phrase.pointer:
            return self._pointed(phrase, head)
        if phrase.owners or phrase.places or Small.ONE in phrase.small:
            return None
        if head.title and head.sector == PASSED_ON and Small.ARTICLE in phrase.small and not phrase.plural:
            return self._same_body(phrase)
        if head.person and not phrase.plural:
            holder = self._memory.latest(
                phrase.sentence, lambda s: s.person and s.span.end <= phrase.span.start and self._has_role(s, head), 12
            )
            if holder is not None:
                return Meant(holder.entities, "the holder of the title told before", person=True)
        return None

    def _many_states(self, phrase: Phrase) -> Meant:
        """ "negara-negara itu" are those told before, "enam negara" is anybody."""
        if phrase.pointer:
            found = self._memory.distinct(phrase.sentence, 3, lambda s: s.span.end <= phrase.span.start)
            if len(found) >= 3:
                return Meant(tuple(e for s in found for e in s.entities), "the states told before", plural=True)
        return Meant((self._group(phrase, _ANY_STATE),), "states that are not named", plural=True)

    def _union(self, phrase: Phrase) -> Meant | None:
        """ "the bloc" is the union of states told of last: "the European Union said ... The bloc ..."."""

        def of_states(seen: Seen) -> bool:
            known = knowledge.get(seen.codes[0]) if len(seen.codes) == 1 else None
            body = known is not None and known.kind is EntityKind.ORGANIZATION and known.code != known.state
            return body and seen.span.end <= phrase.span.start

        found = self._memory.latest(phrase.sentence, lambda s: of_states(s) and (s.subject or s.speaker))
        found = found or self._memory.latest(phrase.sentence, of_states)
        return Meant(found.entities, "union of states told of") if found is not None else None

    def _unnamed(self, phrase: Phrase) -> Meant | None:
        """ "seorang diplomat" is of no state that can be told, and so is "diplomat itu" behind him."""
        if not phrase.unnamed:
            return None
        if self._is_paper(phrase):
            issuer = self._issuer(phrase)
            if issuer is not None:
                return Meant(issuer.entities, "of who put it out")
            if self._is_known_paper(phrase):
                return None
        nobody = Meant((), "no state can be told", person=self._single(phrase), plural=phrase.plural)
        if not phrase.pointer:
            self._nobodies.add(phrase.span)
            return nobody
        word = fold(phrase.heads[0].word)
        last = self._memory.latest(phrase.sentence, lambda s: s.span in self._nobodies or word in s.words)
        if last is None or last.span not in self._nobodies:
            return None
        self._nobodies.add(phrase.span)
        return nobody

    def _pointed(self, phrase: Phrase, head: Head) -> Meant | None:
        owner = self._owner(phrase)
        if head.country:
            state = self._states.best(phrase)
            if state is None:
                return None
            return Meant((self.entities.known(state, None),), "the state told of")
        kind = "pointed " + ("person" if head.person or head.kind is EntityKind.PERSON else str(head.kind))
        code, _ = self._code(phrase)
        alone = (
            None
            if code == UNKNOWN
            else Seen(phrase.sentence, phrase.span, (code,), (code,), (EntityKind.UNKNOWN,), frozenset())
        )
        named = bare(owner) if owner is not None else None
        sector = "" if head.sector == PASSED_ON else phrase.sector
        asking = Asking(phrase.sentence, phrase.span, kind, fold(head.word), sector, named, alone)
        found = self._same_office(phrase, head) or self._memory.antecedent(asking)
        if found is None or found is alone:
            return None
        forces = found.kinds == (EntityKind.STATE,) or found.codes[0].endswith((":MIL", ":COP"))
        if head.title and head.sector == PASSED_ON and forces and not found.person:
            return self._told_body(phrase, head, found)
        if found.person and not head.sector and not head.person and head.kind is EntityKind.GROUP:
            # "kapal itu" is no human being
            return Meant((self._group(phrase, bare(found.codes[0])),), "of the state of the one told before")
        if head.kind is EntityKind.STATE and found.codes[0].endswith((":CVL", ":OPP")):
            return Meant((self._group(phrase, bare(found.codes[0])),), "the state of the one pointed back to")
        if len(found.codes) == 1 and not found.person and asking.code(found.codes[0]) != found.codes[0]:
            return Meant((self._group(phrase, asking.code(found.codes[0])),), "pointed back to", plural=phrase.plural)
        return Meant(found.entities, "pointed back to", person=found.person, plural=phrase.plural)

    def _same_office(self, phrase: Phrase, head: Head) -> Seen | None:
        """ "Kementerian itu" is the ministry told of last, whichever states stand between."""
        if head.kind is not EntityKind.STATE or self._owner(phrase) is not None:
            return None
        word = fold(head.word)

        def fits(seen: Seen) -> bool:
            return (
                word in seen.words and len(seen.codes) == 1 and not seen.person and seen.span.end <= phrase.span.start
            )

        return self._memory.latest(phrase.sentence, fits)

    def _same_body(self, phrase: Phrase) -> Meant | None:
        """ "The agency" is the body, "the group" the body or the armed men, that the report told of just before."""

        def fits(seen: Seen) -> bool:
            known = knowledge.get(seen.codes[0]) if len(seen.codes) == 1 and not seen.pronoun else None
            body = (known is not None and known.kind in BODIES) or any(c.endswith(_OF_GROUPS) for c in seen.codes)
            body = body or (seen.kinds == (EntityKind.ORGANIZATION,) and ":" in seen.codes[0])  # a union, a party
            return body and not seen.person and seen.span.end <= phrase.span.start

        told = self._memory.latest(phrase.sentence, fits, _BODY_REACH)
        return Meant(told.entities, "the body told of last") if told is not None else None

    def _told_body(self, phrase: Phrase, head: Head, state: Seen) -> Meant:
        """ "kelompok itu", "the agency" is no state, but the body told of last, if one was."""

        def body(seen: Seen) -> bool:
            known = knowledge.get(seen.codes[0]) if len(seen.codes) == 1 and not seen.pronoun else None
            return known is not None and known.kind in BODIES and seen.span.end <= phrase.span.start

        told = self._memory.latest(phrase.sentence, body)
        if told is not None:
            return Meant(told.entities, "the body told of last")
        return Meant((self._group(phrase, with_sector(state.codes[0], head.default)),), "pointed back to")

    def _has_role(self, seen: Seen, head: Head) -> bool:
        return any(fold(head.word) in fold(self.entities.role(e) or "") for e in seen.entities)

    def _pronoun(self, phrase: Phrase) -> Meant:
        pronoun = phrase.pronoun
        assert pronoun is not None  # noqa: S101  the caller asked
        counted = self._counted(phrase, pronoun.count)
        if counted is not None:
            return Meant(counted.entities, "pronoun: as many told of before", plural=True)
        if pronoun.number == "two":
            entities = self._memory.persons(phrase.sentence, 2) or self._two_again(phrase) or self._two_parties(phrase)
            return Meant(entities, "pronoun: the last two parties", plural=True)
        clitic = self._text[phrase.span.start - 1 : phrase.span.start].isalpha()
        held = pronoun.number == "any"
        if held:  # "menuduhnya" is like "menuduh dia", "kunjungannya" like "pasukannya"
            kind = "other one person" if self._is_verbal(self._word_before(phrase.span.start)) else "owner"
        elif pronoun.owner and pronoun.person == "other":
            kind = "owner"
        else:
            kind = "clitic" if clitic else f"{pronoun.person} {pronoun.number} {pronoun.animate}"
        if pronoun.person == "other" and not clitic:
            doers = self._other_side(phrase)
            doers = (*doers, *self._law(phrase))
        else:
            doers = self._doers(phrase) if clitic and held else ()
        told = self._told_by_clause(phrase, clitic=clitic)
        seen = told or self._memory.antecedent(
            Asking(
                phrase.sentence,
                phrase.span,
                kind,
                apart=self._judges(phrase) if pronoun.owner else frozenset(),
                doers=frozenset() if pronoun.owner else frozenset(doers),
                thing=pronoun.animate == "thing",
                human=pronoun.animate == "person",
            )
        )
        if seen is None:
            return Meant((), "pronoun without antecedent")
        if pronoun.person == "speaker":
            why = "pronoun: the speaker"
        elif told is not None:
            why = _BY_CLAUSE
        else:
            why = "pronoun: nearest person" if seen.person else "pronoun: nearest group"
        one = pronoun.number == "one" or (held and seen.person)
        entities = self._memory.with_partner(seen) if not one and pronoun.person == "other" else seen.entities
        return Meant(entities, why, person=one, plural=not one)

    def _counted(self, phrase: Phrase, count: frozenset[str]) -> Seen | None:
        """ "tiga pria ... ketiganya": the last party before that is counted so."""

        def fits(seen: Seen) -> bool:
            first = seen.span.of(self._text).split()[0]
            return fold(first) in count and seen.span.end <= phrase.span.start

        return self._memory.latest(phrase.sentence, fits, _COUNTED_REACH) if count else None

    def _two_again(self, phrase: Phrase) -> tuple[str, ...]:
        """The two persons that the same word meant before."""
        word = fold(phrase.span.of(self._text))
        last = self._memory.latest(phrase.sentence, lambda s: s.pronoun and fold(s.span.of(self._text)) == word)
        persons = last is not None and all(self.entities.kind(e) is EntityKind.PERSON for e in last.entities)
        return last.entities if last is not None and persons and len(last.entities) == 2 else ()

    def _two_parties(self, phrase: Phrase) -> tuple[str, ...]:
        """The last two parties, no agency that is told something ("kata pejabat itu kepada Antara, keduanya ...").

        An object ("membebaskan keduanya") is nobody that its own sentence names before.
        """
        is_object = self._is_object(phrase.span.start)

        def fits(seen: Seen) -> bool:
            if EntityKind.MEDIA in seen.kinds or self._mediates(seen):
                return False
            return seen.span.end <= phrase.span.start and not (is_object and seen.sentence == phrase.sentence)

        found = self._memory.distinct(phrase.sentence, 2, fits)
        return tuple(dict.fromkeys(e for s in found for e in s.entities))

    def _by_context(self, phrase: Phrase) -> Meant:
        """Whom the words mean by themselves, with the state in context where they name none."""
        plural = phrase.plural
        person = self._single(phrase)
        code, sure = self._code(phrase)
        if code == UNKNOWN:
            return Meant((), "no state can be told", person=person, plural=plural)
        why = "head and state" if sure else "head, state in context"
        return Meant((self._group(phrase, code),), why, person=person, plural=plural)

    def _single(self, phrase: Phrase) -> bool:
        if phrase.plural or phrase.head is None:
            return False
        one = Small.ONE in phrase.small and phrase.head.kind is not EntityKind.ORGANIZATION  # "a trade union"
        return one or phrase.head.kind is EntityKind.PERSON


def _of_state(code: str) -> bool:
    known = knowledge.get(bare(code))
    return known is None or known.kind is EntityKind.STATE
