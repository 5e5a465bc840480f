"""The codes of the guidelines: a state, body or group ("BLR", "UN"), with a sector behind a colon ("USA:MIL")."""

UNKNOWN = "UNKNOWN"
"""The code, and the id, of a party that a report does not tell."""

_OF_THE_STATE = frozenset({"", "MIL", "COP", "JUD", "LEG"})


def bare(code: str) -> str:
    """The state, body or group of a code, without its sector."""
    return code.partition(":")[0]


def sector_of(code: str) -> str:
    """The sector of a code, empty where it has none."""
    return code.partition(":")[2]


def side_of(code: str) -> str:
    """A code without the sector of forces, police, courts or parliament, whose acts are their state's."""
    return bare(code) if sector_of(code) in _OF_THE_STATE else code
