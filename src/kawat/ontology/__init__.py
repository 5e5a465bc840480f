"""The sixteen PLOVER types as data, and the cue tables that find them in a language."""

from kawat.ontology.contexts import contexts
from kawat.ontology.cues import Cue, CueTable, Found, cues
from kawat.ontology.forms import Voice
from kawat.ontology.types import Mode, TypeInfo, cameo, event_types, goldstein, type_info

__all__ = [
    "Cue",
    "CueTable",
    "Found",
    "Mode",
    "TypeInfo",
    "Voice",
    "cameo",
    "contexts",
    "cues",
    "event_types",
    "goldstein",
    "type_info",
]
