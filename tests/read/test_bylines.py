import pytest

from kawat.read.bylines import is_signature, read_credits


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Penulis : Ani Lestari Editor : Budi-Santoso", ["Ani Lestari"], ["Budi-Santoso"]),
        ("Rep: Ani Lestari/ Red: Budi Santoso", ["Ani Lestari"], ["Budi Santoso"]),
        ("Pewarta: Ani Lestari dan Budi S", ["Ani Lestari", "Budi S"], []),
        ("Penulis Ani Lestari", ["Ani Lestari"], []),
        ("Oleh Ani Lestari", ["Ani Lestari"], []),
        ("Penulis : Kontributor Ambon, Ani Lestari", ["Ani Lestari"], []),
        ("LAPORAN: ANI LESTARI", ["Ani Lestari"], []),
        ("Ani Lestari Penulis", ["Ani Lestari"], []),
        ("Ani Lestari, Jurnalis", ["Ani Lestari"], []),
        ("Penulis, Ani Lestari", ["Ani Lestari"], []),
        ("(Reporting by Ann Lee in Oslo; Writing by Bo Berg; Editing by Cy Dahl)", ["Ann Lee", "Bo Berg"], ["Cy Dahl"]),
        ("By ANN LEE and BO BERG", ["Ann Lee", "Bo Berg"], []),
        ("Redaktur: Budi Santoso", [], ["Budi Santoso"]),
        ("Oleh karena itu, ia pergi.", [], []),
        ("By midnight, troops had left", [], []),
        ("Red Army troops moved", [], []),
        ("Editor pilihan", [], []),
    ],
)
def test_roles(line: str, authors: list[str], editors: list[str]) -> None:
    found = read_credits(line)
    assert (list(found.authors), list(found.editors)) == (authors, editors)


def test_an_agency_is_no_author() -> None:
    found = read_credits("Reporter: Antara")
    assert (found.authors, found.media) == ((), ("Antara",))


def test_a_translator_is_neither_author_nor_editor() -> None:
    found = read_credits("Penerjemah: Ani Lestari, Editor: Budi Santoso")
    assert (found.authors, found.editors, found.others) == ((), ("Budi Santoso",), ("Ani Lestari",))


def test_a_role_alone_waits_for_its_name() -> None:
    assert read_credits("Reporter:").waiting == "author"


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("(fyk/ash)", True),
        ("[em/jm]", True),
        ("(Tribunnews.com/Ani)", True),
        ("AP writer Ann Lee contributed to this report.", True),
        ("(11/3/2022)", False),
        ("Ia pergi.", False),
    ],
)
def test_signature(line: str, signed: bool) -> None:
    assert is_signature(line) is signed
