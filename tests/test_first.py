"""Which report told of an act first: instants count, not how they are written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import AP, BLR, NOW, PIPELINE, RUS, TASS, Says, report
from tests.web.browser import Browser

from kawat import query
from kawat.cli import main
from kawat.ingest import add
from kawat.model import EventType, Hop, Record
from kawat.store import open_store
from kawat.web import create_app

DAY = date(2022, 3, 11)
WIB = timezone(timedelta(hours=7))
EVENING_IN_JAKARTA = datetime(2022, 3, 11, 21, 10, tzinfo=WIB)
LATER_IN_LONDON = datetime(2022, 3, 11, 19, 2, tzinfo=UTC)
DAY_ALONE = datetime(2022, 3, 11, 0, 0, tzinfo=WIB)


def _told(name: str, at: datetime | None, agency: Hop) -> Record:
    said = Says("Minsk mengancam Moskow soal gas.", EventType.THREATEN, (BLR,), (RUS,), day=DAY)
    made = report(name, said, agency=agency, outlet=f"Koran {name}")
    return replace(made, article=replace(made.article, published=at))


def _filled(path: Path, *records: Record) -> Path:
    by_name = {record.article.source: record for record in records}
    with open_store(path / "kawat.db") as store:
        add(
            store,
            by_name,
            now=NOW,
            pipeline=PIPELINE,
            make=lambda article: by_name[article.source],
            reader=lambda source: (by_name[source].article,),
        )
    return path / "kawat.db"


@pytest.mark.parametrize(
    ("jakarta", "london", "first"),
    [
        (EVENING_IN_JAKARTA, LATER_IN_LONDON, ["Koran satu"]),
        (DAY_ALONE, LATER_IN_LONDON, ["Koran satu"]),  # that day had ended in Jakarta
        (DAY_ALONE, LATER_IN_LONDON - timedelta(hours=10), ["Koran satu", "Koran dua"]),
        (EVENING_IN_JAKARTA + timedelta(days=1), LATER_IN_LONDON, ["Koran dua"]),
        (None, LATER_IN_LONDON, ["Koran dua"]),
        (None, None, []),
    ],
)
def test_who_told_it_first(tmp_path: Path, jakarta: datetime | None, london: datetime | None, first: list[str]) -> None:
    found = _filled(tmp_path, _told("satu", jakarta, TASS), _told("dua", london, AP))
    with open_store(found, read_only=True) as store:
        (row,) = query.events(store, "BLR", "RUS").rows
        assert len(row.claims) == 2
        assert [one.outlet for one in row.first] == first
        assert row.to_dict()["first_outlets"] == first


def test_the_earlier_instant_stands_first_everywhere(tmp_path: Path) -> None:
    found = _filled(tmp_path, _told("dua", LATER_IN_LONDON, AP), _told("satu", EVENING_IN_JAKARTA, TASS))
    shown = CliRunner().invoke(main, ["show", "c-dua-0", "--lines", "--db", str(found)]).stdout
    assert "first told by Koran satu, 2022-03-11 21:10+07:00" in shown
    listed = CliRunner().invoke(main, ["dyad", "BLR", "RUS", "--events", "--lines", "--db", str(found)]).stdout
    assert "first told by Koran satu, 2022-03-11 21:10+07:00" in listed
    with open_store(found, read_only=True) as store:
        page = Browser(create_app(store)).get("/event/c-dua-0.json").json()
        assert [one["article"]["outlet"] for one in page["claims"]] == ["Koran satu", "Koran dua"]
        assert [one["outlet"] for one in page["first"]] == ["Koran satu"]
        words = Browser(create_app(store)).get("/event/c-dua-0").text
        assert "First told by Koran satu" in words
        assert "2022-03-11 21:10+07:00" in words
