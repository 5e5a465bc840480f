import json

import pytest
from tests.builders import NOW, report
from tests.web.browser import HOST, Browser, Reply

from kawat.store import open_store
from kawat.web import create_app
from kawat.web.guard import COOKIE, HEADERS

TOKEN = "a-token-printed-once"  # noqa: S105  of this test


@pytest.fixture
def guarded() -> Browser:
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.put(report("satu"), NOW, {})
    return Browser(create_app(store, TOKEN))


def cookie(reply: Reply) -> str:
    return reply.headers["set-cookie"].partition(";")[0]


def test_the_token_opens_the_page_once_and_leaves_the_address(guarded: Browser) -> None:
    admitted = guarded.get(f"/claims?token={TOKEN}&status=denied")
    assert (admitted.status_code, admitted.headers["location"]) == (303, "/claims?status=denied")
    assert {"httponly", "samesite=strict", "path=/"} <= {
        part.strip().lower() for part in admitted.headers["set-cookie"].split(";")
    }
    assert TOKEN not in admitted.headers["set-cookie"]
    assert guarded.get("/", headers={"cookie": cookie(admitted)}).status_code == 200
    assert guarded.get(f"/?token={TOKEN}").status_code == 403, "a second time it opens nothing"


@pytest.mark.parametrize("address", ["/", "/index.json", "/claims", "/static/kawat.css", "/export/csv", "/nothing"])
@pytest.mark.parametrize(
    "brought",
    [
        {},
        {"cookie": f"{COOKIE}=guess"},
        {"cookie": f"{COOKIE}="},
        {"cookie": "=;;=" + "x" * 50},
        {"cookie": f'{COOKIE}="\\'},
        {"cookie": f"{COOKIE}={TOKEN}"},
    ],
)
def test_without_it_nothing_is_shown(guarded: Browser, address: str, brought: dict[str, str]) -> None:
    reply = guarded.get(address, headers=brought)
    assert reply.status_code == 403
    assert "Berita" not in reply.text
    assert "set-cookie" not in reply.headers
    assert reply.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("wrong", ["", "a", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "é", "%00"])
def test_a_wrong_token_opens_nothing_and_spends_nothing(guarded: Browser, wrong: str) -> None:
    assert guarded.get(f"/?token={wrong}").status_code == 403
    assert guarded.get(f"/?token={TOKEN}").status_code == 303


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example"])
def test_the_way_on_stays_here(guarded: Browser, path: str) -> None:
    location = guarded.get(f"{path}?token={TOKEN}").headers["location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 403),
        ({"sec-fetch-site": ""}, 403),
        ({"sec-fetch-site": "SAME-ORIGIN"}, 403),
        ({"origin": f"http://{HOST}"}, 200),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": f"https://{HOST}"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, 403),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_sites_are_refused(method: str, headers: dict[str, str], code: int) -> None:
    with open_store(":memory:") as store:
        reply = Browser(create_app(store)).request(method, "/index.json", headers=headers)
    if method == "POST" and headers in ({}, {"sec-fetch-site": "none"}):
        code = 403  # no form of ours is sent so
    assert reply.status_code == (405 if method == "POST" and code == 200 else code)
    if reply.status_code == 200:
        assert json.loads(reply.text)["articles"] == 0
