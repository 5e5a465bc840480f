"""What annotation adds to an article, layer by layer; every layer is a tuple of frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kawat.model.article import Article, BlockKind, Note
from kawat.model.span import Span


class Layer(StrEnum):
    """The layers of a document; each value is the name of a `Document` field."""

    SENTENCES = "sentences"
    TIMES = "times"
    MENTIONS = "mentions"
    PLACES = "places"
    QUOTATIONS = "quotations"
    EVENTS = "events"


class EntityKind(StrEnum):
    PERSON = "person"
    STATE = "state"  # a state, its government, territory or people in general
    ORGANIZATION = "organization"  # an international body, ministry, company, party
    GROUP = "group"  # an armed or political group; people with a sector ("para demonstran")
    MEDIA = "media"  # a news agency or outlet
    COLLECTIVE = "collective"  # the West, allies, the international community
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    NAME = "name"
    TITLE = "title"  # "Presiden Belarusia", "Menlu AS"
    PRONOUN = "pronoun"  # "ia", "dia", "mereka", "keduanya", the clitic "nya"
    DESCRIPTION = "description"  # "negara itu", "pasukan Rusia", "para pemberontak"


class Manner(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Status(StrEnum):
    """How sure the report is of an act; see the guidelines in docs/concepts.md."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class EventType(StrEnum):
    """The sixteen PLOVER types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Grain(StrEnum):
    """How exact a time is; a value is never more exact than its words."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What a time was counted from."""

    ABSOLUTE = "absolute"  # the words carry the year
    PUBLISHED = "published"  # counted from the day of the report
    TEXT = "text"  # counted from another time of the text ("dua hari sebelumnya")
    ACT = "act"  # counted from an act ("sehari setelah serangan itu")
    NONE = "none"  # from nothing: how long ("empat tahun"), or a part of some day


class HopKind(StrEnum):
    """The links of a reporting chain, from the one spoken for to the outlet; a photograph's begins with who took it."""

    PHOTOGRAPHER = "photographer"
    PRINCIPAL = "principal"
    SPEAKER = "speaker"
    MEDIUM = "medium"
    AGENCY = "agency"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one block; `block` is the index into `Article.blocks`. A dateline is never part of it."""

    span: Span
    block: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that acts or speaks in this document.

    `id` is stable across articles: a code ("BLR", "UN", "HAMAS", "IRQ:REB"), a knowledge id ("p:lukashenko"), or for
    the unknown "own:" and a slug of name and code. `code` is the guideline code of the party that it stands for
    ("BLR" for Lukashenko, "USA:MED" for a paper), or "UNKNOWN".
    """

    id: str
    code: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None  # "Presiden Belarusia", in the words of the text


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for entities; one word can stand for several ("keduanya", "Putin-Lukashenko" is two mentions).

    `entities` are ids into `Document.entities`; empty where the words could not be resolved.
    """

    span: Span
    form: MentionForm
    entities: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class TimeRef:
    """Words that say when. `start` and `end` are both included days; None where only the words are known.

    `act` are the first and last day of the act that the words lean on ("a day after Syria attacked"), where known, and
    how exactly they tell it.
    """

    span: Span
    start: date | None
    end: date | None
    grain: Grain
    anchor: Anchor
    why: str = ""
    act: tuple[date, date, Grain] | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Words that name a place; `id` is a code of the knowledge tables or None where it is not resolved.

    `state` is the ISO alpha-3 code of the state it lies in, or None (seas, unknown).
    """

    span: Span
    id: str | None
    name: str
    state: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a reporting chain.

    `named` False: a source that the report does not name; `name` then holds its words ("seorang pejabat AS"), or None
    where there are none. `beside`: it gave the words together with the link before it, and has them not from that one
    ("Reuters/AFP").
    """

    kind: HopKind
    name: str | None
    entity: str | None = None
    span: Span | None = None
    named: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is quoted with.

    `span` covers content and attribution, `content` only the words quoted (without the marks), `cue` the verb of
    saying. `speaker` is an entity id, None where unnamed or not resolved; `speaker_span` its words. `chain` runs from
    the innermost hop (the speaker or the one spoken for) outwards and leaves out the article's own agency and outlet.
    """

    span: Span
    content: Span
    manner: Manner
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    chain: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A party of an event. `span` None: known from context, no words of its own in the sentence."""

    entity: str
    code: str
    span: Span | None = None


class TieKind(StrEnum):
    """How one thing that a report tells stands to another in the same report."""

    ACCUSES = "accuses"  # an accusation → the act accused
    DENIES = "denies"  # a denial → the act denied
    ANSWERS = "answers"  # a denial → the accusation or allegation that it answers
    PROMISES = "promises"  # a promise → the act promised
    BELIEVES = "believes"  # somebody's belief (a quotation) → the act believed
    SAYS = "says"  # a quotation → the act told in it


@dataclass(frozen=True, slots=True)
class Inner:
    """An act inside the words of another: what is accused, denied or promised.

    `trigger` are its words. An act that is only promised is no event of its own.
    """

    kind: TieKind
    trigger: Span
    type: EventType


@dataclass(frozen=True, slots=True)
class EventMention:
    """One political event as one sentence reports it; types and statuses as in docs/concepts.md."""

    sentence: int
    trigger: Span
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    speaker: Party | None
    time: TimeRef | None
    place: PlaceRef | None
    score: float
    why: tuple[str, ...]
    chain: tuple[Hop, ...] = ()
    inner: tuple[Inner, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its annotation. `done` says which layers were made; a stage may rely only on those."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeRef, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[EventMention, ...] = ()
    done: frozenset[Layer] = frozenset()
    notes: tuple[Note, ...] = ()
