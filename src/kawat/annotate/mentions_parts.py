"""Words that mean somebody by the part taken in the act told before: who is held and who holds, "the latter"."""

import re
from dataclasses import dataclass

from kawat import knowledge
from kawat.annotate.mentions_antecedents import Asking, Seen
from kawat.annotate.mentions_offices import Offices
from kawat.annotate.mentions_phrases import COUNTED, PLACES, Phrase
from kawat.annotate.mentions_references import Meant
from kawat.lang.parties import PASSED_ON, Small
from kawat.model import EntityKind
from kawat.model.codes import UNKNOWN, bare, sector_of
from kawat.text import fold

# Who is held is told of no further back than so many sentences.
_REACH = 2
# "They were later charged": so many words can stand between a pronoun and what is done to it.
_PREDICATE = 4
_CLAUSE = re.compile(r"[^,.;:!?]{0,60}")
# Kinds of people whom other words for them mean again: "journalist", "reporter".
_KINDS = frozenset({"REB", "OPP", "MED", "BUS", "REL", "NGO"})
# And of whom a politician or activist can be one.
_SIDES = frozenset({"OPP", "CVL", "NGO"})
_MANY = re.compile(r"(?:s|men|people)\Z")
_ARMED = frozenset({"COP", "MIL"})
_HELD = "who is held by another"
_HOLDER = "who holds another"


@dataclass(frozen=True, slots=True)
class _Hold:
    held: Seen
    holder: Seen | None


class Parts(Offices):
    """Finds whom the act told before holds, and who holds them."""

    def _by_part(self, phrase: Phrase) -> Meant | None:
        """Whom a pronoun or description means by a part in the act before; None where it tells of none."""
        if phrase.pronoun is not None:
            if phrase.pronoun.number in PLACES:
                return self._one_of_two(phrase, phrase.pronoun.number)
            return self._still_held(phrase)
        if phrase.owners or phrase.places or phrase.whom or phrase.name or not phrase.heads:
            return None
        return self._captives(phrase) or self._peer(phrase) or self._constables(phrase) or self._same_kind(phrase)

    def _one_of_two(self, phrase: Phrase, which: str) -> Meant:
        """ "The former", "the latter": one of the two told of last."""
        two = self._memory.distinct(phrase.sentence, 2, lambda s: s.span.end <= phrase.span.start and not s.pronoun)
        if len(two) < 2:
            return Meant((), "pronoun without antecedent")
        one = two[PLACES.index(which)]
        return Meant(one.entities, f"{which} of the two told of", person=one.person, plural=one.plural)

    def _still_held(self, phrase: Phrase) -> Meant | None:
        """ "Police arrested two Peruvians. They were charged.", "Polisi menahan dua warga Peru. Mereka dideportasi"."""
        pronoun = phrase.pronoun
        if pronoun is None or pronoun.person != "other" or pronoun.owner or pronoun.number not in ("one", "many"):
            return None
        freed = fold(self._word_before(phrase.span.start)) in self._vocabulary.freeing
        if not (freed or self._suffers(phrase.span.end)):
            return None
        many = pronoun.number == "many"
        if pronoun.animate == "thing" or (hold := self._hold(phrase, many=many)) is None:
            return None
        entities = self._memory.with_partner(hold.held) if many else hold.held.entities
        return Meant(entities, _HELD, person=not many, plural=many)

    def _suffers(self, end: int) -> bool:
        """Whether what is done to captives is told behind a place in the text: "were charged", "dideportasi"."""
        clause = _CLAUSE.match(self._text, end)
        words = [fold(w) for w in clause.group().split()[:_PREDICATE]] if clause is not None else []
        be, tried = self._vocabulary.passive_auxiliaries, self._vocabulary.tried
        if not be:
            return words[:1] != [] and words[0] in tried
        at = next((i for i, w in enumerate(words) if w in be), None)
        opens = self._vocabulary.prepositions | self._vocabulary.lower_in_titles  # "by police after being arrested"
        return at is not None and opens.isdisjoint(words[:at]) and any(w in tried for w in words[at + 1 :])

    def _captives(self, phrase: Phrase) -> Meant | None:
        """ "The hostages" and "their captors" behind those who were taken and who took them."""
        word, first = fold(phrase.heads[0].word), fold(phrase.span.of(self._text).split()[0])
        known = phrase.pointer or phrase.owned or first in self._vocabulary.definite
        if not known:
            return None
        if word in self._vocabulary.captors:
            hold = self._hold(phrase, many=None)
            return self._captor(phrase, hold) if hold is not None else None
        if word not in self._vocabulary.captives or phrase.owned:
            return None
        hold = self._hold(phrase, many=phrase.plural)
        return Meant(hold.held.entities, _HELD, plural=phrase.plural) if hold is not None else None

    def _captor(self, phrase: Phrase, hold: _Hold) -> Meant | None:
        """Who holds them, or else the state around that is not theirs and holds men of its rival."""
        if hold.holder is not None:
            return Meant(hold.holder.entities, _HOLDER, plural=phrase.plural)
        theirs = set(map(bare, hold.held.codes))
        near = {code: worth for code, worth in self._states.nearness(phrase).items() if code not in theirs}
        if sector_of(hold.held.codes[0]) != "MIL" or not near:
            return None
        state = max(near, key=lambda code: near[code])
        return Meant((self._group(phrase, state),), _HOLDER, plural=phrase.plural)

    def _peer(self, phrase: Phrase) -> Meant | None:
        """ "His counterpart": whoever of another state than his was told of just before."""
        word = fold(phrase.heads[0].word)
        several = phrase.plural or phrase.small & COUNTED or _MANY.search(word)  # "two of his colleagues"
        if not phrase.owned or several or word not in self._vocabulary.peers:
            return None
        owner = self._memory.antecedent(Asking(phrase.sentence, phrase.span, "owner", owned=True))
        if owner is None or len(owner.codes) != 1:
            return None

        def another(seen: Seen) -> bool:
            state = knowledge.get(seen.codes[0]) if len(seen.codes) == 1 and not seen.pronoun else None
            apart = state is not None and state.code != bare(owner.codes[0])
            return apart and state is not None and state.kind is EntityKind.STATE and seen.span.end <= phrase.span.start

        found = self._memory.latest(phrase.sentence, another, _REACH)
        return Meant(found.entities, "of another state told of", person=True) if found is not None else None

    def _constables(self, phrase: Phrase) -> Meant | None:
        """ "clashed with police outside the airport, where officers fired tear gas": officers of those police."""
        if fold(phrase.heads[0].word) not in self._vocabulary.officers:
            return None
        armed = (s for s in self._memory.all_near(phrase.sentence) if {*map(sector_of, s.codes)} & _ARMED)
        last = next(armed, None)
        if last is None or last.sentence < phrase.sentence - 1 or {*map(sector_of, last.codes)} != {"COP"}:
            return None
        return Meant(last.entities, "those of the kind told before", plural=phrase.plural)

    def _same_kind(self, phrase: Phrase) -> Meant | None:
        """ "The insurgents" behind "Yemeni rebels", "the activist" behind "Fatah activist Ana Soto": who alone of
        those told of just before is of that kind."""
        head = phrase.heads[0]
        word, first = fold(head.word), fold(phrase.span.of(self._text).split()[0])
        known = Small.ARTICLE in phrase.small and first in self._vocabulary.definite and not phrase.owned
        if not known or head.unnamed or (head.title and head.sector == PASSED_ON):
            return None  # "the group" can be any body
        kind = self._sector(phrase)
        fights = word in self._vocabulary.fighting
        near = [
            s
            for s in self._memory.all_near(phrase.sentence)
            if s.sentence >= phrase.sentence - _REACH and s.span.end <= phrase.span.start
            if s.codes and UNKNOWN not in s.codes and not s.pronoun
            if not (s.person and _MANY.search(word)) and not (s.plural and not _MANY.search(word))
            if (word in s.words and (kind not in _ARMED or {kind} == set(map(sector_of, s.codes))))
            or (kind in _KINDS and {kind} == set(map(sector_of, s.codes)))
            or (fights and s.person and sector_of(s.codes[0]) in _SIDES)
        ]
        if not near or len({s.codes for s in near}) > 1:
            return None
        return Meant(near[0].entities, "those of the kind told before", person=near[0].person, plural=phrase.plural)

    def _hold(self, phrase: Phrase, *, many: bool | None) -> _Hold | None:
        """The last of those who are held, one or many, and who holds them."""
        near = [s for s in self._memory.all_near(phrase.sentence) if s.sentence >= phrase.sentence - _REACH]
        for i, seen in enumerate(near):
            told = seen.codes and UNKNOWN not in seen.codes and not seen.pronoun
            if not told or seen.span.end > phrase.span.start or EntityKind.STATE in seen.kinds:
                continue
            if many is not None and many != (seen.plural or len(self._memory.joined(seen)) > 1):
                continue
            before = near[i + 1] if i + 1 < len(near) and near[i + 1].sentence == seen.sentence else None
            if fold(self._word_before(seen.span.start)) in self._vocabulary.holding:
                return _Hold(seen, before)
            does = fold(self._word_before(seen.span.start)) in self._vocabulary.by
            if not (does or seen.after_preposition) and self._suffers(seen.span.end):
                behind = near[i - 1] if i and near[i - 1].sentence == seen.sentence else None
                by = behind is not None and fold(self._word_before(behind.span.start)) in self._vocabulary.by
                return _Hold(seen, behind if by else None)
        return None


__all__ = ["Parts"]
