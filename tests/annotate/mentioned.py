"""Reads paragraphs for their mentions, to ask of words whom they mean."""

from dataclasses import dataclass, field
from datetime import datetime

from kawat.annotate.mentions import find
from kawat.annotate.sentences import split
from kawat.model import Article, Block, BlockKind, Document, Span


@dataclass(frozen=True)
class Found:
    """A document as the rows below ask about it."""

    document: Document
    codes: dict[str, str] = field(default_factory=dict)

    def of(self, words: str, sentence: int = -1) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Entities and codes of the mention with exactly these words; in a sentence if one is given."""
        text = self.document.article.text
        for mention in self.document.mentions:
            inside = sentence < 0 or self.document.sentences[sentence].span.covers(mention.span)
            if inside and mention.span.of(text) == words:
                return mention.entities, tuple(self.codes[e] for e in mention.entities)
        raise AssertionError(f"no mention {words!r} among {self.words()}")

    def words(self) -> list[str]:
        return [m.span.of(self.document.article.text) for m in self.document.mentions]


def read(
    *paragraphs: str, language: str = "id", headline: str | None = None, published: datetime | None = None
) -> Found:
    lines = [*([headline] if headline else []), *paragraphs]
    blocks, start = [], 0
    for i, line in enumerate(lines):
        kind = BlockKind.HEADLINE if headline and i == 0 else BlockKind.BODY
        blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    article = Article("a", "a", "\n".join(lines), tuple(blocks), "0", language, published=published)
    document = find(split(Document(article)))
    return Found(document, {e.id: e.code for e in document.entities})
