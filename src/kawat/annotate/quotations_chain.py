"""The hops through which quoted words came, as far as the sentence tells them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.annotate.quotations_inverted import relays, sourced
from kawat.annotate.quotations_lexicon import Lexicon
from kawat.annotate.quotations_resolve import Cast, Speaker
from kawat.annotate.quotations_scan import WORD, Attribution, CueKind, named_medium
from kawat.annotate.quotations_speakers import phrase_after
from kawat.knowledge import agency, outlet
from kawat.model import EntityKind, Hop, HopKind, Mention, MentionForm, Span

_BEFORE = 4  # characters of a cue of relaying before the verb of saying in it
_REACH = 40  # characters between a cue of relaying and the medium that it brings


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words stand: the text, the text with quotations and times made unreadable, and the unit of it."""

    text: str
    masked: str
    unit: Span


def chain(
    passage: Passage, attribution: Attribution, speaker: Speaker, cast: Cast, lexicon: Lexicon
) -> tuple[Hop, ...]:
    """From the one spoken for over the speaker and the medium told to the agencies that carried it."""
    hops: list[Hop] = [speaker.principal] if speaker.principal else []
    relayed = attribution.kind is CueKind.RELAY and speaker.span == attribution.speaker  # not one whom it cites
    kind = HopKind.AGENCY if speaker.media or relayed else HopKind.SPEAKER
    hops.append(Hop(kind, speaker.name, speaker.entity, speaker.span, speaker.named))
    if (teller := speaker.teller) is not None:
        hops.append(Hop(HopKind.SPEAKER, teller.name, teller.entity, teller.span, teller.named))
    if speaker.media and speaker.span is not None:
        hops.extend(_joint(passage, speaker.span, speaker.span.end, cast, lexicon))
    regions = _regions(passage, attribution, lexicon)
    told = next((hop for region in regions for hop in _told(passage, attribution.cue, region, cast, lexicon)), None)
    if told is not None:
        hops.append(told)
    if attribution.kind is not CueKind.RELAY:
        for region in regions:
            hops.extend(_carried(passage, region, cast, lexicon))
    return tuple(_unrepeated(_with_reporters(passage, attribution, hops, cast, lexicon)))


def _regions(passage: Passage, attribution: Attribution, lexicon: Lexicon) -> tuple[Span, ...]:
    """Where circumstances of saying stand: behind cue and speaker, behind what is said, around a finite cue."""
    unit, cue = passage.unit, attribution.cue
    relayed = lexicon.relay.finditer(passage.masked, max(unit.start, cue.start - _BEFORE), attribution.tail.end)
    start = next((m.start() for m in relayed if m.start() < cue.end < m.end()), cue.end)  # "quoted as saying by SPA"
    if attribution.speaker and attribution.speaker.start >= attribution.cue.start:
        start = attribution.speaker.end
    found = [Span(min(start, attribution.tail.end), attribution.tail.end)]
    if attribution.beyond is not None:
        found.append(attribution.beyond)
    if attribution.speaker and attribution.speaker.end < attribution.cue.start:  # "Soto, in a post on X, said"
        found.append(Span(attribution.speaker.end, attribution.cue.start))
    if attribution.before is None:
        first = attribution.speaker.start if attribution.speaker else attribution.cue.start
        if unit.start < first <= attribution.cue.start:
            found.append(Span(unit.start, first))
    return tuple(found)


def _deed(masked: str, tail: Span, lexicon: Lexicon) -> Span:
    """What the speaker does in saying so, to the next comma: "X said, [dismissing a report by Reuters]"."""
    for word in WORD.finditer(masked, tail.start, tail.end):
        leads = word.group() in lexicon.dangling and not lexicon.finite.fullmatch(word.group())
        if leads and masked[tail.start : word.start()].rstrip()[-1:] == ",":
            comma = masked.find(",", word.end(), tail.end)
            return Span(word.start(), comma if comma >= 0 else tail.end)
    return Span(tail.end, tail.end)


def _told(passage: Passage, cue: Span, region: Span, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    """ "kepada kantor berita BelTA", "told Reuters", "di Telegram": an outlet, not just anybody who was told."""
    masked = passage.masked
    own = region.start >= cue.end and lexicon.told.fullmatch(masked, cue.start, cue.end)
    starts = [cue.end] if own else []  # "Marsel told Reuters"
    sources = [m.span() for m in lexicon.according.finditer(masked, region.start, region.end)]
    told = lexicon.told.finditer(masked, region.start, region.end)
    starts += [m.end() for m in told if not any(a <= m.start() < b for a, b in sources)]  # "according to Reuters"
    starts += [m.end() for m in lexicon.interviewed.finditer(masked, region.start, region.end)]
    for start in starts:
        phrase = phrase_after(masked, start, region.end, lexicon)
        hop = _medium(passage.text, phrase.span, cast, lexicon, HopKind.MEDIUM) if phrase else None
        if hop is not None:
            yield hop
            return
    for platform in lexicon.platforms.finditer(masked, region.start, region.end):
        name = platform["name"]
        yield Hop(HopKind.MEDIUM, name, None, Span(*platform.span("name")))
        return


def _carried(passage: Passage, region: Span, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    """Agencies, the inner ones first: "dikutip Reuters dari TASS" is TASS, then Reuters."""
    groups: dict[Span, list[Hop]] = {}
    for cue, phrase in (*relays(passage.masked, region, lexicon), *sourced(passage.masked, region, lexicon)):
        weak = cue.of(passage.masked).casefold() in lexicon.relay_weak
        hop = _medium(passage.text, phrase.span, cast, lexicon, HopKind.AGENCY)
        hop = hop or (None if weak else _plain(passage.text, phrase.span))
        if hop is not None:
            groups.setdefault(cue, [])[:0] = [hop, *_joint(passage, phrase.span, region.end, cast, lexicon)]
    for hops in groups.values():
        yield from hops


def _joint(passage: Passage, phrase: Span, end: int, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    """The media up to `end` that stand side by side with the first one of a phrase: "Reuters dan AFP", "Reuters/AFP".

    One that a verb of saying follows there begins a clause of its own: "dikutip Reuters, AFP melaporkan".
    """
    stop = min(end, phrase.end + _REACH)
    last: Span | None = None
    for hop in _media(replace(passage, unit=Span(phrase.start, stop)), cast):
        if hop.span is None:
            return
        if last is not None:
            joins = lexicon.joint.fullmatch(passage.masked, last.end, hop.span.start) is not None
            if not joins or lexicon.reports.match(passage.masked, hop.span.end, stop):
                return
            yield replace(hop, beside=True)
        last = hop.span


def _with_reporters(
    passage: Passage, attribution: Attribution, hops: list[Hop], cast: Cast, lexicon: Lexicon
) -> list[Hop]:
    """The hops with the media that report the saying in a clause of their own: "Interfax quoted X as saying".

    One that another is said to cite ("AFP, citing KCNA") is the inner one.
    """
    found = list(hops)
    for hop in _reporting(passage, attribution, cast, lexicon):
        if any(_key(hop) == _key(other) for other in found):
            continue
        # The medium cited last is inside; the agency that cites it comes behind.
        before = hop.span is not None and any(h.span and hop.span.start < h.span.start for h in found)
        behind = [i for i, h in enumerate(found) if h.kind is HopKind.AGENCY]
        cited = hop.span is not None and _is_cited(passage.masked, hop.span, lexicon)
        if cited and behind and not before:
            found.insert(behind[-1], hop)
        else:
            found.append(hop)
    return found


def _reporting(passage: Passage, attribution: Attribution, cast: Cast, lexicon: Lexicon) -> Iterator[Hop]:
    masked = passage.masked
    said = [span for span in (attribution.before, attribution.after) if span is not None]
    said.append(_deed(masked, attribution.tail, lexicon))
    for hop in _media(passage, cast):
        span = hop.span
        if span is None or any(s.covers(span) for s in said):
            continue
        if _reports(masked, passage.unit, span, lexicon) or _is_cited(masked, span, lexicon):
            yield hop


def _media(passage: Passage, cast: Cast) -> Iterator[Hop]:
    """Every agency and outlet that a unit names, in order: by mention, else by the known names."""
    text, unit = passage.text, passage.unit
    at = unit.start
    while at < unit.end:
        word = WORD.search(passage.masked, at, unit.end)
        if word is None:
            return
        at = word.end()
        mentions = (m for m in cast.within(Span(*word.span())) if m.span.start == word.start())
        for mention in mentions:
            entity = cast.entity(mention)
            if entity is not None and entity.kind is EntityKind.MEDIA and not _names_on(mention, cast):
                yield Hop(HopKind.AGENCY, " ".join(mention.span.of(text).split()), entity.id, mention.span)
                at = mention.span.end
                break
        else:
            named = named_medium(passage.masked, word.start(), unit.end)
            if named is not None:
                words = " ".join(named.of(text).split())
                known = agency(words) or outlet(words)
                yield Hop(HopKind.AGENCY, words, known.id if known else None, named)
                at = named.end


def _names_on(mention: Mention, cast: Cast) -> bool:
    """Whether the name of a medium follows words for it: "state news agency [MENA]"."""
    after = mention.span.end + 1
    named = (cast.entity(m) for m in cast.within(Span(after, after + 1)) if m.span.start == after)
    return mention.form is not MentionForm.NAME and any(e is not None and e.kind is EntityKind.MEDIA for e in named)


def _reports(masked: str, unit: Span, medium: Span, lexicon: Lexicon) -> bool:
    """Whether a medium is the subject of a verb of saying or relaying, or stands behind one ("lapor SANA")."""
    at, stop = medium.end, min(unit.end, medium.end + 120)
    bracket = lexicon.aside.match(masked, at, stop)  # "AFP, mengutip KCNA, melaporkan", "The Guardian (12/3)"
    at = bracket.end() if bracket else at
    cites = lexicon.citing.match(masked, at + 2, stop) if masked[at : at + 2] == ", " else None
    if cites is not None or lexicon.reports.match(masked, at, stop) is not None:
        return True
    window = masked[max(unit.start, medium.start - _REACH) : medium.start]
    return lexicon.reported_by.search(window) is not None


def _is_cited(masked: str, medium: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of citing stands right before a medium: "citing the KCNA news agency"."""
    window = masked[max(0, medium.start - _REACH) : medium.start]
    found = list(lexicon.citing.finditer(window))
    return bool(found) and len(WORD.findall(window[found[-1].end() :])) <= 3


def _plain(text: str, span: Span) -> Hop:
    return Hop(HopKind.AGENCY, " ".join(span.of(text).split()), None, span)


def _medium(text: str, span: Span, cast: Cast, lexicon: Lexicon, kind: HopKind) -> Hop | None:
    """The hop for words that name an outlet: by mention, by the known names, or by "kantor berita" before a name."""
    media = [(m, e) for m in cast.within(span) if (e := cast.entity(m)) is not None and e.kind is EntityKind.MEDIA]
    for mention, entity in sorted(media, key=lambda found: found[0].form is not MentionForm.NAME):
        return Hop(kind, " ".join(mention.span.of(text).split()), entity.id, mention.span)
    article = lexicon.articles.match(text, span.start, span.end)
    named = named_medium(text, article.end() if article else span.start, span.end)
    if named is not None:
        words = " ".join(named.of(text).split())
        known = agency(words) or outlet(words)
        return Hop(kind, words, known.id if known else None, named)
    noun = lexicon.media.search(text, span.start, span.end)
    if noun is None:
        return None
    start = noun.end() if noun.start() == span.start else span.end
    while start < span.end and text[start] == " ":
        start += 1
    name = Span(start, span.end)
    if not text[start : span.end][:1].isupper():  # "radio setempat", "local radio"
        return Hop(kind, " ".join(span.of(text).split()), None, span)
    return Hop(kind, " ".join(name.of(text).split()), None, name)


def _key(hop: Hop) -> str:
    return (hop.entity or hop.name or "").casefold()


def _unrepeated(hops: list[Hop]) -> Iterator[Hop]:
    seen: set[str] = set()
    left_out = False
    for hop in hops:
        key = _key(hop)
        if key and key in seen and hop.named:
            left_out = True
            continue
        seen.add(key)
        yield replace(hop, beside=hop.beside and not left_out)
        left_out = False
