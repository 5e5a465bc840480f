"""A page that others can reach: nobody sees it who has not signed in."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import BLR, NOW, RUS, Says, report
from tests.web.browser import Browser

from kawat.errors import InputError
from kawat.model import EventType
from kawat.store import SqlStore, open_store
from kawat.web import create_app
from kawat.web.public import Public, hashed, password_file
from kawat.web.review import Reviewing

SECRET = "correct horse battery"  # noqa: S105
HOST = "kawat.example"
ADDRESSES = ("/", "/index.json", "/claims", "/export/csv", "/static/kawat.css", "/review")


@pytest.fixture(scope="module")
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            says = Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,))
            writer.put(report("satu", says), NOW, {})
        yield opened


@pytest.fixture(scope="module")
def by_password(store: SqlStore) -> Browser:
    public = Public((HOST,), passwords={"Ani": hashed(SECRET)})
    return Browser(create_app(store, public=public, reviewing=Reviewing(store)))


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_signed_in_sees_it(by_password: Browser, address: str) -> None:
    assert by_password.get(address, host=HOST).status_code == 401
    assert by_password.get(address, host=HOST, headers=basic("Ani", SECRET)).status_code == 200
    assert by_password.get(address, host="other.example", headers=basic("Ani", SECRET)).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        basic("Ani", "wrong"),
        basic("Budi", SECRET),
        basic("", SECRET),
        {"authorization": "Basic ????"},
        {"authorization": "Basic " + base64.b64encode(b"\xff:\xff").decode()},
        {"authorization": "Basic " + "A" * 5000},
        {"authorization": f"Bearer {SECRET}"},
        {"x-remote-user": "Ani"},
        {"cookie": "kawat=x"},
    ],
)
def test_nobody_else_does(by_password: Browser, headers: dict[str, str]) -> None:
    reply = by_password.get("/", host=HOST, headers=headers)
    assert reply.status_code == 401
    assert "Belarusia" not in reply.text
    assert reply.headers["www-authenticate"].startswith("Basic ")
    assert "content-security-policy" in reply.headers


def test_reviews_are_signed_by_who_has_signed_in(store: SqlStore, by_password: Browser) -> None:
    form = {"claim": "c-satu-0", "verdict": "accepted"}
    assert by_password.post("/review", form, headers=basic("Ani", "wrong")).status_code == 401
    assert by_password.post("/review", form, headers=basic("Ani", SECRET)).status_code == 303
    with store.view() as view:
        assert [one.by for one in view.reviewed()] == ["Ani"]


def test_a_proxy_says_who_asks_and_nobody_else_can(store: SqlStore) -> None:
    public = Public((HOST,), header="X-Remote-User", proxies=("10.0.0.2",))
    page = Browser(create_app(store, public=public))
    named = {"x-remote-user": "Ani"}
    assert page.request("GET", "/", HOST, headers=named, peer="10.0.0.2").status_code == 200
    assert page.request("GET", "/", HOST, headers=named, peer="10.0.0.3").status_code == 403
    assert page.request("GET", "/", HOST, headers=named).status_code == 403
    assert page.request("GET", "/", HOST, peer="10.0.0.2").status_code == 401
    assert page.request("GET", "/", HOST, headers={"x-remote-user": " "}, peer="10.0.0.2").status_code == 401


def test_a_password_file_is_read_and_one_that_others_can_read_refused(tmp_path: Path) -> None:
    file = tmp_path / "people"
    line = hashed(SECRET)
    file.write_text(f"# people\n\nAni:{line}\n")
    file.chmod(0o600)
    assert password_file(file) == {"Ani": line}
    file.chmod(0o640)
    with pytest.raises(InputError, match="chmod 600"):
        password_file(file)
    file.chmod(0o600)
    for text in ("", "Ani:secret\n", ":x$00$00\n", "Ani:scrypt$zz$00\n", f"{line}\n"):
        file.write_text(text)
        with pytest.raises(InputError):
            password_file(file)
    with pytest.raises(InputError, match="cannot be read"):
        password_file(tmp_path / "none")
    with pytest.raises(InputError, match="12"):
        hashed("short")
