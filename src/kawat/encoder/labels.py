"""The label sets of the encoder, in the order of its output columns."""

from kawat.model import EventType, Status

TYPES: tuple[EventType, ...] = tuple(EventType)
STATUSES: tuple[Status, ...] = tuple(Status)
ROLES: tuple[str, ...] = ("actor", "recipient", "speaker", "time", "place")
KINDS: tuple[str, ...] = ("person", "organization", "place")

# In every group of columns: outside, begins, goes on.
OUTSIDE, BEGINS, INSIDE = 0, 1, 2
TRIGGER_LABELS = 1 + 2 * len(TYPES)
ROLE_LABELS = 3 * len(ROLES)
MENTION_LABELS = 1 + 2 * len(KINDS)


def begins(index: int) -> int:
    """The column for the first word of a span of the label `index` (of TYPES or KINDS)."""
    return 1 + 2 * index


def goes_on(index: int) -> int:
    """The column for a later word of a span of the label `index`."""
    return 2 + 2 * index
