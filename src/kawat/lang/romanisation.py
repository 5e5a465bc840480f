"""The sound of a name, whichever language's spelling of it a report uses: "Peskow" and "Peskov" are one."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from kawat.errors import TableError
from kawat.text import read_tsv

COLUMNS = ("written", "sound", "note")
_VOWELS = re.compile(r"[aeiou]+")


@cache
def rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of spelling in their order. Raises `TableError` for one that is no regular expression."""
    path = files("kawat.lang") / "romanisation.tsv"
    found = []
    for number, row in read_tsv(path, COLUMNS):
        try:
            found.append((re.compile(row["written"]), row["sound"]))
        except re.error as error:
            raise TableError(f"{path}:{number}: {row['written']!r} is no regular expression: {error}") from error
    return tuple(found)


def unmarked(text: str) -> str:
    """Small letters without marks: "Erdoğan" and "Erdogan" are one."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def sound(part: str) -> str:
    """The sound of one part of a name, in small letters without marks."""
    bare = unmarked(part)
    for written, spoken in rules():
        bare = written.sub(spoken, bare)
    return bare


def consonants(spoken: str) -> str:
    """What is left of a sound without its vowels; the sound itself where that is less than two letters."""
    left = _VOWELS.sub("", spoken)
    return left if len(left) > 1 else spoken
