"""Finds the words that name a place, the narrowest one of a phrase, and the state that it lies in."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kawat.annotate.mentions_atoms import style_of, without_possessives
from kawat.annotate.places_words import ACROSS, BEFORE, NAME, Candidate, is_state, place_words
from kawat.knowledge import Form, Known, Sense, get, names, places
from kawat.lang import LANGUAGES
from kawat.lang.parties import Small, party_words
from kawat.model import BlockKind, Document, EntityKind, Layer, Mention, MentionForm, PlaceRef, Sentence, Span
from kawat.model.codes import bare
from kawat.text import fold, words

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE})
_WINDOW = 80  # so many characters before a name are looked at for its preposition
_SPACE = " \t\u00a0"


def find(document: Document) -> Document:
    """Adds the places of every sentence: known ones by the tables, unknown ones behind "di", "ke", "in", "near".

    The name of a state or a capital counts only behind a locative word ("di Rusia"), as else it is a party. Of names
    that follow one another the narrowest is kept ("resor Laut Hitam Sochi": Sochi); a state behind a comma goes with
    the place before it. The span leaves out the preposition.
    """
    article = document.article
    if article.language not in LANGUAGES:
        return document
    finder = _Finder(document, article.language)
    found = tuple(place for sentence in document.sentences for place in finder.places(sentence))
    return replace(document, places=found, done=document.done | {Layer.PLACES})


class _Finder:
    def __init__(self, document: Document, language: str) -> None:
        self._text = document.article.text
        self._bare, _ = without_possessives(self._text, party_words(language), language)
        self._language = language
        self._words = place_words(language)
        self._mentions = sorted(document.mentions, key=lambda m: m.span.start)
        self._kinds = {e.id: e.kind for e in document.entities}
        self._starts = [m.span.start for m in self._mentions]
        self._times = sorted(t.span for t in document.times)
        self._codes = {e.id: bare(e.code) for e in document.entities}

    def places(self, sentence: Sentence) -> Iterator[PlaceRef]:
        candidates = self._candidates(sentence.span, sentence.kind)
        last: PlaceRef | None = None
        reached = sentence.span.start
        for i, candidate in enumerate(candidates):
            if candidate.span.start < reached:
                continue
            behind = candidates[i + 1] if i + 1 < len(candidates) else None
            if behind is not None and self._gives_way(candidate, behind, sentence):
                continue
            place = self._place(candidate, sentence, last)
            if place is None:
                continue
            inside = last is not None and self._contains(place, last)
            if last is not None and last.state is None and last.id is None and self._follows(place, last):
                last = replace(last, state=place.state)  # "di Watertown, Massachusetts", "desa X di Lebanon"
            reached = place.span.end
            if inside:
                continue
            if last is not None:
                yield last
            last = place
        if last is not None:
            yield last

    # --- candidates -----------------------------------------------------------------------------------------------

    def _candidates(self, span: Span, kind: BlockKind) -> list[Candidate]:
        known = [c for c in self._known(span, kind) if not self._inside_other(c.span)]
        taken = [c.span for c in known]
        unknown = [c for c in self._unknown(span) if not any(c.span.overlaps(t) for t in taken)]
        return sorted((*known, *unknown), key=lambda c: c.span.start)

    def _known(self, span: Span, kind: BlockKind) -> Iterator[Candidate]:
        ended = span.start
        vocabulary = party_words(self._language)
        titled = style_of(self._text, span, vocabulary, headline=kind in _HEADS).title_case
        for match in places(self._language).find(self._bare, span.start, span.end):
            # A form may begin with a common noun ("pelabuhan antariksa Vostochny"); the name is what has a capital.
            start = next(
                (w.span.start for w in words(self._text, match.span.start, match.span.end) if w.text[0].isupper()), None
            )
            if start is None:
                continue
            name = Span(start, match.span.end)
            surface = name.of(self._text)
            shouted = surface.isupper() and len(surface) > 4 and not span.of(self._text).isupper()
            behind_place = self._bare[ended : name.start].strip(_SPACE) == ""
            ended = name.end
            longer = not titled and (self._words.after.match(self._text, name.end, span.end) is not None)
            if (
                shouted
                or longer
                or self._counts(name)
                or (not behind_place and not titled and self._goes_on(name, span))
            ):
                continue
            knowns = tuple(k for f in match.values if (k := get(f.known_id)) is not None)
            if knowns:
                yield Candidate(name, knowns, self._is_seat(surface, knowns), led=match.span.start < start)

    def _counts(self, name: Span) -> bool:
        """ "Lima petani tewas": a number that opens the words of a party."""
        number = any(Small.NUMBER in x.small for x in party_words(self._language).lexemes.get(name.of(self._text)))
        return number and any(m.span.start == name.start and m.span.end > name.end for m in self._near(name))

    def _goes_on(self, name: Span, sentence: Span) -> bool:
        """Whether the words are the end of a longer name: "Armada Pasifik", "Universitas Jakarta"."""
        floor = max(sentence.start, name.start - _WINDOW)
        before = BEFORE.search(self._text[floor : name.start])
        if before is not None and before["word"] in self._words.before:
            return True
        if before is None or floor + before.start("word") == sentence.start:
            return False
        start = floor + before.start("word")
        heads = self._words.heads.search(self._text[floor : name.start])
        other = any(
            m.span.start < name.start <= m.span.end - 1 and m.span.covers(name) is False for m in self._near(name)
        )
        if heads is not None or other:
            return False
        return not any(
            p.span.end == len(before["word"]) for p in places(self._language).find(before["word"])
        ) and not self._timed(start, start + 1)

    def _is_seat(self, surface: str, knowns: tuple[Known, ...]) -> bool:
        """Whether the words also stand for a government or its people."""
        senses = {form.sense for form in self._actors(surface)}
        return any(is_state(k) for k in knowns) or bool(senses & {Sense.METONYM, Sense.DEMONYM})

    def _actors(self, surface: str) -> tuple[Form, ...]:
        return names(self._language).get(surface)

    def _unknown(self, span: Span) -> Iterator[Candidate]:
        for match in NAME.finditer(self._bare, span.start, span.end):
            start, end = match.span()
            if start == span.start:  # "Di Parachinar": the preposition has the capital of the sentence
                first, _, rest = match.group().partition(" ")
                if first.casefold() not in self._words.certain or not rest:
                    continue
                start = end - len(rest.lstrip())
            start += self._capital_heads(start, end)
            if self._timed(start, end):
                continue
            locative, heads = self._locative(start, span.start)
            named = heads is not None and self._head(heads) in self._words.naming
            if (
                not (named or locative in self._words.certain)
                or self._text[start:end].split()[0] in self._words.not_places
            ):
                continue
            found = Span(start, end)
            if not self._is_actor(found, named=named):
                yield Candidate(found, (), seat=False)

    def _capital_heads(self, start: int, end: int) -> int:
        """How many characters of a run of capitals say what place it is: "Negara Bagian Rivers"."""
        words = self._text[start:end].split(" ")
        for count in range(min(3, len(words) - 1), 0, -1):
            if " ".join(words[:count]).casefold() in self._words.naming:
                return len(" ".join(words[:count])) + 1
        return 0

    def _is_actor(self, span: Span, *, named: bool) -> bool:
        """Whether a run of capitals names somebody: a known actor or a person of the text.

        An unknown name behind a noun that says what place it is (`named`) is taken for a place all the same.
        """
        actors = self._actors(span.of(self._text)) or self._actors(span.of(self._text).split()[0])
        if any(k.kind is not EntityKind.STATE for f in actors if (k := get(f.known_id)) is not None):
            return True
        return any(
            self._kind(m) not in {EntityKind.STATE, EntityKind.UNKNOWN, None}
            for m in self._near(span)
            if not (named and m.entities[0].startswith("own:"))
        )

    def _near(self, span: Span) -> list[Mention]:
        """The mentions that share words with a span; none is longer than the window."""
        low, high = bisect_left(self._starts, span.start - _WINDOW), bisect_left(self._starts, span.end)
        return [m for m in self._mentions[low:high] if m.span.overlaps(span)]

    def _timed(self, start: int, end: int) -> bool:
        """Whether a time stands in a stretch."""
        first = bisect_left(self._times, Span(max(0, start - _WINDOW), max(0, start - _WINDOW)))
        last = bisect_left(self._times, Span(end, end))
        return any(t.start < end and start < t.end for t in self._times[first:last])

    def _kind(self, mention: Mention) -> EntityKind | None:
        return self._kinds.get(mention.entities[0]) if mention.entities else None

    def _inside_other(self, span: Span) -> bool:
        """Whether a name of something else holds the words: "New York Times", "Paris Hilton"."""
        for mention in self._near(span):
            if mention.form is MentionForm.NAME and mention.span.covers(span) and len(mention.span) > len(span) + 2:
                kind = self._kind(mention)
                if kind in {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.MEDIA, EntityKind.GROUP}:
                    return True
        return False

    # --- choice ---------------------------------------------------------------------------------------------------

    def _locative(self, start: int, floor: int) -> tuple[str | None, Span | None]:
        """The preposition before a name, and the nouns between them ("di [kota pelabuhan] Basra")."""
        head_start, floor = start, max(floor, start - _WINDOW)
        for _ in range(2):
            head = self._words.heads.search(self._text[floor:head_start])
            if head is None:
                break
            head_start = floor + head.start("word")
        preposition = self._words.locative.search(self._text[floor:head_start])
        heads = Span(head_start, start) if head_start < start else None
        word = " ".join(preposition["word"].casefold().split()) if preposition else None
        if word in self._words.headed and (heads is None or not self._head(heads).endswith(self._words.heading)):
            word = None  # "on the coast of Oman", but not "sanctions on Oman"
        return word, heads

    def _gives_way(self, candidate: Candidate, behind: Candidate, sentence: Sentence) -> bool:
        """Whether the next name stands right behind and is the narrower place: "Laut Hitam Sochi"."""
        between = self._text[candidate.span.end : behind.span.start]
        if between.strip(_SPACE) == ",":  # "di ibukota Irak, Baghdad"
            _, heads = self._locative(candidate.span.start, sentence.span.start)
            capital = heads is not None and self._head(heads) in self._words.capitals
            return capital and not any(is_state(k) for k in behind.known)
        link = " ".join(between.casefold().split())
        if not between or (link and link not in self._words.links):
            return False
        return not any(is_state(k) for k in behind.known) and behind.span.end <= sentence.span.end

    def _place(self, candidate: Candidate, sentence: Sentence, last: PlaceRef | None) -> PlaceRef | None:
        locative, heads = self._locative(candidate.span.start, sentence.span.start)
        across = ACROSS.match(self._text, candidate.span.end)  # "the Cameroon-Nigeria border"
        end = across.end() if across is not None else candidate.span.end
        directed = self._words.directions.match(self._text, end, sentence.span.end)
        listed = last is not None and self._joined(last.span.end, candidate.span.start)
        wider = self._after_wider(candidate, sentence)
        told = locative or listed or wider or (directed and heads) or self._struck(candidate, heads, sentence)
        if candidate.seat and not (told or self._capital_of(candidate, sentence)):
            return None
        if not candidate.known and locative is None and heads is None:
            return None
        if self._is_part(candidate, heads, directed):
            candidate = replace(candidate, known=tuple(k for k in candidate.known if not is_state(k)))
        candidate = self._of_its_own(candidate, heads, sentence)
        known, chosen = self._choose(candidate, sentence)
        span = self._full_span(candidate, heads, directed)
        why = f"behind {locative!r}" if locative else "joined to a place" if listed else "a known place"
        if known is None:
            return PlaceRef(span, None, candidate.span.of(self._text), None, f"an unknown name {why}")
        return PlaceRef(span, known.id, candidate.span.of(self._text), known.state, why + chosen)

    def _struck(self, candidate: Candidate, heads: Span | None, sentence: Sentence) -> bool:
        """Whether a city, not a state, is what a deed is done to: "menembaki Tripoli"."""
        end = heads.start if heads is not None else candidate.span.start
        floor = max(sentence.span.start, end - _WINDOW)
        return not any(map(is_state, candidate.known)) and bool(self._words.struck.search(self._text[floor:end]))

    def _capital_of(self, candidate: Candidate, sentence: Sentence) -> bool:
        """ "Ibu kota Yaman, Sanaa, jatuh": a name behind a state that a word for its capital leads."""
        before = self._text[sentence.span.start : candidate.span.start].rstrip(_SPACE)
        if not before.endswith(","):
            return False
        for match in places(self._language).find(before[:-1]):
            if match.span.end == len(before) - 1 and any(is_state(get(f.known_id)) for f in match.values):
                _, heads = self._locative(sentence.span.start + match.span.start, sentence.span.start)
                return heads is not None and self._head(heads) in self._words.capitals
        return False

    def _head(self, heads: Span) -> str:
        return " ".join(heads.of(self._text).casefold().split())

    def _is_part(self, candidate: Candidate, heads: Span | None, directed: re.Match[str] | None) -> bool:
        """Whether the words make a state's name that of a part of a state: "negara bagian Niger", "Niger state"."""
        if not any(is_state(k) for k in candidate.known):
            return False
        after = directed.group().strip() if directed else ""
        return after in self._words.parts_after or (heads is not None and self._head(heads) in self._words.parts)

    def _joined(self, end: int, start: int) -> bool:
        return self._words.joiners.fullmatch(self._text, end, start) is not None

    def _after_wider(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether another place stands right before, which has the preposition: "di resor Laut Hitam Sochi"."""
        floor = max(sentence.span.start, candidate.span.start - _WINDOW)
        before = self._bare[floor : candidate.span.start].rstrip(_SPACE)
        before = next((before[: -len(w)].rstrip(_SPACE) for w in self._words.links if before.endswith(f" {w}")), before)
        if before.endswith(","):
            before = before[:-1]
        for match in places(self._language).find(before):
            if match.span.end == len(before):
                return self._locative(floor + match.span.start, sentence.span.start)[0] is not None
        return False

    def _of_its_own(self, candidate: Candidate, heads: Span | None, sentence: Sentence) -> Candidate:
        """ "Selat Makassar", "Jalan Medan Merdeka": what only bears the name of a place is another."""
        if heads is None:
            return candidate
        head = self._words.heads.search(self._text[heads.start : heads.end])
        if head is None or " ".join(head["word"].casefold().split()) not in self._words.own:
            return candidate
        start = heads.start + head.start("word")
        if candidate.led:  # "teluk Persia": that is what the table knows
            return replace(candidate, span=Span(start, candidate.span.end))
        whole = NAME.match(self._bare, candidate.span.start, sentence.span.end)
        end = max(candidate.span.end, whole.end() if whole is not None else 0)
        return replace(candidate, span=Span(start, end), known=(), seat=False)

    def _full_span(self, candidate: Candidate, heads: Span | None, directed: re.Match[str] | None) -> Span:
        start, end = candidate.span.start, candidate.span.end
        if heads is not None:
            start = self._with_heads(candidate, heads)
        if directed and directed.end() > end:
            end = directed.end()
        across = ACROSS.match(self._text, end) if start < candidate.span.start else None
        return Span(start, across.end() if across is not None else end)

    def _with_heads(self, candidate: Candidate, heads: Span) -> int:
        """Where the words of a place begin: before the heads without which it would be another place."""
        start, outer = candidate.span.start, min(candidate.span.start, heads.end)
        while start > heads.start:
            head = self._words.kept.search(self._text[heads.start : start])
            if head is None:
                break
            word = " ".join(head["word"].casefold().split())
            if word in self._words.capitals and not any(map(is_state, candidate.known)):
                break
            at = heads.start + head.start("word")
            if word in self._words.compass and not self._is_side(heads.start, at):
                break
            start = at
        return min(start, outer)

    def _is_side(self, first: int, at: int) -> bool:
        """Whether "selatan" at a place is a part of it: not of the name or the kind of town before it."""
        before = self._text[first:at].casefold().split()
        if before:
            return before[-1] in self._words.regions
        floor = max(0, at - _WINDOW)
        name = BEFORE.search(self._text[floor:at])
        return name is None or self._words.locative.search(self._text[floor:at]) is not None

    def _choose(self, candidate: Candidate, sentence: Sentence) -> tuple[Known | None, str]:
        """Of several places of one name the one in the state that the sentence, else the document names most; and why.

        Among equals the better known one, which stands first in the table.
        """
        knowns = candidate.known
        if len(knowns) < 2:
            return (knowns[0] if knowns else None), ""
        meant = {e for m in self._near(candidate.span) if m.span == candidate.span for e in m.entities}
        state = next((k for k in knowns if is_state(k) and k.id in meant), None)
        here, everywhere = self._named(candidate.span, sentence)
        if state is not None and everywhere[state.id]:
            return state, f"; of {len(knowns)} of this name the state that the report names"
        best = max(knowns, key=lambda k: (here[k.state or ""], everywhere[k.state or ""]))
        if everywhere[best.state or ""]:
            where = "sentence" if here[best.state or ""] else "report"
            return best, f"; of {len(knowns)} of this name the one in {best.state}, which the {where} names"
        return best, f"; of {len(knowns)} of this name the best known"

    def _named(self, span: Span, sentence: Sentence) -> tuple[Counter[str], Counter[str]]:
        """How often each state is named in the sentence and in the document, by other words than these.

        Whose state was itself told by its surroundings ("pria di Newcastle") says nothing.
        """
        words = span.of(self._text).casefold()
        here: Counter[str] = Counter()
        everywhere: Counter[str] = Counter()
        for mention in self._mentions:
            if mention.span.overlaps(span) or mention.span.of(self._text).casefold() == words:
                continue
            if next(names(self._language).find(self._bare, mention.span.start, mention.span.end), None) is None:
                continue
            codes = {self._codes.get(e, "") for e in mention.entities}
            everywhere.update(codes)
            if sentence.span.covers(mention.span):
                here.update(codes)
        return here, everywhere

    def _follows(self, place: PlaceRef, last: PlaceRef) -> bool:
        """Whether a wider place follows: behind a comma no capital, which as often begins the next clause."""
        gap = self._text[last.span.end : place.span.start].strip(_SPACE)
        metonym = gap == "," and any(f.sense is Sense.METONYM for f in self._actors(place.span.of(self._text)))
        return (gap == "," and not metonym) or fold(gap) in self._words.within

    def _contains(self, place: PlaceRef, last: PlaceRef) -> bool:
        """ "Sochi, Rusia": the state behind the comma goes with the place before it."""
        between = self._text[last.span.end : place.span.start]
        if between.strip(_SPACE) not in {",", ""} or place.id is None:
            return False
        return place.id == last.state or (last.id is None and is_state(get(place.id)))
