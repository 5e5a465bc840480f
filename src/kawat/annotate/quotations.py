"""Finds what somebody is quoted with, who says it, and through whom it came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.annotate.quotations_chain import Passage, chain
from kawat.annotate.quotations_cited import cited, is_medium, through_teller
from kawat.annotate.quotations_cues import attributions
from kawat.annotate.quotations_headlines import titled
from kawat.annotate.quotations_inside import EDGES, stretches, through, with_last
from kawat.annotate.quotations_lexicon import QUOTED, TIMED, Lexicon, lexicon
from kawat.annotate.quotations_marks import Quoted, quoted, running_on
from kawat.annotate.quotations_memory import Memory
from kawat.annotate.quotations_persons import subject_before, with_speakers
from kawat.annotate.quotations_resolve import Cast, Speaker
from kawat.annotate.quotations_scan import Attribution, CueKind, of_portfolios
from kawat.annotate.wording import fitted
from kawat.lang import LANGUAGES
from kawat.model import BlockKind, Document, EntityKind, Hop, HopKind, Layer, Manner, Note, Quotation, Sentence, Span

_READ = frozenset({BlockKind.BODY, BlockKind.HEADLINE, BlockKind.SUBTITLE})
_LONGEST = 8000  # a "sentence" of more characters is no running text


@dataclass(frozen=True, slots=True)
class _Unit:
    """Sentences that hang together: a quotation of several sentences with its attribution is one unit."""

    span: Span
    block: int
    kind: BlockKind
    index: int


def find(document: Document) -> Document:
    """Adds the quotations, in order: direct, indirect and mixed, with speaker and chain.

    "Kami" inside a direct one means its speaker, in the mentions too. Uses the mentions and entities made before it.
    Words in quotation marks without anybody to say them are left out (so-called marks), unless they are whole sentences
    that follow a quotation. A mark that is never closed leaves a `Note`.
    """
    article = document.article
    if article.language not in LANGUAGES:
        return document
    reader = _Reader(document, lexicon(article.language))
    read = sorted(reader.read(), key=lambda q: (q.span.start, q.span.end))
    found = tuple(_worded(document, q) for q in through(with_last(read, reader.running)))
    return replace(
        document,
        mentions=with_speakers(document, found),
        quotations=found,
        notes=(*document.notes, *reader.notes),
        done=document.done | {Layer.QUOTATIONS},
    )


def _worded(document: Document, quotation: Quotation) -> Quotation:
    """A quotation with the words for its speaker as far as they go, in its chain too."""
    span, article = quotation.speaker_span, document.article
    if span is None or quotation.speaker is None:
        return quotation
    named = next((m.span for m in document.mentions if m.span.overlaps(span) and quotation.speaker in m.entities), None)
    words = span if named is None else fitted(span, named, article.text, article.language or "")
    chain = tuple(replace(hop, span=words) if hop.span == span else hop for hop in quotation.chain)
    return replace(quotation, speaker_span=words, chain=chain)


def _inside(found: list[Attribution], number: int) -> bool:
    """Whether the attribution before a number stands in the words of one before it."""
    last = found[number - 1] if number else None
    return last is not None and any(a.after is not None and a.after.covers(last.cue) for a in found[: number - 1])


def _bounds(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span else (0, 0)


class _Reader:
    """Reads one document; units must be read in order, as later ones lean on earlier ones."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self._document, self._lexicon = document, words
        self._text = document.article.text
        self._cast = Cast(document)
        self._memory = Memory()
        self._quoted = [
            q for b in document.article.blocks if b.kind in _READ for q in quoted(self._text, b.span, words)
        ]
        self.running = running_on(self._text, self._quoted)
        self._marked = [q for q in self._quoted if self._is_speech(q)]
        self._timed = self._mask([])
        self._masked = self._mask([q.outer for q in self._marked])
        self.notes = [
            Note("annotate.quotations", "unbalanced-quotation-mark", "a quotation mark is never closed", q.outer)
            for q in self._quoted
            if not q.closed and q.content not in self.running
        ]

    def _is_speech(self, stretch: Quoted) -> bool:
        """Whether words in marks can be a quotation at all: three words or more, or followed by a speech clause."""
        words = stretch.content.of(self._text).split()
        inner_end = self._text[stretch.outer.start : stretch.outer.end].rstrip("”\"’'»« ")[-1:]
        follows = self._lexicon.inverted_here.match(self._text, stretch.outer.end)
        return len(words) >= 3 or inner_end in ",?!" or follows is not None

    def _mask(self, apart: list[Span]) -> str:
        """The text with stretches and times made unreadable, letter for letter of the same length."""
        letters = list(self._text)
        for time in self._document.times:
            letters[time.span.start : time.span.end] = TIMED * len(time.span)
        known = [m.span for m in self._document.mentions if self._cast.is_state(m)]
        for sign in of_portfolios(self._text, known, self._lexicon):
            letters[sign.start : sign.end] = " " if len(sign) == 1 else "X" * len(sign)
        for stretch in apart:
            letters[stretch.start : stretch.end] = QUOTED * len(stretch)
        return "".join(letters)

    def read(self) -> Iterator[Quotation]:
        for unit in self._units():
            if len(unit.span) > _LONGEST:
                message = f"{len(unit.span)} characters without the end of a sentence were not read for quotations"
                self.notes.append(Note("annotate.quotations", "sentence-too-long", message, unit.span))
                continue
            yield from self._unit(unit)

    def _units(self) -> Iterator[_Unit]:
        held: Sentence | None = None
        index = 0
        for sentence in self._document.sentences:
            if sentence.kind not in _READ:
                continue
            if (
                held is not None
                and held.block == sentence.block
                and self._hangs_together(held.span.end, sentence.span.start)
            ):
                held = replace(held, span=Span(held.span.start, sentence.span.end))
                continue
            if held is not None:
                yield _Unit(held.span, held.block, held.kind, index)
                index += 1
            held = sentence
        if held is not None:
            yield _Unit(held.span, held.block, held.kind, index)

    def _hangs_together(self, end: int, start: int) -> bool:
        return any(q.outer.start < end and start < q.outer.end for q in self._marked)

    def _unit(self, unit: _Unit) -> Iterator[Quotation]:
        found = attributions(self._masked, unit.span, self._lexicon)
        if not found:
            told = unit.kind is BlockKind.HEADLINE
            found = titled(self._text, self._masked, unit.span, self._cast, self._lexicon, headline=told)
        used: list[Span] = []
        for number, attribution in enumerate(found):
            if _inside(found, number) and self._names_nobody(attribution):
                attribution = replace(attribution, speaker=None)  # noqa: PLW2901  "that boats had come, adding"
            speaker = self._speaker(attribution, unit)
            if attribution.speaker is None and attribution.clitic is None and _inside(found, number):
                speaker = self._outer_speaker(found, number, unit) or speaker
            if self._only_carries(attribution, speaker, found[:number]):
                continue
            made = list(self._attributed(attribution, speaker, unit, used))
            if speaker.span or speaker.entity:
                self._memory.keep(unit.index, speaker.teller or speaker, attribution.cue, self._text)
            yield from made
            for quotation in made:
                if quotation.manner is Manner.DIRECT:
                    yield from self._passed_on(quotation)
        yield from self._standing(unit, used)

    def _names_nobody(self, attribution: Attribution) -> bool:
        """Whether the words before a verb that goes on with a quotation are the end of what was said."""
        words = attribution.speaker
        goes_on = words is not None and attribution.verb(self._text) in self._lexicon.continuing
        return goes_on and words is not None and not any(True for _ in self._cast.within(words))

    def _only_carries(self, attribution: Attribution, speaker: Speaker, before: list[Attribution]) -> bool:
        """Whether a medium only reports what another attribution tells: "..., X said, Reuters reported"."""
        said = attribution.before
        told = said is not None and any(said.covers(other.cue) for other in before)
        return told and (speaker.media or (attribution.speaker is not None and self._is_medium(attribution.speaker)))

    def _outer_speaker(self, found: list[Attribution], number: int, unit: _Unit) -> Speaker | None:
        """Who goes on ("adding that") where the last one who spoke stands inside the words of another."""
        outer = next(
            (a for a in reversed(found[:number]) if a.speaker and not _inside(found, found.index(a) + 1)), None
        )
        return replace(self._speaker(outer, unit)) if outer is not None else None

    # --- speakers -------------------------------------------------------------------------------------------------

    def _speaker(self, attribution: Attribution, unit: _Unit) -> Speaker:
        if attribution.clitic is not None:
            return self._referred(attribution.clitic, unit, attribution.before)
        if attribution.speaker is None:
            return self._gone_on(unit)
        source = cited(self._text, self._masked, unit.span, attribution, self._lexicon)
        if source is not None and self._is_medium(attribution.speaker):
            return self._cast.resolve(source, self._lexicon, attribution.before)
        teller = self._teller(attribution, attribution.speaker, unit)
        return teller if source is None else through_teller(self._text, source, teller, self._cast, self._lexicon)

    def _teller(self, attribution: Attribution, told: Span, unit: _Unit) -> Speaker:
        """Who speaks, whomever they cite."""
        words = told.of(self._text)
        if words.split()[0].casefold() in self._lexicon.hearsay:
            return Speaker(None, told, " ".join(words.split()), named=False)
        report = self._report(attribution.cue, told)
        if report is not None:
            return self._last_medium(report, unit)
        if words.casefold() in self._lexicon.pronouns or self._lexicon.anaphor.fullmatch(words):
            return self._referred(told, unit, attribution.before)
        return self._cast.resolve(told, self._lexicon, attribution.before)

    def _report(self, cue: Span, speaker: Span) -> Span | None:
        """The words of a medium or report told of before; its noun may be of the cue: "demikian laporan itu"."""
        if self._lexicon.told_before.fullmatch(self._text, speaker.start, speaker.end):
            return speaker
        if speaker.start < cue.end:
            return None
        found = self._lexicon.told_before.search(self._text, cue.start, speaker.end)
        inside = found is not None and found.end() == speaker.end and found.start() < cue.end
        return Span(*found.span()) if found is not None and inside else None

    def _last_medium(self, span: Span, unit: _Unit) -> Speaker:
        """Whose "laporan itu" or "koran tersebut" is.

        The medium that spoke last; else the one that the words are known to mean, or whose report spoke last; nobody's
        that is known, else.
        """
        spoken = (s.speaker for s in reversed(self._memory.spoken))
        media = (s for s in spoken if s.media or (s.span is not None and self._is_medium(s.span)))
        last = next((s for s in media if s.entity is not None), None)
        if last is not None:
            return replace(last, span=span)
        meant = (e for m in self._cast.within(span) if span.covers(m.span) and (e := self._cast.entity(m)) is not None)
        press = next((e for e in meant if e.kind is EntityKind.MEDIA or e.code.endswith(":MED")), None)
        words = " ".join(span.of(self._text).split())
        if press is not None:
            return Speaker(press.id, span, words, media=press.kind is EntityKind.MEDIA, named=False)
        head = self._head(self._lexicon.told_before, span)
        issuer = self._memory.of_head(head, unit.index) or (self._last_body(unit) if self._is_nominal(span) else None)
        return replace(issuer, span=span) if issuer is not None else Speaker(None, span, words, named=False)

    def _gone_on(self, unit: _Unit) -> Speaker:
        """The speaker so far; its words count where they stand in the same unit ("X berkata ... dan menambahkan")."""
        last = self._memory.last(unit.index)
        if last is None:
            return Speaker(None, None, None)
        here = last.span is not None and unit.span.covers(last.span)
        return last if here else replace(last, span=None)

    def _is_medium(self, span: Span) -> bool:
        return is_medium(self._text, span, self._cast, self._lexicon)

    def _referred(self, span: Span, unit: _Unit, said: Span | None) -> Speaker:
        """Whom "ia", "katanya", "pejabat itu" mean: a speaker before, else what the mention says.

        Nobody who speaks only inside the words `said`: "Ana Soto menyatakan siap, katanya" is another's word.
        """
        words = span.of(self._text)
        same = self._memory.of_head(self._head(self._lexicon.anaphor, span), unit.index, said)
        if same is not None:
            return replace(same, span=span)
        last = self._memory.last(unit.index, said)
        mentioned = [m for m in self._cast.within(Span(max(0, span.start - 1), span.end)) if m.entities]
        entity = self._cast.entity(mentioned[0]) if mentioned else None
        near = last is not None and self._memory.is_near(unit.index, said)
        plural = words.casefold() in self._lexicon.third_person - self._lexicon.one_person
        spoken = self._memory.spoken[-1].cue.start if self._memory.spoken else 0
        told = subject_before(self._document, unit.block, range(spoken, unit.span.start))
        if told is not None and words.casefold() in self._lexicon.one_person:
            return Speaker(told.id, span, told.name, self._memory.principals.get(told.id))
        if last is not None and near and not last.media and (last.entity is not None or (plural and not last.named)):
            return replace(last, span=span)  # "kata para pejabat. ..., tambah mereka": they are of no known side either
        if words.casefold() in self._lexicon.one_person:
            quoted_words = [q.outer for q in self._marked]
            spoke = {s.speaker.entity for s in self._memory.spoken}
            # The mention knows best, unless it takes up a name inside somebody's words.
            if entity is None or (entity.id not in spoke and self._cast.only_inside(entity, span.start, quoted_words)):
                entity = self._cast.person_told(unit.span.start, quoted_words) or entity
        if entity is not None:
            return Speaker(entity.id, span, entity.name, self._memory.principals.get(entity.id))
        if last is not None:
            return replace(last, span=span)
        named = " ".join(words.split()) if len(span) > len(self._lexicon.clitic) else None
        return Speaker(None, span, named, named=False)

    def _head(self, pattern: re.Pattern[str], span: Span) -> re.Pattern[str] | None:
        """The noun by which words point back, as the pattern of such words has it, in all its spellings."""
        found = pattern.fullmatch(self._text, span.start, span.end)
        head = found["head"] if found else None
        return self._lexicon.called[" ".join(head.casefold().split())] if head else None

    def _is_nominal(self, span: Span) -> bool:
        """Whether words point back to a report and not to a medium."""
        return self._lexicon.nominal.search(self._text, span.start, span.end) is not None

    def _last_body(self, unit: _Unit) -> Speaker | None:
        """The organization that spoke last: a report may be of its own making."""
        bodies = {e.id for e in self._document.entities if e.kind is EntityKind.ORGANIZATION}
        return self._memory.latest(unit.index, lambda s: s.entity in bodies)

    # --- what is said ---------------------------------------------------------------------------------------------

    def _attributed(
        self, attribution: Attribution, speaker: Speaker, unit: _Unit, used: list[Span]
    ) -> Iterator[Quotation]:
        hops = self._chain(attribution, speaker, unit)
        for side in (attribution.before, attribution.after):
            if side is None:
                continue
            for content, manner in stretches(self._text, side, self._marked, used, leads=side is attribution.after):
                used.append(content)
                span = self._outer(content, attribution)
                yield Quotation(span, content, manner, speaker.entity, speaker.span, attribution.cue, hops)

    def _chain(self, attribution: Attribution, speaker: Speaker, unit: _Unit) -> tuple[Hop, ...]:
        passage = Passage(self._text, self._masked, unit.span)
        hops = chain(passage, attribution, speaker, self._cast, self._lexicon)
        key = speaker.entity or (speaker.name or "").casefold()
        outer = tuple(h for h in hops if h.kind not in {HopKind.PRINCIPAL, HopKind.SPEAKER})
        if not key:
            return hops
        goes_on = attribution.kind is CueKind.STANDING or self._goes_on(attribution)
        if not outer and goes_on and key in self._memory.hops:
            hops = (*hops, *self._memory.hops[key])
        if speaker.principal is None and key in self._memory.principals and hops and hops[0].kind is HopKind.SPEAKER:
            hops = (self._memory.principals[key], *hops)
        if not speaker.media and (outer or not goes_on):
            self._memory.hops[key] = outer  # said anew and not through anybody: nor is what goes on with it
        if speaker.principal is not None:
            self._memory.principals[key] = speaker.principal
        return hops

    def _goes_on(self, attribution: Attribution) -> bool:
        verb = (
            attribution.verb(self._text).removesuffix(self._lexicon.clitic)
            if attribution.clitic
            else attribution.verb(self._text)
        )
        pronoun = (
            attribution.speaker is not None and attribution.speaker.of(self._text).casefold() in self._lexicon.pronouns
        )
        return attribution.clitic is not None or pronoun or verb in self._lexicon.continuing

    def _passed_on(self, quotation: Quotation) -> Iterator[Quotation]:
        """What others said, as somebody quoted passes it on: "“The president told me that ...,” said X"."""
        inside = (s.span for s in self._document.sentences if s.span.overlaps(quotation.content))
        for span in inside:
            words = Span(max(span.start, quotation.content.start), min(span.end, quotation.content.end))
            for told in attributions(self._timed, words, self._lexicon):
                if told.kind is not CueKind.FINITE or told.speaker is None or told.after is None:
                    continue
                own = told.speaker.of(self._text).casefold() in self._lexicon.pronouns - self._lexicon.third_person
                speaker = self._cast.resolve(told.speaker, self._lexicon, told.before)
                if own or speaker.entity in (None, quotation.speaker):
                    continue
                hops = chain(Passage(self._text, self._timed, words), told, speaker, self._cast, self._lexicon)
                around = Span(told.speaker.start, told.after.end)
                yield Quotation(around, told.after, Manner.INDIRECT, speaker.entity, told.speaker, told.cue, hops)

    def _outer(self, content: Span, attribution: Attribution) -> Span:
        marks = [q.outer for q in self._marked if q.content == content]
        parts = [content, attribution.cue, *marks]
        if attribution.speaker is not None:
            parts.append(attribution.speaker)
        return Span(min(p.start for p in parts), max(p.end for p in parts))

    # --- quotations without a cue ---------------------------------------------------------------------------------

    def _standing(self, unit: _Unit, used: list[Span]) -> Iterator[Quotation]:
        """Whole sentences in marks that follow a quotation go on with its speaker."""
        for stretch in self._marked:
            if not unit.span.overlaps(stretch.outer) or any(stretch.outer.overlaps(u) for u in used):
                continue
            if not self._is_whole(stretch, unit):
                continue
            last = self._memory.last(unit.index)
            speaker = replace(last, span=None) if last else Speaker(None, None, None)
            standing = Attribution(CueKind.STANDING, stretch.outer, None, None, None, None, stretch.outer)
            hops = self._chain(standing, speaker, unit) if last else ()
            yield Quotation(stretch.outer, stretch.content, Manner.DIRECT, speaker.entity, None, None, hops)

    def _is_whole(self, stretch: Quoted, unit: _Unit) -> bool:
        words = len(stretch.content.of(self._text).split())
        before = self._text[unit.span.start : stretch.outer.start].rstrip(EDGES)
        whole = (
            stretch.content.of(self._text)[-1:] in ".?!…"
            or self._text[stretch.outer.end : unit.span.end].strip(EDGES + '.”"') == ""
        )
        return words >= 4 and whole and (not before or before[-1] in ".:?!")
