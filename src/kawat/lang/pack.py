"""A language is a folder of small tables; this module is the only door to them."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kawat.errors import TableError
from kawat.text import read_toml

LANGUAGES = ("id", "en")


def folder(language: str) -> Traversable:
    """The folder of a language's tables. Raises `TableError` for a language that Kawat has no pack for."""
    if language not in LANGUAGES:
        raise TableError(f"no language pack for {language!r}; there are {', '.join(LANGUAGES)}")
    return files("kawat.lang") / language


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The TOML table `<language>/<name>.toml`, read once; treat it as read-only."""
    return read_toml(folder(language) / f"{name}.toml")
