"""Questions to the card file → keys, counts and sums, in SQL that every engine understands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, or_, select

from kawat.store import filing
from kawat.store import tables as t
from kawat.store.base import ClaimFilter, QuotationFilter, Who
from kawat.store.filing import ACTOR, EVERY, RECIPIENT, SPEAKER, UNDATED, filed, filed_quotation, met, name_use


def marks(who: Who) -> tuple[str, ...]:
    """The cards under which those meant are filed."""
    return (*((f"@{who.code}",) if who.code is not None else ()), *who.ids)


def serves(wanted: ClaimFilter) -> bool:
    """Whether the cards alone tell which claims a filter wants; words, ids and articles are found otherwise."""
    by_name = wanted.ids is not None or wanted.article is not None
    return not by_name and wanted.words is None and wanted.reported is None and not wanted.rejected


def on_one_card(wanted: ClaimFilter) -> bool:
    """Whether all claims between the two of a filter stand on the card of that pair."""
    named = [marks(who) for who in wanted.between or ()]
    return bool(named) and all(len(some) == 1 and filing.paired(some[0]) for some in named)


def claim_keys(wanted: ClaimFilter) -> Select[int]:
    """The keys of the claims that a filter wants, the newest first: by date, then by article and place in it."""
    card, conditions = _chosen(wanted)
    c = t.claim.c
    return (
        select(card.c.claim)
        .join(t.claim, c.key == card.c.claim)
        .join(t.run, t.run.c.key == c.run)
        .where(*conditions)
        .order_by(card.c.day.desc(), c.date_end.desc().nulls_first(), t.run.c.article.desc(), c.ordinal.desc())
    )


def all_counted(kind: Literal["claim", "quotation"]) -> Select[int]:
    """How many claims or quotations there are."""
    return select(func.coalesce(func.sum(met.c.claims), 0)).where(met.c.who == EVERY, met.c.code == kind)


def counted(wanted: ClaimFilter) -> Select[int]:
    """How many claims a filter wants."""
    if wanted == ClaimFilter():
        return all_counted("claim")
    if (some := _sums(wanted)) is not None:
        return select(func.coalesce(func.sum(filing.counted.c.claims), 0)).where(*some)
    card, conditions = _chosen(wanted)
    return number(card, conditions)


def tallied(wanted: ClaimFilter) -> Select[str, int]:
    """How many claims of each status a filter wants."""
    if (some := _sums(wanted)) is not None:
        n = filing.counted.c
        return select(n.status, func.sum(n.claims)).where(*some).group_by(n.status).order_by(n.status)
    card, conditions = _chosen(wanted)
    return select(card.c.status, func.count()).where(*conditions).group_by(card.c.status).order_by(card.c.status)


def _sums(wanted: ClaimFilter) -> list[ColumnElement[bool]] | None:
    """Which sums to add up for a filter; None where they do not tell: for two parties, for days, for places."""
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
    if not bare or len(parties) > 1 or any(len(named) > 1 for named, _ in parties):
        return None
    n = filing.counted.c
    ((who,), roles) = parties[0] if parties else ((EVERY,), 0)
    conditions: list[ColumnElement[bool]] = [n.who == who]
    conditions += [n.roles.bitwise_and(roles) != 0] if roles else []
    conditions += [n.type == wanted.type.value] if wanted.type is not None else []
    conditions += [n.status == wanted.status.value] if wanted.status is not None else []
    return conditions


def _chosen(wanted: ClaimFilter) -> tuple[FromClause, list[ColumnElement[bool]]]:
    """The cards to read, those of one actor where one is asked for, and the conditions on them."""
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
        asked.append((tuple(f"~{one}" for one in wanted.agencies), 0))
    if wanted.place is not None:
        asked.append(((f"^{wanted.place}",), 0))
    card = filed.alias()
    conditions: list[ColumnElement[bool]] = []
    # Cards of one mark hold a claim once; of several they may hold it twice, so they only narrow all cards.
    leading = next((one for one in asked if len(one[0]) == 1), ((EVERY,), 0))
    if wanted.between is not None:
        if on_one_card(wanted):
            leading = ((filing.pair(*(marks(who)[0] for who in wanted.between)),), 0)
        else:
            leading = (_one_mark(wanted.between[0]), 0)
            conditions.append(_between(card, *wanted.between))
    conditions += [card.c.who == leading[0][0], *_in_role(card, leading[1])]
    conditions += [_stands(card, *one) for one in asked if one is not leading]
    if wanted.type is not None:
        conditions.append(card.c.type == wanted.type.value)
    if wanted.status is not None:
        conditions.append(card.c.status == wanted.status.value)
    if wanted.undated:
        conditions.append(card.c.last.is_(None))
    if wanted.since is not None:
        conditions.append(card.c.last >= wanted.since)
    if wanted.until is not None:
        conditions += [card.c.last.is_not(None), card.c.day <= wanted.until]
    return card, conditions


def _one_mark(who: Who) -> tuple[str]:
    named = marks(who)
    return (named[0] if len(named) == 1 else EVERY,)


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
    return or_(
        and_(_stands(card, left, ACTOR), _stands(card, right, RECIPIENT)),
        and_(_stands(card, right, ACTOR), _stands(card, left, RECIPIENT)),
        and_(_stands(card, left, ACTOR), _stands(card, right, ACTOR), _together(card, left, right)),
    )


def _together(card: FromClause, left: Sequence[str], right: Sequence[str]) -> ColumnElement[bool]:
    """Two actors of one act; two, so that Lukashenko alone is not Belarus together with Lukashenko."""
    one, other = t.party.alias(), t.party.alias()
    return (
        select(one.c.claim)
        .join(other, and_(other.c.claim == one.c.claim, other.c.role == one.c.role))
        .where(
            one.c.claim == card.c.claim,
            one.c.role == "actor",
            one.c.ordinal != other.c.ordinal,
            _is(one, left),
            _is(other, right),
        )
        .exists()
    )


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
    card, conditions = _chosen(wanted)
    newest = select(card.c.claim).where(*conditions).order_by(card.c.day.desc()).limit(limit).subquery()
    c = t.claim.c
    counted = func.count()
    return (
        select(c.place_id, c.place_name, counted)
        .join(newest, newest.c.claim == c.key)
        .group_by(c.place_id, c.place_name)
        .order_by(counted.desc(), c.place_name, c.place_id)
    )


def quotation_cards(wanted: QuotationFilter) -> tuple[FromClause, list[ColumnElement[bool]]] | None:
    """The cards of the quotations that a filter wants; None where the cards do not tell."""
    named = (EVERY,) if wanted.speaker is None else marks(wanted.speaker)
    if wanted.ids is not None or len(named) > 1:
        return None
    card = filed_quotation.alias()
    conditions: list[ColumnElement[bool]] = [card.c.who == named[0]]
    if wanted.since is not None:
        conditions += [card.c.day >= wanted.since, card.c.day != UNDATED]
    if wanted.until is not None:
        conditions += [card.c.day <= wanted.until, card.c.day != UNDATED]
    return card, conditions


def number(card: FromClause, conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    """How many cards meet some conditions."""
    return select(func.count()).select_from(card).where(*conditions)


def quotation_keys(card: FromClause, conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    """The keys of quotations, the newest first: by the day of publication."""
    q, run = t.quotation.c, t.run.c
    return (
        select(card.c.quotation)
        .join(t.quotation, q.key == card.c.quotation)
        .join(t.run, run.key == q.run)
        .where(*conditions)
        .order_by(card.c.day.desc(), run.article.desc(), q.ordinal.desc())
    )


def partners(who: str, limit: int) -> Select[str, int]:
    """The codes that take part in the claims of a card, and in how many; the most frequent first."""
    m = met.c
    return select(m.code, m.claims).where(m.who == who).order_by(m.claims.desc(), m.code).limit(limit)


def names(entity: str) -> Select[str, str, int, date, date]:
    """The names of an entity by outlet ("" where it is unknown), in how many reports, and first and last day."""
    n = name_use.c
    return select(n.name, n.outlet, n.articles, n.first, n.last).where(n.entity == entity)
