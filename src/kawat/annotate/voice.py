"""Who stands where around a word: subjects, objects, genitives and prepositional parties of one sentence.

There is no parser below this. Order, function words and the shapes of verbs are what is gone by, all of it data of
`lang/<language>/voice.toml`; so the answers are the likely ones, and the caller says in `why` which rule gave them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kawat.annotate.events_grammar import grammar
from kawat.annotate.voice_words import Group, Words
from kawat.model import Document, Mention, MentionForm, Sentence, Span
from kawat.text import fold, words

# How many words may stand between a cue and a party that it governs.
_OBJECT_REACH = 7
_GENITIVE_REACH = 3
_PHRASE_REACH = 16
_DEEP = 4  # verbs that are asked for their subjects in turn
_PLACE_WORDS = 4  # of a place, with the preposition before it


@dataclass(frozen=True)
class View(Words):
    """A sentence in which subjects, objects, genitives and prepositional parties are found."""

    # -- subjects -------------------------------------------------------------------------------------------------

    def subject(self, i: int, depth: int = 0) -> Group | None:
        """The grammatical subject of the verb at word `i`: before it, or where control and relatives put it."""
        g = self.grammar
        j = i - 1
        while j >= 0 and ((self.folded[j] in g.auxiliaries and j not in self.at) or self.is_when(j)):
            j -= 1
        if j < 0 or depth > _DEEP:
            return self._fronted(i)
        word = self.folded[j]
        if j not in self.at and self.is_count(j):
            return None
        if word in g.relative:
            return self.head(j)
        if word == "," and (parted := self._across_comma(j) or self._across_relative(j)) is not None:
            return parted
        if word in g.infinitive and (planner := self._planner(j)) is not None:
            return planner
        joins = g.coordinators | g.with_ | g.prepositions | g.infinitive | {","}
        if j not in self.at and word in joins:
            found = self._shared(j, depth)
            if found is not None:
                return found
        return self._nearest(i, depth)

    def _planner(self, j: int) -> Group | None:
        """Who does what the infinitive at `j` tells: whose plan it is ("keputusan Bush untuk mengirim tentara",
        "Iran's right to enrich"), or for whom it is to be done ("bagi kami untuk meminta")."""
        g = self.grammar
        if (clitic := self.clitics.get(j - 1)) is not None:
            word = self.text[self.tokens[j - 1].span.start : clitic.span.start]
            return Group(j - 1, j - 1, clitic) if fold(word) in g.plans else None
        if self.folded[j - 1] in g.plans and not g.genitive_after:
            return self.genitive(j - 1, j - 1)
        group = self.at.get(j - 1)
        if group is None or group.last != j - 1:
            return None
        before = group.first - 1
        while before >= 0 and self.folded[before] in g.determinatives:
            before -= 1
        if before < 0 or before in self.at:
            return None
        if before > 0 and self.folded[before] in g.by:
            before -= 1
        return group if self.folded[before] in g.plans | g.benefit else None

    def head(self, j: int) -> Group | None:
        """The group that a relative pronoun at `j` takes up; none where it is a thing ("X, dalam sidang yang ...")."""
        g = self.grammar
        for group in self.groups_before(j):
            gap = [k for k in self.between(group.last, j) if self.folded[k] != ","]
            aside = self.folded[group.last + 1] == "," != self.folded[j - 1] and self.folded[gap[0]] in g.prepositions
            if aside or len(gap) > 6 or any(self.is_verb(k) or self.is_break(k) for k in gap):
                return None
            before = group.first - 1
            of_place = before > 0 and self.folded[before] == "," and self._place_before(before - 1)
            if of_place or self._in_phrase(group, places_only=True):
                continue  # "di Beirut, Lebanon, yang ..."
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
        explained: Group | None = None
        for group in self.groups_before(j):
            if any(self.is_verb(k) or self.is_break(k) for k in self.between(group.last, j)):
                return None
            if group is explained and self.folded[group.first - 1] != ",":
                return group  # "said the group, JNIM, attacked"
            before = self.series(group)[0].first - 1
            while before >= 0 and self.folded[before] in self.grammar.determinatives:
                before -= 1
            if before < 0 or self.folded[before] in {",", *self.grammar.quotes} or self.is_break(before):
                if before > 0 and (before - 1 in self.at or self._place_before(before - 1)):
                    explained = None if self._place_before(before - 1) else self.at[before - 1]
                    continue  # an apposition, or the state of a place: go on to what it explains
                return group
            listed = self.folded[group.last + 1] == "," and self.folded[group.last + 2] in self.grammar.including
            if listed and not self._in_phrase(group):
                return group  # "12 orang, termasuk dua anak, tewas"
        return None

    def _across_relative(self, j: int) -> Group | None:
        """The subject of "X, which was accused of Y, left": whom the clause that the comma at `j` closes takes up."""
        opened = next((k for k in range(j - 1, 0, -1) if self.folded[k] in self.grammar.relative), None)
        if opened is None or self.folded[opened - 1] != "," or "," in self.folded[opened:j]:
            return None
        return self.head(opened)

    def _place_before(self, j: int) -> bool:
        """Whether the words up to `j` are a place behind its preposition: "Konsulat Iran di Basra, Irak, menuduh"."""
        for k in range(j, max(-1, j - _PLACE_WORDS), -1):
            if self.is_verb(k) or self.is_break(k) or self.folded[k] == ",":
                return False
            if self.folded[k] in self.grammar.place_prepositions:
                return k > 0 and self.folded[k - 1] != ","  # "Di Gaza, Hamas menyerang": a place of its own
        return False

    def _shared(self, j: int, depth: int) -> Group | None:
        """Subject of a verb that follows "and", a comma or "to": that of the verb before, or its object."""
        g = self.grammar
        verb = self.verb_before(j)
        asking = (k for k in range(j - 1, -1 if verb is None else verb, -1) if self.folded[k] in g.object_control)
        verb = next((k for k in asking if g.gerund.match(self.folded[k])), verb)  # "raided X, blaming Y for attacking"
        if self.folded[j] in g.coordinators:  # "menolak rencana PBB untuk mengirim tentara dan menuduh": not the UN
            while verb is not None and self.folded[verb - 1] in g.infinitive and self._planner(verb - 1) is not None:
                verb = self.verb_before(verb)
            verb = self._governing(verb, j)
        if verb is None:
            return None
        behind = [x for x in self.groups_before(j) if x.first > verb]  # "accused students in Togo of attacking"
        controlled = next(
            (x for x in behind if not self._in_phrase(x, places_only=True)), behind[0] if behind else None
        )
        if controlled is not None and not self._is_direct(verb, controlled):
            controlled = None
        own = g.coordinators | g.by | g.with_  # "helped X by attacking Y": who helps attacks
        if controlled is not None and self.folded[verb] in g.object_control and self.folded[j] not in own:
            return controlled
        found = self.subject(verb, depth + 1)
        outer = self.verb_before(verb) if self.folded[j] in g.coordinators else None
        if found is None and outer is not None and self.folded[verb - 1] in g.relative:
            return self.subject(outer, depth + 1)  # "mencuri mobil yang membawa obat dan menembak"
        return found

    def _governing(self, verb: int | None, j: int) -> int | None:
        """The verb that one behind "and" at `j` goes with: "mendesak AS berhenti dan memperingatkan Taiwan"."""
        g = self.grammar
        asking = g.object_control | g.telling
        joined = next((k for k in range(j + 1, len(self.tokens)) if self.is_verb(k)), None)
        if verb is None or joined is None:
            return verb
        if self.folded[joined] not in g.own_words and (
            self.folded[joined] not in asking or self.folded[verb] in asking
        ):
            return verb
        whom = next(self.groups_before(verb), None)
        over = self.verb_before(verb)
        if whom is None or over is None or over > whom.first or self.folded[over] not in g.object_control:
            return verb
        return over if not any(self._ends(k) for k in self.between(over, verb)) else verb

    def _is_direct(self, verb: int, group: Group) -> bool:
        """Whether a verb governs a group itself: not "mendorong gagasan Arab", nor Y in "X was accused by Y of it"."""
        g = self.grammar
        led = next(k for k in range(group.first - 1, verb - 1, -1) if self.folded[k] not in g.determinatives)
        if self.folded[led] in g.by:
            return False
        quiet = g.determinatives | g.prepositions | g.auxiliaries | g.complementizers | {","}
        return not g.genitive_after or all(self.folded[k] in quiet for k in self.between(verb, group.first))

    def _nearest(self, i: int, depth: int) -> Group | None:
        for group in self.groups_before(i):
            gap = self.between(group.last, i)
            quotes = self.grammar.quotes
            stop = next((k for k in reversed(gap) if self.ends_at(k) or self.tokens[k].text in quotes), None)
            if stop is not None:
                return self._main_subject(stop, i, depth) if self.is_break(stop) else None
            verb = next(
                (k for k in reversed(gap) if self.is_verb(k) and self.folded[k] not in self.grammar.auxiliaries), None
            )
            if verb is not None:
                return self.subject(verb, depth + 1) if depth < _DEEP else None
            if self._in_phrase(group):
                relative = next((k for k in gap if self.folded[k] in self.grammar.relative), None)
                if relative is not None:
                    return self.head(relative)  # "bertemu dengan para menteri yang datang mendukung"
                continue
            if any(self.folded[k] in self.grammar.coordinators for k in gap) and self._is_object(group):
                return None  # "menyerang X dan ledakan itu menewaskan": the subject is no party
            return self._outer(group, depth) or group
        return self._fronted(i)

    def _outer(self, group: Group, depth: int) -> Group | None:
        """Whose verb it is, where the group before it belongs to a verb of its own: "milisi yang didukung Iran
        menyerang", "yang menguasai Marib menyerang", "milisi itu disebut pemerintah menyerang"."""
        g = self.grammar
        led = self.at.get(group.first - 1)
        if led is not None and led.last == group.first - 1 and g.passive_shape.match(self.folded[led.last]):
            return led  # "Pemerintah yang dipimpin X berjanji": the words of leading are its own
        verb = next(
            (k for k in range(group.first - 1, -1, -1) if k in self.at or self._verbal(k) or self._ends(k)), None
        )
        if verb is None or not self._verbal(verb):
            return None
        word = self.folded[verb]
        if word in g.claiming | g.serial:  # "milisi itu disebut pemerintah menyerang", "X menemui Y meminta"
            return self.subject(verb, depth + 1) if verb + 1 == group.first and depth < _DEEP else None
        if word in g.auxiliaries | g.object_control | g.telling:
            return None  # "yang menuduh AS menyerang": AS does; "yang diduga pemberontak menyerang"
        relative = verb - 1
        while relative >= 0 and self.folded[relative] in g.auxiliaries and relative not in self.at:
            relative -= 1
        return self.head(relative) if relative >= 0 and self.folded[relative] in g.relative else None

    def _verbal(self, k: int) -> bool:
        return self.is_verb(k) and k not in self.timed

    def _ends(self, k: int) -> bool:
        return self.is_break(k) or self.folded[k] == "," or self.tokens[k].text in self.grammar.quotes

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
        if comma is None or self.has_subject(i):
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
        while j >= 0 and self.folded[j] in self.grammar.determinatives | self.grammar.compass:
            j -= 1
        if j < 0 or j in self.at:
            return False
        word = self.folded[j]
        if self.is_break(j) and word not in self.grammar.sources:
            return False  # "sejak AS menyerang": it opens a clause
        return word in (self.grammar.place_prepositions if places_only else self.grammar.prepositions)

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
            if word in self.grammar.coordinators and (self.is_verb(k + 1) or self.acts_behind(k, group)):
                return None  # "vowed to respond and summoned the ambassador"
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
            gap = [] if group is None else self.unbracketed(self.between(last, group.first))
        else:
            group = self.owner_before(first) or next(self.groups_before(first), None)
            gap = [] if group is None else self.unbracketed(self.between(group.last, first))
        if group is None or len(gap) > _GENITIVE_REACH or not self._quiet(gap):
            return None
        return group

    def _quiet(self, gap: Iterable[int]) -> bool:
        """Whether nothing in a gap parts a party from what governs it."""
        g = self.grammar
        closed = g.prepositions | g.relative | g.auxiliaries | g.coordinators | g.breaks | {","} | g.quotes | g.telling
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
            if self.is_purpose(k):
                return None
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
    g = grammar(document.article.language or "")
    groups: list[Group] = []
    clitics: dict[int, Mention] = {}
    shared: dict[Span, Mention] = {}
    for mention in inside:
        if mention.span in shared or any(group.mention.span.covers(mention.span) for group in groups):
            continue
        shared[mention.span] = mention
        covered = [k for k, t in enumerate(tokens) if t.span.overlaps(mention.span)]
        if not covered:
            continue
        word = tokens[covered[0]]
        if len(covered) == 1 and (word.span.start < mention.span.start or fold(word.text) in g.owners):
            clitics[covered[0]] = mention
        else:
            groups.append(Group(covered[0], covered[-1], mention))
    told = ((q.content.end, q.cue) for q in document.quotations if q.cue is not None)
    behind = [Span(end, cue.end) for end, cue in told if end <= cue.start]  # ", officials in Oslo said"
    saying = frozenset(k for k, t in enumerate(tokens) if any(t.span.overlaps(c) for c in behind))
    when = [t.span for t in document.times if sentence.span.covers(t.span)]
    timed = frozenset(k for k, t in enumerate(tokens) if any(t.span.overlaps(w) for w in when))
    return View(text, sentence, tokens, tuple(groups), clitics, g, saying, timed)
