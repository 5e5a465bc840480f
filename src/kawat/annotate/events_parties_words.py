"""Which words are the parties of an act: what the frame of its cue finds, and what the encoder reads, put together."""

from collections.abc import Callable

from kawat import knowledge
from kawat.annotate.events_targets import read_as_victims
from kawat.annotate.events_triggers import Draft
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.lang.parties import party_words as vocabulary
from kawat.model import EntityKind, EventType, Mention, Party, Span
from kawat.model.codes import bare
from kawat.ontology import Voice
from kawat.text import fold

Spans = tuple[Span, ...]
_MEET = 2  # parties of a meeting at the least


def party_words(seen: View, draft: Draft, spans: Callable[[tuple[Mention, ...]], Spans]) -> tuple[Spans, Spans]:
    """The words of the actors and of the recipients of an act. `spans` gives those of mentions whose code is known."""
    found = draft.found
    ruled = spans(draft.roles.actors), spans(draft.roles.recipients)
    read, accused = _as_read(seen, draft, ruled)
    # Who stands behind a passive does it: "Diserang Peru, Venezuela Minta Bantuan".
    victims = () if draft.roles.passive else read_as_victims(seen, found.cue.type, ruled[0], read)
    ruled = tuple(s for s in ruled[0] if s not in victims), ruled[1] or victims
    stands = {w for w in draft.roles.why if w.startswith("actor")}
    if stands == {"actor: clitic"} and (words := _beside(read[0], ruled[0])):
        ruled = words[:1], ruled[1]  # words of one's own tell better than "-nya" who somebody is
    frame = seen.grammar.frames[found.cue.frame]
    if frame.closed and not draft.roles.passive:
        read = read[0], ruled[1]
    # The frame of a cue that holds says better who does it; else who reads the whole sentence.
    first, second = (ruled, read) if draft.held and found.cue.text else (read, ruled)
    first = _surer(seen, draft, first, read)
    doing, suffering = first[0] or _beside(second[0], first[1]), first[1] or second[1]
    if found.cue.type is EventType.CONSULT and (stands == {"actor: with"} or len(doing) < _MEET) and not suffering:
        doing = (*doing, *_beside(second[0], doing))  # nobody meets alone
    if len(doing) >= _MEET and (frame.mutual or _to_each_other(seen, draft)):
        suffering = ()  # those who meet or fight each other do it to nobody else
    suffering = _beside(suffering, doing)
    if found.cue.type is not EventType.MOBILIZE:  # where forces pass tells whither they go; see `events_described`
        suffering = tuple(s for s in suffering if not _is_passed(seen, s))
    if frame.moves and found.theme is not None:  # "mengirim penasihat": who is sent is sent to somebody
        suffering = tuple(s for s in suffering if not s.overlaps(found.theme))
    suffering = tuple(s for s in suffering if s in accused or not _does_another(seen, draft, s))
    suffering = tuple(s for s in suffering if not _is_anybody(seen, s))
    suffering = tuple(s for s in suffering if not _is_told_of(seen, draft, s))
    return doing, tuple(s for s in suffering if not _is_accused_of_it(seen, draft, s))


def _as_read(seen: View, draft: Draft, ruled: tuple[Spans, Spans]) -> tuple[tuple[Spans, Spans], Spans]:
    """The parties that the encoder reads, and those of them who are accused of what stands between."""
    if draft.act is None:
        return ruled, ()
    doing, suffering = _parties(seen, draft.act.actors), _parties(seen, draft.act.recipients)
    if not draft.roles.passive or ruled[0]:
        return (doing, suffering), ()
    patients = tuple(s for s in doing if any(s.overlaps(r) for r in ruled[1]))  # who is attacked does not attack
    doing, suffering = _beside(doing, patients), suffering or patients
    if draft.found.cue.type is not EventType.ACCUSE:
        return (doing, suffering), ()
    accused = tuple(s for s in doing if _is_accused(seen, draft, s))
    return (_beside(doing, accused), suffering or accused), accused


def _does_another(seen: View, draft: Draft, words: Span) -> bool:
    """Whether words are who did before what is only told of a thing or man: "mengirim pasukan yang dilatih AS"."""
    g, before = seen.grammar, _before(seen, words)
    by = before >= 0 and seen.folded[before] in g.by
    verb = before - by
    if verb <= draft.found.last or not (by or g.genitive_after):
        return False
    if not g.genitive_after:
        return seen.is_verb(verb)
    return g.passive_shape.match(seen.folded[verb]) is not None and (by or seen.folded[verb - 1] in g.relative)


def _is_accused(seen: View, draft: Draft, words: Span) -> bool:
    """Whether words are who did what stands between, of which they are accused: "yang dituding dilakukan (oleh) X"."""
    g, verb = seen.grammar, draft.found.last + 1
    doer = _before(seen, words)
    return g.passive_shape.match(seen.folded[verb]) is not None and verb == doer - (seen.folded[doer] in g.by)


def _is_told_of(seen: View, draft: Draft, words: Span) -> bool:
    """Whether words behind an act are only what its doer says next: "denied firing, saying it was attacked by X"."""
    saying = table(seen.grammar.language, "pronouns")["saying"]
    gap = range(draft.found.last + 1, _before(seen, words) + 1)
    return any(seen.tokens[k].text == "," and seen.folded[k + 1] in saying for k in gap[:-1])


def _is_accused_of_it(seen: View, draft: Draft, words: Span) -> bool:
    """Whether words behind an act are whom its doer accuses: "raided the camp, blaming Pakistan"."""
    before = _before(seen, words)
    return before > draft.found.last and seen.folded[before] in vocabulary(seen.grammar.language).accusing


def _is_anybody(seen: View, words: Span) -> bool:
    """Whether words mean whoever it may be: "kepada pihak mana pun", "to any party"."""
    inside = [seen.folded[k] for k, t in enumerate(seen.tokens) if t.span.overlaps(words)]
    edge = inside[1:2] if seen.grammar.genitive_after else inside[:1]
    return bool(seen.grammar.nobody.intersection(edge) or seen.grammar.nobody.intersection(inside[:1]))


def _is_passed(seen: View, words: Span) -> bool:
    """Whether words only tell through where something goes: "mengirim amunisi melalui Sudan"."""
    before = _before(seen, words)
    return before >= 0 and seen.folded[before] in table(seen.grammar.language, "status")["passage"]


def _before(seen: View, words: Span) -> int:
    """The word before some words and their determinatives; -1 where they open the sentence."""
    first = next((k for k, t in enumerate(seen.tokens) if t.span.overlaps(words)), 0)
    while first > 0 and seen.folded[first - 1] in seen.grammar.determinatives:
        first -= 1
    return first - 1


def _to_each_other(seen: View, draft: Draft) -> bool:
    """Whether those who act do it to each other, or promise each other to: "berjanji saling membantu"."""
    g, last = seen.grammar, len(seen.tokens)
    for k in range(max(0, draft.found.first - 1), last):
        if any(tuple(seen.folded[k : k + len(phrase)]) == phrase for phrase in g.each_other):
            return True
        if k > draft.found.last and (k in seen.at or seen.is_break(k) or seen.folded[k] == ","):
            return False
    return False


def _parties(seen: View, spans: Spans) -> Spans:
    """Words read as parties but for mere verbs and prepositions, which are nobody: "Komandan itu telah berikrar"."""
    small = seen.grammar.prepositions | seen.grammar.coordinators

    def is_nobody(span: Span) -> bool:
        inside = [k for k, t in enumerate(seen.tokens) if t.span.overlaps(span)]
        return bool(inside) and all(
            k not in seen.clitics and (seen.is_verb(k) or seen.folded[k] in small) for k in inside
        )

    return tuple(s for s in spans if not is_nobody(s))


def _surer(seen: View, draft: Draft, ruled: tuple[Spans, Spans], read: tuple[Spans, Spans]) -> tuple[Spans, Spans]:
    """The parties by rule; those of the encoder where the rule had to reach for its own.

    A subject from another clause ("X menghukum Y karena menolak") and whoever stands behind a preposition somewhere
    after the act are guesses: whoever reads the whole sentence and finds others there knows better.
    """
    why = set(draft.roles.why)
    actors = {w for w in why if w.startswith("actor")}
    doing, suffering = ruled
    if (
        actors == {"actor: subject"}
        and read[0]
        and not _meet(doing, read[0])
        and _is_far(seen, doing, draft.found.span)
    ):
        doing = _beside(read[0], suffering) or doing
    if "recipient: preposition" in why and read[1] and not _meet(suffering, read[1]):
        trigger = draft.found.span
        if _meet(suffering, read[0]) and any(_is_right_behind(seen, s, draft.found.last) for s in suffering):
            return doing, suffering  # "the invasion of Ukraine": no act of Ukraine's
        own = draft.found.voice is not Voice.NOUN and not _parted(seen, suffering, trigger)
        if not (own and _parted(seen, read[1], trigger)):  # who reads is led astray by another clause
            suffering = read[1]
    return doing, suffering


def _is_right_behind(seen: View, words: Span, last: int) -> bool:
    """Whether only a preposition, none of place, and small words part a party from an act before it."""
    gap = [k for k, t in enumerate(seen.tokens) if k > last and t.span.end <= words.start]
    venue = frozenset(table(seen.grammar.language, "status")["venue_prepositions"])
    small = (seen.grammar.prepositions | seen.grammar.determinatives) - venue
    return bool(gap) and words.start > seen.tokens[last].span.end and all(seen.folded[k] in small for k in gap)


def _parted(seen: View, spans: Spans, trigger: Span) -> bool:
    """Whether all of some words stand in another clause than an act, as far as marks and verbs between them tell."""

    def ends(k: int) -> bool:
        return seen.is_verb(k) or seen.is_break(k) or seen.tokens[k].text == ","

    def gap(span: Span) -> list[int]:
        start, end = (trigger.end, span.start) if span.start >= trigger.end else (span.end, trigger.start)
        return [k for k, t in enumerate(seen.tokens) if start <= t.span.start < end]

    return all(any(map(ends, gap(s))) for s in spans)


def _is_far(seen: View, spans: Spans, trigger: Span) -> bool:
    """Whether a verb, a comma or a word that joins clauses stands between the nearest of some words and an act.

    Verbs that the act is said of stand right before it: "X membantah menyerang Y".
    """
    g, end = seen.grammar, max((s.end for s in spans if s.end <= trigger.start), default=None)
    if end is None:
        return False
    gap = [k for k, t in enumerate(seen.tokens) if end <= t.span.start < trigger.start]
    joins = [k for k in gap[:-1] if seen.is_break(k) or seen.folded[k] in g.coordinators]
    if any(seen.folded[k + 1] in g.auxiliaries for k in joins):
        return False  # "would let X use its bases but would not send troops": the subject goes on
    while gap and (seen.is_verb(gap[-1]) or seen.folded[gap[-1]] in g.auxiliaries | g.infinitive | g.complementizers):
        gap.pop()
    return any(seen.is_verb(k) or seen.is_break(k) or seen.folded[k] in g.coordinators | {","} for k in gap)


def _meet(spans: Spans, others: Spans) -> bool:
    return any(s.overlaps(o) for s in spans for o in others)


def apart(actors: tuple[Party, ...], recipients: tuple[Party, ...], text: str, language: str) -> tuple[Party, ...]:
    """The recipients that are others than the doers.

    Men of the state that acts are others ("KPK menahan Bupati X", "Putin memecat menterinya"), the state is not; nor
    are machines of nobody named ("Ghana downed three drones").
    """
    doers, states = {p.entity for p in actors}, {p.code for p in actors if ":" not in p.code}
    own = {bare(p.code) for p in actors}
    return tuple(
        p
        for p in recipients
        if p.entity not in doers
        and (p.code not in states or _is_man(p, text, language))
        and not (bare(p.code) in own and _is_machine(p, text, language))
    )


def _is_machine(party: Party, text: str, language: str) -> bool:
    """Whether the words of a party are of things that fly: "three drones"."""
    words = fold(party.span.of(text)).split() if party.span is not None else []
    return not frozenset(table(language, "voice")["machines"]).isdisjoint(words)


def _is_man(party: Party, text: str, language: str) -> bool:
    """Whether a party is a known person, or its words tell of men and not of their state."""
    known = knowledge.get(party.entity)
    if known is not None and known.kind is EntityKind.PERSON:
        return True
    if party.span is None:
        return False
    found = vocabulary(language).lexemes.find(text, party.span.start, party.span.end)
    return any(x.head is not None and x.head.person for match in found for x in match.values)


def _beside(spans: Spans, others: Spans) -> Spans:
    """The spans that share no words with the others."""
    return tuple(s for s in spans if not any(s.overlaps(o) for o in others))
