"""Claims → GDELT 2.0 Events: 61 columns, tab-separated, without a header, and a sidecar for what they cannot say.

A row is an act and two of its parties. Codes are text ("057" keeps its zero). A day, month or year is given only where
the words are as exact; places have a FIPS country, a name and, where the tables know them, degrees to one decimal;
tone is left empty. `DATEADDED` is when the first report was published, in UTC, so that the same claims give the same
bytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC
from hashlib import sha256
from itertools import combinations, product
from typing import Protocol

from kawat import knowledge
from kawat.export.codes import CameoActor, cameo_actor, states
from kawat.export.csv_table import guarded
from kawat.export.geojson import degrees
from kawat.export.take import ClaimLike, Parcel, Take, clean, json_lines
from kawat.model import Date, Entity, Place
from kawat.model.codes import UNKNOWN

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
_TYPES = ("Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

COLUMNS = (
    *("GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{part}" for part in (*_ACTOR, *_TYPES)),
    *(f"Actor2{part}" for part in (*_ACTOR, *_TYPES)),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"Actor1Geo_{part}" for part in _GEO),
    *(f"Actor2Geo_{part}" for part in _GEO),
    *(f"ActionGeo_{part}" for part in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""The columns of the GDELT 2.0 Event codebook, in their order."""

Pair = tuple[Entity | None, Entity | None]


def make(take: Take) -> Parcel:
    """The table and its sidecar. A claim without a CAMEO code is only in the sidecar."""
    acts: dict[tuple[str, str, str, str], list[tuple[ClaimLike, Pair]]] = defaultdict(list)
    uncoded = [claim for claim in take.claims if claim.cameo is None]
    for claim in take.claims:
        for pair in pairs(claim) if claim.cameo is not None else ():
            one, other = (party.id if party else "" for party in pair)
            acts[claim.event, str(claim.cameo), one, other].append((claim, pair))
    lines: list[str] = []
    beside: list[dict[str, object]] = [{"export": take.provenance.to_dict()}]
    undated = 0
    for key, told in acts.items():
        row = _row(key, told)
        undated += not row["Day"]
        lines.append("\t".join(row[name] for name in COLUMNS) + "\n")
        beside.append({"GlobalEventID": row["GlobalEventID"], "cannot_say": _unsaid(told), "claims": _rows(told)})
    beside += [{"GlobalEventID": None, "cannot_say": ["no CAMEO code"], "claims": [c.to_dict()]} for c in uncoded]
    notes = [f"{len(uncoded)} without a CAMEO code only in the sidecar"] if uncoded else []
    if undated:  # a reader that takes the column for a date stops there
        notes.append(f"{undated} of {len(lines)} rows have an empty Day (SQLDATE): their reports tell no exact day")
    return Parcel("".join(lines).encode("utf-8"), json_lines(beside), tuple(notes))


class Sided(Protocol):
    """Who does it, and to whom."""

    @property
    def actors(self) -> tuple[Entity, ...]: ...
    @property
    def recipients(self) -> tuple[Entity, ...]: ...


def pairs(claim: Sided) -> Iterator[Pair]:
    """Who does it to whom; of a mutual act, every two of its parties, in the order of the report."""
    if claim.recipients:
        yield from product(claim.actors or (None,), claim.recipients)
    elif len(claim.actors) > 1:
        yield from combinations(claim.actors, 2)
    else:
        yield (claim.actors[0] if claim.actors else None), None


def _row(key: tuple[str, str, str, str], told: Sequence[tuple[ClaimLike, Pair]]) -> dict[str, str]:
    claim, (one, other) = min(told, key=lambda each: _order(each[0]))
    code = key[1]
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "GlobalEventID": _number("|".join(key)),
        **_day(claim.date),
        **_actor("Actor1", one),
        **_actor("Actor2", other),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(quad(code)),
        "GoldsteinScale": "" if claim.goldstein is None else str(claim.goldstein),
        "NumMentions": str(len({c.id for c, _ in told})),
        "NumSources": str(len({c.header.outlet or c.header.source for c, _ in told})),
        "NumArticles": str(len({c.header.article for c, _ in told})),
        **_place(claim.place),
        "DATEADDED": claim.header.published.astimezone(UTC).strftime("%Y%m%d%H%M%S") if claim.header.published else "",
        "SOURCEURL": guarded(clean(claim.header.url or claim.header.source)),
    }
    return row


def _order(claim: ClaimLike) -> tuple[str, str]:
    published = claim.header.published
    return (published.astimezone(UTC).isoformat() if published else "9999", claim.id)


def _number(key: str) -> str:
    # 52 bits: R and JavaScript keep a number of that size exactly.
    return str(int(sha256(key.encode("utf-8")).hexdigest()[:13], 16))


def quad(code: str) -> int:
    """GDELT's QuadClass: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _day(date: Date | None) -> dict[str, str]:
    """As much of a date as is known: a month has no day, and what lies in two years has none of the three."""
    if date is None:
        return {}
    first, last = date.start, date.end
    said: dict[str, str] = {}
    if first == last:
        passed = (first.month * 30 + first.day) / 365  # as the codebook counts it, months of thirty days
        said = {"Day": f"{first:%Y%m%d}", "FractionDate": f"{first.year + min(passed, 0.9999):.4f}"}
    if (first.year, first.month) == (last.year, last.month):
        said["MonthYear"] = f"{first:%Y%m}"
    if first.year == last.year:
        said["Year"] = f"{first:%Y}"
    return said


def _actor(column: str, entity: Entity | None) -> dict[str, str]:
    if entity is None or entity.code == UNKNOWN:
        return {}
    actor = cameo_actor(entity)
    return {
        f"{column}Code": actor.code,
        f"{column}Name": guarded(clean(entity.name).upper()),
        f"{column}CountryCode": actor.country,
        f"{column}KnownGroupCode": actor.group,
        f"{column}Type1Code": actor.type,
    }


def _place(place: Place | None) -> dict[str, str]:
    if place is None:
        return {}
    known = knowledge.get(place.id) if place.id else None
    codes = states().get(known.state or "") if known else None
    latitude, longitude = degrees(place)
    return {
        "ActionGeo_Type": "1" if known and known.id == known.state else "",  # 1: a country; finer kinds are not known
        "ActionGeo_Fullname": guarded(clean(place.name)),
        "ActionGeo_CountryCode": codes.fips if codes else "",
        "ActionGeo_Lat": latitude,
        "ActionGeo_Long": longitude,
    }


def _rows(told: Sequence[tuple[ClaimLike, Pair]]) -> list[dict[str, object]]:
    return [claim.to_dict() for claim, _ in told]


def _unsaid(told: Sequence[tuple[ClaimLike, Pair]]) -> list[str]:
    """What the row does not say of its claims."""
    claims = [claim for claim, _ in told]
    said = [f"status {status}" for status in sorted({claim.status.value for claim in claims}) if status != "asserted"]
    if any(claim.date is None for claim in claims):
        said.append("no date is known")
    if any(claim.date is not None and claim.date.start != claim.date.end for claim in claims):
        said.append("an exact day is not known")
    parties = [party for _, pair in told for party in pair if party is not None]
    said += sorted({f"no CAMEO code for {p.code}" for p in parties if p.code != UNKNOWN and not _whole(p)})
    if not claims[0].recipients and len(claims[0].actors) > 1:
        said.append("the act is mutual")
    return said


def _whole(entity: Entity) -> bool:
    actor: CameoActor = cameo_actor(entity)
    return actor.whole
