"""The page in a headless Chromium, with JavaScript and without, and by the rules of axe-core.

`make browser` installs what drives it and runs this; a Chromium of the system is used, chromium or google-chrome on
the PATH. Else these tests are skipped.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.builders import AP, BLR, LUKASHENKO, NOW, PUTIN, RUS, UKR, Says, report

from kawat.cli.serve import _listening
from kawat.model import EventType, Judgement, Link, Place, Status, Verdict
from kawat.store import SqlStore, open_store
from kawat.web import create_app
from kawat.web.review import Reviewing

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), "")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on the PATH")

DAY = date(2022, 3, 11)
VIEWS = (
    "/",
    "/claims",
    "/claims?status=denied",
    "/dyad/RUS/BLR",
    "/actor/BLR",
    "/article/a-satu",
    "/event/c-satu-0",
    "/quotes/Putin",
    "/network/BLR",
    "/sources",
    "/map",
    "/review",
    "/search?q=mendukung",
    "/nothing",
)
SERIOUS = ("serious", "critical")


def filled(store: SqlStore) -> None:
    minsk = Place("l:minsk", "Minsk", "Minsk")
    support = Says("Rusia akan mendukung Belarusia penuh.", EventType.SUPPORT, (RUS,), (BLR,), day=DAY, place=minsk)
    again = Says("Moskow akan mendukung Minsk segera.", EventType.SUPPORT, (RUS,), (BLR,), Status.ALLEGED, PUTIN, DAY)
    attack = Says("Minsk akan menyerang Ukraina.", EventType.ASSAULT, (BLR,), (UKR,), Status.DENIED, LUKASHENKO)
    with store.writer() as writer:
        writer.put(report("satu", support, attack, quotes=(("Kami akan menang.", PUTIN),)), NOW, {})
        writer.put(report("dua", again, agency=AP, outlet="Warta"), NOW, {})
        writer.link([Link("c-dua-0", "c-satu-0", Judgement.SAME, 0.9, (("type", 1.0),), "editor", NOW)])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, SqlStore]]:
    import uvicorn

    path = tmp_path_factory.mktemp("store") / "kawat.db"
    with open_store(path) as store, closing(_listening("127.0.0.1", 0)) as listening:
        filled(store)
        app = create_app(store, reviewing=Reviewing(store, "Ani", lambda: NOW))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        for _ in range(500):
            if server.started:
                break
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", store
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with api.sync_playwright() as driver:
        # Chromium does not run as root in its own sandbox; the pages are ours.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_in_a_browser(served: tuple[str, SqlStore], chromium: Any, view: str, javascript: bool) -> None:
    context = chromium.new_context(java_script_enabled=javascript, viewport={"width": 390, "height": 800})
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served[0] + view)
    assert page.locator("h1").count() == 1
    assert all(url.startswith(served[0] + "/") for url in asked), "nothing is asked of another host"
    refused = [line for line in said if "404" not in line or view != "/nothing"]
    assert not refused, "no fault in a script, nothing against the policy"
    if javascript:
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"a narrow page is {wide} pixels too wide"
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(served: tuple[str, SqlStore], chromium: Any, view: str, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    script = Path(axe.__file__).parent / "axe.min.js"
    context = chromium.new_context(color_scheme=theme)
    page = context.new_page()
    page.goto(served[0] + view)
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.impact, v.id, v.nodes[0].html]))")
    assert [one for one in found if one[0] in SERIOUS] == []
    context.close()


def test_reviewing_by_keys_alone(served: tuple[str, SqlStore], chromium: Any) -> None:
    address, store = served
    page = chromium.new_context().new_page()

    def shown() -> str:
        return str(page.locator("section.one").get_attribute("id"))

    def log() -> list[tuple[str, str]]:
        with store.view() as view:
            return [(one.claim, one.verdict.value) for one in view.reviewed()]

    def press(key: str) -> None:
        with page.expect_navigation():
            page.keyboard.press(key)

    page.goto(address + "/review")
    first = shown()
    press("a")
    second = shown()
    assert (log(), second != first) == ([(first, Verdict.ACCEPTED.value)], True)
    press("u")
    assert (shown(), log()[-1]) == (first, (first, "undone"))
    page.keyboard.press("n")
    page.keyboard.type("seen")
    assert page.evaluate("document.activeElement.value") == "seen"
    page.goto(address + "/review")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "status"
    page.keyboard.press("ArrowDown")
    page.locator("button[value=corrected]").focus()
    press("Enter")
    assert log()[-1] == (first, "corrected")
    press("s")
    press("r")
    assert [verdict for _, verdict in log()] == ["accepted", "undone", "corrected", "skipped", "rejected"]
    page.context.close()


def test_a_claim_lights_its_sentence(served: tuple[str, SqlStore], chromium: Any) -> None:
    page = chromium.new_context().new_page()
    page.goto(served[0] + "/article/a-satu#c-satu-0")
    page.locator("[data-claim=c-satu-0] a.day").focus()
    assert "lit" in str(page.locator("mark[data-claims~=c-satu-0]").get_attribute("class"))
    page.context.close()


@pytest.mark.parametrize(("view", "mark"), [("/map", ".spot"), ("/network/BLR", ".ego")])
def test_a_narrow_page_opens_on_what_is_drawn(
    served: tuple[str, SqlStore], chromium: Any, view: str, mark: str
) -> None:
    page = chromium.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(served[0] + view)
    box = page.locator(mark).first.bounding_box()
    assert 0 <= box["x"] <= 390 - box["width"]
    page.context.close()
