"""What people judge on who is who: two names are one actor, or definitely not; dated, signed, and to be taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from kawat import corroborate
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import EntityKind, Identity, Judgement, signs_kawat
from kawat.query.names import Meant, resolve
from kawat.store import Store, View, Writer


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair on which a judgement was recorded, and all ids that are one actor with the first now."""

    one: Meant
    other: Meant
    judgement: Judgement
    actor: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The judgement as one object."""
        return {
            "one": self.one.id,
            "other": self.other.id,
            "judgement": self.judgement.value,
            "actor": list(self.actor),
        }


@dataclass(frozen=True, slots=True)
class Signed:
    """Who judges, when and why."""

    by: str
    at: datetime
    why: str | None = None


def by_a_person(signed: Signed) -> None:
    """Raises `QuestionError` for a name under which a judgement would count as Kawat's own."""
    if signs_kawat(signed.by):
        raise QuestionError(f"{signed.by!r} is how Kawat signs; give another name")


def merge(store: Store, one: str, other: str, signed: Signed) -> Judged:
    """Records that two names are one actor. Nothing stored is changed; questions count both as one from now on, and
    `kawat.ingest.relink` joins claims of one act that were kept apart by the names.

    Raises `UnknownNameError` for a name that is unknown or means several, `QuestionError` for a pair that cannot be
    one: the same id, states, a person and a group, or two that were judged different; and for Kawat's own signature.
    """
    by_a_person(signed)
    with store.writer() as writer:
        left, right = _pair(writer.view, one, other)
        made = _identity(left.id, right.id, Judgement.SAME, signed)
        before = writer.view.identities((left.id, right.id))
        actor = corroborate.one_actor(left.id, (*before, made))
        if right.id not in actor:
            raise QuestionError(f"{_apart(left, right, before)}; `kawat split --undo` takes that back")
        writer.identify([made])
    return Judged(left, right, Judgement.SAME, actor)


def split(store: Store, one: str, other: str | None, signed: Signed) -> tuple[Judged, ...]:
    """Records that two names are definitely not one actor; without a second, all those that the first is judged to be.

    Errors as for `merge`; `QuestionError` where there is nothing to split.
    """
    with store.writer() as writer:
        view = writer.view
        if other is not None:
            pairs = [_pair(view, one, other)]
        else:
            left = _meant(view, one)
            same = corroborate.one_actor(left.id, view.identities([left.id]))
            pairs = [(left, resolve(view, far, merged=False)) for far in same if far != left.id]
        if not pairs:
            raise QuestionError(f"nothing is judged to be the same as {one!r}")
        return _record(writer, pairs, Judgement.DIFFERENT, signed)


def withdraw(store: Store, one: str, other: str, signed: Signed) -> Judged:
    """Takes back what people have judged of two names: what Kawat itself found holds again. Errors as for `merge`."""
    with store.writer() as writer:
        pair = _pair(writer.view, one, other)
        (judged,) = _record(writer, [pair], Judgement.UNSURE, signed)
        return judged


def _meant(view: View, name: str) -> Meant:
    """Whom a name means: one id; where it is the name of several that are judged to be one, the first of them."""
    try:
        return resolve(view, name, merged=False)
    except UnknownNameError:
        return replace(resolve(view, name), also=())


def _pair(view: View, one: str, other: str) -> tuple[Meant, Meant]:
    left, right = _meant(view, one), _meant(view, other)
    if left.id == right.id:
        raise QuestionError(f"{one!r} and {other!r} are one id, {left.id}; name two")
    kinds = {left.kind, right.kind} - {EntityKind.UNKNOWN}
    if EntityKind.STATE in kinds or (EntityKind.PERSON in kinds and len(kinds) > 1):
        told = f"{left.name} is a {left.kind.value} and {right.name} a {right.kind.value}"
        only = "states are never judged" if EntityKind.STATE in kinds else "a person is only judged beside a person"
        raise QuestionError(f"{told}: {only}")
    return left, right


def _record(
    writer: Writer, pairs: list[tuple[Meant, Meant]], judgement: Judgement, signed: Signed
) -> tuple[Judged, ...]:
    by_a_person(signed)
    writer.identify([_identity(left.id, right.id, judgement, signed) for left, right in pairs])
    judged = writer.view.identities([end.id for pair in pairs for end in pair])
    return tuple(Judged(left, right, judgement, corroborate.one_actor(left.id, judged)) for left, right in pairs)


def _identity(one: str, other: str, judgement: Judgement, signed: Signed) -> Identity:
    left, right = sorted((one, other))
    return Identity(left, right, judgement, 1.0, (signed.why,) if signed.why else (), signed.by, signed.at)


def _apart(left: Meant, right: Meant, judged: tuple[Identity, ...]) -> str:
    """Which judgement keeps two names from being one."""
    mine, theirs = (set(corroborate.one_actor(end.id, judged)) for end in (left, right))
    for one in corroborate.held(judged).values():
        ends = {one.left, one.right}
        if one.judgement is Judgement.DIFFERENT and ends & mine and ends & theirs:
            return f"{one.left} and {one.right} were judged different by {one.by} on {one.at.date()}"
    return f"{left.id} and {right.id} cannot be one"
