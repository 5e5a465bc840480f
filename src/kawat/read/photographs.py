"""Lines about a photograph: who is credited for it, and which line above a credit is its caption."""

import re
from collections.abc import Sequence
from functools import cache

from kawat.lang.calendar import all_calendars, spellings
from kawat.read import marks
from kawat.read.dateline import find_dateline
from kawat.read.lines import Line, Region

_CAPTION_MAX = 300
_NAME = 4  # words of who is credited at the most
_OWNED = re.compile(r"(?P<owner>[^/]{2,40})/(?P<rest>[^.:]{2,60})")
# "Sputnik/X/Kremlin via REUTERS", in names alone and behind a sentence or with a stroke: "..., kata Ani Lestari kepada
# harian Lensa via AFP" is told by a report.
_CREDITED = r"(?:[A-Z][\w.'’-]*|of|the|and|dan)"
VIA = (
    rf"(?:(?:(?<=[.!?)]\s)|\A)(?=[A-Z])|(?=[A-Z][\w.'’-]*/)){_CREDITED}(?:[ ,/]{{1,2}}{_CREDITED}){{0,9}}"
    r"\s+via\s+(?:REUTERS|Reuters|AP|AFP|Getty Images|Associated Press)"
)
_SLASHED = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,4}(?:/(?:[A-Z][\w.'’-]*\s?){1,4})+")


@cache
def _dated() -> re.Pattern[str]:
    months = spellings(all_calendars().months)
    written = rf"(?:(?:{months})\.?\s+\d{{1,2}},?|\d{{1,2}}\s+(?:{months})\.?)\s+\d{{4}}"
    return re.compile(rf"(?:{written}|\(\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\))\.?\s*\Z", re.IGNORECASE)


def scene_dated(text: str) -> bool:
    """Whether a line ends with a whole day, as captions do: "Lawmakers leave the hall in Tbilisi, May 14, 2024."."""
    return len(text) < _CAPTION_MAX and _dated().search(text) is not None


def credit_alone(text: str) -> str | None:
    """Who is credited by a line that is nothing but the credit of a photograph; None for any other line.

    "Foto: Reuters/Ani Lestari", "Handout/Reuters", "KOMPAS.com/ANI LESTARI", "Ilustrasi: Shutterstock", "Getty Images".
    """
    if announced := marks.fits("credit", text):
        return announced["rest"].strip(" ()[]")
    drawn = marks.fits("illustration", text)
    words = (drawn["rest"] or "" if drawn is not None else text).strip(" ()[].")
    return words if _names_owner(words, announced=drawn is not None) else None


def _names_owner(words: str, *, announced: bool) -> bool:
    """Whether words are the owner of a photograph: an agency's name, or two names of which one is a medium's."""
    if marks.is_photo_agency(words) or (announced and len(words.split()) <= _NAME and marks.is_medium(words)):
        return True
    owned = _OWNED.fullmatch(words)
    if owned is not None and len(owned["owner"].split()) < _NAME and marks.is_medium(owned["owner"]):
        return True
    return _SLASHED.fullmatch(words) is not None and any(map(_is_agency, words.split("/")))


def _is_agency(words: str) -> bool:
    return marks.agency_name(words) is not None or marks.is_photo_agency(words)


def is_captioned(line: Line, below: Sequence[Line], *, sentence: bool) -> bool:
    """Whether a line above a credit is the caption to which that belongs, and no paragraph of the report.

    `below` begins with the credit. The line is one where the two stand together and apart from the lines around them,
    or where it is no whole sentence; a bare credit under a paragraph, the lead too, is of a picture without a caption.
    """
    if len(line.text) >= _CAPTION_MAX or find_dateline(line.text) is not None:
        return False
    together = line.gap and not below[0].gap and all(other.gap for other in below[1:2])
    return together or line.region is Region.FIGURE or not sentence
