"""Fills the events layer: encoder and cue tables find the acts and their parties, status cues how sure the report is.

The work is in the modules beside this one: `events_reading` (what the encoder reads), `events_triggers` (which cues
hold), `events_acts` (which of both are events), `events_parties` and `voice` (who), `status` (how sure),
`events_layers` (acts inside reported acts).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from kawat.annotate.events_blamed import not_by_accusers, uncharged, with_blamed
from kawat.annotate.events_claimed import CLAIM, attack_before, with_claims
from kawat.annotate.events_commitment import Commitment, Told, at_odds, commit, in_given_time
from kawat.annotate.events_commitment import struck as struck_by
from kawat.annotate.events_described import described
from kawat.annotate.events_governed import with_doers, with_standing
from kawat.annotate.events_grammar import grammar
from kawat.annotate.events_heard import hears, same_one, settled, voice
from kawat.annotate.events_layers import Layers, belongs_inside, is_of_inner, layers_of
from kawat.annotate.events_leisure import without_leisure
from kawat.annotate.events_merged import merged
from kawat.annotate.events_parties_coder import Act, PartyCoder
from kawat.annotate.events_parties_words import apart, party_words
from kawat.annotate.events_reading import Reader
from kawat.annotate.events_targets import aimed, struck
from kawat.annotate.events_triggers import Draft, Known, Memory, candidates, drafts
from kawat.annotate.events_where import led_by, named, placed
from kawat.annotate.quotations_inside import behind
from kawat.annotate.status import Reading, status_of
from kawat.annotate.voice import View, view
from kawat.lang import table
from kawat.model import (
    Anchor,
    BlockKind,
    Document,
    Entity,
    EntityKind,
    EventMention,
    Hop,
    HopKind,
    Inner,
    Mention,
    Note,
    Party,
    PlaceRef,
    Quotation,
    Span,
    Status,
    TimeRef,
)
from kawat.model.codes import bare
from kawat.ontology import Voice, contexts, cues
from kawat.text import fold

READ = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY, BlockKind.CAPTION})
# What is longer than this many code points is a list or a page gone wrong; its words do not govern one another.
_LONGEST = 4000
_UNSPOKEN = frozenset({"actor"})
_VISIT = "visit"
_NEWS = timedelta(days=7)  # what took place within so many days of a report may be its news
UNKNOWN = Entity("UNKNOWN", "UNKNOWN", EntityKind.UNKNOWN, "unknown")


def find(document: Document) -> Document:
    """Adds the events of headline, subtitle, body and captions. Layers that were not made before are empty."""
    views: dict[int, View] = {}
    notes: list[Note] = []
    for index, sentence in enumerate(document.sentences):
        if sentence.kind not in READ:
            continue
        if len(sentence.span) > _LONGEST:
            message = f"a sentence of {len(sentence.span)} characters was not read for events"
            notes.append(Note("annotate.events", "sentence-too-long", message, sentence.span))
            continue
        views[index] = view(document, sentence)
    coder = _Coder(document, views)
    found = [event for index in views for event in coder.sentence(index)]
    found = without_leisure(document, views.values(), found, (*document.entities, *coder.parties.entities))
    notes += coder.reader.notes
    used = {p.entity for e in found for p in (*e.actors, *e.recipients, *((e.speaker,) if e.speaker else ()))}
    entities = (*document.entities, *(e for e in coder.parties.entities if e.id in used))
    return replace(document, events=tuple(found), entities=entities, notes=(*document.notes, *notes))


@dataclass(frozen=True, slots=True)
class _Said:
    """Whose word an act is, and why."""

    speaker: Party | None
    quotation: Quotation | None
    why: str | None

    @property
    def unnamed(self) -> Span | None:
        """The words for one who is quoted and of whom nothing is known."""
        quoted = self.quotation
        return quoted.speaker_span if quoted is not None and quoted.speaker is None else None


class _Coder:
    """Codes the sentences of one document in order; what came before gives unspoken parties."""

    def __init__(self, document: Document, views: dict[int, View]) -> None:
        self.document = document
        self.views = views
        self.language = document.article.language or ""
        self.codes = {e.id: e.code for e in document.entities}
        self.memory = Memory()
        self.parties = PartyCoder(document)
        self.told: list[EventMention] = []
        self.cues = {index: candidates(seen, cues(self.language)) for index, seen in views.items()}
        self.reader = Reader(document, {index: [f for g in groups for f in g] for index, groups in self.cues.items()})

    def sentence(self, index: int) -> list[EventMention]:
        seen = self.views[index]
        known = Known(
            index, self.memory, self._resolved, lambda span: self._said(span).speaker is not None,
            lambda span: struck(seen, self.document.places, span) is not None, self.parties.same_story,
        )  # fmt: skip
        cued = drafts(seen, self.cues[index], known)
        read = self.reader.judged[index]
        acts = with_claims(seen, cued, read, self.reader.settings, attack_before(self.told, index), self.codes)
        history = partial(self._is_history, seen)
        acts = with_blamed(seen, with_doers(seen, with_standing(seen, acts, cued, history)))
        layers = layers_of(seen, acts, history, partial(self._parties, index, seen))
        events = [self._event(index, seen, d, layers) for d in acts if d not in layers.suppressed]
        nobody = partial(self.parties.party, UNKNOWN.code, None)
        events = uncharged(not_by_accusers(seen, events, nobody), self.told, nobody)
        hit = aimed(seen, events, self.document.places, self.parties, index)
        events = merged(seen, [struck_by(*pair) for pair in zip(events, hit, strict=True)], nobody)
        events = placed(seen, described(seen, events, self.told), self.document)
        if seen.sentence.kind is not BlockKind.CAPTION:  # a photograph may be of another day
            self.told += events
            self.memory.keep(index, events)
        return events

    def _resolved(self, mention: Mention) -> bool:
        return any(e in self.codes for e in mention.entities)

    def _event(self, index: int, seen: View, draft: Draft, layers: Layers) -> EventMention:
        found = draft.found
        said = self._said(found.span)
        actors, recipients = self._parties(index, seen, draft)
        if found.cue.needs == "speaker" and said.speaker:
            actors = (said.speaker,)
        if found.cue.frame == CLAIM and said.quotation is None and actors:
            said = _Said(actors[0], None, "who claims it")
        why = [*self._read(draft), f"voice {'passive' if draft.roles.passive else found.voice}", *draft.roles.why]
        if draft.remembered:
            why.append("parties: earlier sentence")
        said, reading, layered = self._under(seen, draft, layers, said)
        if not layered and draft not in layers.governed:
            said = self._same_words(self._corrected(index, draft, said, actors), actors)
        words = said.speaker.span if said.speaker else said.unnamed
        heard = None if layered else hears(draft, seen.text, seen.sentence, words)
        unnamed = said.speaker is None and said.unnamed is not None
        words = said.quotation.content if said.quotation else None
        odds = at_odds(self.told, said.speaker, actors)
        told = Told(draft, actors, recipients, reading, said.speaker, heard, layered, unnamed, words, odds)
        held = commit(seen, told, self._saying(said))
        why += [Reading(held.status, reading.cue, reading.scope).why, f"committed: {held.why}"]
        why += layers.outer.get(draft, ())
        if said.why:
            why.append(f"speaker: {said.why}")
        inner = layers.about.get(draft, ())
        return EventMention(
            sentence=index,
            trigger=found.span,
            type=found.cue.type,
            mode=found.cue.mode,
            contexts=self._contexts(seen),
            actors=actors,
            recipients=recipients,
            status=held.status,
            speaker=held.speaker,
            time=self._time(seen, draft, inner, within=draft in layers.inside) or self._used(seen, draft, layers),
            place=self._place(seen, draft),
            score=draft.act.score if draft.act else found.cue.score,
            why=tuple(why),
            chain=self._chain(held, said),
            inner=inner,
        )

    def _read(self, draft: Draft) -> list[str]:
        """What found an act: the encoder with its version and score, the row of the cue tables, or both."""
        why = [f"cue {draft.found.cue.row}"] if draft.found.cue.text else []
        if draft.act is not None:
            why.insert(0, f"encoder {self.reader.version}: {draft.act.type} {draft.act.score:.2f}")
        return why

    def _under(self, seen: View, draft: Draft, layers: Layers, said: _Said) -> tuple[_Said, Reading, bool]:
        """The status of an act and whose word it is, and whether that is an accuser, denier or believer."""
        reading = settled(draft, status_of(seen, draft.found), past=self._is_past(seen, draft))
        holders: tuple[Mention, ...] = ()
        if layer := layers.inside.get(draft):
            reading, holders = Reading(layer.status, layer.cue, layer.scope), layer.speakers
            why = f"{layer.scope} at {layer.row}"
        elif reading.claim is not None:  # who calls it untrue tells the claim too
            wide = self._said(Span(seen.tokens[reading.claim].span.start, draft.found.span.end))
            return (wide, reading, True) if wide.quotation is not None else (said, reading, False)
        elif reading.believer is not None and (group := seen.subject(reading.believer)):
            holders, why = (group.mention,), f"subject of {reading.cue!r}"
        speaker = next(iter(self._as_parties(holders)), None)
        if speaker is None:
            return said, reading, False
        return _Said(_seated(speaker, said.speaker), said.quotation, why), reading, True

    def _is_past(self, seen: View, draft: Draft) -> bool:
        """Whether an act dates another ("usai pertemuan itu"), or its own time ended before the day of the report."""
        return in_given_time(seen, draft.found.first) or self._ago(seen, draft) > timedelta()

    def _used(self, seen: View, draft: Draft, layers: Layers) -> TimeRef | None:
        """Leave that is told as history is dated with its use: "mengizinkan X mengirim pasukan pada 2022"."""
        used = (d for d in layers.governed if layers.governs(draft, d) and self._is_history(seen, d))
        return next((self._time(seen, d, (), within=False) for d in used), None)

    def _is_history(self, seen: View, draft: Draft) -> bool:
        """Whether an act is dated well before the day of the report, so that the report tells what became of it."""
        return self._ago(seen, draft) > _NEWS

    def _ago(self, seen: View, draft: Draft) -> timedelta:
        """How long before the day of the report an act's own time ended; nothing where either is not known."""
        time, told = self._time(seen, draft, (), within=False), self.document.article.published
        if time is None or time.end is None or told is None:
            return timedelta()
        return told.date() - time.end

    def _corrected(self, index: int, draft: Draft, said: _Said, actors: tuple[Party, ...]) -> _Said:
        """Whose word an act is, where the encoder reads other words for the speaker than the rules."""
        words = said.speaker.span if said.speaker else said.unnamed
        if said.speaker is not None and words is None:
            return said
        around = [q for q in self.document.quotations if q.content.covers(draft.found.span)]
        others = [q.speaker for q in around if q.speaker] if around else [p.entity for p in actors]
        spoken = voice(draft, index, self.parties, words, others)
        inner = said.quotation
        if spoken is None or self._is_hearsay(spoken) or (inner and spoken.span in {h.span for h in behind(inner)}):
            return said  # who only gives the word of another is a hop
        if inner is not None:  # what was quoted through others came the same way
            chain = tuple(h for h in inner.chain if h.kind not in {HopKind.SPEAKER, HopKind.PRINCIPAL})
            inner = replace(inner, speaker=spoken.entity, speaker_span=spoken.span, chain=chain)
        return _Said(spoken, inner, "words that the encoder reads")

    def _is_hearsay(self, speaker: Party) -> bool:
        """Whether the words of a speaker are a rumour, which is nobody."""
        words = fold(speaker.span.of(self.document.article.text)).split() if speaker.span else []
        return bool(words) and words[0] in table(self.language, "speech")["hearsay"]

    def _same_words(self, said: _Said, actors: tuple[Party, ...]) -> _Said:
        """ "mereka mengklaim penculikan itu": words that are speaker and doer at once mean one and the same."""
        speaker = said.speaker
        if speaker is None or speaker.span is None:
            return said
        same = same_one(speaker, actors)
        return said if same.entity == speaker.entity else replace(said, speaker=same, why="the words of the doer")

    def _saying(self, said: _Said) -> str | None:
        cue = said.quotation.cue if said.quotation else None
        return fold(cue.of(self.document.article.text)) if cue else None

    def _chain(self, held: Commitment, said: _Said) -> tuple[Hop, ...]:
        """The chain of the quotation; an accuser or believer inside it is its innermost hop."""
        chain = said.quotation.chain if said.quotation and held.quoted else ()
        speaker = held.speaker
        told = said.quotation if said.quotation and held.quoted else None
        if told is not None and speaker is not None and held.status is Status.DENIED and told.speaker != speaker.entity:
            chain = behind(told)  # "membantah klaim X bahwa ...": not the word of X
        if speaker is None or any(hop.entity == speaker.entity for hop in chain):
            return chain
        name = next((e.name for e in self.document.entities if e.id == speaker.entity), None)
        return (Hop(HopKind.SPEAKER, name, speaker.entity, speaker.span), *chain)

    def _parties(self, index: int, seen: View, draft: Draft) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        found = draft.found
        frame = grammar(self.language).frames[found.cue.frame]
        doing, suffering = party_words(seen, draft, self._spans)
        unspoken = _UNSPOKEN | draft.act.unspoken if draft.act is not None else _UNSPOKEN
        sides = self.parties.code(Act(index, found.span, found.cue.type, doing, suffering), unspoken=unspoken)
        actors, recipients = sides.actors, sides.recipients
        if draft.remembered is not None:
            actors = tuple(replace(p, span=None) for p in draft.remembered.actors) or actors
            if frame.recipients or frame.recipient_prepositions:
                recipients = tuple(replace(p, span=None) for p in draft.remembered.recipients)
        if found.cue.mode == _VISIT:
            recipients = tuple(self._host(p) for p in recipients)
        return actors, apart(actors, recipients, self.document.article.text, self.language)

    def _host(self, visited: Party) -> Party:
        """Who hosts a visit to a plant or a museum: the state that it belongs to, where the report names it."""
        state = bare(visited.code)
        if visited.span is None or state == visited.code or state not in self.codes:
            return visited
        words = fold(visited.span.of(self.document.article.text)) + " "
        site = any(words.startswith(f"{s} ") for s in grammar(self.language).sites)
        return replace(visited, entity=state, code=state) if site else visited

    def _spans(self, mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
        return tuple(dict.fromkeys(m.span for m in mentions if self._resolved(m)))

    def _as_parties(self, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
        parties: dict[str, Party] = {}
        for mention in mentions:
            for entity in mention.entities:
                if entity in self.codes:
                    parties.setdefault(entity, Party(entity, self.codes[entity], mention.span))
        return tuple(parties.values())

    def _said(self, trigger: Span) -> _Said:
        around = [q for q in self.document.quotations if q.content.covers(trigger)]
        if not around:
            return _Said(None, None, None)
        inner = min(around, key=lambda q: len(q.content))
        if inner.speaker is None or inner.speaker not in self.codes:
            return _Said(None, inner, "quotation without a known speaker")
        return _Said(Party(inner.speaker, self.codes[inner.speaker], inner.speaker_span), inner, "quotation")

    def _contexts(self, seen: View) -> tuple[str, ...]:
        span = seen.sentence.span
        hits = contexts(self.language).find(seen.text, span.start, span.end)
        return tuple(dict.fromkeys(name for hit in hits for name in hit.values))

    def _time(self, seen: View, draft: Draft, inner: tuple[Inner, ...], *, within: bool) -> TimeRef | None:
        trigger = draft.found.span
        told = (t for t in self.document.times if t.anchor is not Anchor.NONE)
        inside = [t for t in told if seen.sentence.span.covers(t.span) and not belongs_inside(seen, t.span, inner)]
        if within:
            inside = [t for t in inside if is_of_inner(seen, t.span, trigger)]
        if draft.act is not None and not within:
            read = next((t for words in draft.act.times for t in inside if t.span.overlaps(words)), None)
            return read or next((t for t in inside if _in_its_phrase(seen, draft, t.span)), None)
        near = [t for t in inside if _same_clause(seen, t.span, trigger)]
        if not near and len(inside) == 1:
            near = inside
        # Before the nearest: one with a day, then one that no other verb or comma parts from the act ("Sehari
        # sebelumnya, X menuduh Y menyerang pada 6 Februari": the day before is the accusation's).
        return min(
            near,
            key=lambda t: (
                t.start is None,
                _count(seen, t.span, trigger, seen.is_verb),
                _count(seen, t.span, trigger, lambda k: seen.tokens[k].text == ","),
                _distance(t.span, trigger),
            ),
            default=None,
        )

    def _place(self, seen: View, draft: Draft) -> PlaceRef | None:
        inside = [p for p in self.document.places if seen.sentence.span.covers(p.span)]
        if draft.act is not None:
            read = named(seen, inside, draft.act.places)
            if read is not None or draft.found.voice is not Voice.NOUN:
                return read
            inside = [p for p in inside if _in_its_phrase(seen, draft, p.span)]
        trigger, before = draft.found.span, grammar(self.language).place_prepositions
        led = [p for p in inside if led_by(seen, p.span, before) and _same_clause(seen, p.span, trigger)]
        return min(led, key=lambda p: _distance(p.span, trigger), default=None)


def _seated(holder: Party, told: Party | None) -> Party:
    """An accuser or denier; by the words of a quotation that speaks of a whole office ("Netanyahu's office")."""
    if told is None or told.span is None or holder.span is None:
        return holder
    return told if told.span.overlaps(holder.span) else holder


def _in_its_phrase(seen: View, draft: Draft, words: Span) -> bool:
    """Whether words belong to the phrase of a meeting that tells with whom: "pembicaraan dengan X di Y dua hari lalu".

    Nothing stands between but those met and places, and the phrase ends behind the words or goes on with such.
    """
    met = {"actor: with", "actor: between"}.intersection(draft.roles.why)
    if not met or draft.found.voice is not Voice.NOUN or words.start < draft.found.span.end:
        return False
    g = seen.grammar
    venue = frozenset(table(g.language, "status")["venue_prepositions"])
    other = g.prepositions - venue - g.with_ - g.between | g.relative | g.coordinators | g.copulas
    rest = [k for k, t in enumerate(seen.tokens) if k > draft.found.last and k not in seen.at]
    gap = [k for k in rest if seen.tokens[k].span.end <= words.start]
    after = next((k for k, t in enumerate(seen.tokens) if t.span.start >= words.end), None)
    ended = after is None or seen.folded[after] in venue or not seen.tokens[after].text[:1].isupper()
    return ended and not any(
        seen.is_verb(k) or seen.is_break(k) or not seen.tokens[k].text[0].isalnum() or seen.folded[k] in other
        for k in gap
    )


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _count(seen: View, a: Span, b: Span, of: Callable[[int], bool]) -> int:
    """How many words of a kind stand between two spans."""
    low, high = min(a.end, b.end), max(a.start, b.start)
    return sum(of(k) for k, t in enumerate(seen.tokens) if low <= t.span.start and t.span.end <= high)


def _same_clause(seen: View, a: Span, b: Span) -> bool:
    return _count(seen, a, b, seen.is_break) == 0
