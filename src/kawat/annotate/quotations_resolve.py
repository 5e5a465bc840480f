"""Whom the words of a speaker stand for, and for whom that one speaks."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from kawat.annotate.quotations_lexicon import Lexicon
from kawat.knowledge import get, lookup
from kawat.model import Document, Entity, EntityKind, Hop, HopKind, Mention, MentionForm, Span
from kawat.model.codes import bare

_TOLD_STATE = "head and state"
TOLD_BEFORE = "a name told before"  # why a mention means whom an earlier one named
_GUESSED = "head, state in context"  # why a mention belongs to a state that its own words do not name
_LONGEST = 120  # no mention has more characters before the words asked for
_TOLD = 1500  # so many characters back "katanya" may mean a person who was only told of
_RELATIVE = 20  # "tiga orang" goes on with "yang mengetahui"
_COMMA = re.compile(r"\s*,\s*")
_PHRASE_END = re.compile(r"[,;:()“”\"\n]|(?<![A-Z])\.(?!\w)")
_OWNED = re.compile(r"['’]s?\s+(?P<what>\w+)")
_AND = re.compile(r",?\s+(?:dan|serta|and)\s+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the entity where known, the words, and the hop of the one spoken for; `named` False: no name told.

    `teller` is who gives the word of this one ("kata X mengutip Y").
    """

    entity: str | None
    span: Span | None
    name: str | None
    principal: Hop | None = None
    media: bool = False
    named: bool = True
    teller: "Speaker | None" = None


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

    def is_state(self, mention: Mention) -> bool:
        """Whether a mention means a state."""
        entity = self.entity(mention)
        return entity is not None and entity.kind is EntityKind.STATE

    def named(self, entity: str) -> Entity | None:
        return self._entities.get(entity)

    def only_inside(self, entity: Entity, before: int, apart: list[Span]) -> bool:
        """Whether an entity is named or titled before an offset, and that only inside the stretches apart."""
        told = self._mentions[: bisect_left(self._starts, before)]
        named = [m for m in told if entity.id in m.entities and m.form in {MentionForm.NAME, MentionForm.TITLE}]
        return bool(named) and all(any(a.covers(m.span) for a in apart) for m in named)

    def person_told(self, before: int, apart: list[Span]) -> Entity | None:
        """The person last told of before an offset with a title or more than one name, outside the stretches apart."""
        for mention in reversed(self._mentions[: bisect_left(self._starts, before)]):
            if before - mention.span.end > _TOLD:
                return None
            entity = self.entity(mention)
            if entity is None or entity.kind is not EntityKind.PERSON or any(a.covers(mention.span) for a in apart):
                continue
            full = mention.form is MentionForm.NAME and " " in mention.span.of(self._text)
            if full or mention.form is MentionForm.TITLE:
                return entity
        return None

    def resolve(self, span: Span, lexicon: Lexicon, said: Span | None = None) -> Speaker:
        """The speaker that a noun phrase names, behind the words `said` where these stand first.

        A name of a person wins over titles and states in the phrase; after a word like "juru bicara" what follows is
        the one spoken for, and is the speaker's party where the speaker has no mention of its own.
        """
        span = self._whole_role(span, lexicon)
        words = span.of(self._text)
        report = lexicon.nominal.fullmatch(self._text, span.start, span.end) is not None
        here = [m for m in self.within(span) if not (report and self._runs_on(m, span))]
        inside, first = self._first_of_two(span, here, lexicon)
        principal = self._principal(first, inside, lexicon) or self._apposed(span, lexicon)
        rest = [m for m in inside if principal is None or m is not principal[1]]
        chosen = self._choose(span, rest, lexicon) or (principal[1] if principal else None)
        if chosen is not None and self._is_anybodys(chosen, span, lexicon, said):
            chosen = None
        found = self.entity(chosen) if chosen else None
        seat = self._of_seat(chosen, span, lexicon) if chosen and found else None
        if seat is not None:
            return Speaker(seat.id, span, " ".join(words.split()), None)
        hop = principal[0] if principal else None
        if (
            hop is not None
            and found is not None
            and hop.entity == found.id
            and found.kind is EntityKind.PERSON
            and chosen is not (principal or (None, None))[1]
        ):
            hop = None
        name = words if found is None or chosen is None or chosen is (principal or (None, None))[1] else found.name
        if found is not None and chosen is not None and chosen.form is not MentionForm.NAME:
            # A ministry or an office is more than the state that it stands for.
            name = name if found.kind in (EntityKind.PERSON, EntityKind.MEDIA) else words
        if found is not None and chosen is not None and found.kind is EntityKind.STATE and chosen.why == TOLD_BEFORE:
            name = chosen.span.of(self._text)  # "Badan Intelijen Nasional (NIS)" is more than its state, so is "NIS"
        media = found is not None and found.kind is EntityKind.MEDIA
        if found is not None and found.kind is not EntityKind.PERSON and lexicon.unnamed.search(words):
            name = words  # "sumber yang dekat dengan Tentara Arakan" is not that army
        named = media or self._is_named(span, chosen, lexicon)
        return Speaker(found.id if found else None, span, " ".join(name.split()), hop, media, named)

    def _of_seat(self, person: Mention, span: Span, lexicon: Lexicon) -> Entity | None:
        """The state that speaks by the office of a person: "Netanyahu's office", "kantor Netanyahu"; None else."""
        entity = self.entity(person)
        if entity is None or entity.kind is not EntityKind.PERSON:
            return None
        behind = _OWNED.match(self._text, person.span.end, span.end)
        before = span.of(self._text).split()[:-1] if lexicon.clitic else []
        seat = behind["what"] if behind is not None else before[0] if before else ""
        return self._entities.get(bare(entity.code)) if seat.casefold() in lexicon.seats else None

    def _whole_role(self, span: Span, lexicon: Lexicon) -> Span:
        """A phrase that was cut at the preposition of its role ("A spokesman" of "A spokesman for the army").

        A source is one of those it stands among: "sumber di kementerian luar negeri".
        """
        role = lexicon.spokes.search(self._text, span.start, span.end + 6)
        if role is None and lexicon.unnamed.search(self._text, span.start, span.end):
            role = lexicon.source_of.match(self._text, span.end)
        if role is None and lexicon.anonymous.search(self._text, span.start, span.end):
            office = lexicon.source_of.match(self._text, span.end)
            role = office if office is not None and self._is_office(office.end(), lexicon) else None
        if role is None or role.end() <= span.end:
            return span
        limit = min(len(self._text), role.end() + 80)
        stops = (_PHRASE_END, lexicon.finite, lexicon.told)
        ends = (m.start() for pattern in stops if (m := pattern.search(self._text, role.end(), limit)))
        end = min(ends, default=limit)
        return Span(span.start, span.start + len(self._text[span.start : end].rstrip()))

    def _is_office(self, start: int, lexicon: Lexicon) -> bool:
        """Whether a body stands at an offset, whose people can be told: "pejabat di [kementerian luar negeri Peru]"."""
        begins = _next_word(self._text, start, lexicon)
        here = next((m for m in self.within(Span(begins, begins + 1)) if m.entities), None)
        if here is None:
            return False
        body = here.form is not MentionForm.NAME or self._kind(here) is EntityKind.ORGANIZATION
        return body and here.why != _GUESSED

    def _is_named(self, span: Span, chosen: Mention | None, lexicon: Lexicon) -> bool:
        """Whether words tell who speaks: a person by name, or a body; "a senior official" does not."""
        if any(m.form is MentionForm.NAME and self._kind(m) is EntityKind.PERSON for m in self.within(span)):
            return True
        if chosen is not None and self._kind(chosen) is EntityKind.PERSON:
            return True
        words = span.of(self._text)
        return lexicon.spokes.search(words) is None and lexicon.anonymous.search(words) is None

    def _is_anybodys(self, mention: Mention, span: Span, lexicon: Lexicon, said: Span | None) -> bool:
        """Whether words are those of a source of which they tell neither state nor sector ("satu sumber").

        The state of officials or diplomats without a name is guessed, but not from what alone they tell of, unless they
        have an office in it ("pejabat keamanan").
        """
        entity = self.entity(mention)
        if lexicon.posted.search(mention.span.of(self._text)) and self._stands_at(mention, lexicon):
            return True
        insiders = lexicon.insiders.search(self._text, span.start, span.end + _RELATIVE)
        if mention.why == _GUESSED and insiders is not None and insiders.start() < span.end:
            return True
        if mention.why != _GUESSED or entity is None or ":" in entity.code:
            return False
        if lexicon.sided.search(self._text, span.start, span.end):
            return False
        words = mention.span.of(self._text)
        told = any(
            entity.id in m.entities and m.why != _GUESSED and not (said is not None and said.covers(m.span))
            for m in self._mentions[: bisect_left(self._starts, mention.span.start)]
        )
        anonymous = lexicon.anonymous.search(words) is not None
        return lexicon.unnamed.search(words) is not None or (anonymous and not told)

    def _stands_at(self, mention: Mention, lexicon: Lexicon) -> bool:
        """Whether nothing but where they are tells of a state: "dua diplomat di Dakar" are not Senegal's."""
        named = any(c.isupper() for c in mention.span.of(self._text)[1:])
        return not named and lexicon.source_of.match(self._text, mention.span.end) is not None

    def _runs_on(self, mention: Mention, span: Span) -> bool:
        """Whether a mention goes on behind the comma at which words end: "menurut laporan, Ana Soto ..."."""
        return mention.span.end > span.end and self._text[span.end : span.end + 1] == ","

    def _first_of_two(self, span: Span, mentions: list[Mention], lexicon: Lexicon) -> tuple[list[Mention], Span]:
        """Of two who speak together ("pejabat dan saksi mata") the first and its words, where it has a mention.

        Where the state stands behind both of them ("pejabat dan warga Peru") the first is of it too.
        """
        lists = [m.span("list") for m in lexicon.portfolios.finditer(self._text, span.start, span.end)]
        for joint in _AND.finditer(self._text, span.start, span.end):
            if any(a < joint.end() <= b + 1 for a, b in lists):
                continue  # "Menteri Politik, Hukum, dan Keamanan Ana Soto"
            first = [m for m in mentions if m.span.end <= joint.start() and m.entities]
            if first and not any(m.span.start < joint.start() < m.span.end for m in mentions):
                shared = self._of_both(first, mentions, lexicon) if len(first) == 1 else None
                return ([shared] if shared is not None else first), Span(span.start, joint.start())
        return mentions, span

    def _of_both(self, first: list[Mention], mentions: list[Mention], lexicon: Lexicon) -> Mention | None:
        """The first of two with an entity of the state that the second one's words name, where there is one."""
        second = next((m for m in mentions if m.span.start > first[0].span.end and m.entities), None)
        guessed = first[0].why == _GUESSED and lexicon.clitic != ""
        entity = self.entity(second) if second is not None and guessed else None
        own = self.entity(first[0])
        if second is None or entity is None or own is None:
            return None
        name = entity.kind is EntityKind.STATE and self._text[second.span.start - 2 : second.span.start - 1].islower()
        if second.why != _TOLD_STATE and not (name and not self._is_joined(second)):
            return None
        state, _, sector = own.code.partition(":")
        told = entity.code.partition(":")[0]
        if state == told:
            return replace(first[0], why=_TOLD_STATE)
        same = self._entities.get(f"{told}:{sector}" if sector else told) or self._entities.get(told) or entity
        return replace(first[0], entities=(same.id,), why=_TOLD_STATE)

    def _is_joined(self, mention: Mention) -> bool:
        """Whether a mention stands right behind "and"."""
        return any(
            j.end() == mention.span.start for j in _AND.finditer(self._text, mention.span.start - 8, mention.span.start)
        )

    def _choose(self, span: Span, mentions: list[Mention], lexicon: Lexicon) -> Mention | None:
        known = [m for m in mentions if m.entities]
        press = [m for m in known if self._kind(m) is EntityKind.MEDIA]
        if press and lexicon.media.match(self._text, span.start, span.end):  # "televisi pemerintah Oman Al-Contoh"
            return max(press, key=lambda m: (m.form is MentionForm.NAME, len(m.span)))
        people = [m for m in known if m.form is MentionForm.NAME and self._kind(m) is EntityKind.PERSON]
        if people:
            return people[-1] if people[-1].span.end >= span.end - 2 else people[0]
        covering = [m for m in known if m.span.start <= span.start + 8 or m.span.end >= span.end - 1]
        # "Koordinator bantuan PBB": the body that is named goes before a state that is only guessed.
        return max(covering or known, key=lambda m: (m.why != _GUESSED, len(m.span), -m.span.start), default=None)

    def _kind(self, mention: Mention) -> EntityKind | None:
        entity = self.entity(mention)
        return entity.kind if entity else None

    def _principal(self, span: Span, inside: list[Mention], lexicon: Lexicon) -> tuple[Hop, Mention | None] | None:
        """The one that a spokesman speaks for: the mention or the words right after "juru bicara"."""
        role = lexicon.spokes.search(self._text, span.start, span.end)
        if role is None:
            return None
        if not lexicon.clitic and (before := self._before_role(span, role.start(), inside, lexicon)) is not None:
            return before
        after = [m for m in inside if role.end() <= m.span.start <= role.end() + 40 and self._leads_on(role.end(), m)]
        others = [m for m in inside if m.span.start >= role.end() and m not in after]
        if after:
            mention = after[0]
            person = self._kind(mention) is EntityKind.PERSON and mention.form is MentionForm.NAME
            if person and not others and self._is_bare(role, lexicon):
                return None
            entity = self.entity(mention)
            office = Span(min(_next_word(self._text, role.end(), lexicon), mention.span.start), mention.span.end)
            party = self._holder(office) or (entity.id if entity else None)
            return Hop(HopKind.PRINCIPAL, _plain(office.of(self._text)), party, office), mention
        begins = _next_word(self._text, role.end(), lexicon)
        words = _office(self._text, begins - 1, span.end)
        named = self._without_name(words, inside) if words else None
        if named is None:
            return None
        served = any(m.form is MentionForm.DESCRIPTION and m.span.end == named.end for m in inside)
        if not served and self._is_bare(role, lexicon) and named == words and self._may_be_a_person(named):
            return None
        office = named
        told = _plain(office.of(self._text))
        return Hop(HopKind.PRINCIPAL, told, self._holder(office) or self._body(office), office), None

    def _body(self, office: Span) -> str | None:
        """The entity of a body that is spoken for: a known one, else that of the mention that covers its words."""
        known = (get(form.known_id) for form in lookup(office.of(self._text)))
        found = next((k.id for k in known if k is not None and k.kind is not EntityKind.PERSON), None)
        if found is not None:
            return found
        covering = [e for m in self.within(office) if m.span.covers(office) and (e := self.entity(m)) is not None]
        return next((e.id for e in covering if e.kind is not EntityKind.PERSON), None)

    def _before_role(
        self, span: Span, role: int, inside: list[Mention], lexicon: Lexicon
    ) -> tuple[Hop, Mention | None] | None:
        """ "Kremlin spokesman X", "a White House official's": the one spoken for stands before the role."""
        article = lexicon.articles.match(self._text, span.start, role)
        start = article.end() if article else span.start
        office = Span(start, start + len(self._text[start:role].rstrip(" '’s") if start < role else ""))
        named = [m for m in inside if m.span.start < role and m.entities]
        body = any(self._kind(m) not in (None, EntityKind.PERSON) for m in named if m.span.overlaps(office))
        if not len(office) or not named or not (body or self._text[office.start].isupper()):
            return None
        inner = next((m for m in named if m.span.end <= role), None)
        entity = self.entity(inner or named[0])
        told = self._text[office.start : office.end]
        known = next((get(form.known_id) for form in lookup(told)), None)
        party = known.id if known else entity.id if entity and entity.kind is not EntityKind.PERSON else None
        return Hop(HopKind.PRINCIPAL, _plain(told), self._holder(office) or party, office), inner

    def _apposed(self, span: Span, lexicon: Lexicon) -> tuple[Hop, Mention | None] | None:
        """ "Ana Soto, a spokeswoman for the Chilean president": the role stands behind the name."""
        comma = _COMMA.match(self._text, span.end)
        article = lexicon.articles.match(self._text, comma.end()) if comma else None
        role = lexicon.spokes.match(self._text, article.end()) if article else None
        if article is None or role is None:
            return None
        limit = min(len(self._text), role.end() + 80)
        stops = (_PHRASE_END, lexicon.finite, lexicon.told)
        ends = (m.start() for pattern in stops if (m := pattern.search(self._text, role.end(), limit)))
        inside = Span(article.end(), min(ends, default=limit))
        return self._principal(inside, self.within(inside), lexicon)

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

    def _is_bare(self, role: re.Match[str], lexicon: Lexicon) -> bool:
        """Whether no preposition leads from a role to what follows: "spokesman X", not "spokesman for X"."""
        last = role.group().split()[-1].casefold()
        begins = _next_word(self._text, role.end(), lexicon)
        return last not in lexicon.prepositions and begins == _next_word(self._text, role.end(), None)

    def _may_be_a_person(self, office: Span) -> bool:
        """Whether capitalised words behind "juru bicara" may be the spokesman's own name: few, and no body's."""
        words = office.of(self._text)
        if not words[0].isupper() or len(words.split()) > 3:
            return False
        kinds = {self._kind(m) for m in self.within(office)} - {None, EntityKind.UNKNOWN}
        known = (get(form.known_id) for form in lookup(words))
        return not (kinds - {EntityKind.PERSON}) and not any(k and k.kind is not EntityKind.PERSON for k in known)

    def _leads_on(self, start: int, mention: Mention) -> bool:
        """Whether only words of an office stand between "juru bicara" and a mention ("kementerian luar negeri")."""
        between = self._text[start : mention.span.start]
        return "," not in between and not any(c.isupper() for c in between)

    def _holder(self, office: Span) -> str | None:
        """The entity that the text gives the office: "presiden Belarusia" where it wrote "Presiden Belarusia X"."""
        words = _plain(office.of(self._text)).casefold()
        return next((e.id for e in self._entities.values() if e.role and e.role.casefold() == words), None)


def _next_word(text: str, start: int, lexicon: Lexicon | None) -> int:
    """Where the next word begins; with a lexicon behind prepositions and articles ("of the", "dari")."""
    while True:
        while text[start : start + 1].isspace():
            start += 1
        word = re.compile(r"[^\W_]+(?=\s)").match(text, start)
        if (
            lexicon is None
            or word is None
            or word.group().casefold() not in lexicon.prepositions | lexicon.article_words
        ):
            return start
        start = word.end()


def _plain(words: str) -> str:
    return " ".join(words.split())


def _office(text: str, start: int, end: int) -> Span | None:
    """The words after the role up to a comma or a name: "presiden Belarusia", "militer"."""
    found = re.compile(r"\s+(?P<office>[^\W_][^,(]*)").match(text, start, end)
    if found is None:
        return None
    words = found["office"].rstrip()
    if words.casefold() in {"itu", "tersebut", "ini", "nya"}:
        return None
    return Span(found.start("office"), found.start("office") + len(words))
