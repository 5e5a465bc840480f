"""Offices told beside a name and not before it: "Ana Soto, kepala IAEA", "Soto, a former minister and now UN envoy"."""

import re
from itertools import chain, pairwise

from kawat.annotate.entities import name_tokens
from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_codes import BODIES, with_sector
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_references import References
from kawat.annotate.mentions_sides import is_and
from kawat.lang.parties import Small
from kawat.model import EntityKind, MentionForm, Span
from kawat.model.codes import UNKNOWN

# "Knut Hagenrud, 42, Menteri Norwegia", "Hagenrud (42), seorang warga Norwegia"
_APPOSED = re.compile(r"(?:\s?\(\d+\))?\s?,\s(?:\d+\s?,\s)?")
# "Hagenrud, a primary school teacher from Norway"
_APPOSED_ONE = re.compile(_APPOSED.pattern + r"an? (?:[a-z-]+ ){1,3}")
# "Konsul Jenderal Peru di Arica, Chile, Ana Soto,": the town and state where the office is
_SEAT = re.compile(r"(?:\s(?P<at>[^\W\d]+)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?)?\s?,\s")
_CLOSED = re.compile(r"\s?[,.(]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s\Z")
# Sectors that say more of a person than that the state around is his ("Budi Santoso, pengacara").
_TELLING = frozenset({"CVL", "REB", "OPP", "MED", "BUS", "NGO", "REL"})
# "guru sekolah dasar di Peru, ...": where words that describe a name end, and what comes then
_ENDS = re.compile(r"[^,.;:()–-]{0,60}[,.(]\s?(?P<next>[^\W\d]*)")
# behind what a body is the name in front of it is over
_CLOSES = re.compile(r"[^,.;:()–-]{0,60}[,.(]")
_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:of|for|and|the|untuk|dan) )*[A-Z][\w'’-]*)*\Z")
_SEVERAL = Small.MANY | Small.NUMBER | Small.BOTH | Small.ALL_OF | Small.ABOUT
_REACH = 160  # characters between a name and an office that is told behind it
_PARTS = 3  # so many phrases may stand between them


class Offices(References):
    """Learns from the words beside names whom the names stand for, before the text is read from the front."""

    def _read_offices(self, phrases: list[Phrase]) -> None:
        for name, title in pairwise(phrases):
            if self._apposed(name, title) or self._serves_as(name, title):
                self._entitle(name, title)
        self._read_kinds(phrases)
        self._read_servants(phrases)
        for i, title in enumerate(phrases):
            holder = next((p for p in phrases[i + 1 : i + 3] if self._stands_before(title, p)), None)
            if holder is not None:
                self._entitle(holder, title)
            elif self._is_present(title):
                self._hold_now(phrases[max(0, i - _PARTS) : i], title)
            elif self._tells_origin(title):
                self._entitle_alone(phrases[:i], title)

    def _read_kinds(self, phrases: list[Phrase]) -> None:
        """Learns what bodies of no table are: "Kesara Mining, perusahaan tambang asal Peru,", "kelompok pemberontak di
        Peru yang menamakan diri Front Kesara"."""
        pairs = (zip(phrases, phrases[k:], strict=False) for k in (1, 2, 3))  # "Peru" and "itself" can stand between
        for first, second in chain.from_iterable(pairs):
            if first.sentence != second.sentence:
                continue
            between = self._text[first.span.end : second.span.start]
            apposed = _APPOSED.fullmatch(between) and _CLOSES.match(self._text, second.span.end)
            if (apposed or self._vocabulary.serving.fullmatch(between.strip())) and self._is_kind(second):
                self._embody(first, second, phrases)
            elif self._is_kind(first) and self._leads_to_name(between):
                self._embody(second, first, phrases)

    def _read_servants(self, phrases: list[Phrase]) -> None:
        """Learns who is of a body that was told of: "Ali Kosso, komandan Front Kesara", "a spokesman for the KPF"."""
        for i, (name, title) in enumerate(pairwise(phrases)):
            between = self._text[name.span.end : title.span.start]
            named = name.sentence == title.sentence and name.form is MentionForm.NAME and name.name and not name.heads
            head = title.head
            if not named or head is None or title.owners or title.plural:
                continue
            if not (head.person or head.post or self._is_one_person(title)):
                continue
            if _APPOSED.fullmatch(between) is None or self.entities.person(name_of(name.name, self._text)) is not None:
                continue
            body = self._body_of(title, phrases[i + 2] if i + 2 < len(phrases) else None)
            if body is not None:
                code = self.entities.code(body)
                person = self.entities.own(name_of(name.name, self._text), code, EntityKind.PERSON)
                self.entities.note_role(person, title.span.of(self._text))
                self._same_as[title.span] = person

    def _body_of(self, title: Phrase, after: Phrase | None) -> str | None:
        """The body of no table, told of before, that an office is of."""
        if title.name:
            return self.entities.acronym(name_of(title.name, self._text))
        if after is None or after.sentence != title.sentence or not after.name or after.heads:
            return None
        link = self._text[title.span.end : after.span.start].split()
        return self.entities.acronym(name_of(after.name, self._text)) if link and self._links(link) else None

    def _is_kind(self, phrase: Phrase) -> bool:
        """Whether a phrase says what a body is, and is no body's name itself."""
        head = phrase.head
        if head is None or phrase.name or phrase.pointer or phrase.owned or phrase.capital:
            return False
        rebels = head.sector == "REB" and not head.person
        return (rebels or (head.title and head.kind in BODIES)) and not phrase.small & _SEVERAL

    def _leads_to_name(self, between: str) -> bool:
        """Whether nothing but "bernama", "of" or a place stands between what a body is and its name."""
        told = between.strip(" ,")
        return not told or self._vocabulary.naming.fullmatch(told) is not None

    def _embody(self, name: Phrase, kind: Phrase, phrases: list[Phrase]) -> None:
        """Gives a body of no table the code of what it is; all the places of its name tell a state that no words do."""
        code, sure = self._code(kind)
        if ":" not in code or name.title_case or name.owners or kind.heads[0].person or not (sure or name.name):
            return
        if name.heads and (name.heads[0].person or not name.heads[0].title):
            return
        if any(a.persons for a in name.name):
            return
        if not sure:
            tokens = name_tokens(name_of(name.name, self._text))
            there = [p for p in phrases if p.name and name_tokens(name_of(p.name, self._text)) == tokens]
            code = with_sector(self._states.best_of(there) or UNKNOWN, kind.sector)
        words = self._proper(name) if name.heads else name_of(name.name, self._text)
        entity = self.entities.own(words, code, kind.heads[0].kind)
        for form in filter(None, (words, name_of(name.name, self._text) if name.name else None, name.short)):
            self.entities.introduce(form, entity)

    def _proper(self, body: Phrase) -> str:
        """The words in capitals that end the name of a body: "the rebel group [Kesara People's Front] (KPF)"."""
        words = body.span.of(self._text).partition(" (")[0]
        first, _, rest = words.partition(" ")
        found = _CAPITALS.search(rest if rest and self._is_small(first, Small.ARTICLE) else words)
        return found[0] if found is not None else words

    def _apposed(self, name: Phrase, title: Phrase) -> bool:
        """ "Condoleezza Rice, Menteri Luar Negeri AS,"."""
        between = self._text[name.span.end : title.span.start]
        if not self._vocabulary.head_first and _APPOSED_ONE.fullmatch(between) and self._is_single(title):
            return name.sentence == title.sentence and name.form is MentionForm.NAME and not name.heads
        return (
            name.sentence == title.sentence
            and _APPOSED.fullmatch(between) is not None
            and name.form is MentionForm.NAME
            and not name.heads
            and (self._is_one_person(title) or self._is_one_of_them(title))
            and bool(title.owners or title.places or name.name)
        )

    def _is_one_person(self, title: Phrase) -> bool:
        """Whether a phrase without a name tells the office of one person; "kepala" is one beside a name."""
        head = title.head
        bodied = any(h.title for h in title.heads[1:])  # "ketua partai oposisi NDP": the name is the party's
        if head is None or (title.name and not bodied) or title.plural:
            return False
        senses = (x.head for x in self._vocabulary.lexemes.get(head.word))
        post = head.name and any(h is not None and h.person for h in senses)
        return head.person or post or (head.name and Small.ONE in title.small)

    def _is_single(self, title: Phrase) -> bool:
        """Whether people behind "a" and words of no table are one: "a mining magnate from Peru"."""
        head = title.head
        if head is None or not head.name or title.name or not (title.owners or title.places):
            return False
        return not (title.small & _SEVERAL or head.word.endswith(self._vocabulary.verbal[-1:]))

    def _is_one_of_them(self, title: Phrase) -> bool:
        """ "Ana Soto, wartawan asal Peru,": nouns without number tell of one where they close the words for a name."""
        head, closes = title.head, _ENDS.match(self._text, title.span.end)
        if head is None or closes is None or not self._vocabulary.head_first:
            return False
        if is_and(closes["next"], self._vocabulary):
            return False  # "Soto, wartawan Peru, dan polisi" are three
        told = head.name or head.sector in _TELLING
        return told and head.kind is EntityKind.GROUP and not (title.name or title.small & _SEVERAL or "-" in head.word)

    def _serves_as(self, name: Phrase, title: Phrase) -> bool:
        """ "Ana Soto dilantik sebagai presiden Peru", "Ana Soto, who is Peru's president"."""
        if name.sentence != title.sentence or name.form is not MentionForm.NAME or name.heads:
            return False
        between = self._text[name.span.end : title.span.start].strip(" ,")
        return self._vocabulary.serving.fullmatch(between) is not None and self._is_one_person(title)

    def _tells_origin(self, title: Phrase) -> bool:
        """ "Pria asal Paraguay itu", "The Paraguayan national": somebody told of before, and where from."""
        head = title.head
        definite = title.pointer or (not self._vocabulary.head_first and Small.ARTICLE in title.small)
        if head is None or not definite or title.name or not (title.owners or title.places):
            return False
        many = "-" in head.word or (title.plural and head.word.endswith(self._vocabulary.verbal[-1:]))
        return title.sector == "CVL" and not (many or head.post or head.title or title.small & _SEVERAL)

    def _entitle_alone(self, before: list[Phrase], title: Phrase) -> None:
        """Gives the only one whom the sentence before names in full the state that a title tells."""
        near = [p for p in before if p.sentence == title.sentence - 1 and p.form is MentionForm.NAME and p.name]
        if len(near) == 1 and len(near[0].name) > 1 and not (near[0].heads or near[0].owners):
            self._entitle(near[0], title)

    def _stands_before(self, title: Phrase, name: Phrase) -> bool:
        """ "Kepala misi PBB (UNMIS), Ana Soto,", where the phrase of the office was closed before the name."""
        if title.sentence != name.sentence or not self._is_one_person(title) or title.pointer:
            return False
        if name.form is not MentionForm.NAME or name.heads or len(name.name) < 2:
            return False
        seat = _SEAT.fullmatch(self._text, title.span.end, name.span.start)
        if seat is None or _CLOSED.match(self._text, name.span.end) is None:
            return False
        return seat["at"] is None or self._is_small(seat["at"], Small.AT)

    def _is_small(self, word: str, small: Small) -> bool:
        return any(small & x.small for x in self._vocabulary.lexemes.get(word))

    def _entitle(self, name: Phrase, title: Phrase) -> None:
        entity = self.entities.person(name.span.of(self._text))
        code, sure = self._code(title)
        if entity is None and name.name and not sure and title.sector in _TELLING and not title.whom:
            # "Ana Soto, guru di kota itu,": of which state, all the places of the name tell
            self._sector_told[name_tokens(name_of(name.name, self._text))] = title.sector
            self._holder_of[title.span] = name
            return
        if entity is None and name.name and title.whom and not sure:
            self._holder_of[title.span] = name  # "pengacara Suryo, Dian Lestari,": of whose state, Suryo's place tells
            return
        if entity is None and name.name and code != UNKNOWN and sure:
            entity = self.entities.own(name_of(name.name, self._text), code, EntityKind.PERSON)
        if entity is not None:
            self.entities.note_role(entity, title.span.of(self._text))
            self._same_as[title.span] = entity

    def _holder(self, title: Phrase) -> str | None:
        """The person of a title in apposition."""
        name = self._holder_of.get(title.span)
        if name is None:
            return self._same_as.get(title.span)
        words, (code, _) = name_of(name.name, self._text), self._code(title)
        entity = self.entities.person(words) or self.entities.own(words, code, EntityKind.PERSON)
        self.entities.note_role(entity, title.span.of(self._text))
        return entity

    def _behind_office_of(self, phrase: Phrase, *, person: bool) -> bool:
        """ "A spokesman for the LSA, Ali Kosso,": a body told before is the one whose office a name behind it has."""
        last = self._memory.last
        if person or phrase.form is not MentionForm.NAME or last is None or last.named or not last.person:
            return False
        link = self._text[last.span.end : phrase.span.start].split()
        return bool(link) and last.sentence == phrase.sentence and self._links(link)

    def _links(self, words: list[str]) -> bool:
        """Whether words say whose an office is: "for the"."""
        joins = Small.OF | Small.FOR | Small.ARTICLE
        return all(any(joins & x.small for x in self._vocabulary.lexemes.get(w)) for w in words)

    def _is_present(self, title: Phrase) -> bool:
        """ "kini utusan khusus PBB", "now the UN envoy"."""
        before = _LAST_WORD.search(self._text, max(0, title.span.start - 20), title.span.start)
        return before is not None and self._is_small(before[1], Small.PRESENT) and self._is_one_person(title)

    def _hold_now(self, before: list[Phrase], title: Phrase) -> None:
        """Gives a person the code of the office held now, whatever office was told of first."""
        code, sure = self._code(title)
        for name in reversed(before):
            if name.sentence != title.sentence or title.span.start - name.span.end > _REACH or not sure:
                return
            if not name.name and not any(o.persons for o in name.owners):
                continue
            words = name_of(name.name, self._text) if name.name else name.owners[0].text
            entity = self.entities.person(words)
            if entity is None and name.name and (not name.heads or name.heads[0].person):
                entity = self.entities.own(words, code, EntityKind.PERSON)
            if entity is not None and self.entities.kind(entity) is EntityKind.PERSON:
                self.entities.serve(entity, code)
                self._same_as[title.span] = entity
            return


def name_of(run: list[Atom], text: str) -> str:
    """The words of a run of atoms."""
    return Span(run[0].span.start, run[-1].span.end).of(text)
