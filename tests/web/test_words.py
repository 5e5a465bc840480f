import re
from importlib.resources import files

import pytest

from kawat.model import BlockKind, EntityKind, HopKind, Manner, RelayKind, Status
from kawat.web.catalogue import LANGUAGES, catalogue, choose, translator
from kawat.web.event import _FACTS

TEMPLATES = sorted(p.name for p in (files("kawat.web") / "templates").iterdir())
OTHERS = [language for language in LANGUAGES if language != "en"]
VALUES = {
    one.value for kind in (Status, Manner, HopKind, EntityKind, RelayKind) for one in kind if one.value != "unknown"
}
NOISE = {kind.value for kind in BlockKind} - {"headline", "subtitle", "kicker", "body"}


def asked() -> set[str]:
    """Every word that the templates ask a catalogue for, written out in them."""
    found: set[str] = set()
    for name in TEMPLATES:
        text = (files("kawat.web") / "templates" / name).read_text(encoding="utf-8")
        found |= {a or b for a, b in re.findall(r"""_\((?:"([^"]+)"|'([^']+)')\)""", text)}
        for one, many in re.findall(r"""counted\([^"']*["']([^"']+)["'], ["']([^"']+)["']\)""", text):
            found |= {one, many}
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_the_page_is_in_the_catalogue(language: str) -> None:
    words = catalogue(language)
    needed = asked() | VALUES | NOISE | {fact for fact, _ in _FACTS}
    assert needed - words.keys() == set()
    assert all(said.strip() for said in words.values())


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_no_word_that_nobody_asks_for(language: str) -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (files("kawat.web")).iterdir() if p.name.endswith(".py"))
    source += "".join((files("kawat.web") / "templates" / t).read_text(encoding="utf-8") for t in TEMPLATES)
    named = {"head of state", "head of government"} | VALUES | NOISE
    assert {word for word in catalogue(language) if word not in source} - named == set()


@pytest.mark.parametrize(
    ("asked_for", "remembered", "accepted", "language"),
    [
        (None, None, "", "en"),
        (None, None, "id-ID,id;q=0.9,en;q=0.8", "id"),
        (None, None, "in", "id"),
        (None, None, "fr,en;q=0.5,id;q=0.7", "id"),
        (None, None, "fr;q=x,,;q=1,id", "id"),
        (None, "en", "id", "en"),
        ("id", "en", "en", "id"),
        ("xx", None, "id", "id"),
        ("../en", "<script>", "de", "en"),
    ],
)
def test_whose_language(asked_for: str | None, remembered: str | None, accepted: str, language: str) -> None:
    assert choose(asked_for, remembered, accepted) == language


def test_words_without_a_twin_stay() -> None:
    assert translator("id")("no such word at all") == "no such word at all"
    assert translator("en")("claims") == "claims"


SHEET = (files("kawat.web") / "static" / "kawat.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", part)) for part in SHEET.split("@media", 2)[:2])
TEXT_ON = [(text, ground) for text in ("ink", "quiet", "accent") for ground in ("paper", "raised", "mark", "target")]


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_contrast_is_aa(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_that_tell_something_are_seen(theme: dict[str, str]) -> None:
    for drawn in ("accent", "quiet", "ink"):
        assert contrast(theme[drawn], theme["paper"]) >= 3


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_sheet_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import|expression", SHEET)
    assert set(LIGHT) == set(DARK)


def test_every_status_has_a_shape_of_its_own() -> None:
    styles = {status: tuple(re.findall(rf"\.status\.{status} {{ ([^}}]+) }}", SHEET)) for status in Status}
    assert len(set(styles.values())) == len(Status), "each differs by more than its word"
    assert not any("color" in rule for rules in styles.values() for rule in rules)
