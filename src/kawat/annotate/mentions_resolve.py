"""Says whom each phrase of a document means, sentence by sentence from the front."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kawat import knowledge
from kawat.annotate.entities import UNKNOWN, Entities, bare, name_tokens
from kawat.annotate.mentions_antecedents import Asking, Memory, Seen
from kawat.annotate.mentions_atoms import Atom, is_organ, kind_of
from kawat.annotate.mentions_context import States
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_weights import Weights
from kawat.knowledge import Form, Sense
from kawat.lang.parties import PASSED_ON, Head, PartyWords, Small
from kawat.model import EntityKind, Mention, MentionForm, Span
from kawat.text import fold

_ANY_STATE = "INTL"
# "Knut Hagenrud, 42, Menteri Norwegia", "Hagenrud (42), seorang warga Norwegia"
_APPOSED = re.compile(r"(?:\s?\(\d+\))?\s?,\s(?:\d+\s?,\s)?(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: what the atoms around it say."""

    subject: bool
    speaker: bool
    after_preposition: bool


@dataclass(frozen=True, slots=True)
class _Meant:
    entities: tuple[str, ...]
    why: str
    person: bool = False
    plural: bool = False


class Resolver:
    """Fills in entities phrase by phrase; phrases must come in the order of the text."""

    def __init__(self, text: str, states: States, on: date | None, weights: Weights, vocabulary: PartyWords) -> None:
        self.entities = Entities()
        self._text = text
        self._states = states
        self._on = on
        self._vocabulary = vocabulary
        self._memory = Memory(weights)
        self._places_of: dict[tuple[str, ...], list[Phrase]] = {}
        self._same_as: dict[Span, str] = {}  # titles in apposition to a name

    # --- names told before they are needed

    def foresee(self, phrases: list[Phrase]) -> None:
        """Learns who the persons with a title and a state are, so that a headline's surname finds them."""
        for phrase in phrases:
            if phrase.name and phrase.head is not None and phrase.head.name:
                office = any(h.office for h in phrase.heads) and self._known_person(phrase) is not None
                if phrase.owners or office:
                    self._named_person(phrase)
            elif not phrase.heads and len(phrase.owners) == 1 and " " in phrase.owners[0].text:
                for form in phrase.owners[0].persons[:1]:
                    self._known(form, phrase.owners[0].text)
        for name, title in pairwise(phrases):
            if self._apposed(name, title):
                self._entitle(name, title)

        self._pool([p for p in phrases if p.form is MentionForm.NAME and p.name and not p.heads])

    def _pool(self, names: list[Phrase]) -> None:
        """The state of a bare name is told by all the places where it stands, not by the first."""
        self._places_of = defaultdict(list)
        for phrase in names:
            self._places_of[name_tokens(_words(phrase.name, self._text))].append(phrase)

    def _apposed(self, name: Phrase, title: Phrase) -> bool:
        """ "Condoleezza Rice, Menteri Luar Negeri AS,"."""
        between = self._text[name.span.end : title.span.start]
        head = title.head
        return (
            name.sentence == title.sentence
            and _APPOSED.fullmatch(between) is not None
            and name.form is MentionForm.NAME
            and not name.heads
            and head is not None
            and (head.person or (head.name and Small.ONE in title.small))
            and not title.name
            and not title.plural
            and bool(title.owners or title.places or len(name.name) > 1)
        )

    def _entitle(self, name: Phrase, title: Phrase) -> None:
        entity = self.entities.person(name.span.of(self._text))
        if entity is None and name.name and (title.owners or title.places):
            code, _ = self._code(title)
            entity = self.entities.own(_words(name.name, self._text), code, EntityKind.PERSON)
        if entity is not None:
            self.entities.note_role(entity, title.span.of(self._text))
            self._same_as[title.span] = entity

    def mention(self, phrase: Phrase, place: Place) -> Mention:
        """The mention of a phrase, remembered for what comes after it."""
        meant = self._meant(phrase)
        if phrase.short is not None and len(meant.entities) == 1:
            self.entities.introduce(phrase.short, meant.entities[0])
        self._remember(phrase, place, meant)
        return Mention(phrase.span, phrase.form, meant.entities, meant.why)

    def _remember(self, phrase: Phrase, place: Place, meant: _Meant) -> None:
        words = {fold(w) for h in phrase.heads for w in h.word.split()}
        for owner in phrase.owners:
            words |= {fold(w) for w in owner.text.split()}
        if phrase.name:
            words |= {fold(a.text) for a in phrase.name}
        self._note(phrase, meant)
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
                after_preposition=place.after_preposition,
                named=phrase.form is MentionForm.NAME or bool(phrase.name),
                pronoun=phrase.pronoun is not None,
            )
        )

    def _note(self, phrase: Phrase, meant: _Meant) -> None:
        """Tells the states what was found, for phrases after this one."""
        if len(meant.entities) != 1 or phrase.pronoun is not None:
            return
        code = bare(self.entities.code(meant.entities[0]))
        if code == UNKNOWN:
            return
        if phrase.head is not None:
            self._states.note(phrase.sentence, phrase.span.start, code, fold(phrase.heads[0].word))
        if meant.person and not phrase.owners:
            self._states.note(phrase.sentence, phrase.span.start, code, None)

    def _meant(self, phrase: Phrase) -> _Meant:
        if phrase.pronoun is not None:
            return self._pronoun(phrase)
        if phrase.form is MentionForm.NAME and not phrase.heads:
            return self._name(phrase)
        if phrase.name:
            return self._titled(phrase)
        return self._description(phrase)

    # --- names

    def _name(self, phrase: Phrase) -> _Meant:
        if phrase.owners:
            people = self._also_people(phrase)
            if people is not None:
                return people
            form = self._choose(phrase.owners[0].forms, phrase)
            entity = self._known(form, phrase.span.of(self._text))
            person = self.entities.kind(entity) is EntityKind.PERSON
            return _Meant((entity,), f"known {form.sense.value.replace('_', ' ')}", person=person)
        name = _words(phrase.name, self._text)
        entity_or_none = self.entities.acronym(name) or self.entities.person(name)
        if entity_or_none is not None:
            self.entities.note_form(entity_or_none, name)
            person = self.entities.kind(entity_or_none) is EntityKind.PERSON
            return _Meant((entity_or_none,), "a name told before", person=person)
        state = self._states.best_of(self._places_of.get(name_tokens(name)) or [phrase])
        entity = self.entities.own(name, state or UNKNOWN, EntityKind.PERSON)
        return _Meant((entity,), "unknown name, state in context" if state else "unknown name", person=True)

    def _also_people(self, phrase: Phrase) -> _Meant | None:
        """ "warga Italia, Spanyol dan Perancis": the states that go on a list of people are people too."""
        last = self._memory.last
        if last is None or last.sentence != phrase.sentence or not phrase.owners[0].states or len(last.codes) != 1:
            return None
        between = self._text[last.span.end : phrase.span.start].strip(" ,")
        if not last.codes[0].endswith(":CVL") or (between and not self._is_and(between)) or last.person:
            return None
        entity = self._group(phrase, f"{phrase.owners[0].states[0].known_id}:CVL")
        return _Meant((entity,), "on a list of people", plural=True)

    def _is_and(self, text: str) -> bool:
        return any(Small.AND in x.small for x in self._vocabulary.lexemes.get(text))

    def _choose(self, forms: tuple[Form, ...], phrase: Phrase) -> Form:
        """One of the senses of a form: the one told before, the one of the states around, the office holder."""
        if len(forms) == 1:
            return forms[0]
        near = self._states.nearness(phrase)

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
            entity = self.entities.known(known.known_id, name, self._code_by_title(known.known_id, phrase))
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
        """The known person of a name, unless the phrase gives another state or another first name."""
        owners = {
            known.code for o in phrase.owners for f in o.forms if (known := knowledge.get(f.known_id)) is not None
        }
        fits = [
            form
            for atom in phrase.name
            for form in atom.persons
            if (len(phrase.name) == 1 or form.sense is not Sense.SHORT)
            and (not owners or owners & _served(form.known_id))
        ]
        return self._choose(tuple(fits), phrase) if fits else None

    def _code_by_title(self, person: str, phrase: Phrase) -> str:
        """What a known person stands for: by the state or body that the title names, by the office, by the day."""
        owner = self._owner(phrase)
        roles = {h.office for h in phrase.heads if h.office}
        offices = [o for o in knowledge.offices_of(person) if o.role in roles]
        if owner is not None and (not offices or owner in {o.state for o in offices}):
            return _with_sector(owner, phrase.sector)
        if offices:
            held = [
                o for o in offices if self._on and o.start and o.start <= self._on and (not o.end or self._on <= o.end)
            ]
            return (held or offices)[-1].state
        return knowledge.code_of(person, self._on)

    def _role(self, phrase: Phrase) -> str:
        start = phrase.name[0].span.start
        return self._text[phrase.span.start : start].strip(" ,:(")

    def _organization(self, phrase: Phrase) -> _Meant:
        code, _ = self._code(phrase)
        name = phrase.span.of(self._text).partition(" (")[0]
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
        fixed = next((h.code for h in phrase.heads if h.code), None)
        if owner is None and fixed:
            return _with_sector(fixed, sector), True
        if owner is not None:
            return _with_sector(owner, sector or ("CVL" if phrase.people is not None else "")), True
        if phrase.people:
            return _with_sector(phrase.people, sector or "CVL"), True
        place = next((p for p in phrase.places if p), None)
        if place:
            return _with_sector(place, sector), True
        state = self._states.best(phrase)
        sector = sector or ("CVL" if phrase.people is not None else "")
        return (_with_sector(state, sector) if state else UNKNOWN), False

    def _owner(self, phrase: Phrase) -> str | None:
        """The code of the state, body or group that the words name."""
        bodies = [o for o in phrase.owners if o.bodies and not o.states and not is_organ(o)]
        head = phrase.head
        if (
            bodies
            and head is not None
            and (len(phrase.owners) == 1 or head.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION))
        ):
            body = knowledge.get(bodies[0].bodies[0].known_id)
            return body.code if body is not None else None
        weak = [o for o in phrase.owners if is_organ(o) or o.of_kind(EntityKind.COLLECTIVE)]
        for owner in [*(o for o in phrase.owners if o not in weak), *weak]:
            form = self._choose(owner.forms, phrase)
            known = knowledge.get(form.known_id)
            if known is not None:
                return bare(known.code) if known.kind is EntityKind.PERSON else known.code
        return None

    def _known(self, form: Form, seen: str) -> str:
        person = kind_of(form) is EntityKind.PERSON
        return self.entities.known(form.known_id, seen, knowledge.code_of(form.known_id, self._on) if person else None)

    # --- descriptions without a name

    def _description(self, phrase: Phrase) -> _Meant:
        plural = phrase.plural
        if len(phrase.owners) > 1 and all(o.states for o in phrase.owners) and self._joined_by_hyphen(phrase):
            found = tuple(self._group(phrase, _with_sector(o.states[0].known_id, phrase.sector)) for o in phrase.owners)
            return _Meant(found, "joined states", plural=True)
        if phrase.small & (Small.BOTH | Small.ALL_OF):
            both = self._both(phrase)
            if both is not None:
                return both
        if phrase.owned:
            return self._owned(phrase)
        if phrase.span in self._same_as:
            return _Meant((self._same_as[phrase.span],), "title in apposition to a name", person=True)
        body = self._known_body(phrase)
        if body is not None:
            return _Meant((body,), "kind and known name", plural=plural)
        back = self._back_reference(phrase)
        return back if back is not None else self._by_context(phrase)

    def _by_context(self, phrase: Phrase) -> _Meant:
        """Whom the words mean by themselves, with the state in context where they name none."""
        plural = phrase.plural
        person = self._single(phrase)
        code, sure = self._code(phrase)
        if code == UNKNOWN:
            return _Meant((), "no state can be told", person=person, plural=plural)
        why = "head and state" if sure else "head, state in context"
        return _Meant((self._group(phrase, code),), why, person=person, plural=plural)

    def _known_body(self, phrase: Phrase) -> str | None:
        """ "kantor berita TASS", "gerakan Hamas": the body itself."""
        head = phrase.head
        owners = [o for o in phrase.owners if o.bodies and not o.states]
        if head is None or not head.title or len(phrase.heads) > 1 or len(owners) != 1:
            return None
        return self._known(owners[0].bodies[0], owners[0].text)

    def _single(self, phrase: Phrase) -> bool:
        if phrase.plural or phrase.head is None:
            return False
        return Small.ONE in phrase.small or phrase.head.kind is EntityKind.PERSON

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
        head = phrase.head
        if head is None or (phrase.sector not in ("", PASSED_ON) and head.kind is EntityKind.GROUP):
            return None  # "kedua tersangka" are not the parties told of
        count = 2 if Small.BOTH in phrase.small else 3
        persons = phrase.head is not None and phrase.head.kind is EntityKind.PERSON
        found = self._memory.distinct(
            phrase.sentence, count, lambda s: (s.person or not persons) and s.span.end <= phrase.span.start
        )
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
        """ "pasukannya", "their troops"."""
        sector = phrase.sector
        asking = Asking(phrase.sentence, phrase.span, "owner", fold(phrase.heads[0].word), sector, owned=True)
        owner = self._memory.antecedent(asking)
        if owner is None or owner.codes[0] == UNKNOWN:
            return self._by_context(phrase)
        return _Meant(
            (self._group(phrase, asking.code(owner.codes[0])),), "of the one told before", plural=phrase.plural
        )

    def _back_reference(self, phrase: Phrase) -> _Meant | None:
        """ "negara itu", "kelompok tersebut", "presiden itu", and "polisi" after "polisi Irak"."""
        head = phrase.head
        if head is None or phrase.people:
            return None
        if self._owner(phrase) is not None and not (phrase.pointer and head.kind is EntityKind.PERSON):
            return None
        if head.country and phrase.plural:
            return self._many_states(phrase)
        if phrase.pointer:
            return self._pointed(phrase, head)
        if phrase.owners or phrase.places or Small.ONE in phrase.small:
            return None
        if head.person and not phrase.plural:
            holder = self._memory.latest(
                phrase.sentence, lambda s: s.person and s.span.end <= phrase.span.start and self._has_role(s, head), 12
            )
            if holder is not None:
                return _Meant(holder.entities, "the holder of the title told before", person=True)
        return None

    def _many_states(self, phrase: Phrase) -> _Meant:
        """ "negara-negara itu" are those told before, "enam negara" is anybody."""
        if phrase.pointer:
            found = self._memory.distinct(phrase.sentence, 3, lambda s: s.span.end <= phrase.span.start)
            if len(found) >= 3:
                return _Meant(tuple(e for s in found for e in s.entities), "the states told before", plural=True)
        return _Meant((self._group(phrase, _ANY_STATE),), "states that are not named", plural=True)

    def _pointed(self, phrase: Phrase, head: Head) -> _Meant | None:
        owner = self._owner(phrase)
        if head.country:
            state = self._pointed_state(phrase)
            return _Meant((state,), "the state told of") if state else None
        kind = "pointed " + ("person" if head.person or head.kind is EntityKind.PERSON else str(head.kind))
        code, _ = self._code(phrase)
        alone = (
            None
            if code == UNKNOWN
            else Seen(phrase.sentence, phrase.span, (code,), (code,), (EntityKind.UNKNOWN,), frozenset())
        )
        state = bare(owner) if owner is not None else None
        sector = "" if head.sector == PASSED_ON else phrase.sector
        asking = Asking(phrase.sentence, phrase.span, kind, fold(head.word), sector, state, alone)
        found = self._memory.antecedent(asking)
        if found is None or found is alone:
            return None
        if len(found.codes) == 1 and not found.person and asking.code(found.codes[0]) != found.codes[0]:
            return _Meant((self._group(phrase, asking.code(found.codes[0])),), "pointed back to", plural=phrase.plural)
        return _Meant(found.entities, "pointed back to", person=found.person, plural=phrase.plural)

    def _has_role(self, seen: Seen, head: Head) -> bool:
        return any(fold(head.word) in fold(self.entities.role(e) or "") for e in seen.entities)

    def _pointed_state(self, phrase: Phrase) -> str | None:
        state = self._states.best(phrase)
        return self.entities.known(state, phrase.span.of(self._text)) if state else None

    # --- pronouns

    def _pronoun(self, phrase: Phrase) -> _Meant:
        pronoun = phrase.pronoun
        assert pronoun is not None  # noqa: S101  the caller asked
        if pronoun.number == "two":
            found = self._memory.distinct(phrase.sentence, 2, lambda s: s.span.end <= phrase.span.start)
            entities = tuple(dict.fromkeys(e for s in found for e in s.entities))
            return _Meant(entities, "pronoun: the last two parties", plural=True)
        clitic = self._text[phrase.span.start - 1 : phrase.span.start].isalpha()
        kind = "clitic" if clitic else f"{pronoun.person} {pronoun.number} {pronoun.animate}"
        seen = self._memory.antecedent(Asking(phrase.sentence, phrase.span, kind))
        if seen is None:
            return _Meant((), "pronoun without antecedent")
        if pronoun.person == "speaker":
            why = "pronoun: the speaker"
        else:
            why = "pronoun: nearest person" if seen.person else "pronoun: nearest group"
        return _Meant(seen.entities, why, person=pronoun.number == "one", plural=pronoun.number != "one")


def _served(person: str) -> set[str]:
    """The codes of a known person's state and of the states and bodies whose offices he or she has held."""
    known = knowledge.get(person)
    own = {known.code.partition(":")[0], known.state or known.code} if known else set()
    return own | {o.state for o in knowledge.offices_of(person)}


def _words(run: list[Atom], text: str) -> str:
    return Span(run[0].span.start, run[-1].span.end).of(text)


def _with_sector(code: str, sector: str) -> str:
    """Only states have sectors; the code of a body or group stays as it is."""
    known = knowledge.get(code)
    is_state = known is not None and known.kind is EntityKind.STATE
    return f"{code}:{sector}" if is_state and sector not in ("", PASSED_ON) else code


def _why(phrase: Phrase) -> str:
    return "title, state and name" if phrase.owners else "title and name, state in context"
