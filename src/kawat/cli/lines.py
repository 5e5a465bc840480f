"""Rows as lines for people: when, how sure, what, who to whom, on whose word; then the sentence, indented."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from shutil import get_terminal_size
from typing import Any

import click

from kawat.cli.terminal import console, is_terminal, plain
from kawat.corroborate import Origin
from kawat.export.words import published, when
from kawat.model import Entity, Identity, Judgement, Status
from kawat.query import ArticleRow, ClaimRow, Dossier, PassageRow, QuoteRow, Shown, Stance, first_told
from kawat.store import Header, NameUse, Tally

_STYLE: dict[Status, dict[str, Any]] = {
    Status.ASSERTED: {"bold": True},
    Status.ALLEGED: {"fg": "yellow"},
    Status.DENIED: {"fg": "red"},
    Status.PLANNED: {"fg": "cyan"},
    Status.HYPOTHETICAL: {"fg": "magenta"},
}
_INDENT = "    "
_NAMES = 10


def _coloured() -> bool:
    import os

    return is_terminal() and not os.environ.get("NO_COLOR")


def _styled(text: str, **style: Any) -> str:
    return click.style(text, **style) if _coloured() else text


def styled_status(status: Status) -> str:
    """A status in its colour."""
    return _styled(status.value, **_STYLE[status])


def wrapped(text: str) -> str:
    """Words from a report as indented lines of the width of the terminal."""
    width = max(40, min(get_terminal_size().columns, 120))
    return textwrap.fill(plain(text), width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def parties(some: Iterable[Entity]) -> str:
    """Names with their codes: "Lukashenko (BLR), Rusia (RUS)"."""
    return ", ".join(f"{plain(one.name)} ({one.code})" for one in some) or "?"


def who_to_whom(row: ClaimRow) -> str:
    """The parties and the direction of the act; "↔" for a mutual one."""
    if row.recipients:
        return f"{parties(row.actors)} → {parties(row.recipients)}"
    return parties(row.actors).replace("), ", ") ↔ ") if len(row.actors) > 1 else parties(row.actors)


def claim(row: ClaimRow) -> list[str]:
    """Two lines: the claim, then its sentence and where it stands."""
    act = row.type.value + (f"/{row.mode}" if row.mode else "")
    support = f"{row.origins} origin{'s' if row.origins != 1 else ''}, {row.reports} reports" if row.reports > 1 else ""
    if row.party_sourced:
        support = f"{support}, a party's word".removeprefix(", ")
    head = "  ".join(
        part
        for part in (
            when(row.date) if row.date else "undated",
            _styled(row.status.value, **_STYLE[row.status]),
            act,
            who_to_whom(row),
            f"[{plain(row.chain)}]" if row.hops else "",
            support,
        )
        if part
    )
    return [head, wrapped(row.sentence), _cited(row.header, row.id)]


def quote(row: QuoteRow) -> list[str]:
    """The speaker and the chain, then the words."""
    day = row.header.published.date().isoformat() if row.header.published else "undated"
    speaker = parties([row.speaker]) if row.speaker else "?"
    head = "  ".join(
        part for part in (day, row.manner.value, speaker, f"[{plain(row.chain)}]" if row.hops else "") if part
    )
    return [head, wrapped(row.text), _cited(row.header, row.id)]


def passage(row: PassageRow) -> list[str]:
    """Where the words stand, then the stretch round them."""
    day = row.header.published.date().isoformat() if row.header.published else "undated"
    return [f"{day}  {row.kind.value}  {plain(row.header.headline or '')}", wrapped(row.excerpt), _cited(row.header)]


def article(row: ArticleRow) -> list[str]:
    """Day, headline and number of claims of a report, with codes for what was not read in it; then where it is from."""
    head = row.header
    day = head.published.date().isoformat() if head.published else "undated"
    told = f"{row.claims} claim{'s' if row.claims != 1 else ''}"
    unread = ", ".join(dict.fromkeys(note.code for note in row.notes))
    first_line = (day, plain(head.headline or "(no headline)"), told, unread)
    return ["  ".join(filter(None, first_line)), _cited(head, head.source if head.outlet else "")]


def _cited(header: Header, key: str = "") -> str:
    parts = [plain(part) for part in (header.outlet or header.source, header.article, key) if part]
    return _styled(f"{_INDENT}{' · '.join(parts)}", dim=True)


def dossier(one: Dossier) -> Iterator[str]:
    """An actor: names, counts, then its newest claims."""
    yield _styled(f"{plain(one.name)}  {one.code}  {one.kind}  {one.id}", bold=True)
    if one.roles:
        yield f"{_INDENT}{plain('; '.join(one.roles))}"
    if one.names:
        more = f" and {len(one.names) - _NAMES} more" if len(one.names) > _NAMES else ""
        called = ", ".join(_called(use) for use in one.names[:_NAMES])
        yield wrapped(f"called {called}{more}")
    if one.metonyms:
        yield wrapped(f"named by its seat {', '.join(map(plain, one.metonyms))}")
    for office in one.offices:
        until = "today" if office.until == ".." else office.until or "?"
        yield f"{_INDENT}{office.role} of {office.state}, {office.since or '?'} to {until}"
    for judged in one.judgements:
        yield wrapped(identity(judged))
    for title, tallies in (("does", one.acts), ("undergoes", one.undergoes), ("says", one.says)):
        yield f"{title}: {_tallied(tallies)}"
    yield f"quoted: {one.quoted}"
    yield f"with: {_tallied(one.counterparts)}"
    for stance in one.stances:
        yield from _stance(stance)
    for row in one.claims.rows:
        yield from claim(row)
    yield from one.claims.notes


def _stance(one: Stance) -> Iterator[str]:
    """ "stance: denies ASSAULT of BLR to UKR in 2 reports", then the sentence of each with its day and outlet."""
    whom = f" to {', '.join(one.objects)}" if one.objects else ""
    reports = len({row.header.article for row in one.claims})
    yield f"stance: denies {', '.join(one.types)} of {one.doer}{whom} in {reports} reports"
    for row in one.claims:
        yield wrapped(row.sentence)
        day = f"{row.header.published.date()} · " if row.header.published else ""
        yield _styled(f"{_INDENT}{day}{plain(row.header.outlet or row.header.source)} · {row.id}", dim=True)


def _called(use: NameUse) -> str:
    """ "Lukashenko (3 articles, 2022-03-11 to 2023-05-02, Kompas.TV and 1 more)"."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in (use.first, use.last) if day))
    more = f" and {len(use.outlets) - 1} more" if len(use.outlets) > 1 else ""
    parts = (f"{use.articles}", days, f"{plain(use.outlets[0])}{more}" if use.outlets else "")
    return f"{plain(use.name)} ({', '.join(part for part in parts if part)})"


def identity(judged: Identity) -> str:
    """A judgement on who is who, with its reasons."""
    said = {Judgement.SAME: "is", Judgement.DIFFERENT: "is not", Judgement.UNSURE: "may be"}[judged.judgement]
    why = f": {plain('; '.join(judged.why))}" if judged.why else ""
    return f"{judged.left} {said} {judged.right} ({plain(judged.by)}, {judged.at.date()}){why}"


def _tallied(tallies: tuple[Tally, ...]) -> str:
    return ", ".join(f"{tally.claims} {tally.value}" for tally in tallies) or "nothing"


def first(reports: Iterable[Header]) -> str:
    """Who told an act first and when; several where nothing says which of them was the earlier."""
    told = (
        f"{plain(one.outlet or one.source)}, {published(one.published)}" for one in reports if one.published is not None
    )
    return f"first told by {' or by '.join(told)}"


def origin(one: Origin, told: Mapping[str, str], *, kind: bool = False) -> str:
    """Who answers for some claims; and how they tell the act, where `told` has more than one status."""
    statuses = dict.fromkeys(told[claim] for claim in one.claims if claim in told)
    how = "/".join(statuses) if len(set(told.values())) > 1 else ""
    said = ", ".join(filter(None, (one.kind or "unknown", how)))
    return plain(one.name or "unnamed") + (f" ({said})" if kind else f" {how}" if how else "")


def checked(row: ClaimRow) -> Iterator[str]:
    """What reviewers say of a claim: their verdict, what should stand in place of what was read, their notes."""
    said = row.checked
    if said.state != "unreviewed":
        yield f"{said.state} by {', '.join(said.by)}" + (f": {'; '.join(said.changes)}" if said.changes else "")
    yield from said.notes


def show(shown: Shown) -> None:
    """Prints what has an id."""
    from kawat.cli.card import card

    if shown.claim is not None:
        for line in claim(shown.claim):
            click.echo(line)
        for why in (*shown.claim.why, *checked(shown.claim)):
            click.echo(f"{_INDENT}{plain(why)}")
        if shown.same_act:
            told = {one.id: one.status.value for one in (shown.claim, *shown.same_act)}
            named = ", ".join(origin(one, told, kind=True) for one in shown.origins)
            click.echo(f"\nthe same act in {shown.claim.reports} reports; independent origins: {named}")
            if reports := first_told((shown.claim, *shown.same_act)):
                click.echo(first(reports))
        for other in shown.same_act:
            for line in claim(other):
                click.echo(line)
    elif shown.quotation is not None:
        for line in quote(shown.quotation):
            click.echo(line)
    else:
        console().print(card(shown.record))


def shown_object(shown: Shown) -> dict[str, object]:
    """What has an id as one object: the article's record, or the row with the links round it."""
    from kawat.export import to_contract

    if shown.claim is not None:
        return {
            "kind": "claim",
            "claim": shown.claim.to_dict(),
            "why": list(shown.claim.why),
            "origins": [{"kind": one.kind, "name": one.name, "claims": list(one.claims)} for one in shown.origins],
            "same_act": [row.to_dict() for row in shown.same_act],
            "links": [
                {
                    "left": link.left,
                    "right": link.right,
                    "judgement": link.judgement.value,
                    "score": link.score,
                    "why": dict(link.why),
                    "by": link.by,
                    "at": link.at,
                }
                for link in shown.links
            ],
        }
    if shown.quotation is not None:
        return {"kind": "quotation", "quotation": shown.quotation.to_dict()}
    return {"kind": "article", "record": to_contract(shown.record)}
