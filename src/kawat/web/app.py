"""The page: addresses, and what each gives as HTML or, with `.json` behind it, as JSON."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kawat.errors import KawatError, QuestionError, UnknownNameError
from kawat.export.words import leans, when
from kawat.model import EventType, Status
from kawat.store import Store
from kawat.web import answers
from kawat.web.guard import HEADERS, MIDDLEWARE
from kawat.web.pages import CandidateLine, ClaimLine, ErrorPage

HTML = "text/html; charset=utf-8"
JSON = "application/json"
CSS = "text/css; charset=utf-8"
ASKED = 200  # code points of a search
_HTTP_OF_EXIT = {1: 404, 2: 400, 3: 404, 5: 503}


@dataclass(frozen=True, slots=True)
class View:
    """An address: its pattern, its template, and the function that makes its page from a request."""

    path: str
    template: str
    page: Callable[[Store, Request], Any]


VIEWS = (
    View("/", "start.html", lambda store, r: answers.start(store, _asked(r))),
    View(
        "/dyad/{left}/{right}",
        "dyad.html",
        lambda store, r: answers.dyad(store, r.path_params["left"], r.path_params["right"], _asked(r)),
    ),
    View("/actor/{name}", "actor.html", lambda store, r: answers.actor(store, r.path_params["name"], _asked(r))),
    View("/article/{id}", "article.html", lambda store, r: answers.article(store, r.path_params["id"])),
    View("/search", "search.html", lambda store, r: answers.search(store, r.query_params.get("q", "")[:ASKED])),
)


def create_app(store: Store) -> Starlette:
    """The page over a store, which is only read."""
    pages = _environment()
    routes = [Route("/static/kawat.css", _style)]
    for view in VIEWS:
        json_path = "/index.json" if view.path == "/" else f"{view.path}.json"
        # A name may hold a dot, so the address with .json stands first.
        routes.append(Route(json_path, _json(view, store)))
        routes.append(Route(view.path, _html(view, store, pages)))
    return Starlette(
        routes=routes,
        middleware=list(MIDDLEWARE),
        exception_handlers={KawatError: _error(pages), HTTPException: _error(pages), Exception: _fault(pages)},
    )


def _html(view: View, store: Store, pages: Environment) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        if view.path == "/search":
            target = answers.shortcut(store, request.query_params.get("q", "")[:ASKED])
            if target is not None:
                return RedirectResponse(address(*target), 303)
        page = view.page(store, request)
        path = "/index" if view.path == "/" else request.url.path
        twin = f"{path}.json" + (f"?{request.url.query}" if request.url.query else "")
        return _rendered(pages, view.template, page, twin, request)

    return show


def _json(view: View, store: Store) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        return Response(msgspec.json.encode(view.page(store, request)), media_type=JSON)

    return show


def _asked(request: Request) -> answers.Asked:
    said = {name: request.query_params.get(name) or None for name in ("status", "type", "since", "until", "limit")}
    return answers.Asked(**said)


def _rendered(pages: Environment, template: str, page: Any, twin: str | None, request: Request) -> Response:
    text = pages.get_template(template).render(
        page=page, address=twin, here=request.url.path, asked=request.query_params.get("q", "")
    )
    return Response(text, media_type=HTML)


def _error(pages: Environment) -> Callable[[Request, Exception], Response]:
    def show(request: Request, error: Exception) -> Response:
        match error:
            case UnknownNameError(candidates=candidates):
                lines = tuple(CandidateLine(*candidate) for candidate in candidates)
                code, page = 404, ErrorPage("Which actor?" if lines else "No such actor", str(error), lines)
            case QuestionError():
                code, page = 400, ErrorPage("That cannot be asked", str(error))
            case KawatError():
                code, page = _HTTP_OF_EXIT.get(error.exit_code, 500), ErrorPage("Not to be shown", str(error))
            case HTTPException(status_code=404):
                code, page = 404, ErrorPage("No such page", "Nothing stands under this address.")
            case HTTPException():
                code, page = error.status_code, ErrorPage("Not to be shown", error.detail)
            case _:
                raise error
        if request.url.path.endswith(".json"):
            return Response(msgspec.json.encode(page), code, media_type=JSON)
        shown = _rendered(pages, "error.html", page, None, request)
        shown.status_code = code
        return shown

    return show


def _fault(pages: Environment) -> Callable[[Request, Exception], Response]:
    """A mistake of ours: the page says so, the traceback goes to the log."""

    def show(request: Request, _: Exception) -> Response:
        page = ErrorPage("A fault in Kawat", "This page could not be made. The reason is in the log of kawat serve.")
        shown = _rendered(pages, "error.html", page, None, request)
        shown.status_code = 500
        shown.headers.update(HEADERS)  # it is answered outside of the middleware
        return shown

    return show


def _style(_: Request) -> Response:
    sheet = (files("kawat.web") / "static" / "kawat.css").read_bytes()
    return Response(sheet, media_type=CSS, headers={"Cache-Control": "max-age=3600"})


def address(*parts: str) -> str:
    """A path of quoted parts."""
    return "".join(f"/{quote(part, safe=':')}" for part in parts)


def web_link(url: str | None) -> str | None:
    """The address of a report where it is one of the web; anything else (`javascript:`, `data:`) is no link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _by_year(lines: Iterable[ClaimLine]) -> Iterator[tuple[str, list[ClaimLine]]]:
    """Runs of lines of one year."""
    for year, run in groupby(lines, key=_year):
        yield year, list(run)


def _year(line: ClaimLine) -> str:
    return str(line.date.start.year) if line.date else "No date"


@cache
def _environment() -> Environment:
    pages = Environment(loader=PackageLoader("kawat.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    pages.filters |= {
        "address": lambda part: quote(part, safe=":"),
        "web_link": web_link,
        "when": when,
        "leans": leans,
        "by_year": _by_year,
        "query": urlencode,
    }
    pages.globals |= {"statuses": [s.value for s in Status], "types": [t.value for t in EventType]}
    return pages
