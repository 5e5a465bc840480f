"""Sentences that count or serve acts that are told already, as rows of marked sentences (see `marked`)."""

import pytest
from tests.annotate.marked import marked
from tests.annotate.test_events import coded, expected

from kawat.annotate.events import find


@pytest.mark.parametrize(
    ("language", "sentences", "row"),
    [
        # a copula that counts tells no further meeting
        (
            "id",
            ("[Xi|CHN] bertemu dengan [Lee|SGP].", "Pertemuan [Xi|CHN] dengan [Lee|SGP] merupakan pertemuan kelima."),
            "CONSULT CHN,SGP>-",
        ),
        (
            "id",
            ("[Xi|CHN] bertemu dengan [Lee|SGP].", "Pertemuan [Lee|SGP] dan [Xi|CHN] adalah yang pertama sejak 2019."),
            "CONSULT CHN,SGP>-",
        ),
        (
            "en",
            ("[Xi|CHN] met [Lee|SGP].", "The meeting between [Xi|CHN] and [Lee|SGP] was their fifth this year."),
            "CONSULT CHN,SGP>-",
        ),
        # a first telling stays, and so does what says who met, what is no count, and an act of others
        ("id", ("Pertemuan [Xi|CHN] dengan [Lee|SGP] merupakan pertemuan kelima.",), "CONSULT CHN,SGP>-"),
        (
            "id",
            ("[Xi|CHN] bertemu dengan [Lee|SGP].", "Ini adalah pertemuan pertama antara [Modi|IND] dan [Lee|SGP]."),
            "CONSULT CHN,SGP>-; CONSULT IND,SGP>-",
        ),
        (
            "id",
            ("[Xi|CHN] bertemu dengan [Lee|SGP].", "Pertemuan [Xi|CHN] dengan [Lee|SGP] berlangsung dua jam."),
            "CONSULT CHN,SGP>-; CONSULT CHN,SGP>-",
        ),
        # help for an act goes to whoever does the act
        (
            "id",
            ("[Mali|MLI] dituduh membantu kelangsungan invasi [Rusia|RUS] ke [Ukraina|UKR].",),
            "ACCUSE UNKNOWN>MLI; AID MLI>RUS/alleged; ASSAULT RUS>UKR/alleged",
        ),
        # a return goes to whoever gave first
        (
            "id",
            ("[Korea Utara|PRK] memasok amunisi ke [Rusia|RUS].", "Itu akan dibalas dengan dana dari [Moskow|RUS]."),
            "AID PRK>RUS; AID RUS>PRK/planned",
        ),
    ],
)  # fmt: skip
def test_acts_told_already(language: str, sentences: tuple[str, ...], row: str) -> None:
    assert coded(marked(sentences, language)) == expected(row)


def test_a_count_is_not_the_time_of_the_act() -> None:
    sentence = "Pertemuan [Xi|CHN] dengan [Lee|SGP] merupakan pertemuan kelima {tahun ini}."
    (event,) = find(marked((sentence,), "id")).events
    assert event.time is None


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("[Kim|PRK] mengunjungi [pabrik roket|RUS:BUS] di [Rusia|RUS].", "CONSULT PRK>RUS"),
        ("[Kim|PRK] mengunjungi [perusahaan minyak|RUS:BUS] di [Rusia|RUS].", "CONSULT PRK>RUS:BUS"),
    ],
)
def test_a_site_is_no_host(sentence: str, row: str) -> None:
    assert coded(marked((sentence,), "id")) == expected(row)


@pytest.mark.parametrize(
    ("language", "sentences", "row"),
    [
        (
            "id",
            ("[Eritrea|ERI] menyerang [Ethiopia|ETH].", "[Pasukan Eritrea|ERI:MIL] masuk melalui wilayah [Sudan|SDN]."),
            "ASSAULT ERI>ETH; MOBILIZE ERI:MIL>ETH",
        ),
        ("id", ("[Pasukan Eritrea|ERI:MIL] masuk ke wilayah [Sudan|SDN].",), "MOBILIZE ERI:MIL>SDN"),
        (
            "en",
            ("[Eritrea|ERI] attacked [Ethiopia|ETH].", "[Eritrea|ERI] moved its troops in through [Sudan|SDN]."),
            "ASSAULT ERI>ETH; MOBILIZE ERI>ETH",
        ),
        ("en", ("[Eritrea|ERI] deployed troops to [Sudan|SDN].",), "MOBILIZE ERI>SDN"),
    ],
)
def test_forces_are_bound_for_where_they_go_not_where_they_pass(
    language: str, sentences: tuple[str, ...], row: str
) -> None:
    assert coded(marked(sentences, language)) == expected(row)
