"""Who claims an attack that was told before: "Serangan itu menewaskan 12 polisi. Taliban mengaku bertanggung jawab"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kawat import knowledge
from kawat.annotate.events_acts import decide
from kawat.annotate.events_reading import Judged
from kawat.annotate.events_triggers import Draft
from kawat.annotate.status import status_of
from kawat.annotate.voice import View
from kawat.encoder import Settings
from kawat.model import EntityKind, EventMention, EventType, Status
from kawat.model.codes import bare, sector_of

CLAIM = "claim"  # the frame of words that claim an act and do not name it
_BACK = 3  # so many sentences back the attack stands
_FIGHTING = frozenset({"REB", "OPP"})


def with_claims(
    view: View,
    drafts: Sequence[Draft],
    judged: Sequence[Judged],
    settings: Settings,
    attack: EventMention | None,
    codes: Mapping[str, str],
) -> list[Draft]:
    """The acts of a sentence (see `decide`), and the claims of `attack` by those of whom `codes` tells that they fight,
    in order.

    The words of a claim tell nothing else.
    """
    claims = [d for d in drafts if d.found.cue.frame == CLAIM]
    other = [a for a in judged if not any(d.found.span.overlaps(a.trigger) for d in claims)]
    acts = decide(view, [d for d in drafts if d not in claims], other, settings)
    if attack is not None:
        acts += _claimed(view, claims, attack, codes)
    return sorted(acts, key=lambda d: d.found.first)


def attack_before(told: Sequence[EventMention], index: int) -> EventMention | None:
    """The attack that words in sentence `index` can claim: the last one, where it is near."""
    attack = next((e for e in reversed(told) if e.type is EventType.ASSAULT), None)
    return attack if attack is not None and index - attack.sentence <= _BACK else None


def _claimed(view: View, claims: Sequence[Draft], attack: EventMention, codes: Mapping[str, str]) -> Iterator[Draft]:
    """The claims that groups or rebels make; the attack lends whom it hit.

    What a minister takes responsibility for is another matter.
    """
    for draft in claims:
        fighting = any(_fights(codes[e]) for m in draft.roles.actors for e in m.entities if e in codes)
        if fighting and status_of(view, draft.found).status is not Status.DENIED:
            yield replace(draft, remembered=replace(attack, actors=()), held=True)


def _fights(code: str) -> bool:
    known = knowledge.get(bare(code))
    return (known is not None and known.kind is EntityKind.GROUP) or sector_of(code) in _FIGHTING
