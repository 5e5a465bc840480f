"""What keeps the page to this machine and to the person who started it.

It answers only to names of this machine, refuses requests that another site sends, asks for a token that was printed
once, and sends headers that allow nothing but its own style sheet and script.
"""

import secrets
from collections.abc import Callable, Sequence
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kawat.web.public import Public, SignedIn

# A page of another site that points its own name at 127.0.0.1 is refused: its requests carry its name.
HOSTS = ("127.0.0.1", "localhost")

COOKIE = "kawat"
TOKEN = "token"  # noqa: S105  the name of the parameter, not its value

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Under "no-referrer" browsers would send "Origin: null" with a form of our own.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_REFUSED_SITE = "Kawat answers no request that another site sends. Open the address yourself."
_NOT_ADMITTED = (
    "Kawat shows its store only to whom started it. Open the whole address that `kawat serve` printed, with its token; "
    "it opens the page once, in one browser. To open another one, start `kawat serve` again."
)


class Headers:
    """Adds `HEADERS` to every answer, errors and refusals included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, send_guarded)


class SameSite:
    """Refuses what another site sends or embeds: by Sec-Fetch-Site where the browser says it, else by Origin.

    What would write must say one of the two, as every browser does.
    """

    def __init__(self, app: ASGIApp, schemes: Sequence[str] = ("http",)) -> None:
        self._app = app
        self._schemes = schemes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _foreign(scope["method"], RequestHeaders(scope=scope), self._schemes):
            await PlainTextResponse(_REFUSED_SITE, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _foreign(method: str, headers: RequestHeaders, schemes: Sequence[str]) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    reads = method in ("GET", "HEAD")
    if site is not None and site not in (("same-origin", "none") if reads else ("same-origin",)):
        return True
    if origin is None:
        return not reads and site is None
    return origin not in {f"{scheme}://{headers.get('host', '')}" for scheme in schemes}


class OneToken:
    """Asks for a token once; whoever has brought it is known by a cookie from then on.

    The token opens the page a single time, so that an address left in a history or a log opens nothing.
    """

    def __init__(self, app: ASGIApp, token: str, make: Callable[[], str] = lambda: secrets.token_urlsafe(32)) -> None:
        self._app = app
        self._token: str | None = token
        self._known = make()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_known(RequestHeaders(scope=scope)):
            await self._app(scope, receive, send)
            return
        await self._admit(scope)(scope, receive, send)

    def _is_known(self, headers: RequestHeaders) -> bool:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and compare_digest(cookie.value.encode(), self._known.encode())

    def _admit(self, scope: Scope) -> Response:
        asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"))
        brought = dict(asked).get(TOKEN, "")
        if self._token is None or not compare_digest(brought.encode(), self._token.encode()):
            return PlainTextResponse(_NOT_ADMITTED, 403)
        self._token = None
        rest = urlencode([(name, value) for name, value in asked if name != TOKEN])
        # Only the path: an address like "//evil.example" must not lead away.
        answer = RedirectResponse("/" + str(scope["path"]).lstrip("/\\") + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(COOKIE, self._known, httponly=True, samesite="strict", path="/")
        answer.headers["Cache-Control"] = "no-store"
        return answer


def guards(token: str | None, public: Public | None = None) -> list[Middleware]:
    """The guards from the outside in; without a token, as in tests, nobody is asked for one.

    A page that others can reach answers to its own names and asks who it is.
    """
    asked = [Middleware(OneToken, token=token)] if token is not None else []
    asked += [Middleware(SignedIn, public=public)] if public is not None else []
    names = [*HOSTS, *(public.hosts if public else ())]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False)
    # A proxy before a page that others can reach may speak TLS where we do not.
    site = Middleware(SameSite, schemes=("http", "https") if public else ("http",))
    return [Middleware(Headers), hosts, site, *asked]
