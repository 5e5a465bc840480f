"""The shipped weights: checked, loaded once, run by ONNX Runtime."""

import json
import zlib
from dataclasses import fields
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kawat.encoder.decode import Settings
from kawat.encoder.features import Lexicon
from kawat.encoder.reader import Encoder
from kawat.errors import KawatError

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Array = npt.NDArray[np.float32]

MANIFEST = "manifest.json"
STEM, UPPER, TOKENIZER, LEXICON = "stem.onnx", "upper.onnx", "tokenizer.json", "lexicon.json"
# Sums and norms stay apart: joined they are slower (six windows against seven in the same time).
FASTER_APART = ["SkipLayerNormFusion"]
RESTORE = "python -m training.export --run RUN --out src/kawat/encoder/weights (see training/README.md)"


class EncoderError(KawatError):
    """The weights are missing or damaged; the message names the file and the command that restores it."""


class OnnxNetwork:
    """The two halves of the network as ONNX sessions on one thread or more."""

    def __init__(self, folder: Path, threads: int) -> None:
        import onnxruntime  # noqa: PLC0415  slow to import, and needed only where weights are opened

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Processors without VNNI add up products of signed weights in too few bits: sums overflow, and the same text
        # reads otherwise there. So the weights lose their sign on them, which is exact; that needs extended rewriting.
        options.add_session_config_entry("session.x64quantprecision", "1")
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        self._stem = _session(folder / STEM, options)
        self._upper = _session(folder / UPPER, options)

    def stem(self, ids: npt.NDArray[np.int64], feats: Array) -> Array:
        return _arrays(self._stem.run(["hidden"], {"ids": ids, "feats": feats}))[0]

    def read(self, hidden: Array) -> tuple[Array, Array]:
        inputs = {"hidden": hidden, "marks": np.zeros(hidden.shape[:2], dtype=np.int64)}
        trigger, mention = _arrays(self._upper.run(["trigger", "mention"], inputs))
        return trigger, mention

    def ask(self, hidden: Array, marks: npt.NDArray[np.int64]) -> tuple[Array, Array, Array, Array]:
        names = ["role", "type", "status", "unspoken"]
        role, kind, status, unspoken = _arrays(self._upper.run(names, {"hidden": hidden, "marks": marks}))
        return role, kind, status, unspoken


def _arrays(values: Any) -> list[Array]:
    return [np.asarray(v, dtype=np.float32) for v in values]


def _session(path: Path, options: "onnxruntime.SessionOptions") -> "onnxruntime.InferenceSession":
    import onnxruntime  # noqa: PLC0415

    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=FASTER_APART
        )
    except Exception as error:  # ONNX Runtime's errors share no base class but Exception
        raise EncoderError(f"{path} cannot be read by ONNX Runtime; restore it with: {RESTORE}") from error


def _tokenizer(path: Path) -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415

    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises a bare Exception
        raise EncoderError(f"{path} cannot be read by tokenizers; restore it with: {RESTORE}") from error


def _checked(folder: Path) -> dict[str, Any]:
    """The manifest, after every file that it names was found whole."""
    path = folder / MANIFEST
    if not path.is_file():
        raise EncoderError(f"{path} is missing; restore it with: {RESTORE}")
    try:
        manifest: dict[str, Any] = json.loads(path.read_bytes())
        sums: dict[str, int] = manifest["crc32"]
    except (ValueError, KeyError) as error:
        raise EncoderError(f"{path} is damaged; restore it with: {RESTORE}") from error
    for name, expected in sums.items():
        part = folder / name
        if not part.is_file():
            raise EncoderError(f"{part} is missing; restore it with: {RESTORE}")
        if zlib.crc32(part.read_bytes()) != expected:  # against damage; a tenth of the time of a cryptographic sum
            raise EncoderError(f"{part} is damaged; restore it with: {RESTORE}")
    return manifest


def open_folder(folder: Path, threads: int = 1) -> Encoder:
    """The encoder whose files lie in `folder`. Raises `EncoderError` where one is missing or damaged."""
    manifest = _checked(folder)
    names = {f.name for f in fields(Settings)}
    settings = Settings(**{k: float(v) for k, v in manifest["settings"].items() if k in names})
    counts = json.loads((folder / LEXICON).read_bytes())
    lexicon = Lexicon({word: tuple(row) for word, row in counts.items()})
    return Encoder(
        OnnxNetwork(folder, threads), _tokenizer(folder / TOKENIZER), lexicon, settings, str(manifest["version"])
    )


@cache
def load(threads: int = 1) -> Encoder:
    """The shipped encoder, loaded on first use. Raises `EncoderError` where its files are missing or damaged."""
    with as_file(files("kawat.encoder") / "weights") as folder:
        return open_folder(folder, threads)
