"""Attributions in which the speaker is the subject of the cue: "X mengatakan bahwa ..."."""

import re
from collections.abc import Iterator

from kawat.annotate.quotations_ends import relative_before, within_relative, without_answer, without_relay
from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon
from kawat.annotate.quotations_nouns import in_name, of_source, verb_of_noun
from kawat.annotate.quotations_passive import before_quoted, is_passive, quoted_as, told_by, unsaid
from kawat.annotate.quotations_scan import (
    SPACE,
    WORD,
    Attribution,
    CueKind,
    content,
    joined,
    last_sign,
    next_break,
    reported,
    trim,
    word_at,
    word_before,
)
from kawat.annotate.quotations_speakers import (
    INITIAL,
    Phrase,
    antecedent,
    clause_subject,
    first_of_several,
    phrase_after,
    subject_before,
)
from kawat.model import Span

_SUBJECT = 14  # so many words behind "menyebut" the verb of a clause stands at the latest


def finite(masked: str, unit: Span, others: list[int], lexicon: Lexicon) -> Iterator[Attribution]:
    spoken, floor = False, unit.start
    for cue in lexicon.finite.finditer(masked, unit.start, unit.end):
        if in_name(masked, unit.start, cue, lexicon):  # "Organization of American States"
            continue
        if lexicon.not_speech.match(masked, cue.start()) or _negated(masked, unit.start, cue.start(), lexicon):
            continue
        if of_source(masked, unit.start, cue, lexicon):
            continue
        if _wished(masked, unit.start, cue.start(), lexicon) or unsaid(masked, unit.start, cue, lexicon):
            continue
        if _is_accused(masked, unit, cue, lexicon):
            continue
        span = Span(*cue.span())
        if is_passive(masked, unit.start, cue, lexicon):
            yield from told_by(masked, span, unit.end, lexicon)
            continue
        goes_on = spoken or any(o < cue.start() for o in others)
        acts = verb_of_noun(masked, unit.start, cue, lexicon)
        clause = Span(min(floor, acts), acts)
        dangles = goes_on and _dangles(masked, clause, cue.group(), lexicon)
        subject = None if dangles else _subject(masked, clause, lexicon, goes_on=goes_on)
        if subject is None and not goes_on and lexicon.being:
            continue  # "a ceasefire agreed in Lima"
        behind = _stands_behind(masked, unit, span, subject, lexicon)
        if behind is not None:
            speaker = subject.span if subject else None
            spoken = True
            yield Attribution(CueKind.FINITE, span, speaker, None, behind, None, Span(span.start, unit.end))
            continue
        after = _said_after(masked, span, unit.end, lexicon)
        if after is not None:
            speaker = subject.span if subject else None
            told = within_relative(masked, clause, after, lexicon)
            spoken, floor = True, after.start if told == after else floor  # its antecedent may go on
            after, beyond = without_relay(masked, without_answer(masked, told, lexicon), unit.end, lexicon)
            tail = Span(span.start, after.start)
            yield Attribution(CueKind.FINITE, span, speaker, None, None, after, tail, beyond)


def _is_accused(masked: str, unit: Span, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a participle of accusing says what is done to its noun: "X was accused by Y", "men accused of theft"."""
    following = word_at(masked, cue.end(), unit.end).casefold()
    if cue.group().casefold() not in lexicon.accusing or following not in lexicon.by | lexicon.prepositions:
        return False
    return following in lexicon.by or word_before(masked, unit.start, cue.start()) not in lexicon.third_person


def _subject(masked: str, clause: Span, lexicon: Lexicon, *, goes_on: bool) -> Phrase | None:
    """The subject of the verb at the end of a stretch.

    None of its own has a verb joined to a verb of saying before it ("dan menambahkan") or one behind "yang" whose
    antecedent has just spoken ("kata Hartono, yang menambahkan").
    """
    quoted = quoted_as(masked, clause, lexicon)
    if quoted is not None:
        return quoted
    clause = before_quoted(masked, clause, lexicon)
    relative = relative_before(masked, clause, lexicon)
    if relative is not None:
        return antecedent(masked, clause.start, relative, lexicon)
    joint = joined(masked, clause.end, lexicon)
    if joint is not None and goes_on:
        return None
    if (
        joint is not None and joint > clause.start
    ):  # "Senegal memuji prajuritnya dan menyatakan": the subject of the first verb, and no part of a wish
        wish = next(lexicon.wished.finditer(masked, clause.start, joint), None)
        joint = wish.start() if wish is not None else joint
        return clause_subject(masked, _clause_start(masked, clause.start, joint, lexicon), joint, lexicon)
    return subject_before(
        masked, _clause_start(masked, clause.start, clause.end, lexicon, of=True), clause.end, lexicon
    )


def _dangles(masked: str, clause: Span, verb: str, lexicon: Lexicon) -> bool:
    """Whether a verb behind a comma goes on with the one who spoke: "X said Iran had come, adding that ..."."""
    before = clause.of(masked).rstrip(SPACE)
    if before[-1:] != ",":
        return False
    return verb.casefold() in lexicon.dangling or (verb.casefold() in lexicon.continuing and "," not in before[:-1])


def _negated(masked: str, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether "tidak", "belum" stands before the verb with nothing but adverbs between, or "belum ada ... yang".

    A second verb shares the word of the first: "neither confirmed nor denied".
    """
    window = masked[max(start, verb - 40) : verb]
    before = WORD.findall(window)
    if before and before[-1].casefold() in lexicon.neither_nor:
        return True
    found = list(lexicon.negation.finditer(window))
    if not found:
        return False
    between = [w.casefold() for w in WORD.findall(window[found[-1].end() :])]
    plain = [w for w in between if w not in lexicon.adverbs]
    if len(plain) == 2 and plain[1] in lexicon.either_or:  # "did not confirm or deny"
        plain = []
    exists = plain[:1] == ["ada"] and plain[-1:] == ["yang"]
    return "," not in window[found[-1].end() :] and (len(plain) <= 1 or exists)


def _wished(masked: str, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells what somebody is to say ("meminta agar Oman menjelaskan"), and not what was said.

    One joined to the wish with words of its own behind it is again of the one who wishes: "meminta Iran agar mundur dan
    mengatakan sanksi akan ditambah".
    """
    joint = joined(masked, verb, lexicon)
    if joint is not None and lexicon.joint.match(masked, joint - 1):
        return False
    led = list(lexicon.wished.finditer(masked, max(start, verb - 80), verb))
    between = masked[led[-1].end() : verb] if led else ","
    return not any(sign in between for sign in ",.;:" + QUOTED) and len(WORD.findall(between)) <= 6


def _clause_start(masked: str, start: int, verb: int, lexicon: Lexicon, *, of: bool = False) -> int:
    """After the last "bahwa", "tetapi", "dan", colon or quoted stretch before the verb that has a subject behind it.

    The verb is that `of` the clause itself, or one of a clause before it.
    """
    found = start
    for mark in re.finditer(rf"[;:{QUOTED}.?!]+\s", masked[start:verb]):
        if not (mark.group()[0] == "." and INITIAL.search(masked, start, start + mark.start())):  # "the U.S. Embassy"
            found = start + mark.end()
    if verb > start and masked[verb - 1] == QUOTED:
        return verb
    for word in lexicon.clause.finditer(masked, found, verb):
        rest = WORD.findall(masked, word.end(), verb)
        if not rest or (_subordinate(word.group(), lexicon) and "," in masked[word.end() : verb]):
            continue
        if word.group().casefold() in lexicon.with_ and last_sign(masked, found, word.start()) != ",":
            continue  # "Soto dalam wawancara dengan Reuters mengatakan"
        if _joins_speakers(masked, Span(found, verb), word, lexicon):
            continue
        acts = rest[0].casefold() not in lexicon.not_verbs and lexicon.verb_shape.fullmatch(rest[0])
        named = any(w[0].isupper() or w.casefold() in lexicon.third_person for w in rest)
        if any(map(lexicon.acts.match, WORD.findall(masked, found, word.start()))):  # the main clause has its verb
            if not of and _subordinate(word.group(), lexicon):
                continue  # "Oman expelled two envoys after talks in Lima and said ..."
            named = named or of  # "Oman expelled two envoys after its army accused ..."
        if named and not acts:
            found = word.end()
    return found


def _joins_speakers(masked: str, clause: Span, word: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a joining word stands inside the subject: "Iran dan Rusia menyatakan", two offices of one person."""
    if lexicon.joint.match(masked, word.start() - 1) and _names_only(masked, clause.start, word.start(), lexicon):
        return True
    if first_of_several(masked, clause, word.start(), lexicon) is not None:
        return True
    return _joins_offices(masked, Span(clause.start, word.start()), Span(word.end(), clause.end), lexicon)


def _joins_offices(masked: str, before: Span, after: Span, lexicon: Lexicon) -> bool:
    """Whether "and" joins two offices of one person: "Ana Soto, bekas menteri Peru dan kini utusan PBB, ..."."""
    first = WORD.findall(before.of(masked).rpartition(",")[2])[:1] if "," in before.of(masked) else []
    second = WORD.findall(after.of(masked))[:2]
    offices = all(any(w in lexicon.role_heads for w in words) for words in (first, second))
    return offices and after.of(masked).rstrip(SPACE)[-1:] == ","


def _names_only(masked: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a name or a role with one stands between two offsets, behind the last comma."""
    words = WORD.findall(masked[start:end].rpartition(",")[2])
    small = (w for w in words if not w[0].isupper())
    named = bool(words) and words[-1][0].isupper()
    return named and all(w in lexicon.role_heads or w in lexicon.article_words for w in small)


def _subordinate(word: str, lexicon: Lexicon) -> bool:
    """Whether a clause with the word ends at its comma ("setelah bertemu Kim, ...")."""
    return word.casefold() in lexicon.prepositions


def _stands_behind(masked: str, unit: Span, cue: Span, subject: Phrase | None, lexicon: Lexicon) -> Span | None:
    """The stretch before ", X menegaskan." where nothing but circumstances follows the verb."""
    if subject is None or cue.of(masked).casefold() in lexicon.accusing:
        return None  # "..., a charge Oman denies"
    sign = last_sign(masked, unit.start, subject.span.start)
    if sign not in {",", QUOTED}:
        return None
    rest = masked[cue.end : unit.end].lstrip(SPACE)
    following = word_at(masked, cue.end, unit.end)
    closes = (
        not rest
        or rest[0] in ".,;" + TIMED
        or (lexicon.np_stop.fullmatch(following) and not _begins_clause(following, lexicon))
        or lexicon.told.fullmatch(following)
        or lexicon.told.fullmatch(masked, cue.start, cue.end)
    )
    if not closes or _goes_on(rest, lexicon):
        return None
    head, _, on = rest.partition(",")  # "X wrote, denying that ...": what goes on there is not what stands before
    close = head if _dangling(on, lexicon) else rest
    that = lexicon.that.search(close)
    if QUOTED in close or (that and not _of_noun(close, that.start(), lexicon)):
        return None
    before = trim(masked, Span(unit.start, subject.span.start))
    if before is None:
        return None
    words = WORD.findall(before.of(masked))
    quoted = QUOTED in before.of(masked)
    # "If true, the raid breaks a treaty, X said": behind a circumstance a clause of its own
    clause = WORD.findall(before.of(masked).rpartition(",")[2]) if "," in before.of(masked) else []
    led = bool(words) and words[0].casefold() in lexicon.prepositions and len(clause) < 4
    led = led and rest.strip(SPACE + ".") != ""  # "At least 12 died in Lima, X said.": nothing follows that is said
    acts = any(map(lexicon.acts.match, words[1:]))  # "Oman freed two, X said."
    if not quoted and (len(words) < (3 if acts else 4) or led):
        return None
    return before


def _begins_clause(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that ends a name begins what is said: "X, Y mengatakan [tidak] ada korban"."""
    return word.casefold() in lexicon.tenses | lexicon.auxiliaries or lexicon.negation.fullmatch(word) is not None


def _goes_on(rest: str, lexicon: Lexicon) -> bool:
    """Whether behind the comma after a verb stands more than circumstances: then that is what is said."""
    if rest[:1] != "," or not rest[1:].strip(SPACE + "." + TIMED):
        return False
    if reported(rest, 1, len(rest), lexicon):
        return False
    return word_at(rest, 1, len(rest)).casefold() not in lexicon.resume_not and not _dangling(rest[1:], lexicon)


def _dangling(words: str, lexicon: Lexicon) -> bool:
    """Whether a participle leads the words: "[X said,] dismissing a report that ..."."""
    return word_at(words, 0, len(words)).casefold() in lexicon.dangling


def _said_after(masked: str, cue: Span, stop: int, lexicon: Lexicon) -> Span | None:
    """What follows the verb: behind "bahwa", a comma, a colon or a mark, else the very next words."""
    verb = cue.of(masked).casefold()
    that = lexicon.that.search(masked, cue.end, min(stop, cue.end + 160))
    if that and _only_circumstances(masked, cue.end, that.start(), lexicon):
        return content(masked, that.end(), stop)
    rest = masked[cue.end : stop]
    lead = rest.lstrip(SPACE)
    if not lead or lead[0] in ".;)":
        return None
    if lead[0] in ",:" + QUOTED:
        at = _past_citing(masked, cue.end, stop, lexicon)
        return content(masked, at or _past_time(masked, cue.end + len(rest) - len(lead), stop), stop)
    following = word_at(masked, cue.end, stop).casefold()
    charged = verb in lexicon.accusing and following in lexicon.prepositions  # "diplomats it accused of spying"
    told = (following in lexicon.prepositions and not charged) or lexicon.told.fullmatch(following) or lead[0] == TIMED
    if told or verb in {"told", "tells"}:
        return _past_addressee(masked, cue.end, stop, verb, lexicon)
    if verb in lexicon.strict or (verb in lexicon.accusing and lexicon.language == "en" and not following):
        return _after_colon(masked, cue.end, stop) or _clause_behind(masked, cue.end, stop, verb, lexicon)
    said = content(masked, _past_adverbs(masked, cue.end, stop, lexicon), stop)
    words = WORD.findall(said.of(masked)) if said is not None else []
    if said is None or charged or not words:  # only marks and times
        return said if said is not None and (charged or QUOTED in said.of(masked)) else None
    if verb in lexicon.accusing:
        return said if len(words) >= 3 else None
    object_shaped = lexicon.object_shape.fullmatch(words[0]) is not None
    object_alone = object_shaped or words[0].casefold() in lexicon.object_heads
    if (
        object_alone and len(words) > 2 and words[0].casefold() in lexicon.third_person
    ):  # "said it would ...", but not "said it in a ..."
        object_alone = words[1].casefold() not in lexicon.auxiliaries and not lexicon.acts.match(words[1])
    small = lexicon.pronouns | lexicon.tenses | lexicon.auxiliaries
    clause = any(lexicon.verb_shape.fullmatch(w) or w.casefold() in small or lexicon.acts.match(w) for w in words)
    clause = clause or any(w.casefold() in lexicon.pointers for w in words[1:-1])  # "menilai kesepakatan itu rapuh"
    least = 2 if lexicon.acts.match(words[-1]) else 3 if clause else 4
    return None if object_alone or len(words) < least else said


def _past_citing(masked: str, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Behind ", quoting a source in Tehran," and "that"; None where no source is cited there."""
    comma = re.compile(r"\s*,\s*").match(masked, start, stop)
    citing = lexicon.citing.match(masked, comma.end(), stop) if comma else None
    if citing is None and comma is not None and reported(masked, comma.end(), stop, lexicon):
        citing = comma  # "mengatakan, seperti dikutip Bangkok Post, ..."
    if citing is None:
        return None
    end = masked.find(",", citing.end(), min(stop, citing.end() + 120))
    if end < 0:
        return None
    that = lexicon.that.match(masked, end + 2, stop)
    return that.end() if that else end + 1


def _past_adverbs(masked: str, start: int, stop: int, lexicon: Lexicon) -> int:
    """Behind "kembali", "secara terbuka" between a verb and its words."""
    words = list(WORD.finditer(masked, start, stop))[:4]
    while words and words[0].group().casefold() in lexicon.after_verb:
        manner = words.pop(0)
        start = manner.end()
        if manner.group().casefold() == "secara" and words:
            start = words.pop(0).end()
    return start


def _only_circumstances(masked: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Between a verb and its "bahwa" stand at most an addressee, a time or a circumstance."""
    between = masked[start:end].strip(SPACE + ",")
    if not between.strip(TIMED + SPACE):
        return True
    if "," in between or lexicon.finite.search(between) or _of_noun(masked, end, lexicon):
        return False
    first = word_at(masked, start, end) or word_at(masked, start + 1, end)
    circumstance = first.casefold() in lexicon.prepositions or lexicon.told.fullmatch(first) is not None
    return circumstance or between[0] == TIMED or len(WORD.findall(between)) <= 3


def _of_noun(masked: str, that: int, lexicon: Lexicon) -> bool:
    """Whether a "that" belongs to a noun of saying before it: "said on Monday amid reports that ..."."""
    return lexicon.nominal.fullmatch(word_before(masked, 0, that)) is not None


def _past_time(masked: str, start: int, stop: int) -> int:
    """Behind ", Selasa," where a time stands between verb and words."""
    found = re.compile(rf"[,:]\s*(?:(?:pada|on)\s+)?{TIMED}+\s*,").match(masked, start, stop)
    return found.end() if found else start


def _past_addressee(masked: str, start: int, stop: int, verb: str, lexicon: Lexicon) -> Span | None:
    """Behind "kepada wartawan di Wina," or "reporters"; the comma is needed where a verb takes both."""
    timed = re.compile(rf"\s+(?:\w+\s+){{0,2}}{TIMED}++(?!\s*,)").match(masked, start, stop)
    if timed and word_at(masked, timed.end(), stop).casefold() not in lexicon.prepositions:
        return content(masked, timed.end(), stop)
    told = re.compile(rf"\s+(?:{lexicon.told.pattern})\s+", re.IGNORECASE).match(masked, start, stop)
    listener = lexicon.audience.match(masked, told.end(), stop) if told else None
    if listener and word_at(masked, listener.end(), stop).casefold() not in lexicon.prepositions | {""}:
        return content(masked, listener.end(), stop)
    comma = next_break(masked, start, stop)
    if comma is not None and masked[comma] in ",:" + QUOTED:
        return content(masked, _past_time(masked, comma, stop), stop)
    phrase = phrase_after(masked, start, stop, lexicon)
    if verb in {"told", "tells"} and phrase:
        words = WORD.search(masked, phrase.span.start)
        return content(masked, words.end(), stop) if words else None
    return content(masked, listener.end() if listener else start, stop)


def _clause_behind(masked: str, start: int, stop: int, verb: str, lexicon: Lexicon) -> Span | None:
    """What is said without "bahwa" behind a verb that takes objects too: a subject, "telah" and a verb follow."""
    if verb not in lexicon.naming:
        return None
    said = content(masked, start, stop)
    words = WORD.findall(said.of(masked).partition(",")[0])[:_SUBJECT] if said else []
    # "menyebut nelayan itu ditangkap", and no "menyebut Peru sebagai negara pendukung"
    acts = any(lexicon.verb_shape.fullmatch(v) and v not in lexicon.not_verbs for v in words[1:])
    acts = acts and not {w.casefold() for w in words} & lexicon.labels
    return said if acts and not {w.casefold() for w in words} & lexicon.relative else None


def _after_colon(masked: str, start: int, stop: int) -> Span | None:
    found = re.compile(rf"[^,.;:{QUOTED}]{{0,60}}(?=[:{QUOTED}])").match(masked, start, stop)
    return content(masked, found.end(), stop) if found else None
