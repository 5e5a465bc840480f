"""Says who the parties of an act are, whoever found the act and the words of its parties.

    coder = PartyCoder(document)
    sides = coder.code(Act(sentence, trigger, type, actors=(span,), recipients=()))

Acts must come in the order of the text: what was coded lends later acts the parties that they do not name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kawat.annotate.events_parties_choice import Chooser, Codes, Question, Wanted, shipped_choice, united
from kawat.annotate.events_parties_context import Around, Done, Near, is_state
from kawat.annotate.mentions_weights import Features
from kawat.annotate.wording import fitted
from kawat.model import Document, Entity, EntityKind, EventType, MentionForm, Party, Span
from kawat.model.codes import UNKNOWN, bare

SIDES = frozenset({"actor", "recipient"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act and the words of its parties, as spans of the article's text."""

    sentence: int
    trigger: Span
    type: EventType
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of an act; one without words has no span."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


class PartyCoder:
    """Codes the acts of one document."""

    def __init__(self, document: Document, weights: Features | None = None, log: list[Question] | None = None) -> None:
        self._around = Around(document)
        self._chooser = Chooser(self._around, shipped_choice() if weights is None else weights, log)
        self._new: dict[str, Entity] = {}

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Entities that parties were given and the document does not have yet."""
        return tuple(self._new.values())

    def code(self, act: Act, *, unspoken: frozenset[str] = SIDES) -> Sides:
        """The parties of an act.

        A side of `unspoken` ("actor", "recipient") that has no words is filled from what the document makes clear: an
        actor is then "UNKNOWN" at the least, a recipient may be none.
        """
        sides = {"actor": act.actors, "recipient": act.recipients}
        codes: dict[tuple[str, Span], Codes] = {}
        asked = [(role, span) for role, spans in sides.items() for span in spans]
        near = {key: self._around.mention_of(act.sentence, key[1]) for key in asked}
        asked.sort(key=lambda key: (n := near[key]) is None or not n.sure)
        for role, span in asked:
            codes[role, span] = self._chooser.choose(self._wanted(act, role, span, codes))
        out: dict[str, tuple[Party, ...]] = {}
        for role, spans in sides.items():
            out[role] = _once(p for s in spans for p in self._parties(codes[role, s], near[role, s], s))
        for role, spans in sides.items():
            if role in unspoken and not spans:
                found = self._chooser.choose(self._wanted(act, role, None, codes))
                codes[role, act.trigger] = found
                out[role] = self._parties(found, None, None)
        self.remember(act.sentence, act.type, out["actor"], out["recipient"])
        return Sides(out["actor"], out["recipient"])

    def speaker(self, sentence: int, span: Span) -> Party | None:
        """Whom the words of a speaker mean; None where that could not be told."""
        near = self._around.mention_of(sentence, span)
        found = self._parties(near.codes, near, span) if near is not None and near.codes else ()
        return found[0] if found else None

    def party(self, code: str, span: Span | None) -> Party:
        """The party of a code that the document makes clear by other words than a mention."""
        return Party(self._entity(code, span), code, span)

    def same_story(self, a: int, b: int) -> bool:
        """Whether two sentences are of one story of the document."""
        return self._around.same_story(a, b)

    def guessed(self, sentence: int, party: Party) -> bool:
        """Whether context alone told whom a party's words mean, or that it is one."""
        near = self._around.mention_of(sentence, party.span) if party.span is not None else None
        return near is None or not near.sure

    def remember(
        self, sentence: int, event_type: EventType, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> None:
        """Keeps an act for those after it."""
        sides = [tuple(p.code for p in side if p.code != UNKNOWN) for side in (actors, recipients)]
        self._around.done.append(Done(sentence, event_type, *sides))

    def _wanted(self, act: Act, role: str, span: Span | None, codes: dict[tuple[str, Span], Codes]) -> Wanted:
        others = united(c for (r, _), c in codes.items() if r != role)
        fellows = united(c for (r, s), c in codes.items() if r == role and s != span)
        met: Codes = ()
        if act.type is EventType.CONSULT and span is not None:
            met = united(c for (r, s), c in codes.items() if r == role and s.start > max(span.end, act.trigger.start))
        return Wanted(act.sentence, act.trigger, act.type, role, span, others, fellows, met)

    def _parties(self, codes: Codes, near: Near | None, span: Span | None) -> tuple[Party, ...]:
        if near is not None and span is not None:
            span = fitted(span, near.span, self._around.text, self._around.document.article.language or "")
        if near is not None and (codes == near.codes or near.mention.form in (MentionForm.NAME, MentionForm.TITLE)):
            entities = near.mention.entities
            if len(entities) == len(codes):
                return tuple(Party(e, c, span) for e, c in zip(entities, codes, strict=True))
        return tuple(Party(self._entity(c, span), c, span) for c in codes)

    def _entity(self, code: str, span: Span | None) -> str:
        """The entity that has a code here; a new one where none has."""
        if code in self._around.codes or code in self._new:
            return code
        if code == UNKNOWN:
            self._new[code] = Entity(UNKNOWN, UNKNOWN, EntityKind.UNKNOWN, "unknown")
            return code
        words = span.of(self._around.text) if span is not None else code
        kind = EntityKind.STATE if is_state(code) else EntityKind.GROUP
        self._new[code] = Entity(code, code, kind, words if ":" in code else bare(code))
        return code


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.entity, party)
    return tuple(kept.values())
