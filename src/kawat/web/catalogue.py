"""The words of the page in the reader's language: English stands in the templates, other languages in catalogues."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from kawat.text import read_toml

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "id": "Bahasa Indonesia"}


@cache
def catalogue(language: str) -> dict[str, str]:
    """English → the words of a language; empty for English. Raises `TableError` where the file is wrong."""
    if language == ENGLISH:
        return {}
    return {str(k): str(v) for k, v in read_toml(files("kawat.web") / "catalogue" / f"{language}.toml").items()}


def translator(language: str) -> Callable[[str], str]:
    """A function from English to a language; words that its catalogue lacks stay English."""
    words = catalogue(language)
    return lambda english: words.get(english, english)


def choose(asked: str | None, remembered: str | None, accepted: str) -> str:
    """The language of the address, else of the cookie, else the first that the browser accepts and we have."""
    for language in (asked, remembered, *_accepted(accepted)):
        if language in LANGUAGES:
            return str(language)
    return ENGLISH


def _accepted(header: str) -> Sequence[str]:
    """The languages of an Accept-Language header, the most wanted first; what is malformed is passed over."""
    found: list[tuple[float, str]] = []
    for part in header[:200].split(","):
        tag, _, weight = part.partition(";q=")
        try:
            found.append((-float(weight or 1), tag.strip().partition("-")[0].lower()))
        except ValueError:
            continue
    # "in" is what Java still says for Indonesian.
    return ["id" if tag == "in" else tag for _, tag in sorted(found, key=lambda one: one[0])]
