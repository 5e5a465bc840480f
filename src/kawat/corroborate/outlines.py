"""How an account is kept beside its claim, and as much of it as says whether it is worth being read whole.

Linking meets hundreds of stored accounts for each few that it links. An outline is read in a quarter of the time of an
account; it has no words of the sentence, but bits that say which words cannot be among them.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from zlib import crc32

import msgspec

from kawat.corroborate.accounts import Account, heads
from kawat.model import EventType, Status

_BITS = 128


class Spread(NamedTuple):
    """Terms as bits of a number, and how many terms they are; two terms may share a bit."""

    bits: int
    size: int

    def most_shared(self, other: "Spread") -> int:
        """How many terms two sets can have in common at the most."""
        doubled = min(self.size - self.bits.bit_count(), other.size - other.bits.bit_count())
        return min((self.bits & other.bits).bit_count() + doubled, self.size, other.size)


def spread(terms: Iterable[str]) -> Spread:
    """The bits of some terms; the same in every process."""
    bits = size = 0
    for term in terms:
        bits |= 1 << crc32(term.encode()) % _BITS
        size += 1
    return Spread(bits, size)


class Outline(msgspec.Struct, frozen=True, gc=False):
    """An account without its words: fields as of `Account`.

    `spread` and `spread_abroad` are the bits, in hexadecimal, and the number of all terms of the sentence, and of those
    that reports of two languages share; None in what an older Kawat kept.
    """

    id: str
    article: str
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[str, ...]
    start: date | None
    end: date | None
    own: bool
    place: str | None
    reported: date | None
    published: datetime | None
    language: str | None
    deed: frozenset[str]
    letters: str
    doers: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    spread: tuple[str, int] | None = None
    spread_abroad: tuple[str, int] | None = None

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part, as of `Account`."""
        return heads(self.actors, self.recipients)


_ACCOUNTS = msgspec.json.Decoder(Account)
_OUTLINES = msgspec.json.Decoder(Outline)


def packed(one: Account) -> str:
    """An account as a line of text, from which an outline can be read too."""
    told: dict[str, object] = msgspec.to_builtins(one, order="deterministic")
    abroad = one.wording.subjects | one.wording.names
    for name, terms in (("spread", one.wording.stems | abroad), ("spread_abroad", abroad)):
        bits, size = spread(terms)
        told[name] = (f"{bits:x}", size)
    return msgspec.json.encode(told).decode()


def unpacked(line: str) -> Account:
    """The account that `packed` made the line of. Raises `msgspec.ValidationError` for another."""
    return _ACCOUNTS.decode(line)


def outlined(line: str) -> Outline:
    """The outline of the account that `packed` made the line of. Raises `msgspec.ValidationError` for another."""
    return _OUTLINES.decode(line)
