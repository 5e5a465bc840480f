"""The page: addresses, and what each gives as HTML or, with `.json` behind it, as JSON."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kawat import knowledge, query
from kawat.errors import KawatError, QuestionError, UnknownNameError
from kawat.store import Store
from kawat.web import answers, doors, limits, pages
from kawat.web.catalogue import LANGUAGES, choose, translator
from kawat.web.compare import compare
from kawat.web.event import event
from kawat.web.globe import outlines
from kawat.web.guard import HEADERS, guards
from kawat.web.lines import CandidateLine
from kawat.web.map import world
from kawat.web.network import network
from kawat.web.public import Public
from kawat.web.review import Reviewing, local, review, taking
from kawat.web.sources import sources
from kawat.web.templating import environment

HTML = "text/html; charset=utf-8"
JSON = "application/json"
ASKED = 200  # code points of a search
LANGUAGE = "lang"
STATIC = {"kawat.css": "text/css; charset=utf-8", "kawat.js": "text/javascript; charset=utf-8"}
_HTTP_OF_EXIT = {1: 404, 2: 400, 3: 404, 5: 503}


@dataclass(frozen=True, slots=True)
class View:
    """An address: its pattern, its template, what it shows, and the function that makes its page from a request."""

    path: str
    template: str
    shows: type
    page: Callable[[Store, Request], Any]


def _review(store: Store, request: Request) -> pages.ReviewPage:
    said, reviewing = request.query_params, request.app.state.reviewing
    by = reviewing.reviewer(request) if reviewing else None
    return review(store, _asked(request), said.get("claim") or None, local(said.get("back")), by)


VIEWS = (
    View("/", "start.html", pages.StartPage, lambda s, r: answers.start(s, _asked(r))),
    View("/claims", "claims.html", pages.ClaimsPage, lambda s, r: answers.claims(s, _asked(r))),
    View(
        "/dyad/{left}/{right}",
        "dyad.html",
        pages.DyadPage,
        lambda s, r: answers.dyad(s, r.path_params["left"], r.path_params["right"], _asked(r)),
    ),
    View(
        "/actor/{name}",
        "actor.html",
        pages.ActorPage,
        lambda s, r: answers.actor(s, r.path_params["name"], _asked(r)),
    ),
    View("/article/{id}", "article.html", pages.ArticlePage, lambda s, r: answers.article(s, r.path_params["id"])),
    View(
        "/compare/{left}/{right}",
        "compare.html",
        pages.ComparePage,
        lambda s, r: compare(s, r.path_params["left"], r.path_params["right"]),
    ),
    View("/event/{id}", "event.html", pages.EventPage, lambda s, r: event(s, r.path_params["id"])),
    View(
        "/quotes/{name}",
        "quotes.html",
        pages.QuotesPage,
        lambda s, r: answers.quotes(s, r.path_params["name"], _asked(r)),
    ),
    View("/sources", "sources.html", pages.SourcesPage, lambda s, _: sources(s)),
    View("/network/{name}", "network.html", pages.NetworkPage, lambda s, r: network(s, r.path_params["name"])),
    View("/map", "map.html", pages.MapPage, lambda s, r: world(s, _asked(r))),
    View("/review", "review.html", pages.ReviewPage, _review),
    View(
        "/search",
        "search.html",
        pages.SearchPage,
        lambda s, r: answers.search(s, r.query_params.get("q", "")[:ASKED]),
    ),
)


def create_app(
    store: Store,
    token: str | None = None,
    seconds: float = limits.SECONDS,
    reviewing: Reviewing | None = None,
    public: Public | None = None,
) -> Starlette:
    """The page over a store, which is only read; what people say of claims is written through `reviewing`, if given.

    With a token nobody sees it who does not bring it once; a `public` page asks everybody to sign in. No question takes
    longer than `seconds`.
    """
    limits.watch()
    templates = environment()
    _prepare(templates)
    routes = [
        Route("/static/{name}", _static),
        Route("/review", taking(reviewing, seconds), methods=["POST"]),
    ]
    for view in VIEWS:
        json_path = "/index.json" if view.path == "/" else f"{view.path}.json"
        # A name may hold a dot, so the address with .json stands first.
        routes.append(Route(json_path, _json(view, store, seconds)))
        if view.path == "/":
            routes.append(Route("/.json", _json(view, store, seconds)))
        routes.append(Route(view.path, _html(view, store, templates, seconds)))
    routes.append(Route("/export/{form}", _door(store, seconds)))
    app = Starlette(
        routes=routes,
        middleware=guards(token, public),
        exception_handlers={
            KawatError: _error(templates, store),
            HTTPException: _error(templates, store),
            Exception: _fault(templates),
        },
    )
    app.state.reviewing = reviewing
    app.router.redirect_slashes = False  # an address is one address
    return app


def _prepare(templates: Environment) -> None:
    """Reads what every page needs before anybody asks: templates, tables of names, the map."""
    for view in VIEWS:
        templates.get_template(view.template)
    knowledge.lookup("")
    knowledge.agency("")
    knowledge.outlet("")
    outlines()


def warm(store: Store) -> None:
    """Asks a store what the pages ask, so that nobody waits for the first one. Raises `StoreError`."""
    asked = answers.Asked()
    newest = answers.start(store, asked).claims
    sources(store)
    for claim in newest[:1]:
        with suppress(UnknownNameError):  # taken out meanwhile
            answers.article(store, claim.article.id)
            event(store, claim.id)
        for party in (*claim.actors, *claim.recipients)[:1]:
            with suppress(UnknownNameError):  # a party that nobody knows
                answers.actor(store, party.id, asked)
                network(store, party.id)


def _html(view: View, store: Store, templates: Environment, seconds: float) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with limits.at_most(seconds):
            if view.path == "/search":
                target = answers.shortcut(store, request.query_params.get("q", "")[:ASKED])
                if target is not None:
                    return RedirectResponse(address(*target), 303)
            page = view.page(store, request)
        path = "/index" if view.path == "/" else request.url.path
        return _rendered(templates, view.template, page, f"{path}.json" + _query(request), request)

    return show


def _json(view: View, store: Store, seconds: float) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with limits.at_most(seconds):
            return Response(msgspec.json.encode(view.page(store, request)), media_type=JSON)

    return show


def _door(store: Store, seconds: float) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with limits.at_most(seconds * 4):  # a file may take longer than a page
            return doors.door(store, request.path_params["form"], _asked(request), request)

    return show


def _asked(request: Request) -> answers.Asked:
    said = {name: request.query_params.get(name) or None for name in answers.Asked.__slots__}
    return answers.Asked(**said)


def _query(request: Request, **more: str) -> str:
    """The part of the address after the path, the language left out, with more added."""
    said = [(k, v) for k, v in request.query_params.multi_items() if k not in (LANGUAGE, *more)]
    said += list(more.items())
    return f"?{urlencode(said)}" if said else ""


def _rendered(templates: Environment, template: str, page: Any, twin: str | None, request: Request) -> Response:
    wanted = request.query_params.get(LANGUAGE)
    language = choose(wanted, request.cookies.get(LANGUAGE), request.headers.get("accept-language", ""))
    reviewing: Reviewing | None = request.app.state.reviewing
    text = templates.get_template(template).render(
        page=page,
        address=twin,
        here=request.url.path,
        asked=request.query_params.get("q", ""),
        language=language,
        languages={code: (name, request.url.path + _query(request, lang=code)) for code, name in LANGUAGES.items()},
        doors=doors.offered(),
        reviewer=reviewing.reviewer(request) if reviewing else None,
        _=translator(language),
    )
    answer = Response(text, media_type=HTML, headers={"Vary": "Accept-Language, Cookie", "Content-Language": language})
    if wanted == language:
        answer.set_cookie(LANGUAGE, language, max_age=31_536_000, httponly=True, samesite="strict")
    return answer


def _error(templates: Environment, store: Store) -> Callable[[Request, Exception], Response]:
    def show(request: Request, error: Exception) -> Response:
        code, page = _told(error, store)
        if request.url.path.endswith(".json"):
            return Response(msgspec.json.encode(page), code, media_type=JSON)
        shown = _rendered(templates, "error.html", page, None, request)
        shown.status_code = code
        return shown

    return show


def _told(error: Exception, store: Store) -> tuple[int, pages.ErrorPage]:
    match error:
        case UnknownNameError(candidates=candidates):
            lines = tuple(CandidateLine(*candidate) for candidate in candidates)
            return 404, pages.ErrorPage("Which one?" if lines else "Not in the store", str(error), lines)
        case QuestionError():
            return 400, pages.ErrorPage("That cannot be asked", str(error))
        case limits.TooSlow():
            slow = query.behind(store)
            return 503, pages.ErrorPage("Too much at once", f"{error}; {slow}" if slow else str(error))
        case KawatError():
            return _HTTP_OF_EXIT.get(error.exit_code, 500), pages.ErrorPage("Not to be shown", str(error))
        case HTTPException(status_code=404):
            return 404, pages.ErrorPage("No such page", "Nothing stands under this address.")
        case HTTPException():
            return error.status_code, pages.ErrorPage("Not to be shown", error.detail)
    raise error


def _fault(templates: Environment) -> Callable[[Request, Exception], Response]:
    """A mistake of ours: the page says so, the traceback goes to the log."""

    def show(request: Request, _: Exception) -> Response:
        page = pages.ErrorPage(
            "A fault in Kawat", "This page could not be made. The reason is in the log of kawat serve."
        )
        shown = _rendered(templates, "error.html", page, None, request)
        shown.status_code = 500
        shown.headers.update(HEADERS)  # it is answered outside of the middleware
        return shown

    return show


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    body = (files("kawat.web") / "static" / name).read_bytes()
    return Response(body, media_type=STATIC[name], headers={"Cache-Control": "max-age=3600"})


def address(*parts: str) -> str:
    """A path of quoted parts."""
    return "".join(f"/{quote(part, safe=':')}" for part in parts)
