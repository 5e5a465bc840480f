"""Reviewing: one claim at a time with its paragraph, and the words of reviewers into the log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kawat import query
from kawat.errors import QuestionError, UnknownNameError
from kawat.model import Review, Verdict
from kawat.store import Store
from kawat.web import limits
from kawat.web.answers import Asked
from kawat.web.lines import claim_line
from kawat.web.pages import ReviewPage, SaidLine
from kawat.web.public import USER

_MOST_BYTES = 16_384
_FIELDS = 16


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Where reviews are written and who signs them: who has signed in, else the one name given at the start."""

    store: Store
    by: str | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def reviewer(self, request: Request) -> str | None:
        """Who signs what this request says."""
        name = request.scope.get(USER)
        return name if isinstance(name, str) else self.by


def review(store: Store, asked: Asked, claim: str | None, back: str | None, by: str | None) -> ReviewPage:
    """The claim asked for, else the one that the reviewer should look at next among those asked for.

    Raises `UnknownNameError` for a claim that is not there, else errors as for `kawat.query.claims`.
    """
    if claim is not None:
        rows = query.show(store, claim)
        row = rows.claim
        if row is None:
            raise UnknownNameError(f"{claim} is no claim")
    else:
        row = query.next_claim(store, by or "", **asked.parties)
    before, after = ("", "") if row is None else query.around(store, row.id)
    with store.view() as view:
        said = () if row is None else tuple(map(_line, view.reviews([row.id])))
    done = query.progress(store, by or "")
    last = query.last_word(store, by) if by else None
    return ReviewPage(
        claim=None if row is None else claim_line(row),
        before=before,
        after=after,
        said=said,
        reviewer=by,
        last=None if last is None else _line(last),
        progress=done,
        back=back,
        asked=asked.said,
    )


def _line(one: Review) -> SaidLine:
    return SaidLine(one.claim, one.verdict, one.changes, one.note, one.by, one.at)


def taking(reviewing: Reviewing | None, seconds: float) -> Callable[[Request], object]:
    """The address to which reviews are sent."""

    async def take(request: Request) -> Response:
        by = reviewing.reviewer(request) if reviewing else None
        if reviewing is None or not by:
            raise HTTPException(403, "Nobody reviews here: start it with `kawat serve --reviewer NAME`.")
        said = await _form(request)
        return await run_in_threadpool(_put, reviewing, by, said, seconds)

    return take


def _put(reviewing: Reviewing, by: str, said: dict[str, str], seconds: float) -> Response:
    try:
        verdict = Verdict(said.get("verdict", ""))
    except ValueError:
        raise QuestionError(f"there is no verdict {said.get('verdict', '')[:20]!r}") from None
    claim = said.get("claim", "")
    more: dict[str, str | None] = {"note": said.get("note")}
    if verdict is Verdict.CORRECTED:
        more |= {name: said.get(name) for name in query.FIELDS}
    with limits.at_most(seconds):
        query.review(reviewing.store, query.signed(claim, verdict, by, reviewing.clock(), **more))
    return RedirectResponse(local(said.get("back")) or "/review", 303)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form. Raises `HTTPException` for one that is too long or no form."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, "A review is sent as a form.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise HTTPException(413, "The review is too long.")
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read.") from error
    return {name: values[-1] for name, values in fields.items()}


def local(address: str | None) -> str | None:
    """An address of this page, path and all; None for one that may lead elsewhere."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    return address if address.isprintable() and "\\" not in address else None
