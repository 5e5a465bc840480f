"""Says whom each phrase of a document means, sentence by sentence from the front."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from kawat import knowledge
from kawat.annotate.entities import name_tokens
from kawat.annotate.mentions_antecedents import Seen
from kawat.annotate.mentions_codes import with_sector
from kawat.annotate.mentions_leaders import leader_meant
from kawat.annotate.mentions_offices import name_of
from kawat.annotate.mentions_parts import Parts
from kawat.annotate.mentions_phrases import OTHERS, Phrase
from kawat.annotate.mentions_references import Meant
from kawat.annotate.mentions_sides import is_and, is_joint, told_together
from kawat.knowledge import Form, Sense
from kawat.lang.parties import Small
from kawat.model import EntityKind, Mention, MentionForm, Span
from kawat.model.codes import UNKNOWN, bare
from kawat.text import fold

_ACRONYM = re.compile(r"[A-Z]{3,6}")  # "UNM" is no person
_LONGEST_AND = 8
_FULL_NAME = 2
_LISTED = "one of those who are counted"
_NAMED = "the name of the one who is told of"
_OFFICE = "an office of a body told before"
_COUNTED_BEFORE = 1  # "18 others" are such as were counted no further behind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: what the atoms around it say."""

    subject: bool
    speaker: bool
    after_preposition: bool


class Resolver(Parts):
    """Fills in entities phrase by phrase; phrases must come in the order of the text."""

    _listing: tuple[int, str, str, bool] = (0, "", "", True)  # as _listing_after gives it

    def foresee(self, phrases: list[Phrase]) -> None:
        """Learns who the persons with a title and a state are, so that a headline's surname finds them."""
        self._named = {
            o.forms[0].known_id for p in phrases for o in p.owners if len(o.forms) == 1 and len(o.states) == 1
        }
        for phrase in phrases:
            if phrase.name and phrase.head is not None and phrase.head.name:
                office = any(h.office for h in phrase.heads) and self._known_person(phrase) is not None
                if phrase.owners or office:
                    self._named_person(phrase)
            elif not phrase.heads and len(phrase.owners) == 1 and " " in phrase.owners[0].text:
                for form in phrase.owners[0].persons[:1]:
                    self._known(form, phrase.owners[0].text)
        self._read_offices(phrases)
        for name, title in pairwise(phrases):
            if name.sentence == title.sentence and is_joint(
                self._text[name.span.end : title.span.start], self._vocabulary
            ):
                self._tell_apart(name, title)
                self._tell_apart(title, name)

        self.entities.begin()
        self._pool([p for p in phrases if p.form is MentionForm.NAME and p.name and not p.heads])
        self._foresee_surnames(phrases)

    def _pool(self, names: list[Phrase]) -> None:
        """The state of a bare name is told by all the places where it stands, not by the first."""
        self._places_of = defaultdict(list)
        for phrase in names:
            self._places_of[name_tokens(name_of(phrase.name, self._text))].append(phrase)

    def _foresee_surnames(self, phrases: list[Phrase]) -> None:
        """Who bears a surname in full, where the report has one such person of no table: "Quispe" of a headline."""
        bearers: dict[str, dict[frozenset[str], Phrase]] = defaultdict(dict)
        for phrase in phrases:
            person = phrase.name and (not phrase.heads or phrase.heads[0].person) and not phrase.title_case
            tokens = name_tokens(name_of(phrase.name, self._text)) if person else ()
            if len(tokens) > 1 and not any(a.persons for a in phrase.name):
                there = bearers[tokens[-1]]
                if not phrase.heads and frozenset(tokens) in there:
                    continue
                there[frozenset(tokens)] = phrase
        for surname, names in bearers.items():
            self._fuller[surname] = next(iter(names.values())) if len(names) == 1 else None

    def _in_full(self, phrase: Phrase) -> Meant | None:
        """Whom a lone name means that stands before the person is named in full."""
        tokens = name_tokens(name_of(phrase.name, self._text))
        full = self._fuller.get(tokens[0]) if len(tokens) == 1 else None
        if full is None or full.span.start < phrase.span.start:
            return None
        return replace(self._meant(full), why="a surname of who is named in full later")

    def mention(self, phrase: Phrase, place: Place) -> Mention:
        """The mention of a phrase, remembered for what comes after it."""
        meant = self._meant(phrase)
        if phrase.short is not None and len(meant.entities) == 1 and not meant.person:  # "head of the movement (UNM)"
            for form in (phrase.short, self._proper(phrase)):
                self.entities.introduce(form, meant.entities[0])
        if phrase.body is not None and meant.entities:  # "head of the movement (UNM), Ana Reyes"
            code = self.entities.code(meant.entities[0])
            self.entities.introduce(phrase.body, self.entities.own(phrase.body, code, EntityKind.ORGANIZATION))
        self._remember(phrase, place, meant)
        if phrase.whom:
            self._remember_whom(phrase, meant)
        return Mention(phrase.span, phrase.form, meant.entities, meant.why)

    def _remember_whom(self, phrase: Phrase, meant: Meant) -> None:
        """A person named inside a description may be the one that a later "ia" means."""
        span = Span(phrase.whom[0].span.start, phrase.whom[-1].span.end)
        name, persons = span.of(self._text), tuple(f for a in phrase.whom for f in a.persons)
        told = self.entities.person(name_of(phrase.whom, self._text))
        if persons:
            entity = self._known(self._choose(persons, phrase), name)
        elif told is not None or meant.entities:
            state = bare(self.entities.code(meant.entities[0])) if meant.entities else UNKNOWN
            entity = told or self.entities.own(name_of(phrase.whom, self._text), state, EntityKind.PERSON)
        else:
            return
        code = self.entities.code(entity)
        self._states.note(phrase.sentence, span.start, bare(code), None)
        words = frozenset(fold(a.text) for a in phrase.whom)
        kinds = (EntityKind.PERSON,)
        self._memory.add(Seen(phrase.sentence, span, (entity,), (code,), kinds, words, person=True, named=True))

    def _remember(self, phrase: Phrase, place: Place, meant: Meant) -> None:
        words = {fold(w) for h in phrase.heads for w in h.word.split()}
        for owner in phrase.owners:
            words |= {fold(w) for w in owner.text.split()}
        if phrase.name:
            words |= {fold(a.text) for a in phrase.name}
        self._note(phrase, meant)
        self._listing = self._listing_after(phrase, meant)
        last = self._memory.last
        between = self._text[last.span.end : phrase.span.start] if last and last.span.end <= phrase.span.start else ""
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
            ),
            joined=told_together(between, self._vocabulary),
        )

    def _note(self, phrase: Phrase, meant: Meant) -> None:
        """Tells the states what was found, for phrases after this one."""
        if len(meant.entities) != 1 or phrase.pronoun is not None:
            return
        code = bare(self.entities.code(meant.entities[0]))
        if code == UNKNOWN:
            return
        if phrase.head is not None:
            self._states.note(phrase.sentence, phrase.span.start, code, fold(phrase.heads[0].word))
        if meant.person and not phrase.owners:
            self._states.note(phrase.sentence, phrase.span.start, code, None, of=phrase)

    def _meant(self, phrase: Phrase) -> Meant:
        part = self._by_part(phrase)
        if part is not None or phrase.pronoun is not None:
            return part or self._pronoun(phrase)
        if phrase.form is MentionForm.NAME and not phrase.heads:
            return self._name(phrase)
        if phrase.name:
            return self._titled(phrase)
        return self._description(phrase)

    def _name(self, phrase: Phrase) -> Meant:
        if phrase.owners:
            people = self._also_people(phrase)
            if people is not None:
                return people
            if Small.BOTH in phrase.small:
                both = tuple(dict.fromkeys(self._known(f, phrase.owners[0].text) for f in phrase.owners[0].states))
                return Meant(both, "known name of both", plural=True)
            form = self._choose(phrase.owners[0].forms, phrase)
            told = self._told_of_same_name(form, phrase.owners[0].text)
            if told is not None:
                return Meant((told,), "a name told before", person=True)
            entity = self._known(form, phrase.span.of(self._text))
            person = self.entities.kind(entity) is EntityKind.PERSON
            return Meant((entity,), f"known {form.sense.value.replace('_', ' ')}", person=person)
        name = name_of(phrase.name, self._text)
        code = self._whose_names(phrase)
        entity_or_none = self.entities.acronym(name) or self.entities.person(name)
        if entity_or_none is None and code:
            entity_or_none = self.entities.own(name, code, EntityKind.PERSON)
        if entity_or_none is not None:
            self.entities.note_form(entity_or_none, name)
            person = self.entities.kind(entity_or_none) is EntityKind.PERSON
            return Meant((entity_or_none,), self._listing[2] if code else "a name told before", person=person)
        later = self._in_full(phrase)
        if later is not None:
            self.entities.note_form(later.entities[0], name)
            return later
        leader = leader_meant(phrase, name, self._text, self._on, self._memory)
        if leader is not None:
            entity = self.entities.known(leader.person_id, name, leader.state)
            return Meant((entity,), "a surname of a leader of the day", person=True)
        told_of = next((p.places[0] for p in (phrase, *self._places_of.get(name_tokens(name), ())) if p.places), None)
        state = told_of or self._states.best_of(self._places_of.get(name_tokens(name)) or [phrase])
        why = "unknown name, state in context" if state else "unknown name"
        if fold(phrase.name[0].text) in self._vocabulary.company_marks and len(phrase.name) > 1:
            code = with_sector(state, "BUS") if state else UNKNOWN
            return Meant((self.entities.own(name, code, EntityKind.ORGANIZATION),), why)
        if state:
            state = with_sector(state, self._sector_told.get(name_tokens(name), ""))
        person = not (_ACRONYM.fullmatch(name) and not phrase.title_case)
        kind = EntityKind.PERSON if person else EntityKind.ORGANIZATION
        return Meant((self.entities.own(name, state or UNKNOWN, kind),), why, person=person)

    def _also_people(self, phrase: Phrase) -> Meant | None:
        """ "warga Italia, Spanyol dan Perancis": the states that go on a list of people are people too."""
        last = self._memory.last
        if last is None or last.sentence != phrase.sentence or not phrase.owners[0].states or len(last.codes) != 1:
            return None
        between = self._text[last.span.end : phrase.span.start].strip(" ,")
        if not last.codes[0].endswith(":CVL") or (between and not is_and(between, self._vocabulary)) or last.person:
            return None
        if (not between and not self._goes_on(phrase.span.end)) or self._parts(last, phrase):
            return None  # "freed two citizens, Canada said", "freed two citizens and Canada praised it"
        entity = self._group(phrase, f"{phrase.owners[0].state}:CVL")
        return Meant((entity,), "on a list of people", plural=True)

    def _whose_names(self, phrase: Phrase) -> str:
        """The code of those whose names follow their number: "Dua warga Vietnam, Nguyen Thi Lan dan Tran Van Duc"; or
        of the one whose name follows whom he is kin of: "ayah Suryo, Budi Santoso"."""
        end, code, why, first = self._listing
        if not code or end > phrase.span.start or (len(phrase.name) < _FULL_NAME and why == _LISTED):
            return ""
        between, behind = self._text[end : phrase.span.start].strip(), self._text[phrase.span.end :][:_LONGEST_AND]
        if why == _NAMED:
            return code if between == "," else ""
        if not first:
            return code if between == "," or is_and(between.strip(" ,"), self._vocabulary) else ""
        another = behind[:2] == ", " and behind[2:3].isupper()
        last = is_and(behind.partition(" ")[2].partition(" ")[0], self._vocabulary)
        return code if between == "," and (another or last) else ""

    def _listing_after(self, phrase: Phrase, meant: Meant) -> tuple[int, str, str, bool]:
        """Where names of whom a phrase tells may follow it; their code or ""; why; whether the first is to come."""
        counted = phrase.form is MentionForm.DESCRIPTION and phrase.plural and bool(phrase.owners or phrase.sector)
        kin = phrase.form is MentionForm.DESCRIPTION and not phrase.plural and self._of_whom(phrase) is not None
        if len(meant.entities) == 1 and (meant.why == _OFFICE or self._behind_office_of(phrase, person=meant.person)):
            return phrase.span.end, self.entities.code(meant.entities[0]), _NAMED, True
        if len(meant.entities) != 1 or not (counted or kin or meant.why == _LISTED):
            return 0, "", "", True
        return phrase.span.end, self.entities.code(meant.entities[0]), _NAMED if kin else _LISTED, counted

    def _tell_apart(self, sure: Phrase, other: Phrase) -> None:
        """Keeps whom the one of two joined phrases names for certain from the other."""
        if len(sure.owners) == 1 and len(sure.owners[0].forms) == 1 and sure.owners[0].states:
            self._beside[other.span].add(sure.owners[0].forms[0].known_id)

    def _titled(self, phrase: Phrase) -> Meant:
        head = phrase.head
        if head is not None and ((not head.name and head.title) or self._spells(phrase)):
            return self._organization(phrase)
        body = self.entities.acronym(name_of(phrase.name, self._text)) if not phrase.owners else None
        if body is not None and head is not None and (head.person or head.post):  # "direktur FRK, Ana Soto,"
            return Meant((self._group(phrase, self.entities.code(body)),), _OFFICE, person=True)
        return Meant((self._named_person(phrase),), _why(phrase), person=True)

    def _spells(self, phrase: Phrase) -> bool:
        """Whether a short form tells a body: "markas Biro Investigasi Nasional (NBI)"."""
        if phrase.short is None or len(phrase.name) < _FULL_NAME or not phrase.short.isupper():
            return False
        initials = {w[0] for w in phrase.span.of(self._text).partition(" (")[0].split() if w[0].isupper()}
        return set(phrase.short) <= initials

    def _named_person(self, phrase: Phrase) -> str:
        name = name_of(phrase.name, self._text)
        role = self._role(phrase)
        known = self._known_person(phrase)
        if known is not None and not self._holds_title(known, phrase):
            told = self._told_of_same_name(known, name)
            if told is not None:
                self.entities.note_form(told, name)
                return told
        if known is not None:
            entity = self.entities.known(known.known_id, name, self._code_by_title(known.known_id, phrase))
            self.entities.note_role(entity, role)
            return entity
        told = self.entities.person(name)
        later = self._in_full(phrase) if told is None else None
        if later is not None:  # "Jenderal Zúñiga" of a headline
            self.entities.note_form(later.entities[0], name)
            return later.entities[0]
        code, sure = self._code(phrase)
        if told is not None and (not sure or bare(self.entities.code(told)) == bare(code)):
            self.entities.note_form(told, name)
            self.entities.note_role(told, role)
            return told
        return self.entities.own(name, code, EntityKind.PERSON, role)

    def _told_of_same_name(self, form: Form, name: str) -> str | None:
        """The person of no table who was introduced with this name, where the known one of that short name was not:
        "Retno" is Retno Wulandari where no report word tells of the minister."""
        if form.sense is not Sense.SHORT or self.entities.code(form.known_id) != UNKNOWN:
            return None
        told = self.entities.person(name)
        return told if told is not None and told.startswith("own:") else None

    def _holds_title(self, known: Form, phrase: Phrase) -> bool:
        roles = {h.office for h in phrase.heads if h.office}
        return any(o.role in roles for o in knowledge.offices_of(known.known_id))

    def _role(self, phrase: Phrase) -> str:
        start = phrase.name[0].span.start
        return self._text[phrase.span.start : start].strip(" ,:(")

    def _organization(self, phrase: Phrase) -> Meant:
        code, _ = self._code(phrase)
        name = phrase.span.of(self._text).partition(" (")[0]
        proper = name_of(phrase.name, self._text)
        told = self.entities.acronym(proper)
        if told is not None:
            return Meant((told,), "short form told before")
        kind = phrase.heads[0].kind
        entity = self.entities.own(name, code, kind)
        self.entities.introduce(proper, entity)
        return Meant((entity,), "a body named by its kind")

    def _description(self, phrase: Phrase) -> Meant:
        plural = phrase.plural
        if len(phrase.owners) > 1 and self._joined_by_hyphen(phrase):
            # "the US-Japan alliance" is the two states, not parties inside them
            sector = "" if phrase.head is not None and phrase.head.kind is EntityKind.ORGANIZATION else phrase.sector
            if all(o.states for o in phrase.owners):
                found = tuple(self._group(phrase, with_sector(o.state or UNKNOWN, sector)) for o in phrase.owners)
                return Meant(found, "joined states", plural=True)
            if all(o.states or o.of_kind(EntityKind.ORGANIZATION) for o in phrase.owners):
                known = tuple(self._known(self._choose(o.forms, phrase), o.text) for o in phrase.owners)
                return Meant(known, "joined bodies", plural=True)
        if phrase.small & (Small.BOTH | Small.ALL_OF | Small.NUMBER):
            both = self._as_many(phrase) or self._both(phrase)
            if both is not None:
                return both
        if phrase.head is OTHERS and (more := self._more(phrase)) is not None:
            return more
        if phrase.head is not None and phrase.head.other and (other := self._other(phrase)) is not None:
            return other
        if phrase.owned and not phrase.owners:
            return self._owned(phrase)
        holder = self._holder(phrase)
        if holder is not None:
            return Meant((holder,), "title in apposition to a name", person=True)
        body = self._known_body(phrase) or self.entities.acronym(phrase.short or self._proper(phrase))
        if body is not None:
            return Meant((body,), "kind and known name", plural=plural)
        back = self._unnamed(phrase) or self._back_reference(phrase)
        return back if back is not None else self._by_context(phrase)

    def _more(self, phrase: Phrase) -> Meant | None:
        """ "killed four rebels and detained 15 others": such as were counted right before."""

        def counted(seen: Seen) -> bool:
            first = self._text[seen.span.start : seen.span.end].split(None, 1)[0]
            number = first[0].isdigit() or any(Small.NUMBER in x.small for x in self._vocabulary.lexemes.get(first))
            return number and len(seen.codes) == 1 and ":" in seen.codes[0] and not (seen.named or seen.pronoun)

        last = self._memory.latest(phrase.sentence, counted, _COUNTED_BEFORE)
        return Meant(last.entities, "more of those who are counted", plural=True) if last is not None else None

    def _joined_by_hyphen(self, phrase: Phrase) -> bool:
        first, second = phrase.owners[:2]
        return self._text[first.span.end : second.span.start].strip() in {"-", "–"}


def _why(phrase: Phrase) -> str:
    return "title, state and name" if phrase.owners else "title and name, state in context"
