"""How the claims of one report stand to each other: what answers, accuses, denies, promises or tells what."""

from collections.abc import Iterator, Mapping
from functools import cache

from kawat.lang import LANGUAGES, table
from kawat.model import Document, EventMention, EventType, Quotation, Status, Tie, TieKind
from kawat.model.codes import UNKNOWN, side_of
from kawat.text import fold, words

_JUST_BEFORE = 2  # sentences back that "the reports" may mean
_UNSURE = frozenset({Status.ALLEGED, Status.HYPOTHETICAL})


def ties(document: Document, claims: Mapping[int, str], quotations: tuple[str, ...]) -> tuple[Tie, ...]:
    """The ties of a document, in the order of the text, each once.

    `claims` gives the id of the claim for every index into `document.events` that has one, `quotations` the ids of the
    quotations in their order.
    """
    found = (
        *_inner(document, claims),
        *_answers(document, claims),
        *_promises(document, claims),
        *_contents(document, claims, quotations),
    )
    return tuple(dict.fromkeys(tie for tie in found if tie.left != tie.right))


def _inner(document: Document, claims: Mapping[int, str]) -> Iterator[Tie]:
    """Acts inside the words of others: what is accused, what is denied."""
    for index, event in enumerate(document.events):
        for inner in event.inner:
            act = _act_of(document, event, inner.type, inner.trigger.start)
            promised = inner.kind is TieKind.PROMISES
            if act is not None and not promised and index in claims and act in claims:
                yield Tie(inner.kind, claims[index], claims[act], "the act stands in its words")


def _act_of(document: Document, outer: EventMention, kind: EventType, start: int) -> int | None:
    """The event of an inner act: at its words, else of its type in the sentence (one act told twice is one event)."""
    same = [i for i, e in enumerate(document.events) if e.sentence == outer.sentence and e.type is kind]
    return next((i for i in same if document.events[i].trigger.start == start), same[0] if same else None)


def _answers(document: Document, claims: Mapping[int, str]) -> Iterator[Tie]:
    """A denial answers the nearest accusation against the denier, before it or else behind it, and what was alleged."""
    for index, denial in enumerate(document.events):
        denies = denial.type is EventType.REJECT and denial.status is Status.ASSERTED
        if index not in claims or not (denies or denial.status is Status.DENIED):
            continue
        for other in _answered(document, index, denial):
            if other in claims:
                yield Tie(TieKind.ANSWERS, claims[index], claims[other], "the denier is the one accused")


def _answered(document: Document, index: int, denial: EventMention) -> Iterator[int]:
    deniers = _codes(denial, "actors")
    if not deniers:
        return
    order = [*range(index - 1, -1, -1), *range(index + 1, len(document.events))]
    wants_accusation = denial.type is EventType.REJECT
    accused = [
        i
        for i in order
        if wants_accusation
        and document.events[i].type is EventType.ACCUSE
        and document.events[i].status is not Status.DENIED
        and deniers & _codes(document.events[i], "recipients")
    ]
    if not accused and wants_accusation and not denial.inner and _of_what_is_told(document, denial):
        yield from _just_told(document, index, deniers)
        return
    if accused and (not denial.inner or _told_of(document, denial, accused[0])):
        yield accused[0]
    wanted = {inner.type for inner in denial.inner} or ({denial.type} if denial.status is Status.DENIED else set())
    if not wanted and accused:  # "membantah tuduhan itu": the acts of that accusation
        wanted = {inner.type for inner in document.events[accused[0]].inner}
    alleged = [
        i
        for i in order
        if document.events[i].status in _UNSURE
        and document.events[i].type in wanted
        and deniers & _codes(document.events[i], "actors")
    ]
    yield from alleged[:1]


def _of_what_is_told(document: Document, denial: EventMention) -> bool:
    """Whether a denial is of what was told before: "membantah laporan itu", "denied the reports"."""
    language = document.article.language
    if language not in LANGUAGES:
        return False
    rest = document.article.text[denial.trigger.end : document.sentences[denial.sentence].span.end]
    behind = tuple(fold(word.text) for word in words(rest, 0, len(rest)))
    return any(behind[: len(phrase)] == phrase for phrase in _what_is_told(language))


@cache
def _what_is_told(language: str) -> frozenset[tuple[str, ...]]:
    """Nouns for what was told, each with every word that points back, on the side where it stands."""
    voice, nouns = table(language, "voice"), table(language, "status")["told"]
    after = voice["genitive"] == "after"
    return frozenset((noun, word) if after else (word, noun) for noun in nouns for word in voice["determiners"])


def _just_told(document: Document, index: int, deniers: set[str]) -> Iterator[int]:
    """The nearest act of the sentences right before a denial that the denier is a party to."""
    denial = document.events[index]
    for i in range(index - 1, -1, -1):
        event = document.events[i]
        if denial.sentence - event.sentence > _JUST_BEFORE:
            return
        if event.status is not Status.DENIED and deniers & (_codes(event, "actors") | _codes(event, "recipients")):
            yield i
            return


def _told_of(document: Document, denial: EventMention, accusation: int) -> bool:
    """Whether an accusation is of the act that is denied, where both say what act."""
    accused = {inner.type for inner in document.events[accusation].inner}
    return not accused or bool(accused & {inner.type for inner in denial.inner})


def _promises(document: Document, claims: Mapping[int, str]) -> Iterator[Tie]:
    """A promise, and the act that the report tells as planned or done elsewhere, of the same doers."""
    for index, promise in enumerate(document.events):
        wanted = {inner.type for inner in promise.inner if inner.kind is TieKind.PROMISES}
        doers = _codes(promise, "actors")
        for other, act in enumerate(document.events):
            done = act.status in (Status.ASSERTED, Status.PLANNED, Status.DENIED)
            if other == index or act.type not in wanted or not done or index not in claims or other not in claims:
                continue
            if doers & _codes(act, "actors"):
                yield Tie(TieKind.PROMISES, claims[index], claims[other], "the same doer and kind of act")


def _contents(document: Document, claims: Mapping[int, str], quotations: tuple[str, ...]) -> Iterator[Tie]:
    """The smallest quotation that tells an act on its speaker's word."""
    for index, event in enumerate(document.events):
        around = [i for i, q in enumerate(document.quotations) if q.content.covers(event.trigger)]
        if index not in claims or event.speaker is None or not around:
            continue
        inner = min(around, key=lambda i: len(document.quotations[i].content))
        if document.quotations[inner].speaker == event.speaker.entity:
            kind = TieKind.BELIEVES if _is_belief(document, document.quotations[inner]) else TieKind.SAYS
            yield Tie(kind, quotations[inner], claims[index], "the act stands in its words")


def _is_belief(document: Document, quotation: Quotation) -> bool:
    if quotation.cue is None or document.article.language not in LANGUAGES:
        return False
    return fold(quotation.cue.of(document.article.text)) in _believers(document.article.language)


@cache
def _believers(language: str) -> frozenset[str]:
    return frozenset(fold(row["cue"]) for row in table(language, "status")["cues"] if row.get("believer"))


def _codes(event: EventMention, side: str) -> set[str]:
    parties = event.actors if side == "actors" else event.recipients
    return {side_of(p.code) for p in parties} - {UNKNOWN}
