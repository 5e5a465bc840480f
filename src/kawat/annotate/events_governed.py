"""Acts that another act brings about, lets happen, opens the way for or prevents: "membiarkan pasukan X masuk ke Y".

The verbs that govern an act so are data (`governors` of `lang/<language>/status.toml`); each row carries an example.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import Reading, status_of
from kawat.annotate.status_negated import negated
from kawat.annotate.voice import View
from kawat.annotate.voice_words import Group
from kawat.errors import TableError
from kawat.lang import table
from kawat.model import Mention, Status
from kawat.ontology import Found, Voice
from kawat.ontology.forms import inflect
from kawat.text import fold

# So many words may stand between the verb that governs an act and that act.
_REACH = 16
_ORDER_REACH = 6  # from an order to what is ordered, names left out


class Effect(StrEnum):
    """What a verb makes of the act that it governs."""

    ENTAILS = "entails"  # as sure as the verb itself: "memaksa Rusia mundur"
    OPENS = "opens"  # the way is open, no more: "mengizinkan Rusia mengirim pasukan"
    BARS = "bars"  # not to be: "mencegah Rusia menyerang"


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb that governs an act, at word `at` of the sentence; `reading` is how sure the report is of the verb.

    `lets`: what it brings about is another act, for which this one is meant ("let X use its bases to attack").
    `doers` are whom it makes, lets or helps do the act: none without words ("membiarkan wilayahnya dipakai").
    """

    at: int
    effect: Effect
    words: str
    reading: Reading
    negated: bool
    doers: tuple[Mention, ...]
    lets: bool = False

    @property
    def undone(self) -> bool:
        """Whether it did not come to what the verb tells: "failed to prevent"."""
        return self.negated or self.reading.status is Status.DENIED


@cache
def governors(language: str) -> dict[str, tuple[Effect, Voice, bool]]:
    """Every form of the verbs that govern acts: effect, voice, whether only what follows their object at once counts.

    Raises `TableError` for an unknown effect.
    """
    forms: dict[str, tuple[Effect, Voice, bool]] = {}
    for row in table(language, "status")["governors"]:
        if row["effect"] not in list(Effect):
            raise TableError(f"lang/{language}/status.toml: {row['verb']!r}: no effect {row['effect']!r}")
        for form, voice in inflect(row["verb"].removeprefix("V:"), language):
            forms.setdefault(fold(form), (Effect(row["effect"]), voice, row.get("bare", False)))
    return forms


def governor(view: View, inner: Found) -> Governor | None:
    """The verb that governs an act told by a verb; None where there is none."""
    before = view.folded[inner.first - 1] if inner.first else ""
    if inner.voice is Voice.NOUN and (view.grammar.genitive_after or before not in view.grammar.infinitive):
        return None
    forms = governors(view.grammar.language)
    for k in range(inner.first - 1, max(-1, inner.first - 1 - _REACH), -1):
        if k in view.at:
            continue
        if view.folded[k] in forms:
            effect, voice, bare = forms[view.folded[k]]
            return None if bare and _lead(view, inner.first) else _governing(view, inner, k, effect, voice)
        if _parts(view, k):
            return None
    return None


def with_standing(
    view: View, acts: Iterable[Draft], cued: Iterable[Draft], history: Callable[[Draft], bool]
) -> list[Draft]:
    """The acts, and some that hold by their cue: what another entails or let happen, what is laid to somebody.

    The encoder knows few of them: most texts that it learned from have no record of what is allowed or imputed.
    """
    out, told = list(acts), list(cued)
    for draft in told:
        named = orderer(view, draft, told) is not None  # who does it is told by the order
        if not (draft.held or named) or any(draft.found.span.overlaps(other.found.span) for other in out):
            continue
        over = governor(view, draft.found)
        entailed = over is not None and over.effect is Effect.ENTAILS
        used = over is not None and over.effect is Effect.OPENS and (history(draft) or over.lets)
        failed = over is not None and over.effect is Effect.BARS and over.undone
        if named or entailed or used or failed or _is_imputed(view, draft.found) or _is_open(view, draft.found):
            out.append(draft)
    return sorted(out, key=lambda d: d.found.first)


def orderer(view: View, draft: Draft, drafts: Iterable[Draft]) -> Draft | None:
    """The order that an act is the object of: "memerintahkan pasukannya mundur", "ordered the closure of X"."""
    g, first = view.grammar, draft.found.first
    orders = table(g.language, "status")["orders"]
    over = [
        d
        for d in drafts
        if d.found.cue.text in orders and d.found.last < first and not g.gerund.match(view.folded[d.found.first])
    ]
    if not over:
        return None
    gap = [k for k in view.between(over[-1].found.last, first) if k not in view.at]
    closed = g.coordinators | g.relative | g.quotes | {","}
    if draft.found.voice is Voice.NOUN:
        closed |= g.prepositions
        if len(gap) < first - over[-1].found.last - 1:
            return None  # somebody is ordered
    parted = any(
        view.folded[k] in closed
        or view.is_verb(k)
        or (view.is_break(k) and view.folded[k] not in g.complementizers | g.infinitive)
        for k in gap
    )
    return None if parted or len(gap) > _ORDER_REACH else over[-1]


def _is_open(view: View, found: Found) -> bool:
    """Whether a verb says that somebody does not deny: no act, but it leaves open what it governs."""
    return found.cue.text in table(view.grammar.language, "status")["denials"] and negated(view, found.first)


def _is_imputed(view: View, found: Found) -> bool:
    """Whether a verb stands right behind a verb that lays it to its subject: "yang dianggap membantu"."""
    reading = status_of(view, found)
    if found.voice is Voice.NOUN or reading.status is not Status.ALLEGED or reading.cue is None:
        return False
    cue = tuple(reading.cue.split())
    return view.folded[found.first - len(cue) : found.first] == cue and view.is_verb(found.first - 1)


def with_doers(view: View, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those that another act governs with the doers that it gives them."""
    return [_with_doers(draft, governor(view, draft.found)) for draft in drafts]


def _with_doers(draft: Draft, over: Governor | None) -> Draft:
    if over is None or draft.roles.passive or over.doers == draft.roles.actors:
        return draft
    suffering = tuple(m for m in draft.roles.recipients if m not in over.doers)
    why = (*(w for w in draft.roles.why if not w.startswith("actor")), f"actor: of {over.words!r}")
    return replace(draft, roles=replace(draft.roles, actors=over.doers, recipients=suffering, why=why))


def status_under(over: Governor, *, history: bool) -> Status | None:
    """How sure an act is under the verb that governs it; None where it is no record of its own.

    `history`: it is dated before the news, so that leave to do it was used.
    """
    sure = over.reading.status
    if over.effect is Effect.BARS or sure is Status.DENIED or over.negated:
        return None
    if over.effect is Effect.ENTAILS or (history and sure is Status.ASSERTED):
        return sure
    match sure:
        case Status.ASSERTED:
            return Status.HYPOTHETICAL
        case Status.ALLEGED:
            return Status.ALLEGED
        case _:
            return None


def _governing(view: View, inner: Found, k: int, effect: Effect, voice: Voice) -> Governor | None:
    if not _is_verb(view, k, voice):
        return None
    passive = voice is Voice.PASSIVE or (
        voice is Voice.PAST and bool({*view.folded[max(0, k - 2) : k]} & view.grammar.passive_auxiliaries)
    )
    doers = _made_to_do(view, inner.first, k, passive=passive)
    if doers is None:
        return None
    found = replace(inner, voice=Voice.PASSIVE if passive else Voice.ACTIVE, first=k, last=k, span=view.tokens[k].span)
    mentions = tuple(g.mention for g in doers if g.last < inner.first)
    lets = effect is Effect.ENTAILS and bool(doers) and not passive and _is_aim(view, doers[-1].last, inner.first)
    effect = Effect.OPENS if lets else effect
    return Governor(k, effect, view.folded[k], status_of(view, found), negated(view, k), mentions, lets)


def _made_to_do(view: View, first: int, k: int, *, passive: bool) -> tuple[Group, ...] | None:
    """Whom the verb at `k` makes or lets do the act at `first`; None where it does not govern that act."""
    led = _lead(view, first)
    if passive:
        subject = view.subject(k)
        return view.series(subject) if subject is not None else ()
    used = next((x for x in range(k + 1, first) if _is_passive_verb(view, x)), None)
    if used is not None:  # "membiarkan wilayahnya dipakai (Prancis) untuk menyerang": who uses it, not whose it is
        by = view.agent(used)
        doers = () if by is None or by.first > first else view.series(by)
        return doers if led else None
    group = next((g for g in view.groups_after(k) if g.first < first), None)
    if group is None or not _is_object(view, k, group):
        return None
    doers = view.series(group)
    return doers if led or _adjoins(view, doers[-1], first) else None


def _is_aim(view: View, doer: int, first: int) -> bool:
    """Whether an act is only what another of its doer is for: "let X use its bases to attack"."""
    g, k = view.grammar, doer + 1
    while k < first and view.folded[k] in g.auxiliaries:
        k += 1
    if k + 1 >= first or k in view.at or first > len(view.folded) or not _lead(view, first):
        return False
    if g.genitive_after:
        return view.is_verb(k) and not g.passive_shape.match(view.folded[k])
    closed = g.prepositions | g.coordinators | g.determinatives | g.determiners | g.complementizers
    return view.folded[k].isalpha() and not (view.folded[k] in closed or view.is_break(k))


def _parts(view: View, k: int) -> bool:
    """Whether a word parts an act from a verb before it."""
    g = view.grammar
    word = view.folded[k]
    if word in g.complementizers or word in g.infinitive:
        return word in g.relative
    if view.is_break(k) or word in g.relative or view.tokens[k].text in {",", *g.quotes}:
        return True
    return word in g.coordinators and not (k - 1 in view.at and k + 1 in view.at)


def _lead(view: View, first: int) -> bool:
    """Whether a verb stands behind a word that leads what is done: "untuk menyerang", "to attack", "into leaving"."""
    g = view.grammar
    k = first - 1
    while k >= 0 and k not in view.at and view.folded[k] in g.auxiliaries - g.infinitive - {"to"}:
        k -= 1
    leads = g.infinitive | g.complementizers | frozenset(table(g.language, "status")["governed"])
    return k >= 0 and view.folded[k] in leads


def _adjoins(view: View, doer: Group, first: int) -> bool:
    """Whether only words of its verb stand between a doer and an act."""
    g = view.grammar
    return all(
        view.folded[x] in g.auxiliaries | g.determinatives | g.determiners for x in view.between(doer.last, first)
    )


def _is_object(view: View, k: int, group: Group) -> bool:
    gap = view.between(k, group.first)
    return len(gap) <= 4 and not any(view.folded[x] in view.grammar.prepositions or view.is_verb(x) for x in gap)


def _is_passive_verb(view: View, x: int) -> bool:
    g = view.grammar
    if g.genitive_after:
        return view.is_verb(x) and bool(g.passive_shape.match(view.folded[x]))
    return view.is_verb(x) and view.folded[x - 1] in g.passive_auxiliaries


def _is_verb(view: View, k: int, voice: Voice) -> bool:
    """Whether a form that may be a noun's is a verb: behind a party or an auxiliary, not "a help" or "izin"."""
    shaped = view.grammar.genitive_after or view.folded[k].endswith("ing")
    if voice in (Voice.PAST, Voice.PASSIVE) or (voice is Voice.ACTIVE and shaped):
        return True
    before = view.folded[k - 1] if k else ""
    return k - 1 in view.at or before in view.grammar.auxiliaries | view.grammar.infinitive | view.grammar.verb_before
