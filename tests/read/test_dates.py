from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kawat.read.dates import find_dates
from kawat.read.lines import Stamp
from kawat.read.published import Shown, settle

WIB = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("Krisis | 12 Maret 2022, 12:57 WIB", "2022-03-12T12:57:00+07:00"),
        ("Sabtu 16 Sep 2023 17:42 WIB", "2023-09-16T17:42:00+07:00"),
        ("Ahad , 20 May 2018, 00:30 WIB", "2018-05-20T00:30:00+07:00"),
        ("Jum'at, 17 Februari 2017 - 13:30 wib", "2017-02-17T13:30:00+07:00"),
        ("Jumat , 17 February 2017, 13:16 WIB", "2017-02-17T13:16:00+07:00"),
        ("Kompas.com - 01/05/2018, 19:01 WIB", "2018-05-01T19:01:00+07:00"),
        ("SABTU, 22 JANUARI 2022 / 08:14 WIB", "2022-01-22T08:14:00+07:00"),
        ("12 Nop 2021 17.42 WITA", "2021-11-12T17:42:00+08:00"),
        ("3 Agt 2020 pukul 09.05 WIT", "2020-08-03T09:05:00+09:00"),
        ("March 12, 2022 10:16 GMT+700", "2022-03-12T10:16:00+07:00"),
        ("Updated 8:31 PM ET, Fri March 11, 2022", "2022-03-11T20:31:00-05:00"),
        ("March 14, 2022, 7:04 p.m. ET", "2022-03-14T19:04:00-04:00"),
        ("Fri 11 Mar 2022 18.48 GMT", "2022-03-11T18:48:00+00:00"),
        ("Published 1:23 PM GMT+7, March 12, 2022", "2022-03-12T13:23:00+07:00"),
        ("Sat, March 12, 2022 ● 10:30 AM", "2022-03-12T10:30:00"),
        ("Published: Aug. 7, 2023, 5:31 p.m. PHT", "2023-08-07T17:31:00+08:00"),
        ("2022-03-12 10:57:30", "2022-03-12T10:57:00"),
        ("2022-03-12T08:57:30Z", "2022-03-12T08:57:00+00:00"),
        ("12th March 2022", "2022-03-12T00:00:00"),
        ("03/25/2022", "2022-03-25T00:00:00"),
    ],
)
def test_forms(line: str, instant: str) -> None:
    (found,) = find_dates(line)
    assert found.wall().replace(tzinfo=found.zone).isoformat() == instant


@pytest.mark.parametrize(
    "line", ["Copyright 2008 - 2018", "31/02/2022", "Pasal 12.12 ayat 3", "skor 3-2-1", "31 Desember 9999"]
)
def test_no_date(line: str) -> None:
    assert find_dates(line) == ()


def shown(line: str) -> Shown:
    (printed,) = find_dates(line)
    return Shown(printed, printed.span.of(line), distance=1, later=False)


def stamp(text: str) -> Stamp:
    return Stamp(datetime.fromisoformat(text), clock=True, raw=text)


@pytest.mark.parametrize(
    ("line", "metadata", "zone", "instant", "codes"),
    [
        # A visible local clock beats metadata that calls the same clock UTC.
        ("1 Mei 2018 19:38 WIB", "2018-05-01T19:38:19+00:00", WIB, "2018-05-01T19:38:00+07:00", ["metadata-disagrees"]),
        ("1 Mei 2018 05:50 WIB", "2018-04-30T22:50:00+00:00", WIB, "2018-05-01T05:50:00+07:00", []),
        ("1 Mei 2018 19:38", "2018-05-01T12:38:00+00:00", None, "2018-05-01T19:38:00+07:00", []),
        ("1 May 2018", "2018-05-01T12:38:00+00:00", WIB, "2018-05-01T19:38:00+07:00", []),
        ("1 May 2018 10:00", None, None, "2018-05-01T10:00:00+00:00", ["zone-unknown"]),
        ("1 Mei 2018 10:00", None, WIB, "2018-05-01T10:00:00+07:00", ["zone-assumed"]),
        ("1 Mei 2018", None, WIB, "2018-05-01T00:00:00+07:00", ["zone-assumed", "day-only"]),
        ("1 Mei 2018 10:00 WIB", "2018-05-01T09:00:00+00:00", WIB, "2018-05-01T10:00:00+07:00", ["metadata-disagrees"]),
    ],
)
def test_page_and_metadata(
    line: str, metadata: str | None, zone: timezone | None, instant: str, codes: list[str]
) -> None:
    found = settle([shown(line)], [stamp(metadata)] if metadata else [], zone)
    assert found.at is not None
    assert (found.at.isoformat(), [n.code for n in found.notes]) == (instant, codes)


def test_metadata_alone_is_said_to_be_so() -> None:
    found = settle([], [stamp("2018-05-01T12:38:00+00:00")], WIB)
    assert found.at == datetime(2018, 5, 1, 12, 38, tzinfo=UTC)
    assert found.at.date() == date(2018, 5, 1)
    assert [n.code for n in found.notes] == ["metadata-only"]


def test_nothing_known() -> None:
    assert settle([], [], None).at is None
