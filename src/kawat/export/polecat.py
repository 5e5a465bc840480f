"""Claims → POLECAT: 40 columns, tab-separated, UTF-8, with a header, and a sidecar for what they cannot say.

A row is a claim and one of its actors and recipients. Columns that Kawat does not know (COW and Wikipedia numbers,
districts) are left empty.
"""

from kawat import knowledge, ontology
from kawat.export.csv_table import guarded
from kawat.export.gdelt import Pair, pairs
from kawat.export.geojson import degrees
from kawat.export.take import ClaimLike, Parcel, Take, clean, json_lines
from kawat.model import Date, Entity
from kawat.model.codes import UNKNOWN

_SIDE = (
    *("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw"),
    "Wikipedia {} ID",
)
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(part.format("Actor") for part in _SIDE),
    *(part.format("Recipient") for part in _SIDE),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The columns of the POLECAT codebook, in their order; countries are given by name, as there."""

_GOVERNMENT = "GOV"
_NUMBERS = ("Intensity", "Latitude", "Longitude")


def make(take: Take) -> Parcel:
    """The table and its sidecar."""
    lines = ["\t".join(COLUMNS) + "\n"]
    beside: list[dict[str, object]] = [{"export": take.provenance.to_dict()}]
    for claim in take.claims:
        ids = []
        for number, pair in enumerate(pairs(claim)):
            row = _row(claim, number, pair)
            ids.append(row["Event ID"])
            lines.append("\t".join(row[name] for name in COLUMNS) + "\n")
        beside.append({"Event ID": ids, "claim": claim.to_dict()})
    return Parcel("".join(lines).encode("utf-8"), json_lines(beside))


def _row(claim: ClaimLike, number: int, pair: Pair) -> dict[str, str]:
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "Event ID": f"{claim.id}-{number}",
        "Event Date": _day(claim.date),
        "Event Type": claim.type.value,
        "Event Mode": claim.mode or "",
        "Intensity": "" if claim.goldstein is None else str(claim.goldstein),
        "Quad Code": ontology.type_info(claim.type).quad.upper(),
        "Contexts": ";".join(claim.contexts),
        **_side("Actor", pair[0]),
        **_side("Recipient", pair[1]),
        **_place(claim),
        "Source": claim.header.outlet or "",
        "Publication Date": claim.header.published.date().isoformat() if claim.header.published else "",
        "Language": claim.header.language or "",
        "Version": claim.header.pipeline,
    }
    return {name: cell if name in _NUMBERS else guarded(clean(cell)) for name, cell in row.items()}


def _day(date: Date | None) -> str:
    """The day where there is one; a month or year is only in the sidecar."""
    return date.start.isoformat() if date is not None and date.start == date.end else ""


def _side(side: str, entity: Entity | None) -> dict[str, str]:
    if entity is None or entity.code == UNKNOWN:
        return {}
    head, _, sector = entity.code.partition(":")
    known = knowledge.get(head)
    is_state = known is not None and known.id == known.state
    sectors = (sector or _GOVERNMENT) if is_state else ""
    return {
        f"{side} Name": known.name if known and entity.id == head else entity.name,
        f"{side} Country": known.name if known and is_state else "",
        f"Primary {side} Sector": sectors,
        f"{side} Sectors": sectors,
        f"{side} Title": entity.role or "",
        f"{side} Name Raw": entity.name,
    }


def _place(claim: ClaimLike) -> dict[str, str]:
    if claim.place is None:
        return {}
    known = knowledge.get(claim.place.id) if claim.place.id else None
    state = knowledge.get(known.state) if known and known.state else None
    latitude, longitude = degrees(claim.place)
    return {
        "Placename": claim.place.name,
        "Country": state.name if state else "",
        "Latitude": latitude,
        "Longitude": longitude,
        "Raw Placename": claim.place.raw,
    }
