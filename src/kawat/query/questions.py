"""The questions, one function each."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from kawat import knowledge
from kawat.errors import QuestionError, UnknownNameError
from kawat.knowledge import Known
from kawat.model import Article, HopKind, Manner, Status
from kawat.query.acts import acts, claim_row, claim_rows, quote_row
from kawat.query.answers import Answer, ClaimRow, PassageRow, QuoteRow, Shown
from kawat.query.conditions import at_least_one, interval, kind, one_of, searchable
from kawat.query.dossier import Dossier, dossier
from kawat.query.first import by_report
from kawat.query.names import Meant, resolve
from kawat.store import ClaimFilter, Found, QuotationFilter, Store, View, Who, folded, unknown_place

NEWEST = 500
"""In how many of the newest claims outlets and agencies are looked up for who names one that is not there."""
LIMIT = 100
"""How many rows an answer has where nothing else is said."""


class Narrow(TypedDict, total=False):
    """What narrows a question on claims.

    `type` and `status` are words of `EventType` and `Status`, a type perhaps with a mode: "ACCUSE/allege"; `agency` is
    one whose words the outlet relays, `outlet` who printed the report, `place` a place of the act or a state, `since`
    and `until` are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or days, and both included, where claims without a date are left out
    unless `undated` takes them by the day of their report; `text` words of the sentence; `limit` None gives all.
    """

    type: str | None
    status: str | None
    agency: str | None
    outlet: str | None
    place: str | None
    undated: bool | None
    since: str | date | None
    until: str | date | None
    text: str | None
    limit: int | None


class Parties(Narrow, total=False):
    """Who takes part, by any known form of a name: who does it, to whom, or either; on whose word; in which report."""

    actor: str | None
    recipient: str | None
    either: str | None
    speaker: str | None
    article: str | None


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """How many claims tell of acts at a place; both `id` and `name` are None for those that name none."""

    id: str | None
    name: str | None
    claims: int


def claims(store: Store, **asked: Unpack[Parties]) -> Answer[ClaimRow]:
    """Claims that meet every condition given, by date.

    Raises `UnknownNameError` for a name that is unknown or means several, `QuestionError` for a malformed condition.
    """
    with store.view() as view:
        condition, meant = wanted(view, asked)
        return _answer(view, condition, asked.get("limit", LIMIT), *meant)


def wanted(view: View, asked: Parties) -> tuple[ClaimFilter, tuple[Meant | None, ...]]:
    """The filter of a question, and whom its names mean."""
    doer, other = _meant(view, asked.get("actor")), _meant(view, asked.get("recipient"))
    party, speaker = _meant(view, asked.get("either")), _meant(view, asked.get("speaker"))
    condition = replace(
        narrowed(asked, Parties), actor=_who(doer), recipient=_who(other), either=_who(party), speaker=_who(speaker)
    )
    _there(view, condition, asked)
    return condition, (doer, other, party, speaker)


def dyad(store: Store, one: str | Meant, other: str | Meant, **asked: Unpack[Narrow]) -> Answer[ClaimRow]:
    """What two actors do and say to each other or together, by date. Errors as for `claims`."""
    with store.view() as view:
        condition, meant = between(view, one, other, asked)
        return _answer(view, condition, asked.get("limit", LIMIT), *meant)


def between(view: View, one: str | Meant, other: str | Meant, asked: Narrow) -> tuple[ClaimFilter, tuple[Meant, Meant]]:
    """The filter of a question on two actors, and whom their names mean. Errors as for `dyad`."""
    condition = narrowed(asked)
    _there(view, condition, asked)
    left, right = resolve(view, one), resolve(view, other)
    if left.who == right.who:
        said = " and ".join(repr(end if isinstance(end, str) else end.id) for end in (one, other))
        raise QuestionError(f"{said} are the same actor, {left.name}; name two")
    return replace(condition, between=(left.who, right.who)), (left, right)


def actor(store: Store, name: str | Meant, *, limit: int | None = 20) -> Dossier:
    """What is kept of an actor; `limit` counts its newest claims. Errors as for `claims`."""
    at_least_one(limit)
    with store.view() as view:
        meant = resolve(view, name)
        return dossier(view, meant, _answer(view, ClaimFilter(either=meant.who), limit, meant))


def quotes(
    store: Store,
    name: str | Meant,
    *,
    manner: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = LIMIT,
) -> Answer[QuoteRow]:
    """What somebody is quoted with, by the day of the report; a state's name covers all who stand for it.

    `manner` is a word of `Manner`. Errors as for `claims`.
    """
    first, last, how = *interval(since, until), one_of(Manner, manner)
    at_least_one(limit)
    with store.view() as view:
        meant = resolve(view, name)
        page = view.quotations(QuotationFilter(meant.who, first, last, how), limit)
        notes = (*_notes(meant), *_cut(len(page.rows), page.total))
        return Answer(QuoteRow, tuple(map(quote_row, page.rows)), page.total, notes)


def search(store: Store, text: str, *, limit: int | None = LIMIT) -> Answer[PassageRow]:
    """Paragraphs, headlines and captions in which all the words stand, nearest first.

    Words in double quotes are a phrase; `*` ends a word that may go on. Nothing else is syntax.
    """
    searchable(text)
    at_least_one(limit)
    with store.view() as view:
        page = view.passages(text, limit)
        rows = tuple(PassageRow(one.kind, one.excerpt, one.span, one.header) for one in page.rows)
        notes = () if len(rows) == page.total else (f"the nearest {len(rows)} of {page.total}",)
        return Answer(PassageRow, rows, page.total, notes)


def articles(store: Store, ids: Iterable[str]) -> dict[str, Article]:
    """The reports of some ids as they were read; an id that the store does not have is left out."""
    with store.view() as view:
        found = ((one, view.record(one)) for one in dict.fromkeys(ids))
        return {one: record.article for one, record in found if record is not None}


def show(store: Store, id: str) -> Shown:  # noqa: A002  the model's word
    """The article, claim or quotation of an id, or of its first letters where they fit only one; or the article of an
    address, or of the path that it was read from.

    Raises `UnknownNameError` where nothing or more than one thing has it.
    """
    if not id.strip():
        raise QuestionError("an id is needed")
    with store.view() as view:
        found = view.find(id.strip())
        if not found:
            raise UnknownNameError(f"nothing in {store.name} has the id, address or path {id!r}")
        if len(found) > 1:
            meant = tuple((one.id, one.kind, f"in {one.article}") for one in found)
            raise UnknownNameError(f"{id!r} fits {len(meant)} ids; give more of it", meant)
        return _shown(view, found[0])


def _shown(view: View, found: Found) -> Shown:
    record = view.record(found.article)
    if record is None:
        raise UnknownNameError(f"article {found.article} has no current run")
    if found.kind == "quotation":
        page = view.quotations(QuotationFilter(ids=(found.id,)))
        return Shown(found, record, quotation=quote_row(page.rows[0]))
    if found.kind == "article":
        stored = view.claims(ClaimFilter(article=found.article)).rows
        return Shown(found, record, claims=claim_rows(view, stored))
    stored = view.claims(ClaimFilter(ids=(found.id,))).rows
    act = acts(view, stored)
    others = [act.members[one] for one in act.of[found.id].claims if one != found.id]
    others.sort(key=lambda one: (by_report(one.header), one.claim.id))
    return Shown(
        found,
        record,
        claim=claim_row(stored[0], act.told(found.id), act.checked),
        same_act=tuple(claim_row(one, act.told(one.claim.id), act.checked) for one in others),
        origins=act.of[found.id].support.origins,
        links=tuple(dict.fromkeys(view.links([found.id]))),
    )


def narrowed(asked: Narrow | Parties, conditions: type[Narrow] | type[Parties] = Narrow) -> ClaimFilter:
    """What narrows a question, as the store takes it.

    Raises `QuestionError` for a malformed condition, and for one that `conditions` has not: it would narrow nothing.
    """
    if unknown := asked.keys() - conditions.__annotations__.keys():
        raise QuestionError(
            f"there is no condition {min(unknown)!r}; there are {', '.join(conditions.__annotations__)}"
        )
    first, last = interval(asked.get("since"), asked.get("until"))
    at_least_one(asked.get("limit"))
    type_of, mode = kind(asked.get("type"))
    return ClaimFilter(
        type=type_of,
        mode=mode,
        status=one_of(Status, asked.get("status")),
        agencies=media(asked.get("agency"), "agency", knowledge.agency),
        outlets=media(asked.get("outlet"), "outlet", knowledge.outlet),
        stands_in=bool(asked.get("undated")),
        place=_place(asked.get("place")),
        since=first,
        until=last,
        words=searchable(asked.get("text")),
        article=_article(asked),
    )


def _article(asked: Narrow | Parties) -> str | None:
    return dict(asked).get("article")  # type: ignore[return-value]  # only `Parties` has it


def _meant(view: View, name: str | None) -> Meant | None:
    return None if name is None else resolve(view, name)


def _who(meant: Meant | None) -> Who | None:
    return None if meant is None else meant.who


def _notes(*names: Meant | None) -> tuple[str, ...]:
    return tuple(meant.note for meant in names if meant is not None and meant.note is not None)


def _place(name: str | None) -> str | None:
    """The id of the place or state of a name; what stands for a place of reports where no table has the name."""
    if name is None:
        return None
    if not name.strip():
        raise QuestionError("the name of a place is needed")
    ids = [name, *(form.known_id for form in knowledge.lookup(name))]
    found = next((one for one in ids if knowledge.place(one) is not None), None)
    return found or unknown_place(name)


def _there(view: View, condition: ClaimFilter, asked: Narrow | Parties) -> None:
    """Raises `QuestionError` for a place that neither the tables nor the reports know."""
    place = condition.place
    if place is not None and place.startswith("~") and not view.claims(ClaimFilter(place=place), 0).total:
        raise QuestionError(f"no place is known as {asked.get('place')!r}, and no report says that anything was there")


def places(store: Store, newest: int, **asked: Unpack[Parties]) -> tuple[tuple[PlaceTally, ...], int]:
    """Where the newest claims took place, the most frequent first, and how many claims there are in all.

    Errors as for `claims`.
    """
    with store.view() as view:
        condition = wanted(view, asked)[0]
        found = tuple(PlaceTally(*row) for row in view.places(condition, newest))
        return found, view.claims(condition, 0).total


def media(name: str | None, what: str, known_as: Callable[[str], Known | None]) -> tuple[str, ...]:
    """Under what an agency or outlet may be kept."""
    if name is None:
        return ()
    if not name.strip():
        raise QuestionError(f"the name of an {what} is needed")
    known = known_as(name)
    return (folded(name),) if known is None else (known.id, folded(known.name), folded(name))


def _answer(view: View, wanted: ClaimFilter, limit: int | None, *names: Meant | None) -> Answer[ClaimRow]:
    at_least_one(limit)
    page = view.claims(wanted, limit)
    notes = [*_notes(*names), *_cut(len(page.rows), page.total)]
    if (wanted.since is not None or wanted.until is not None) and not wanted.stands_in:
        undated = view.claims(replace(wanted, since=None, until=None, undated=True), 0).total
        if undated:
            number = "1 claim" if undated == 1 else f"{undated} claims"
            notes.append(f"{number} without a date left out: option `undated` takes them by the day of their report")
    if not page.total:
        notes += _unheard(view, wanted)
    rows = claim_rows(view, page.rows)
    return Answer(ClaimRow, rows, page.total, (*notes, *_reviewed(view, wanted, rows)))


def _unheard(view: View, wanted: ClaimFilter) -> Iterable[str]:
    """That no report at all is of the outlet or agency asked for, and which those of the newest claims are."""
    for kinds, what, named in (
        ((HopKind.OUTLET,), "outlet", wanted.outlets),
        ((HopKind.AGENCY, HopKind.MEDIUM), "agency", wanted.agencies),
    ):
        alone = ClaimFilter(outlets=wanted.outlets) if what == "outlet" else ClaimFilter(agencies=wanted.agencies)
        if named and not view.claims(alone, 0).total:
            newest = view.briefs(ClaimFilter(), NEWEST, "", chains=True).rows
            hops = Counter(hop.name for one in newest for hop in one.chain if hop.kind in kinds and hop.name)
            known = ", ".join(name for name, _ in hops.most_common(12)) or "none"
            yield f"no report has the {what} {named[-1]!r}; those of the newest reports: {known}"


def _reviewed(view: View, wanted: ClaimFilter, rows: Iterable[ClaimRow]) -> Iterable[str]:
    """That an answer follows reviewers where they correct or reject what was read."""
    by_hand = sum(row.checked.state == "corrected" for row in rows)
    if by_hand:
        yield f"{by_hand} {'claim' if by_hand == 1 else 'claims'} as corrected by reviewers"
    if wanted.ids is None and wanted.article is None:
        rejected = view.claims(replace(wanted, rejected=True), 0).total
        if rejected:
            yield f"{rejected} {'claim' if rejected == 1 else 'claims'} that reviewers reject left out"


def _cut(shown: int, total: int) -> tuple[str, ...]:
    return () if shown == total else (f"the newest {shown} of {total}",)


__all__ = ["LIMIT", "Narrow", "Parties", "actor", "articles", "claims", "dyad", "places", "quotes", "search", "show"]
