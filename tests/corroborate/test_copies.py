"""Reports that carry each other's words."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from kawat.corroborate import Body, copied, credited, sketched, sketches, translated
from kawat.corroborate.sketches import containment
from kawat.model import RelayKind

DAY = datetime(2023, 5, 1, tzinfo=UTC)
WIRE = (
    "Menteri pertahanan kedua negara bertemu di ibu kota pada hari Senin untuk membahas patroli bersama.",
    "Mereka sepakat menambah jumlah kapal yang berlayar di perairan utara mulai bulan depan.",
    "Seorang juru bicara mengatakan latihan itu tidak ditujukan kepada negara mana pun.",
    "Pertemuan berikutnya akan berlangsung di sebuah kota pelabuhan sebelum akhir tahun ini.",
)
OWN = (
    "Warga pesisir sudah berbulan-bulan mengeluhkan tangkapan yang terus menyusut karena kapal asing.",
    "Koperasi nelayan di kabupaten itu meminta bantuan bahan bakar dari pemerintah daerah.",
    "Harga ikan di pasar pagi naik dua kali lipat sejak awal musim barat tiba.",
    "Pengamat menilai kesepakatan tersebut belum menjawab masalah yang dihadapi para nelayan kecil.",
)


def body(name: str, *sentences: str, agency: str | None = "m:afp", language: str = "id", hours: int = 0) -> Body:
    credited = frozenset({agency} if agency else ())
    return Body(name, "\n".join(sentences), language, credited, DAY + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (body("a", *WIRE), body("b", *WIRE), RelayKind.WHOLE),
        (body("a", *WIRE), body("b", "MANILA - " + WIRE[0], *WIRE[1:]), RelayKind.WHOLE),
        (body("a", *WIRE), body("b", *WIRE[:3]), RelayKind.WHOLE),
        (body("a", *WIRE), body("b", *OWN, *WIRE), RelayKind.PART),
        (body("a", *WIRE), body("b", OWN[0], *WIRE[1:3], OWN[1]), RelayKind.PART),
        # without a common credit a shared paragraph is not enough, half of a story is
        (body("a", *WIRE), body("b", OWN[0], OWN[1], OWN[2], WIRE[1], agency=None), None),
        (body("a", *WIRE), body("b", OWN[0], *WIRE[:3], agency=None), RelayKind.PART),
        (body("a", *WIRE), body("b", *OWN), None),
        (body("a", *WIRE), body("b"), None),
        (body("a"), body("b"), None),
    ],
)
def test_copied(one: Body, other: Body, kind: RelayKind | None) -> None:
    found = copied(one, other)
    assert found == copied(other, one), "it has no direction"
    assert (found.kind if found else None) is kind
    if found is not None:
        assert (found.left, found.right) == ("a", "b")
        assert sketched(one.text).keys & sketched(other.text).keys, "what is a copy must come to be compared"


def test_unrelated_bodies_share_no_key() -> None:
    assert not sketched("\n".join(WIRE)).keys & sketched("\n".join(OWN)).keys
    assert sketched("").keys == sketched(" \n… ").keys == frozenset()


@pytest.mark.parametrize(
    "other",
    [
        "\n".join(WIRE).upper(),
        "\n\n  ".join(WIRE).replace(" ", "  "),
        "\n".join(WIRE).replace("Menteri pertahanan", "“Menteri” – pertahanan,").replace(" itu ", "\u00a0itu\u00a0"),
    ],
)
def test_case_blanks_and_marks_do_not_count(other: str) -> None:
    assert sketched("\n".join(WIRE)).keys == sketched(other).keys


def test_bodies_sketched_together_are_sketched_as_alone() -> None:
    dice = Random(3)  # noqa: S311  no secret
    letters = "abcdeñéж中-. \n,!“"
    texts = ["".join(dice.choices(letters, k=dice.choice((0, 1, 9, 60, 3000)))) for _ in range(300)]
    texts += ["", "satu", "satu dua tiga empat", "satu dua tiga empat lima", "a" * 100_000, "kata " * 40_000]
    for text, together in zip(texts, sketches(texts), strict=True):
        (alone,) = sketches([text])
        assert together.keys == alone.keys
        assert together.shingles.tolist() == alone.shingles.tolist()


def test_there_is_a_hash_for_each_shingle() -> None:
    dice = Random(4)  # noqa: S311  no secret
    for _ in range(100):
        words = dice.choices(["a", "ab", "abcdefgh", "abcdefghi", "abcdefgh" * 3, "kata", "ж"], k=dice.randint(5, 90))
        plain = {" ".join(words[start : start + 5]) for start in range(len(words) - 4)}
        assert len(sketched(" ".join(words)).shingles) == len(plain)


@pytest.mark.parametrize("length", [12, 40, 300])
def test_bodies_meet_by_how_much_they_share_however_long_they_are(length: int) -> None:
    """One sentence each, with a word of its own, so that only the MinHash brings them together."""
    dice = Random(length)  # noqa: S311  no secret
    words = [f"kata{number}" for number in range(4000)]

    def meeting(share: float) -> float:
        pairs = []
        for _ in range(80):
            common = dice.choices(words, k=round(length * share))
            pairs.append([" ".join((*common, *dice.choices(words, k=length - len(common)))) for _ in "ab"])
        made = iter(sketches([text for pair in pairs for text in pair]))
        return sum(bool(one.keys & other.keys) for one, other in zip(made, made, strict=True)) / len(pairs)

    assert meeting(0.9) > 0.95
    assert meeting(0.3) < 0.15
    assert meeting(0.0) == 0.0


def test_containment_is_of_the_shorter() -> None:
    whole, part = sketched(" ".join(WIRE)), sketched(" ".join(WIRE[:2]))
    assert containment(whole, part) == (1.0, len(" ".join(WIRE[:2]).split()) - 4)
    assert containment(whole, sketched("")) == (0.0, 0)
    assert containment(sketched("Dua kata"), sketched("dua, kata!")) == (1.0, 1)


@pytest.mark.parametrize(
    ("other", "aligned", "claims", "found"),
    [
        (body("b", "x", language="en"), (3, 3), (3, 4), True),
        (body("b", "x", language="en"), (1, 1), (3, 4), False),
        (body("b", "x", language="id"), (3, 3), (3, 4), False),
        (body("b", "x", language="en", agency="m:ap"), (3, 3), (3, 4), False),
        (body("b", "x", language="en", hours=60), (3, 3), (3, 4), False),
        (body("b", "x", language="en"), (0, 0), (0, 0), False),
    ],
)
def test_translated(other: Body, aligned: tuple[int, int], claims: tuple[int, int], found: bool) -> None:
    relay = translated(body("a", *WIRE), other, aligned, claims)
    assert (relay is not None) is found
    if relay is not None:
        assert relay.kind is RelayKind.TRANSLATION
        assert relay.share <= 0.5, "less certain than a copy"


@pytest.mark.parametrize(
    ("text", "outlet", "found"),
    [
        ("Dua prajurit tewas, kata militer seperti dikutip Reuters.", "Reuters", True),
        ("Dua prajurit tewas, kata militer seperti dilansir BBC.", "BBC News", True),
        ("Dua prajurit tewas, kata militer.", "Reuters", False),
        ("Dua prajurit tewas, kata militer seperti dikutip AFP.", "Reuters", False),
    ],
)
def test_who_names_the_outlet_of_the_other_may_be_its_translation(text: str, outlet: str, found: bool) -> None:
    one = Body("a", text, "id", frozenset(), DAY, "Warta Contoh")
    other = Body("b", "x", "en", credited(None, outlet), DAY, outlet)
    assert (translated(one, other, (3, 3), (3, 4)) is not None) is found
    assert (translated(other, one, (3, 3), (4, 3)) is not None) is found
