"""Writes the files that ship: two ONNX graphs in 8 bits, tokenizer, lexicon, and a manifest with their checksums.

python -m training.export --run runs/first --out runs/first/weights [--float]
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from kawat.encoder import features
from kawat.encoder.session import LEXICON, MANIFEST, STEM, TOKENIZER, UPPER
from training.model import HIDDEN, Network


class SmallEmbedding(nn.Module):
    """Rows of 8-bit integers, each with its own scale: a quarter of the size at hardly any loss."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class WholeStem(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.stem = net.stem

    def forward(self, ids: Tensor, mask: Tensor, feats: Tensor) -> Tensor:
        return self.stem(ids, mask, feats)


class WholeUpper(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.upper = net.upper

    def forward(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        states = self.upper(hidden, mask, marks)
        trigger, mention, _ = self.upper.read(states)
        role, _, kind, status, unspoken = self.upper.ask(states, marks)
        return trigger, mention, role, kind, status, unspoken


OUTLIERS = (0, 1, 4, 5)
UPPER_OUTPUTS = ["trigger", "mention", "role", "type", "status", "unspoken"]


def graph(module: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str], path: Path) -> None:
    axes = {n: {0: "batch", 1: "pieces"} for n in names + outputs}
    for n in ("type", "status", "unspoken"):
        if n in axes:
            axes[n] = {0: "batch"}
    torch.onnx.export(
        module,
        inputs,
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def precise(path: Path) -> list[str]:
    """The products that stay in 32 bits: heads and features, which are small, and the few whose inputs have outliers.

    Measured on training sentences, error of the stem's output: in 8 bits throughout .224; without layer 4's
    second feed-forward product .145, without layer 5's .203, without layer 0's or 1's .221; others hardly count.
    """
    names = [node.name for node in onnx.load(path).graph.node if node.op_type in ("MatMul", "Gemm")]
    return [n for n in names if "layers." not in n or any(n.startswith(f"/stem/layers.{i}/down") for i in OUTLIERS)]


def network(run: Path, vocabulary: int) -> Network:
    """The averaged weights of a run, ready to read."""
    arguments = json.loads((run / "arguments.json").read_text())
    net = Network(vocabulary, arguments["layers"] - arguments["upper"], arguments["upper"], arguments["frozen"])
    net.load_state_dict(torch.load(run / "model.pt", weights_only=True))
    return net.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--prepared", type=Path, default=Path("runs/prepared"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="0.1")
    parser.add_argument("--settings", type=Path, help="thresholds as JSON; without it those of the code")
    parser.add_argument("--float", action="store_true", help="leave the weights in 32 bits, to compare")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.prepared / "tokenizer.json"))
    net = network(args.run, tokenizer.get_vocab_size())
    if not args.float:
        net.stem.word = SmallEmbedding(net.stem.word.weight.detach())  # type: ignore[assignment]
    b, n = 2, 24
    ids = torch.randint(5, 100, (b, n))
    mask = torch.ones(b, n)
    hidden = torch.randn(b, n, HIDDEN)
    marks = torch.zeros(b, n, dtype=torch.int64)
    marks[:, 3] = 1
    with torch.no_grad():
        for name, module, inputs, names, outputs in (
            (STEM, WholeStem(net), (ids, mask, torch.zeros(b, n, features.SIZE)), ["ids", "mask", "feats"], ["hidden"]),
            (UPPER, WholeUpper(net), (hidden, mask, marks), ["hidden", "mask", "marks"], UPPER_OUTPUTS),
        ):
            whole = args.out / f"whole-{name}"
            graph(module, inputs, names, outputs, whole)
            if args.float:
                whole.replace(args.out / name)
            else:
                quantize_dynamic(
                    whole,
                    args.out / name,
                    op_types_to_quantize=["MatMul"],
                    per_channel=True,
                    weight_type=QuantType.QInt8,
                    nodes_to_exclude=precise(whole),
                )
                whole.unlink()
    shutil.copy(args.prepared / "tokenizer.json", args.out / TOKENIZER)
    shutil.copy(args.run / "lexicon.json", args.out / LEXICON)
    files = (STEM, UPPER, TOKENIZER, LEXICON)
    manifest = {
        "version": args.version,
        "settings": json.loads(args.settings.read_text()) if args.settings else {},
        "sha256": {f: hashlib.sha256((args.out / f).read_bytes()).hexdigest() for f in files},
    }
    (args.out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")
    print({f: round((args.out / f).stat().st_size / 1e6, 2) for f in files})


if __name__ == "__main__":
    main()
