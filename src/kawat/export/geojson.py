"""Claims → GeoJSON (RFC 7946): a point for every claim whose place has coordinates, with all that a row says.

Degrees are exact to one decimal; `precision` says what they are of: a settlement or site, the middle of a province or a
water, or of something wider, which serves a map and no measure. A claim told of a state alone or of an unknown place
has a null geometry, as one without a place; programs for maps list those without drawing them.
"""

import json

from kawat import knowledge
from kawat.export.take import ClaimLike, Parcel, Take, iso
from kawat.model import Place


def make(take: Take) -> Parcel:
    """One feature a claim, its id that of the claim; where the file comes from stands beside the features."""
    features = [_feature(claim) for claim in take.claims]
    whole = {"type": "FeatureCollection", "kawat": take.provenance.to_dict(), "features": features}
    unplaced = sum(one["geometry"] is None for one in features)
    notes = (f"{unplaced} without a point: they tell no place, or one without coordinates",) if unplaced else ()
    return Parcel((json.dumps(whole, ensure_ascii=False, default=iso, indent=1) + "\n").encode("utf-8"), notes=notes)


def found(place: Place | None) -> knowledge.Place | None:
    """Where a place of a claim lies; None where the tables do not have it."""
    return knowledge.place(place.id) if place is not None and place.id else None


def degrees(place: Place | None) -> tuple[str, str]:
    """Latitude and longitude for a table, where they are of the place itself and of nothing wider; else both empty."""
    lies = found(place)
    if lies is None or lies.latitude is None or lies.precision is knowledge.Precision.WIDE:
        return "", ""
    return str(lies.latitude), str(lies.longitude)


def _feature(claim: ClaimLike) -> dict[str, object]:
    lies = found(claim.place)
    of_place = {
        "place_id": claim.place.id if claim.place is not None else None,
        "place_state": lies.state if lies is not None else None,
        "precision": lies.precision.value if lies is not None else None,
    }
    point: dict[str, object] | None = None
    if lies is not None and lies.latitude is not None and lies.longitude is not None:
        point = {"type": "Point", "coordinates": [lies.longitude, lies.latitude]}
    return {"type": "Feature", "id": claim.id, "geometry": point, "properties": {**claim.to_dict(), **of_place}}
