"""The formats of `kawat export`, by name: what each is, and the one function that makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from kawat.errors import QuestionError
from kawat.export import citation, flat, followthemoney, gdelt, geojson, graph, linked, polecat
from kawat.export.take import Parcel, Take


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `keeps_status`: each row says how sure the report is; where it does not, only what is asserted goes in
    unless more is asked for. `sidecar`: the name of the file beside it, after that of the file.
    """

    name: str
    says: str
    suffix: str
    media: str
    make: Callable[[Take], Parcel]
    keeps_status: bool = True
    sidecar: str | None = None
    needs_articles: bool = False


_SIDECAR = ".sidecar.jsonl"

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", "JSON Lines, lossless", "jsonl", "application/x-ndjson", flat.jsonl),
        Format("csv", "CSV for spreadsheets", "csv", "text/csv", flat.csv),
        Format("tsv", "tab-separated, for programs", "tsv", "text/tab-separated-values", flat.tsv),
        Format("parquet", "Parquet, typed (needs pyarrow)", "parquet", "application/vnd.apache.parquet", flat.parquet),
        Format(
            "gdelt",
            "GDELT 2.0 Events, 61 columns",
            "export.CSV",
            "text/tab-separated-values",
            gdelt.make,
            keeps_status=False,
            sidecar=_SIDECAR,
        ),
        Format(
            "polecat",
            "POLECAT, 40 columns",
            "txt",
            "text/tab-separated-values",
            polecat.make,
            keeps_status=False,
            sidecar=_SIDECAR,
        ),
        Format("graphml", "network for networkx, yEd, Gephi", "graphml", "application/xml", graph.graphml, False),  # noqa: FBT003
        Format("gexf", "network in time, for Gephi", "gexf", "application/xml", graph.gexf, False),  # noqa: FBT003
        Format(
            "ftm",
            "FollowTheMoney entities, for Aleph",
            "ftm.jsonl",
            "application/x-ndjson",
            followthemoney.make,
            keeps_status=False,
            sidecar=_SIDECAR,
            needs_articles=True,
        ),
        Format("geojson", "points for maps: QGIS, Leaflet", "geojson", "application/geo+json", geojson.make),
        Format("jsonld", "schema.org", "jsonld", "application/ld+json", linked.json_ld, needs_articles=True),
        Format(
            "annotations",
            "W3C Web Annotation",
            "jsonld",
            "application/ld+json",
            linked.annotations,
            needs_articles=True,
        ),
        Format(
            "csl",
            "CSL-JSON, for Zotero and Pandoc",
            "json",
            "application/vnd.citationstyles.csl+json",
            citation.csl,
            needs_articles=True,
        ),
        Format("bibtex", "BibTeX", "bib", "application/x-bibtex", citation.bibtex, needs_articles=True),
        Format("ris", "RIS", "ris", "application/x-research-info-systems", citation.ris, needs_articles=True),
    )
}


def format_named(name: str) -> Format:
    """The format of a name. Raises `QuestionError` that names them all for another."""
    try:
        return FORMATS[name]
    except KeyError:
        raise QuestionError(f"there is no format {name!r}; there are {', '.join(FORMATS)}") from None
