"""Who may see a page that others can reach: people of a password file, or those whom a trusted proxy names."""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kawat.errors import InputError

USER = "user"
"""The key of a request's scope under which stands who has signed in."""

_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MiB and some 50 ms a guess
_FORM = "scrypt"
_SHORTEST = 12
_ASK = {"WWW-Authenticate": 'Basic realm="Kawat", charset="UTF-8"', "Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Public:
    """How people sign in: by `passwords` (name → line of `hashed`), or by a header that one of `proxies` sets.

    `hosts` are the names under which the page is reached.
    """

    hosts: tuple[str, ...]
    passwords: dict[str, str] = field(default_factory=dict)
    header: str | None = None
    proxies: tuple[str, ...] = ()


def hashed(password: str) -> str:
    """A password as it stands in a password file. Raises `InputError` for one that is short."""
    if len(password) < _SHORTEST:
        raise InputError(f"the password needs at least {_SHORTEST} letters")
    salt = secrets.token_bytes(16)
    return f"{_FORM}${salt.hex()}${_key(password, salt).hex()}"


def _key(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, **_COST)


def password_file(path: Path) -> dict[str, str]:
    """Name → hash, a line `name:hash` each. Raises `InputError` for a file that others can read or that is wrong."""
    try:
        mode, text = path.stat().st_mode, path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    if mode & 0o077:
        raise InputError(f"{path} can be read by others; `chmod 600 {path}`")
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, value = line.strip().partition(":")
        parts = value.split("$")
        if not name or len(parts) != 3 or parts[0] != _FORM or not all(_is_hex(part) for part in parts[1:]):
            raise InputError(f"{path}, line {number}: a line is NAME:HASH, as `kawat password NAME` prints it")
        found[name] = value
    if not found:
        raise InputError(f"{path} names nobody; `kawat password NAME` prints a line for it")
    return found


def _is_hex(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False


class SignedIn:
    """Lets in only those who have signed in, and notes under `USER` who it is."""

    def __init__(self, app: ASGIApp, public: Public) -> None:
        self._app = app
        self._public = public
        self._known: dict[bytes, str] = {}
        self._secret = secrets.token_bytes(32)
        self._nobody = hashed(secrets.token_urlsafe(24))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        found = self._by_header(scope, headers) if self._public.header else await self._by_password(headers)
        if isinstance(found, Response):
            await found(scope, receive, send)
            return
        scope[USER] = found
        await self._app(scope, receive, send)

    def _by_header(self, scope: Scope, headers: Headers) -> str | Response:
        peer = (scope.get("client") or ("",))[0]
        if peer not in self._public.proxies:
            return PlainTextResponse("Kawat answers only its proxy here.", 403)
        named = headers.getlist(self._public.header or "")
        if len(named) != 1 or not named[0].strip():
            return PlainTextResponse("The proxy did not say who asks.", 401)
        return named[0].strip()

    async def _by_password(self, headers: Headers) -> str | Response:
        said = headers.get("authorization", "")
        # Checked once and remembered as a keyed digest: the check takes time on purpose.
        digest = hmac.digest(self._secret, said.encode("utf-8", "replace"), "sha256")
        if digest in self._known:
            return self._known[digest]
        name, password = _basic(said)
        if name is not None and await run_in_threadpool(self._right, name, password):
            self._known[digest] = name
            return name
        return PlainTextResponse("Sign in with the name and password that you were given.", 401, _ASK)

    def _right(self, name: str, password: str) -> bool:
        # An unknown name costs the same time as a known one.
        _, salt, key = self._public.passwords.get(name, self._nobody).split("$")
        same = hmac.compare_digest(_key(password, bytes.fromhex(salt)), bytes.fromhex(key))
        return same and name in self._public.passwords


def _basic(said: str) -> tuple[str | None, str]:
    scheme, _, value = said.partition(" ")
    if scheme.lower() != "basic" or len(value) > 1000:
        return None, ""
    try:
        name, colon, password = base64.b64decode(value, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None, ""
    return (name if colon and name else None), password
