"""The opening of a report, where it was filed and by whom: "MOSKOW, KOMPAS.TV - ", "MOSCOW, March 11 (TASS) -"."""

import re
from dataclasses import dataclass
from functools import cache

from kawat import knowledge
from kawat.lang import LANGUAGES
from kawat.lang.calendar import all_calendars, spellings
from kawat.read import outlets
from kawat.read.marks import agency_name, agency_pattern, fits, names_paper

_MAX = 110
_DASH = re.compile(r"\s*(?:--+|—|–|―)\s*|\s+-\s*|\s*-\s+|\s*:\s+")
_PLACE_WORD = r"[^\W\d_](?:[^\W\d_]|['’`.-])*"
_SMALL = frozenset(
    [
        "al",
        "el",
        "as",
        "ar",
        "di",
        "de",
        "da",
        "del",
        "la",
        "las",
        "los",
        "le",
        "of",
        "the",
        "and",
        "the",
        "on",
        "upon",
        "en",
        "bin",
    ]
)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a paragraph's dateline ends (its dash and the space behind included), its place and who stands in it."""

    end: int
    place: str | None
    outlet: str | None
    agency: str | None


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    months = spellings(all_calendars().months)
    day = rf"(?:(?:{months})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{months})\.?)(?:,?\s+\d{{4}})?"
    # "Suva, 3/4/2023 (Antara)"; "Selasa (3/4/2023)" is a time that the lead tells.
    day += r"|(?<![(\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?!\d)"
    names = rf"(?:{outlets.name_pattern()}|{agency_pattern()}|[\w-]+\.(?:com|co\.id|id|co|tv|net|org))"
    # "MOSCOW, March 11. /TASS/. "
    slashed = re.compile(rf"(?P<place>[^/.:]{{2,60}}?),\s+(?:{day})\.?\s*/(?P<name>[^/]{{2,30}})/\.?[\s—–-]*", re.I)
    # "RMOL. ", "KONTAN.CO.ID - JAKARTA. "
    stopped = re.compile(rf"(?P<name>{names})(?:\s+-\s+(?P<place>(?-i:[A-Z]{{3,}}[A-Z ]*)))?\.\s+(?=[A-Z\"“])", re.I)
    weekdays = spellings(w for w in all_calendars().weekdays if len(w) > 3)
    # "HONIARA, Sunday (Example Wire) --"; a weekday is none behind another word: "PULAU MINGGU"
    dated = re.compile(rf"\b(?:{day})\.?|(?<=,)\s*(?:{weekdays})\b\.?(?=\s*(?:[,(]|\Z))", re.I)
    # "ASTANA, Selasa (3/4/2023) -": a place, and the day of what the lead tells
    told = re.compile(rf"(?P<head>[^,():]{{2,60}},\s+)(?:{weekdays})\s+\(\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)", re.I)
    return slashed, stopped, dated, told


def find_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with. A place alone counts before a dash, never before a colon."""
    slashed, stopped, _, told = _forms()
    if fits("caption", text):  # "FILE - Smoke rises over Tallinn"
        return None
    match = slashed.match(text)
    if match is not None and _is_place(match["place"]):
        return Dateline(match.end(), match["place"].strip(), *_owner(match["name"]))
    match = stopped.match(text)
    if match is not None:
        return Dateline(match.end(), match["place"], *_owner(match["name"]))
    # The first dash may be one inside a name: then the next is tried.
    for stop in _DASH.finditer(text, 2, _MAX + 10):
        following = text[stop.end() : stop.end() + 1]
        if following and following.islower():
            continue
        colon = ":" in stop.group()
        found = _read_head(text[: stop.start()], stop.end(), colon=colon)
        if found is not None:
            return found
        day = None if colon else told.fullmatch(text, 0, stop.start())
        if day is not None and (found := _read_head(day["head"], day.end("head"), colon=False)) is not None:
            return found
    return None


def is_filed(text: str) -> bool:
    """Whether a paragraph opens with a dateline that is one for certain: by who filed it, or by a known place."""
    dateline = find_dateline(text)
    if dateline is None:
        return False
    known = dateline.place is not None and any(knowledge.places(language).get(dateline.place) for language in LANGUAGES)
    return known or dateline.outlet is not None or dateline.agency is not None


def _read_head(head: str, end: int, *, colon: bool) -> Dateline | None:
    """The parts of "LVIV, Ukraine (AP)": each must be a place, an owner or a day."""
    _, _, dated, _ = _forms()
    places: list[str] = []
    outlet = agency = None
    owned = bracketed = False
    for part in re.split(r"[,()\[\]]", dated.sub(",", head)):
        item = part.strip(" .*")
        if not item:
            continue
        if f"({item}" in head and not _names_owner(item) and names_paper(item):
            agency, owned = agency or item, True
        elif ((bracketed or owned or places) and _names_owner(item)) or outlets.is_name(item) or names_paper(item):
            found_outlet, found_agency = _owner(item)
            outlet, agency = outlet or found_outlet, agency or found_agency
            owned = True
        elif f"({item})" in head and _is_unknown_owner(item, places):
            agency, owned = agency or item, True
        elif _is_place(item) and len(places) < 3:
            places.append(item)
        elif not places and not owned and _are_places(item):  # "SEOUL/TOKYO (Kyodo) -"
            places += item.split("/")[:2]
        else:
            return None
        bracketed = True
    if not owned and not places:
        return None
    if not owned and len(places) > 1 and _names_paper_before(*places[:2]):  # "LENSA TIMUR, TALLINN --"
        outlet, owned = places.pop(0), True
    short = len(dated.sub(",", head).replace(",", " ").split()) <= 3
    if not owned and (colon or len(places) > 2 or not (places[0].isupper() or short)):
        return None
    if colon and not (places and (places[0].isupper() or owned)):
        return None
    return Dateline(end, ", ".join(places[:1]) or None, outlet, agency)


def _is_unknown_owner(item: str, places: list[str]) -> bool:
    """ "PUERTO PRINCESA, Philippines, Jan. 21 (PNS) -": what stands in brackets behind a place in capitals is who filed
    the report, unless it is known as a place."""
    if not places or not places[0].isupper() or not re.fullmatch(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}", item):
        return False
    return not any(
        knowledge.places(language).get(item) or knowledge.names(language).get(item) for language in LANGUAGES
    )


def _names_paper_before(item: str, place: str) -> bool:
    """Whether words of no table stand before a city, and not before its state: those of whoever printed the report."""
    if not (item.isupper() and place.isupper()) or len(item.split()) == 1:
        return False
    known = {f.known_id for language in LANGUAGES for f in knowledge.places(language).get(place.title())}
    return any(k.startswith("l:") for k in known) and not any(
        knowledge.places(language).get(item.title()) for language in LANGUAGES
    )


def _names_owner(item: str) -> bool:
    return all(outlets.is_name(p) or agency_name(p) is not None for p in item.split("/")) or bool(
        re.fullmatch(r"[A-Z][A-Za-z]+(?:/\w+)+", item)
    )


def _owner(item: str) -> tuple[str | None, str | None]:
    """Outlet and agency of an owner's name; of "ANTARA/Reuters" the first is the outlet, the last named the agency."""
    parts = [p.strip() for p in item.split("/")]
    named = [name for p in parts if (name := agency_name(p)) is not None]
    outlet = next((o.name for p in parts if (o := outlets.by_name(p)) is not None), None)
    agency = next((n for n in reversed(named)), None)
    if outlet is None and agency is None:
        return item, None
    return outlet, agency


def _are_places(item: str) -> bool:
    parts = item.split("/")
    if len(parts) < 2 or not all(_is_place(p) and agency_name(p) is None for p in parts):
        return False
    return item.isupper() or all(any(knowledge.places(language).get(p) for language in LANGUAGES) for p in parts)


def _is_place(item: str) -> bool:
    words = item.split()
    if not 1 <= len(words) <= 5 or len(item) > 40 or not item[:1].isupper():
        return False
    if not all(re.fullmatch(_PLACE_WORD, w) for w in words):
        return False
    return all(w[0].isupper() or w.lower() in _SMALL for w in words) and len(_LETTERS.findall(item)) > 1
