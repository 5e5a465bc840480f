"""What pages are made of: one frozen dataclass a line of a list, and how rows of answers become such lines."""

from dataclasses import dataclass
from datetime import date, datetime

from kawat.export.contract import DateJson, HopJson, PlaceJson, chain_json
from kawat.model import Entity, EventType, Hop, HopKind, Judgement, Manner, RelayKind, Status
from kawat.query import ClaimRow, Meant, PassageRow, QuoteRow, Stance, coded_name
from kawat.store import Header, folded


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

    `event` is one for all claims judged to tell the same act; `reports` counts the reports that tell of it, `origins`
    the independent words on which they rest; `party_sourced`: all of these are of parties of the act. `review` is
    "unreviewed" or what `reviewers` say, with `corrections` as "field: value" and signed `notes`.
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
    event: str
    origins: int
    reports: int
    party_sourced: bool
    review: str
    corrections: tuple[str, ...]
    reviewers: tuple[str, ...]
    notes: tuple[str, ...]
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
class JudgedLine:
    """A judgement on who an actor is: `judgement` says whether the other is the same; signed, dated, with reasons."""

    other: ActorLine
    judgement: Judgement
    why: tuple[str, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """An actor that a name may have meant, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An independent origin: who answers for the word, and the reports that go back to it."""

    kind: HopKind | None
    name: str | None
    claims: tuple[str, ...]
    chains: tuple[tuple[HopJson, ...], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact as each claim of an act tells it, in the order of the claims; `differs`: not all tell it so."""

    fact: str
    values: tuple[str, ...]
    differs: bool


def report_line(header: Header) -> ReportLine:
    """The line of a stored report."""
    h = header
    return ReportLine(h.article, h.source, h.url, h.outlet, h.agency, h.headline, h.language, h.published)


def actor_line(one: Entity | Meant) -> ActorLine:
    """The line of an entity, or of whom a name means."""
    return ActorLine(one.id, one.code, one.name)


@dataclass(frozen=True, slots=True)
class SharedLine:
    """An act that two reports tell: the claims of each, and the facts that they do not tell alike."""

    left: tuple[ClaimLine, ...]
    right: tuple[ClaimLine, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BesideLine:
    """Another report that tells acts of one, how many, and the relay where one carries the other."""

    report: ReportLine
    acts: int
    relay: RelayKind | None


@dataclass(frozen=True, slots=True)
class StanceLine:
    """What several reports say that an actor denies its own side does: acts of some types by a doer, and to whom.

    `objects` is empty where no report says; `claims` stand in the order of their reports.
    """

    types: tuple[EventType, ...]
    doer: ActorLine
    objects: tuple[ActorLine, ...]
    reports: int
    claims: tuple[ClaimLine, ...]


def stance_line(one: Stance) -> StanceLine:
    """The line of a stance of a dossier."""
    claims = tuple(map(claim_line, one.claims))
    reports = len({line.article.id for line in claims})
    return StanceLine(one.types, coded_line(one.doer), tuple(map(coded_line, one.objects)), reports, claims)


def coded_line(code: str) -> ActorLine:
    """The line of a code, "CHN:MIL" as "China, armed forces"."""
    return ActorLine(code, code, coded_name(code))


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
        chain=chain_json(row.hops),
        place=None if where is None else PlaceJson(where.id, where.name, where.raw),
        sentence=row.sentence,
        trigger=row.trigger,
        score=row.score,
        why=row.why,
        event=row.event,
        origins=row.origins,
        reports=row.reports,
        party_sourced=row.party_sourced,
        review=row.checked.state,
        corrections=row.checked.changes,
        reviewers=row.checked.by,
        notes=row.checked.notes,
        article=report_line(row.header),
    )


def quotation_line(row: QuoteRow) -> QuotationLine:
    """The line of a quotation of an answer."""
    speaker = None if row.speaker is None else actor_line(row.speaker)
    return QuotationLine(row.id, speaker, row.manner, row.text, chain_json(row.hops), report_line(row.header))


def passage_line(row: PassageRow) -> PassageLine:
    """The line of a passage that a search found."""
    return PassageLine(report_line(row.header), row.excerpt)


def hop_id(hop: Hop) -> str:
    """One for all spellings of a link of a chain that is known, else its name without regard to case."""
    return hop.entity or folded(hop.name or "")
