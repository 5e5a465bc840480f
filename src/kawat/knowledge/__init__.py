"""Known actors, their offices with dates, agencies, outlets and places: the only door to those tables."""

from kawat.knowledge.door import (
    agency,
    code_of,
    full_names,
    get,
    heads_called,
    holders,
    holders_of,
    lookup,
    medium,
    names,
    offices_of,
    outlet,
    places,
    serving,
)
from kawat.knowledge.gazetteer import Place, Precision, place
from kawat.knowledge.types import Form, Known, Medium, MediumKind, Office, Role, Sense

__all__ = [
    "Form",
    "Known",
    "Medium",
    "MediumKind",
    "Office",
    "Place",
    "Precision",
    "Role",
    "Sense",
    "agency",
    "code_of",
    "full_names",
    "get",
    "heads_called",
    "holders",
    "holders_of",
    "lookup",
    "medium",
    "names",
    "offices_of",
    "outlet",
    "place",
    "places",
    "serving",
]
