"""The network: a transformer read twice. Its lower half (`Stem`) reads a window of sentences once; its upper half
(`Upper`) reads the whole window for triggers and mentions, and then each event's sentence with the trigger marked.
"""

import math
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kawat.encoder import features
from kawat.encoder.labels import MENTION_LABELS, ROLE_LABELS, STATUSES, TRIGGER_LABELS, TYPES

HIDDEN, HEADS, INNER, EPSILON = 384, 12, 1536, 1e-12
POINTER = 128
# Roles whose words are compared with mentions.
POINTING_ROLES = ("actor", "recipient", "speaker")


class Layer(nn.Module):
    """A BERT layer with plain attention (exports cleanly, and is the fastest on a CPU at these lengths)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        qkv = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        weight = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + bias, dim=-1)
        mixed = (weight @ v).transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


def attention_bias(mask: Tensor) -> Tensor:
    """0 where a piece is real, very negative where it is padding; shaped for the attention scores."""
    return (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e4


class Stem(nn.Module):
    """Word embeddings and the lower layers; the features of the words enter after `entry` layers.

    `still` layers stand still while the rest learns, so that `lower` need be computed only once.
    """

    def __init__(self, vocabulary: int, layers: int, entry: int, still: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.features = nn.Linear(features.SIZE, HIDDEN, bias=False)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.entry, self.still = entry, still

    def embed(self, ids: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(self.word(ids) + self.position(place)[None])

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.embed(ids)
        bias = attention_bias(mask)
        for layer in self.layers[: self.still]:
            x = layer(x, bias)
        return x

    def rest(self, x: Tensor, mask: Tensor, feats: Tensor) -> Tensor:
        bias = attention_bias(mask)
        for i, layer in enumerate(self.layers[self.still :], self.still):
            x = layer(x + self.features(feats) if i == self.entry else x, bias)
        return x

    def forward(self, ids: Tensor, mask: Tensor, feats: Tensor) -> Tensor:
        return self.rest(self.lower(ids, mask), mask, feats)


class Upper(nn.Module):
    """The upper layers and the heads. `marks` is 1 on the pieces of the trigger that is asked about, else 0.

    `key` and `query` point parties at mentions. That is only a further lesson: at run time nothing reads them.
    """

    def __init__(self, layers: int, dropout: float) -> None:
        super().__init__()
        self.mark = nn.Embedding(2, HIDDEN)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)
        self.trigger = nn.Linear(HIDDEN, TRIGGER_LABELS)
        self.mention = nn.Linear(HIDDEN, MENTION_LABELS)
        self.role = nn.Linear(HIDDEN, ROLE_LABELS)
        self.about = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(dropout))
        self.kind = nn.Linear(HIDDEN, 1 + len(TYPES))
        self.status = nn.Linear(HIDDEN, len(STATUSES))
        self.unspoken = nn.Linear(HIDDEN, 2)
        self.key = nn.Linear(HIDDEN, POINTER)
        self.query = nn.Linear(HIDDEN, len(POINTING_ROLES) * POINTER)
        nn.init.zeros_(self.mark.weight)

    def forward(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        x = hidden + self.mark(marks)
        bias = attention_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return self.drop(x)

    def read(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Trigger and mention scores and pointer keys of every piece (first reading)."""
        return self.trigger(states), self.mention(states), self.key(states)

    def ask(self, states: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Role scores and pointer queries of every piece; type, status and unspoken parties of the marked event."""
        weight = marks.to(states.dtype)
        about = (states * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)
        known = self.about(about)
        return self.role(states), self.query(states), self.kind(known), self.status(known), self.unspoken(known)


class Network(nn.Module):
    """Stem and upper half."""

    def __init__(
        self, vocabulary: int, lower: int, upper: int, entry: int, still: int = 0, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.stem = Stem(vocabulary, lower, entry, still, dropout)
        self.upper = Upper(upper, dropout)
        nn.init.zeros_(self.stem.features.weight)

    def start(self, path: Path, picked: list[int]) -> None:
        """Loads the start weights; `picked` names the layer of the base model that each layer begins as."""
        with np.load(path) as base, torch.no_grad():

            def get(name: str) -> Tensor:
                return torch.from_numpy(base[name])

            self.stem.word.weight.copy_(get("emb.word"))
            self.stem.position.weight.copy_(get("emb.pos")[:512] + get("emb.type")[0])
            self.stem.norm.weight.copy_(get("emb.ln.w"))
            self.stem.norm.bias.copy_(get("emb.ln.b"))
            for layer, i in zip([*self.stem.layers, *self.upper.layers], picked, strict=True):
                layer.qkv.weight.copy_(torch.cat([get(f"l{i}.{x}.w") for x in "qkv"]))
                layer.qkv.bias.copy_(torch.cat([get(f"l{i}.{x}.b") for x in "qkv"]))
                for name, module in (("ao", layer.out), ("fi", layer.up), ("fo", layer.down)):
                    module.weight.copy_(get(f"l{i}.{name}.w"))
                    module.bias.copy_(get(f"l{i}.{name}.b"))
                for name, norm in (("aln", layer.norm1), ("oln", layer.norm2)):
                    norm.weight.copy_(get(f"l{i}.{name}.w"))
                    norm.bias.copy_(get(f"l{i}.{name}.b"))


def groups(net: Network, rate: float, head_rate: float, decay: float) -> list[dict[str, Any]]:
    """Parameters with their learning rates: lower layers learn more slowly, embeddings not at all."""
    found = []
    layers = [*net.stem.layers, *net.upper.layers]
    for i, layer in enumerate(layers):
        found.append({"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - i)})
    body = {id(p) for layer in layers for p in layer.parameters()}
    still = {id(p) for m in (net.stem.word, net.stem.position, net.stem.norm) for p in m.parameters()}
    heads = [p for p in net.parameters() if id(p) not in body | still]
    for p in net.parameters():
        if id(p) in still:
            p.requires_grad_(requires_grad=False)
    found.append({"params": heads, "lr": head_rate})
    return found
