"""Words that mean somebody by the part taken in the act before: captives, captors, "the latter"."""

import pytest
from tests.annotate.mentioned import read

TAKEN = "Police in Kenya arrested two Peruvian engineers."
SEIZED = "Gunmen kidnapped two Peruvian doctors in Nairobi."
TALKS = "Chile and Norway held talks in Nairobi."


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (f"{TAKEN} They were charged on Tuesday.", "They", "PER:CVL"),
        (f"{TAKEN} They have been released.", "They", "PER:CVL"),
        (f"{TAKEN} A court freed them.", "them", "PER:CVL"),
        (f"{TAKEN} The detainees were tortured.", "The detainees", "PER:CVL"),
        (f"{TAKEN} Zambian detainees were tortured.", "Zambian detainees", "ZMB:CVL"),
        (f"{SEIZED} They were freed on Tuesday.", "They", "PER:CVL"),
        (f"{SEIZED} They demanded money.", "They", "KEN:REB"),
        (f"{SEIZED} Their captors demanded money.", "Their captors", "KEN:REB"),
        (f"{SEIZED} The kidnappers freed them.", "The kidnappers", "KEN:REB"),
        (f"{SEIZED} Soldiers rescued them.", "Soldiers", "KEN:MIL"),
        (f"{SEIZED} Soldiers rescued them.", "them", "PER:CVL"),
        ("Norway seized ten Chilean sailors. Their captors beat them.", "Their captors", "NOR"),
        ("Zambian activist Ana Soto was arrested by police. She was later freed.", "She", "ZMB:CVL"),
        ("Zambian activist Ana Soto left. The police arrested her.", "her", "ZMB:CVL"),
        ("Oman said Yemeni rebels left. The insurgents denied it.", "The insurgents", "YEM:REB"),
        ("Kenyan journalist Ana Soto left Niger. Police arrested the reporter.", "the reporter", "KEN:MED"),
        ("Fatah activist Sami Hassan was shot. The activist died.", "The activist", "FATAH"),
        ("A Zambian company left. The firm sued Malawi.", "The firm", "ZMB:BUS"),
        ("Zambian opposition leader Ana Soto left. The activist denied it.", "The activist", "ZMB:OPP"),
        ("Peru met Chile. Ten Chilean soldiers were captured. Their captors beat them.", "Their captors", "PER"),
        ("Zambian teachers marched. Police fired tear gas at them.", "them", "ZMB:CVL"),
        (f"{TALKS} Both rejected the offer.", "Both", "CHL"),
        (f"{TALKS} Both also rejected the offer.", "Both", "CHL"),
        ("Peru's president met Chile's king. The Peruvian left. His counterpart stayed.", "His counterpart", "CHL"),
        ("Peru's president arrived in Ghana. He met his counterpart.", "his counterpart", "GHA"),
        ("Peru's president met his Malian counterpart.", "his Malian counterpart", "MLI"),
        (f"{TALKS} The latter rejected the offer.", "latter", "NOR"),
        (f"{TALKS} The former rejected the offer.", "former", "CHL"),
        (
            "Colombia met the National Liberation Army (ELN). The president told the army to stay.",
            "the army",
            "COL:MIL",
        ),
        (f"{TALKS} The former Zambian minister rejected the offer.", "The former Zambian minister", "ZMB"),
    ],
)
def test_english_words_mean_who_had_that_part_before(text: str, words: str, code: str) -> None:
    assert read(text, language="en").of(words)[1][0] == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Polisi Kenya menangkap dua warga Peru. Mereka dideportasi.", "Mereka", "PER:CVL"),
        ("Polisi Kenya menangkap dua warga Peru. Pengadilan membebaskan mereka.", "mereka", "PER:CVL"),
        ("Milisi Kenya menculik dua warga Peru. Para penculik meminta tebusan.", "Para penculik", "KEN:REB"),
        ("Milisi Kenya menculik dua warga Peru. Sandera itu dibebaskan.", "Sandera itu", "PER:CVL"),
    ],
)
def test_indonesian_words_mean_who_had_that_part_before(text: str, words: str, code: str) -> None:
    assert read(text).of(words)[1] == (code,)
