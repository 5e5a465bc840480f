"""Whom a blow hits where its words name only a place: "Missiles strike Kharkiv", "Drone attack kills five in Kherson".

A headline has no room for a victim's state or a doer. Where something is hit whose state is known, that state is hit;
and whoever would only be guessed to have hit it from the same place has not: rockets on a town are not its own.
"""

from collections.abc import Iterable
from dataclasses import replace

from kawat.annotate.events_parties_coder import PartyCoder
from kawat.annotate.places_words import place_words
from kawat.annotate.voice import View
from kawat.lang import table
from kawat.model import BlockKind, EventMention, EventType, Party, PlaceRef, Span
from kawat.model.codes import UNKNOWN, bare, sector_of
from kawat.text import fold

_HEAD = frozenset({BlockKind.HEADLINE, BlockKind.SUBTITLE})
_NAMELESS = frozenset({UNKNOWN, "INTL"})  # the codes of victims that are only counted
_FROM_AFAR = frozenset({"aerial", "drone", "explosives", "heavy-weapons"})  # how a land is struck from another
_ARMED = frozenset({"REB", "OPP"})  # who attacks at home


def struck(view: View, places: Iterable[PlaceRef], trigger: Span) -> PlaceRef | None:
    """The place that an act of force in a headline hits: the first behind its words, else the first of all.

    A report's own sentences say whom a blow hits and whose it is; in them only a place right behind the words counts
    ("menyerang Erbil"), or behind what is told of it ("menduduki beberapa kabupaten di Masisi").
    """
    if view.sentence.kind not in _HEAD:
        return next((p for p in places if p.state and _is_object(view, trigger, p.span)), None)
    names = [g.mention.span for g in view.groups]  # "Lima Orang" are five people
    inside = [
        p for p in places
        if p.state and view.sentence.span.covers(p.span) and not p.span.overlaps(trigger)
        and not any(n.covers(p.span) and n != p.span for n in names)
    ]  # fmt: skip
    return next((p for p in inside if p.span.start >= trigger.end), next(iter(inside), None))


def _is_object(view: View, trigger: Span, place: Span) -> bool:
    """Whether nothing but words for parts of a land and how many they are stand between an act and a place."""
    if place.start < trigger.end:
        return False
    rows = table(view.grammar.language, "places")
    small = {*rows["within"], *rows["parts"], *rows["regions"], *rows["naming_heads"], *rows["taken"]}
    words = {w for phrase in small for w in phrase.split()} | view.grammar.determinatives
    gap = fold(view.text[trigger.end : place.start]).split()
    at_once = not gap or gap[0] not in {phrase.split()[0] for phrase in rows["within"]}  # not "menyerang di Erbil"
    return at_once and words.issuperset(w for w in gap if not w.isdigit())


def read_as_victims(
    view: View, event_type: EventType, ruled: tuple[Span, ...], read: tuple[tuple[Span, ...], tuple[Span, ...]]
) -> tuple[Span, ...]:
    """Words that a rule takes for doers and the encoder for those who suffer.

    A headline leaves out what parts a noun from its verb: "Serangan Drone Tewaskan Lima Orang" is nobody's attack.
    """
    if view.sentence.kind not in _HEAD or event_type is not EventType.ASSAULT:
        return ()
    doers, victims = read
    return tuple(s for s in ruled if any(s.overlaps(v) for v in victims) and not any(s.overlaps(d) for d in doers))


def aimed(
    view: View, events: list[EventMention], places: Iterable[PlaceRef], coder: PartyCoder, index: int
) -> list[EventMention]:
    """Gives acts of force whom they hit by the place that they hit, and takes away doers guessed from there."""
    known = tuple(places)
    forces = {EventType.ASSAULT: _aimed, EventType.RETREAT: _left}
    return [forces[e.type](view, e, known, coder, index) if e.type in forces else e for e in events]


def _left(view: View, event: EventMention, places: tuple[PlaceRef, ...], coder: PartyCoder, _: int) -> EventMention:
    """The state whose land troops of another leave: "meninggalkan ibu kota Somalia"."""
    place = struck(view, places, event.trigger) if view.sentence.kind not in _HEAD else None
    doers = {bare(p.code) for p in event.actors if sector_of(p.code) in {"", "MIL"}}
    if place is None or place.state is None or event.recipients or not doers or place.state in doers:
        return event
    why = (*event.why, "recipient: of the place that is left")
    return replace(event, recipients=(coder.party(place.state, place.span),), why=why)


def _aimed(
    view: View, event: EventMention, places: tuple[PlaceRef, ...], coder: PartyCoder, index: int
) -> EventMention:
    place = struck(view, places, event.trigger)
    recipients, why = event.recipients, list(event.why)
    if view.sentence.kind not in _HEAD:
        return _told(view, event, places, coder, index)
    if place is not None and place.state and not {p.code for p in recipients} - _NAMELESS:
        counted = next((p.span for p in recipients if p.span is not None and not p.span.overlaps(place.span)), None)
        victim = coder.party(f"{place.state}:CVL", counted) if counted else coder.party(place.state, place.span)
        recipients = (victim,)
        why.append(f"recipient: of {place.span.of(view.text)!r}, which is hit")
    hit = {bare(p.code) for p in recipients}
    home = [p for p in event.actors if _from(p, hit) and coder.guessed(index, p)]
    actors = event.actors
    if home and len(home) == len(actors):
        actors = (coder.party(UNKNOWN, None),)
        why.append("actor: nobody is guessed to hit the own side")
    return replace(event, actors=actors, recipients=recipients, why=tuple(why))


def _told(view: View, event: EventMention, places: tuple[PlaceRef, ...], coder: PartyCoder, index: int) -> EventMention:
    """Whom a blow in a report's own sentence hits, where its words name a place and context alone told whose it is.

    Victims who would be the doer's own for want of another state are of the one where they are hit.
    """
    named = {p.span: p for p in places if p.state}
    behind, told = struck(view, places, event.trigger), _aim(view, event, places)
    aim = told or event.place
    if behind is not None and behind.state and _acts(event, behind.state):
        behind = None  # "Tentara Suriah merebut kembali Hama"
    hit: dict[str, Party] = {}
    for party in event.recipients:
        place = behind if party.span is None else _place_of(view, party.span, named)
        if place is None and aim is not None and aim.state and _is_own(party, event) and coder.guessed(index, party):
            party = coder.party(aim.state + party.code[len(bare(party.code)) :], party.span)  # noqa: PLW2901
        if place is not None and place.state and coder.guessed(index, party) and not _from(party, {place.state}):
            party = coder.party(place.state, place.span)  # noqa: PLW2901
        hit.setdefault(party.entity, party)
    at = behind or told
    if not hit and at is not None and at.state and not _acts(event, at.state):
        hit[at.state] = coder.party(at.state, at.span)
    if not hit and (far := _struck_afar(event)) is not None and far.state is not None:
        hit[far.state] = coder.party(far.state, far.span)
    recipients = tuple(hit.values())
    why = event.why if recipients == event.recipients else (*event.why, "recipient: of the place that is hit")
    return replace(event, recipients=recipients, why=why)


def _place_of(view: View, words: Span, named: dict[Span, PlaceRef]) -> PlaceRef | None:
    """The place that is all that the words of a party tell: "Goma", "kota Goma", "the city of" Goma."""
    if words in named:
        return named[words]
    place = next((p for span, p in named.items() if span.end == words.end or span.start > words.end), None)
    kind = fold(view.text[words.start : place.span.start].strip()) if place is not None else ""
    return place if kind in place_words(view.grammar.language).naming else None


def _struck_afar(event: EventMention) -> PlaceRef | None:
    """The land of another state that a state fires at: "fired missiles at nine sites in Pakistan"."""
    place, doers = event.place, {bare(p.code) for p in event.actors} - _NAMELESS
    if event.mode not in _FROM_AFAR or place is None or place.state is None or place.span.start < event.trigger.end:
        return None
    return place if len(doers) == 1 and place.state not in doers else None


def _aim(view: View, event: EventMention, places: tuple[PlaceRef, ...]) -> PlaceRef | None:
    """The place that a noun of attack is told to be aimed at: "serangan ke Kharkiv", "strikes on Kharkiv"."""
    frame = view.grammar.frames["noun-agent"]
    behind = (p for p in places if p.span.start > event.trigger.end and view.sentence.span.covers(p.span))
    place = next(behind, None)
    if place is None:
        return None
    return (
        place if fold(view.text[event.trigger.end : place.span.start].strip()) in frame.recipient_prepositions else None
    )


def _is_own(party: Party, event: EventMention) -> bool:
    """Whether a victim is said to be of the doer's own state."""
    return bare(party.code) in {bare(p.code) for p in event.actors} - _NAMELESS


def _acts(event: EventMention, state: str) -> bool:
    """Whether a state itself does an act: its government or forces, and none who are armed at home."""
    return any(_from(p, {state}) for p in event.actors)


def _from(party: Party, states: set[str]) -> bool:
    state, _, sector = party.code.partition(":")
    return state in states - _NAMELESS and sector not in _ARMED
