import pytest
from sqlalchemy import create_engine, text
from tests.builders import BLR, NOW, RUS, Says, report
from tests.web.browser import Browser

from kawat import query
from kawat.errors import StoreError
from kawat.model import EventType
from kawat.store import open_store
from kawat.store.engine import said_clearly
from kawat.web import create_app, limits

ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"


def test_a_statement_without_an_end_is_ended() -> None:
    limits.watch()
    limits.watch()
    engine = create_engine("sqlite://")
    with pytest.raises(limits.TooSlow, match="narrow"), limits.at_most(0.05), said_clearly("it"), engine.begin() as one:
        one.execute(text(ENDLESS))
    with engine.begin() as again:
        assert again.execute(text("select 1")).scalar() == 1, "the next one has its own time"


def test_other_faults_of_the_store_stay_what_they_are() -> None:
    with pytest.raises(StoreError, match="damaged"), limits.at_most(60):
        raise StoreError("damaged")


def test_the_page_says_that_it_took_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(":memory:") as store:
        with store.writer() as writer:
            writer.put(
                report("satu", Says("Rusia akan mendukung Belarusia.", EventType.SUPPORT, (RUS,), (BLR,))), NOW, {}
            )
        app = create_app(store, seconds=0.0)
        for address in ("/", "/index.json"):
            monkeypatch.setattr("kawat.web.limits._STEPS", 1)
            reply = Browser(app).get(address)
            assert reply.status_code == 503
            assert "narrow the question; acts are not kept as this version derives them" in reply.text
        monkeypatch.undo()
        query.settle_all(store)
        monkeypatch.setattr("kawat.web.limits._STEPS", 1)
        reply = Browser(app).get("/index.json")
        assert (reply.status_code, "acts are not kept" in reply.text) == (503, False)
