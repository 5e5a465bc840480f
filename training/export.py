"""Writes the files that ship: two ONNX graphs in 8 bits, tokenizer, lexicon, and a manifest with their checksums.

python -m training.export --run runs/first --out runs/first/weights [--float]
"""

import argparse
import json
import shutil
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from kawat.encoder import features
from kawat.encoder.features import Lexicon
from kawat.encoder.reader import MOST_SENTENCES, WINDOW_LENGTH, layout
from kawat.encoder.session import FASTER_APART, LEXICON, MANIFEST, STEM, TOKENIZER, UPPER
from kawat.encoder.windows import cover
from training.data import Maker, find_cues, read
from training.model import HEADS, HIDDEN, INNER, Layer, Network

# How much of a column's largest value is moved into the weights, before either feed-forward product.
SMOOTHING = {"up": 0.7, "down": 0.85}
SAMPLES, SAMPLE = {"stories-id.jsonl": "id", "wire-en.jsonl": "en"}, 400


class SmallEmbedding(nn.Module):
    """Rows of 8-bit integers, each with its own scale: a quarter of the size at hardly any loss."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class Fused(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime. It takes no mask: every row of a call has the same length."""

    @staticmethod
    def forward(_ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        split = [x.view(*x.shape[:2], HEADS, -1).transpose(1, 2) for x in (q, k, v)]
        mixed = nn.functional.scaled_dot_product_attention(*split)
        return mixed.transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS)


def linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.load_state_dict({"weight": weight.detach(), "bias": bias.detach()})
    return made


class FusedLayer(nn.Module):
    """A layer as it runs: attention in one operator, and the feed-forward products fit for 8 bits.

    Some columns of those products' inputs have outliers, so that 8 bits for all would leave the others too few: each
    column is divided by a share of its largest value, and its weights are multiplied by the same (SmoothQuant).
    """

    def __init__(self, layer: Layer, largest: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.layer = layer
        for name, share in SMOOTHING.items():
            product = getattr(layer, name)
            weight = product.weight.detach()
            scale = largest[name].clamp(min=1e-3) ** share / weight.abs().amax(0).clamp(min=1e-4) ** (1 - share)
            scale = scale.clamp(min=1e-2)
            self.register_buffer(f"{name}_shrink", 1 / scale)
            setattr(self, name, linear(weight * scale, product.bias))
        parts = zip(layer.qkv.weight.split(HIDDEN), layer.qkv.bias.split(HIDDEN), strict=True)
        self.query, self.key, self.value = (linear(*part) for part in parts)

    def forward(self, x: Tensor) -> Tensor:
        layer = self.layer
        x = layer.norm1(x + layer.out(Fused.apply(self.query(x), self.key(x), self.value(x))))
        inner = nn.functional.gelu(self.up(x * self.up_shrink))
        return layer.norm2(x + self.down(inner * self.down_shrink))


class WholeStem(nn.Module):
    def __init__(self, net: Network, largest: Sequence[Mapping[str, Tensor]]) -> None:
        super().__init__()
        self.stem = net.stem
        self.layers = nn.ModuleList(FusedLayer(*pair) for pair in zip(net.stem.layers, largest, strict=True))

    def forward(self, ids: Tensor, feats: Tensor) -> Tensor:
        x = self.stem.embed(ids)
        for i, layer in enumerate(self.layers):
            x = layer(x + self.stem.features(feats) if i == self.stem.entry else x)
        return x


class WholeUpper(nn.Module):
    def __init__(self, net: Network, largest: Sequence[Mapping[str, Tensor]]) -> None:
        super().__init__()
        self.upper = net.upper
        self.layers = nn.ModuleList(FusedLayer(*pair) for pair in zip(net.upper.layers, largest, strict=True))

    def forward(self, hidden: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        x = hidden + self.upper.mark(marks)
        for layer in self.layers:
            x = layer(x)
        trigger, mention, _ = self.upper.read(x)
        role, _, kind, status, unspoken = self.upper.ask(x, marks)
        return trigger, mention, role, kind, status, unspoken


UPPER_OUTPUTS = ["trigger", "mention", "role", "type", "status", "unspoken"]


def largest_inputs(net: Network, ids: Iterable[Tensor], feats: Iterable[Tensor]) -> list[dict[str, Tensor]]:
    """The largest value of each column that enters each layer's feed-forward products, over some windows."""
    found: list[dict[str, Tensor]] = []

    def keep(mine: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            mine[name] = torch.maximum(mine[name], inputs[0].abs().amax((0, 1)))

        return hook

    hooks = []
    for layer in [*net.stem.layers, *net.upper.layers]:
        found.append({"up": torch.zeros(HIDDEN), "down": torch.zeros(INNER)})
        hooks += [getattr(layer, name).register_forward_pre_hook(keep(found[-1], name)) for name in SMOOTHING]
    with torch.no_grad():
        for window, inputs in zip(ids, feats, strict=True):
            mask = torch.ones(window.shape)
            net.upper(net.stem(window, mask, inputs), mask, torch.zeros_like(window))
    for h in hooks:
        h.remove()
    return found


def graph(module: nn.Module, inputs: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    axes = {n: {0: "batch", 1: "pieces"} for n in [*inputs, *outputs]}
    axes |= {n: {0: "batch"} for n in ("type", "status", "unspoken") if n in axes}
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def heads(path: Path) -> list[str]:
    """The products that stay in 32 bits: heads and features, which are small."""
    nodes = onnx.load(path).graph.node
    found = [node.name for node in nodes if node.op_type in ("MatMul", "Gemm") and "layers." not in node.name]
    return [*found, *(f"{name}_MatMul" for name in found)]  # as a Gemm is called once it is split


def in_8_bits(path: Path) -> None:
    """Puts the graph's products into 8 bits, all but the heads.

    Without a sign: products of signed weights overflow on processors without VNNI, so that the same text would read
    otherwise there.
    """
    quantize_dynamic(
        path,
        path,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QUInt8,
        extra_options={"WeightSymmetric": True},
        nodes_to_exclude=heads(path),
    )


def make_ready(path: Path) -> None:
    """Rewrites the graph once as ONNX Runtime would at every start, so that it opens sooner."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    made = path.with_suffix(".ready")
    options.optimized_model_filepath = str(made)
    onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=FASTER_APART
    )
    made.replace(path)


def network(run: Path, vocabulary: int) -> Network:
    """The averaged weights of a run, ready to read."""
    arguments = json.loads((run / "arguments.json").read_text())
    net = Network(vocabulary, arguments["layers"] - arguments["upper"], arguments["upper"], arguments["entry"])
    net.load_state_dict(torch.load(run / "model.pt", weights_only=True))
    return net.eval()


def sample(tokenizer: Tokenizer, counts: dict[str, Any]) -> tuple[list[Tensor], list[Tensor]]:
    """Ids and features of windows of our own sentences, to see how large values become."""
    maker = Maker(tokenizer, Lexicon({k: tuple(v) for k, v in counts.items()}), mentions={}, cues=find_cues)
    ids, feats = [], []
    for path, language in SAMPLES.items():
        lines = read(Path(__file__).parent / "own" / path)[:SAMPLE]
        made = [maker.sentence({"text": line["text"]}, language) for line in lines]
        pieces = [s.pieces for s in made]
        for w in cover(pieces, MOST_SENTENCES, WINDOW_LENGTH):
            ids.append(torch.from_numpy(w.ids[None]))
            rows = layout(w, [pieces[i] for i in w.sentences], [made[i].feats for i in w.sentences])
            feats.append(torch.from_numpy(rows[None]))
    return ids, feats


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
    largest = largest_inputs(net, *sample(tokenizer, json.loads((args.run / "lexicon.json").read_text())))
    if not args.float:
        net.stem.word = SmallEmbedding(net.stem.word.weight.detach())  # type: ignore[assignment]
    lower = len(net.stem.layers)
    ids = torch.randint(5, 100, (1, 24))
    hidden, marks = torch.randn(1, 24, HIDDEN), torch.zeros(1, 24, dtype=torch.int64)
    marks[:, 3] = 1
    stem, upper = WholeStem(net, largest[:lower]), WholeUpper(net, largest[lower:])
    with torch.no_grad():
        graph(stem, {"ids": ids, "feats": torch.zeros(1, 24, features.SIZE)}, ["hidden"], args.out / STEM)
        graph(upper, {"hidden": hidden, "marks": marks}, UPPER_OUTPUTS, args.out / UPPER)
    for name in (STEM, UPPER):
        if not args.float:
            in_8_bits(args.out / name)
        make_ready(args.out / name)
    shutil.copy(args.prepared / "tokenizer.json", args.out / TOKENIZER)
    shutil.copy(args.run / "lexicon.json", args.out / LEXICON)
    files = (STEM, UPPER, TOKENIZER, LEXICON)
    manifest = {
        "version": args.version,
        "settings": json.loads(args.settings.read_text()) if args.settings else {},
        "crc32": {f: zlib.crc32((args.out / f).read_bytes()) for f in files},
    }
    (args.out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")
    print({f: round((args.out / f).stat().st_size / 1e6, 2) for f in files})


if __name__ == "__main__":
    main()
