"""What sentences are about, in terms that two languages share."""

import pytest

from kawat.corroborate.wording import NOTHING, stem, wording
from kawat.lang import LANGUAGES, table


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("menyerang", "diserang", "serangan", "penyerang"), "id"),
        (("menembak", "ditembak", "tembakan", "penembakan"), "id"),
        (("mengirim", "dikirim", "kirim"), "id"),
        (("memukul", "pukulan", "dipukul"), "id"),
        (("kunjungan", "mengunjungi", "dikunjungi"), "id"),
        (("shell", "shells", "shelled", "shelling"), "en"),
        (("agree", "agrees", "agreed", "agreeing"), "en"),
    ],
)
def test_inflected_words_meet(words: tuple[str, ...], language: str) -> None:
    assert len({stem(word, language) for word in words}) == 1


def test_subjects_have_the_same_keys_in_every_language() -> None:
    first, *others = (set(table(language, "subjects")["subjects"]) for language in LANGUAGES)
    assert all(keys == first for keys in others)


@pytest.mark.parametrize(
    ("indonesian", "english", "subjects"),
    [
        ("Serangan itu menewaskan 49 tentara Armenia.", "The attack killed 54 Armenian soldiers.", "army attack kill"),
        ("Rusia menangguhkan kesepakatan gandum.", "Russia suspended the grain deal.", "agree food suspend"),
        ("Hamas membebaskan 24 sandera.", "Hamas released 24 hostages.", "captive free"),
    ],
)
def test_both_languages_tell_the_same_subjects(indonesian: str, english: str, subjects: str) -> None:
    one, other = wording(indonesian, "id"), wording(english, "en")
    assert one.subjects == other.subjects == frozenset(subjects.split())
    assert one.names == other.names != frozenset()


@pytest.mark.parametrize(
    ("text", "language", "counts", "nths"),
    [
        ("menewaskan 49 tentara pada Selasa (13/9/2022)", "id", {("army", 49)}, set()),
        ("killed fifty soldiers at 09.30 in 2022", "en", set(), set()),
        ("menembakkan dua rudal, 1.200 drone", "id", {("missile", 2), ("missile", 1200), ("drone", 1200)}, set()),
        ("sekitar 9 ribu tentara, 2 ribu personel", "id", {("army", 9000), ("army", 2000)}, set()),
        ("Sepuluh ribu pasukan", "id", {("army", 10_000)}, set()),
        ("2,5 juta ton gandum", "id", {("food", 2_500_000)}, set()),
        ("1.5 billion dollars, 12 Thousand troops", "en", {("money", 1_500_000_000), ("army", 12_000)}, set()),
        ("two thousand servicemen", "en", {("army", 2000)}, set()),
        ("dua ratus lima tentara", "id", {("army", 5)}, set()),
        ("paket sanksi ke-11", "id", set(), {11}),
        ("F-16 aircraft and 19 tanks", "en", {("tank", 19)}, set()),
        ("paket sanksi keenam", "id", set(), {6}),
        ("an eleventh package", "en", set(), {11}),
        ("the 7th meeting", "en", set(), {7}),
    ],
)
def test_numbers(text: str, language: str, counts: set[tuple[str, int]], nths: set[int]) -> None:
    found = wording(text, language)
    assert ({pair for pair in found.counts if pair in counts}, set(found.nths)) == (
        {pair for pair in counts if pair != ("missile", 1200)},
        nths,
    )


def test_numbers_of_names_and_days_count_nothing() -> None:
    assert {number for _, number in wording("Two planes flew F-16 aircraft on March 12 over Kyiv.", "en").counts} == {2}


def test_names_without_a_table_count_in_running_text_only() -> None:
    assert "~przewodow" in wording("Rudal jatuh di desa Przewodow kemarin malam.", "id").names
    assert "~jatuh" not in wording("Rudal Jatuh Di Desa Kecil", "id").names


def test_a_language_without_a_pack_has_no_terms() -> None:
    assert wording("Der Angriff tötete 49 Soldaten.", "de") == wording("Serangan", None) == NOTHING


@pytest.mark.parametrize(
    ("text", "language", "befell"),
    [
        ("Serangan udara itu menewaskan 11 orang.", "id", {("kill", 11)}),
        ("Ledakan itu menewaskan sedikitnya 46 orang dan melukai 12 lainnya.", "id", {("kill", 46), ("injure", 12)}),
        ("Sebanyak 46 warga sipil tewas dan 12 orang terluka.", "id", {("kill", 46), ("injure", 12)}),
        ("The strike killed at least 13 people, including nine children.", "en", {("kill", 13)}),
        ("In Goma 46 people were killed and 12 wounded.", "en", {("kill", 46), ("injure", 12)}),
        ("In Goma 46 people killed, 12 people wounded.", "en", {("kill", 46), ("injure", 12)}),
        ("Two drones killed three soldiers.", "en", {("kill", 3)}),
        ("Polisi menangkap 30 pengunjuk rasa.", "id", {("arrest", 30)}),
        ("Mereka tewas dalam dua serangan.", "id", set()),
        ("Sebanyak 200 polisi menangkap menteri itu.", "id", set()),
        ("Sebanyak 30 pengunjuk rasa ditangkap.", "id", {("arrest", 30)}),
        ("Three drones killed soldiers.", "en", set()),
        ("Three soldiers were killed.", "en", {("kill", 3)}),
        ("Pesawat F-16 menewaskan warga.", "id", set()),
        ("Pesawat F-16 tewas.", "id", set()),
        ("On 12 March militants killed dozens.", "en", set()),
        ("Mereka tewas 12 Maret.", "id", set()),
        ("12 of 40 soldiers were killed.", "en", {("kill", 12)}),
        ("Sebanyak 12 dari 40 tentara tewas.", "id", {("kill", 12)}),
        ("Polisi berusia 30 tahun tewas di Bakhmut.", "id", set()),
        ("Lebih dari 40 tentara tewas.", "id", {("kill", 40)}),
        ("Four of its soldiers were killed.", "en", {("kill", 4)}),
        (
            "The number of people killed in the strike in Goma has risen to at least 13, officials say.",
            "en",
            {("kill", 13)},
        ),
        ("The death toll rose to 13 on Friday.", "en", {("kill", 13)}),
        ("The toll from the clashes near Goma stands at four.", "en", {("kill", 4)}),
        ("The number of those injured reached 200.", "en", {("injure", 200)}),
        ("The number of troops in Goma rose to 400.", "en", set()),
        ("Jumlah korban tewas akibat serangan di Goma bertambah menjadi 13 orang.", "id", {("kill", 13)}),
        ("Korban tewas serangan itu naik dari 13 menjadi sedikitnya 19 orang.", "id", {("kill", 19)}),
        ("Jumlah korban luka mencapai 40 orang.", "id", {("injure", 40)}),
    ],
)
def test_people_are_counted_by_what_befell_them(text: str, language: str, befell: set[tuple[str, int]]) -> None:
    fates = table(language, "subjects")["casualties"]["fates"]
    assert {pair for pair in wording(text, language).counts if pair[0] in fates} == befell


def test_protesters_are_counted_alike_in_both_languages() -> None:
    ours = wording("Polisi menangkap 12 pengunjuk rasa di Minsk.", "id").counts
    assert ("protester", 12) in ours
    assert not any(what in ("rasa", "unjuk") for what, _ in ours)
    assert ("protester", 14) in wording("Police arrested 14 protesters in Minsk.", "en").counts


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("Russia sent 2 million tons of rice.", "en", set()),
        ("1.5 million people fled.", "en", set()),
        ("Thailand menjual 3 juta ton beras.", "id", set()),
        ("Norway gave Malawi $2.5 million.", "en", {2_500_000}),
        ("a US$500,000 bounty", "en", {500_000}),
        ("Jepang menjanjikan 300 juta yen.", "id", {300_000_000}),
        ("bantuan Rp 1,5 triliun", "id", {1_500_000_000_000}),
    ],
)
def test_money_is_what_a_currency_says_and_no_other_million(text: str, language: str, counted: set[int]) -> None:
    found = wording(text, language)
    assert {number for what, number in found.counts if what == "money"} == counted
    assert ("money" in found.subjects) is bool(counted)
