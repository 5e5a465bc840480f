"""The line classifier: what every line of a page is, by its shape, its neighbours and the hints of markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kawat.model import BlockKind
from kawat.read import marks, outlets
from kawat.read.agency import is_source_alone, source_value
from kawat.read.bylines import is_name, read_credits, signature_behind
from kawat.read.dateline import find_dateline, is_filed
from kawat.read.headline import find_headline
from kawat.read.lines import AROUND_STORY, Line, Region, Witness
from kawat.read.photographs import is_captioned, scene_dated
from kawat.read.shape import Shape

_TITLE_MAX = 160
_PARAGRAPH = 60
_AROUND = 12  # lines about the headline that its byline and date stand in
_BEHIND = 40  # lines behind the last paragraph that the closing byline and source stand in
_SEPARATORS = " |-–—•●·,/>:"
_REGION_KINDS = {
    Region.RELATED: BlockKind.RELATED,
    Region.ADVERT: BlockKind.ADVERT,
    Region.FIGURE: BlockKind.CAPTION,
}


@dataclass(slots=True)
class Layout:
    """The kind of every line, and the lines that are of several kinds: parts `(start, end, kind)` into the line."""

    kinds: list[BlockKind]
    parts: dict[int, tuple[tuple[int, int, BlockKind], ...]] = field(default_factory=dict)
    headline: int | None = None
    first: int = 0  # the lines from the first paragraph to behind the last
    last: int = 0


def classify(lines: Sequence[Line], shapes: Sequence[Shape], witness: Witness) -> Layout:
    """What every line is. Nothing is dropped: what is no part of the report is related, advert or boilerplate."""
    layout = Layout([_outside(line, shape) for line, shape in zip(lines, shapes, strict=True)])
    low, high = _story(lines, shapes)
    layout.headline = find_headline(lines, shapes, witness, low, high)
    if layout.headline is not None:
        low = layout.headline + 1 if low - layout.headline < _AROUND and layout.headline < high else low
        layout.kinds[layout.headline] = BlockKind.HEADLINE
    layout.first = first = _first_paragraph(lines, shapes, low, high)
    layout.last = first
    if first < high:
        _read_body(lines, shapes, layout, first, high)
    _read_top(lines, shapes, layout, first)
    _read_tail(lines, shapes, layout)
    return layout


def _outside(line: Line, shape: Shape) -> BlockKind:
    if shape.teaser or (line.region is Region.RELATED):
        return BlockKind.RELATED
    if shape.advert or line.region is Region.ADVERT:
        return BlockKind.ADVERT
    return BlockKind.BOILERPLATE


def _story(lines: Sequence[Line], shapes: Sequence[Shape]) -> tuple[int, int]:
    """The run of lines that the report lies in: the element that markup gives, else the heaviest run of lines."""
    inside = [i for i, line in enumerate(lines) if line.story]
    if inside:
        return inside[0], inside[-1] + 1
    best, span = 0.0, (0, 0)
    total, start = 0.0, 0
    for i, shape in enumerate(shapes):
        if total <= 0:
            total, start = 0.0, i
        total += shape.weight
        if total > best:
            best, span = total, (start, i + 1)
    return span[0], _extended(shapes, span[1])


def _extended(shapes: Sequence[Shape], high: int) -> int:
    """The end of a run moved behind the sentences that follow it within a few lines and before any list."""
    end, misses = high, 0
    for i in range(high, len(shapes)):
        shape = shapes[i]
        if shape.end and shape.teaser is None:
            break
        if shape.weight > 0:
            end, misses = i + 1, 0
        else:
            misses += 0 if shape.teaser or shape.advert else 1
            if misses > 3:
                break
    return end


def _first_paragraph(lines: Sequence[Line], shapes: Sequence[Shape], low: int, high: int) -> int:
    """Where the report itself begins: at its dateline, else behind standfirst and captions."""
    paragraphs = [i for i in range(low, high) if shapes[i].weight > 0.3 and lines[i].region not in AROUND_STORY]
    for i in paragraphs[:8]:
        dateline = find_dateline(lines[i].text)
        if dateline is not None and (dateline.outlet or dateline.agency or (dateline.place or "").isupper()):
            return i
    for position, i in enumerate(paragraphs):
        if _before_body(lines, shapes, i, paragraphs[position + 1 : position + 2]):
            continue
        return i
    return paragraphs[0] if paragraphs else high


def _before_body(lines: Sequence[Line], shapes: Sequence[Shape], i: int, following: Sequence[int]) -> bool:
    """Whether a paragraph is a caption or a standfirst: it is credited, stands twice, or byline or date follow it."""
    line = lines[i]
    if line.region in (Region.FIGURE, Region.SUBTITLE) or shapes[i].caption or not following:
        return bool(following)
    if _above_credit(lines, shapes, i) or (find_dateline(line.text) is None and is_filed(lines[following[0]].text)):
        return True
    if _is_repeated(lines, i):
        return True
    between = shapes[i + 1 : following[0]]
    return any(s.date is not None or s.credits for s in between) or any(s.credit is not None for s in between[1:])


def _is_repeated(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands again within six lines: a caption that is also the text behind its picture."""
    return any(other.text == lines[i].text for other in (*lines[max(0, i - 6) : i], *lines[i + 1 : i + 7]))


def _read_body(lines: Sequence[Line], shapes: Sequence[Shape], layout: Layout, first: int, high: int) -> None:
    kinds = _body_kinds(lines, shapes, first, high, regions=True)
    story = sum(len(lines[i].text) for i in range(first, high) if shapes[i].weight > 0)
    if sum(len(lines[i].text) for i, kind in kinds.items() if kind is BlockKind.BODY) < 0.3 * story:
        # The words of class attributes are about the page's making, not always about what stands in it.
        kinds = _body_kinds(lines, shapes, first, high, regions=False)
    last = max((i for i, k in kinds.items() if k is BlockKind.BODY and _closes(lines[i], shapes[i])), default=first)
    for i, kind in kinds.items():
        if kind is BlockKind.BODY and i > last:
            kind = BlockKind.BOILERPLATE  # noqa: PLW2901  a heading or a scrap with no paragraph behind it
        layout.kinds[i] = kind
        if kind is BlockKind.BODY:
            parts = tuple(_body_parts(lines[i].text))
            if len(parts) > 1 or (parts and parts[0][2] is not BlockKind.BODY):
                layout.parts[i] = parts
    layout.last = last + 1


def _closes(line: Line, shape: Shape) -> bool:
    return shape.sentence or len(line.text) >= _PARAGRAPH or line.list_item


def _body_kinds(
    lines: Sequence[Line], shapes: Sequence[Shape], first: int, high: int, *, regions: bool
) -> dict[int, BlockKind]:
    kinds: dict[int, BlockKind] = {}
    rest = sum(max(0.0, shapes[i].weight) for i in range(first, high))
    left = rest
    i = first
    while i < high:
        line, shape = lines[i], shapes[i]
        left -= max(0.0, shape.weight)
        if shape.end and line.story is None and left < 0.35 * rest:
            kinds.update({j: layout_kind(lines[j], shapes[j]) for j in range(i, high)})
            break
        if shape.teaser is not None:
            for j in _teaser_lines(lines, shapes, i, high):
                kinds[j] = BlockKind.RELATED
            i = max(kinds) + 1
            continue
        kinds[i] = _body_kind(lines, shapes, i, regions=regions)
        if i == first and find_dateline(line.text) is not None:
            kinds[i] = BlockKind.BODY
        i += 1
    return kinds


def layout_kind(line: Line, shape: Shape) -> BlockKind:
    """The kind of a line behind the report."""
    kind = _outside(line, shape)
    return BlockKind.RELATED if kind is BlockKind.BOILERPLATE and not shape.boilerplate else kind


def _teaser_lines(lines: Sequence[Line], shapes: Sequence[Shape], i: int, high: int) -> Iterator[int]:
    """A teaser line and, where the marker stands alone, the titles that follow it."""
    yield i
    mark = shapes[i].teaser
    if mark is None or mark["rest"].strip(" :>»-–—"):
        return
    for j in range(i + 1, min(high, i + 7)):
        # Without markup one title stands behind the marker; more only without a gap or as a list.
        listed = lines[j].links > 0 or re.match(r"[-*•·–]|\d+[.)]", lines[j].text) is not None
        if not _reads_like_title(lines[j], shapes[j]) or (j > i + 1 and lines[j].gap and not listed):
            return
        yield j


def _reads_like_title(line: Line, shape: Shape) -> bool:
    if line.links > 0.7:
        return True
    if line.story is not None:
        return line.region is Region.RELATED and len(line.text) < _TITLE_MAX
    text = line.text
    return 15 <= len(text) <= _TITLE_MAX and not shape.sentence and not text.startswith(("“", '"')) and not shape.marked


def _body_kind(lines: Sequence[Line], shapes: Sequence[Shape], i: int, *, regions: bool) -> BlockKind:  # noqa: C901, PLR0911  one question after another, in order of certainty
    line, shape = lines[i], shapes[i]
    if shape.advert:
        return BlockKind.ADVERT
    if shape.source is not None or is_source_alone(line.text):
        return BlockKind.SOURCE
    if shape.credits or shape.signature:
        return BlockKind.BYLINE
    if shape.credit is not None or (regions and line.region is Region.CREDIT and len(line.text) < 150):
        return BlockKind.CREDIT
    if regions and line.region in AROUND_STORY:
        return _REGION_KINDS.get(line.region or Region.NAVIGATION, BlockKind.BOILERPLATE)
    if _above_credit(lines, shapes, i):
        return BlockKind.CAPTION
    if shape.caption and len(line.text) < 400:
        return BlockKind.CAPTION
    if regions and line.region is Region.FIGURE and len(line.text) < 500:
        return BlockKind.CAPTION
    if shape.date is not None:
        return BlockKind.DATE
    if shape.boilerplate and shape.weight <= 0:
        return BlockKind.BOILERPLATE
    if line.links > 0.7 and not (shape.sentence and len(line.text) > 60):
        return BlockKind.BODY if line.list_item and not regions else BlockKind.RELATED
    if shape.end and line.story is None:
        return BlockKind.BOILERPLATE
    if shape.end:
        return BlockKind.RELATED
    if not re.search(r"[^\W\d_]{2}", line.text):
        return BlockKind.BOILERPLATE
    return BlockKind.BODY


def _above_credit(lines: Sequence[Line], shapes: Sequence[Shape], i: int) -> bool:
    """Whether a line is the caption of the credit below it; see `is_captioned`."""
    credited = i + 1 < len(shapes) and shapes[i + 1].credit is not None and not shapes[i + 1].signature
    return credited and is_captioned(lines[i], lines[i + 1 : i + 3], sentence=shapes[i].sentence)


def _body_parts(text: str) -> Iterator[tuple[int, int, BlockKind]]:
    """A paragraph with the teasers inside it cut out."""
    at = 0
    signed = signature_behind(text)
    whole, text = text, text[:signed] if signed else text
    while (match := marks.search("inline_teaser", text, at)) is not None:
        if text[at : match.start()].strip():
            yield (*_trim(text, at, match.start()), BlockKind.BODY)
        yield (*_trim(text, match.start(), match.end()), BlockKind.RELATED)
        at = max(match.end(), at + 1)
    if re.search(r"\w", text[at:]):
        yield (*_trim(text, at, len(text)), BlockKind.BODY)
    elif text[at:].strip():
        yield (*_trim(text, at, len(text)), BlockKind.BOILERPLATE)
    if signed:
        yield (*_trim(whole, signed, len(whole)), BlockKind.BYLINE)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _read_top(lines: Sequence[Line], shapes: Sequence[Shape], layout: Layout, first: int) -> None:
    """Date, byline, kicker, standfirst and captions around the headline."""
    head = layout.headline
    start = max(0, (first if head is None else head) - _AROUND)
    stop = min(first, len(lines)) if head is None or first > head else min(len(lines), head + _AROUND)
    for i in range(start, stop):
        if i == head or (head is not None and i > head + _AROUND + 8):
            continue
        kind = _top_kind(lines, shapes, i, head)
        if kind is BlockKind.CAPTION and i + 1 == first and _is_lead(lines, shapes, i, layout):
            kind = BlockKind.SUBTITLE
        if kind is not None:
            layout.kinds[i] = kind
            if kind is BlockKind.DATE:
                layout.parts.update(_date_parts(lines[i].text, shapes[i], i))
    if head is not None and head > 0 and _is_kicker(lines, shapes, head - 1):
        layout.kinds[head - 1] = BlockKind.KICKER


def _top_kind(lines: Sequence[Line], shapes: Sequence[Shape], i: int, head: int | None) -> BlockKind | None:  # noqa: PLR0911  as above
    line, shape = lines[i], shapes[i]
    if line.region in AROUND_STORY and line.region is not Region.RELATED and not shape.credits and shape.date is None:
        return None
    if shape.date is not None and line.links < 0.8:
        return BlockKind.DATE
    if shape.credits or _is_reporter_line(line):
        return BlockKind.BYLINE
    if shape.source is not None:
        return BlockKind.SOURCE
    if head is None or i < head or shape.teaser or shape.advert or shape.end:
        return None
    if shape.credit is not None or (line.region is Region.CREDIT and not shape.boilerplate):
        return BlockKind.CREDIT
    if shape.boilerplate:
        return None
    if line.region in AROUND_STORY or line.links > 0.7:
        return None
    following = shapes[i + 1].credit is not None if i + 1 < len(shapes) else False
    twice = _is_repeated(lines, i) and not outlets.is_name(line.text)
    if line.region is Region.FIGURE or shape.caption or following or twice:
        return BlockKind.CAPTION
    if line.region is None and shape.sentence and scene_dated(line.text):
        return BlockKind.CAPTION
    if line.region is Region.SUBTITLE or (i - head == 1 and len(line.text) >= 25 and len(line.text) <= 350):
        return BlockKind.SUBTITLE
    return BlockKind.CAPTION if len(line.text) >= 40 and shape.sentence else None


def _is_lead(lines: Sequence[Line], shapes: Sequence[Shape], i: int, layout: Layout) -> bool:
    """A paragraph between the photograph and the dateline that is no caption by any sign: the standfirst."""
    if lines[i].region is Region.FIGURE or shapes[i].caption or BlockKind.SUBTITLE in layout.kinds[:i]:
        return False
    alone = all(other.text != lines[i].text for other in lines[max(0, i - 6) : i])
    return alone and lines[i].gap and shapes[i].weight > 1 and layout.kinds[i - 1] is BlockKind.CAPTION


def _is_reporter_line(line: Line) -> bool:
    """A name that stands as a byline without a role: "Ani Lestari, CNN Indonesia", a name in a byline element."""
    text = line.text
    if len(text) > 90:
        return False
    if line.region is Region.BYLINE or line.itemprop in ("author", "editor"):
        return is_name(text.strip(_SEPARATORS)) or reporter_of(text) is not None
    return reporter_of(text) is not None


def reporter_of(text: str) -> str | None:
    """The name in "Ani Lestari - detikNews", "Ani Lestari, CNN Indonesia", "Ani Lestari, Okezone"."""
    match = re.fullmatch(
        r"(?P<name>[^,|–—(]+?)\s*(?:,|\||–|—|\s-|\()\s*(?P<outlet>[^,|()]+?)\s*[|,)]?\s*", text.strip()
    )
    if match is None or not outlets.is_name(match["outlet"].strip(" -")) or not is_name(match["name"].strip()):
        return None
    return match["name"].strip()


def _date_parts(text: str, shape: Shape, i: int) -> dict[int, tuple[tuple[int, int, BlockKind], ...]]:
    """What stands before the date on its line: a kicker, a byline, or the outlet's name."""
    if shape.date is None:
        return {}
    before = text[: shape.date.span.start]
    words = before.strip(_SEPARATORS)
    if len(words) < 3 or _is_publication_word(words):
        return {}
    start, end = _trim(before, 0, len(before.rstrip(_SEPARATORS)))
    if outlets.is_name(words):
        kind = BlockKind.BOILERPLATE
    elif marks.fits("source", words):
        kind = BlockKind.SOURCE
    elif reporter_of(words) or is_credit(words):
        kind = BlockKind.BYLINE
    elif before.rstrip().endswith(("|", ">", "»")) and len(words) <= 60:
        kind = BlockKind.KICKER
    elif before.rstrip()[-1:] in "-–—,/" and is_name(words):
        kind = BlockKind.BYLINE
    else:
        return {}
    rest = _trim(text, shape.date.span.start, len(text))
    return {i: ((start, end, kind), (*rest, BlockKind.DATE))}


def is_credit(text: str) -> bool:
    """Whether words are a byline with a role."""
    return bool(read_credits(text))


def _is_publication_word(words: str) -> bool:
    known = marks.words_of("publication", "first", "later", "clock")
    return words.lower().strip(_SEPARATORS) in {w.lower() for w in known}


def _is_kicker(lines: Sequence[Line], shapes: Sequence[Shape], i: int) -> bool:
    """A short line straight above the headline: a theme, not a menu."""
    line, shape = lines[i], shapes[i]
    words = line.text.split()
    if shape.marked or shape.boilerplate or not 1 <= len(words) <= 6 or not re.search(r"[^\W\d_]{3}", line.text):
        return False
    if line.region is Region.KICKER:
        return True
    above = "".join(other.text for other in lines[:i])
    return line.story is None and not re.search(r"\w", above) and ">" not in line.text


def _read_tail(lines: Sequence[Line], shapes: Sequence[Shape], layout: Layout) -> None:
    """The byline and the source behind the last paragraph, as far as the first list of other reports."""
    for i in range(layout.last, min(len(lines), layout.last + _BEHIND)):
        line, shape = lines[i], shapes[i]
        if line.region is Region.COMMENTS or (shape.end and line.story is None and line.links == 0):
            break
        value = source_value(line.text)
        if is_source_alone(line.text) or (value is not None and len(value) <= 60):
            layout.kinds[i] = BlockKind.SOURCE
        elif shape.credits or shape.signature:
            layout.kinds[i] = BlockKind.BYLINE
