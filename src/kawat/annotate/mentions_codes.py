"""The guideline code of a phrase by its own words, and by the states around it where they name none."""

import re
from collections import defaultdict
from datetime import date

from kawat import knowledge
from kawat.annotate.entities import Entities
from kawat.annotate.mentions_antecedents import Asking, Memory, Seen
from kawat.annotate.mentions_atoms import Atom, is_organ, kind_of
from kawat.annotate.mentions_context import States, is_other_local
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_spelled import holder
from kawat.annotate.mentions_weights import Weights
from kawat.knowledge import Form, Sense
from kawat.lang.parties import PASSED_ON, Head, PartyWords, Small
from kawat.model import EntityKind, Span
from kawat.model.codes import UNKNOWN, bare
from kawat.text import fold

# The collective of those who are of several states or of other ones, and the sectors that a collective can have.
_ABROAD = "INTL"
_OF_COLLECTIVES = frozenset({"CVL", "MED", "BUS", "NGO", "REL"})
BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.MEDIA})
_ORDINAL = re.compile(r"[IVX]+")  # "Juan Carlos I"
_AFAR = -100.0  # how near a state is that nothing speaks for
_COUNTS = Small.MANY | Small.ONE | Small.NUMBER | Small.BOTH | Small.ALL_OF | Small.ABOUT | Small.OTHER


class Codes:
    """What is known while a document is read: its entities, the states it names, and the mentions so far."""

    def __init__(self, text: str, states: States, on: date | None, weights: Weights, vocabulary: PartyWords) -> None:
        self.entities = Entities()
        self._text = text
        self._states = states
        self._on = on
        self._vocabulary = vocabulary
        self._memory = Memory(weights)
        self._places_of: dict[tuple[str, ...], list[Phrase]] = {}
        self._fuller: dict[str, Phrase | None] = {}  # who bears a surname in full, None where two do
        self._named: set[str] = set()  # states that a form of one sense names anywhere in the document
        self._beside: dict[Span, set[str]] = defaultdict(set)  # states that stand joined to a phrase by "and", "with"
        self._nobodies: set[Span] = set()  # "seorang diplomat": who is of no state that can be told
        self._same_as: dict[Span, str] = {}  # titles in apposition to a name
        self._sector_told: dict[tuple[str, ...], str] = {}  # of persons by name, where their state is not told
        self._holder_of: dict[Span, Phrase] = {}  # names in apposition to titles whose code is told further in front

    def _choose(self, forms: tuple[Form, ...], phrase: Phrase) -> Form:
        """One of the senses of a form: the one told before, the one of the states around, the office holder."""
        # "Korea Selatan dan Korea": who stands beside the one state is the other.
        forms = tuple(f for f in forms if f.known_id not in self._beside.get(phrase.span, ())) or forms
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
            named = known is not None and known.id in self._named
            nearby = near.get(state, 0.0)
            shared = known is not None and known.kind is EntityKind.STATE  # "Kongo", "Korea"
            around = nearby if shared else near.get(state, _AFAR)  # "Partai Demokrat"
            heard = not shared and self._states.tells(state)
            return (not person, told or named, holds, nearby if person else 0.0, plain, heard, around)

        return max(forms, key=worth)

    def _holds(self, person: str, state: str) -> bool:
        return self._on is not None and any(o.person_id == person for o in knowledge.holders(state, self._on))

    def _code(self, phrase: Phrase) -> tuple[str, bool]:
        """The code of a description and whether its own words tell it."""
        sector = self._sector(phrase)
        owner = self._owner(phrase) or self._of_whom(phrase)
        fixed = next((h for h in phrase.heads if h.code), None)
        if phrase.abroad and owner is None and sector != "REB" and (fixed is None or _is_collective(fixed)):
            return with_sector(_ABROAD, sector), True
        tied = fixed is not None and _is_tied(fixed) and not fixed.owned and not phrase.whom
        if fixed is not None and fixed.code and (owner is None or tied):
            return with_sector(fixed.code, sector), True
        if owner is not None:
            return with_sector(owner, sector or ("CVL" if phrase.people is not None else "")), True
        told = self.entities.acronym(phrase.initials) if phrase.initials else None
        if told is not None:
            code = self.entities.code(told)
            return with_sector(bare(code), sector) if sector else code, True
        if phrase.people:
            return with_sector(phrase.people, sector or "CVL"), True
        body = self._pointed_body(phrase)
        if body is not None:
            return body, True
        place = next((p for p in phrase.places if p), None)
        if place:
            return with_sector(place, sector), True
        if phrase.owned and phrase.name:  # "Their leader, Pelle Dragsted,"
            shared = self._is_shared(phrase)
            asking = Asking(phrase.sentence, phrase.span, "owner", None, sector, owned=True, shared=shared)
            whose = self._memory.antecedent(asking)
            if whose is not None and whose.codes[0] != UNKNOWN:
                # "Wakil presidennya, Ana Soto": of the state, whoever it is
                state_of = any(h.sector == "" for h in phrase.heads)
                return asking.code(bare(whose.codes[0]) if state_of else whose.codes[0]), True
        state = self._states.best(phrase)
        sector = sector or ("CVL" if phrase.people is not None else "")
        return (with_sector(state, sector) if state else UNKNOWN), False

    def _sector(self, phrase: Phrase) -> str:
        """The sector that the words tell: "pasukan Kurdi Suriah" fights for a people, and not for its state, and
        "mahasiswa oposisi" are of the opposition, as "anti-government activists" are."""
        sector, word = phrase.sector, fold(phrase.heads[0].word) if phrase.heads else ""
        if sector == "CVL" and not phrase.heads[0].whose and word not in self._vocabulary.protesting:
            return "OPP" if phrase.against or any(h.sector == "OPP" for h in phrase.heads[1:]) else sector
        apart = phrase.people == "" and word not in self._vocabulary.armies
        return "REB" if sector == "MIL" and (apart or phrase.against) else sector

    def _is_shared(self, phrase: Phrase) -> bool:
        """Whether a possessive is of several: "their troops"."""
        return fold(phrase.span.of(self._text).split()[0]) in self._vocabulary.shared

    def _pointed_body(self, phrase: Phrase) -> str | None:
        """ "Sekjen organisasi itu, Ana Soto": the code of the body told of before by the same word, else by a name."""
        inner = phrase.heads[1] if phrase.pointer and len(phrase.heads) > 1 else None
        if inner is None or not phrase.name or inner.kind not in BODIES:
            return None
        word = fold(inner.word)

        def told(seen: Seen) -> bool:
            return len(seen.codes) == 1 and seen.codes[0] != UNKNOWN and not seen.pronoun

        def body(seen: Seen) -> bool:
            known = knowledge.get(seen.codes[0])
            return told(seen) and known is not None and known.kind in BODIES

        same = self._memory.latest(phrase.sentence, lambda s: told(s) and not s.person and word in s.words)
        found = same or (self._memory.latest(phrase.sentence, body) if inner.title else None)
        return found.codes[0] if found is not None else None

    def _of_whom(self, phrase: Phrase) -> str | None:
        """The state of the person whom they serve, oppose or are kin of; None where it is not known."""
        if not phrase.whom:
            return None
        persons = [f for a in phrase.whom for f in a.persons]
        if persons:
            return bare(knowledge.code_of(self._choose(tuple(persons), phrase).known_id, self._on))
        told = self.entities.person(Span(phrase.whom[0].span.start, phrase.whom[-1].span.end).of(self._text))
        code = bare(self.entities.code(told)) if told is not None else UNKNOWN
        return code if code != UNKNOWN else None

    def _owner(self, phrase: Phrase) -> str | None:
        """The code of the state, body or group that the words name."""
        if phrase.people is not None and all(_only_collective(o) for o in phrase.owners):
            return None  # "orang Arab Sunni" are of the state that is told of
        if phrase.led and phrase.plural and phrase.heads[0].country and any(o.states for o in phrase.owners):
            return None  # "17 negara pimpinan Arab Saudi" are several
        bodies = [o for o in phrase.owners if o.bodies and not o.states and not is_organ(o)]
        if any(o.states for o in phrase.owners):  # "orang Arab Irak" are Iraqis
            bodies = [o for o in bodies if not o.of_kind(EntityKind.COLLECTIVE)]
        head = phrase.head
        if (
            bodies
            and head is not None
            and (
                len(phrase.owners) == 1 or head.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) or _governs(phrase)
            )
        ):
            body = knowledge.get(bodies[0].bodies[0].known_id)
            if body is not None and body.state and body.kind is EntityKind.GROUP and _governs(phrase):
                return body.state
            return body.code if body is not None else None
        weak = [o for o in phrase.owners if is_organ(o) or o.of_kind(EntityKind.COLLECTIVE)]
        if head is not None and head.local:
            region = next((o.region for o in phrase.owners if o.region and o.states), None)
            if region:
                return region  # "Gubernur Georgia": a governor is of no state, but of a part of one
        for owner in [*(o for o in phrase.owners if o not in weak), *weak]:
            form = self._choose(owner.forms, phrase)
            known = knowledge.get(form.known_id)
            if known is not None:
                return bare(known.code) if known.kind is EntityKind.PERSON else known.code
        return None

    def _known(self, form: Form, seen: str) -> str:
        person = kind_of(form) is EntityKind.PERSON
        return self.entities.known(form.known_id, seen, knowledge.code_of(form.known_id, self._on) if person else None)

    def _known_body(self, phrase: Phrase) -> str | None:
        """ "kantor berita TASS", "gerakan Hamas": the body itself."""
        head = phrase.head
        owners = [o for o in phrase.owners if o.bodies and not o.states]
        if head is None or not head.title or len(phrase.heads) > 1 or len(owners) != 1:
            return None
        return self._known(owners[0].bodies[0], owners[0].text)

    def _known_person(self, phrase: Phrase) -> Form | None:
        """The known person of a name, unless the phrase gives another state or another first name."""
        owners = {
            known.code for o in phrase.owners for f in o.forms if (known := knowledge.get(f.known_id)) is not None
        }
        owners |= {bare(code) for code in owners}  # "Ketua Umum PSSI Erick Thohir" heads a body inside his state
        fits = [
            form
            for atom in phrase.name
            for form in atom.persons
            if (len(phrase.name) == 1 or form.sense is not Sense.SHORT)
            and not _has_surname(form.known_id, atom, phrase)
            and not (form.sense is Sense.SHORT and self._unheard(form.known_id, phrase))
            and (not owners or owners & served(form.known_id))
        ]
        return self._choose(tuple(fits), phrase) if fits else self._respelt(phrase, frozenset(owners))

    def _respelt(self, phrase: Phrase, owners: frozenset[str]) -> Form | None:
        """The known holder of the office that a phrase names, under another spelling of his name."""
        roles = frozenset(h.office for h in phrase.heads if h.office)
        if not roles or len(phrase.name) == 1:
            return None
        name = Span(phrase.name[0].span.start, phrase.name[-1].span.end).of(self._text)
        person = holder(name, roles, owners)
        return Form(name, person, Sense.TITLE_HOLDER, None, exact=False) if person is not None else None

    def _unheard(self, person: str, phrase: Phrase) -> bool:
        """ "Gubernur Surin": a person who never headed a part of a state, and of whom the report has not told."""
        return is_other_local(person, phrase) and self.entities.code(person) == UNKNOWN

    def _code_by_title(self, person: str, phrase: Phrase) -> str:
        """What a known person stands for: by the state or body that the title names, by the office, by the day."""
        owner = self._owner(phrase)
        roles = {h.office for h in phrase.heads if h.office}
        offices = [o for o in knowledge.offices_of(person) if o.role in roles]
        if owner is not None and (not offices or owner in {o.state for o in offices}):
            return with_sector(owner, phrase.sector)
        if offices:
            held = [
                o for o in offices if self._on and o.start and o.start <= self._on and (not o.end or self._on <= o.end)
            ]
            return (held or offices)[-1].state
        code = knowledge.code_of(person, self._on)
        # who has an office of state in the text stands for it, whatever the tables know of that day
        return with_sector(bare(code), phrase.sector) if roles and Small.FORMER not in phrase.small else code

    def _group(self, phrase: Phrase, code: str) -> str:
        state_only = ":" not in code
        known = knowledge.get(code)
        kind = EntityKind.STATE if state_only else (phrase.heads[0].kind if phrase.heads else EntityKind.GROUP)
        if state_only and known is not None:
            kind = known.kind
        if kind in (EntityKind.STATE, EntityKind.PERSON) and not state_only:
            kind = EntityKind.GROUP
        weak = not phrase.owners or phrase.owned or phrase.pointer or bool(phrase.small & _COUNTS)
        # "at least 11 people" are others elsewhere: "people"
        words = phrase.heads[0].word if weak and phrase.heads else phrase.span.of(self._text)
        return self.entities.described(code, kind, words, weak=weak)

    def _state_of(self, entity: str) -> str:
        """The state of a person, ministry or army; what belongs to no state is itself."""
        code = bare(self.entities.code(entity))
        state = knowledge.get(code)
        if state is not None and state.kind is EntityKind.STATE:
            return self.entities.known(code, state.name)
        return entity


def _is_collective(head: Head) -> bool:
    return head.kind is EntityKind.COLLECTIVE


def _is_tied(head: Head) -> bool:
    """A head that is of its code whatever stands beside it: "sekutu AS", "KBRI Ankara"."""
    return _is_collective(head) or (head.code is not None and head.kind is EntityKind.ORGANIZATION)


def _only_collective(owner: Atom) -> bool:
    return bool(owner.forms) and all(kind_of(f) is EntityKind.COLLECTIVE for f in owner.forms)


def _governs(phrase: Phrase) -> bool:
    """ "pemerintah pimpinan Hamas", "pemerintah Fatah-Hamas": a state's, whoever leads it."""
    head = phrase.head
    groups = [o for o in phrase.owners if o.groups]
    return head is not None and head.kind is EntityKind.STATE and (phrase.led or len(groups) > 1)


def _has_surname(person: str, atom: Atom, phrase: Phrase) -> bool:
    """ "Minister Juan Carlos Munoz": a surname behind the name of one who reigned without one is another's."""
    known = knowledge.get(person)
    reigned = known is not None and _ORDINAL.fullmatch(known.name.rpartition(" ")[2]) is not None
    behind = phrase.name[-1]
    return reigned and behind is not atom and behind.text[0].isupper() and _ORDINAL.fullmatch(behind.text) is None


def served(person: str) -> set[str]:
    """The codes of a known person's state and of the states and bodies whose offices he or she has held."""
    known = knowledge.get(person)
    own = {bare(known.code), known.state or known.code} if known else set()
    return own | {o.state for o in knowledge.offices_of(person)}


def with_sector(code: str, sector: str) -> str:
    """Only states and collectives have sectors; the code of a body or group stays as it is.

    A people that a code of its own counts as civilians can be rebels all the same ("militan Rohingya").
    """
    known = knowledge.get(code)
    people = known.code if known is not None else code
    if people.endswith(":CVL") and sector not in ("", PASSED_ON):
        return f"{bare(people)}:{sector}"
    if people.endswith(":OPP") and sector == "LEG":
        return f"{bare(people)}:LEG"  # "senator Partai Republik" sit in the state's parliament
    if known is not None and known.kind is EntityKind.COLLECTIVE:
        return f"{code}:{sector}" if sector in _OF_COLLECTIVES else code
    is_state = known is not None and known.kind is EntityKind.STATE
    return f"{code}:{sector}" if is_state and sector not in ("", PASSED_ON) else code
