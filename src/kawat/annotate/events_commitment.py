"""Whose word an act stands on: the report's, a speaker's, a believer's, an accuser's, or nobody's by name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kawat import knowledge
from kawat.annotate.events_authors import involvement
from kawat.annotate.events_blamed import of_another
from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import Reading
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EventMention, EventType, Party, Span, Status
from kawat.model.codes import UNKNOWN, bare
from kawat.ontology import Voice

# What one side blames the other for.
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
# What sets two sides against one another for the rest of a report.
_AT_ODDS = _HOSTILE | {EventType.ACCUSE, EventType.THREATEN}
_STATE = 3  # letters of the code of a state
_PARTY = "a party blames the other"
# Acts done by words.
_SPOKEN = frozenset({EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.THREATEN})
# Who has no side of their own that could be blamed as a party.
_UNNAMED = (":REB", ":CVL", ":OPP", UNKNOWN)
# Sectors that are a side of their own against the forces of their state.
_AGAINST = (":OPP", ":REB")
# Sectors whose word on their own side's losses is a witness's or an office's, not a party's.
_WITNESSES = (":CVL", ":MED", ":COP", ":NGO")


@dataclass(frozen=True, slots=True)
class Commitment:
    """Status and speaker of an act, and why; `quoted`: the words that tell of it are the speaker's own."""

    status: Status
    speaker: Party | None
    why: str
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """An act as it is told: its words, parties, the reading of its status, and who is quoted with it.

    `heard`: whether the encoder reads a speaker of it; None where it cannot tell. `layered`: the speaker is the
    accuser, denier or believer that the act stands under; `unnamed`: somebody is quoted of whom nothing is known;
    `said`: the words quoted; `odds`: whether the report told before that speaker and doer are against one another.
    """

    draft: Draft
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reading: Reading
    speaker: Party | None
    heard: bool | None = None
    layered: bool = False
    unnamed: bool = False
    said: Span | None = None
    odds: bool = False


def commit(seen: View, told: Told, cue: str | None) -> Commitment:
    """Settles status and speaker; `cue` is the word of saying that the quotation stands under, folded."""
    status, speaker = told.reading.status, told.speaker
    if (reason := _taken_as_given(seen, told)) is not None:
        return Commitment(Status.ASSERTED, None, f"on the word of the report itself: {reason}")
    if speaker is None and not told.unnamed:
        named = "nobody named" if status is Status.ALLEGED else "the report itself"
        return Commitment(status, None, f"on the word of {named}")
    own = speaker is not None and any(p.entity == speaker.entity for p in told.actors)
    if status is Status.ALLEGED and own and not told.layered:
        return Commitment(status, None, "on the word of nobody named: nobody alleges an act of their own", quoted=False)
    if told.draft.found.cue.needs == "speaker" or (own and _says_on(seen, told.draft)):
        return Commitment(status, None, "on the word of the report itself: speaking is the act", quoted=False)
    plain = status is Status.ASSERTED or told.reading.cue is None  # no cue of doubt stands over the act
    meanwhile = told.reading.scope is not None and told.reading.scope.endswith("meanwhile")
    dates = status is Status.PLANNED and (meanwhile or _sets_the_scene(seen, told.draft))
    given = plain and _presupposed(seen, told.draft, own=own)
    if dates or (given and not (told.heard and not _relative(seen, told.draft))):
        return Commitment(
            status, None, "on the word of the report itself: the words quoted take it as given", quoted=False
        )
    if status is Status.ASSERTED and (reason := _blames(seen, told, cue)):
        return Commitment(Status.ALLEGED, speaker, f"on the word of the speaker: {reason}")
    if status is Status.ASSERTED and not own and (doubt := _unverified(seen, told.said)):
        return Commitment(Status.ALLEGED, speaker, f"on the word of the speaker: {doubt!r}")
    claimed = cue in table(seen.grammar.language, "status")["claims"]
    if status is Status.ASSERTED and told.heard is False and not claimed and not _heads(seen, told):
        return Commitment(
            status, None, "on the word of the report itself: the encoder reads no speaker of it", quoted=False
        )
    whose = "the speaker" if speaker is not None else "somebody unnamed"
    doer, reads = ", the doer" if own else "", ", as the encoder reads it" if given else ""
    return Commitment(status, speaker, f"on the word of {whose}{doer}{reads}")


def _taken_as_given(seen: View, told: Told) -> str | None:
    """Why an act that is believed or denied takes place all the same; None where it need not."""
    if told.reading.believer is not None and told.draft.found.voice is Voice.NOUN:
        # "percaya perundingan itu membahas ..."
        return "the belief takes it as given" if _presupposed(seen, told.draft, own=False) else None
    denied = told.reading.status is Status.DENIED and not told.layered
    return "only a part in it is denied" if denied and of_another(seen, told.draft, ()) else None


def _unverified(seen: View, said: Span | None) -> str | None:
    """The words outside what is said by which the report tells that it could not verify it; None where it has none."""
    if said is None:
        return None
    for phrase in table(seen.grammar.language, "status")["unverified"]:
        told = tuple(phrase.split())
        for k in range(len(seen.folded) + 1 - len(told)):
            if seen.folded[k : k + len(told)] == told and not said.covers(seen.tokens[k].span):
                return str(phrase)
    return None


def _heads(seen: View, told: Told) -> bool:
    """Whether an act is the verb of the words quoted, so that it is what the speaker tells; no act done by words."""
    found, g = told.draft.found, seen.grammar
    if told.said is None or found.voice is Voice.NOUN or found.cue.type in _SPOKEN:
        return False
    before = [k for k in range(found.first) if seen.tokens[k].span.start >= told.said.start and k not in seen.at]
    return not any(seen.is_verb(k) or seen.is_break(k) or seen.folded[k] in g.relative for k in before)


def _presupposed(seen: View, draft: Draft, *, own: bool) -> bool:
    """Whether a speech takes an act as given: behind a relative pronoun, or by a noun that is spoken about."""
    found = draft.found
    rows = table(seen.grammar.language, "status")
    if found.voice is not Voice.NOUN:
        return in_given_time(seen, found.first) or _relative(seen, draft)
    before = _before(seen, draft)
    if any("light" in reason for reason in draft.roles.why):
        return False
    if any(seen.folded[before + 1 - len(phrase) : before + 1] == phrase for phrase in seen.grammar.adjuncts):
        return True  # "berjanji ... di tengah sanksi Barat"
    word = seen.folded[before] if before >= 0 else ""
    if own or word in rows["topics"]:
        return True
    return _is_subject(seen, before) and not _takes_place(seen, found.last, frozenset(rows["occurrences"]))


def _sets_the_scene(seen: View, draft: Draft) -> bool:
    """Whether a plan only tells when or about what something is said: "setelah ia berkunjung", "mengenai lawatan"."""
    if draft.found.voice is not Voice.NOUN:
        return in_given_time(seen, draft.found.first)
    before = _before(seen, draft)
    topics = table(seen.grammar.language, "status")["topics"]
    ends = (seen.folded[before + 1 - len(phrase) : before + 1] == phrase for phrase in seen.grammar.adjuncts)
    return any(ends) or (before >= 0 and seen.folded[before] in topics)


def _before(seen: View, draft: Draft) -> int:
    """The word before an act and what belongs to it; -1 where there is none."""
    before = draft.found.first - 1
    while before >= 0 and seen.folded[before] in (seen.grammar.auxiliaries | seen.grammar.determinatives):
        before -= 1
    return before


def _relative(seen: View, draft: Draft) -> bool:
    """Whether the verb of an act stands in a relative clause, which only says who is meant."""
    before = _before(seen, draft)
    if draft.found.voice is Voice.NOUN or before < 0:
        return False
    if seen.folded[before] not in seen.grammar.relative:
        before = _relative_of_governor(seen, before)
    return before >= 0 and not _cleft(seen, before, table(seen.grammar.language, "status"))


def _relative_of_governor(seen: View, before: int) -> int:
    """The relative pronoun of the verb that governs an act: "tentara yang membantu Somalia menghancurkan X"; or -1."""
    g = seen.grammar
    saying = table(g.language, "pronouns")["saying"]
    for k in range(before, 0, -1):
        if k in seen.at:
            continue
        if seen.tokens[k].text == ",":  # "M23, yang didukung Rwanda, merebut Y": that clause has ended
            return -1
        if seen.folded[k] in saying:  # "seorang ahli yang menyebut X menyerang Y" tells of the attack
            return -1
        if seen.is_verb(k) and k + 1 in seen.at:  # its object, which does the act
            behind = k - 1
            while behind > 0 and seen.folded[behind] in g.auxiliaries:
                behind -= 1
            return behind if seen.folded[behind] in g.relative else -1
        return -1
    return -1


def in_given_time(seen: View, first: int) -> bool:
    """Whether an act only dates another: "..., setelah Kenya menarik pasukannya"."""
    given = table(seen.grammar.language, "status")["given_times"]
    saying = table(seen.grammar.language, "pronouns")["saying"]
    for k in range(first - 1, 0, -1):
        if k not in seen.at and seen.folded[k] in given:
            return True
        if seen.folded[k] in saying:  # "setelah X menyatakan Y ditarik": the saying dates it
            return False
        if seen.is_break(k) or seen.tokens[k].text in {",", *seen.grammar.quotes}:
            return False
    return False


def _says_on(seen: View, draft: Draft) -> bool:
    """ "menyatakan ... dan menuntut ...": what a speaker does next in words is told by the report, not said."""
    before = seen.before_verb(draft.found.first)
    joins = seen.grammar.coordinators | frozenset(table(seen.grammar.language, "status")["turns"])
    return before >= 0 and draft.found.cue.type in _SPOKEN and seen.folded[before] in joins


def _cleft(seen: View, relative: int, rows: dict[str, Any]) -> bool:
    """ "hanya dua kapal yang ditembak", "Rusia-lah yang menyerang": the relative clause is what is told."""
    if seen.folded[relative - 1] in rows["focus"]:
        return True
    if seen.grammar.genitive_after and _opens(seen, relative):
        return True  # "Yang membantu mereka adalah Lima": no noun stands before it
    for k in range(relative - 1, -1, -1):
        if seen.folded[k] in rows["clefts"]:
            return True
        if seen.is_break(k) or seen.tokens[k].text == "," or seen.is_verb(k):
            return False
    return False


def _opens(seen: View, k: int) -> bool:
    """Whether a word is the first of its sentence, or of the words quoted in it."""
    return not any(t.text[0].isalnum() for t in seen.tokens[:k]) or seen.tokens[k - 1].text in seen.grammar.quotes


def _is_subject(seen: View, before: int) -> bool:
    """Whether a noun behind word `before` opens a clause."""
    if before < 0:
        return True
    g = seen.grammar
    word = seen.folded[before]
    if not g.genitive_after and before in seen.at:  # "said Israel's attack": the owner stands in between
        before = seen.at[before].first - 1
        return before < 0 or seen.is_verb(before) or seen.folded[before] in g.complementizers
    return word in g.complementizers or seen.tokens[before].text in {",", *g.quotes} or seen.is_verb(before)


def _takes_place(seen: View, last: int, occurrences: frozenset[str]) -> bool:
    """Whether the first verb behind a noun only says that it took place, or there is none."""
    g = seen.grammar
    bare = True  # nothing is said of it at all
    for k in range(last + 1, len(seen.tokens)):
        word = seen.folded[k]
        if k in seen.at or word in g.relative:
            continue
        if word in occurrences or word in g.light_passive or word in g.harm:
            return True
        if seen.is_verb(k) or word in g.copulas:
            return False
        bare = bare and word not in g.auxiliaries - g.determiners
    return bare


def _blames(seen: View, told: Told, cue: str | None) -> str | None:
    """Why a speaker's account of an act is a claim about another: a party to it blames the other, or only claims."""
    speaker = told.speaker
    if speaker is None or not _is_of_another(speaker, told.actors):
        return None
    doers = {bare(p.code) for p in told.actors}
    if cue in table(seen.grammar.language, "status")["claims"]:
        return "claimed of another"
    if told.draft.found.voice is Voice.NOUN:  # "X mengatakan Y bertanggung jawab atas serangan itu"
        state = all(len(code) == _STATE for code in doers) and involvement(seen, told.draft.found.first) is not None
        return "laid to another" if state else None
    if told.draft.found.cue.type is EventType.AID:  # "Mereka mengirim amunisi", says who accused them of it before
        return "an enemy blames the other" if told.odds and _of_state(speaker.code) else None
    if told.draft.found.cue.type not in _HOSTILE:
        return None
    if not _homes(speaker.code) & {bare(p.code) for p in told.recipients}:
        nobodys = all(p.code == UNKNOWN or bare(p.code) in doers for p in told.recipients)
        return "an enemy blames the other" if told.odds and nobodys and _of_state(speaker.code) else None
    return _PARTY if _is_a_party(speaker, doers) else None


def struck(before: EventMention, after: EventMention) -> EventMention:
    """An act whose victim only the place that it hits tells: a party to it blames the other all the same."""
    speaker, told = after.speaker, after.status is Status.ASSERTED and after.type in _HOSTILE
    if before.recipients == after.recipients or speaker is None or not told or f"voice {Voice.NOUN}" in after.why:
        return after
    hit = bool(_homes(speaker.code) & {bare(p.code) for p in after.recipients})
    if not (hit and _is_of_another(speaker, after.actors)):
        return after
    if not _is_a_party(speaker, {bare(p.code) for p in after.actors}):
        return after
    return replace(after, status=Status.ALLEGED, why=(*after.why, f"{Status.ALLEGED}: {_PARTY}"))


def _is_of_another(speaker: Party, doers: tuple[Party, ...]) -> bool:
    """Whether an act has doers with a side, and that is not the speaker's."""
    unnamed = not doers or any(p.code.endswith(_UNNAMED) for p in doers)
    return not unnamed and _side(speaker.code) not in {_side(p.code) for p in doers}


def _is_a_party(speaker: Party, doers: set[str]) -> bool:
    """Whether one of the side that is hit is a party against the doers, and no witness or office."""
    if bare(speaker.code) in doers:
        # Of one country's people only those who stand against its government are a party.
        return speaker.code.endswith(_AGAINST)
    named_group = any(len(code) != _STATE for code in doers)
    # The forces that fight a group are a party; police and officials who tell of it are not.
    return speaker.code.endswith(":MIL") if named_group else not speaker.code.endswith(_WITNESSES)


def at_odds(told: Iterable[EventMention], speaker: Party | None, doers: Iterable[Party]) -> bool:
    """Whether an act told before sets the sides of a speaker and of doers against one another.

    Those who all do a blow that hits nobody else fight one another: "Thai and Cambodian troops clashed".
    """
    if speaker is None:
        return False
    sides = [{bare(speaker.code)}, {bare(p.code) for p in doers}]
    return any(
        e.type in _AT_ODDS and all({bare(p.code) for p in side} & own for side, own in zip(ends, sides, strict=True))
        for e in told
        for ends in ((e.actors, e.recipients or e.actors), (e.recipients, e.actors))
        if e.recipients or (e.type is EventType.ASSAULT and sides[0] != sides[1])
    )


def _of_state(code: str) -> bool:
    """Whether somebody speaks for a state or its forces."""
    return len(bare(code)) == _STATE and (code == bare(code) or code.endswith(":MIL"))


def _homes(code: str) -> set[str]:
    """A party and, for a group that is known, the state that it belongs to."""
    known = knowledge.get(code)
    return {bare(code)} | ({known.state} if known and known.state else set())


def _side(code: str) -> str:
    """A state with its government, forces, courts and parliament, or those against them."""
    return code if code.endswith(_AGAINST) else bare(code)
