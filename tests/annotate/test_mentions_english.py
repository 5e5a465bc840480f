"""English parties by their words: heads that are shared or chained, states behind names, others who are counted."""

from datetime import UTC, datetime

import pytest
from tests.annotate.mentioned import read

PARTIES = [
    ("Chadian and Nigerien soldiers left.", "Chadian", "TCD:MIL"),
    ("US, British and French tourists left.", "US", "USA:CVL"),
    ("Peru and Chilean soldiers left.", "Peru", "PER"),
    ("Norway heard a spokesman for the president of Peru.", "a spokesman for the president of Peru", "PER"),
    ("Presidents Adama Ly of Mali and Issa Toure of Niger quarrelled.", "Presidents Adama Ly of Mali", "MLI"),
    ("Presidents Adama Ly of Mali and Issa Toure of Niger quarrelled.", "Issa Toure of Niger", "NER"),
    ("Supporters of the Zambian president left.", "Supporters of the Zambian president", "ZMB:CVL"),
    ("Supporters of the Zambian opposition left.", "Supporters of the Zambian opposition", "ZMB:OPP"),
    ("The Zambian Labour Party left.", "The Zambian Labour Party", "ZMB:OPP"),
    ("The British Labour Party left.", "Labour Party", "GBR:OPP"),
    ("A Zambian trade union left.", "A Zambian trade union", "ZMB:CVL"),
    ("Raiders in Kenya left.", "Raiders", "KEN:REB"),
    ("German holidaymakers left.", "German holidaymakers", "DEU:CVL"),
    ("Christians in Zambia left.", "Christians", "ZMB:CVL"),
    ("A bomb killed five soldiers in Chad, and two others were hurt.", "two others", "TCD:MIL"),
    ("A bomb was found in Chad, and 18 others were hurt.", "18 others", "TCD:CVL"),
    ("Bolivians protested outside.", "Bolivians", "BOL:CVL"),
    ("The Bolivians refused.", "Bolivians", "BOL"),
    ("Lima condemned Chile.", "Lima", "PER"),
    ("The Malawi Congress Party left.", "The Malawi Congress Party", "MWI:OPP"),
    ("Police in Chad raided a trade union. The group protested.", "The group", "TCD:CVL"),
    ("Tuareg rebels in Mali left.", "Tuareg rebels", "MLI:REB"),
    ("Tuareg rebels in Mali left. Their leader refused.", "Their leader", "MLI:REB"),
    ("Danish hardliners left. Their leader, Pelle Holm, refused.", "Their leader, Pelle Holm", "DNK:OPP"),
    ("The Zande Liberation Army (ZLA) in Chad left. ZLA fighters returned.", "ZLA fighters", "TCD:REB"),
    ("The Norwegian minister wrote so in a post on Telegram.", "a post on Telegram", "NOR"),
    ("The UN left. Norway said it would stay.", "it", "NOR"),
    ("The UN left. Norway announced that it would stay.", "it", "NOR"),
    ("Chad left. In its offer, Peru was clear.", "its", "PER"),
    ("Norway left. Its visit to Peru was over.", "Its", "NOR"),
    ("Peru imposed sanctions on Chile for its refusal to leave.", "its", "CHL"),
    ("Chile left. Peru rejected its offer.", "its", "CHL"),
    ("Peru withdrew its offer to Chile.", "its", "PER"),
    ("Ana Soto, the Peruvian envoy, left. Norway protested against her arrest.", "her", "PER"),
    ("Bolivia's Minister Juan Carlos Munoz left.", "Bolivia's Minister Juan Carlos Munoz", "BOL"),
    ("A Chadian outpost fell.", "A Chadian outpost", "TCD:MIL"),
    ("Chad left. Zambian police fled. Officers returned.", "Officers", "ZMB:COP"),
    ("Rebels left Mali. Chad's military said late on Monday it had lost 20 men.", "it", "TCD:MIL"),
    ("A Zambian fishing boat left.", "A Zambian fishing boat", "ZMB"),
    ("The Zambian Labour Party's founder left.", "The Zambian Labour Party's founder", "ZMB:OPP"),
    ("Malian gendarmes left.", "Malian gendarmes", "MLI:COP"),
    ("Mercenaries in Chad left.", "Mercenaries", "TCD:REB"),
    ("The Danish monarch left.", "The Danish monarch", "DNK"),
    ("Zambian technicians left.", "Zambian technicians", "ZMB:CVL"),
    ("A Zambian aid organization left.", "A Zambian aid organization", "ZMB:NGO"),
    ("A Zambian retailer left.", "A Zambian retailer", "ZMB:BUS"),
    ("Kenyan Minister Hassan Sheikh Yusuf left.", "Kenyan Minister Hassan Sheikh Yusuf", "KEN"),
    ("Kenyan Senator Angus King left.", "Kenyan Senator Angus King", "KEN:LEG"),
    ("Hassan Sheikh Yusuf praised the police in Nairobi.", "Hassan Sheikh Yusuf", "KEN"),
    ("The Omani Foreign Minister Sheikh Salem left.", "The Omani Foreign Minister Sheikh Salem", "OMN"),
    ("Minister Ana Soto met Kenyan officials in Lima.", "Minister Ana Soto", "PER"),
    ("The minister, Ana Soto, met Kenyan officials in Lima.", "The minister, Ana Soto", "PER"),
    ("The army accused Rwandan officials of a raid in Congo.", "The army", "COD:MIL"),
    ("Niger's president arrived in Lima. Police arrested 20 people.", "Police", "PER:COP"),
    ("Niger's president arrived in Lima. The army welcomed Niger's offer.", "The army", "NER:MIL"),
    ("Kenya condemned gunmen who attacked a hotel in Lima.", "gunmen", "PER:REB"),
    ("Police arrested two activists, Ana Soto and Per Vik, in Lima.", "Per Vik", "PER:CVL"),
    ("Maoist rebels in India left.", "Maoist rebels", "IND:REB"),
    ("Indian police chased Maoist guerrillas.", "Maoist guerrillas", "IND:REB"),
    ("Peru's army chased two Maoist rebels.", "two Maoist rebels", "PER:REB"),
    ("Nepal and the Maoists signed it.", "Maoists", "NEPALMAOISTS"),
    ("The Revolutionary Guard left.", "Revolutionary Guard", "IRN:MIL"),
    ("The U.N.'s nuclear watchdog left.", "U.N.'s nuclear watchdog", "IAEA"),
    ("Peru's agents arm Chilean rebels.", "Peru's agents", "PER"),
    ("Radical groups in Kenya left.", "Radical groups", "KEN:REB"),
    ("Religious groups in Kenya left.", "Religious groups", "KEN:REL"),
    ("Police in Libya held 20 African migrants.", "20 African migrants", "INTL:CVL"),
    ("Kenya left. European leaders protested.", "European leaders", "INTL"),
    ("Ghana left. The West African country protested.", "The West African country", "GHA"),
    ("Peru sued a Chilean firm. Peru left. Later it tested a missile.", "it", "PER"),
    ("The army protects Rwandan officials.", "The army", "RWA:MIL"),
]


@pytest.mark.parametrize(("sentence", "words", "code"), PARTIES)
def test_words_tell_whose_a_party_is(sentence: str, words: str, code: str) -> None:
    assert read(sentence, language="en").of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("sentence", "person"),
    [("Minister Juan Carlos Munoz of Bolivia left.", "own:"), ("King Juan Carlos I of Spain left.", "p:")],
)
def test_a_surname_behind_the_name_of_a_king_is_another_s(sentence: str, person: str) -> None:
    named = [m for m in read(sentence, language="en").document.mentions if "Juan Carlos" in m.span.of(sentence)]
    assert named[0].entities[0].startswith(person)


@pytest.mark.parametrize("sentence", ["The law lasted two more years.", "Another day passed.", "More rain fell."])
def test_what_is_counted_again_is_nobody(sentence: str) -> None:
    assert not read(sentence, language="en").document.mentions


@pytest.mark.parametrize(
    ("sentence", "words", "code"),
    [
        ("The army armed rebels in Bolivia.", "The army", "BOL:MIL"),
        ("The army ousted President Ali Bongo in Gabon.", "President Ali Bongo", "GAB"),
        ("Soldiers arrested ousted President Ali Bongo.", "ousted President Ali Bongo", "GAB"),
        ("Congress ousted the president of Peru.", "the president of Peru", "PER"),
        ("Kenya said that soldiers had detained two officers.", "two officers", "KEN:MIL"),
    ],
)
def test_a_past_form_behind_who_does_it_is_no_part_of_a_party(sentence: str, words: str, code: str) -> None:
    assert read(sentence, language="en").of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("North Korea met South Korea. The North fired a missile.", "North", "PRK"),
        ("North Korea met South Korea. It blamed the South's president.", "the South's president", "KOR"),
        ("Seoul thanked South Korea. Talks between the North and South failed.", "South", "KOR"),
        ("Sudan accused South Sudan. The South denied it.", "South", "SSD"),
        ("Kim Jong Un met Moon Jae-in. A summit between Kim and Trump is planned.", "Kim", "PRK"),
    ],
)
def test_a_side_is_the_half_of_the_land_that_the_report_is_on(text: str, words: str, code: str) -> None:
    assert read(text, language="en").of(words)[1] == (code,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea fired a missile. Kim watched it.", (("p:kim-jong-un",), ("PRK",))),
        ("Peru protested. Kim watched it.", None),
    ],
)
def test_a_lone_surname_is_the_leaders_whose_state_was_told_right_before(text: str, codes: object) -> None:
    found = read(text, language="en", published=datetime(2019, 2, 28, tzinfo=UTC))
    assert found.of("Kim") == codes if codes else "p:kim-jong-un" not in found.codes


@pytest.mark.parametrize(
    "text",
    ["North Korea met Japan in the North Sea.", "Mali met Niger. The South is dry.", "Korea has the South of it."],
)
def test_a_side_of_the_compass_is_no_state(text: str) -> None:
    assert not {"North", "South"} & set(read(text, language="en").words())


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kenya trains Syrian Arabs.", "Syrian Arabs", "SYR:CVL"),
        ("Turkish Kurds marched.", "Turkish Kurds", "TUR:CVL"),
        ("Arabs marched in Haifa.", "Arabs", "ARAB"),
    ],
)
def test_people_of_a_state_by_a_name_of_more_are_its_people(text: str, words: str, code: str) -> None:
    assert read(text, language="en").of(words)[1] == (code,)
