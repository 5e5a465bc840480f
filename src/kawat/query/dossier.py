"""All that is kept of one actor, under every id that is judged to be the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kawat import corroborate, knowledge
from kawat.knowledge import Office, Sense
from kawat.model import Identity
from kawat.query.answers import Answer, ClaimRow
from kawat.query.names import Meant
from kawat.query.stances import Stance, stances
from kawat.store import ClaimFilter, NameUse, QuotationFilter, Tally, View


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is kept of an actor: names, what it does, undergoes and says, with whom, and its newest claims.

    `also` are ids that are judged to be the same, `judgements` those that hold on any of its ids, `offices` what the
    tables know, `metonyms` the names that are seats or buildings, `stances` what several reports say that it denies.
    """

    id: str
    code: str
    kind: str
    name: str
    also: tuple[str, ...]
    roles: tuple[str, ...]
    names: tuple[NameUse, ...]
    metonyms: tuple[str, ...]
    offices: tuple[Office, ...]
    acts: tuple[Tally, ...]
    undergoes: tuple[Tally, ...]
    says: tuple[Tally, ...]
    quoted: int
    counterparts: tuple[Tally, ...]
    judgements: tuple[Identity, ...]
    stances: tuple[Stance, ...]
    claims: Answer[ClaimRow]

    def to_dict(self) -> dict[str, object]:
        """The dossier as one object; the claims are a list of rows."""
        return {
            "id": self.id,
            "code": self.code,
            "kind": self.kind,
            "name": self.name,
            "also": list(self.also),
            "roles": list(self.roles),
            "names": [
                {
                    "name": use.name,
                    "articles": use.articles,
                    "first": use.first,
                    "last": use.last,
                    "outlets": list(use.outlets),
                }
                for use in self.names
            ],
            "metonyms": list(self.metonyms),
            "offices": [
                {"state": one.state, "role": one.role, "since": one.since or None, "until": one.until or None}
                for one in self.offices
            ],
            "acts": {tally.value: tally.claims for tally in self.acts},
            "undergoes": {tally.value: tally.claims for tally in self.undergoes},
            "says": {tally.value: tally.claims for tally in self.says},
            "quoted": self.quoted,
            "counterparts": {tally.value: tally.claims for tally in self.counterparts},
            "judgements": [
                {
                    "left": one.left,
                    "right": one.right,
                    "judgement": one.judgement.value,
                    "score": one.score,
                    "why": list(one.why),
                    "by": one.by,
                    "at": one.at,
                }
                for one in self.judgements
            ],
            "stances": [one.to_dict() for one in self.stances],
            "claims": self.claims.to_dicts(),
        }


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
        quoted=view.quotations(QuotationFilter(speaker=who), 0).total,  # counted, not read
        counterparts=view.counterparts(who, 10),
        judgements=tuple(one for one in judged if one.left in ids or one.right in ids),
        stances=stances(view, who),
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
