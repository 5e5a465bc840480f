"""Document → Record: ids, chains, dates, entities, claims and how they stand to each other."""

from kawat.model import Document, Record
from kawat.record.claims import claims, quotations, tied
from kawat.record.ids import make_id


def build(document: Document, pipeline: str) -> Record:
    """The record of a document; `pipeline` names the version that made it and is kept with it."""
    made, said = claims(document), quotations(document)
    return Record(
        article=document.article,
        entities=document.entities,
        quotations=said,
        claims=made,
        pipeline=pipeline,
        notes=(*document.article.notes, *document.notes),
        ties=tied(document, made, said),
    )


__all__ = ["build", "make_id"]
