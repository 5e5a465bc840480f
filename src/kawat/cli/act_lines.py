"""Acts, changes and comparisons as lines for people."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kawat.cli import lines
from kawat.cli.terminal import plain
from kawat.corroborate import Act
from kawat.export.words import published, when
from kawat.model import Date, Entity
from kawat.query import ChangeRow, ClaimRow, Compared, EventRow, Month, by_act

_INDENT = "    "


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def event(row: EventRow) -> list[str]:
    """The act and what it rests on, then each report's claim: day, status, sentence, outlet."""
    act, support = row.act, row.support
    told = {one.id: one.status.value for one in row.claims}
    known = any(one.name for one in support.origins)
    names = ", ".join(lines.origin(one, told) for one in support.origins) if known else ""
    said = [
        f"{_counted(len(support.origins), 'origin')} ({names})" if names else _counted(len(support.origins), "origin"),
        _counted(len(act.articles), "report"),
        *(["both sides say so"] if support.both_sides else ["a party's word"] if support.party_sourced else []),
        *([f"state media of {' '.join(support.state_media)}"] if support.state_media else []),
    ]
    head = f"{_day(row)}  {lines.styled_status(act.status)}  {_act(act, row.claims)}  {', '.join(said)}"
    notes = [f"{_INDENT}! {plain(one)}" for one in row.contradicted]
    notes += [f"{_INDENT}{lines.first(row.first)}"] if len(act.articles) > 1 and row.first else []
    notes += [f"{_INDENT}~ {plain(one)}" for one in row.changed]
    return [head, *notes, *(text for one in row.claims for text in _told(one))]


def _day(row: EventRow) -> str:
    act = row.act
    if act.start and act.end and act.grain:
        return when(Date(act.start, act.end, act.grain, None))
    return f"undated, told {row.told.isoformat()}" if row.told else "undated"


def _act(act: Act, claims: Iterable[ClaimRow]) -> str:
    """Type, mode and parties of an act, by the names that the first claim with these parties has."""
    usual = [one for one in claims if one.type is act.type]
    modes = Counter(one.mode for one in usual if one.mode)
    kind = act.type.value + (f"/{min(modes, key=lambda one: (-modes[one], one))}" if modes else "")
    for one in usual:
        if (_codes(one.actors), _codes(one.recipients)) == (act.actors, act.recipients):
            return f"{kind}  {lines.who_to_whom(one)}"
    return f"{kind}  {' → '.join(filter(None, (' '.join(act.actors), ' '.join(act.recipients)))) or '?'}"


def _kind(row: ClaimRow) -> str:
    return row.type.value + (f"/{row.mode}" if row.mode else "")


def _codes(some: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in some))


def _told(one: ClaimRow) -> Iterator[str]:
    """Day, status and outlet of a report, its sentence, and the id by which `kawat same` and `kawat show` know it."""
    day = published(one.header.published) if one.header.published else "undated"
    outlet = plain(one.header.outlet or one.header.source)
    yield f"{_INDENT}{day}  {lines.styled_status(one.status)}  {outlet}: {plain(one.sentence)}  {one.id}"


def month(row: Month) -> list[str]:
    """Month, lane, how many acts of which kind, and the scores' mean and spread."""
    score = "-" if row.goldstein is None else f"{row.goldstein:+.1f} ({row.low:+.1f} to {row.high:+.1f})"
    kinds = f"{row.cooperation} cooperation, {row.conflict} conflict"
    return [f"{row.month}  {lines.styled_status(row.status)}  n={row.n}  {kinds}  goldstein {score}"]


def change(row: ChangeRow) -> list[str]:
    """Day, what moved from what to what, then the sentence that says so and the one it stands against."""
    act = _act(row.act, (row.claim, row.earlier))
    moved = f"{row.before} → {row.after}" if row.kind in ("status", "number") else f"{row.before}, but {row.after}"
    head = f"{row.day or 'undated'}  {row.kind}  {plain(moved)}  {act}"
    return [head, *_told(row.claim), *(f"{_INDENT}against{text[3:]}" for text in _told(row.earlier))]


def compared(one: Compared) -> Iterator[str]:
    """What both tell, marked where the status differs, then what only one of them tells."""
    for name, header in (("A", one.left), ("B", one.right)):
        day = published(header.published) if header.published else "undated"
        head = plain(header.headline or "")
        yield f"{name}  {day}  {plain(header.outlet or header.source)}: {head}  {header.article}"
    if one.relay is not None:
        yield f"relayed: {one.relay.kind.value}, {one.relay.share:.0%} of the shorter stands in the other"
    for mine, theirs in by_act(one.both):
        mark = "both" if {row.status for row in mine} == {row.status for row in theirs} else "both, with another status"
        yield f"{mark}: {_kind(mine[0])}  {lines.who_to_whom(mine[0])}"
        for row in (*mine, *theirs):
            yield from _told(row)
    for name, rows in (("A", one.only_left), ("B", one.only_right)):
        for row in rows:
            yield f"only {name}: {_kind(row)}  {lines.who_to_whom(row)}"
            yield from _told(row)
