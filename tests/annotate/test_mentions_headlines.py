"""Names of headlines: capitals that the style gives tell nothing, and the report speaks against some of them."""

import pytest
from tests.annotate.mentioned import read

from kawat.model import EntityKind


def own(headline: str, *body: str, language: str = "id") -> list[str]:
    """The people and bodies of no table that a report names."""
    found = read(*body, language=language, headline=headline).document.entities
    return [e.name for e in found if e.id.startswith("own:") and e.kind is not EntityKind.STATE]


@pytest.mark.parametrize(
    ("language", "headline", "body"),
    [
        ("id", "Kolombia Tarik Duta Besar soal Penembakan di Perbatasan", "Kolombia menarik duta besarnya."),
        ("id", "Kuba Kecam Uji Rudal lewat Sidang Dewan Keamanan", "Kuba mengecam uji rudal itu."),
        ("id", "Peru dan Chile Saling Gugat demi Hak Tangkap Ikan", "Peru menggugat Chile di pengadilan."),
        ("id", "Kenya Usir Nelayan Gelap usai Bentrokan, Uganda geram", "Kenya usir nelayan gelap setelah bentrokan."),
        ("id", "Peru Usir Dua Diplomat Chile soal Mata-mata", "Peru mengusir dua diplomat Chile."),
        ("en", "Peru Recalls Envoy Amid Fishing Row With Chile", "Peru recalled its envoy to Chile."),
    ],
)
def test_a_word_of_a_headline_in_title_case_is_no_name(language: str, headline: str, body: str) -> None:
    assert own(headline, body, language=language) == []


@pytest.mark.parametrize(
    ("headline", "body", "name"),
    [
        ("Peru Tuduh Quispe soal Suap", "Peru menuduh Wali Kota Puno Oscar Quispe menerima suap.", "Oscar Quispe"),
        ("Gubernur Oscar Quispe mundur", "Ia mundur pada Senin setelah didesak Kongres Peru.", "Oscar Quispe"),
    ],
)
def test_a_name_that_the_body_bears_out_stays(headline: str, body: str, name: str) -> None:
    assert own(headline, body) == [name]


def test_a_name_that_arises_where_two_capitals_meet_is_none() -> None:
    found = read("Meriam air dari China melukai tiga orang.", headline="Tiga Orang Terluka Kena Meriam Air China")
    assert [e.id for e in found.document.entities if e.id.startswith("o:")] == []
    told = read("Air China membatalkan semua penerbangan.", headline="Pesawat Air China Tergelincir di Medan")
    assert "o:air-china" in {e.id for e in told.document.entities}


@pytest.mark.parametrize("text", ["Laser itu membutakan awak.", "Awak dibutakan laser. Laser merah terlihat lagi."])
def test_a_thing_that_opens_a_sentence_is_no_person(text: str) -> None:
    assert own("Kapal Kenya terkena laser", text) == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Beijing said the People's Republic of China would answer.", "the People's Republic of China", "CHN"),
        ("It was the People’s Liberation Army that fired, Taipei said.", "the People’s Liberation Army", "CHN:MIL"),
    ],
)
def test_a_possessive_inside_a_known_name_is_part_of_it(text: str, words: str, code: str) -> None:
    found = read(text, language="en")
    assert any(w in (words, words.removeprefix("the ")) for w in found.words()), found.words()
    assert code in found.codes.values()
