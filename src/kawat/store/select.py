"""Questions → keys, in SQL that every engine understands; only current runs are seen."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, false, func, or_, select

from kawat.model import HopKind
from kawat.store import tables as t
from kawat.store.filing import filed
from kawat.store.held import corrected, corrected_party
from kawat.store.search import SearchIndex, fts_query
from kawat.store.wanted import ClaimFilter, QuotationFilter, Who

_RELAYS = (HopKind.AGENCY.value, HopKind.MEDIUM.value)
_PRINTS = (HopKind.OUTLET.value,)


def claim_keys(wanted: ClaimFilter, search: SearchIndex) -> Select[int]:
    """The keys of the claims that a filter wants, the newest first: by date, then by article and place in it."""
    conditions = [*_of_parties(wanted), *_of_time(wanted)]
    c = t.claim.c
    if wanted.speaker is not None:
        conditions.append(
            or_(and_(~said("speaker"), _speaks(c.run, c.speaker, wanted.speaker)), _is_said(wanted.speaker, "speaker"))
        )
    if wanted.type is not None:
        conditions.append(func.coalesce(corrected.c.type, c.type) == wanted.type.value)
    if wanted.mode is not None:
        conditions.append(c.mode == wanted.mode)
    if wanted.status is not None:
        conditions.append(func.coalesce(corrected.c.status, c.status) == wanted.status.value)
    conditions += [
        _passes(kinds, named) for kinds, named in ((_RELAYS, wanted.agencies), (_PRINTS, wanted.outlets)) if named
    ]
    if wanted.words is not None:
        query = fts_query(wanted.words)
        conditions.append(false() if query is None else c.key.in_(select(search.keys("claim", query).subquery().c.key)))
    if wanted.place is not None:
        conditions.append(c.key.in_(select(filed.c.claim).where(filed.c.who == f"^{wanted.place}")))
    if wanted.ids is not None:
        conditions.append(c.id.in_(wanted.ids))
    if wanted.reported is not None:
        conditions.append(t.run.c.published_on >= wanted.reported)
    if wanted.article is not None:
        conditions.append(t.run.c.article == wanted.article)
    if wanted.rejected:
        conditions.append(c.id.in_(select(corrected.c.claim).where(corrected.c.rejected.is_(True))))
    elif wanted.ids is None and wanted.article is None:  # what is asked for by name is shown, rejected or not
        conditions.append(corrected.c.rejected.is_not(True))
    day = func.coalesce(corrected.c.start, c.date_start, t.run.c.published_on)
    return (
        select(c.key)
        .join(t.current, t.current.c.run == c.run)
        .join(t.run, t.run.c.key == c.run)
        .join(corrected, corrected.c.claim == c.id, isouter=True)
        .where(*conditions)
        .order_by(day.desc().nulls_first(), c.date_end.desc().nulls_first(), t.run.c.article.desc(), c.ordinal.desc())
    )


def quotation_keys(wanted: QuotationFilter, search: SearchIndex) -> Select[int]:
    """The keys of the quotations that a filter wants, the newest first: by the day of publication."""
    c, run = t.quotation.c, t.run.c
    conditions: list[ColumnElement[bool]] = []
    if wanted.speaker is not None:
        conditions.append(_speaks(c.run, c.speaker, wanted.speaker))
    if wanted.since is not None:
        conditions.append(run.published_on >= wanted.since)
    if wanted.until is not None:
        conditions.append(run.published_on <= wanted.until)
    if wanted.manner is not None:
        conditions.append(c.manner == wanted.manner.value)
    if wanted.ids is not None:
        conditions.append(c.id.in_(wanted.ids))
    return (
        select(c.key)
        .join(t.current, t.current.c.run == c.run)
        .join(t.run, run.key == c.run)
        .where(*conditions)
        .order_by(run.published_on.desc().nulls_first(), run.article.desc(), c.ordinal.desc())
    )


def passage_keys(words: str, search: SearchIndex) -> Select[int] | None:
    """The keys of the blocks in which the words stand, nearest first; None where there is no word to look for."""
    query = fts_query(words)
    if query is None:
        return None
    found = search.keys("passage", query).subquery()
    return (
        select(t.block.c.key)
        .join(found, found.c.key == t.block.c.key)
        .join(t.current, t.current.c.run == t.block.c.run)
        .order_by(found.c.rank, t.block.c.key)
    )


def total(connection: Connection, keys: Select[int]) -> int:
    """How many rows a selectable has."""
    return connection.execute(select(func.count()).select_from(keys.order_by(None).subquery())).scalar_one()


def stands_for(code: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """Whether a column holds a code or a sector of it: ":" and ";" are neighbours, so that an index serves."""
    return or_(code == wanted, and_(code > f"{wanted}:", code < f"{wanted};"))


def entity_is(who: Who) -> ColumnElement[bool]:
    """Whether a row of `entity` is one of those meant."""
    return _is(t.entity.c.id, t.entity.c.code, who)


def party_is(party: FromClause, who: Who) -> ColumnElement[bool]:
    """Whether a row of `party` is one of those meant."""
    return _is(party.c.entity, party.c.code, who)


def _is(column: ColumnElement[str], code: ColumnElement[str], who: Who) -> ColumnElement[bool]:
    meant = column == who.ids[0] if len(who.ids) == 1 else column.in_(who.ids)
    if who.code is None:
        return meant
    return or_(stands_for(code, who.code), meant) if who.ids else stands_for(code, who.code)


def _speaks(run: ColumnElement[int], speaker: ColumnElement[str], who: Who) -> ColumnElement[bool]:
    if who.code is None:
        return speaker == who.id if not who.also else speaker.in_(who.ids)
    e = t.entity.c
    return select(e.id).where(e.run == run, e.id == speaker, entity_is(who)).exists()


def _of_parties(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    conditions = []
    if wanted.actor is not None:
        conditions.append(_takes_part(wanted.actor, "actor"))
    if wanted.recipient is not None:
        conditions.append(_takes_part(wanted.recipient, "recipient"))
    if wanted.either is not None:
        conditions.append(_takes_part(wanted.either, "actor", "recipient"))
    if wanted.between is not None:
        one, other = wanted.between
        conditions.append(
            or_(
                and_(_takes_part(one, "actor"), _takes_part(other, "recipient")),
                and_(_takes_part(other, "actor"), _takes_part(one, "recipient")),
                _together(one, other),
            )
        )
    return conditions


def _passes(kinds: tuple[str, ...], named: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether a claim came by a hop of some kinds that is one of those named."""
    hop = t.claim_hop.c
    there = or_(hop.entity.in_(named), hop.folded.in_(named))
    return select(hop.claim).where(hop.claim == t.claim.c.key, hop.kind.in_(kinds), there).exists()


def said(role: str | ColumnElement[str], claim: ColumnElement[str] = t.claim.c.id) -> ColumnElement[bool]:
    """Whether reviewers agree on who stands in a role of a claim, so that what was read does not hold."""
    held = corrected_party.alias()
    return select(held.c.claim).where(held.c.claim == claim, held.c.role == role).exists()


def _is_said(who: Who, *roles: str) -> ColumnElement[bool]:
    held = corrected_party.alias()
    return (
        select(held.c.claim).where(held.c.claim == t.claim.c.id, held.c.role.in_(roles), party_is(held, who)).exists()
    )


def _takes_part(who: Who, *roles: str) -> ColumnElement[bool]:
    party = t.party.alias()
    read = select(party.c.claim).where(party.c.claim == t.claim.c.key, party.c.role.in_(roles), party_is(party, who))
    return or_(read.where(~said(party.c.role)).exists(), _is_said(who, *roles))


def _together(one: Who, other: Who) -> ColumnElement[bool]:
    """Two actors of one act; two, so that Lukashenko alone is not Belarus together with Lukashenko."""
    read = two_of(t.party, t.claim.c.key, lambda party: party_is(party, one), lambda party: party_is(party, other))
    held = two_of(
        corrected_party, t.claim.c.id, lambda party: party_is(party, one), lambda party: party_is(party, other)
    )
    return or_(and_(~said("actor"), read), held)


def two_of(
    table: FromClause,
    claim: ColumnElement[Any],
    one: Callable[[FromClause], ColumnElement[bool]],
    other: Callable[[FromClause], ColumnElement[bool]],
) -> ColumnElement[bool]:
    """Whether a claim has two actors in a table of parties, each of whom meets a condition."""
    left, right = table.alias(), table.alias()
    return (
        select(left.c.claim)
        .join(right, and_(right.c.claim == left.c.claim, right.c.role == left.c.role))
        .where(
            left.c.claim == claim,
            left.c.role == "actor",
            left.c.ordinal != right.c.ordinal,
            one(left),
            other(right),
        )
        .exists()
    )


def _of_time(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    start, end = (
        func.coalesce(held, read)
        for held, read in ((corrected.c.start, t.claim.c.date_start), (corrected.c.end, t.claim.c.date_end))
    )
    conditions: list[ColumnElement[bool]] = []
    if wanted.undated:
        conditions.append(start.is_(None))
    if wanted.stands_in:
        start, end = (func.coalesce(one, t.run.c.published_on) for one in (start, end))
    if wanted.since is not None:
        conditions.append(end >= wanted.since)
    if wanted.until is not None:
        conditions.append(start <= wanted.until)
    return conditions
