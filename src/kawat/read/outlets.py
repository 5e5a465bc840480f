"""Outlets: one table each in `sites/`, found by host or by the names that a page prints."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timezone
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from kawat.errors import TableError
from kawat.lang.calendar import utc_offset
from kawat.text import any_of, fold, read_toml

_KEYS = {"name", "hosts", "names", "language", "zone", "zones", "example"}
_DOMAIN = re.compile(r"(?:www\.|m\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|co\.id|id|co|tv|net|org|news|co\.uk|cn|ru)", re.I)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet. `zone` is that of its clocks where a page prints none (None: not one zone), `zones` what an ambiguous
    zone name means on its pages, `example` a line in its style that a test reads.
    """

    slug: str
    name: str
    hosts: tuple[str, ...]
    names: tuple[str, ...]
    language: str
    zone: timezone | None
    zones: Mapping[str, timezone]
    example: str


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet with a table, by file name. Raises `TableError` for a wrong table."""
    tables = sorted((f for f in (files("kawat.read") / "sites").iterdir() if f.name.endswith(".toml")), key=str)
    return tuple(_outlet(f.name.removesuffix(".toml"), read_toml(f)) for f in tables)


def by_host(url: str) -> Outlet | None:
    """The outlet of a URL or host name; the longest host that fits wins. None too for what is no address."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:  # a bracket that opens no address of six parts: "http://[page]/"
        return None
    fits = [(len(h), o) for o in outlets() for h in o.hosts if host == h or host.endswith(f".{h}")]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def by_name(name: str, language: str | None = None) -> Outlet | None:
    """The outlet that goes by a name; of several, one of the language."""
    found = _by_name().get(_key(name), ())
    return next((o for o in found if o.language == language), found[0] if found else None)


def is_name(text: str) -> bool:
    """Whether words are the name of an outlet, or look like a web address that serves as one."""
    return bool(_by_name().get(_key(text))) or _DOMAIN.fullmatch(text.strip()) is not None


def name_pattern() -> str:
    """A regular expression for every name of an outlet, longest first."""
    return any_of(name for o in outlets() for name in (o.name, *o.names))


@cache
def _by_name() -> dict[str, tuple[Outlet, ...]]:
    index: dict[str, list[Outlet]] = {}
    for outlet in outlets():
        for name in dict.fromkeys(map(_key, (outlet.name, *outlet.names, *outlet.hosts))):
            index.setdefault(name, []).append(outlet)
    return {name: tuple(found) for name, found in index.items()}


def _key(name: str) -> str:
    return " ".join(fold(name).removeprefix("www.").split())


def _outlet(slug: str, row: Mapping[str, Any]) -> Outlet:
    where = f"read/sites/{slug}.toml"
    if unknown := set(row) - _KEYS:
        raise TableError(f"{where}: unknown keys {', '.join(sorted(unknown))}")
    try:
        return Outlet(
            slug,
            row["name"],
            tuple(row["hosts"]),
            tuple(row["names"]),
            row["language"],
            _zone(where, row["zone"]) if "zone" in row else None,
            {fold(name): _zone(where, offset) for name, offset in row.get("zones", {}).items()},
            row["example"],
        )
    except KeyError as error:
        raise TableError(f"{where}: {error} is missing") from error


def _zone(where: str, offset: str) -> timezone:
    ahead = utc_offset(offset)
    if ahead is None:
        raise TableError(f"{where}: {offset!r} is not of the form +07:00")
    return timezone(ahead)
