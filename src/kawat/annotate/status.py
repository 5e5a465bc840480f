"""How sure the report is of an act: cue words, how far each of them reaches, and what stands over them.

The cues are data (`lang/<language>/status.toml`); every row carries an example that a test runs.
"""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from kawat.annotate.status_negated import negated, of_amount, of_none
from kawat.annotate.status_plans import held_all_the_same, meanwhile, places
from kawat.annotate.status_scopes import Scope, reaches, shares, undone
from kawat.annotate.status_untrue import calls_untrue, untrue
from kawat.annotate.voice import View
from kawat.errors import TableError
from kawat.lang import table
from kawat.model import BlockKind, EventType, Status
from kawat.ontology import Found, Voice
from kawat.ontology.forms import inflect
from kawat.text import fold, words


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A row of a status table.

    `future` is the status where a plan stands under the cue ("diduga akan"). `believer`: the subject of the cue is the
    one whose word it is. `types`, where not empty, are the only types that the row is read for. `put_off`:
    what the cue says no longer counts where the same act is told as held. `verbs`: it is not read for nouns; `acts`,
    where not empty, are the only forms of verbs that it is read for.
    `past`: what it governs may be told in the past, as what is wished may and what is asked for may not.
    """

    words: tuple[str, ...]
    status: Status
    scope: Scope
    example: str
    future: Status | None = None
    believer: bool = False
    types: frozenset[EventType] = frozenset()
    put_off: bool = False
    verbs: bool = False
    past: bool = True
    acts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """The status of an act. `cue` None: nothing in the sentence takes anything from it.

    `scope` says how the cue reaches the act, or who told the status without one; `believer` is the word whose subject
    answers for it, `claim` the noun of the claim that somebody calls untrue.
    """

    status: Status
    cue: str | None = None
    scope: str | None = None
    believer: int | None = None
    claim: int | None = None

    @property
    def why(self) -> str:
        """Status, cue and scope, in words."""
        by = f"{self.cue!r} ({self.scope})" if self.cue else self.scope
        return f"{self.status}: {by or 'no cue over the act'}"


# The scope of what only an infinitive takes from an act; a verb that entails the act gives it back.
MEANT = "what is meant"

# Acts that are more than words: what is asked, wished or meant of them is not done with that.
_DEEDS = frozenset(EventType) - {
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT,
    EventType.THREATEN, EventType.PROTEST,
}  # fmt: skip

_DENIAL = (Status.DENIED, "clause")
_HURT = 6  # so many words before the noun of an act stand the words for those hurt in it
_NOUN_SCOPES = ("noun", "before", "occurs", "venue")

# Of several statuses in reach the one further left in this list holds: a denied plan is denied.
_ORDER = (Status.DENIED, Status.HYPOTHETICAL, Status.ALLEGED, Status.PLANNED)


@cache
def status_cues(language: str) -> tuple[StatusCue, ...]:
    """The status cues of a language, longest first. "V:hope that" stands for every form of its verb.

    Raises `TableError` for an unknown scope.
    """
    rows = []
    for row in table(language, "status")["cues"]:
        if row["scope"] not in get_args(Scope):
            raise TableError(f"lang/{language}/status.toml: {row['cue']!r}: no scope {row['scope']!r}")
        rows += [
            StatusCue(
                words=form,
                status=Status(row["status"]),
                scope=row["scope"],
                example=row["example"],
                future=Status(row["future"]) if "future" in row else None,
                believer=row.get("believer", False),
                types=frozenset(map(EventType, row.get("types", ()))),
                put_off=row.get("put_off", False),
                verbs=row.get("verbs", False),
                past=row.get("past", True),
                acts=frozenset(form[0] for verb in row.get("acts", ()) for form in _forms(verb, language)),
            )
            for form in _forms(row["cue"], language)
        ]
    return tuple(sorted(rows, key=lambda r: -len(r.words)))


def _forms(cue: str, language: str) -> list[tuple[str, ...]]:
    """The words of a cue, once for every form of the verb that it begins with."""
    verb, *rest = cue.split()
    forms = [form for form, _ in inflect(verb[2:], language)] if verb.startswith("V:") else [verb]
    return [tuple(fold(w.text) for w in words(" ".join((form, *rest)))) for form in dict.fromkeys(forms)]


def status_of(view: View, found: Found) -> Reading:
    """The status of an act, and the cue that gave it."""
    if (asked := _asked(view, found)) is not None:
        return Reading(Status.HYPOTHETICAL, asked, "question")
    if calls_untrue(view, found):
        return Reading(Status.ASSERTED)
    if (lie := untrue(view, found)) is not None:
        return Reading(Status.DENIED, lie.words, "called untrue", claim=lie.noun)
    hits: dict[Status, Reading] = {}
    if (none := of_none(view, found)) is not None:
        hits[Status.DENIED] = Reading(Status.DENIED, none, "none of it")
    future: Reading | None = None
    reaching = _reaching(view, found)
    opened = [k for cue, k, _ in reaching if cue.scope in ("opens", "inverts") and cue.status is Status.HYPOTHETICAL]
    for cue, k, scope in reaching:
        status = _turned(cue.status) if negated(view, k) else cue.status
        if status is None or (status is Status.DENIED and _supposed(view, opened, k)):
            continue
        told = view.folded[k : k + len(cue.words)] if status is cue.status else ("not", *cue.words)
        believer = k if cue.believer else None
        hits.setdefault(status, Reading(status, " ".join(told), scope, believer))
        if cue.future is not None and status is cue.status:
            future = Reading(cue.future, " ".join(told), scope, believer)
    if future is not None and Status.PLANNED in hits:
        hits.setdefault(future.status, future)
    if found.cue.type is EventType.THREATEN and (not found.cue.text or found.cue.needs == "speaker"):
        # "jika X menyerang, kami akan membalas": no verb of threatening, so that to say it is the threat
        hits = {status: hit for status, hit in hits.items() if status not in (Status.PLANNED, Status.HYPOTHETICAL)}
        hits.setdefault(Status.ASSERTED, Reading(Status.ASSERTED))
    for status in (*_ORDER, Status.ASSERTED):
        if status in hits:
            return hits[status]
    other = _awaited(view, found) or _headline_plan(view, found) or _beside(view, found) or _meant(view, found)
    return other or Reading(Status.ASSERTED)


def _awaited(view: View, found: Found) -> Reading | None:
    """What is waited for: "tidak akan mundur sampai X menarik pasukannya"; a past form tells of what came."""
    if found.voice in (Voice.NOUN, Voice.PAST):
        return None
    g = view.grammar
    until = table(g.language, "status")["until"]
    for k in range(found.first - 1, 0, -1):
        if k in view.at:
            continue
        if view.folded[k] in until:
            to_come = g.auxiliaries & {w for words in _over_verbs(g.language, planned=True) for w in words}
            before = [x for x in range(k) if view.folded[x] in to_come and x not in view.at]
            return Reading(Status.HYPOTHETICAL, view.folded[k], "awaited") if before else None
        if view.is_break(k) or view.is_verb(k) or view.tokens[k].text in {",", *g.quotes}:
            return None
    return None


def _beside(view: View, found: Found) -> Reading | None:
    """What is to be done while something else is, by the same one, is planned too; a past form is none of it."""
    if found.voice is Voice.PAST:
        return None
    phrase = meanwhile(view, found.first, _over_verbs(view.grammar.language, planned=True))
    return Reading(Status.PLANNED, " ".join(phrase), "verb, meanwhile") if phrase else None


@cache
def _over_verbs(language: str, *, planned: bool = False) -> tuple[tuple[str, ...], ...]:
    """The cues among the words of a verb that take from its act, or only those that make a plan of it."""
    rows = (row for row in status_cues(language) if row.scope == "verb" and row.status is not Status.ASSERTED)
    return tuple(row.words for row in rows if not planned or row.status is Status.PLANNED)


def _meant(view: View, found: Found) -> Reading | None:
    """What stands behind an infinitive is only meant: "decided to lift sanctions", "is tempted to attack".

    Not behind a verb that tells that it is done ("began to", "used drones to"). Where a language marks purposes alone
    so ("untuk"), it holds of what a verb undoes.
    """
    g = view.grammar
    k = _infinitive(view, found)
    if k is None or not (found.cue.turns or (found.cue.type in _DEEDS and not g.genitive_after)):
        return None
    if _is_carried_out(view, k):
        return None
    inside = view.folded[k + 1 : found.first]  # "is assumed to have attacked", "is thought to be arming X"
    going_on = any(w in g.passive_auxiliaries for w in inside) and g.gerund.match(view.folded[found.first])
    if going_on or set(inside) & set(table(g.language, "status")["perfect"]):
        return Reading(Status.ALLEGED, view.folded[k], MEANT)
    group = view.at.get(k - 1)  # "wants the EU to lift sanctions" is another's wish
    plain = g.determinatives | g.determiners
    wished = group is not None and any(x not in view.at and view.folded[x] not in plain for x in range(group.first))
    return Reading(Status.HYPOTHETICAL if wished else Status.PLANNED, view.folded[k], MEANT)


def _infinitive(view: View, found: Found) -> int | None:
    """The word that makes an infinitive of a verb: "to attack", "to jointly attack"."""
    k = found.first - 1
    while k > 0 and k not in view.at and view.folded[k] not in view.grammar.infinitive:
        if view.folded[k] not in view.grammar.auxiliaries:
            return None
        k -= 1
    return k if k > 0 and found.voice is not Voice.NOUN and view.folded[k] in view.grammar.infinitive else None


def _is_carried_out(view: View, k: int) -> bool:
    """Whether the nearest verb before the infinitive at `k` tells that what follows is done, or with what."""
    rows = table(view.grammar.language, "status")
    if view.folded[k - 1] in rows["carried_out"]:
        return True
    for x in range(k - 1, -1, -1):
        if x in view.at:
            continue
        if view.folded[x] in rows["means"]:
            return True
        if view.is_break(x) or view.tokens[x].text in {",", *view.grammar.quotes} or view.is_verb(x):
            return False
    return False


def _supposed(view: View, opened: list[int], k: int) -> bool:
    """Whether a denial only says what is supposed: "jika AS tidak mencabut sanksi", not "jika ..., AS tidak akan"."""
    return any(j < k and not any(view.tokens[x].text == "," for x in range(j, k)) for j in opened)


def _turned(status: Status) -> Status | None:
    """What a cue says under a negator; None: nothing ("tidak gagal")."""
    match status:
        case Status.PLANNED | Status.HYPOTHETICAL:
            return Status.DENIED
        case Status.DENIED:
            return None
        case _:
            return status


def _reaching(view: View, found: Found) -> list[tuple[StatusCue, int, str]]:
    """Every cue that reaches the act: its row, its first word and how it reaches."""
    act = range(found.first, found.last + 1)
    noun = found.voice is Voice.NOUN
    out: list[tuple[StatusCue, int, str]] = []
    topic = noun and _is_topic(view, found)
    plot = _is_plot(view, found)
    next_ = _is_said_next(view, found)
    read: dict[int, int] = {}  # longer cues come first and keep their words: "mungkin telah" is not "mungkin"
    for cue in status_cues(view.grammar.language):
        if not _is_for(view, cue, found, plot=plot):
            continue
        size = len(cue.words)
        for k in places(view, cue.words):
            at = range(k, k + size)
            if k in act or all(read.get(x, 0) > size for x in at) or of_amount(view, at):
                continue
            if cue.believer and (
                _counted(view, k) or view.grammar.coordinators & {*view.folded[at.stop : at.stop + 1]}
            ):
                continue  # "two suspects were extradited", "arrested eight suspects and seized arms": a noun
            for x in at:
                read.setdefault(x, size)
            if (topic and cue.scope not in _NOUN_SCOPES) or (next_ and (cue.status, cue.scope) == _DENIAL):
                continue
            if cue.put_off and held_all_the_same(view, at, act, _over_verbs(view.grammar.language)):
                continue
            told_by_noun = noun or (plot and cue.scope == "noun")
            if reaches(view, cue.scope, at, act, noun=told_by_noun) and not (noun and _plans_other(view, cue, at, act)):
                out.append((cue, k, cue.scope))
            elif cue.status is Status.DENIED and cue.scope == "verb" and not noun and undone(view, at, act):
                out.append((cue, k, "what it was for"))
            elif _may_share(cue, found) and shares(view, cue.scope, at, act):
                out.append((cue, k, f"{cue.scope}, shared"))
    return out


def _counted(view: View, k: int) -> bool:
    """Whether a word closes a party that an article or number opens: "two suspects"."""
    group, g = view.at.get(k), view.grammar
    return group is not None and group.first < k and view.folded[group.first] in g.determinatives | g.noun_before


def _is_for(view: View, cue: StatusCue, found: Found, *, plot: bool) -> bool:
    """Whether a cue is read for an act of this type and voice."""
    if cue.types and found.cue.type not in cue.types:
        return False
    if cue.acts and view.folded[found.first] not in cue.acts:
        return False
    if found.voice is Voice.NOUN:
        return not cue.verbs or _is_carried(view, found)
    if found.voice is Voice.PAST and not cue.past:
        return False
    return cue.scope not in _NOUN_SCOPES or (plot and cue.scope == "noun")


def _is_said_next(view: View, found: Found) -> bool:
    """Whether "and" joins an act in words to what stands before: "membantah menyerang X dan mengundang Y"."""
    k = view.before_verb(found.first)
    spoken = found.voice is not Voice.NOUN and found.cue.type not in _DEEDS
    return spoken and k >= 0 and view.folded[k] in view.grammar.coordinators


def _is_carried(view: View, found: Found) -> bool:
    """Whether a noun stands right behind a verb that only does it: "harus melakukan serangan", "dikenai sanksi"."""
    light = view.grammar.light | view.grammar.light_passive
    return found.first > 0 and view.folded[found.first - 1] in light


def _is_plot(view: View, found: Found) -> bool:
    """Whether a verb is what a noun is for: "a plot to kill X was foiled"."""
    k = _infinitive(view, found)
    if k is None or k - 1 in view.at or view.is_verb(k - 1):
        return False
    g = view.grammar
    heads = g.determinatives | g.determiners
    return view.folded[k - 1] not in g.auxiliaries and any(view.folded[x] in heads for x in range(k - 1))


def _plans_other(view: View, cue: StatusCue, at: range, act: range) -> bool:
    """Whether what is planned is done to the act: "bertujuan meredakan serangan itu" plans no attack."""
    g = view.grammar
    return (
        cue.status is Status.PLANNED
        and cue.scope == "clause"
        and any(view.is_verb(x) and view.folded[x] not in g.light for x in range(at.stop, act.start))
    )


def _may_share(cue: StatusCue, found: Found) -> bool:
    # What is not done says nothing of what is joined to it by "and"; a past form is no plan.
    return cue.status is Status.ALLEGED or (
        cue.status in (Status.PLANNED, Status.HYPOTHETICAL) and found.voice is not Voice.PAST
    )


def _is_topic(view: View, found: Found) -> bool:
    """Whether a noun of action is only what something is about: "membahas masalah penculikan itu"."""
    g = view.grammar
    k = found.first - 1
    while k >= 0 and (view.folded[k] in g.determinatives - {"of"} or (k in view.at and not g.genitive_after)):
        k -= 1
    return k >= 0 and (view.folded[k] in table(g.language, "status")["topics"] or _hurts_in(view, k, found.first))


def _hurts_in(view: View, k: int, act: int) -> bool:
    """Whether somebody was hurt, or not, in the act of a noun: "nobody died in the raid", "korban dalam serangan"."""
    rows = table(view.grammar.language, "status")
    if view.folded[k] not in rows["hurt_in"] or (act == k + 1 and not view.grammar.genitive_after):
        return False  # "if soldiers die in attacks"
    if set(view.folded[k + 1 : act]) & set(rows["indefinite"]):
        return False
    for x in range(k - 1, max(-1, k - 1 - _HURT), -1):
        if view.folded[x] in view.grammar.perished or view.folded[x] in rows["hurt"]:
            return True
        if view.is_break(x) or view.tokens[x].text == ",":
            return False
    return False


def _asked(view: View, found: Found) -> str | None:
    """What asks whether the act took place; "why", "when" and their like take it as given."""
    if not view.sentence.span.of(view.text).rstrip(" \"'”’»)").endswith("?") or found.voice is Voice.NOUN:
        return None
    rows = table(view.grammar.language, "status")
    taken = frozenset(rows["questions_of_fact"])
    before = view.folded[: found.first]
    doubted = frozenset(rows["doubting"]).intersection(before)  # "why would we attack them?"
    believers = {row.words[0] for row in status_cues(view.grammar.language) if row.believer}
    if taken.intersection(view.folded) and not doubted and not believers.intersection(before):
        return None
    return next((w for w in before if w in rows["questions"]), "?")


def _headline_plan(view: View, found: Found) -> Reading | None:
    """ "Iran to send troops": an infinitive behind its subject, as headlines write the future."""
    if view.sentence.kind not in {BlockKind.HEADLINE, BlockKind.SUBTITLE} or found.voice is Voice.NOUN:
        return None
    k = found.first - 1
    if view.grammar.genitive_after or k < 1 or view.folded[k] not in view.grammar.infinitive or k - 1 not in view.at:
        return None
    return Reading(Status.PLANNED, view.folded[k], "headline")
