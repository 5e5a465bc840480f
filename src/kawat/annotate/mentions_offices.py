"""Offices told beside a name and not before it: "Ana Soto, kepala IAEA", "Soto, a former minister and now UN envoy"."""

import re
from itertools import pairwise

from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_references import References
from kawat.lang.parties import Small
from kawat.model import EntityKind, MentionForm, Span
from kawat.model.codes import UNKNOWN

# "Knut Hagenrud, 42, Menteri Norwegia", "Hagenrud (42), seorang warga Norwegia"
_APPOSED = re.compile(r"(?:\s?\(\d+\))?\s?,\s(?:\d+\s?,\s)?")
# "Konsul Jenderal Peru di Arica, Chile, Ana Soto,": the town and state where the office is
_SEAT = re.compile(r"(?:\s(?P<at>[^\W\d]+)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*(?:,\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?)?\s?,\s")
_CLOSED = re.compile(r"\s?[,.(]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s\Z")
# Sectors that say more of a person than that the state around is his ("Budi Santoso, pengacara").
_TELLING = frozenset({"CVL", "REB", "OPP", "MED", "BUS", "NGO", "REL"})
_REACH = 160  # characters between a name and an office that is told behind it
_PARTS = 3  # so many phrases may stand between them


class Offices(References):
    """Learns from the words beside names whom the names stand for, before the text is read from the front."""

    def _read_offices(self, phrases: list[Phrase]) -> None:
        for name, title in pairwise(phrases):
            if self._apposed(name, title):
                self._entitle(name, title)
        for i, title in enumerate(phrases):
            holder = next((p for p in phrases[i + 1 : i + 3] if self._stands_before(title, p)), None)
            if holder is not None:
                self._entitle(holder, title)
            elif self._is_present(title):
                self._hold_now(phrases[max(0, i - _PARTS) : i], title)

    def _apposed(self, name: Phrase, title: Phrase) -> bool:
        """ "Condoleezza Rice, Menteri Luar Negeri AS,"."""
        between = self._text[name.span.end : title.span.start]
        return (
            name.sentence == title.sentence
            and _APPOSED.fullmatch(between) is not None
            and name.form is MentionForm.NAME
            and not name.heads
            and self._is_one_person(title)
            and bool(title.owners or title.places or len(name.name) > 1)
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
        if entity is None and name.name and title.whom and not sure:
            self._holder_of[title.span] = name  # "pengacara Suryo, Dian Lestari,": of whose state, Suryo's place tells
            return
        if entity is None and name.name and code != UNKNOWN and (sure or title.sector in _TELLING):
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
