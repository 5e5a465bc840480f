"""Claims of many reports → links → clusters → how many independent origins stand behind an act."""

from kawat.corroborate.accounts import QUAD, Account, account, account_as, accounts, story_of
from kawat.corroborate.acts import (
    Act,
    Change,
    Contradiction,
    ContradictionKind,
    acts,
    never_one,
    packed_act,
    unpacked_act,
)
from kawat.corroborate.blocking import VERSION as _KEYS
from kawat.corroborate.blocking import keys, probes
from kawat.corroborate.clusters import clusters, standing
from kawat.corroborate.copies import Body, copied, translated
from kawat.corroborate.credited import credited
from kawat.corroborate.features import Score
from kawat.corroborate.identities import OWN, Likeness, held, identify, likeness, name_keys, one_actor
from kawat.corroborate.links import FEATURES, SAME, UNSURE, Comparison, compare, link, link_all, wanted
from kawat.corroborate.merging import Merged, merged, merges
from kawat.corroborate.origins import Origin, Support, origins, support
from kawat.corroborate.outlines import packed, unpacked
from kawat.corroborate.sketches import VERSION as _SKETCHES
from kawat.corroborate.sketches import Sketch, sketched, sketches
from kawat.corroborate.stored import Kept, kept, readable

FORM = _KEYS * 1000 + _SKETCHES
"""Version of what claims and bodies are kept under; those of another version never meet."""

__all__ = [
    "FEATURES",
    "FORM",
    "OWN",
    "QUAD",
    "SAME",
    "UNSURE",
    "Account",
    "Act",
    "Body",
    "Change",
    "Comparison",
    "Contradiction",
    "ContradictionKind",
    "Kept",
    "Likeness",
    "Merged",
    "Origin",
    "Score",
    "Sketch",
    "Support",
    "account",
    "account_as",
    "accounts",
    "acts",
    "clusters",
    "compare",
    "copied",
    "credited",
    "held",
    "identify",
    "kept",
    "keys",
    "likeness",
    "link",
    "link_all",
    "merged",
    "merges",
    "name_keys",
    "never_one",
    "one_actor",
    "origins",
    "packed",
    "packed_act",
    "probes",
    "readable",
    "sketched",
    "sketches",
    "standing",
    "story_of",
    "support",
    "translated",
    "unpacked",
    "unpacked_act",
    "wanted",
]
