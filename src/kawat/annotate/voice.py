"""Who stands where around a word: subjects, objects, genitives and prepositional parties of one sentence.

There is no parser below this. Order, function words and the shapes of verbs are what is gone by, all of it data of
`lang/<language>/voice.toml`; so the answers are the likely ones, and the caller says in `why` which rule gave them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kawat.annotate.events_grammar import Grammar, grammar
from kawat.model import BlockKind, Document, Mention, MentionForm, Sentence, Span
from kawat.text import Word, fold, words

# How many words may stand between a cue and a party that it governs.
_OBJECT_REACH = 7
_GENITIVE_REACH = 3
_PHRASE_REACH = 16
_PLACE_WORDS = 4  # of a place, with the preposition before it


@dataclass(frozen=True, slots=True)
class Group:
    """A maximal mention and the words that it covers, `first` to `last`, both included."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True)
class View:
    """A sentence as words and groups."""

    text: str
    sentence: Sentence
    tokens: tuple[Word, ...]
    groups: tuple[Group, ...]
    clitics: dict[int, Mention]
    grammar: Grammar
    saying: frozenset[int] = frozenset()  # words of saying behind what is quoted: "..., katanya kepada AFP"

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(t.text) for t in self.tokens)

    @cached_property
    def at(self) -> dict[int, Group]:
        """The group that covers a word."""
        return {i: g for g in self.groups for i in range(g.first, g.last + 1)}

    def is_verb(self, i: int) -> bool:
        """Whether a word looks like a verb; a word inside a mention never does."""
        word = self.folded[i]
        return i not in self.at and bool(self.grammar.verb.match(word)) and word not in self.grammar.not_verb

    def is_break(self, i: int) -> bool:
        """Whether a clause ends before a word."""
        return self.folded[i] in self.grammar.breaks or self.tokens[i].text in {";", ":"}

    def groups_before(self, i: int) -> Iterator[Group]:
        """Groups that end before word `i`, nearest first."""
        return (g for g in reversed(self.groups) if g.last < i)

    def groups_after(self, i: int) -> Iterator[Group]:
        """Groups that begin after word `i`, nearest first."""
        return (g for g in self.groups if g.first > i)

    def between(self, a: int, b: int) -> range:
        """The words strictly between two words."""
        return range(a + 1, b)

    # -- subjects -------------------------------------------------------------------------------------------------

    def subject(self, i: int, depth: int = 0) -> Group | None:
        """The grammatical subject of the verb at word `i`: before it, or where control and relatives put it."""
        g = self.grammar
        j = i - 1
        while j >= 0 and self.folded[j] in g.auxiliaries and j not in self.at:
            j -= 1
        if j < 0 or depth > 4:
            return self._fronted(i)
        word = self.folded[j]
        if word in g.relative:
            return self._head(j)
        if word == "," and (parted := self._across_comma(j)) is not None:
            return parted
        if j not in self.at and (word in g.coordinators or word == "," or word in g.with_ or word in g.prepositions):
            found = self._shared(j, depth)
            if found is not None:
                return found
        return self._nearest(i, depth)

    def _head(self, j: int) -> Group | None:
        """The group that a relative pronoun at `j` takes up."""
        for group in self.groups_before(j):
            gap = [k for k in self.between(group.last, j) if self.folded[k] != ","]
            if len(gap) > 6 or any(self.is_verb(k) or self.is_break(k) for k in gap):
                return None
            if self._in_phrase(group, places_only=True):
                continue
            return self._copular_subject(group) or group
        return None

    def _copular_subject(self, group: Group) -> Group | None:
        """ "Minsk merupakan sekutu Moskow yang ...": what is said of the predicate holds of the subject."""
        before = next((g for g in self.groups_before(group.first) if g.last < group.first), None)
        if before is None or len(gap := self.between(before.last, group.first)) > 6:
            return None
        described = len(gap) > 1 or group.mention.form is not MentionForm.NAME  # "adalah Rusia yang ..." is a cleft
        return before if gap and self.folded[gap[0]] in self.grammar.copulas and described else None

    def _across_comma(self, j: int) -> Group | None:
        """The subject of "X, Senin, menyerang": a group that begins a clause, with no verb up to the comma at `j`."""
        for group in self.groups_before(j):
            if any(self.is_verb(k) or self.is_break(k) for k in self.between(group.last, j)):
                return None
            before = self.series(group)[0].first - 1
            while before >= 0 and self.folded[before] in self.grammar.determinatives:
                before -= 1
            if before < 0 or self.folded[before] in {",", *self.grammar.quotes} or self.is_break(before):
                if before > 0 and (before - 1 in self.at or self._place_before(before - 1)):
                    continue  # an apposition, or the state of a place: go on to what it explains
                return group
        return None

    def _place_before(self, j: int) -> bool:
        """Whether the words up to `j` are a place behind its preposition: "Konsulat Iran di Basra, Irak, menuduh"."""
        for k in range(j, max(-1, j - _PLACE_WORDS), -1):
            if self.is_verb(k) or self.is_break(k) or self.folded[k] == ",":
                return False
            if self.folded[k] in self.grammar.place_prepositions:
                return True
        return False

    def _shared(self, j: int, depth: int) -> Group | None:
        """Subject of a verb that follows "and", a comma or "to": that of the verb before, or its object."""
        g = self.grammar
        verb = next((k for k in range(j - 1, -1, -1) if self.is_verb(k)), None)
        if verb is None:
            return None
        controlled = next((x for x in self.groups_before(j) if x.first > verb), None)
        if controlled is not None and self.folded[controlled.first - 1] in g.by:
            controlled = None  # "X was accused by Y of attacking": X is the one
        own = g.coordinators | g.by | g.with_  # "helped X by attacking Y": who helps attacks
        if controlled is not None and self.folded[verb] in g.object_control and self.folded[j] not in own:
            return controlled
        return self.subject(verb, depth + 1)

    def _nearest(self, i: int, depth: int) -> Group | None:
        for group in self.groups_before(i):
            gap = self.between(group.last, i)
            stop = next(
                (k for k in reversed(gap) if self.is_break(k) or self.tokens[k].text in self.grammar.quotes), None
            )
            if stop is not None:
                return self._main_subject(stop, i, depth) if self.is_break(stop) else None
            verb = next(
                (k for k in reversed(gap) if self.is_verb(k) and self.folded[k] not in self.grammar.auxiliaries), None
            )
            if verb is not None:
                return self.subject(verb, depth + 1) if depth < 4 else None
            if self._in_phrase(group):
                continue
            if any(self.folded[k] in self.grammar.coordinators for k in gap) and self._is_object(group):
                return None  # "menyerang X dan ledakan itu menewaskan": the subject is no party
            return group
        return self._fronted(i)

    def _main_subject(self, stop: int, i: int, depth: int) -> Group | None:
        """The subject of a clause without one: of the main clause before the break at `stop`, or after a comma."""
        verb = next((k for k in range(stop - 1, -1, -1) if self.is_verb(k)), None)
        if verb is None or depth > 3:
            return self._fronted(i)
        by = next(self.groups_after(verb), None)
        if self.grammar.passive_shape.match(self.folded[verb]) and by is not None and by.first == verb + 1:
            return by
        blamed = by is not None and by.first < stop and self.folded[stop] in self.grammar.reasons
        if (
            blamed
            and self.folded[verb] in self.grammar.blame
            and not self.grammar.passive_shape.match(self.folded[verb])
        ):
            return by  # "mengecam Y karena menyerang Z": whoever is blamed did it
        return self.subject(verb, depth + 1)

    def _fronted(self, i: int) -> Group | None:
        """The subject that follows a clause without one ("Setelah menyerang Y, X mundur")."""
        comma = next((k for k in range(i + 1, len(self.tokens)) if self.folded[k] == ","), None)
        if comma is None:
            return None
        group = next(self.groups_after(comma), None)
        if group is None or group.first > comma + 4:
            return None
        # ", menurut AFP" and ", kata X" say on whose word it is, not who did it.
        gap = self.between(comma, group.first)
        return None if any(self.is_verb(k) or self.is_break(k) for k in gap) else group

    def _is_object(self, group: Group) -> bool:
        """Whether a verb stands before a group in its clause."""
        for k in range(group.first - 1, -1, -1):
            if self.is_break(k) or self.folded[k] == ",":
                return False
            if self.is_verb(k):
                return True
        return False

    def _in_phrase(self, group: Group, *, places_only: bool = False) -> bool:
        """Whether a preposition stands before a group (or before the series that it ends)."""
        first = self.series(group)[0].first
        j = first - 1
        while j >= 0 and self.folded[j] in self.grammar.determinatives:
            j -= 1
        if j < 0 or j in self.at:
            return False
        word = self.folded[j]
        return word in (self.grammar.place_prepositions if places_only else self.grammar.prepositions)

    # -- series ---------------------------------------------------------------------------------------------------

    def _joined(self, left: Group, right: Group) -> str | None:
        """How two neighbouring groups are joined: "and", "," or None."""
        gap = [self.folded[k] for k in self.between(left.last, right.first)]
        gap = [w for w in gap if w not in self.grammar.determinatives]
        if len(gap) == 1 and (gap[0] in self.grammar.coordinators or gap[0] in {"-", "/", "–"}):
            return "and"
        if len(gap) == 2 and gap[0] == "," and gap[1] in self.grammar.coordinators:
            return "and"
        return "," if gap == [","] else None

    def series(self, group: Group) -> tuple[Group, ...]:
        """The groups that are coordinated with a group, itself included: "X, Y dan Z"."""
        k = self.groups.index(group)
        first = last = k
        joints: list[str] = []
        while first > 0 and (joint := self._joined(self.groups[first - 1], self.groups[first])):
            joints.insert(0, joint)
            first -= 1
        while last + 1 < len(self.groups) and (joint := self._joined(self.groups[last], self.groups[last + 1])):
            joints.append(joint)
            last += 1
        # A run of commas without an "and" is apposition or another clause, not a series.
        if "and" not in joints:
            return (group,)
        if joints[-1] == "and" and self._starts_clause(last, first):
            cut = last
            if self.sentence.kind is BlockKind.HEADLINE and "," in joints:
                cut = first + len(joints) - joints[::-1].index(",")
            first, last = (cut, last) if k >= cut else (first, cut - 1)
        return self.groups[first : last + 1]

    def _starts_clause(self, index: int, first: int) -> bool:
        """Whether a group has a verb of its own, so that the "and" before it joins clauses and not parties.

        It has one where a verb follows it and another stands before the whole run (that begins with group `first`).
        """
        k = self.groups[index].last + 1
        while k < len(self.tokens) and k not in self.at and self.folded[k] in self.grammar.auxiliaries:
            k += 1
        before = self.between(-1, self.groups[first].first)
        if (
            self.sentence.kind is BlockKind.HEADLINE
            and "," in self.folded[self.groups[first].last : self.groups[index].first]
        ):
            # In a headline "X Disanksi Barat, Putin dan Lukashenko Janji ..." a comma parts clauses.
            return k < len(self.tokens) and self.folded[k].isalpha() and self.folded[k] not in self.grammar.prepositions
        return k < len(self.tokens) and self.is_verb(k) and any(self.is_verb(b) for b in before)

    # -- what follows ---------------------------------------------------------------------------------------------

    def object(self, i: int, through: frozenset[str] = frozenset(), *, past_verbs: bool = False) -> Group | None:
        """The first group after word `i` that nothing parts from it.

        A preposition of `through` may stand right before it; with `past_verbs` a verb may intervene ("menolak
        mengakui Kosovo").
        """
        group = next(self.groups_after(i), None)
        if group is None or group.first - i > _OBJECT_REACH:
            return None
        for k in self.between(i, group.first):
            word = self.folded[k]
            if word in through and (self._quiet(self.between(k, group.first)) or past_verbs):
                continue
            if word in self.grammar.prepositions and not (past_verbs and word in self.grammar.infinitive):
                return None
            if (
                self.is_break(k)
                or word == ","
                or word in self.grammar.relative
                or self.tokens[k].text in self.grammar.quotes
            ):
                return None
            if not past_verbs and (self.is_verb(k) or self.grammar.gerund.match(word)):
                return None
        return group

    def genitive(self, first: int, last: int) -> Group | None:
        """The group that a noun belongs to: after it in Indonesian, before it in English."""
        if self.grammar.genitive_after:
            group = next(self.groups_after(last), None)
            gap = () if group is None else self.between(last, group.first)
        else:
            group = next(self.groups_before(first), None)
            gap = () if group is None else self.between(group.last, first)
        if group is None or len(gap) > _GENITIVE_REACH or not self._quiet(gap):
            return None
        return group

    def _quiet(self, gap: Iterable[int]) -> bool:
        """Whether nothing in a gap parts a party from what governs it."""
        g = self.grammar
        closed = g.prepositions | g.relative | g.auxiliaries | g.coordinators | g.breaks | {","} | g.quotes
        if g.genitive_after:
            closed |= g.determiners  # "serangan itu": what follows is no genitive
        return not any(self.folded[k] in closed or self.is_verb(k) for k in gap)

    def after_preposition(self, i: int, prepositions: frozenset[str], reach: int = _PHRASE_REACH) -> Group | None:
        """The first group after word `i` that stands directly behind one of some prepositions, within the clause."""
        for k in range(i + 1, min(len(self.tokens), i + 1 + reach)):
            if k in self.saying or (self.is_break(k) and self.folded[k] not in prepositions):
                return None  # whom the speaker told is no party
            if k in self.at or self.folded[k] not in prepositions:
                if self.folded[k] in self.grammar.relative or (self.is_verb(k) and k > i + 1):
                    return None
                continue
            group = next(self.groups_after(k), None)
            if group is not None and group.first - k <= 4 and self._quiet(self.between(k, group.first)):
                return group
        return None

    def led_by(self, span: Span, prepositions: frozenset[str]) -> bool:
        """Whether one of some prepositions, the nearest before a party, leads it: "melalui teritori Belarusia"."""
        k = next((k for k, t in enumerate(self.tokens) if t.span.end > span.start), 0) - 1
        while k >= 0 and not (self.is_break(k) or self.is_verb(k) or self.tokens[k].text == ","):
            if self.folded[k] in self.grammar.prepositions:
                return self.folded[k] in prepositions
            k -= 1
        return False

    def agent(self, last: int) -> Group | None:
        """The doer of a passive verb: after "oleh"/"by", or directly behind the verb."""
        group = self.after_preposition(last, self.grammar.by, 10)
        if group is None and self.grammar.genitive_after:
            nearest = next(self.groups_after(last), None)
            if nearest is not None and nearest.first == last + 1:
                return nearest
        return group


def view(document: Document, sentence: Sentence) -> View:
    """A sentence of a document with its maximal mentions."""
    text = document.article.text
    tokens = tuple(words(text, sentence.span.start, sentence.span.end))
    inside = [m for m in document.mentions if sentence.span.covers(m.span) and len(m.span)]
    inside.sort(key=lambda m: (m.span.start, -m.span.end))
    groups: list[Group] = []
    clitics: dict[int, Mention] = {}
    shared: dict[Span, Mention] = {}
    for mention in inside:
        if mention.span in shared:
            continue
        if any(g.mention.span.covers(mention.span) for g in groups):
            continue
        shared[mention.span] = mention
        covered = [k for k, t in enumerate(tokens) if t.span.overlaps(mention.span)]
        if not covered:
            continue
        if len(covered) == 1 and tokens[covered[0]].span.start < mention.span.start:
            clitics[covered[0]] = mention
        else:
            groups.append(Group(covered[0], covered[-1], mention))
    behind = [q.cue for q in document.quotations if q.cue is not None and q.content.end <= q.cue.start]
    saying = frozenset(k for k, t in enumerate(tokens) if any(t.span.overlaps(c) for c in behind))
    return View(text, sentence, tokens, tuple(groups), clitics, grammar(document.article.language or ""), saying)
