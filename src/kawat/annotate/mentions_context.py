"""Which state or group a phrase without one of its own belongs to: those around it, weighed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kawat import knowledge
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_sides import faces, opposed, turned_to
from kawat.annotate.mentions_stated import is_backer, is_goal, is_neighbour, stated
from kawat.annotate.mentions_weights import Asked, Weights, best, score
from kawat.lang.parties import PartyWords, Small
from kawat.model import EntityKind
from kawat.text import fold

# Sentences further back say little of whose police a sentence speaks.
REACH = 6
# A sentence that never ends must not make reading slow.
_MOST = 80
# A story goes on where one of so many sentences before names the same state.
_OVERLAP = 4

_CLASSES = {
    "": "government",
    "*": "government",
    "MIL": "force",
    "COP": "police",
    "JUD": "police",
    "LEG": "force",
    "REB": "rebels",
    "CVL": "people",
}


# Offices of those who head a part of a state.
_LOCAL = frozenset({"governor", "mayor"})
# Only a state has these; others can be of a group ("pasukan" of Hamas).
_OF_STATES = frozenset({"government", "police", "people", "state", "titled"})


# These may be parts of the name of somebody else.
_IN_NAMES = frozenset({"person", "place"})
_PAIR = 2
# A report that names a state in so many sentences, and that of the press in none, is not of home.
_ABROAD = 3
# How a state or its people are named that an act is done to, or who do it to others.
_SIDES = frozenset({"name", "metonym", "of people"})
# Whom a minister meets or accuses as the side of another state.
_PEERS = frozenset({"of government", "of force"})
# Where something is done: government forces take what is theirs.
_WHERE = frozenset({"place", "at"})
# How a place is named that somebody goes to.
_GOALS = frozenset({"at", "name", "metonym", "place"})
# Of these a state has its own at home; its missions abroad are near those of others.
_OF_HOSTS = frozenset({"government", "police", "force", "titled", "people", "rebels"})
# Who is met where somebody goes, and is of there.
_AT_GOAL = frozenset({"police", "people"})
# Who meets and accuses officials of other states.
_MEET = frozenset({"government", "force", "titled", "name"})
# These are where people from abroad are, and of another state than they.
_OF_RULE = frozenset({"government", "police", "force", "titled", "state"})


def is_other_local(person: str, phrase: Phrase) -> bool:
    """Whether a phrase tells of who heads a part of a state, which a known person never did: "Gubernur Surin"."""
    local = bool(phrase.heads) and phrase.heads[0].local and len(phrase.name) == 1
    return local and not any(o.role in _LOCAL for o in knowledge.offices_of(person))


def class_of(phrase: Phrase) -> str:
    """The kind of phrase, as the names of weights have it."""
    if phrase.head is None:
        return "name"
    if phrase.head.country:
        return "state"
    if phrase.name:
        return "titled"
    return _CLASSES.get(phrase.sector, "other")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A state or group named; `kind` tells how."""

    sentence: int
    start: int
    code: str
    kind: str
    first: bool
    guest: bool = False  # by its mission or envoy, or as who backs somebody: no police here is its police
    away: bool = False  # by people of it who are abroad: no army here is its army
    visited: bool = False  # as where somebody goes, who is of another
    peer: bool = False  # as whose peer somebody is met
    held: bool = False  # by people whom somebody takes or holds
    at: tuple[int, int] = (0, 0)  # the first and last atom of the words that name it or its people


class States:
    """The states and groups that the sentences of a document name, and where."""

    def __init__(self, weights: Weights, vocabulary: PartyWords, filed: str = "") -> None:
        self._vocabulary = vocabulary
        self._atoms: dict[int, list[Atom]] = {}
        self._home = vocabulary.home
        self._missions = vocabulary.missions
        self._armies = vocabulary.armies
        self._filed = filed  # the state of the dateline
        self._told: set[str] = set()
        self._named_in: dict[str, set[int]] = defaultdict(set)  # the sentences that name a state or group
        self._strangers: set[str] = set()  # last names of persons of no table
        self._weights = weights
        self._seen: dict[int, list[_Seen]] = defaultdict(list)
        self._heads: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
        self._told_in: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))  # by beginning of the story
        self._whose: dict[str, list[tuple[int, str]]] = defaultdict(list)  # states beside a head: "polisi Kenya"
        self._begins: list[int] = []  # for each sentence, the one that its story begins with

    def read(self, sentence: int, atoms: list[Atom], phrases: list[Phrase]) -> None:
        """Records what a sentence names."""
        owner_of = {a.span.start: p for p in phrases if p.heads for a in p.owners}
        first, words = True, self._vocabulary
        self._atoms[sentence] = atoms
        longer = {a.span.start for p in phrases if len(p.name) > 1 for a in p.name}
        others = {
            a.span.start for p in phrases for a in p.name if a.persons and is_other_local(a.persons[0].known_id, p)
        }
        self._strangers.update(
            fold(p.name[-1].text) for p in phrases if len(p.name) > 1 and not any(a.persons for a in p.name[:-1])
        )
        for i, atom in enumerate(atoms):
            if len(self._seen[sentence]) >= _MOST:
                break
            for code, kind in stated(atom, atoms[i - 1] if i else None, owner_of.get(atom.span.start)):
                if len(atom.states) > 1:  # "Korea" after "Korea Selatan"
                    code = next((c for f in atom.states if (c := f.known_id) in self._told), code)  # noqa: PLW2901
                if (kind in _IN_NAMES and atom.span.start in longer) or (
                    kind == "person" and (fold(atom.text) in self._strangers or atom.span.start in others)
                ):
                    continue  # "Aden Hassan" is of no Aden, "Abdullah Sabawoon" no known Abdullah
                whole = owner_of.get(atom.span.start)
                visited = kind in _GOALS and is_goal(atoms, i, words)
                at = (i, i) if whole is None else (whole.first, whole.last)
                guest = self._is_guest(whole) or is_neighbour(atoms, i, words) or is_backer(atoms, i, at[0], words)
                peer = whole is not None and any(fold(h.word) in self._vocabulary.peers for h in whole.heads)
                away = whole is not None and any(fold(h.word) in self._vocabulary.migrants for h in whole.heads)
                held = kind == "of people" and at[0] > 0 and fold(atoms[at[0] - 1].text) in words.holding
                self._seen[sentence].append(
                    _Seen(sentence, atom.span.start, code, kind, first, guest, away, visited, peer, held, at)
                )
                self._told.add(code)
                self._named_in[code].add(sentence)
                first = False
        for phrase in phrases:
            if phrase.head is not None and not phrase.name and len(phrase.owners) == 1 and phrase.owners[0].state:
                self._whose[fold(phrase.head.word)].append((sentence, phrase.owners[0].state))
        self._begins.append(self._beginning(sentence, phrases))
        told = self._told_in[self._begins[-1]]
        for code in {s.code for s in self._seen.get(sentence, ()) if not s.guest and s.kind != "at"}:
            told[code] += 1

    def _is_guest(self, phrase: Phrase | None) -> bool:
        """ "Kedutaan Besar Swedia", "the Russian ambassador": a state that is here only by its envoys."""
        return phrase is not None and any(fold(h.word) in self._missions for h in phrase.heads)

    def _beginning(self, sentence: int, phrases: list[Phrase]) -> int:
        """A sentence that names states, none of which the sentences before it name, and that refers back to nothing,
        begins another story: digests and agency files hold several."""
        begin = self._begins[-1] if self._begins else sentence
        unowned = [p for p in phrases if p.heads and not (p.owners or p.places)]
        here = {
            s.code
            for s in self._seen.get(sentence, ())
            # who acts on a state that nobody told of before ("Polisi menahan tiga warga Islandia") was told of
            if not (
                s.guest or s.away or s.visited or any(self._is_across(s, p) or self._is_ally(s, p) for p in unowned)
            )
        }
        named = [i for i in range(begin, sentence) if self._seen.get(i)]
        first = min(sentence - _OVERLAP, named[-1] if named else sentence)  # "polisi" and "warga" name nobody between
        before = {s.code for i in range(max(begin, first), sentence) for s in self._seen.get(i, ())}
        refers = any((p.pronoun is not None and not p.pronoun.owner) or p.pointer or p.owned for p in phrases)
        # "kedua pihak" are those told before, where none stand before it here
        refers = refers or any(p.small & (Small.BOTH | Small.ALL_OF) for p in phrases[:_PAIR])
        return sentence if here and before and not here & before and not refers else begin

    def _story(self, sentence: int) -> int:
        return self._begins[sentence] if sentence < len(self._begins) else -1

    def note(self, sentence: int, start: int, code: str, head: str | None, *, of: Phrase | None = None) -> None:
        """Records what a phrase was found to mean: an unknown person's state, or whose a head word was."""
        if head is None:
            if len(self._seen[sentence]) < 2 * _MOST:
                self._seen[sentence].append(
                    _Seen(sentence, start, code, "person", first=False, guest=self._is_guest(of))
                )
        elif len(self._heads[sentence]) < _MOST:
            self._heads[sentence].append((start, code, head))

    def tells(self, code: str) -> bool:
        """Whether what was read so far names a state or group."""
        return code in self._told

    def best(self, phrase: Phrase) -> str | None:
        """The state or group that a phrase most likely belongs to; None where none is near."""
        return self.best_of([phrase])

    def best_of(self, phrases: list[Phrase]) -> str | None:
        """The same for one name that stands in several places: all of them count."""
        pooled: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for phrase in phrases:
            for code, features in self.features(phrase).items():
                for name, value in features.items():
                    pooled[code][name] += value
        codes = sorted(pooled)
        if self._weights.log is not None:
            candidates: list[tuple[tuple[str, ...], dict[str, float]]] = [((c,), dict(pooled[c])) for c in codes]
            self._weights.log.append(Asked("context", tuple(p.span for p in phrases), candidates))
        i = best([pooled[c] for c in codes], self._weights.context)
        return None if i is None else codes[i]

    def nearness(self, phrase: Phrase) -> dict[str, float]:
        """How much speaks for each state and group near a phrase."""
        return {code: score(f, self._weights.context) for code, f in self.features(phrase).items()}

    def features(self, phrase: Phrase) -> dict[str, dict[str, float]]:
        """For each state and group near, what speaks for it; where the report was filed speaks a little everywhere.

        A report filed abroad that never names the state of its press tells of others.
        """
        kind = class_of(phrase)
        found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        near = [s for s in self._near(phrase.sentence) if not phrase.span.start <= s.start < phrase.span.end]
        story = [s for s in near if self._story(s.sentence) == self._story(phrase.sentence)]
        goer = kind in {"titled", "name"}
        for seen in story or near:
            if goer and seen.visited and seen.sentence == phrase.sentence and seen.start > phrase.span.start:
                continue
            where = _where(seen.sentence, seen.start, phrase)
            features = found[seen.code]
            if self._is_across(seen, phrase):
                features["across"] = 1.0
                continue
            for name in (f"{seen.kind}@{where}", f"{kind}:{seen.kind}", f"{kind}@{where}"):
                features[name] += 1.0
            if seen.first:
                features[f"first@{where}"] += 1.0
                features[f"{kind}:first"] += 1.0
        # "Jakarta - Korea Selatan ...": where the press has its desk says nothing of a report on others
        filed = self._filed if self._filed != self._home or self._home in self._told else ""
        elsewhere = self._home not in self._told and max(map(len, self._named_in.values()), default=0) >= _ABROAD
        if self._home and (not filed or self._home in self._told) and not elsewhere:
            found[self._home][f"{kind}:home"] = 1.0
        if filed:
            found[filed]["filed"] = 1.0
        self._ask_out(near, phrase, found, kind)
        self._tell_story(phrase, found, kind)
        # no group has an army, nor do "pasukan rezim" and "pasukan pemerintah" fight for one
        army = any(fold(h.word) in self._armies or h.kind is EntityKind.STATE for h in phrase.heads)
        for code in [c for c in found if not _is_state(c)]:
            elsewhere = kind == "name" and not any(s.code == code and s.sentence >= phrase.sentence - 1 for s in near)
            # who is only told of near a group is not one of its men
            if kind in _OF_STATES or elsewhere or army:
                del found[code]
            else:
                found[code][f"{kind}:is group"] = 1.0
        if phrase.head is not None:
            self._of_hosts(near, phrase, found, kind)
            self._same_head(phrase, found, kind)
            if only := self._only_one(phrase):
                found[only]["only one"] = 1.0
        self._leave_allies(near, phrase, found)
        return found

    def _is_across(self, seen: _Seen, phrase: Phrase) -> bool:
        """Whether only a verb stands between a phrase and a state or people: they are the two sides of an act."""
        behind = seen.at[0] > phrase.last
        atoms = self._atoms[seen.sentence]
        if seen.sentence == phrase.sentence and behind and seen.kind in _PEERS and class_of(phrase) in _MEET:
            return faces(" ".join(a.text for a in atoms[phrase.last + 1 : seen.at[0]]), self._vocabulary)
        sides = _SIDES | {"at"} if behind else _SIDES  # "mengirim bantuan ke Sudan"
        if seen.kind not in sides or seen.sentence != phrase.sentence:
            return False
        if not self._vocabulary.head_first and atoms[seen.at[0]].demonym:
            return False  # "The minister rejected Israeli plans"
        if seen.kind == "metonym" and atoms[seen.at[0]].place is None:
            return False  # "Pejabat intelijen menuduh Gedung Putih": of an organ its own men tell too
        if not behind:
            return turned_to(" ".join(a.text for a in atoms[seen.at[1] + 1 : phrase.first]), self._vocabulary)
        if opposed(" ".join(a.text for a in atoms[phrase.last + 1 : seen.at[0]]), self._vocabulary):
            return True
        # "menahan tiga pria Nigeria dan seorang warga Uganda"
        former = {s.at[1]: s for s in self._seen[seen.sentence]}.get(seen.at[0] - 2)
        link = atoms[seen.at[0] - 1]
        listed = former is not None and former.at[0] > phrase.last and (link.text == "," or Small.AND in link.small)
        return former is not None and listed and self._is_across(former, phrase)

    def _leave_allies(self, near: list[_Seen], phrase: Phrase, found: dict[str, dict[str, float]]) -> None:
        """Leaves out whose government forces are not, where another state is told of."""
        allies = {s.code for s in near if self._is_ally(s, phrase)}
        if any(code in self._told or code != self._home for code in found.keys() - allies):
            for code in allies & found.keys():
                del found[code]

    def _is_ally(self, seen: _Seen, phrase: Phrase) -> bool:
        """Whether government forces stand beside a state whose they are not: "tentara Ethiopia dan pasukan pemerintah".

        Police and government forces are of one state.
        """
        if seen.sentence != phrase.sentence or seen.kind in _WHERE or not _of_government(phrase):
            return False
        atoms = self._atoms[seen.sentence]
        first, last = (seen.at[1] + 1, phrase.first) if seen.at[0] < phrase.first else (phrase.last + 1, seen.at[0])
        between = atoms[first:last]
        if any(h.sector == "COP" for a in atoms[max(0, seen.at[0] - 1) : seen.at[1] + 2] for h in a.heads):
            return False
        plain = [a for a in between if not a.heads]
        if plain and len(plain) == 1 and plain[0].small & (Small.AND | Small.WITH):
            return True
        return opposed(" ".join(a.text for a in between), self._vocabulary)

    def _tell_story(self, phrase: Phrase, found: dict[str, dict[str, float]], kind: str) -> None:
        """How many of the sentences of its story name a state, measured by the one that most of them name."""
        told = self._told_in.get(self._story(phrase.sentence), {})
        most = max(told.values(), default=0)
        for code, features in found.items():
            if told.get(code) and features.keys() != {"across"}:
                features["share"] = features[f"{kind}:share"] = told[code] / most

    def _ask_out(self, near: list[_Seen], phrase: Phrase, found: dict[str, dict[str, float]], kind: str) -> None:
        """Leaves only the states of missions to what is of a mission, and only others to all else, where there are."""
        # "Menteri John Reimberg bertemu mitranya dari Kolombia": who meets a peer is of another state
        met = {s.code for s in near if s.peer and s.sentence == phrase.sentence and s.at[0] > phrase.last}
        if found.keys() - met:
            for code in met & found.keys():
                del found[code]
        mission, hosts, rules = self._is_guest(phrase), kind in _OF_HOSTS, kind in _OF_RULE
        if not (mission or hosts or rules):
            return
        abroad = {s for s in near if s.away or self._is_held_abroad(s)} if rules else set()
        here = {s.code for s in near if not ((s.guest and (mission or hosts)) or s in abroad)}
        guests = {s.code for s in near} - here
        meant = guests if mission else found.keys() - guests
        if meant & found.keys():
            for code in found.keys() - meant:
                del found[code]

    def _is_held_abroad(self, seen: _Seen) -> bool:
        """ "Gunmen kidnapped two Peruvian doctors in Dhaka": who is held where another state is named is abroad."""
        there = self._seen[seen.sentence]
        return seen.held and any(s.kind in _WHERE and s.code != seen.code for s in there)

    def _of_hosts(self, near: list[_Seen], phrase: Phrase, found: dict[str, dict[str, float]], kind: str) -> None:
        """ "President Ruto arrived in Kampala. Police arrested 20 protesters": where the one who travels is, whose
        state alone stands before the police and people of the next sentence."""
        here = [s for s in near if s.sentence == phrase.sentence]
        goal = {s.code for s in near if s.visited and s.sentence == phrase.sentence - 1}
        if kind in _AT_GOAL and not (here or phrase.owned) and len(goal) == 1:
            found[next(iter(goal))]["visited"] = 1.0

    def _only_one(self, phrase: Phrase) -> str:
        """The state of the only police, army or junta that the story names with its state; "" where it names two."""
        told = self._whose.get(fold(phrase.heads[0].word), ())
        states = {code for at, code in told if self._story(at) == self._story(phrase.sentence)}
        return next(iter(states)) if len(states) == 1 else ""

    def _same_head(self, phrase: Phrase, found: dict[str, dict[str, float]], kind: str) -> None:
        """ "polisi" after "polisi Irak": the nearest of each code counts."""
        head = fold(phrase.heads[0].word)
        for back in range(REACH):
            for start, code, word in self._heads.get(phrase.sentence - back, ()):
                if word == head and code in found and (back or start < phrase.span.start):
                    found[code].setdefault(f"same head@{min(back, 3)}", 1.0)
                    found[code].setdefault(f"{kind}:same head", 1.0)

    def _near(self, sentence: int) -> Iterator[_Seen]:
        for number in range(sentence - REACH + 1, sentence + 2):
            yield from self._seen.get(number, ())


def _of_government(phrase: Phrase) -> bool:
    """Whether the words are for the forces of a government whose state they leave out."""
    governs = any(h.kind is EntityKind.STATE and not h.country for h in phrase.heads[1:])
    return governs and phrase.sector == "MIL" and not phrase.owners


def _where(sentence: int, start: int, phrase: Phrase) -> str:
    back = phrase.sentence - sentence
    if back == 0:
        return "before" if start < phrase.span.start else "after"
    return "next" if back < 0 else str(min(back, 4))


def _is_state(code: str) -> bool:
    known = knowledge.get(code)
    return known is not None and known.kind is EntityKind.STATE


__all__ = ["States", "class_of"]
