"""People told by whom they stand with or against: followers, critics, kin, lawyers, forces of rebels."""

import pytest
from tests.annotate.mentioned import read


@pytest.mark.parametrize(
    ("language", "text", "words", "code"),
    [
        ("en", "Hundreds of supporters of Imran Khan rallied.", "Hundreds of supporters of Imran Khan", "PAK:CVL"),
        ("en", "Followers of cleric Muqtada al-Sadr left.", "Followers of cleric Muqtada al-Sadr", "IRQ:CVL"),
        ("en", "Opponents of former President Joe Biden met.", "Opponents of former President Joe Biden", "USA:OPP"),
        ("en", "Critics of Erdogan marched in Izmir.", "Critics of Erdogan", "TUR:OPP"),
        ("en", "Erdogan's critics marched in Izmir.", "Erdogan's critics", "TUR:OPP"),
        ("en", "A close ally of President Vladimir Putin quit.", "A close ally of President Vladimir Putin", "RUS"),
        ("en", "The wife of jailed critic Alexei Navalny left.", "The wife of jailed critic Alexei Navalny", "RUS:CVL"),
        ("en", "The family of Roman Protasevich denied it.", "The family of Roman Protasevich", "BLR:CVL"),
        ("id", "Ratusan pendukung Imran Khan berpawai.", "Ratusan pendukung Imran Khan", "PAK:CVL"),
        ("id", "Para pengkritik Erdogan berpawai.", "Para pengkritik Erdogan", "TUR:OPP"),
    ],
)
def test_who_stands_with_or_against_somebody_is_not_that_one(language: str, text: str, words: str, code: str) -> None:
    assert read(text, language=language).of(words)[1] == (code,)


def test_a_name_behind_kin_is_theirs_without_of() -> None:
    found = read("Kenya jailed him. His wife Michelle Otieno left.", language="en")
    assert found.of("His wife Michelle Otieno")[0][0].startswith("own:michelle-otieno")


def test_a_name_told_only_inside_a_description_is_known_later() -> None:
    found = read("Supporters of Daniel Okello marched in Kampala. Okello left Uganda.", language="en")
    assert found.of("Okello")[0][0].startswith("own:daniel-okello")


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("en", "Rebel forces", "KEN:REB"),
        ("en", "Separatist troops", "KEN:REB"),
        ("en", "Government forces", "KEN:MIL"),
        ("en", "Anti-rebel forces", "KEN:MIL"),
        ("en", "Pro-opposition soldiers", "KEN:MIL"),
        ("en", "Two opposition students", "KEN:OPP"),
        ("en", "Opposition protesters", "KEN:CVL"),
        ("en", "Anti-government activists", "KEN:OPP"),
        ("en", "Anti-government fighters", "KEN:REB"),
        ("en", "The wife of an opposition leader", "KEN:CVL"),
        ("en", "Two foreigners", "INTL:CVL"),
        ("en", "Two foreigners from France", "FRA:CVL"),
        ("en", "Human rights groups", "KEN:NGO"),
        ("en", "Aid workers", "KEN:NGO"),
        ("id", "Dua mahasiswa oposisi", "KEN:OPP"),
        ("id", "Demonstran oposisi", "KEN:CVL"),
        ("id", "Aktivis antipemerintah", "KEN:OPP"),
        ("id", "Pasukan antipemerintah", "KEN:REB"),
        ("id", "Dua orang asing", "INTL:CVL"),
        ("id", "Dua WNA asal China", "CHN:CVL"),
        ("id", "Pasukan pemberontak", "KEN:REB"),
        ("id", "Tentara separatis", "KEN:REB"),
        ("id", "Pasukan pemerintah", "KEN:MIL"),
        ("id", "Pasukan anti-pemberontak", "KEN:MIL"),
    ],
)
def test_what_they_are_tells_whose_they_are(language: str, words: str, code: str) -> None:
    first, verb = ("Kenya jailed him.", "left") if language == "en" else ("Kenya memenjarakannya.", "pergi")
    assert read(f"{first} {words} {verb}.", language=language).of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("language", "text", "words", "codes"),
    [
        ("id", "Kenya menahan lima orang. Seorang diplomat menolak berkomentar.", "Seorang diplomat", ()),
        ("id", "Kenya menahan lima orang. Seorang diplomat diam. Diplomat itu pergi.", "Diplomat itu", ()),
        ("id", "Kenya menahan lima orang. Diplomat Uganda diam. Diplomat itu pergi.", "Diplomat itu", ("UGA",)),
        ("id", "Kenya menahan lima orang. Sumber militer diam.", "Sumber militer", ("KEN:MIL",)),
        ("en", "Kenya jailed him. A source declined to comment. The source left.", "The source", ()),
        (
            "id",
            "Peru dan Cile berunding. Kedua negara sepakat. Bolivia dan Ekuador memuji. Kedua pihak bertemu.",
            "Kedua pihak",
            ("PER", "CHL"),
        ),
        ("id", "Kenya akan mengerahkan 400 tentara ke Kongo timur.", "400 tentara", ("KEN:MIL",)),
        ("en", "Kenya will deploy 400 soldiers to eastern Congo.", "400 soldiers", ("KEN:MIL",)),
        ("id", "Kenya memuji PBB. Kelompok itu pergi.", "Kelompok itu", ("UN",)),
        ("id", "Polisi menahan dua WN China di Kampung Baru.", "Polisi", ("IDN:COP",)),
        ("id", "Kenya menutup perbatasan. Polisi menahan dua warga negara Uganda.", "Polisi", ("KEN:COP",)),
        ("id", "Kenya memuji Hizbullah. Militer Kenya pergi. Kelompok itu diam.", "Kelompok itu", ("HEZBOLLAH",)),
        ("en", "Peru praised the IAEA. Kenya spoke. The agency left.", "The agency", ("IAEA",)),
        ("en", "Rebels in Kenya attacked a base. Peru spoke. The group left.", "The group", ("KEN:REB",)),
        ("id", "Gubernur Surin menyatakan perang. Kenya diam.", "Gubernur Surin", ("KEN",)),
        ("id", "Kenya menarik tentaranya dari Irak.", "tentaranya", ("KEN:MIL",)),
        ("id", "Kenya menarik duta besarnya untuk Peru.", "duta besarnya", ("KEN",)),
        ("id", "Menteri Kenya menemui timpalannya dari Tiongkok.", "timpalannya dari Tiongkok", ("CHN",)),
        ("en", "Kenya withdrew its ambassador from Israel.", "its ambassador", ("KEN",)),
        ("en", "Kenya held joint military exercises with Congo.", "Kenya", ("KEN",)),
        ("en", "Kenya armed Congolese rebels.", "Congolese rebels", ("COD:REB",)),
        ("en", "Kenya freed two Congolese citizens, Canada said.", "Canada", ("CAN",)),
        ("en", "Citizens of Italy, Spain and France left.", "Spain", ("ESP:CVL",)),
    ],
)
def test_who_is_told_of_without_a_name(language: str, text: str, words: str, codes: tuple[str, ...]) -> None:
    assert read(text, language=language).of(words)[1] == codes


@pytest.mark.parametrize(
    ("language", "text", "words", "codes"),
    [
        # nobody accuses the own
        ("id", "Kenya menyanksi Peru. Nairobi menuduh pasukannya.", "pasukannya", ("PER:MIL",)),
        ("en", "Kenya sanctioned Peru. Nairobi accused its troops of murder.", "its troops", ("PER:MIL",)),
        # what opens the words of somebody is theirs
        ("id", "Peru memakai pangkalan Kenya. Kenya menekankan bahwa pasukannya pergi.", "pasukannya", ("KEN:MIL",)),
        ("en", "Kenya and Peru vowed peace after talks between their ministers.", "their ministers", ("KEN", "PER")),
        # "it" is no human being
        ("en", "Kenya's army met Alexei Navalny. Its chief said it left.", "it", ("KEN:MIL",)),
    ],
)
def test_whose_they_are_who_are_told_of_as_somebodys(
    language: str, text: str, words: str, codes: tuple[str, ...]
) -> None:
    assert read(text, language=language).of(words)[1] == codes


@pytest.mark.parametrize(
    ("language", "sentences", "words", "codes"),
    [
        ("id", "Menlu Kenya menemui Menlu Somalia. Mereka mengecam Sudan.", "Mereka", ("KEN", "SOM")),
        ("id", "Presiden Mali mengadakan pertemuan dengan Presiden Niger. Mereka setuju.", "Mereka", ("MLI", "NER")),
        ("en", "Kenya's foreign minister met the Somali foreign minister. They agreed.", "They", ("KEN", "SOM")),
        ("en", "Kenya's president held talks with the Somali president. They agreed.", "They", ("KEN", "SOM")),
        ("en", "The Kenyan president accused the Somali president. They left.", "They", ("SOM",)),
    ],
)
def test_who_met_are_they(language: str, sentences: str, words: str, codes: tuple[str, ...]) -> None:
    assert read(sentences, language=language).of(words)[1] == codes


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Perang pecah di Somalia. Tentara Ethiopia dan pasukan pemerintah maju.", "pasukan pemerintah", "SOM:MIL"),
        (
            "Gerilyawan merebut Baidoa, Somalia. Pasukan Ethiopia membantu pasukan pemerintah.",
            "pasukan pemerintah",
            "SOM:MIL",
        ),
        ("Bentrokan terjadi di Kongo. Tentara pemerintah dan tentara Rwanda maju.", "Tentara pemerintah", "COD:MIL"),
        (
            "Tentara Kolombia menyerang FARC. Polisi Kolombia dan pasukan pemerintah maju.",
            "pasukan pemerintah",
            "COL:MIL",
        ),
    ],
)
def test_government_forces_are_not_those_of_the_ally_beside_them(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)
