"""Which language a report is in."""

import re
from functools import cache
from typing import Any

from kawat.lang import LANGUAGES, table
from kawat.model import Note
from kawat.text import fold

STAGE = "read.language"
_SAMPLE = 6_000  # code points: enough to tell a language, however long the report is
_LETTERS = 60
# A headline: too few letters to name any language by, but one of ours is told apart from all others.
_FEWEST = 20
_LIKELY = 0.5
# The languages that news reaches us in; dialects and languages of few newspapers would only draw short texts away.
_CANDIDATES = [
    "ar",
    "bn",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hu",
    "id",
    "it",
    "ja",
    "jv",
    "km",
    "ko",
    "lo",
    "ms",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "sw",
    "ta",
    "th",
    "tl",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]


def language_of(text: str, claimed: str | None) -> tuple[str | None, tuple[Note, ...]]:
    """ISO 639-1 code of a text, or None with a note where it is too short or not like any language.

    `claimed` is what the page says of itself; it only decides between Indonesian and Malay.
    """
    sample = text[:_SAMPLE]
    letters = len(re.findall(r"[^\W\d_]", sample))
    too_short = None, (Note(STAGE, "language-unknown", "The text is too short to tell its language."),)
    if letters < _FEWEST:
        return too_short
    code, share = _identifier().classify(sample)
    if code in ("id", "ms", "jv"):
        code = _indonesian_or_malay(sample, claimed)
    if letters < _LETTERS and code not in LANGUAGES:
        return too_short
    if share < _LIKELY and code not in LANGUAGES:
        return None, (Note(STAGE, "language-unknown", "The text is like no single language."),)
    if code not in LANGUAGES:
        return code, (
            Note(STAGE, "language-foreign", f"The text is in {code!r}, which Kawat does not read for claims."),
        )
    return code, ()


@cache
def _identifier() -> Any:
    # Imported here: loading its model takes longer than starting the command line may.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES)
    return identifier


def _indonesian_or_malay(sample: str, claimed: str | None) -> str:
    """The two share most words: those that only one of them has decide, then what the page says."""
    words = fold(sample)
    typical, foreign = (
        sum(len(re.findall(rf"\b{re.escape(w)}\b", words)) for w in table("id", "bylines")["language"][key])
        for key in ("typical", "foreign")
    )
    if typical == foreign:
        # Short wire copy often has none of them; most of it that reaches an Indonesian reader is Indonesian.
        return "ms" if claimed == "ms" else "id"
    return "id" if typical > foreign else "ms"
