"""What the views make of rows: time, acts side by side, sources, networks, doors."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, PUTIN, RUS, UKR, Says, report
from tests.web.browser import Browser, Page

from kawat import query
from kawat.export.formats import FORMATS
from kawat.model import Date, Entity, EntityKind, EventType, Grain, Judgement, Link, Place, Record, Status
from kawat.store import SqlStore, open_store
from kawat.web import answers, create_app, draw
from kawat.web.event import event
from kawat.web.pages import Mark, MonthPoint, Timeline

DAY = date(2022, 3, 11)
SUPPORT = Says("Rusia akan mendukung Belarusia penuh.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY)

REPORTS = (
    report("satu", SUPPORT, Says("Minsk akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED)),
    report("dua", replace(SUPPORT, sentence="Moskow akan mendukung Minsk segera."), agency=AP, outlet="Warta"),
    report(
        "tiga",
        replace(SUPPORT, sentence="Rusia dituduh mendukung Belarusia.", status=Status.ALLEGED, speaker=PUTIN),
        published=date(2022, 3, 20),
        quotes=(("Kami akan menang.", PUTIN), ("Sanksi itu sia-sia.", LUKASHENKO)),
    ),
    report("empat", Says("Rusia akan menemui Belarusia.", EventType.CONSULT, (RUS, BLR), day=date(2022, 5, 2))),
)


def scored(record: Record) -> Record:
    """The record with a score each claim, and a month in place of the second day of May."""
    claims = []
    for claim in record.claims:
        when = claim.date
        if when and when.start == date(2022, 5, 2):
            when = Date(date(2022, 5, 1), date(2022, 5, 31), Grain.MONTH, "Mei 2022")
        claims.append(
            replace(claim, date=when, cameo="050", goldstein=3.5 if claim.type is EventType.SUPPORT else -1.0)
        )
    return replace(record, claims=tuple(claims))


def link(left: str, right: str) -> Link:
    first, second = sorted((left, right))
    return Link(first, second, Judgement.SAME, 0.9, (("type", 1.0),), "editor", NOW)


@pytest.fixture(scope="module")
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for record in REPORTS:
                writer.put(scored(record), NOW, {})
            writer.link([link("c-satu-0", "c-dua-0"), link("c-dua-0", "c-tiga-0")])
        yield opened


@pytest.fixture(scope="module")
def client(store: SqlStore) -> Browser:
    return Browser(create_app(store))


def test_the_curve_counts_an_act_once_and_only_what_is_asserted(client: Browser) -> None:
    timeline = client.get("/dyad/RUS/BLR.json").json()["timeline"]
    assert [(m["month"], m["events"], m["scored"], m["mean"]) for m in timeline["months"]] == [
        ("2022-03-01", 1, 1, 3.5),
        ("2022-05-01", 1, 1, -1.0),
    ]
    marks = [(m["start"], m["end"], m["status"], m["reports"]) for m in timeline["marks"]]
    assert marks == [
        ("2022-03-11", "2022-03-11", "alleged", 3),
        ("2022-03-11", "2022-03-11", "asserted", 3),
        ("2022-05-01", "2022-05-31", "asserted", 1),
    ]
    page = Page(client.get("/dyad/RUS/BLR").text)
    assert [tag for tag, _ in page.tags].count("svg") == 1
    assert "rect" in [t for t, a in page.tags if "bar" in (a.get("class") or "")], "a month is a bar"
    table = [a["href"] for t, a in page.tags if t == "a" and "since=" in (a.get("href") or "")]
    assert table, "a month leads to its claims"
    for address in table:
        assert address
        assert client.get(address.replace("/dyad/RUS/BLR", "/dyad/RUS/BLR.json")).json()["total"] >= 1


def test_an_act_in_all_reports(client: Browser) -> None:
    page = client.get("/event/c-dua-0.json").json()
    assert [c["id"] for c in page["claims"]] == ["c-dua-0", "c-satu-0", "c-tiga-0"], "in the order of the reports"
    compared = {one["fact"]: one for one in page["compared"]}
    assert compared["Status"]["differs"]
    assert compared["Status"]["values"] == ["asserted", "asserted", "alleged"]
    assert not compared["Outlet"]["differs"], "another outlet is no contradiction"
    assert not compared["Act"]["differs"]
    assert len(page["origins"]) == 2
    assert page["only_here"][0] == ["Moskow", "Minsk", "segera"]
    assert "differs" in Page(client.get("/event/c-dua-0").text).text
    alone = client.get("/event/c-empat-0.json").json()
    assert (len(alone["claims"]), alone["only_here"]) == (1, [[]])


def test_two_reports_side_by_side(client: Browser) -> None:
    acts = client.get("/event/c-dua-0.json").json()["claims"]
    left, right = acts[0]["article"]["id"], acts[2]["article"]["id"]
    page = client.get(f"/compare/{left}/{right}.json").json()
    assert (page["left"]["id"], page["right"]["id"]) == (left, right)
    (shared,) = [one for one in page["both"] if one["left"][0]["id"] == "c-dua-0"]
    assert [one["id"] for one in shared["right"]] == ["c-tiga-0"]
    assert "Status" in shared["differs"], "asserted here, alleged there"
    told = {row["id"] for one in page["both"] for row in one["left"]} | {row["id"] for row in page["only_left"]}
    assert told == {row["id"] for row in client.get(f"/article/{left}.json").json()["claims"]}
    assert "Two reports side by side" in Page(client.get(f"/compare/{left}/{right}").text).text
    beside = client.get(f"/article/{left}.json").json()["beside"]
    assert right in [one["report"]["id"] for one in beside]
    assert f"/compare/{left}/{right}" in client.get(f"/article/{left}").text
    assert client.get(f"/compare/{left}/{left}").status_code == 400
    assert client.get(f"/compare/{left}/zzz").status_code == 404


def test_one_place_under_two_names_is_no_difference() -> None:
    places = [
        Place("l:moscow", "Moskow", "Moskow"),
        Place("l:moscow", "Moscow", "Moscow"),
        Place(None, "Minsk", "Minsk"),
    ]
    told = [report(name, replace(SUPPORT, place=place)) for name, place in zip("abc", places, strict=True)]
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for record in told:
                writer.put(record, NOW, {})
            writer.link([link("c-a-0", "c-b-0")])
        found = {one.fact: one for one in event(opened, "c-a-0").compared}
        assert (found["Place"].values, found["Place"].differs) == (("Moskow", "Moscow"), False)
        with opened.writer() as writer:
            writer.link([link("c-b-0", "c-c-0")])
        assert {one.fact for one in event(opened, "c-a-0").compared if one.differs} == {"Place"}


def test_what_changed_stands_at_the_start(client: Browser) -> None:
    (changed,) = client.get("/index.json").json()["changed"]
    assert changed["statuses"] == ["asserted", "alleged"]
    assert client.get("/.json").json() == client.get("/index.json").json()
    assert "Told with several statuses" in Page(client.get("/").text).text


def test_sources_and_their_shares(client: Browser) -> None:
    page = client.get("/sources.json").json()
    assert {(o["name"], o["claims"], o["reports"]) for o in page["outlets"]} == {
        ("Harian Contoh", 4, 3),
        ("Warta", 1, 1),
    }
    leads = [
        a["href"] for t, a in Page(client.get("/sources").text).tags if t == "a" and "outlet=" in (a["href"] or "")
    ]
    assert sorted(client.get(str(one).replace("?", ".json?")).json()["total"] for one in leads) == [1, 4]
    tass = next(a for a in page["agencies"] if a["name"] == "TASS")
    assert (tass["state_owned"], tass["claims"], tass["state_media"]) == (True, 4, 4)
    ap = next(a for a in page["agencies"] if a["name"] == "AP")
    assert (ap["state_owned"], ap["state_media"]) == (False, 0)


def test_the_network_round_an_actor(client: Browser) -> None:
    page = client.get("/network/Belarusia.json").json()
    assert [n["actor"]["id"] for n in page["nodes"]] == ["BLR", "RUS", "UKR"]
    assert {(e["source"], e["target"], e["status"], e["events"]) for e in page["edges"]} == {
        ("RUS", "BLR", "asserted", 2),
        ("RUS", "BLR", "alleged", 1),
        ("BLR", "UKR", "denied", 1),
    }
    same = client.get("/network/Belarusia").text
    assert same == client.get("/network/Belarusia").text
    assert [tag for tag, _ in Page(same).tags].count("table") == 1


def test_those_of_a_sector_go_by_their_state_and_not_by_words_of_one_report() -> None:
    soldiers = Entity("BLR:MIL", "BLR:MIL", EntityKind.GROUP, "tentaranya")
    struck = Says("Tentaranya menyerang gudang Ukraina.", EventType.ASSAULT, (soldiers,), (UKR,), day=DAY)
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            writer.put(report("lima", struck, others=(soldiers,)), NOW, {})
        client = Browser(create_app(opened))
        nodes = client.get("/network/UKR.json").json()["nodes"]
        assert [n["actor"]["name"] for n in nodes] == ["Ukraine", "Belarus, armed forces"]
        assert client.get("/actor/tentara Belarusia.json").json()["actor"]["name"] == "Belarus, armed forces"
        told = " ".join(Page(client.get("/claims").text).text.split())
        assert "tentaranya BLR:MIL" in told


def test_quotations_carry_their_citation(client: Browser) -> None:
    page = Page(client.get("/quotes/Putin").text)
    assert "“Kami akan menang.” (Vladimir Putin; via TASS; Harian Contoh; Berita tiga; 2022-03-20)" in page.text
    (target,) = [v for v in page.values("href") if v.endswith("#q-tiga-0")]
    assert "q-tiga-0" in Page(client.get(target.partition("#")[0]).text).values("id")
    assert client.get("/quotes/Putin.json?manner=indirect").json()["quotations"] == []


def test_every_number_of_a_dossier_leads_to_its_claims(client: Browser) -> None:
    page = Page(client.get("/actor/Belarusia").text)
    numbers = [
        (attrs["href"], n) for n, (tag, attrs) in enumerate(page.tags) if "status=" in str(attrs.get("href", ""))
    ]
    assert len(numbers) >= 3
    dossier = client.get("/actor/Belarusia.json").json()
    for line in dossier["statuses"]:
        for key, side in (("acts", "actor"), ("undergoes", "recipient"), ("says", "speaker")):
            found = client.get(f"/claims.json?{side}=BLR&status={line['status']}").json()["total"]
            assert found == line[key]


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_door_gives_what_the_view_shows(client: Browser, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    reply = client.get(f"/export/{name}?a=RUS&b=BLR")
    assert reply.status_code == 200
    assert f'filename="kawat-{name}.' in reply.headers["content-disposition"]
    if FORMATS[name].sidecar:
        with zipfile.ZipFile(io.BytesIO(reply.body)) as archive:
            assert len(archive.namelist()) == 2
            assert archive.testzip() is None


def test_a_door_keeps_the_conditions(client: Browser) -> None:
    for conditions, total in (("a=RUS&b=BLR", 4), ("a=RUS&b=BLR&status=alleged", 1), ("article=a-satu", 2)):
        lines = client.get(f"/export/jsonl?{conditions}").text.splitlines()
        assert len(lines) == total
        assert all("between=RUS,BLR" in json.loads(line)["query"] for line in lines if "a=" in conditions[:2])
    text = client.get("/export/csv?either=UKR").text.removeprefix("\ufeff")
    assert [row["status"] for row in csv.DictReader(io.StringIO(text))] == ["denied"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "Klaim terbaru"),
        ("/dyad/RUS/BLR", "Menurut waktu"),
        ("/actor/BLR", "Dengan siapa"),
        ("/event/c-dua-0", "Berdampingan"),
        ("/sources", "milik negara"),
        ("/nothing", "Tidak ada halaman ini"),
    ],
)
def test_in_indonesian(client: Browser, address: str, words: str) -> None:
    asked = client.get(f"{address}?lang=id")
    assert words in Page(asked.text).text
    assert '<html lang="id">' in asked.text
    assert "lang=id" in asked.headers["set-cookie"]
    assert words in client.get(address, headers={"cookie": "lang=id"}).text
    assert words not in client.get(address, headers={"cookie": "lang=xx"}).text


def point(month: date) -> MonthPoint:
    return MonthPoint(month, 1, 1, 0.0, -2.0, 2.0)


def mark(number: int, start: date, end: date | None = None) -> Mark:
    return Mark(f"e{number}", f"c{number}", "AID", Status.ASSERTED, start, end or start, "day", 1, 1, "x")


@pytest.mark.parametrize("years", [0, 1, 4, 30, 200])
def test_nothing_is_drawn_outside(years: int) -> None:
    first, last = date(1980, 1, 1), date(1980 + years, 12, 31)
    marks = tuple(mark(n, day) for n, day in enumerate([first, first, first, first, first, last, date(1980, 2, 29)]))
    drawn = draw.timeline(Timeline((point(first), point(last.replace(day=1))), (*marks, mark(9, first, last)), 8, 0))
    assert drawn is not None
    for x in (*(p.x for p in drawn.points), *(m.x + m.width for lane in drawn.lanes for m in lane.marks)):
        assert draw.LEFT <= x <= draw.WIDTH - draw.RIGHT + 6
    assert 1 <= len(drawn.ticks) <= 13
    ends = [t.label_x + (0 if t.anchor == "end" else 7 * len(t.label)) for t in drawn.ticks]
    assert max(ends) <= draw.WIDTH
    assert all(lane.top < m.y < lane.bottom for lane in drawn.lanes for m in lane.marks)
    assert len([m for lane in drawn.lanes for m in lane.marks]) == 8


def test_nothing_to_draw() -> None:
    assert draw.timeline(Timeline((), (), 0, 0)) is None


@pytest.fixture
def told_twice() -> Iterator[SqlStore]:
    """A store in which two reports tell one act with two statuses, and a third tells another act."""
    struck = Says("Rusia menyerang gudang Ukraina.", EventType.ASSAULT, (RUS,), (UKR,), day=DAY)
    reports = (
        report("m", struck, outlet="A"),
        report("n", replace(struck, sentence="Rusia menggempur gudang Ukraina.", status=Status.DENIED), outlet="B"),
        report("a", SUPPORT, outlet="C"),
    )
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for record in reports:
                writer.put(record, NOW, {})
            writer.link([link("c-m-0", "c-n-0")])
        yield opened


@pytest.mark.parametrize("when", ["brief", "rows", "claims"])
@pytest.mark.parametrize("what", ["joins acts", "takes a report out"])
def test_the_start_page_opens_while_others_write(
    told_twice: SqlStore, monkeypatch: pytest.MonkeyPatch, when: str, what: str
) -> None:
    assert [one.event for one in answers.start(told_twice, answers.Asked()).changed] == ["c-m-0"]
    asked = getattr(query, when)

    def meanwhile(store: SqlStore, *given: Any, **more: Any) -> Any:
        found = asked(store, *given, **more)
        with store.writer() as writer:
            if what == "joins acts":
                writer.link([link("c-a-0", "c-m-0")])
            else:
                writer.remove("a-m")
        return found

    monkeypatch.setattr(query, when, meanwhile)
    page = answers.start(told_twice, answers.Asked())
    assert len(page.claims) >= 2
    assert {one.report.id for one in page.read} >= {"a-a", "a-n"}


def test_what_somebody_denies_again_and_again_stands_in_the_dossier() -> None:
    denied = Says("Minsk tidak akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED, LUKASHENKO)
    first = report("enam", denied, published=date(2022, 3, 12))
    later = report("tujuh", replace(denied, sentence="Minsk menolak menyerang Ukraina."), published=date(2023, 2, 1))
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for record in (later, first):
                writer.put(record, NOW, {})
        client = Browser(create_app(opened))
        (stance,) = client.get("/actor/Lukashenko.json").json()["stances"]
        assert (stance["types"], stance["doer"]["id"], stance["reports"]) == (["ASSAULT"], "BLR", 2)
        assert [one["id"] for one in stance["objects"]] == ["UKR"]
        assert [row["id"] for row in stance["claims"]] == ["c-enam-0", "c-tujuh-0"]
        page = Page(client.get("/actor/Lukashenko").text)
        assert "Denies again and again" in page.text
        assert {"/article/a-enam#c-enam-0", "/article/a-tujuh#c-tujuh-0"} <= set(page.values("href"))
        assert client.get("/actor/Ukraina.json").json()["stances"] == []
        assert "Denies again" not in client.get("/actor/Ukraina").text
