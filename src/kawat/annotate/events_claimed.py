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
from kawat.model import EntityKind, EventMention, EventType, Mention, Status
from kawat.model.codes import bare, sector_of

CLAIM = "claim"  # the frame of words that claim an act and do not name it
_BACK = 3  # so many sentences back the attack stands
_FIGHTING = frozenset({"REB", "OPP"})


class Claims:
    """The claims of attacks in a document whose entities have `codes`."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = codes

    def decided(
        self,
        view: View,
        index: int,
        drafts: Sequence[Draft],
        judged: Sequence[Judged],
        settings: Settings,
        told: Sequence[EventMention],
    ) -> list[Draft]:
        """The acts of sentence `index` (see `decide`), and claims that answer to one of `told`, in order.

        The words of a claim tell nothing else.
        """
        claims = [d for d in drafts if d.found.cue.frame == CLAIM]
        other = [a for a in judged if not any(d.found.span.overlaps(a.trigger) for d in claims)]
        acts = decide(view, [d for d in drafts if d not in claims], other, settings)
        attack = next((e for e in reversed(told) if e.type is EventType.ASSAULT), None)
        if attack is not None and index - attack.sentence <= _BACK:
            acts += self._of(view, claims, attack)
        return sorted(acts, key=lambda d: d.found.first)

    def _of(self, view: View, claims: Sequence[Draft], attack: EventMention) -> Iterator[Draft]:
        """The claims that groups or rebels make; the attack lends whom it hit.

        What a minister takes responsibility for is another matter.
        """
        for draft in claims:
            fighting = any(self._fights(m) for m in draft.roles.actors)
            if fighting and status_of(view, draft.found).status is not Status.DENIED:
                yield replace(draft, remembered=replace(attack, actors=()), held=True)

    def _fights(self, mention: Mention) -> bool:
        found = [self._codes[e] for e in mention.entities if e in self._codes]
        known = [knowledge.get(bare(code)) for code in found]
        group = any(entry is not None and entry.kind is EntityKind.GROUP for entry in known)
        return group or any(sector_of(code) in _FIGHTING for code in found)
