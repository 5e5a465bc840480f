"""What reports of sport and shows tell: acts of words count there only where somebody public has a part in them."""

import pytest
from tests.annotate.scripted import Scripted, act

from kawat.annotate import annotate
from kawat.annotate.gold import block_article
from kawat.model import EventType

CONTRACT = "Persora menawarkan kontrak baru kepada bek Rudi Hartawan usai laga."
MATCH = ("Pelatih klub itu memuji kiper dan striker timnya.", "Suporter memenuhi stadion sejak pertandingan dimulai.")
CONCERT = (
    "The band played songs from its new album.",
    "Fans filled the stadium before the concert.",
    "The singer offered a song to the audience.",
)


def types(sentences: tuple[str, ...], language: str = "id") -> list[str]:
    article, _ = block_article(sentences, "leisure", language)
    return [f"{e.type}" for e in annotate(article).events]


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "kept"),
    [
        (CONTRACT, "menawarkan", EventType.AGREE, False),
        ("Striker Rudi Hartawan meminta penonton bernyanyi.", "meminta", EventType.REQUEST, False),
        ("Presiden Kenya William Ruto meminta FIFA mencabut hukuman timnas.", "meminta", EventType.REQUEST, True),
        ("Pemerintah Kenya menolak timnas Uganda.", "menolak", EventType.REJECT, True),
        ("Suporter menyerang bus klub tamu.", "menyerang", EventType.ASSAULT, True),
    ],
)
def test_private_words_in_a_report_of_sport_are_no_acts(
    silent: Scripted, sentence: str, words: str, kind: EventType, *, kept: bool
) -> None:
    silent.acts[words] = act(kind, 0.99)
    assert types((*MATCH, sentence)) == ([f"{kind}"] if kept else [])


def test_the_same_words_elsewhere_are_read(silent: Scripted) -> None:
    silent.acts["menawarkan"] = act(EventType.AGREE, 0.99)
    assert types((CONTRACT,)) == ["AGREE"]


def test_what_a_singer_offers_is_no_act(silent: Scripted) -> None:
    silent.acts["offered"] = act(EventType.AGREE, 0.99)
    assert types(CONCERT, "en") == []
