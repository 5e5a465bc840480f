"""Party codes from words, learned from the training sentences and a table of states: enough to measure with, and to
know which names stand for the same party. In the product the knowledge tables and the mention stage do this.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from kawat.model import Span
from kawat.text import PhraseTable
from training.data import bare

Row = dict[str, Any]


class Codebook:
    """Codes by words."""

    def __init__(self, exact: dict[str, list[str]], names: dict[str, str]) -> None:
        self.exact, self.by_name = exact, names

    @classmethod
    def learn(cls, documents: Iterable[Row]) -> "Codebook":
        """Counts the codes of every party and speaker; keeps names that nearly always stand for one code."""
        seen: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for document in documents:
            for sentence in document["sentences"]:
                for event in sentence["events"] or ():
                    for role, start, end, codes in event["args"]:
                        if role not in ("time", "place") and codes:
                            seen[sentence["text"][start:end]][tuple(sorted(map(bare, codes)))] += 1
        exact = {words: list(c.most_common(1)[0][0]) for words, c in seen.items()}
        names = {}
        for words, counter in seen.items():
            (codes, n), total = counter.most_common(1)[0], counter.total()
            named = all(w[:1].isupper() for w in words.split()) and len(words.split()) <= 3
            if named and len(codes) == 1 and n / total >= 0.8 and codes[0] != "UNKNOWN" and len(words) > 1:
                names[words] = codes[0]
        return cls(exact, names)

    @cached_property
    def _table(self) -> PhraseTable[str]:
        return PhraseTable((), self.by_name.items())

    def names(self, text: str) -> Iterator[tuple[Span, str]]:
        """Names of known parties in the text."""
        for match in self._table.find(text):
            yield match.span, match.values[0]

    def codes(self, words: str) -> list[str]:
        """Codes of a party from its words alone; empty where they do not tell."""
        if words in self.exact:
            return self.exact[words]
        found = list(dict.fromkeys(code for _, code in self.names(words)))
        if found and re.search(r"\b(dan|and|-)\b", words):
            return found
        return found[:1]

    def dump(self) -> str:
        return json.dumps({"exact": self.exact, "names": self.by_name}, ensure_ascii=False)
