"""A browser for tests: it asks without a network and reads pages strictly."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, unquote, urlencode

from starlette.types import ASGIApp, Message

HOST = "127.0.0.1:8035"
VOID = {"meta", "link", "input", "br", "img", "hr"}
# SVG elements are closed by "/>", which the parser tells as start and end.


@dataclass(frozen=True)
class Reply:
    """What the page answered."""

    status_code: int
    headers: dict[str, str]
    text: str
    body: bytes = b""

    def json(self) -> Any:
        return json.loads(self.text)


class Browser:
    """Asks an ASGI application without a network."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def get(
        self,
        address: str,
        params: dict[str, str] | None = None,
        host: str = HOST,
        seen: Callable[[Reply], None] = lambda _: None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        """The reply; `seen` is given it also where the application raises after it."""
        return self.request("GET", address + ("?" + urlencode(params) if params else ""), host, seen, headers)

    def post(self, address: str, form: dict[str, str], headers: dict[str, str] | None = None) -> Reply:
        """Sends a form as a page of ours does."""
        return self.request("POST", address, headers=headers, form=form)

    def request(
        self,
        method: str,
        address: str,
        host: str = HOST,
        seen: Callable[[Reply], None] = lambda _: None,
        headers: dict[str, str] | None = None,
        form: dict[str, str] | None = None,
        peer: str = "127.0.0.1",
    ) -> Reply:
        path, _, query = address.partition("?")
        body = urlencode(form).encode() if form is not None else b""
        if form is not None:
            typed = {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"}
            headers = typed | (headers or {})
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": quote(path, safe="/%:").encode(),
            "query_string": quote(query, safe="=&%+").encode(),
            "headers": [
                (b"host", host.encode()),
                *((name.lower().encode(), value.encode()) for name, value in (headers or {}).items()),
            ],
            "server": ("127.0.0.1", 8035),
            "client": (peer, 50000),
        }
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        def reply() -> Reply:
            headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
            body = b"".join(m.get("body", b"") for m in sent[1:])
            return Reply(sent[0]["status"], headers, body.decode("utf-8", "replace"), body)

        try:
            asyncio.run(self._app(scope, receive, send))  # type: ignore[arg-type]
        finally:
            if sent:
                seen(reply())
        return reply()


class Page(HTMLParser):
    """Reads a page strictly: every element must be closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]
