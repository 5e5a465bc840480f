"""Which words are the speaker: the noun phrase after an inverted cue, the subject before a finite one."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon
from kawat.model import Span

_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:bin|al|el|de|van|von|der|da|of|the|untuk|[A-Z][\w'’.-]*))*")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_END = re.compile(rf"[.;:!?“”\"«»(){QUOTED}{TIMED}\n]|\s[-–—]{{1,2}}\s|,")
INITIAL = re.compile(
    r"(?:^|[\s.(])(?:[A-Z]|Dr|Drs|Ir|H|Hj|KH|Prof|Mr|Mrs|Ms|Gen|Lt|Col|Sen|Rep|Jr|Sr|St|Capt|Gov|U\.S|U\.N)$"
)
_NAMED = 5  # a name has no more words
_LONGEST = 140  # a noun phrase of more characters is a clause


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand for a speaker, and where what belongs to them (an apposition) ends."""

    span: Span
    end: int


def phrase_after(masked: str, start: int, stop: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that begins at `start`, with the name that follows a role ("juru bicara itu, Rina Wati")."""
    while start < stop and masked[start] in " \t\u00a0":
        start += 1
    end = _segment_end(masked, start, stop, lexicon)
    if end <= start:
        return None
    first = _trimmed(masked, start, end)
    if first is None or _WORD.search(masked, first.start, first.end) is None:
        return None
    issuer = _issuer(masked, first, end, stop, lexicon)
    if issuer is not None:
        named = _apposition(masked, issuer.end, stop, lexicon)  # "laporan dari Ana Soto, kepala badan itu"
        return Phrase(Span(first.start, issuer.end), named.end if named else issuer.end)
    following = _apposition(masked, end, stop, lexicon)
    report = lexicon.nominal.fullmatch(masked, first.start, first.end)
    if following is None or report is not None:  # "menurut laporan, Soto ditangkap"
        return Phrase(first, end)
    if _has_name(first.of(masked)):
        return Phrase(first, following.end)
    return Phrase(Span(first.start, following.end), following.end)


def _issuer(masked: str, first: Span, end: int, stop: int, lexicon: Lexicon) -> Span | None:
    """Who issued the report or statement that speaks: "pernyataan yang dikeluarkan oleh kantor presiden"."""
    noun = lexicon.nominal.search(masked, first.start, first.end)
    if noun is None or (first.start < noun.start() and noun.end() < first.end):
        return None
    link = lexicon.issued.match(masked, end, stop)
    if link is None:
        return None
    return _trimmed(masked, link.end(), _segment_end(masked, link.end() + 1, stop, lexicon))


def _segment_end(masked: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where a run of words ends: at punctuation, a quoted stretch, a time or a word that no name goes over."""
    limit = min(stop, start + _LONGEST)
    word = lexicon.np_stop.search(masked, start, limit)
    # "Di" as the first word of a name, "Pada" as the article of a title, "Hari" amid a name
    while word and (word.start() == start or _amid_name(masked, start, word, limit)):
        word = lexicon.np_stop.search(masked, word.end(), limit)
    end = word.start() if word else limit
    verb = lexicon.finite.search(masked, start, end)
    if verb and verb.start() > start and not _is_report(masked, verb, limit, lexicon):
        end = verb.start()
    end = _before_verb(masked, start, end, lexicon)
    for mark in _END.finditer(masked, start, end):
        if mark.group() == "." and (
            INITIAL.search(masked, start, mark.start()) or masked[mark.end() : mark.end() + 1].isalnum()
        ):
            continue
        if mark.group() == "(" and _short_bracket(masked, mark.start(), end):
            continue
        if mark.group() == ")" and "(" in masked[start : mark.start()]:
            continue
        return mark.start()
    return end


def _is_report(masked: str, word: re.Match[str], limit: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a verb is the noun that ends a phrase: "according to unconfirmed reports, ..."."""
    after = _WORD.match(masked, word.end() + 1, limit)
    closes = word.end() >= limit or masked[word.end()] in ",.;" or (after and after.group() in lexicon.relative)
    return lexicon.nominal.fullmatch(word.group()) is not None and bool(closes)


def _amid_name(masked: str, start: int, word: re.Match[str], limit: int) -> bool:
    """Whether a word that ends phrases is a part of a name: capitalised, between two capitalised words."""
    before = _WORD.findall(masked, start, word.start())
    after = re.compile(r"\s+(?=[A-Z])").match(masked, word.end(), limit)
    return word.group()[0].isupper() and bool(before) and before[-1][0].isupper() and after is not None


def _before_verb(masked: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the verb of which the phrase is no part begins ("para pengungsi ditujukan kepada")."""
    words = list(_WORD.finditer(masked, start, end))
    for word in words[1:]:
        folded = word.group()
        if folded[:2] in {"di", "me"} and folded not in lexicon.not_verbs and lexicon.verb_shape.fullmatch(folded):
            return word.start()
    return end


def _short_bracket(masked: str, start: int, end: int) -> bool:
    """ "(ISAF)", "(21)" belong to a name."""
    close = masked.find(")", start, end)
    return 0 < close - start <= 12


def _apposition(masked: str, comma: int, stop: int, lexicon: Lexicon) -> Span | None:
    """A name between commas after a role, or a role after a name."""
    if comma >= stop or masked[comma] != ",":
        return None
    start = comma + 1
    while start < stop and masked[start] == " ":
        start += 1
    end = _segment_end(masked, start, stop, lexicon)
    found = _trimmed(masked, start, end)
    if found is None or len(_WORD.findall(found.of(masked))) > 9:
        return None
    stopped = lexicon.np_stop.match(masked, end, stop)
    halts = stopped is not None and stopped.group().casefold() in lexicon.prepositions | lexicon.resume_not
    closes = end >= stop or masked[end] in ",.;(" + TIMED + QUOTED or halts
    head = _WORD.match(masked, found.start)
    if not closes or head is None or head.group().casefold() in lexicon.resume_not:
        return None
    if (
        head.group()[0].isupper()
        or lexicon.spokes.match(masked, found.start)
        or head.group().casefold() in lexicon.role_heads
    ):
        return found
    return None


def _trimmed(masked: str, start: int, end: int) -> Span | None:
    while start < end and masked[start] in " \t\u00a0,":
        start += 1
    while end > start and masked[end - 1] in " \t\u00a0,-–—":
        end -= 1
    return Span(start, end) if end > start else None


def _has_name(words: str) -> bool:
    """Whether two capitals stand together after the first word or at the head ("Dmitry Peskov", "Hartono")."""
    found = _WORD.findall(words)
    return bool(found) and (found[0][0].isupper() and (len(found) == 1 or found[1][0].isupper() or len(found) <= 2))


def subject_before(masked: str, start: int, verb: int, lexicon: Lexicon) -> Phrase | None:
    """The subject of the verb at `verb` in the clause that begins at `start`; `end` is where the phrase begins to end.

    Segments between commas are read from the verb backwards: times, adverbs and prepositional phrases are passed over,
    and so are appositions, when the verb stands right after a comma.
    """
    segments = _segments(masked, start, verb)
    after_comma = bool(segments) and not _content_words(masked, segments[-1], lexicon)
    while segments and not _content_words(masked, segments[-1], lexicon):
        segments.pop()
    if not segments:
        return None
    if after_comma or _only_where(masked, segments, lexicon):
        return _apposed(masked, segments, lexicon)
    joint = next(lexicon.clause.finditer(masked, segments[-1].start, segments[-1].end), None)
    several = first_of_several(masked, Span(start, verb), joint.start(), lexicon) if joint else None
    return several or _head(masked, segments[-1], lexicon)


def _only_where(masked: str, segments: list[Span], lexicon: Lexicon) -> bool:
    """Whether the last segment only says where: "Ana Soto, dalam unggahan di Facebook menyatakan"."""
    words = _WORD.findall(segments[-1].of(masked))
    small = [i for i, word in enumerate(words) if not word[0].isupper()]
    if len(segments) < 2 or not small or small[-1] == 0 or words[0].casefold() not in lexicon.prepositions:
        return False
    return words[small[-1]].casefold() in lexicon.prepositions and small[-1] < len(words) - 1


def first_of_several(masked: str, clause: Span, joint: int, lexicon: Lexicon) -> Phrase | None:
    """The first of several who speak together, where the word at `joint` leads to the last of them.

    "Ana Soto, yang memimpin partai itu, dan para pembantunya", "Peru, Chile dan Bolivia": between the first, a name,
    and the last stand names and, if a comma closes it, what is said of them.
    """
    segments = _segments(masked, clause.start, joint)
    if lexicon.joint.match(masked, joint - 1) is None:
        return None
    closed = not segments[-1].of(masked).strip()
    if closed:
        segments.pop()
    nominal = [s for s in segments if s.of(masked).strip() and not _is_adverbial(masked, s, lexicon)]
    if not nominal or any(lexicon.finite.search(masked, s.start, s.end) for s in segments):
        return None
    words = nominal[0].of(masked).split()
    between = [s for s in segments if s.start > nominal[0].start]
    named = len(words) <= _NAMED and words[-1][0].isupper() and not _is_opening(words[0], lexicon)
    told = all(_is_name(masked, s) or (closed and _says_who(masked, s, lexicon)) for s in between)
    return _head(masked, nominal[0], lexicon) if named and words[0][0].isupper() and between and told else None


def _is_name(masked: str, span: Span) -> bool:
    words = _WORD.findall(span.of(masked))
    return bool(words) and all(w[0].isupper() for w in words)


def _says_who(masked: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a segment is a role or a relative clause, and no clause of its own."""
    words = _WORD.findall(span.of(masked))
    first = words[0].casefold() if words else ""
    role = first in lexicon.relative | lexicon.role_heads | lexicon.article_words
    return role or not any(map(lexicon.acts.match, words))


def _apposed(masked: str, segments: list[Span], lexicon: Lexicon) -> Phrase | None:
    """The subject when the verb stands behind a comma: "Carl Levin, ketua komite itu, Ahad, mengatakan".

    The last segment that is no adverbial is the subject or stands in apposition to the one before it: a role behind a
    name, or a name behind a role.
    """
    nominal = _without_seats(masked, [s for s in segments if not _is_adverbial(masked, s, lexicon)], lexicon)
    if not nominal:
        return _head(masked, segments[-1], lexicon)
    opening = nominal[0].of(masked).strip().split()
    named = 0 < len(opening) <= 5 and opening[0][0].isupper() and opening[-1][0].isupper()
    if named and len(nominal) > 1 and nominal[1].of(masked).strip()[:1].islower():
        return _head(masked, nominal[0], lexicon)
    last = _head(masked, nominal[-1], lexicon)
    if len(nominal) == 1 or last is None:
        return last
    first = _head(masked, nominal[-2], lexicon)
    if first is None or not _looks_like_subject(masked, nominal[-2], lexicon):
        return last
    if not last.span.of(masked)[0].isupper():
        return first if first.span.of(masked)[0].isupper() else last
    return Phrase(Span(first.span.start, last.span.end), last.end)


def _without_seats(masked: str, nominal: list[Span], lexicon: Lexicon) -> list[Span]:
    """Segments without the state behind the town of an office: "Konsul Peru di Arica, Chile, Ana Soto,"."""
    kept = nominal[:1]
    for before, here in pairwise(nominal):
        words = _WORD.findall(before.of(masked))
        seat = next((i for i in range(len(words) - 1, -1, -1) if not words[i][0].isupper()), -1)
        seated = 0 < seat < len(words) - 1 and words[seat].casefold() in lexicon.prepositions
        if not (seated and here is not nominal[-1] and _is_name(masked, here)):
            kept.append(here)
    return kept


def antecedent(masked: str, start: int, relative: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that "yang" at `relative` goes back to: the words before it, up to a verb or preposition."""
    words = list(_WORD.finditer(masked, start, relative))
    kept: list[re.Match[str]] = []
    for word in reversed(words):
        folded = word.group().casefold()
        gap = masked[word.end() : kept[0].start() if kept else relative]
        broken = any(c in gap for c in ".;:" + QUOTED + TIMED) or (kept and "," in gap)
        if (
            broken
            or folded in lexicon.prepositions
            or lexicon.clause.fullmatch(folded)
            or lexicon.inverted.fullmatch(folded)
        ):
            break
        if len(kept) >= 10 or (kept and folded not in lexicon.not_verbs and lexicon.verb_shape.fullmatch(word.group())):
            break
        kept.insert(0, word)
    if not kept:
        return None
    return Phrase(Span(kept[0].start(), kept[-1].end()), kept[-1].end())


def _segments(masked: str, start: int, end: int) -> list[Span]:
    parts, at = [], start
    for mark in re.finditer(r",|\s[-–—]{1,2}\s?", masked[start:end]):
        parts.append(Span(at, start + mark.start()))
        at = start + mark.end()
    parts.append(Span(at, end))
    return parts


def _content_words(masked: str, span: Span, lexicon: Lexicon) -> list[str]:
    words = _WORD.findall(span.of(masked))
    return [w for w in words if w.casefold() not in lexicon.adverbs]


def _is_adverbial(masked: str, span: Span, lexicon: Lexicon) -> bool:
    words = _content_words(masked, span, lexicon)
    return not words or words[0].casefold() in lexicon.prepositions | lexicon.relative


def _looks_like_subject(masked: str, span: Span, lexicon: Lexicon) -> bool:
    """A short phrase: more than twelve words are a clause of their own."""
    return 0 < len(_content_words(masked, span, lexicon)) <= 12


def _head(masked: str, span: Span, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase inside a segment: up to its first preposition or relative word, adverbs at the edges left out."""
    start, end = span.start, span.end
    words = list(_WORD.finditer(masked, start, end))
    while words and _is_opening(words[0].group(), lexicon):
        words.pop(0)
    if words and words[-1].group().casefold() in lexicon.third_person:
        words = words[-1:]  # "two diplomats it accused": whom the pronoun means acts
    if words and words[0].group().casefold() in lexicon.prepositions:
        # "Dalam pidatonya Hartono mengatakan": the name at the end, where there is one
        return _last_name(words, lexicon)
    kept: list[re.Match[str]] = []
    for word in words:
        folded = word.group().casefold()
        counted = bool(kept) and kept[-1].group().isdigit()  # "62% of Venezuelans"
        led = folded in lexicon.prepositions and not counted
        if kept and (led or folded in lexicon.relative or masked[word.start() - 1] == TIMED):
            break
        if kept and (is_verb_of(kept[-1].group(), word.group(), lexicon) or folded in lexicon.being):
            break
        kept.append(word)
    while kept and kept[-1].group().casefold() in lexicon.adverbs:
        kept.pop()
    if not kept:
        return None
    return Phrase(Span(kept[0].start(), kept[-1].end()), span.end)


def _is_opening(word: str, lexicon: Lexicon) -> bool:
    """Adverbs and joining words in front of a subject."""
    folded = word.casefold()
    return folded in lexicon.adverbs or (
        folded not in lexicon.prepositions and lexicon.clause.fullmatch(folded) is not None
    )


def clause_subject(masked: str, start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The subject of a clause by itself: the first segment that is neither adverbial nor a relative clause."""
    for segment in _segments(masked, start, end):
        if not _is_adverbial(masked, segment, lexicon):
            return _head(masked, segment, lexicon)
    return None


def is_verb_of(before: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the verb of the subject: of the shape of one, and behind a name, "itu" or "tersebut"."""
    if word.casefold() in lexicon.not_verbs or not (lexicon.verb_shape.fullmatch(word) or lexicon.acts.match(word)):
        return False
    return before in lexicon.pointers or (before[0].isupper() and before.casefold() not in lexicon.role_heads)


def _last_name(words: list[re.Match[str]], lexicon: Lexicon) -> Phrase | None:
    run: list[re.Match[str]] = []
    for word in reversed(words):
        if not word.group()[0].isupper():
            break
        run.insert(0, word)
    pronoun = words[-1].group().casefold() in lexicon.third_person
    if not run and pronoun:
        run = [words[-1]]
    if not run:
        return None
    return Phrase(Span(run[0].start(), run[-1].end()), run[-1].end())
