"""Plain-text page dumps into lines; hard-wrapped text is put back into paragraphs."""

import re
from itertools import pairwise

from kawat.errors import InputError
from kawat.read.lines import Line, Page

MAX_LINES = 20_000

# Zero-width and formatting characters, soft hyphens, the byte-order mark, and controls that no text needs.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_WRAP_WIDTHS = range(55, 101)


def clean(text: str) -> str:
    """A line without invisible characters, every run of white space one space."""
    return " ".join(_INVISIBLE.sub("", text).split())


def read_plain(text: str) -> Page:
    """The page of a plain text. Raises `InputError` for one with more than `MAX_LINES` lines."""
    return Page(_unwrap(_lines(_BREAK.split(text))))


def flat_lines(text: str) -> tuple[Line, ...]:
    """The lines of markup whose tree cannot be built: every tag becomes the end of a line."""
    return _lines(_BREAK.split(_TAG.sub("\n", text)))


def _lines(raw: list[str]) -> tuple[Line, ...]:
    out: list[Line] = []
    gap = False
    for row in raw:
        text = clean(row)
        if not text:
            gap = True
            continue
        out.append(Line(text, gap=gap and bool(out)))
        gap = False
        if len(out) > MAX_LINES:
            raise InputError(f"a page of more than {MAX_LINES} lines")
    return tuple(out)


def _unwrap(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Joins the lines of paragraphs that were wrapped at a column, where empty lines part the paragraphs.

    A text is taken for wrapped only where nearly all lines that have a follower in their paragraph are about equally
    long and most of them stop in mid-sentence: a list of headlines or a page with one paragraph a line is left alone.
    """
    inner = [line for line, following in pairwise(lines) if not following.gap]
    if len(inner) < 8:
        return lines
    widths = sorted(len(line.text) for line in inner)
    width = widths[int(0.95 * (len(widths) - 1))]
    full = [line for line in inner if width - 18 <= len(line.text) <= width + 2]
    broken = [line for line in full if not _SENTENCE_END.search(line.text[-4:])]
    if width not in _WRAP_WIDTHS or len(full) < 0.7 * len(inner) or len(broken) < 0.7 * len(full):
        return lines
    out: list[Line] = []
    longest = 0
    for line in lines:
        if out and not line.gap and longest >= width - 18:
            out[-1] = Line(f"{out[-1].text} {line.text}", gap=out[-1].gap)
        else:
            out.append(line)
        longest = len(line.text)
    return tuple(out)
