"""Finds who says what inside one unit of text: cue, speaker's words and the stretches said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon
from kawat.annotate.quotations_speakers import Phrase, antecedent, clause_subject, phrase_after, subject_before
from kawat.model import Span

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SPACE = " \t\u00a0"
_DOUBLE = ('"', "“", "”")
_LEADING = _SPACE + ",:;-–—"


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
    `tail` runs from the cue to the end of what belongs to the attribution: addressee, agencies, circumstances.
    """

    kind: CueKind
    cue: Span
    speaker: Span | None
    clitic: Span | None
    before: Span | None
    after: Span | None
    tail: Span

    def verb(self, masked: str) -> str:
        return self.cue.of(masked).casefold()


def attributions(masked: str, unit: Span, lexicon: Lexicon) -> list[Attribution]:
    """The attributions of a unit, in the order of their cues; stretches said by one do not run into the next."""
    outer = [*_inverted(masked, unit, lexicon), *_according(masked, unit, lexicon)]
    found = [
        *outer,
        *_finite(masked, unit, [a.cue.start for a in outer], lexicon),
        *_nominal(masked, unit, lexicon),
        *_passive(masked, unit, lexicon),
    ]
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.cue.start, -a.cue.end)):
        if kept and attribution.cue.overlaps(kept[-1].cue):
            continue
        if (
            kept
            and kept[-1].speaker
            and attribution.cue.start < kept[-1].speaker.end
            and kept[-1].kind is not CueKind.FINITE
        ):
            continue
        kept.append(attribution)
    if not kept:
        kept = list(_relayed(masked, unit, lexicon))
    return _bounded(masked, kept, lexicon)


def _bounded(masked: str, found: list[Attribution], lexicon: Lexicon) -> list[Attribution]:
    """Cuts what follows one cue where the next attribution begins, and what precedes one where the last one ended."""
    made: list[Attribution] = []
    for i, current in enumerate(found):
        after, before = current.after, current.before
        following = found[i + 1] if i + 1 < len(found) else None
        if after and following and following.cue.start < after.end:
            end = min(
                following.cue.start,
                following.speaker.start
                if following.speaker and following.kind is CueKind.FINITE
                else following.cue.start,
            )
            nested = (
                following.kind is CueKind.FINITE
                and following.speaker is not None
                and _joined(masked, end, lexicon) is None
            )
            if not nested:
                after = _trim(
                    masked, Span(after.start, max(after.start, _before_joint(masked, after.start, end, lexicon)))
                )
        if before and made and made[-1].tail.end > before.start and made[-1].kind is not CueKind.FINITE:
            before = _trim(masked, Span(min(made[-1].tail.end, before.end), before.end))
        made.append(
            Attribution(current.kind, current.cue, current.speaker, current.clitic, before, after, current.tail)
        )
    return made


def _joined(masked: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the joining word begins that stands right before, adverbs apart; None where there is none."""
    for word in reversed(list(_WORD.finditer(masked, max(0, end - 40), end))):
        if lexicon.clause.fullmatch(word.group()):
            return None if lexicon.that.fullmatch(word.group()) else word.start()
        if word.group().casefold() not in lexicon.adverbs:
            return None
    return None


def _before_joint(masked: str, start: int, end: int, lexicon: Lexicon) -> int:
    """The offset before a joining word ("dan", "seraya") that stands right before `end`."""
    words = list(_WORD.finditer(masked, start, end))
    while words and (words[-1].group().casefold() in lexicon.adverbs or lexicon.clause.fullmatch(words[-1].group())):
        end = words.pop().start()
    return end


def _trim(masked: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and masked[start] in _LEADING:
        start += 1
    while end > start and masked[end - 1] in _LEADING:
        end -= 1
    if masked[end - 1 : end] in _DOUBLE and sum(masked.count(m, start, end) for m in _DOUBLE) % 2:
        return _trim(masked, Span(start, end - 1))  # a closing mark that was never opened
    return Span(start, end) if end > start else None


def _last_sign(masked: str, start: int, end: int) -> str:
    """The last character before `end` that is no white space; empty at the beginning of the unit."""
    before = masked[start:end].rstrip(_SPACE)
    return before[-1:]


def _word_at(masked: str, start: int, end: int) -> str:
    found = _WORD.search(masked, start, end)
    return found.group() if found and not masked[start : found.start()].strip(_SPACE) else ""


# --- "..., kata X" ------------------------------------------------------------------------------------------------


def _inverted(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue in lexicon.inverted.finditer(masked, unit.start, unit.end):
        sign = _last_sign(masked, unit.start, cue.start())
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
        following = _word_at(masked, cue.end(), unit.end)
        if verb in lexicon.weak and sign != QUOTED and not clitic and not _names_someone(following, lexicon):
            continue
        phrase = None if clitic else phrase_after(masked, cue.end(), unit.end, lexicon)
        if phrase is None and clitic is None:
            continue
        yield _around(masked, unit, CueKind.INVERTED, Span(*cue.span()), phrase, clitic, lexicon)


def _english_inverted(masked: str, unit: Span, cue: re.Match[str], sign: str, lexicon: Lexicon) -> bool:
    """ "..., said the minister" and not "Ortega, the minister, said the plan failed"."""
    following = _word_at(masked, cue.end(), unit.end)
    if not following or sign in {"", "."} or lexicon.np_stop.fullmatch(following) or lexicon.that.fullmatch(following):
        return False
    if sign == QUOTED:
        return True
    phrase = phrase_after(masked, cue.end(), unit.end, lexicon)
    if phrase is None or cue.group().casefold() == "told":
        return False
    rest = masked[phrase.end : unit.end].lstrip(_SPACE)
    closes = not rest or rest[0] in ",.;" + TIMED or lexicon.np_stop.match(rest)
    segments = masked[unit.start : cue.start()].split(",")
    apposed = len(segments) >= 3 and len(segments[-3].split()) <= 6
    return bool(closes) and not apposed and len(phrase.span.of(masked).split()) <= 10


def _names_someone(word: str, lexicon: Lexicon) -> bool:
    return bool(word) and (word[0].isupper() or word.casefold() in lexicon.pronouns | lexicon.role_heads)


def _around(
    masked: str, unit: Span, kind: CueKind, cue: Span, phrase: Phrase | None, clitic: Span | None, lexicon: Lexicon
) -> Attribution:
    """An attribution that stands behind, before or amid what is said."""
    head_end = phrase.end if phrase else cue.end
    before = _trim(masked, Span(unit.start, cue.start))
    if before and masked[unit.start : cue.start].rstrip(_SPACE)[-1:] == "." and kind is CueKind.ACCORDING:
        before = None
    tail_end, after = _tail(masked, head_end, unit.end, before is None, lexicon)
    speaker = phrase.span if phrase else None
    return Attribution(kind, cue, speaker, clitic, before, after, Span(cue.start, tail_end))


def _tail(masked: str, start: int, stop: int, leads: bool, lexicon: Lexicon) -> tuple[int, Span | None]:  # noqa: FBT001
    """Where the attribution ends, and what is said after it.

    Behind the speaker may stand addressee, time and place, up to a comma or the end. What follows that comma is said
    too, unless it begins with a word that only the report would use ("setelah", "seraya").
    """
    at = start
    while True:
        comma = _next_break(masked, at, stop)
        if comma is None:
            return stop, None
        if masked[comma] in QUOTED:
            return comma, _trim(masked, Span(comma, stop))
        following = _word_at(masked, comma + 1, stop)
        if masked[comma] in ".;?!":
            return comma, None
        if lexicon.relay.match(masked, comma + 2, stop) and not leads:
            return stop, None
        if following.casefold() in lexicon.resume_not or (not following and _timed(masked, comma + 1, stop)):
            at = comma + 1
            if not leads and following.casefold() in lexicon.resume_not:
                return stop, None
            continue
        after = _trim(masked, Span(comma + 1, stop))
        if after is None or (not _WORD.search(masked, after.start, after.end) and QUOTED not in after.of(masked)):
            return stop, None
        return comma, _without_full_stop(masked, after)


def _timed(masked: str, start: int, stop: int) -> bool:
    return masked[start:stop].lstrip(_SPACE)[:1] == TIMED


def _next_break(masked: str, start: int, stop: int) -> int | None:
    found = re.compile(rf"[,;:{QUOTED}]|[.?!](?=\s|$)").search(masked, start, stop)
    return found.start() if found else None


def _without_full_stop(masked: str, span: Span) -> Span:
    end = span.end
    while end > span.start and masked[end - 1] in ". ":
        end -= 1
    return Span(span.start, end)


# --- "X mengatakan bahwa ..." -------------------------------------------------------------------------------------


def _finite(masked: str, unit: Span, others: list[int], lexicon: Lexicon) -> Iterator[Attribution]:
    spoken, floor = False, unit.start
    for cue in lexicon.finite.finditer(masked, unit.start, unit.end):
        if lexicon.not_speech.match(masked, cue.start()) or _negated(masked, unit.start, cue.start(), lexicon):
            continue
        span = Span(*cue.span())
        goes_on = spoken or any(o < cue.start() for o in others)
        subject = _subject(masked, Span(min(floor, cue.start()), cue.start()), lexicon, goes_on=goes_on)
        behind = _stands_behind(masked, unit, span, subject, lexicon)
        if behind is not None:
            speaker = subject.span if subject else None
            spoken = True
            yield Attribution(CueKind.FINITE, span, speaker, None, behind, None, Span(span.start, unit.end))
            continue
        after = _said_after(masked, span, unit.end, lexicon)
        if after is not None:
            speaker = subject.span if subject else None
            spoken, floor = True, after.start
            yield Attribution(CueKind.FINITE, span, speaker, None, None, after, Span(span.start, after.start))


def _subject(masked: str, clause: Span, lexicon: Lexicon, *, goes_on: bool) -> Phrase | None:
    """The subject of the verb at the end of a stretch.

    None of its own has a verb joined to a verb of saying before it ("dan menambahkan") or one behind "yang" whose
    antecedent has just spoken ("kata Hartono, yang menambahkan").
    """
    relative = _relative_before(masked, clause, lexicon)
    if relative is not None:
        return antecedent(masked, clause.start, relative, lexicon)
    joint = _joined(masked, clause.end, lexicon)
    if joint is not None and goes_on:
        return None
    if joint is not None:  # "Senegal memuji prajuritnya dan menyatakan": the subject of the first verb
        return clause_subject(masked, _clause_start(masked, clause.start, joint, lexicon), joint, lexicon)
    return subject_before(masked, _clause_start(masked, clause.start, clause.end, lexicon), clause.end, lexicon)


def _relative_before(masked: str, clause: Span, lexicon: Lexicon) -> int | None:
    """Where the "yang" begins that stands right before the verb, adverbs apart."""
    for word in reversed(list(_WORD.finditer(masked, max(clause.start, clause.end - 40), clause.end))):
        if word.group().casefold() in lexicon.relative:
            return word.start()
        if word.group().casefold() not in lexicon.adverbs:
            return None
    return None


def _negated(masked: str, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether "tidak", "belum" stands before the verb with nothing but adverbs between, or "belum ada ... yang"."""
    window = masked[max(start, verb - 40) : verb]
    found = list(lexicon.negation.finditer(window))
    if not found:
        return False
    between = [w.casefold() for w in _WORD.findall(window[found[-1].end() :])]
    plain = [w for w in between if w not in lexicon.adverbs]
    exists = plain[:1] == ["ada"] and plain[-1:] == ["yang"]
    return "," not in window[found[-1].end() :] and (len(plain) <= 1 or exists)


def _clause_start(masked: str, start: int, verb: int, lexicon: Lexicon) -> int:
    """After the last "bahwa", "tetapi", "dan", colon or quoted stretch before the verb that has a subject behind it."""
    found = start
    for mark in re.finditer(rf"[;:{QUOTED}.?!]+\s", masked[start:verb]):
        found = start + mark.end()
    if verb > start and masked[verb - 1] == QUOTED:
        return verb
    for word in lexicon.clause.finditer(masked, found, verb):
        rest = _WORD.findall(masked, word.end(), verb)
        if not rest or (_subordinate(word.group(), lexicon) and "," in masked[word.end() : verb]):
            continue
        acts = rest[0].casefold() not in lexicon.not_verbs and lexicon.verb_shape.fullmatch(rest[0])
        named = any(w[0].isupper() for w in rest) or {w.casefold() for w in rest} & lexicon.third_person
        if named and not acts:
            found = word.end()
    return found


def _subordinate(word: str, lexicon: Lexicon) -> bool:
    """Whether a clause with the word ends at its comma ("setelah bertemu Kim, ...")."""
    return word.casefold() in lexicon.prepositions


def _stands_behind(masked: str, unit: Span, cue: Span, subject: Phrase | None, lexicon: Lexicon) -> Span | None:
    """The stretch before ", X menegaskan." where nothing but circumstances follows the verb."""
    if subject is None:
        return None
    sign = _last_sign(masked, unit.start, subject.span.start)
    if sign not in {",", QUOTED}:
        return None
    rest = masked[cue.end : unit.end].lstrip(_SPACE)
    following = _word_at(masked, cue.end, unit.end)
    closes = (
        not rest
        or rest[0] in ".,;" + TIMED
        or lexicon.np_stop.fullmatch(following)
        or lexicon.told.fullmatch(following)
        or lexicon.told.fullmatch(masked, cue.start, cue.end)
    )
    if not closes or (rest[:1] == "," and rest[1:].strip(_SPACE + ".")) or lexicon.that.search(rest) or QUOTED in rest:
        return None
    before = _trim(masked, Span(unit.start, subject.span.start))
    if before is None:
        return None
    words = _WORD.findall(before.of(masked))
    quoted = QUOTED in before.of(masked)
    if not quoted and (len(words) < 4 or words[0].casefold() in lexicon.prepositions):
        return None
    return before


def _said_after(masked: str, cue: Span, stop: int, lexicon: Lexicon) -> Span | None:
    """What follows the verb: behind "bahwa", a comma, a colon or a mark, else the very next words."""
    verb = cue.of(masked).casefold()
    that = lexicon.that.search(masked, cue.end, min(stop, cue.end + 160))
    if that and _only_circumstances(masked, cue.end, that.start(), lexicon):
        return _content(masked, that.end(), stop)
    rest = masked[cue.end : stop]
    lead = rest.lstrip(_SPACE)
    if not lead or lead[0] in ".;)":
        return None
    if lead[0] in ",:" + QUOTED:
        return _content(masked, _past_time(masked, cue.end + len(rest) - len(lead), stop), stop)
    following = _word_at(masked, cue.end, stop).casefold()
    told = following in lexicon.prepositions or lexicon.told.fullmatch(following) or lead[0] == TIMED
    if told or verb in {"told", "tells"}:
        return _past_addressee(masked, cue.end, stop, verb, lexicon)
    if verb in lexicon.strict or (verb in lexicon.accusing and lexicon.language == "en" and not following):
        return _after_colon(masked, cue.end, stop)
    content = _content(masked, _past_adverbs(masked, cue.end, stop, lexicon), stop)
    if content is None:
        return None
    words = _WORD.findall(content.of(masked))
    if verb in lexicon.accusing:
        return content if len(words) >= 3 else None
    object_alone = words[0].casefold() in lexicon.object_heads or lexicon.object_shape.fullmatch(words[0])
    return None if object_alone or len(words) < 4 else content


def _past_adverbs(masked: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Behind "kembali", "secara terbuka" between a verb and its words."""
    words = list(_WORD.finditer(masked, start, stop))[:4]
    while words and words[0].group().casefold() in lexicon.after_verb:
        manner = words.pop(0)
        start = manner.end()
        if manner.group().casefold() == "secara" and words:
            start = words.pop(0).end()
    return start


def _only_circumstances(masked: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Between a verb and its "bahwa" stand at most an addressee, a time or a circumstance."""
    between = masked[start:end].strip(_SPACE + ",")
    if not between.strip(TIMED + _SPACE):
        return True
    if "," in between or lexicon.finite.search(between):
        return False
    first = _word_at(masked, start, end) or _word_at(masked, start + 1, end)
    circumstance = first.casefold() in lexicon.prepositions or lexicon.told.fullmatch(first) is not None
    return circumstance or between[0] == TIMED or len(_WORD.findall(between)) <= 3


def _past_time(masked: str, start: int, stop: int) -> int:
    """Behind ", Selasa," where a time stands between verb and words."""
    found = re.compile(rf"[,:]\s*(?:(?:pada|on)\s+)?{TIMED}+\s*,").match(masked, start, stop)
    return found.end() if found else start


def _past_addressee(masked: str, start: int, stop: int, verb: str, lexicon: Lexicon) -> Span | None:
    """Behind "kepada wartawan di Wina," or "reporters"; the comma is needed where a verb takes both."""
    comma = _next_break(masked, start, stop)
    if comma is not None and masked[comma] in ",:" + QUOTED:
        return _content(masked, _past_time(masked, comma, stop), stop)
    phrase = phrase_after(masked, start, stop, lexicon)
    if verb in {"told", "tells"} and phrase:
        words = _WORD.search(masked, phrase.span.start)
        return _content(masked, words.end(), stop) if words else None
    told = re.compile(rf"\s+(?:{lexicon.told.pattern})\s+", re.IGNORECASE).match(masked, start, stop)
    listener = lexicon.audience.match(masked, told.end(), stop) if told else None
    if listener:
        return _content(masked, listener.end(), stop)
    timed = re.compile(rf"[^,.;]{{0,40}}?{TIMED}+").match(masked, start, stop)
    return _content(masked, timed.end() if timed else start, stop)


def _after_colon(masked: str, start: int, stop: int) -> Span | None:
    found = re.compile(rf"[^,.;:{QUOTED}]{{0,60}}(?=[:{QUOTED}])").match(masked, start, stop)
    return _content(masked, found.end(), stop) if found else None


def _content(masked: str, start: int, stop: int) -> Span | None:
    # A quoted stretch behind a full stop is a sentence of its own, though its inner sentences hold the unit together.
    over = re.compile(rf"[.?!]\s+(?={QUOTED})").search(masked, start, stop)
    span = _trim(masked, Span(start, over.start() + 1 if over else stop))
    if span is None:
        return None
    span = _without_full_stop(masked, span)
    return span if len(span) > 1 and len(_WORD.findall(span.of(masked))) + span.of(masked).count(QUOTED) >= 2 else None


# --- "menurut X, ..." ---------------------------------------------------------------------------------------------


def _according(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue in lexicon.according.finditer(masked, unit.start, unit.end):
        clitic = Span(*cue.span("clitic")) if cue["clitic"] else None
        phrase = None if clitic else phrase_after(masked, cue.end(), unit.end, lexicon)
        if phrase is None and clitic is None:
            continue
        weak = cue.group().casefold() in lexicon.according_weak
        if weak and (
            phrase is None
            or not phrase.span.of(masked)[0].isupper()
            or _last_sign(masked, unit.start, cue.start()) not in {",", QUOTED}
        ):
            continue
        if phrase and _WORD.findall(phrase.span.of(masked))[0].casefold() in lexicon.not_sources:
            continue
        relative = _word_before(masked, unit.start, cue.start())
        if relative in lexicon.relative or lexicon.that.fullmatch(relative):
            after = _content(masked, phrase.end if phrase else cue.end(), unit.end)
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
        found = _around(masked, unit, CueKind.ACCORDING, Span(*cue.span()), phrase, clitic, lexicon)
        if (
            found.before
            and _is_lead(masked, unit.start, cue.start(), lexicon)
            and (found.after or (phrase and phrase.end < unit.end - 2))
        ):
            after = found.after or _content(masked, phrase.end if phrase else cue.end(), unit.end)
            found = Attribution(found.kind, found.cue, found.speaker, found.clitic, None, after, found.tail)
        yield found


def _word_before(masked: str, start: int, end: int) -> str:
    found = re.search(r"([^\W_]+)\s*$", masked[max(start, end - 30) : end])
    return found.group(1).casefold() if found else ""


def _is_lead(masked: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether only an opening stands before ("Namun, menurut X", "Sementara itu menurut X")."""
    return len(_WORD.findall(masked[start:end])) <= 3


def _passive(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
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
            if named is None or not _names_someone(_word_at(masked, named.span.start, unit.end), lexicon):
                continue
            speaker, end = named.span, named.end
        that = lexicon.that.match(masked, end + 1)
        relative = _word_before(masked, unit.start, cue.start()) in lexicon.relative
        opens = clitic is not None and _last_sign(masked, unit.start, cue.start()) in {"", "."}
        opening = (relative and speaker) or opens or that
        after = _content(masked, that.end() if that else end, unit.end) if opening else None
        yield Attribution(CueKind.PASSIVE, Span(*cue.span()), speaker, clitic, None, after, Span(cue.start(), end))


def _nominal(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    """ "tuduhan (oleh) Iran bahwa ...": a noun of saying, its doer and a clause."""
    for cue in lexicon.nominal.finditer(masked, unit.start, unit.end):
        that = lexicon.that.search(masked, cue.end(), min(unit.end, cue.end() + 80))
        start = _doer(masked, cue.end(), unit.end)
        if that is None or start is None or start >= that.start():
            continue
        phrase = phrase_after(masked, start, that.start(), lexicon)
        if phrase is None or masked[phrase.span.end : that.start()].strip(_SPACE + ","):
            continue
        if not any(w[0].isupper() or w.casefold() in lexicon.role_heads for w in _WORD.findall(phrase.span.of(masked))):
            continue
        after = _content(masked, that.end(), unit.end)
        yield Attribution(
            CueKind.ACCORDING, Span(*cue.span()), phrase.span, None, None, after, Span(cue.start(), that.end())
        )


def _doer(masked: str, start: int, stop: int) -> int | None:
    """Where the doer of a passive begins: behind "oleh" or at once."""
    found = re.compile(r"\s+(?:(?:oleh|dari|by|from)\s+)?(?=[^\W_])").match(masked, start, stop)
    return found.end() if found else None


# --- "..., lapor X", "dikutip X" without another speaker ----------------------------------------------------------


def relays(masked: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[Span, Phrase]]:
    """Every relay of a stretch with the words of the one relayed, outermost first."""
    for cue in lexicon.relay.finditer(masked, span.start, span.end):
        phrase = phrase_after(masked, cue.end(), span.end, lexicon)
        if phrase is None:
            continue
        head = _word_at(masked, phrase.span.start, phrase.span.end)
        if not head[:1].isupper() and not lexicon.media.match(masked, phrase.span.start):
            continue
        yield Span(*cue.span()), phrase
        origin = re.compile(r"\s+(?:dari|from)\s+").match(masked, phrase.span.end, span.end)
        inner = phrase_after(masked, origin.end(), span.end, lexicon) if origin else None
        if inner is not None:
            yield Span(*cue.span()), inner


def _relayed(masked: str, unit: Span, lexicon: Lexicon) -> Iterator[Attribution]:
    for cue, phrase in relays(masked, unit, lexicon):
        found = _around(masked, unit, CueKind.RELAY, cue, phrase, None, lexicon)
        if found.before and len(_WORD.findall(found.before.of(masked))) >= 4:
            yield Attribution(found.kind, cue, phrase.span, None, found.before, None, found.tail)
        elif found.after:
            yield Attribution(found.kind, cue, phrase.span, None, None, found.after, found.tail)
        return


def headline(masked: str, unit: Span) -> Attribution | None:
    """ "Hartono: Kami Siap": a short name before the colon of a headline says the rest."""
    found = re.compile(rf"(?P<who>[^:.,{QUOTED}?!]{{2,50}}):\s+(?=\S)").match(masked, unit.start, unit.end)
    if found is None or len(found["who"].split()) > 6 or not found["who"][0].isupper():
        return None
    after = _content(masked, found.end(), unit.end)
    if after is None:
        return None
    colon = found.end("who")
    return Attribution(
        CueKind.COLON, Span(colon, colon + 1), Span(*found.span("who")), None, None, after, Span(colon, colon + 1)
    )
