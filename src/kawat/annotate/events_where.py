"""The words that say where an act takes place and when, in full: lists of places, the land that is attacked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kawat import knowledge
from kawat.annotate.places_words import place_words
from kawat.annotate.times_grammar import grammar
from kawat.annotate.voice import View
from kawat.knowledge import Sense
from kawat.lang import table
from kawat.lang.calendar import all_calendars
from kawat.model import Anchor, Document, EntityKind, EventMention, EventType, PlaceRef, Span, Status, TimeRef
from kawat.text import fold

_ASKING = frozenset({EventType.AGREE, EventType.REQUEST})
_WORDS = _ASKING | {EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE}
# What is done in a land without being done to it: all but blows, deals with it, and visits.
_PLEDGED = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE, EventType.MOBILIZE, EventType.THREATEN})
_PLACE_PHRASE = 5  # words from a locative word to the name that it leads


def placed(view: View, events: list[EventMention], document: Document) -> list[EventMention]:
    """The acts of a sentence with the places of a list taken together, with the land that an attack is on, with the
    time right before the act, and planned where it is agreed on a day to come."""
    inside = [p for p in document.places if view.sentence.span.covers(p.span)]
    known = [t for t in document.times if t.anchor is not Anchor.NONE and view.sentence.span.covers(t.span)]
    events = [
        _timed(view, _attacked(view, _listed(view, _not_to_where(view, e, inside), inside)), known) for e in events
    ]
    published = document.article.published
    return [_agreed(view, e, events, published.date()) for e in events] if published is not None else events


def _agreed(view: View, event: EventMention, events: list[EventMention], today: date) -> EventMention:
    """ "sepakat bertemu lagi pada 20 April": what is agreed or asked for of a day to come is no more than planned."""
    own = event.time is not None and event.time.start is not None and event.time.start > today
    if not own or event.type in _WORDS or event.status is not Status.ASSERTED:
        return event
    for other in events:
        between = Span(other.trigger.end, max(other.trigger.end, event.trigger.start))
        asked = other.type in _ASKING and other.trigger.end <= event.trigger.start
        if asked and not any(between.covers(t.span) and view.is_break(k) for k, t in enumerate(view.tokens)):
            why = f"planned: a day to come, behind {other.trigger.of(view.text)!r}"
            return replace(event, status=Status.PLANNED, why=(*event.why, why))
    return event


def _timed(view: View, event: EventMention, times: list[TimeRef]) -> EventMention:
    """ "Iran pekan ini melarang": the time that only auxiliaries part from the act; of "Kamis itu" the day alone."""
    time = event.time
    if time is None:
        aside = view.grammar.auxiliaries
        for near in times:
            gap = [
                w
                for t, w in zip(view.tokens, view.folded, strict=True)
                if near.span.end <= t.span.start < event.trigger.start
            ]
            if near.span.end <= event.trigger.start and aside.issuperset(gap):
                time = near
    if time is None:
        return event
    *words, last = time.span.of(view.text).split(" ")
    same = grammar(view.grammar.language).senses.get("back", {}).get(last.casefold()) == "0"
    if same and any(w[:1].isupper() and all_calendars().weekday(w) is not None for w in words):
        time = replace(time, span=Span(time.span.start, time.span.end - len(last) - 1))
    return replace(event, time=time)


def named(view: View, places: Sequence[PlaceRef], read: Sequence[Span]) -> PlaceRef | None:
    """The place that some words name, or the one in front that lies in what they name: "di Sochi, Rusia", "kota Goma
    di Kongo timur"."""
    within = place_words(view.grammar.language).within
    for words in read:
        for place in places:
            between = view.text[place.span.end : max(place.span.end, words.start)].strip(" ,")
            behind = place.span.end < words.start and (not between or fold(between) in within)
            if place.span.overlaps(words) or behind:
                return place
    return None


def led_by(seen: View, span: Span, prepositions: frozenset[str]) -> bool:
    """Whether a locative word leads the phrase that a place closes: "di resor Laut Hitam Sochi"."""
    k = next((k for k, t in enumerate(seen.tokens) if t.span.start >= span.start), 0)
    for j in range(k - 1, max(-1, k - 1 - _PLACE_PHRASE), -1):
        if seen.folded[j] in prepositions:
            return True
        if seen.is_break(j) or seen.is_verb(j):
            return False
    return False


def _not_to_where(view: View, event: EventMention, places: list[PlaceRef]) -> EventMention:
    """ "pledged aid in Singapore", "menandatangani kerja sama di Paris": to nobody there.

    But an embassy in Paris is one to those there.
    """
    within = place_words(view.grammar.language).within
    missions = frozenset(table(view.grammar.language, "parties")["grammar"]["missions"])
    begins = {
        view.tokens[k + 1].span.start
        for k in range(len(view.tokens) - 1)
        if view.folded[k] in within and not missions.intersection(w.removesuffix("nya") for w in view.folded[k - 2 : k])
    }
    where = {p.span: p for p in places if p.span.start in begins}
    at = next((where[p.span] for p in event.recipients if p.span in where), None)
    if event.type not in _PLEDGED or at is None:
        return event
    kept = tuple(p for p in event.recipients if p.span not in where)
    why = (*event.why, "recipient: not the place where it is done")
    return replace(event, recipients=kept, place=event.place or at, why=why)


def _listed(view: View, event: EventMention, places: list[PlaceRef]) -> EventMention:
    """ "di Irak dan Suriah", "ke Israel, Lebanon dan Mesir": one act at several places."""
    place = event.place
    if place is None:
        return event
    for first, last in _lists(view, places):
        if first.span.start <= place.span.start < last.span.end:
            span = Span(first.span.start, last.span.end)
            return replace(event, place=replace(first, span=span, why=f"{first.why}, the first of a list"))
    return event


def _lists(view: View, places: list[PlaceRef]) -> Iterator[tuple[PlaceRef, PlaceRef]]:
    """First and last of the places that stand in one list; states only where commas part them."""
    listing = place_words(view.grammar.language).listing
    first: PlaceRef | None = None
    for one, other in pairwise(sorted(places, key=lambda p: p.span)):
        between = view.text[one.span.end : other.span.start]
        closes = listing.fullmatch(between) is not None and not _acts(view, other.span)
        if closes:
            yield first or one, other
        goes_on = between.strip() == "," and _is_land(one) and _is_land(other)
        first = (first or one) if goes_on else None


def _acts(view: View, span: Span) -> bool:
    """Whether a verb stands right behind a name: "di Lima dan Chile mengecam"."""
    k = next((k for k, t in enumerate(view.tokens) if t.span.start >= span.end), None)
    return k is not None and view.is_verb(k)


def _is_land(place: PlaceRef) -> bool:
    return place.id is not None and place.id == place.state


def _attacked(view: View, event: EventMention) -> EventMention:
    """ "menyerang Irak", "serangan terhadap Iran": the land that an attack is on, where nothing says more."""
    if event.place is not None or event.type is not EventType.ASSAULT:
        return event
    for party in event.recipients:
        name = party.span.of(view.text) if party.span is not None else ""
        land = next((f.known_id for f in knowledge.names(view.grammar.language).get(name) if _names_land(f)), None)
        if party.span is not None and land == party.code and not _owns(view, event, party.span):
            return replace(event, place=PlaceRef(party.span, land, name, land, "the land that is attacked"))
    return event


def _owns(view: View, event: EventMention, name: Span) -> bool:
    """Whether a state is only whose something is: "menyerang kapal tanker Inggris" is no attack on its land.

    Where owners stand behind what is theirs, a noun that is no part of a land comes right before the name.
    """
    g, words = view.grammar, place_words(view.grammar.language)
    k = next((k for k, t in enumerate(view.tokens) if t.span.start >= name.start), 0) - 1
    if not g.genitive_after or k < 0 or view.tokens[k].span.overlaps(event.trigger):
        return False
    word = view.folded[k]
    small = g.prepositions | g.coordinators | g.complementizers | g.relative | g.determinatives | g.auxiliaries
    land = words.heads.search(f"{word} ") or words.kept.search(f"{word} ") or word in words.parts | words.regions
    return word.isalpha() and view.tokens[k].text.islower() and not (word in small or land or view.is_verb(k))


def _names_land(form: knowledge.Form) -> bool:
    known = knowledge.get(form.known_id)
    return form.sense is Sense.NAME and known is not None and known.kind is EntityKind.STATE


__all__ = ["led_by", "named", "placed"]
