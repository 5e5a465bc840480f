"""What people judge on acts: two claims tell of one act, or definitely not; dated, signed, and to be taken back."""

from dataclasses import dataclass

from kawat import corroborate
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import Judgement, Link
from kawat.query.acts import acts_of, settle
from kawat.query.judgements import Signed, by_a_person
from kawat.store import ClaimFilter, Store, StoredClaim, View, Writer


@dataclass(frozen=True, slots=True)
class Joined:
    """Two claims on which a judgement was recorded, and all claims that tell of one act with the first now."""

    one: StoredClaim
    other: StoredClaim
    judgement: Judgement
    act: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The judgement as one object."""
        return {
            "one": self.one.claim.id,
            "other": self.other.claim.id,
            "judgement": self.judgement.value,
            "act": list(self.act),
        }


def same(store: Store, one: str, other: str, signed: Signed) -> Joined:
    """Records that two claims, by their ids or the first letters of those, tell of one act. It holds over Kawat's own.

    Raises `UnknownNameError` for an id that fits none or several, `QuestionError` for a claim and itself, and where
    people have judged claims of the two acts different.
    """
    with store.writer() as writer:
        found = _record(writer, one, other, Judgement.SAME, signed)
        if found.other.claim.id not in found.act:  # the error takes back what was just written
            raise QuestionError(_why_apart(writer.view, found))
        return found


def apart(store: Store, one: str, other: str, signed: Signed) -> Joined:
    """Records that two claims tell of two acts: no third claim brings them together. Errors for ids as for `same`."""
    with store.writer() as writer:
        return _record(writer, one, other, Judgement.DIFFERENT, signed)


def unjudged(store: Store, one: str, other: str, signed: Signed) -> Joined:
    """Takes back what people have judged of two claims: what Kawat itself found holds again. Errors as for `apart`."""
    with store.writer() as writer:
        return _record(writer, one, other, Judgement.UNSURE, signed)


def _record(writer: Writer, one: str, other: str, judgement: Judgement, signed: Signed) -> Joined:
    view = writer.view
    by_a_person(signed)
    first, second = _claim(view, one), _claim(view, other)
    if first.claim.id == second.claim.id:
        raise QuestionError(f"{one!r} and {other!r} are one claim; name two")
    left, right = sorted((first.claim.id, second.claim.id))
    why = ((signed.why, 1.0),) if signed.why else ()
    writer.link([Link(left, right, judgement, 1.0, why, signed.by, signed.at)])
    settle(writer, (left, right))
    return Joined(first, second, judgement, acts_of(view, (left, right))[first.claim.id].claims)


def _claim(view: View, begins: str) -> StoredClaim:
    if not begins.strip():
        raise QuestionError("the id of a claim is needed")
    ids = {one.id for one in view.find(begins.strip()) if one.kind == "claim"}
    if len(ids) != 1:
        meant = tuple((one, "claim", "") for one in sorted(ids))
        raise UnknownNameError(f"{begins!r} is the id of {len(ids) or 'no'} claims; give another", meant)
    return view.claims(ClaimFilter(ids=tuple(ids))).rows[-1]


def _why_apart(view: View, found: Joined) -> str:
    """Which judgement keeps two acts from being one."""
    mine = set(found.act)
    theirs = set(acts_of(view, (found.other.claim.id,))[found.other.claim.id].claims)
    for one in corroborate.standing(view.links(mine)).values():
        ends = {one.left, one.right}
        if one.judgement is Judgement.DIFFERENT and ends & mine and ends & theirs:
            return (
                f"{one.left} and {one.right} were judged different by {one.by} on {one.at.date()}; "
                "`kawat apart --undo` takes that back"
            )
    return f"{found.one.claim.id} and {found.other.claim.id} cannot be one act"
