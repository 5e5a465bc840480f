"""What a line looks like by itself, before its neighbours are asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timezone

from kawat.read import marks
from kawat.read.bylines import Credits, is_signature, read_credits
from kawat.read.dates import Printed, find_dates
from kawat.read.lines import Line
from kawat.read.photographs import VIA, credit_alone

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]*]*(?:\s*[(\[][^()\[\]]{1,120}[)\]]|\s+[A-Z][a-z]{2,9})?$")
_PARAGRAPH = 60
_LONG = 140
_TELLS = 5  # words before a credit in brackets: who is credited has fewer
# A caption that ends with its credit: "... (AP Photo/X)", "[X/Reuters]", "... via REUTERS", "REUTERS/X", "Foto: X".
_IN_BRACKETS = (
    r"\bvia\s+[A-Z]|[A-Za-z.]\s?/\s?[A-Z]"
    r"|(?i:\bphoto\b|\bfoto\b|\bgetty\b|\bistock\b|shutterstock|\bdok\.|\bpool\b|screenshot|tangkapan layar)"
)
_CREDIT_END = re.compile(
    rf"[(\[][^()\[\]]{{0,80}}?(?:{_IN_BRACKETS})[^()\[\]]{{0,80}}[)\]]\.?$"
    rf"|(?:{VIA}|\bREUTERS/[\w .]{{3,60}}|Getty Images"
    r"|\b(?:AP|AFP|Reuters|EPA|ANTARA)(?:\s+(?:Photo|FOTO|Images))?\s?/\s?[A-Z][\w .'’/]{2,60}"
    r"|\b(?:Foto|Photo|Photograph|Kredit|Credit)\s?:\s?[^.:]{3,80}|\w/(?:Net|Ist|Repro|Istimewa))\.?$"
)
_BEHIND_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})[.!?]\s+[A-Z][\w '’-]{1,40}/[A-Z][\w .'’/-]{1,60}$")
_SIDES = re.compile(r"\((?:kiri|kanan|tengah|left|right|center|centre|L|R|C|kedua (?:kiri|kanan))\)", re.I)


_NOBODY = Credits()


@dataclass(frozen=True, slots=True)
class Shape:
    """The reading of one line alone. `weight` says how much like a paragraph of a report it is (below zero: unlike)."""

    sentence: bool
    weight: float = 0.0
    date: Printed | None = None
    credits: Credits = _NOBODY
    teaser: re.Match[str] | None = None
    advert: bool = False
    end: bool = False
    boilerplate: bool = False
    source: str | None = None
    credit: str | None = None
    caption: bool = False
    signature: bool = False

    @property
    def marked(self) -> bool:
        """Whether the line is plainly something else than a paragraph."""
        return bool(
            self.date
            or self.credits
            or self.teaser
            or self.advert
            or self.end
            or self.source
            or self.credit is not None
            or self.signature
        )


def shapes(lines: Sequence[Line], zones: Mapping[str, timezone]) -> list[Shape]:
    """The shape of every line; `zones` as in `find_dates`."""
    return [_shape(line, zones) for line in lines]


def is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence."""
    return _SENTENCE_END.search(text[-130:]) is not None


def _shape(line: Line, zones: Mapping[str, timezone]) -> Shape:
    text = line.text
    sentence = is_sentence(text)
    if len(text) > marks.MAX_MARK:
        return Shape(sentence=sentence, weight=_weight(line, sentence=sentence))
    date = _date_line(text, zones)
    found = read_credits(text) if date is None else Credits()
    teaser = marks.fits("teaser", text)
    source = marks.fits("source", text)
    told = _tells_and_credits(text)
    credit = None if told else credit_alone(text)
    signature = is_signature(text) and not marks.is_photo_agency(text)
    shape = Shape(
        sentence=sentence,
        date=date,
        credits=found,
        teaser=teaser,
        advert=marks.fits("advert", text) is not None,
        end=marks.fits("end", text) is not None,
        boilerplate=marks.fits("boilerplate", text) is not None and len(text) < 90,
        source=source["rest"].strip() if source else None,
        credit=credit if len(text) < 200 else None,
        caption=_reads_like_caption(text) or told,
        signature=signature,
    )
    if shape.end and not shape.teaser:
        weight = -4.0
    elif shape.marked:
        weight = 0.0
    else:
        weight = -0.6 if shape.boilerplate else _weight(line, sentence=sentence or told)
    return replace(shape, weight=weight)


def _tells_and_credits(text: str) -> bool:
    """ "Foto: Kapal Vietnam di Laut China Selatan (AP/X)": a caption that a word for a credit only announces."""
    end = _CREDIT_END.search(text)
    told = marks.fits("credit", text)
    if told is None:
        return False
    if behind := _BEHIND_SENTENCE.search(told["rest"]):  # "Photo: The ministers meet in Minsk. Antara/X"
        return len(told["rest"][: behind.start()].split()) >= _TELLS
    if end is None or "(" not in text[: end.end()]:
        return False
    return len(text[told.start("rest") : text.rindex("(")].split()) >= _TELLS


def _weight(line: Line, *, sentence: bool) -> float:
    length = len(line.text)
    if line.links > 0.6 and not (sentence and length > 100):
        return -0.6
    if line.text.endswith("?") and length < _LONG and not line.text.startswith(("“", '"')):
        return 0.0  # a headline asks too
    if (sentence and length >= _PARAGRAPH) or length >= _LONG:
        return 1 + min(length, 600) / 200
    if sentence and len(line.text.split()) >= 4:
        return 0.5
    return -0.6


def _date_line(text: str, zones: Mapping[str, timezone]) -> Printed | None:
    """The date of a line that is little else than a date; with several the first that has a clock."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return None
    found = find_dates(text, zones)
    if not found:
        return None
    best = next((d for d in found if d.clock is not None), found[0])
    rest = len(text) - sum(len(d.span) for d in found)
    if rest > 70 or (is_sentence(text) and best.clock is None and rest > 20):
        return None
    # "Copyright 2 May 2018", "(11/3/2022)" at the end of a caption: words on both sides are no date line.
    words = len(re.findall(r"[^\W\d_]{2,}", text[: best.span.start] + " " + text[best.span.end :]))
    return best if words <= (9 if best.clock else 5) else None


def _reads_like_caption(text: str) -> bool:
    if marks.fits("caption", text) or marks.fits("illustration", text) or _CREDIT_END.search(text):
        return True
    bracket = marks.search("credit_bracket", text)
    return bool(bracket and bracket.end() >= len(text) - 2) or bool(_SIDES.search(text) and len(text) < 250)
