"""An answer → an exported file. What a format cannot say of a claim is asked for, never assumed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kawat._pipeline import PIPELINE
from kawat.export.formats import Format
from kawat.export.take import Parcel, Provenance, Take
from kawat.model import Status
from kawat.query.answers import Answer, ClaimRow
from kawat.query.merged import merged_rows
from kawat.query.questions import articles
from kawat.store import Store

ANY = "any"
"""The word that asks for claims of every status."""


def status_asked(form: Format, status: str | None) -> str | None:
    """The status to ask for: what was asked, else all; a format that keeps no status gets what is asserted."""
    if status == ANY:
        return None
    if status is None and not form.keeps_status:
        return Status.ASSERTED.value
    return status


def export(
    store: Store, answer: Answer[ClaimRow], form: Format, asked: Mapping[str, str | None], at: datetime
) -> Parcel:
    """The claims of an answer in a format. `asked` is the question in words, `at` the time that the file carries.

    Actors that are judged to be one are one in the file.
    """
    with store.view() as view:
        answer = replace(answer, rows=merged_rows(view, answer.rows))
    rules = tuple(sorted({row.header.pipeline for row in answer.rows}))
    said = {key: value for key, value in asked.items() if value}
    found = articles(store, (row.header.article for row in answer.rows)) if form.needs_articles else {}
    provenance = Provenance(PIPELINE, rules, said, at)
    take = Take(answer.rows, tuple(ClaimRow.COLUMNS), provenance, found, answer.to_arrow)
    return form.make(take)
