"""Missing and damaged files are said, by name and with the way to get them back."""

import json
import zlib
from pathlib import Path

import pytest

from kawat.encoder import EncoderError, open_folder
from kawat.encoder.session import LEXICON, MANIFEST, STEM, TOKENIZER, UPPER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sums = {}
    for name in (STEM, UPPER, TOKENIZER, LEXICON):
        data = b"{}" if name == LEXICON else b"no network"
        (tmp_path / name).write_bytes(data)
        sums[name] = zlib.crc32(data)
    (tmp_path / MANIFEST).write_text(json.dumps({"version": "test", "settings": {}, "crc32": sums}))
    return tmp_path


@pytest.mark.parametrize("name", [MANIFEST, STEM, UPPER, TOKENIZER, LEXICON])
def test_a_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(EncoderError, match=rf"{name} is missing; restore it with: .*training"):
        open_folder(folder)


@pytest.mark.parametrize("name", [MANIFEST, STEM, UPPER, TOKENIZER, LEXICON])
def test_a_damaged_file(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(EncoderError, match=rf"{name} is damaged; restore it with: "):
        open_folder(folder)


def test_files_that_are_whole_but_no_network(folder: Path) -> None:
    pytest.importorskip("tokenizers")
    with pytest.raises(EncoderError, match=r"(tokenizer.json|stem.onnx) cannot be read"):
        open_folder(folder)
