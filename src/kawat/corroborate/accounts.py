"""What one report tells of an act, in the form in which it is compared."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from hashlib import sha256

from kawat.corroborate.identities import OWN
from kawat.corroborate.kinds import MUTUAL
from kawat.corroborate.wording import Wording, wording
from kawat.lang import LANGUAGES, table
from kawat.model import BlockKind, Claim, Correction, Entity, EntityKind, EventType, Grain, Hop, HopKind, Record, Status
from kawat.model.codes import UNKNOWN, bare, sector_of
from kawat.text import fold, words

QUAD: dict[EventType, str] = {
    **dict.fromkeys((EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE), "verbal-cooperation"),
    **dict.fromkeys((EventType.COOPERATE, EventType.AID, EventType.RETREAT), "material-cooperation"),
    **dict.fromkeys((EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN), "verbal-conflict"),
    **dict.fromkeys(
        (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
        "material-conflict",
    ),
}
"""PLOVER's quadrant of each type."""

_MOST_STORY_TERMS = 30
_DAYS_OF_A_WORD = 7
_BEFORE_A_TIME = 1  # "promised in March", "berjanji pada Maret"
_VOICES = (HopKind.PRINCIPAL, HopKind.SPEAKER)
_OF_THE_GOVERNMENT = ("", "MIL", "COP")
_LEAD = (BlockKind.HEADLINE, BlockKind.SUBTITLE)


@dataclass(frozen=True)
class Account:
    """A claim as far as it is compared with others.

    `actors` and `recipients` are guideline codes ("BLR", "IRQ:REB") without repetition, `people` ids of the persons
    among them. `start` and `end` are the days of the act, both included, None where none is known; `own` says that the
    sentence itself tells them. `place` is an id, or a folded name after "~". `reported` is the day of the report, in
    the zone of the report. `deed` holds subjects and stems of the words for the act. `points_back` says that these
    words are such as "serangan itu". `story` holds subjects and names of the headline and the first paragraph.
    `wording` and `letters` are of the sentence; two sentences of the same letters read the same but for case and marks.
    `voices` are the states and bodies on whose word the claim stands, other than agencies and outlets. `doers` and
    `others` are ids and codes of all who stand behind `actors` and `recipients`. `governments` are those `voices` that
    are states, heard through themselves, their officials or forces and not through their people.
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
    grain: Grain | None
    own: bool
    place: str | None
    reported: date | None
    published: datetime | None
    language: str | None
    headline: bool
    points_back: bool
    deed: frozenset[str]
    wording: Wording
    story: frozenset[str]
    letters: str
    chain: tuple[Hop, ...]
    voices: tuple[str, ...]
    doers: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    governments: tuple[str, ...] = ()

    # What follows is asked for at each comparison, and an account is compared with many.

    @cached_property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part, whatever the role, as states and bodies without their sectors."""
        return heads(self.actors, self.recipients)

    @cached_property
    def terms(self) -> frozenset[str]:
        """All words of the sentence but the parties, as reports of one language share them."""
        return (self.wording.stems | self.terms_abroad) - self.parties.union(self.people)

    @cached_property
    def terms_abroad(self) -> frozenset[str]:
        """Subjects and names of the sentence but the parties: reports of two languages share no other words."""
        return (self.wording.subjects | self.wording.names) - self.parties.union(self.people)

    @cached_property
    def story_terms(self) -> frozenset[str]:
        """What headline and first paragraph are about, other than the parties."""
        return self.story - self.parties


@lru_cache(maxsize=1 << 14)  # the same few meet again and again
def heads(*sides: tuple[str, ...]) -> frozenset[str]:
    """The states and bodies of some codes without their sectors, but for what is not known."""
    return frozenset(bare(code) for side in sides for code in side if code != UNKNOWN)


def accounts(record: Record) -> tuple[Account, ...]:
    """An account for each claim of a record."""
    article = record.article
    known = {entity.id: entity for entity in record.entities}
    heads = tuple(block.span for block in article.blocks if block.kind in _LEAD)
    story = story_of(
        article.first(BlockKind.HEADLINE) or "", next(iter(article.texts(BlockKind.BODY)), ""), article.language
    )
    return tuple(
        account(
            claim,
            known,
            article=article.id,
            published=article.published,
            language=article.language,
            story=story,
            headline=any(span.covers(claim.span) for span in heads),
        )
        for claim in record.claims
    )


def account(
    claim: Claim,
    known: Mapping[str, Entity],
    *,
    article: str,
    published: datetime | None,
    language: str | None,
    story: frozenset[str],
    headline: bool,
) -> Account:
    """The account of a claim; `known` holds the entities that it names."""
    when, where = claim.date, claim.place
    parties = [known[party] for party in (*claim.actors, *claim.recipients)]
    doers, others = claim.actors, tuple(_recipients(claim, known))
    long = when is not None and (when.end - when.start).days > _DAYS_OF_A_WORD
    if long and QUAD[claim.type].startswith("verbal") and not _when_said(claim):
        when = None  # "accuses Britain of the blast last month": the month is the blast's
    sentence = claim.sentence
    if when is not None and when.raw:
        sentence = sentence.replace(when.raw, " " * len(when.raw))  # days are compared as days, not as numbers
    return Account(
        id=claim.id,
        article=article,
        type=claim.type,
        mode=claim.mode,
        status=claim.status,
        actors=_codes(doers, known),
        recipients=_codes(others, known),
        people=tuple(dict.fromkeys(one.id for one in parties if one.kind is EntityKind.PERSON)),
        start=when.start if when else None,
        end=when.end if when else None,
        grain=when.grain if when else None,
        own=bool(when and when.raw and when.raw in claim.sentence),
        place=None if where is None else where.id or f"~{fold(where.name)}",
        reported=published.date() if published else None,
        published=published,
        language=language,
        headline=headline,
        points_back=_points_back(claim, language),
        deed=_deed(claim, language),
        wording=wording(sentence, language),
        story=story,
        letters=sha256(" ".join(_letters(claim.sentence)).encode()).hexdigest()[:16],
        chain=claim.chain,
        voices=tuple(dict.fromkeys(bare(code) for code in _heard(claim, known))),
        doers=tuple((one, known[one].code) for one in doers),
        others=tuple((one, known[one].code) for one in others),
        governments=tuple(
            dict.fromkeys(bare(code) for code in _heard(claim, known) if sector_of(code) in _OF_THE_GOVERNMENT)
        ),
    )


def account_as(one: Account, held: Correction, chain: tuple[Hop, ...]) -> Account:
    """An account with parties, speaker and place as reviewers correct them; `chain` as that makes it."""
    made = one
    if held.actors is not None:
        made = replace(made, actors=_of(held.actors), doers=tuple((party.id, party.code) for party in held.actors))
    if held.recipients is not None:
        others = tuple((party.id, party.code) for party in held.recipients)
        made = replace(made, recipients=_of(held.recipients), others=others)
    if made is not one:
        there = {party for party, _ in (*made.doers, *made.others)}
        said = [
            party.id for party in (*(held.actors or ()), *(held.recipients or ())) if party.kind is EntityKind.PERSON
        ]
        made = replace(made, people=tuple(dict.fromkeys(who for who in (*one.people, *said) if who in there)))
    if held.speaker is not None:
        codes = [party.code for party in held.speaker if party.code != UNKNOWN]
        made = replace(
            made,
            chain=chain,
            voices=tuple(map(bare, codes)),
            governments=tuple(bare(code) for code in codes if sector_of(code) in _OF_THE_GOVERNMENT),
        )
    if held.place is not None:
        where = next(iter(held.place), None)
        made = replace(made, place=None if where is None else where.id or f"~{fold(where.name)}")
    return made


def _of(some: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.code for party in some))


def _recipients(claim: Claim, known: Mapping[str, Entity]) -> Iterable[str]:
    """The ids of those to whom it is done; who it is was not understood where a state does it to itself.

    Nor where it does it to a name of no table, which has its state from the words beside it: "blew up Nord Stream".
    """
    if claim.type in MUTUAL:
        return claim.recipients
    doers = {known[one].code for one in claim.actors}
    return (one for one in claim.recipients if known[one].code not in doers or not _guessed(known[one]))


def _guessed(one: Entity) -> bool:
    return one.kind is EntityKind.STATE or one.id.startswith(OWN)


def _deed(claim: Claim, language: str | None) -> frozenset[str]:
    """Words for an act as one compares them: the type is read from them, and now and then otherwise."""
    told = wording(claim.trigger.text.lower(), language)
    return told.subjects | told.stems


def _when_said(claim: Claim) -> bool:
    """Whether a time stands before the word for what is said ("last March Kyiv promised"), or right behind it."""
    when, at = claim.date, claim.sentence.find(claim.date.raw) if claim.date and claim.date.raw else -1
    if when is None or at < 0:
        return False
    return len(words(claim.sentence[claim.trigger.span.end - claim.span.start : at])) <= _BEFORE_A_TIME


def _points_back(claim: Claim, language: str | None) -> bool:
    if language not in LANGUAGES:
        return False
    pointing = table(language, "subjects")["pointing"]
    start, end = claim.trigger.span.start - claim.span.start, claim.trigger.span.end - claim.span.start
    before, after = words(claim.sentence[:start])[-1:], words(claim.sentence[end:])[:2]
    return any(fold(word.text) in pointing["before"] for word in before) or any(
        fold(word.text) in pointing["after"] for word in after
    )


def _heard(claim: Claim, known: Mapping[str, Entity]) -> Iterable[str]:
    """The codes of those on whose word a claim stands."""
    ids = [claim.speaker, *(hop.entity for hop in claim.chain if hop.kind in _VOICES)]
    return (known[one].code for one in ids if one and one in known and known[one].code != UNKNOWN)


def story_of(headline: str, lead: str, language: str | None) -> frozenset[str]:
    """Subjects and names of a headline and a first paragraph: by them one knows which story a report belongs to."""
    found = wording(headline, language), wording(lead, language)
    terms = sorted(term for one in found for term in (*one.names, *one.subjects))
    return frozenset(dict.fromkeys(terms[: 2 * _MOST_STORY_TERMS]))


def _codes(ids: Iterable[str], known: Mapping[str, Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known[one].code for one in ids))


def _letters(sentence: str) -> list[str]:
    return [fold(word.text) for word in words(re.sub(r"\(.*?\)", "", sentence)) if word.text[0].isalnum()]
