"""Stored claims → acts, each with how many reports tell of it and on how many words that rests; and rows for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import msgspec

from kawat import corroborate
from kawat._pipeline import ACTS
from kawat.corroborate import Account, Act
from kawat.model import Judgement, Link, Relay
from kawat.query.answers import UNREVIEWED, Checked, ClaimRow, QuoteRow
from kawat.query.checked import checked
from kawat.query.corrections import as_corrected, corrected, corrections
from kawat.store import ClaimFilter, SettledAct, Store, StoredClaim, StoredQuotation, Told, View, Writer

_AT_ONCE = 2000
"""So many claims are settled in one transaction, with all that are connected with them."""
_NEWEST = 100


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts round some claims: claim id → its act; the claims of those acts; and what reviewers say of these."""

    of: dict[str, Act]
    members: dict[str, StoredClaim]
    checked: Mapping[str, Checked]

    def acts_of(self, claims: Iterable[StoredClaim]) -> tuple[Act, ...]:
        """The acts of some of the claims, each once."""
        return tuple(dict.fromkeys(self.of[one.claim.id] for one in claims))

    def told(self, claim: str) -> Told:
        """What the row of a claim needs of its act."""
        return told(self.of[claim])


def told(act: Act) -> Told:
    """What the rows of the claims of an act need of it."""
    return Told(min(act.claims), len(act.articles), len(act.support.origins), act.support.party_sourced)


def acts(view: View, claims: Sequence[StoredClaim]) -> Acts:
    """The acts that some claims tell of, over all articles of the store."""
    found = acts_of(view, [one.claim.id for one in claims])
    members = {one.claim.id: one for one in claims}
    members |= _stored(view, found.keys() - members.keys())
    return Acts(found, members, checked(view.reviews(members)))


def acts_of(view: View, claims: Iterable[str]) -> dict[str, Act]:
    """Claim → its act, for some claims and all others of their acts: acts that are kept are read, others derived."""
    wanted = set(claims)
    found = {claim: act for act in _kept(view, wanted) for claim in act.claims}
    found |= {claim: act for act in derived(view, wanted - found.keys()).acts for claim in act.claims}
    return found


def _kept(view: View, claims: Iterable[str]) -> Iterator[Act]:
    for line in view.settled(claims, ACTS).values():
        with suppress(msgspec.ValidationError):  # one that cannot be read is derived like those that are not kept
            yield corroborate.unpacked_act(line)


@dataclass(frozen=True, slots=True)
class Derived:
    """Acts that were derived together, and for each of their claims the family that it belongs to."""

    acts: tuple[Act, ...]
    families: Mapping[str, str]


def derived(view: View, claims: Iterable[str]) -> Derived:
    """The acts of some claims and of all claims that judgements connect with them."""
    links, reached = _follow(view, claims)
    accounts = _accounts(view, reached)
    rejected = {claim for claim, held in corrections(view, reached).items() if held.rejected}
    links = tuple(one for one in links if not {one.left, one.right} & rejected)
    relays = view.relays({one.article for one in accounts})
    return Derived(corroborate.acts(accounts, links, relays), _families(reached, links))


def reading(view: View) -> tuple[tuple[Account, ...], tuple[Link, ...], tuple[Relay, ...]]:
    """All accounts of a store, the judgements on them, and which articles carry each other's words."""
    every = view.every_claim()
    rejected = {claim for claim, held in corrections(view, every).items() if held.rejected}
    accounts = _accounts(view, (claim for claim in every if claim not in rejected))
    return accounts, view.links(one.id for one in accounts), view.relays({one.article for one in accounts})


def _stored(view: View, claims: Iterable[str]) -> dict[str, StoredClaim]:
    wanted = tuple(sorted(claims))
    found: dict[str, StoredClaim] = {}
    for start in range(0, len(wanted), 500):
        rows = view.claims(ClaimFilter(ids=wanted[start : start + 500])).rows
        found.update((one.claim.id, one) for one in rows)
    return found


def _accounts(view: View, claims: Iterable[str]) -> tuple[Account, ...]:
    """The accounts kept with claims; where there is none that this version can read, one made anew."""
    wanted = set(claims)
    found: dict[str, Account] = {}
    for claim, line in view.packed(wanted).items():
        with suppress(msgspec.ValidationError):
            found[claim] = corroborate.unpacked(line)
    found |= {claim: _account(one) for claim, one in _stored(view, wanted - found.keys()).items()}
    held, who = corrections(view, found), corroborate.merges(view.by_people(), view.entity)
    accounts = (corrected(found[claim], held.get(claim)) for claim in sorted(found))
    return tuple(corroborate.merged(one, who) for one in accounts)


def _account(stored: StoredClaim) -> Account:
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


def _follow(view: View, claims: Iterable[str]) -> tuple[tuple[Link, ...], set[str]]:
    """Every judgement on the claims and on those that are the same as they, and all claims reached so."""
    reached = set(claims)
    edge = set(reached)
    links: dict[Link, None] = {}
    while edge:
        found = view.links(edge)
        links.update(dict.fromkeys(found))
        edge = {end for one in _same(found) for end in (one.left, one.right)} - reached
        reached |= edge
    return tuple(links), reached


def _same(links: Iterable[Link]) -> Iterator[Link]:
    return (one for one in corroborate.standing(links).values() if one.judgement is Judgement.SAME)


def _families(claims: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """Claim → the least of all claims that judgements connect with it."""
    near: dict[str, set[str]] = {claim: set() for claim in claims}
    for one in _same(links):
        near[one.left].add(one.right)
        near[one.right].add(one.left)
    found: dict[str, str] = {}
    for least in sorted(near):
        edge = [] if least in found else [least]
        while edge:
            found.update(dict.fromkeys(edge, least))
            edge = list({other for claim in edge for other in near[claim] if other not in found})
    return found


def settle(writer: Writer, claims: Iterable[str]) -> tuple[Act, ...]:
    """Derives the acts of some claims and of all that are connected with them, and keeps them."""
    found = derived(writer.view, claims)
    writer.settle([_settled(act, found.families[act.claims[0]]) for act in found.acts], ACTS)
    return found.acts


def _settled(act: Act, family: str) -> SettledAct:
    in_short = told(act)
    return SettledAct(
        family=family,
        type=act.type,
        status=act.status,
        start=act.start,
        end=act.end,
        grain=act.grain,
        actors=act.actors,
        recipients=act.recipients,
        claims=act.claims,
        reports=in_short.reports,
        origins=in_short.origins,
        party_sourced=in_short.party_sourced,
        packed=corroborate.packed_act(act),
    )


def settle_all(store: Store, *, anew: bool = False) -> int:
    """Derives and keeps every act that is not kept, or with `anew` all; gives how many. It may be killed and repeated.

    Questions give the same answers before and after, but for a large store faster.
    """
    if anew:
        with store.writer() as writer:
            writer.unsettle()
    with store.view() as view:
        waiting = dict.fromkeys(view.unsettled(ACTS))
    done = 0
    while waiting:
        with store.writer() as writer:
            made = settle(writer, batch := tuple(islice(waiting, _AT_ONCE)))
        done += len(made)
        _strike(waiting, batch, made)  # the batch too: of claims that another process took out nothing is made
    return done


def _strike(waiting: dict[str, None], batch: Iterable[str], made: Iterable[Act]) -> None:
    for claim in (*batch, *(claim for act in made for claim in act.claims)):
        waiting.pop(claim, None)


def unsettled(store: Store) -> tuple[str, ...]:
    """The claims whose acts are not kept as this version derives them, so that questions on them take longer."""
    with store.view() as view:
        return view.unsettled(ACTS)


def behind(store: Store) -> str | None:
    """Why questions take long on a store, and what to do; None where acts are kept as this version derives them.

    Looked at are those of the newest claims.
    """
    with store.view() as view:
        if all(one.told is not None for one in view.briefs(ClaimFilter(), _NEWEST, ACTS).rows):
            return None
    return "acts are not kept as this version derives them until `kawat doctor` has run"


def unlike(store: Store, but: Iterable[str] = ()) -> tuple[str, ...]:
    """The acts that are kept otherwise than they follow from the claims now, by the least ids of their claims.

    Acts of claims that have just been derived need no second look: `but` names those.
    """
    found: set[str] = set()
    with store.view() as view:
        waiting = dict.fromkeys(view.every_claim())
        _strike(waiting, but, ())
        while waiting:
            batch = tuple(islice(waiting, _AT_ONCE))
            fresh = derived(view, batch).acts
            claims = [claim for act in fresh for claim in act.claims]
            made = {min(act.claims): corroborate.packed_act(act) for act in fresh}
            kept = view.settled(claims, ACTS)
            found |= {event for event, line in kept.items() if made.get(event) != line}
            _strike(waiting, batch, fresh)
    return tuple(sorted(found))


def claim_rows(view: View, claims: Sequence[StoredClaim]) -> tuple[ClaimRow, ...]:
    """Rows for claims, in their order."""
    ids = [one.claim.id for one in claims]
    kept = view.told(ids, ACTS)
    if missing := [one for one in ids if one not in kept]:
        kept |= {claim: told(act) for claim, act in acts_of(view, missing).items()}
    said = checked(view.reviews(ids))
    return tuple(claim_row(one, kept[one.claim.id], said) for one in claims)


def claim_row(stored: StoredClaim, act: Told, said: Mapping[str, Checked]) -> ClaimRow:
    """The row of one claim, given what it needs of its act and what reviewers say."""
    checks = said.get(stored.claim.id, UNREVIEWED)
    stored, read = as_corrected(stored, checks)
    claim = stored.claim
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
        why=(*claim.why, *read),
        event=act.event,
        origins=act.origins,
        party_sourced=act.party_sourced,
        reports=act.reports,
        checked=checks,
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
