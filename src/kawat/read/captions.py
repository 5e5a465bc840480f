"""Captions and, apart from them, who is credited for the photograph."""

import re
from collections.abc import Iterable, Sequence

from kawat.model import BlockKind, Caption, Span
from kawat.read import marks
from kawat.read.photographs import VIA, credit_alone

# The credit that ends a caption without a bracket: ". Sputnik/X/Kremlin via REUTERS", "Foto: X", "/Reuters".
_AGENCY = "Reuters|REUTERS|AFP|AP|EPA|ANTARA|Antara|Getty Images"
_TAIL = re.compile(
    r"(?<=[.!?)\s])(?:©\s?(?:\d{4}\s?)?)?(?P<credit>"
    r"(?:(?:Foto|Photo|Photograph|Kredit|Credit|Sumber|Sumber foto|Dok)\s?:\s?)[^.:]{2,80}"
    rf"|(?:{_AGENCY}|ANTARA FOTO)\s?/\s?[\w .,'’/-]{{2,80}}"
    rf"|{VIA}"
    rf"|[A-Z][\w .'’-]{{1,40}}/(?:{_AGENCY}|Pool)(?:/[\w .]{{2,40}})?)\.?\s*$"
    r"|(?<=\w)/(?P<short>Net|Ist|Istimewa|Repro)\s*$"
)
_BRACKET = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,150})[)\]]\.?\s*$")


def captions(
    text: str, blocks: Sequence[tuple[Span, BlockKind]]
) -> tuple[tuple[Caption, ...], list[tuple[Span, BlockKind]]]:
    """The captions among some blocks in order, a caption that stands twice once; and the blocks with each credit of a
    caption cut out as a block of its own.
    """
    out: list[tuple[Span, BlockKind]] = []
    found: list[Caption] = []
    waiting: str | None = None  # a credit that stands before its caption
    for span, kind in blocks:
        if kind is BlockKind.CREDIT:
            value = _value(span.of(text))
            if found and found[-1].credit is None and value:
                found[-1] = Caption(found[-1].text, value, found[-1].span)
            else:
                waiting = value or None
            out.append((span, kind))
        elif kind is BlockKind.CAPTION:
            parts = list(_split(text, span))
            out += [(part, part_kind) for part, part_kind, _ in parts]
            words = next((part for part, part_kind, _ in parts if part_kind is BlockKind.CAPTION), None)
            credit = next((value for _, part_kind, value in parts if part_kind is BlockKind.CREDIT), None)
            if words is not None:
                found.append(Caption(_bare(words.of(text)), credit or waiting, words))
                waiting = None
            elif credit and found and found[-1].credit is None:
                found[-1] = Caption(found[-1].text, credit, found[-1].span)
            else:
                waiting = credit
        else:
            out.append((span, kind))
    return _once(found), out


def _split(text: str, span: Span) -> Iterable[tuple[Span, BlockKind, str | None]]:
    """A caption and its credit; a line that is nothing but a credit is one."""
    line = span.of(text)
    if (alone := credit_alone(line)) is not None and marks.fits("credit", line) is None:
        yield span, BlockKind.CREDIT, _value(alone)
        return
    match = _TAIL.search(line) or _bracket(line)
    if match is None:
        yield span, BlockKind.CAPTION, None
        return
    before = line[: match.start()].rstrip(" ,;|-–—")
    value = _value(match.groupdict().get("short") or match["credit"])
    if not re.search(r"\w", before):
        yield span, BlockKind.CREDIT, value
        return
    yield Span(span.start, span.start + len(before)), BlockKind.CAPTION, None
    yield Span(span.start + match.start(), span.start + len(line.rstrip())), BlockKind.CREDIT, value


def _bracket(line: str) -> re.Match[str] | None:
    match = _BRACKET.search(line)
    if match is None:
        return None
    words = match["credit"]
    named = (
        marks.search("credit_bracket", match.group()) is not None
        or marks.is_medium(words)
        or marks.is_photo_agency(words)
    )
    # "(11/3/2022)" and "(kiri)" belong to the caption.
    return match if named and re.search(r"[^\W\d_]{2}", words) else None


def _bare(caption: str) -> str:
    """A caption without the word that announces it: "Keterangan gambar, ..."."""
    match = marks.fits("caption", caption) or marks.fits("credit", caption) or marks.fits("illustration", caption)
    return match["rest"].strip() if match is not None and match["rest"] else caption


def _value(credit: str) -> str:
    """A credit without the word that announces it."""
    match = marks.fits("credit", credit) or marks.fits("illustration", credit)
    if match is not None and match["rest"]:
        return match["rest"].strip(" ()[]")
    for word in marks.words_of("credit", "bracketed", "markers"):
        if credit.lower().startswith(word.lower()) and credit[len(word) :].lstrip()[:1] in (":", "/"):
            return credit[len(word) :].lstrip(" :/").strip(" ()[]")
    return credit.strip(" ()[].")


def _once(found: Sequence[Caption]) -> tuple[Caption, ...]:
    """Every caption once; of two prints the one with a credit gives it."""
    out: dict[str, Caption] = {}
    for caption in found:
        key = re.sub(r"\W+", "", caption.text.lower())
        first = out.get(key)
        if first is None:
            out[key] = caption
        elif first.credit is None:
            out[key] = Caption(first.text, caption.credit, first.span)
    return tuple(out.values())
