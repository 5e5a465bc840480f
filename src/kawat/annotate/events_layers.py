"""Acts inside reported acts: what somebody is accused of, denies, asks for, refuses, threatens or promises."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kawat.annotate.events_authors import involvement
from kawat.annotate.events_blamed import blames, is_laid_on, laid_at, of_another
from kawat.annotate.events_consequences import consequences
from kawat.annotate.events_governed import Effect, Governor, governor, status_under
from kawat.annotate.events_orders import Parties, foretold, ordered
from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import MEANT, status_of
from kawat.annotate.status_negated import negated
from kawat.annotate.status_scopes import ends_before, speaks_on
from kawat.annotate.status_untrue import calls_untrue, untrue
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EventType, Inner, Mention, Span, Status, TieKind
from kawat.ontology import Voice

# What is asked for, refused, threatened or promised is no record of its own.
_ONE_RECORD = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE})

# From this score of the encoder on, an act inside another that is one record is told for itself: on the gold sentences
# 25 of 28 such are events, of those below it one in three.
_SURE = 0.9

_TIES = {"accusation": TieKind.ACCUSES, "denial": TieKind.DENIES}

_TAKES_OBJECT = frozenset({EventType.REJECT, EventType.AGREE})
_SPEECH = _ONE_RECORD | {EventType.ACCUSE, EventType.SUPPORT, EventType.CONSULT}


@dataclass(frozen=True, slots=True)
class Inside:
    """Status and speakers that an act takes from the act that reports it.

    `cue` is the words of that act, `scope` what it is ("accusation", "denial"), `row` its row in the cue tables.
    """

    status: Status
    speakers: tuple[Mention, ...]
    cue: str
    scope: str
    row: str


@dataclass
class Layers:
    """Drafts that are no record of their own, those that stand on another's word, and what the outer ones tell of.

    `outer` says it in words, `about` as the acts inside; `governed` are acts that another lets happen or brings about.
    """

    suppressed: list[Draft] = field(default_factory=list)
    inside: dict[Draft, Inside] = field(default_factory=dict)
    outer: dict[Draft, tuple[str, ...]] = field(default_factory=dict)
    about: dict[Draft, tuple[Inner, ...]] = field(default_factory=dict)
    governed: dict[Draft, Governor] = field(default_factory=dict)

    def put(self, view: View, outer: Draft, inner: Draft, status: Status, scope: str) -> None:
        """Sets an act under the accusation or denial that tells of it, and says so on both."""
        if inner in self.inside and self.inside[inner].status is Status.DENIED:
            return  # "rejected accusations of attacking": the accusation stands under the denial
        words = outer.found.span.of(view.text)
        speakers = () if scope == "no denial" else outer.roles.actors
        self.inside[inner] = Inside(status, speakers, words, scope, outer.found.cue.row)
        self.outer[outer] = (*self.outer.get(outer, ()), f"{scope} of {inner.found.span.of(view.text)!r}")
        if scope in _TIES:
            self.tell(outer, inner, _TIES[scope])

    def governs(self, outer: Draft, inner: Draft) -> bool:
        """Whether an act governs another that is a record of its own."""
        over = self.governed.get(inner)
        return over is not None and outer.found.first <= over.at <= outer.found.last

    def tell(self, outer: Draft, inner: Draft, kind: TieKind) -> None:
        """Keeps that an act tells of another inside it."""
        found = Inner(kind, inner.found.span, inner.found.cue.type)
        self.about[outer] = (*self.about.get(outer, ()), found)


def layers_of(view: View, drafts: list[Draft], history: Callable[[Draft], bool], parties: Parties) -> Layers:
    """Sorts the drafts of a sentence into first and second layers.

    `history` says whether an act is dated before the news, `parties` who does it and to whom.
    """
    out = Layers(governed={d: over for d in drafts if (over := governor(view, d.found)) is not None})
    denials = frozenset(table(view.grammar.language, "status")["denials"])
    for outer in drafts:
        cue = outer.found.cue
        if _denies_nothing(view, outer):
            out.suppressed.append(outer)
        own = ordered(view, outer, drafts, parties)
        _deny_claims(view, out, outer, drafts)
        for inner in drafts:
            if inner is outer or not _within(view, outer, inner) or _says_next(view, outer, inner):
                continue
            if _tells_only(view, out, outer, inner, own, parties):
                out.suppressed.append(outer)
            elif cue.type is EventType.ACCUSE and _accuses(view, outer, inner):
                out.put(view, outer, inner, Status.ALLEGED, "accusation")
            elif cue.text in denials or _rejects_accusation(view, outer):
                _deny(view, out, outer, (inner, *consequences(view, inner, drafts)))
            elif cue.type in _ONE_RECORD and not _stands_alone(view, out, outer, inner):
                out.suppressed.append(inner)
                if cue.type is EventType.AGREE:
                    out.tell(outer, inner, TieKind.PROMISES)
    for inner, over in out.governed.items():
        if inner not in out.inside or over.effect is Effect.BARS:
            told = any(out.governs(outer, inner) for outer in drafts)
            _set_under(view, out, inner, over, history=history(inner), told=told)
    return out


def _tells_only(
    view: View, out: Layers, outer: Draft, inner: Draft, own: tuple[Draft, Status] | None, parties: Parties
) -> bool:
    """Whether an act is what an order to one's own or a warning tells of, which is then no record itself."""
    if own is not None and inner is own[0]:
        order = Inside(own[1], (), outer.found.span.of(view.text), "order", outer.found.cue.row)
        out.inside.setdefault(inner, order)  # an order that is denied leaves the act denied
        return True
    if foretold(view, outer, inner, parties):
        out.put(view, outer, inner, Status.HYPOTHETICAL, "warning")
        return True
    return False


def _stands_alone(view: View, out: Layers, outer: Draft, inner: Draft) -> bool:
    """Whether an act is a record of its own although it is asked for, refused, threatened or promised."""
    return (
        outer in out.suppressed  # "did not rule out sending troops"
        or _coordinate(view, inner)
        or _permitted(outer, inner)
        or out.governs(outer, inner)
        or _background(view, inner)
        or _told_next(view, outer, inner)
        or _read_alone(view, outer, inner)
    )


def _denies_nothing(view: View, outer: Draft) -> bool:
    """Whether somebody rejects nothing who "did not deny that ..." or "did not rule out ..."."""
    cue, status = outer.found.cue, table(view.grammar.language, "status")
    denial = cue.type is EventType.REJECT and cue.text in {*status["denials"], *status["exclusions"]}
    return denial and negated(view, outer.found.first)


def _deny_claims(view: View, out: Layers, outer: Draft, drafts: list[Draft]) -> None:
    """Sets the acts of a claim under the denial behind it: "kabar bahwa X menyerang Y dibantah Z"."""
    if outer.found.cue.text in table(view.grammar.language, "status")["denials"]:
        for inner in drafts:
            lie = untrue(view, inner.found)
            if lie is not None and outer.found.first in lie.at:
                out.put(view, outer, inner, *_denied(view, outer))


def _says_next(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether who denies an act does another in words next: "membantah menyerang X dan menuduh Y"."""
    denial = outer.found.cue.text in table(view.grammar.language, "status")["denials"]
    return denial and inner.found.voice is not Voice.NOUN and not inner.roles.passive and _coordinate(view, inner)


def _told_next(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether a verb that "and" joins tells a next act: "ordered a probe and expelled the envoy"."""
    first, noun = inner.found.first, inner.found.voice is Voice.NOUN
    verb = first - 1 if noun and view.is_verb(first - 1) else first  # "dan melancarkan serangan"
    j = view.before_verb(verb)
    if inner.roles.passive or view.folded[j] not in view.grammar.coordinators:
        return False
    past = outer.found.voice is inner.found.voice is Voice.PAST
    return past or ((verb < first or not noun) and _has_object(view, outer, j))


def _has_object(view: View, outer: Draft, j: int) -> bool:
    """Whether only the object of a refusal or consent stands before a word: "menolak gugatan itu dan mengukuhkan X".

    It ends with a party or a word that points. What somebody will not do may go on behind "and" ("menolak mundur dan
    membebaskan X").
    """
    g, gap = view.grammar, range(outer.found.last + 1, j)
    takes = outer.found.voice is Voice.NOUN or outer.found.cue.type in _TAKES_OBJECT
    if not (takes and g.genitive_after and gap):
        return False
    ended = gap[-1] in view.at or view.folded[gap[-1]] in g.determiners
    other = g.prepositions | g.complementizers
    return ended and not any(k not in view.at and (view.is_verb(k) or view.folded[k] in other) for k in gap)


def _set_under(view: View, out: Layers, inner: Draft, over: Governor, *, history: bool, told: bool) -> None:
    """Gives an act the status that the verb over it leaves it, or takes it out; `told`: that verb is an act too."""
    status = status_under(over, history=history)
    if status is None and (told or over.effect is Effect.ENTAILS):
        out.suppressed.append(inner)  # "tidak memaksa X mundur" says nothing of a retreat
        return
    if status is None:
        # "failed to prevent X from attacking": X attacked
        status = Status.DENIED if over.undone is not (over.effect is Effect.BARS) else Status.ASSERTED
    own = status_of(view, inner.found)
    if own.scope == MEANT or (status is not Status.ASSERTED and own.status is Status.ASSERTED):
        out.inside[inner] = Inside(status, (), over.words, f"what it {over.effect}", "-")


def _deny(view: View, out: Layers, outer: Draft, acts: Iterable[Draft]) -> None:
    for act in acts:
        if act.found.voice is Voice.NOUN and act.found.cue.type is EventType.ACCUSE:
            out.suppressed.append(act)  # "membantah tuduhan X": that X accuses is not what is denied
        elif not of_another(view, act, outer.roles.actors):  # "terlibat dalam serangan X": X attacked all the same
            out.put(view, outer, act, *_denied(view, outer))


def _denied(view: View, outer: Draft) -> tuple[Status, str]:
    """What a denial makes of an act inside it; what somebody only does not deny ("tidak membantah") stays alleged."""
    if negated(view, outer.found.first):
        return Status.ALLEGED, "no denial"
    return Status.DENIED, "denial"


def _read_alone(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether the encoder is sure of an act that a demand, refusal or promise only mentions.

    "mendesak PBB membahas serangan udara Israel": it knows that what is demanded itself is no record. What a refusal
    keeps from being done is none ("menolak rencana X untuk mengirim pasukan").
    """
    between = view.folded[outer.found.last + 1 : inner.found.first]
    planned = inner.found.voice is not Voice.NOUN or not view.grammar.plans.isdisjoint(between)
    refused = outer.found.cue.type is EventType.REJECT and planned
    return inner.act is not None and inner.act.score >= _SURE and not refused


def _accuses(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether an act is what somebody is accused of: "menuduh X menyerang", "blamed X for attacking"."""
    if calls_untrue(view, inner.found):
        return False  # "tuduhan X dibantah Y"
    if inner.found.voice is Voice.NOUN:
        topics = table(view.grammar.language, "status")["topics"]
        if blames(view, outer):
            return laid_at(view, inner.found.first) is not None or is_laid_on(view, outer, inner)
        if outer.found.cue.mode == "allege" and involvement(view, inner.found.first) is not None:
            return True  # "menuduh X bertanggung jawab atas serangan itu"
        if outer.found.cue.mode == "allege" and view.grammar.gerund.match(view.folded[inner.found.first]):
            return True  # "accusing X of interfering in the vote"
        return outer.found.cue.mode == "allege" and view.folded[inner.found.first - 1] not in topics
    if set(inner.roles.actors) & set(outer.roles.actors):
        return False  # what the accuser does next
    if outer.found.cue.mode == "allege":
        return True
    before = view.before_verb(inner.found.first)
    reasons = view.grammar.reasons - {"atas"}  # "mengecam X atas ..." takes what follows as given
    return view.folded[before] in reasons and set(inner.roles.actors) <= set(outer.roles.recipients)


def _rejects_accusation(view: View, outer: Draft) -> bool:
    """ "menampik tuduhan ...", "rejected claims ...": a refusal whose object is an accusation."""
    after = view.folded[outer.found.last + 1 : outer.found.last + 3]
    return outer.found.cue.type is EventType.REJECT and bool(
        set(after) & set(table(view.grammar.language, "status")["accusations"])
    )


def _within(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether a cue stands in the complement of another: behind it, with no clause boundary between."""
    if inner.found.first <= outer.found.last:
        return False
    if inner.found.theme is not None and inner.found.theme.overlaps(outer.found.span):
        return False  # "tuntutan X dipenuhi Y"
    words = [range(d.found.first, d.found.last + 1) for d in (outer, inner)]
    if inner.found.voice is not Voice.NOUN and ends_before(view, *words):
        return False
    g = view.grammar
    for k in range(outer.found.last + 1, inner.found.first):
        word = view.folded[k]
        if word in g.complementizers or k in view.at:
            continue
        if word in g.relative and _goes_on(view, outer, k, inner):
            continue
        if view.is_break(k) or word == "," or word in g.relative or view.tokens[k].text in g.quotes:
            return False
        if any(view.folded[k : k + len(phrase)] == phrase for phrase in g.adjuncts):
            return False
        if k + 1 < inner.found.first and speaks_on(view, k):
            return False
    return True


def _goes_on(view: View, outer: Draft, related: int, inner: Draft) -> bool:
    """Whether an accusation goes on behind a relative clause: "menuduh X memasang ranjau yang melukai Y dan ..."."""
    accused = outer.found.cue.mode == "allege" and inner.found.voice is not Voice.NOUN
    acts = any(view.is_verb(k) for k in range(outer.found.last + 1, related) if k not in view.at)
    return accused and acts and view.folded[inner.found.first - 1] in view.grammar.coordinators


def _coordinate(view: View, inner: Draft) -> bool:
    """Whether a verb of saying or doing is joined to the outer one by "and": "mendesak A ... dan menyeru B ..."."""
    j = view.before_verb(inner.found.first)
    return j >= 0 and view.folded[j] in view.grammar.coordinators and inner.found.cue.type in _SPEECH


def _background(view: View, inner: Draft) -> bool:
    """Whether a participle only says of somebody what was done to them: "asked X to free the men arrested by Y"."""
    found = inner.found
    if found.voice is not Voice.PAST or not inner.roles.passive or found.cue.turns:
        return False
    after = view.folded[found.last + 1 : found.last + 2]
    return (
        found.first - 1 not in view.at
        and view.folded[found.first - 1] not in view.grammar.auxiliaries
        and bool(view.grammar.by.intersection(after))
    )


def _permitted(outer: Draft, inner: Draft) -> bool:
    """Whether an act is another's, which somebody agrees to, and not a promise: "menyetujui X mengirim"."""
    return (
        outer.found.cue.type is EventType.AGREE
        and inner.found.voice is not Voice.NOUN
        and bool(set(outer.roles.recipients) & set(inner.roles.actors))
    )


def belongs_inside(view: View, time: Span, inner: tuple[Inner, ...]) -> bool:
    """Whether a time is that of an act accused or denied: "membantah menyerang Odesa pada 17 Juni".

    It stands behind that act, and no comma or bracket parts the two: ", Senin" and "(17/6)" are of the speaking.
    """
    for act in inner:
        if act.kind is TieKind.PROMISES or time.start < act.trigger.end:
            continue
        gap = view.text[act.trigger.end : time.start]
        if not any(sign in gap for sign in ",(;"):
            return True
    return False


def is_of_inner(view: View, time: Span, trigger: Span) -> bool:
    """Whether a time can be that of an act accused or denied, and not of the accusing.

    Not "Selasa membantah menyerang kapal itu", nor "membantah menyerang kapal itu, Senin (5/2)".
    """
    if time.start >= trigger.end:
        return "," not in view.text[trigger.end : time.start]
    led = (k for k, t in enumerate(view.tokens) if t.span.end <= time.start)
    return any(view.folded[k] in view.grammar.complementizers for k in led)  # "menuduh bahwa Senin tentara menyerang"
