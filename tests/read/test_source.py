"""Hostile and odd input: a note or one clear sentence, never a traceback."""

import os
from pathlib import Path

import pytest

from kawat.errors import InputError
from kawat.model import BlockKind
from kawat.read import MAX_BYTES, read, read_bytes, sources

STORY = (
    "Menteri Luar Negeri Norwegia bertemu dengan Menteri Luar Negeri Swedia di Oslo pada hari Jumat.\n\n"
    "Keduanya sepakat membuka kembali perundingan tentang perbatasan laut, kata juru bicara kementerian.\n"
)
PAGE = f"<html><head><meta charset='{{}}'></head><body><p>{STORY}</p><p>Café itu sepi.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xff\xfe", "no word"),
        (b"\xef\xbb\xbf\n", "no word"),
        ("…\u200b\u202e—!?".encode(), "no word"),
        (b"\x00" * 400, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "another kind"),
        (b"%PDF-1.7 stream", "another kind"),
        (bytes((i * 7919) % 256 for i in range(4_000)), "no text"),
        (b"a" * (MAX_BYTES + 1), "10 MB"),
        (b"kata\n" * 30_000, "20000 lines"),
        (b"<html><body><!-- nothing --></body></html>", "no text"),
    ],
)
def test_what_cannot_be_read(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        list(read_bytes(data, "odd.txt"))
    assert str(caught.value).startswith("odd.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(encoding: str) -> None:
    (article,) = read_bytes(STORY.encode(encoding), "a.txt")
    assert article.texts(BlockKind.BODY)[0].startswith("Menteri Luar Negeri Norwegia")
    assert article.language == "id"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_declared_charset(charset: str) -> None:
    (article,) = read_bytes(PAGE.format(charset).encode(charset), "a.html")
    assert "Café" in article.text


QUOTED = "“Tidak,” kata Müller di kafé – “kami menolak usul itu…”"


@pytest.mark.parametrize("lead", ["", "<html><head><meta charset='utf-8'></head><body><p>"])
def test_western_bytes_that_nothing_declares(lead: str) -> None:
    (article,) = read_bytes((lead + STORY + QUOTED).encode("windows-1252"), "a.html")
    assert QUOTED in article.text
    assert "encoding-guessed" in [note.code for note in article.notes]


@pytest.mark.parametrize(
    "extra",
    [
        "Erdoğan di Eskişehir".encode("windows-1254"),
        "Łódź i Wrocław".encode("iso-8859-2"),
        "Песков".encode("koi8-r"),
        "kafé “itu”".encode() + b"\x93",
    ],
)
def test_bytes_of_another_encoding_are_not_taken_for_western_ones(extra: bytes) -> None:
    (article,) = read_bytes(STORY.encode() + extra, "a.txt")
    codes = [note.code for note in article.notes]
    assert ("broken-encoding" in codes, "encoding-guessed" in codes) == (True, False)
    assert "\ufffd" in article.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (STORY.encode() + b"\xff\xfe\xfa" + STORY.encode(), "broken-encoding"),
        (PAGE.format("klingon").encode("windows-1252"), "unknown-charset"),
        (STORY.encode() * 3 + b"\x00\x00" + STORY.encode(), "null-characters"),
        (b"<html><body>" + b"<div>" * 5_000 + STORY.encode(), "no-tree"),
        (b"<html><body>" + b"<i></i>" * 350_000 + STORY.encode(), "no-tree"),
        (b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(5_000)) + b">" + STORY.encode(), "huge-tag"),
        (b"Halo dunia", "language-unknown"),
        (STORY.encode(), "no-published"),
    ],
)
def test_what_becomes_a_note(data: bytes, code: str) -> None:
    (article,) = read_bytes(data, "odd.html")
    assert code in [note.code for note in article.notes]
    assert "\x00" not in article.text


def test_a_foreign_language_is_said() -> None:
    text = (
        "Le ministre norvégien a rencontré son homologue suédois vendredi à Oslo pour parler de la frontière maritime."
    )
    (article,) = read_bytes(text.encode(), "a.txt")
    assert article.language == "fr"
    assert "language-foreign" in [note.code for note in article.notes]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Iran menolak usul Amerika Serikat", "id"),
        ("Rusia menyerang kota di Ukraina", "id"),
        ("Russia rejects peace proposal", "en"),
        ("Marcos meets Vietnam's president in Hanoi", "en"),
        ("La Russie rejette la proposition", None),
        ("Drohnenangriff auf Kiew in der Nacht", None),
        ("Tinanggihan ng Russia ang panukala", None),
        ("Rosja odrzuca propozycję pokojową", None),
        ("Rusia menolak", None),
    ],
)
def test_a_headline_alone_is_read_where_it_is_of_a_language_of_ours(text: str, language: str | None) -> None:
    (article,) = read_bytes(
        f"<html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>".encode(), "a"
    )
    assert article.language == language
    unknown = "language-unknown" in [note.code for note in article.notes]
    assert unknown is (language is None)


def test_the_id_is_made_from_the_bytes() -> None:
    (one,) = read_bytes(STORY.encode(), "one.txt")
    (two,) = read_bytes(STORY.encode(), "elsewhere/two.txt")
    assert one.id == two.id == "a" + one.source_sha256[:16]


def test_folders_are_sorted_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.html", "b/d.txt", "picture.png"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = [os.path.relpath(path, tmp_path) for path in sources([str(tmp_path)])]
    assert found == ["a.html", "c.txt", "b/d.txt"]


def test_a_folder_that_cannot_be_read_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/one.txt", "b/two.txt", "c/three.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    # The tests may run as root, to whom no folder is closed.
    monkeypatch.setattr(os, "scandir", refuse)
    found: list[str] = []
    with pytest.raises(InputError, match=r"b: the folder cannot be read: Permission denied$"):
        found.extend(sources([str(tmp_path)]))
    assert [Path(path).name for path in found] == ["one.txt", "three.txt"]


def test_a_folder_with_nothing_to_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    with pytest.raises(InputError, match=r"no file in it ends in \.txt, .* or \.wet\.gz"):
        list(sources([str(tmp_path)]))


def test_a_source_without_a_name_is_no_folder() -> None:
    with pytest.raises(InputError, match="name of a file or folder is needed"):
        list(sources([""]))


@pytest.mark.parametrize("name", ["missing.txt", "https://example.org/a.html"])
def test_a_source_that_is_not_there(name: str) -> None:
    with pytest.raises(InputError, match=name):
        next(read(name))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The tests may run as root, to whom no file is closed.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="Permission denied"):
        next(read(str(path)))
