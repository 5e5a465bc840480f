"""What reviewers agree on → what an answer says in place of what was read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from kawat.corroborate import Account, account_as
from kawat.model import Claim, Correction, Date, Entity, EventType, Hop, HopKind, Status
from kawat.query import named
from kawat.query.answers import Checked
from kawat.query.checked import checked
from kawat.query.conditions import period
from kawat.store import ClaimFilter, Store, StoredClaim, View, grain_held
from kawat.store.load import batches


def correction(claim: str, said: Checked) -> Correction:
    """What holds of a claim in place of what was read; nothing where reviewers differ or find it right."""
    if said.state == "rejected":
        return Correction(claim, rejected=True)
    values = _values(said)
    return Correction(
        claim,
        status=Status(values["status"]) if "status" in values else None,
        type=EventType(values["type"]) if "type" in values else None,
        days=period(values["date"]) if "date" in values else None,
        actors=_named(values, "actors"),
        recipients=_named(values, "recipients"),
        speaker=_named(values, "speaker"),
        place=named.place(values["place"]) if "place" in values else None,
    )


def _named(values: Mapping[str, str], field: str) -> tuple[Entity, ...] | None:
    return named.parties(values[field]) if field in values else None


def corrections(view: View, claims: Iterable[str]) -> dict[str, Correction]:
    """Claim → what holds of it, for those of some claims of which anything does."""
    made = {claim: correction(claim, said) for claim, said in checked(view.reviews(claims)).items()}
    return {claim: one for claim, one in made.items() if one != Correction(claim)}


def corrected(one: Account, held: Correction | None) -> Account:
    """An account as reviewers correct it."""
    if held is None or held.rejected:
        return one
    kind = held.type or one.type
    made = replace(one, status=held.status or one.status, type=kind, mode=one.mode if kind is one.type else None)
    made = account_as(made, held, spoken(one.chain, held.speaker))
    if held.days is None:
        return made
    return replace(made, start=held.days[0], end=held.days[1], grain=grain_held(*held.days))


def spoken(chain: tuple[Hop, ...], speaker: tuple[Entity, ...] | None) -> tuple[Hop, ...]:
    """A chain with another speaker in place of whoever was read as speaking; it is the same where that holds."""
    if speaker is None:
        return chain
    outer = tuple(hop for hop in chain if hop.kind not in (HopKind.PRINCIPAL, HopKind.SPEAKER))
    return (*(Hop(HopKind.SPEAKER, one.name, one.id) for one in speaker), *outer)


def as_corrected(stored: StoredClaim, said: Checked) -> tuple[StoredClaim, tuple[str, ...]]:
    """A claim as reviewers correct it, and what was read otherwise, a few words each."""
    one = stored.claim
    held = correction(one.id, said)
    if held.rejected:
        return stored, ()
    made = one
    read: list[str] = []
    entities = {entity.id: entity for entity in stored.entities}
    for role, kept in (("actors", held.actors), ("recipients", held.recipients), ("speaker", held.speaker)):
        if kept is None:
            continue
        entities |= {entity.id: entity for entity in kept}
        spoke: tuple[str, ...] = (one.speaker,) if one.speaker else ()
        was = spoke if role == "speaker" else one.actors if role == "actors" else one.recipients
        words = ", ".join(f"{who.name} ({who.code})" for who in map(stored.entity, was))
        read.append(f"{role} {'was' if role == 'speaker' else 'were'} read as {words or 'nobody'}")
    if held.actors is not None:
        made = replace(made, actors=tuple(entity.id for entity in held.actors))
    if held.recipients is not None:
        made = replace(made, recipients=tuple(entity.id for entity in held.recipients))
    if held.speaker is not None:
        speaker = next((entity.id for entity in held.speaker), None)
        made = replace(made, speaker=speaker, chain=spoken(one.chain, held.speaker))
    if held.place is not None:
        made = replace(made, place=next(iter(held.place), None))
        read.append(f"place was read as {one.place.name if one.place else 'none'}")
    if held.status is not None:
        made = replace(made, status=held.status)
        read.append(f"status was read as {one.status.value}")
    if held.type is not None and held.type is not one.type:  # mode, code and score are of the type that was read
        made = replace(made, type=held.type, mode=None, cameo=None, goldstein=None)
        read.append(f"type was read as {one.type.value}")
    if held.days is not None:
        made = replace(made, date=Date(*held.days, grain_held(*held.days), None))
        days = f"{one.date.start} to {one.date.end}" if one.date else "none"
        read.append(f"date was read as {days}")
    return replace(stored, claim=made, entities=tuple(entities.values())), tuple(read)


def hold_all(store: Store, *, anew: bool = False) -> int:
    """Derives from the whole log of reviews what holds of claims; gives of how many anything does.

    It is kept where something else is kept, with `anew` for all of them.
    """
    with store.view() as view:
        made = _derived(view)
        there = _there(view, made)
        some = set(made) if anew else (made.keys() - there.keys()) | _astray(view, made, there)
    if some:
        with store.writer() as writer:
            said = checked(writer.view.reviews(some))
            writer.correct([correction(claim, said[claim]) for claim in sorted(said)])
    return sum(one != Correction(one.claim) for one in made.values())


def unheld(store: Store) -> tuple[str, ...]:
    """The claims of which something else is kept than follows from the log of reviews, by their ids."""
    with store.view() as view:
        made = _derived(view)
        return tuple(sorted(_astray(view, made, _there(view, made))))


def _derived(view: View) -> dict[str, Correction]:
    return {claim: correction(claim, said) for claim, said in checked(view.reviewed()).items()}


def _there(view: View, claims: Iterable[str]) -> dict[str, Claim]:
    """Those of some claims that are in current runs, as they were read."""
    found: dict[str, Claim] = {}
    for some in batches(sorted(claims)):
        found.update((one.claim.id, one.claim) for one in view.claims(ClaimFilter(ids=tuple(some))).rows)
    return found


def _astray(view: View, made: Mapping[str, Correction], there: Mapping[str, Claim]) -> set[str]:
    found: set[str] = set()
    for some in batches(sorted(there)):
        rejected = {one.claim.id for one in view.claims(ClaimFilter(ids=tuple(some), rejected=True)).rows}
        for brief in view.briefs(ClaimFilter(ids=tuple(some)), None, "").rows:
            held, read = made[brief.id], there[brief.id]
            sides = [_ids(held.actors, read.actors), _ids(held.recipients, read.recipients)]
            wanted = (held.status or read.status, held.type or read.type, held.days or _days(read.date), *sides)
            kept = (brief.status, brief.type, _days(brief.date), _ids(brief.actors), _ids(brief.recipients))
            if wanted != kept or held.rejected != (brief.id in rejected):
                found.add(brief.id)
    return found


def _days(when: Date | None) -> tuple[date, date] | None:
    return (when.start, when.end) if when else None


def _ids(some: tuple[Entity, ...] | None, read: tuple[str, ...] = ()) -> tuple[str, ...]:
    return read if some is None else tuple(entity.id for entity in some)


def _values(said: Checked) -> Mapping[str, str]:
    if said.state != "corrected":
        return {}
    pairs = (one.partition(": ") for one in said.changes)
    return {name: value.strip() for name, _, value in pairs}
