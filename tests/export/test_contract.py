import json
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_type_hints

import msgspec
import pytest

from kawat.export.contract import OBJECTS, RecordJson, decode, encode, schema, to_contract
from kawat.model import Record

# The promise to programs; a key is added here before it is added anywhere, and none is taken away.
KEYS = {
    "": ["article", "entities", "quotations", "claims", "ties", "pipeline"],
    "article": [
        *["id", "source", "url", "language", "outlet", "headline", "kicker", "subtitle", "published", "published_raw"],
        *["authors", "editors", "agency", "carriers", "dateline_place", "captions", "body", "text", "notes"],
    ],
    "article.captions": ["text", "credit", "chain"],
    "article.notes": ["stage", "code", "message", "start", "end"],
    "entities": ["id", "code", "kind", "name", "aliases"],
    "quotations": ["id", "text", "manner", "speaker", "chain", "start", "end"],
    "quotations.chain": ["kind", "name", "id", "named", "beside"],
    "claims": [
        *["id", "type", "mode", "contexts", "cameo", "goldstein", "actors", "recipients", "status", "speaker", "chain"],
        *["date", "place", "sentence", "trigger", "start", "end", "score", "why"],
        *["publisher", "strongest", "weakest", "party_sourced", "state_media", "also"],
    ],
    "claims.date": ["start", "end", "grain", "raw"],
    "claims.place": ["id", "name", "raw"],
    "claims.trigger": ["text", "start", "end"],
}


@pytest.fixture
def data(record: Record) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(encode(to_contract(record)))
    return loaded


@pytest.mark.parametrize("path", KEYS)
def test_keys_and_their_order(data: dict[str, Any], path: str) -> None:
    value: Any = data
    for key in filter(None, path.split(".")):
        value = value[key]
        value = value[0] if isinstance(value, list) else value
    assert list(value) == KEYS[path]


def test_offsets_point_into_the_text(data: dict[str, Any]) -> None:
    text = data["article"]["text"]
    for claim in data["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["sentence"]
        assert text[claim["trigger"]["start"] : claim["trigger"]["end"]] == claim["trigger"]["text"]
    for quotation in data["quotations"]:
        assert text[quotation["start"] : quotation["end"]] == quotation["text"]


def test_values(data: dict[str, Any]) -> None:
    article, (signing, promise) = data["article"], data["claims"]
    assert article["published"] == "2024-05-04T09:30:00+07:00"
    assert (article["kicker"], article["headline"], article["subtitle"]) == (
        "Laut Sulu",
        "Arvania dan Belmora Sepakati Patroli",
        None,
    )
    assert len(article["body"]) == 2
    assert [n["code"] for n in article["notes"]] == ["zone-missing"], "a note of two stages is told once"
    assert signing["date"] == {"start": "2024-05-03", "end": "2024-05-03", "grain": "day", "raw": "Jumat (3/5/2024)"}
    assert promise["date"] is None
    assert promise["chain"][0] == {"kind": "principal", "name": None, "id": None, "named": True, "beside": False}


def test_same_record_same_bytes_and_back(record: Record) -> None:
    line = encode(to_contract(record))
    assert line == encode(to_contract(record))
    assert b"\n" not in line
    assert decode(line) == to_contract(record)


def test_what_is_not_of_the_contract_is_refused(data: dict[str, Any]) -> None:
    data["claims"][0]["status"] = "rumoured"
    with pytest.raises(msgspec.ValidationError, match=r"status|rumoured"):
        decode(json.dumps(data))


def test_a_file_name_that_is_not_utf8_is_carried(record: Record) -> None:
    odd = replace(record, article=replace(record.article, source=b"lap\xffran.txt".decode("utf-8", "surrogateescape")))
    assert decode(encode(to_contract(odd))).article.source == r"lap\xffran.txt"


@pytest.mark.parametrize("name", [c.__name__ for c in OBJECTS])
def test_schema_says_a_line_for_every_field(name: str) -> None:
    definition = schema()["$defs"][name]
    assert definition["description"]
    assert sorted(definition["required"]) == sorted(definition["properties"]), "every key is always there"
    for key, value in definition["properties"].items():
        assert value.get("description"), f"{name}.{key}"


def test_objects_are_all_objects() -> None:
    seen: set[type] = set()
    todo: list[Any] = [RecordJson]
    while todo:
        kind = todo.pop()
        seen.add(kind)
        for hint in (get_type_hints(kind)[f.name] for f in fields(kind)):
            inner = {hint, *getattr(hint, "__args__", ())}
            inner |= {a for h in tuple(inner) for a in getattr(h, "__args__", ())}
            todo += [t for t in inner if isinstance(t, type) and is_dataclass(t) and t not in seen]
    assert seen == set(OBJECTS)
