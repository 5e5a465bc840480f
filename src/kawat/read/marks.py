"""The patterns of the byline tables, of all languages at once: pages mix them."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from kawat.lang import LANGUAGES, table
from kawat.read import outlets
from kawat.text import any_of, fold, read_toml

# Beyond this a line is no byline, date, marker or heading, whatever it begins with.
MAX_MARK = 300


def words_of(section: str, *keys: str) -> tuple[str, ...]:
    """The words of a section of the byline tables, all languages, longest first."""
    found = {w for language in LANGUAGES for key in keys for w in table(language, "bylines")[section].get(key, ())}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name](), re.I)


def _teaser() -> str:
    free, colon = any_of(words_of("teaser", "markers")), any_of(words_of("teaser", "colon"))
    # Without a sign behind it, a marker of one word is a word ("Terkait kasus itu, ..."), one of several leads to a
    # title only where that begins with a capital and is no sentence.
    title = r"(?=\s*[:>»–—-]|\W*$|\s+(?-i:[A-Z0-9\"“'])[^.]*[^.\s]\W?$)"
    return (
        rf"[\W_]*(?:(?P<free>{free})\b{title}|(?P<colon>{colon})(?=\s*:))"
        r"\s*(?P<sign>[:,>»–—-]*)\s*(?P<rest>.*)"
    )


def _inline_teaser() -> str:
    inline, bracketed = any_of(words_of("teaser", "inline")), any_of(words_of("teaser", "bracketed"))
    # In brackets, or a marker with a colon behind the end of a sentence.
    return (
        rf"[(\[]\s*(?:{inline}|{bracketed})\s*:?\s[^()\[\]]{{3,200}}[)\]]"
        rf"|(?<=[.!?”\"])\s*(?:{inline})\s*:.*$|\[(?:Gambas|Video)\b[^\]]*\]"
    )


def _whole(section: str, key: str, tail: str = "") -> str:
    return rf"[\W_]*(?:{any_of(words_of(section, key))})\s*{tail}[\W_]*"


def _credit() -> str:
    # With a comma only where two words leave no doubt: "Sumber gambar, Reuters".
    every = words_of("credit", "markers")
    pairs = any_of(w for w in every if " " in w)
    # Without a sign only before nothing but names: "Photo by Ani Lestari on Unsplash", "Dok. Kemlu RI".
    name, small = r"(?-i:[A-Z])[\w.'’&/-]{0,30}", any_of(words_of("credit", "inside"))
    names = rf"(?:(?:{small})\s+)*{name}(?:,?\s+(?:{name}|{small})(?!\w)){{0,9}}\W*$"
    free = rf"(?:{any_of(words_of('credit', 'free'))})\.?\s+(?={names})"
    return rf"[\W_]*(?:(?:{any_of(every)})\s*[:：/|]|(?:{pairs})\s*,|{free})\s*(?P<rest>.*)"


def _credit_bracket() -> str:
    words = any_of(words_of("credit", "bracketed"))
    return rf"[(\[]\s*(?:{words})\s*(?:[:/,]\s*)?(?P<rest>[^()\[\]]{{0,150}})[)\]]"


def _caption() -> str:
    return rf"[\W_]*(?:{any_of(words_of('credit', 'captions'))})(?:\s*[:,]|\s+[-–—])?\s+(?P<rest>.*)"


def _illustration() -> str:
    return rf"[\W_]*(?:{any_of(words_of('credit', 'illustrations'))})\b\s*(?::\s*(?P<rest>.*)|\W*)"


def _source() -> str:
    return rf"[\W_]*(?:{any_of(words_of('source', 'colon'))})\s*[:：]\s*(?P<rest>.{{2,80}})"


def _syndicated() -> str:
    return rf"\b(?:{any_of(words_of('syndicated', 'phrases'))})\s+(?P<name>[A-Z][^.,;()]{{1,40}})"


def _translated() -> str:
    tongues, onward = (any_of(words_of("syndicated", key)) for key in ("tongues", "onward"))
    return rf"^(?:{tongues})(?:\W*$|\s+(?:{onward})\b)"


_PATTERNS: dict[str, Callable[[], str]] = {
    "teaser": _teaser,
    "inline_teaser": _inline_teaser,
    "advert": lambda: _whole("advert", "lines", r"[^.]{0,30}"),
    "end": lambda: _whole("end", "headings", r":?"),
    "boilerplate": lambda: rf"[\W_]*(?:\d+\s*)?(?:{any_of(words_of('boilerplate', 'lines'))})(?:\b|\s|$)",
    "credit": _credit,
    "credit_bracket": _credit_bracket,
    "caption": _caption,
    "illustration": _illustration,
    "source": _source,
    "syndicated": _syndicated,
    "translated": _translated,
    "source_inside": lambda: rf"[.;|]\s+(?:{any_of(words_of('source', 'colon'))})\s*[:：]\s*(?P<rest>.{{2,60}})$",
    "source_plain": lambda: rf"(?:{any_of(words_of('source', 'colon'))})\s+(?P<rest>[A-Z].{{2,40}})",
}


def fits(name: str, text: str) -> re.Match[str] | None:
    """The match of a whole short line with a pattern ("boilerplate" only its beginning)."""
    if len(text) > MAX_MARK:
        return None
    pattern = _compiled(name)
    return pattern.match(text) if name == "boilerplate" else pattern.fullmatch(text)


def search(name: str, text: str, start: int = 0) -> re.Match[str] | None:
    """The first match of a pattern anywhere in a text."""
    return _compiled(name).search(text, start)


@cache
def _media() -> dict[str, Any]:
    return read_toml(files("kawat.read") / "agencies.toml")


@cache
def _agencies() -> dict[str, str]:
    return {fold(form): row[0] for row in _media()["agencies"] for form in row}


def agency_name(text: str) -> str | None:
    """The name under which a news agency is shown, where the words are one of its names."""
    return _agencies().get(fold(text).strip(" .,/"))


@cache
def agency_pattern() -> str:
    """A regular expression for every name of an agency, longest first."""
    return any_of(sorted({form for row in _media()["agencies"] for form in row}, key=lambda w: (-len(w), w)))


def is_medium(text: str) -> bool:
    """Whether words name an agency, an outlet or an office rather than a person."""
    if agency_name(re.split(r"[/,]", text, maxsplit=1)[0].removesuffix(" Photo")) or outlets.is_name(text):
        return True
    return any(fold(word) in _media_words() for word in re.findall(r"\w+", text))


def is_photo_agency(text: str) -> bool:
    """Whether words are the name of one whose trade is photographs: "Getty Images"."""
    return fold(text).strip(" .,/()[]") in _photo_agencies()


@cache
def _photo_agencies() -> frozenset[str]:
    return frozenset(fold(name) for name in words_of("photo", "agencies"))


def names_paper(text: str) -> bool:
    """Whether words name a paper or an agency that no table has: "HARIAN MALUKU", "Kantor Berita Timur"."""
    words = [fold(word) for word in re.findall(r"\w+", text)]
    return 2 <= len(words) <= 4 and any(word in _media()["paper_words"] for word in words)


@cache
def _media_words() -> frozenset[str]:
    return frozenset(_media()["media_words"])
