"""The stages in their order, and the function that runs them over an article."""

from collections.abc import Callable
from dataclasses import replace

from kawat.annotate import events, mentions, places, quotations, sentences, times
from kawat.lang import LANGUAGES
from kawat.model import Article, Document, Layer, Note

Stage = Callable[[Document], Document]

PIPELINE: tuple[tuple[Layer, Stage], ...] = (
    (Layer.SENTENCES, sentences.split),
    (Layer.TIMES, times.find),
    (Layer.MENTIONS, mentions.find),
    (Layer.PLACES, places.find),
    (Layer.QUOTATIONS, quotations.find),
    (Layer.EVENTS, events.find),
)


def annotate(article: Article, pipeline: tuple[tuple[Layer, Stage], ...] = PIPELINE) -> Document:
    """Runs the stages over an article, in order.

    An article whose language has no pack, or could not be told, comes back without layers and with a `Note`.
    """
    if article.language not in LANGUAGES:
        told = article.language or "unknown"
        note = Note("annotate", "language-without-pack", f"not annotated: the language is {told}")
        return Document(article, notes=(note,))
    document = Document(article)
    for layer, stage in pipeline:
        document = stage(document)
        document = replace(document, done=document.done | {layer})
    return document


__all__ = ["PIPELINE", "Stage", "annotate"]
