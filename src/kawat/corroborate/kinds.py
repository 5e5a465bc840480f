"""Which types of acts belong together."""

from kawat.model import EventType

# Acts in which parties stand side by side, whichever a report names first.
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE})

# Types of two quadrants under which reports tell one act: a summons is a request to one coder and a protest to another.
ACROSS = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.ACCUSE, EventType.PROTEST),
        (EventType.REQUEST, EventType.PROTEST),
        (EventType.REJECT, EventType.SANCTION),
        (EventType.THREATEN, EventType.MOBILIZE),
        (EventType.THREATEN, EventType.COERCE),
        (EventType.AGREE, EventType.COOPERATE),
        (EventType.AGREE, EventType.AID),
        (EventType.AGREE, EventType.RETREAT),
        (EventType.SUPPORT, EventType.COOPERATE),
        (EventType.SUPPORT, EventType.AID),
        (EventType.CONSULT, EventType.COOPERATE),
        (EventType.AID, EventType.MOBILIZE),
        (EventType.CONCEDE, EventType.RETREAT),
    )
)
