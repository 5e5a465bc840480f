"""Questions of the page → its pages; every one is asked through `kawat.query`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from math import inf
from urllib.parse import urlencode

from kawat import knowledge, query
from kawat.errors import QuestionError, UnknownNameError
from kawat.export.contract import NoteJson, to_contract
from kawat.model import Identity, Manner, Note, Status
from kawat.model.codes import UNKNOWN
from kawat.query import ClaimRow, Parties
from kawat.store import Store, Tally
from kawat.web.compare import beside
from kawat.web.lines import (
    ActorLine,
    ClaimLine,
    JudgedLine,
    NameLine,
    PartnerLine,
    ReportLine,
    actor_line,
    claim_line,
    coded_line,
    passage_line,
    quotation_line,
    stance_line,
)
from kawat.web.marks import paragraphs
from kawat.web.pages import (
    ActorPage,
    ArticlePage,
    ChangedLine,
    ClaimsPage,
    DyadPage,
    OfficeLine,
    QuotesPage,
    ReadLine,
    SearchPage,
    StartPage,
    StatusLine,
)
from kawat.web.timeline import timeline

FIRST = 40
AT_START = 12
"""So many of the newest claims stand on the start page: on a phone what is beside them comes below."""
MOST = 1000
"""No page has more rows than this."""
DRAWN = 120
"""So many claims make a timeline at most, the newest."""
READ_LAST = 8
LOOKED_AT = 200
"""Among so many of the newest claims acts are looked for that are told with two statuses."""
CHANGED = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands behind the question mark of an address: conditions as people write them, and how many rows."""

    actor: str | None = None
    recipient: str | None = None
    either: str | None = None
    speaker: str | None = None
    article: str | None = None
    status: str | None = None
    type: str | None = None
    agency: str | None = None
    outlet: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    undated: str | None = None
    text: str | None = None
    manner: str | None = None
    limit: str | None = None

    @property
    def rows(self) -> int:
        """How many rows to show. Raises `QuestionError` where that is no number above zero."""
        if self.limit is None:
            return FIRST
        if not (self.limit.isascii() and self.limit.isdigit() and int(self.limit[:9]) > 0):
            raise QuestionError(f"limit must be a number above zero, not {self.limit[:20]!r}")
        return min(int(self.limit[:9]), MOST)

    @property
    def said(self) -> dict[str, str]:
        """The conditions that are given."""
        named = ((one.name, getattr(self, one.name)) for one in fields(self) if one.name != "limit")
        return {name: value for name, value in named if value}

    @property
    def narrow(self) -> query.Narrow:
        """What narrows a question on two actors."""
        return query.Narrow(
            status=self.status,
            type=self.type,
            agency=self.agency,
            outlet=self.outlet,
            undated=self.undated is not None,
            place=self.place,
            since=self.since,
            until=self.until,
            text=self.text,
            limit=self.rows,
        )

    @property
    def parties(self) -> Parties:
        """The whole question on claims."""
        return Parties(
            **self.narrow,
            actor=self.actor,
            recipient=self.recipient,
            either=self.either,
            speaker=self.speaker,
            article=self.article,
        )

    def more(self, total: int, shown: int | None = None) -> str | None:
        """The address of the same page with more rows; None where all or as many as may be are shown."""
        rows = shown or self.rows
        if rows >= min(total, MOST):
            return None
        return "?" + urlencode(self.said | {"limit": str(min(rows * 4, MOST))})


def start(store: Store, asked: Asked) -> StartPage:
    """How much there is, the newest claims, what is told with two statuses, and the reports read last."""
    with store.view() as view:
        counts = view.counts()
    shown = asked.rows if asked.limit else AT_START
    answer = query.claims(store, limit=max(shown, FIRST))
    lines = _newest_first(answer.rows)
    return StartPage(
        articles=counts.articles,
        quotations=counts.quotations,
        total=answer.total,
        links=counts.links,
        claims=lines[:shown],
        changed=_changed(store),
        read=_read(store, lines),
        more=asked.more(answer.total, shown),
    )


def _changed(store: Store) -> tuple[ChangedLine, ...]:
    """Acts of the newest claims of which reports do not tell the same status, the newest first."""
    found = query.brief(store, limit=LOOKED_AT)
    statuses: dict[str, set[Status]] = {}
    for row in reversed(found.rows):
        statuses.setdefault(found.acts[row.id].event, set()).add(row.status)
    events = [event for event, told in statuses.items() if len(told) > 1][:CHANGED]
    told = {event: list[ClaimLine]() for event in events}
    for line in map(claim_line, query.rows(store, (one.id for one in found.rows if found.acts[one.id].event in told))):
        if line.reports > 1 and line.event in told:  # since the first look another process may have joined acts
            told[line.event].append(line)
    return tuple(one for event, claims in told.items() if (one := _change(event, claims)) is not None)


def _change(event: str, claims: Iterable[ClaimLine]) -> ChangedLine | None:
    # A report without a day comes last: nobody can say that it came before the others.
    by_report = sorted(claims, key=lambda c: _instant(c.article, never=inf))
    statuses = tuple(dict.fromkeys(claim.status for claim in by_report))
    return ChangedLine(event, statuses, by_report[-1]) if len(statuses) > 1 else None


def _instant(report: ReportLine, never: float) -> float:
    return report.published.timestamp() if report.published else never


def _read(store: Store, lines: Iterable[ClaimLine]) -> tuple[ReadLine, ...]:
    reports = {line.article.id: line.article for line in lines}
    ordered = sorted(reports.values(), key=lambda r: (_instant(r, never=-inf), r.id), reverse=True)[:READ_LAST]
    with store.view() as view:
        found = view.readings([report.id for report in ordered])
    # Reports that another process has taken out since their claims were read are left out.
    there = ((report, *found[report.id]) for report in ordered if report.id in found)
    return tuple(ReadLine(report, claims, _notes(notes)) for report, claims, notes in there)


def _notes(notes: Iterable[Note]) -> tuple[NoteJson, ...]:
    return tuple(
        NoteJson(n.stage, n.code, n.message, n.span.start if n.span else None, n.span.end if n.span else None)
        for n in dict.fromkeys(notes)
    )


def claims(store: Store, asked: Asked) -> ClaimsPage:
    """Claims that meet the conditions. Errors as for `kawat.query.claims`."""
    answer = query.claims(store, **asked.parties)
    lines = _newest_first(answer.rows)
    return ClaimsPage(answer.total, lines, asked.said, _but_the_cut(answer.notes), asked.more(answer.total))


def dyad(store: Store, left: str, right: str, asked: Asked) -> DyadPage:
    """What two actors did and said to each other. Errors as for `kawat.query.dyad`."""
    with store.view() as view:
        one, other = query.resolve(view, left), query.resolve(view, right)
    answer = query.dyad(store, one, other, **asked.narrow)
    drawn = asked.narrow
    drawn["limit"] = DRAWN
    return DyadPage(
        left=actor_line(one),
        right=actor_line(other),
        total=answer.total,
        timeline=timeline(query.brief_dyad(store, one, other, **drawn)),
        claims=_newest_first(answer.rows),
        asked={"a": one.id, "b": other.id} | asked.said,
        notes=_but_the_cut(answer.notes),
        more=asked.more(answer.total),
    )


def _but_the_cut(notes: tuple[str, ...]) -> tuple[str, ...]:
    """The notes but for that on a limit, which the foot of the list tells with a way on."""
    return tuple(note for note in notes if not note.startswith("the newest"))


def actor(store: Store, name: str, asked: Asked) -> ActorPage:
    """What is kept of an actor. Errors as for `kawat.query.actor`."""
    with store.view() as view:
        meant = query.resolve(view, name)
    dossier = query.actor(store, meant, limit=asked.rows)
    quotes = query.quotes(store, meant, limit=min(asked.rows, 20))
    known = _known(store, dossier)
    return ActorPage(
        actor=ActorLine(dossier.id, dossier.code, dossier.name),
        kind=dossier.kind,
        roles=dossier.roles,
        offices=_offices(dossier.id),
        names=tuple(NameLine(n.name, n.articles, n.first, n.last) for n in dossier.names),
        partners=tuple(PartnerLine(coded_line(t.value), t.claims) for t in dossier.counterparts if t.value != UNKNOWN),
        statuses=_statuses(dossier.acts, dossier.undergoes, dossier.says),
        total=dossier.claims.total,
        claims=_newest_first(dossier.claims.rows),
        quoted=quotes.total,
        quotations=tuple(quotation_line(row) for row in reversed(quotes.rows)),
        also=tuple(known[one] for one in dossier.also),
        judged=tuple(_judged(one, dossier, known) for one in dossier.judgements),
        stances=tuple(map(stance_line, dossier.stances)),
        asked={"either": dossier.id},
        more=asked.more(dossier.claims.total),
    )


def _known(store: Store, dossier: query.Dossier) -> dict[str, ActorLine]:
    """Id → the line of everybody on whom something was judged with an actor."""
    ids = {*dossier.also, *(end for one in dossier.judgements for end in (one.left, one.right))}
    with store.view() as view:
        found = {one: knowledge.get(one) or view.entity(one) for one in sorted(ids)}
    return {
        one: ActorLine(one, entity.code if entity else "", entity.name if entity else one)
        for one, entity in found.items()
    }


def _judged(one: Identity, dossier: query.Dossier, known: Mapping[str, ActorLine]) -> JudgedLine:
    mine = one.left == dossier.id or (one.right != dossier.id and one.left in dossier.also)
    return JudgedLine(known[one.right if mine else one.left], one.judgement, one.why, one.by, one.at)


def _offices(known_id: str) -> tuple[OfficeLine, ...]:
    held = sorted(knowledge.offices_of(known_id), key=lambda office: office.since, reverse=True)
    return tuple(OfficeLine(coded_line(o.state), o.role.replace("_", " "), o.since, o.until) for o in held)


def _statuses(*tallies: Iterable[Tally]) -> tuple[StatusLine, ...]:
    counted: list[Mapping[str, int]] = [{one.value: one.claims for one in each} for each in tallies]
    lines = (StatusLine(status, *(each.get(status.value, 0) for each in counted)) for status in Status)
    return tuple(line for line in lines if line.acts or line.undergoes or line.says)


def quotes(store: Store, name: str, asked: Asked) -> QuotesPage:
    """What somebody is quoted with. Errors as for `kawat.query.quotes`."""
    with store.view() as view:
        meant = query.resolve(view, name)
    manner = asked.manner or None
    answer = query.quotes(store, meant, manner=manner, since=asked.since, until=asked.until, limit=asked.rows)
    return QuotesPage(
        actor=actor_line(meant),
        total=answer.total,
        quotations=tuple(map(quotation_line, reversed(answer.rows))),
        manner=Manner(manner.strip().casefold()) if manner else None,
        since=asked.since,
        until=asked.until,
        notes=_but_the_cut(answer.notes),
        more=asked.more(answer.total),
    )


def article(store: Store, id: str) -> ArticlePage:  # noqa: A002  the model's word
    """A report with its claims. Raises `UnknownNameError` where no article has the id."""
    shown = query.show(store, id)
    if shown.found.kind != "article":
        shown = query.show(store, shown.found.article)
    record = to_contract(shown.record)
    return ArticlePage(
        article=record.article,
        paragraphs=paragraphs(shown.record),
        claims=tuple(claim_line(row) for row in shown.claims),
        quotations=record.quotations,
        pipeline=record.pipeline,
        asked={"article": record.article.id},
        beside=beside(store, record.article.id),
    )


def search(store: Store, asked: str) -> SearchPage:
    """Actors that the words may mean and passages in which they stand."""
    if not asked.strip():
        return SearchPage("", (), 0, ())
    meant = _meant(store, asked)
    try:
        found = query.search(store, asked, limit=FIRST)
    except QuestionError:  # no letter and no digit in it: nothing can be found, which is no error of who asks
        return SearchPage(asked, meant, 0, ())
    return SearchPage(asked, meant, found.total, tuple(passage_line(row) for row in found.rows))


def shortcut(store: Store, asked: str) -> tuple[str, ...] | None:
    """The parts of the address that the words name at once: two actors with a comma between them, one, or an id.

    Words in double quotes are always looked for in the reports.
    """
    if '"' in asked:
        return None
    names = [name.strip() for name in asked.split(",")]
    if len(names) == 2 and all(names):
        left, right = (_one(store, name) for name in names)
        return ("dyad", left, right) if left and right and left != right else None
    one = _one(store, asked.strip()) if asked.strip() else None
    return ("actor", one) if one else _told_by(store, asked.strip())


def _told_by(store: Store, asked: str) -> tuple[str, ...] | None:
    """Where the claim, quotation or report stands that an id means, or an address or path with a stroke in it."""
    with store.view() as view:
        found = view.find(asked) if asked else ()
    if len(found) != 1 or not (found[0].id == asked or "/" in asked):  # the first letters of an id may be a word
        return None
    return ("event", found[0].id) if found[0].kind == "claim" else ("article", found[0].article)


def _one(store: Store, name: str) -> str | None:
    """The id of the one actor of the store that a name means."""
    with store.view() as view:
        try:
            meant = query.resolve(view, name)
        except UnknownNameError:
            return None
        return meant.id if view.present(meant.who) else None


def _meant(store: Store, name: str) -> tuple[ActorLine, ...]:
    with store.view() as view:
        try:
            return (actor_line(query.resolve(view, name)),)
        except UnknownNameError as error:
            found = [(known_id, label, view.entity(known_id)) for known_id, label, _ in error.candidates]
            return tuple(ActorLine(known_id, one.code if one else "", label) for known_id, label, one in found)


def _newest_first(rows: Iterable[ClaimRow]) -> tuple[ClaimLine, ...]:
    """By day, the newest first; those without a day at the end."""
    lines = [claim_line(row) for row in rows]
    dated = [line for line in lines if line.date is not None]
    return (*reversed(dated), *(line for line in lines if line.date is None))
