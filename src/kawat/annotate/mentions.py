"""The stage `mentions`: every phrase that can be a party, speaker or victim, and whom it means.

What a mention covers:
- the maximal phrase: "Presiden Rusia Vladimir Putin" is one mention, with no inner "Rusia";
- without a place after a preposition: of "tentara AS di Irak" the party is "tentara AS", and "Irak" has a mention of
  its own (and serves to tell whose "pemberontak di Irak" are); a post keeps what it is for ("Dutabesar AS untuk Irak,
  Zalmay Khalilzad");
- with its count and pointer: "dua tentara AS", "para pemberontak itu";
- of "katanya" only the clitic; "Putin-Lukashenko" and "Rusia dan Belarusia" are two mentions each.
Mentions are sorted by span and do not overlap. One mention may have several entities ("keduanya"), and none where it
could not be told whom the words mean.
"""

from dataclasses import replace
from datetime import date

from kawat.annotate.mentions_atoms import Atom
from kawat.annotate.mentions_context import States
from kawat.annotate.mentions_located import filed_in, located
from kawat.annotate.mentions_parser import Parser
from kawat.annotate.mentions_phrases import Phrase
from kawat.annotate.mentions_resolve import Place, Resolver
from kawat.annotate.mentions_weights import Weights, shipped
from kawat.annotate.mentions_written import written
from kawat.lang import LANGUAGES
from kawat.lang.parties import Small, party_words
from kawat.model import BlockKind, Document, Layer, Mention, Span

READ = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY})
# A verb of saying so many atoms from a party makes it the speaker ("Rice, Kamis, mengatakan").
_SAYING_REACH = 5
_GLOSSED = 2  # so many words may stand between a body and its short form


def find(document: Document) -> Document:
    """Adds entities and mentions of headline, subtitle and body sentences; needs the sentences."""
    if document.article.language not in LANGUAGES:
        return document
    return read(document, shipped())


def read(document: Document, weights: Weights) -> Document:
    """`find` with weights given, for measuring."""
    article = document.article
    language = article.language or ""
    vocabulary = party_words(language)
    sentences = [s for s in document.sentences if s.kind in READ]
    how = written(document, sentences, language, vocabulary)
    cut = how.cut
    places_told = located(how.plain, language, vocabulary, how.titles)
    times = [t.span for t in document.times]
    states = States(weights, vocabulary, filed_in(document))
    phrases: list[list[Phrase]] = []
    for i, found in enumerate(cut):
        read_here = list(Parser(found, vocabulary, i, how, located=places_told).phrases())
        phrases.append([p for p in read_here if not (_is_time(p, times) or _is_gloss(p, read_here, article.text))])
        states.read(i, found, phrases[-1])
    on: date | None = article.published.date() if article.published else None
    resolver = Resolver(article.text, states, on, weights, vocabulary)
    resolver.foresee([p for some in phrases for p in some])
    mentions: list[Mention] = []
    for found, some in zip(cut, phrases, strict=True):
        aside = _aside(found, some)
        places = {id(p): _place(p, found, previous, aside) for previous, p in zip([None, *some], some, strict=False)}
        # "Kami menolak, kata Rice": the speaker stands after the words that mean her.
        for phrase in sorted(_owner_last(some, article.text), key=_means_speaker):
            mentions.append(resolver.mention(phrase, places[id(phrase)]))
    mentions.sort(key=lambda m: m.span)
    return replace(
        document,
        entities=resolver.entities.entities(e for m in mentions for e in m.entities),
        mentions=tuple(mentions),
        done=document.done | {Layer.MENTIONS},
    )


def _is_time(phrase: Phrase, times: list[Span]) -> bool:
    """A name of no table that is part of a time: "Idulfitri 1445 H"."""
    return bool(phrase.name) and not phrase.heads and any(t.covers(phrase.span) for t in times)


def _is_gloss(phrase: Phrase, some: list[Phrase], text: str) -> bool:
    """The short form of a thing, behind words for no party: "rudal balistik antarbenua (ICBM)"."""
    start, end = phrase.span.start, phrase.span.end
    if not phrase.name or phrase.heads or phrase.owners or text[start - 1 : start] + text[end : end + 1] != "()":
        return False
    before = text[: start - 1].split()[-1:]
    body = any(q.heads and q.span.end < start and len(text[q.span.end : start - 1].split()) <= _GLOSSED for q in some)
    return text[start:end].isupper() and bool(before) and before[0].islower() and not body


def _means_speaker(phrase: Phrase) -> bool:
    return phrase.pronoun is not None and phrase.pronoun.person == "speaker"


def _owner_last(some: list[Phrase], text: str) -> list[Phrase]:
    """The phrases of a sentence, an owner that opens it behind whom it means: "In its report, Peru said"."""
    if not some[1:] or some[0].pronoun is None or not some[0].pronoun.owner:
        return some
    owner, named, *rest = some
    opens = text[owner.span.end : named.span.start].rstrip().endswith(",") and bool(named.owners or named.name)
    return [named, owner, *rest] if opens else some


def _place(phrase: Phrase, found: list[Atom], previous: Phrase | None, aside: range) -> Place:
    before = found[phrase.first - 1] if phrase.first else None
    after_preposition = before is not None and bool(before.small & (Small.AT | Small.OF | Small.FOR))
    inside = phrase.first in aside
    speaker = not inside and (phrase.last + 1 == aside.start or _says(phrase, found))
    opens = not after_preposition and (previous is None or previous.sentence != phrase.sentence)
    return Place(subject=speaker or opens, speaker=speaker, after_preposition=after_preposition)


def _aside(found: list[Atom], some: list[Phrase]) -> range:
    """The atoms that commas set apart between who opens a sentence and a verb of saying: "Peru, yang ..., berkata".

    Empty where there is no such aside.
    """
    start = some[0].last + 1 if some else len(found)
    commas = [k for k in range(start, len(found) - 1) if found[k].text == ","]
    if not commas or commas[0] != start:
        return range(0)
    return next((range(start, k) for k in commas[1:] if Small.SAYING in found[k + 1].small), range(0))


def _says(phrase: Phrase, found: list[Atom]) -> bool:
    """A verb of saying stands right before the phrase or soon after it, no other party between."""
    if phrase.first and Small.SAYING in found[phrase.first - 1].small:
        return True
    if phrase.first > 1 and found[phrase.first - 1].mark and Small.SAYING in found[phrase.first - 2].small:
        return True
    for atom in found[phrase.last + 1 : phrase.last + 1 + _SAYING_REACH]:
        if Small.SAYING in atom.small:
            return True
        if atom.forms or atom.heads or atom.pronoun:
            return False
    return False


__all__ = ["find", "read"]
