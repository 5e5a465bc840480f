"""Attributions in which the speaker follows the cue: ", kata X", "menurut X", "ditegaskan X", "dikutip X"."""

import re
from collections.abc import Iterator

from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon
from kawat.annotate.quotations_scan import (
    SPACE,
    WORD,
    Attribution,
    CueKind,
    around,
    content,
    last_sign,
    named_medium,
    names_someone,
    word_at,
    word_before,
)
from kawat.annotate.quotations_speakers import Phrase, phrase_after
from kawat.model import Span

_CITED = re.compile(r",?\s+")


def inverted(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue in lexicon.inverted.finditer(masked, unit.start, unit.end):
        sign = last_sign(masked, unit.start, cue.start())
        if lexicon.not_speech.match(masked, cue.start()) or sign not in {
            "",
            ",",
            QUOTED,
            "-",
            "–",
            "—",
            ".",
            ":",
            ";",
            ")",
            '"',
            "”",
            "“",
            "?",
            "!",
        }:
            continue
        if lexicon.language == "en" and not _english_inverted(masked, unit, cue, sign, lexicon):
            continue
        clitic = Span(*cue.span("clitic")) if cue["clitic"] else None
        verb = masked[cue.start() : clitic.start if clitic else cue.end()].casefold()
        following = word_at(masked, cue.end(), unit.end)
        if verb in lexicon.weak and sign != QUOTED and not clitic and not names_someone(following, lexicon):
            continue
        phrase = None if clitic else phrase_after(masked, cue.end(), unit.end, lexicon)
        if phrase is None and clitic is None:
            continue
        if phrase is not None and sign in {"", "."} and lexicon.that.match(masked, phrase.span.end + 1, unit.end):
            continue  # "Klaim Rusia bahwa ... tidak benar": a noun
        yield around(masked, unit, CueKind.INVERTED, Span(*cue.span()), phrase, clitic, lexicon)


def _english_inverted(masked: str, unit: Span, cue: re.Match[str], sign: str, lexicon: Lexicon) -> bool:
    """ "..., said the minister" and not "Ortega, the minister, said the plan failed"."""
    following = word_at(masked, cue.end(), unit.end)
    if not following or sign in {"", "."} or lexicon.np_stop.fullmatch(following) or lexicon.that.fullmatch(following):
        return False
    if sign == QUOTED:
        return True
    phrase = phrase_after(masked, cue.end(), unit.end, lexicon)
    if phrase is None or cue.group().casefold() == "told":
        return False
    rest = masked[phrase.end : unit.end].lstrip(SPACE)
    closes = not rest or rest[0] in ",.;" + TIMED or lexicon.np_stop.match(rest)
    if any(lexicon.acts.match(word) for word in WORD.findall(phrase.span.of(masked))[1:]):
        return False  # "..., Ana Soto, said Oman supported them"
    segments = masked[unit.start : cue.start()].split(",")
    apposed = len(segments) >= 3 and len(segments[-3].split()) <= 6
    return bool(closes) and not apposed and len(phrase.span.of(masked).split()) <= 10


def according(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue in lexicon.according.finditer(masked, unit.start, unit.end):
        clitic = Span(*cue.span("clitic")) if cue["clitic"] else None
        phrase = None if clitic else phrase_after(masked, cue.end(), unit.end, lexicon)
        if phrase is None and clitic is None:
            continue
        weak = cue.group().casefold() in lexicon.according_weak
        if weak and (
            phrase is None
            or not phrase.span.of(masked)[0].isupper()
            or last_sign(masked, unit.start, cue.start()) not in {",", QUOTED}
        ):
            continue
        if phrase and WORD.findall(phrase.span.of(masked))[0].casefold() in lexicon.not_sources:
            continue
        relative = word_before(masked, unit.start, cue.start())
        if relative in lexicon.relative or lexicon.that.fullmatch(relative):
            after = content(masked, phrase.end if phrase else cue.end(), unit.end)
            yield Attribution(
                CueKind.ACCORDING,
                Span(*cue.span()),
                phrase.span if phrase else None,
                clitic,
                None,
                after,
                Span(cue.start(), phrase.end if phrase else cue.end()),
            )
            continue
        found = around(masked, unit, CueKind.ACCORDING, Span(*cue.span()), phrase, clitic, lexicon)
        if cue.group().split()[0].casefold() in lexicon.according_back:
            yield Attribution(found.kind, found.cue, found.speaker, found.clitic, found.before, None, found.tail)
            continue
        comma = masked.find(",", cue.end(), phrase.end) if phrase else -1
        if phrase and comma > 0 and found.before is None and found.after is None:
            # What stands behind the comma is no apposition, but all that is said: "According to X, Y killed Z."
            phrase = Phrase(Span(phrase.span.start, comma), comma)
            found = around(masked, unit, CueKind.ACCORDING, Span(*cue.span()), phrase, clitic, lexicon)
        if (
            found.before
            and _is_lead(masked, unit.start, cue.start(), lexicon)
            and (found.after or (phrase and phrase.end < unit.end - 2))
        ):
            after = found.after or content(masked, phrase.end if phrase else cue.end(), unit.end)
            found = Attribution(found.kind, found.cue, found.speaker, found.clitic, None, after, found.tail)
        if (
            found.before
            and found.after is None
            and phrase
            and masked[phrase.end : unit.end].lstrip(SPACE)[:1] not in ",.;"
        ):
            verbal = word_at(masked, phrase.end, unit.end).casefold() not in lexicon.prepositions | lexicon.resume_not
            after = content(masked, phrase.end, unit.end) if verbal else None  # "..., menurut X telah dikembalikan"
            found = Attribution(found.kind, found.cue, found.speaker, found.clitic, found.before, after, found.tail)
        yield found


def _is_lead(masked: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether only an opening stands before ("Namun, menurut X", "Sementara itu menurut X")."""
    return len(WORD.findall(masked[start:end])) <= 3


def passive(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    if lexicon.passive is None:
        return
    for cue in lexicon.passive.finditer(masked, unit.start, unit.end):
        clitic = Span(*cue.span("clitic")) if cue["clitic"] else None
        phrase = None if clitic else _doer(masked, cue.end(), unit.end)
        if clitic is None and phrase is None:
            continue
        speaker = None
        end = cue.end()
        if phrase is not None:
            named = phrase_after(masked, phrase, unit.end, lexicon)
            if named is None or not names_someone(word_at(masked, named.span.start, unit.end), lexicon):
                continue
            speaker, end = named.span, named.end
        that = lexicon.that.match(masked, (speaker.end if speaker else end) + 1)
        relative = word_before(masked, unit.start, cue.start()) in lexicon.relative
        opens = clitic is not None and last_sign(masked, unit.start, cue.start()) in {"", "."}
        opening = (relative and speaker) or opens or that
        after = content(masked, that.end() if that else end, unit.end) if opening else None
        yield Attribution(CueKind.PASSIVE, Span(*cue.span()), speaker, clitic, None, after, Span(cue.start(), end))


def nominal(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    """ "tuduhan (oleh) Iran bahwa ...": a noun of saying, its doer and a clause."""
    for cue in lexicon.nominal.finditer(masked, unit.start, unit.end):
        that = lexicon.that.search(masked, cue.end(), min(unit.end, cue.end() + 80))
        start = _doer(masked, cue.end(), unit.end)
        if that is None or start is None or start >= that.start():
            continue
        phrase = phrase_after(masked, start, that.start(), lexicon)
        if phrase is None or masked[phrase.span.end : that.start()].strip(SPACE + ","):
            continue
        if not any(w[0].isupper() or w.casefold() in lexicon.role_heads for w in WORD.findall(phrase.span.of(masked))):
            continue
        after = content(masked, that.end(), unit.end)
        yield Attribution(
            CueKind.ACCORDING, Span(*cue.span()), phrase.span, None, None, after, Span(cue.start(), that.end())
        )


def _doer(masked: str, start: int, stop: int) -> int | None:
    """Where the doer of a passive begins: behind "oleh" or at once."""
    found = re.compile(r"\s+(?:(?:oleh|dari|by|from)\s+)?(?=[^\W_])").match(masked, start, stop)
    return found.end() if found else None


def relays(masked: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[Span, Phrase]]:
    """Every relay of a stretch with the words of the one relayed, outermost first."""
    for cue in lexicon.relay.finditer(masked, span.start, span.end):
        phrase = phrase_after(masked, cue.end(), span.end, lexicon)
        if phrase is None:
            continue
        head = word_at(masked, phrase.span.start, phrase.span.end)
        if not head[:1].isupper() and not lexicon.media.search(masked, phrase.span.start, phrase.span.end):
            continue
        yield Span(*cue.span()), phrase
        origin = re.compile(r"\s+(?:dari|from)\s+").match(masked, phrase.span.end, span.end)
        cited = None if origin else _CITED.match(masked, phrase.span.end, span.end)
        citing = lexicon.citing.match(masked, cited.end(), span.end) if cited else None
        start = origin.end() if origin else citing.end() if citing else None
        inner = phrase_after(masked, start, span.end, lexicon) if start is not None else None
        # Whom an agency cites may be a person; only a medium carries on what another medium has.
        if inner is not None and (origin or named_medium(masked, inner.span.start, inner.span.end) is not None):
            yield Span(*cue.span()), inner


def sourced(masked: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[Span, Phrase]]:
    """ "..., according to Anadolu" behind what somebody said: the medium that carries it, and no other speaker."""
    for cue in lexicon.according.finditer(masked, span.start, span.end):
        medium = named_medium(masked, cue.end(), span.end)
        if medium is not None:
            yield Span(*cue.span()), Phrase(medium, medium.end)


def relayed(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue, phrase in relays(masked, unit, lexicon):
        if cue.of(masked).casefold() in lexicon.relay_weak and not _by_medium(masked, unit.start, cue, phrase, lexicon):
            continue
        found = around(masked, unit, CueKind.RELAY, cue, phrase, None, lexicon)
        if found.before and len(WORD.findall(found.before.of(masked))) >= 4:
            yield Attribution(found.kind, cue, phrase.span, None, found.before, None, found.tail)
        elif found.after:
            yield Attribution(found.kind, cue, phrase.span, None, None, found.after, found.tail)
        return


def _by_medium(masked: str, start: int, cue: Span, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a weak relay leads to a medium: not "melalui Tepi Barat", nor "pidato yang disiarkan televisi"."""
    if named_medium(masked, phrase.span.start, phrase.span.end) is not None:
        return True
    noun = lexicon.media.match(masked, phrase.span.start, phrase.span.end)
    told = word_before(masked, start, cue.start) in lexicon.relative
    return noun is not None and (not told or noun.end() < phrase.span.end)
