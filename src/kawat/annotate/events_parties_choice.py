"""Chooses the code of a party among those around it: from its words, its place, the act and the acts before.

The weights are found on training sentences by benchmarks/fit_parties.py; a feature without a weight counts nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import log1p
from typing import Any

from kawat.annotate.events_parties_context import Around, Done, Near, is_state, sector, shape
from kawat.annotate.mentions_weights import Features, best
from kawat.lang import table
from kawat.model import EventType, MentionForm, Span
from kawat.model.codes import UNKNOWN, bare
from kawat.text import fold, read_tsv, words

Codes = tuple[str, ...]
_SECTORS = ("", "CVL", "REB", "OPP")
_OF_STATES = frozenset({"COP", "JUD", "LEG", "MIL"})
_NOBODY = frozenset({(UNKNOWN,), ("INTL",)})
# What a state does to men of its own: its ministers are dismissed, arrested, tried, put to death.
_AT_HOME = frozenset({EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
# Candidates beyond so many are those told of longest ago.
_MOST = 40
_BASES = 12
# What the next sentence tells counts as far as this many characters away.
_LATER = 10_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A party that is asked for. `span` None: it has no words. `others` are the codes of the act's other side, as far
    as they are known, `fellows` those of its own side, `met` those of them who are met: told of behind it."""

    sentence: int
    trigger: Span
    type: EventType
    role: str
    span: Span | None
    others: Codes = ()
    fellows: Codes = ()
    met: Codes = ()


@dataclass(slots=True)
class Question:
    """A choice as it was made: the candidates and their features, for fitting."""

    wanted: Wanted
    candidates: list[Codes]
    features: list[dict[str, float]]
    own: Codes = ()
    chosen: Codes = ()


@dataclass(slots=True)
class Chooser:
    """Answers for one document. With a `log` every question is kept there."""

    around: Around
    weights: Features
    log: list[Question] | None = field(default=None)

    def choose(self, wanted: Wanted) -> Codes:
        """The most likely codes; empty for "no such party" (only where there are no words)."""
        near = self.around.mention_of(wanted.sentence, wanted.span) if wanted.span is not None else None
        own = near.codes if near is not None else ()
        if near is not None and near.sure and own:
            if self.log is not None:
                self.log.append(Question(wanted, [own], [{}], own, own))
            return own
        candidates = self._candidates(wanted, near)
        scene = _Scene(self.around, wanted, near)
        features = [scene.features(c) for c in candidates]
        i = best(features, self.weights)
        chosen = _in_own_words(candidates[i], own) if i is not None else own
        chosen = own if chosen and self._at_home(near, chosen) else chosen
        if self.log is not None:
            self.log.append(Question(wanted, candidates, features, own, chosen))
        return chosen

    def _at_home(self, near: Near | None, chosen: Codes) -> bool:
        """Whether words are of the state that the dateline tells, of which weights without datelines know nothing."""
        if near is None or near.mention.form is not MentionForm.DESCRIPTION:
            return False
        home, state = self.around.home, bare(chosen[0])
        return {bare(c) for c in near.codes} == {home} and state != home and is_state(state)

    def _candidates(self, wanted: Wanted, near: Near | None) -> list[Codes]:
        told = self._told(wanted, near)
        bases = list(dict.fromkeys(bare(c) for codes in told for c in codes))
        bases += [s for _, s in self.around.places[wanted.sentence] if s not in bases]
        suffix = near.codes[0].partition(":")[2] if near is not None and near.codes else None
        described = near is None or near.mention.form in (MentionForm.DESCRIPTION, MentionForm.PRONOUN)
        sectors = (*(() if suffix is None else (suffix,)), *(_SECTORS if described else ()))
        out = dict.fromkeys(told[:_MOST])
        for b in bases[:_BASES]:
            if is_state(b):
                out.update(dict.fromkeys((f"{b}:{s}" if s else b,) for s in sectors))
            else:
                out[(b,)] = None
        out[(UNKNOWN,)] = None
        if wanted.span is not None:
            if self._may_be_many(near, wanted.span):
                out[("INTL",)] = None
        elif wanted.role == "recipient":
            out[()] = None
        if wanted.span is None and wanted.type is EventType.CONSULT and not wanted.others:
            out = {codes: None for codes in out if self._may_meet(wanted, codes)}
        if self._is_unsigned(wanted):
            out = {codes: None for codes in out if codes == (UNKNOWN,) or self._accused(wanted, codes)}
        if wanted.span is None and wanted.role == "actor":
            out = {codes: None for codes in out if not _to_itself(wanted, codes)}
        if suffix in _OF_STATES:  # no group has an army, police or courts
            out = {codes: None for codes in out if codes in _NOBODY or is_state(bare(codes[0]))}
        if near is not None and len(near.codes) > 1 and near.mention.form is MentionForm.DESCRIPTION:
            return _several(out, near.codes)
        if near is not None and near.mention.form is MentionForm.PRONOUN:
            # Who does something to "him", or whom he meets, is somebody else.
            other, met = {_plain(c) for c in wanted.others}, {bare(c) for c in wanted.met}
            own = near.codes if set(near.codes).isdisjoint(wanted.others) else ()  # a president may thank his army
            free = (x for x in out if x == own or not other & {_plain(c) for c in x})
            apart = [x for x in free if not met & {bare(c) for c in x}]
            return apart or list(out)
        return list(out)

    def _is_unsigned(self, wanted: Wanted) -> bool:
        """Whether nobody is told who accuses a state or body: "Minsk dituduh ..."; a person is charged by courts."""
        if wanted.span is not None or wanted.role != "actor" or wanted.type is not EventType.ACCUSE:
            return False
        said = any(w in self._grammar["accused"] for w in _words(self.around.text, wanted.trigger))
        return said and bool(wanted.others) and all(not sector(c) for c in wanted.others)

    def _accused(self, wanted: Wanted, codes: Codes) -> bool:
        """Whether some accused the same ones before."""
        before = (done for done in self.around.acts(wanted.sentence) if done.type is wanted.type)
        return any(codes == done.actors and set(done.recipients) & set(wanted.others) for done in before)

    def _may_be_many(self, near: Near | None, span: Span) -> bool:
        """Whether words may mean states or people of many states: they are no name, and say how many or from abroad."""
        if near is not None and "INTL" in map(bare, near.codes):
            return True
        if near is not None and not near.codes and near.mention.form is not MentionForm.DESCRIPTION:
            return False
        told = f" {' '.join(fold(w.text) for w in words(self.around.text, span.start, span.end))} "
        return any(f" {phrase} " in told for phrase in (*self._grammar["many"], *self._grammar["abroad"]))

    @property
    def _grammar(self) -> Mapping[str, Any]:
        """The words by which parties are told in the language of the document."""
        found: Mapping[str, Any] = table(self.around.document.article.language or "", "parties")["grammar"]
        return found

    def _may_meet(self, wanted: Wanted, codes: Codes) -> bool:
        """Whether some may be all the parties of a meeting that names none: several, or a body told of right here."""
        if len(codes) != 1 or codes[0] == UNKNOWN:
            return True
        if is_state(bare(codes[0])):
            return False
        close = (*self.around.near[wanted.sentence - 1], *self.around.near[wanted.sentence])
        return any(codes[0] in n.codes for n in close) or any(
            codes[0] in done.actors for done in self.around.acts(wanted.sentence) if done.type is wanted.type
        )

    def _told(self, wanted: Wanted, near: Near | None) -> list[Codes]:
        """What the words mean by themselves, then what is told of around them, the nearest first."""
        found: dict[Codes, None] = {near.codes: None} if near is not None and near.codes else {}
        near_by = list(self.around.around(wanted.sentence))
        acts = list(self.around.acts(wanted.sentence))
        if near is None:  # a story that began with this act knows nobody of the one before it
            near_by = [n for n in near_by if self.around.same_story(n.sentence, wanted.sentence)]
            acts = [done for done in acts if self.around.same_story(done.sentence, wanted.sentence)]
        if wanted.span is None:  # who carries the news is no party of it
            near_by = [n for n in near_by if not self.around.is_medium(n)]
        context = sorted(
            (n for n in near_by if wanted.span is None or not n.span.overlaps(wanted.span)),
            key=lambda n: abs(n.span.start - wanted.trigger.start) + (_LATER if n.sentence > wanted.sentence else 0),
        )
        found.update(dict.fromkeys(n.codes for n in context if n.codes))
        found.update(dict.fromkeys(side for done in acts for side in (done.actors, done.recipients) if side))
        return list(found)


class _Scene:
    """What can be said of the candidates for one party."""

    def __init__(self, around: Around, wanted: Wanted, near: Near | None) -> None:
        self.around, self.wanted, self.near = around, wanted, near
        self.own = near.codes if near is not None else ()
        self.kind = _broad(_kind(wanted, near), self.own)
        self.words = _words(around.text, wanted.span) if wanted.span is not None else ()
        self.trigger = _words(around.text, wanted.trigger)[:1]
        self.beside = around.beside(wanted.sentence, wanted.trigger)
        self._seen: dict[str, set[str]] = defaultdict(set)  # features by base or code
        self._count: dict[str, float] = defaultdict(float)
        self._gather()

    def _gather(self) -> None:
        at = self.wanted.span.start if self.wanted.span is not None else self.wanted.trigger.start
        self._gather_mentions(at)
        sentences = len(self.around.document.sentences)
        for i in range(max(0, self.wanted.sentence - 3), min(self.wanted.sentence + 2, sentences)):
            for span, state in self.around.places[i]:
                self._note(state, f"place@{self._where(i, span.start, at)}")
        for code in self.around.speakers(self.wanted.trigger):
            self._note(code, "speaker")
            self._note(bare(code), "base speaker")
        for rank, done in enumerate(self.around.acts(self.wanted.sentence)):
            for role, codes in (("actor", done.actors), ("recipient", done.recipients)):
                if codes:
                    self._did(done, role, codes, latest=rank == 0)

    def _gather_mentions(self, at: int) -> None:
        nearest: dict[str, tuple[int, str]] = {}
        for n in self.around.around(self.wanted.sentence):
            if self.wanted.span is not None and n.span.overlaps(self.wanted.span):
                continue
            where = self._where(n.sentence, n.span.start, at)
            if len(n.codes) > 1:
                self._note("|".join(sorted(n.codes)), f"pair@{where}")
            for code in n.codes:
                self._told(code, where, n)
                self._count[bare(code)] += 1.0
                d = abs(n.span.start - at)
                if n.sentence == self.wanted.sentence and (where not in nearest or d < nearest[where][0]):
                    nearest[where] = d, code
        for side, (_, code) in nearest.items():
            self._note(code, f"nearest {side}")
            self._note(bare(code), f"nearest base {side}")

    def _told(self, code: str, where: str, n: Near) -> None:
        """Notes that a mention tells of a code."""
        for key, name in ((code, "code"), (bare(code), "base")):
            self._note(key, f"{name}@{where}", *([f"{name} sure@{where}"] if n.sure else []))
        if n.first:
            self._note(bare(code), f"first@{where}")
            self._note(code, f"code first@{where}")

    def _did(self, done: Done, role: str, codes: Codes, *, latest: bool) -> None:
        """Notes that codes were a side of an act before."""
        same = "same" if done.type is self.wanted.type else "other"
        back = min(self.wanted.sentence - done.sentence, 2)
        mine = "role" if role == self.wanted.role else "counter"
        for code in codes:
            self._note(code, f"did {mine} {same}@{back}", f"did {mine} {same}")
            self._note(bare(code), f"base did {mine} {same}@{back}")
        side = "|".join(sorted(codes))
        self._note(side, f"side {mine} {same}@{back}")
        if latest:
            self._note(side, f"last side {mine} {same}")
            for code in codes:
                self._note(code, f"last {mine} {same}")

    def _note(self, key: str, *names: str) -> None:
        self._seen[key].update(names)

    def _where(self, sentence: int, start: int, at: int) -> str:
        back = self.wanted.sentence - sentence
        if back == 0:
            return "before" if start < at else "after"
        story = "" if self.around.same_story(self.wanted.sentence, sentence) else "!"
        return story + ("next" if back < 0 else str(min(back, 3)))

    def features(self, codes: Codes) -> dict[str, float]:
        """What speaks for some codes; what was noted of them counts by itself and with the kind of words."""
        look = "several" if len(codes) > 1 else shape(codes)
        counts: dict[str, float] = defaultdict(float)
        seen = self._seen_of(codes, counts)
        owned = "own" if self.own and codes == self.own else ""
        if self.own and codes and not owned and bare(codes[0]) == bare(self.own[0]):
            owned = "kin"
        both = [*sorted(seen), *self._relations(codes, look)]
        both += [{"own": "own", "kin": "own base"}[owned]] if owned else []
        if self.own and codes and sector(codes[0]) == sector(self.own[0]):
            both.append("own sector")
        if codes and is_state(bare(codes[0])):
            counts["count"] = counts[f"{self.kind}: count"] = log1p(self._count[bare(codes[0])])
        for name in both:
            counts[name] += 1.0
            counts[f"{self.kind}: {name}"] += 1.0
        for name in self._plain(codes, look, owned, seen):
            counts[name] += 1.0
        return dict(counts)

    def _seen_of(self, codes: Codes, counts: dict[str, float]) -> set[str]:
        """What was noted of some codes; of several, what was noted of each of them counts its share."""
        if len(codes) <= 1:
            return {name for c in codes for key in (c, bare(c)) for name in self._seen.get(key, ())}
        for c in codes:
            for name in self._seen.get(c, set()) | self._seen.get(bare(c), set()):
                counts[name] += 1.0 / len(codes)
                counts[f"{self.kind}: {name}"] += 1.0 / len(codes)
        return set(self._seen.get("|".join(sorted(codes)), ()))

    def _plain(self, codes: Codes, look: str, owned: str, seen: set[str]) -> list[str]:
        w, kind = self.wanted, self.kind
        role = f"{w.type.value} {w.role}"
        marks = "".join(sorted({m for x in seen for m in _MARKS.get(x, "")}))
        names = [f"{kind}={look}", f"{role}={look}", f"{kind}: {role}={look}"]
        names += [f"word {x}={look}" for x in self.words]
        names += [f"{kind}: {owned} {marks}", f"{kind}: {marks}", f"{kind} {owned}"]
        if w.span is None:
            names += [f"trigger {x} {w.role}={look}" for x in self.trigger]
            names += [f"beside {x} {w.role}={look}" for x in self.beside]
        if owned == "own":
            names += [f"own: word {x}" for x in self.words[:1]]
        if len(codes) == 1:
            names.append(f"code {codes[0]}")
        return names

    def _relations(self, codes: Codes, look: str) -> list[str]:
        """How the codes stand to those of the act's other parties."""
        if not codes or codes == (UNKNOWN,):
            return []
        w, out = self.wanted, []
        mine = {bare(c) for c in codes}
        for side, theirs in (("other", w.others), ("fellow", w.fellows)):
            known = [c for c in theirs if c != UNKNOWN]
            if not known:
                continue
            if set(known) & set(codes):
                out += [f"{side} same", f"{side} same {w.type.value}"]
            elif mine & {bare(c) for c in known}:
                pair = f"{look}/{shape(known)}"
                out += [f"{side} base", f"{side} base {pair}", f"{side} base {w.type.value} {w.role} {pair}"]
            else:
                out += [f"{side} apart {w.type.value} {w.role} {look}/{shape(known)}"]
        return out


# What makes up the signature of a candidate: where it is told of, a letter each.
_MARKS = {
    "base sure@before": "b", "base sure@after": "a", "place@before": "p",
    "place@after": "p", "base sure@1": "1", "place@1": "q", "base@2": "2", "base@3": "3",
    "base@!1": "x", "base@!2": "x", "base@!3": "x", "base@next": "n", "first@before": "f", "first@1": "g",
}  # fmt: skip


def _broad(kind: str, own: Codes) -> str:
    """A coarser kind: how the words refer, and the sector that they tell."""
    return f"{kind}/{own[0].partition(':')[2]}" if own else kind


def _kind(wanted: Wanted, near: Near | None) -> str:
    if wanted.span is None:
        return f"unspoken {wanted.role}"
    if near is None:
        return "words"
    if near.sure:
        return "sure"
    return near.mention.why.partition(",")[0] if near.mention.form is not MentionForm.DESCRIPTION else near.mention.why


def _words(text: str, span: Span) -> tuple[str, ...]:
    """The words of a span that are no names, folded."""
    found = [w.text for w in words(text, span.start, span.end)]
    return tuple(dict.fromkeys(fold(w) for i, w in enumerate(found) if w[0].isalpha() and (w.islower() or i == 0)))[:6]


def _several(candidates: Iterable[Codes], own: Codes) -> list[Codes]:
    """What words for several parties may mean ("kedua negara"): several, without sectors where states are meant."""
    states = all(is_state(c) for c in own)
    pairs = (tuple(map(bare, c)) if states and all(is_state(bare(x)) for x in c) else c for c in candidates)
    return list(dict.fromkeys(c for c in pairs if len(set(c)) > 1 or not is_state(bare(c[0]))))


def _in_own_words(chosen: Codes, own: Codes) -> Codes:
    """The codes that words told by themselves, where those chosen differ only in which of a state's organs they are.

    The choice is learned from labels that take police, army, courts and parliament for the state.
    """
    same = len(chosen) == len(own) == 1 and _plain(chosen[0]) == _plain(own[0])
    return own if same else chosen


def _to_itself(wanted: Wanted, codes: Codes) -> bool:
    """Whether some would do to themselves what nobody is named for: "SPLA dipukul mundur"; a state may to its men."""
    both = set(codes) & set(wanted.others) - {UNKNOWN}
    return any(wanted.type not in _AT_HOME or not is_state(bare(c)) for c in both)


def _plain(code: str) -> str:
    """A code without a sector that is the state's own."""
    return f"{bare(code)}:{sector(code)}"


@cache
def shipped_choice() -> Features:
    """The weights that ship with Kawat."""
    rows = read_tsv(files("kawat.annotate") / "events_parties_weights.tsv", ("feature", "weight"))
    return {row["feature"]: float(row["weight"]) for _, row in rows}


def united(parts: Iterable[Codes]) -> Codes:
    """Codes without repeats, in order."""
    return tuple(dict.fromkeys(c for part in parts for c in part))
