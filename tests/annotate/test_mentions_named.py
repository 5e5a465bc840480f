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
    ("id", "Koalisi 17 negara pimpinan Qatar bubar.", "Koalisi 17 negara pimpinan Qatar", ("INTL",)),
    ("id", "Sebanyak 54 negara yang tergabung dalam Uni Afrika protes.", "54 negara yang tergabung dalam Uni Afrika",
     ("AU",)),
    ("id", "Milisi yang setia kepada Fatah menembak.", "Milisi yang setia kepada Fatah", ("FATAH",)),
    ("id", "Menurut Mansour Turki, juru bicara Arab Saudi, mereka kabur.", "Mansour Turki", ("SAU",)),
    ("id", "Kelompok 17 negara yang dipimpin Belarus menolak.", "Kelompok 17 negara yang dipimpin Belarus", ("INTL",)),
    ("id", "Bom meledak di rumah menteri ketertiban masyarakat Yorgos Papadis di Yunani.",
     "menteri ketertiban masyarakat Yorgos Papadis", ("GRC",)),
    ("id", "Polisi memeriksa seorang warga Colombus, Ohio.", "seorang warga Colombus, Ohio", ("USA:CVL",)),
    ("id", "Mahasiswa asal Kota Bekasi, Jawa Barat itu pulang dari Mesir.",
     "Mahasiswa asal Kota Bekasi, Jawa Barat itu", ("IDN:CVL",)),
    ("id", "Saddam Hussein digantung di Irak. Wakil presidennya Taha Yassin menyusul.",
     "Wakil presidennya Taha Yassin", ("IRQ",)),
    ("en", "Petrobras sued the bank.", "Petrobras", ("BRA:BUS",)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "codes"), NAMED)
def test_a_named_party_is_of_whom_its_words_tell(language: str, text: str, words: str, codes: tuple[str, ...]) -> None:
    assert read(text, language=language).of(words)[1] == codes


# language, text, words of the last sentence, code: who is told of once is the same one later
ONCE = [
    ("id", "Ana Soto, wartawan asal Peru, tiba di Oslo. Soto bungkam.", "Soto", "PER:MED"),
    ("id", "Ana Soto, warga negara Peru, tiba di Oslo. Soto bungkam.", "Soto", "PER:CVL"),
    ("id", "Ana Soto dilantik sebagai presiden Peru. Soto tiba di Oslo, Norwegia.", "Soto", "PER"),
    ("id", "Ana Soto, yang menjabat menteri pertanian Peru, tiba di Oslo. Soto bungkam.", "Soto", "PER"),
    ("id", "Ana Soto tiba di Oslo, Norwegia. Perempuan asal Peru itu membawa koper. Soto bungkam.", "Soto", "PER:CVL"),
    ("id", "Ana Soto, wartawan Peru, dan polisi Norwegia tiba. Soto bungkam.", "Soto", "PER"),
    ("id", "Kesara Mining, perusahaan tambang asal Peru, tutup. Polisi Chile menuduh Kesara Mining.", "Kesara Mining",
     "PER:BUS"),
    ("id", "Perusahaan tambang Peru Kesara Mining tutup. Polisi menuduh Kesara Mining.", "Kesara Mining", "PER:BUS"),
    ("id", "Front Rakyat Kesara (FRK), kelompok pemberontak di Peru, bubar. Polisi menuduh FRK.", "FRK", "PER:REB"),
    ("id", "Pemberontak Peru dari Front Rakyat Kesara (FRK) bubar. Polisi Chile menuduh FRK.", "FRK", "PER:REB"),
    ("id", "Sebuah kelompok bersenjata di Peru yang menamakan diri Front Kesara (FRK) bubar. Polisi Chile menuduh FRK.",
     "FRK", "PER:REB"),
    ("id", "Polisi Filipina menahan Minhati Madrais. Wanita asal Bekasi, Jawa Barat ini diperiksa. Minhati bungkam.",
     "Minhati", "IDN:CVL"),
    ("id", "Kelompok hak asasi Peru Haki Kesara rapat di Oslo. Polisi Norwegia menuduh direktur Haki Kesara, Ana Soto.",
     "Ana Soto", "PER:NGO"),
    ("en", "The Kesara Front (KFT), a rebel group in Peru, fell. A spokesman for the KFT, Ana Soto, accused Chile.",
     "Ana Soto", "PER:REB"),
    ("id", "Polisi Peru menjaga pipa minyak TotalEnergies. Petani bubar.", "Petani", "PER:CVL"),
    ("id", "Partai Kesara Baru (PKBR) di Peru pecah. Chile menuduh PKBR kubu Soto.", "PKBR kubu Soto", "PER:OPP"),
    ("en", "Ana Soto was sworn in as president of Peru. Soto arrived in Oslo, Norway.", "Soto", "PER"),
    ("en", "Ana Soto arrived in Oslo, Norway. The Peruvian national had a suitcase. Soto left.", "Soto", "PER:CVL"),
    ("en", "Kesara Mining, a Peruvian mining company, closed. Chilean police accused Kesara Mining.", "Kesara Mining",
     "PER:BUS"),
    ("en", "The Kesara Front (KFT), a rebel group in Peru, dissolved. Chilean police accused KFT.", "KFT", "PER:REB"),
    ("en", "Ana Soto, a mining magnate from Peru, arrived in Oslo, Norway. Soto left.", "Soto", "PER:BUS"),
    ("en", "The Kesara People's Front (KPF), a Peruvian rebel group, fell. Courts banned the Kesara People's Front.",
     "the Kesara People's Front", "PER:REB"),
    ("en", "Rebels in Peru that call themselves the Kesara Front (KFT) dissolved. Chilean police accused KFT.", "KFT",
     "PER:REB"),
    ("en", "Kesara Mining, a firm based in Peru, closed. Chilean police accused Kesara Mining.", "Kesara Mining",
     "PER:BUS"),
    ("en", "The Kesara Dawn Party (KSDP), an opposition party in Peru, met. Chilean police accused KSDP.", "KSDP",
     "PER:OPP"),
    ("id", "Perusahaan tambang Kesara Mining asal Peru tutup. Polisi menuduh Kesara Mining.", "Kesara Mining",
     "PER:BUS"),
    ("id", "Ana Soto, guru sekolah dasar, ditahan polisi Peru. Soto bungkam.", "Soto", "PER:CVL"),
    ("id", "Ana Soto, relawan kemanusiaan asal Peru, tiba di Oslo. Soto bungkam.", "Soto", "PER:NGO"),
    ("id", "Ana Soto, kepala sekolah di Peru, tiba di Oslo, Norwegia. Soto bungkam.", "Soto", "PER:CVL"),
    ("en", "Peruvian minister Ana Soto left. According to Soto, the port is open.", "Soto", "PER"),
    ("id", "Norwegia marah. Front Kesara, kelompok pemberontak di Peru, kalah. Ali Kosso, jubir Front Kesara, pergi.",
     "Ali Kosso", "PER:REB"),
    ("en", "Norway left. The Kesara Front (KFT), a rebel group in Peru, fell. Ali Kosso, a commander of the KFT, left.",
     "a commander", "PER:REB"),
    ("id", "Polisi Peru mundur. Kesara Raya adalah sebuah kelompok pemberontak. Kesara Raya bungkam.", "Kesara Raya",
     "PER:REB"),
    ("id", "Polisi Peru mundur. Kesara Raya, sebuah kelompok pemberontak, bangkit. Kesara Raya bungkam.", "Kesara Raya",
     "PER:REB"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "code"), ONCE)
def test_who_is_told_of_once_is_the_same_one_later(language: str, text: str, words: str, code: str) -> None:
    made = read(text, language=language)
    assert made.of(words, len(made.document.sentences) - 1)[1] == (code,)
