"""How Kawat signs what it judges, so that what people judge is told from it."""

KAWAT = "kawat "
"""How every signature of Kawat begins, in these very letters; its version follows. No person signs so."""


def signs_kawat(by: str) -> bool:
    """Whether a signature is one of Kawat's versions; "Kawat desk" is not."""
    return by.startswith(KAWAT)
