"""Who says what in a headline: "Hartono: Kami Siap", "Kremlin Sebut Ukraina Serang Kilang"."""

import re

from kawat.annotate.quotations_lexicon import QUOTED, Lexicon
from kawat.annotate.quotations_resolve import Cast
from kawat.annotate.quotations_scan import Attribution, CueKind, content
from kawat.model import Span

_WHO = 6  # so many words name who speaks at most
_PAIR = re.compile(r"(?<!\w)[A-Z]\w{2,}\s?[-–]\s?[A-Z]\w{2,}(?!\w)")


def titled(text: str, masked: str, unit: Span, cast: Cast, lexicon: Lexicon, *, headline: bool) -> list[Attribution]:
    """Who says the words of a headline, or those behind a name and a colon in running text; at most one."""
    title = _colon(masked, unit)
    if title is None or title.speaker is None or title.after is None:
        bare = _bare(masked, unit, lexicon) if headline else None
        known = bare is not None and bare.speaker is not None and any(cast.within(bare.speaker))
        return [bare] if bare is not None and known else []
    who = title.speaker
    inside = cast.within(who)
    if _is_topic(who.of(text), sum(map(cast.is_state, inside)), lexicon):
        return []
    turn = any(m.entities for m in inside) and (masked[title.after.start] == QUOTED or who.of(text).isupper())
    return [title] if headline or turn else []  # "PUTIN: “We will stay.”"


def _colon(masked: str, unit: Span) -> Attribution | None:
    """ "Hartono: Kami Siap": a short name before the colon of a headline says the rest."""
    found = re.compile(rf"(?P<who>[^:.,{QUOTED}?!]{{2,50}}):\s+(?=\S)").match(masked, unit.start, unit.end)
    if found is None or len(found["who"].split()) > _WHO or not found["who"][0].isupper():
        return None
    after = content(masked, found.end(), unit.end)
    if after is None:
        return None
    mark = found.end("who")
    return Attribution(
        CueKind.COLON, Span(mark, mark + 1), Span(*found.span("who")), None, None, after, Span(mark, mark + 1)
    )


def _bare(masked: str, unit: Span, lexicon: Lexicon) -> Attribution | None:
    """ "Kremlin Sebut Ukraina Serang Kilang": a bare verb of saying behind a short name, and the words behind it."""
    verb = lexicon.headline_verbs.search(masked, unit.start, unit.end)
    who = masked[unit.start : verb.start()] if verb is not None else ""
    if verb is None or not who[:1].isupper() or len(who.split()) > _WHO or re.search(rf"[:.,{QUOTED}?!]", who):
        return None
    after = content(masked, verb.end(), unit.end)
    if after is None:
        return None
    cue = Span(*verb.span())
    speaker = Span(unit.start, unit.start + len(who.rstrip()))
    return Attribution(CueKind.FINITE, cue, speaker, None, None, after, Span(cue.start, after.start))


def _is_topic(who: str, states: int, lexicon: Lexicon) -> bool:
    """Whether words before a colon say what a headline is about: "Perang Gaza", "Rusia-Ukraina" with two `states`."""
    return lexicon.headline_topics.search(who) is not None or (states > 1 and _PAIR.search(who) is not None)
