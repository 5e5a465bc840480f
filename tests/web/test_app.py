import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.web.browser import Browser, Page, Reply

from kawat import ingest
from kawat.model import Entity, Record
from kawat.store import Store, open_store
from kawat.web import answers, create_app, warm
from kawat.web.guard import HEADERS
from kawat.web.lines import ActorLine, coded_line
from kawat.web.templating import web_link

AT = datetime(2024, 6, 1, tzinfo=UTC)
Put = Callable[[Record], Browser]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def put(store: Store) -> Put:
    def put_in(record: Record) -> Browser:
        with store.writer() as writer:
            writer.put(record, AT, {})
        return Browser(create_app(store))

    return put_in


@pytest.fixture(scope="module")
def client(record: Record) -> Iterator[Browser]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            writer.put(known(record), AT, {})
        yield Browser(create_app(opened))


def test_warming_up_asks_an_empty_store_and_a_full_one(store: Store, record: Record) -> None:
    warm(store)
    with store.writer() as writer:
        writer.put(known(record), AT, {})
    asked: list[str] = []
    view = store.view

    def counted() -> Any:
        asked.append("view")
        return view()

    store.view = counted  # type: ignore[method-assign]
    warm(store)
    assert len(asked) > 5, "start, sources, a report, an act and an actor were asked for"


def test_warming_up_outlasts_a_report_that_is_taken_out_meanwhile(
    store: Store, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writer() as writer:
        writer.put(known(record), AT, {})
    start = answers.start

    def started(opened: Store, asked: answers.Asked) -> Any:
        page = start(opened, asked)
        assert page.claims
        ingest.remove(opened, record.article.id)
        return page

    monkeypatch.setattr(answers, "start", started)
    warm(store)
    with store.view() as view:
        assert view.counts().articles == 0


STATES = {"ARV": ("PHL", "Filipina"), "BLM": ("CHN", "China")}


def known(record: Record) -> Record:
    """The record with two states that the tables know."""

    def renamed(entity: Entity) -> Entity:
        code = STATES.get(entity.code, (entity.code,))[0]
        party, name = STATES.get(entity.id, (entity.id, entity.name))
        return replace(entity, id=party, code=code, name=name)

    def parties(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(STATES.get(party, (party,))[0] for party in ids)

    claims = (replace(c, actors=parties(c.actors), recipients=parties(c.recipients)) for c in record.claims)
    return replace(record, entities=tuple(map(renamed, record.entities)), claims=tuple(claims))


VIEWS = [
    "/",
    "/claims",
    "/claims?status=denied&actor=PHL",
    "/dyad/PHL/CHN",
    "/actor/PHL",
    "/actor/Filipina",
    "/article/a0123456789abcdef",
    "/event/c1a2b3c4d5e6f7081",
    "/quotes/Filipina",
    "/quotes/own:lina-moro?manner=direct",
    "/sources",
    "/map",
    "/map?actor=PHL&status=denied",
    "/review",
    "/review?actor=PHL",
    "/network/PHL",
    "/search?q=patroli",
]


def twin(address: str) -> str:
    path, mark, rest = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + mark + rest


@pytest.mark.parametrize("address", VIEWS)
class TestEveryView:
    def test_it_is_a_whole_page(self, client: Browser, address: str) -> None:
        answer = client.get(address)
        assert answer.status_code == 200
        page = Page(answer.text)
        assert [tag for tag, _ in page.tags].count("h1") == 1
        assert [tag for tag, _ in page.tags].count("main") == 1
        ids = page.values("id")
        assert len(ids) == len(set(ids))

    def test_it_asks_nothing_of_others_and_runs_only_its_own(self, client: Browser, address: str) -> None:
        page = Page(client.get(address).text)
        assert not {"iframe", "img", "object", "style"} & {tag for tag, _ in page.tags}
        assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on") or a == "style"]
        assert [attrs for tag, attrs in page.tags if tag == "script"] == [
            {"type": "module", "src": "/static/kawat.js"}
        ], "no words stand in a script"
        assert page.values("src") == ["/static/kawat.js"]
        assert all(link.startswith(("/", "#", "?")) for link in page.values("href"))

    def test_headers(self, client: Browser, address: str) -> None:
        for asked in (address, twin(address)):
            headers = client.get(asked).headers
            assert {name: headers[name.lower()] for name in HEADERS} == HEADERS
        assert "unsafe" not in HEADERS["Content-Security-Policy"]

    def test_its_json_is_there_and_linked(self, client: Browser, address: str) -> None:
        answer = client.get(twin(address))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert isinstance(json.loads(answer.text), dict)
        assert twin(address) in Page(client.get(address).text).values("href")

    def test_its_links_lead_somewhere(self, client: Browser, address: str) -> None:
        for link in set(Page(client.get(address).text).values("href")):
            target, _, anchor = link.partition("#")
            answer = client.get(target or address) if not target.startswith("?") else client.get(address + target)
            if target.startswith("/export/"):
                assert answer.headers["content-disposition"].startswith("attachment"), link
                continue
            assert answer.status_code == 200, link
            assert not anchor or anchor in Page(answer.text).values("id"), link

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
    def test_it_only_reads(self, client: Browser, address: str, method: str) -> None:
        # Reviews alone are written, and not here: nobody was named to sign them.
        code = 403 if method == "POST" and address.partition("?")[0] == "/review" else 405
        assert client.request(method, address, headers={"sec-fetch-site": "same-origin"}).status_code == code


def test_dyad_says_who_did_what(client: Browser) -> None:
    page = client.get("/dyad/Manila/Beijing.json").json()
    assert (page["left"]["id"], page["right"]["id"], page["total"]) == ("PHL", "CHN", 1)
    (claim,) = page["claims"]
    assert (claim["type"], claim["status"], claim["date"]["start"]) == ("SUPPORT", "asserted", "2024-05-03")
    text = Page(client.get("/dyad/PHL/CHN").text).text
    assert "SUPPORT asserted Filipina → China" in text
    assert "Kantor Berita Arva ‹ Harian Contoh" in text


@pytest.mark.parametrize(
    ("conditions", "total"),
    [("status=asserted", 1), ("status=denied", 0), ("type=SUPPORT&since=2024", 1), ("until=2023-12", 0)],
)
def test_dyad_conditions(client: Browser, conditions: str, total: int) -> None:
    assert client.get(f"/dyad/PHL/CHN.json?{conditions}").json()["total"] == total
    page = Page(client.get(f"/dyad/PHL/CHN?{conditions}").text)
    assert ("No report in the store says" in page.text) is (total == 0)


def test_article_marks_every_claim_and_opens_at_it(client: Browser, record: Record) -> None:
    page = Page(client.get(f"/article/{record.article.id}").text)
    assert {c.id for c in record.claims} <= set(page.values("id"))
    for claim in record.claims:
        assert " ".join(claim.sentence.split()) in page.text
        assert f"#{claim.id}" in page.values("href")
    assert client.get(f"/article/{record.claims[0].id}").status_code == 200, "a claim's id finds its report"


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("Filipina", "/actor/PHL"),
        ("manila", "/actor/PHL"),
        ('"manila"', None),
        ("Filipina, China", "/dyad/PHL/CHN"),
        ("Lina Moro", "/actor/own:lina-moro"),
        ("patroli", None),
        ("Filipina, Filipina", None),
        ("France", None),
        ("", None),
    ],
)
def test_search_leads_to_who_is_named(client: Browser, asked: str, target: str | None) -> None:
    answer = client.get("/search", params={"q": asked})
    assert answer.headers.get("location") == target
    assert answer.status_code == (200 if target is None else 303)


def test_search_leads_to_what_an_id_or_an_address_means(client: Browser, record: Record) -> None:
    article, claim, quotation = record.article.id, record.claims[0].id, record.quotations[0].id
    for asked, target in (
        (article, f"/article/{article}"),
        (f" {claim} ", f"/event/{claim}"),
        (quotation, f"/article/{article}"),
        (f"./{record.article.source}", f"/article/{article}"),
        (claim[:3], None),
        ("https://tiada.example/satu", None),
    ):
        answer = client.get("/search", params={"q": asked})
        assert answer.headers.get("location") == target, asked


def test_a_dossier_leads_to_the_reports_that_have_the_name(client: Browser) -> None:
    page = client.get("/actor/own:lina-moro").text
    (address,) = re.findall(r'href="(/search[?][^"]*)"', page)
    found = client.get(html.unescape(address))
    assert found.status_code == 200
    assert "Lina Moro" in found.text


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("/nothing", 404, "No such page"),
        ("/actor/Nobody Atall", 404, "Not in the store"),
        ("/actor/Nobody.json", 404, "nobody is known"),
        ("/dyad/PHL/PHL", 400, "same actor"),
        ("/dyad/PHL/CHN?status=loud", 400, "loud"),
        ("/dyad/PHL/CHN?type=SHOUT", 400, "SHOUT"),
        ("/dyad/PHL/CHN?since=yesterday", 400, "yesterday"),
        ("/dyad/PHL/CHN?limit=0", 400, "limit"),
        ("/?limit=-1", 400, "limit"),
        ("/?limit=1e3", 400, "limit"),
        ("/?limit=٣", 400, "limit"),
        ("/article/zzz", 404, "zzz"),
        ("/claims?status=loud", 400, "loud"),
        ("/claims?text=***", 400, "no word"),
        ("/claims?actor=Nobody", 404, "nobody is known"),
        ("/quotes/PHL?manner=loud", 400, "loud"),
        ("/event/zzz", 404, "zzz"),
        ("/event/a0123456789abcdef", 404, "no claim"),
        ("/export/xls", 400, "gdelt"),
        ("/export/csv?status=loud", 400, "loud"),
        ("/static/kawat.py", 404, ""),
        ("/static/../pages.py", 404, ""),
        ("/static/%2e%2e/pages.py", 404, ""),
    ],
)
def test_what_cannot_be_shown_says_why(client: Browser, address: str, code: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == code
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_a_fault_of_ours_shows_no_traceback(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.web.answers.start", lambda *_: 1 // 0)
    replies: list[Reply] = []
    with pytest.raises(ZeroDivisionError):  # it goes on to the server, which logs it
        client.get("/", seen=replies.append)
    (reply,) = replies
    assert reply.status_code == 500
    assert "A fault in Kawat" in reply.text
    assert "ZeroDivision" not in reply.text
    assert reply.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", ["/", "/claims", "/sources", "/search?q=x", "/search?q=", "/index.json", "/export/gexf"]
)
def test_an_empty_store(store: Store, address: str) -> None:
    client = Browser(create_app(store))
    answer = client.get(address)
    assert answer.status_code == 200
    if address == "/":
        assert "The store is empty" in answer.text


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8035", 200),
        ("localhost:8035", 200),
        ("localhost", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost.evil.example:8035", 400),
        ("", 400),
    ],
)
def test_only_requests_to_this_machine_are_answered(client: Browser, host: str, code: int) -> None:
    answer = client.get("/", host=host)
    assert answer.status_code == code
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://harian.example/a?b=c", True),
        ("http://harian.example/", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("//harian.example/", False),
        ("/lap.txt", False),
        ("http:///x", False),
        ("http://[x", False),
        ("", False),
        (None, False),
    ],
)
def test_web_link(url: str | None, link: bool) -> None:
    assert web_link(url) == (url if link else None)


@pytest.mark.parametrize(
    ("code", "name"), [("CHN", "China"), ("CHN:MIL", "China, armed forces"), ("XYZ", "XYZ"), ("XYZ:QQQ", "XYZ, QQQ")]
)
def test_a_code_has_a_name(code: str, name: str) -> None:
    assert coded_line(code) == ActorLine(code, code, name)


def test_json_says_what_the_page_says(client: Browser) -> None:
    data: dict[str, Any] = client.get("/actor/PHL.json").json()
    page = Page(client.get("/actor/PHL").text)
    for claim in data["claims"]:
        assert claim["sentence"] in page.text
    for quotation in data["quotations"]:
        assert quotation["text"] in page.text
