"""What questions want of a store: filters of claims, quotations and articles."""

from dataclasses import dataclass
from datetime import date

from kawat.model import EventType, Manner, Status


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a question is about: an entity by its id, or everybody who stands for a code.

    A code covers the sectors under it: "BLR" is also "BLR:OPP". Exactly one of the two is given. `also` are ids that
    are judged to be the same actor.
    """

    id: str | None = None
    code: str | None = None
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.id is None) == (self.code is None):
            raise ValueError("either an id or a code")

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that is meant."""
        return self.also if self.id is None else (self.id, *self.also)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted: those that meet every condition given.

    `between` wants claims from one to the other or of both together; `agencies` are ids or folded names of a hop,
    `outlets` folded names; a claim meets `since` and `until` (both included) where its dates reach into them, one
    without where it `stands_in` by the day of its report; `words` is text as people type it."""

    actor: Who | None = None
    recipient: Who | None = None
    either: Who | None = None
    between: tuple[Who, Who] | None = None
    speaker: Who | None = None
    type: EventType | None = None
    mode: str | None = None  # of that type
    status: Status | None = None
    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    place: str | None = None  # the id of a place of the act, or of the state in which it lies
    since: date | None = None
    until: date | None = None
    undated: bool = False  # only claims without a date; not together with since and until
    stands_in: bool = False
    reported: date | None = None  # in reports of this day or later
    rejected: bool = False  # only claims that reviewers reject; else these are left out, unless `ids` or `article` asks
    words: str | None = None
    ids: tuple[str, ...] | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationFilter:
    """Which quotations are wanted; `since` and `until` are days of publication."""

    speaker: Who | None = None
    since: date | None = None
    until: date | None = None
    manner: Manner | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles are wanted; `outlets` are folded names, `since` and `until` days of publication, both included."""

    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
