"""Places: own lines; every row says which names are places, and in which state."""

import pytest

from kawat.annotate.mentions import find as find_mentions
from kawat.annotate.places import find
from kawat.annotate.sentences import split
from kawat.annotate.times import find as find_times
from kawat.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Entity,
    EntityKind,
    Layer,
    Mention,
    MentionForm,
    PlaceRef,
    Span,
)


def document(text: str, language: str | None) -> Document:
    made = Document(Article("a", "t", text, (Block(Span(0, len(text)), BlockKind.BODY),), "0", language=language))
    return find_times(split(made))


def places(text: str, language: str) -> list[PlaceRef]:
    return list(find(document(text, language)).places)


# Words of the place, state. A state's own name counts only behind a locative word.
ID = [
    ("Keduanya bertemu di Sochi.", [("Sochi", "RUS")]),
    ("Keduanya bertemu di resor Laut Hitam Sochi.", [("Sochi", "RUS")]),
    ("Keduanya bertemu di Sochi, Rusia, kemarin.", [("Sochi", "RUS")]),
    ("Ia mengunjungi pabrik pesawat di Komsomolsk-on-Amur.", [("Komsomolsk-on-Amur", "RUS")]),
    ("Ia tiba di pelabuhan Vladivostok.", [("Vladivostok", "RUS")]),
    ("Roket itu diluncurkan dari pelabuhan antariksa Vostochny.", [("Vostochny", "RUS")]),
    ("Kapal itu berlayar ke Laut Hitam.", [("Laut Hitam", None)]),
    ("Serangan terjadi di Tepi Barat dan Jalur Gaza.", [("Tepi Barat", "PSE"), ("Jalur Gaza", "PSE")]),
    ("Pasukan masuk ke Ukraina.", [("Ukraina", "UKR")]),
    ("Pasukan ditarik dari Irak.", [("Irak", "IRQ")]),
    ("Pasukan dikirim ke Irak utara.", [("Irak utara", "IRQ")]),
    ("Pertempuran pecah di selatan Somalia.", [("selatan Somalia", "SOM")]),
    ("Serangan itu terjadi di provinsi Helmand.", [("provinsi Helmand", "AFG")]),
    ("Bom meledak di pusat kota Nablus.", [("pusat kota Nablus", "PSE")]),
    ("Bom meledak di kota Basra.", [("Basra", "IRQ")]),
    ("Rapat digelar di Nairobi dan Kampala.", [("Nairobi", "KEN"), ("Kampala", "UGA")]),
    ("Ia terbang dari Kairo ke Amman.", [("Kairo", "EGY"), ("Amman", "JOR")]),
    ("Rapat digelar di Moskow.", [("Moskow", "RUS")]),
    ("Rapat digelar di ibu kota Irak, Baghdad.", [("Baghdad", "IRQ")]),
    ("Rapat digelar di ibu kota Irak.", [("ibu kota Irak", "IRQ")]),
    ("Mereka berjaga di perbatasan dengan Kenya.", [("perbatasan dengan Kenya", "KEN")]),
    ("Warga mengungsi ke desa Karwanti.", [("desa Karwanti", None)]),
    ("Warga mengungsi ke Karwanti.", [("Karwanti", None)]),
    ("Gempa mengguncang Mosul.", [("Mosul", "IRQ")]),
    ("Rapat digelar di ibu kota, Baghdad.", [("Baghdad", "IRQ")]),
    ("Jet tempur Israel mengebom pinggiran selatan Beirut.", [("Beirut", "LBN")]),
    # a strait, a street or a river only bears the name of a place
    ("Kapal itu karam di Selat Makassar.", [("Selat Makassar", None)]),
    ("Kapal itu karam di selat Makassar.", [("selat Makassar", None)]),
    ("Massa berkumpul di Jalan Medan Merdeka Selatan.", [("Jalan Medan Merdeka Selatan", None)]),
    ("Kapal induk itu masuk ke teluk Persia.", [("teluk Persia", None)]),
    # a side of the land is part of the place, a side that a town lies on is not
    ("Bentrokan pecah di wilayah utara Mali.", [("utara Mali", "MLI")]),
    ("Keduanya bertemu di kota wisata Korea Selatan Busan.", [("Busan", "KOR")]),
    ("Mereka lari ke kota pelabuhan selatan Kismayo.", [("Kismayo", "SOM")]),
    ("Pertempuran pecah di Nigeria utara dan timur.", [("Nigeria utara dan timur", "NGA")]),
    ("Ia ditahan di bandara Entebbe.", [("bandara Entebbe", "UGA")]),
    ("Baku tembak pecah di perbatasan Lebanon-Israel.", [("perbatasan Lebanon-Israel", "LBN")]),
    # parties, not places
    ("Rusia dan Ukraina berunding.", []),
    ("Moskow mengecam Washington.", []),
    ("Presiden Rusia bertemu utusan Ukraina.", []),
    ("Pasukan Rusia mundur.", []),
    ("Kapal Armada Pasifik ikut berlayar.", []),
    # names of other things
    ("Ia bekerja di Kementerian Luar Negeri.", []),
    ("Ia berbicara di PBB.", []),
    ("Kabar itu tersebar di Twitter.", []),
    ("Rapat digelar pada Senin.", []),
]
EN = [
    ("They met in Mali's capital, Bamako, on Monday.", [("Bamako", "MLI")]),
    ("They met in the capital, Bamako.", [("Bamako", "MLI")]),
    ("They met in Russia's Sochi.", [("Sochi", "RUS")]),
    ("Soldiers died in Myanmar's Rakhine state.", [("Rakhine state", "MMR")]),
    ("They met in the northern Cameroonian town of Karwanti.", [("Karwanti", None)]),
    ("Soldiers died near the Cameroon-Nigeria border.", [("Cameroon-Nigeria border", "CMR")]),
    ("Soldiers died north of Khartoum.", [("Khartoum", "SDN")]),
    ("Soldiers died on the outskirts of Khartoum.", [("the outskirts of Khartoum", "SDN")]),
    ("Sanctions were imposed on Syria and on Minsk.", []),
    ("They met in Sochi.", [("Sochi", "RUS")]),
    ("They met in the Black Sea resort of Sochi.", [("Sochi", "RUS")]),
    ("They met in Sochi, Russia, on Friday.", [("Sochi", "RUS")]),
    ("Troops entered northern Iraq.", [("northern Iraq", "IRQ")]),
    ("Troops were sent to Ukraine.", [("Ukraine", "UKR")]),
    ("He flew from Cairo to Amman.", [("Cairo", "EGY"), ("Amman", "JOR")]),
    ("The bomb went off near Basra.", [("Basra", "IRQ")]),
    ("Villagers fled to the village of Karwanti.", [("Karwanti", None)]),
    ("They camped near Karwanti.", [("Karwanti", None)]),
    ("They met in Nairobi and Kampala.", [("Nairobi", "KEN"), ("Kampala", "UGA")]),
    ("Russia and Ukraine hold talks.", []),
    ("Moscow condemned Washington.", []),
    ("The Russian president met an envoy.", []),
    ("They spoke in Parliament.", []),
    ("It was posted on Twitter.", []),
]


@pytest.mark.parametrize(("text", "wanted", "language"), [(*r, "id") for r in ID] + [(*r, "en") for r in EN])
def test_places_and_their_states(text: str, wanted: list[tuple[str, str | None]], language: str) -> None:
    assert [(p.span.of(text), p.state) for p in places(text, language)] == wanted


def test_a_place_keeps_its_name_apart_from_its_words() -> None:
    text = "Serangan itu terjadi di provinsi Helmand."
    (place,) = places(text, "id")
    assert (place.span.of(text), place.name, place.id) == ("provinsi Helmand", "Helmand", "l:helmand")
    assert "di" in place.why


def test_words_inside_another_name_are_no_place() -> None:
    text = "Kabar itu dimuat di Jakarta Post kemarin."
    made = document(text, "id")
    start = text.index("Jakarta")
    outlet = Entity("m:jakarta-post", "IDN:MED", EntityKind.MEDIA, "The Jakarta Post")
    mention = Mention(Span(start, start + len("Jakarta Post")), MentionForm.NAME, (outlet.id,))
    from_mentions = Document(
        made.article, made.sentences, made.times, (outlet,), (mention,), done=frozenset({Layer.MENTIONS})
    )
    assert find(from_mentions).places == ()


@pytest.mark.parametrize("language", [None, "ms"])
def test_a_language_without_pack_changes_nothing(language: str | None) -> None:
    made = document("Di Sochi.", language)
    assert find(made) == made


@pytest.mark.parametrize(
    ("language", "text", "words", "state"),
    [
        ("en", "In Washington, the United States cut its aid to Georgia. Tbilisi protested.", "Georgia", "GEO"),
        ("en", "In Washington, the United States counted the votes in Georgia.", "Georgia", "USA"),
        ("en", "Two men died in Tigray's camps.", "Tigray", "ETH"),
    ],
)
def test_a_name_of_a_state_and_of_a_part_of_another(language: str, text: str, words: str, state: str) -> None:
    found = find(find_mentions(document(text, language))).places
    assert [p.state for p in found if p.span.of(text) == words] == [state]


def test_a_hospital_alone_is_no_place_of_that_name() -> None:
    assert places("Tiga warga dilarikan ke RS dan RSUD.", "id") == []


@pytest.mark.parametrize(
    ("text", "language", "words", "state"),
    [
        ("Mereka ditangkap di Watertown, Massachusetts.", "id", "Watertown", "USA"),
        ("Serangan terjadi di Banshville, Kentucky, kemarin.", "id", "Banshville", "USA"),
        ("Serangan terjadi di desa Aitaran di Lebanon selatan.", "id", "desa Aitaran", "LBN"),
        ("Tentara menyerbu desa Novoteske di Donetsk.", "id", "desa Novoteske", "UKR"),
        ("Troops bombed the village of Aitaran in southern Lebanon.", "en", "Aitaran", "LBN"),
        ("Troops shelled a camp near el-Nuhud.", "en", "el-Nuhud", None),
        ("Tentara bergerak ke al-Rutbah.", "id", "al-Rutbah", None),
    ],
)
def test_a_place_of_no_table_lies_where_the_wider_one_does(
    text: str, language: str, words: str, state: str | None
) -> None:
    assert (words, state) in [(p.span.of(text), p.state) for p in places(text, language)]


def test_a_number_of_people_is_no_city() -> None:
    text = "Lima petani koka tewas ditembak."
    assert find(find_mentions(document(text, "id"))).places == ()
