"""What a speaker again and again denies their own side does or will do: one stance, told by several reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kawat.model import Claim, EventType, Record, Status, TieKind
from kawat.model.codes import UNKNOWN, side_of
from kawat.query.acts import claim_rows
from kawat.query.answers import ClaimRow
from kawat.query.first import by_report
from kawat.store import ClaimFilter, StoredClaim, View, Who

# So many of the newest denials of a speaker are looked at.
_MOST = 100
# Fighting and sending forces to fight are one matter to take part in.
_FORCE = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
_DENIES = frozenset({TieKind.DENIES, TieKind.ANSWERS})


@dataclass(frozen=True, slots=True)
class Stance:
    """Denials of one speaker about one kind of act of their own side.

    `speaker` is an entity id, `types` the types of the acts denied, `doer` the code of the side that would do them and
    `objects` the codes of those to whom, empty where no report says. `claims` are denials, refusals of accusations
    among them, in the order of their reports, which are at least two.
    """

    speaker: str
    types: tuple[EventType, ...]
    doer: str
    objects: tuple[str, ...]
    claims: tuple[ClaimRow, ...]

    def to_dict(self) -> dict[str, object]:
        """The stance as one object; the claims are a list of rows."""
        return {
            "speaker": self.speaker,
            "types": [one.value for one in self.types],
            "doer": self.doer,
            "objects": list(self.objects),
            "claims": [row.to_dict() for row in self.claims],
        }


@dataclass(frozen=True, slots=True)
class _Denial:
    """A claim that denies, and the act that it is about."""

    claim: StoredClaim
    speaker: str
    type: EventType
    doer: str
    objects: frozenset[str]

    @property
    def matter(self) -> tuple[str, str, str]:
        return self.speaker, self.doer, "force" if self.type in _FORCE else self.type.value


def stances(view: View, who: Who) -> tuple[Stance, ...]:
    """The stances of an actor, those of most claims first."""
    denials = [*_denied(view, who), *_refused(view, who)]
    matters: dict[tuple[str, str, str], list[_Denial]] = {}
    for one in denials:
        matters.setdefault(one.matter, []).append(one)
    found = [_stance(view, group) for matter in matters.values() for group in _by_object(matter)]
    return tuple(sorted(filter(None, found), key=lambda one: (-len(one.claims), one.speaker, one.types, one.objects)))


def _denied(view: View, who: Who) -> Iterator[_Denial]:
    """Acts of the speaker's own side that a report gives as denied on that speaker's word."""
    for stored in view.claims(ClaimFilter(speaker=who, status=Status.DENIED), _MOST).rows:
        claim = stored.claim
        if claim.speaker is not None:
            yield from _own(stored, claim.speaker, claim, {e.id: e.code for e in stored.entities})


def _refused(view: View, who: Who) -> Iterator[_Denial]:
    """Refusals of accusations, by the acts that the report says the accusation is about."""
    refusals = view.claims(ClaimFilter(actor=who, type=EventType.REJECT, status=Status.ASSERTED), _MOST).rows
    records: dict[str, Record | None] = {}
    for stored in refusals:
        article = stored.header.article
        if article not in records:
            records[article] = view.record(article)
        record = records[article]
        if record is None:
            continue
        codes = {e.id: e.code for e in record.entities}
        claims = {claim.id: claim for claim in record.claims}
        denied = {tie.right for tie in record.ties if tie.left == stored.claim.id and tie.kind in _DENIES}
        for act in sorted(denied & claims.keys()):
            if claims[act].type is not EventType.ACCUSE:
                for speaker in stored.claim.actors:
                    yield from _own(stored, speaker, claims[act], codes)


def _own(stored: StoredClaim, speaker: str, act: Claim, codes: Mapping[str, str]) -> Iterator[_Denial]:
    side = side_of(codes.get(speaker, speaker))
    if side in {side_of(codes.get(one, one)) for one in act.actors}:
        objects = frozenset(side_of(codes.get(one, one)) for one in act.recipients) - {UNKNOWN, side}
        yield _Denial(stored, speaker, act.type, side, objects)


def _by_object(matter: Iterable[_Denial]) -> Iterator[list[_Denial]]:
    """The denials that are of one object; those that name none belong to the others where these agree on theirs."""
    named: dict[frozenset[str], list[_Denial]] = {}
    for one in matter:
        named.setdefault(one.objects, []).append(one)
    silent = named.pop(frozenset(), [])
    if len(named) == 1:
        yield [*next(iter(named.values())), *silent]
        return
    yield from named.values()
    if silent:
        yield silent


def _stance(view: View, denials: list[_Denial]) -> Stance | None:
    # a refusal and the act that it denies are one sentence, which is shown once: as the act, which says what is denied
    ordered = sorted(denials, key=lambda one: (one.claim.claim.status is Status.DENIED, _reported(one)))
    said = {(one.claim.header.article, one.claim.claim.span): one for one in ordered}
    claims = {one.claim.claim.id: one.claim for one in sorted(said.values(), key=_reported)}
    if len({one.header.article for one in claims.values()}) < 2:  # a stance is taken twice
        return None
    first = denials[0]
    return Stance(
        speaker=first.speaker,
        types=tuple(sorted({one.type for one in denials})),
        doer=first.doer,
        objects=tuple(sorted({code for one in denials for code in one.objects})),
        claims=claim_rows(view, tuple(claims.values())),
    )


def _reported(one: _Denial) -> tuple[float, str, str]:
    return *by_report(one.claim.header), one.claim.claim.id
