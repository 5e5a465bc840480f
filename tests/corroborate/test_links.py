"""Which accounts are judged to tell of one act, and what derives from such judgements."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, OPPOSITION, PUTIN, RUS, TASS, UKR, Says, report

from kawat.corroborate import FEATURES, Account, clusters, compare, keys, link, origins, standing
from kawat.model import EventType, Grain, Hop, HopKind, Judgement, Link, Place, Record, Status

MARCH = date(2022, 3, 11)
SOCHI = Place("l:sochi", "Sochi", "Sochi")
KIEV = Place("l:kyiv", "Kyiv", "Kiev")
BY = "kawat 0.1"


def account(record: Record) -> Account:
    codes = {entity.id: entity.code for entity in record.entities}
    claim = record.claims[0]
    return Account(
        claim,
        record.article.id,
        tuple(codes[party] for party in claim.actors),
        tuple(codes[party] for party in claim.recipients),
        record.article.published.date() if record.article.published else None,
    )


def told(name: str, says: Says, published: date | None = MARCH + timedelta(days=1)) -> Account:
    return account(report(name, says, published=published))


MEETING = Says("Putin menemui Lukashenko di Sochi.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=MARCH, place=SOCHI)
ATTACK = Says("Rusia menyerang gudang di Kyiv.", EventType.ASSAULT, (RUS,), (UKR,), day=MARCH, place=KIEV)

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
    (ATTACK, replace(ATTACK, place=None, sentence="Pasukan menembaki pelabuhan Odesa."), None),
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
    assert compare(left, right)[0] == compare(right, left)[0]
    for item in made:
        assert (item.left, item.right, item.by, item.at) == ("c-dua-0", "c-satu-0", BY, NOW)
        assert [name for name, _ in item.why] == [name for name, _, _ in FEATURES]
        assert keys(left) & keys(right), "what is judged the same must come to be compared"


def test_weights_add_up_to_one() -> None:
    assert sum(weight for _, _, weight in FEATURES) == pytest.approx(1)


def test_claims_of_one_article_are_not_linked() -> None:
    assert link(told("satu", MEETING), [told("satu", MEETING)], NOW, BY) == ()


def test_only_the_nearest_are_linked() -> None:
    many = [told(f"n{i:02}", MEETING) for i in range(20)]
    made = link(told("satu", MEETING), reversed(many), NOW, BY)
    assert [item.left for item in made] == [f"c-n{i:02}-0" for i in range(8)]


@pytest.mark.parametrize(
    ("says", "published", "expected"),
    [
        (MEETING, MARCH, {"verbal-cooperation|BLR|RUS|2022-03"}),
        (replace(MEETING, day=date(2022, 3, 31)), MARCH, {f"verbal-cooperation|BLR|RUS|2022-0{n}" for n in (3, 4)}),
        (replace(MEETING, day=None), date(2023, 1, 5), {"verbal-cooperation|BLR|RUS|2023-01"}),
        (replace(MEETING, day=None), None, set()),
        (replace(MEETING, actors=(OPPOSITION,)), MARCH, {"verbal-cooperation|BLR||2022-03"}),
        (replace(MEETING, actors=()), MARCH, set()),
    ],
)
def test_keys(says: Says, published: date | None, expected: set[str]) -> None:
    assert keys(told("satu", says, published)) == expected


def test_a_claim_of_a_whole_year_is_compared_by_its_report() -> None:
    one = told("satu", replace(MEETING, grain=Grain.YEAR))
    when = one.claim.date
    assert when is not None
    year = replace(one, claim=replace(one.claim, date=replace(when, start=date(2022, 1, 1), end=date(2022, 12, 31))))
    assert keys(year) == {"verbal-cooperation|BLR|RUS|2022-03"}


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
        ([(TASS, KOMPAS), (TASS, TEMPO)], ["TASS"]),  # one agency, two outlets
        ([(TASS, KOMPAS), (AP, TEMPO)], ["TASS", "AP"]),
        ([(KOMPAS,), (TEMPO,)], ["Kompas.TV", "Tempo"]),
        ([(KOMPAS,), (KOMPAS,)], ["Kompas.TV"]),
        ([(TASS, KOMPAS), (KOMPAS,)], ["TASS", "Kompas.TV"]),  # the outlet on its own word beside a relayed story
        ([(BOSS, EISMONT, BELTA, TASS, KOMPAS), (EISMONT, AP, TEMPO)], ["Lukashenko"]),  # one mouth, two agencies
        ([(EISMONT, TASS, KOMPAS), (BELTA, AP, TEMPO), (EISMONT, BELTA, TEMPO)], ["Natalia Eismont"]),
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
