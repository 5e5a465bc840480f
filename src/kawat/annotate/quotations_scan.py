"""What the finders of attributions share: the attribution itself, and looking around in masked text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kawat import knowledge
from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon
from kawat.annotate.quotations_speakers import Phrase
from kawat.model import Span

WORD = re.compile(r"[^\W_][\w'’-]*")
SPACE = " \t\u00a0"
_DOUBLE = ('"', "“", "”")
_LEADING = SPACE + ",:;-–—"


class CueKind(StrEnum):
    INVERTED = "inverted"  # ", kata X"
    FINITE = "finite"  # "X mengatakan"
    ACCORDING = "according"  # "menurut X"
    PASSIVE = "passive"  # "ditegaskan X"
    RELAY = "relay"  # "dikutip X"
    COLON = "colon"  # headline "X: ..."
    STANDING = "standing"  # a quotation that goes on without a cue of its own


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its speaker and what it covers; every span is into the article's text.

    `before` and `after` are the stretches said, on either side of the cue; None where the cue covers nothing there.
    `speaker` is None where the speaker is the clitic (`clitic` then is its span) or left out ("dan menambahkan").
    `tail` runs from the cue to the end of what belongs to the attribution: addressee, agencies, circumstances;
    `beyond` is what stands of these behind the words said.
    """

    kind: CueKind
    cue: Span
    speaker: Span | None
    clitic: Span | None
    before: Span | None
    after: Span | None
    tail: Span
    beyond: Span | None = None

    def verb(self, masked: str) -> str:
        return self.cue.of(masked).casefold()


def joined(masked: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the joining word begins that stands right before, adverbs apart; None where there is none."""
    for word in reversed(list(WORD.finditer(masked, max(0, end - 40), end))):
        if lexicon.clause.fullmatch(word.group()):
            return None if lexicon.that.fullmatch(word.group()) else word.start()
        if word.group().casefold() not in lexicon.adverbs:
            return None
    return None


def trim(masked: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and masked[start] in _LEADING:
        start += 1
    while end > start and masked[end - 1] in _LEADING:
        end -= 1
    if masked[end - 1 : end] in _DOUBLE and sum(masked.count(m, start, end) for m in _DOUBLE) % 2:
        return trim(masked, Span(start, end - 1))  # a closing mark that was never opened
    return Span(start, end) if end > start else None


def last_sign(masked: str, start: int, end: int) -> str:
    """The last character before `end` that is no white space; empty at the beginning of the unit."""
    before = masked[start:end].rstrip(SPACE)
    return before[-1:]


def word_at(masked: str, start: int, end: int) -> str:
    found = WORD.search(masked, start, end)
    return found.group() if found and not masked[start : found.start()].strip(SPACE) else ""


def word_before(masked: str, start: int, end: int) -> str:
    found = re.search(r"([^\W_]+)\s*$", masked[max(start, end - 30) : end])
    return found.group(1).casefold() if found else ""


def names_someone(word: str, lexicon: Lexicon) -> bool:
    return bool(word) and (
        word[0].isupper() or word.casefold().partition("-")[0] in lexicon.pronouns | lexicon.role_heads
    )


def of_portfolios(text: str, known: list[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The signs and joining words in the names of ministries: "Menteri Politik[,] Hukum[, dan] Keamanan Ana Soto".

    Not where one of those `known` by name stands in the list.
    """
    for found in lexicon.portfolios.finditer(text):
        part = Span(*found.span("list"))
        if not any(part.overlaps(name) or name.start == part.end + 1 for name in known):
            signs = re.compile(r",|(?<=\s)[a-z]+").finditer(text, part.start, part.end)
            yield from (Span(*sign.span()) for sign in signs)


def named_medium(text: str, start: int, stop: int) -> Span | None:
    """The name of a known agency or outlet with which a stretch begins, without a noun before it."""
    found = list(WORD.finditer(text, start, min(stop, start + 60)))[:4]
    for size in range(len(found), 0, -1):
        words = text[found[0].start() : found[size - 1].end()]
        if found[0].group()[0].isupper() and (knowledge.agency(words) or knowledge.outlet(words)):
            return Span(found[0].start(), found[size - 1].end())
    return None


def reported(masked: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a clause that begins here only says through whom the words came: "Reuters reported", "dilansir AFP"."""
    while start < stop and masked[start] in SPACE:
        start += 1
    medium = named_medium(masked, start, stop)
    if medium is not None and lexicon.reports.match(masked, medium.end, stop):
        return True
    if lexicon.citing.match(masked, start, stop) and len(WORD.findall(masked, start, stop)) <= 10:
        return True
    cue = lexicon.relay.match(masked, start, stop) or lexicon.according.match(masked, start, stop)
    if cue is None:
        return False
    at = cue.end()
    while at < stop and masked[at] in SPACE:
        at += 1
    noun = lexicon.media.match(masked, at, stop)
    at = noun.end() if noun else at
    return noun is not None or named_medium(masked, at, stop) is not None or masked[at : at + 4].startswith("the ")


def around(
    masked: str, unit: Span, kind: CueKind, cue: Span, phrase: Phrase | None, clitic: Span | None, lexicon: Lexicon
) -> Attribution:
    """An attribution that stands behind, before or amid what is said."""
    head_end = phrase.end if phrase else cue.end
    before = trim(masked, Span(unit.start, cue.start))
    if before and masked[unit.start : cue.start].rstrip(SPACE)[-1:] == "." and kind is CueKind.ACCORDING:
        before = None
    tail_end, after = _tail(masked, head_end, unit.end, lexicon, leads=before is None)
    speaker = phrase.span if phrase else None
    return Attribution(kind, cue, speaker, clitic, before, after, Span(cue.start, tail_end))


def _tail(masked: str, start: int, stop: int, lexicon: Lexicon, *, leads: bool) -> tuple[int, Span | None]:
    """Where the attribution ends, and what is said after it.

    Behind the speaker may stand addressee, time and place, up to a comma or the end. What follows that comma is said
    too, unless it begins with a word that only the report would use ("setelah", "seraya").
    """
    at = start
    while True:
        comma = next_break(masked, at, stop)
        if comma is None:
            return stop, None
        if masked[comma] in QUOTED:
            return comma, trim(masked, Span(comma, stop))
        following = word_at(masked, comma + 1, stop)
        if masked[comma] in ".;?!":
            return comma, None
        if lexicon.relay.match(masked, comma + 2, stop) and not leads:
            return stop, None
        if following.casefold() in lexicon.resume_not or (not following and _timed(masked, comma + 1, stop)):
            at = comma + 1
            if not leads and following.casefold() in lexicon.resume_not:
                return stop, None
            continue
        after = trim(masked, Span(comma + 1, stop))
        if after is None or (not WORD.search(masked, after.start, after.end) and QUOTED not in after.of(masked)):
            return stop, None
        return comma, without_full_stop(masked, after)


def _timed(masked: str, start: int, stop: int) -> bool:
    return masked[start:stop].lstrip(SPACE)[:1] == TIMED


def next_break(masked: str, start: int, stop: int) -> int | None:
    found = re.compile(rf"[,;:{QUOTED}]|[.?!](?=\s|$)").search(masked, start, stop)
    return found.start() if found else None


def without_full_stop(masked: str, span: Span) -> Span:
    end = span.end
    while end > span.start and masked[end - 1] in ". ":
        end -= 1
    return Span(span.start, end)


def content(masked: str, start: int, stop: int) -> Span | None:
    # A quoted stretch behind a full stop is a sentence of its own, though its inner sentences hold the unit together.
    if start >= stop:
        return None
    over = re.compile(rf"[.?!]\s+(?={QUOTED})").search(masked, start, stop)
    span = trim(masked, Span(start, over.start() + 1 if over else stop))
    if span is None:
        return None
    span = without_full_stop(masked, span)
    return span if len(span) > 1 and len(WORD.findall(span.of(masked))) + span.of(masked).count(QUOTED) >= 2 else None
