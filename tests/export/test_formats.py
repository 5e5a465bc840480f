import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.builders import BLR, LUKASHENKO, NOW, OPPOSITION, PUTIN, RUS, UKR, Says, report

from kawat import query
from kawat.errors import KawatError, QuestionError
from kawat.export import gdelt, geojson, polecat
from kawat.export.codes import cameo_actor, states
from kawat.export.formats import FORMATS, Format, format_named
from kawat.export.take import Parcel
from kawat.model import Entity, EntityKind, EventType, Grain, Place, Status
from kawat.store import SqlStore, open_store

AT = datetime(2024, 6, 2, 8, 0, tzinfo=UTC)
DAY = date(2022, 3, 11)
HOSTILE = '=cmd() "kutip" <b>&amp;</b> {x}\\ \x1b[31m $5 100% a_b'

SOCHI = Place("l:sochi", "Sochi", "Sochi")
GROUP = Entity("own:oposisi-belarusia", "BLR:OPP", EntityKind.GROUP, HOSTILE)

REPORTS = (
    report(
        "satu",
        Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY, place=SOCHI),
        Says("Belarusia tidak akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED, LUKASHENKO),
        Says("Putin dan Lukashenko bertemu.", EventType.CONSULT, (PUTIN, LUKASHENKO), day=DAY),
        outlet="Harian =Contoh",
    ),
    report(
        "dua",
        Says(
            "Oposisi akan menuduh Belarusia.",
            EventType.ACCUSE,
            (OPPOSITION,),
            (BLR,),
            day=date(2022, 3, 1),
            grain=Grain.MONTH,
        ),
        Says(f"Ini {HOSTILE} itu.", EventType.AGREE, (RUS,), (BLR,), Status.ALLEGED),
        agency=None,
        published=None,
    ),
)


def coded(record: Any) -> Any:
    from dataclasses import replace

    from kawat import ontology

    claims = []
    for claim in record.claims:
        code = ontology.cameo(claim.type, None)
        assert code
        end = date(2022, 3, 31) if claim.date and claim.date.grain is Grain.MONTH else None
        when = replace(claim.date, end=end) if claim.date and end else claim.date
        claims.append(replace(claim, cameo=code, goldstein=ontology.goldstein(code), date=when))
    entities = tuple(GROUP if one.id == GROUP.id else one for one in record.entities)
    article = replace(record.article, authors=("Sari & Wibowo",), url="https://harian.example/{a}?b=1&c=%20")
    return replace(record, claims=tuple(claims), entities=entities, article=article)


@pytest.fixture(scope="module")
def store() -> Iterator[SqlStore]:
    with open_store(":memory:") as opened:
        with opened.writer() as writer:
            for record in REPORTS:
                writer.put(coded(record), NOW, {})
        yield opened


def made(store: SqlStore, name: str, at: datetime = AT, **asked: Any) -> Parcel:
    form = format_named(name)
    asked["status"] = query.status_asked(form, asked.get("status"))
    return query.export(store, query.claims(store, **asked), form, asked, at)


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
class TestEveryFormat:
    def test_same_question_same_bytes_but_for_the_time(self, store: SqlStore, form: Format) -> None:
        one, same, later = (made(store, form.name, at) for at in (AT, AT, AT.replace(day=3)))
        assert one == same
        if form.name != "parquet":  # its metadata is encoded
            shown = [(p.main + (p.sidecar or b"")).decode("utf-8") for p in (one, later)]
            assert shown[0].replace("2024-06-02", "2024-06-03") == shown[1]

    def test_it_says_where_it_comes_from(self, store: SqlStore, form: Format) -> None:
        parcel = made(store, form.name, actor="BLR", status="denied")
        whole = parcel.main + (parcel.sidecar or b"")
        for words in (b"2024-06-02T08:00:00+00:00", b"0.1.0+", b"1.0+test", b"denied"):
            assert words in whole

    def test_nothing_found_is_still_a_file(self, store: SqlStore, form: Format) -> None:
        parcel = made(store, form.name, type="RETREAT")
        assert isinstance(parcel.main, bytes)

    def test_a_format_without_a_status_takes_only_what_is_asserted(self, store: SqlStore, form: Format) -> None:
        rows = query.claims(store, status=query.status_asked(form, None)).rows
        statuses = {row.status for row in rows}
        assert (statuses == {Status.ASSERTED}) is not form.keeps_status
        assert len(query.claims(store, status=query.status_asked(form, query.ANY)).rows) == 5
        assert form.keeps_status or form.sidecar or b"status" in made(store, form.name).main

    def test_no_control_character_and_no_bare_formula(self, store: SqlStore, form: Format) -> None:
        parcel = made(store, form.name, status="any")
        if form.name == "parquet":
            return
        text = parcel.main.decode("utf-8")
        assert "\x1b" not in text
        if form.suffix in ("csv", "tsv", "txt", "export.CSV"):
            assert not [c for row in table(text, form.name) for c in row if c[:1] in set("=+@")]


def table(text: str, name: str) -> list[list[str]]:
    """The cells as a program reads them: GDELT and POLECAT know no quotes."""
    text = text.removeprefix("\ufeff")
    if name in ("gdelt", "polecat"):
        return [line.split("\t") for line in text.splitlines()]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if name == "tsv" else ","))


def test_flat_tables_have_every_claim_and_every_key(store: SqlStore) -> None:
    objects = [json.loads(line) for line in made(store, "jsonl").main.decode().splitlines()]
    assert [o["id"] for o in objects] == [r.id for r in query.claims(store).rows]
    for name in ("csv", "tsv"):
        header, *rows = table(made(store, name).main.decode("utf-8"), name)
        assert header == list(objects[0])
        assert [row[0] for row in rows] == [o["id"] for o in objects]
    assert made(store, "csv").main.startswith(b"\xef\xbb\xbf")


def test_parquet_is_typed_and_keeps_where_it_comes_from(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    read = pq.read_table(io.BytesIO(made(store, "parquet").main))
    assert read.num_rows == 5
    assert read.column("status").to_pylist().count("denied") == 1
    assert json.loads(read.schema.metadata[b"kawat"])["schema"] == "1"
    monkeypatch.setattr("kawat.export.flat.import_module", lambda name: (_ for _ in ()).throw(ImportError(name)))
    with pytest.raises(KawatError, match=r"kawat\[arrow\]"):
        made(store, "parquet")


def gdelt_rows(parcel: Parcel) -> list[dict[str, str]]:
    return [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in table(parcel.main.decode("utf-8"), "gdelt")]


def test_gdelt_columns_and_values(store: SqlStore) -> None:
    assert (len(gdelt.COLUMNS), len(set(gdelt.COLUMNS))) == (61, 61)
    rows = gdelt_rows(made(store, "gdelt"))
    by_type = {row["EventCode"]: row for row in rows}
    assert len(rows) == 3
    support, meeting, accusation = (by_type[code] for code in ("050", "040", "11"))
    assert (support["Actor1Code"], support["Actor2CountryCode"]) == ("RUS", "BLR")
    assert (support["Day"], support["MonthYear"], support["Year"]) == ("20220311", "202203", "2022")
    assert support["FractionDate"] == f"{2022 + 101 / 365:.4f}"
    assert (support["EventRootCode"], support["QuadClass"], accusation["QuadClass"]) == ("05", "1", "3")
    assert (support["ActionGeo_Fullname"], support["ActionGeo_CountryCode"], support["ActionGeo_Lat"]) == (
        "Sochi",
        "RS",
        "43.6",
    )
    assert support["DATEADDED"] == "20220312023000"
    assert (meeting["Actor1Code"], meeting["Actor2Code"]) == ("RUSGOV", "BLRGOV")
    assert (accusation["Actor1Code"], accusation["Actor1Type1Code"]) == ("BLROPP", "OPP")
    assert accusation["Actor1Name"].startswith("'=CMD()")
    assert (accusation["Day"], accusation["FractionDate"], accusation["MonthYear"]) == ("", "", "202203")


def test_gdelt_sidecar_says_what_the_row_cannot(store: SqlStore) -> None:
    parcel = made(store, "gdelt", status="any")
    assert parcel.sidecar
    head, *beside = [json.loads(line) for line in parcel.sidecar.decode("utf-8").splitlines()]
    assert head["export"]["query"] == {}
    assert [row["GlobalEventID"] for row in gdelt_rows(parcel)] == [one["GlobalEventID"] for one in beside]
    said = {one["claims"][0]["type"]: one for one in beside}
    assert said["ASSAULT"]["cannot_say"] == ["status denied", "no date is known"]
    assert said["ASSAULT"]["claims"][0]["chain"] == "Alexander Lukashenko ‹ TASS ‹ Harian =Contoh"
    assert said["CONSULT"]["cannot_say"] == ["the act is mutual"]
    assert said["ACCUSE"]["cannot_say"] == ["an exact day is not known"]
    empty = [row for row in gdelt_rows(parcel) if not row["Day"]]
    assert 0 < len(empty) < len(beside)
    assert parcel.notes == (
        f"{len(empty)} of {len(beside)} rows have an empty Day (SQLDATE): their reports tell no exact day",
    )


@pytest.mark.parametrize(
    ("entity", "code", "group", "kind", "whole"),
    [
        (BLR, "BLR", "", "", True),
        (PUTIN, "RUSGOV", "", "GOV", True),
        (OPPOSITION, "BLROPP", "", "OPP", True),
        (Entity("UN", "UN", EntityKind.ORGANIZATION, "PBB"), "IGOUNO", "UNO", "IGO", True),
        (Entity("NATO", "NATO", EntityKind.ORGANIZATION, "NATO"), "IGONAT", "NAT", "IGO", True),
        (Entity("HAMAS", "HAMAS", EntityKind.GROUP, "Hamas"), "HMS", "HMS", "", True),
        (Entity("GAM", "GAM", EntityKind.GROUP, "GAM"), "", "", "", False),
        (Entity("x", "IRN:REL", EntityKind.GROUP, "ulama"), "IRN", "", "", False),
        (Entity("ROU", "ROU", EntityKind.STATE, "Rumania"), "ROM", "", "", True),
    ],
)
def test_cameo_actors(entity: Entity, code: str, group: str, kind: str, *, whole: bool) -> None:
    actor = cameo_actor(entity)
    assert (actor.code, actor.group, actor.type, actor.whole) == (code, group, kind, whole)


@pytest.mark.parametrize(
    ("state", "fips", "iso2"),
    [
        *[("BLR", "BO", "BY"), ("RUS", "RS", "RU"), ("UKR", "UP", "UA"), ("PRK", "KN", "KP"), ("IDN", "ID", "ID")],
        *[("CHN", "CH", "CN"), ("CHE", "SZ", "CH"), ("AUS", "AS", "AU"), ("AUT", "AU", "AT"), ("PHL", "RP", "PH")],
        *[("PSE", "", "PS"), ("SRB", "RI", "RS"), ("XKX", "KV", "XK")],
    ],
)
def test_states_in_other_codes(state: str, fips: str, iso2: str) -> None:
    assert (states()[state].fips, states()[state].iso2) == (fips, iso2)


def test_polecat_columns_and_values(store: SqlStore) -> None:
    assert (len(polecat.COLUMNS), len(set(polecat.COLUMNS))) == (40, 40)
    header, *rows = table(made(store, "polecat").main.decode("utf-8"), "polecat")
    assert tuple(header) == polecat.COLUMNS
    found = {row["Event Type"]: row for row in (dict(zip(header, cells, strict=True)) for cells in rows)}
    assert (found["SUPPORT"]["Actor Country"], found["SUPPORT"]["Quad Code"]) == ("Russia", "VERBAL COOPERATION")
    assert (found["SUPPORT"]["Placename"], found["SUPPORT"]["Country"]) == ("Sochi", "Russia")
    assert (found["CONSULT"]["Actor Title"], found["CONSULT"]["Primary Actor Sector"]) == ("Presiden Rusia", "GOV")
    assert (found["ACCUSE"]["Event Date"], found["ACCUSE"]["Primary Actor Sector"]) == ("", "OPP")


def test_points_on_a_map(store: SqlStore) -> None:
    parcel = made(store, "geojson")
    told = json.loads(parcel.main)
    assert told["type"] == "FeatureCollection"
    points = {one["id"]: one["geometry"] for one in told["features"]}
    assert points.pop("c-satu-0") == {"type": "Point", "coordinates": [39.7, 43.6]}
    assert set(points.values()) == {None}
    assert parcel.notes == (f"{len(points)} without a point: they tell no place, or one without coordinates",)
    sochi = next(one for one in told["features"] if one["geometry"])["properties"]
    assert (sochi["place"], sochi["place_id"], sochi["place_state"], sochi["precision"]) == (
        *("Sochi", "l:sochi", "RUS", "point"),
    )
    assert (sochi["status"], sochi["published"]) == ("asserted", "2022-03-12T09:30:00+07:00")


@pytest.mark.parametrize(
    ("place", "degrees"),
    [
        (Place("l:ambon", "Ambon", "Ambon"), ("-3.7", "128.2")),
        (Place("RUS", "Russia", "Rusia"), ("", "")),
        (Place("l:pacific", "Pacific", "Pasifik"), ("", "")),
        (Place(None, "Sagareng", "Sagareng"), ("", "")),
        (None, ("", "")),
    ],
)
def test_degrees_in_tables_are_of_the_place_itself(place: Place | None, degrees: tuple[str, str]) -> None:
    assert geojson.degrees(place) == degrees


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_are_well_formed_and_whole(store: SqlStore, name: str) -> None:
    root = ET.fromstring(made(store, name, status="any").main)  # noqa: S314  our own bytes
    local = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert (local.count("node"), local.count("edge")) == (6, 5)
    ends = {(e.get("source"), e.get("target")) for e in root.iter() if e.tag.endswith("}edge")}
    assert ("BLR", "UKR") in ends
    assert ("p:vladimir-putin", "p:alexander-lukashenko") in ends
    assert {n.get("id") for n in root.iter() if n.tag.endswith("}node")} >= {end for pair in ends for end in pair}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_in_networkx(store: SqlStore, name: str) -> None:
    networkx = pytest.importorskip("networkx")
    read = getattr(networkx, f"read_{name}")(io.BytesIO(made(store, name, status="any").main))
    assert (read.number_of_nodes(), read.number_of_edges()) == (6, 5)
    edges = {(a, b, values["status"]): values for a, b, values in read.edges(data=True)}
    assert edges["BLR", "UKR", "denied"]["n_claims"] == 1
    assert edges["RUS", "BLR", "asserted"]["first" if name == "graphml" else "start"] == "2022-03-11"


def test_citations(store: SqlStore) -> None:
    one, other = json.loads(made(store, "csl").main)
    if "issued" not in one:
        one, other = other, one
    assert one["author"] == [{"literal": "Sari & Wibowo"}]
    assert (one["issued"], one["container-title"]) == ({"date-parts": [[2022, 3, 12]]}, "Harian =Contoh")
    assert "[denied; Alexander Lukashenko ‹ TASS" in one["annote"]
    assert one["note"] == "via TASS"
    assert "issued" not in other
    assert "note" not in other
    assert "; ]" not in f"{one}{other}", "a claim that nobody is known to tell"


def test_bibtex_is_balanced_and_escaped(store: SqlStore) -> None:
    text = made(store, "bibtex").main.decode("utf-8")
    bare = re.sub(r"\\[{}]", "", text)
    depth = 0
    for entry in re.split(r"\n\n(?=@)", bare)[1:]:
        for character in entry:
            depth += (character == "{") - (character == "}")
            assert depth >= 0
        assert depth == 0
    assert r"Sari \& Wibowo" in text
    assert r"\$5 100\% a\_b" in text
    assert "url = {https://harian.example/%7Ba%7D?b=1&c=%20}" in text


def test_ris_opens_and_closes_every_record(store: SqlStore) -> None:
    lines = made(store, "ris").main.decode("utf-8").split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line[:2] for line in lines if line[:2] in ("TY", "ER")] == ["TY", "ER"] * 2


def test_linked_data(store: SqlStore) -> None:
    whole = json.loads(made(store, "jsonld").main)
    kinds = [node["@type"] for node in whole["@graph"]]
    assert (kinds.count("NewsArticle"), kinds.count("Claim"), kinds.count("ClaimReview")) == (2, 5, 0)
    assert {node["kawat:status"] for node in whole["@graph"] if node["@type"] == "Claim"} == {
        "asserted",
        "denied",
        "alleged",
    }
    page = json.loads(made(store, "annotations").main)["first"]["items"]
    texts = {f"a-{name}": coded(record).article.text for name, record in zip(("satu", "dua"), REPORTS, strict=True)}
    for item in page:
        place, quote = item["target"]["selector"]
        text = next(t for t in texts.values() if t[place["start"] : place["end"]] == quote["exact"])
        assert text.index(quote["prefix"] + quote["exact"] + quote["suffix"]) <= place["start"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_linked_data_in_rdflib(store: SqlStore) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    graph.parse(data=made(store, "jsonld").main, format="json-ld")
    claims = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Claim")))
    assert len(claims) == 5


def test_followthemoney_is_valid_and_one_actor_one_entity(store: SqlStore) -> None:
    entities = [json.loads(line) for line in made(store, "ftm", status="any").main.decode("utf-8").splitlines()]
    ids = [one["id"] for one in entities]
    assert len(ids) == len(set(ids))
    kinds = [one["schema"] for one in entities]
    assert (kinds.count("Article"), kinds.count("Event"), kinds.count("Person"), kinds.count("PublicBody")) == (
        2,
        5,
        2,
        3,
    )
    for event in (one for one in entities if one["schema"] == "Event"):
        said = event["properties"]
        assert said["summary"][0].startswith(f"[{said['keywords'][0]}] ")
        assert set(said["proof"] + said.get("involved", [])) <= set(ids)
    model = pytest.importorskip("followthemoney").model
    for one in entities:
        proxy = model.get_proxy(one, cleaned=False)
        assert {name: len(proxy.get(name)) for name in one["properties"]} == {
            name: len(set(values)) for name, values in one["properties"].items()
        }


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(QuestionError, match="gdelt"):
        format_named("xls")
