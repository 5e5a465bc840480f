"""One frozen dataclass a page: what its template shows and what its address gives as JSON with `.json` behind it."""

from dataclasses import dataclass
from datetime import date, datetime

from kawat.export.contract import ArticleJson, ClaimJson, EntityJson, QuotationJson, claim_json, entity_json
from kawat.export.contract import quotation_json as quotation_of
from kawat.store import Header, Passage, StoredClaim, StoredQuotation
from kawat.web.marks import Paragraph


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
class ClaimLine:
    """A claim, the entities that it names and the report that makes it."""

    claim: ClaimJson
    entities: tuple[EntityJson, ...]
    article: ReportLine

    def entity(self, id: str) -> EntityJson:  # noqa: A002  the contract's word
        """The entity of an id that the claim names. Raises `KeyError` for another."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation and the report that carries it."""

    quotation: QuotationJson
    article: ReportLine


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A stretch of a report in which the words of a search stand."""

    article: ReportLine
    excerpt: str


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor by id, code and usual name."""

    id: str
    code: str
    name: str


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
    since: date | None
    until: date | None
    more: str | None

    @property
    def filtered(self) -> bool:
        """Whether any condition is set."""
        return any((self.status, self.type, self.since, self.until))


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`/actor/<name>`: names, partners, acts done and suffered, and words of an actor."""

    actor: ActorLine
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
            if line.claim.id == id:
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


def claim_line(stored: StoredClaim) -> ClaimLine:
    """The line of a stored claim."""
    entities = tuple(entity_json(e) for e in stored.entities)
    return ClaimLine(claim_json(stored.claim), entities, report_line(stored.header))


def quotation_line(stored: StoredQuotation) -> QuotationLine:
    """The line of a stored quotation."""
    return QuotationLine(quotation_of(stored.quotation), report_line(stored.header))


def passage_line(passage: Passage) -> PassageLine:
    """The line of a passage that a search found."""
    return PassageLine(report_line(passage.header), passage.excerpt)
