"""Builds documents from sentences with their mentions written in: "[Rusia|RUS] menuduh [Ukraina|UKR]."

Several codes behind the bar ("[keduanya|RUS,BLR]") make one mention of several; no code ("[seseorang|]") one that means
nobody known. "{Senin}" is a time, "<Jenewa|CHE>" a place, "«...»" the content of a quotation whose speaker is the code
given as `speaker`.
"""

import re

from kawat.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Document,
    Entity,
    EntityKind,
    Grain,
    Hop,
    HopKind,
    Manner,
    Mention,
    MentionForm,
    PlaceRef,
    Quotation,
    Sentence,
    Span,
    TimeRef,
)

_MARK = re.compile(
    r"\[(?P<who>[^|\]]+)\|(?P<codes>[^\]]*)\]|\{(?P<when>[^}]+)\}|<(?P<where>[^|>]+)\|(?P<state>\w*)>|[«»]"
)


def marked(
    sentences: tuple[str, ...], language: str, kind: BlockKind = BlockKind.BODY, speaker: str | None = None
) -> Document:
    """A document whose layers before the events are read off the marks; each sentence is a block of its own."""
    text = ""
    spans: list[Span] = []
    mentions: list[Mention] = []
    times: list[TimeRef] = []
    places: list[PlaceRef] = []
    quotations: list[Quotation] = []
    for sentence in sentences:
        start, opened = len(text), None
        at = 0
        for match in _MARK.finditer(sentence):
            text += sentence[at : match.start()]
            at = match.end()
            here = len(text)
            if match["who"]:
                text += match["who"]
                codes = tuple(c for c in match["codes"].split(",") if c)
                mentions.append(Mention(Span(here, len(text)), MentionForm.DESCRIPTION, codes))
            elif match["when"]:
                text += match["when"]
                times.append(TimeRef(Span(here, len(text)), None, None, Grain.UNKNOWN, Anchor.TEXT))
            elif match["where"]:
                text += match["where"]
                places.append(PlaceRef(Span(here, len(text)), None, match["where"], match["state"] or None))
            elif match.group() == "«":
                opened = here
            elif opened is not None:
                content = Span(opened, here)
                hop = Hop(HopKind.SPEAKER, speaker, speaker)
                quotations.append(Quotation(content, content, Manner.INDIRECT, speaker, None, None, (hop,)))
        text += sentence[at:] + "\n"
        spans.append(Span(start, len(text) - 1))
    known = {c for m in mentions for c in m.entities} | ({speaker} if speaker else set())
    return Document(
        Article("a", "a", text, tuple(Block(s, kind) for s in spans), "0", language),
        sentences=tuple(Sentence(s, i, kind) for i, s in enumerate(spans)),
        mentions=tuple(mentions),
        entities=tuple(Entity(c, c, EntityKind.STATE, c) for c in sorted(known)),
        times=tuple(times),
        places=tuple(places),
        quotations=tuple(quotations),
    )
