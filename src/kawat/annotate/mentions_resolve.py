"""Says whom each phrase of a document means, sentence by sentence from the front."""

from dataclasses import dataclass
from datetime import date

from kawat import knowledge
from kawat.annotate.entities import UNKNOWN, Entities, bare
from kawat.annotate.mentions_antecedents import Memory, PronounWeights, Seen
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_context import States, Weights
from kawat.annotate.mentions_phrases import Phrase
from kawat.knowledge import Form, Sense
from kawat.lang.parties import PASSED_ON, Head, Small
from kawat.model import EntityKind, Mention, MentionForm, Span
from kawat.text import fold

_ORGANIZED = (EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.MEDIA, EntityKind.COLLECTIVE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: what the atoms around it say."""

    subject: bool
    speaker: bool
    object: bool


@dataclass(frozen=True, slots=True)
class _Meant:
    entities: tuple[str, ...]
    why: str
    person: bool = False
    plural: bool = False


class Resolver:
    """Fills in entities phrase by phrase; phrases must come in the order of the text."""

    def __init__(self, text: str, states: States, on: date | None, pronouns: PronounWeights) -> None:
        self.entities = Entities()
        self._text = text
        self._states = states
        self._on = on
        self._memory = Memory(pronouns)

    # --- names told before they are needed

    def foresee(self, phrases: list[Phrase]) -> None:
        """Learns who the persons with a title and a state are, so that a headline's surname finds them."""
        for phrase in phrases:
            if phrase.name and phrase.heads and phrase.owners and phrase.head is not None and phrase.head.name:
                self._named_person(phrase)

    def mention(self, phrase: Phrase, place: Place, previous: Phrase | None) -> Mention:
        """The mention of a phrase, remembered for what comes after it."""
        meant = self._meant(phrase, previous)
        self._remember(phrase, place, meant)
        return Mention(phrase.span, phrase.form, meant.entities, meant.why)

    def _remember(self, phrase: Phrase, place: Place, meant: _Meant) -> None:
        words = {fold(w) for h in phrase.heads for w in h.word.split()}
        for owner in phrase.owners:
            words |= {fold(w) for w in owner.text.split()}
        if phrase.name:
            words |= {fold(a.text) for a in phrase.name}
        self._memory.add(
            Seen(
                phrase.sentence,
                phrase.span,
                meant.entities,
                tuple(self.entities.code(e) for e in meant.entities),
                tuple(self.entities.kind(e) for e in meant.entities),
                frozenset(words),
                person=meant.person,
                plural=meant.plural or len(meant.entities) > 1,
                subject=place.subject,
                speaker=place.speaker,
                object=place.object,
                named=phrase.form is MentionForm.NAME or bool(phrase.name),
                pronoun=phrase.pronoun is not None,
            )
        )

    def _meant(self, phrase: Phrase, previous: Phrase | None) -> _Meant:
        if phrase.pronoun is not None:
            return self._pronoun(phrase)
        if phrase.form is MentionForm.NAME and not phrase.heads:
            return self._name(phrase)
        if phrase.name:
            return self._titled(phrase)
        return self._description(phrase, previous)

    # --- names

    def _name(self, phrase: Phrase) -> _Meant:
        if phrase.owners:
            form = self._choose(phrase.owners[0].forms, phrase)
            entity = self.entities.known(form.known_id, phrase.span.of(self._text))
            person = self.entities.kind(entity) is EntityKind.PERSON
            return _Meant((entity,), f"known {form.sense.value.replace('_', ' ')}", person=person)
        name = _words(phrase.name, self._text)
        entity_or_none = self.entities.acronym(name) or self.entities.person(name)
        if entity_or_none is not None:
            self.entities.note_form(entity_or_none, name)
            person = self.entities.kind(entity_or_none) is EntityKind.PERSON
            return _Meant((entity_or_none,), "a name told before", person=person)
        state = self._states.best(phrase.sentence, phrase.span.start, local=False)
        entity = self.entities.own(name, state or UNKNOWN, EntityKind.PERSON)
        return _Meant((entity,), "unknown name, state in context" if state else "unknown name", person=True)

    def _choose(self, forms: tuple[Form, ...], phrase: Phrase) -> Form:
        """One of the senses of a form: the one told before, the one of the states around, the office holder."""
        if len(forms) == 1:
            return forms[0]
        near = self._states.scores(phrase.sentence, phrase.span.start, local=False)

        def worth(form: Form) -> tuple[float, ...]:
            known = knowledge.get(form.known_id)
            state = (known.state or known.code) if known else ""
            told = self.entities.code(form.known_id) != UNKNOWN
            person = known is not None and known.kind is EntityKind.PERSON
            holds = bool(person and self._on and self._holds(form.known_id, state))
            plain = form.sense is Sense.NAME
            return (not person, told, holds, near.get(state, 0.0) if person else 0.0, plain)

        return max(forms, key=worth)

    def _holds(self, person: str, state: str) -> bool:
        return self._on is not None and any(o.person_id == person for o in knowledge.holders(state, self._on))

    # --- a description with a proper name

    def _titled(self, phrase: Phrase) -> _Meant:
        head = phrase.head
        if head is not None and not head.name and head.title:
            return self._organization(phrase)
        return _Meant((self._named_person(phrase),), _why(phrase), person=True)

    def _named_person(self, phrase: Phrase) -> str:
        name = _words(phrase.name, self._text)
        role = self._role(phrase)
        known = self._known_person(phrase)
        if known is not None:
            entity = self.entities.known(known.known_id, name)
            self.entities.note_role(entity, role)
            return entity
        told = self.entities.person(name)
        code, sure = self._code(phrase)
        if told is not None and (not sure or bare(self.entities.code(told)) == bare(code)):
            self.entities.note_form(told, name)
            self.entities.note_role(told, role)
            return told
        return self.entities.own(name, code, EntityKind.PERSON, role)

    def _known_person(self, phrase: Phrase) -> Form | None:
        """The known person of a name, unless the phrase gives it another state or another first name."""
        states = {f.known_id for o in phrase.owners for f in o.states}
        for atom in phrase.name:
            for form in atom.persons:
                known = knowledge.get(form.known_id)
                whole = len(phrase.name) == 1 or form.sense is Sense.NAME
                if known is not None and whole and (not states or known.state in states or known.code in states):
                    return form
        return None

    def _role(self, phrase: Phrase) -> str:
        start = phrase.name[0].span.start
        return self._text[phrase.span.start : start].strip(" ,:(")

    def _organization(self, phrase: Phrase) -> _Meant:
        code, _ = self._code(phrase)
        name = phrase.span.of(self._text)
        proper = _words(phrase.name, self._text)
        told = self.entities.acronym(proper)
        if told is not None:
            return _Meant((told,), "short form told before")
        kind = phrase.heads[0].kind
        entity = self.entities.own(name, code, kind)
        self.entities.introduce(proper, entity)
        return _Meant((entity,), "a body named by its kind")

    # --- codes

    def _code(self, phrase: Phrase) -> tuple[str, bool]:
        """The code of a description and whether its own words tell it."""
        sector = phrase.sector
        owner = self._owner(phrase)
        if owner is not None:
            return _with_sector(owner, sector), True
        if phrase.people:
            return _with_sector(phrase.people, sector or "CVL"), True
        place = next((p for p in phrase.places if p), None)
        if place:
            return _with_sector(place, sector), True
        state = self._state_in_context(phrase)
        return (_with_sector(state, sector) if state else UNKNOWN), False

    def _owner(self, phrase: Phrase) -> str | None:
        """The code of the state, body or group that the words name."""
        bodies = [o for o in phrase.owners if o.bodies and not o.states]
        head = phrase.head
        if bodies and head is not None and (len(phrase.owners) == 1 or head.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION)):
            return self.entities.code(self._known(bodies[0].bodies[0], bodies[0]))
        for owner in phrase.owners:
            form = self._choose(owner.forms, phrase)
            known = knowledge.get(form.known_id)
            if known is not None:
                return bare(known.code) if known.kind is EntityKind.PERSON else known.code
        return None

    def _known(self, form: Form, atom: Atom) -> str:
        return self.entities.known(form.known_id, atom.text)

    def _state_in_context(self, phrase: Phrase) -> str | None:
        head = phrase.head
        return self._states.best(phrase.sentence, phrase.span.start, local=bool(head and head.local))

    # --- descriptions without a name

    def _description(self, phrase: Phrase, previous: Phrase | None) -> _Meant:
        plural = phrase.plural
        person = phrase.head is not None and phrase.head.kind is EntityKind.PERSON and not plural
        if len(phrase.owners) > 1 and all(o.states for o in phrase.owners) and self._joined_by_hyphen(phrase):
            found = tuple(self._group(phrase, _with_sector(o.states[0].known_id, phrase.sector)) for o in phrase.owners)
            return _Meant(found, "joined states", plural=True)
        if phrase.small & (Small.BOTH | Small.ALL_OF):
            both = self._both(phrase)
            if both is not None:
                return both
        if phrase.owned:
            return self._owned(phrase)
        back = self._back_reference(phrase)
        if back is not None:
            return back
        code, sure = self._code(phrase)
        if code == UNKNOWN:
            return _Meant((), "no state can be told", person=person, plural=plural)
        why = "head and state" if sure else "head, state in context"
        return _Meant((self._group(phrase, code),), why, person=person or self._single(phrase), plural=plural)

    def _single(self, phrase: Phrase) -> bool:
        return Small.ONE in phrase.small and not phrase.plural

    def _joined_by_hyphen(self, phrase: Phrase) -> bool:
        first, second = phrase.owners[:2]
        return self._text[first.span.end : second.span.start].strip() in {"-", "–"}

    def _group(self, phrase: Phrase, code: str) -> str:
        state_only = ":" not in code
        known = knowledge.get(code)
        kind = EntityKind.STATE if state_only else (phrase.heads[0].kind if phrase.heads else EntityKind.GROUP)
        if state_only and known is not None:
            kind = known.kind
        if kind in (EntityKind.STATE, EntityKind.PERSON) and not state_only:
            kind = EntityKind.GROUP
        return self.entities.described(code, kind, phrase.span.of(self._text))

    def _both(self, phrase: Phrase) -> _Meant | None:
        """ "kedua negara", "kedua pemimpin", "ketiga negara"."""
        count = 2 if Small.BOTH in phrase.small else 3
        persons = phrase.head is not None and phrase.head.kind is EntityKind.PERSON
        found = self._memory.distinct(phrase.sentence, count, lambda s: (s.person or not persons) and s.span.end <= phrase.span.start)
        if len(found) < count and persons:
            found = self._memory.distinct(phrase.sentence, count, lambda s: s.span.end <= phrase.span.start)
        if len(found) < count:
            return None
        entities = [e for s in found for e in s.entities]
        if not persons:
            entities = [self._state_of(e) for e in entities]
        return _Meant(tuple(dict.fromkeys(entities)), f"the last {count} parties", plural=True)

    def _state_of(self, entity: str) -> str:
        """A person's or ministry's state; anything else is itself."""
        code = self.entities.code(entity)
        state = knowledge.get(bare(code))
        if state is not None and self.entities.kind(entity) in (EntityKind.PERSON, EntityKind.STATE):
            return self.entities.known(bare(code), state.name)
        return entity

    def _owned(self, phrase: Phrase) -> _Meant:
        """ "pasukannya", "their troops": of the nearest subject with a state."""
        owner = self._memory.latest(
            phrase.sentence, lambda s: bool(s.codes) and s.subject and s.span.end <= phrase.span.start
        ) or self._memory.latest(phrase.sentence, lambda s: bool(s.codes) and s.span.end <= phrase.span.start)
        if owner is None or owner.codes[0] == UNKNOWN:
            code, _ = self._code(phrase)
            if code == UNKNOWN:
                return _Meant((), "no owner can be told", plural=phrase.plural)
            return _Meant((self._group(phrase, code),), "owner in context", plural=phrase.plural)
        code = owner.codes[0]
        sector = phrase.sector
        code = _with_sector(bare(code), sector) if sector else code
        return _Meant((self._group(phrase, code),), "owned by the nearest subject", plural=phrase.plural)

    def _back_reference(self, phrase: Phrase) -> _Meant | None:
        """ "negara itu", "kelompok tersebut", "presiden itu", and "polisi" after "polisi Irak"."""
        head = phrase.head
        if head is None or phrase.people:
            return None
        if self._owner(phrase) is not None and not (phrase.pointer and head.kind is EntityKind.PERSON):
            return None
        if phrase.pointer:
            return self._pointed(phrase, head)
        if phrase.owners or phrase.places or Small.ONE in phrase.small:
            return None
        same = self._memory.latest(
            phrase.sentence,
            lambda s: bool(s.entities) and s.span.end <= phrase.span.start and self._same_head(s, phrase) and self._same_sector(s, phrase),
        )
        if same is not None:
            return _Meant(same.entities, "same description before", person=same.person, plural=phrase.plural)
        return None

    def _same_head(self, seen: Seen, phrase: Phrase) -> bool:
        return any(fold(h.word) in seen.words or set(fold(h.word).split()) <= seen.words for h in phrase.heads[:1])

    def _same_sector(self, seen: Seen, phrase: Phrase) -> bool:
        sector = phrase.sector
        return all(c.partition(":")[2] == sector or (":" not in c and len(c) > 3) for c in seen.codes)

    def _pointed(self, phrase: Phrase, head: Head) -> _Meant | None:
        before = phrase.span.start
        owner = self._owner(phrase)
        if head.kind is EntityKind.STATE and head.sector == "" and not head.bare:
            state = self._pointed_state(phrase)
            return _Meant((state,), "the state told of") if state else None

        def fits(seen: Seen) -> bool:
            if not seen.entities or seen.span.end > before:
                return False
            if owner is not None and bare(seen.codes[0]) != bare(owner):
                return False
            if head.kind is EntityKind.PERSON:
                return seen.person and (self._same_head(seen, phrase) or self._has_role(seen, head))
            return self._same_head(seen, phrase)

        found = self._memory.latest(phrase.sentence, fits, 8)
        if found is None and owner is not None and head.kind is EntityKind.PERSON:
            found = self._memory.latest(
                phrase.sentence, lambda s: s.person and bool(s.codes) and bare(s.codes[0]) == bare(owner) and s.span.end <= before, 8
            )
        if found is None and owner is None:
            found = self._memory.latest(phrase.sentence, lambda s: s.span.end <= before and self._like(s, phrase, head), 5)
        if found is None:
            return None
        return _Meant(found.entities, "pointed back to", person=found.person, plural=phrase.plural)

    def _has_role(self, seen: Seen, head: Head) -> bool:
        return any(fold(head.word) in fold(self.entities.role(e) or "") for e in seen.entities)

    def _like(self, seen: Seen, phrase: Phrase, head: Head) -> bool:
        """Of the same kind, where no mention has the same word."""
        if not seen.entities:
            return False
        if head.kind is EntityKind.PERSON:
            return seen.person
        if head.kind in (EntityKind.ORGANIZATION, EntityKind.MEDIA) or head.sector == PASSED_ON:
            return any(k in _ORGANIZED for k in seen.kinds)
        sector = phrase.sector
        return bool(sector) and any(c.endswith(":" + sector) for c in seen.codes)

    def _pointed_state(self, phrase: Phrase) -> str | None:
        state = self._states.best(phrase.sentence, phrase.span.start, local=False)
        return self.entities.known(state, phrase.span.of(self._text)) if state else None

    # --- pronouns

    def _pronoun(self, phrase: Phrase) -> _Meant:
        pronoun = phrase.pronoun
        assert pronoun is not None  # noqa: S101  the caller asked
        if pronoun.number == "two":
            found = self._memory.distinct(phrase.sentence, 2, lambda s: s.span.end <= phrase.span.start)
            entities = tuple(dict.fromkeys(e for s in found for e in s.entities))
            return _Meant(entities, "pronoun: the last two parties", plural=True)
        if pronoun.person == "speaker":
            return self._speaker(phrase)
        clitic = len(phrase.span) == 3 and self._text[phrase.span.start - 1 : phrase.span.start].isalpha()
        seen = self._memory.antecedent(phrase.sentence, pronoun, clitic=clitic)
        if seen is None:
            return _Meant((), "pronoun without antecedent")
        why = "pronoun: nearest person" if seen.person else "pronoun: nearest group"
        return _Meant(seen.entities, why, person=pronoun.number == "one", plural=pronoun.number != "one")

    def _speaker(self, phrase: Phrase) -> _Meant:
        seen = self._memory.speaker(phrase.sentence)
        if seen is None:
            return _Meant((), "pronoun without speaker")
        plural = phrase.pronoun is not None and phrase.pronoun.number != "one"
        return _Meant(seen.entities, "pronoun: the speaker", person=not plural, plural=plural)


def _words(run: list[Atom], text: str) -> str:
    return Span(run[0].span.start, run[-1].span.end).of(text)


def _with_sector(code: str, sector: str) -> str:
    """Only states have sectors; the code of a body or group stays as it is."""
    known = knowledge.get(code)
    is_state = known is not None and known.kind is EntityKind.STATE
    return f"{code}:{sector}" if is_state and sector not in ("", PASSED_ON) else code


def _why(phrase: Phrase) -> str:
    return "title, state and name" if phrase.owners else "title and name, state in context"


__all__ = ["Place", "Resolver", "Weights"]
