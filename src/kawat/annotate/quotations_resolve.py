"""Whom the words of a speaker stand for, and for whom that one speaks."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.knowledge import get, lookup
from kawat.model import Document, Entity, EntityKind, Hop, HopKind, Mention, MentionForm, Span

_LONGEST = 120  # no mention has more characters before the words asked for
_AND = re.compile(r",?\s+(?:dan|serta|and)\s+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the entity where known, the words, and the hop of the one spoken for."""

    entity: str | None
    span: Span | None
    name: str | None
    principal: Hop | None = None
    media: bool = False


class Cast:
    """The mentions and entities of a document, for looking up words."""

    def __init__(self, document: Document) -> None:
        self._text = document.article.text
        self._mentions = sorted(document.mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        self._entities = {e.id: e for e in document.entities}

    def within(self, span: Span) -> list[Mention]:
        """The mentions that share words with a span, in order; a long one may begin before it."""
        low = bisect_left(self._starts, span.start - _LONGEST)
        high = bisect_left(self._starts, span.end)
        return [m for m in self._mentions[low:high] if m.span.overlaps(span)]

    def entity(self, mention: Mention) -> Entity | None:
        return self._entities.get(mention.entities[0]) if mention.entities else None

    def named(self, entity: str) -> Entity | None:
        return self._entities.get(entity)

    def resolve(self, span: Span, lexicon: Lexicon) -> Speaker:
        """The speaker that a noun phrase names.

        A name of a person wins over titles and states in the phrase; after a word like "juru bicara" what follows is
        the one spoken for, and is the speaker's party where the speaker has no mention of its own.
        """
        words = span.of(self._text)
        inside = self._first_of_two(span, self.within(span))
        principal = self._principal(span, inside, lexicon)
        rest = [m for m in inside if principal is None or m is not principal[1]]
        chosen = self._choose(span, rest) or (principal[1] if principal else None)
        found = self.entity(chosen) if chosen else None
        hop = principal[0] if principal else None
        if (
            hop is not None
            and found is not None
            and hop.entity == found.id
            and chosen is not (principal or (None, None))[1]
        ):
            hop = None
        name = words if found is None or chosen is None or chosen is (principal or (None, None))[1] else found.name
        media = found is not None and found.kind is EntityKind.MEDIA
        return Speaker(found.id if found else None, span, " ".join(name.split()), hop, media)

    def _first_of_two(self, span: Span, mentions: list[Mention]) -> list[Mention]:
        """Of two who speak together ("pejabat dan saksi mata") the first, where it has a mention of its own."""
        for joint in _AND.finditer(self._text, span.start, span.end):
            first = [m for m in mentions if m.span.end <= joint.start() and m.entities]
            if first and not any(m.span.start < joint.start() < m.span.end for m in mentions):
                return first
        return mentions

    def _choose(self, span: Span, mentions: list[Mention]) -> Mention | None:
        known = [m for m in mentions if m.entities]
        people = [m for m in known if m.form is MentionForm.NAME and self._kind(m) is EntityKind.PERSON]
        if people:
            return people[-1] if people[-1].span.end >= span.end - 2 else people[0]
        covering = [m for m in known if m.span.start <= span.start + 8 or m.span.end >= span.end - 1]
        return max(covering or known, key=lambda m: (len(m.span), -m.span.start), default=None)

    def _kind(self, mention: Mention) -> EntityKind | None:
        entity = self.entity(mention)
        return entity.kind if entity else None

    def _principal(self, span: Span, inside: list[Mention], lexicon: Lexicon) -> tuple[Hop, Mention | None] | None:
        """The one that a spokesman speaks for: the mention or the words right after "juru bicara"."""
        role = lexicon.spokes.search(self._text, span.start, span.end)
        if role is None:
            return None
        after = [m for m in inside if role.end() <= m.span.start <= role.end() + 40 and self._leads_on(role.end(), m)]
        others = [m for m in inside if m.span.start >= role.end() and m not in after]
        if after:
            mention = after[0]
            if self._kind(mention) is EntityKind.PERSON and mention.form is MentionForm.NAME and not others:
                return None
            entity = self.entity(mention)
            office = Span(_next_word(self._text, role.end()), mention.span.end)
            party = self._holder(office) or (entity.id if entity else None)
            return Hop(HopKind.PRINCIPAL, _plain(office.of(self._text)), party, office), mention
        words = _office(self._text, role.end(), span.end)
        words = self._without_name(words, inside) if words else None
        if words is None or _may_be_a_person(words.of(self._text)):
            return None
        return Hop(HopKind.PRINCIPAL, _plain(words.of(self._text)), self._holder(words), words), None

    def _without_name(self, office: Span, inside: list[Mention]) -> Span | None:
        """An office without the spokesman's own name, where one mention covers both."""
        for entity in (self.entity(m) for m in inside if m.span.overlaps(office)):
            if entity is None or entity.kind is not EntityKind.PERSON:
                continue
            for name in (entity.name, *entity.aliases):
                if self._text.endswith(name, office.start, office.end):
                    end = office.start + len(self._text[office.start : office.end - len(name)].rstrip(" ,"))
                    return Span(office.start, end) if end > office.start else None
        return office

    def _leads_on(self, start: int, mention: Mention) -> bool:
        """Whether only words of an office stand between "juru bicara" and a mention ("kementerian luar negeri")."""
        between = self._text[start : mention.span.start]
        return "," not in between and not any(c.isupper() for c in between)

    def _holder(self, office: Span) -> str | None:
        """The entity that the text gives the office: "presiden Belarusia" where it wrote "Presiden Belarusia X"."""
        words = _plain(office.of(self._text)).casefold()
        return next((e.id for e in self._entities.values() if e.role and e.role.casefold() == words), None)


def _next_word(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start


def _plain(words: str) -> str:
    return " ".join(words.split())


def _may_be_a_person(words: str) -> bool:
    """Whether capitalised words behind "juru bicara" may be the spokesman's own name: few, and no known body's."""
    if not words[0].isupper() or len(words.split()) > 3:
        return False
    meant = (get(form.known_id) for form in lookup(words))
    return not any(known is not None and known.kind is not EntityKind.PERSON for known in meant)


def _office(text: str, start: int, end: int) -> Span | None:
    """The words after the role up to a comma or a name: "presiden Belarusia", "militer"."""
    found = re.compile(r"\s+(?P<office>[^\W_][^,(]*)").match(text, start, end)
    if found is None:
        return None
    words = found["office"].rstrip()
    if words.casefold() in {"itu", "tersebut", "ini", "nya"}:
        return None
    return Span(found.start("office"), found.start("office") + len(words))
