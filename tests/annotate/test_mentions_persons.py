"""People behind titles and bodies, in Indonesian: the name alone is theirs."""

import pytest
from tests.annotate.mentioned import read

from kawat.model import EntityKind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kepala Dinas Kesehatan Kota Surabaya Ratna Wijayanti mengatakan, klinik itu dibuka.", "Ratna Wijayanti"),
        ("Ketua KPU Papua Markus Yoku mengatakan, penghitungan suara ditunda.", "Markus Yoku"),
        ("Komisioner KPU Sulut Ferdi Mokoginta mengatakan, logistik siap dikirim.", "Ferdi Mokoginta"),
        ("Direktur Niaga PLN Surya Hartono mengatakan, listrik pulih.", "Surya Hartono"),
        ("Ketua Ikatan Dokter Indonesia Arif Kusnadi mengatakan, dokter kurang.", "Arif Kusnadi"),
        ("Kepala Dinas Perhubungan Kabupaten Lampung Selatan Wawan Setyo mengatakan, kapal menunggu.", "Wawan Setyo"),
    ],
)
def test_a_person_behind_title_and_body_is_called_by_the_name_alone(sentence: str, name: str) -> None:
    made = read(sentence).document
    people = [e.name for e in made.entities if e.kind is EntityKind.PERSON]
    assert people == [name]


def test_those_of_somebody_unknown_are_read_all_the_same() -> None:
    read("Dia menemukan bahwa beberapa pendukungnya memberi uang kepada pria itu.", language="id")
    read("He and Others accused Their leader met with Their leader allegedly The two.", language="en")
