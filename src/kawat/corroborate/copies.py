"""Reports that carry each other's words: wire copy whole or in part, and the same agency's story in two languages.

Copies are looked for by MinHash of five-word shingles (whole stories) and by long sentences (passages), and found by
the shingles themselves: what share of the shorter body stands in the other.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kawat.corroborate.credited import mark_of, named
from kawat.corroborate.sketches import containment, sketched
from kawat.model import Relay, RelayKind

_WHOLE = 0.8  # of the shorter body, where the longer is not half as long again
_SHARE = 0.5
_SHINGLES = 10
_SHARE_OF_ONE_AGENCY = 0.2
_SHINGLES_OF_ONE_AGENCY = 5  # a sentence of nine words
_LONG_PASSAGE = 40  # shingles: nobody writes a paragraph twice

_TRANSLATED_WITHIN = timedelta(days=1, hours=12)
_ALIGNED = 0.5


@dataclass(frozen=True, slots=True)
class Body:
    """The running text of a report and who is credited for it.

    `credits` are marks of the agencies credited with the report (ids, or folded names), `outlet` is who printed it.
    """

    article: str
    text: str
    language: str | None
    credits: frozenset[str]
    published: datetime | None
    outlet: str | None = None


def copied(one: Body, other: Body) -> Relay | None:
    """Whether one report carries the other's words, whole or in part; None where it does not. Symmetric."""
    mine, theirs = sketched(one.text), sketched(other.text)
    share, shared = containment(mine, theirs)
    if one.credits & other.credits:
        enough = share >= _SHARE_OF_ONE_AGENCY and shared >= _SHINGLES_OF_ONE_AGENCY
    else:
        enough = share >= _SHARE and shared >= _SHINGLES
    if not enough and shared < _LONG_PASSAGE:
        return None
    sizes = len(mine.shingles), len(theirs.shingles)
    alike = max(sizes) < 1.5 * min(sizes)
    kind = RelayKind.WHOLE if share >= _WHOLE and alike else RelayKind.PART
    left, right = sorted((one.article, other.article))
    return Relay(left, right, kind, round(share, 4))


def translated(one: Body, other: Body, aligned: tuple[int, int], claims: tuple[int, int]) -> Relay | None:
    """Whether one report may be the other in another language; None where it is not. Symmetric.

    `aligned` counts the claims of each that have a like in the other, `claims` all claims of each. Both must credit
    the same agency, or one name the other's agency or outlet in its text; the share is lower than a copy's, for two
    stories of one agency on one act look the same.
    """
    if one.language == other.language or not all(claims):
        return None
    if one.published is None or other.published is None or abs(one.published - other.published) > _TRANSLATED_WITHIN:
        return None
    share = sum(aligned) / sum(claims)
    if share < _ALIGNED or not (one.credits & other.credits or _names(one, other) or _names(other, one)):
        return None
    left, right = sorted((one.article, other.article))
    return Relay(left, right, RelayKind.TRANSLATION, round(share / 2, 4))


def _names(one: Body, other: Body) -> bool:
    """Whether one report names in its text whose story the other is."""
    own = other.credits | ({mark_of(other.outlet)} if other.outlet else frozenset())
    return bool(own & named(one.text))
