"""Which cues of a sentence are events: conditions of the tables, forms that mislead, parties known from before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial

from kawat.annotate.events_parties import Roles, is_passive, roles, theme_at
from kawat.annotate.events_reading import Judged
from kawat.annotate.status import status_cues
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import BlockKind, EventMention, EventType, Mention, MentionForm, Span, Status
from kawat.model.codes import UNKNOWN
from kawat.ontology import CueTable, Found, Voice
from kawat.text import fold

# How many sentences back the parties of a noun may stand, and those of a noun that points back ("pertemuan itu").
_MEMORY, _POINTED = 3, 6
# An act that is only somebody's charge, or denied, lends nobody its doer.
_BLAMED = frozenset({Status.ALLEGED, Status.DENIED})


@dataclass(frozen=True, eq=False)
class Draft:
    """Words that may tell of an act, with the parties that their frame gives them.

    `held`: what the cue needs is there; `remembered` is an earlier event that lends the unspoken parties; `act` is
    what the encoder reads in these words.
    """

    found: Found
    roles: Roles
    remembered: EventMention | None = None
    held: bool = True
    act: Judged | None = None


@dataclass
class Memory:
    """The events of the sentences before."""

    events: list[EventMention] = field(default_factory=list)

    def keep(self, index: int, events: list[EventMention]) -> None:
        self.events = [e for e in self.events if e.sentence > index - _POINTED] + events

    def last(
        self, event_type: EventType, index: int, *, pointed: bool, same: Callable[[EventMention], bool]
    ) -> EventMention | None:
        """The nearest earlier event of a type that has parties; of what is pointed at, the nearest of that kind."""
        reach = _POINTED if pointed else _MEMORY
        near = [
            event
            for event in reversed(self.events)
            if event.type is event_type and event.sentence >= index - reach and (event.actors or event.recipients)
        ]
        named = (event for event in near if pointed and same(event))
        return next(named, near[0] if near else None)


@dataclass(frozen=True)
class Known:
    """What the document tells about a sentence: who is meant, whose words a span is, what came before, whether a
    place of a state is hit, and whether two sentences are of one story."""

    index: int
    memory: Memory
    resolved: Callable[[Mention], bool]
    spoken: Callable[[Span], bool]
    struck: Callable[[Span], bool]
    same_story: Callable[[int, int], bool]


def candidates(view: View, cues: CueTable) -> list[list[Found]]:
    """The cues of a sentence that can be read as acts, in order; rows that fit the same words together."""
    groups = ([found for found in rows if _is_read(view, found)] for rows in cues.find(list(view.tokens)))
    return [group for group in groups if group]


def drafts(view: View, groups: list[list[Found]], known: Known) -> list[Draft]:
    """For every group of cues the first that holds, or the first of all."""
    out = []
    for group in groups:
        made = [_draft(view, found, known) for found in group]
        out.append(next((d for d in made if d.held), made[0]))
    return out


def _is_read(view: View, found: Found) -> bool:
    """Leaves out words inside names, and bare forms where they are no verbs."""
    group = view.at.get(found.first)
    if group is not None and group.mention.form is MentionForm.NAME and found.first != group.first:
        return False
    if found.first in view.timed and view.tokens[found.first].text[0].isupper():
        return False  # "the year to March 31"
    if found.cue.turns and found.theme is not None and not _governs_theme(view, found):
        return False
    if _is_described(view, found):
        return False
    headline = view.sentence.kind in {BlockKind.HEADLINE, BlockKind.SUBTITLE}
    if headline and found.voice is not Voice.NOUN and found.last > found.first and found.theme is None:
        return True  # "Rudal Hantam Kharkiv", "Missiles strike Kharkiv": the subject makes it a verb
    if found.voice is Voice.BARE:
        return _bare_is_verb(view, found)
    return view.grammar.genitive_after or _noun_or_verb(view, found)


def _is_described(view: View, found: Found) -> bool:
    """Whether a past form only describes the party that opens the sentence behind it: "Armed Serbs killed ..."."""
    group = view.at.get(found.last + 1)
    opens = found.voice is Voice.PAST and not any(t.text[0].isalnum() for t in view.tokens[: found.first])
    return opens and group is not None and any(view.is_verb(k) for k in range(group.last + 1, len(view.tokens)))


def _governs_theme(view: View, found: Found) -> bool:
    """Whether a verb has the noun that it would make another act of for its object, or for the subject of its passive.

    Not a noun of a phrase behind ("ended a speech on sanctions"), of another head ("menarik perhatian duta besar"), or
    the subject of another verb ("sanctions hurt X, which removed its envoy").
    """
    g, theme = view.grammar, theme_at(view, found)
    if theme > found.last:
        gap = [k for k in view.between(found.last, theme) if k not in view.at]
        heads = g.determinatives | g.auxiliaries | g.before_head
        if g.genitive_after and any(view.folded[k].isalpha() and view.folded[k] not in heads for k in gap):
            return False
        return not parted(view, found.last, theme, g.prepositions)
    if found.cue.type is EventType.REJECT and view.agent(found.last) is None:
        return False  # "the talks were called off": nobody's refusal, they are not held
    gap = [*view.between(theme, found.first)]
    related = any(view.folded[k] in g.relative for k in gap)
    own = found.theme or found.span  # "missile bases were dismantled": the forces of somebody
    party = next((k for k in gap if k in view.at and not view.at[k].mention.span.overlaps(own)), None)
    if party is not None and not (g.genitive_after or any(view.folded[k] in g.prepositions for k in gap if k < party)):
        return related  # "sanctions hurt X and its envoy was removed": no party of the noun
    # "the sanctions that X lifted", "Sanctions on X were lifted"
    return related or (is_passive(view, found) and not parted(view, theme, found.first))


def parted(view: View, first: int, last: int, by: frozenset[str] = frozenset()) -> bool:
    """Whether a clause, a series or one of some words begins between two words.

    What stands between two commas parts nothing ("sanctions on X, imposed in 2012, were lifted"), nor does a number
    ("5,000 reservists", "31 of 38 drones").
    """
    closed = by | view.grammar.relative | view.grammar.quotes | {","}
    counts = [k for k in view.between(first, last) if _counts(view, k)]
    commas = [k for k in view.between(first, last) if view.folded[k] == "," and k not in counts]
    aside = range(commas[0], commas[1] + 1) if len(commas) == 2 else ()
    for k in view.between(first, last):
        if k in aside or k in counts:
            continue
        if view.folded[k] in view.grammar.coordinators and k + 1 not in view.at and not view.folded[k + 1].isdigit():
            return True
        if k not in view.at and (view.folded[k] in closed or view.is_break(k) or _is_own_verb(view, k)):
            return True
    return False


def _is_own_verb(view: View, k: int) -> bool:
    """Whether a word is a verb, and no participle beside its noun: "a planned meeting"."""
    g = view.grammar
    return view.is_verb(k) and (g.genitive_after or view.folded[k - 1] not in g.determinatives - g.prepositions)


def _counts(view: View, k: int) -> bool:
    """Whether a word is within a number: the comma of "5,000", "of" in "31 of 38", "a barrage of missiles"."""
    before = view.folded[k - 1] if k else ""
    if view.folded[k] == ",":
        return before.isdigit() and k + 1 < len(view.folded) and view.folded[k + 1].isdigit()
    amounts = view.grammar.determinatives | view.grammar.measures
    return view.folded[k] == "of" and (before.isdigit() or before in amounts)


def _noun_or_verb(view: View, found: Found) -> bool:
    """Whether the words before an English cue, whose shape may be a noun's or a verb's, agree with its reading."""
    before = view.folded[found.first - 1] if found.first else ""
    after = view.folded[found.last + 1] if found.last + 1 < len(view.folded) else ""
    word = view.folded[found.first]
    noun = found.voice is Voice.NOUN
    if before.endswith(("'s", "s'")) or before in view.grammar.noun_before:
        # "of attacking": a preposition does not make a noun of an -ing form
        governed = before in view.grammar.prepositions | view.grammar.breaks
        phrasal = found.last > found.first  # "after pulling out of Togo"
        return noun or (word.endswith("ing") and governed and (after != "of" or phrasal))
    verbal = found.voice is Voice.ACTIVE and found.cue.text.startswith("V:") and not word.endswith("ing")
    if verbal and before in view.grammar.passive_auxiliaries:
        return False  # "was overrun"
    if before in view.grammar.verb_before or word in view.grammar.auxiliaries:  # "will respect"
        return not noun
    if found.voice is Voice.PAST or word.endswith("ing"):
        return noun == (word.endswith("ing") and after in view.grammar.prepositions)
    governed = found.theme is not None and found.first - 1 in view.at and _governs_theme(view, found)
    if not noun and (found.cue.turns or governed or view.is_present(found.first)):
        return True  # what it governs makes it a verb: "Britain lifts sanctions", "Peru strikes debt deal"
    if not noun and found.last > found.first and not found.cue.text.startswith("V:"):
        return True  # a phrase of its own: "came under attack"
    said = after in view.grammar.complementizers or view.grammar.gerund.match(after)  # "denies that", "denies sending"
    governs = bool(said) or found.last + 1 in view.at or after in view.grammar.determinatives
    joins = view.grammar.coordinators | ({","} if view.sentence.kind is BlockKind.HEADLINE else set())
    joined = before in joins and found.first - 2 not in view.at  # "will leave X and attack Y", "seize ship, free crew"
    return noun != ((governs and (found.first - 1 in view.at or joined)) or _is_only_verb(view, found))


def _is_only_verb(view: View, found: Found) -> bool:
    """Whether a clause has no other verb, and its doer stands before the word: "Students in Lima march on ..."."""
    g = view.grammar
    doer = view.at.get(found.first - 1)
    if doer is None or not (found.last + 1 < len(view.tokens) and view.folded[found.last + 1] in g.prepositions):
        return False
    first = max((k for k in range(doer.first) if view.is_break(k) or view.folded[k] == ","), default=-1) + 1
    ends = (k for k in range(found.last + 1, len(view.tokens)) if view.is_break(k) or view.folded[k] == ",")
    others = (k for k in range(first, next(ends, len(view.tokens))) if k not in range(found.first, found.last + 1))
    head = next((x for x in view.groups if x.first >= first), doer)
    several = view.folded[head.last].endswith("s") and head.mention.form is not MentionForm.NAME
    verbs = g.auxiliaries | g.copulas
    return several and not any(view.is_verb(k) or (k not in view.at and view.folded[k] in verbs) for k in others)


def _bare_is_verb(view: View, found: Found) -> bool:
    """ "Belarusia Usulkan ..." in a headline; "yang mereka serang", "kami tolak" elsewhere."""
    before = view.at.get(found.first - 1)
    if view.sentence.kind in {BlockKind.HEADLINE, BlockKind.SUBTITLE}:
        return before is not None or view.folded[found.first - 1 : found.first] in _headline_words(
            view.grammar.language
        )
    return found.first > 0 and view.folded[found.first - 1] in view.grammar.doer_pronouns


@cache
def _headline_words(language: str) -> frozenset[tuple[str, ...]]:
    """What may stand between a subject and a bare verb: "Iran Bakal Kirim ...", "Mali Balas Usir ..."."""
    rows = {cue.words[-1:] for cue in status_cues(language) if cue.scope in ("verb", "clause")}
    words = table(language, "status")
    return frozenset(rows | {(word,) for word in (*words["headline_denials"], *words["headline_leads"])})


def _points_back(view: View, found: Found) -> bool:
    """Whether a noun has a word like "itu" or "tersebut" beside it."""
    near = found.last + 1 if view.grammar.genitive_after else found.first - 1
    return 0 <= near < len(view.folded) and view.folded[near] in view.grammar.determiners


def _same_kind(view: View, found: Found, event: EventMention) -> bool:
    """Whether an earlier act has the noun that points back to it, or its mode: "menembaki X ...", "penembakan itu"."""
    noun = view.folded[found.first] in fold(event.trigger.of(view.text)).split()
    return noun or (event.mode is not None and event.mode == found.cue.mode)


def _are_two(view: View, found: Found, parties: Roles, known: Known) -> bool:
    """Whether two known parties meet: "menjamu presiden Togo"; an English gerund has the two that only speak of it."""
    g = view.grammar
    return g.genitive_after and g.frames[found.cue.frame].mutual and sum(map(known.resolved, parties.actors)) > 1


def _dealt_by(view: View, found: Found, parties: Roles) -> Roles | None:
    """The parties of a noun that says how a blow was dealt whose doer stands before its verb.

    "killed 22 men in airstrikes"
    """
    g, before = view.grammar, found.first - 1
    if found.voice is not Voice.NOUN or before < 1 or view.folded[before] not in g.by_which:
        return None
    ends = (k for k in range(before - 1, 0, -1) if view.folded[k] in g.harm or view.is_verb(k) or view.is_break(k))
    verb = next(ends, 0)
    passive = g.passive_shape.match(view.folded[verb]) or view.folded[verb - 1] in g.passive_auxiliaries
    doer = None if passive or view.folded[verb] not in g.harm else view.subject(verb)
    if doer is None or parties.actors:
        return None
    hit = next((group for group in view.groups_after(verb) if group.last < before), None)
    suffering = parties.recipients or (() if hit is None else (hit.mention,))
    return replace(parties, actors=(doer.mention,), recipients=suffering, why=(*parties.why, "actor: of the verb"))


def _by_another(earlier: EventMention | None) -> EventMention | None:
    """An act of which only now is told who did it: "... tewas dalam serangan. Serangan itu dilakukan oleh X"."""
    if earlier is None or any(p.code != UNKNOWN for p in earlier.actors):
        return None
    return replace(earlier, actors=())


def _draft(view: View, found: Found, known: Known) -> Draft:
    parties = roles(view, found)
    parties = _dealt_by(view, found, parties) or parties
    actors = any(known.resolved(m) for m in parties.actors)
    recipients = any(known.resolved(m) for m in parties.recipients)
    if found.cue.type is EventType.ASSAULT and not recipients:
        recipients = known.struck(found.span)
    needs = found.cue.needs
    remembered = None
    if found.voice is Voice.NOUN and needs != "words" and not actors and not recipients:
        pointed = _points_back(view, found)
        remembered = known.memory.last(
            found.cue.type, known.index, pointed=pointed, same=partial(_same_kind, view, found)
        )
        blamed = remembered is not None and remembered.status in _BLAMED
        if (
            remembered is not None
            and not pointed
            and (blamed or not known.same_story(remembered.sentence, known.index))
        ):
            # "20 tewas dalam serangan bom di Peshawar" behind a report of another war; a blow behind a charge that
            # somebody attacks ("negara agresor yang menyerang kami") is not told to be theirs
            remembered = None
    if remembered is None and actors and not recipients and "actor: by" in parties.why and _points_back(view, found):
        remembered = _by_another(
            known.memory.last(found.cue.type, known.index, pointed=True, same=partial(_same_kind, view, found))
        )
    if remembered is not None:
        actors, recipients = actors or bool(remembered.actors), bool(remembered.recipients)
    holds = {
        "-": True,
        "party": actors or recipients,
        "words": actors or recipients,
        "actor": actors,
        "recipient": recipients,
        "both": actors and (recipients or _are_two(view, found, parties, known)),
        "speaker": recipients and known.spoken(found.span),
    }[needs]
    # "Sanctions were lifted on Monday": the verb tells the act, whoever did it.
    undone = found.cue.turns and parties.passive and needs == "actor"
    return Draft(found, parties, remembered, held=holds or undone)
