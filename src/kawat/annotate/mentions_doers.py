"""Who does an act to whom a word refers to: that one is somebody else, or the one whose men they are."""

from itertools import pairwise

from kawat.annotate.mentions_antecedents import Seen
from kawat.annotate.mentions_codes import Codes
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_sides import is_and, opposed
from kawat.lang.parties import Small
from kawat.model.codes import bare, sector_of
from kawat.text import fold

_NEXT_WORD = 20  # characters in which the word behind a mention ends
_COUNTS = 4  # "dilakukan oleh sekitar 150"
_ENDS = frozenset({"", ".", "!", "?", '"', "”"})
_LAW = frozenset({"COP", "JUD"})


class Doers(Codes):
    """Tells by the verbs around a word whom it can mean and whom not."""

    def _sayer(self, phrase: Phrase) -> Seen | None:
        """Whose those are that open what is said: "ia menekankan bahwa negaranya tidak akan ikut berperang".

        Only the one who speaks may stand before, and no verb of accusing.
        """
        before = [fold(w).rstrip(",") for w in self._text[: phrase.span.start].split()[-4:]]
        there = self._memory.of_sentence(phrase.sentence)
        opens = before[-1:] == [self._vocabulary.content] or self._is_told(before[-1:])
        if not opens or len(there) != 1 or not self._vocabulary.accusing.isdisjoint(before):
            return None
        sayer = there[0]
        return sayer if sayer.codes and (sayer.subject or sayer.speaker) else None

    def _told_by_clause(self, phrase: Phrase, *, clitic: bool) -> Seen | None:
        """Whom the words around a pronoun tell for certain that it means; None where they do not."""
        pronoun = phrase.pronoun
        if pronoun is None:
            return None
        if pronoun.animate == "thing":
            told = self._says(phrase)
        elif pronoun.animate == "person" and (pronoun.person, pronoun.number) == ("other", "one") and not clitic:
            told = self._says_of_himself(phrase)
        else:
            told = self._carried_out(phrase)
        return told or self._for_reason(phrase)

    def _says_of_himself(self, phrase: Phrase) -> Seen | None:
        """The person who opens a sentence and says what "ia" opens: "Rice mengatakan kepada pers bahwa ia pergi"."""
        there = self._memory.of_sentence(phrase.sentence)
        before = [fold(w).rstrip(",") for w in self._text[: phrase.span.start].split()[-1:]]
        opens = before == [self._vocabulary.content] or self._is_told(before)
        if not there or not opens or not (there[-1].person and there[-1].speaker and there[-1].codes):
            return None
        addressed = all(s.after_preposition or s is there[-1] for s in there)
        between = {fold(w) for w in self._text[there[-1].span.end : phrase.span.start].split()}
        apart = self._vocabulary.accusing | self._vocabulary.addressing
        return there[-1] if addressed and apart.isdisjoint(between) else None

    def _is_told(self, words: list[str]) -> bool:
        """Whether a word is a verb of saying that addresses nobody: "mengatakan"."""
        said = any(Small.SAYING in x.small for w in words for x in self._vocabulary.lexemes.get(w))
        return said and self._vocabulary.addressing.isdisjoint(words)

    def _told_by_theirs(self, phrase: Phrase) -> Seen | None:
        """Who opens a sentence, of which their own tell behind it: "Peru menolak usul Chile, kata juru bicaranya"."""
        there = self._memory.of_sentence(phrase.sentence)
        if not there or fold(self._word_before(phrase.span.start)) not in self._vocabulary.speech:
            return None
        if phrase.sector == "CVL":
            return None  # "Polisi menahan dua warga, kata pengacara mereka"
        opener = there[-1]
        quoted = any(mark in self._text[opener.span.end : phrase.span.start] for mark in '"“”')
        return opener if opener.subject and opener.codes and not (quoted or opener.speaker) else None

    def _says(self, phrase: Phrase) -> Seen | None:
        """Who says what a word for a thing opens: "Norway said it would send aid"."""
        there = self._memory.of_sentence(phrase.sentence)[:1]
        if not there or there[0].person or not there[0].codes:
            return None
        if there[0].plural and there[0].span.of(self._text).endswith("s"):
            return None  # "the military" is one
        first, *rest = self._text[there[0].span.end : phrase.span.start].split() or [""]
        when = all(w[:1].isupper() or w[:1].isdigit() or w in self._vocabulary.saying_when for w in rest)
        return there[0] if when and self._is_told([fold(first)]) else None

    def _carried_out(self, phrase: Phrase) -> Seen | None:
        """Those who did the act of the sentence before: "Serangan itu dilakukan oleh 30 milisi. Mereka ..."."""
        pronoun = phrase.pronoun
        goes_on = pronoun is not None and (pronoun.person, pronoun.number) == ("other", "many")
        if not goes_on or self._memory.of_sentence(phrase.sentence):
            return None
        before = [s for s in self._memory.of_sentence(phrase.sentence - 1) if s.codes]
        if any(self._text[: s.span.start].rstrip()[-1:] in _ENDS and not s.speaker for s in before):
            return None  # who opens that sentence is told of in it: "Pasukan itu dipimpin oleh ..."
        return next((s for s in before if not s.person and self._is_by(s)), None)

    def _is_by(self, seen: Seen) -> bool:
        """Whether "dilakukan oleh", "carried out by" and at most a count stand before somebody."""
        words = [fold(w) for w in self._text[: seen.span.start].rsplit(None, _COUNTS)[-_COUNTS:]]
        told = self._vocabulary.light_passive
        return any(one in told and two in self._vocabulary.by for one, two in pairwise(words))

    def _told_to(self, phrase: Phrase) -> Seen | None:
        """Whose those are that somebody is accused of sending or asked to: "menuduh Rwanda mengirim pasukannya"."""
        there = self._memory.of_sentence(phrase.sentence)
        if not there or there[0].pronoun:
            return None
        told = fold(self._word_before(there[0].span.start)) in self._vocabulary.accusing | self._vocabulary.addressing
        between = self._text[there[0].span.end : phrase.span.start]
        harmed = any(fold(w) in self._vocabulary.hostile for w in between.split())
        return there[0] if told and not harmed and opposed(between, self._vocabulary) else None

    def _accusers(self, phrase: Phrase) -> frozenset[str]:
        """The states of who accuses those whose owner is asked for, and is not it: "Washington menuduh pasukannya"."""
        before = self._text[: phrase.span.start].rstrip()
        begins = before.rfind(" ") + 1
        if fold(before[begins:]) not in self._vocabulary.accusing:
            return frozenset()
        doer = next((s for s in self._memory.of_sentence(phrase.sentence) if s.span.end <= begins), None)
        return frozenset(map(bare, doer.codes)) if doer is not None else frozenset()

    def _for_reason(self, phrase: Phrase) -> Seen | None:
        """Who is judged for what is theirs: "imposed sanctions on Iran for its refusal"; or named right behind it."""
        pronoun = phrase.pronoun
        last = next(iter(self._memory.of_sentence(phrase.sentence)), None)
        if pronoun is None or not pronoun.owner or pronoun.person != "other" or last is None or not last.codes:
            return None
        if last.person != (pronoun.animate == "person"):
            return None
        reason = self._word_before(phrase.span.start)
        judged = fold(reason) in self._vocabulary.reasons
        between = self._text[last.span.end : phrase.span.start].strip()
        return last if (judged and between == reason) or last.span.start > phrase.span.start else None

    def _judges(self, phrase: Phrase) -> frozenset[str]:
        """The states of who judges or declines an act, and does not do it: "Peru rejected their demand"."""
        word = self._word_before(phrase.span.start)
        there = self._memory.of_sentence(phrase.sentence)
        if fold(word) not in self._vocabulary.judging or not there:
            return frozenset()
        return frozenset(map(bare, there[-1].codes))

    def _is_object(self, start: int) -> bool:
        """Whether a verb stands before a place in the text, whose subject is somebody else: "urged both sides"."""
        return self._is_verbal(self._word_before(start))

    def _mediates(self, seen: Seen) -> bool:
        """Whether somebody brings two others together: "perundingan yang dimediasi oleh Qatar dan Turki"."""
        both = self._memory.joined(seen)
        behind = self._text[both[-1].span.end : both[-1].span.end + _NEXT_WORD].split(None, 1)[:1]
        before = [fold(w) for w in self._text[: both[0].span.start].rsplit(None, 2)[-2:]]
        led = not self._vocabulary.prepositions.isdisjoint(before)  # "mediated by", "dengan mediasi"
        mediated = any(w in self._vocabulary.mediating and (led or not self._is_verbal(w)) for w in before)
        return mediated or any(fold(w) in self._vocabulary.mediating for w in behind)

    def _word_before(self, start: int) -> str:
        """The word, or the part of one, that ends right before a place in the text."""
        return (self._text[:start].rsplit(None, 1) or [""])[-1]

    def _is_verbal(self, word: str) -> bool:
        """Whether a word has the commonest shape of verbs: "mendesak", "urged"."""
        shape = self._vocabulary.verbal[0]
        return word.startswith(shape) if self._vocabulary.head_first else word.endswith(shape)

    def _parts(self, last: Seen, phrase: Phrase) -> bool:
        """Whether "and" joins a clause, whose subject comes next, to one that has a verb of its own.

        Who is asked does the verb that follows: "meminta warga Prancis dan Amerika meninggalkan Gaza".
        """
        if fold(self._word_before(last.span.start)) in self._vocabulary.addressing:
            return False
        behind = self._text[phrase.span.end : phrase.span.end + _NEXT_WORD].split(None, 1)
        return bool(behind) and self._is_verbal(behind[0]) and self._is_object(last.span.start)

    def _goes_on(self, end: int) -> bool:
        """Whether a list goes on behind a place in the text."""
        rest = self._text[end : end + _NEXT_WORD].split(None, 1)
        return bool(rest) and (self._text[end] == "," or is_and(rest[0], self._vocabulary))

    def _other_side(self, phrase: Phrase) -> tuple[str, ...]:
        """Who does to somebody what a pronoun suffers, or meets them: "Peru menuduh mereka"."""
        there = self._memory.of_sentence(phrase.sentence)
        if not there or not opposed(self._text[there[0].span.end : phrase.span.start], self._vocabulary):
            return ()
        # "Keluarga tahanan menyambut mereka": people of a state are many, who can be told of apart
        return tuple(e for e in self._memory.with_partner(there[0]) if not e.endswith(":CVL"))

    def _law(self, phrase: Phrase) -> tuple[str, ...]:
        """The police and courts told of before, where somebody is held or tried: "Mereka ditahan"."""
        behind = self._text[phrase.span.end :].split(None, 1)[:1]
        if not behind or fold(behind[0]) not in self._vocabulary.tried:
            return ()
        seen = self._memory.all_near(phrase.sentence)
        return tuple(e for s in seen for e, code in zip(s.entities, s.codes, strict=True) if sector_of(code) in _LAW)

    def _doers(self, phrase: Phrase) -> tuple[str, ...]:
        """Who does what a clitic suffers: "Polisi menahan X lalu menyiksanya", "X lari, polisi mengejarnya"."""
        begins = self._text.rfind(" ", 0, phrase.span.start) + 1
        if not self._text.startswith(self._vocabulary.verbal[0], begins):
            return ()
        there = self._memory.of_sentence(phrase.sentence)
        if not there or there[0].span.end > begins:
            return ()
        between = self._text[there[0].span.end : begins].strip(" ,")
        if not between:
            return there[0].entities
        return there[-1].entities if between in self._vocabulary.same_doer and there[-1].subject else ()
