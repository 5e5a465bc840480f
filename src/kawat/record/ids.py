"""Stable ids from raw parts: never from offsets, so that a better reader or coder renames nothing."""

from hashlib import sha256


def make_id(prefix: str, *parts: str) -> str:
    """`prefix` and 16 hex digits; the same parts give the same id for ever, other parts another one."""
    # The unit separator cannot stand in normalised text, so ("a", "bc") and ("ab", "c") differ.
    return prefix + sha256("\x1f".join(parts).encode()).hexdigest()[:16]


class Counter:
    """Tells apart parts that stand more than once: the first is 1, the next 2."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], int] = {}

    def next(self, *parts: str) -> int:
        self._seen[parts] = self._seen.get(parts, 0) + 1
        return self._seen[parts]
