"""All that is kept of one actor, under every id that is judged to be the same."""

from collections.abc import Iterable
from datetime import date

from kawat import corroborate, knowledge
from kawat.knowledge import Office, Sense
from kawat.query.answers import Answer, ClaimRow, Dossier
from kawat.query.names import Meant
from kawat.store import ClaimFilter, NameUse, QuotationFilter, View


def dossier(view: View, meant: Meant, claims: Answer[ClaimRow]) -> Dossier:
    """The dossier of an actor; `claims` are its newest."""
    who = meant.who
    ids = (meant.id, *meant.also)
    judged = corroborate.held(view.identities(ids)).values()
    names = _names(use for one in ids for use in view.names(one))
    return Dossier(
        id=meant.id,
        code=meant.code,
        kind=meant.kind.value,
        name=meant.name,
        also=meant.also,
        roles=tuple(dict.fromkeys(role for one in ids for role in view.roles(one))),
        names=names,
        metonyms=tuple(use.name for use in names if _is_metonym(use.name, meant.id)),
        offices=_offices(ids),
        acts=view.tally(ClaimFilter(actor=who)),
        undergoes=view.tally(ClaimFilter(recipient=who)),
        says=view.tally(ClaimFilter(speaker=who)),
        quoted=view.quotations(QuotationFilter(speaker=who), 1).total,
        counterparts=view.counterparts(who, 10),
        judgements=tuple(one for one in judged if one.left in ids or one.right in ids),
        claims=claims,
    )


def _names(uses: Iterable[NameUse]) -> tuple[NameUse, ...]:
    """One use a name, the most usual first."""
    merged: dict[str, NameUse] = {}
    for use in uses:
        there = merged.get(use.name)
        merged[use.name] = use if there is None else _both(there, use)
    return tuple(sorted(merged.values(), key=lambda use: (-use.articles, use.name)))


def _both(one: NameUse, other: NameUse) -> NameUse:
    return NameUse(
        one.name,
        one.articles + other.articles,
        min(filter(None, (one.first, other.first)), default=None),
        max(filter(None, (one.last, other.last)), default=None),
        tuple(sorted({*one.outlets, *other.outlets})),
    )


def _is_metonym(name: str, known_id: str) -> bool:
    return any(form.known_id == known_id and form.sense is Sense.METONYM for form in knowledge.lookup(name))


def _offices(ids: Iterable[str]) -> tuple[Office, ...]:
    """The offices that the tables know, the earliest first."""
    found = {office for one in ids for office in knowledge.offices_of(one)}
    return tuple(sorted(found, key=lambda office: (office.start or date.min, office.state, office.role)))
