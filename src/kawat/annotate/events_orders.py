"""What somebody orders of their own, or foretells of others: "memerintahkan pasukannya menyerang", "warned that X may".

An order to others asks them for an act; one to the own forces, or for an act of one's own office, tells that act. Who
warns of what somebody else may do threatens nobody.
"""

from collections.abc import Callable, Sequence

from kawat import knowledge
from kawat.annotate.events_governed import orderer
from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import status_of
from kawat.annotate.voice import View
from kawat.model import EntityKind, EventType, Party, Status
from kawat.model.codes import UNKNOWN, bare
from kawat.ontology import Voice

Parties = Callable[[Draft], tuple[tuple[Party, ...], tuple[Party, ...]]]

# Acts that an order itself carries out, and the modes of those that forces carry out else.
_BY_WORD = frozenset({EventType.SANCTION, EventType.CONCEDE, EventType.ACCUSE, EventType.SUPPORT})
_RULES = frozenset({"restrict", "curfew", "censor", "martial-law"})
# People who are ordered as subjects, not as forces.
_RULED = (":CVL", ":OPP", ":MED", ":BUS", ":NGO", ":REL")


def ordered(view: View, outer: Draft, drafts: Sequence[Draft], parties: Parties) -> tuple[Draft, Status] | None:
    """The act that an order is for, with how sure it is, where the doer orders it of their own."""
    inner = next((d for d in drafts if orderer(view, d, (outer,)) is not None), None)
    if inner is None or outer.roles.passive:
        return None
    doers, told = parties(outer)
    if not doers or not all(_has_forces(p) for p in doers):
        return None
    sides = {bare(p.code) for p in doers}
    if inner.found.voice is Voice.NOUN:
        own = all(bare(p.code) in {*sides, UNKNOWN} for p in parties(inner)[0])
    else:
        own = bool(told) and all(bare(p.code) in sides and not p.code.endswith(_RULED) for p in told)
    if inner.found.cue.type is EventType.AID and all(bare(p.code) in sides for p in parties(inner)[1]):
        return None  # "ordered the army to help the police" helps nobody else
    status = _status(view, outer, inner)
    return (inner, status) if own and status is not None else None


def _has_forces(party: Party) -> bool:
    """Whether a party is a state or group, which acts through its own; a court or body of states orders others."""
    known = knowledge.get(bare(party.code))
    return ":" in party.code or (known is not None and known.kind in (EntityKind.STATE, EntityKind.GROUP))


def _status(view: View, outer: Draft, inner: Draft) -> Status | None:
    sure = status_of(view, outer.found).status
    if sure is Status.DENIED:
        return None
    by_word = inner.found.cue.type in _BY_WORD or inner.found.cue.mode in _RULES
    return Status.PLANNED if sure is Status.ASSERTED and not by_word else sure


def foretold(view: View, outer: Draft, inner: Draft, parties: Parties) -> bool:
    """Whether a warning only tells what somebody else may do: "warned that Peru could attack Chile"."""
    warns = outer.found.cue.type is EventType.THREATEN and view.folded[outer.found.last] in view.grammar.telling
    if not warns or inner.found.voice is Voice.NOUN or inner.roles.passive:
        return False
    if status_of(view, inner.found).status not in {Status.PLANNED, Status.HYPOTHETICAL}:
        return False
    sides, doers = ({bare(p.code) for p in parties(d)[0]} for d in (outer, inner))
    return bool(sides and doers) and UNKNOWN not in doers and sides.isdisjoint(doers)
