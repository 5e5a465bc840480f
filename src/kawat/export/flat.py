"""Claims → flat tables of every key: JSON Lines, CSV, TSV, Parquet. Each row says where it comes from."""

import io
from collections.abc import Iterator
from importlib import import_module

from kawat.errors import KawatError
from kawat.export import csv_table
from kawat.export.take import SCHEMA, Parcel, Take, json_lines

OWN = ("why", "kawat", "schema", "query", "exported_at")
"""The keys that an exported row has more than an answer's: why it was coded so, and where the file comes from."""


def jsonl(take: Take) -> Parcel:
    """One object a line, lossless; lists stay lists and every key is always there."""
    return Parcel(json_lines(list(_rows(take))))


def csv(take: Take) -> Parcel:
    """Comma-separated, for spreadsheets: with a byte order mark, and no cell is taken for a formula."""
    return Parcel(b"\xef\xbb\xbf" + _table(take, ","))


def tsv(take: Take) -> Parcel:
    """Tab-separated, for programs: without a byte order mark; no cell is taken for a formula."""
    return Parcel(_table(take, "\t"))


def parquet(take: Take) -> Parcel:
    """A typed table; where it comes from is in the metadata of the file. Needs pyarrow."""
    try:
        writer = import_module("pyarrow.parquet")
    except ImportError as error:
        raise KawatError("parquet needs pyarrow: pip install 'kawat[arrow]'") from error
    if take.arrow is None:
        raise KawatError("these rows have no typed table")
    table = take.arrow().replace_schema_metadata({"kawat": take.provenance.line()})
    out = io.BytesIO()
    writer.write_table(table, out, compression="zstd")
    return Parcel(out.getvalue())


def _table(take: Take, delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv_table.write(_rows(take), out, (*take.columns, *OWN), delimiter)
    return out.getvalue().encode("utf-8")


def _rows(take: Take) -> Iterator[dict[str, object]]:
    from_where = {
        "kawat": take.provenance.kawat,
        "schema": SCHEMA,
        "query": take.provenance.asked,
        "exported_at": take.provenance.exported_at.isoformat(timespec="seconds"),
    }
    for claim in take.claims:
        yield {**claim.to_dict(), "why": list(claim.why), **from_where}
