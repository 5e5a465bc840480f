"""What speaks for two accounts being of one act and what against, one feature a function; each says why in a few words.

A feature gives points of evidence: above 0 for, below 0 against, 0 where one of the two says nothing on the matter.
`barred` says that nothing else can make it good. All are symmetric.
"""

from functools import lru_cache
from typing import NamedTuple

from kawat import knowledge
from kawat.corroborate.accounts import QUAD, Account
from kawat.corroborate.blocking import EXACT_DAYS, PLANNED_LONG, PLANNED_WITHIN, TOLD_WITHIN, exact
from kawat.corroborate.kinds import ACROSS, MUTUAL
from kawat.corroborate.outlines import Outline, Spread
from kawat.model import EventType, Status
from kawat.model.codes import UNKNOWN, bare, sector_of, side_of

STORY_OF_TWO = 1.2
"""The most points that headlines and first paragraphs of two reports bring."""
MOST_SUBJECT = 3.8
"""The most points that what two sentences are about brings."""
MOST_COUNTS = 0.8
"""The most points that numbers and ordinals bring."""


Told = Account | Outline
"""What is asked of both alike."""


class Score(NamedTuple):
    """Points of evidence and what they rest on: words, a set of them, or a form of words and what is put into it.

    Words are made when they are shown: of a hundred pairs that are compared, one is.
    """

    value: float
    what: str | frozenset[str] | tuple[str | int, ...]
    barred: bool = False

    @property
    def detail(self) -> str:
        """What the points rest on, in words."""
        if isinstance(self.what, tuple):
            return str(self.what[0]).format(*self.what[1:]).rstrip()
        return self.what if isinstance(self.what, str) else " ".join(sorted(self.what)) or "nothing in common"


_NO_PERSONS, _NO_PLACE = Score(0.0, "no persons on one side"), Score(0.0, "place not told")
_NO_DAY = Score(0.0, "day not told")

_AGAINST_THE_STATE = frozenset({"OPP", "REB"})
_FUTURE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})

_OTHER_MATTER = 0.42
_FEW, _FEW_SHARED = 2, 0.4  # so few terms say little
_READ_OTHERWISE = (-0.2, 0.4)  # told in one word alike, or in several

# Acts of which states exchange many in a day: the same parties, type and day say less.
_FREQUENT = {EventType.ASSAULT: -1.0, EventType.ACCUSE: -0.4, EventType.SUPPORT: -0.4, EventType.MOBILIZE: -0.4}


def two_deeds(left: Account, right: Account) -> bool:
    """Whether one sentence tells both, as deeds of two kinds: "seized the boat and detained its crew"."""
    if left.article != right.article or left.letters != right.letters or left.type is not right.type:
        return False
    return None not in (left.mode, right.mode) and left.mode != right.mode


def same_type(left: Told, right: Told) -> Score:
    """The type of the act; reports may call an agreement support, but an accusation is never the act itself."""
    one, other = left.type, right.type
    if one is other:
        # what is denied, or still told long after, was no small matter: not one act of many
        notable = Status.DENIED in (left.status, right.status) or _recalled(left, right)
        points = 0.8 + (0.0 if notable else _FREQUENT.get(one, 0.0))
        if left.mode == right.mode:
            return Score(points, ("{} {}", one, left.mode or ""))
        # a visit is not the talks that are held on it
        apart = -0.9 if (left.mode and right.mode) or "visit" in (left.mode, right.mode) else 0.0
        return Score(points + apart, ("{} {} and {}", one, left.mode or "?", right.mode or "?"))
    words = left.deed & right.deed
    if words and (QUAD[one] == QUAD[other] or frozenset((one, other)) in ACROSS):
        # "sends troops" is help to one coder and a deployment to another
        points = _READ_OTHERWISE[len(words) > 1]
        return Score(points, ("{} and {}, both told as {}", one, other, " ".join(sorted(words))))
    if QUAD[one] == QUAD[other]:
        return Score(-1.3, ("{} and {}, both {}", one, other, QUAD[one]))
    if frozenset((one, other)) in ACROSS:
        return Score(-1.6, ("{} and {}", one, other))
    return Score(-9.0, ("{} and {}", one, other), barred=True)


def same_parties(left: Told, right: Told) -> Score:
    """Who did it to whom: the two roles apart, except in mutual acts, where reports order the parties freely."""
    mutual = left.type in MUTUAL and right.type in MUTUAL
    return _by_roles(left.actors, right.actors, left.recipients, right.recipients, mutual)


_Codes = tuple[str, ...]


@lru_cache(maxsize=1 << 14)  # the same few meet again and again
def _by_roles(left: _Codes, right: _Codes, left_others: _Codes, right_others: _Codes, mutual: bool) -> Score:  # noqa: FBT001
    doers = _known(left), _known(right)
    others = _known(left_others), _known(right_others)
    one, other = doers[0] | others[0], doers[1] | others[1]
    if not one or not other:
        return Score(0.0, "parties not told")
    shared = " ".join(sorted(one & other)) or "none in common"
    if mutual and one == other:
        return Score(2.5 if len(one) > 1 else 1.2, shared)
    if not mutual and _crossed(doers, others):
        return Score(-9.0, f"{shared}, the other way round", barred=True)
    if mutual:
        if not one & other or (one - other and other - one):
            return Score(-9.0, f"{' '.join(sorted(one))} and {' '.join(sorted(other))}", barred=True)
        return Score(1.3, shared)
    homes = frozenset(bare(code) for code in doers[0] | doers[1])
    roles = [_role(*doers), _role(*others, homes)]
    return Score(sum(points for points, _ in roles), shared, barred=any(barred for _, barred in roles))


def _role(one: frozenset[str], other: frozenset[str], homes: frozenset[str] | None = None) -> tuple[float, bool]:
    """Points for one role; `homes` are the states of the doers where it is of those to whom it is done."""
    if not one or not other:
        return (0.3 if not one and not other else 0.2), False
    if one == other:
        return 1.25, False
    if one & other:
        return 0.5, False
    heads = {bare(code) for code in one} & {bare(code) for code in other}
    if heads:
        against = {sector_of(code) for code in (*one, *other)} & _AGAINST_THE_STATE
        # the state here, its people there; a raid of another state on rebels is a raid on the state where they are
        return -0.6, bool(against) and (homes is None or bool(heads & homes))
    return -9.0, True


def _crossed(doers: tuple[frozenset[str], frozenset[str]], others: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether what one does to the other, the other does to the one."""
    return bool(doers[0] & others[1] or doers[1] & others[0]) and not (doers[0] & doers[1] or others[0] & others[1])


def same_people(left: Told, right: Told) -> Score:
    """Persons who take part: the same ones, or others of the same state."""
    if not left.people or not right.people:
        return _NO_PERSONS
    one, other = frozenset(left.people), frozenset(right.people)
    if one & other:
        return Score(0.6, one & other)
    return Score(-0.6, f"{' '.join(sorted(one))} and {' '.join(sorted(other))}")


def same_time(left: Told, right: Told) -> Score:
    """Whether the days can be the same, as exactly as the less exact of the two says."""
    if left.start is None or right.start is None:
        return _by_reports(left, right)
    first, last = max(left.start, right.start), min(left.end or left.start, right.end or right.start)
    both_own = left.own and right.own
    if first > last:
        apart = (first - last).days
        if apart == 1 and not both_own:
            return Score(0.3, "a day apart, not told by both sentences")
        if apart == 1 and left.language != right.language:
            return Score(-0.5, "a day apart, as zones allow")
        return Score(-9.0, ("{} days apart", apart), barred=both_own or apart > EXACT_DAYS or apart == 1)
    if left.article == right.article:
        return Score(0.5, "the same day in one report")  # most of a report is of one day
    longer = max(((one.end or one.start) - one.start).days for one in (left, right) if one.start) + 1
    shared = (last - first).days + 1
    if longer == shared:
        points = 2.5 if longer < EXACT_DAYS else 1.6 if _one_news(left, right) else 0.8
        return Score(points if both_own else points - 0.6, ("the same {} days", shared))
    if longer <= EXACT_DAYS:
        return Score(1.2, ("{} of {} days shared", shared, longer))
    if longer > 31:
        # a plan is told with the day by which it shall be done
        return Score(1.0 if _carried_out(left, right) else 0.1, ("{} of {} days shared", shared, longer))
    return Score(1.2 if _recalled(left, right) else 0.6, ("{} of {} days shared", shared, longer))


def _carried_out(left: Told, right: Told) -> bool:
    """Whether one is a plan and the other done after it was told."""
    if (left.status in _FUTURE) == (right.status in _FUTURE):
        return False
    plan, done = (left, right) if left.status in _FUTURE else (right, left)
    return plan.reported is not None and done.reported is not None and plan.reported <= done.reported


def _one_news(left: Told, right: Told) -> bool:
    """Whether both are told within a few days."""
    if left.reported is None or right.reported is None:
        return False
    return abs((left.reported - right.reported).days) <= TOLD_WITHIN


def _recalled(left: Told, right: Told) -> bool:
    """Whether one report tells long after the other."""
    if left.reported is None or right.reported is None:
        return False
    return abs((left.reported - right.reported).days) > PLANNED_WITHIN


def _by_reports(left: Told, right: Told) -> Score:
    """At least one is undated: it is measured by the day of its report."""
    dated = left if left.start is not None else right if right.start is not None else None
    if dated is not None:
        told = (right if dated is left else left).reported
        loose = right if dated is left else left
        if told is None or dated.start is None or dated.end is None:
            return _NO_DAY
        if left.article == right.article and loose.status not in _FUTURE:
            return Score(0.5, "a day here, none there, in one report")
        if not exact(dated):
            near = -31 <= (told - dated.end).days <= PLANNED_WITHIN
            points = 0.8 if _one_news(left, right) else 0.0 if near else -1.0
            return Score(points, "a month here, no day there")
        lag = (told - dated.start).days
        called_off = loose.status is Status.DENIED and dated.status in _FUTURE and lag < -1
        if loose.status in _FUTURE or called_off:
            ahead = (dated.end - told).days
            held = -1 <= ahead <= (PLANNED_LONG if left.deed & right.deed else PLANNED_WITHIN)
            points = 0.3 if ahead <= PLANNED_WITHIN else 0.0
            what = "called off" if called_off else "planned"
            return Score(points if held else -9.0, ("{} {} days before", what, -lag), barred=not held)
        if -1 <= lag <= 3:
            return Score(1.2, ("reported {} days after", lag))
        return Score(-0.5 if 0 <= lag <= TOLD_WITHIN else -3.0, ("reported {} days after", lag), barred=lag < -1)
    if left.reported is None or right.reported is None:
        return _NO_DAY
    apart = abs((left.reported - right.reported).days)
    if apart > TOLD_WITHIN and (left.status in _FUTURE) != (right.status in _FUTURE):
        plan, done = (left, right) if left.status in _FUTURE else (right, left)
        held = plan.reported is not None and done.reported is not None and plan.reported <= done.reported
        return Score(0.0 if held else -9.0, ("planned {} days before the report", apart), barred=not held)
    points = (1.0, 1.0, 0.6, 0.2)[apart] if apart < 4 else -1.0
    return Score(points, ("reported {} days apart", apart), barred=apart > TOLD_WITHIN)


def same_place(left: Told, right: Told) -> Score:
    """The place of the act; one act is not in two towns of a state."""
    one, other = left.place, right.place
    if one is None or other is None:
        return _NO_PLACE
    if one == other:
        return Score(0.9 if one not in left.parties else 0.3, one)
    within = {_state(one), _state(other)}
    if one in within or other in within:
        return Score(0.2, ("{} and {}", one, other))
    towns = one.startswith("l:") and other.startswith("l:") and len(within) == 1 and None not in within
    return Score(-2.5 if towns else -1.2, ("{} and {}", one, other), barred=towns)


def _state(place: str) -> str | None:
    known = knowledge.get(place)
    return known.state if known else None


def same_subject(left: Account, right: Account) -> Score:
    """What the sentences are about; across languages only by subjects, names and numbers."""
    if left.letters == right.letters:
        return Score(3.5, "the same sentence")
    alike = left.language == right.language
    one, other = (left.terms, right.terms) if alike else (left.terms_abroad, right.terms_abroad)
    shared = one & other
    if min(len(one), len(other)) < _FEW:
        return Score(_FEW_SHARED if shared else 0.0, shared or "too few words")
    named = left.wording.names & right.wording.names if left.article != right.article else frozenset()
    # who and where else: a third state is seldom named by chance
    third = len(named - left.parties - right.parties)
    return Score(_subject(left, right, len(shared), len(one), len(other), third), shared)


def _subject(left: Told, right: Told, shared: int, one: int, other: int, third: int) -> float:
    """Points for `shared` terms of `one` and `other`, and `third` names of others than the parties among them."""
    # a long sentence that says what the short one says, and more, is as near as one of the same length, or nearly so
    share = 0.35 * 2 * shared / (one + other) + 0.65 * shared / min(one, other)
    points = 4.0 * (share - 0.3) if left.language == right.language else 3.5 * (share - 0.2)
    points += 0.5 * min(2, third)
    spoken = QUAD[left.type] == QUAD[right.type] == "verbal-conflict"
    if spoken and min(one, other) >= 3 and share < _OTHER_MATTER:
        points -= 1.5  # what is said is the act: two accusations of a day are two by what they are of
    return points


def most_subject(left: Account, terms: Spread, right: Outline) -> float:
    """The most that `same_subject` can bring an account with such terms and another, of which an outline is known."""
    kept = right.spread if left.language == right.language else right.spread_abroad
    if kept is None or left.letters == right.letters:
        return MOST_SUBJECT
    theirs = Spread(int(kept[0], 16), kept[1])
    least = theirs.size - len(right.parties) - len(right.people)  # those that take part are no terms
    if min(terms.size, least) < _FEW:
        return MOST_SUBJECT
    shared = terms.most_shared(theirs)
    return _subject(left, right, shared, terms.size, least, shared + len(left.people))


def same_counts(left: Account, right: Account) -> Score:
    """Numbers with what they count, and ordinals: the sixth round is not the eleventh."""
    if left.wording.nths and right.wording.nths and not left.wording.nths & right.wording.nths:
        return Score(-4.0, "another ordinal", barred=True)
    shared = left.wording.counts & right.wording.counts
    if shared:
        return Score(MOST_COUNTS, " ".join(f"{number} {what}" for what, number in sorted(shared)))
    return Score(0.5 if left.wording.nths & right.wording.nths else 0.0, "no number in common")


def same_story(left: Account, right: Account) -> Score:
    """What headline and first paragraph are about: background and news of two reports may be one act all the same."""
    if left.article == right.article:
        if left.headline != right.headline:
            return Score(2.0, "headline and text of one report")
        if (left.status is Status.DENIED) != (right.status is Status.DENIED):
            return Score(1.2, "told and denied in one report")
        # what a report tells twice it mostly points back to; a second telling in full is of a second act
        return Score(1.2, "one points back") if left.points_back or right.points_back else Score(-0.4, "one report")
    one, other = left.story_terms, right.story_terms
    shortest = min(len(one), len(other))
    if shortest < 3:
        return Score(0.0, "too few words")
    shared = len(one & other)
    points = max(-0.8, min(STORY_OF_TWO, 2.5 * (shared / shortest - 0.35)))
    if points < 0 and left.start is not None and right.start is not None and _recalled(left, right):
        points = 0.0  # what is recalled long after, with its day or month, is never what that report is about
    return Score(points, ("{} of {} words", shared, shortest))


def same_status(left: Told, right: Told) -> Score:
    """What is planned comes after its report; what one report tells as done and as planned are two acts; what is denied
    has been told."""
    if (left.status in _FUTURE) == (right.status in _FUTURE):
        # nobody denies what nobody tells
        denied = (left.status is Status.DENIED) + (right.status is Status.DENIED)
        return Score((0.0, 0.8, 0.4)[denied], ("{} and {}", left.status, right.status))
    plan, done = (left, right) if left.status in _FUTURE else (right, left)
    detail = ("{} and {}", plan.status, done.status)
    if left.article == right.article:
        return Score(-9.0, ("{} and {} in one report", plan.status, done.status), barred=True)
    if done.status is Status.DENIED:
        return Score(-0.3, detail)
    told_after = plan.published is None or done.published is None or plan.published <= done.published
    same_day = plan.start is not None and plan.start == done.start
    return Score(0.0 if told_after else -0.5, detail, barred=not (told_after or same_day))


@lru_cache(maxsize=4096)
def _known(codes: tuple[str, ...]) -> frozenset[str]:
    """The codes that say who it is; a state's soldiers, police, courts and parliament are the state."""
    return frozenset(side_of(code) for code in codes if code != UNKNOWN)
