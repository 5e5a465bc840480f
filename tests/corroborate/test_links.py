"""Which accounts are judged to tell of one act, and what derives from such judgements."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, OPPOSITION, PUTIN, RUS, TASS, UKR, Says, report

from kawat.corroborate import (
    FEATURES,
    Account,
    Kept,
    accounts,
    acts,
    clusters,
    compare,
    keys,
    link,
    link_all,
    origins,
    packed,
    probes,
    standing,
    unpacked,
)
from kawat.corroborate.outlines import outlined, spread
from kawat.model import EventType, Grain, Hop, HopKind, Judgement, Link, Place, Relay, RelayKind, Status

MARCH = date(2022, 3, 11)
SOCHI = Place("l:sochi", "Sochi", "Sochi")
KIEV = Place("l:kyiv", "Kyiv", "Kiev")
BY = "kawat 0.1"


def told(name: str, says: Says, published: date | None = MARCH + timedelta(days=1)) -> Account:
    made = accounts(report(name, says, published=published))[0]
    return (
        replace(made, end=date(says.day.year, says.day.month, 28)) if says.day and says.grain is Grain.MONTH else made
    )


MEETING = Says("Putin menemui Lukashenko di Sochi.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=MARCH, place=SOCHI)
ATTACK = Says("Rusia menyerang gudang di Kyiv.", EventType.ASSAULT, (RUS,), (UKR,), day=MARCH, place=KIEV)

MONTH = replace(ATTACK, day=date(2022, 3, 1), grain=Grain.MONTH)
"""Told of a month only."""

ALIKE = [
    # the same act, in other words and another language
    (MEETING, replace(MEETING, sentence="Putin met Lukashenko in Sochi on Friday."), Judgement.SAME),
    (MEETING, replace(MEETING, actors=(BLR, RUS), sentence="Lukashenko bertemu Putin di Sochi."), Judgement.SAME),
    (MEETING, replace(MEETING, day=MARCH + timedelta(days=1)), Judgement.SAME),
    (
        ATTACK,
        replace(ATTACK, status=Status.DENIED, sentence="Rusia membantah menyerang gudang di Kyiv."),
        Judgement.SAME,
    ),
    (ATTACK, replace(ATTACK, place=None, sentence="Gudang di Kyiv diserang Rusia."), Judgement.SAME),
    # another act
    (MEETING, replace(MEETING, day=MARCH + timedelta(days=30)), None),
    (MEETING, replace(MEETING, type=EventType.ASSAULT), None),
    (MEETING, replace(MEETING, actors=(PUTIN,), recipients=(UKR,)), None),
    (ATTACK, replace(ATTACK, actors=(UKR,), recipients=(RUS,)), None),
    (ATTACK, replace(ATTACK, place=SOCHI, sentence="Pasukan menembaki pelabuhan."), None),
    # states do the same to each other twice a day: type, parties and day alone do not do
    (ATTACK, replace(ATTACK, place=None, sentence="Pasukan menembaki pelabuhan Odesa."), Judgement.UNSURE),
    # at home it matters who: the opposition is not the state
    (replace(ATTACK, actors=(BLR,), recipients=()), replace(ATTACK, actors=(OPPOSITION,), recipients=()), None),
    # nobody known, no day: nothing to go by
    (replace(ATTACK, actors=(), recipients=(), day=None, place=None), replace(ATTACK, day=None, actors=()), None),
]


@pytest.mark.parametrize(("one", "other", "judgement"), ALIKE)
def test_link(one: Says, other: Says, judgement: Judgement | None) -> None:
    left, right = told("satu", one), told("dua", other)
    made = link(left, [right], NOW, BY)
    assert [item.judgement for item in made] == ([] if judgement is None else [judgement])
    assert made == link(right, [left], NOW, BY), "a judgement has no direction"
    assert compare(left, right).score == compare(right, left).score
    assert (unpacked(packed(left)), unpacked(packed(right))) == (left, right)
    for item in made:
        assert (item.left, item.right, item.by, item.at) == ("c-dua-0", "c-satu-0", BY, NOW)
        assert [name for name, _ in item.why] == [name for name, *_ in FEATURES]
        assert keys(left) & probes(right), "what is judged the same must come to be compared"
        assert keys(right) & probes(left), "whichever comes first"


def test_an_outline_never_hides_what_would_be_judged() -> None:
    says = [one for *pair, _ in ALIKE for one in pair]
    says += [replace(one, sentence="Paris menuduh Roma menutup perbatasan dan menahan kapal nelayan.") for one in says]
    some = [told(f"{at}", one) for at, one in enumerate((*says, *(replace(one, day=None) for one in says)))]
    hidden = 0
    for mine, other in permutations(some, 2):
        read: list[Account] = []

        def whole(one: Account = other, read: list[Account] = read) -> Account:
            read.append(one)
            return one

        stored = [(Kept(outlined(packed(other)), whole), [1])]
        assert link_all([mine], {1: [0]}, stored, NOW, BY) == link(mine, [other], NOW, BY)
        hidden += not read
    assert hidden > len(some) * (len(some) - 1) // 2


def test_terms_in_common_are_never_more_than_their_bits_allow() -> None:
    dice = Random(7)  # noqa: S311  no secret
    words = [f"kata{at}" for at in range(60)]
    for _ in range(500):
        one, other = (set(dice.sample(words, dice.randint(0, 40))) for _ in range(2))
        most = spread(one).most_shared(spread(other))
        assert len(one & other) <= most <= min(len(one), len(other))


def test_an_account_of_an_older_kawat_has_an_outline_too() -> None:
    mine, other = told("satu", ATTACK), told("dua", ATTACK)
    older = json.loads(packed(other))
    del older["spread"], older["spread_abroad"]
    stored = [(Kept(outlined(json.dumps(older)), lambda: other), [1])]
    assert link_all([mine], {1: [0]}, stored, NOW, BY) == link(mine, [other], NOW, BY) != ()


def test_two_deeds_of_one_sentence_are_two_acts() -> None:
    words = "Rusia menyita kapal Ukraina dan menahan awaknya."
    some = (replace(ATTACK, sentence=words, type=EventType.COERCE),) * 2
    one, other = (
        tuple(replace(a, mode=mode) for a, mode in zip(accounts(report(name, *some)), ("seize", "arrest"), strict=True))
        for name in ("satu", "dua")
    )
    assert link(one[0], one[1:], NOW, BY) == ()
    assert link(replace(one[0], mode=None), one[1:], NOW, BY) != ()
    links = [found for mine in one for found in link(mine, other, NOW, BY)]
    joined = {frozenset(act.claims) for act in acts((*one, *other), links)}
    assert joined == {frozenset({"c-satu-0", "c-dua-0"}), frozenset({"c-satu-1", "c-dua-1"})}


def test_one_claim_is_not_linked_to_itself() -> None:
    assert link(told("satu", MEETING), [told("satu", MEETING)], NOW, BY) == ()


FAR = date(2022, 5, 30)
BEFORE = MARCH - timedelta(days=20)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        (MEETING, MEETING, (MARCH, MARCH)),
        (MEETING, replace(MEETING, day=MARCH + timedelta(days=1)), (MARCH, MARCH)),
        (replace(MEETING, day=date(2022, 3, 31)), replace(MEETING, day=date(2022, 4, 1)), (MARCH, MARCH)),
        (MEETING, replace(MEETING, day=None), (MARCH, MARCH + timedelta(days=4))),
        (replace(MEETING, day=None), replace(MEETING, day=None), (MARCH, MARCH + timedelta(days=4))),
        (replace(MEETING, day=None, status=Status.PLANNED), MEETING, (MARCH - timedelta(days=40), MARCH)),
        (replace(MEETING, day=None, status=Status.PLANNED), replace(MEETING, day=None), (MARCH, FAR - timedelta(20))),
        (MEETING, replace(MEETING, type=EventType.COOPERATE), (MARCH, MARCH)),
        # called off in a report that names no day, weeks before it; and told a day ahead of the act, as zones allow
        (replace(MEETING, status=Status.PLANNED), replace(MEETING, day=None, status=Status.DENIED), (BEFORE, BEFORE)),
        (MEETING, replace(MEETING, day=None), (MARCH, MARCH - timedelta(days=1))),
        # who leaves a role open meets who does not, and others that leave it open
        (replace(ATTACK, recipients=()), ATTACK, (MARCH, MARCH)),
        (replace(ATTACK, recipients=()), replace(ATTACK, recipients=(), day=None), (MARCH, MARCH)),
        (replace(ATTACK, actors=(RUS, BLR)), ATTACK, (MARCH, MARCH)),
        # what is told of a month meets what is told of a day in it, or denied without one
        (MONTH, ATTACK, (MARCH, MARCH)),
        (MONTH, replace(ATTACK, recipients=()), (MARCH, MARCH)),
        (MONTH, replace(ATTACK, day=None, status=Status.DENIED), (MARCH, MARCH)),
        (replace(MONTH, status=Status.PLANNED), ATTACK, (MARCH - timedelta(days=30), MARCH)),
    ],
)
def test_what_may_be_one_act_meets_whichever_comes_first(one: Says, other: Says, published: tuple[date, date]) -> None:
    left, right = told("satu", one, published[0]), told("dua", other, published[1])
    assert keys(left) & probes(right)
    assert keys(right) & probes(left)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        (MEETING, replace(MEETING, day=MARCH + timedelta(days=2)), (MARCH, MARCH)),
        (MEETING, replace(MEETING, day=None), (MARCH, FAR)),
        (replace(MEETING, day=None), replace(MEETING, day=None), (MARCH, FAR)),
        (MEETING, ATTACK, (MARCH, MARCH)),
        (replace(MEETING, actors=()), MEETING, (MARCH, MARCH)),
        (ATTACK, replace(ATTACK, recipients=(BLR,)), (MARCH, MARCH)),
        (replace(MEETING, day=None), MEETING, (None, MARCH)),
    ],
)
def test_what_cannot_be_one_act_does_not_meet(
    one: Says, other: Says, published: tuple[date | None, date | None]
) -> None:
    left, right = told("satu", one, published[0]), told("dua", other, published[1])
    assert not keys(left) & probes(right)
    assert not keys(right) & probes(left)


def test_a_day_apart_meets_only_where_one_of_the_days_may_be_another() -> None:
    one, other = told("satu", ATTACK), told("dua", replace(ATTACK, day=MARCH + timedelta(days=1)))
    assert keys(one) & probes(other), "the days are of the reports"
    sure = replace(one, own=True), replace(other, own=True)
    assert not keys(sure[0]) & probes(sure[1]), "both sentences name their day"
    assert not keys(sure[1]) & probes(sure[0])
    english = replace(sure[1], language="en")
    assert keys(sure[0]) & probes(english), "zones differ"
    assert keys(english) & probes(sure[0])


def test_a_recalled_act_is_no_act_of_many() -> None:
    """Troops "reported" to have entered, and a year later told of the month: one act, that of the month."""
    entry = replace(
        ATTACK, type=EventType.MOBILIZE, place=None, sentence="Pasukan Rusia dilaporkan masuk lewat Belarusia."
    )
    first = replace(told("satu", replace(entry, status=Status.ALLEGED)), own=True)
    month = replace(
        entry, day=date(2022, 3, 1), grain=Grain.MONTH, sentence="Rusia mengerahkan pasukan lewat Belarusia."
    )
    recalled = replace(told("dua", month, published=date(2023, 9, 16)), own=True)
    beside = replace(told("dua", month), own=True)
    assert compare(first, recalled).score > compare(first, beside).score
    assert [one.judgement for one in link(first, [recalled], NOW, BY)] == [Judgement.SAME]


def test_a_plan_is_carried_out_by_its_day() -> None:
    leave = Says("Rusia menarik pasukan dari Belarusia.", EventType.RETREAT, (RUS,), day=MARCH)
    done = told("satu", leave)
    until = replace(
        told("dua", replace(leave, status=Status.PLANNED), published=date(2022, 1, 5)),
        start=date(2022, 1, 1),
        end=date(2022, 6, 30),
    )
    assert [one.judgement for one in link(done, [until], NOW, BY)] == [Judgement.SAME]
    asserted = replace(until, status=Status.ASSERTED)
    assert compare(done, asserted).score < compare(done, until).score


def test_a_raid_on_rebels_is_a_raid_on_the_state_where_they_are() -> None:
    abroad = replace(ATTACK, place=None, recipients=(BLR,))
    rebels = replace(abroad, recipients=(OPPOSITION,))
    assert not compare(told("satu", abroad), told("dua", rebels)).barred
    home = replace(abroad, actors=(BLR,), recipients=(LUKASHENKO,))
    assert compare(told("satu", home), told("dua", replace(home, recipients=(OPPOSITION,)))).barred


def test_an_act_may_be_read_as_two_neighbouring_types() -> None:
    """Soldiers sent are help to one coder and a deployment to another; the word for it tells that it is one act."""
    sent = replace(ATTACK, type=EventType.AID, place=None, sentence="Rusia mengirim pasukan ke Ukraina.")
    one = replace(told("satu", sent), deed=frozenset({"send"}))
    two = replace(told("dua", replace(sent, type=EventType.MOBILIZE)), deed=frozenset({"send"}))
    assert [found.judgement for found in link(one, [two], NOW, BY)] == [Judgement.SAME]
    assert dict(compare(one, two).features)["type"].detail == "AID and MOBILIZE, both told as send"
    drills = replace(sent, type=EventType.MOBILIZE, sentence="Armada Rusia berlatih menembak dekat Ukraina.")
    other = replace(told("tiga", drills), deed=frozenset({"drill"}))
    assert compare(one, other).score < 0.5 < compare(one, two).score
    threat = replace(one, type=EventType.THREATEN)
    assert compare(threat, replace(two, type=EventType.AID)).barred, (
        "the same word does not make a threat an act of aid"
    )


@pytest.mark.parametrize("days", [90, 130])
def test_a_plan_told_in_the_words_of_the_act_waits_longer(days: int) -> None:
    reopen = replace(MEETING, type=EventType.AGREE, actors=(RUS, BLR), place=None)
    reopen = replace(reopen, sentence="Rusia dan Belarusia membuka kembali kedutaan.")
    done = replace(told("satu", replace(reopen, type=EventType.SUPPORT)), deed=frozenset({"open", "embassy"}))
    ahead = replace(reopen, day=None, status=Status.PLANNED)
    plan = replace(told("dua", ahead, published=MARCH - timedelta(days=days)), deed=frozenset({"open", "embassy"}))
    other = replace(plan, deed=frozenset({"visit"}))
    held = days <= 120
    assert compare(done, plan).barred is not held
    assert compare(done, other).barred
    if held:
        assert [one.judgement for one in link(done, [plan], NOW, BY)] == [Judgement.SAME]
        assert keys(plan) & probes(done)
        assert keys(done) & probes(plan)


def test_what_a_state_is_read_to_do_to_itself_is_open() -> None:
    """Whom it attacks was not understood there, and may be whoever another report names."""
    itself, other = told("satu", replace(ATTACK, recipients=(RUS,))), told("dua", ATTACK)
    assert itself.recipients == ()
    assert [one.judgement for one in link(itself, [other], NOW, BY)] == [Judgement.SAME]
    assert keys(itself) & probes(other)
    assert keys(other) & probes(itself)


def judged(left: str, right: str, judgement: Judgement = Judgement.SAME, score: float = 0.9, by: str = BY) -> Link:
    return Link(left, right, judgement, score, (), by, NOW)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], "a b c d"),
        ([judged("a", "b")], "ab c d"),
        ([judged("a", "b"), judged("b", "c")], "abc d"),
        ([judged("a", "b", Judgement.UNSURE)], "a b c d"),
        ([judged("a", "z"), judged("b", "z")], "a b c d"),
        # a person's word holds, whatever Kawat says before or after
        ([judged("a", "b"), judged("a", "b", Judgement.DIFFERENT, by="Rina")], "a b c d"),
        ([judged("a", "b", Judgement.DIFFERENT), judged("a", "b", by="Rina")], "ab c d"),
        # two that are different do not meet by way of a third; the surer link wins
        (
            [
                judged("a", "b", score=0.9),
                judged("b", "c", score=0.8),
                judged("a", "c", Judgement.DIFFERENT, by="Rina"),
            ],
            "ab c d",
        ),
        (
            [
                judged("a", "b", score=0.8),
                judged("b", "c", score=0.9),
                judged("a", "c", Judgement.DIFFERENT, by="Rina"),
            ],
            "a bc d",
        ),
    ],
)
def test_clusters_whatever_the_order(links: list[Link], expected: str) -> None:
    for ordered in permutations(links):
        assert clusters("dbca", ordered) == tuple(tuple(members) for members in expected.split())


def test_clusters_of_many_do_not_depend_on_the_order() -> None:
    random = Random(7)  # noqa: S311  no secret
    names = [f"c{i:02}" for i in range(30)]
    links = []
    for _ in range(60):
        left, right = sorted(random.sample(names, 2))
        links.append(judged(left, right, random.choice(list(Judgement)), random.choice((0.8, 0.9))))
    first = clusters(names, links)
    for _ in range(10):
        random.shuffle(links)
        random.shuffle(names)
        assert clusters(names, links) == first


def test_the_last_judgement_of_kawat_holds() -> None:
    later = replace(judged("a", "b", Judgement.UNSURE), at=NOW + timedelta(days=1))
    assert standing([later, judged("a", "b")]) == {("a", "b"): later}


KOMPAS, TEMPO = (Hop(HopKind.OUTLET, name) for name in ("Kompas.TV", "Tempo"))
EISMONT = Hop(HopKind.SPEAKER, "Natalia Eismont", "own:eismont")
BOSS = Hop(HopKind.PRINCIPAL, "Lukashenko", "p:alexander-lukashenko")
BELTA = Hop(HopKind.MEDIUM, "BelTA")
NOBODY = Hop(HopKind.SPEAKER, None)


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        # a denial in both stories makes no one origin of two agencies
        ([(AP, TEMPO), (EISMONT, AP, TEMPO), (EISMONT, TASS, KOMPAS), (TASS, KOMPAS)], ["AP", "TASS"]),
        ([(TASS, KOMPAS), (TASS, TEMPO)], ["TASS"]),  # one agency, two outlets
        ([(TASS, KOMPAS), (AP, TEMPO)], ["TASS", "AP"]),
        ([(KOMPAS,), (TEMPO,)], ["Kompas.TV", "Tempo"]),
        ([(KOMPAS,), (KOMPAS,)], ["Kompas.TV"]),
        ([(TASS, KOMPAS), (KOMPAS,)], ["TASS", "Kompas.TV"]),  # the outlet on its own word beside a relayed story
        ([(BOSS, EISMONT, BELTA, TASS, KOMPAS), (EISMONT, AP, TEMPO)], ["Natalia Eismont"]),  # one mouth, two agencies
        ([(EISMONT, TASS, KOMPAS), (BELTA, AP, TEMPO), (EISMONT, BELTA, TEMPO)], ["BelTA", "Natalia Eismont"]),
        ([(NOBODY, TASS, KOMPAS), (NOBODY, AP, TEMPO)], ["TASS", "AP"]),  # the unnamed are not one person
        ([(), ()], [None, None]),
        ([(Hop(HopKind.AGENCY, "tass"), KOMPAS), (Hop(HopKind.AGENCY, "TASS"), TEMPO)], ["TASS"]),
    ],
)
def test_origins(chains: list[tuple[Hop, ...]], expected: list[str | None]) -> None:
    named = {f"c{i}": chain for i, chain in enumerate(chains)}
    found = origins(named)
    assert sorted(str(one.name) for one in found) == sorted(map(str, expected))
    assert sorted(claim for one in found for claim in one.claims) == sorted(named)
    backwards = dict(reversed(named.items()))
    assert origins(backwards) == found


def test_a_claim_belongs_to_the_origin_whose_word_it_is_and_not_to_that_of_its_text() -> None:
    chains = {"c0": (Hop(HopKind.SPEAKER, "Minsk", "BLR"),), "c1": (EISMONT, AP), "c2": (EISMONT, TASS, KOMPAS)}
    texts = {"c0": "a-satu", "c1": "a-satu", "c2": "a-dua"}
    found = origins(chains, texts, [Relay("a-satu", "a-tiga", RelayKind.PART, 0.6)])
    assert [(one.name, one.claims) for one in found] == [("Minsk", ("c0",)), ("Natalia Eismont", ("c1", "c2"))]


def test_what_a_later_report_recalls_need_not_be_what_it_is_about() -> None:
    (story,) = (feature for name, feature in FEATURES if name == "story")
    news = replace(told("satu", ATTACK), story=frozenset("abcdef"))
    soon = replace(told("dua", ATTACK, MARCH + timedelta(days=2)), story=frozenset("uvwxyz"))
    late = replace(told("tiga", ATTACK, MARCH + timedelta(days=120)), story=frozenset("uvwxyz"))
    assert story(news, soon).value < 0
    assert story(news, late).value == 0
    assert story(news, replace(late, start=None, end=None)).value < 0
