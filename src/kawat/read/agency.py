"""From whom a report was taken: source lines, the agency in a dateline, and the agency in its closing brackets."""

import re
from collections.abc import Sequence
from functools import cache

from kawat.model import Note
from kawat.read import marks, outlets
from kawat.read.dateline import Dateline
from kawat.read.marks import agency_name, is_medium

STAGE = "read.agency"
_CLOSING = re.compile(r"[(\[]\s*(?P<names>[^()\[\]]{2,60})\s*[)\]][\s.*]*$")
# The sign-off of Reuters: "(Reporting by A in X; Editing by B)".
_SIGN_OFF = re.compile(
    r"\(?\s*(?:Additional reporting|Reporting|Writing|Compiled) by [^()]{3,300}(?:Editing|Writing) by", re.I
)
_ALONE = re.compile(r"[\w .’'-]{2,30}(?:\s*[|/,]\s*[\w .’'-]{2,30}){0,3}")
_BY_AGENCY = re.compile(r"(?:Associated Press|AP) (?:writers?|journalists?|reporters?)\b.{0,200}contributed", re.I)


def from_sources(values: Sequence[str], outlet: str | None) -> tuple[str | None, tuple[Note, ...]]:
    """The agency of the values of source lines; an outlet is not its own source. The others are kept in a note."""
    names: list[str] = []
    for value in values:
        for part in re.split(r"\s*(?:[/,;&+|]|\s(?:dan|and|via)\s)\s*", value):
            name = _shown(part.strip(" .*:()"))
            if name and not _is_own(name, outlet):
                names.append(name)
    return _choose(list(dict.fromkeys(names)))


def from_brackets(text: str, outlet: str | None) -> tuple[str | None, tuple[Note, ...]]:
    """The agency in the brackets that close a report: "(ANTARA/Reuters)", "(AFP/isa)"."""
    match = _CLOSING.search(text[-80:])
    if match is None:
        return None, ()
    parts = [p.strip() for p in re.split(r"[/,;]", match["names"])]
    # Initials of the editors, or the page of the paper ("H-3"), may stand beside the agency, but nothing else.
    named = [name for p in parts if (name := agency_name(p)) is not None and not p.islower()]
    others = [p for p in parts if agency_name(p) is None and not re.fullmatch(r"[\w*.-]{2,5}", p)]
    if not named or any(not is_medium(p) for p in others):
        return None, ()
    return _choose([n for n in dict.fromkeys(named) if not _is_own(n, outlet)])


def from_syndication(text: str, outlet: str | None) -> str | None:
    """From whom a closing line says that the piece was taken over: "Artikel ini diterjemahkan dari BBC News."."""
    if len(text) > marks.MAX_MARK:
        return None
    match = marks.search("syndicated", text) or marks.search("source_inside", text)
    if match is None:
        return None
    if marks.search("translated", match[1]):  # of a language, by a desk or a person
        return None
    name = _shown(match[1].strip(" .*:()"))
    return None if name is None or _is_own(name, outlet) else name


def carried_by(printed: Sequence[str], agency: str | None, outlet: str | None) -> tuple[str, ...]:
    """The other media that the credits of a report name beside its agency, in their order: "Antara/Reuters"."""
    names: list[str] = []
    for credit in printed:
        value = source_value(credit) or credit.strip(" ()[].*")
        parts = [part.strip(" .*:()[]") for part in re.split(r"\s*(?:[/,;&+|]|\s(?:dan|and|via)\s)\s*", value)]
        if any(is_medium(part) for part in parts) and len(value) <= 80:
            names += [agency_name(part) or part for part in parts if is_medium(part) and not part.islower()]
    return tuple(name for name in dict.fromkeys(names) if name != agency and not _is_own(name, outlet))


def from_sign_off(text: str) -> str | None:
    """The agency whose form of closing a report has: that of Reuters, that of AP."""
    if _SIGN_OFF.search(text[:400]):
        return "Reuters"
    return "AP" if _BY_AGENCY.search(text[:400]) else None


def from_dateline(dateline: Dateline | None, outlet: str | None) -> str | None:
    """The agency whose slug a dateline bears, the outlet's own wire included: "MOSCOW (Reuters) -" is of Reuters.

    A relay is its own outlet where no other printed it ("Jakarta (ANTARA) -").
    """
    if dateline is None or dateline.agency is None:
        return None
    if dateline.agency in _relays() and (outlet is None or _is_own(dateline.agency, outlet)):
        return None
    return dateline.agency


def passes_on(agency: str) -> bool:
    """Whether an agency is one that passes others' stories on where a credit names it beside them."""
    return agency.upper() in _relays()


def _shown(part: str) -> str | None:
    if not part or len(part) > 50 or (part.islower() and "." not in part):
        return None
    return agency_name(part) or part


def _is_own(name: str, outlet: str | None) -> bool:
    if outlet is None:
        return False
    own = outlets.by_name(name)
    return name.lower() == outlet.lower() or (own is not None and own.name == outlet)


def _choose(names: Sequence[str]) -> tuple[str | None, tuple[Note, ...]]:
    """Of several the one nearest the event: a national agency that is named beside another passed its story on."""
    if not names:
        return None, ()
    chosen = next((n for n in names if agency_name(n) and n not in _relays()), None) or names[0]
    rest = [n for n in names if n != chosen]
    if not rest:
        return chosen, ()
    return chosen, (Note(STAGE, "more-sources", f"The report also names {', '.join(rest)} as a source."),)


@cache
def _relays() -> frozenset[str]:
    return frozenset({"ANTARA"})


def source_value(line: str) -> str | None:
    """Who a source line names: "Sumber : TASS"; without a colon only a medium ("Sumber BBC Indonesia")."""
    match = marks.fits("source", line)
    if match is not None:
        return match["rest"].strip()
    match = marks.fits("source_plain", line)
    return match["rest"].strip() if match is not None and is_medium(match["rest"]) else None


def is_source_alone(line: str) -> bool:
    """Whether a line is nothing but names of media, one of them an agency's: "REUTERS | AL JAZEERA"."""
    if len(line) > 80 or not _ALONE.fullmatch(line):
        return False
    parts = [p.strip() for p in re.split(r"[|/,]", line)]
    return any(agency_name(p) for p in parts) and all(agency_name(p) or outlets.is_name(p) for p in parts)


def is_bracket(line: str) -> bool:
    """Whether a line is nothing but brackets with an agency in them: "(Antara/Reuters)"."""
    match = closing_agency(line)
    return match is not None and not line[: match.start()].strip()


def closing_agency(text: str) -> re.Match[str] | None:
    """The brackets with an agency that close a paragraph, to be cut from it."""
    match = _CLOSING.search(text)
    if match is None or from_brackets(text, None)[0] is None:
        return None
    return match
