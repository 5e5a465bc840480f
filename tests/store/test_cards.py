"""The card file says what the tables say, after reading, reading again and migrating."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, func, select
from tests.builders import AP, BLR, LUKASHENKO, NOW, OPPOSITION, PUTIN, RUS, UKR, Says, report
from tests.random_records import random_record

from kawat.model import EventType, Record, Status
from kawat.store import ClaimFilter, QuotationFilter, SqlStore, Who, cards, filing, open_store
from kawat.store import tables as t
from kawat.store.engine import transaction
from kawat.store.search import SearchIndex
from kawat.store.select import claim_keys

DAY = date(2022, 3, 11)
REPORTS = (
    report(
        "satu",
        Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY),
        Says("Minsk akan menyerang Ukraina.", EventType.ASSAULT, (BLR, PUTIN), (UKR,), Status.DENIED, LUKASHENKO),
        quotes=(("Kami akan menang.", PUTIN), ("Tidak ada yang tahu.", None)),
    ),
    report("dua", Says("Oposisi akan memprotes Minsk.", EventType.PROTEST, (OPPOSITION,), (BLR,)), agency=AP),
    report("tiga", Says("Putin akan menemui Lukashenko.", EventType.CONSULT, (PUTIN, LUKASHENKO)), published=None),
)

BELARUS = Who(code="BLR")


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        put(opened, *REPORTS)
        yield opened


def put(store: SqlStore, *records: Record) -> None:
    with store.writer() as writer:
        for record in records:
            writer.put(record, NOW, {})


def rows(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    """Every card with the claim or quotation by its id: keys differ after reading again."""
    f, q, c = filing.filed.c, filing.filed_quotation.c, t.claim.c
    claims = select(f.who, f.day, c.id, f.roles, f.status, f.type, f.last).join(t.claim, c.key == f.claim)
    quoted = select(q.who, q.day, t.quotation.c.id).join(t.quotation, t.quotation.c.key == q.quotation)
    with transaction(store._engine, "test", writes=False) as connection:
        queries = {"claims": claims, "quotations": quoted}
        queries |= {one.name: select(one) for one in (filing.name_use, filing.met, filing.counted)}
        return {name: sorted(map(tuple, connection.execute(query)), key=str) for name, query in queries.items()}


def ids(store: SqlStore, wanted: ClaimFilter) -> list[str]:
    with store.view() as view:
        page = view.claims(wanted)
        assert page.total == len(page.rows)
        assert sum(one.claims for one in view.tally(wanted)) == page.total
        return [one.claim.id for one in page.rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(), ["c-satu-0", "c-dua-0", "c-satu-1", "c-tiga-0"]),
        (ClaimFilter(actor=BELARUS), ["c-dua-0", "c-satu-1", "c-tiga-0"]),
        (ClaimFilter(actor=Who(code="BLR:OPP")), ["c-dua-0"]),
        (ClaimFilter(actor=Who(id="p:vladimir-putin")), ["c-satu-1", "c-tiga-0"]),
        (ClaimFilter(actor=Who(code="BLR", also=("p:vladimir-putin",))), ["c-dua-0", "c-satu-1", "c-tiga-0"]),
        (ClaimFilter(recipient=BELARUS, actor=Who(code="RUS")), ["c-satu-0"]),
        (ClaimFilter(recipient=BELARUS, actor=BELARUS), ["c-dua-0"]),
        (ClaimFilter(recipient=BELARUS, actor=Who(code="BLR:OPP")), ["c-dua-0"]),
        (ClaimFilter(either=BELARUS, status=Status.DENIED), ["c-satu-1"]),
        (ClaimFilter(speaker=BELARUS), ["c-satu-1"]),
        (ClaimFilter(between=(BELARUS, Who(code="RUS"))), ["c-satu-0", "c-satu-1", "c-tiga-0"]),
        (ClaimFilter(between=(Who(code="RUS"), BELARUS), type=EventType.CONSULT), ["c-tiga-0"]),
        (ClaimFilter(between=(BELARUS, Who(id="p:alexander-lukashenko"))), []),
        (ClaimFilter(agencies=("m:ap",)), ["c-dua-0"]),
        (ClaimFilter(agencies=("ap", "m:tass")), ["c-satu-0", "c-dua-0", "c-satu-1", "c-tiga-0"]),
        (ClaimFilter(since=DAY, until=DAY), ["c-satu-0"]),
        (ClaimFilter(since=date(2022, 3, 12)), []),
        (ClaimFilter(since=date(2022, 3, 12), stands_in=True), ["c-dua-0", "c-satu-1"]),
        (ClaimFilter(until=date(2022, 3, 12), stands_in=True), ["c-satu-0", "c-dua-0", "c-satu-1"]),
        (ClaimFilter(until=DAY, stands_in=True), ["c-satu-0"]),
        (ClaimFilter(undated=True, either=Who(code="UKR")), ["c-satu-1"]),
    ],
)
def test_which_claims_a_filter_wants(store: SqlStore, wanted: ClaimFilter, found: list[str]) -> None:
    assert sorted(ids(store, wanted)) == sorted(found)


def test_only_what_the_cards_tell_is_tallied(store: SqlStore) -> None:
    with store.view() as view:
        for wanted in (ClaimFilter(words="Minsk"), ClaimFilter(ids=("c-satu-0",)), ClaimFilter(rejected=True)):
            with pytest.raises(ValueError, match="tallied"):
                view.tally(wanted)


def test_the_newest_come_first_under_a_limit(store: SqlStore) -> None:
    whole = ids(store, ClaimFilter())
    assert whole[-1] == "c-tiga-0", "what has no day stands last"
    with store.view() as view:
        for limit in range(1, 4):
            cut = view.claims(ClaimFilter(), limit)
            assert [one.claim.id for one in cut.rows] == whole[-limit:]
            assert cut.total == 4


def test_partners_names_and_quotations(store: SqlStore) -> None:
    with store.view() as view:
        assert {(one.value, one.claims) for one in view.counterparts(BELARUS, 9)} == {("RUS", 3), ("UKR", 1)}
        assert {one.value for one in view.counterparts(Who(id=LUKASHENKO.id), 9)} == {"RUS"}
        names = {(use.name, use.articles, use.first) for use in view.names("RUS")}
        assert names == {(name, 3, date(2022, 3, 12)) for name in ("Rusia", "Moskow", "Kremlin")}
        assert [one.id for one in view.named("kremlin")] == ["RUS"]
        assert view.quotations(QuotationFilter()).total == 2
        assert view.quotations(QuotationFilter(speaker=Who(code="RUS"))).total == 1
        counts = view.counts()
        assert (counts.claims, counts.quotations) == (4, 2)


def test_reading_again_leaves_no_old_card(store: SqlStore) -> None:
    before = rows(store)
    fewer = replace(REPORTS[0], pipeline="2.0+test", claims=REPORTS[0].claims[:1], quotations=())
    later = replace(REPORTS[1], pipeline="2.0+test", entities=REPORTS[1].entities[:1] + REPORTS[1].entities[5:])
    put(store, fewer, later)
    with open_store(":memory:") as fresh:
        put(fresh, fewer, later, REPORTS[2])
        assert rows(store) == rows(fresh)
    put(store, *(replace(one, pipeline="3.0+test") for one in REPORTS))
    assert rows(store) == before


@pytest.mark.parametrize("seed", range(3))
def test_cards_find_what_the_tables_say(seed: int) -> None:
    """Every condition on parties, by the card file and by walking the tables."""
    with open_store(":memory:") as store:
        put(store, *(random_record(100 * seed + number) for number in range(20)))
        put(store, *(replace(random_record(100 * seed + n), pipeline="2.0+test") for n in range(0, 20, 3)))
        with transaction(store._engine, "test", writes=False) as connection:
            known = connection.execute(select(t.party.c.entity, t.party.c.code).distinct()).all()
            who = {Who(id=one) for one, _ in known} | {Who(code=code) for _, code in known}
            some = sorted(who, key=str)[:14]
            wanted = [ClaimFilter(between=(one, other)) for one in some for other in some if one != other]
            wanted += [
                replace(ClaimFilter(either=one), type=kind) for one in some for kind in (None, EventType.CONSULT)
            ]
            wanted += [
                replace(ClaimFilter(actor=one), status=status) for one in some for status in (None, Status.DENIED)
            ]
            wanted += [ClaimFilter(recipient=one) for one in some] + [ClaimFilter(speaker=one) for one in some]
            ids = sorted({one for one, _ in known})
            codes = sorted({code for _, code in known if code})
            merged = [
                Who(id=ids[0], also=tuple(ids[1:4])),
                Who(id=ids[-1], also=(ids[0],)),
                Who(code=codes[0], also=tuple(ids)),
            ]
            wanted += [ClaimFilter(either=one) for one in merged] + [ClaimFilter(speaker=one) for one in merged]
            wanted += [ClaimFilter(actor=one, recipient=other) for one in (*merged, *some) for other in some]
            wanted += [
                ClaimFilter(between=(one, other)) for one in merged for other in (*some, *merged) if one != other
            ]
            hops = t.claim_hop.c
            relays = connection.execute(select(hops.entity, hops.folded).distinct()).all()
            wanted += [ClaimFilter(agencies=tuple(filter(None, one))) for one in relays]
            found = 0
            for one in wanted:
                expected = sorted(connection.execute(claim_keys(one, SearchIndex())).scalars())
                newest = connection.execute(cards.claim_keys(one, None)).scalars().all()
                assert sorted(newest) == expected, one
                assert connection.execute(cards.claim_keys(one, 3)).scalars().all() == newest[:3]
                assert connection.execute(cards.counted(one)).scalar() == len(expected)
                assert sum(number for _, number in connection.execute(cards.tallied(one))) == len(expected)
                found += bool(expected)
            assert found > 10


def test_quotations_of_an_actor_of_several_ids(store: SqlStore) -> None:
    one = Who(code="RUS", also=(PUTIN.id, LUKASHENKO.id))
    with store.view() as view:
        for limit in (None, 1):
            page = view.quotations(QuotationFilter(speaker=one), limit)
            assert ([row.speaker.id for row in page.rows if row.speaker], page.total) == ([PUTIN.id], 1)
        late = view.quotations(QuotationFilter(speaker=one, since=date(2030, 1, 1)))
        assert (late.rows, late.total) == ((), 0)


def test_filing_all_gives_the_same_cards(store: SqlStore) -> None:
    before = rows(store)
    with transaction(store._engine, "test", writes=True) as connection:
        for table in (filing.filed, filing.filed_quotation, filing.name_use, filing.met, filing.counted):
            connection.execute(delete(table))
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0
        filing.file(connection, list(connection.execute(select(t.current.c.run)).scalars()))
    assert rows(store) == before


BETWEEN = [
    ClaimFilter(between=(BELARUS, Who(code="RUS"))),
    ClaimFilter(between=(Who(code="UKR"), Who(code="RUS"))),
    ClaimFilter(between=(BELARUS, Who(code="BLR:OPP"))),
    ClaimFilter(between=(Who(id="p:vladimir-putin"), Who(id="p:alyaksandr-lukashenka"))),
    ClaimFilter(recipient=BELARUS, actor=Who(code="RUS")),
    ClaimFilter(recipient=Who(code="RUS"), actor=BELARUS),
    ClaimFilter(between=(BELARUS, Who(code="UKR")), status=Status.DENIED),
]


@pytest.mark.parametrize("most", [0, 1, 2])
def test_claims_of_a_crowd_are_found_between_any_two(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    with open_store(":memory:") as opened:
        put(opened, *REPORTS)
        expected = [ids(opened, one) for one in BETWEEN]
    assert sum(map(bool, expected)) > 3
    monkeypatch.setattr(filing, "MOST_PAIRED", most)
    with open_store(":memory:") as opened:
        put(opened, *REPORTS)
        assert [ids(opened, one) for one in BETWEEN] == expected


def test_a_claim_of_many_parties_has_few_cards() -> None:
    many = tuple(replace(RUS, id=f"x:own:{number}", name=f"Negara {number}") for number in range(200))
    says = Says("Banyak negara menandatangani perjanjian.", EventType.AGREE, many, day=DAY)
    with open_store(":memory:") as opened:
        made = report("empat", says)
        put(opened, replace(made, entities=tuple({e.id: e for e in (*made.entities, *many)}.values())))
        assert len(rows(opened)["claims"]) < 2 * len(many)
        both = (Who(id="x:own:3"), Who(id="x:own:150"))
        assert ids(opened, ClaimFilter(between=both)) == ["c-empat-0"]
        assert ids(opened, ClaimFilter(between=(both[0], Who(code="CHN")))) == []
