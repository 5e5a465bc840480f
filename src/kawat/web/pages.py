"""One frozen dataclass a page: what its template shows and what its address gives as JSON with `.json` behind it."""

from dataclasses import dataclass
from datetime import date, datetime

from kawat import knowledge
from kawat.export.contract import (
    ArticleJson,
    DateJson,
    HopJson,
    PlaceJson,
    QuotationJson,
)
from kawat.model import Entity, EventType, Hop, Manner, Status
from kawat.query import ClaimRow, Meant, PassageRow, QuoteRow
from kawat.store import Header
from kawat.web.marks import Paragraph

SECTORS = {
    "OPP": "opposition",
    "REB": "insurgents",
    "CVL": "civilians",
    "MED": "media",
    "BUS": "companies",
    "JUD": "courts",
    "LEG": "parliament",
    "COP": "police",
    "MIL": "armed forces",
    "NGO": "NGOs",
    "REL": "religious bodies",
}
"""The sectors of a code, as docs/concepts.md lists them."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report, as much as is needed to cite it."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    agency: str | None
    headline: str | None
    language: str | None
    published: datetime | None


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor by id, code and usual name."""

    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim and the report that makes it.

    `reports` counts the reports that tell of the same act, `origins` the independent words on which they rest.
    """

    id: str
    date: DateJson | None
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    actors: tuple[ActorLine, ...]
    recipients: tuple[ActorLine, ...]
    speaker: ActorLine | None
    chain: tuple[HopJson, ...]
    place: PlaceJson | None
    sentence: str
    trigger: str
    score: float
    why: tuple[str, ...]
    origins: int
    reports: int
    article: ReportLine

    @property
    def told(self) -> tuple[str, str, str]:
        """The sentence as the words before the trigger, the trigger, and those after it."""
        before, trigger, after = self.sentence.partition(self.trigger)
        return before, trigger, after


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation and the report that carries it."""

    id: str
    speaker: ActorLine | None
    manner: Manner
    text: str
    chain: tuple[HopJson, ...]
    article: ReportLine


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A stretch of a report in which the words of a search stand."""

    article: ReportLine
    excerpt: str


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name that reports use for an actor, in how many of them, and when first and last."""

    name: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """Another actor, and how many claims stand between the two."""

    actor: ActorLine
    claims: int


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """An actor that a name may have meant, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """`/`: how much there is, and the newest claims."""

    articles: int
    quotations: int
    total: int
    claims: tuple[ClaimLine, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class DyadPage:
    """`/dyad/<a>/<b>`: what two actors did and said to each other, newest first; filters as they were asked."""

    left: ActorLine
    right: ActorLine
    total: int
    claims: tuple[ClaimLine, ...]
    status: str | None
    type: str | None
    since: str | None
    until: str | None
    notes: tuple[str, ...]
    more: str | None

    @property
    def filtered(self) -> bool:
        """Whether any condition is set."""
        return any((self.status, self.type, self.since, self.until))


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`/actor/<name>`: names, partners, acts done and suffered, and words of an actor."""

    actor: ActorLine
    roles: tuple[str, ...]
    names: tuple[NameLine, ...]
    partners: tuple[PartnerLine, ...]
    total: int
    claims: tuple[ClaimLine, ...]
    quoted: int
    quotations: tuple[QuotationLine, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`/article/<id>`: a report with every claim beside its sentence."""

    article: ArticleJson
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimLine, ...]
    quotations: tuple[QuotationJson, ...]
    pipeline: str

    @property
    def facts(self) -> tuple[str, ...]:
        """What stands over a report: outlet, agency, instant, writers."""
        a = self.article
        said = (
            a.outlet,
            a.agency,
            a.published.isoformat(" ", "minutes") if a.published else None,
            ", ".join(a.authors),
            "edited by " + ", ".join(a.editors) if a.editors else None,
        )
        return tuple(fact for fact in said if fact) or ("outlet, day and writer unknown",)

    def row(self, id: str) -> ClaimLine:  # noqa: A002  the contract's word
        """The claim of an id. Raises `KeyError` for another."""
        for line in self.claims:
            if line.id == id:
                return line
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`/search?q=…`: actors of that name and reports with these words."""

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


def report_line(header: Header) -> ReportLine:
    """The line of a stored report."""
    h = header
    return ReportLine(h.article, h.source, h.url, h.outlet, h.agency, h.headline, h.language, h.published)


def actor_line(one: Entity | Meant) -> ActorLine:
    """The line of an entity, or of whom a name means."""
    return ActorLine(one.id, one.code, one.name)


def coded_line(code: str) -> ActorLine:
    """The line of a code, "CHN:MIL" as "China, armed forces"; the code itself where the tables know no name for it."""
    state, _, sector = code.partition(":")
    known = knowledge.get(state)
    name = known.name if known else state
    return ActorLine(code, code, f"{name}, {SECTORS.get(sector, sector)}" if sector else name)


def claim_line(row: ClaimRow) -> ClaimLine:
    """The line of a claim of an answer."""
    when, where = row.date, row.place
    return ClaimLine(
        id=row.id,
        date=None if when is None else DateJson(when.start, when.end, when.grain, when.raw),
        type=row.type,
        mode=row.mode,
        contexts=row.contexts,
        status=row.status,
        actors=tuple(map(actor_line, row.actors)),
        recipients=tuple(map(actor_line, row.recipients)),
        speaker=None if row.speaker is None else actor_line(row.speaker),
        chain=_chain(row.hops),
        place=None if where is None else PlaceJson(where.id, where.name, where.raw),
        sentence=row.sentence,
        trigger=row.trigger,
        score=row.score,
        why=row.why,
        origins=row.origins,
        reports=row.reports,
        article=report_line(row.header),
    )


def quotation_line(row: QuoteRow) -> QuotationLine:
    """The line of a quotation of an answer."""
    speaker = None if row.speaker is None else actor_line(row.speaker)
    return QuotationLine(row.id, speaker, row.manner, row.text, _chain(row.hops), report_line(row.header))


def passage_line(row: PassageRow) -> PassageLine:
    """The line of a passage that a search found."""
    return PassageLine(report_line(row.header), row.excerpt)


def _chain(hops: tuple[Hop, ...]) -> tuple[HopJson, ...]:
    return tuple(HopJson(h.kind, h.name, h.entity) for h in hops)
