"""The hops through which quoted words came, as far as the sentence tells them."""

from collections.abc import Iterator

from kawat.annotate.quotations_inverted import relays
from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_resolve import Cast, Speaker
from kawat.annotate.quotations_scan import Attribution, CueKind
from kawat.annotate.quotations_speakers import phrase_after
from kawat.knowledge import agency, outlet
from kawat.model import EntityKind, Hop, HopKind, Span


def chain(
    masked: str, text: str, attribution: Attribution, speaker: Speaker, cast: Cast, lexicon: Lexicon
) -> tuple[Hop, ...]:
    """From the one spoken for over the speaker and the medium told to the agencies that carried it."""
    hops: list[Hop] = [speaker.principal] if speaker.principal else []
    kind = HopKind.AGENCY if speaker.media or attribution.kind is CueKind.RELAY else HopKind.SPEAKER
    hops.append(Hop(kind, speaker.name, speaker.entity, speaker.span))
    tail = _after_speaker(attribution)
    hops.extend(_told(masked, text, attribution.cue, tail, cast, lexicon))
    if attribution.kind is not CueKind.RELAY:
        hops.extend(_carried(masked, text, tail, cast, lexicon))
    return tuple(_unrepeated(hops))


def _after_speaker(attribution: Attribution) -> Span:
    start = attribution.cue.end
    if attribution.speaker and attribution.speaker.start >= attribution.cue.start:
        start = attribution.speaker.end
    return Span(min(start, attribution.tail.end), attribution.tail.end)


def _told(masked: str, text: str, cue: Span, tail: Span, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    """ "kepada kantor berita BelTA", "told Reuters": an outlet, not just anybody who was told."""
    starts = [cue.end] if lexicon.told.fullmatch(masked, cue.start, cue.end) else []  # "Marsel told Reuters"
    starts += [m.end() for m in lexicon.told.finditer(masked, tail.start, tail.end)]
    for start in starts:
        phrase = phrase_after(masked, start, tail.end, lexicon)
        hop = _medium(text, phrase.span, cast, lexicon, HopKind.MEDIUM) if phrase else None
        if hop is not None:
            yield hop
            return


def _carried(masked: str, text: str, tail: Span, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    """Agencies, the inner ones first: "dikutip Reuters dari TASS" is TASS, then Reuters."""
    groups: dict[Span, list[Hop]] = {}
    for cue, phrase in relays(masked, tail, lexicon):
        weak = cue.of(masked).casefold() in lexicon.relay_weak
        hop = _medium(text, phrase.span, cast, lexicon, HopKind.AGENCY) or (None if weak else _plain(text, phrase.span))
        if hop is not None:
            groups.setdefault(cue, []).insert(0, hop)
    for hops in groups.values():
        yield from hops


def _plain(text: str, span: Span) -> Hop:
    return Hop(HopKind.AGENCY, " ".join(span.of(text).split()), None, span)


def _medium(text: str, span: Span, cast: Cast, lexicon: Lexicon, kind: HopKind) -> Hop | None:
    """The hop for words that name an outlet: by mention, by the known names, or by "kantor berita" before a name."""
    for mention in cast.within(span):
        entity = cast.entity(mention)
        if entity is not None and entity.kind is EntityKind.MEDIA:
            return Hop(kind, " ".join(mention.span.of(text).split()), entity.id, mention.span)
    noun = lexicon.media.match(text, span.start, span.end)
    start = noun.end() if noun else span.start
    while start < span.end and text[start] == " ":
        start += 1
    name = Span(start, span.end)
    words = " ".join(name.of(text).split())
    known = agency(words) or outlet(words) if words else None
    if known is not None:
        return Hop(kind, words, known.id, name)
    if noun is None:
        return None
    return Hop(kind, words or noun.group(), None, name if words else span)


def _unrepeated(hops: list[Hop]) -> Iterator[Hop]:
    seen: set[str] = set()
    for hop in hops:
        key = (hop.entity or hop.name or "").casefold()
        if key and key in seen:
            continue
        seen.add(key)
        yield hop
