"""Which acts of a sentence are events: what the encoder reads and what the cue tables hold, put together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kawat.annotate.events_parties import roles
from kawat.annotate.events_reading import Judged
from kawat.annotate.events_triggers import Draft, parted, theme_at
from kawat.annotate.voice import View
from kawat.encoder import Settings
from kawat.model import EventType
from kawat.ontology import Cue, Found, Voice, cues

# Acts that tell of another: what somebody is accused of, what is denied.
_TELLING = frozenset({EventType.ACCUSE, EventType.REJECT})


def decide(view: View, drafts: list[Draft], acts: Sequence[Judged], settings: Settings) -> list[Draft]:
    """The acts that count as events, in order, each with the cue that tells of it where there is one."""
    turning = [d for d in drafts if _turns(view, d)]
    out = [_with_reading(d, acts) for d in turning]
    spoken = [s for d in turning for s in (d.found.span, d.found.theme) if s is not None]
    left = [d for d in drafts if not any(d.found.span.overlaps(s) for s in spoken)]
    for act in sorted(acts, key=lambda a: -a.score):
        if any(act.trigger.overlaps(s) for s in spoken):
            continue
        near = [d for d in left if d.found.span.overlaps(act.trigger)]
        held = any(d.held for d in near)
        if act.score < (settings.cued if held else settings.event):
            left = [d for d in left if d not in near]
            continue
        best = min(near, key=lambda d: (d.found.cue.type is not act.type, not d.held), default=None)
        # What only a cue makes an event is of the cue's type, and who, when and where are not those of another act.
        told = best is not None and (best.found.cue.type is act.type or act.score < settings.event)
        # "didakwa membunuh" is one trigger for the encoder, but two acts: the cue of the inner one stays.
        layers = told and act.type in _TELLING
        left = [d for d in left if d not in near or (layers and d.found.cue.type is not act.type)]
        if best is None or not told:
            found = _without_cue(view, act)
            if found is None:
                continue
            best = Draft(found, roles(view, found), held=False)
        out.append(replace(best, act=act if best.found.cue.type is act.type else None))
    out += [d for d in left if d.held]
    return sorted(out, key=lambda d: d.found.first)


def _turns(view: View, draft: Draft) -> bool:
    """Whether a verb governs the noun that it makes another act of: "lifted sanctions", "sanctions were lifted".

    What is only said to be meant ("in order to lift sanctions") is left to who reads the whole sentence.
    """
    found = draft.found
    if not draft.held or not found.cue.turns:
        return False
    if view.folded[max(found.first - 1, 0)] in view.grammar.infinitive | view.grammar.complementizers:
        return False
    theme = theme_at(view, found)
    if theme < found.first:
        return draft.roles.passive and not parted(view, theme, found.first)
    return not draft.roles.passive


def _with_reading(draft: Draft, acts: Sequence[Judged]) -> Draft:
    """A cue that goes before the encoder, with what that reads where it reads the same act there."""
    own = (a for a in acts if a.type is draft.found.cue.type and a.trigger.overlaps(draft.found.span))
    return replace(draft, act=max(own, key=lambda a: a.score, default=None))


def _without_cue(view: View, act: Judged) -> Found | None:
    """The words of an act that no cue tells, as if a cue did; None where they are no words of the sentence."""
    inside = [k for k, t in enumerate(view.tokens) if t.span.overlaps(act.trigger)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    language = view.grammar.language
    verb = next(
        (k for k in inside if view.grammar.verb.match(view.folded[k]) and view.folded[k] not in view.grammar.not_verb),
        first if _governs(view, first) else None,
    )
    if verb is None:
        voice = Voice.NOUN
    else:
        voice = Voice.PASSIVE if view.grammar.passive_shape.match(view.folded[verb]) else Voice.ACTIVE
    cue = _usual(language, act.type, noun=voice is Voice.NOUN)
    return Found(replace(cue, score=act.score), voice, act.trigger, first, last, None, None)


def _governs(view: View, x: int) -> bool:
    """Whether a gerund behind a preposition has an object: "accused of sending 300 soldiers", not "of training in"."""
    grammar, after = view.grammar, x + 1
    if not grammar.gerund.match(view.folded[x]) or view.folded[max(x - 1, 0)] not in grammar.prepositions:
        return False
    return (
        after < len(view.tokens)
        and view.tokens[after].text[0].isalnum()
        and not (view.folded[after] in grammar.prepositions or view.is_break(after))
    )


@cache
def _usual(language: str, event_type: EventType, *, noun: bool) -> Cue:
    """A cue of a type in its most usual frame, of verbs or of nouns."""
    rows = [c for c in cues(language).rows if c.type is event_type]
    frames = Counter(c.frame for c in rows if c.frame.startswith("noun") is noun)
    frame = max(frames, key=lambda f: (frames[f], f)) if frames else ("noun-agent" if noun else "transitive")
    return Cue("-", event_type, None, frame, "-", 0.0, "", "")
