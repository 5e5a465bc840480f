"""Claims of many reports → links → clusters → how many independent origins stand behind an act."""

from kawat.corroborate.accounts import Account, keys
from kawat.corroborate.clusters import clusters, standing
from kawat.corroborate.features import Score
from kawat.corroborate.links import FEATURES, SAME, UNSURE, compare, link
from kawat.corroborate.origins import Origin, origins

__all__ = [
    "FEATURES",
    "SAME",
    "UNSURE",
    "Account",
    "Origin",
    "Score",
    "clusters",
    "compare",
    "keys",
    "link",
    "origins",
    "standing",
]
