"""The doors out of the page: what a view shows, in a format of the field."""

import io
import zipfile
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from kawat import query
from kawat.export.formats import FORMATS, format_named
from kawat.export.take import Parcel
from kawat.store import Store
from kawat.web.answers import MOST, Asked

_FIXED = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP can say: the same files give the same bytes


def door(store: Store, name: str, asked: Asked, request: Request) -> Response:
    """The claims of a question as a file; as a ZIP where the format writes two.

    Errors as for `kawat.query.claims`, and `QuestionError` for an unknown format.
    """
    form = format_named(name)
    between = request.query_params.get("a"), request.query_params.get("b")
    status = query.status_asked(form, asked.status)
    if all(between):
        narrow = asked.narrow
        narrow["limit"], narrow["status"] = MOST, status
        answer = query.dyad(store, str(between[0]), str(between[1]), **narrow)
        said = {"between": ",".join(map(str, between))}
    else:
        wanted = asked.parties
        wanted["limit"], wanted["status"] = MOST, status
        answer = query.claims(store, **wanted)
        said = {}
    said |= asked.said | ({"status": status} if status else {})
    if len(answer.rows) < answer.total:
        said["newest"] = f"{len(answer.rows)} of {answer.total}"
    parcel = query.export(store, answer, form, said, datetime.now(UTC))
    file = f"kawat-{form.name}.{form.suffix}"
    if parcel.sidecar is None:
        return _file(parcel.main, file, form.media)
    return _file(_zipped(parcel, file, f"{file}{form.sidecar}"), f"kawat-{form.name}.zip", "application/zip")


def _file(body: bytes, name: str, media: str) -> Response:
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _zipped(parcel: Parcel, main: str, sidecar: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in ((main, parcel.main), (sidecar, parcel.sidecar or b"")):
            archive.writestr(zipfile.ZipInfo(name, _FIXED), body)
    return out.getvalue()


def offered() -> list[tuple[str, str]]:
    """Every format: its name and what it is."""
    return [(one.name, one.says) for one in FORMATS.values()]
