"""Stored claims → acts, each with how many reports tell of it and on how many words that rests; and rows for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from kawat import corroborate
from kawat.corroborate import Account, Act
from kawat.model import Judgement, Link, Relay
from kawat.query.answers import UNREVIEWED, Checked, ClaimRow, QuoteRow
from kawat.query.checked import checked
from kawat.store import ClaimFilter, StoredClaim, StoredQuotation, View

_MOST_CLAIMS = 5000
"""How far links are followed from the claims of one answer."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts round some claims: claim id → its act; the claims of those acts; and the judgements looked at."""

    of: dict[str, Act]
    members: dict[str, StoredClaim]
    links: tuple[Link, ...]
    checked: Mapping[str, Checked]


def acts(view: View, claims: Sequence[StoredClaim]) -> Acts:
    """The acts that some claims tell of, over all articles of the store."""
    links, reached = _follow(view, [one.claim.id for one in claims])
    members = {one.claim.id: one for one in claims}
    missing = tuple(sorted(reached - members.keys()))
    for start in range(0, len(missing), 500):
        wanted = ClaimFilter(ids=missing[start : start + 500])
        members.update((one.claim.id, one) for one in view.claims(wanted).rows)
    told = _accounts(view, members)
    relays = view.relays({one.article for one in told})
    found = corroborate.acts(told, links, relays)
    said = checked(view.reviews(members))
    return Acts({claim: act for act in found for claim in act.claims}, members, links, said)


def reading(view: View) -> tuple[tuple[Account, ...], tuple[Link, ...], tuple[Relay, ...]]:
    """All accounts of a store, the judgements on them, and which articles carry each other's words."""
    members = {one.claim.id: one for one in view.claims(ClaimFilter()).rows}
    told = _accounts(view, members)
    return told, view.links(members), view.relays({one.article for one in told})


def _accounts(view: View, members: dict[str, StoredClaim]) -> tuple[Account, ...]:
    packed = view.packed(members)
    return tuple(_account(one, packed.get(claim)) for claim, one in members.items())


def _account(stored: StoredClaim, packed: str | None) -> Account:
    """The account kept with a claim; where there is none that this version can read, one made anew."""
    if packed is not None:
        try:
            return corroborate.unpacked(packed)
        except msgspec.ValidationError:
            pass
    header = stored.header
    return corroborate.account(
        stored.claim,
        {entity.id: entity for entity in stored.entities},
        article=header.article,
        published=header.published,
        language=header.language,
        story=corroborate.story_of(header.headline or "", "", header.language),
        headline=False,
    )


def _follow(view: View, claims: list[str]) -> tuple[tuple[Link, ...], set[str]]:
    """Every judgement on the claims and on those that are the same as they, and all claims reached so."""
    reached, edge = set(claims), set(claims)
    links: dict[Link, None] = {}
    while edge and len(reached) < _MOST_CLAIMS:
        found = view.links(edge)
        links.update(dict.fromkeys(found))
        same = [one for one in corroborate.standing(found).values() if one.judgement is Judgement.SAME]
        edge = {end for one in same for end in (one.left, one.right)} - reached
        reached |= edge
    return tuple(links), reached


def claim_rows(view: View, claims: Sequence[StoredClaim]) -> tuple[ClaimRow, ...]:
    """Rows for claims, in their order."""
    found = acts(view, claims)
    return tuple(claim_row(one, found) for one in claims)


def claim_row(stored: StoredClaim, found: Acts) -> ClaimRow:
    """The row of one claim among the acts found."""
    claim = stored.claim
    act = found.of[claim.id]
    return ClaimRow(
        id=claim.id,
        date=claim.date,
        type=claim.type,
        mode=claim.mode,
        contexts=claim.contexts,
        cameo=claim.cameo,
        goldstein=claim.goldstein,
        status=claim.status,
        actors=tuple(stored.entity(party) for party in claim.actors),
        recipients=tuple(stored.entity(party) for party in claim.recipients),
        speaker=stored.entity(claim.speaker) if claim.speaker else None,
        hops=claim.chain,
        place=claim.place,
        trigger=claim.trigger.text,
        sentence=claim.sentence,
        span=claim.span,
        score=claim.score,
        why=claim.why,
        event=min(act.claims),
        origins=len(act.support.origins),
        party_sourced=act.support.party_sourced,
        reports=len(act.articles),
        checked=found.checked.get(claim.id, UNREVIEWED),
        header=stored.header,
    )


def quote_row(stored: StoredQuotation) -> QuoteRow:
    """The row of one quotation."""
    quoted = stored.quotation
    return QuoteRow(
        id=quoted.id,
        speaker=stored.speaker,
        manner=quoted.manner,
        text=quoted.text,
        hops=quoted.chain,
        span=quoted.span,
        header=stored.header,
    )
