"""Reviewing on the page: what is shown, what the log keeps, and who may write."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.builders import BLR, NOW, RUS, UKR, Says, report
from tests.web.browser import Browser, Page

from kawat.model import EventType, Review
from kawat.store import SqlStore, open_store
from kawat.web import create_app
from kawat.web.review import Reviewing, local

DAY = date(2022, 3, 11)


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for name in ("satu", "dua"):
                says = Says(f"Rusia akan mendukung Belarusia {name}.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY)
                writer.put(report(name, says), NOW, {})
            writer.put(
                report("tiga", Says("Minsk akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,))), NOW, {}
            )
        yield opened


@pytest.fixture
def ani(store: SqlStore) -> Browser:
    return Browser(create_app(store, reviewing=Reviewing(store, "Ani", lambda: NOW)))


def log(store: SqlStore) -> tuple[Review, ...]:
    with store.view() as view:
        return view.reviewed()


def test_a_whole_round(store: SqlStore, ani: Browser) -> None:
    seen = []
    for verdict, more in (
        ("accepted", {}),
        ("corrected", {"status": "alleged", "type": "", "actors": "Minsk"}),
        ("rejected", {"note": "no such act"}),
    ):
        page = ani.get("/review.json").json()
        seen.append(page["claim"]["id"])
        reply = ani.post("/review", {"claim": page["claim"]["id"], "verdict": verdict, "back": "/review", **more})
        assert (reply.status_code, reply.headers["location"]) == (303, "/review")
    assert sorted(seen) == ["c-dua-0", "c-satu-0", "c-tiga-0"]
    end = ani.get("/review.json").json()
    assert (end["claim"], end["progress"]["mine"], end["last"]["claim"]) == (None, 3, seen[2])
    assert "waits for you" in Page(ani.get("/review").text).text
    made = log(store)
    assert [(one.verdict.value, one.by, one.at) for one in made] == [
        (verdict, "Ani", NOW) for verdict in ("accepted", "corrected", "rejected")
    ]
    assert made[1].changes == (("status", "alleged"), ("actors", "Minsk (BLR)"))
    assert made[2].note == "no such act"
    text = Page(ani.get("/claims").text).text
    for words in (
        "accepted by Ani",
        "corrected by Ani: status: alleged; actors: Minsk",
        "1 claim that reviewers reject left out",
    ):
        assert words in text
    report = Page(ani.get(f"/article/a-{seen[2][2:-2]}").text).text
    assert "rejected by Ani" in report, "in its report it stays in sight"
    assert "no such act" in report
    assert "unreviewed" not in Page(ani.get(f"/claims?article=a-{seen[0][2:-2]}").text).text.partition("A line here")[0]
    assert ani.post("/review", {"claim": seen[2], "verdict": "undone"}).status_code == 303
    assert ani.get("/review.json").json()["claim"]["id"] == seen[2]


def test_unreviewed_is_seen_wherever_claims_are(ani: Browser) -> None:
    for address in ("/", "/claims", "/dyad/RUS/BLR", "/actor/BLR", "/article/a-satu"):
        page = Page(ani.get(address).text)
        assert any(a.get("class") == "review unreviewed" for _, a in page.tags), address
    assert {row["review"] for row in ani.get("/claims.json").json()["claims"]} == {"unreviewed"}


def test_the_reader_takes_a_verdict_and_comes_back(store: SqlStore, ani: Browser) -> None:
    page = Page(ani.get("/article/a-satu").text)
    assert "accepted" in page.values("value")
    back = "/article/a-satu#c-satu-0"
    reply = ani.post("/review", {"claim": "c-satu-0", "verdict": "accepted", "back": back})
    assert reply.headers["location"] == back
    assert "accepted by Ani" in Page(ani.get("/article/a-satu").text).text
    shown = ani.get("/review.json?claim=c-satu-0").json()
    assert (shown["claim"]["id"], shown["said"][0]["verdict"]) == ("c-satu-0", "accepted")


def test_keys_lead_to_what_they_say(ani: Browser) -> None:
    ani.post("/review", {"claim": "c-dua-0", "verdict": "skipped"})
    page = Page(ani.get("/review").text)
    assert set(page.values("data-key")) == {"a", "r", "s", "u"}
    assert (page.values("data-open"), page.values("data-focus")) == (["e"], ["n"])


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"claim": "c-none", "verdict": "accepted"}, 404),
        ({"claim": "c-satu-0", "verdict": "sure"}, 400),
        ({"claim": "c-satu-0"}, 400),
        ({"claim": "c-satu-0", "verdict": "corrected"}, 400),
        ({"claim": "c-satu-0", "verdict": "corrected", "date": "'; drop table claim; --"}, 400),
        ({"claim": "c-satu-0", "verdict": "noted", "note": "x" * 600}, 400),
        ({"claim": "c-satu-0", "verdict": "noted", "note": "x" * 20_000}, 413),
        ({f"f{n}": "x" for n in range(40)}, 400),
    ],
)
def test_what_cannot_be_said_is_refused(store: SqlStore, ani: Browser, form: dict[str, str], code: int) -> None:
    assert ani.post("/review", form).status_code == code
    assert log(store) == ()


def test_other_sites_and_programs_without_an_origin_write_nothing(store: SqlStore, ani: Browser) -> None:
    form = {"claim": "c-satu-0", "verdict": "accepted"}
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
    ):
        assert ani.post("/review", form, headers=headers).status_code == 403
    plain = ani.request("POST", "/review", headers={"content-type": "application/x-www-form-urlencoded"})
    assert plain.status_code == 403
    assert ani.post("/review", form, headers={"content-type": "text/plain"}).status_code == 415
    assert log(store) == ()
    assert ani.post("/review", form, headers={"origin": "http://127.0.0.1:8035"}).status_code == 303


def test_without_a_reviewer_nothing_is_written(store: SqlStore) -> None:
    nobody = Browser(create_app(store))
    assert nobody.post("/review", {"claim": "c-satu-0", "verdict": "accepted"}).status_code == 403
    page = Page(nobody.get("/review").text)
    assert "--reviewer" in page.text
    assert "verdict" not in page.values("name")
    assert "verdict" not in Page(nobody.get("/article/a-satu").text).values("name")
    assert log(store) == ()


def test_notes_and_corrections_are_escaped(ani: Browser) -> None:
    evil = "<img src=x onerror=alert(1)>"
    ani.post("/review", {"claim": "c-satu-0", "verdict": "corrected", "place": evil, "note": evil})
    for address in ("/claims", "/review?claim=c-satu-0", "/article/a-satu"):
        text = ani.get(address).text
        assert evil not in text
        assert "&lt;img" in text


def test_an_empty_store_has_a_page() -> None:
    with open_store(":memory:") as empty:
        page = Page(Browser(create_app(empty, reviewing=Reviewing(empty, "Ani"))).get("/review").text)
        assert "waits for you" in page.text


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/claims?actor=BLR#c1", True),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("https://evil.example", False),
        ("javascript:alert(1)", False),
        ("/a\r\nSet-Cookie: x=1", False),
        ("", False),
    ],
)
def test_one_comes_back_to_this_page_alone(address: str, kept: bool) -> None:
    assert local(address) == (address if kept else None)
