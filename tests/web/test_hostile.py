"""Words of reports and addresses that want to be more than words, through every view and every export."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from xml.etree import ElementTree as ET

import msgspec
import pytest
from tests.web.browser import Browser, Page
from tests.web.test_app import VIEWS, known, twin

from kawat.export.formats import FORMATS
from kawat.model import Block, BlockKind, Entity, EntityKind, Record, Span
from kawat.store import open_store
from kawat.web import create_app

AT = datetime(2024, 6, 1, tzinfo=UTC)

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "</script><script>alert(1)</script>",
    "<script\x0d\x0a>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "`><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`javascript:alert(1)`>",
    "'><svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><script>alert(1)</script></svg>",
    "</svg><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</select><script>alert(1)</script>",
    "</q></mark></span><h1>x</h1>",
    '-->"><script>alert(1)</script>',
    "<!--<img src=x onerror=alert(1)>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<form action=//evil.example><input name=q>",
    "<a href='javascript:alert(1)'>x</a>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<template><script>alert(1)</script></template>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover=alert(1) x='",
    "x onclick=alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "&lt;script&gt;",
    "&#60;script&#62;alert(1)",
    "\\u003cscript\\u003ealert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u202e<b>",
    "+ADw-script+AD4-alert(1)",
]
assert len(PAYLOADS) >= 40

MARKUP = {"img", "object", "embed", "iframe", "base", "style", "template", "math", "animate"}


def is_clean(text: str) -> Page:
    """Nothing runs, nothing leads away, and no element is there that our templates do not write."""
    page = Page(text)
    tags = [tag for tag, _ in page.tags]
    assert not MARKUP & set(tags)
    assert (tags.count("script"), tags.count("h1"), tags.count("link"), tags.count("main")) == (1, 1, 1, 1)
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on") or a in ("style", "autofocus")]
    leads = [*page.values("href"), *page.values("src"), *page.values("action")]
    assert not [link for link in leads if not link.startswith(("/", "#", "?")) or link.startswith("//")]
    return page


def poisoned(record: Record, payload: str) -> Record:
    """The record with the payload wherever a report can put words."""
    article = record.article
    ends = {b: "" if b.kind is BlockKind.BODY else f" {payload}" for b in article.blocks}
    lines = [b.span.of(article.text) + ends[b] for b in article.blocks]
    lines.append(payload)
    kinds = [*(b.kind for b in article.blocks), BlockKind.RELATED]
    blocks, at = [], 0
    for line, kind in zip(lines, kinds, strict=True):
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    text = "\n".join(lines)
    claims = []
    for claim in record.claims:
        start = text.index(claim.sentence)
        trigger = start + claim.trigger.span.start - claim.span.start
        claims.append(
            replace(
                claim,
                span=Span(start, start + len(claim.sentence)),
                trigger=replace(claim.trigger, span=Span(trigger, trigger + len(claim.trigger.text))),
                mode=payload,
                contexts=(payload,),
                why=(payload,),
                actors=("own:evil",),
                chain=(*(replace(h, name=payload) for h in claim.chain),),
                place=replace(record.claims[0].place, name=payload) if record.claims[0].place else None,
            )
        )
    return replace(
        record,
        article=replace(
            article,
            text=text,
            blocks=tuple(blocks),
            outlet=payload,
            agency=payload,
            url=payload,
            source=payload,
            authors=(payload,),
            editors=(payload,),
            captions=(),
            notes=(replace(article.notes[0], message=payload, span=None),),
        ),
        entities=(*record.entities, Entity("own:evil", "UNKNOWN", EntityKind.PERSON, payload, (payload,), payload)),
        quotations=(),
        claims=tuple(claims),
    )


@pytest.fixture(scope="module", params=PAYLOADS, ids=range(len(PAYLOADS)))
def hostile(request: pytest.FixtureRequest, record: Record) -> Iterator[tuple[str, Browser, Record]]:
    payload = str(request.param)
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            writer.put(poisoned(known(record), payload), AT, {})
        yield payload, Browser(create_app(opened)), record


def test_words_of_a_report_are_words(hostile: tuple[str, Browser, Record]) -> None:
    payload, client, record = hostile
    shown = "".join(payload.split())
    for address in (
        *("/", "/claims", "/actor/own:evil", "/quotes/own:evil", "/network/own:evil", "/sources", "/map", "/review"),
        *(f"/article/{record.article.id}", f"/event/{record.claims[0].id}", "/search?q=sepakati"),
    ):
        page = is_clean(client.get(address).text)
        assert shown in "".join("".join(page.words).split()) or "/search" in address
        answer = client.get(twin(address))
        assert msgspec.json.decode(answer.text) is not None
        assert answer.headers["content-type"] == "application/json"


def test_words_of_a_report_are_words_in_files(hostile: tuple[str, Browser, Record]) -> None:
    _, client, _ = hostile
    for name in FORMATS:
        if name == "parquet" and not find_spec("pyarrow"):
            continue
        reply = client.get(f"/export/{name}?status=any")
        assert reply.status_code == 200
        assert reply.headers["content-disposition"].startswith("attachment"), "a browser keeps it and does not show it"
        if name in ("graphml", "gexf"):
            assert len(list(ET.fromstring(reply.body).iter())) > 5  # noqa: S314  our own bytes
        if name in ("jsonld", "annotations", "csl"):
            msgspec.json.decode(reply.body)


SYNTAX = [
    "' or 1=1 --",
    "'; drop table claim; --",
    '" OR "a"="a',
    "1) union select * from run--",
    "AND OR NOT NEAR(",
    "sentence:x",
    '"',
    "*",
    "x* AND (y",
    "^x",
    "{a b}: c",
    "\x00",
    "%",
    "_",
    "9" * 400,
    "../../etc/passwd",
    "2022-13-45",
    "-1",
    "\ud7ff\uffff",
]
NAMES = (
    *("q", "text", "actor", "recipient", "either", "speaker", "article", "agency", "status", "type"),
    *("since", "until", "limit", "manner", "lang", "a", "b"),
)


@pytest.fixture(scope="module")
def client(record: Record) -> Iterator[Browser]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            writer.put(known(record), AT, {})
        yield Browser(create_app(opened))


@pytest.mark.parametrize("payload", [*PAYLOADS, *SYNTAX])
def test_words_of_an_address_are_words(client: Browser, payload: str) -> None:
    for path in ("/claims", "/search", "/dyad/PHL/CHN", "/quotes/PHL"):
        answer = client.get(path, params=dict.fromkeys(NAMES, payload))
        assert answer.status_code in (200, 400, 404)
        is_clean(answer.text)
    for path in ("/actor/", "/article/", "/event/", "/quotes/", "/network/", "/export/", "/static/", "/dyad/PHL/"):
        answer = client.get(path + payload.replace("?", "").replace("#", ""))
        assert answer.status_code in (200, 400, 404), path
        is_clean(answer.text)


@pytest.mark.parametrize("name", NAMES)
def test_no_filter_is_a_way_into_the_store(client: Browser, name: str) -> None:
    for payload in SYNTAX:
        answer = client.get("/claims", params={name: payload})
        assert answer.status_code in (200, 400, 404), payload
        is_clean(answer.text)
    assert client.get("/claims.json").json()["total"] == 2, "nothing is lost by asking"


def test_every_view_is_asked_here() -> None:
    assert {re.sub(r"[/?].*", "", view[1:]) for view in VIEWS} >= {"actor", "article", "event", "quotes", "network"}
