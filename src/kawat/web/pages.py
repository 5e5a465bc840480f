"""One frozen dataclass a page: what its template shows and what its address gives as JSON with `.json` behind it.

`asked` are conditions in the words of `/claims?…`; the doors at the foot of a page lead out with the same ones.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from kawat.export.contract import ArticleJson, NoteJson, QuotationJson
from kawat.model import Manner, RelayKind, Status, Verdict
from kawat.query import Progress
from kawat.web.lines import (
    ActorLine,
    BesideLine,
    CandidateLine,
    ClaimLine,
    Compared,
    JudgedLine,
    NameLine,
    OriginLine,
    PartnerLine,
    PassageLine,
    QuotationLine,
    ReportLine,
    SharedLine,
    StanceLine,
)
from kawat.web.marks import Paragraph

Conditions = dict[str, str]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A report that was read, and what could not be done in it."""

    report: ReportLine
    claims: int
    notes: tuple[NoteJson, ...]


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """An act that reports tell with different statuses, as they came."""

    event: str
    statuses: tuple[Status, ...]
    claim: ClaimLine


@dataclass(frozen=True, slots=True)
class StartPage:
    """`/`: how much there is, the newest claims, acts whose status differs, and the reports read last."""

    articles: int
    quotations: int
    total: int
    links: int
    claims: tuple[ClaimLine, ...]
    changed: tuple[ChangedLine, ...]
    read: tuple[ReadLine, ...]
    more: str | None
    asked: Conditions = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """`/claims?…`: the claims that meet the conditions, newest first; what every number of other pages leads to."""

    total: int
    claims: tuple[ClaimLine, ...]
    asked: Conditions
    notes: tuple[str, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """The acts of a month that are asserted: how many, and mean, lowest and highest Goldstein score of those scored."""

    month: date
    events: int
    scored: int
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """An act on a lane: its days (both included), and on how many reports and independent origins it rests."""

    event: str
    claim: str
    type: str
    status: Status
    start: date
    end: date
    grain: str
    reports: int
    origins: int
    who: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Acts by month and by status, of the `drawn` newest claims; `undated` of these have no day."""

    months: tuple[MonthPoint, ...]
    marks: tuple[Mark, ...]
    drawn: int
    undated: int


@dataclass(frozen=True, slots=True)
class DyadPage:
    """`/dyad/<a>/<b>`: what two actors did and said to each other, as a timeline and newest first."""

    left: ActorLine
    right: ActorLine
    total: int
    timeline: Timeline
    claims: tuple[ClaimLine, ...]
    asked: Conditions
    notes: tuple[str, ...]
    more: str | None

    @property
    def filtered(self) -> bool:
        """Whether any condition is set."""
        return bool(self.asked.keys() - {"a", "b"})


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office that the tables know of an actor, with its dates as they are known there."""

    state: ActorLine
    role: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class StatusLine:
    """How many claims of one status an actor does, undergoes and answers for."""

    status: Status
    acts: int
    undergoes: int
    says: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`/actor/<name>`: names, offices, partners, acts by status, claims, words and stances of an actor.

    `also` are counted with it, as they are judged to be the same; `judged` is what was judged on any of them.
    """

    actor: ActorLine
    kind: str
    roles: tuple[str, ...]
    offices: tuple[OfficeLine, ...]
    names: tuple[NameLine, ...]
    partners: tuple[PartnerLine, ...]
    statuses: tuple[StatusLine, ...]
    total: int
    claims: tuple[ClaimLine, ...]
    quoted: int
    quotations: tuple[QuotationLine, ...]
    also: tuple[ActorLine, ...]
    judged: tuple[JudgedLine, ...]
    stances: tuple[StanceLine, ...]
    asked: Conditions
    more: str | None


@dataclass(frozen=True, slots=True)
class EventPage:
    """`/event/<claim>`: an act in all reports that tell of it, as they came, and the origins on which it rests. `first`
    told it first: one report, or several where nothing says which of them was the earlier."""

    event: str
    claims: tuple[ClaimLine, ...]
    compared: tuple[Compared, ...]
    only_here: tuple[tuple[str, ...], ...]
    origins: tuple[OriginLine, ...]
    unsure: int
    first: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`/compare/<a>/<b>`: what two reports both tell and where they differ, what only one tells, and their `relay`."""

    left: ReportLine
    right: ReportLine
    relay: RelayKind | None
    both: tuple[SharedLine, ...]
    only_left: tuple[ClaimLine, ...]
    only_right: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """`/quotes/<name>`: what somebody is quoted with, newest first, each with its citation."""

    actor: ActorLine
    total: int
    quotations: tuple[QuotationLine, ...]
    manner: Manner | None
    since: str | None
    until: str | None
    notes: tuple[str, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A word of the log of reviews; `changes` are pairs of a field and what should stand there."""

    claim: str
    verdict: Verdict
    changes: tuple[tuple[str, str], ...]
    note: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`/review?…`: one claim to judge, with what stands round it in its paragraph; the log of it; how far one is.

    `claim` is None where none is left. Without a `reviewer` the page only shows. `last` is the reviewer's last word,
    which can be taken back; `back` the address to return to.
    """

    claim: ClaimLine | None
    before: str
    after: str
    said: tuple[SaidLine, ...]
    reviewer: str | None
    last: SaidLine | None
    progress: Progress
    back: str | None
    asked: Conditions


@dataclass(frozen=True, slots=True)
class SourceLine:
    """An outlet or agency: its claims, reports, and how many rest on a party's word or came by a state's media."""

    name: str
    kind: str
    state_owned: bool
    claims: int
    reports: int
    party_sourced: int
    state_media: int

    @property
    def share_party(self) -> float:
        """The share of claims that rest on the word of a party of the act alone."""
        return self.party_sourced / self.claims

    @property
    def share_state(self) -> float:
        """The share of claims that came by a medium that a state owns."""
        return self.state_media / self.claims


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """`/sources`: outlets and agencies of the newest claims, the most frequent first."""

    looked_at: int
    total: int
    outlets: tuple[SourceLine, ...]
    agencies: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place (`exact`) or state on the map; `x`, `y` and `radius` in units of the drawing."""

    id: str
    name: str
    x: float
    y: float
    radius: float
    claims: int
    exact: bool
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place that cannot be drawn: no coordinates are known of it."""

    id: str | None
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class MapPage:
    """`/map?…`: where the acts of the newest claims took place; `nowhere` of these name no place."""

    total: int
    looked_at: int
    nowhere: int
    marks: tuple[MapMark, ...]
    unplaced: tuple[MapPlace, ...]
    asked: Conditions


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor round another one, and in how many claims."""

    actor: ActorLine
    claims: int


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Claims of one status from one actor to another; `goldstein` is the mean of their acts where it is known."""

    source: str
    target: str
    status: str
    claims: int
    events: int
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """`/network/<name>`: with whom an actor deals. `nodes` begin with the actor itself, then the most frequent."""

    actor: ActorLine
    total: int
    looked_at: int
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    left_out: int
    asked: Conditions


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`/article/<id>`: a report with every claim beside its sentence; `beside` are others that tell the same acts."""

    article: ArticleJson
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimLine, ...]
    quotations: tuple[QuotationJson, ...]
    pipeline: str
    asked: Conditions
    beside: tuple[BesideLine, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """What stands over a report: outlet, agency, instant, writers."""
        a = self.article
        said = (
            a.outlet,
            a.agency,
            a.published.isoformat(" ", "minutes") if a.published else None,
            ", ".join(a.authors),
            "ed. " + ", ".join(a.editors) if a.editors else None,
        )
        return tuple(dict.fromkeys(fact for fact in said if fact))

    def row(self, id: str) -> ClaimLine:  # noqa: A002  the contract's word
        """The claim of an id. Raises `KeyError` for another."""
        for line in self.claims:
            if line.id == id:
                return line
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`/search?q=…`: actors of that name and reports with these words; in double quotes, words alone."""

    asked: str
    actors: tuple[ActorLine, ...]
    total: int
    passages: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What cannot be shown, why, and what may have been meant."""

    title: str
    message: str
    candidates: tuple[CandidateLine, ...] = ()
