"""Stored accounts, each read as far as it is needed; one of an older Kawat that cannot be read is left out."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

import msgspec

from kawat.corroborate.accounts import Account
from kawat.corroborate.merging import Merged, merged
from kawat.corroborate.outlines import Outline, outlined, unpacked


class Kept(NamedTuple):
    """A stored account: its outline, and what reads the whole of it, None where that cannot be read."""

    outline: Outline
    whole: Callable[[], Account | None]


def kept(line: str, who: Merged) -> Kept | None:
    """The stored account of a line, with the parties as `who` merges them; None for a line of an older Kawat."""
    try:
        outline = merged(outlined(line), who)
    except msgspec.ValidationError:  # such claims are compared once they are read again
        return None
    return Kept(outline, lambda: next(readable((line,), who), None))


def readable(lines: Iterable[str], who: Merged) -> Iterator[Account]:
    """The accounts of lines, with the parties as `who` merges them."""
    for line in lines:
        with suppress(msgspec.ValidationError):
            yield merged(unpacked(line), who)
