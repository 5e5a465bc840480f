"""What a later report recalls of an earlier one, from page to judgement."""

import pytest
from tests.builders import NOW

from kawat import make_record
from kawat.corroborate import accounts, keys, link, probes
from kawat.model import EventType, Judgement
from kawat.read import read_bytes

PROMISED = "Georgia Janji\n\nSelasa 29 Okt 2024 10:05 WIB\n\nJAKARTA, HARIAN CONTOH -- {}\n"
RECALLED = "Polisi Georgia\n\nKamis 06 Feb 2025 08:05 WIB\n\nJAKARTA, HARIAN CONTOH -- {}\n"


@pytest.mark.parametrize(
    ("recalled", "linked"),
    [
        ("Pada Oktober lalu, Georgia berjanji tidak akan mengerahkan polisi.", True),
        ("Georgia pada Oktober lalu berjanji tidak akan mengerahkan polisi.", True),
        ("Pada Juli lalu, Georgia berjanji tidak akan mengerahkan polisi.", False),
    ],
)
def test_what_was_promised_is_recalled_with_its_month(recalled: str, linked: bool) -> None:
    pages = (
        PROMISED.format("Georgia berjanji tidak akan mengerahkan polisi pada Senin (28/10)."),
        RECALLED.format(recalled),
    )
    made = [make_record(next(read_bytes(page.encode(), f"{at}.txt"))) for at, page in enumerate(pages)]
    one, other = (next(a for a in accounts(r) if a.type is EventType.AGREE) for r in made)
    assert [item.judgement for item in link(one, [other], NOW, "kawat 0.1")] == [Judgement.SAME] * linked
    assert not linked or keys(one) & probes(other)
