"""Reports of sport and shows tell few political acts: a club that offers a contract agrees to nothing.

In such a report an act of words counts only where somebody public has a part in it; what harms, holds or moves people
counts there as anywhere.
"""

from collections.abc import Collection, Iterable, Sequence

from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import Document, Entity, EntityKind, EventMention, EventType, MentionForm, Party
from kawat.model.codes import UNKNOWN, sector_of

# Acts that private people do every day, so that only a public party makes them political.
_OF_WORDS = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
        EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SANCTION,
    }
)  # fmt: skip
# A report is of sport or a show where so large a part of its sentences has a word of them, and so many words do.
_SHARE, _WORDS = 0.3, 4
_PRIVATE = frozenset({"BUS", "CVL", "MED"})
_OWN = "own:"


def without_leisure(
    document: Document, views: Collection[View], events: Sequence[EventMention], known: Iterable[Entity]
) -> list[EventMention]:
    """The acts that count, in a report that may be of sport or a show; `known` are the entities of their parties."""
    if not events or not _of_leisure(views, frozenset(table(document.article.language or "", "voice")["leisure"])):
        return list(events)
    entities = {e.id: e for e in known}
    told = {m.span: m.form for m in document.mentions}
    named = {e for m in document.mentions if m.form is not MentionForm.PRONOUN for e in m.entities}

    def public(party: Party) -> bool:
        entity = entities.get(party.entity)
        if entity is None or not _is_public(entity):
            return False
        # Words that mention nobody known are a club's or a player's, whatever state is weighed for them.
        form = told.get(party.span) if party.span is not None else MentionForm.PRONOUN
        return form is not None and (form is not MentionForm.PRONOUN or party.entity in named)

    return [e for e in events if e.type not in _OF_WORDS or any(map(public, (*e.actors, *e.recipients)))]


def _of_leisure(views: Collection[View], words: frozenset[str]) -> bool:
    found = [words.intersection(v.folded) for v in views]
    return len(frozenset[str]().union(*found)) >= _WORDS and sum(map(bool, found)) >= _SHARE * len(found)


def _is_public(entity: Entity) -> bool:
    """Whether somebody is more than a person, firm or crowd of which no table and no title tells."""
    if entity.code == UNKNOWN or sector_of(entity.code) in _PRIVATE:
        return False
    if entity.id.startswith(_OWN):
        return entity.kind is EntityKind.PERSON and entity.role is not None
    return True
