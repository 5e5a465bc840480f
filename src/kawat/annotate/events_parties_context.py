"""Who is around an act: the parties that a document names, sentence by sentence, and the acts coded before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kawat import knowledge
from kawat.annotate.mentions_located import filed_in
from kawat.lang import table
from kawat.lang.parties import party_words
from kawat.model import Document, EntityKind, EventType, Mention, MentionForm, Span
from kawat.model.codes import UNKNOWN, bare, sector_of, side_of
from kawat.text import fold, words

# Sentences that lend parties: so many before the act's own, and the one after it.
REACH = 6
# A sentence or list that never ends must not make reading slow.
_MOST = 40
_APPOSED = ", "  # stands between words and the name that explains them


@dataclass(frozen=True, slots=True)
class Near:
    """A mention as a possible party: `codes` of its entities, `sure` where its own words tell them."""

    sentence: int
    span: Span
    mention: Mention
    codes: tuple[str, ...]
    sure: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was coded before."""

    sentence: int
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def sector(code: str) -> str:
    """The sector of a code as the guidelines compare it: forces, police, courts and parliaments are the state."""
    return sector_of(side_of(code))


# What a mention's `why` begins with where context was needed to tell whom its words mean.
_GUESSES = (
    "unknown name", "a name told", "title and name", "no state", "head, state in context", "pointed", "pronoun",
    "of the one", "the ", "states that are not named",
)  # fmt: skip

# The `why` of a name that was told in full, or with a title, before.
_TOLD = "a name told before"
# How the `why` begins of words for another state than one that is told of: "negara tetangganya".
_ANOTHER = "another state"


def is_sure(mention: Mention) -> bool:
    """Whether the words of a mention tell by themselves whom they mean."""
    if mention.why == "a name told before" and mention.entities[0].startswith("p:"):
        return True
    return not mention.why.startswith(_GUESSES)


class Around:
    """The parties and places of a document by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.article.text
        self.codes = {e.id: e.code for e in document.entities}
        self.kinds = {e.id: e.kind for e in document.entities}
        self.near: dict[int, list[Near]] = defaultdict(list)
        self.places: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        self.done: list[Done] = []
        self.home = filed_in(document)
        starts = [s.span.end for s in document.sentences]
        voice = table(document.article.language or "", "voice")
        self._describing = frozenset((*voice["relative"], *voice["with"]))  # open what describes a party
        self._fill(starts)
        self._breaks = self._stories()

    def _fill(self, ends: list[int]) -> None:
        at = 0
        for mention in sorted(self.document.mentions, key=lambda m: m.span):
            while at < len(ends) and ends[at] <= mention.span.start:
                at += 1
            codes = tuple(self.codes[e] for e in mention.entities if e in self.codes)
            if at < len(ends) and len(self.near[at]) < _MOST:
                known = bool(codes) and UNKNOWN not in codes
                self.near[at].append(
                    Near(at, mention.span, mention, codes if known else (), is_sure(mention), not self.near[at])
                )
        at = 0
        for place in sorted(self.document.places, key=lambda p: p.span):
            while at < len(ends) and ends[at] <= place.span.start:
                at += 1
            if at < len(ends) and place.state and len(self.places[at]) < _MOST:
                self.places[at].append((place.span, place.state))

    def _stories(self) -> list[int]:
        """For each sentence, where its story begins: a sentence that shares no party with those before it and refers
        to nothing begins another ("In brief" pages and agency files hold several)."""
        begins: list[int] = []
        begin = 0
        for i in range(len(self.document.sentences)):
            here = {bare(c) for n in self.near[i] if n.sure for c in n.codes} | {s for _, s in self.places[i]}
            before = {bare(c) for b in range(max(begin, i - 3), i) for n in self.near[b] for c in n.codes}
            before |= {s for b in range(max(begin, i - 3), i) for _, s in self.places[b]}
            refers = any(n.mention.form is MentionForm.PRONOUN or "told" in n.mention.why for n in self.near[i])
            if i and here and before and not (here & before) and not refers:
                begin = i
            begins.append(begin)
        return begins

    def beside(self, sentence: int, trigger: Span) -> tuple[str, ...]:
        """The words right before and after an act, and how its own word begins."""
        span = self.document.sentences[sentence].span
        found = list(words(self.text, span.start, span.end))
        before = [fold(w.text) for w in found if w.span.end <= trigger.start][-1:]
        after = [fold(w.text) for w in found if w.span.start >= trigger.end][:1]
        own = fold(trigger.of(self.text))
        return (*(f"<{w}" for w in before), *(f">{w}" for w in after), f"^{own[:2]}", f"{own.split(' ')[0][-2:]}$")

    def speakers(self, trigger: Span) -> tuple[str, ...]:
        """The code of the one whose word an act is."""
        around = [q for q in self.document.quotations if q.content.covers(trigger)]
        inner = min(around, key=lambda q: len(q.content), default=None)
        code = self.codes.get(inner.speaker) if inner is not None and inner.speaker else None
        return (code,) if code and code != UNKNOWN else ()

    def is_medium(self, near: Near) -> bool:
        """Whether a mention names a medium."""
        kinds = {self.kinds.get(e) for e in near.mention.entities}
        return kinds == {EntityKind.MEDIA}

    def same_story(self, a: int, b: int) -> bool:
        return self._breaks[a] == self._breaks[b]

    def around(self, sentence: int) -> Iterator[Near]:
        """The mentions that an act of a sentence may lend its parties from, in order."""
        for i in range(max(0, sentence - REACH), min(len(self.document.sentences), sentence + 2)):
            yield from self.near[i]

    def acts(self, sentence: int) -> Iterator[Done]:
        """The acts coded before, nearest first."""
        for done in reversed(self.done):
            if done.sentence < sentence - REACH:
                return
            yield done

    def mention_of(self, sentence: int, span: Span) -> Near | None:
        """The mention that the words of a party hold: the one that shares most with them."""
        inside = [n for n in self.near[sentence] if n.span.overlaps(span)]

        def shared(n: Near) -> tuple[int, int]:
            return min(n.span.end, span.end) - max(n.span.start, span.start), -n.span.start

        found = max(inside, key=shared, default=None)
        if found is not None and self._is_described(inside[0], found, span):
            found = inside[0]
        if found is None or (found.sure and not found.mention.why.startswith(_ANOTHER)):
            return found
        return self._apposed(found) or found

    def _is_described(self, first: Near, other: Near, span: Span) -> bool:
        """Whether what describes the first of several names the other: "negara yang tidak mengakui Israel"."""
        if first.span.start > span.start or other.span.start < first.span.end:
            return False
        between = [fold(w.text) for w in words(self.text, first.span.end, other.span.start)]
        return any(w in self._describing for w in between)

    def _apposed(self, near: Near) -> Near | None:
        """The group or state whose name explains words that do not tell whom they mean: "Kelompok itu, JNIM, ...",
        "Negara tetangganya, Venezuela, ..."."""
        behind = (n for n in self.near[near.sentence] if n.span.start == near.span.end + len(_APPOSED))
        named = next((n for n in behind if n.sure and n.mention.form is MentionForm.NAME and len(n.codes) == 1), None)
        if named is None or self.text[near.span.end : named.span.start] != _APPOSED:
            return None
        closed = self.text[named.span.end : named.span.end + 1] == ","
        kind = self.kinds.get(named.mention.entities[0])
        goes_on = any(n.span.start == named.span.end + len(_APPOSED) for n in self.near[near.sentence])
        state = kind is EntityKind.STATE and not goes_on and self._is_of_land(near)
        return named if closed and (state or kind is EntityKind.GROUP) else None

    def _is_of_land(self, near: Near) -> bool:
        """Whether words say that a party is one state: "negara itu", "its neighbour"."""
        lexemes = party_words(self.document.article.language).lexemes
        told = (fold(w.text) for w in words(self.text, near.span.start, near.span.end))
        return len(near.codes) <= 1 and any(x.head.country for w in told for x in lexemes.get(w) if x.head)


def is_state(code: str) -> bool:
    """Whether a code without sector is a state's."""
    known = knowledge.get(code)
    return known is not None and known.kind is EntityKind.STATE


def shape(codes: Iterable[str]) -> str:
    """What kind of party some codes are: "state", "state:CVL", "group", "body", "UNKNOWN" ..."""
    first = next(iter(codes), None)
    if first is None:
        return "none"
    if first == UNKNOWN:
        return UNKNOWN
    known = knowledge.get(bare(first))
    kind = known.kind.value if known is not None else "other"
    if kind == "collective":
        kind = bare(first)
    suffix = sector(first)
    return f"{kind}:{suffix}" if suffix else kind
