"""Weights in 32 bits out of the files that ship, to export them anew or to train on from them.

    python -m training.restore --weights src/kawat/encoder/weights --out runs/second

What 8 bits rounded stays rounded; the pointer, which does not ship, begins anew.
"""

import argparse
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from kawat.encoder.session import LEXICON, STEM, UPPER
from training.model import Network

Array = npt.NDArray[np.float32]

POINTER = ("upper.key", "upper.query")
# Where a product of the graph holds its scales and zero points, by operator.
SCALES = {"MatMulIntegerToFloat": (3, 5), "DynamicQuantizeMatMul": (2, 3)}


def module_of(name: str) -> str:
    """The module that a node of the graph comes from: "/about/about.0/Gemm_MatMul" is `about.0`."""
    parts = [p for p in name.strip("/").split("/")[:-1] if not p.startswith("Gemm")]
    inner = [*parts[1:], ""]
    return ".".join(p for p, following in zip(parts, inner, strict=True) if not following.startswith(f"{p}."))


def products(graph: onnx.GraphProto, held: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    """Every product of a graph with its module, and its weights as a linear layer has them."""
    for node in graph.node:
        if node.op_type in SCALES:
            scale, zero = (held[node.input[i]].astype(np.float32) for i in SCALES[node.op_type])
            yield module_of(node.name), ((held[node.input[1]].astype(np.float32) - zero) * scale).T
        elif node.op_type in ("MatMul", "Gemm"):
            turned = any(a.name == "transB" and a.i for a in node.attribute)
            yield module_of(node.name), held[node.input[1]] if turned else held[node.input[1]].T


def half(path: Path, name: str) -> Iterator[tuple[str, Array]]:
    """The parameters of one graph under the names of `Network`."""
    graph = onnx.load(path).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for key, value in held.items():
        if key.startswith(f"{name}.") and key.endswith((".weight", ".bias")):
            yield key, value
    joined: dict[str, list[Array]] = {}
    for module, weight in products(graph, held):
        layer, _, part = module.rpartition(".")
        own = held.get(f"{module}.bias")  # a product that was made for the export
        if part in ("query", "key", "value") and own is not None:
            joined.setdefault(f"{name}.{layer}.qkv.weight", []).append(weight)
            joined.setdefault(f"{name}.{layer}.qkv.bias", []).append(own)
            continue
        older = held.get(f"{layer}.shrink") if part == "down" else None  # as version 2 has it
        shrink = held.get(f"{layer}.{part}_shrink", older)
        yield f"{name}.{module}.weight", weight if shrink is None else weight * shrink
        if own is not None:
            yield f"{name}.{module}.bias", own
    yield from ((key, np.concatenate(parts)) for key, parts in joined.items())


def parameters(weights: Path) -> dict[str, Tensor]:
    """All that the two graphs of a folder hold, under the names of `Network`."""
    words = {t.name: numpy_helper.to_array(t) for t in onnx.load(weights / STEM).graph.initializer}
    found = dict(half(weights / STEM, "stem")) | dict(half(weights / UPPER, "upper"))
    found["stem.word.weight"] = words["stem.word.rows"].astype(np.float32) * words["stem.word.scale"]
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in found.items()}


def depth(names: Iterable[str], half: str) -> int:
    return 1 + max(int(n.split(".")[2]) for n in names if n.startswith(f"{half}.layers."))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--entry", type=int, default=6, help="after how many layers the features of words come in")
    args = parser.parse_args()
    found = parameters(args.weights)
    lower, upper = depth(found, "stem"), depth(found, "upper")
    net = Network(len(found["stem.word.weight"]), lower, upper, args.entry)
    lacking = net.load_state_dict(found, strict=False)
    if lacking.unexpected_keys or any(not k.startswith(POINTER) for k in lacking.missing_keys):
        raise SystemExit(f"{args.weights} holds another network: {lacking}")
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), args.out / "model.pt")
    shutil.copy(args.weights / LEXICON, args.out / LEXICON)
    shape = {"layers": lower + upper, "upper": upper, "entry": args.entry}
    (args.out / "arguments.json").write_text(json.dumps(shape, indent=1))


if __name__ == "__main__":
    main()
