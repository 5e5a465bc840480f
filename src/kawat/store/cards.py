"""Questions to the card file → keys, counts and sums, in SQL that every engine understands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select, union_all

from kawat.store import filing
from kawat.store import tables as t
from kawat.store.filing import ACTOR, CROWD, EVERY, RECIPIENT, SPEAKER, UNDATED, filed, filed_quotation, met, name_use
from kawat.store.held import corrected_party
from kawat.store.select import said, two_of
from kawat.store.wanted import ClaimFilter, QuotationFilter, Who


def marks(who: Who) -> tuple[str, ...]:
    """The cards under which those meant are filed."""
    return (*((f"@{who.code}",) if who.code is not None else ()), *who.ids)


def serves(wanted: ClaimFilter) -> bool:
    """Whether the cards alone tell which claims a filter wants; words, ids and articles are found otherwise."""
    by_name = wanted.ids is not None or wanted.article is not None or bool(wanted.outlets)
    return not by_name and wanted.words is None and wanted.reported is None and not wanted.rejected


def on_one_card(wanted: ClaimFilter) -> bool:
    """Whether all claims between the two of a filter stand on the card of that pair, or among those of a crowd."""
    return wanted.between is not None and _pair(*wanted.between) is not None


def _pair(one: Who, other: Who) -> str | None:
    """The card of two; None where they have none: somebody of several marks, or one and the same."""
    left, right = marks(one), marks(other)
    if len(left) != 1 or len(right) != 1 or left == right:
        return None
    return filing.pair(left[0], right[0]) if all(map(filing.paired, left + right)) else None


def claim_keys(wanted: ClaimFilter, limit: int | None) -> Select[int]:
    """The keys of the newest claims that a filter wants, the newest first: by date, then by article and place in it."""
    c, run = t.claim.c, t.run.c
    some = []
    for card, conditions in _chosen(wanted):
        rows = select(card.c.claim, card.c.day, c.date_end, run.article, c.ordinal)
        rows = rows.join(t.claim, c.key == card.c.claim).join(t.run, run.key == c.run).where(*conditions)
        some.append(_newest(rows, card.c.day, c.date_end, run.article, c.ordinal, limit=limit).subquery())
    found = some[0] if len(some) == 1 else union_all(*(select(one) for one in some)).subquery()
    f = found.c
    return _newest(select(f.claim), f.day, f.date_end, f.article, f.ordinal, limit=limit)


def _newest(
    query: Select[Any],
    day: ColumnElement[date],
    end: ColumnElement[date | None],
    article: ColumnElement[str],
    ordinal: ColumnElement[int],
    *,
    limit: int | None,
) -> Select[Any]:
    return query.order_by(day.desc(), end.desc().nulls_first(), article.desc(), ordinal.desc()).limit(limit)


def all_counted(kind: Literal["claim", "quotation"]) -> Select[int]:
    """How many claims or quotations there are."""
    return select(func.coalesce(func.sum(met.c.claims), 0)).where(met.c.who == EVERY, met.c.code == kind)


def counted(wanted: ClaimFilter) -> Select[int]:
    """How many claims a filter wants."""
    if wanted == ClaimFilter():
        return all_counted("claim")
    n, sums = filing.counted.c, _sums(wanted)
    some = [number(*part) for part in _chosen(wanted)]
    if sums is not None:
        some[0] = select(func.coalesce(func.sum(n.claims), 0)).where(*sums)
    return select(sum((one.scalar_subquery() for one in some[1:]), some[0].scalar_subquery()))


def tallied(wanted: ClaimFilter) -> Select[str, int]:
    """How many claims of each status a filter wants."""
    n, sums = filing.counted.c, _sums(wanted)
    some = [
        select(card.c.status, func.count().label("claims")).where(*conditions).group_by(card.c.status)
        for card, conditions in _chosen(wanted)
    ]
    if sums is not None:
        some[0] = select(n.status, func.sum(n.claims).label("claims")).where(*sums).group_by(n.status)
    found = union_all(*some).subquery().c
    return select(found.status, func.sum(found.claims)).group_by(found.status).order_by(found.status)


def _sums(wanted: ClaimFilter) -> list[ColumnElement[bool]] | None:
    """Which sums to add up for the first of the marks of a filter, instead of counting cards.

    None where sums do not tell: for two parties, for days, for places.
    """
    parties = [
        (marks(who), roles)
        for who, roles in (
            (wanted.actor, ACTOR),
            (wanted.recipient, RECIPIENT),
            (wanted.speaker, SPEAKER),
            (wanted.either, ACTOR | RECIPIENT),
        )
        if who is not None
    ]
    bare = (
        replace(wanted, actor=None, recipient=None, speaker=None, either=None, type=None, status=None) == ClaimFilter()
    )
    if not bare or len(parties) > 1:
        return None
    n = filing.counted.c
    named, roles = parties[0] if parties else ((EVERY,), 0)
    conditions: list[ColumnElement[bool]] = [n.who == named[0]]
    conditions += [n.roles.bitwise_and(roles) != 0] if roles else []
    conditions += [n.type == wanted.type.value] if wanted.type is not None else []
    conditions += [n.status == wanted.status.value] if wanted.status is not None else []
    return conditions


def _chosen(wanted: ClaimFilter) -> list[tuple[FromClause, list[ColumnElement[bool]]]]:
    """The cards to read and the conditions on them, for each mark of whoever leads, so that no claim comes twice."""
    asked: list[tuple[tuple[str, ...], int]] = []
    for who, roles in (
        (wanted.actor, ACTOR),
        (wanted.recipient, RECIPIENT),
        (wanted.speaker, SPEAKER),
        (wanted.either, ACTOR | RECIPIENT),
    ):
        if who is not None:
            asked.append((marks(who), roles))
    if wanted.agencies:
        asked.append((tuple(dict.fromkeys(f"~{one}" for one in wanted.agencies)), 0))
    if wanted.place is not None:
        asked.append(((f"^{wanted.place}",), 0))
    leading = min(asked, key=_commonness, default=((EVERY,), 0))
    between = card_of_both = None
    if wanted.actor is not None and wanted.recipient is not None:
        card_of_both = _pair(wanted.actor, wanted.recipient)
        leading = leading if card_of_both is None else ((card_of_both,), 0)
    if wanted.between is not None:
        one, other = sorted(wanted.between, key=lambda who: len(marks(who)))
        if (card_of_both := _pair(one, other)) is not None:
            leading = ((card_of_both,), 0)
        else:
            leading, between = (marks(one), 0), (one, other)
    chosen: list[tuple[FromClause, list[ColumnElement[bool]]]] = []
    named, roles = leading
    for order, mark in enumerate(named):
        card = filed.alias()
        conditions: list[ColumnElement[bool]] = [card.c.who == mark, *_in_role(card, roles)]
        conditions += [~_stands(card, named[:order], roles)] if order else []
        conditions += [_between(card, *between)] if between else []
        conditions += [_stands(card, *one) for one in asked if one is not leading]
        chosen.append((card, [*conditions, *_of_card(card, wanted)]))
    if card_of_both is not None:
        card = filed.alias()
        conditions = [card.c.who == CROWD, *(_stands(card, *one) for one in asked)]
        conditions += [_joined(card, *map(marks, wanted.between))] if wanted.between is not None else []
        chosen.append((card, [*conditions, *_of_card(card, wanted)]))
    return chosen


def _commonness(asked: tuple[tuple[str, ...], int]) -> tuple[int, int]:
    """How many cards somebody has, in kind: places have fewest, then agencies, then people, then states."""
    named, _ = asked
    return {"^": 0, "~": 1, "@": 3}.get(named[0][:1], 2), len(named)


def _of_card(card: FromClause, wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """What a card itself tells of its claim: type, status and days."""
    if wanted.type is not None:
        yield card.c.type == wanted.type.value
    if wanted.mode is not None:  # no card has it
        of = t.claim.alias()
        yield select(of.c.key).where(of.c.key == card.c.claim, of.c.mode == wanted.mode).exists()
    if wanted.status is not None:
        yield card.c.status == wanted.status.value
    if wanted.undated:
        yield card.c.last.is_(None)
    if wanted.since is not None or wanted.until is not None:
        yield card.c.day != UNDATED if wanted.stands_in else card.c.last.is_not(None)
    if wanted.since is not None:
        yield (func.coalesce(card.c.last, card.c.day) if wanted.stands_in else card.c.last) >= wanted.since
    if wanted.until is not None:
        yield card.c.day <= wanted.until


def _in_role(card: FromClause, roles: int) -> list[ColumnElement[bool]]:
    return [card.c.roles.bitwise_and(roles) != 0] if roles else []


def _stands(card: FromClause, named: Sequence[str], roles: int) -> ColumnElement[bool]:
    """Whether the claim of a card is filed under one of some marks too, in one of some roles."""
    other = filed.alias()
    same = (other.c.day == card.c.day, other.c.claim == card.c.claim, other.c.who.in_(named))
    return select(other.c.claim).where(*same, *_in_role(other, roles)).exists()


def _between(card: FromClause, one: Who, other: Who) -> ColumnElement[bool]:
    left, right = marks(one), marks(other)
    if len(left) == 1:  # the card is of the one, so only the other is looked for, once
        with_one, with_two = card.c.roles.bitwise_and(ACTOR) != 0, card.c.roles.bitwise_and(RECIPIENT) != 0
        there = filed.alias()
        acts, undergoes = there.c.roles.bitwise_and(ACTOR) != 0, there.c.roles.bitwise_and(RECIPIENT) != 0
        return (
            select(there.c.claim)
            .where(
                there.c.day == card.c.day,
                there.c.claim == card.c.claim,
                there.c.who.in_(right),
                or_(
                    and_(with_one, undergoes),
                    and_(with_two, acts),
                    and_(with_one, acts, _together(card, left, right)),
                ),
            )
            .exists()
        )
    return _joined(card, left, right)


def _joined(card: FromClause, left: Sequence[str], right: Sequence[str]) -> ColumnElement[bool]:
    """Whether of two, each of some marks, one acts on the other in the claim of a card, or both act together."""
    return or_(
        and_(_stands(card, left, ACTOR), _stands(card, right, RECIPIENT)),
        and_(_stands(card, right, ACTOR), _stands(card, left, RECIPIENT)),
        and_(_stands(card, left, ACTOR), _stands(card, right, ACTOR), _together(card, left, right)),
    )


def _together(card: FromClause, left: Sequence[str], right: Sequence[str]) -> ColumnElement[bool]:
    """Two actors of one act; two, so that Lukashenko alone is not Belarus together with Lukashenko."""
    claim = t.claim.alias()
    read, held = (
        two_of(table, key, lambda one: _is(one, left), lambda one: _is(one, right))
        for table, key in ((t.party, claim.c.key), (corrected_party, claim.c.id))
    )
    found = select(claim.c.key).where(claim.c.key == card.c.claim, or_(and_(~said("actor", claim.c.id), read), held))
    return found.correlate(card).exists()  # said outright: SQLAlchemy sees no table from two selects further out


def _is(party: FromClause, named: Sequence[str]) -> ColumnElement[bool]:
    ids = [mark for mark in named if not mark.startswith("@")]
    found: list[ColumnElement[bool]] = [party.c.entity.in_(ids)] if ids else []
    for mark in named:
        if mark.startswith("@"):
            code = mark[1:]
            found.append(or_(party.c.code == code, and_(party.c.code > f"{code}:", party.c.code < f"{code};")))
    return or_(*found)


def places(wanted: ClaimFilter, limit: int) -> Select[str | None, str | None, int]:
    """Where the newest of the claims that a filter wants took place: id, name and how many."""
    some = [
        select(select(card.c.claim, card.c.day).where(*parts).order_by(card.c.day.desc()).limit(limit).subquery())
        for card, parts in _chosen(wanted)
    ]
    every = union_all(*some).subquery()
    newest = select(every.c.claim).order_by(every.c.day.desc()).limit(limit).subquery()
    c, held = t.claim.c, corrected_party.c
    among = func.count()
    where, name = (
        case((held.claim.is_not(None), own), else_=read).label(label)
        for own, read, label in ((held.entity, c.place_id, "place"), (held.name, c.place_name, "named"))
    )
    return (
        select(where, name, among)
        .select_from(t.claim)
        .join(newest, newest.c.claim == c.key)
        .join(corrected_party, and_(held.claim == c.id, held.role == "place"), isouter=True)
        .group_by(where, name)
        .order_by(among.desc(), name, where)
    )


def quotation_cards(wanted: QuotationFilter) -> list[tuple[FromClause, list[ColumnElement[bool]]]] | None:
    """The cards of the quotations that a filter wants, for each mark of who speaks; None where cards do not tell."""
    if wanted.ids is not None or wanted.manner is not None:
        return None
    named = (EVERY,) if wanted.speaker is None else marks(wanted.speaker)
    chosen: list[tuple[FromClause, list[ColumnElement[bool]]]] = []
    for order, mark in enumerate(named):
        card, other = filed_quotation.alias(), filed_quotation.alias()
        same = (other.c.day == card.c.day, other.c.quotation == card.c.quotation, other.c.who.in_(named[:order]))
        conditions: list[ColumnElement[bool]] = [card.c.who == mark]
        conditions += [~select(other.c.quotation).where(*same).exists()] if order else []
        if wanted.since is not None:
            conditions += [card.c.day >= wanted.since, card.c.day != UNDATED]
        if wanted.until is not None:
            conditions += [card.c.day <= wanted.until, card.c.day != UNDATED]
        chosen.append((card, conditions))
    return chosen


def number(card: FromClause, conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    """How many cards meet some conditions."""
    return select(func.count()).select_from(card).where(*conditions)


def quotation_keys(chosen: Iterable[tuple[FromClause, list[ColumnElement[bool]]]], limit: int | None) -> Select[int]:
    """The keys of the newest quotations on some cards, the newest first: by the day of publication."""
    q, run = t.quotation.c, t.run.c
    some = []
    for card, conditions in chosen:
        rows = select(card.c.quotation, card.c.day, run.article, q.ordinal)
        rows = rows.join(t.quotation, q.key == card.c.quotation).join(t.run, run.key == q.run).where(*conditions)
        rows = rows.order_by(card.c.day.desc(), run.article.desc(), q.ordinal.desc()).limit(limit)
        some.append(select(rows.subquery()))
    f = union_all(*some).subquery().c
    return select(f.quotation).order_by(f.day.desc(), f.article.desc(), f.ordinal.desc()).limit(limit)


def partners(who: str, limit: int) -> Select[str, int]:
    """The codes that take part in the claims of a card, and in how many; the most frequent first."""
    m = met.c
    return select(m.code, m.claims).where(m.who == who).order_by(m.claims.desc(), m.code).limit(limit)


def names(entity: str) -> Select[str, str, int, date, date]:
    """The names of an entity by outlet ("" where it is unknown), in how many reports, and first and last day."""
    n = name_use.c
    return select(n.name, n.outlet, n.articles, n.first, n.last).where(n.entity == entity)
