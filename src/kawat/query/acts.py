"""Stored claims → rows, each with how many reports tell of the same act and on how many words that rests."""

from collections.abc import Sequence
from dataclasses import dataclass

from kawat import corroborate
from kawat.corroborate import Origin
from kawat.model import HopKind, Judgement, Link
from kawat.query.answers import ClaimRow, QuoteRow
from kawat.store import ClaimFilter, StoredClaim, StoredQuotation, View

_VOICES = (HopKind.PRINCIPAL, HopKind.SPEAKER)
_MOST_CLAIMS = 5000
"""How far links are followed from the claims of one answer."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The clusters round some claims: claim id → its cluster and its origins; and the judgements looked at."""

    clusters: dict[str, tuple[str, ...]]
    origins: dict[str, tuple[Origin, ...]]
    members: dict[str, StoredClaim]
    links: tuple[Link, ...]


def acts(view: View, claims: Sequence[StoredClaim]) -> Acts:
    """The acts that some claims tell of, over all articles of the store."""
    links, reached = _follow(view, [one.claim.id for one in claims])
    members = {one.claim.id: one for one in claims}
    missing = tuple(sorted(reached - members.keys()))
    for start in range(0, len(missing), 500):
        wanted = ClaimFilter(ids=missing[start : start + 500])
        members.update((one.claim.id, one) for one in view.claims(wanted).rows)
    clusters: dict[str, tuple[str, ...]] = {}
    origins: dict[str, tuple[Origin, ...]] = {}
    for cluster in corroborate.clusters(members, links):
        found = corroborate.origins({claim: members[claim].claim.chain for claim in cluster})
        clusters.update(dict.fromkeys(cluster, cluster))
        origins.update(dict.fromkeys(cluster, found))
    return Acts(clusters, origins, members, links)


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
    cluster = found.clusters[claim.id]
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
        event=cluster[0],
        origins=len(found.origins[claim.id]),
        party_sourced=_party_sourced(found.origins[claim.id], found.members),
        reports=len({found.members[one].header.article for one in cluster}),
        header=stored.header,
    )


def _party_sourced(origins: tuple[Origin, ...], members: dict[str, StoredClaim]) -> bool:
    """Whether behind every origin stands a party of the act: a spokesman of either side is no witness."""
    return all(any(_party_speaks(members[claim]) for claim in origin.claims) for origin in origins)


def _party_speaks(stored: StoredClaim) -> bool:
    claim = stored.claim
    codes = {entity.id: entity.code.partition(":")[0] for entity in stored.entities if entity.code != "UNKNOWN"}
    voices = [claim.speaker, *(hop.entity for hop in claim.chain if hop.kind in _VOICES)]
    speaking = {codes[voice] for voice in voices if voice in codes}
    return bool(speaking & {codes[party] for party in (*claim.actors, *claim.recipients) if party in codes})


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
