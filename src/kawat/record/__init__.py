"""Document → Record: ids, chains, dates, entities and claims."""

from kawat.model import Document, Record
from kawat.record.claims import claims, quotations
from kawat.record.ids import make_id


def build(document: Document, pipeline: str) -> Record:
    """The record of a document; `pipeline` names the version that made it and is kept with it."""
    return Record(
        article=document.article,
        entities=document.entities,
        quotations=quotations(document),
        claims=claims(document),
        pipeline=pipeline,
        notes=(*document.article.notes, *document.notes),
    )


__all__ = ["build", "make_id"]
