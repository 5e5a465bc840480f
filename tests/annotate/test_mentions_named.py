"""Parties told by a name and what stands beside it: whose enemies, wings, citizens and forces they are."""

import pytest
from tests.annotate.mentioned import read

# language, text, words, codes
NAMED = [
    ("id", "Delegasi Prancis bertemu musuh AS Kim Jong Un.", "musuh AS", ("USA:REB",)),
    ("id", "Delegasi Prancis bertemu musuh AS Kim Jong Un.", "Kim Jong Un", ("PRK",)),
    ("id", "Golkar kubu Agung Laksono menolak usul itu.", "Golkar kubu Agung Laksono", ("IDN:OPP",)),
    ("id", "Fatah kubu Abbas dan Hamas sepakat.", "Fatah kubu Abbas", ("FATAH",)),
    ("id", "Polisi Filipina menangkap Abdul Karim Maute.", "Abdul Karim Maute", ("PHL",)),
    ("id", "Polisi Filipina mengecam kelompok Maute.", "kelompok Maute", ("MAUTE",)),
    ("id", "Gerilyawan Maois menyerang pos polisi di India.", "Gerilyawan Maois", ("IND:REB",)),
    ("id", "Gerilyawan Maois menyerang pos polisi di Nepal.", "Gerilyawan Maois", ("NEPALMAOISTS",)),
    ("id", "Mesir menahan dua wartawan berkewarganegaraan Prancis.", "dua wartawan berkewarganegaraan Prancis",
     ("FRA:MED",)),
    ("id", "Oman meminta warga Prancis dan Kanada meninggalkan Yaman.", "Kanada", ("CAN:CVL",)),
    ("id", "Oman membebaskan dua warga Prancis dan Kanada memuji langkah itu.", "Kanada", ("CAN",)),
    ("id", "Hotel milik Israel di Kenya diserang.", "Hotel milik Israel", ("ISR:BUS",)),
    ("id", "Pasukan Kurdi Suriah merebut desa itu.", "Pasukan Kurdi Suriah", ("SYR:REB",)),
    ("id", "Prajurit Kurdi Irak gugur.", "Prajurit Kurdi Irak", ("IRQ:MIL",)),
    ("id", "Koalisi 17 negara pimpinan Qatar bubar.", "17 negara pimpinan Qatar", ("INTL",)),
    ("id", "Sebanyak 54 negara yang tergabung dalam Uni Afrika protes.", "54 negara yang tergabung dalam Uni Afrika",
     ("AU",)),
    ("id", "Milisi yang setia kepada Fatah menembak.", "Milisi yang setia kepada Fatah", ("FATAH",)),
    ("id", "Menurut Mansour Turki, juru bicara Arab Saudi, mereka kabur.", "Mansour Turki", ("SAU",)),
    ("en", "Petrobras sued the bank.", "Petrobras", ("BRA:BUS",)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "codes"), NAMED)
def test_a_named_party_is_of_whom_its_words_tell(language: str, text: str, words: str, codes: tuple[str, ...]) -> None:
    assert read(text, language=language).of(words)[1] == codes
