"""A sentence as words and the groups of them that may be parties, and which groups are joined."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kawat.annotate.events_grammar import Grammar
from kawat.knowledge import Sense
from kawat.lang import table
from kawat.model import BlockKind, Mention, MentionForm, Sentence
from kawat.text import Word, fold

_OWNER_REACH = 3  # words between an owner and the noun
_ADJECTIVE = f"known {Sense.DEMONYM.value}"  # why a mention is the adjective of a state


@dataclass(frozen=True, slots=True)
class Group:
    """A maximal mention and the words that it covers, `first` to `last`, both included."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True)
class Words:
    """A sentence as words and groups."""

    text: str
    sentence: Sentence
    tokens: tuple[Word, ...]
    groups: tuple[Group, ...]
    clitics: dict[int, Mention]  # parties inside a word ("penangkapan|nya"), and words that own what follows ("their")
    grammar: Grammar
    saying: frozenset[int] = frozenset()  # words of saying behind what is quoted: "..., katanya kepada AFP"
    timed: frozenset[int] = frozenset()  # words that tell when

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
        if i in self.at or word in self.grammar.not_verb:
            return False
        if not self.grammar.verb.match(word):
            return self.is_present(i)
        return word not in self.grammar.plural_nouns or not self._is_adjective(i - 1)

    def is_present(self, i: int) -> bool:
        """Whether a third person stands right behind who does it: "Norway condemns capture of soldiers"."""
        doer = self.at.get(i - 1)
        owner = self.folded[i - 1].endswith(("'s", "’s", "s'"))
        return self.folded[i] in self.grammar.present and doer is not None and not (owner or self._is_adjective(i - 1))

    def _is_adjective(self, i: int) -> bool:
        """Whether a word is the adjective of a state: "Israeli", but not "Israelis"."""
        group = self.at.get(i)
        return group is not None and group.mention.why == _ADJECTIVE and not self.folded[i].endswith("s")

    def verb_before(self, j: int) -> int | None:
        """The last verb before word `j`."""
        return next((k for k in range(j - 1, -1, -1) if self.is_verb(k)), None)

    def is_when(self, j: int) -> bool:
        """Whether a word tells when, or leads words that do: "Polisi, Minggu menangkap", "yang pada bulan lalu"."""
        return j in self.timed or (self.folded[j] in self.grammar.prepositions and j + 1 in self.timed)

    def is_purpose(self, k: int) -> bool:
        """Whether what follows at word `k` is done, and not where to: "a tour to meet with officials"."""
        g, verb = self.grammar, k + 1
        if g.genitive_after or self.folded[k] not in g.infinitive:
            return False  # Indonesian verbs have a shape of their own
        if verb + 1 >= len(self.tokens) or verb in self.at:
            return False
        closed = g.determiners | g.determinatives | g.prepositions
        return self.folded[verb] not in closed and self.folded[verb + 1] in g.prepositions

    def acts_behind(self, k: int, group: Group) -> bool:
        """Whether the group right behind "and" at `k` does what follows it: "membekukan bantuan dan AS mengusir X"."""
        return group.first == k + 1 and group.last + 1 < len(self.tokens) and self.is_verb(group.last + 1)

    def before_verb(self, i: int) -> int:
        """The word before the verb at word `i` and its auxiliaries; -1 where none stands there."""
        j = i - 1
        while j >= 0 and self.folded[j] in self.grammar.auxiliaries:
            j -= 1
        return j

    def has_subject(self, i: int) -> bool:
        """Whether nouns of no party right before a verb are its subject: "Mobil bom kedua menewaskan"."""
        g, j = self.grammar, self.before_verb(i)
        begins = self._clause_begins(i)
        small = g.prepositions | g.complementizers | g.infinitive | g.relative | g.coordinators | g.with_ | g.by
        nouns = [k for k in range(begins, j + 1) if k not in self.timed and self.folded[k].isalpha()]
        return bool(nouns) and not any(self.is_verb(k) or self.folded[k] in small for k in nouns)

    def is_break(self, i: int) -> bool:
        """Whether a clause ends before a word."""
        return self.folded[i] in self.grammar.breaks or self.tokens[i].text in {";", ":"}

    def ends_at(self, k: int) -> bool:
        """Whether a clause ends before a word that leads no time: "sehari setelah X menyerang", not "sejak Senin"."""
        return self.is_break(k) and not (k in self.timed and k + 1 in self.timed)

    def groups_before(self, i: int) -> Iterator[Group]:
        """Groups that end before word `i`, nearest first."""
        return (g for g in reversed(self.groups) if g.last < i)

    def owner_before(self, i: int) -> Group | None:
        """Who is told before the noun at word `i` to be whose it is: "her recent visit"."""
        near = range(i - 1, max(-1, i - 2 - _OWNER_REACH), -1)
        return next((Group(k, k, self.clitics[k]) for k in near if k in self.clitics), None)

    def groups_after(self, i: int) -> Iterator[Group]:
        """Groups that begin after word `i`, nearest first."""
        return (g for g in self.groups if g.first > i)

    def between(self, a: int, b: int) -> range:
        """The words strictly between two words."""
        return range(a + 1, b)

    def is_count(self, k: int) -> bool:
        """Whether a word is a number, of nobody named: "only six were detained"."""
        numbers = table(self.grammar.language, "parties")["grammar"]["numbers"]
        return self.folded[k].isdigit() or self.folded[k] in numbers

    def unbracketed(self, gap: Iterable[int]) -> list[int]:
        """Some words without those in brackets: "rudal antarbenua (ICBM) Korut"."""
        out: list[int] = []
        inside = False
        for k in gap:
            inside = inside or self.tokens[k].text == "("
            if not inside:
                out.append(k)
            inside = inside and self.tokens[k].text != ")"
        return out

    # -- series ---------------------------------------------------------------------------------------------------

    def _joined(self, left: Group, right: Group) -> str | None:
        """How two neighbouring groups are joined: "and", "," or None."""
        gap = [self.folded[k] for k in self.between(left.last, right.first)]
        gap = [w for w in gap if w not in self.grammar.determinatives]
        if len(gap) == 1 and (gap[0] in self.grammar.coordinators or gap[0] in {"-", "/", "–"}):
            return "and"
        if len(gap) == 2 and gap[0] == "," and gap[1] in self.grammar.coordinators:
            return "and"
        if self._is_comitative(gap) and self._acts_with(left, right):
            return "and"
        return "," if gap == [","] else None

    def _is_comitative(self, gap: list[str]) -> bool:
        return tuple(gap[1:] if gap[:1] == [","] else gap) in self.grammar.comitatives

    def _acts_with(self, left: Group, right: Group) -> bool:
        """Whether both are the subject of what follows: "Peru bersama Cile menyerang", not "bertemu X bersama Y"."""
        begins = self._clause_begins(left.first)
        k = self._past_auxiliaries(right.last + 2 if self._comma_behind(right) else right.last + 1)
        led = any(k in self.at or self.is_verb(k) for k in range(begins, left.first))
        return k < len(self.tokens) and self.is_verb(k) and not led

    def _comma_behind(self, group: Group) -> bool:
        return self.folded[group.last + 1 : group.last + 2] == (",",)

    def _past_auxiliaries(self, k: int) -> int:
        """The first word from `k` on that is no auxiliary."""
        while k < len(self.tokens) and k not in self.at and self.folded[k] in self.grammar.auxiliaries:
            k += 1
        return k

    def _clause_begins(self, i: int) -> int:
        """The first word of the clause that word `i` stands in, as far as breaks, marks and conjunctions tell."""
        g = self.grammar
        ends = (
            k for k in range(i - 1, -1, -1)
            if self.ends_at(k) or (k not in self.timed and self.folded[k] in {",", *g.quotes, *g.complementizers})
        )  # fmt: skip
        return next(ends, -1) + 1

    def series(self, group: Group) -> tuple[Group, ...]:
        """The groups that are coordinated with a group, itself included: "X, Y dan Z"."""
        if group not in self.groups:  # a clitic
            return (group,)
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
            return self.groups[first : last + 1] if self._heads(first, last) else (group,)
        if joints[0] == "," and self._is_circumstance(first, last):
            if k == first:
                return (group,)
            first, joints = first + 1, joints[1:]
        if joints[-1] == "and" and self._starts_clause(last, first):
            cut = last
            if self.sentence.kind is BlockKind.HEADLINE and "," in joints:
                cut = first + len(joints) - joints[::-1].index(",")
            first, last = (cut, last) if k >= cut else (first, cut - 1)
        return self.groups[first : last + 1]

    def _heads(self, first: int, last: int) -> bool:
        """Whether two names begin a headline and its verb follows: "Iran, US hold talks"."""
        g, k = self.grammar, self.groups[last].last + 1
        both = last == first + 1 and self.groups[first].first == 0 and not g.genitive_after
        if not both or self.sentence.kind is not BlockKind.HEADLINE or k >= len(self.tokens):
            return False
        named = all(x.mention.form is MentionForm.NAME for x in self.groups[first : last + 1])
        word = self.folded[k]
        return named and word.isalpha() and (word not in g.prepositions or word in g.infinitive) and k not in self.at

    def _is_circumstance(self, first: int, last: int) -> bool:
        """Whether a group stands in words that lead a clause, whose subject begins behind a comma.

        "Menurut Kanada, Peru dan Cile menyerang" names two parties in its series, "perundingan dengan Kanada, Peru dan
        Cile" three.
        """
        g, begins = self.grammar, self._clause_begins(self.groups[first].first)
        k = self._past_auxiliaries(self.groups[last].last + 1)
        if k >= len(self.tokens) or not self.is_verb(k):
            return False
        led = range(begins, self.groups[first].first)
        before = self.folded[begins - 1] if begins else ""
        verbs = any(self.is_verb(j) for j in led)
        if before in g.breaks - g.complementizers and (verbs or any(g.gerund.match(self.folded[j]) for j in led)):
            return True  # "Setelah menyerang Kanada, Peru dan Cile mundur"
        leads = before in g.sources or any(self.folded[j] in g.prepositions for j in led)
        return leads and not verbs and not any(j in self.at for j in led)

    def _starts_clause(self, index: int, first: int) -> bool:
        """Whether a group has a verb of its own, so that the "and" before it joins clauses and not parties.

        It has one where a verb follows it and another governs the run (that begins with group `first`).
        """
        k = self._past_auxiliaries(self.groups[index].last + 1)
        begins = self.groups[first].first
        if (
            self.sentence.kind is BlockKind.HEADLINE
            and "," in self.folded[self.groups[first].last : self.groups[index].first]
        ):
            # In a headline "X Disanksi Barat, Putin dan Lukashenko Janji ..." a comma parts clauses.
            return k < len(self.tokens) and self.folded[k].isalpha() and self.folded[k] not in self.grammar.prepositions
        if k >= len(self.tokens) or not self.is_verb(k):
            return False
        start = self._clause_begins(begins)
        if start - 1 in self.saying:
            return True  # "..., kata Kanada, dan Meksiko mengecam Kuba"
        verbs = [b for b in range(start, begins) if self.is_verb(b)]
        return bool(verbs) and not self._governs_clause(verbs[-1], begins)

    def _governs_clause(self, verb: int, first: int) -> bool:
        """Whether what a verb governs does what follows: "said X and Y agreed", "mendesak X dan Y menahan diri"."""
        g = self.grammar
        governing = g.telling | g.object_control if g.genitive_after else g.telling - g.object_control
        if self.folded[verb] not in governing:  # in English who is urged to act has "to" before the verb
            return False
        return all(self.folded[k] in g.determinatives or self.is_when(k) for k in self.between(verb, first))
