"""Every export, read back by a program that others wrote: `make readers` installs them, else tests are skipped."""

import csv
import io
import json
import re
from collections import Counter
from importlib.metadata import PackageNotFoundError, files
from typing import Any

import pytest
from tests.export.test_formats import REPORTS, coded, made, store

from kawat import query
from kawat.export import gdelt
from kawat.store import SqlStore

__all__ = ["store"]  # the fixture

STATUSES = {"asserted", "alleged", "denied", "planned", "hypothetical"}


def objects(store: SqlStore) -> list[dict[str, Any]]:
    """The claims as JSON Lines, the lossless form with which the others are compared."""
    return [json.loads(line) for line in made(store, "jsonl").main.decode("utf-8").splitlines()]


def pairs(store: SqlStore) -> Counter[tuple[str, str, str]]:
    """How many claims stand between whom and whom with which status."""
    found: Counter[tuple[str, str, str]] = Counter()
    for row in query.claims(store).rows:
        ends = [(a.id, b.id) for a in row.actors for b in row.recipients]
        ends = ends or [(row.actors[0].id, one.id) for one in row.actors[1:]]
        found.update((a, b, row.status.value) for a, b in ends)
    return found


@pytest.mark.parametrize(("name", "mark"), [("csv", ","), ("tsv", "\t")])
def test_tables_in_pandas(store: SqlStore, name: str, mark: str) -> None:
    pandas = pytest.importorskip("pandas")
    whole = made(store, name).main
    frame = pandas.read_csv(io.BytesIO(whole), sep=mark, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    plain = list(csv.DictReader(io.StringIO(whole.decode("utf-8-sig"), newline=""), delimiter=mark))
    assert frame.to_dict("records") == plain
    for key in ("id", "type", "status", "date_start", "outlet", "article"):
        assert [cell.removeprefix("'") for cell in frame[key]] == [one[key] or "" for one in objects(store)], key


def test_parquet_in_pyarrow_and_polars(store: SqlStore) -> None:
    whole = io.BytesIO(made(store, "parquet").main)
    expected = [one.to_dict() for one in query.claims(store).rows]
    rows = pytest.importorskip("pyarrow.parquet").read_table(whole).to_pylist()
    assert [row.keys() for row in rows] == [one.keys() for one in expected]
    for row, one in zip(rows, expected, strict=True):
        assert {k: _plain(v) for k, v in row.items()} == {k: _plain(v) for k, v in one.items()}
    polars = pytest.importorskip("polars")
    assert polars.read_parquet(io.BytesIO(whole.getvalue()))["id"].to_list() == [one["id"] for one in expected]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def test_gdelt_has_the_columns_that_its_client_knows(store: SqlStore) -> None:
    try:
        shipped = [one for one in files("gdelt") or () if one.name == "events2.csv"]
    except PackageNotFoundError:
        pytest.skip("gdelt is not installed")
    with shipped[0].locate().open(encoding="utf-8") as lines:  # type: ignore[attr-defined]
        known = [row["name"] for row in csv.DictReader(lines)]
    assert ["day" if one == "SQLDATE" else one.lower() for one in known] == [one.lower() for one in gdelt.COLUMNS]
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(made(store, "gdelt").main), sep="\t", names=known, dtype=str, quoting=3)
    assert len(frame) == 3
    assert set(frame["EventCode"]) == {"050", "040", "11"}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_have_every_pair(store: SqlStore, name: str) -> None:
    networkx = pytest.importorskip("networkx")
    read = getattr(networkx, f"read_{name}")(io.BytesIO(made(store, name, status="any").main))
    told = {(a, b, values["status"]): int(values["n_claims"]) for a, b, values in read.edges(data=True)}
    assert told == dict(pairs(store))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_linked_data_says_the_same(store: SqlStore) -> None:
    rdflib = pytest.importorskip("rdflib")
    schema = rdflib.Namespace("https://schema.org/")
    graph = rdflib.Graph()
    graph.parse(data=made(store, "jsonld").main, format="json-ld")
    claims = set(graph.subjects(rdflib.RDF.type, schema.Claim))
    read: Counter[tuple[str, ...]] = Counter()
    for one in claims:
        status = {str(value) for value in graph.objects(one) if str(value) in STATUSES}
        read[str(graph.value(one, schema.text)), *status] += 1
    assert read == Counter((row.sentence, row.status.value) for row in query.claims(store).rows)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_annotations_in_rdflib_point_at_their_words(store: SqlStore) -> None:
    rdflib = pytest.importorskip("rdflib")
    items = json.loads(made(store, "annotations").main)["first"]["items"]
    texts = {coded(one).article.id: coded(one).article.text for one in REPORTS}
    assert len(items) == len(query.claims(store).rows)
    for item in items:
        place, quote = item["target"]["selector"]
        assert quote["exact"] in {text[place["start"] : place["end"]] for text in texts.values()}
    # The vocabulary of the recommendation, given here so that nothing is fetched.
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    context = {"@vocab": str(oa), "id": "@id", "type": "@type", "start": {"@type": str(rdflib.XSD.integer)}}
    graph = rdflib.Graph()
    graph.parse(data=json.dumps({"@context": context, "@graph": items}), format="json-ld")
    assert len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))) == len(items)
    assert {str(one) for one in graph.objects(None, oa.exact)} == {
        item["target"]["selector"][1]["exact"] for item in items
    }


def test_followthemoney_keeps_every_value(store: SqlStore) -> None:
    model = pytest.importorskip("followthemoney").model
    for line in made(store, "ftm", status="any").main.decode("utf-8").splitlines():
        one = json.loads(line)
        proxy = model.get_proxy(one, cleaned=False)
        assert (proxy.id, proxy.schema.name) == (one["id"], one["schema"])
        for name, values in one["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values)), name


def test_bibtex_in_bibtexparser(store: SqlStore) -> None:
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2")
    library = bibtexparser.parse_string(made(store, "bibtex").main.decode("utf-8"))
    assert not library.failed_blocks
    csl = {item["id"]: item for item in json.loads(made(store, "csl").main)}
    assert {entry.key for entry in library.entries} == csl.keys()
    for entry in library.entries:
        fields = {name: _untexed(field.value) for name, field in entry.fields_dict.items()}
        item = csl[entry.key]
        assert fields["title"] == item["title"]
        assert fields.get("author", "") == " and ".join(one["literal"] for one in item.get("author", ()))
        assert fields.get("year", "") == str(item.get("issued", {}).get("date-parts", [[""]])[0][0])


def _untexed(value: str) -> str:
    value = value.replace(r"\textbackslash{}", "\0").replace(r"\textasciitilde{}", "~").replace(r"\^{}", "^")
    return re.sub(r"\\([&%$#_{}])", r"\1", re.sub(r"(?<!\\)[{}]", "", value)).replace("\0", "\\")


def test_ris_in_rispy(store: SqlStore) -> None:
    rispy = pytest.importorskip("rispy")
    read = rispy.loads(made(store, "ris").main.decode("utf-8").replace("\r\n", "\n"))
    csl = json.loads(made(store, "csl").main)
    assert [(one["title"], one["authors"]) for one in read] == [
        (item["title"], [author["literal"] for author in item["author"]]) for item in csl
    ]


def test_csl_in_citeproc(store: SqlStore) -> None:
    sources = pytest.importorskip("citeproc.source.json")
    items = json.loads(made(store, "csl").main)
    source = sources.CiteProcJSON([{key: value for key, value in item.items() if key != "custom"} for item in items])
    assert set(source) == {item["id"].lower() for item in items} or set(source) == {item["id"] for item in items}
    for item in items:
        assert str(source.get(item["id"], source.get(item["id"].lower())).title) == item["title"]
