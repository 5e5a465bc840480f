"""A weighed choice among candidates: named features, weights from `mentions_weights.toml`.

The weights are found on training sentences by benchmarks/fit_mentions.py, which also says how; a feature without a
weight counts nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from kawat.model import Span
from kawat.text import read_toml

Features = Mapping[str, float]

# What a dateline says of whose police a report speaks. The training sentences have none: set by hand, on reports of
# our own, to less than a state says that the sentence names.
_FILED = 0.7
# Whose police a report speaks of that names the police of one state only. By hand, on reports of our own.
_ONLY_ONE = 0.7
# A state that only a verb parts from somebody is the other side of an act, and seldom their own.
_ACROSS = -1.0
# Police and people of the sentence behind a visit are of where it leads.
_VISITED = 2.0


@dataclass(slots=True)
class Asked:
    """One choice as it was asked for, for fitting: the phrases that it is for, and codes and features by candidate."""

    task: str
    spans: tuple[Span, ...]
    candidates: list[tuple[tuple[str, ...], dict[str, float]]] = field(default_factory=list)


@dataclass(slots=True)
class Weights:
    """The weights of the two choices, `context` and `antecedent`. With a `log` every choice is written there."""

    context: Features
    antecedent: Features
    log: list[Asked] | None = None


@cache
def shipped() -> Weights:
    """The weights that ship with Kawat."""
    found = read_toml(files("kawat.annotate") / "mentions_weights.toml")
    return Weights(
        {**found["context"], "filed": _FILED, "only one": _ONLY_ONE, "across": _ACROSS, "visited": _VISITED},
        found["antecedent"],
    )


def score(features: Features, weights: Features) -> float:
    """The weighed sum of features."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def best(candidates: Sequence[Features], weights: Features) -> int | None:
    """The place of the candidate with the highest score, the first of equals; None where there is none."""
    if not candidates:
        return None
    scores = [score(c, weights) for c in candidates]
    return max(range(len(scores)), key=lambda i: (scores[i], -i))
