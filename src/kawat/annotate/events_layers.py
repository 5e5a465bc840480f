"""Acts inside reported acts: what somebody is accused of, denies, asks for, refuses, threatens or promises."""

from dataclasses import dataclass, field

from kawat.annotate.events_triggers import Draft
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import EventType, Mention, Status
from kawat.ontology import Voice

# What is asked for, refused, threatened or promised is no record of its own.
_ONE_RECORD = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE})

_SPEECH = _ONE_RECORD | {EventType.ACCUSE, EventType.SUPPORT, EventType.CONSULT}


@dataclass(frozen=True, slots=True)
class Inside:
    """Status and speakers that an act takes from the act that reports it."""

    status: Status
    speakers: tuple[Mention, ...]
    why: str


@dataclass
class Layers:
    """Drafts that are no record of their own, and those that stand on another's word."""

    suppressed: list[Draft] = field(default_factory=list)
    inside: dict[Draft, Inside] = field(default_factory=dict)


def layers_of(view: View, drafts: list[Draft]) -> Layers:
    """Sorts the drafts of a sentence into first and second layers."""
    out = Layers()
    denials = frozenset(table(view.grammar.language, "status")["denials"])
    for outer in drafts:
        cue = outer.found.cue
        for inner in drafts:
            if inner is outer or not _within(view, outer, inner):
                continue
            if cue.type is EventType.ACCUSE and cue.mode == "allege":
                out.inside[inner] = Inside(Status.ALLEGED, outer.roles.actors, f"accused at {cue.row}")
            elif cue.text in denials:
                out.inside[inner] = Inside(Status.DENIED, outer.roles.actors, f"denied at {cue.row}")
            elif cue.type in _ONE_RECORD and not _coordinate(view, inner) and not _permitted(outer, inner):
                out.suppressed.append(inner)
    return out


def _within(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether a cue stands in the complement of another: behind it, with no clause boundary between."""
    if inner.found.first <= outer.found.last:
        return False
    g = view.grammar
    for k in range(outer.found.last + 1, inner.found.first):
        word = view.folded[k]
        if word in g.complementizers or k in view.at:
            continue
        if view.is_break(k) or word == "," or word in g.relative or view.tokens[k].text in g.quotes:
            return False
        if any(view.folded[k : k + len(phrase)] == phrase for phrase in g.adjuncts):
            return False
    return True


def _coordinate(view: View, inner: Draft) -> bool:
    """Whether a verb of saying or doing is joined to the outer one by "and": "mendesak A ... dan menyeru B ..."."""
    j = inner.found.first - 1
    while j >= 0 and view.folded[j] in view.grammar.auxiliaries:
        j -= 1
    return j >= 0 and view.folded[j] in view.grammar.coordinators and inner.found.cue.type in _SPEECH


def _permitted(outer: Draft, inner: Draft) -> bool:
    """Whether an act is another's, for which leave is given, and not a promise: "mengizinkan X mengirim"."""
    return (
        outer.found.cue.type is EventType.AGREE
        and inner.found.voice is not Voice.NOUN
        and bool(set(outer.roles.recipients) & set(inner.roles.actors))
    )
