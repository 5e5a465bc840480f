"""Questions and their answers, over a store of a few reports."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, OPPOSITION, PIPELINE, PUTIN, RUS, UKR, Says, report

from kawat import query
from kawat.errors import KawatError, QuestionError, UnknownNameError
from kawat.export import write_rows
from kawat.ingest import add
from kawat.model import Entity, EntityKind, EventType, Hop, HopKind, Manner, Place, Record, Status
from kawat.query import Answer, ClaimRow
from kawat.query.conditions import period
from kawat.store import SqlStore, open_store

CHAIN = (Hop(HopKind.PRINCIPAL, "Lukashenko"), Hop(HopKind.SPEAKER, "Eismont"), Hop(HopKind.MEDIUM, "BelTA"))
MEETING = Says(
    "Putin menemui Lukashenko di Moskow.",
    EventType.CONSULT,
    (PUTIN, LUKASHENKO),
    day=date(2022, 3, 11),
    place=Place("l:moscow", "Moskow", "Moskow"),
    chain=CHAIN,
    mode="visit",
)
RECORDS = (
    report(
        "satu",
        MEETING,
        Says("Rusia akan mengirim senjata ke Belarusia.", EventType.AID, (RUS,), (BLR,), status=Status.PLANNED),
        outlet="Kompas.TV",
        quotes=(("Kami tidak akan ikut perang.", LUKASHENKO), ("Sanksi itu sia-sia.", PUTIN)),
    ),
    report(
        "dua",
        replace(MEETING, sentence="Lukashenko menemui Putin di Moskow.", chain=(), mode=None),
        agency=AP,
        outlet="Tempo",
    ),
    report(
        "tiga", replace(MEETING, sentence="Putin bertemu Lukashenko di Moskow.", chain=(), mode=None), outlet="Antara"
    ),
    report(
        "empat",
        Says(
            "Oposisi mengecam Minsk.", EventType.ACCUSE, (OPPOSITION,), (BLR,), speaker=OPPOSITION, day=date(2023, 5, 1)
        ),
        Says("Ukraina menuduh Belarusia membantu.", EventType.ACCUSE, (UKR,), (BLR,), day=date(2022, 2, 24)),
        published=date(2023, 5, 2),
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    by_name = {record.article.source: record for record in RECORDS}
    path = tmp_path_factory.mktemp("query") / "kawat.db"
    with open_store(path) as writing:
        done = add(
            writing,
            by_name,
            now=NOW,
            pipeline=PIPELINE,
            make=lambda article: by_name[article.source],
            reader=lambda source: (by_name[source].article,),
        )
        assert done.failures == ()
    with open_store(path, read_only=True) as reading:
        yield reading


def ids(answer: Answer[ClaimRow]) -> str:
    return " ".join(row.id.removeprefix("c-") for row in answer.rows)


@pytest.mark.parametrize("name", ["Belarus", "belarusia", "BLR", "Minsk", "  minsk "])
def test_a_state_by_any_name_covers_its_people(store: SqlStore, name: str) -> None:
    assert ids(query.claims(store, actor=name)) == "dua-0 satu-0 tiga-0 empat-0"
    assert ids(query.claims(store, recipient=name)) == "empat-1 satu-1 empat-0"


@pytest.mark.parametrize("name", ["Lukashenko", "Alexander Lukashenko", "p:alexander-lukashenko"])
def test_a_person_is_only_that_person(store: SqlStore, name: str) -> None:
    assert ids(query.claims(store, either=name)) == "dua-0 satu-0 tiga-0"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "empat-1 dua-0 satu-0 tiga-0 satu-1 empat-0"),
        ({"type": "consult"}, "dua-0 satu-0 tiga-0"),
        ({"status": "planned"}, "satu-1"),
        ({"agency": "ap"}, "dua-0"),
        ({"agency": "BelTA"}, "satu-0"),
        ({"agency": "TASS", "type": "AID"}, "satu-1"),
        ({"since": "2022-03", "until": "2022"}, "dua-0 satu-0 tiga-0"),
        ({"since": "2022-03-12"}, "empat-0"),
        ({"since": date(2022, 3, 12), "until": datetime(2030, 12, 31, 8)}, "empat-0"),
        ({"text": "menemui Putin"}, "dua-0 satu-0"),
        ({"either": "BLR:OPP"}, "empat-0"),
        ({"type": "Consult/visit"}, "satu-0"),
        ({"type": "CONSULT/visit", "actor": "Putin"}, "satu-0"),
        ({"type": "CONSULT/visit", "either": "Rusia", "text": "Moskow"}, "satu-0"),
        ({"type": "CONSULT/phone"}, ""),
        # words for a state's people or government that no report uses
        ({"actor": "Belarusian opposition"}, "empat-0"),
        ({"actor": "pemerintah Rusia", "status": "planned"}, "satu-1"),
        ({"recipient": "the government of Belarus", "type": "AID"}, "satu-1"),
        ({"speaker": "oposisi Belarusia"}, "empat-0"),
        ({"speaker": "BLR"}, "empat-0"),
        ({"actor": "Rusia", "recipient": "Belarus"}, "satu-1"),
        ({"actor": "China"}, ""),
    ],
)
def test_claims(store: SqlStore, asked: dict[str, Any], expected: str) -> None:
    assert ids(query.claims(store, **asked)) == expected


def test_dyad_is_both_ways_and_together(store: SqlStore) -> None:
    one, other = query.dyad(store, "Belarus", "Kremlin"), query.dyad(store, "RUS", "Minsk")
    assert ids(one) == ids(other) == "dua-0 satu-0 tiga-0 satu-1"
    assert ids(query.dyad(store, "Ukraina", "Minsk")) == "empat-1"
    assert ids(query.dyad(store, "Putin", "Lukashenko", until="2021")) == ""


def test_a_limit_gives_the_newest_and_says_so(store: SqlStore) -> None:
    answer = query.claims(store, limit=1)
    assert (ids(answer), answer.total, answer.notes) == ("empat-0", 6, ("the newest 1 of 6",))
    assert query.claims(store, limit=None).notes == ()


def test_undated_claims_are_counted_when_dates_are_asked_for(store: SqlStore) -> None:
    (note,) = query.claims(store, since="2022").notes
    assert note.startswith("1 claim without a date left out")
    assert "undated" in note
    assert query.claims(store, since="2022", actor="UKR").notes == ()


@pytest.mark.parametrize("words", [None, "Rusia"])
def test_claims_without_a_date_stand_under_the_day_of_their_report(store: SqlStore, words: str | None) -> None:
    answer = query.claims(store, since="2022-03-12", until="2022-03", undated=True, text=words)
    assert (ids(answer), answer.notes) == ("satu-1", ())
    assert ids(query.claims(store, since="2022-03-13", until="2022-03", undated=True, text=words)) == ""
    assert ids(query.dyad(store, "Rusia", "Belarus", since="2022-03-12", until="2022-03", undated=True)) == "satu-1"


@pytest.mark.parametrize(("name", "found"), [("tempo", "dua-0"), ("KOMPAS.TV", "satu-0 satu-1"), ("Reuters", "")])
def test_an_outlet(store: SqlStore, name: str, found: str) -> None:
    answer = query.claims(store, outlet=name)
    assert ids(answer) == found
    assert any("Kompas.TV" in note and "Tempo" in note for note in answer.notes) is not bool(found)


def test_an_agency_that_no_report_has_is_said(store: SqlStore) -> None:
    (note,) = query.claims(store, agency="Xinhua").notes
    assert note.startswith("no report has the agency 'xinhua'")
    assert "BelTA" in note
    assert query.claims(store, agency="AP", status="denied").notes == ()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "a-dua a-satu a-tiga a-empat"),
        ({"limit": 1}, "a-empat"),
        ({"since": "2022", "until": "2022-03"}, "a-dua a-satu a-tiga"),
        ({"outlet": "TEMPO"}, "a-dua"),
        ({"outlet": "Reuters"}, ""),
    ],
)
def test_the_reports_that_are_kept(store: SqlStore, asked: dict[str, Any], found: str) -> None:
    answer = query.listed(store, **asked)
    assert " ".join(row.header.article for row in answer.rows) == found
    assert answer.notes == (("the newest 1 of 4",) if asked.get("limit") else ())
    assert all(list(row) == list(answer.row.COLUMNS) for row in answer.to_dicts())
    assert answer.to_arrow().num_rows == len(answer.rows)
    claims = {row.header.article: row.claims for row in answer.rows}
    assert claims.get("a-empat", 2) == 2
    assert claims.get("a-dua", 1) == 1


@pytest.mark.parametrize("asked", [{"outlet": " "}, {"since": "x"}, {"limit": 0}])
def test_reports_that_cannot_be_asked_for(store: SqlStore, asked: dict[str, Any]) -> None:
    with pytest.raises(QuestionError):
        query.listed(store, **asked)


def test_a_row_carries_what_a_line_needs(store: SqlStore) -> None:
    row = next(row for row in query.claims(store).rows if row.id == "c-satu-0")
    assert row.chain == "Lukashenko ‹ Eismont ‹ BelTA ‹ TASS ‹ Kompas.TV"
    assert [party.name for party in row.actors] == ["Vladimir Putin", "Alexander Lukashenko"]
    assert (row.header.headline, row.header.outlet, row.header.article) == ("Berita satu", "Kompas.TV", "a-satu")
    # three reports; TASS stands behind two of them
    assert (row.reports, row.origins) == (3, 2)
    alone = next(row for row in query.claims(store).rows if row.id == "c-empat-0")
    assert (alone.reports, alone.origins) == (1, 1)
    # the opposition speaks of what it does itself; nobody speaks of the meeting but agencies
    assert (alone.party_sourced, row.party_sourced) == (True, False)


ASKED: list[tuple[Callable[[SqlStore], object], type[KawatError], str]] = [
    (lambda s: query.claims(s, type="DANCE"), QuestionError, "AGREE, CONSULT"),
    (lambda s: query.claims(s, type="CONSULT/dance"), QuestionError, "CONSULT has no mode 'dance'; there are visit"),
    (lambda s: query.claims(s, type="/visit"), QuestionError, "AGREE, CONSULT"),
    (lambda s: query.claims(s, status="sure"), QuestionError, "asserted, alleged, denied"),
    (lambda s: query.claims(s, since="kemarin"), QuestionError, "YYYY-MM-DD"),
    (lambda s: query.claims(s, since="2022-02-30"), QuestionError, "there is no day"),
    (lambda s: query.claims(s, since="2023", until="2022"), QuestionError, "since 2023 and until 2022"),
    # what narrows nothing would give all there is
    (lambda s: query.claims(s, actors="Rusia"), QuestionError, "no condition 'actors'; there are type"),  # type: ignore[call-arg]
    (lambda s: query.dyad(s, "Rusia", "Minsk", actor="Rusia"), QuestionError, "no condition 'actor'"),  # type: ignore[call-arg]
    (lambda s: query.events(s, "Rusia", "Minsk", form="2022"), QuestionError, "no condition 'form'"),  # type: ignore[call-arg]
    (lambda s: query.claims(s, limit=0), QuestionError, "1 or more"),
    (lambda s: query.claims(s, text="- /"), QuestionError, "no word to look for"),
    (lambda s: query.claims(s, agency=" "), QuestionError, "agency is needed"),
    (lambda s: query.claims(s, actor=" "), QuestionError, "a name is needed"),
    (lambda s: query.claims(s, actor="Zzyzx"), UnknownNameError, "nobody is known as 'Zzyzx'"),
    (lambda s: query.dyad(s, "Minsk", "BLR"), QuestionError, "the same actor"),
    (lambda s: query.search(s, "''"), QuestionError, "no word to look for"),
    (lambda s: query.show(s, "nothing"), UnknownNameError, "has the id, address or path 'nothing'"),
    (lambda s: query.show(s, ""), QuestionError, "an id is needed"),
]


@pytest.mark.parametrize(("ask", "kind", "says"), ASKED)
def test_what_cannot_be_asked(
    store: SqlStore, ask: Callable[[SqlStore], object], kind: type[KawatError], says: str
) -> None:
    with pytest.raises(kind, match=says) as caught:
        ask(store)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2022-3-9 ", date(2022, 3, 9), date(2022, 3, 9)),
    ],
)
def test_period(text: str, first: date, last: date) -> None:
    assert period(text) == (first, last)


@pytest.mark.parametrize("text", ["0000", "2022-13", "22", "2022-01-01T00:00", "2022-"])
def test_no_period(text: str) -> None:
    with pytest.raises(QuestionError):
        period(text)


def kim(name: str, *, long: str) -> Record:
    person = Entity(f"own:{name}", "PRK", EntityKind.PERSON, long, ("Kimura",))
    record = report(name, Says("Utusan menemui tamu.", EventType.CONSULT, (BLR,)))
    claim = replace(record.claims[0], actors=(person.id,))
    return replace(record, entities=(person,), claims=(claim,))


def test_an_ambiguous_name_is_asked_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "kawat.db") as store:
        with store.writer() as writer:
            writer.put(kim("kimura-a", long="Kimura Aoi"), NOW, {})
        assert ids(query.claims(store, actor="kimura")) == "kimura-a-0", "one is not ambiguous"
        with store.writer() as writer:
            writer.put(kim("kimura-b", long="Kimura Botan"), NOW, {})
        with pytest.raises(UnknownNameError) as caught:
            query.claims(store, actor="kimura")
        assert [(one, name) for one, name, _ in caught.value.candidates] == [
            ("own:kimura-a", "Kimura Aoi"),
            ("own:kimura-b", "Kimura Botan"),
        ]
        assert ids(query.claims(store, actor="own:kimura-b")) == "kimura-b-0"
        with pytest.raises(UnknownNameError) as near:
            query.claims(store, actor="Kimira")
        assert [name for _, name, _ in near.value.candidates] == ["Kimura Aoi", "Kimura Botan"]


def test_a_person_is_found_by_the_surname_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "kawat.db") as store:
        with store.writer() as writer:
            writer.put(kim("zubiri", long="Ana Zubiri"), NOW, {})
        assert query.actor(store, "Zubiri").id == "own:zubiri"
        with pytest.raises(UnknownNameError):
            query.actor(store, "biri")


def test_actor(store: SqlStore) -> None:
    dossier = query.actor(store, "Belarus")
    assert (dossier.id, dossier.code) == ("BLR", "BLR")
    assert {use.name for use in dossier.names} == {"Belarusia", "Belarus", "Minsk"}
    assert {tally.value: tally.claims for tally in dossier.acts} == {"asserted": 4}
    assert {tally.value: tally.claims for tally in dossier.undergoes} == {"asserted": 2, "planned": 1}
    assert {tally.value: tally.claims for tally in dossier.says} == {"asserted": 1}
    assert {tally.value: tally.claims for tally in dossier.counterparts} == {"RUS": 4, "UKR": 1}
    assert (dossier.quoted, dossier.claims.total) == (1, 6)
    person = query.actor(store, "Lukashenko")
    assert (person.roles, person.claims.total) == (("Presiden Belarusia",), 3)


def test_quotes(store: SqlStore) -> None:
    for name in ("Lukashenko", "BLR"):
        (row,) = query.quotes(store, name).rows
        assert (row.text, row.chain) == ("Kami tidak akan ikut perang.", "Alexander Lukashenko ‹ TASS ‹ Kompas.TV")
    assert query.quotes(store, "Putin", since="2023").rows == ()


def test_the_manner_is_asked_of_the_store_and_not_behind_the_limit(tmp_path: Path) -> None:
    made = report("satu", quotes=(("Kami akan menang.", PUTIN), ("Mereka kalah.", PUTIN), ("Semua tahu.", PUTIN)))
    first, *rest = made.quotations
    with open_store(tmp_path / "kawat.db") as store:
        with store.writer() as writer:
            writer.put(replace(made, quotations=(replace(first, manner=Manner.INDIRECT), *rest)), NOW, {})
        found = query.quotes(store, "Putin", manner="indirect", limit=1)
        assert ([row.text for row in found.rows], found.total, found.notes) == (["Kami akan menang."], 1, ())
        direct = query.quotes(store, "Putin", manner="Direct", limit=1)
        assert (len(direct.rows), direct.total, direct.notes) == (1, 2, ("the newest 1 of 2",))
        with pytest.raises(QuestionError, match="there is no manner 'loud'; there are direct, indirect, mixed"):
            query.quotes(store, "Putin", manner="loud")


def test_search(store: SqlStore) -> None:
    (row,) = query.search(store, '"akan ikut" perang').rows
    assert (row.header.article, row.excerpt) == ("a-satu", "Kami tidak akan ikut perang.")
    assert query.search(store, "Putin-Lukashenko 11/3/2022").rows == ()
    assert query.search(store, "moskow", limit=1).notes == ("the nearest 1 of 3",)


def test_show(store: SqlStore) -> None:
    claim = query.show(store, "c-satu-0")
    assert claim.claim is not None
    assert claim.claim.id == "c-satu-0"
    assert [row.id for row in claim.same_act] == ["c-dua-0", "c-tiga-0"]
    assert {link.judgement.value for link in claim.links} == {"same"}
    assert [(one.name, one.claims) for one in claim.origins] == [
        ("AP", ("c-dua-0",)),
        ("TASS", ("c-satu-0", "c-tiga-0")),
    ]
    quoted = query.show(store, "q-satu-1")
    assert quoted.quotation is not None
    assert quoted.quotation.text == "Sanksi itu sia-sia."
    article = query.show(store, "a-emp")
    assert (article.record, len(article.claims)) == (RECORDS[3], 2)
    with pytest.raises(UnknownNameError) as caught:
        query.show(store, "c-")
    assert len(caught.value.candidates) == 6


ANSWERS: list[Callable[[SqlStore], Answer[Any]]] = [
    query.claims,
    lambda s: query.claims(s, actor="China"),
    lambda s: query.quotes(s, "BLR"),
    lambda s: query.search(s, "moskow"),
    lambda s: query.search(s, "tidakada"),
]


@pytest.mark.parametrize("ask", ANSWERS)
def test_answers_as_tables(store: SqlStore, ask: Callable[[SqlStore], Answer[Any]], tmp_path: Path) -> None:
    answer = ask(store)
    columns = list(answer.row.COLUMNS)
    assert all(list(row) == columns for row in answer.to_dicts())
    frame = answer.to_pandas()
    assert (list(frame.columns), len(frame)) == (columns, len(answer.rows))
    table = answer.to_arrow()
    assert (table.column_names, table.num_rows) == (columns, len(answer.rows))
    assert table.schema.field("start").type == pa.int64()
    assert table.schema.field("published").type == pa.timestamp("us", tz="UTC")
    for form in ("jsonl", "csv"):
        with (tmp_path / form).open("w", encoding="utf-8") as out:
            write_rows(answer.to_dicts(), form, out, tuple(columns))
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [columns] * len(answer.rows)


def test_days_and_instants_stay_such(store: SqlStore) -> None:
    row = query.claims(store, type="ASSAULT").to_dicts() or query.claims(store, actor="UKR").to_dicts()
    assert row[0]["date_start"] == date(2022, 2, 24)
    assert isinstance(row[0]["published"], datetime)


@pytest.mark.parametrize(("method", "extra"), [("to_pandas", "kawat[pandas]"), ("to_arrow", "kawat[arrow]")])
def test_a_missing_extra_is_named(store: SqlStore, monkeypatch: pytest.MonkeyPatch, method: str, extra: str) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("kawat.query.answers.import_module", missing)
    with pytest.raises(KawatError, match=r"pip install") as caught:
        getattr(query.claims(store), method)()
    assert extra in str(caught.value)
