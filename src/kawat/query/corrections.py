"""What reviewers agree on → what an answer says in place of what was read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from kawat.corroborate import Account
from kawat.model import Claim, Correction, Date, EventType, Status
from kawat.query.answers import Checked
from kawat.query.checked import checked
from kawat.query.conditions import period
from kawat.store import ClaimFilter, Store, View, grain_held
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
    )


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
    if held.days is None:
        return made
    return replace(made, start=held.days[0], end=held.days[1], grain=grain_held(*held.days))


def as_corrected(one: Claim, said: Checked) -> tuple[Claim, tuple[str, ...]]:
    """A claim as reviewers correct it, and what was read otherwise, a few words each."""
    held = correction(one.id, said)
    if held.rejected:
        return one, ()
    made = one
    read: list[str] = []
    if held.status is not None:
        made = replace(made, status=held.status)
        read.append(f"status was read as {one.status.value}")
    if held.type is not None and held.type is not one.type:  # mode, code and score are of the type that was read
        made = replace(made, type=held.type, mode=None, cameo=None, goldstein=None)
        read.append(f"type was read as {one.type.value}")
    if held.days is not None:
        made = replace(made, date=Date(*held.days, grain_held(*held.days), None))
        was = f"{one.date.start} to {one.date.end}" if one.date else "none"
        read.append(f"date was read as {was}")
    return made, tuple(read)


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
            wanted = (held.status or read.status, held.type or read.type, held.days or _days(read.date))
            kept = (brief.status, brief.type, _days(brief.date))
            if wanted != kept or held.rejected != (brief.id in rejected):
                found.add(brief.id)
    return found


def _days(when: Date | None) -> tuple[date, date] | None:
    return (when.start, when.end) if when else None


def _values(said: Checked) -> Mapping[str, str]:
    if said.state != "corrected":
        return {}
    pairs = (one.partition(": ") for one in said.changes)
    return {name: value.strip() for name, _, value in pairs}
