"""Stored accounts, each read as far as it is needed; one that cannot be read is left out."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from kawat.corroborate.accounts import Account
from kawat.corroborate.merging import Merged, merged
from kawat.corroborate.outlines import Outline, outlined, unpacked

_Read = TypeVar("_Read")


class Kept(NamedTuple):
    """A stored account: its outline, and what reads the whole of it, None where that cannot be read."""

    outline: Outline
    whole: Callable[[], Account | None]


def kept(line: str, who: Merged) -> Kept | None:
    """The stored account of a line, with the parties as `who` merges them; None for a line of an older Kawat."""
    outline = next(_readable((line,), outlined), None)
    if outline is None:
        return None
    return Kept(merged(outline, who), lambda: next(readable((line,), who), None))


def readable(lines: Iterable[str], who: Merged) -> Iterator[Account]:
    """The accounts of lines, with the parties as `who` merges them."""
    return (merged(one, who) for one in _readable(lines, unpacked))


def _readable(lines: Iterable[str], read: Callable[[str], _Read]) -> Iterator[_Read]:
    for line in lines:
        try:
            yield read(line)
        except msgspec.ValidationError:  # of an older Kawat: such claims are compared once they are read again
            continue
