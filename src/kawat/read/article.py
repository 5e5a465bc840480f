"""A page put together into an article: one text, blocks in order, and the fields that they give."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kawat.lang.calendar import calendar
from kawat.model import Article, Block, BlockKind, Note, Span
from kawat.read import agency as agencies
from kawat.read import marks, outlets
from kawat.read.bylines import Credits, is_name, people, read_credits
from kawat.read.captions import captions
from kawat.read.classify import Layout, classify, reporter_of
from kawat.read.dateline import Dateline, find_dateline
from kawat.read.dates import find_clock
from kawat.read.headline import key
from kawat.read.language import language_of
from kawat.read.lines import Line, Page, Region, Witness
from kawat.read.marks import is_medium
from kawat.read.outlets import Outlet
from kawat.read.published import Published, Shown, is_later, settle
from kawat.read.shape import Shape, shapes

STAGE = "read.article"
_INDONESIAN = "id"


@dataclass(frozen=True, slots=True)
class _Made:
    """Who made a report, as its bylines say it; `sources` are media named where a person should be."""

    authors: tuple[str, ...]
    editors: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[Note, ...]


def make_article(page: Page, source: str, data: bytes, notes: Iterable[Note] = ()) -> Article:
    """The article of a page. `data` are the bytes of the source: the id is made from them alone."""
    lines = tuple(_mended(page.lines))
    outlet = _by_witness(page.witness)
    look = shapes(lines, outlet.zones if outlet else {})
    layout = classify(lines, look, page.witness)
    made = _made(lines, look, layout, page.witness)
    text, starts = _text(lines)
    blocks = _blocks(lines, layout, starts)
    blocks = _cut_closing(text, blocks)
    found_captions, blocks = captions(text, blocks)
    body = [span for span, kind in blocks if kind is BlockKind.BODY]
    dateline = next(((s, d) for s in body[:3] if (d := find_dateline(s.of(text))) is not None), None)
    opening = dateline[1] if dateline else None
    language, language_notes = language_of(_words(text, blocks), page.witness.language)
    outlet = outlet or _by_lines(lines, layout, opening, language, page.witness.site_name)
    # "BST" of a page without an address, whose outlet only its lines tell
    told = shapes(lines, outlet.zones) if outlet is not None and outlet.zones else look
    shown = _shown(lines, told, layout)
    name = outlet.name if outlet else _named(opening, page.witness.site_name)
    agency, agency_notes = _agency(text, blocks, made, opening, name)
    printed = [s.of(text) for s, kind in blocks if kind is BlockKind.SOURCE]
    printed += [s.of(text) for s, _ in blocks[-8:] if agencies.is_bracket(s.of(text))]
    zone = outlet.zone if outlet is not None else None
    if zone is None and language == _INDONESIAN and (outlet is None or outlet.language == _INDONESIAN):
        zone = calendar("id").zone("WIB")
    filed = dateline[0].of(text)[: dateline[1].end] if dateline else ""
    published = settle(shown, page.witness.stamps, zone, filed)
    article = Article(
        id="a" + hashlib.sha256(data).hexdigest()[:16],
        source=source,
        text=text,
        blocks=tuple(Block(span, kind) for span, kind in blocks),
        source_sha256=hashlib.sha256(data).hexdigest(),
        language=language,
        url=page.witness.url,
        outlet=name,
        published=published.at,
        published_raw=published.raw,
        authors=made.authors,
        editors=made.editors,
        agency=agency,
        carriers=agencies.carried_by(printed, agency, name),
        dateline=Span(dateline[0].start, dateline[0].start + dateline[1].end) if dateline else None,
        dateline_place=opening.place if opening else None,
        captions=found_captions,
    )
    shows = [one for one in (*made.notes, *published.notes) if not (page.told and one.code == "metadata-only")]
    every = (*notes, *page.notes, *language_notes, *agency_notes, *shows)
    return replace(article, notes=(*every, *_missing(article, published)))


def _missing(article: Article, published: Published) -> Iterator[Note]:
    if not article.texts(BlockKind.BODY):
        yield Note(STAGE, "no-body", "No paragraph of a report was found.")
    if article.first(BlockKind.HEADLINE) is None:
        yield Note(STAGE, "no-headline", "No line reads like the headline.")
    if published.at is None:
        yield Note(STAGE, "no-published", "No date of publication was found.")
    if article.outlet is None:
        yield Note(STAGE, "no-outlet", "Nothing says which outlet the report is from.")


def _mended(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with a dateline that stands alone put before the paragraph that it opens."""
    held: Line | None = None
    for line in lines:
        if held is not None:
            if len(line.text) > 40:
                yield replace(line, text=f"{held.text} {line.text.lstrip('-–— ')}", gap=held.gap)
                held = None
                continue
            yield held
            held = None
        if line.links < 0.5 and len(line.text) <= 60 and re.search(r"[-–—]$", line.text) and find_dateline(line.text):
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _text(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """All lines joined by newlines, an empty line where one stood, and where each line starts."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for line in lines:
        if pieces:
            separator = "\n\n" if line.gap else "\n"
            pieces.append(separator)
            at += len(separator)
        starts.append(at)
        pieces.append(line.text)
        at += len(line.text)
    return "".join(pieces), starts


def _blocks(lines: Sequence[Line], layout: Layout, starts: Sequence[int]) -> list[tuple[Span, BlockKind]]:
    blocks: list[tuple[Span, BlockKind]] = []
    for i, line in enumerate(lines):
        parts = layout.parts.get(i) or ((0, len(line.text), layout.kinds[i]),)
        blocks += [(Span(starts[i] + start, starts[i] + end), kind) for start, end, kind in parts if end > start]
    return blocks


def _cut_closing(text: str, blocks: list[tuple[Span, BlockKind]]) -> list[tuple[Span, BlockKind]]:
    """The agency in brackets behind the last sentence is a source, no part of the paragraph."""
    last = max((i for i, (_, kind) in enumerate(blocks) if kind is BlockKind.BODY), default=None)
    if last is None:
        return blocks
    span = blocks[last][0]
    match = agencies.closing_agency(span.of(text))
    if match is None:
        return blocks
    end = span.start + len(span.of(text)[: match.start()].rstrip())
    closing = (Span(span.start + match.start(), span.end), BlockKind.SOURCE)
    body = [(Span(span.start, end), BlockKind.BODY)] if end > span.start else []
    return [*blocks[:last], *body, closing, *blocks[last + 1 :]]


def _words(text: str, blocks: Sequence[tuple[Span, BlockKind]]) -> str:
    """The words by which a language is told: those of the report, of the page only where there is none."""
    kinds = (BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.BODY)
    return "\n".join(span.of(text) for span, kind in blocks if kind in kinds) or text


def _by_witness(witness: Witness) -> Outlet | None:
    """The outlet by the address of the page, else by the name that it gives itself."""
    found = outlets.by_host(witness.url) if witness.url else None
    if found is None and witness.site_name:
        found = outlets.by_name(witness.site_name, witness.language)
    for title in witness.headlines if found is None else ():
        pieces = re.split(r"\s+[-|–—:•]\s+|\s*\|\s*", title)
        if len(pieces) > 1:
            found = found or outlets.by_name(pieces[-1], witness.language)
    return found


def _named(opening: Dateline | None, site: str | None) -> str | None:
    """The name of an outlet without a table: that of the dateline, where it is no agency's, else what the page says."""
    printed = opening.outlet if opening else None
    return site if printed is None or (site and marks.agency_name(printed)) else printed


def _by_lines(
    lines: Sequence[Line], layout: Layout, opening: Dateline | None, language: str | None, site: str | None
) -> Outlet | None:
    """The outlet by the dateline, else by a name beside the headline, the byline, the date, or a copyright.

    An agency in the dateline of a page that names its `site` is from whom that took the report.
    """
    if opening is not None and opening.outlet is not None:
        found = outlets.by_name(opening.outlet, language)
        if found is not None and not (site and marks.agency_name(opening.outlet)):
            return found
    low = max(0, (layout.headline if layout.headline is not None else layout.first) - 12)
    for i in range(low, min(len(lines), layout.first)):
        text = lines[i].text
        if len(text) > 120 or layout.kinds[i] in (BlockKind.CAPTION, BlockKind.CREDIT):
            continue
        for piece in re.split(r"\s+[-–—|•·]\s+|\s*[|,]\s*", text):
            found = outlets.by_name(piece.strip(" :"), language)
            # A report signed by an agency can be anybody's print of it.
            if found is not None and marks.agency_name(piece.strip(" :")) in (None, "ANTARA"):
                return found
    for line in lines[layout.last :]:
        mark = re.search(r"(?:©|\(c\)|copyright)\W*(?:\d{4}\W*)?(?P<name>[^\d|]{3,40})", line.text[:160], re.I)
        if mark is not None and (found := _in_words(mark["name"])) is not None:
            return found
    return None


def _in_words(words: str) -> Outlet | None:
    parts = words.split()
    for size in range(min(4, len(parts)), 0, -1):
        for start in range(len(parts) - size + 1):
            found = outlets.by_name(" ".join(parts[start : start + size]).strip(" .,"))
            if found is not None:
                return found
    return None


def _made(lines: Sequence[Line], look: Sequence[Shape], layout: Layout, witness: Witness) -> _Made:
    """Authors and editors by the bylines that the page shows; metadata only where it shows none."""
    found: list[Credits] = []
    plain: list[str] = []
    for i, kind in enumerate(layout.kinds):
        if kind not in (BlockKind.BYLINE, BlockKind.DATE):
            continue
        text = _byline_text(lines[i].text, layout.parts.get(i), kind)
        if text is None:
            continue
        said = read_credits(text)
        if said.waiting is not None:
            said = _beside(lines, look, layout, i, said.waiting)
        elif not said:
            name = reporter_of(text) or (text.strip(" -,|:") if _is_bare_name(lines[i], text) else None)
            plain += [name] if name and i < layout.first else []
        found.append(said)
    authors = _once(name for c in found for name in c.authors)
    editors = _once(name for c in found for name in c.editors)
    others = _once(name for c in found for name in c.others)
    plain_names = [n for name in plain for n in people(name)[0] if key(n) not in {key(e) for e in editors}]
    authors = authors or _once(plain_names)
    media = _once(name for c in found for name in c.media)
    notes = []
    if others:
        notes.append(Note(STAGE, "other-makers", f"Named as neither author nor editor: {', '.join(others)}."))
    if not authors and not editors and not media:
        authors = _once(n for raw in witness.authors for n in people(raw)[0] if len(n.split()) > 1)
        if authors:
            notes.append(Note(STAGE, "metadata-only", "The page shows no byline: that of its metadata is taken."))
    return _Made(authors, editors, media, tuple(notes))


def _byline_text(text: str, parts: tuple[tuple[int, int, BlockKind], ...] | None, kind: BlockKind) -> str | None:
    """The part of a line that is a byline."""
    if parts is None:
        return text if kind is BlockKind.BYLINE else None
    return next((text[start:end] for start, end, k in parts if k is BlockKind.BYLINE), None)


def _is_bare_name(line: Line, text: str) -> bool:
    return (line.region is Region.BYLINE or line.itemprop == "author" or "-" in text) and is_name(text.strip(" -,|:"))


def _beside(lines: Sequence[Line], look: Sequence[Shape], layout: Layout, i: int, role: str) -> Credits:
    """The names on the line next to a role that stands alone: behind it, or before it where names come first."""
    behind = lines[i + 1].text.lstrip(": ") if i + 1 < len(lines) else ""
    before = lines[i - 1].text if i else ""
    colon = lines[i].text.rstrip().endswith(":") or (i + 1 < len(lines) and lines[i + 1].text.startswith(":"))
    first = not colon and is_name(before) and i - 1 != layout.headline and not look[i - 1].credits
    value = before if first else behind
    names, media = people(value)
    if (not names and not media) or len(value) > 80:
        return Credits()
    layout.kinds[i - 1 if first else i + 1] = BlockKind.BYLINE
    if role == "editor":
        return Credits(editors=names)
    return Credits(others=names) if role == "other" else Credits(authors=names, media=media)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(key(name), name)
    return tuple(found.values())


def _agency(
    text: str,
    blocks: Sequence[tuple[Span, BlockKind]],
    made: _Made,
    opening: Dateline | None,
    outlet: str | None,
) -> tuple[str | None, tuple[Note, ...]]:
    """From whom the report was taken, by the surest witness that names one."""
    printed = [s.of(text) for s, kind in blocks if kind is BlockKind.SOURCE]
    values = [value for words in printed if (value := agencies.source_value(words)) is not None]
    values += [words for words in printed if agencies.is_source_alone(words)]
    agency, notes = agencies.from_sources(values, outlet)
    if agency is None:
        agency, notes = agencies.from_sources([m for m in made.sources if is_medium(m)], outlet)
    kinds = (BlockKind.BODY, BlockKind.BYLINE, BlockKind.SOURCE)
    closing = [s.of(text) for s, kind in blocks if kind in kinds][-8:]
    for words in reversed(closing if agency is None else []):
        agency, notes = agencies.from_brackets(words, outlet)
        if agency is not None:
            break
    if agency is None:
        agency = agencies.from_dateline(opening, outlet)
    if agency is None:
        agency = next((a for words in reversed(closing) if (a := agencies.from_sign_off(words))), None)
    if agency is None:
        last = [s.of(text) for s, _ in blocks][-8:]
        agency = next((a for words in reversed(last) if (a := agencies.from_syndication(words, outlet))), None)
    return agency, notes


def _shown(lines: Sequence[Line], look: Sequence[Shape], layout: Layout) -> list[Shown]:
    """The dates that the page shows outside the report, each with a clock that stands on the line behind it."""
    out = []
    anchor = layout.headline if layout.headline is not None else layout.first
    for i, kind in enumerate(layout.kinds):
        printed = look[i].date
        if kind is not BlockKind.DATE or printed is None:
            continue
        raw = printed.span.of(lines[i].text)
        if printed.clock is None and i + 1 < len(lines) and len(lines[i + 1].text) < 30:
            clock = find_clock(lines[i + 1].text, printed.day)
            if clock is not None:
                layout.kinds[i + 1] = BlockKind.DATE
                raw = f"{raw} {clock.span.of(lines[i + 1].text)}"
                printed = replace(printed, clock=clock.clock, zone=clock.zone)
        before = lines[i].text[: printed.span.start] or (lines[i - 1].text if i else "")
        out.append(Shown(printed, raw, abs(i - anchor), is_later(before)))
    return out
