"""What every store does, run over each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, OPPOSITION, PUTIN, RUS, Says, report
from tests.random_records import random_record

from kawat.model import EventType, Judgement, Link, Record, Relay, RelayKind, Status
from kawat.store import MEMORY, ClaimFilter, QuotationFilter, SqlStore, Store, Who, open_store

Open = Callable[[], SqlStore]
NO_KEYS: dict[str, tuple[int, ...]] = {}


@contextmanager
def closing(store: SqlStore) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    path = MEMORY if request.param == "memory" else str(tmp_path / "kawat.db")
    with closing(open_store(path, busy_seconds=0.2)) as opened:
        yield opened


def put(store: Store, *records: Record, at: datetime = NOW) -> list[bool]:
    done = []
    for record in records:
        with store.writer() as writer:
            done.append(writer.put(record, at, NO_KEYS))
    return done


def read(store: Store, article: str, pipeline: str | None = None) -> Record | None:
    with store.view() as view:
        return view.record(article, pipeline)


def test_what_is_read_is_what_was_written(store: Store, record: Record) -> None:
    records = [record, *(random_record(seed) for seed in range(60))]
    assert all(put(store, *records))
    for written in records:
        assert read(store, written.article.id) == written
    with store.view() as view:
        assert list(view.records()) == sorted(records, key=lambda one: one.article.id)
        assert view.counts().articles == len(records)
    assert store.check() == ()


def test_the_offset_of_a_clock_is_kept(store: Store, record: Record) -> None:
    put(store, record)
    found = read(store, record.article.id)
    assert found is not None
    assert found.article.published is not None
    assert found.article.published.utcoffset() == timedelta(hours=7)


def test_the_same_reading_is_kept_once_and_a_new_one_beside_it(store: Store, record: Record) -> None:
    newer = replace(record, pipeline="2.0+new", claims=record.claims[:1])
    assert put(store, record, record, newer, newer) == [True, False, True, False]
    assert read(store, record.article.id) == newer
    assert read(store, record.article.id, record.pipeline) == record
    assert read(store, record.article.id, "3.0+none") is None
    assert read(store, "a:none") is None
    with store.view() as view:
        assert (view.has(record.article.id, "2.0+new"), view.has(record.article.id, "3.0+none")) == (True, False)
        assert view.counts().runs == 2
        assert [one.claim.id for one in view.claims(ClaimFilter()).rows] == [newer.claims[0].id]
    assert store.check() == ()


def test_a_transaction_that_fails_leaves_nothing(store: Store, record: Record) -> None:
    def cut_off() -> None:
        with store.writer() as writer:
            writer.put(record, NOW, {record.claims[0].id: (1,)})
            raise RuntimeError("cut off")

    with pytest.raises(RuntimeError, match="cut off"):
        cut_off()
    with store.view() as view:
        assert view.counts().articles == 0
        assert view.passages("Arvania").total == 0
    assert put(store, record) == [True]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda r: replace(r, entities=r.entities[1:]), "no entity of the record"),
        (lambda r: replace(r, claims=(replace(r.claims[0], sentence="Lain."),)), "not what stands at"),
        (lambda r: replace(r, claims=(r.claims[0], r.claims[0])), "share the id"),
        (lambda r: replace(r, article=replace(r.article, text=r.article.text[:30])), "in a text of 30 characters"),
    ],
)
def test_a_record_that_is_not_sound_is_refused(
    store: Store, record: Record, spoil: Callable[[Record], Record], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        put(store, spoil(record))
    with store.view() as view:
        assert view.counts().articles == 0


def test_text_that_no_database_holds_is_refused(store: Store, record: Record) -> None:
    text = record.article.text
    for letter in ("\0", "\ud800"):
        with pytest.raises(Exception, match=r"null characters|half a character"):
            put(store, replace(record, article=replace(record.article, text=text + letter)))


def test_the_same_bytes_under_another_path_are_kept_in_sight(store: Store, record: Record) -> None:
    put(store, record)
    with store.writer() as writer:
        writer.meet(record.article.id, "salinan.txt", NOW)
        writer.meet(record.article.id, "salinan.txt", NOW)
    with store.view() as view:
        assert view.met(record.article.id, "salinan.txt")
        assert view.met(record.article.id, record.article.source)
        assert not view.met(record.article.id, "lain.txt")


def test_links_are_appended(store: Store) -> None:
    made = [
        Link("a", "b", Judgement.SAME, 0.9, (("type", 1.0), ("words", 0.25)), "kawat 0.1", NOW),
        Link("a", "b", Judgement.DIFFERENT, 1.0, (), "Rina", NOW + timedelta(hours=1)),
        Link("b", "c", Judgement.UNSURE, 0.7, (), "kawat 0.1", NOW),
    ]
    with store.writer() as writer:
        writer.link(made[:1])
        writer.link(made[1:])
    with store.view() as view:
        assert view.links(["a"]) == tuple(made[:2])
        assert view.links(["b", "z"]) == tuple(made)
        assert view.links([]) == ()


REPORTS = (
    report(
        "satu",
        Says("Putin menemui Lukashenko.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=date(2022, 3, 11)),
        Says(
            "Minsk dituduh membantu Rusia menyerang Ukraina.",
            EventType.AID,
            (BLR,),
            (RUS,),
            status=Status.ALLEGED,
            day=date(2022, 2, 24),
        ),
        quotes=(("Kami tidak akan ikut perang.", LUKASHENKO), ("Tidak ada komentar.", None)),
    ),
    report(
        "dua",
        Says("Oposisi mengecam Minsk.", EventType.ACCUSE, (OPPOSITION,), (BLR,), speaker=OPPOSITION),
        Says(
            "Rusia akan mengirim senjata ke Belarusia.",
            EventType.AID,
            (RUS,),
            (BLR,),
            status=Status.PLANNED,
            speaker=PUTIN,
            day=date(2023, 9, 15),
        ),
        agency=AP,
        published=date(2023, 9, 16),
        quotes=(("Kami akan mengirimnya.", PUTIN),),
    ),
)


@pytest.fixture(params=["file", "memory"], scope="module")
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the two reports, only read."""
    path = MEMORY if request.param == "memory" else str(tmp_path_factory.mktemp("store") / "kawat.db")
    with closing(open_store(path)) as opened:
        put(opened, *REPORTS)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ClaimFilter(), "satu-1 satu-0 dua-1 dua-0"),
        (ClaimFilter(actor=Who(code="BLR")), "satu-1 satu-0 dua-0"),
        (ClaimFilter(actor=Who(code="BLR:OPP")), "dua-0"),
        (ClaimFilter(actor=Who(id="p:alexander-lukashenko")), "satu-0"),
        (ClaimFilter(recipient=Who(code="BLR")), "dua-1 dua-0"),
        (ClaimFilter(either=Who(id="BLR")), "satu-1 dua-1 dua-0"),
        (ClaimFilter(either=Who(code="BL")), ""),
        (ClaimFilter(between=(Who(code="BLR"), Who(code="RUS"))), "satu-1 satu-0 dua-1"),
        (ClaimFilter(between=(Who(code="RUS"), Who(code="BLR"))), "satu-1 satu-0 dua-1"),
        (ClaimFilter(between=(Who(code="BLR"), Who(id="p:alexander-lukashenko"))), ""),
        (ClaimFilter(speaker=Who(code="RUS")), "dua-1"),
        (ClaimFilter(speaker=Who(id="own:oposisi-belarusia")), "dua-0"),
        (ClaimFilter(type=EventType.AID), "satu-1 dua-1"),
        (ClaimFilter(status=Status.ALLEGED), "satu-1"),
        (ClaimFilter(agencies=("m:tass",)), "satu-1 satu-0"),
        (ClaimFilter(agencies=("ap",)), "dua-1 dua-0"),
        (ClaimFilter(agencies=("harian contoh",)), ""),
        (ClaimFilter(since=date(2022, 3, 11)), "satu-0 dua-1"),
        (ClaimFilter(until=date(2022, 3, 11)), "satu-1 satu-0"),
        (ClaimFilter(undated=True), "dua-0"),
        (ClaimFilter(reported=date(2022, 3, 13)), "dua-1 dua-0"),
        (ClaimFilter(reported=date(2022, 3, 12)), "satu-1 satu-0 dua-1 dua-0"),
        (ClaimFilter(words="SENJATA"), "dua-1"),
        (ClaimFilter(words='"senjata mengirim"'), ""),
        (ClaimFilter(words="- / *"), ""),
        (ClaimFilter(ids=("c-dua-0", "c-none")), "dua-0"),
        (ClaimFilter(article="a-dua"), "dua-1 dua-0"),
        (ClaimFilter(actor=Who(code="BLR"), status=Status.DENIED), ""),
    ],
)
def test_claims(filled: Store, wanted: ClaimFilter, ids: str) -> None:
    with filled.view() as view:
        page = view.claims(wanted)
    assert [one.claim.id for one in page.rows] == [f"c-{name}" for name in ids.split()]
    assert page.total == len(page.rows)


def test_a_limit_keeps_the_newest(filled: Store) -> None:
    with filled.view() as view:
        page = view.claims(ClaimFilter(), 2)
        assert ([one.claim.id for one in page.rows], page.total) == (["c-dua-1", "c-dua-0"], 4)
        assert (view.claims(ClaimFilter(), 0).rows, view.claims(ClaimFilter(), 0).total) == ((), 4)


def test_a_stored_claim_brings_its_parties_and_its_article(filled: Store) -> None:
    with filled.view() as view:
        found = view.claims(ClaimFilter(ids=("c-dua-1",))).rows[0]
    assert found.claim == REPORTS[1].claims[1]
    assert found.entity("p:vladimir-putin") == PUTIN
    assert (found.header.headline, found.header.outlet, found.header.agency) == ("Berita dua", "Harian Contoh", "AP")
    with pytest.raises(KeyError):
        found.entity("UKR")


def test_quotations(filled: Store) -> None:
    with filled.view() as view:

        def words(wanted: QuotationFilter) -> list[str]:
            return [one.quotation.id for one in view.quotations(wanted).rows]

        assert words(QuotationFilter()) == ["q-satu-0", "q-satu-1", "q-dua-0"]
        assert words(QuotationFilter(speaker=Who(code="BLR"))) == ["q-satu-0"]
        assert words(QuotationFilter(speaker=Who(id="p:vladimir-putin"))) == ["q-dua-0"]
        assert words(QuotationFilter(since=date(2023, 1, 1))) == ["q-dua-0"]
        assert words(QuotationFilter(ids=("q-satu-1",))) == ["q-satu-1"]
        assert view.quotations(QuotationFilter(ids=("q-satu-0",))).rows[0].speaker == LUKASHENKO


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("lukashenko", ["a-satu"]),
        ("berita", ["a-dua", "a-satu"]),
        ("Putin-Lukashenko 11/3/2022", []),
        ('"akan mengirim"', ["a-dua"]),
        ("mengirim akan", ["a-dua"]),
        ("mengi*", ["a-dua", "a-dua"]),
        ("mengi", []),
        ("NOT OR AND NEAR(", []),
        ("col:umn ^x", []),
        ('"', []),
        ("''; drop table run", []),
    ],
)
def test_search(filled: Store, words: str, articles: list[str]) -> None:
    with filled.view() as view:
        page = view.passages(words)
    assert sorted(one.header.article for one in page.rows) == articles
    assert page.total == len(articles)
    for one in page.rows:
        record = next(r for r in REPORTS if r.article.id == one.header.article)
        assert one.excerpt.strip("…") in one.span.of(record.article.text)


def test_names(filled: Store) -> None:
    with filled.view() as view:
        assert view.named("minsk") == (BLR,)
        assert view.named("  VLADIMIR   putin ") == (PUTIN,)
        assert view.named("Min") == ()
        assert view.present(Who(code="BLR"))
        assert view.present(Who(code="BLR:OPP"))
        assert not view.present(Who(code="BL"))
        assert view.present(Who(id="p:vladimir-putin"))
        assert not view.present(Who(id="RU"))
        assert (view.entity("own:oposisi-belarusia"), view.entity("own:none")) == (OPPOSITION, None)
        assert (view.roles("p:vladimir-putin"), view.roles("BLR")) == (("Presiden Rusia",), ())
        assert [(use.name, use.articles) for use in view.names("BLR")] == [
            ("Belarus", 2),
            ("Belarusia", 2),
            ("Minsk", 2),
        ]
        assert (view.names("BLR")[0].first, view.names("BLR")[0].last) == (date(2022, 3, 12), date(2023, 9, 16))
        assert view.names_from("mins") == ("minsk",)


def test_counts_of_an_actor(filled: Store) -> None:
    with filled.view() as view:
        assert {t.value: t.claims for t in view.tally(ClaimFilter(actor=Who(code="BLR")))} == {
            "alleged": 1,
            "asserted": 2,
        }
        assert {t.value: t.claims for t in view.counterparts(Who(code="BLR"), 10)} == {"RUS": 3}


def test_ids_are_found_by_their_beginning(filled: Store) -> None:
    with filled.view() as view:
        assert [(one.kind, one.article) for one in view.find("c-dua-0")] == [("claim", "a-dua")]
        assert [one.id for one in view.find("q-satu")] == ["q-satu-0", "q-satu-1"]
        assert [one.kind for one in view.find("a-s")] == ["article"]
        assert view.find("zzz") == ()


def test_comparable_claims_share_a_key(store: Store) -> None:
    dyad, satu, dua = 2**63 - 1, 1, 2
    for own, record in zip((satu, dua), REPORTS, strict=True):
        packed = {claim.id: f"packed {claim.id}" for claim in record.claims}
        with store.writer() as writer:
            writer.put(record, NOW, {claim.id: (dyad, own) for claim in record.claims}, packed)
    with store.view() as view:
        found = {line: frozenset(shared) for line, shared in view.comparable([dyad, dua])}
        assert found["packed c-dua-0"] == found["packed c-dua-1"] == {dyad, dua}
        assert found["packed c-satu-0"] == {dyad}
        assert {line for line, _ in view.comparable([dua])} == {"packed c-dua-0", "packed c-dua-1"}
        assert view.comparable([3]) == view.comparable([]) == ()
        assert view.packed(["c-satu-0", "c-none"]) == {"c-satu-0": "packed c-satu-0"}


def test_bodies_that_share_a_key_of_their_sketch(store: Store) -> None:
    for record, sketch in zip(REPORTS, (("b1", "b2"), ("b2", "b3")), strict=True):
        with store.writer() as writer:
            writer.put(record, NOW, NO_KEYS, None, sketch)
    with store.view() as view:
        (found,) = view.alike(["b1", "b2"], "a-satu", 10)
        assert (found.header.article, found.text.splitlines()[0]) == ("a-dua", "Oposisi mengecam Minsk.")
        assert view.alike(["b1"], "a-satu", 10) == ()
        assert view.alike([], "a-satu", 10) == ()
        assert view.alike(["b2"], "a-none", 1)[0].header.article == "a-dua"
        assert [one.header.article for one in view.bodies(["a-satu", "a-none", "a-dua"])] == ["a-dua", "a-satu"]


def test_relays_are_kept_once_a_pair(store: Store) -> None:
    put(store, *REPORTS)
    first, better = (Relay("a-dua", "a-satu", kind, 0.5) for kind in (RelayKind.TRANSLATION, RelayKind.PART))
    with store.writer() as writer:
        writer.relay([first])
        writer.relay([better])
    with store.view() as view:
        assert view.relays(["a-satu"]) == view.relays(["a-dua", "a-satu"]) == (better,)
        assert view.relays(["a-none"]) == view.relays([]) == ()
    assert store.check() == ()


def test_a_point_in_time_without_a_zone_is_refused(store: Store, record: Record) -> None:
    with pytest.raises(Exception, match="zone"):
        put(store, record, at=datetime(2024, 1, 1))
